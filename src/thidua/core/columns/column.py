"""Columns of exact fractions: a rule is written once, as ordinary arithmetic, over all units at once.

A column holds a numerator and a denominator per row and never divides one by the other. Adding, multiplying and
comparing columns builds the numerator and denominator *polynomials* of the rule (for K4: `M·a·s` over `t·b`), whose
size `Integers` bounds before it computes them. Points come out of one integer division, `Column.rounded`.

When points are to be explained, columns also carry how each row's `Expression` is written: the explanation comes
from the very arithmetic that computes the points.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from functools import cache, reduce
from math import gcd, lcm
from typing import NamedTuple

from thidua.core.columns.expression import Expression, Literal, Operation, Operator
from thidua.core.columns.integers import ONE, ZERO, Integers, Mask, Picked, Rows
from thidua.core.errors import Fault
from thidua.core.numbers import Counts, Number, NumberKind, Value, terminating
from thidua.core.numeric import np

Writing = Callable[[int], Expression]
READABLE_PLACES = 6  # an intermediate result is written as a decimal when it ends within so many places


class Condition(NamedTuple):
    """A yes or no per row, and the two columns whose comparison it was (for the explanation)."""

    mask: Mask
    left: Column
    sign: str
    right: Column


class Column:
    """One exact fraction per row, or one for all rows. Denominators are positive.

    `undefined` marks rows where the arithmetic divided by zero; such a row must not be chosen as a result.
    `writing` answers with the arithmetic of a row; None in bulk runs, where nothing is kept for explanations.
    """

    __slots__ = ("den", "num", "undefined", "writing")

    def __init__(
        self,
        num: Integers,
        den: Integers = ONE,
        writing: Writing | None = None,
        undefined: Mask | None = None,
    ) -> None:
        self.num = num
        self.den = den
        self.writing = writing
        self.undefined = undefined

    @classmethod
    def constant(cls, value: Value) -> Column:
        """One number for all rows: a parameter of the rulebook."""
        numerator, denominator = value.ratio
        common = gcd(numerator, denominator) or 1
        return cls(Integers.of(numerator // common), Integers.of(denominator // common), lambda _row: Literal(value))

    @staticmethod
    @cache
    def whole(number: int) -> Column:
        """A whole number for all rows."""
        return Column.constant(Number(number))

    @classmethod
    def stacked(cls, parts: Sequence[Column], rows: int) -> Column:
        """Columns of so many rows one below the other, without their arithmetic. None may hold undefined rows."""
        num, den = ([part.num for part in parts], [part.den for part in parts])
        return cls(Integers.stacked(num, rows), Integers.stacked(den, rows))

    def at(self, row: int) -> tuple[int, int]:
        """The fraction in a row as (numerator, denominator > 0), not reduced."""
        return self.num.at(row), self.den.at(row)

    def take(self, rows: Picked) -> Column:
        """The column re-read in another order: entry i is our row `rows[i]`. Rows in one line keep their arithmetic."""
        if self.writing is None and self.undefined is None and self.num.is_one_number and self.den.is_one_number:
            return self
        holes = self.undefined
        if holes is not None and holes.ndim:
            holes = holes[rows]
        writing = self.writing
        written = None
        if writing is not None and isinstance(rows, np.ndarray) and rows.ndim == 1:
            written = _reread(writing, rows)
        return Column(self.num.take(rows), self.den.take(rows), written, holes)

    def __add__(self, other: Column) -> Column:
        return self._join(other, Operator.PLUS, lambda a, b: a + b)

    def __sub__(self, other: Column) -> Column:
        return self._join(other, Operator.MINUS, lambda a, b: a - b)

    def __mul__(self, other: Column) -> Column:
        return self._built(self.num * other.num, self.den * other.den, other, Operator.TIMES)

    def __truediv__(self, other: Column) -> Column:
        divisor, zero = other.num.without_zero()
        built = self._built(self.num * other.den, self.den * divisor, other, Operator.OVER)
        built.undefined = _either(built.undefined, zero)
        return built._with_positive_denominator()

    def __neg__(self) -> Column:
        return Column.whole(0) - self

    def __lt__(self, other: Column) -> Condition:
        return Condition(self._less(other), self, "<", other)

    def __gt__(self, other: Column) -> Condition:
        return Condition(other._less(self), self, ">", other)

    def __le__(self, other: Column) -> Condition:
        return Condition(~other._less(self), self, "≤", other)

    def __ge__(self, other: Column) -> Condition:
        return Condition(~self._less(other), self, "≥", other)

    def same(self, other: Column) -> Condition:
        """Row by row: are both fractions equal in value?"""
        mask = (self.num * other.den).equal(other.num * self.den)
        return Condition(self._in_shape(mask, other), self, "=", other)

    def where(self, mask: Mask, other: Column) -> Column:
        """Our fraction where the mask holds, the other's elsewhere."""
        held = np.count_nonzero(mask)
        if not held:
            return other
        if held == mask.size:
            return self
        left, right, den = self._over_one(other)
        num = left.where(mask, right)
        if den is None:
            den = self.den if self.den is other.den else self.den.where(mask, other.den)
        holes = None
        if self.undefined is not None or other.undefined is not None:
            holes = np.where(mask, _holes(self, mask), _holes(other, mask))
        ours, theirs = self.writing, other.writing
        writing = None
        if ours is not None and theirs is not None:
            writing = _chosen(mask, ours, theirs)
        return Column(num, den, writing, holes)

    def whole_part(self) -> Column:
        """The fraction cut down to a whole number (towards minus infinity): "whole steps only"."""
        num = self.num.floor_divide(self.den)
        writing = None if self.writing is None else lambda row: Literal(Number(num.at(row)))
        return Column(num, ONE, writing, self.undefined)

    def rounded(self, places: int) -> Column:
        """Rounded once to so many decimals, halves away from zero; the arithmetic is kept for the explanation."""
        scale = 10**places
        if self.den.is_one_number and scale == self.den.low:
            return self
        if self.den.is_one_number and scale % self.den.low == 0:
            num = self.num * Integers.of(scale // self.den.low)
        else:
            doubled = abs(self.num) * Integers.of(2 * scale) + self.den
            num = doubled.floor_divide(self.den * Integers.of(2)).tight()
            num = num if self.num.low >= 0 else (-num).where(self.num.less(ZERO), num)
        return Column(num, Integers.of(scale), self.writing, self.undefined)

    def settled(self) -> Column:
        """The same fractions; each row's arithmetic is shortened to its result where that is a short decimal."""
        writing = self.writing
        if writing is None:
            return self
        return Column(self.num, self.den, lambda row: self._shortest(row, writing), self.undefined)

    def as_literal(self) -> Column:
        """The same fractions, to be written as plain decimals; for values that always end (rounded ones, counts)."""
        return Column(self.num, self.den, lambda row: Literal(_decimal(self.at(row))), self.undefined)

    def as_counts(self) -> Column:
        """The same fractions, to be written as the two numbers they were made of: 553/589."""
        return Column(self.num, self.den, lambda row: Literal(Counts(*self.at(row), NumberKind.SHARE)), self.undefined)

    def written(self, row: int) -> Expression:
        """The arithmetic of a row. Raises Fault for a column of a bulk run."""
        if self.writing is None:
            raise Fault("a column of a bulk run has no arithmetic to show")
        return self.writing(row)

    def _shortest(self, row: int, writing: Writing) -> Expression:
        expression = writing(row)
        if isinstance(expression, Literal):
            return expression
        result = terminating(self.at(row))
        return expression if result is None or result.places > READABLE_PLACES else Literal(result)

    def _less(self, other: Column) -> Mask:
        left, right, den = self._over_one(other)
        if den is None:
            left, right = self.num * other.den, other.num * self.den
        return self._in_shape(left.less(right), other)

    def _in_shape(self, mask: Mask, other: Column) -> Mask:
        """A comparison with one entry per row although its two sides came down to single numbers."""
        if mask.ndim:
            return mask
        held = (self.num.held, self.den.held, other.num.held, other.den.held)
        return np.broadcast_to(mask, np.broadcast_shapes(*(np.shape(one) for one in held)))

    def _join(self, other: Column, operator: Operator, op: Callable[[Integers, Integers], Integers]) -> Column:
        if other.num.is_one_number and not other.num.low:
            return self._built(self.num, self.den, other, operator)
        left, right, den = self._over_one(other)
        if den is None:
            left, right, den = self.num * other.den, other.num * self.den, self.den * other.den
        return self._built(op(left, right), den, other, operator)

    def _over_one(self, other: Column) -> tuple[Integers, Integers, Integers | None]:
        """Both numerators over one denominator for all rows, where both have such a one already; else unchanged."""
        ours, theirs = self.den, other.den
        if not (ours.is_one_number and theirs.is_one_number):
            return self.num, other.num, None
        if ours.low == theirs.low:
            return self.num, other.num, ours
        common = lcm(ours.low, theirs.low)
        left, right = Integers.of(common // ours.low), Integers.of(common // theirs.low)
        return self.num * left, other.num * right, Integers.of(common)

    def _built(self, num: Integers, den: Integers, other: Column, operator: Operator) -> Column:
        left, right = self.writing, other.writing
        writing = None
        if left is not None and right is not None:
            writing = _joined(operator, left, right)
        return Column(num, den, writing, _either(self.undefined, other.undefined))

    def _with_positive_denominator(self) -> Column:
        if self.den.low >= 0:
            return self
        if self.den.high < 0:
            return Column(-self.num, -self.den, self.writing, self.undefined)
        num = (-self.num).where(self.den.less(ZERO), self.num)
        return Column(num, abs(self.den), self.writing, self.undefined)


def total(columns: Sequence[Column]) -> Column:
    """The sum of columns, 0 for none."""
    if not columns:
        return Column.whole(0)
    if _are_bulk(columns):
        return Column(Integers.total([column.num for column in columns]), columns[0].den)
    return reduce(operator.add, columns)


def _are_bulk(columns: Sequence[Column]) -> bool:
    """Whether columns are numerators over one denominator and no more, so that their sum has no arithmetic to keep."""
    den = columns[0].den
    if not den.is_one_number or all(column.writing for column in columns):
        return False
    return all(
        column.den.is_one_number and column.den.low == den.low and column.undefined is None for column in columns
    )


def _decimal(ratio: tuple[int, int]) -> Number:
    number = terminating(ratio)
    if number is None:
        raise Fault("this value has no end as a decimal")
    return number


def _reread(writing: Writing, rows: Rows) -> Writing:
    return lambda row: writing(int(rows[row]))


def _joined(operator: Operator, left: Writing, right: Writing) -> Writing:
    return lambda row: Operation(operator, left(row), right(row))


def _chosen(mask: Mask, ours: Writing, theirs: Writing) -> Writing:
    return lambda row: ours(row) if mask[row] else theirs(row)


def _either(left: Mask | None, right: Mask | None) -> Mask | None:
    if left is None or right is None:
        return right if left is None else left
    return np.asarray(left | right, dtype=np.bool_)


def _holes(column: Column, like: Mask) -> Mask:
    return np.zeros_like(like) if column.undefined is None else column.undefined
