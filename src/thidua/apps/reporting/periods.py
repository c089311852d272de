"""Figures that are reported within the year: whose periods they are, and what they make for the year so far.

For pages that show or take them:

- `cells_of(season, unit, on=day)` gives by indicator its periods in order, the latest version of each (taken back or
  not), and the figure of the year as far as it goes, with the periods that lack. As many queries for one indicator as
  for two hundred.
- `services.figures.enter_figures(cells=…, seen=…)` takes cells by `At(indicator, period)`; a plain code is the year.
  Problems stand at `At.path`: `vu-an@2024-03`, or the code alone for the year.
- Which period is open, late or closed to a unit is `windows.windows_of`.

A review speaks of the year: only the unit's own figures have periods. After a merger each period keeps the unit that
was valid at its end; the successor's year carries what its predecessors reported.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from thidua.apps.organisation.selectors import history, nearest_rows
from thidua.apps.reporting import bridge
from thidua.apps.reporting.models import Figure
from thidua.apps.rulebooks.bridge import spelled
from thidua.apps.rulebooks.selectors import scope_of, season_unit
from thidua.apps.seasons.models import Season
from thidua.core.errors import Place, Problem
from thidua.core.numbers import Mean, Rate, Value, round_to
from thidua.core.periods import YEAR, Aggregation, ReportingPeriod
from thidua.core.rulebook.schema import Indicator
from thidua.core.scoring.aggregate import periods_owed, yearly
from thidua.core.scoring.cells import Scope, SeasonUnit
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.core.scoring.figures import FigureValue, Origin
from thidua.core.scoring.intake import take_in
from thidua.core.states import Stage, State
from thidua.core.units.carrying import CannotCarry, Carried, CarryingRule, carry_forward
from thidua.core.units.succession import History
from thidua.core.units.tree import UnitId

MEAN_PLACES = 6  # decimals of a mean without an end, where it has to be typed
WORDS = {State.NOT_ASSIGNED: "không giao", State.NOT_APPLICABLE: "không áp dụng"}
CellKey = tuple[str, str, str, Stage]  # unit, indicator, period, stage


class At(NamedTuple):
    """A cell of a unit: its indicator, and the period that it speaks of."""

    indicator: str
    period: str = YEAR

    @property
    def path(self) -> str:
        """The name of the cell in problems and forms."""
        return self.indicator if self.period == YEAR else f"{self.indicator}@{self.period}"

    @classmethod
    def of(cls, key: "str | At", period: str = YEAR) -> "At":
        """A cell by its key; a plain code is of the period given."""
        return key if isinstance(key, At) else cls(key, period)


@dataclass(frozen=True, slots=True)
class IndicatorCells:
    """What stands of one indicator of a unit: by period the latest version, and the year as far as it goes."""

    indicator: Indicator
    periods: tuple[ReportingPeriod, ...]
    latest: Mapping[str, Figure]
    year: CoreFigure | None

    @property
    def lacking(self) -> tuple[str, ...]:
        """The periods of which nothing is said, in order."""
        return tuple(one.code for one in self.periods if one.code not in self.latest or not self.latest[one.code].typed)


def cells_of(season: Season, unit: str, *, on: date) -> dict[str, IndicatorCells]:
    """By indicator in the order of the rulebook, what a unit reported itself, period by period.

    Raises RulebookRefused where no rulebook was adopted.
    """
    scope = scope_of(season, on=on)
    member = next((one for one in scope.units if one.code == unit), SeasonUnit(code=unit, name=unit))
    latest: dict[str, dict[str, Figure]] = defaultdict(dict)
    for row in Figure.objects.filter(season=season, unit=unit, stage=Stage.SELF).order_by("version"):
        latest[row.indicator][row.period] = row
    years = {one.indicator: one for one in _read(_lines_of(latest.values()), scope, [member])}
    indicators = scope.rulebook.indicators if scope.rulebook else ()
    return {
        one.code: IndicatorCells(one, periods_owed(member, one, scope), latest.get(one.code, {}), years.get(one.code))
        for one in indicators
    }


def parts_of(season: Season, unit: str, scope: Scope) -> dict[str, list[CoreFigure]]:
    """By indicator, what a unit reported of each period within the year, as it was read. One query."""
    member = next((one for one in scope.units if one.code == unit), SeasonUnit(code=unit, name=unit))
    latest: dict[tuple[str, str], Figure] = {}
    rows = Figure.objects.filter(season=season, unit=unit, stage=Stage.SELF).exclude(period=YEAR).order_by("version")
    for row in rows:
        latest[row.indicator, row.period] = row
    found: dict[str, list[CoreFigure]] = defaultdict(list)
    for one in _read_parts([_line(row) for row in latest.values() if row.typed], scope, [member]):
        found[one.indicator].append(one)
    return found


def of_the_year(figures: Sequence[CoreFigure], lines: Iterable[bridge.Line], scope: Scope, *, on: date) -> "Years":
    """Figures of members as rules see them, with what their predecessors reported before a merger.

    lines: the latest version of every figure of the season that is reported within the year, predecessors' included.
    """
    began = _began(scope)
    members = {unit.code for unit in scope.units}
    foreign = [line for line in lines if line.period != YEAR and line.unit not in members] if began else []
    carried = _carried(foreign, began, figures, scope, on) if foreign else Years((), ())
    successors = {one.unit for one in carried.figures}
    whole = yearly((*figures, *carried.figures), scope, successors=successors)
    return Years(whole, carried.problems)


@dataclass(frozen=True, slots=True)
class Years:
    """Figures of the year, and why something of predecessors could not be carried on."""

    figures: tuple[CoreFigure, ...]
    problems: tuple[Problem, ...]


def with_years(season: Season, rows: Mapping[CellKey, Figure], *, on: date) -> dict[tuple[str, str, Stage], Figure]:
    """The rows that count for the year, by unit, indicator and stage. What is reported within the year gives a row that
    stands in no table: its text is what the periods make so far, its version how often they were written.
    """
    found = {(unit, code, stage): row for (unit, code, period, stage), row in rows.items() if period == YEAR}
    parts: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for (unit, code, period, _stage), row in rows.items():
        if period != YEAR:
            parts[unit, code].append(row)
    if not parts:
        return found
    scope = scope_of(season, on=on)
    lines = [_line(row) for row in rows.values() if row.period != YEAR and row.typed]
    for one in _years(lines, scope, on):
        if one.made_of is not None:
            found[one.unit, one.indicator, Stage.SELF] = _row_of_year(season, one, parts[one.unit, one.indicator])
    return found


def text_of(figure: CoreFigure) -> str:
    """A figure as it would be typed; a mean without an end is cut to six decimals."""
    return WORDS[figure.state] if figure.value is None else _spelled(figure.value)


def _spelled(value: FigureValue) -> str:
    if isinstance(value, Mean):
        scaled = (value.ratio[0] * (100 if value.is_rate else 1), value.ratio[1])
        number = round_to(scaled, MEAN_PLACES)
        return spelled(Rate(number) if value.is_rate else number)
    return spelled(value)


def _row_of_year(season: Season, one: CoreFigure, rows: Sequence[Figure]) -> Figure:
    last = max(rows, key=lambda row: row.typed_at) if rows else None
    return Figure(
        season=season,
        unit=one.unit,
        indicator=one.indicator,
        period=YEAR,
        stage=Stage.SELF,
        version=sum(row.version for row in rows),
        typed=text_of(one),
        nature=one.origin.nature,
        source=one.origin.source,
        evidence=one.origin.evidence,
        typed_by=last.typed_by if last else "",
        typed_at=last.typed_at if last else None,
    )


def _years(lines: Sequence[bridge.Line], scope: Scope, on: date) -> tuple[CoreFigure, ...]:
    return of_the_year(_read_parts(lines, scope, scope.units), lines, scope, on=on).figures


def _read(lines: Iterable[bridge.Line], scope: Scope, units: Sequence[SeasonUnit]) -> tuple[CoreFigure, ...]:
    return yearly(_read_parts(lines, scope, units), replace(scope, units=tuple(units)))


def _lines_of(cells: Iterable[Mapping[str, Figure]]) -> list[bridge.Line]:
    return [_line(row) for one in cells for row in one.values() if row.typed]


def _line(row: Figure) -> bridge.Line:
    return bridge.Line(*(getattr(row, name) for name in bridge.Line._fields))


def _began(scope: Scope) -> dict[str, date]:
    """The members that began within the season's time, and when."""
    if scope.data is None or scope.rulebook is None or not any(one.has_periods for one in scope.rulebook.indicators):
        return {}
    starts = {unit.code: unit.valid.start for unit in scope.units if unit.valid is not None}
    return {code: start for code, start in starts.items() if scope.data.start < start < scope.data.last}


def _carried(
    lines: Sequence[bridge.Line], began: Mapping[str, date], own: Sequence[CoreFigure], scope: Scope, on: date
) -> Years:
    """What the predecessors of members reported before these began, period by period, as the members' own.

    Where a member has reported such a period itself, that counts.
    """
    known = history()
    rows = nearest_rows({line.unit for line in lines}, on=scope.data.start if scope.data else on)
    units = [season_unit(row) for row in rows.values()]
    figures = _read_parts(lines, scope, units)
    said = {(one.unit, one.indicator, one.period) for one in own}
    indicators = {one.code: one for one in scope.rulebook.indicators} if scope.rulebook else {}
    found: list[CoreFigure] = []
    problems: list[Problem] = []
    by_cell: dict[tuple[str, str], list[CoreFigure]] = defaultdict(list)
    for one in figures:
        by_cell[one.indicator, one.period].append(one)
    for (code, period), parts in by_cell.items():
        for unit, outcome in _over(parts, indicators[code], known, on).items():
            if unit not in began or (unit, code, period) in said:
                continue
            if isinstance(outcome, CannotCarry):
                problems += [replace(one, place=Place(cell=code, path=period)) for one in outcome.problems]
            else:
                found.append(_successors(unit, code, period, outcome, parts))
    return Years(tuple(found), tuple(problems))


def _over(
    parts: Sequence[CoreFigure], indicator: Indicator, known: History, on: date
) -> Mapping[str, Carried | CannotCarry]:
    kind = indicator.kind.number_kind
    values: dict[UnitId, Value] = {UnitId(one.unit): one.value for one in parts if isinstance(one.value, Value)}
    if kind is None or not values:
        return {}
    rule = CarryingRule(kind, decimals_add=indicator.aggregation is Aggregation.SUM)
    return {str(unit): one for unit, one in carry_forward(values, history=known, to=on, rule=rule).items()}


def _read_parts(lines: Iterable[bridge.Line], scope: Scope, units: Sequence[SeasonUnit]) -> tuple[CoreFigure, ...]:
    names = {unit.code: unit.name for unit in units}
    rows = [bridge.figure_row(line, names[line.unit]) for line in lines if line.unit in names]
    return take_in(rows, (), replace(scope, units=tuple(units))).figures


def _successors(unit: str, code: str, period: str, outcome: Carried, parts: Sequence[CoreFigure]) -> CoreFigure:
    origin = parts[0].origin
    return CoreFigure(
        unit=unit,
        indicator=code,
        stage=Stage.SELF,
        value=outcome.value,
        origin=Origin(
            place=origin.place, source="; ".join(str(one) for one, _value in outcome.sources), nature=origin.nature
        ),
        period=period,
    )
