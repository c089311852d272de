"""Sentences about the whole cluster as data: how many units pass a threshold, which ones, and the cluster's sums.

"Trên" and "vượt" are strictly above, "từ … trở lên" is at least (CLUSTER10_2024, row 8). The list of those that pass
stands in the season's order of speaking, which is stored, not sorted by result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.columns import compare
from thidua.core.errors import Place, Problem
from thidua.core.numbers import Counts, Number, Rate, Value
from thidua.core.plain import Amount
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.figures import FigureTable, Member
from thidua.core.states import State


class Comparator(StrEnum):
    """How a result is held against a threshold; the words of the statement must say the same."""

    ABOVE = "above"  # trên, vượt: strictly
    AT_LEAST = "at_least"  # từ … trở lên
    BELOW = "below"  # dưới: strictly
    AT_MOST = "at_most"  # không quá


class Against(StrEnum):
    """What every unit's figure is compared with."""

    THRESHOLD = "threshold"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRule:
    """A statement to be made: which indicators, against what, and its wording with places to fill.

    Several indicators: a unit passes when it passes in each that it was assigned (row 9: fields "đạt, vượt").
    """

    code: str
    indicators: tuple[str, ...]
    comparator: Comparator
    wording: str
    against: Against = Against.THRESHOLD
    threshold: Amount | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Passing:
    """A unit that passes, and its figures, one per indicator."""

    unit: Member
    figures: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as it comes out: those that pass in order of speaking, all that reported, those that did not.

    sum: the cluster's counts for a single indicator reported as n/d by all; None where some unit gave a bare rate.
    """

    rule: StatementRule
    passing: tuple[Passing, ...]
    units: int
    unreported: tuple[Member, ...]
    sum: Counts | None

    @property
    def count(self) -> tuple[int, int]:
        """How many of how many pass."""
        return len(self.passing), self.units


def state(rule: StatementRule, table: FigureTable, order_of_speaking: Sequence[str]) -> Statement:
    """Work out one statement. Units outside the order of speaking follow it in the cluster's order."""
    spoken = [code for code in dict.fromkeys(order_of_speaking) if any(unit.code == code for unit in table.units)]
    rest = [unit.code for unit in table.units if unit.code not in spoken]
    rows = [table.row(code) for code in (*spoken, *rest)]
    passing = tuple(Passing(table.units[row], _values(rule, table, row)) for row in rows if _passes(rule, table, row))
    unreported = tuple(table.units[row] for row in rows if not _reported(rule, table, row))
    return Statement(rule, passing, table.rows, unreported, _sum(rule, table))


def _concerned(rule: StatementRule, table: FigureTable, row: int) -> tuple[str, ...]:
    """The indicators that are the unit's business: those it was not assigned say nothing about it."""
    outside = (State.NOT_ASSIGNED, State.NOT_APPLICABLE)
    return tuple(one for one in rule.indicators if table.figure(one).states[row] not in outside)


def _reported(rule: StatementRule, table: FigureTable, row: int) -> bool:
    concerned = _concerned(rule, table, row)
    return bool(concerned) and all(table.figure(one).states[row] == State.REPORTED for one in concerned)


def _passes(rule: StatementRule, table: FigureTable, row: int) -> bool:
    concerned = _concerned(rule, table, row)
    return _reported(rule, table, row) and all(_meets(rule, table, one, row) for one in concerned)


def _meets(rule: StatementRule, table: FigureTable, indicator: str, row: int) -> bool:
    if rule.against is Against.TARGET:
        drawn = table.target(indicator)
        if drawn.states[row] != State.REPORTED:
            return False
        limit = drawn.column.at(row)
    elif rule.threshold is not None:
        limit = rule.threshold.ratio
    else:
        return False
    order = compare(table.figure(indicator).column.at(row), limit)
    match rule.comparator:
        case Comparator.ABOVE:
            return order > 0
        case Comparator.AT_LEAST:
            return order >= 0
        case Comparator.BELOW:
            return order < 0
        case Comparator.AT_MOST:
            return order <= 0


def _values(rule: StatementRule, table: FigureTable, row: int) -> tuple[Value, ...]:
    figures = [table.chosen(table.units[row].code, indicator) for indicator in rule.indicators]
    values = [figure.value for figure in figures if figure is not None]
    return tuple(value for value in values if isinstance(value, Value))


def _sum(rule: StatementRule, table: FigureTable) -> Counts | None:
    """Counts add; a rate without counts cannot be added, so then there is no sum."""
    if len(rule.indicators) != 1:
        return None
    figures = [table.chosen(unit.code, rule.indicators[0]) for unit in table.units]
    values = [figure.value for figure in figures if figure is not None and figure.state is State.REPORTED]
    counts = [value for value in values if isinstance(value, Counts)]
    if not counts or len(counts) != len(table.units):
        return None
    return Counts(sum(one.numerator for one in counts), sum(one.denominator for one in counts), counts[0].kind)


def check_rule(rule: StatementRule, rulebook: Rulebook, place: Place) -> Iterator[Problem]:
    """What keeps a statement from being made: an indicator that nobody knows, a limit in another measure."""
    kinds = {one.code: one.kind for one in rulebook.indicators}
    for code in rule.indicators:
        if code not in kinds:
            yield Problem("figures.unknown_indicator", {"found": code}, place)
        elif isinstance(rule.threshold, Number) and kinds[code].is_ratio:
            yield Problem("rulebook.number_for_a_percent", {"found": rule.threshold, "indicator": code}, place)
        elif isinstance(rule.threshold, Rate) and not kinds[code].is_ratio:
            yield Problem("rulebook.percent_of_a_number", {"found": rule.threshold, "indicator": code}, place)
