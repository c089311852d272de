"""Columns of fractions against Fraction, row by row: arithmetic, order, rounding, and what they write."""

from fractions import Fraction
from math import floor

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.oracle import half_up
from thidua.core.columns import Column, Expression, Integers, Literal, Operation, Operator, exact, simplified, total
from thidua.core.errors import Fault
from thidua.core.numbers import Counts, Number, NumberKind, Rate, round_to

WHOLE = st.integers(-30, 30) | st.integers(-(2**70), 2**70) | st.sampled_from([2**53, 2**62, 2**63, -(2**63)])
FRACTIONS = st.builds(Fraction, WHOLE, st.integers(1, 40) | st.sampled_from([2**40, 2**62, 2**63, 10**20]))
HALVES = st.builds(lambda k: Fraction(2 * k + 1, 200), st.integers(-400, 400))
MANY = st.lists(FRACTIONS | HALVES, min_size=1, max_size=5)


def column(values: list[Fraction]) -> Column:
    """Fractions as a column; each row writes itself as counts."""
    nums, dens = [value.numerator for value in values], [value.denominator for value in values]
    written = [Literal(Counts(num, den, NumberKind.RESULT_TARGET)) for num, den in zip(nums, dens, strict=True)]
    return Column(Integers.of(nums), Integers.of(dens), lambda row: written[row])


def values(of: Column, count: int) -> list[Fraction]:
    return [Fraction(*of.at(row)) for row in range(count)]


@given(MANY, MANY)
def test_four_operations_equal_fractions(left: list[Fraction], right: list[Fraction]) -> None:
    count = min(len(left), len(right))
    a, b = column(left[:count]), column(right[:count])
    both = list(zip(left, right, strict=False))
    assert values(a + b, count) == [x + y for x, y in both]
    assert values(a - b, count) == [x - y for x, y in both]
    assert values(a * b, count) == [x * y for x, y in both]
    assert values(-a, count) == [-x for x, _y in both]
    assume(all(y for _x, y in both))
    assert values(a / b, count) == [x / y for x, y in both]


@given(MANY, MANY)
def test_every_result_writes_arithmetic_that_gives_it(left: list[Fraction], right: list[Fraction]) -> None:
    count = min(len(left), len(right))
    a, b = column(left[:count]), column(right[:count])
    one = Column.whole(1)
    for result in (a + b, a * b - a, (a + one) / (b * b + one), -a):
        for row in range(count):
            assert Fraction(*exact(result.written(row))) == Fraction(*result.at(row))
            assert Fraction(*exact(simplified(result.written(row)))) == Fraction(*result.at(row))


@given(MANY, MANY)
def test_comparisons_are_exact(left: list[Fraction], right: list[Fraction]) -> None:
    count = min(len(left), len(right))
    a, b = column(left[:count]), column(right[:count])
    both = list(zip(left, right, strict=False))
    for condition, expected in (
        (a < b, [x < y for x, y in both]),
        (a > b, [x > y for x, y in both]),
        (a <= b, [x <= y for x, y in both]),
        (a >= b, [x >= y for x, y in both]),
        (a.same(b), [x == y for x, y in both]),
    ):
        assert np.broadcast_to(condition.mask, (count,)).tolist() == expected


@given(MANY, st.integers(0, 6))
def test_rounding_is_half_away_from_zero_and_the_same_as_for_one_number(many: list[Fraction], places: int) -> None:
    rounded = column(many).rounded(places)
    assert values(rounded, len(many)) == [half_up(value, places) for value in many]
    assert [Fraction(*round_to(value.as_integer_ratio(), places).ratio) for value in many] == values(rounded, len(many))


@given(MANY)
def test_whole_part_goes_down(many: list[Fraction]) -> None:
    assert values(column(many).whole_part(), len(many)) == [floor(value) for value in many]


@given(MANY, MANY, st.data())
def test_choice_keeps_value_and_writing_together(
    left: list[Fraction], right: list[Fraction], data: st.DataObject
) -> None:
    count = min(len(left), len(right))
    mask = np.asarray(data.draw(st.lists(st.booleans(), min_size=count, max_size=count)))
    chosen = column(left[:count]).where(mask, column(right[:count]))
    expected = [x if yes else y for yes, x, y in zip(mask, left, right, strict=False)]
    assert values(chosen, count) == expected
    assert [Fraction(*exact(chosen.written(row))) for row in range(count)] == expected


@given(st.lists(MANY.map(lambda many: many[:1]), max_size=4))
def test_total_of_columns_is_their_sum(many: list[list[Fraction]]) -> None:
    assert Fraction(*total([column(one) for one in many]).at(0)) == sum((one[0] for one in many), Fraction(0))


@pytest.mark.parametrize("size", [2**62, 2**63, 10**40])
def test_single_numbers_of_any_size_compute_exactly(size: int) -> None:
    big = Column.constant(Number(size))
    assert Fraction(*(big + big).rounded(2).at(0)) == 2 * size
    assert Fraction(*(big / Column.constant(Number(-3))).at(0)) == Fraction(-size, 3)
    assert Fraction(*(Column.whole(1) / Column.constant(Number(-size))).at(0)) == Fraction(-1, size)
    assert Fraction(*(big / Column.whole(7)).whole_part().at(0)) == size // 7


def test_division_by_zero_marks_the_row() -> None:
    quotient = column([Fraction(1), Fraction(1)]) / column([Fraction(0), Fraction(2)])
    assert quotient.undefined is not None
    assert np.broadcast_to(quotient.undefined, (2,)).tolist() == [True, False]
    assert Fraction(*quotient.at(1)) == Fraction(1, 2)


def test_order_of_rows_can_be_taken_anew() -> None:
    taken = column([Fraction(1), Fraction(2), Fraction(3)]).take(np.asarray([2, 0, 2]))
    assert values(taken, 3) == [3, 1, 3]
    assert [Fraction(*exact(taken.written(row))) for row in range(3)] == [3, 1, 3]


def test_bulk_column_has_no_arithmetic_to_show() -> None:
    with pytest.raises(Fault, match="bulk run"):
        Column(Integers.of([1])).written(0)


def test_short_results_are_settled_and_long_ones_keep_their_arithmetic() -> None:
    third = Column.whole(1) / Column.whole(3)
    half = Column.whole(1) / Column.whole(2)
    assert third.settled().written(0) == Operation(Operator.OVER, Literal(Number(1)), Literal(Number(3)))
    assert half.settled().written(0) == Literal(Number(5, 1))


def test_simplified_drops_what_does_nothing() -> None:
    def literal(number: int) -> Expression:
        return Literal(Number(number))

    times_one = Operation(Operator.TIMES, Literal(Rate(Number(100))), literal(5))
    plus_nothing = Operation(Operator.PLUS, times_one, literal(0))
    from_nothing = Operation(Operator.MINUS, literal(0), literal(5))
    over_one = Operation(Operator.OVER, literal(5), literal(1))
    assert simplified(plus_nothing) == literal(5)
    assert simplified(over_one) == literal(5)
    assert simplified(from_nothing) == from_nothing


def test_arithmetic_that_divides_by_zero_has_no_value() -> None:
    with pytest.raises(ZeroDivisionError):
        exact(Operation(Operator.OVER, Literal(Number(1)), Literal(Number(0))))
    with pytest.raises(ZeroDivisionError):
        exact(Literal(Counts(0, 0, NumberKind.SHARE)))
