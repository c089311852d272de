"""Reads printed arithmetic back and computes it in fractions: `10 + 10 × 12,334/19 ≈ 16,4916 → 16,49`.

Written from the grammar that the papers promise (numbers of one language, `%` behind a number, `+ − × /`, brackets,
and the signs = ≈ →), not from the code that writes it. What cannot be read is an error, so that prose never passes
for arithmetic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

TOKEN = re.compile(r"\s*(?:([0-9][0-9.,]*%?)|([-+−×/()]))")
NUMBERS = {
    "vi": re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?"),
    "en": re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?"),
}
SIGNS = re.compile(r" ([=≈→]) ")


class NotArithmeticError(Exception):
    """A text that is not the arithmetic that papers print."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: the value of its arithmetic, and each number behind a sign as (sign, value, decimals)."""

    value: Fraction
    steps: tuple[tuple[str, Fraction, int], ...]


def read_line(text: str, lang: str = "vi") -> Line:
    """A whole line, arithmetic first, results behind their signs."""
    first, *rest = SIGNS.split(text)
    steps = [
        (sign, number(result, lang), decimals(result, lang)) for sign, result in zip(rest[::2], rest[1::2], strict=True)
    ]
    return Line(evaluate(first, lang), tuple(steps))


def evaluate(text: str, lang: str = "vi") -> Fraction:
    """The value of arithmetic."""
    reading = _Reading(tokens(text), lang)
    value = reading.sum()
    if reading.rest:
        raise NotArithmeticError(f"{reading.rest[0]!r} left over in {text!r}")
    return value


def tokens(text: str) -> list[str]:
    """Numbers, signs and brackets in order."""
    found: list[str] = []
    position = 0
    while position < len(text.rstrip()):
        match = TOKEN.match(text, position)
        if match is None:
            raise NotArithmeticError(f"{text[position:]!r} in {text!r}")
        found.append(match[1] or match[2])
        position = match.end()
    return found


def number(text: str, lang: str = "vi") -> Fraction:
    """A signed number as printed."""
    sign = -1 if text[:1] in ("-", "−") else 1
    body = text.lstrip("-−").removesuffix("%")
    if not NUMBERS[lang].fullmatch(body):
        raise NotArithmeticError(text)
    thousands, point = (".", ",") if lang == "vi" else (",", ".")
    value = Fraction(body.replace(thousands, "").replace(point, "."))
    return sign * (value / 100 if text.endswith("%") else value)


def decimals(text: str, lang: str = "vi") -> int:
    """How many decimals a number shows."""
    return len(text.removesuffix("%").partition("," if lang == "vi" else ".")[2])


@dataclass(slots=True)
class _Reading:
    """Recursive descent over the tokens: sums of products of signed numbers and brackets."""

    rest: list[str]
    lang: str

    def next_is(self, *signs: str) -> bool:
        return bool(self.rest) and self.rest[0] in signs

    def sum(self) -> Fraction:
        value = self.product()
        while self.next_is("+", "−", "-"):
            value = value + self.product() if self.rest.pop(0) == "+" else value - self.product()
        return value

    def product(self) -> Fraction:
        value = self.factor()
        while self.next_is("×", "/"):
            value = value * self.factor() if self.rest.pop(0) == "×" else value / self.factor()
        return value

    def factor(self) -> Fraction:
        if not self.rest:
            raise NotArithmeticError("nothing behind a sign")
        first = self.rest.pop(0)
        if first in ("−", "-"):
            return -self.factor()
        if first != "(":
            return number(first, self.lang)
        value = self.sum()
        if not self.next_is(")"):
            raise NotArithmeticError("a bracket that is not closed")
        self.rest.pop(0)
        return value
