"""Columns of whole numbers that know between which limits they lie, so that no product ever wraps around.

NumPy's 64-bit integers overflow in silence. Every operation here first bounds its own result with Python
integers; a column whose limits leave 64 bits is carried as Python integers instead, exact at any size. The same
limits spare work: a comparison that they settle looks at no row, and a result that has one value only is one number.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any, TypeAlias

from thidua.core.numeric import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Mask: TypeAlias = "NDArray[np.bool_]"
Rows: TypeAlias = "NDArray[np.intp]"
Picked: TypeAlias = "Rows | slice"  # rows by number in any shape, or a stretch of what was picked so
LIMIT = 2**63


class Integers:
    """One whole number per row (`held` of shape `(rows,)`), or one for all rows (`held` a Python integer).

    Invariant: `low <= number <= high` for every number, and an array has dtype int64 exactly when both limits fit it.
    """

    __slots__ = ("fits", "held", "high", "low")

    def __init__(self, held: NDArray[Any] | int, low: int, high: int) -> None:
        self.held = held
        self.low = low
        self.high = high
        self.fits = low > -LIMIT and high < LIMIT

    @classmethod
    def of(cls, values: Sequence[int] | NDArray[Any] | int) -> Integers:
        """Measure the values and choose their storage."""
        if isinstance(values, int):
            return cls(values, values, values)
        array = np.asarray(values, dtype=None if isinstance(values, np.ndarray) else object)
        if not array.size:
            return cls(array.astype(np.int64), 0, 0)
        low, high = int(np.minimum.reduce(array, axis=None)), int(np.maximum.reduce(array, axis=None))
        return cls(array.astype(_storage(low, high), copy=False), low, high)

    @classmethod
    def stacked(cls, parts: Sequence[Integers], rows: int) -> Integers:
        """Columns of so many rows one below the other; one number where all are the same one."""
        low, high = min(part.low for part in parts), max(part.high for part in parts)
        if low == high and all(part.is_one_number for part in parts):
            return parts[0]
        arrays = [part.spread(rows).values for part in parts]
        return cls(np.concatenate(arrays).astype(_storage(low, high), copy=False), low, high)

    @classmethod
    def total(cls, parts: Sequence[Integers]) -> Integers:
        """The sum of columns of one shape, row by row. What wraps around on the way comes back if the sum fits."""
        low, high = sum(part.low for part in parts), sum(part.high for part in parts)
        arrays = [part.held for part in parts if not isinstance(part.held, int)]
        number = sum(part.held for part in parts if isinstance(part.held, int))
        if not arrays or abs(number) >= LIMIT or _storage(low, high) is object or not all(part.fits for part in parts):
            return reduce(operator.add, parts)
        held = arrays[0] + number
        for array in arrays[1:]:
            held += array
        return cls(held, low, high)

    @property
    def values(self) -> NDArray[Any]:
        """The numbers as an array, of shape `(rows,)`, or `()` where one stands for all rows."""
        return np.asarray(self.held, dtype=_storage(self.low, self.high))

    @property
    def bound(self) -> int:
        """No number is farther from zero."""
        return max(-self.low, self.high, 0)

    @property
    def is_one_number(self) -> bool:
        """Whether one number stands for all rows."""
        return isinstance(self.held, int)

    def at(self, row: int) -> int:
        """The number in a row, as a Python integer."""
        return self.held if isinstance(self.held, int) else int(self.held[row])

    def spread(self, rows: int) -> Integers:
        """The same column with one stored number per row. Shape `(rows,)`."""
        if not isinstance(self.held, int):
            return self
        return Integers(np.full(rows, self.held, _storage(self.low, self.high)), self.low, self.high)

    def take(self, rows: Picked) -> Integers:
        """The column re-read in another order, one number per entry of `rows`."""
        return self if isinstance(self.held, int) else Integers(self.held[rows], self.low, self.high)

    def where(self, mask: Mask, other: Integers) -> Integers:
        """Our number where the mask holds, the other's elsewhere. Shape of the mask, or one number."""
        if mask.ndim == 0:
            return self if mask else other
        low, high = min(self.low, other.low), max(self.high, other.high)
        if _storage(low, high) is object:
            ours, theirs = (np.asarray(one.held, dtype=object) for one in (self, other))
            return Integers(np.where(mask, ours, theirs), low, high)
        if high - low >= LIMIT:
            return Integers(np.where(mask, self.held, other.held), low, high)
        # By arithmetic: a choice row by row takes longer, because a processor cannot guess a mask.
        chosen = (self - other).held * mask
        return Integers(chosen if other.is_one_number and not other.held else chosen + other.held, low, high)

    def __add__(self, other: Integers) -> Integers:
        if isinstance(other.held, int) and not other.held:
            return self
        return self._combine(other, operator.add, lambda a, b: (a.low + b.low, a.high + b.high))

    def __sub__(self, other: Integers) -> Integers:
        if isinstance(other.held, int) and not other.held:
            return self
        return self._combine(other, operator.sub, lambda a, b: (a.low - b.high, a.high - b.low))

    def __mul__(self, other: Integers) -> Integers:
        for one, factor in ((self, other.held), (other, self.held)):
            if isinstance(factor, int) and 0 <= factor <= 1:
                return one if factor else ZERO
        return self._combine(other, operator.mul, _product_limits)

    def __neg__(self) -> Integers:
        return ZERO - self

    def __abs__(self) -> Integers:
        if self.low >= 0:
            return self
        negative = -self
        return negative if self.high <= 0 else negative.where(self.less(ZERO), self).at_least(0)

    def sign(self) -> Integers:
        """-1, 0 or 1 per row."""
        return Integers.of(-1).where(self.less(ZERO), ONE.where(ZERO.less(self), ZERO))

    def floor_divide(self, divisor: Integers) -> Integers:
        """Whole quotient towards minus infinity. Divisors are positive; the caller sees to it."""
        ends = [end // size for end in (self.low, self.high) for size in (max(divisor.low, 1), max(divisor.high, 1))]
        return self._combine(divisor, operator.floordiv, lambda _a, _b: (min(ends), max(ends)))

    def without_zero(self) -> tuple[Integers, Mask | None]:
        """The same numbers with 1 for every 0, and where those stand; None where no number is 0."""
        if self.low > 0 or self.high < 0:
            return self, None
        zero = self.equal(ZERO)
        return (ONE.where(zero, self).at_least(1 if self.low == 0 else self.low), zero) if zero.any() else (self, None)

    def less(self, other: Integers) -> Mask:
        """Row by row: is ours smaller?"""
        if self.high < other.low or self.low >= other.high:
            return self._settled(other, truth=self.high < other.low)
        ours, theirs = self._stored_with(other)
        return np.asarray(ours < theirs, dtype=np.bool_)

    def equal(self, other: Integers) -> Mask:
        """Row by row: are both the same?"""
        if self.high < other.low or self.low > other.high:
            return self._settled(other, truth=False)
        ours, theirs = self._stored_with(other)
        return np.asarray(ours == theirs, dtype=np.bool_)

    def sums(self, groups: Rows, among: Mask) -> Integers:
        """For every row the sum over its group's rows in `among`. Shape `(rows,)`."""
        most = max(1, int(among.sum()))
        low, high = min(0, self.low) * most, max(0, self.high) * most
        totals = np.zeros(int(groups.max(initial=-1)) + 1, dtype=_storage(low, high))
        rows = self.spread(len(groups)).values
        np.add.at(totals, groups[among], rows.astype(totals.dtype, copy=False)[among])
        return Integers(totals[groups], low, high)

    def tight(self) -> Integers:
        """The same numbers with their limits measured, back in 64 bits where they fit."""
        return Integers.of(self.held)

    def _combine(
        self, other: Integers, op: Callable[..., Any], limits: Callable[[Integers, Integers], tuple[int, int]]
    ) -> Integers:
        """An operation, once its result has been bounded; `op` is Python's own, which arrays answer too."""
        result = Integers(0, *limits(self, other))
        if (self.fits and other.fits and result.fits) or (isinstance(self.held, int) and isinstance(other.held, int)):
            result.held = op(self.held, other.held)
            return result
        left, right = self.tight(), other.tight()  # the limits may be loose: measure before giving up 64 bits
        result = Integers(0, *limits(left, right))
        ours, theirs = left._stored_with(right, result.fits)  # noqa: SLF001 - of our own class
        result.held = np.asarray(op(ours, theirs), dtype=np.int64 if result.fits else object)
        return result

    def _stored_with(self, other: Integers, is_small: bool = True) -> tuple[Any, Any]:
        """Both columns' values, as Python integers unless they and the operation's result fit 64 bits."""
        if is_small and self.fits and other.fits:
            return self.held, other.held
        return np.asarray(self.held, dtype=object), np.asarray(other.held, dtype=object)

    def _settled(self, other: Integers, *, truth: bool) -> Mask:
        """A comparison that the limits settle for every row."""
        ours, theirs = np.shape(self.held), np.shape(other.held)
        return np.full(ours if ours == theirs or not theirs else np.broadcast_shapes(ours, theirs), truth)

    def at_least(self, low: int) -> Integers:
        """The same numbers, of which the caller knows that none is smaller."""
        return Integers(self.held, low, self.high)


def _product_limits(left: Integers, right: Integers) -> tuple[int, int]:
    if left.low >= 0 and right.low >= 0:
        return left.low * right.low, left.high * right.high
    ends = (left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high)
    return min(ends), max(ends)


def _storage(low: int, high: int) -> type[Any]:
    return np.int64 if low > -LIMIT and high < LIMIT else object


ZERO, ONE = Integers.of(0), Integers.of(1)
