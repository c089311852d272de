"""Step bands, each with its own open or closed ends: K6 on the value, K7 on its deviation from plan.

A band says where it starts and ends in the words of the regulation: `from` (từ … trở lên) and `up_to` (đến … cả …)
include the end, `above` (trên) and `below` (dưới) do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from itertools import pairwise
from typing import TypeVar

from thidua.core.columns import Column, Mask, compare
from thidua.core.kinds.base import Run, Shape, shape
from thidua.core.kinds.params import AMOUNT, NUMBER, list_of, param
from thidua.core.numbers import Number
from thidua.core.numeric import np
from thidua.core.plain import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of values with open or closed ends. An end that is not written is unbounded."""

    above: Amount | None = param(AMOUNT, default=None, about="strictly above / trên")
    from_: Amount | None = param(AMOUNT, default=None, about="at least / từ … trở lên")
    below: Amount | None = param(AMOUNT, default=None, about="strictly below / dưới")
    up_to: Amount | None = param(AMOUNT, default=None, about="at most / đến (kể cả)")

    @property
    def lower(self) -> tuple[Amount | None, bool]:
        """The lower end and whether it belongs to the band."""
        return (self.above, False) if self.from_ is None else (self.from_, True)

    @property
    def upper(self) -> tuple[Amount | None, bool]:
        """The upper end and whether it belongs to the band."""
        return (self.below, False) if self.up_to is None else (self.up_to, True)

    def holds(self, value: Column) -> Mask:
        """Rows whose value lies in the interval, compared exactly."""
        (low, low_in), (high, high_in) = self.lower, self.upper
        mask = np.asarray(True)
        if low is not None:
            edge = Column.constant(low)
            mask = mask & (value >= edge if low_in else value > edge).mask
        if high is not None:
            edge = Column.constant(high)
            mask = mask & (value <= edge if high_in else value < edge).mask
        return mask


Ends = TypeVar("Ends", bound=Interval)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Interval):
    """One step: an interval and its points."""

    points: Number = param(NUMBER, about="points of this band / điểm của bậc")


@shape("bands", "K6", "K7")
@dataclass(frozen=True, slots=True, kw_only=True)
class Bands(Shape):
    """The points of the band in which the value lies.

    K6: 97,4 % with >98→5, ≥97–<98→4, ≥96–<97→3 → 4. A value in no band is refused unless `otherwise` names its points.
    """

    bands: tuple[Band, ...] = param(list_of(Band), about="the steps / các bậc")
    otherwise: Number | None = param(NUMBER, default=None, about="points outside all bands / điểm khi ngoài mọi bậc")
    no_value: Number | None = param(
        NUMBER, default=None, about="points where the value cannot be formed (no plan) / điểm khi không có kế hoạch"
    )

    def points(self, run: Run) -> Column:
        """The first band that holds; the checker sees to it that only one does."""
        unformed = self._without_value(run)
        held = [(run.valid & band.holds(run.value), band) for band in self.bands]
        points = hold_in_one(run, held, self.otherwise)
        return run.choose((unformed, Column.constant(self.no_value or Number(0))), otherwise=points)

    def _without_value(self, run: Run) -> Mask:
        """Rows that get `no_value`; without one they stay refused."""
        if self.no_value is None:
            return run.spread(np.asarray(False))
        mask = run.without_value()
        run.note("bands.no_value", where=mask, points=self.no_value)
        return mask


def hold_in_one(run: Run, held: list[tuple[Mask, Band]], otherwise: Number | None) -> Column:
    """The points of the first band that holds; the checker sees to it that only one does.

    A value in no band takes `otherwise`, or is refused.
    """
    missed = run.valid
    for mask, band in held:
        _note(run, mask, band)
        missed = missed & ~mask
    if otherwise is None:
        run.refuse(missed, "scoring.no_band")
    else:
        run.note("bands.otherwise", where=missed, value=run.value, points=otherwise)
    cases = ((mask, Column.constant(band.points)) for mask, band in held)
    return run.choose(*cases, otherwise=Column.constant(otherwise or Number(0)))


def _note(run: Run, mask: Mask, band: Band) -> None:
    (low, low_in), (high, high_in) = band.lower, band.upper
    given = {name: Column.constant(end) for name, end in (("low", low), ("high", high)) if end is not None}
    signs = {"low_sign": "≥" if low_in else ">", "high_sign": "≤" if high_in else "<"}
    run.note("bands.held", where=mask, value=run.value, points=band.points, **given, **signs)


def gaps_and_overlaps(intervals: Sequence[Ends]) -> Iterator[tuple[str, Ends, Ends]]:
    """Neighbouring intervals that leave a hole or overlap, as ("hole" | "overlap", lower one, upper one).

    Table B of Tiền Giang has >98 → 5 and 97 to below 98 → 4: exactly 98 lies in neither (DOMAIN K6).
    """
    ordered = sorted(intervals, key=cmp_to_key(_by_lower_end))
    for lower, upper in pairwise(ordered):
        (end, end_in), (start, start_in) = lower.upper, upper.lower
        if end is None or start is None:
            yield "overlap", lower, upper
            continue
        order = compare(end.ratio, start.ratio)
        if order > 0 or (order == 0 and end_in and start_in):
            yield "overlap", lower, upper
        elif order < 0 or not (end_in or start_in):
            yield "hole", lower, upper


def is_empty(interval: Interval) -> bool:
    """Whether no value can lie in the interval."""
    (low, low_in), (high, high_in) = interval.lower, interval.upper
    if low is None or high is None:
        return False
    order = compare(low.ratio, high.ratio)
    return order > 0 or (order == 0 and not (low_in and high_in))


def _by_lower_end(left: Interval, right: Interval) -> int:
    """Order of intervals by where they start; an unbounded start comes first, a closed end before an open one."""
    (a, a_in), (b, b_in) = left.lower, right.lower
    if a is None or b is None:
        return (a is not None) - (b is not None)
    return compare(a.ratio, b.ratio) or b_in - a_in
