"""What units claimed against what the cluster agreed on, unit by unit and year by year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua.apps.results.scoring import Scored, evaluation_of
from thidua.apps.seasons.models import Season
from thidua.core.errors import FiguresRefused, RulebookRefused
from thidua.core.numbers import Number, difference
from thidua.core.states import Stage

YEARS = 5  # seasons that are looked at, this one first


@dataclass(frozen=True, slots=True)
class Gap:
    """One unit in one season: its total as claimed, and as it counts now. `points` is what was taken away; negative
    where it was given more. None where the unit's sheet was not complete.
    """

    unit: str
    claimed: Number | None
    counted: Number

    @property
    def points(self) -> Number | None:
        return None if self.claimed is None else difference(self.claimed, self.counted)


@dataclass(frozen=True, slots=True)
class YearOfGaps:
    """All units of one season; `stage` is whose word counts there."""

    season: Season
    stage: Stage
    gaps: dict[str, Gap]


def gaps_of(scored: Scored) -> dict[str, Gap]:
    """By unit. The authority's addition to a total is part of what counts, not of what was claimed."""
    claimed = scored.at(Stage.SELF)
    found = {}
    for row, unit in enumerate(scored.evaluation.table.units):
        own = claimed.total_points(row) if claimed.is_complete(row) else None
        found[unit.code] = Gap(unit.code, own, scored.evaluation.total_points(row))
    return found


def gaps_by_year(season: Season, *, on: date) -> Iterator[YearOfGaps]:
    """This season and those before it, the latest first, as far as they can be scored."""
    one: Season | None = season
    for _year in range(YEARS):
        if one is None:
            return
        try:
            scored = evaluation_of(one, on=on)
        except (RulebookRefused, FiguresRefused):
            scored = None
        if scored is not None:
            yield YearOfGaps(one, scored.season.stage, gaps_of(scored))
        one = one.opened_after
