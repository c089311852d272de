"""What a figure does to points and rank: the season scored with one figure as it was decided, and as it might be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps.reporting.selectors import inputs_of
from thidua.apps.results.bridge import core_season
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import day_of
from thidua.core.numbers import Number
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.standings import standings
from thidua.core.states import Stage


@dataclass(frozen=True, slots=True)
class Supposition:
    """The points of a unit with one figure as `typed`; `rank` is None for a unit that gets none."""

    typed: str
    points: dict[str, Number]  # by criterion
    total: Number
    rank: Number | None
    is_shared: bool


def suppositions(
    season: Season, *, on: date, unit: str, indicator: str, texts: Sequence[str]
) -> tuple[Supposition, ...]:
    """The unit's points and rank for each text of its appraised figure, all other figures as they stand.

    A text that no rule can read leaves the figure out. Raises RulebookRefused, FiguresRefused.
    """
    day = day_of(season, on=on)
    return tuple(_with(season, day, unit, indicator, text) for text in texts)


def _with(season: Season, day: date, unit: str, indicator: str, text: str) -> Supposition:
    inputs = inputs_of(season, on=day, supposing={(unit, indicator, Stage.APPRAISED): text})
    evaluation = core_season(season, inputs, on=day).evaluate(stage=Stage.APPRAISED)
    row = evaluation.table.row(unit)
    ranks = {one.unit: one for one in standings(evaluation)[0].ranked}
    mine = ranks.get(unit)
    return Supposition(
        typed=text,
        points={code: evaluation.points(code, row) for code in _hanging_on(evaluation, indicator)},
        total=evaluation.total_points(row),
        rank=mine.rank if mine else None,
        is_shared=mine is not None and mine.shared,
    )


def _hanging_on(evaluation: Evaluation, indicator: str) -> list[str]:
    return [node.code for node, leaf in evaluation.rulebook.leaves if indicator in leaf.indicators]
