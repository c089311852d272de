"""Writes numbers and dates the Vietnamese way (1.234,5 · 93,1% · 23/11/2024) and the English way (1,234.5 · 93.1%).

The minus is U+2212, so that no line breaks after it and nobody takes it for a dash. Writing never rounds: a value
that needs more places than it is given is a fault of the caller, because rounding is a step of the rulebook.
"""

from datetime import date

from thidua.core.errors import Fault
from thidua.core.numbers import Counts, Mean, Number, NumberKind, Rate, Value
from thidua.words.language import Language

MINUS = "\u2212"
_MARKS = {Language.VI: (".", ","), Language.EN: (",", ".")}  # thousands, decimals


def write_number(value: Value, lang: Language, places: int | None = None) -> str:
    """The value as printed: `1.234,5`, `93,1%`, `343/359`, `2.662/1.438`, of units `05/05`.

    `places` fixes the decimals of a number or a rate; None keeps those that it has. Counts and means have none: a mean
    without an end is written as its total over how many there were (`10/3`).
    Raises Fault where `places` would drop a digit.
    """
    if isinstance(value, Counts):
        return _write_counts(value, lang)
    if isinstance(value, Rate):
        return _write_decimal(value.percent, lang, places) + "%"
    if isinstance(value, Mean):
        return f"{_write_decimal(value.total, lang, None)}{'%' if value.is_rate else ''}/{value.count}"
    return _write_decimal(value, lang, places)


def write_points(points: int, lang: Language, places: int = 2) -> str:
    """Points held as a whole number of their last decimal: 1649 hundredths are `16,49`."""
    return write_number(Number(points, places), lang, places)


def write_date(day: date) -> str:
    """`23/11/2024`, in both languages."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def _write_counts(counts: Counts, lang: Language) -> str:
    if counts.kind is NumberKind.OF_UNITS and lang is Language.VI:
        return f"{counts.numerator:02}/{counts.denominator:02}"  # as reports print it: 05/05
    return "/".join(_write_decimal(Number(part), lang, None) for part in (counts.numerator, counts.denominator))


def _write_decimal(number: Number, lang: Language, places: int | None) -> str:
    thousands, decimals = _MARKS[lang]
    shown = number if places is None else _with_places(number, places)
    digits = str(abs(shown.digits)).rjust(shown.places + 1, "0")
    cut = len(digits) - shown.places
    whole = f"{int(digits[:cut]):,}".replace(",", thousands)
    sign = MINUS if shown.digits < 0 else ""
    return sign + whole + (decimals + digits[cut:] if shown.places else "")


def _with_places(number: Number, places: int) -> Number:
    short = number.normalised()
    if short.places > places:
        raise Fault(f"{number.canonical()} does not fit in {places} places; round it in core first")
    return Number(short.digits * 10 ** (places - short.places), places)
