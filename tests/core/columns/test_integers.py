"""Columns of whole numbers against Python's own: no operation wraps around, and storage follows the bound."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thidua.core.columns import Integers

EDGES = [0, 1, -1, 2**31, 2**53, 2**53 + 1, 2**62, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64 - 1, 2**64, 10**30]
NUMBERS = st.sampled_from(EDGES) | st.integers(-20, 20) | st.integers(-(2**70), 2**70)
COLUMNS = st.lists(NUMBERS, min_size=1, max_size=6)


def column(values: list[int] | int) -> Integers:
    """A column of several rows, or one number for all of them."""
    return Integers.of(values)


def rows(values: list[int] | int, count: int) -> list[int]:
    return [values] * count if isinstance(values, int) else values


@st.composite
def pairs(draw: st.DrawFn) -> tuple[list[int] | int, list[int] | int, int]:
    """Two columns of equal length, each perhaps a single number; and the length."""
    left, right = draw(COLUMNS), draw(COLUMNS)
    count = min(len(left), len(right))
    one: list[int] | int = left[0] if draw(st.booleans()) else left[:count]
    other: list[int] | int = right[0] if draw(st.booleans()) else right[:count]
    return one, other, count


def assert_holds(result: Integers, expected: list[int]) -> None:
    """The right numbers, within the limits, in the storage that the limits ask for."""
    assert [result.at(row) for row in range(len(expected))] == expected
    assert all(result.low <= number <= result.high for number in expected)
    if isinstance(result.values, int):
        assert result.low == result.high == result.values
        return
    fits = result.low > -(2**63) and result.high < 2**63
    assert result.values.dtype == (np.dtype(np.int64) if fits else np.dtype(object))


@given(pairs())
def test_sum_difference_and_product_equal_pythons(drawn: tuple[list[int] | int, list[int] | int, int]) -> None:
    left, right, count = drawn
    for together in (
        lambda a, b: a + b,
        lambda a, b: a - b,
        lambda a, b: a * b,
    ):
        expected = [together(a, b) for a, b in zip(rows(left, count), rows(right, count), strict=True)]
        assert_holds(together(column(left), column(right)), expected)


@given(pairs())
def test_quotient_goes_down_to_the_whole_number(drawn: tuple[list[int] | int, list[int] | int, int]) -> None:
    left, right, count = drawn
    divisors = [abs(number) + 1 for number in rows(right, count)]
    divisor = column(divisors[0] if isinstance(right, int) else divisors)
    expected = [a // b for a, b in zip(rows(left, count), divisors, strict=True)]
    assert_holds(column(left).floor_divide(divisor), expected)


@given(COLUMNS, st.booleans())
def test_negation_and_size(values: list[int], single: bool) -> None:
    given_values: list[int] | int = values[0] if single else values
    expected = rows(given_values, 1)
    assert_holds(-column(given_values), [-number for number in expected])
    assert_holds(abs(column(given_values)), [abs(number) for number in expected])


@given(pairs())
def test_comparisons_equal_pythons(drawn: tuple[list[int] | int, list[int] | int, int]) -> None:
    left, right, count = drawn
    both = list(zip(rows(left, count), rows(right, count), strict=True))
    assert np.broadcast_to(column(left).less(column(right)), (count,)).tolist() == [a < b for a, b in both]
    assert np.broadcast_to(column(left).equal(column(right)), (count,)).tolist() == [a == b for a, b in both]


@given(pairs(), st.data())
def test_choice_row_by_row(drawn: tuple[list[int] | int, list[int] | int, int], data: st.DataObject) -> None:
    left, right, count = drawn
    mask = data.draw(st.lists(st.booleans(), min_size=count, max_size=count))
    expected = [a if yes else b for yes, a, b in zip(mask, rows(left, count), rows(right, count), strict=True)]
    assert_holds(column(left).where(np.asarray(mask), column(right)), expected)


@pytest.mark.parametrize("number", [2**62, 2**63 - 1, 2**63, 2**64 - 1, -(2**63)])
def test_single_numbers_near_the_limit_do_not_become_unsigned(number: int) -> None:
    """NumPy takes 2**63 for an unsigned 64-bit number, whose product wraps around in silence."""
    doubled = column(number) + column(number)
    assert_holds(doubled * column(100), [200 * number])
    assert_holds(-doubled, [-2 * number])


def test_column_of_no_rows_is_a_column() -> None:
    empty = column([])
    assert np.shape(empty.values) == (0,)
    assert np.shape((empty + empty).values) == (0,)


@given(pairs(), st.data())
def test_sums_of_groups_equal_pythons(drawn: tuple[list[int] | int, list[int] | int, int], data: st.DataObject) -> None:
    left, _right, count = drawn
    groups = data.draw(st.lists(st.integers(0, 2), min_size=count, max_size=count))
    among = data.draw(st.lists(st.booleans(), min_size=count, max_size=count))
    numbers = rows(left, count)
    expected = [sum(n for n, g, yes in zip(numbers, groups, among, strict=True) if yes and g == own) for own in groups]
    assert_holds(column(left).sums(np.asarray(groups), np.asarray(among)), expected)


@given(pairs())
def test_zeros_are_replaced_by_one_and_told(drawn: tuple[list[int] | int, list[int] | int, int]) -> None:
    left, _right, count = drawn
    numbers = rows(left, count)
    found, zero = column(left).without_zero()
    assert_holds(found, [number or 1 for number in numbers])
    mask = [False] * count if zero is None else np.broadcast_to(zero, (count,)).tolist()
    assert mask == [number == 0 for number in numbers]


@given(COLUMNS)
def test_measuring_gives_the_tightest_storage(values: list[int]) -> None:
    loose = column(values) * column(2**70)
    assert_holds(loose.floor_divide(column(2**70)).tight(), values)


@given(st.lists(NUMBERS | st.lists(NUMBERS, min_size=3, max_size=3), min_size=1, max_size=5))
@example([[2**62] * 3, [2**62] * 3, [-(2**62)] * 3])
@example([2**63, [1, 2, 3], -(2**63)])
def test_a_total_is_the_sum_of_its_columns(parts: list[list[int] | int]) -> None:
    expected = [sum(numbers) for numbers in zip(*(rows(part, 3) for part in parts), strict=True)]
    before = [column(part) for part in parts]
    assert_holds(Integers.total(before), expected)
    assert [[one.at(row) for row in range(3)] for one in before] == [rows(part, 3) for part in parts]
