"""Every row of docs/algorithms/rounding.md, computed by the product's own functions."""

from fractions import Fraction
from pathlib import Path

import pytest

from thidua.core.numbers import Number, NumberKind, RoundingMode, round_to, share_out, terminating
from thidua.core.reading import read_number
from thidua.words.language import Language
from thidua.words.numbers import write_number, write_points

PAGE = Path(__file__).parents[2] / "docs" / "algorithms" / "rounding.md"


def table(first_column: str) -> list[list[str]]:
    """The rows of the table whose first heading is given."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith(f"| {first_column} |"))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def product(calculation: str) -> Fraction:
    """A × B, each a whole number or a fraction of two, with Vietnamese thousands."""
    result = Fraction(1)
    for factor in calculation.split("×"):
        plain = factor.strip().replace(".", "").replace("−", "-")
        result *= Fraction(plain)
    return result


def in_binary_fractions(calculation: str) -> float:
    value = 1.0
    for factor in calculation.split("×"):
        numerator, _, denominator = factor.strip().replace(".", "").replace("−", "-").partition("/")
        value = value * int(numerator) / int(denominator or "1")
    return value


def points(cell: str) -> int:
    value = read_number(cell, NumberKind.DECIMAL)
    assert isinstance(value, Number)
    return round_to(value.ratio, 2).digits


@pytest.mark.parametrize("row", table("Calculation"), ids=lambda row: row[0])
def test_worked_row(row: list[str]) -> None:
    calculation, exact, rounding, places, result, binary = row
    ratio = product(calculation).as_integer_ratio()
    decimal = terminating(ratio)
    assert ("no end" if decimal is None else write_number(decimal, Language.VI)) == exact
    assert write_number(round_to(ratio, int(places), RoundingMode(rounding)), Language.VI) == result
    printed = f"{round(in_binary_fractions(calculation), int(places)):.{places}f}"
    assert printed.replace(".", ",").replace("-", "−") == binary


@pytest.mark.parametrize(("items", "cap", "shares"), table("Items"), ids=lambda cell: cell)
def test_worked_share(items: str, cap: str, shares: str) -> None:
    parts = share_out(points(cap), [points(item) for item in items.split("·")])
    assert " · ".join(write_points(part, Language.VI) for part in parts) == shares


def test_page_names_every_rounding() -> None:
    assert [row[0].strip("`") for row in table("Name")] == [rounding.value for rounding in RoundingMode]
