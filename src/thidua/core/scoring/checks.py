"""Whether figures can be, beside each other and beside earlier ones: each doubt at its cell, with the reason.

The one place of such checks. They are part of `take_in`, so that the grid, a workbook and the command ask the same. An
error refuses the figure; a warning keeps it and asks the unit for a comment. What is checked without a word in the
rulebook: a percentage above 100, and a change of more than half (`DEFAULT_JUMP`) against what was reported before.
Within the year a figure is held against those of the periods before it.
Limits, wholes and sums are those that the rulebook states. Never rounds; never says that a figure is wrong because it
is rare.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua.core.errors import Problem, Severity
from thidua.core.numbers import Counts, Number, Rate, Value
from thidua.core.periods import YEAR, Aggregation, PeriodName
from thidua.core.plain import Amount
from thidua.core.rulebook.figure_checks import DEFAULT_JUMP, FigureCheck, Weight
from thidua.core.rulebook.schema import FigureKind, Rulebook
from thidua.core.rulebook.veil import hidden_indicators
from thidua.core.scoring.cells import Scope
from thidua.core.scoring.figures import Figure
from thidua.core.states import Stage

# The kinds whose change means something: points, verdicts, levels and days are not compared over the years.
COMPARED = {
    FigureKind.COUNT, FigureKind.DECIMAL, FigureKind.MONEY, FigureKind.PERCENT, FigureKind.SHARE,
    FigureKind.RESULT_TARGET, FigureKind.OF_UNITS,
}  # fmt: skip
SMALL = 10  # from 1 case to 3 is no jump: counts are compared from here on
ASKING = frozenset(
    {
        "checks.below_usual",
        "checks.above_usual",
        "checks.part_above_whole",
        "checks.sum_differs",
        "checks.jump",
        "checks.above_whole",
    }
)
Figures = dict[str, Figure]  # of one unit at one stage and of one period, by indicator


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt: `indicator` names the cell that is to be commented on, the problem stands at the cell that was read."""

    unit: str
    indicator: str
    stage: Stage
    problem: Problem
    period: str = YEAR


def asks_comment(problem: Problem) -> bool:
    """Whether a figure is kept, and its unit is asked for a comment."""
    return problem.severity is Severity.WARNING and problem.code in ASKING


def check_figures(scope: Scope, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Every doubt about these figures, beside those of the scope that stand already and those reported before.

    A doubt names indicators as people know them: by name, or by code where only that is shown.
    """
    if scope.rulebook is None:
        return
    names: dict[str, str] = {}
    for one in _doubts(scope, scope.rulebook, figures):
        names = names or _names(scope.rulebook)
        yield replace(one, problem=replace(one.problem, data=_named(one.problem.data, names)))


def _names(rulebook: Rulebook) -> dict[str, str]:
    hidden = hidden_indicators(rulebook)
    return {one.code: one.code if one.code in hidden else one.name for one in rulebook.indicators}


def _named(data: Mapping[str, object], names: Mapping[str, str]) -> dict[str, object]:
    named = {key: names.get(str(data[key]), data[key]) for key in ("indicator", "whole") if key in data}
    parts = data.get("parts")
    if isinstance(parts, list):
        named["parts"] = [names.get(code, code) for code in parts]
    return {**data, **named}


def _doubts(scope: Scope, rulebook: Rulebook, figures: Sequence[Figure]) -> Iterator[Finding]:
    stated: dict[str, list[FigureCheck]] = defaultdict(list)
    for one in rulebook.checks:
        stated[one.indicator].append(one)
    kinds = {one.code: one.kind for one in rulebook.indicators}
    for figure in figures:
        value = figure.value
        if not isinstance(value, (Number, Counts, Rate)) or not value.ratio[1]:
            continue
        is_whole = figure.period == YEAR  # a month is neither held against a limit of the year nor against last year
        if is_whole or kinds[figure.indicator].is_ratio:
            yield from _ranges(figure, value, stated.get(figure.indicator, ()))
        if kinds[figure.indicator] is FigureKind.PERCENT:
            yield from _above_whole(figure, value, stated.get(figure.indicator, ()))
        is_compared = is_whole and figure.stage is Stage.SELF and kinds[figure.indicator] in COMPARED
        if scope.history and is_compared:
            yield from _jump(scope, figure, value, stated.get(figure.indicator, ()), kinds[figure.indicator])
    if scope.compares:
        yield from _within_the_year(scope, rulebook, figures)
    yield from _relations(scope, rulebook, figures)


def _finding(
    figure: Figure, code: str, weight: Weight, data: Mapping[str, object], *, at: Figure | None = None
) -> Finding:
    severity = Severity.ERROR if weight is Weight.ERROR else Severity.WARNING
    problem = Problem(code, {"indicator": figure.indicator, **data}, (at or figure).origin.place, severity)
    return Finding(figure.unit, figure.indicator, figure.stage, problem, figure.period)


def _ranges(figure: Figure, value: Value, stated: Sequence[FigureCheck]) -> Iterator[Finding]:
    for one in stated:
        if one.least is not None and _is_below(value, one.least):
            code = "checks.below_least" if one.weight is Weight.ERROR else "checks.below_usual"
            yield _finding(figure, code, one.weight, {"found": value, "limit": one.least})
        if one.most is not None and _is_below(one.most, value):
            code = "checks.above_most" if one.weight is Weight.ERROR else "checks.above_usual"
            yield _finding(figure, code, one.weight, {"found": value, "limit": one.most})


def _above_whole(figure: Figure, value: Value, stated: Sequence[FigureCheck]) -> Iterator[Finding]:
    """A percentage above 100, where the rulebook sets no other limit."""
    numerator, denominator = value.ratio
    if numerator > denominator and all(one.most is None for one in stated):
        yield _finding(figure, "checks.above_whole", Weight.WARNING, {"found": value})


def _jump(
    scope: Scope, figure: Figure, value: Value, stated: Sequence[FigureCheck], kind: FigureKind
) -> Iterator[Finding]:
    """A change against the last season's figure of the same time."""
    before = scope.history.get((figure.unit, figure.indicator, figure.period))
    jump = _threshold(stated)
    if before is not None and _has_jumped(value, before.value, jump, kind):
        asked = {"found": value, "before": before.value, "when": before.when, "jump": jump}
        yield _finding(figure, "checks.jump", Weight.WARNING, asked)


def _within_the_year(scope: Scope, rulebook: Rulebook, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Figures of periods that are beyond all that the unit reported in earlier periods of the year, two at least.

    What runs through the year grows by itself and is not compared.
    """
    said: dict[tuple[str, str], dict[str, Figure]] = defaultdict(dict)
    for figure in (*scope.beside, *figures):
        if figure.stage is Stage.SELF and figure.period != YEAR:
            said[figure.unit, figure.indicator][figure.period] = figure
    if not said:
        return
    indicators = {one.code: one for one in rulebook.indicators}
    stated = {one.indicator: one for one in rulebook.checks if one.jump is not None}
    for figure in figures:
        indicator = indicators[figure.indicator]
        if figure.period == YEAR or figure.stage is not Stage.SELF or indicator.kind not in COMPARED:
            continue
        others = said[figure.unit, figure.indicator]
        earlier = [others[code] for code in sorted(others) if code < figure.period]
        if indicator.aggregation is not Aggregation.CUMULATIVE:
            one = stated.get(figure.indicator)
            yield from _beyond(figure, earlier, _threshold([one] if one else []), indicator.kind)


def _beyond(figure: Figure, earlier: Sequence[Figure], jump: Rate, kind: FigureKind) -> Iterator[Finding]:
    known = [(one.value, one.period) for one in earlier if isinstance(one.value, (Number, Counts, Rate))]
    known = [(value, period) for value, period in known if value.ratio[1]]
    value = figure.value
    if len(known) < 2 or not isinstance(value, (Number, Counts, Rate)) or not value.ratio[1]:
        return
    if not all(_has_jumped(value, before, jump, kind) for before, _period in known):
        return
    if len({_is_below(value, before) for before, _period in known}) == 1:  # above all of them, or below all
        before, period = known[-1]
        asked = {"found": value, "before": before, "when": PeriodName(period), "jump": jump}
        yield _finding(figure, "checks.jump", Weight.WARNING, asked)


def _threshold(stated: Sequence[FigureCheck]) -> Rate:
    return next((one.jump for one in stated if one.jump is not None), DEFAULT_JUMP)


def _has_jumped(value: Value, before: Value, jump: Rate, kind: FigureKind) -> bool:
    """Whether two figures differ by more than the threshold of the earlier one; counts below ten are not compared."""
    if kind is FigureKind.COUNT and all(abs(one.ratio[0]) < SMALL for one in (value, before)):
        return False
    (now, of), (then, of_then), (share, whole) = value.ratio, before.ratio, jump.ratio
    return bool(of_then) and abs(now * of_then - then * of) * whole > share * abs(then) * of


def _relations(scope: Scope, rulebook: Rulebook, figures: Sequence[Figure]) -> Iterator[Finding]:
    related = [one for one in rulebook.checks if one.others]
    if not related:
        return
    new: dict[tuple[str, Stage, str], Figures] = defaultdict(dict)
    for figure in figures:
        new[figure.unit, figure.stage, figure.period][figure.indicator] = figure
    standing: dict[tuple[str, Stage, str], Figures] = defaultdict(dict)
    for figure in scope.beside:
        standing[figure.unit, figure.stage, figure.period][figure.indicator] = figure
    for key, own in new.items():
        every = {**standing.get(key, {}), **own}
        for one in related:
            yield from _relation(one, every, own)


def _relation(one: FigureCheck, every: Mapping[str, Figure], new: Mapping[str, Figure]) -> Iterator[Finding]:
    """One statement about figures that are all there; told at the checked indicator, or else at the one typed now."""
    asked = (one.indicator, *one.others)
    at = next((new[code] for code in asked if code in new), None)
    amounts = {code: figure.value for code in asked if (figure := every.get(code)) is not None}
    numbers = {code: value for code, value in amounts.items() if isinstance(value, Number)}
    if at is None or len(numbers) < len(asked):
        return
    own = numbers[one.indicator]
    if one.part_of and _is_below(numbers[one.part_of], own):
        code = "checks.part_beyond_whole" if one.weight is Weight.ERROR else "checks.part_above_whole"
        data = {"found": own, "whole": one.part_of, "of": numbers[one.part_of]}
        yield _finding(every[one.indicator], code, one.weight, data, at=at)
    if one.sum_of:
        total = _sum([numbers[code] for code in one.sum_of])
        if total != own:
            code = "checks.sum_does_not_hold" if one.weight is Weight.ERROR else "checks.sum_differs"
            data = {"found": own, "parts": list(one.sum_of), "sum": total}
            yield _finding(every[one.indicator], code, one.weight, data, at=at)


def _sum(numbers: Sequence[Number]) -> Number:
    places = max(number.places for number in numbers)
    return Number(sum(number.digits * 10 ** (places - number.places) for number in numbers), places)


def _is_below(left: Value | Amount, right: Value | Amount) -> bool:
    (a, b), (c, d) = left.ratio, right.ratio
    return a * d < c * b
