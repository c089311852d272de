"""Patterns in figures: nothing below a hundred, a question from one chance in a hundred on."""

from fractions import Fraction

import pytest

from thidua.core.checking.patterns import CRITICAL, LEAST, Digits, bunching, last_digits, tail

TARGET = (100, 1)


def figures(below: int, above: int, far: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [((98, 1), TARGET)] * below + [((102, 1), TARGET)] * above + [((150, 1), TARGET)] * far


@pytest.mark.parametrize(
    ("tries", "hits", "chance"),
    [(0, 0, Fraction(1)), (1, 1, Fraction(1, 2)), (10, 10, Fraction(1, 1024)), (4, 3, Fraction(5, 16))],
)
def test_the_chance_is_that_of_throwing_a_coin(tries: int, hits: int, chance: Fraction) -> None:
    assert Fraction(*tail(tries, hits)) == chance


def test_figures_that_crowd_just_above_their_targets_are_asked_about_from_a_hundred_on() -> None:
    few, many = bunching(figures(0, 20, LEAST - 21)), bunching(figures(0, 20, LEAST - 20))
    assert (few.is_question, many.is_question) == (False, True)
    assert few.chance == many.chance == (1, 2**20)


def test_as_many_below_as_above_is_no_question() -> None:
    found = bunching(figures(20, 20, 100))
    assert (found.below, found.above, found.is_question) == (20, 20, False)


@pytest.mark.parametrize(
    ("value", "side"),
    [((95, 1), (1, 0)), ((94, 1), (0, 0)), ((100, 1), (0, 1)), ((1049, 10), (0, 1)), ((105, 1), (0, 0))],
)
def test_the_window_is_a_twentieth_and_the_target_itself_is_reached(
    value: tuple[int, int], side: tuple[int, int]
) -> None:
    found = bunching([(value, TARGET)])
    assert (found.below, found.above) == side


def test_targets_of_zero_and_shares_without_a_whole_are_left_out() -> None:
    assert bunching([((1, 1), (0, 1)), ((1, 0), TARGET), ((1, 1), (-5, 1))]).figures == 0


def test_digits_that_stand_too_often_are_asked_about_from_a_hundred_on() -> None:
    rounded = [100 * one + 10 * (one % 7) for one in range(1, 101)]
    assert last_digits(rounded).is_question
    assert last_digits(rounded).preferred == (0,)
    assert not last_digits(rounded[:-1]).is_question


def test_an_even_spread_is_no_question_and_small_counts_have_no_free_digit() -> None:
    assert last_digits(range(100, 300)).is_question is False
    assert last_digits(range(100, 300)).statistic[0] == 0
    assert last_digits([10] * 500).figures == 0


@pytest.mark.parametrize(("moved", "is_question"), [(13, False), (14, True)])
def test_a_question_is_asked_beyond_the_critical_value(moved: int, *, is_question: bool) -> None:
    skewed = _moved(moved)
    theirs = sum((Fraction(count) - Fraction(skewed.figures, 10)) ** 2 for count in skewed.counts) * 10
    assert Fraction(*skewed.statistic) == theirs / skewed.figures
    assert skewed.is_question == (theirs / skewed.figures > Fraction(*CRITICAL)) == is_question


def _moved(count: int) -> Digits:
    """A hundred figures of which so many end in 0 beside the ten that should."""
    rest, more = divmod(90 - count, 9)
    return Digits((10 + count, *(rest + (place < more) for place in range(9))))
