"""Printed arithmetic is true, has no idle bracket, and shows the side of every comparison."""

from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from thidua.core.columns import Expression, Literal, Operation, Operator, compare, exact
from thidua.core.numbers import Counts, Number, NumberKind, Rate, round_to
from thidua.words.expressions import (
    is_share,
    write_beside,
    write_equation,
    write_expression,
    write_final_line,
    write_points,
    write_ratio,
)
from thidua.words.language import Language
from words.reading_back import evaluate, places, read_line, rounded

VI, EN = Language.VI, Language.EN
PLUS, MINUS, TIMES, OVER = Operator.PLUS, Operator.MINUS, Operator.TIMES, Operator.OVER


def number(text: str) -> Literal:
    return Literal(Number.parse(text))


def rate(text: str) -> Literal:
    return Literal(Rate(Number.parse(text)))


def counts(numerator: int, denominator: int) -> Literal:
    return Literal(Counts(numerator, denominator, NumberKind.SHARE))


def joined(operator: Operator, left: Expression, right: Expression) -> Operation:
    return Operation(operator, left, right)


numbers = st.builds(Number, st.integers(-(10**6), 10**6), st.integers(0, 3))
literals: st.SearchStrategy[Expression] = st.builds(
    Literal,
    st.one_of(
        numbers,
        st.builds(Rate, numbers),
        st.builds(Counts, st.integers(0, 9999), st.integers(1, 9999), st.just(NumberKind.RESULT_TARGET)),
    ),
)
expressions: st.SearchStrategy[Expression] = st.recursive(
    literals,
    lambda inner: st.builds(Operation, st.sampled_from(list(Operator)), inner, inner),
    max_leaves=8,
)


def value_of(expression: Expression) -> Fraction:
    try:
        return Fraction(*exact(expression))
    except ZeroDivisionError:
        assume(False)
        raise


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        (number("1438"), "1.438"),
        (number("-0.5"), "−0,5"),
        (rate("93.1"), "93,1%"),
        (counts(343, 359), "343/359"),
        (
            joined(PLUS, number("10"), joined(TIMES, number("10"), joined(OVER, number("12.334"), number("19")))),
            "10 + 10 × 12,334/19",
        ),
        (joined(TIMES, number("20"), counts(343, 359)), "20 × (343/359)"),
        (joined(OVER, counts(8, 12), rate("5")), "(8/12)/5%"),
        (joined(MINUS, counts(8, 12), rate("5")), "8/12 − 5%"),
        (joined(MINUS, rate("95"), counts(8, 12)), "95% − 8/12"),
        (joined(MINUS, number("9"), joined(TIMES, number("1.5"), number("2"))), "9 − 1,5 × 2"),
        (joined(MINUS, number("9"), joined(PLUS, number("1"), number("2"))), "9 − (1 + 2)"),
        (joined(OVER, number("9"), joined(TIMES, number("1.5"), number("2"))), "9 / (1,5 × 2)"),
        (joined(TIMES, joined(MINUS, number("9"), number("1")), number("2")), "(9 − 1) × 2"),
        (joined(MINUS, number("8"), number("-5")), "8 − (−5)"),
        (joined(MINUS, number("0.12"), rate("2")), "12% − 2%"),
        (joined(OVER, number("0.6667"), rate("75")), "66,67%/75%"),
        (joined(PLUS, number("8"), joined(TIMES, number("0"), number("0.5"))), "8"),
        (joined(MINUS, joined(TIMES, number("0"), number("0.5")), number("3")), "0 × 0,5 − 3"),
    ],
)
def test_expression_is_written_with_the_brackets_it_needs(expression: Expression, written: str) -> None:
    assert write_expression(expression, VI) == written


def test_expression_is_written_the_english_way() -> None:
    assert write_expression(joined(TIMES, number("1438.5"), rate("93.1")), EN) == "1,438.5 × 93.1%"


@given(expressions)
@example(joined(OVER, counts(1, 3), joined(OVER, counts(2, 3), counts(4, 5))))
@example(joined(MINUS, rate("-5"), joined(MINUS, number("-5"), rate("-0.5"))))
def test_expression_read_back_has_its_value(expression: Expression) -> None:
    value = value_of(expression)
    assert evaluate(write_expression(expression, VI)) == value


@given(expressions, st.integers(0, 3))
@example(joined(OVER, number("16.494999999"), number("1")), 2)
@example(joined(OVER, number("2.675"), number("1")), 2)
@example(joined(OVER, number("-1"), number("3")), 2)
def test_final_line_read_back_gives_the_printed_points(expression: Expression, digits: int) -> None:
    value = value_of(expression)
    points = round_to((value.numerator, value.denominator), digits)
    line = write_final_line(expression, points, VI)
    assert read_line(line) == Fraction(*points.ratio)
    shown = line.replace("≈", "→").split(" → ")
    assert all(rounded(evaluate(text), digits) == Fraction(*points.ratio) for text in shown[1:])


@pytest.mark.parametrize(
    ("expression", "line"),
    [
        (joined(TIMES, number("10"), joined(OVER, number("60"), number("75"))), "10 × 60/75 = 8,00"),
        (joined(TIMES, number("5"), joined(OVER, number("107"), number("200"))), "5 × 107/200 = 2,675 → 2,68"),
        (joined(OVER, number("10"), number("3")), "10/3 ≈ 3,3333 → 3,33"),
        (joined(OVER, number("1.0499996"), number("3")), "1,0499996/3 ≈ 0,3500 → 0,35"),
        (joined(OVER, number("1.03499996"), number("3")), "1,03499996/3 ≈ 0,34499999 → 0,34"),
        (number("8"), "8 = 8,00"),
    ],
)
def test_final_line_shows_enough_digits_to_follow_the_rounding(expression: Expression, line: str) -> None:
    assert write_final_line(expression, round_to(exact(expression), 2), VI) == line


@pytest.mark.parametrize(
    ("value", "other", "percent", "texts"),
    [
        ((97996, 100000), (98, 100), True, ("97,996%", "98%")),
        ((343, 359), (95, 100), True, ("95,54%", "95%")),
        ((899999, 1000000), (9, 10), True, ("89,9999%", "90%")),
        ((2, 3), (66667, 100000), True, ("66,6667%", "66,667%")),
        ((75, 100), (3, 4), True, ("75%", "75%")),
        ((1, 3), (33333, 100000), False, ("0,33333", "0,33333")),
    ],
)
def test_compared_numbers_have_the_digits_to_see_the_side(
    value: tuple[int, int], other: tuple[int, int], percent: bool, texts: tuple[str, str]
) -> None:
    shown = write_beside(value, other, VI, percent=percent)
    if compare(value, other) == 0 or texts[0] != texts[1]:
        assert shown == texts
    assert compare(tuple_of(shown[0]), tuple_of(shown[1])) == compare(value, other)


def tuple_of(text: str) -> tuple[int, int]:
    return evaluate(text).as_integer_ratio()


ratios = st.tuples(st.integers(-(10**9), 10**9), st.integers(1, 10**9))


@given(ratios, ratios, st.booleans())
def test_the_side_is_seen_of_any_two_numbers(value: tuple[int, int], other: tuple[int, int], percent: bool) -> None:
    shown = write_beside(value, other, VI, percent=percent)
    signed = [evaluate(text.replace("−", "0 − ", 1) if text.startswith("−") else text) for text in shown]
    assert compare(signed[0].as_integer_ratio(), signed[1].as_integer_ratio()) == compare(value, other)


@given(ratios, st.booleans())
def test_a_ratio_says_whether_it_is_written_whole(ratio: tuple[int, int], percent: bool) -> None:
    written = write_ratio(ratio, VI, percent=percent)
    shown, value = evaluate(written.text), Fraction(*ratio)
    assert (shown == value) if written.exact else (shown == rounded(value, places(written.text)) != value)
    assert written.sign == ("=" if written.exact else "≈")


def test_given_places_pad_and_round() -> None:
    assert write_ratio((1, 25), VI, percent=True, places=2).text == "4,00%"
    assert write_ratio((8, 12), VI, percent=True, places=2).text == "66,67%"
    assert write_points((164949, 10000), 2, VI) == "16,49"
    assert write_points((8, 1), 2, VI) == "8"


@pytest.mark.parametrize(
    ("expression", "percent", "line"),
    [
        (counts(8, 12), True, "8/12 ≈ 66,67%"),
        (rate("5"), True, "5%"),
        (joined(OVER, joined(MINUS, number("31"), number("20")), number("20")), True, "(31 − 20) / 20 = 55%"),
        (joined(TIMES, number("30"), number("1")), False, "30"),
    ],
)
def test_equation_says_what_arithmetic_comes_to(expression: Expression, percent: bool, line: str) -> None:
    assert write_equation(expression, exact(expression), VI, percent=percent) == line


def test_shares_are_told_from_numbers_of_things() -> None:
    assert is_share(joined(MINUS, counts(1, 2), number("0.1")))
    assert not is_share(joined(OVER, counts(1, 2), rate("5")))
    assert not is_share(joined(TIMES, number("10"), counts(1, 2)))
