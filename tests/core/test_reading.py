"""What the reader reads, asks and refuses: tables first, then arbitrary texts."""

from datetime import date
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thidua.core.errors import NumberRefused, Problem, Severity
from thidua.core.numbers import Counts, Number, NumberKind, Rate, Value
from thidua.core.reading import looks_like_fraction, read_date, read_number, read_spreadsheet_number
from thidua.words.language import Language
from thidua.words.numbers import write_number
from thidua.words.say import describe

COUNT, DECIMAL, PERCENT, MONEY = NumberKind.COUNT, NumberKind.DECIMAL, NumberKind.PERCENT, NumberKind.MONEY
SHARE, RESULT, UNITS = NumberKind.SHARE, NumberKind.RESULT_TARGET, NumberKind.OF_UNITS
KINDS = [*NumberKind, None]


def number(spelling: str) -> Number:
    return Number.parse(spelling)


def rate(spelling: str) -> Rate:
    return Rate(number(spelling))


def problem_of(text: str, kind: NumberKind | None) -> Problem:
    with pytest.raises(NumberRefused) as caught:
        read_number(text, kind)
    (problem,) = caught.value.problems
    return problem


READ: list[tuple[str, NumberKind | None, Value]] = [
    ("2.662", COUNT, number("2662")),
    ("1438", COUNT, number("1438")),
    ("0", COUNT, number("0")),
    ("05", COUNT, number("5")),
    ("+5", COUNT, number("5")),
    ("1.234.567", COUNT, number("1234567")),
    ("1\u00a0234\u00a0567", COUNT, number("1234567")),
    ("1\u202f234", COUNT, number("1234")),
    ("\u00a0\u30002.662\u2003\t\n", COUNT, number("2662")),
    ("\ufeff2.662\u200b", COUNT, number("2662")),
    ("２．６６２", COUNT, number("2662")),
    ("1.234,5", DECIMAL, number("1234.5")),
    ("1234,5", DECIMAL, number("1234.5")),
    ("1\u00a0234,5", DECIMAL, number("1234.5")),
    ("-0,5", DECIMAL, number("-0.5")),
    ("− 0,5", DECIMAL, number("-0.5")),
    ("–0,5", DECIMAL, number("-0.5")),
    ("‑\u00a00,5", DECIMAL, number("-0.5")),
    ("－０，５", DECIMAL, number("-0.5")),
    ("+ 0,1", DECIMAL, number("0.1")),
    ("＋０，１", DECIMAL, number("0.1")),
    ("8,50", DECIMAL, number("8.50")),
    ("1,234", DECIMAL, number("1.234")),
    ("0.931", DECIMAL, number("0.931")),
    ("12.5", DECIMAL, number("12.5")),
    ("1.2345", DECIMAL, number("1.2345")),
    ("1234.567", DECIMAL, number("1234.567")),
    ("1.234.567", DECIMAL, number("1234567")),
    ("12", DECIMAL, number("12")),
    ("93,1%", DECIMAL, rate("93.1")),
    ("95,57 %", DECIMAL, rate("95.57")),
    ("95,57\u00a0%", DECIMAL, rate("95.57")),
    ("９５，５７％", DECIMAL, rate("95.57")),
    ("93,1%", PERCENT, rate("93.1")),
    ("93,1", PERCENT, rate("93.1")),
    ("0,931", PERCENT, rate("0.931")),
    ("-0,5 %", PERCENT, rate("-0.5")),
    ("107,7%", PERCENT, rate("107.7")),
    ("343/359", SHARE, Counts(343, 359, SHARE)),
    ("343 / 359", SHARE, Counts(343, 359, SHARE)),
    ("359/359", SHARE, Counts(359, 359, SHARE)),
    ("0/5", SHARE, Counts(0, 5, SHARE)),
    ("34.300.001/35900001", SHARE, Counts(34300001, 35900001, SHARE)),
    ("343⁄359", SHARE, Counts(343, 359, SHARE)),
    ("３４３／３５９", SHARE, Counts(343, 359, SHARE)),
    ("93,1%", SHARE, rate("93.1")),
    ("100%", SHARE, rate("100")),
    ("2.662/1438", RESULT, Counts(2662, 1438, RESULT)),
    ("05/3", RESULT, Counts(5, 3, RESULT)),
    ("185,1%", RESULT, rate("185.1")),
    ("05/05", UNITS, Counts(5, 5, UNITS)),
    ("03/05", UNITS, Counts(3, 5, UNITS)),
    ("5.000.000", MONEY, number("5000000")),
    ("5.000.000 đồng", MONEY, number("5000000")),
    ("5.000.000 đồng", MONEY, number("5000000")),
    ("5000000đ", MONEY, number("5000000")),
    ("5.000.000 VNĐ", MONEY, number("5000000")),
    ("−5.000", MONEY, number("-5000")),
    ("93,1%", None, rate("93.1")),
    ("2.662/1438", None, Counts(2662, 1438, RESULT)),
    ("5.000.000 đồng", None, number("5000000")),
]

ASKED: list[tuple[str, NumberKind | None, str, tuple[Value, ...]]] = [
    ("1.234", DECIMAL, "numbers.thousands_or_point", (number("1234"), number("1.234"))),
    ("-1.234", DECIMAL, "numbers.thousands_or_point", (number("-1234"), number("-1.234"))),
    ("05.123", DECIMAL, "numbers.thousands_or_point", (number("5123"), number("5.123"))),
    ("1.234%", PERCENT, "numbers.thousands_or_point", (rate("1234"), rate("1.234"))),
    ("2.662", None, "numbers.thousands_or_point", (number("2662"), number("2.662"))),
    ("1,234.5", DECIMAL, "numbers.english_form", (number("1234.5"),)),
    ("1,234,567", DECIMAL, "numbers.english_form", (number("1234567"),)),
    ("1,234", COUNT, "numbers.english_form", (number("1234"),)),
    ("1,234,567 đ", MONEY, "numbers.english_form", (number("1234567"),)),
    ("1,234,567 đ", None, "numbers.english_form", (number("1234567"),)),
    ("1,234/5.000", SHARE, "numbers.english_form", (Counts(1234, 5000, SHARE),)),
    ("2 662/1438", RESULT, "numbers.spaced_groups", (Counts(2662, 1438, RESULT),)),
    ("12 345", COUNT, "numbers.spaced_groups", (number("12345"),)),
    ("12 345,6%", PERCENT, "numbers.spaced_groups", (rate("12345.6"),)),
    ("(5)", DECIMAL, "numbers.brackets", (number("-5"), number("5"))),
    ("（５）", DECIMAL, "numbers.brackets", (number("-5"), number("5"))),
    ("(5%)", PERCENT, "numbers.brackets", (rate("-5"), rate("5"))),
    ("(5)", COUNT, "numbers.bracketed", (number("5"),)),
    ("(343/359)", SHARE, "numbers.bracketed", (Counts(343, 359, SHARE),)),
    ("(5)", None, "numbers.brackets", (number("-5"), number("5"))),
    ("—", COUNT, "numbers.dash_alone", (number("0"),)),
    ("-", PERCENT, "numbers.dash_alone", (rate("0"),)),
    ("12", None, "numbers.kind_missing", (number("12"), rate("12"))),
    ("-0,5", None, "numbers.kind_missing", (number("-0.5"), rate("-0.5"))),
    ("1,234", None, "numbers.kind_missing", (number("1.234"), rate("1.234"))),
    (
        "343/359",
        None,
        "numbers.kind_missing",
        (Counts(343, 359, SHARE), Counts(343, 359, RESULT), Counts(343, 359, UNITS)),
    ),
]

REFUSED: list[tuple[str, NumberKind | None, str]] = [
    ("", COUNT, "numbers.empty"),
    (" \u00a0\u200b", DECIMAL, "numbers.empty"),
    ("12 vụ", COUNT, "numbers.letters"),
    ("1O5", COUNT, "numbers.letters"),
    ("khoảng 5", DECIMAL, "numbers.letters"),
    ("2,5 tỷ", MONEY, "numbers.letters"),
    ("#N/A", COUNT, "numbers.letters"),
    ("nan", DECIMAL, "numbers.letters"),
    ("5 đồng", COUNT, "numbers.letters"),
    ("1,5E+07", DECIMAL, "numbers.exponent"),
    ("1e5", COUNT, "numbers.exponent"),
    ("5²", COUNT, "numbers.special_digit"),
    ("12¹", DECIMAL, "numbers.special_digit"),
    ("½", DECIMAL, "numbers.special_digit"),
    ("⑤", COUNT, "numbers.special_digit"),
    ("Ⅷ", COUNT, "numbers.special_digit"),
    ("٣", COUNT, "numbers.other_script"),
    ("१२", DECIMAL, "numbers.other_script"),
    ("𝟓", COUNT, "numbers.other_script"),
    ("12\u202e3", COUNT, "numbers.hidden_character"),
    ("1\u00ad2", COUNT, "numbers.hidden_character"),
    ("1\u200b2", COUNT, "numbers.hidden_character"),
    ("\ud800", COUNT, "numbers.hidden_character"),
    ("12*", COUNT, "numbers.unknown_character"),
    ("≥ 5", DECIMAL, "numbers.unknown_character"),
    ("5‰", DECIMAL, "numbers.unknown_character"),
    ("1'234", COUNT, "numbers.unknown_character"),
    ("343/359 = 95", SHARE, "numbers.unknown_character"),
    ("…", COUNT, "numbers.unknown_character"),
    ("...", COUNT, "numbers.no_digits"),
    ("%", PERCENT, "numbers.no_digits"),
    ("-", SHARE, "numbers.no_digits"),
    ("()", COUNT, "numbers.no_digits"),
    ("23/11/2024", RESULT, "numbers.looks_like_date"),
    ("2024-11-23", COUNT, "numbers.looks_like_date"),
    ("1.12.2024", DECIMAL, "numbers.looks_like_date"),
    ("(5", COUNT, "numbers.bracket_misplaced"),
    ("((5))", DECIMAL, "numbers.bracket_misplaced"),
    ("343/359 (95,5%)", SHARE, "numbers.bracket_misplaced"),
    ("1,2,3", DECIMAL, "numbers.two_commas"),
    ("1.23.4", DECIMAL, "numbers.separator_misplaced"),
    ("1.23.4", COUNT, "numbers.separator_misplaced"),
    ("12.5", COUNT, "numbers.separator_misplaced"),
    ("0.931", COUNT, "numbers.separator_misplaced"),
    ("0.123.456", DECIMAL, "numbers.separator_misplaced"),
    ("1234.567,8", DECIMAL, "numbers.separator_misplaced"),
    ("1.234 567", COUNT, "numbers.space_inside"),
    (",5", DECIMAL, "numbers.separator_misplaced"),
    ("5,", DECIMAL, "numbers.separator_misplaced"),
    ("5.", COUNT, "numbers.separator_misplaced"),
    ("12 34", COUNT, "numbers.space_inside"),
    ("5\n6", COUNT, "numbers.space_inside"),
    ("--5", DECIMAL, "numbers.sign_misplaced"),
    ("5-6", COUNT, "numbers.sign_misplaced"),
    ("13-2024", COUNT, "numbers.sign_misplaced"),
    ("5-", DECIMAL, "numbers.sign_misplaced"),
    ("12,5", COUNT, "numbers.not_whole"),
    ("12,0", COUNT, "numbers.not_whole"),
    ("1.234,5", COUNT, "numbers.not_whole"),
    ("1,234.5", COUNT, "numbers.not_whole"),
    ("0,5", MONEY, "numbers.not_whole"),
    ("-5", COUNT, "numbers.negative"),
    ("-5/6", SHARE, "numbers.negative"),
    ("5/-6", RESULT, "numbers.negative"),
    ("-5%", SHARE, "numbers.negative"),
    ("93,1%", COUNT, "numbers.percent_unwanted"),
    ("5%/6", SHARE, "numbers.percent_unwanted"),
    ("%5", DECIMAL, "numbers.percent_misplaced"),
    ("5%%", PERCENT, "numbers.percent_misplaced"),
    ("343/359", COUNT, "numbers.stroke_unwanted"),
    ("343/359", DECIMAL, "numbers.stroke_unwanted"),
    ("343/359", PERCENT, "numbers.stroke_unwanted"),
    ("343", SHARE, "numbers.stroke_wanted"),
    ("95,5", SHARE, "numbers.stroke_wanted"),
    ("60%", UNITS, "numbers.stroke_wanted"),
    ("1/2/3", SHARE, "numbers.strokes"),
    ("/3", RESULT, "numbers.strokes"),
    ("3/", RESULT, "numbers.strokes"),
    ("360/359", SHARE, "numbers.above_one"),
    ("100,1%", SHARE, "numbers.above_one"),
    ("6/5", UNITS, "numbers.more_units_than_all"),
    ("0/0", SHARE, "numbers.denominator_zero"),
    ("5/0", UNITS, "numbers.denominator_zero"),
    ("5/0", RESULT, "numbers.target_zero"),
    ("5/0", None, "numbers.target_zero"),
    ("abc", None, "numbers.letters"),
    ("1.23.4", None, "numbers.separator_misplaced"),
    ("1" * 31, COUNT, "numbers.too_long"),
    ("0" * 101, COUNT, "numbers.too_long"),
    ("x" * 5000, DECIMAL, "numbers.too_long"),
]


@pytest.mark.parametrize(("text", "kind", "value"), READ)
def test_reader_reads_what_has_one_reading(text: str, kind: NumberKind | None, value: Value) -> None:
    assert read_number(text, kind) == value


@pytest.mark.parametrize(("text", "kind", "code", "readings"), ASKED)
def test_reader_asks_where_two_readings_remain(
    text: str, kind: NumberKind | None, code: str, readings: tuple[Value, ...]
) -> None:
    problem = problem_of(text, kind)
    assert (problem.severity, problem.code) == (Severity.QUESTION, code)
    assert problem.data["readings"] == readings


@pytest.mark.parametrize(("text", "kind", "code"), REFUSED)
def test_reader_refuses_the_rest_with_the_reason(text: str, kind: NumberKind | None, code: str) -> None:
    problem = problem_of(text, kind)
    assert (problem.severity, problem.code) == (Severity.ERROR, code)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", ["11-2024", "11–2024", "1-2024", "11 - 2024", "１１－２０２４", "11.2024"])
def test_month_or_months_is_always_asked(text: str, kind: NumberKind | None) -> None:
    problem = problem_of(text, kind)
    assert (problem.severity, problem.code) == (Severity.QUESTION, "numbers.month_or_months")
    assert problem.data["year"] == "2024"


def test_reader_keeps_the_digits_as_printed() -> None:
    value = read_number("95,50%", PERCENT)
    assert isinstance(value, Rate)
    assert (value.percent.digits, value.percent.places) == (9550, 2)


def test_reader_takes_thirty_digits_and_no_more() -> None:
    assert read_number("9" * 30, COUNT) == Number(10**30 - 1)
    assert problem_of("9" * 31, COUNT).data["digits"] == 30


def test_refusal_quotes_a_long_or_dirty_text_short_and_clean() -> None:
    assert problem_of("x\u202e\n" * 40, COUNT).data["text"] == "x\ufffd " * 13 + "…"


# ------------------------------------------------------------------ properties

PIECES = st.sampled_from(
    [*"0123456789", *".,%/+-−–() ", "\u00a0", "５", "．", "2024", "11-", "đ", "²", "٣", "000", "359"]
)
NEAR_NUMBERS = st.lists(PIECES, max_size=9).map("".join)


def check_reading(text: str, kind: NumberKind | None) -> None:
    try:
        value = read_number(text, kind)
    except NumberRefused as refusal:
        assert len(refusal.problems) == 1
        for lang in Language:
            assert "\n" not in describe(refusal.problems[0], lang)
        return
    written = write_number(value, Language.VI)
    assert_reads_back(written, value, kind)


def assert_reads_back(written: str, value: Value, kind: NumberKind | None) -> None:
    """What was written is read as the same value, or asked about with that value among the readings."""
    try:
        assert read_number(written, kind) == value
    except NumberRefused as refusal:
        (problem,) = refusal.problems
        readings = problem.data["readings"]
        assert isinstance(readings, tuple)
        assert value in readings
        assert (problem.code, kind in {DECIMAL, PERCENT, None, SHARE, RESULT}) == ("numbers.thousands_or_point", True)


@given(NEAR_NUMBERS, st.sampled_from(KINDS))
@example("1234", DECIMAL)
@example("1234%", RESULT)
@example("-0", DECIMAL)
def test_reader_answers_or_refuses_what_looks_like_a_number(text: str, kind: NumberKind | None) -> None:
    check_reading(text, kind)


@given(st.text(max_size=120), st.sampled_from(KINDS))
@example("\x00", COUNT)
def test_reader_answers_or_refuses_any_text(text: str, kind: NumberKind | None) -> None:
    check_reading(text, kind)


@given(st.text(alphabet=st.characters(categories=["Nd", "No", "Nl"]), min_size=1, max_size=3))
def test_reader_reads_no_digits_but_ascii_and_full_width(text: str) -> None:
    readable = all(category(c) == "Nd" and (c.isascii() or "０" <= c <= "９") for c in text)
    try:
        read_number(text, COUNT)
    except NumberRefused as refusal:
        assert not readable
        assert refusal.problems[0].code in {"numbers.other_script", "numbers.special_digit"}
    else:
        assert readable


AMOUNTS = st.builds(Number, st.integers(-(10**18), 10**18), st.integers(0, 9))
COUNTED = st.integers(0, 2000) | st.integers(0, 10**29)


@st.composite
def values_of_kinds(draw: st.DrawFn) -> tuple[NumberKind, Value]:
    """A value of every kind, small ones (which the reader might confuse) as often as large ones."""
    kind = draw(st.sampled_from(list(NumberKind)))
    if kind is DECIMAL:
        return kind, draw(AMOUNTS)
    if kind is PERCENT:
        return kind, Rate(draw(AMOUNTS))
    if kind in {COUNT, MONEY}:
        return kind, Number(draw(COUNTED))
    denominator = draw(COUNTED.filter(bool))
    highest = 10**29 if kind is RESULT else denominator
    return kind, Counts(draw(st.integers(0, highest)), denominator, kind)


ENGLISH_TO_VIETNAMESE = str.maketrans(",.", ".,")


@given(values_of_kinds())
@example((DECIMAL, Number(1234)))
@example((PERCENT, Rate(Number(-1234))))
def test_what_is_written_in_either_language_reads_back_as_the_same_value(pair: tuple[NumberKind, Value]) -> None:
    kind, value = pair
    assert_reads_back(write_number(value, Language.VI), value, kind)
    assert_reads_back(write_number(value, Language.EN).translate(ENGLISH_TO_VIETNAMESE), value, kind)


# ------------------------------------------------------------------ spreadsheet cells


@pytest.mark.parametrize(
    ("cell", "kind", "value"),
    [
        (93.1, PERCENT, rate("93.1")),
        (93.1, DECIMAL, number("93.1")),
        (0.931, PERCENT, rate("0.931")),
        (2662.0, COUNT, number("2662")),
        (2662, COUNT, number("2662")),
        (-0.5, DECIMAL, number("-0.5")),
        (-0.0, DECIMAL, number("0")),
        (1e-7, DECIMAL, number("0.0000001")),
        (999999999999999.0, MONEY, number("999999999999999")),
        (1.005, DECIMAL, number("1.005")),
        (12.5, None, number("12.5")),
    ],
)
def test_spreadsheet_number_is_the_decimal_that_the_cell_shows(
    cell: float, kind: NumberKind | None, value: Value
) -> None:
    assert read_spreadsheet_number(cell, kind) == value


@pytest.mark.parametrize(
    ("cell", "kind", "code"),
    [
        (float("nan"), DECIMAL, "numbers.not_finite"),
        (float("-inf"), COUNT, "numbers.not_finite"),
        (True, COUNT, "numbers.truth_value"),
        (12.5, COUNT, "numbers.not_whole"),
        (0.5, MONEY, "numbers.not_whole"),
        (-5.0, COUNT, "numbers.negative"),
        (0.95, SHARE, "numbers.stroke_wanted"),
        (5, UNITS, "numbers.stroke_wanted"),
        (5e-324, DECIMAL, "numbers.too_long"),
        (1e300, COUNT, "numbers.too_long"),
        (10**40, COUNT, "numbers.too_long"),
    ],
)
def test_spreadsheet_number_is_refused_with_the_reason(cell: float, kind: NumberKind, code: str) -> None:
    with pytest.raises(NumberRefused) as caught:
        read_spreadsheet_number(cell, kind)
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("cell", "readings"),
    [
        (0.1 + 0.2, (number("0.3"), number("0.30000000000000004"))),
        (1e15, (number("1000000000000000"),)),
        (2.0**53, (number("9007199254740992"),)),
    ],
)
def test_spreadsheet_number_of_more_than_fifteen_digits_asks(cell: float, readings: tuple[Value, ...]) -> None:
    with pytest.raises(NumberRefused) as caught:
        read_spreadsheet_number(cell, DECIMAL)
    (problem,) = caught.value.problems
    assert (problem.severity, problem.code) == (Severity.QUESTION, "numbers.too_precise")
    assert problem.data["readings"] == readings


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 12))
def test_spreadsheet_number_returns_every_decimal_of_fifteen_digits(digits: int, places: int) -> None:
    typed = Number(digits, places)
    assert read_spreadsheet_number(float(typed.canonical()), DECIMAL) == typed


@given(st.floats() | st.integers(), st.sampled_from(KINDS))
def test_spreadsheet_number_is_read_or_refused_whatever_the_cell_holds(cell: float, kind: NumberKind | None) -> None:
    try:
        value = read_spreadsheet_number(cell, kind)
    except NumberRefused as refusal:
        assert len(refusal.problems) == 1
    else:
        exact = value.percent if isinstance(value, Rate) else value
        assert isinstance(exact, Number)
        assert float(exact.canonical()) == cell


@pytest.mark.parametrize(
    ("percent", "suspicious"),
    [("0.931", True), ("1", True), ("-0.5", True), ("1.01", False), ("93.1", False), ("0", False), ("0.00", False)],
)
def test_looks_like_fraction_marks_percentages_up_to_one(percent: str, suspicious: bool) -> None:
    assert looks_like_fraction(rate(percent)) is suspicious


# ------------------------------------------------------------------ dates


@pytest.mark.parametrize(
    "text",
    ["23/11/2024", "23-11-2024", "23.11.2024", "2024-11-23", " 23 / 11 / 2024 ", "２３／１１／２０２４", "23–11–2024"],
)
def test_date_is_read_in_each_usual_form(text: str) -> None:
    assert read_date(text) == date(2024, 11, 23)


def test_date_is_read_without_leading_zeros() -> None:
    assert read_date("1/7/2025") == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/02/2024", "dates.no_such_day"),
        ("29/02/2023", "dates.no_such_day"),
        ("11/23/2024", "dates.no_such_day"),
        ("0/1/2024", "dates.no_such_day"),
        ("23/11/24", "dates.not_a_date"),
        ("23/11", "dates.not_a_date"),
        ("23/11-2024", "dates.not_a_date"),
        ("2024", "dates.not_a_date"),
        ("23/11/1024", "dates.year_out_of_range"),
        ("23/11/9999", "dates.year_out_of_range"),
        ("ngày 23", "numbers.letters"),
        ("", "numbers.empty"),
    ],
)
def test_date_is_refused_with_the_reason(text: str, code: str) -> None:
    with pytest.raises(NumberRefused) as caught:
        read_date(text)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_date_of_a_month_alone_asks() -> None:
    with pytest.raises(NumberRefused) as caught:
        read_date("11-2024")
    assert [(p.code, p.severity) for p in caught.value.problems] == [("numbers.month_or_months", Severity.QUESTION)]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_date_reads_back(day: date) -> None:
    assert read_date(f"{day.day:02}/{day.month:02}/{day.year}") == day
    assert read_date(day.isoformat()) == day
