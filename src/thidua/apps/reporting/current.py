"""All that a season is scored from as it stands, kept in the process as long as nothing was written.

No row changes without an entry, so the heads of the season's chain and of the installation's (names and membership of
units) stand for all rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from thidua.apps.database.once import reading_once
from thidua.apps.database.snapshot import snapshot
from thidua.apps.ledger.selectors import heads_of
from thidua.apps.reporting.selectors import Inputs, inputs_of
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import day_of
from thidua.core.ledger.entry import INSTALLATION, Digest

KEPT = 128  # seasons a process


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything on which what is read of a season hangs. The row is carried along and not compared: its chain speaks
    for it.
    """

    slug: str
    heads: tuple[Digest, ...]
    on: date
    season: Season = field(compare=False)


@contextmanager
def looking_at(season: Season, *, on: date) -> Iterator[Moment]:
    """One look at a season as it stands, on the nearest day of its life."""
    with snapshot(), reading_once():
        heads = heads_of(season.ledger_chain(), INSTALLATION)
        yield Moment(season.slug, heads, day_of(season, on=on), season)


def current_inputs(season: Season, *, on: date) -> Inputs:
    """What a season is scored from as it stands. Raises RulebookRefused where no rulebook was adopted."""
    with looking_at(season, on=on) as moment:
        return inputs_at(moment)


@lru_cache(maxsize=KEPT)
def inputs_at(moment: Moment) -> Inputs:
    """The same within a look."""
    return inputs_of(moment.season, on=moment.on)


def forget() -> None:
    """Keep nothing any longer, as a fresh process."""
    inputs_at.cache_clear()
