"""Scores a whole rulebook over all units at once: leaves, groups with their limits, the total, knock-outs.

Two passes by nature: a leaf's rule sees every unit's column, so rules that look at the cluster (relative ones) are
computed in the same sweep once all figures are drawn; what they yield stays provisional until the cluster closes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua.core.columns import Column, Integers, Mask, total
from thidua.core.errors import FiguresRefused, Place, Problem
from thidua.core.kinds.base import Inputs
from thidua.core.numbers import Number, round_to, share_out
from thidua.core.numeric import np
from thidua.core.rulebook.above import Effect, KnockOut
from thidua.core.rulebook.schema import Criterion, Group, Missing, NotAssigned, Rulebook
from thidua.core.scoring.figures import FigureTable
from thidua.core.scoring.leaf import Award, LeafScore, Refusal, score_award, score_leaf
from thidua.core.scoring.stacks import score_stacked
from thidua.core.scoring.total import (
    AuthorityAdjustment,
    TotalScore,
    authority_column,
    bounded,
    rescaled_to,
    score_total,
)
from thidua.core.states import State

NO_CALENDAR = "scoring.no_calendar"


@dataclass(frozen=True, slots=True)
class GroupScore:
    """A criterion with parts, scored. sum: of the printed parts · points: after limits · emptied: by a knock-out."""

    criterion: Criterion
    sum: Column
    points: Column
    maximum: Column
    emptied: tuple[tuple[KnockOut, Mask], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Everything that one run of a rulebook yields, as columns over all units; it knows no unit by name.

    knocked_out, unanswered: rows where a knock-out holds, and where nobody has said whether it does ·
    refusals: rows that a rule cannot judge, whose points mean nothing.
    """

    rulebook: Rulebook
    leaves: Mapping[str, LeafScore]
    groups: Mapping[str, GroupScore]
    awards: tuple[Award, ...]
    total: TotalScore
    knocked_out: tuple[tuple[KnockOut, Mask], ...]
    unanswered: tuple[tuple[KnockOut, Mask], ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation(Scores):
    """Scores of units that are known by name. `closed`: the cluster's figures are final."""

    table: FigureTable
    adjustments: tuple[AuthorityAdjustment, ...]
    closed: bool

    def points(self, code: str, row: int) -> Number:
        """The printed points of a criterion for one unit."""
        node = self.leaves.get(code) or self.groups[code]
        return round_to(node.points.at(row), self.rulebook.places)

    def maximum(self, code: str, row: int) -> Number:
        """The points that the unit could have got in a criterion (assigned maximum)."""
        node = self.leaves.get(code) or self.groups[code]
        return round_to(node.maximum.at(row), self.rulebook.places)

    def total_points(self, row: int) -> Number:
        """The printed total that is ranked."""
        return round_to(self.total.points.at(row), self.rulebook.places)

    def state(self, code: str, row: int) -> State:
        """What a leaf is for one unit."""
        return State(int(self.leaves[code].states[row]))

    def missing(self, row: int) -> tuple[str, ...]:
        """The leaves, then the knock-outs, for which the unit has not reported all, in reading order."""
        leaves = (
            code
            for code, leaf in self.leaves.items()
            if leaf.states[row] == State.MISSING or self.lacks_periods(code, row)
        )
        return (*leaves, *self.unknown_knock_outs(row))

    def lacks_periods(self, code: str, row: int) -> bool:
        """Whether some figure of the leaf was made from some periods of the year only."""
        if not self.table.lacks_any:
            return False
        unit, asked = self.table.units[row].code, self.leaves[code].indicators
        return any(self.table.lacks_periods(unit, indicator) for indicator in asked)

    def unknown_knock_outs(self, row: int) -> tuple[str, ...]:
        """Knock-outs of which nobody has said whether they hold: silence clears nobody."""
        return tuple(item.code for item, mask in self.unanswered if mask[row])

    def is_complete(self, row: int) -> bool:
        """Whether the unit's sheet can be final as far as its own figures go.

        Missing points may count as zero once the cluster is closed; an unanswered knock-out never counts as answered.
        """
        if self.rulebook.missing is Missing.ZERO and self.closed:
            return not self.unknown_knock_outs(row)
        return not self.missing(row)

    def knock_outs(self, row: int) -> tuple[KnockOut, ...]:
        """The knock-outs that keep the unit out of the ranking."""
        return tuple(item for item, mask in self.knocked_out if item.effect is Effect.NOT_RANKED and mask[row])

    def is_provisional(self, code: str, row: int) -> bool:
        """Whether a leaf's points may still change: others' figures are open, or an appraisal is waited for."""
        leaf = self.leaves[code]
        state = self.state(code, row)
        averaged = self.rulebook.mode_of(leaf.leaf, state) is NotAssigned.AVERAGE
        relative = leaf.leaf.is_relative or (averaged and state in (State.NOT_ASSIGNED, State.NOT_APPLICABLE))
        is_open = (relative and not self.closed) or self.lacks_periods(code, row)
        return is_open or self.waits_for_appraisal(code, row)

    def waits_for_appraisal(self, code: str, row: int) -> bool:
        """Whether some figure of the leaf is still that of an earlier stage than the one asked for."""
        unit, asked = self.table.units[row].code, self.leaves[code].indicators
        return any(self.table.waits_for_appraisal(unit, indicator) for indicator in asked)

    def amount(self, column: Column, row: int) -> Number:
        """A column's printed number for one unit."""
        return round_to(column.at(row), self.rulebook.places)


def evaluate(
    rulebook: Rulebook,
    table: FigureTable,
    *,
    adjustments: Sequence[AuthorityAdjustment] = (),
    closed: bool = False,
) -> Evaluation:
    """Score every criterion for every unit of the table.

    Raises FiguresRefused with every figure that a rule cannot judge, and with every unfit adjustment.
    """
    unfit = list(_unfit(rulebook, table, adjustments))
    authority = authority_column(table, adjustments) if adjustments and not unfit else None
    scores = score(rulebook, table, authority=authority, explained=table.explained)
    problems = [*_refused(scores.refusals, table), *unfit]
    if problems:
        raise FiguresRefused(problems)
    return Evaluation(
        rulebook=rulebook,
        leaves=scores.leaves,
        groups=scores.groups,
        awards=scores.awards,
        total=scores.total,
        knocked_out=scores.knocked_out,
        unanswered=scores.unanswered,
        refusals=(),
        table=table,
        adjustments=tuple(adjustments),
        closed=closed,
    )


def score(
    rulebook: Rulebook,
    inputs: Inputs,
    *,
    authority: Column | None = None,
    explained: bool = False,
    keep_exact: bool = True,
) -> Scores:
    """Score every criterion for every row of the inputs, refusing nothing.

    authority: what the authority adds to each total (K33) · explained: keep the notes and the arithmetic of each row ·
    keep_exact: keep what each leaf was before rounding; without it (and without explanations) `exact` holds the points,
    which spares memory.
    """
    if explained:
        leaves = {node.code: score_leaf(rulebook, node, leaf, inputs, explained=True) for node, leaf in rulebook.leaves}
    else:
        leaves = score_stacked(rulebook, inputs, keep_exact=keep_exact)
    awards = tuple(score_award(rulebook, award, inputs, explained=explained) for award in rulebook.total.bonuses)
    refusals = [refusal for leaf in leaves.values() for refusal in leaf.refusals]
    refusals += [refusal for award in awards for refusal in award.refusals]
    knocked = tuple((item, _holds(item, inputs)) for item in rulebook.knock_outs)
    asked = ((item, inputs.figure(item.when.indicator).states) for item in rulebook.knock_outs)
    tree = _Tree(rulebook, inputs.rows, leaves, {}, knocked)
    tops = [tree.score(criterion) for criterion in rulebook.criteria]
    return Scores(
        rulebook=rulebook,
        leaves=tree.leaves,
        groups=tree.groups,
        awards=awards,
        total=score_total(rulebook, tops, awards, authority),
        knocked_out=knocked,
        unanswered=tuple((item, states == State.MISSING) for item, states in asked),
        refusals=tuple(refusals),
    )


@dataclass(slots=True)
class _Tree:
    """The tree being summed from its leaves."""

    rulebook: Rulebook
    rows: int
    leaves: dict[str, LeafScore]
    groups: dict[str, GroupScore]
    knocked: tuple[tuple[KnockOut, Mask], ...]

    def score(self, criterion: Criterion) -> tuple[Column, Column]:
        """(points, assigned maximum) of a criterion; its group scores are kept."""
        group = criterion.group
        if group is None:
            leaf = self.leaves[criterion.code]
            return leaf.points, leaf.maximum
        parts = [self.score(part) for part in group.parts]
        summed, maximum = total([part[0] for part in parts]), total([part[1] for part in parts])
        if group.scale_down and group.cap is not None:
            summed = self.scale_down(group, group.cap, summed)
        limited = bounded(summed, group.cap, group.floor)
        emptied = tuple((item, mask) for item, mask in self.knocked if _empties(item, criterion))
        points = limited
        if group.rescale:
            points = rescaled_to(points, maximum, criterion.points, self.rulebook.places)
            maximum = Column.constant(criterion.points).where((maximum > Column.whole(0)).mask, maximum)
        for _item, mask in emptied:
            points = Column.whole(0).rounded(self.rulebook.places).where(mask, points)
        if group.cap is not None:
            maximum = bounded(maximum, group.cap, None)
        self.groups[criterion.code] = GroupScore(criterion, summed, points, maximum, emptied)
        return points, maximum

    def scale_down(self, group: Group, cap: Number, summed: Column) -> Column:
        """Share the cap among the parts of the units that exceed it, by largest remainder (K32)."""
        rows = np.flatnonzero(np.broadcast_to((summed > Column.constant(cap)).mask, (self.rows,))).tolist()
        if not rows:
            return summed
        limit = Column.constant(cap).rounded(self.rulebook.places).num.at(0)
        columns = [self.leaves[part.code].points.num for part in group.parts]
        shares = [share_out(limit, [column.at(row) for column in columns]) for row in rows]
        for part, column, amounts in zip(group.parts, columns, zip(*shares, strict=True), strict=True):
            shared = np.array(column.spread(self.rows).values, dtype=object)
            shared[rows] = amounts
            self.replace_points(part, Integers.of(shared))
        return total([self.leaves[part.code].points for part in group.parts])

    def replace_points(self, part: Criterion, amounts: Integers) -> None:
        leaf = self.leaves[part.code]
        points = Column(amounts, leaf.points.den, leaf.points.writing)
        self.leaves[part.code] = replace(leaf, points=points)


def _empties(item: KnockOut, criterion: Criterion) -> bool:
    return item.effect is Effect.ZERO_GROUP and item.criterion == criterion.code


def _holds(item: KnockOut, inputs: Inputs) -> Mask:
    drawn = inputs.figure(item.when.indicator)
    if item.when.passed is None:
        met = item.when.holds(drawn.column)
    else:
        met = (drawn.column > Column.whole(0)).mask == item.when.passed
    return np.asarray(met & (drawn.states == State.REPORTED))


def _refused(refusals: Sequence[Refusal], table: FigureTable) -> Iterator[Problem]:
    told: list[Problem] = []
    for refusal in refusals:
        if _is_of_the_rule(refusal):
            told += [problem for problem in [_of_the_rule(refusal)] if problem not in told]
            continue
        for row in np.flatnonzero(refusal.mask):
            yield _refusal(refusal, table, int(row))
    yield from told


def _is_of_the_rule(refusal: Refusal) -> bool:
    """Whether no unit's figure is at fault: there is no calendar, or none that knows the due day of the rule."""
    return refusal.code == NO_CALENDAR or refusal.data.get("day", refusal) == refusal.data.get("due")


def _of_the_rule(refusal: Refusal) -> Problem:
    if refusal.code == NO_CALENDAR:
        return Problem(NO_CALENDAR)
    return Problem(refusal.code, refusal.data, Place(path=f"criteria[{refusal.criterion.code}]"))


def _refusal(refusal: Refusal, table: FigureTable, row: int) -> Problem:
    unit = table.units[row]
    figure = table.chosen(unit.code, refusal.indicator)
    place = Place() if figure is None else figure.origin.place
    value = None if figure is None else figure.value
    data = {"unit": unit.name, "criterion": refusal.criterion.code, "indicator": refusal.indicator, "value": value}
    return Problem(refusal.code, {**data, **refusal.data}, place)


def _unfit(rulebook: Rulebook, table: FigureTable, adjustments: Sequence[AuthorityAdjustment]) -> Iterator[Problem]:
    units = {unit.code for unit in table.units}
    most = rulebook.total.authority_adjustment
    for adjustment in adjustments:
        data = {"unit": adjustment.unit, "points": adjustment.points}
        if adjustment.unit not in units:
            yield Problem("figures.unknown_unit", {"found": adjustment.unit, "known": ", ".join(sorted(units))})
        if most is None:
            yield Problem("scoring.adjustment_not_foreseen", data)
        elif abs(adjustment.points.digits) * 10**most.places > most.digits * 10**adjustment.points.places:
            yield Problem("scoring.adjustment_too_large", {**data, "most": most})
        if not adjustment.document or not adjustment.reason:
            yield Problem("scoring.adjustment_without_document", data)
