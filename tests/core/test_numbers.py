"""Exact numbers and rounding, against an oracle in fractions."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thidua.core.numbers import (
    Counts,
    Number,
    NumberKind,
    Rate,
    RoundingMode,
    half_up,
    round_down,
    round_to,
    round_up,
    share_out,
    terminating,
)

WHOLE = st.integers(-(10**25), 10**25)
DENOMINATOR = WHOLE.filter(bool)
# Halves are rare among random fractions: this one makes (2k + 1) / 2 in unreduced forms.
HALVES = st.builds(
    lambda k, factor: ((2 * k + 1) * factor, 2 * factor), st.integers(-(10**20), 10**20), st.integers(1, 10**6)
)
FRACTIONS = st.tuples(WHOLE, DENOMINATOR) | HALVES
NUMBERS = st.builds(Number, WHOLE, st.integers(0, 12))


def oracle_half_up(value: Fraction) -> int:
    nearest = floor(abs(value) + Fraction(1, 2))
    return nearest if value >= 0 else -nearest


@given(FRACTIONS)
@example((1, 2))
@example((-1, 2))
@example((2**63 + 1, 2))
def test_half_up_is_half_away_from_zero(fraction: tuple[int, int]) -> None:
    assert half_up(*fraction) == oracle_half_up(Fraction(*fraction))


@given(HALVES)
def test_half_up_of_a_half_is_the_neighbour_farther_from_zero(fraction: tuple[int, int]) -> None:
    value = Fraction(*fraction)
    assert abs(half_up(*fraction)) == ceil(abs(value))


@given(FRACTIONS)
@example((7, -7))
def test_round_down_and_round_up_go_towards_and_away_from_zero(fraction: tuple[int, int]) -> None:
    size = abs(Fraction(*fraction))
    assert abs(round_down(*fraction)) == floor(size)
    assert abs(round_up(*fraction)) == ceil(size)
    assert round_down(*fraction) * Fraction(*fraction) >= 0
    assert round_up(*fraction) * Fraction(*fraction) >= 0


@pytest.mark.parametrize("rounding", [half_up, round_down, round_up])
def test_rounding_by_a_denominator_of_zero_raises(rounding: object) -> None:
    with pytest.raises(ZeroDivisionError):
        rounding(1, 0)  # type: ignore[operator]


@given(FRACTIONS, st.integers(0, 10))
def test_round_to_keeps_the_places_and_is_within_half_of_the_last(fraction: tuple[int, int], places: int) -> None:
    rounded = round_to(fraction, places)
    assert rounded.places == places
    assert abs(Fraction(*rounded.ratio) - Fraction(*fraction)) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(
    ("rounding", "quota", "votes"),
    [(RoundingMode.HALF_UP, 2, 6), (RoundingMode.DOWN, 2, 5), (RoundingMode.UP, 3, 6)],
)
def test_round_to_takes_the_rounding_by_name(rounding: RoundingMode, quota: int, votes: int) -> None:
    assert round_to((20 * 12, 100), 0, rounding) == Number(quota)
    assert round_to((80 * 7, 100), 0, rounding) == Number(votes)


@given(NUMBERS)
def test_number_is_equal_to_its_value_whatever_its_trailing_zeros(number: Number) -> None:
    longer = Number(number.digits * 1000, number.places + 3)
    assert longer == number
    assert hash(longer) == hash(number)
    assert longer.normalised() == number
    assert Fraction(*longer.ratio) == Fraction(*number.ratio)


@given(NUMBERS, NUMBERS)
def test_numbers_are_equal_exactly_when_their_values_are(left: Number, right: Number) -> None:
    assert (left == right) is (Fraction(*left.ratio) == Fraction(*right.ratio))


def test_number_is_not_equal_to_a_plain_integer() -> None:
    assert Number(5) != 5


@given(NUMBERS)
def test_canonical_reads_back_and_is_the_same_for_equal_values(number: Number) -> None:
    assert Number.parse(number.canonical()) == number
    assert Number(number.digits * 10, number.places + 1).canonical() == number.canonical()


@pytest.mark.parametrize(
    ("number", "spelling"),
    [
        (Number(85, 1), "8.5"),
        (Number(850, 2), "8.5"),
        (Number(-5, 1), "-0.5"),
        (Number(1234), "1234"),
        (Number(-1200), "-1200"),
        (Number(0, 3), "0"),
        (Number(7, 3), "0.007"),
    ],
)
def test_canonical_spells_each_value_in_one_way(number: Number, spelling: str) -> None:
    assert number.canonical() == spelling


def test_parse_keeps_the_digits_as_printed() -> None:
    assert (Number.parse("8.50").digits, Number.parse("8.50").places) == (850, 2)


@pytest.mark.parametrize("text", ["", "-", ".", "1.", ".5", "1,5", "1.2.3", "--1", "+1", "1e5", "１", " 1", "1 ", "²"])
def test_parse_refuses_every_other_spelling(text: str) -> None:
    with pytest.raises(ValueError, match="^" + "".join("\\" + c if c in ".+" else c for c in text) + "$"):
        Number.parse(text)


def test_ratio_of_a_rate_is_its_hundredth() -> None:
    assert Fraction(*Rate(Number(931, 1)).ratio) == Fraction(931, 1000)
    assert Fraction(*Rate(Number(-5, 1)).ratio) == Fraction(-5, 1000)


def test_counts_of_two_kinds_differ_though_their_ratio_is_one() -> None:
    share, result = Counts(5, 5, NumberKind.SHARE), Counts(5, 5, NumberKind.RESULT_TARGET)
    assert share != result
    assert share.ratio == result.ratio == (5, 5)


@given(st.integers(-(10**12), 10**12), st.integers(0, 15), st.integers(0, 15), st.integers(1, 10**4))
def test_terminating_gives_the_exact_decimal(numerator: int, twos: int, fives: int, factor: int) -> None:
    value = (numerator * factor, -(2**twos) * 5**fives * factor)
    found = terminating(value)
    assert found is not None
    assert Fraction(*found.ratio) == Fraction(*value)


@given(WHOLE, st.integers(1, 10**9))
def test_terminating_answers_none_exactly_when_the_decimal_has_no_end(numerator: int, denominator: int) -> None:
    rest = Fraction(numerator, denominator).denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    assert (terminating((numerator, denominator)) is None) is (rest != 1)


def test_terminating_has_no_more_places_than_it_needs() -> None:
    assert terminating((107 * 5, 200)) == Number(2675, 3)
    assert terminating((1, 8)).places == 3  # type: ignore[union-attr]
    assert terminating((4, 2)).places == 0  # type: ignore[union-attr]


@given(st.integers(0, 10**9), st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any))
def test_share_out_adds_up_and_no_part_is_off_by_one_or_more(total: int, weights: list[int]) -> None:
    parts = share_out(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(total * weight, sum(weights))) < 1


def test_share_out_gives_equal_remainders_to_the_earlier_part() -> None:
    assert share_out(100, [1, 1, 1]) == [34, 33, 33]
    assert share_out(5, [1, 1]) == [3, 2]
    assert share_out(0, [0, 0]) == [0, 0]


def test_share_out_scales_a_group_down_to_its_cap() -> None:
    """DOMAIN K32: items of 20, 18 and 10 points (48) under a cap of 35 points, in hundredths."""
    assert share_out(3500, [2000, 1800, 1000]) == [1458, 1313, 729]


def test_share_out_by_nothing_raises() -> None:
    with pytest.raises(ValueError, match="nothing to share by"):
        share_out(1, [0, 0])
