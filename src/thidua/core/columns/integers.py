"""Columns of whole numbers that know how large they may be, so that no product ever wraps around.

NumPy's 64-bit integers overflow in silence. Every operation here first bounds its own result with Python
integers; a column whose bound reaches 2**63 is carried as Python integers instead, exact at any size.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Rows = NDArray[np.intp]
LIMIT = 2**63


class Integers:
    """One whole number per row, or one for all rows (`values` of shape `(rows,)` or `()`), and a bound on them.

    Invariant: `abs(value) <= bound` for every value, and dtype is int64 exactly when `bound < 2**63`.
    """

    __slots__ = ("bound", "values")

    def __init__(self, values: NDArray[Any], bound: int) -> None:
        self.values = values
        self.bound = bound

    @classmethod
    def of(cls, values: Sequence[int] | NDArray[Any] | int) -> Integers:
        """Measure the values and choose their storage. Shape `(rows,)` for a sequence, `()` for one number."""
        array = np.asarray(values, dtype=None if isinstance(values, np.ndarray) else object)
        bound = max((abs(int(value)) for value in (array.max(), array.min())), default=0) if array.size else 0
        return cls(array.astype(np.int64 if bound < LIMIT else object), bound)

    @property
    def is_one(self) -> bool:
        """Whether this is the plain number 1, so that multiplying by it can be left out."""
        return self.bound == 1 and self.values.ndim == 0 and int(self.values) == 1

    def at(self, row: int) -> int:
        """The number in a row, as a Python integer."""
        return int(self.values if self.values.ndim == 0 else self.values[row])

    def spread(self, rows: int) -> Integers:
        """The same column with one stored number per row. Shape `(rows,)`."""
        return self if self.values.ndim else Integers(np.broadcast_to(self.values, (rows,)), self.bound)

    def take(self, rows: Rows) -> Integers:
        """The column re-read in another order, one number per entry of `rows`."""
        return self if self.values.ndim == 0 else Integers(self.values[rows], self.bound)

    def where(self, mask: Mask, other: Integers) -> Integers:
        """Our number where the mask holds, the other's elsewhere. Shape of the mask."""
        bound = max(self.bound, other.bound)
        ours, theirs = self.stored_for(bound), other.stored_for(bound)
        return Integers(np.where(mask, ours, theirs), bound)

    def __add__(self, other: Integers) -> Integers:
        return self._combine(other, np.add, lambda a, b: a + b)

    def __sub__(self, other: Integers) -> Integers:
        return self._combine(other, np.subtract, lambda a, b: a + b)

    def __mul__(self, other: Integers) -> Integers:
        if self.is_one:
            return other
        if other.is_one:
            return self
        return self._combine(other, np.multiply, lambda a, b: a * b)

    def __neg__(self) -> Integers:
        return _stored(-self.values, self.bound)

    def __abs__(self) -> Integers:
        return _stored(abs(self.values), self.bound)

    def sign(self) -> Integers:
        """-1, 0 or 1 per row."""
        above, below = (np.asarray(mask, dtype=np.int64) for mask in (self.values > 0, self.values < 0))
        return _stored(above - below, 1)

    def floor_divide(self, divisor: Integers) -> Integers:
        """Whole quotient towards minus infinity. Divisors are positive; the caller sees to it."""
        bound = max(self.bound, divisor.bound)
        quotient = self.stored_for(bound) // divisor.stored_for(bound)
        return _stored(quotient, self.bound).tight()

    def less(self, other: Integers) -> Mask:
        """Row by row: is ours smaller?"""
        bound = max(self.bound, other.bound)
        return np.asarray(self.stored_for(bound) < other.stored_for(bound), dtype=np.bool_)

    def equal(self, other: Integers) -> Mask:
        """Row by row: are both the same?"""
        bound = max(self.bound, other.bound)
        return np.asarray(self.stored_for(bound) == other.stored_for(bound), dtype=np.bool_)

    def sums(self, groups: Rows, among: Mask) -> Integers:
        """For every row the sum over its group's rows in `among`. Shape `(rows,)`."""
        rows = self.spread(len(groups))
        bound = self.bound * max(1, int(among.sum()))
        totals = np.zeros(int(groups.max(initial=-1)) + 1, dtype=np.int64 if bound < LIMIT else object)
        np.add.at(totals, groups[among], rows.stored_for(bound)[among])
        return _stored(totals[groups], bound)

    def tight(self) -> Integers:
        """The same numbers with their bound measured, back in 64 bits where they fit."""
        return Integers.of(self.values)

    def _combine(self, other: Integers, op: Callable[..., Any], grow: Callable[[int, int], int]) -> Integers:
        left, right, bound = self, other, grow(self.bound, other.bound)
        if bound >= LIMIT:  # the bound may be loose: measure before giving up 64 bits
            left, right = left.tight(), right.tight()
            bound = grow(left.bound, right.bound)
        return _stored(op(left.stored_for(bound), right.stored_for(bound)), bound)

    def stored_for(self, bound: int) -> NDArray[Any]:
        """Our values in the storage that a result of this bound needs: int64, or Python integers."""
        return self.values if bound < LIMIT or self.values.dtype == object else self.values.astype(object)


def _stored(result: Any, bound: int) -> Integers:
    """The result of an operation in the storage of its bound. NumPy makes a bare Python or 64-bit number of an array
    without axes, and would take a Python number from 2**63 on for an unsigned one, which wraps around.
    """
    return Integers(np.asarray(result, dtype=np.int64 if bound < LIMIT else object), bound)


ONE = Integers(np.asarray(1, dtype=np.int64), 1)
