"""The reader of printed arithmetic, on lines written by hand."""

from fractions import Fraction

import pytest

from core.arithmetic import NotArithmeticError, evaluate, read_line


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10 + 10 × 12,334/19", Fraction(10) + Fraction(12334, 1900)),
        ("10 × (343/359)", Fraction(3430, 359)),
        ("10 × 343/359/2", Fraction(3430, 718)),
        ("(31 − 20)/20", Fraction(11, 20)),
        ("5 − 2 − 1", Fraction(2)),
        ("5 − (2 − 1)", Fraction(4)),
        ("2 × 92%", Fraction(184, 100)),
        ("1.234,5 + 0,5", Fraction(1235)),
        ("−3 + 5", Fraction(2)),
        ("4 × (−0,5)", Fraction(-2)),
        ("5 × 5.349.999.999.999/10.000.000.000.000", Fraction(26749999999995, 10**13)),
    ],
)
def test_arithmetic_as_printed_is_computed(text: str, value: Fraction) -> None:
    assert evaluate(text) == value


def test_english_numbers_are_read_as_english() -> None:
    assert evaluate("1,234.5 + 0.5", "en") == 1235


def test_line_with_results_is_read_step_by_step() -> None:
    line = read_line("10 + 10 × 12,334/19 ≈ 16,4916 → 16,49")
    assert line.value == Fraction(10) + Fraction(12334, 1900)
    assert line.steps == (("≈", Fraction(164916, 10**4), 4), ("→", Fraction(1649, 100), 2))


@pytest.mark.parametrize(
    "text", ["", "10 +", "(1 + 2", "1 + 2)", "10 điểm", "1 2", "1.23 + 1", "12.34,5", "1,2,3", "× 3"]
)
def test_what_is_no_arithmetic_is_refused(text: str) -> None:
    with pytest.raises(NotArithmeticError):
        evaluate(text)
