"""What is doubted about a unit's figures, what they are held against, and whether the unit has commented on it.

The doubts themselves are those of the one intake (`core.scoring.checks`); here they get the unit's other figures and
what it reported before.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Max

from thidua.apps.database.prepared import Asked, Prepared, asked_each, numbered
from thidua.apps.organisation.models import SuccessionLink
from thidua.apps.remarks.models import Remark
from thidua.apps.remarks.selectors import explains, explanations_of
from thidua.apps.reporting import bridge
from thidua.apps.reporting.models import Figure
from thidua.apps.rulebooks.selectors import scope_of
from thidua.apps.seasons.models import Season
from thidua.core.errors import Problem
from thidua.core.numbers import Counts, Number, Rate
from thidua.core.periods import YEAR
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import Earlier, FigureRow, Scope
from thidua.core.scoring.checks import COMPARED, asks_comment
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.core.scoring.intake import take_in
from thidua.core.states import Stage

Cell = tuple[str, str]  # indicator, period


@dataclass(frozen=True, slots=True)
class Doubt:
    """A figure of a unit that was kept and asks for a comment: why, what stands in the cell, and the comment if any."""

    indicator: str
    period: str
    problem: Problem
    typed: str
    comment: Remark | None

    @property
    def is_commented(self) -> bool:
        """Whether the unit has commented on the figure as it stands now."""
        return explains(self.comment, self.typed)


class _Before(NamedTuple):
    """What a cell of an earlier season said, and when that season began."""

    indicator: str
    stage: str
    typed: str
    year: int
    since: date


def doubts_of(season: Season, unit: str, *, on: date) -> list[Doubt]:
    """Every doubt about a unit's own figures, in the order of the rulebook. Raises RulebookRefused without one."""
    scope = scope_of(season, on=on)
    lines = own_lines(season, unit)
    rows = _rows(lines.values(), scope, unit)
    taken = take_in(rows, (), held_against(scope, season, unit, rows))
    comments = explanations_of(season, unit)
    asked = [one for one in taken.findings if one.unit == unit and asks_comment(one.problem)]
    order = {one.code: place for place, one in enumerate(scope.rulebook.indicators if scope.rulebook else ())}
    return [
        Doubt(one.indicator, one.period, one.problem, lines[at].typed, comments.get(at))
        for one in sorted(asked, key=lambda one: (order[one.indicator], one.period))
        if (at := (one.indicator, one.period)) in lines
    ]


def uncommented(season: Season, unit: str, *, on: date) -> list[str]:
    """The indicators whose figures ask for a comment that is not there, each once, in the rulebook's order."""
    return list(dict.fromkeys(one.indicator for one in doubts_of(season, unit, on=on) if not one.is_commented))


def held_against(scope: Scope, season: Season, unit: str, rows: Sequence[FigureRow]) -> Scope:
    """The scope with what lines of a unit are checked against: its other figures, and what it reported before.

    No query where the rulebook and the lines give nothing to compare; three at most.
    """
    codes = {row.code.text for row in rows}
    rulebook = scope.rulebook
    if rulebook is None or not codes:
        return scope
    compared = {one.code for one in rulebook.indicators if one.kind in COMPARED} & codes
    within = {one.code for one in rulebook.indicators if one.has_periods} & compared
    wanted = _related(rulebook, codes) | within
    standing = own_lines(season, unit) if wanted else {}
    return replace(
        scope,
        compares=True,
        beside=_read((line for at, line in standing.items() if at[0] in wanted), scope, unit),
        history=earlier_figures(scope, season, unit, compared - within) if compared - within else {},
    )


def earlier_figures(
    scope: Scope, season: Season, unit: str, indicators: Collection[str]
) -> dict[tuple[str, str, str], Earlier]:
    """What a unit reported for the year in the last season before that has a figure: the word of its last stage.

    Read as the indicator is read now; nothing from before a merger that the unit came out of: that was another unit.
    """
    told = _years_before(len(indicators)).ask(unit=unit, year=season.year, **numbered(indicators))
    rows = [_Before(*row) for row in told]
    if not rows:
        return {}
    last = SuccessionLink.objects.filter(successor=unit).aggregate(on=Max("succession__on"))["on"]
    latest: dict[str, tuple[int, int, _Before]] = {}
    for row in rows:
        rank = (row.year, Stage(row.stage).rank, row)
        before = latest.get(row.indicator)
        if (last is None or row.since >= last) and (before is None or before[:2] <= rank[:2]):
            latest[row.indicator] = rank
    texts = {code: row for code, (_year, _rank, row) in latest.items() if row.typed}
    lines = (bridge.Line(unit=unit, indicator=code, typed=row.typed) for code, row in texts.items())
    return {
        (unit, one.indicator, YEAR): Earlier(one.value, str(texts[one.indicator].year))
        for one in _read(lines, scope, unit)
        if isinstance(one.value, (Number, Counts, Rate))
    }


@lru_cache(maxsize=200)
def _years_before(count: int) -> Prepared:
    """What a unit reported of so many indicators in the years before one."""
    codes = asked_each(Figure, "indicator", count)
    rows = Figure.objects.filter(
        unit=Asked(Figure, "unit"), indicator__in=codes, period=YEAR, season__year__lt=Asked(Season, "year")
    ).order_by("season__year", "version")
    return Prepared(lambda: rows.values_list("indicator", "stage", "typed", "season__year", "season__data_from"))


def own_lines(season: Season, unit: str) -> dict[Cell, bridge.Line]:
    """What a unit says of itself now, by indicator and period. One query."""
    rows = Figure.objects.filter(season=season, unit=unit, stage=Stage.SELF).order_by("version")
    lines = (bridge.Line(*row) for row in rows.values_list(*bridge.Line._fields))
    latest = {(line.indicator, line.period): line for line in lines}
    return {at: line for at, line in latest.items() if line.typed}


def _read(lines: Iterable[bridge.Line], scope: Scope, unit: str) -> tuple[CoreFigure, ...]:
    rows = _rows(lines, scope, unit)
    if not rows:
        return ()
    return take_in(rows, (), replace(scope, beside=(), history={}, compares=False)).figures


def _rows(lines: Iterable[bridge.Line], scope: Scope, unit: str) -> list[FigureRow]:
    name = next((one.name for one in scope.units if one.code == unit), unit)
    return [bridge.figure_row(line, name) for line in lines]


def _related(rulebook: Rulebook, codes: set[str]) -> set[str]:
    """The indicators that some statement holds against any of these."""
    groups = [{one.indicator, *one.others} for one in rulebook.checks if one.others]
    return {code for group in groups if group & codes for code in group}
