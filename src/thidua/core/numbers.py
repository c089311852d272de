"""Exact numbers, the kinds in which people write them, and the only rounding functions of the product.

Owns `Number`, `Counts`, `Rate` and rounding by name. Every amount is a pair of integers; no binary fraction
is ever formed. Points are rounded *half away from zero* (what officers learn at school, and what spreadsheets
do), once, at the step that the rulebook names; quotas and whole steps go down, votes needed go up.

Never reads what people type (`core.reading`), never writes for people (`thidua.words.numbers`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import gcd


class NumberKind(StrEnum):
    """What a reader is told to expect (DOMAIN §3.10, "numbers as typed are read by the kind expected")."""

    COUNT = "count"  # 2.662 is two thousand six hundred and sixty-two
    DECIMAL = "decimal"  # 1.234,5 · −0,5 · +0,1
    PERCENT = "percent"  # 93,1% : a rate reported without its counts
    SHARE = "share"  # 343/359, never above 1
    RESULT_TARGET = "result_target"  # 2.662/1438, without a bound
    OF_UNITS = "of_units"  # 05/05
    MONEY = "money"  # whole đồng


class RoundingMode(StrEnum):
    """The roundings that a rulebook may name. No other exists, half-even least of all."""

    HALF_UP = "half_up"  # points and printed rates: 2,675 → 2,68 and −2,675 → −2,68
    DOWN = "down"  # quotas and whole steps, towards zero: 20 % of 12 = 2,4 → 2; 7,7 → 7
    UP = "up"  # votes needed, away from zero: 80 % of 7 = 5,6 → 6


@dataclass(frozen=True, slots=True, order=False)
class Number:
    """A terminating decimal, exact: `digits / 10**places`.

    Keeps the digits as printed (8,50 has two places); equal when the values are.
    """

    digits: int
    places: int = 0

    @property
    def ratio(self) -> tuple[int, int]:
        """The value as (numerator, denominator > 0), not reduced."""
        return self.digits, 10**self.places

    def normalised(self) -> "Number":
        """The same value without trailing zeros: 8,50 and 8,5 are one number."""
        if not self.places:
            return self
        digits, places = self.digits, self.places
        while places and digits % 10 == 0:
            digits, places = digits // 10, places - 1
        return Number(digits, places)

    def canonical(self) -> str:
        """The one spelling used in digests and JSON: `-0.5`, `8.5`, `1234`."""
        number = self.normalised()
        sign, text = "-" if number.digits < 0 else "", str(abs(number.digits)).rjust(number.places + 1, "0")
        return sign + (f"{text[: -number.places]}.{text[-number.places :]}" if number.places else text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Number) and self.digits * 10**other.places == other.digits * 10**self.places

    def __hash__(self) -> int:
        number = self.normalised()
        return hash((number.digits, number.places))

    @classmethod
    def parse(cls, canonical: str) -> "Number":
        """Read ASCII digits with a point, trailing zeros kept: `8.5`, `8.50`, `-0.5`.

        For our own files. Raises ValueError for any other text; what people type goes to `core.reading`.
        """
        whole, dot, fraction = canonical.removeprefix("-").partition(".")
        spelled_right = canonical.isascii() and whole.isdecimal() and (fraction.isdecimal() if dot else True)
        if not spelled_right:
            raise ValueError(canonical)
        digits = int(whole + fraction)
        return cls(-digits if canonical.startswith("-") else digits, len(fraction))


@dataclass(frozen=True, slots=True)
class Counts:
    """Two whole numbers written with a stroke: solved/occurred, result/target or units."""

    numerator: int
    denominator: int
    kind: NumberKind

    @property
    def ratio(self) -> tuple[int, int]:
        """The value as (numerator, denominator), not reduced."""
        return self.numerator, self.denominator


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate reported without counts: the percentage as printed, shown and compared so, never merged."""

    percent: Number

    @property
    def ratio(self) -> tuple[int, int]:
        """The value as (numerator, denominator > 0): 93,1 % is 931/1000."""
        return self.percent.digits, 100 * 10**self.percent.places


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of several numbers or rates that has no end as a decimal: their total, and how many they were."""

    total: Number
    count: int
    is_rate: bool = False

    @property
    def ratio(self) -> tuple[int, int]:
        """The value as (numerator, denominator > 0), not reduced."""
        return self.total.digits, self.count * 10**self.total.places * (100 if self.is_rate else 1)


Value = Number | Counts | Rate | Mean


def half_up(numerator: int, denominator: int) -> int:
    """Round numerator/denominator to a whole number, halves away from zero.

    The rounding of every point and printed rate; `core.columns` holds its array form, tested to be equal.
    Raises ZeroDivisionError when the denominator is 0; a negative denominator is allowed.
    """
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return -rounded if numerator < 0 else rounded


def round_down(numerator: int, denominator: int) -> int:
    """Drop what is beyond the whole number, towards zero. Raises ZeroDivisionError for a denominator of 0."""
    whole = abs(numerator) // abs(denominator)
    return -whole if (numerator < 0) != (denominator < 0) else whole


def round_up(numerator: int, denominator: int) -> int:
    """Go to the next whole number, away from zero. Raises ZeroDivisionError for a denominator of 0."""
    whole = -(-abs(numerator) // abs(denominator))
    return -whole if (numerator < 0) != (denominator < 0) else whole


_ROUNDINGS = {RoundingMode.HALF_UP: half_up, RoundingMode.DOWN: round_down, RoundingMode.UP: round_up}


def round_to(value: tuple[int, int], places: int, rounding: RoundingMode = RoundingMode.HALF_UP) -> Number:
    """Round an exact fraction to so many decimals, halves away from zero unless another rounding is named."""
    numerator, denominator = value
    return Number(_ROUNDINGS[rounding](numerator * 10**places, denominator), places)


def difference(more: Number, less: Number) -> Number:
    """`more - less`, exact, with the digits of the longer one; negative where `less` is the larger."""
    places = max(more.places, less.places)
    digits = more.digits * 10 ** (places - more.places) - less.digits * 10 ** (places - less.places)
    return Number(digits, places)


def terminating(value: tuple[int, int]) -> Number | None:
    """The fraction as an exact decimal, or None when it has no end (1/3)."""
    numerator, denominator = value
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    common = gcd(numerator, denominator)
    numerator, denominator = numerator // common, denominator // common
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    if denominator != 1:
        return None
    places = max(twos, fives)
    return Number(numerator * 2 ** (places - twos) * 5 ** (places - fives), places)


def share_out(total: int, weights: Sequence[int]) -> list[int]:
    """Split a whole number in proportion to non-negative weights by largest remainder; parts add up to it.

    Equal remainders go to the earlier part, as the rulebook's own order of items does. Raises ValueError when
    there is something to share and every weight is 0.
    """
    whole = sum(weights)
    if not whole:
        if total:
            raise ValueError("nothing to share by")
        return [0 for _ in weights]
    parts = [total * weight // whole for weight in weights]
    remainders = [total * weight % whole for weight in weights]
    behind = total - sum(parts)
    for index in sorted(range(len(parts)), key=lambda i: -remainders[i])[:behind]:
        parts[index] += 1
    return parts
