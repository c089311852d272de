"""The scoring of DOMAIN §3 once more, one cell at a time in fractions: the oracle of every kind, leaf, group and total.

Written from DOMAIN.md and from the docstrings of the kinds, not from their code; shares with the product only the
parsed rulebook and the classes of values. `branches` counts which way each cell took, so that a test can assert that
its generator reached every way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import floor

from thidua.core.kinds.base import Shape, Source
from thidua.core.numbers import Counts
from thidua.core.rulebook.adjustments import Adjustment, BestOf, Predicate
from thidua.core.rulebook.schema import Criterion, Leaf, Rulebook, StricterOf
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.scoring.figures import Figure, FigureTable, FigureValue, Level, Member
from thidua.core.states import State

ZERO, ONE = Fraction(0), Fraction(1)


def half_up(value: Fraction, places: int) -> Fraction:
    """Rounded to so many decimals, a half away from zero."""
    scaled = abs(value) * 10**places
    nearest = Fraction(floor(scaled + Fraction(1, 2)), 10**places)
    return nearest if value >= 0 else -nearest


def fraction(value: object) -> Fraction:
    """A typed value as a fraction: a verdict is 1 or 0, a day its number, a level its place."""
    if isinstance(value, Level):
        return Fraction(value.index)
    if isinstance(value, date):
        return Fraction(value.toordinal())
    if isinstance(value, bool):
        return Fraction(int(value))
    return Fraction(*value.ratio)  # type: ignore[attr-defined]


@dataclass(slots=True)
class Cell:
    """One criterion of one unit. exact: before rounding, None where the state gives the points."""

    state: State
    points: Fraction = ZERO
    maximum: Fraction = ZERO
    exact: Fraction | None = None
    deducted: Fraction = ZERO
    added: Fraction = ZERO


@dataclass(slots=True)
class Sheet:
    """A unit's whole sheet: criteria by code, and the lines of its total."""

    cells: dict[str, Cell] = field(default_factory=dict)
    groups: dict[str, tuple[Fraction, Fraction]] = field(default_factory=dict)  # points, maximum
    total: Fraction = ZERO
    maximum: Fraction = ZERO
    knocked_out: bool = False


@dataclass(slots=True)
class Oracle:
    """Scores a table. `refused` holds (unit, criterion, code) for every cell that a rule cannot judge."""

    rulebook: Rulebook
    table: FigureTable
    adjustments: Mapping[str, Fraction] = field(default_factory=dict)
    branches: Counter[str] = field(default_factory=Counter)
    refused: set[tuple[str, str, str]] = field(default_factory=set)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    said: dict[tuple[str, str], Figure] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.table.figures:
            key = (one.unit, one.indicator)
            earlier = self.said.get(key)
            if one.stage.rank <= self.table.stage.rank and (earlier is None or earlier.stage.rank < one.stage.rank):
                self.said[key] = one

    def score(self) -> dict[str, Sheet]:
        """All sheets by unit."""
        self.sheets = {unit.code: Sheet() for unit in self.table.units}
        for node, leaf in self.rulebook.leaves:
            self.score_leaf(node, leaf)
        for unit in self.table.units:
            self.score_sheet(unit)
        return self.sheets

    def figure(self, unit: Member, indicator: str) -> tuple[State, FigureValue | None]:
        """The figure of the latest stage up to the table's; a share of nothing is not reported."""
        chosen = self.said.get((unit.code, indicator))
        if chosen is None or getattr(chosen.value, "denominator", 1) == 0:
            return State.MISSING, None
        return chosen.state, chosen.value

    def state(self, unit: Member, indicator: str) -> State:
        return self.figure(unit, indicator)[0]

    def number(self, unit: Member, indicator: str) -> Fraction:
        value = self.figure(unit, indicator)[1]
        return ZERO if value is None else fraction(value)

    def target(self, unit: Member, leaf: Leaf) -> Fraction | None:
        """The target of a leaf: written in the rulebook, given to the unit, or the stricter of those that it has."""
        if isinstance(leaf.target, StricterOf):
            had = [self.one_target(unit, leaf, one) for one in leaf.target.targets]
            known = [one for one in had if one is not None]
            less = self.rulebook.indicator(leaf.indicator).direction.value == "less"
            self.branches["stricter.several" if len(set(known)) > 1 else "stricter.one"] += 1
            return (min(known) if less else max(known)) if known else None
        return self.given_target(unit, leaf) if leaf.target is None else fraction(leaf.target)

    def one_target(self, unit: Member, leaf: Leaf, target: object) -> Fraction | None:
        """One of several targets: a number, the season's own, or another indicator's figure."""
        if not isinstance(target, str):
            return fraction(target)
        if target == "season":
            return self.given_target(unit, leaf)
        return self.number(unit, target) if self.state(unit, target) is State.REPORTED else None

    def given_target(self, unit: Member, leaf: Leaf) -> Fraction | None:
        given = [one for one in self.table.targets if (one.unit, one.indicator) == (unit.code, leaf.indicator)]
        value = given[-1].value if given else None
        return None if value is None else fraction(value)

    def holds(self, predicate: Predicate, unit: Member) -> bool:
        """A predicate about a figure that is not reported is false."""
        state, value = self.figure(unit, predicate.indicator)
        if state is not State.REPORTED:
            return False
        if predicate.passed is not None:
            return (value is True) == predicate.passed
        return inside(predicate, fraction(value))

    def leaf_state(self, leaf: Leaf, unit: Member) -> State:
        own, needed = self.state(unit, leaf.indicator), list(leaf.source.indicators())
        if getattr(getattr(leaf.source, "missing", None), "value", "") == "skip":
            some = any(self.state(unit, other) is State.REPORTED for other in needed)
            own, needed = State.REPORTED if own is State.MISSING and some else own, []
        if own is not State.REPORTED:
            return own
        needed += self.asked_beside(leaf)
        needed += leaf.target.indicators if isinstance(leaf.target, StricterOf) else ()
        for one in leaf.adjustments:
            if one.when_missing.value == "blocks":
                needed += [one.indicator, *one.source.indicators(), *one.shape.indicators()]
                needed += [one.when.indicator] if one.when else []
        missing = any(self.state(unit, indicator) is State.MISSING for indicator in needed)
        return State.MISSING if missing else State.REPORTED

    def asked_beside(self, leaf: Leaf) -> list[str]:
        """The class, the level and the months without which the base points cannot be formed."""
        coefficient = [leaf.coefficient.indicator] if leaf.coefficient else []
        return [*leaf.shape.indicators(), *coefficient, *([leaf.months] if leaf.months else [])]

    def full(self, node: Criterion, leaf: Leaf, unit: Member) -> Fraction:
        """The points of a criterion (M), for the months of the task where they are reported (K43)."""
        part = bool(leaf.months) and self.state(unit, leaf.months) is State.REPORTED
        return fraction(node.points) * (self.number(unit, leaf.months) / 12 if part else ONE)

    def weighed(self, leaf: Leaf, unit: Member, points: Fraction) -> Fraction:
        """Base points times the factor of the unit's class (K40)."""
        if leaf.coefficient is None:
            return points
        self.branches["coefficient"] += 1
        return points * fraction(leaf.coefficient.factors[int(self.number(unit, leaf.coefficient.indicator))])

    def score_leaf(self, node: Criterion, leaf: Leaf) -> None:
        states = {unit.code: self.leaf_state(leaf, unit) for unit in self.table.units}
        able = [unit for unit in self.table.units if states[unit.code] is State.REPORTED]
        base = self.judge(
            node, leaf, self.demanded(node, leaf, able), leaf.indicator, leaf.source, leaf.shape,
            lambda unit: self.target(unit, leaf),
        )  # fmt: skip
        deducted = self.adjusted(node, leaf, able, leaf.deductions, fraction_or_none(leaf.deduction_cap))
        added = self.adjusted(node, leaf, able, leaf.bonuses, fraction_or_none(leaf.bonus_cap))
        for unit in self.table.units:
            cell = Cell(states[unit.code])
            if unit in able:
                cell.deducted, cell.added = deducted[unit.code], added[unit.code]
                cell.exact = self.ordered(node, leaf, unit, self.weighed(leaf, unit, base[unit.code]), cell)
                by_leaf = self.rulebook.rounding.value == "leaf"
                cell.points = half_up(cell.exact, self.rulebook.places) if by_leaf else cell.exact
            self.sheets[unit.code].cells[node.code] = cell
        for unit in self.table.units:
            self.apply_state(node, leaf, unit)

    def demanded(self, node: Criterion, leaf: Leaf, able: list[Member]) -> list[Member]:
        """Those who were given a class, a level and months; the others are refused, as are more than twelve months."""
        found: list[Member] = []
        for unit in able:
            if leaf.months and self.number(unit, leaf.months) > 12:
                self.refused.add((unit.code, node.code, "scoring.too_many_months"))
            if all(self.state(unit, one) is State.REPORTED for one in self.asked_beside(leaf)):
                self.branches["months"] += bool(leaf.months)
                found.append(unit)
            else:
                self.refused.add((unit.code, node.code, "scoring.figure_not_given"))
        return found

    def ordered(self, node: Criterion, leaf: Leaf, unit: Member, points: Fraction, cell: Cell) -> Fraction:
        """Deductions, bonuses and the limit in the rulebook's order."""
        cap = self.full(node, leaf, unit) if leaf.cap is None else fraction(leaf.cap)
        for step in leaf.order:
            if step.value == "deductions":
                points -= cell.deducted
            elif step.value == "bonuses":
                points += cell.added
            else:
                self.branches["limit.cap"] += points > cap
                self.branches["limit.floor"] += points < fraction(leaf.floor)
                points = max(min(points, cap), fraction(leaf.floor))
        return points

    def apply_state(self, node: Criterion, leaf: Leaf, unit: Member) -> None:
        """What not assigned and not applicable do to points and maximum (K24)."""
        cell, full = self.sheets[unit.code].cells[node.code], half_up(self.full(node, leaf, unit), self.rulebook.places)
        mode = (leaf.not_assigned or self.rulebook.not_assigned).value
        cell.maximum = full
        self.branches[f"state.{cell.state.word}"] += 1
        if cell.state not in (State.NOT_ASSIGNED, State.NOT_APPLICABLE):
            return
        self.branches[f"not_assigned.{mode}"] += 1
        if mode == "exclude":
            cell.maximum = ZERO
        elif mode == "full":
            cell.points = full
        elif mode == "average":
            mates = [self.sheets[one.code].cells[node.code] for one in self.mates(unit)]
            given = [one.points for one in mates if one.state is State.REPORTED]
            mean = sum(given, ZERO) / len(given) if given else ZERO
            cell.points = half_up(mean, self.rulebook.places)

    def mates(self, unit: Member) -> list[Member]:
        return [one for one in self.table.units if one.cluster == unit.cluster]

    def adjusted(
        self,
        node: Criterion,
        leaf: Leaf,
        able: list[Member],
        adjustments: tuple[Adjustment | BestOf, ...],
        cap: Fraction | None,
    ) -> dict[str, Fraction]:
        """The sum of the adjustments of one sort per unit, under their common cap."""
        sums = {unit.code: ZERO for unit in self.table.units}
        for one in adjustments:
            several = one.alternatives if isinstance(one, BestOf) else (one,)
            found = [self.adjustment(node, leaf, able, each) for each in several]
            for unit in able:
                amounts = [amount[unit.code] for amount in found]
                if isinstance(one, BestOf):
                    self.branches["best_of.first" if amounts[0] == max(amounts) else "best_of.other"] += 1
                sums[unit.code] += self.capped(max(amounts), one)
        if cap is not None and adjustments:
            for unit in able:
                self.branches["limit.common_cap"] += sums[unit.code] > cap
                sums[unit.code] = min(sums[unit.code], cap)
        return sums

    def adjustment(self, node: Criterion, leaf: Leaf, able: list[Member], one: Adjustment) -> dict[str, Fraction]:
        """What one adjustment comes to per unit, under its own cap; nothing where it does not apply."""
        apply = [unit for unit in able if self.applies(one, unit)]
        self.branches["adjustment.applies"] += len(apply)
        self.branches["adjustment.not"] += len(able) - len(apply)
        points = self.judge(node, leaf, apply, one.indicator, one.source, one.shape, lambda _unit: None)
        return {code: self.capped(amount, one) for code, amount in points.items()}

    def capped(self, amount: Fraction, one: Adjustment | BestOf) -> Fraction:
        if one.cap is None or amount <= fraction(one.cap):
            return amount
        self.branches["limit.adjustment_cap"] += 1
        return fraction(one.cap)

    def applies(self, adjustment: Adjustment, unit: Member) -> bool:
        asked = (adjustment.indicator, *adjustment.source.indicators(), *adjustment.shape.indicators())
        if any(self.state(unit, indicator) is not State.REPORTED for indicator in asked):
            return False
        return adjustment.when is None or self.holds(adjustment.when, unit)

    def judge(  # noqa: PLR0917 - what one rule is made of
        self,
        node: Criterion,
        leaf: Leaf,
        able: list[Member],
        indicator: str,
        source: Source,
        shape: Shape,
        target: Callable[[Member], Fraction | None],
    ) -> dict[str, Fraction]:
        """Points of one rule per able unit; a unit that cannot be judged has 0 and stands in `refused`."""
        judged = _Judged(self, node, leaf, indicator, source, shape, target)
        judged.draw(able)
        return judged.points()

    def score_sheet(self, unit: Member) -> None:
        sheet, rounding = self.sheets[unit.code], self.rulebook.rounding.value
        tops = [self.score_criterion(unit, criterion) for criterion in self.rulebook.criteria]
        points, sheet.maximum = sum((top[0] for top in tops), ZERO), sum((top[1] for top in tops), ZERO)
        limits = self.rulebook.total
        points = self.bounded("total", points, fraction_or_none(limits.cap), fraction_or_none(limits.floor))
        if rounding == "total":
            points = half_up(points, self.rulebook.places)
        points += self.adjustments.get(unit.code, ZERO)
        if limits.rescale_to is not None:
            self.branches["total.rescaled"] += 1
            share = ZERO if not sheet.maximum else fraction(limits.rescale_to) * points / sheet.maximum
            points = half_up(share, self.rulebook.places)
        sheet.total = half_up(points, self.rulebook.places)
        out = [one for one in self.rulebook.knock_outs if one.effect.value == "not_ranked"]
        sheet.knocked_out = any(self.holds(one.when, unit) for one in out)

    def score_criterion(self, unit: Member, criterion: Criterion) -> tuple[Fraction, Fraction]:
        sheet = self.sheets[unit.code]
        if criterion.group is None:
            return sheet.cells[criterion.code].points, sheet.cells[criterion.code].maximum
        group = criterion.group
        parts = [self.score_criterion(unit, part) for part in group.parts]
        points, maximum = sum((part[0] for part in parts), ZERO), sum((part[1] for part in parts), ZERO)
        cap, least = fraction_or_none(group.cap), fraction_or_none(group.floor)
        if group.scale_down and cap is not None and points > cap:
            self.branches["group.scaled_down"] += 1
            shares = largest_remainder([part[0] for part in parts], half_up(cap, self.rulebook.places), self.places())
            for part, share in zip(group.parts, shares, strict=True):
                sheet.cells[part.code].points = share
            points = sum(shares, ZERO)
        points = self.bounded("group", points, cap, least)
        for one in self.rulebook.knock_outs:
            if one.effect.value == "zero_group" and one.criterion == criterion.code and self.holds(one.when, unit):
                self.branches["group.emptied"] += 1
                points = ZERO
        maximum = maximum if cap is None else min(maximum, cap)
        sheet.groups[criterion.code] = (points, maximum)
        return points, maximum

    def places(self) -> int:
        return self.rulebook.places

    def bounded(self, what: str, points: Fraction, cap: Fraction | None, least: Fraction | None) -> Fraction:
        if cap is not None and points > cap:
            self.branches[f"{what}.cap"] += 1
            points = cap
        if least is not None and points < least:
            self.branches[f"{what}.floor"] += 1
            points = least
        return points


@dataclass(slots=True)
class _Judged:
    """One source and one shape over the units that they apply to."""

    oracle: Oracle
    node: Criterion
    leaf: Leaf
    indicator: str
    source: Source
    shape: Shape
    target: Callable[[Member], Fraction | None]
    able: Sequence[Member] = ()
    values: dict[str, Fraction] = field(default_factory=dict)
    units: list[Member] = field(default_factory=list)
    unformed: dict[str, str] = field(default_factory=dict)

    def full(self, unit: Member) -> Fraction:
        return self.oracle.full(self.node, self.leaf, unit)

    @property
    def less(self) -> bool:
        return self.oracle.rulebook.indicator(self.indicator).direction.value == "less"

    def refuse(self, unit: Member, code: str) -> Fraction:
        self.oracle.refused.add((unit.code, self.node.code, code))
        return ZERO

    def way(self, name: str) -> None:
        self.oracle.branches[f"{self.shape.name}.{name}"] += 1

    def draw(self, able: Sequence[Member]) -> None:
        bounds = self.shape.bounds(self.node.points)
        self.able = able
        for unit in able:
            self.units.append(unit)
            figure = self.oracle.number(unit, self.indicator)
            entered = self.reported(unit, (self.indicator, *self.source.indicators()))
            if bounds is not None and not all(fraction(bounds[0]) <= one <= fraction(bounds[1]) for one in entered):
                self.refuse(unit, "scoring.outside_bounds")
            drawn = self.draw_one(unit, figure)
            if isinstance(drawn, str):
                self.unformed[unit.code] = drawn
            elif drawn is not None:
                self.values[unit.code] = drawn

    def draw_one(self, unit: Member, figure: Fraction) -> Fraction | str | None:
        """The judged value, or the code of why there is none; None when that is refused already."""
        kind, source = self.source.name, self.source
        self.oracle.branches[f"source.{kind}.{getattr(source, 'mode', '')}"] += 1
        if kind == "figure":
            places: int | None = source.percent_places  # type: ignore[attr-defined]
            return figure if places is None else half_up(figure, places + 2)
        if kind == "growth":
            base_of: str = source.base  # type: ignore[attr-defined]
            if self.oracle.state(unit, base_of) is not State.REPORTED:
                return "scoring.no_base"
            return change(figure, self.oracle.number(unit, base_of), source, "scoring.growth_from_zero")
        if kind == "deviation":
            target = self.target(unit)
            if target is None:
                return "scoring.no_target"
            if not target and source.mode.value == "relative":  # type: ignore[attr-defined]
                self.refuse(unit, "scoring.zero_target")
                return None
            return change(figure, target, source, "")
        if kind in ("per_capita", "mean", "weighted_index", "against_mean"):
            return getattr(self, f"_of_{kind}")(unit, figure)  # type: ignore[no-any-return]
        calendar = self.oracle.table.calendar
        assert calendar is not None
        return Fraction(working_days(date.fromordinal(int(figure)), source.due, calendar.is_working))  # type: ignore[attr-defined]

    def reported(self, unit: Member, indicators: Sequence[str]) -> list[Fraction]:
        """The figures that were reported, in the order asked."""
        given = (one for one in indicators if self.oracle.state(unit, one) is State.REPORTED)
        return [self.oracle.number(unit, one) for one in given]

    def _of_per_capita(self, unit: Member, figure: Fraction) -> Fraction | str:
        people = self.oracle.number(unit, self.source.population)  # type: ignore[attr-defined]
        return figure * fraction(self.source.per) / people if people else "scoring.zero_population"  # type: ignore[attr-defined]

    def _of_mean(self, unit: Member, _figure: Fraction) -> Fraction | str:
        """The mean of what was reported: weighed, or without the extremes where enough is left."""
        several, trim, weights = (self.indicator, *self.source.indicators()), self.source.trim, self.source.weights  # type: ignore[attr-defined]
        if weights is not None:
            pairs = [
                (self.reported(unit, (one,)), fraction(weight)) for one, weight in zip(several, weights, strict=True)
            ]
            size = sum((weight for found, weight in pairs if found), ZERO)
            self.oracle.branches["mean.weighed" if size else "mean.nothing_weighed"] += 1
            summed = sum((found[0] * weight for found, weight in pairs if found), ZERO)
            return summed / size if size else "scoring.figure_not_given"
        values = sorted(self.reported(unit, several))
        enough = len(values) > 2 * trim
        self.oracle.branches["mean.plain" if not trim else "mean.trimmed" if enough else "mean.too_few"] += 1
        kept = values[trim : len(values) - trim] if enough else values
        return sum(kept, ZERO) / len(kept)

    def _of_weighted_index(self, unit: Member, _figure: Fraction) -> Fraction | str:
        several, source = (self.indicator, *self.source.indicators()), self.source
        values = self.reported(unit, several)
        if len(values) < len(several):
            return "scoring.figure_not_given"
        weights = [fraction(weight) for weight in source.weights]  # type: ignore[attr-defined]
        return fraction(source.scale) * sum((a * b for a, b in zip(weights, values, strict=True)), ZERO)  # type: ignore[attr-defined]

    def _of_against_mean(self, unit: Member, figure: Fraction) -> Fraction | None:
        """Own share less the ratio of the cluster's sums, as counted; a rate without counts is refused."""
        asked = [self.oracle.figure(one, self.indicator)[1] for one in self.able if one.cluster == unit.cluster]
        counted = [one for one in asked if isinstance(one, Counts)]
        if not isinstance(self.oracle.figure(unit, self.indicator)[1], Counts):
            self.refuse(unit, "scoring.rate_has_no_counts")
            return None
        whole = sum(one.denominator for one in counted)
        return figure - Fraction(sum(one.numerator for one in counted), whole)

    def points(self) -> dict[str, Fraction]:
        found = {unit.code: ZERO for unit in self.oracle.table.units}
        for unit in self.units:
            code = self.unformed.get(unit.code)
            named = getattr(self.shape, "no_value", None)
            if unit.code in self.values:
                found[unit.code] = getattr(self, f"_{self.shape.name}")(unit, self.values[unit.code])
            elif code is not None and named is None:
                self.refuse(unit, code)
            elif code is not None:
                self.way("no_value")
                found[unit.code] = fraction(named)
        return found

    def _entry(self, _unit: Member, value: Fraction) -> Fraction:
        return value

    _range = _entry

    def _balance(self, unit: Member, _value: Fraction) -> Fraction:
        start = self.shape.start  # type: ignore[attr-defined]
        return self.full(unit) if start is None else fraction(start)

    def _pass_fail(self, unit: Member, value: Fraction) -> Fraction:
        self.way("passed" if value else "failed")
        return self.full(unit) if value else ZERO

    def _all_or_nothing(self, unit: Member, value: Fraction) -> Fraction:
        need = fraction(self.shape.need)  # type: ignore[attr-defined]
        reached = value <= need if self.less else value >= need
        self.way("edge" if value == need else "reached" if reached else "missed")
        return self.full(unit) if reached else ZERO

    def _per_event(self, _unit: Member, value: Fraction) -> Fraction:
        return value * fraction(self.shape.each)  # type: ignore[attr-defined]

    def _per_step(self, _unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        start, step = fraction(shape.start), fraction(shape.step)  # type: ignore[attr-defined]
        over = start - value if self.less else value - start
        if over <= 0:
            self.way("edge" if not over else "not_passed")
            return ZERO
        steps = over / step
        self.way("passed")
        counted = Fraction(floor(steps)) if shape.whole_steps else steps  # type: ignore[attr-defined]
        return fraction(shape.first) + counted * fraction(shape.each)  # type: ignore[attr-defined]

    def _bands(self, unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        for band in shape.bands:  # type: ignore[attr-defined]
            if inside(band, value):
                on_edge = value in [fraction(end) for end, _closed in (band.lower, band.upper) if end is not None]
                self.way("edge" if on_edge else "inside")
                return fraction(band.points)
        if shape.otherwise is None:  # type: ignore[attr-defined]
            return self.refuse(unit, "scoring.no_band")
        self.way("otherwise")
        return fraction(shape.otherwise)  # type: ignore[attr-defined]

    def _two_key_bands(self, unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        key = self.oracle.number(unit, shape.by)  # type: ignore[attr-defined]
        bands = [band for one in shape.classes if inside(one, key) for band in one.bands]  # type: ignore[attr-defined]
        held = [band for band in bands if inside(band, value)]
        self.way("held" if held else "outside" if bands else "no_class")
        if not held and shape.otherwise is None:  # type: ignore[attr-defined]
            return self.refuse(unit, "scoring.no_band")
        return fraction(held[0].points if held else shape.otherwise)  # type: ignore[attr-defined]

    def _by_level(self, _unit: Member, value: Fraction) -> Fraction:
        self.way("level")
        return fraction(self.shape.points_of_levels[int(value)])  # type: ignore[attr-defined]

    def _proportional(self, unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        cap, least = fraction(shape.cap), fraction(shape.floor)  # type: ignore[attr-defined]
        ratio: Fraction | None = value
        if shape.of.value == "target":  # type: ignore[attr-defined]
            ratio = self.reached(unit, value, cap)
        if ratio is None:
            return ZERO
        self.way("below_floor" if ratio < least else "capped" if ratio > cap else "edge" if ratio == cap else "between")
        if ratio < least:
            return ZERO
        return self.full(unit) * min(ratio, cap)

    def reached(self, unit: Member, value: Fraction, most: Fraction) -> Fraction | None:
        """The degree to which a target is reached; None when it was refused."""
        target, policy = self.target(unit), self.shape.zero_target.value  # type: ignore[attr-defined]
        if target is None or (not target and policy == "no_target"):
            self.refuse(unit, "scoring.no_target")
            return None
        if target:
            return self.attained(value, target, most)
        if policy == "error":
            self.refuse(unit, "scoring.zero_target")
            return None
        self.way("zero_target")
        return ONE if (value <= 0 if self.less else value >= 0) else ZERO

    def attained(self, value: Fraction, target: Fraction, most: Fraction) -> Fraction:
        """A/T for a target that a larger size reaches better (more of a gain, less of a fall below zero), else T/A."""
        if self.less == (target < 0):
            self.way("direct")
            return value / target
        beyond = value <= 0 if self.less else value >= 0
        self.way("beyond_zero" if beyond else "inverse")
        return most if beyond else target / value

    def _relative_to_best(self, unit: Member, value: Fraction) -> Fraction:
        rivals = [self.values[one.code] for one in self.oracle.mates(unit) if one.code in self.values]
        self.way("alone" if len(rivals) == 1 else "among")
        return self.full(unit) * self.share(value, rivals, all_zero=ONE if self.less else ZERO)

    def share(self, value: Fraction, rivals: list[Fraction], all_zero: Fraction) -> Fraction:
        """How far a value comes up to the best: 1 for the best, nothing on the other side of zero."""
        best = min(rivals) if self.less else max(rivals)
        self.way("leader" if value == best else "follower")
        self.way("tied_leaders" if rivals.count(best) > 1 else "one_leader")
        if not best:
            return all_zero if not value else ZERO
        if (value > 0) != (best > 0) or not value:
            return ZERO
        return min(value / best, best / value)

    def _target_and_leader(self, unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        base = self.full(unit) * fraction(shape.base_share)  # type: ignore[attr-defined]
        target = self.effective_target(unit)
        if target is None:
            rivals = [one for one in self.oracle.mates(unit) if one.code in self.values]
            group = [self.values[one.code] for one in rivals if self.effective_target(one) is None]
            self.way("no_target_alone" if len(group) == 1 else "no_target_group")
            return self.full(unit) * self.share(value, group, all_zero=ONE if self.less else ZERO)
        if not target:
            met = value <= 0 if self.less else value >= 0
            self.way("zero_met" if met else "zero_missed")
            return base if met else ZERO
        excess = self.excess(value, target)
        if excess > 0:
            return base + (self.full(unit) - base) * self.beyond(unit, value, excess)
        self.way("met" if not excess else "below")
        return base if not excess else max(ZERO, base * self.attained(value, target, ONE))

    def _rank_points(self, unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        rivals = [self.values[one.code] for one in self.oracle.mates(unit) if one.code in self.values]
        better = [one for one in rivals if (one < value if self.less else one > value)]
        tied = rivals.count(value)
        self.way("tied" if tied > 1 else "alone")
        place = Fraction(len(better) + 1)
        if shape.ties.value == "dense":  # type: ignore[attr-defined]
            place = Fraction(len(set(better)) + 1)
        elif shape.ties.value == "mean":  # type: ignore[attr-defined]
            place += Fraction(tied - 1, 2)
        first = self.full(unit) if shape.first is None else fraction(shape.first)  # type: ignore[attr-defined]
        return max(ZERO, first - fraction(shape.each) * (place - 1))  # type: ignore[attr-defined]

    def _piecewise(self, _unit: Member, value: Fraction) -> Fraction:
        knots = [(fraction(one.at), fraction(one.points)) for one in self.shape.knots]  # type: ignore[attr-defined]
        if value <= knots[0][0] or value >= knots[-1][0]:
            self.way("flat")
            return knots[0][1] if value <= knots[0][0] else knots[-1][1]
        low, high = next((a, b) for a, b in pairwise(knots) if a[0] <= value <= b[0])
        self.way("edge" if value in (low[0], high[0]) else "between")
        return low[1] + (high[1] - low[1]) * (value - low[0]) / (high[0] - low[0])

    def effective_target(self, unit: Member) -> Fraction | None:
        """A target of zero counts, counts as none, or is refused, as the rule says."""
        target = self.target(unit)
        if target is None or target:
            return target
        policy = self.shape.zero_target.value  # type: ignore[attr-defined]
        if policy == "error":
            self.refuse(unit, "scoring.zero_target")
        return target if policy == "met_if_zero" else None

    def excess(self, value: Fraction, target: Fraction) -> Fraction:
        x = (value - target) / abs(target)
        return -x if self.less else x

    def beyond(self, unit: Member, value: Fraction, excess: Fraction) -> Fraction:
        """The share of the rest that an exceeder earns beside the leader."""
        beyond: list[tuple[Fraction, Fraction]] = []
        for one in self.oracle.mates(unit):
            target = self.effective_target(one) if one.code in self.values else None
            if target and self.excess(self.values[one.code], target) > 0:
                beyond.append((self.values[one.code], self.excess(self.values[one.code], target)))
        if self.shape.leader_by.value == "A":  # type: ignore[attr-defined]
            self.way("by_result")
            return self.share(value, [one for one, _x in beyond], all_zero=ONE)
        best = max(x for _one, x in beyond)
        self.way("leader" if excess == best else "follower")
        self.way("tied_leaders" if [x for _one, x in beyond].count(best) > 1 else "one_leader")
        return excess / best


def values_of(sheet: Sheet) -> dict[str, object]:
    """Everything that a sheet says: (state, points, maximum) of leaves, (points, maximum) of groups, the total."""
    cells = {code: (cell.state, cell.points, cell.maximum) for code, cell in sheet.cells.items()}
    return {"total": sheet.total, **cells, **sheet.groups}


def values_scored(evaluation: Evaluation, row: int) -> dict[str, object]:
    """The same of a unit that the product has scored."""
    found: dict[str, object] = {"total": fraction(evaluation.total_points(row))}
    for code, leaf in evaluation.leaves.items():
        points, maximum = (Fraction(*column.at(row)) for column in (leaf.points, leaf.maximum))
        found[code] = (evaluation.state(code, row), points, maximum)
    for code, group in evaluation.groups.items():
        found[code] = (Fraction(*group.points.at(row)), Fraction(*group.maximum.at(row)))
    return found


def change(figure: Fraction, base: Fraction, source: Source, from_zero: str) -> Fraction | str:
    """A − B in points, or (A − B)/B; from zero only zero stays."""
    if source.mode.value == "pp":  # type: ignore[attr-defined]
        return figure - base
    if base:
        return (figure - base) / base
    return from_zero if figure else ZERO


def inside(interval: object, value: Fraction) -> bool:
    """Whether a value lies between the ends that are written."""
    ends = {name: getattr(interval, name) for name in ("above", "from_", "below", "up_to")}
    given = {name: fraction(end) for name, end in ends.items() if end is not None}
    return (
        ("above" not in given or value > given["above"])
        and ("from_" not in given or value >= given["from_"])
        and ("below" not in given or value < given["below"])
        and ("up_to" not in given or value <= given["up_to"])
    )


def working_days(done: date, due: date, is_working: Callable[[date], bool]) -> int:
    """Counted one day at a time: working days from the first up to, not including, the second; negative when late."""
    first, last = sorted((done, due))
    days = sum(is_working(date.fromordinal(day)) for day in range(first.toordinal(), last.toordinal()))
    return days if done <= due else -days


def largest_remainder(amounts: list[Fraction], cap: Fraction, places: int) -> list[Fraction]:
    """Shares of the cap in proportion, cut to the last decimal; what is left goes to the largest remainders."""
    unit = Fraction(1, 10**places)
    wanted = [cap * amount / sum(amounts) for amount in amounts]
    shares = [floor(one / unit) * unit for one in wanted]
    order = sorted(range(len(amounts)), key=lambda i: (-(wanted[i] - shares[i]), i))
    for index in order[: int((cap - sum(shares)) / unit)]:
        shares[index] += unit
    return shares


def fraction_or_none(number: object) -> Fraction | None:
    return None if number is None else fraction(number)


def ranks(totals: Sequence[tuple[Fraction, ...]], method: str) -> list[Fraction]:
    """The rank of each entry by counting; entries are compared key by key, larger first."""
    better = [sum(other > one for other in totals) for one in totals]
    level = [sum(other == one for other in totals) for one in totals]
    if method == "competition":
        return [Fraction(count + 1) for count in better]
    if method == "mean":
        return [count + Fraction(same + 1, 2) for count, same in zip(better, level, strict=True)]
    return [Fraction(len({other for other in totals if other > one}) + 1) for one in totals]
