"""Reads of results that were frozen, and their replay."""

import json
from dataclasses import dataclass
from typing import Any

from thidua import __version__
from thidua.apps.reporting.selectors import inputs_of
from thidua.apps.results.bridge import core_season
from thidua.apps.results.models import Result
from thidua.apps.results.scoring import Scored
from thidua.apps.seasons.models import Season
from thidua.core.canonical import Plain
from thidua.core.results.replay import Replay, replay, stored_stage


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay found, and what it compared."""

    found: Replay
    stored: dict[str, Any]
    computed: dict[str, Plain]


def results_of(season: Season) -> list[Result]:
    """Every version that was frozen, the latest first, without its text. One query."""
    return list(Result.objects.filter(season=season).defer("text").order_by("-version"))


def latest_result(season: Season) -> Result | None:
    """The version that was frozen last."""
    return Result.objects.filter(season=season).order_by("-version").first()


def find_result(season: Season, version: int) -> Result | None:
    """One version."""
    return Result.objects.filter(season=season, version=version).first()


def document_of(row: Result) -> dict[str, Any]:
    """The result as it was stored."""
    document: dict[str, Any] = json.loads(row.text, parse_float=str)
    return document


def says_the_same(row: Result, scored: Scored) -> bool:
    """Whether a stored result was made from what stands in the rows now; the day itself makes no difference."""
    stored, now = document_of(row), scored.document
    return all(stored[key] == now[key] for key in ("inputs_digest", "rulebook", "stage", "units", "standings"))


def replayed(row: Result) -> Replayed:
    """Compute a stored result again from the rows of now, as of its own day, number by number.

    Raises RulebookRefused or FiguresRefused where that cannot be done any more.
    """
    stored = document_of(row)
    season = core_season(row.season, inputs_of(row.season, on=row.as_of), on=row.as_of)
    computed = season.result(engine=__version__, stage=stored_stage(stored))
    return Replayed(replay(stored, computed), stored, computed)
