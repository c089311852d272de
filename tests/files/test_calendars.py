"""The calendar that comes with the product, and calendars that offices write."""

from collections import Counter
from datetime import date, timedelta

import pytest

from thidua.core.timeline import UNKNOWN_BASIS, LegalBasis, TimelineRefused, WorkingCalendar
from thidua.files.calendars import load_working_calendar, read_basis, read_working_calendar


@pytest.fixture(scope="module")
def calendar() -> WorkingCalendar:
    return load_working_calendar()


def rest_on_weekdays(calendar: WorkingCalendar, year: int) -> list[date]:
    first = date(year, 1, 1)
    days = [first + timedelta(days=step) for step in range((date(year + 1, 1, 1) - first).days)]
    return [day for day in days if day.weekday() < 5 and not calendar.is_working(day)]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2024, "01/01 08/02 09/02 12/02 13/02 14/02 18/04 29/04 30/04 01/05 02/09 03/09"),
        (2025, "01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09"),
        (2026, "01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11"),
    ],
)
def test_the_rest_days_of_each_year(calendar: WorkingCalendar, year: int, expected: str) -> None:
    assert " ".join(day.strftime("%d/%m") for day in rest_on_weekdays(calendar, year)) == expected


def test_every_swapped_rest_day_is_worked_on_a_day_of_weekly_rest(calendar: WorkingCalendar) -> None:
    worked = [special.day for special in calendar.special_days if special.is_working]
    assert worked == [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
    swaps = Counter(special.name for special in calendar.special_days if special.name.startswith("Hoán đổi"))
    assert list(swaps.values()) == [2] * 4


@pytest.mark.parametrize(("year", "expected"), [(2024, 11), (2025, 11), (2026, 12)])
def test_paid_holidays_are_eleven_days_a_year_and_the_new_day(
    calendar: WorkingCalendar, year: int, expected: int
) -> None:
    """Điều 112: 1 + 5 + 1 + 1 + 2 + 1; what falls on weekly rest is given back, what is swapped is worked."""
    worked = sum(special.is_working for special in calendar.special_days if special.day.year == year)
    assert len(rest_on_weekdays(calendar, year)) - worked == expected


@pytest.mark.parametrize(("first", "last", "expected"), [(2024, 2025, 251), (2025, 2026, 250)])
def test_working_days_of_a_year(calendar: WorkingCalendar, first: int, last: int, expected: int) -> None:
    assert calendar.working_days_between(date(first, 1, 1), date(last, 1, 1)) == expected


@pytest.mark.parametrize(
    ("sent", "due", "expected"),
    [
        (date(2024, 5, 2), date(2024, 5, 6), 3),  # Saturday 04/05 is worked
        (date(2024, 2, 7), date(2024, 2, 15), 1),  # over Tết
        (date(2024, 2, 10), date(2024, 2, 7), -1),
        (date(2024, 11, 18), date(2024, 11, 22), 4),
        (date(2024, 11, 22), date(2024, 11, 22), 0),
        (date(2024, 11, 25), date(2024, 11, 22), -1),
    ],
)
def test_timeliness_over_holidays(calendar: WorkingCalendar, sent: date, due: date, expected: int) -> None:
    assert calendar.working_days_between(sent, due) == expected


def test_the_calendar_ends_with_its_years(calendar: WorkingCalendar) -> None:
    assert [calendar.is_working(day) for day in (date(2024, 1, 1), date(2026, 12, 31))] == [False, True]
    for outside in (date(2023, 12, 31), date(2027, 1, 1)):
        with pytest.raises(TimelineRefused) as refused:
            calendar.is_working(outside)
        assert [problem.code for problem in refused.value.problems] == ["timeline.outside_calendar"]


def test_every_special_day_names_its_basis(calendar: WorkingCalendar) -> None:
    assert calendar.weekly_basis == LegalBasis("Quyết định 188/1999/QĐ-TTg", is_confirmed=True)
    assert [special for special in calendar.special_days if not special.basis.is_known] == []
    unconfirmed = calendar.unconfirmed_between(date(2024, 1, 1), date(2026, 12, 31))
    assert {special.name for special in unconfirmed} == {
        "Tết Nguyên đán Giáp Thìn",
        "Quốc khánh 2024",
        "Ngày Văn hóa Việt Nam 2026",
    }


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("chưa xác định", UNKNOWN_BASIS),
        ("Chưa xác định †", UNKNOWN_BASIS),
        ("Thông báo 1 †", LegalBasis("Thông báo 1", is_confirmed=False)),
        ("Thông báo 1", LegalBasis("Thông báo 1", is_confirmed=True)),
    ],
)
def test_a_basis_is_read_with_its_dagger(text: str, basis: LegalBasis) -> None:
    assert read_basis(text) == basis


GOOD = """
name: Lịch
covers: {from: 2024-01-01, to: 31/12/2024}
weekly_rest: {days: [sunday], basis: chưa xác định}
holidays: [{name: Tết, from: 01/01/2024, basis: chưa xác định}]
swaps: []
"""


def test_a_calendar_of_an_office_is_read() -> None:
    calendar = read_working_calendar(GOOD, file="lich.yaml")
    assert (calendar.name, calendar.weekly_rest, calendar.weekly_basis) == ("Lịch", frozenset({6}), UNKNOWN_BASIS)
    assert [calendar.is_working(date(2024, 1, day)) for day in (1, 6, 7)] == [False, True, False]


def test_every_mistake_of_a_calendar_comes_with_its_path() -> None:
    text = """
name: ""
covers: {from: 31/12/2024, to: 01/01/2024}
weekly_rest: {days: [sundy], basis: x}
holidays: [{from: 30/02/2024, basis: x}]
swaps: [{name: a, rest: 01/01/2024, work: 06/01/2024, base: x}, {name: b, rest: 1/1, work: 06/01/2024, basis: x}]
"""
    with pytest.raises(TimelineRefused) as refused:
        read_working_calendar(text, file="lich.yaml")
    assert {problem.place.file for problem in refused.value.problems} == {"lich.yaml"}
    assert [(problem.code, problem.place.path) for problem in refused.value.problems] == [
        ("plain.empty_text", "name"),
        ("timeline.ends_before_start", "covers"),
        ("plain.unknown_choice", "weekly_rest.days[0]"),
        ("plain.missing_key", "holidays[0]"),
        ("dates.no_such_day", "holidays[0].from"),
        ("plain.unknown_key_near", "swaps[0].base"),
        ("plain.missing_key", "swaps[0]"),
        ("dates.not_a_date", "swaps[1].rest"),
    ]


def test_an_empty_or_broken_calendar_is_refused() -> None:
    with pytest.raises(TimelineRefused) as refused:
        read_working_calendar("", file="lich.yaml")
    assert [problem.code for problem in refused.value.problems] == ["plain.not_a_mapping"]
    with pytest.raises(TimelineRefused) as refused:
        read_working_calendar("name: a\nholidays: [", file="lich.yaml")
    assert [(problem.code, problem.data["line"]) for problem in refused.value.problems] == [("timeline.not_yaml", 2)]


def test_contradictions_between_days_are_refused_too() -> None:
    text = GOOD.replace("swaps: []", "swaps: [{name: a, rest: 01/01/2024, work: 06/01/2024, basis: x}]")
    with pytest.raises(TimelineRefused) as refused:
        read_working_calendar(text, file="lich.yaml")
    assert [problem.code for problem in refused.value.problems] == ["timeline.day_twice", "timeline.worked_anyway"]


def test_contradictions_are_told_beside_mistakes_of_form() -> None:
    swap = "swaps: [{name: a, rest: 01/01/2024, work: 30/02/2024, basis: x}]"
    with pytest.raises(TimelineRefused) as refused:
        read_working_calendar(GOOD.replace("swaps: []", swap), file="lich.yaml")
    assert [(problem.code, problem.place.file, problem.place.path) for problem in refused.value.problems] == [
        ("dates.no_such_day", "lich.yaml", "swaps[0].work"),
        ("timeline.day_twice", "lich.yaml", ""),
    ]


def test_a_calendar_of_seven_working_days_is_refused() -> None:
    with pytest.raises(TimelineRefused) as refused:
        read_working_calendar(GOOD.replace("[sunday]", "[]"), file="lich.yaml")
    assert [(problem.code, problem.place.path) for problem in refused.value.problems] == [
        ("plain.empty_list", "weekly_rest.days")
    ]
