"""A small reader of printed arithmetic: what people see is computed again, in Fractions, and every sign is checked.

Grammar: sums of products of numbers, rates and brackets; `=` joins equals, `≈` a rounding half up to the printed
digits, `→` a rounding to the printed digits.
"""

import re
from fractions import Fraction

TOKEN = re.compile(r"\d[\d.,]*%?|[+−×/()]|\s+")


def read_line(line: str) -> Fraction:
    """The printed result of a line, after checking that each sign in it tells the truth."""
    parts = re.split(r" ([=≈→]) ", line)
    value = evaluate(parts[0])
    exact = value
    for sign, text in zip(parts[1::2], parts[2::2], strict=True):
        shown = evaluate(text)
        assert shown == (exact if sign == "=" else rounded(exact, places(text))), line
        value = shown
    return value


def evaluate(text: str) -> Fraction:
    """The value of one expression."""
    tokens = [token for token in TOKEN.findall(text) if not token.isspace()]
    assert "".join(tokens) == text.replace(" ", ""), text
    value, rest = _sum(tokens)
    assert rest == [], text
    return value


def places(text: str) -> int:
    """How many decimals a printed number has; two more where it is a percentage."""
    return len(text.rstrip("%").partition(",")[2]) + 2 * text.endswith("%")


def rounded(value: Fraction, digits: int) -> Fraction:
    """Half away from zero, by hand."""
    scaled = abs(value) * 10**digits
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10**digits)


def _sum(tokens: list[str]) -> tuple[Fraction, list[str]]:
    negative = tokens[0] == "−"
    value, tokens = _product(tokens[negative:])
    value = -value if negative else value
    while tokens and tokens[0] in "+−":
        right, rest = _product(tokens[1:])
        value, tokens = (value + right if tokens[0] == "+" else value - right), rest
    return value, tokens


def _product(tokens: list[str]) -> tuple[Fraction, list[str]]:
    value, tokens = _atom(tokens)
    while tokens and tokens[0] in "×/":
        right, rest = _atom(tokens[1:])
        value, tokens = (value * right if tokens[0] == "×" else value / right), rest
    return value, tokens


def _atom(tokens: list[str]) -> tuple[Fraction, list[str]]:
    if tokens[0] == "(":
        value, rest = _sum(tokens[1:])
        assert rest[0] == ")"
        return value, rest[1:]
    return _number(tokens[0]), tokens[1:]


def _number(text: str) -> Fraction:
    value = Fraction(text.rstrip("%").replace(".", "").replace(",", "."))
    return value / 100 if text.endswith("%") else value
