"""The scoring of DOMAIN §3 once more, one cell at a time in fractions: the oracle of every kind, leaf, group and total.

Written from DOMAIN.md and from the docstrings of the kinds, not from their code; shares with the product only the
parsed rulebook and the classes of values. `branches` counts which way each cell took, so that a test can assert that
its generator reached every way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from core.oracle_rules import ONE, ZERO, Judged, fraction, half_up, inside
from thidua.core.kinds.base import Shape, Source
from thidua.core.rulebook.adjustments import Adjustment, BestOf, Predicate
from thidua.core.rulebook.schema import Criterion, Leaf, Rulebook, StricterOf
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.scoring.figures import Figure, FigureTable, FigureValue, Member
from thidua.core.states import State


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
            if leaf.months and leaf.shape.name == "entry":
                self.hold_within_months(node, leaf, unit)
            if all(self.state(unit, one) is State.REPORTED for one in self.asked_beside(leaf)):
                self.branches["months"] += bool(leaf.months)
                found.append(unit)
            else:
                self.refused.add((unit.code, node.code, "scoring.figure_not_given"))
        return found

    def hold_within_months(self, node: Criterion, leaf: Leaf, unit: Member) -> None:
        """Points above the printed part of the year, though not above those of the whole year, are refused."""
        part, whole = half_up(self.full(node, leaf, unit), self.rulebook.places), fraction(node.points)
        asked = [one for one in (leaf.indicator, *leaf.source.indicators()) if self.state(unit, one) is State.REPORTED]
        if any(part < self.number(unit, one) <= whole for one in asked):
            self.branches["beyond months"] += 1
            self.refused.add((unit.code, node.code, "scoring.beyond_months"))

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
        given = leaf.not_assigned or self.rulebook.not_assigned
        if cell.state is State.NOT_APPLICABLE:
            given = leaf.not_applicable or self.rulebook.not_applicable or given
        mode = given.value
        cell.maximum = full
        self.branches[f"state.{cell.state.word}"] += 1
        if cell.state not in (State.NOT_ASSIGNED, State.NOT_APPLICABLE):
            return
        self.branches[f"{cell.state.word}.{mode}"] += 1
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
        judged = Judged(self, node, leaf, indicator, source, shape, target)
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
