"""Cliffs: figures at which one case more or less changes a unit's points out of all proportion.

The rule itself is asked, by scoring again with the figure one step away; band edges are never read. Owns what a step
is for each kind of figure and which rules have edges at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thidua.core.columns import compare
from thidua.core.kinds.bands import Bands
from thidua.core.kinds.base import Shape
from thidua.core.kinds.classes import TwoKeyBands
from thidua.core.kinds.entry import AllOrNothing
from thidua.core.kinds.leader import TargetAndLeader
from thidua.core.kinds.proportional import Proportional
from thidua.core.numbers import Counts, Mean, Number, NumberKind, Rate, round_to
from thidua.core.numeric import np
from thidua.core.rulebook.schema import Criterion, FigureKind, Leaf, Rulebook
from thidua.core.scoring.figures import FigureTable, FigureValue
from thidua.core.scoring.leaf import LeafScore, score_leaf
from thidua.core.states import State

WHOLE_MOST = {NumberKind.SHARE, NumberKind.OF_UNITS}
SORTING_PLACES = 6  # of points, to tell the larger of two jumps
Fraction = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """How near an edge is near, and how high a jump is too high.

    share: of the criterion's points that one step changes · cases: how many cases make a step · percent: the step of
    a rate that was reported without counts, in percentage points.
    """

    share: Rate = Rate(Number(10))
    cases: int = 1
    percent: Number = Number(1, 1)


@dataclass(frozen=True, slots=True)
class Cliff:
    """Units at one edge with the same figure: what they have, and what one step away would be and give."""

    rows: tuple[int, ...]
    indicator: str
    value: FigureValue
    points: Number
    other: FigureValue
    other_points: Number


def find_cliffs(
    rulebook: Rulebook, table: FigureTable, node: Criterion, leaf: Leaf, *, score: LeafScore, near: Near
) -> Iterator[Cliff]:
    """The cliffs of one criterion, by indicator and then by unit. `score` is the criterion scored as it stands."""
    if _has_edges(leaf.shape):
        yield from _Stepping(rulebook, table, node, leaf, score, near).cliffs()


@dataclass(frozen=True, slots=True)
class _Stepping:
    """One criterion, tried with figures one step away."""

    rulebook: Rulebook
    table: FigureTable
    node: Criterion
    leaf: Leaf
    score: LeafScore
    near: Near

    def cliffs(self) -> Iterator[Cliff]:
        """For each unit the larger jump of its points when one figure is a step better or worse."""
        for indicator in dict.fromkeys((self.leaf.indicator, *self.leaf.shape.indicators())):
            jumps = [self.stepped(indicator, step) for step in (1, -1)]
            alike: dict[tuple[FigureValue, FigureValue, Number, Number], list[int]] = {}
            for row in range(self.table.rows):
                at_row = [found[row] for found in jumps if row in found]
                value = self.value(row, indicator)
                if at_row and value is not None:
                    other, points = max(at_row, key=lambda one: self.jump(row, one[1]))
                    key = (value, other, self.printed(self.score.exact.at(row)), self.printed(points))
                    alike.setdefault(key, []).append(row)
            for (value, other, points_now, points_then), rows in alike.items():
                yield Cliff(tuple(rows), indicator, value, points_now, other, points_then)

    def value(self, row: int, indicator: str) -> FigureValue | None:
        figure = self.table.chosen(self.table.units[row].code, indicator)
        return None if figure is None else figure.value

    def printed(self, ratio: Fraction) -> Number:
        return round_to(ratio, self.rulebook.places)

    def jump(self, row: int, points: Fraction) -> int:
        """The size of a change of points, to tell the larger of two."""
        return round_to(_distance(self.score.exact.at(row), points), SORTING_PLACES).digits

    def stepped(self, indicator: str, step: int) -> dict[int, tuple[FigureValue, Fraction]]:
        """By row: the figure one step away and its points, where that changes too much.

        A rule that looks at one unit alone is asked for all units at once; one that compares units is asked for one
        unit of each cluster at a time, because all others must stay where they are.
        """
        found: dict[int, tuple[FigureValue, Fraction]] = {}
        for rows in self.waves():
            other = self.with_steps(rows, indicator, step)
            if not other:
                continue
            again = score_leaf(self.rulebook, self.node, self.leaf, self.changed(indicator, other), explained=False)
            for row, value in other.items():
                is_judged = not any(refusal.mask[row] for refusal in again.refusals)
                if is_judged and self.score.states[row] == State.REPORTED and self.is_too_much(again, row):
                    found[row] = (value, again.exact.at(row))
        return found

    def waves(self) -> Iterator[list[int]]:
        """Rows that may be changed at the same time."""
        if not self.leaf.is_relative:
            yield list(range(self.table.rows))
            return
        clusters = [list(np.flatnonzero(self.table.groups == group)) for group in np.unique(self.table.groups)]
        for turn in range(max((len(cluster) for cluster in clusters), default=0)):
            yield [int(cluster[turn]) for cluster in clusters if turn < len(cluster)]

    def with_steps(self, rows: Sequence[int], indicator: str, step: int) -> dict[int, FigureValue]:
        """The figures of some rows one step away; rows without a figure that has steps are left out."""
        kind = self.rulebook.indicator(indicator).kind
        moved = {row: self.step(self.value(row, indicator), kind, step) for row in rows}
        return {row: value for row, value in moved.items() if value is not None}

    def step(self, value: FigureValue | None, kind: FigureKind, step: int) -> FigureValue | None:
        """A figure one step better or worse; None where there is none. Points, verdicts and levels have no steps."""
        cases = step * self.near.cases
        if isinstance(value, Counts):
            changed = value.numerator + cases
            is_possible = changed >= 0 and (value.kind not in WHOLE_MOST or changed <= value.denominator)
            return replace(value, numerator=changed) if is_possible else None
        if isinstance(value, Rate):
            return _stepped_rate(value, self.near.percent, step)
        if isinstance(value, Mean):
            return None
        if isinstance(value, Number):
            is_counted = kind is FigureKind.COUNT and value.digits + cases >= 0
            return Number(value.digits + cases * 10**value.places, value.places) if is_counted else None
        return value + timedelta(days=step) if isinstance(value, date) else None

    def changed(self, indicator: str, values: dict[int, FigureValue]) -> FigureTable:
        """The table with other figures for some rows; only what the criterion needs is kept."""
        kept = {
            (unit.code, code): figure
            for unit in self.table.units
            for code in set(self.leaf.indicators)
            if (figure := self.table.chosen(unit.code, code)) is not None
        }
        for row, value in values.items():
            key = (self.table.units[row].code, indicator)
            kept[key] = replace(kept[key], value=value)
        return replace(self.table, figures=tuple(kept.values()), explained=False)

    def is_too_much(self, again: LeafScore, row: int) -> bool:
        """Whether points change by the stated share of the criterion's points, or more."""
        before, after = self.score.exact.at(row), again.exact.at(row)
        full, share = self.node.points.ratio, self.near.share.ratio
        limit = (full[0] * share[0], full[1] * share[1])
        if limit[0] <= 0 or compare(_distance(before, after), limit) < 0:
            return False
        return self.crosses_target(before, after)

    def crosses_target(self, before: Fraction, after: Fraction) -> bool:
        """Of target and leader only going beyond the target is an edge; up to it every case has its share."""
        leaf = self.leaf
        if not isinstance(leaf.shape, TargetAndLeader) or leaf.adjustments or leaf.coefficient or leaf.months:
            return True
        full, share = self.node.points.ratio, leaf.shape.base_share.ratio
        base = (full[0] * share[0], full[1] * share[1])
        return (compare(before, base) > 0) != (compare(after, base) > 0)


def _has_edges(shape: Shape) -> bool:
    """Whether a rule has places where points jump. So much per event is no edge: every event has its stated price."""
    if isinstance(shape, Proportional):
        return shape.floor.ratio[0] > 0
    return isinstance(shape, (Bands, TwoKeyBands, AllOrNothing, TargetAndLeader))


def _distance(left: Fraction, right: Fraction) -> Fraction:
    """|left − right|, exactly."""
    return abs(left[0] * right[1] - right[0] * left[1]), left[1] * right[1]


def _stepped_rate(rate: Rate, percent: Number, step: int) -> Rate | None:
    """A rate so many percentage points away, between 0 and 100 where it lies there."""
    places = max(rate.percent.places, percent.places)
    digits = rate.percent.digits * 10 ** (places - rate.percent.places)
    moved = digits + step * percent.digits * 10 ** (places - percent.places)
    most = max(100 * 10**places, digits)
    return Rate(Number(moved, places)) if 0 <= moved <= most else None
