"""What units claimed against what the cluster agreed on, unit by unit and year by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps.results.scoring import Scored
from thidua.apps.results.years import scored_years
from thidua.apps.seasons.models import Season
from thidua.core.numbers import Number, difference
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.states import Stage, State


@dataclass(frozen=True, slots=True)
class Gap:
    """One unit in one season, over the criteria on which it claimed: the sum of their points as claimed and as they
    count now, before caps of groups. `unclaimed`: criteria with points on which it said nothing itself; what it never
    claimed was not cut. None where it claimed nothing at all.
    """

    unit: str
    claimed: Number | None
    counted: Number | None
    unclaimed: int

    @property
    def points(self) -> Number | None:
        """What was taken away; negative where more was given."""
        if self.claimed is None or self.counted is None:
            return None
        return difference(self.claimed, self.counted)


@dataclass(frozen=True, slots=True)
class YearOfGaps:
    """All units of one season; `stage` is whose word counts there."""

    season: Season
    stage: Stage
    gaps: dict[str, Gap]


def gaps_of(scored: Scored) -> dict[str, Gap]:
    """By unit. What an authority adds to a total is no criterion, and stands in neither sum."""
    claimed, counted = scored.at(Stage.SELF), scored.evaluation
    return {unit.code: _gap(claimed, counted, unit.code, row) for row, unit in enumerate(counted.table.units)}


def _gap(claimed: Evaluation, counted: Evaluation, unit: str, row: int) -> Gap:
    both = [code for code in counted.leaves if claimed.state(code, row) is State.REPORTED]
    told = [code for code in counted.leaves if counted.state(code, row) is State.REPORTED]
    unclaimed = sum(claimed.state(code, row) is State.MISSING for code in told)
    if not both:
        return Gap(unit, None, None, unclaimed)
    return Gap(unit, _sum(claimed, both, row), _sum(counted, both, row), unclaimed)


def _sum(evaluation: Evaluation, codes: Sequence[str], row: int) -> Number:
    points = [evaluation.points(code, row) for code in codes]
    places = max(one.places for one in points)
    return Number(sum(one.digits * 10 ** (places - one.places) for one in points), places)


def gaps_by_year(season: Season, *, on: date) -> Iterator[YearOfGaps]:
    """This season and those before it, the latest first, as far as they can be scored."""
    for one, scored in scored_years(season, on=on):
        yield YearOfGaps(one, scored.season.stage, gaps_of(scored))
