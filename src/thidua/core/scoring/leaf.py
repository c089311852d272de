"""The points of one criterion without parts, for all units at once: source, shape, adjustments, limits, one rounding.

The order in which deductions, bonuses and the limit are applied is the rulebook's. The same run, with notes switched
on, is the explanation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from thidua.core.columns import Column, Integers, Mask, total
from thidua.core.kinds.base import Drawn, Inputs, Note, Run, Shape, Source, missing_where_any
from thidua.core.numbers import Number
from thidua.core.numeric import np
from thidua.core.plain import Amount
from thidua.core.rulebook.adjustments import Adjustment, BestOf, Predicate, WhenMissing
from thidua.core.rulebook.schema import (
    SEASON_TARGET,
    Applied,
    Coefficient,
    Criterion,
    Direction,
    Leaf,
    NotAssigned,
    Rounding,
    Rulebook,
    StricterOf,
)
from thidua.core.states import State

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Refusal:
    """Rows of a criterion that its rule cannot judge, and why."""

    criterion: Criterion
    indicator: str
    mask: Mask
    code: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class LeafScore:
    """A criterion without parts, scored. All columns have one entry per unit.

    points: as printed (rounded by `round: leaf`, exact by `round: total`), 0 where there are none · exact: before
    rounding · maximum: the points that the unit could have got · states: what the criterion is for the unit ·
    indicators: all that the points hang on.
    """

    criterion: Criterion
    leaf: Leaf
    indicators: tuple[str, ...]
    points: Column
    exact: Column
    maximum: Column
    deducted: Column
    added: Column
    states: NDArray[np.int8]
    notes: tuple[Note, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(slots=True)
class _Scoring:
    """One criterion being scored."""

    rulebook: Rulebook
    criterion: Criterion
    leaf: Leaf
    inputs: Inputs
    notes: list[Note] | None
    whole: Column
    refusals: list[Refusal] = field(default_factory=list)

    def run(self, indicator: str, drawn: Drawn, valid: Mask, target: Drawn | None) -> Run:
        has_target = valid & False if target is None else target.states == State.REPORTED
        return Run(
            inputs=self.inputs,
            full=self.full(),
            less_is_better=self.is_less_better(indicator),
            drawn=drawn,
            value=drawn.column,
            valid=valid,
            target=Column.whole(0) if target is None else target.column,
            has_target=has_target,
            notes=self.notes,
        )

    def is_less_better(self, indicator: str) -> bool:
        """The direction of an indicator."""
        return self.rulebook.indicator(indicator).direction is Direction.LESS

    def full(self) -> Column:
        """The points of the criterion (M), or the part of them for the months for which the task was given (K43).

        Months of which nobody has said anything take nothing off: silence must not make a maximum smaller.
        """
        if not self.leaf.months:
            return self.whole
        months = self.inputs.figure(self.leaf.months)
        part = (self.whole * months.column / Column.whole(12)).settled()
        return part.where(np.asarray(months.states == State.REPORTED), self.whole)

    def finish(self, run: Run, indicator: str) -> None:
        for mask, code in run.unformed:
            run.refuse(mask, code)
        self.refusals += [Refusal(self.criterion, indicator, mask, code, data) for mask, code, data in run.refusals]

    def base(self, states: NDArray[np.int8]) -> Column:
        leaf = self.leaf
        run = self.run(leaf.indicator, self.inputs.figure(leaf.indicator), states == State.REPORTED, self.target())
        if leaf.months:
            months = self.inputs.figure(leaf.months).column
            run.refuse(run.valid & (months > Column.whole(12)).mask, "scoring.too_many_months")
            self.refuse_beyond_months(run)
            run.note("leaf.months", months=months, full=run.full)
        if isinstance(leaf.target, StricterOf):
            run.note("leaf.stricter", where=run.has_target, target=run.target)
        self.demand_what_was_given(run)
        points = self.judged(run, leaf.source, leaf.shape)
        self.finish(run, leaf.indicator)
        run.note("leaf.base", points=points)
        return points if leaf.coefficient is None else self.weighed(run, points, leaf.coefficient)

    def refuse_beyond_months(self, run: Run) -> None:
        """Points entered beyond the printed part for the months are refused like those beyond the whole (K1, K43)."""
        if not self.leaf.shape.entered_up_to_full:
            return
        part, whole = run.full.rounded(self.rulebook.places), Column.constant(self.criterion.points)
        for indicator in (self.leaf.indicator, *self.leaf.source.indicators()):
            drawn = self.inputs.figure(indicator)
            beyond = run.spread((drawn.column > part).mask & (drawn.column <= whole).mask)
            run.refuse(run.valid & beyond & (drawn.states == State.REPORTED), "scoring.beyond_months")

    def demand_what_was_given(self, run: Run) -> None:
        """A class, a level or months that do not apply to a unit are no zero: its points cannot be formed."""
        leaf = self.leaf
        asked = [*leaf.shape.indicators(), *([leaf.coefficient.indicator] if leaf.coefficient else [])]
        for indicator in (*asked, *([leaf.months] if leaf.months else [])):
            not_given = run.valid & (self.inputs.figure(indicator).states != State.REPORTED)
            run.refuse(not_given, "scoring.figure_not_given")
            run.valid = run.valid & ~not_given

    def weighed(self, run: Run, points: Column, coefficient: Coefficient) -> Column:
        """Base points times the factor of the unit's class (K40)."""
        level = self.inputs.figure(coefficient.indicator).column
        factors = [
            (run.spread(level.same(Column.whole(index)).mask), Column.constant(factor))
            for index, factor in enumerate(coefficient.factors)
        ]
        factor = run.choose(*factors, otherwise=Column.whole(1))
        run.note("leaf.coefficient", points=points, factor=factor)
        return points * factor

    def judged(self, run: Run, source: Source, shape: Shape) -> Column:
        """What a source and a shape make of the figures. Entered points beyond their bounds are refused, never cut."""
        bounds = shape.bounds(self.criterion.points)
        if bounds is not None:
            least, most = (Column.constant(bound) for bound in bounds)
            own = run.drawn.states == State.REPORTED  # a mean may do without the own figure
            outside = own & run.spread((run.value < least).mask | (run.value > most).mask)
            for other in (self.inputs.figure(indicator) for indicator in source.indicators()):  # judges of a panel
                beyond = (other.column < least).mask | (other.column > most).mask
                outside = outside | (beyond & (other.states == State.REPORTED))
            run.refuse(run.valid & outside, "scoring.outside_bounds", least=bounds[0], most=bounds[1])
        run.value = source.draw(run)
        return shape.points(run)

    def target(self) -> Drawn | None:
        target = self.leaf.target
        if not self.leaf.uses_target:
            return None
        if target is None:
            return self.inputs.target(self.leaf.indicator)
        if isinstance(target, StricterOf):
            return self.strictest([self.one_target(one) for one in target.targets])
        return self.one_target(target)

    def one_target(self, target: Amount | str) -> Drawn:
        """A number of the rulebook, the season's own target, or another indicator's figure."""
        if isinstance(target, str):
            is_own = target == SEASON_TARGET
            return self.inputs.target(self.leaf.indicator) if is_own else self.inputs.figure(target)
        everyone = np.full(self.inputs.rows, State.REPORTED, dtype=np.int8)
        return Drawn(Column.constant(target), everyone)

    def strictest(self, targets: list[Drawn]) -> Drawn:
        """Of several targets the hardest to meet (K44); those that a unit does not have are passed over."""
        best, states = targets[0].column, targets[0].states
        for other in targets[1:]:
            has, other_has = states == State.REPORTED, other.states == State.REPORTED
            less = self.is_less_better(self.leaf.indicator)
            harder = (other.column < best if less else other.column > best).mask
            takes = other_has & (~has | harder)
            best, states = other.column.where(takes, best), np.where(takes, other.states, states)
        return Drawn(best, states)

    def adjusted(
        self, adjustments: tuple[Adjustment | BestOf, ...], code: str, states: NDArray[np.int8]
    ) -> list[Column]:
        return [
            self.best_of(one, code, states) if isinstance(one, BestOf) else self.adjustment(one, code, states)
            for one in adjustments
        ]

    def best_of(self, several: BestOf, code: str, states: NDArray[np.int8]) -> Column:
        """The largest of several adjustments (K18)."""
        columns = [self.adjustment(one, "alternative", states) for one in several.alternatives]
        run = self.plain_run(columns[0])
        points = columns[0]
        for other in columns[1:]:
            points = run.choose((run.spread((other > points).mask), other), otherwise=points)
        if several.cap is not None:
            points = run.least(points, Column.constant(several.cap), "limit.adjustment_cap", name=several.name)
        run.note(f"leaf.{code}", where=~run.is_zero(points), name=several.name, points=points)
        return points

    def adjustment(self, adjustment: Adjustment, code: str, states: NDArray[np.int8]) -> Column:
        drawn = self.inputs.figure(adjustment.indicator)
        applies = (states == State.REPORTED) & (drawn.states == State.REPORTED)
        for indicator in (*adjustment.source.indicators(), *adjustment.shape.indicators()):
            applies = applies & (self.inputs.figure(indicator).states == State.REPORTED)
        if adjustment.when is not None:
            applies = applies & self.holds(adjustment.when)
        run = self.run(adjustment.indicator, drawn, applies, None)
        before = len(self.notes or ())
        points = self.judged(run, adjustment.source, adjustment.shape)
        if adjustment.cap is not None:
            points = run.least(points, Column.constant(adjustment.cap), "limit.adjustment_cap", name=adjustment.name)
        self.finish(run, adjustment.indicator)
        run.note(f"leaf.{code}", where=~run.is_zero(points), name=adjustment.name, points=points)
        self._belong(before, applies, adjustment)
        return run.choose((applies, points), otherwise=Column.whole(0))

    def holds(self, predicate: Predicate) -> Mask:
        """Rows where a predicate is true; a figure that was not reported makes it false."""
        drawn = self.inputs.figure(predicate.indicator)
        if predicate.passed is None:
            met = predicate.holds(drawn.column)
        else:
            met = (drawn.column > Column.whole(0)).mask == predicate.passed
        return np.asarray(met & (drawn.states == State.REPORTED))

    def limited(self, points: Column) -> Column:
        run = self.plain_run(points)
        cap = run.full if self.leaf.cap is None else Column.constant(self.leaf.cap)
        points = run.least(points, cap, "limit.cap")
        return run.most(points, Column.constant(self.leaf.floor), "limit.floor")

    def capped_sum(self, columns: list[Column], cap: Number | None, code: str) -> Column:
        amount = total(columns)
        if cap is None or not columns:
            return amount
        return self.plain_run(amount).least(amount, Column.constant(cap), code)

    def plain_run(self, points: Column) -> Run:
        """A run over points that have been computed: for limits and choices among them."""
        return self.run(self.leaf.indicator, Drawn(points, np.zeros(0, np.int8)), np.asarray(True), None)

    def by_state(self, points: Column, states: NDArray[np.int8]) -> tuple[Column, Column]:
        """Points and maximum once the states have spoken (K24): (points, assigned maximum)."""
        places = self.rulebook.places
        full, nothing = self.full().rounded(places), Column.whole(0).rounded(places)
        reported = states == State.REPORTED
        scored, maximum = points.where(reported, nothing), full
        for mode, rows in self.none_given(states).items():
            if mode is NotAssigned.EXCLUDE:
                maximum = nothing.where(rows, maximum)
            elif mode is NotAssigned.FULL:
                scored = full.where(rows, scored)
            elif mode is NotAssigned.AVERAGE:
                mean = _mean_of_others(points.where(reported, nothing), reported, self.inputs).rounded(places)
                scored = mean.where(rows, scored)
        return scored, maximum

    def none_given(self, states: NDArray[np.int8]) -> dict[NotAssigned, Mask]:
        """The rows of units that were not given the task, or to which it does not apply, by what is then done."""
        found: dict[NotAssigned, Mask] = {}
        for state in (State.NOT_ASSIGNED, State.NOT_APPLICABLE):
            mode, rows = self.rulebook.mode_of(self.leaf, state), states == state
            found[mode] = found[mode] | rows if mode in found else rows
        return found

    def _belong(self, start: int, applies: Mask, adjustment: Adjustment) -> None:
        """Notes written since `start` belong to an adjustment, and are true only where it applies."""
        if self.notes is None:
            return
        part = next((place for place, one in enumerate(self.leaf.adjustments) if one is adjustment), None)
        for index in range(start, len(self.notes)):
            note = self.notes[index]
            where = applies if note.where is None else note.where & applies
            self.notes[index] = Note(note.code, where, note.data, part)


def score_leaf(
    rulebook: Rulebook,
    criterion: Criterion,
    leaf: Leaf,
    inputs: Inputs,
    *,
    explained: bool,
    full: Column | None = None,
) -> LeafScore:
    """Score one criterion for all units. Rows that the rule cannot judge are listed, not raised.

    full: the points of the criterion row by row, where the rows belong to several criteria (see `stacks`).
    """
    whole = Column.constant(criterion.points) if full is None else full
    scoring = _Scoring(rulebook, criterion, leaf, inputs, [] if explained else None, whole)
    states = leaf_states(leaf, inputs)
    points = scoring.base(states)
    deducted = scoring.capped_sum(
        scoring.adjusted(leaf.deductions, "deduction", states), leaf.deduction_cap, "limit.deduction_cap"
    )
    added = scoring.capped_sum(scoring.adjusted(leaf.bonuses, "bonus", states), leaf.bonus_cap, "limit.bonus_cap")
    for step in leaf.order:
        match step:
            case Applied.DEDUCTIONS:
                points = points - deducted
            case Applied.BONUSES:
                points = points + added
            case Applied.LIMIT:
                points = scoring.limited(points)
    printed = points.rounded(rulebook.places) if rulebook.rounding is Rounding.LEAF else points
    printed, maximum = scoring.by_state(printed, states)
    return LeafScore(
        criterion=criterion,
        leaf=leaf,
        indicators=leaf.indicators,
        points=printed,
        exact=points,
        maximum=maximum,
        deducted=deducted,
        added=added,
        states=states,
        notes=tuple(scoring.notes or ()),
        refusals=tuple(scoring.refusals),
    )


@dataclass(frozen=True, slots=True)
class Award:
    """A bonus on the total, scored: exact points per unit, 0 where there is none."""

    adjustment: Adjustment
    points: Column
    notes: tuple[Note, ...]
    refusals: tuple[Refusal, ...]


def score_award(rulebook: Rulebook, adjustment: Adjustment, inputs: Inputs, *, explained: bool) -> Award:
    """Score a bonus that is added to the total (K21). A unit that has not reported any gets none."""
    leaf = Leaf(indicator=adjustment.indicator, shape=adjustment.shape, source=adjustment.source)
    criterion = Criterion(code="", name=adjustment.name, points=Number(0), body=leaf)
    scoring = _Scoring(rulebook, criterion, leaf, inputs, [] if explained else None, Column.whole(0))
    everyone = np.full(inputs.rows, State.REPORTED, dtype=np.int8)
    points = scoring.adjustment(adjustment, "bonus", everyone)
    return Award(adjustment, points, tuple(scoring.notes or ()), tuple(scoring.refusals))


def leaf_states(leaf: Leaf, inputs: Inputs) -> NDArray[np.int8]:
    """What a criterion is for each unit: the state of its own figure, or missing when another one is missing."""
    states = leaf.source.states(inputs.figure(leaf.indicator).states, inputs)
    taken_care_of = leaf.source.indicators()
    needed = [indicator for indicator in leaf.needed if indicator not in taken_care_of]
    for adjustment in leaf.adjustments:
        if adjustment.when_missing is WhenMissing.BLOCKS:
            needed += adjustment.indicators
    return missing_where_any(states, [inputs.figure(indicator).states for indicator in needed])


def _mean_of_others(points: Column, reported: Mask, inputs: Inputs) -> Column:
    """The mean of the cluster's reported points, per row; 0 where nobody has any."""
    groups = inputs.groups
    count, _nobody = Integers.of(1).sums(groups, reported).without_zero()
    if points.den.is_one_number:
        return Column(points.num.sums(groups, reported), points.den * count, points.writing)
    sums = [(0, 1)] * (int(groups.max(initial=-1)) + 1)
    for row in np.flatnonzero(reported).tolist():
        (a, b), (c, d) = sums[groups[row]], points.at(row)
        sums[groups[row]] = a * d + c * b, b * d
    num, den = (Integers.of([sums[group][part] for group in groups]) for part in (0, 1))
    return Column(num, den * count, points.writing)
