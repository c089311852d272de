"""Half-open ranges, values in force on a day, and working days, against a count day by day."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from thidua.core.errors import Problem
from thidua.core.timeline import (
    UNKNOWN_BASIS,
    Dated,
    LegalBasis,
    Period,
    SpecialDay,
    Timeline,
    TimelineRefused,
    WorkingCalendar,
    gaps,
)

DAY0 = date(2024, 1, 1)  # a Monday
HORIZON = 40


def day(offset: int) -> date:
    return DAY0 + timedelta(days=offset)


DAYS = st.integers(0, HORIZON).map(day)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(st.integers(0, HORIZON - 1))
    end = draw(st.none() | st.integers(start + 1, HORIZON))
    return Period(day(start), None if end is None else day(end))


def days_of(period: Period) -> set[date]:
    """The days of a period up to a day beyond the horizon, which stands for all that follow."""
    return {one for one in map(day, range(HORIZON + 2)) if one in period}


def test_period_holds_its_first_day_and_not_its_end() -> None:
    period = Period(date(2024, 1, 1), date(2025, 7, 1))
    asked = [date(2023, 12, 31), date(2024, 1, 1), date(2025, 6, 30), date(2025, 7, 1)]
    assert [one in period for one in asked] == [False, True, True, False]


def test_period_without_end_holds_every_later_day() -> None:
    assert date.max not in Period(DAY0, date.max)
    assert date(9999, 12, 30) in Period(DAY0)


@pytest.mark.parametrize("end", [DAY0, DAY0 - timedelta(days=1)])
def test_period_without_a_day_is_refused(end: date) -> None:
    with pytest.raises(TimelineRefused) as refused:
        Period(DAY0, end)
    assert refused.value.problems == (Problem("timeline.empty_period", {"start": DAY0, "end": end}),)


@given(periods(), periods())
def test_overlap_and_cover_agree_with_days(one: Period, other: Period) -> None:
    assert one.overlaps(other) == bool(days_of(one) & days_of(other))
    assert one.covers(other) == (days_of(one) >= days_of(other))


def test_adjoining_periods_do_not_overlap() -> None:
    assert not Period(day(0), day(5)).overlaps(Period(day(5)))
    assert Period(day(0), day(6)).overlaps(Period(day(5)))


@given(periods(), st.lists(periods(), max_size=4))
def test_gaps_are_exactly_the_days_not_held(needed: Period, held: list[Period]) -> None:
    found = list(gaps(needed, held))
    missing = days_of(needed) - set().union(*map(days_of, held))
    assert set().union(*map(days_of, found)) == missing
    assert all(earlier.last < later.start for earlier, later in itertools.pairwise(found))


def law() -> Timeline[str]:
    decree = LegalBasis("Nghị định 91/2017/NĐ-CP", is_confirmed=True)
    return Timeline(
        "Tỷ lệ phiếu",
        (
            Dated("80%", Period(date(2024, 1, 1), date(2025, 7, 1))),
            Dated("70%", Period(date(2018, 1, 1), date(2023, 12, 1)), decree),
        ),
    )


def test_as_of_answers_the_value_in_force_with_its_basis() -> None:
    assert law().as_of(date(2023, 11, 30)).value == "70%"
    assert law().as_of(date(2023, 11, 30)).basis == LegalBasis("Nghị định 91/2017/NĐ-CP", is_confirmed=True)
    assert law().as_of(date(2025, 6, 30)).value == "80%"


def test_an_unknown_basis_is_a_value() -> None:
    assert law().as_of(date(2024, 1, 1)).basis == UNKNOWN_BASIS
    assert (UNKNOWN_BASIS.is_known, UNKNOWN_BASIS.is_confirmed) == (False, False)


@pytest.mark.parametrize("asked", [date(2017, 12, 31), date(2023, 12, 1), date(2025, 7, 1)])
def test_as_of_refuses_days_before_between_and_after(asked: date) -> None:
    with pytest.raises(TimelineRefused) as refused:
        law().as_of(asked)
    assert refused.value.problems == (Problem("timeline.outside_dates", {"name": "Tỷ lệ phiếu", "day": asked}),)


def test_timeline_reports_every_overlap() -> None:
    values = tuple(Dated(str(start), Period(day(start), day(start + 3))) for start in (0, 4, 2))
    with pytest.raises(TimelineRefused) as refused:
        Timeline("n", values)
    assert [problem.data["start"] for problem in refused.value.problems] == [day(2), day(4)]


@st.composite
def calendars(draw: st.DrawFn) -> WorkingCalendar:
    rest = draw(st.frozensets(st.integers(0, 6), max_size=7))
    chosen = draw(st.sets(st.integers(0, HORIZON - 1), max_size=12))
    special = [
        SpecialDay(day(offset), day(offset).weekday() in rest and draw(st.booleans()), str(offset)) for offset in chosen
    ]
    start = draw(st.integers(-3, 0))
    return WorkingCalendar("n", Period(day(start), day(HORIZON + 2)), rest, tuple(special))


@given(calendars(), DAYS, DAYS)
def test_working_days_are_those_of_the_half_open_range(calendar: WorkingCalendar, start: date, end: date) -> None:
    first, last = sorted((start, end))
    counted = sum(calendar.is_working(first + timedelta(days=step)) for step in range((last - first).days))
    assert calendar.working_days_between(start, end) == (counted if start <= end else -counted)


@given(calendars(), DAYS, DAYS, DAYS)
def test_working_days_add_along_the_way(calendar: WorkingCalendar, one: date, two: date, three: date) -> None:
    whole = calendar.working_days_between(one, three)
    assert whole == calendar.working_days_between(one, two) + calendar.working_days_between(two, three)


@given(calendars(), DAYS)
def test_a_day_of_rest_counts_as_the_next_working_day(calendar: WorkingCalendar, rest: date) -> None:
    assume(not calendar.is_working(rest))
    assert calendar.working_days_between(rest, rest + timedelta(days=1)) == 0


def plain_calendar(*special: SpecialDay) -> WorkingCalendar:
    return WorkingCalendar("Lịch", Period(date(2024, 1, 1), date(2025, 1, 1)), frozenset({5, 6}), special)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (date(2024, 11, 11), 4),  # Monday for Friday
        (date(2024, 11, 8), 5),
        (date(2024, 11, 15), 0),
        (date(2024, 11, 16), -1),  # Saturday counts as Monday
        (date(2024, 11, 18), -1),
        (date(2024, 11, 19), -2),
    ],
)
def test_timeliness_is_early_positive_and_late_negative(sent: date, expected: int) -> None:
    assert plain_calendar().working_days_between(sent, date(2024, 11, 15)) == expected


def test_a_due_day_of_rest_is_met_on_the_next_working_day() -> None:
    sunday = date(2024, 11, 17)
    found = [plain_calendar().working_days_between(sent, sunday) for sent in (date(2024, 11, 18), date(2024, 11, 19))]
    assert found == [0, -1]


def test_calendar_refuses_both_days_outside_its_years() -> None:
    asked = [date(2023, 12, 31), date(2025, 1, 1)]
    with pytest.raises(TimelineRefused) as refused:
        plain_calendar().working_days_between(asked[1], asked[0])
    assert [(problem.code, problem.data["day"]) for problem in refused.value.problems] == [
        ("timeline.outside_calendar", one) for one in asked
    ]
    with pytest.raises(TimelineRefused):
        plain_calendar().is_working(asked[1])


def test_calendar_reports_every_contradiction() -> None:
    monday, saturday = date(2024, 3, 4), date(2024, 3, 2)
    special = [
        SpecialDay(monday, True, "làm bù"),
        SpecialDay(saturday, True, "làm bù"),
        SpecialDay(saturday, False, "nghỉ"),
        SpecialDay(date(2026, 1, 1), False, "Tết"),
    ]
    with pytest.raises(TimelineRefused) as refused:
        plain_calendar(*special)
    assert [(problem.code, problem.data["day"]) for problem in refused.value.problems] == [
        ("timeline.outside_calendar", date(2026, 1, 1)),
        ("timeline.day_twice", saturday),
        ("timeline.worked_anyway", monday),
    ]


def test_unconfirmed_days_are_told_whichever_day_comes_first() -> None:
    sure = SpecialDay(date(2024, 9, 2), False, "Quốc khánh", LegalBasis("Điều 112", is_confirmed=True))
    unsure = SpecialDay(date(2024, 11, 25), False, "chưa rõ")
    calendar = plain_calendar(sure, unsure)
    spans = [
        (date(2024, 9, 1), date(2024, 11, 24)),
        (date(2024, 11, 25), date(2024, 9, 1)),
        (date(2024, 11, 25), date(2024, 12, 1)),
    ]
    assert [calendar.unconfirmed_between(*span) for span in spans] == [(), (unsure,), (unsure,)]
