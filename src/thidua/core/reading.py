"""Reads numbers and dates as people type them, told the kind that it expects.

Owns one decision: what a text may mean. The declared form is the Vietnamese one, 1.234,5. A text is read when one
reading remains, asked about (a Problem that is a QUESTION, with `readings` in its data) when two remain, and refused
with the reason otherwise; a figure is never silently multiplied or divided by a thousand. Decisions taken:

- `1.234` where a decimal is expected asks: one thousand two hundred and thirty-four, or a decimal point?
- A point that cannot separate thousands is a decimal point and is read: 12.5 · 0.931 · 1234.567. No neighbour in
  the same column can be misread for that, because a point before exactly three digits always asks.
- A comma as separator of thousands (1,234.5 · 1,234,567 · a count 1,234) always asks, though one reading remains:
  its neighbour 1,234 would be read as 1,234, a thousandth of what was meant.
- No-break and thin spaces may separate thousands, because editors put them for that; an ordinary space asks.
- `(5)` asks (an accountant's minus, or a note?), a dash alone asks (zero, or not reported?), `11-2024` always asks
  (November, or eleven months?), and so does 11.2024.
- Without a kind, all kinds are tried: one value is read, several ask.

Never rounds, never looks at a neighbour (`looks_like_fraction` lets the column's reader do so), never opens a file.
"""

import math
import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import TypeVar

from thidua.core.characters import DIGITS_AT_MOST, NO_BREAK_SPACE, plain, refused, shown, without_currency
from thidua.core.errors import Fault, NumberRefused, Problem, Severity
from thidua.core.numbers import Counts, Mean, Number, NumberKind, Rate, Value, round_to

SPREADSHEET_DIGITS = 15  # what a spreadsheet keeps of a number (IEEE 754 double, Excel specification)
SPREADSHEET_WHOLE = 10**SPREADSHEET_DIGITS

V = TypeVar("V", bound=Value)

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?")
_GROUPED_BY_SPACE = re.compile(r"[1-9][0-9]{0,2}(\u00a0[0-9]{3})+(,[0-9]+)?")
_SPACED = re.compile(r"[1-9][0-9]{0,2}([ \u00a0][0-9]{3})+(,[0-9]+)?")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
_PLAIN = re.compile(r"[0-9]+(,[0-9]+)?")
_POINT = re.compile(r"[0-9]+\.[0-9]+")
_POINT_OR_THOUSANDS = re.compile(r"(?!0\.)[0-9]{1,3}\.[0-9]{3}")
_MONTH_OR_MONTHS = re.compile(r"(0?[1-9]|1[0-2]) ?[-.] ?(?:19|20)[0-9]{2}")
_DAY_FIRST = re.compile(r"([0-9]{1,2}) ?([-/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_KINDS_WITH_STROKE = (NumberKind.SHARE, NumberKind.RESULT_TARGET, NumberKind.OF_UNITS)


@lru_cache(maxsize=8192)
def read_number(text: str, kind: NumberKind | None) -> Value:
    """The value that a text means for the kind expected: a Number, Counts, or a Rate for what carries a % sign.

    Figures repeat (`100%`, `0`): what was read lately is known.
    A percent is a Rate with or without its sign (93,1 and 93,1%); a decimal, a share and a result/target may come
    as a Rate too, when the counts are not known (93,1% where 343/359 was expected).
    Raises NumberRefused with one Problem: a QUESTION with `readings`, or an ERROR with the reason.
    """
    if kind is None:
        return _read_any(text)
    if kind is NumberKind.MONEY:
        text = without_currency(text)
    body = plain(text)
    _refuse_what_is_no_number(body, text, kind)
    if body.startswith("(") and body.endswith(")"):
        raise _brackets(body[1:-1].strip(), text, kind)
    if "(" in body or ")" in body:
        raise refused("numbers.bracket_misplaced", text)
    return _READERS[kind](body, text, kind)


def read_spreadsheet_number(value: float | int, kind: NumberKind | None) -> Value:
    """The exact decimal that a spreadsheet's number cell shows, as a value of the kind expected.

    A binary double stands for the shortest decimal that gives the same double (93.1 is 93,1). More than 15
    significant digits ask: they come from a calculation (0,1 + 0,2), or digits were already lost in the sheet.
    Raises NumberRefused; a share, result/target or number of units is never one number in a cell.
    """
    number = _shown_by_spreadsheet(value)
    if kind is NumberKind.COUNT or kind is NumberKind.MONEY:
        return number if number.digits >= 0 and not number.places else _whole(number, str(value), kind)
    if kind is NumberKind.PERCENT:
        return Rate(number)
    if kind in _KINDS_WITH_STROKE:
        raise refused("numbers.stroke_wanted", str(value))
    return number


def looks_like_fraction(rate: Rate) -> bool:
    """Whether a percentage is so small that a fraction may have been meant: 0,931 beside 93,1 in one column."""
    return bool(0 < abs(rate.percent.digits) <= 10**rate.percent.places)


def read_date(text: str) -> date:
    """A day typed dd/mm/yyyy (also d/m/yyyy, with - or . instead of /) or yyyy-mm-dd, years 1900 to 2199.

    Raises NumberRefused; `11-2024` asks. The day always comes first: 11/23/2024 is refused, never turned round.
    """
    body = plain(text)
    _ask_month_or_months(body, text)
    day_first, year_first = _DAY_FIRST.fullmatch(body), _YEAR_FIRST.fullmatch(body)
    if day_first:
        day, month, year = int(day_first[1]), int(day_first[3]), int(day_first[4])
    elif year_first:
        year, month, day = int(year_first[1]), int(year_first[2]), int(year_first[3])
    else:
        raise refused("dates.not_a_date", text)
    if not 1900 <= year <= 2199:
        raise refused("dates.year_out_of_range", text)
    try:
        return date(year, month, day)
    except ValueError:
        raise refused("dates.no_such_day", text) from None


def _question(code: str, text: str, readings: tuple[Value, ...], **data: object) -> NumberRefused:
    asked = {"text": shown(text), "readings": readings, **data}
    return NumberRefused(Problem(code, asked, severity=Severity.QUESTION))


def _read_any(text: str) -> Value:
    """Try every kind: the one value that all readings give, or a question that carries them."""
    readings: dict[NumberKind, Value] = {}
    refusals: dict[NumberKind, NumberRefused] = {}
    for kind in NumberKind:
        try:
            readings[kind] = read_number(text, kind)
        except NumberRefused as refusal:
            refusals[kind] = refusal
    telling = NumberKind.RESULT_TARGET if "/" in plain(without_currency(text)) else NumberKind.DECIMAL
    asked = [kind for kind in (telling, *refusals) if kind in refusals and _asks(refusals[kind])]
    if telling in asked or (asked and not readings):
        raise refusals[asked[0]]
    if not readings:
        raise refusals[telling]
    values = _distinct(readings.values())
    if asked or len(values) > 1:
        raise _question("numbers.kind_missing", text, values, kinds=tuple(readings))
    return values[0]


def _asks(refusal: NumberRefused) -> bool:
    return refusal.problems[0].severity is Severity.QUESTION


def _distinct(values: Iterable[Value]) -> tuple[Value, ...]:
    result: list[Value] = []
    for value in values:
        result += [] if value in result else [value]
    return tuple(result)


def _refuse_what_is_no_number(body: str, text: str, kind: NumberKind) -> None:
    if set(body) == {"-"} and kind not in _KINDS_WITH_STROKE:
        zero = Rate(Number(0)) if kind is NumberKind.PERCENT else Number(0)
        raise _question("numbers.dash_alone", text, (zero,))
    if not any(character.isdigit() for character in body):
        raise refused("numbers.no_digits", text)
    _ask_month_or_months(body, text)
    if _DAY_FIRST.fullmatch(body) or _YEAR_FIRST.fullmatch(body):
        raise refused("numbers.looks_like_date", text)


def _ask_month_or_months(body: str, text: str) -> None:
    match = _MONTH_OR_MONTHS.fullmatch(body)
    if match:
        raise _question("numbers.month_or_months", text, (), month=int(match[1]), year=body[-4:])


def _brackets(inside: str, text: str, kind: NumberKind) -> NumberRefused:
    """What `(5)` may be: a negative number, if the kind has such, or the number itself in a note."""
    if not inside or "(" in inside or ")" in inside:
        return refused("numbers.bracket_misplaced", text)
    readings: list[Value] = []
    for candidate in (f"-{inside}", inside):
        try:
            readings.append(read_number(candidate, kind))
        except NumberRefused as refusal:
            last = refusal
    if not readings:
        return last
    code = "numbers.brackets" if len(readings) == 2 else "numbers.bracketed"
    return _question(code, text, tuple(readings), inside=inside)


def _signed(body: str, text: str) -> tuple[int, str]:
    """Sign and rest of a number whose sign may stand apart (− 0,5)."""
    sign = -1 if body.startswith("-") else 1
    rest = body[1:].lstrip(" " + NO_BREAK_SPACE) if body[:1] in {"+", "-"} else body
    if "+" in rest or "-" in rest:
        raise refused("numbers.sign_misplaced", text)
    return sign, rest


def _read_decimal(body: str, text: str, kind: NumberKind) -> Number | Rate:
    return _read_percent(body, text, kind) if "%" in body else _decimal(body, text, lambda number: number)


def _read_percent(body: str, text: str, _kind: NumberKind) -> Rate:
    number = body.removesuffix("%").rstrip(" " + NO_BREAK_SPACE)
    if "%" in number:
        raise refused("numbers.percent_misplaced", text)
    return _decimal(number, text, Rate)


def _decimal(body: str, text: str, make: Callable[[Number], V]) -> V:
    """What `make` makes of a decimal; the readings of a question are of the same sort."""
    if "/" in body:
        raise refused("numbers.stroke_unwanted", text)
    sign, digits = _signed(body, text)
    if _POINT_OR_THOUSANDS.fullmatch(digits):
        whole, point = (make(_join(sign, digits.replace(".", mark))) for mark in ("", ","))
        data = {"whole": _typed(whole), "point": _typed(point)}
        raise _question("numbers.thousands_or_point", text, (whole, point), **data)
    if _PLAIN.fullmatch(digits):
        return make(_join(sign, digits))
    if _GROUPED.fullmatch(digits) or _GROUPED_BY_SPACE.fullmatch(digits):
        return make(_join(sign, digits.replace(".", "").replace(NO_BREAK_SPACE, "")))
    if _POINT.fullmatch(digits):
        return make(_join(sign, digits.replace(".", ",")))
    number, code = _foreign(sign, digits, text)
    raise _asked(code, text, make(number))


def _read_count(body: str, text: str, kind: NumberKind) -> Number:
    number, code = _count(body, text, kind)
    if code:
        raise _asked(code, text, number)
    return number


def _count(body: str, text: str, kind: NumberKind) -> tuple[Number, str]:
    """A whole number and the code of the question that it leaves ("" for none); negative only as money."""
    if "/" in body:
        raise refused("numbers.stroke_unwanted", text)
    if "%" in body:
        raise refused("numbers.percent_unwanted", text)
    sign, digits = _signed(body, text)
    if digits.isdigit() or _GROUPED.fullmatch(digits) or _GROUPED_BY_SPACE.fullmatch(digits):
        number, code = _join(sign, digits.replace(".", "").replace(NO_BREAK_SPACE, "")), ""
    elif _PLAIN.fullmatch(digits) and not _ENGLISH.fullmatch(digits):
        raise refused("numbers.not_whole", text)
    else:
        number, code = _foreign(sign, digits, text)
    return _whole(number, text, kind), code


def _whole(number: Number, text: str, kind: NumberKind) -> Number:
    whole = number.normalised()
    if whole.places:
        raise refused("numbers.not_whole", text)
    if whole.digits < 0 and kind is not NumberKind.MONEY:
        raise refused("numbers.negative", text)
    return whole


def _read_fraction(body: str, text: str, kind: NumberKind) -> Counts | Rate:
    if body.endswith("%") and "/" not in body and kind is not NumberKind.OF_UNITS:
        return _rate_for_counts(body, text, kind)
    parts = [part.strip(" " + NO_BREAK_SPACE) for part in body.split("/")]
    if len(parts) == 1:
        raise refused("numbers.stroke_wanted", text)
    if len(parts) > 2 or not all(parts):
        raise refused("numbers.strokes", text)
    (numerator, asked), (denominator, asked_below) = (_count(part, text, kind) for part in parts)
    counts = Counts(numerator.digits, denominator.digits, kind)
    _check_bounds(counts, text)
    if asked or asked_below:
        raise _asked(asked or asked_below, text, counts)
    return counts


def _check_bounds(counts: Counts, text: str) -> None:
    is_target = counts.kind is NumberKind.RESULT_TARGET
    if counts.denominator == 0:
        raise refused("numbers.target_zero" if is_target else "numbers.denominator_zero", text)
    if counts.numerator > counts.denominator and not is_target:
        is_share = counts.kind is NumberKind.SHARE
        raise refused("numbers.above_one" if is_share else "numbers.more_units_than_all", text)


def _rate_for_counts(body: str, text: str, kind: NumberKind) -> Rate:
    """A percentage where counts were expected: kept as reported, within the bounds of the kind."""
    rate = _read_percent(body, text, kind)
    if rate.percent.digits < 0:
        raise refused("numbers.negative", text)
    if kind is NumberKind.SHARE and rate.percent.digits > 100 * 10**rate.percent.places:
        raise refused("numbers.above_one", text)
    return rate


def _foreign(sign: int, digits: str, text: str) -> tuple[Number, str]:
    """What digits would mean in a form that is not declared, with the code of the question.

    Raises NumberRefused when they mean nothing anywhere.
    """
    if _ENGLISH.fullmatch(digits):
        return _join(sign, digits.replace(",", "").replace(".", ",")), "numbers.english_form"
    if _SPACED.fullmatch(digits):
        return _join(sign, digits.replace(" ", "").replace(NO_BREAK_SPACE, "")), "numbers.spaced_groups"
    if " " in digits or NO_BREAK_SPACE in digits:
        raise refused("numbers.space_inside", text)
    if digits.count(",") > 1:
        raise refused("numbers.two_commas", text)
    raise refused("numbers.separator_misplaced", text)


def _asked(code: str, text: str, reading: Value) -> NumberRefused:
    """A question with one candidate: yes, or type it the declared way."""
    return _question(code, text, (reading,), typed=_typed(reading))


def _join(sign: int, digits: str) -> Number:
    """The number of plain digits with at most one decimal comma."""
    whole, _, fraction = digits.partition(",")
    return Number(sign * int(whole + fraction), len(fraction))


def _typed(value: Value) -> str:
    """The spelling that this reader reads in one way: `1234`, `1,234`, `1,234%`, `1234/5000`."""
    if isinstance(value, Counts):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, Mean):
        raise Fault("nobody types a mean")
    number = value.percent if isinstance(value, Rate) else value
    spelled = ("-" if number.digits < 0 else "") + _with_comma(number)
    return spelled + "%" if isinstance(value, Rate) else spelled


def _with_comma(number: Number) -> str:
    digits = str(abs(number.digits)).rjust(number.places + 1, "0")
    cut = len(digits) - number.places
    return digits[:cut] + ("," + digits[cut:] if number.places else "")


def _shown_by_spreadsheet(value: float | int) -> Number:
    """The decimal that stands in the cell, of as many digits as a spreadsheet keeps."""
    if isinstance(value, float) and value.is_integer() and -SPREADSHEET_WHOLE < value < SPREADSHEET_WHOLE:
        return Number(int(value))
    if isinstance(value, bool):
        raise refused("numbers.truth_value", str(value))
    if not isinstance(value, int) and not math.isfinite(value):
        raise refused("numbers.not_finite", str(value))
    number = Number(value) if isinstance(value, int) else _shortest_decimal(value)
    _check_precision(number, str(value))
    return number


def _shortest_decimal(value: float) -> Number:
    """The number that `repr` spells: `93.1`, `1e+16`, `5e-324`. Python guarantees it to be the shortest."""
    mantissa, _, exponent = float.__repr__(value).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits, places = int(whole + fraction), len(fraction) - int(exponent or 0)
    number = Number(digits, places) if places > 0 else Number(digits * 10**-places)
    return number.normalised()


def _check_precision(number: Number, typed: str) -> None:
    significant = len(str(abs(number.digits)))
    if max(significant, number.places) > DIGITS_AT_MOST:
        raise refused("numbers.too_long", typed, digits=DIGITS_AT_MOST)
    if significant > SPREADSHEET_DIGITS:
        places = max(0, number.places - (significant - SPREADSHEET_DIGITS))
        shorter = round_to(number.ratio, places).normalised()
        raise _question("numbers.too_precise", typed, _distinct((shorter, number)), typed=_typed(shorter))


_READERS: dict[NumberKind, Callable[[str, str, NumberKind], Value]] = {
    NumberKind.COUNT: _read_count,
    NumberKind.MONEY: _read_count,
    NumberKind.DECIMAL: _read_decimal,
    NumberKind.PERCENT: _read_percent,
    NumberKind.SHARE: _read_fraction,
    NumberKind.RESULT_TARGET: _read_fraction,
    NumberKind.OF_UNITS: _read_fraction,
}
