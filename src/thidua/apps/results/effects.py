"""What a figure does to points and rank: the season scored with one figure as it was decided, and as it might be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua.apps.reporting.selectors import figures_as
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import day_of
from thidua.core.numbers import Number
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.season import Season as CoreSeason
from thidua.core.standings import standings
from thidua.core.states import Stage

STAGE = Stage.APPRAISED  # whose word is supposed to be another


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
    stands = evaluation_of(season, on=day).season
    others = [one for one in stands.figures if (one.unit, one.indicator, one.stage) != (unit, indicator, STAGE)]
    read = figures_as(season, on=day, unit=unit, indicator=indicator, stage=STAGE, texts=texts)
    return tuple(
        _with(replace(stands, figures=(*others, *said)), unit, indicator, text)
        for text, said in zip(texts, read, strict=True)
    )


def _with(season: CoreSeason, unit: str, indicator: str, text: str) -> Supposition:
    evaluation = season.evaluate(stage=STAGE)
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
