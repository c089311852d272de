"""The periods of a season: whole, in order, without gaps, and called as officers call them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.periods import Frequency, is_year, period_called, periods_of
from thidua.core.timeline import Period

YEAR = Period(date(2024, 1, 1), date(2025, 1, 1))
POLICE_YEAR = Period(date(2023, 11, 16), date(2024, 11, 17))  # the 16th to the 15th, and one day more


def codes(data: Period, frequency: Frequency, *cuts: date) -> list[str]:
    return [one.code for one in periods_of(data, frequency, cuts)]


def test_a_calendar_year_has_its_months_quarters_and_halves() -> None:
    assert codes(YEAR, Frequency.MONTH) == [f"2024-{month:02}" for month in range(1, 13)]
    assert codes(YEAR, Frequency.QUARTER) == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]
    assert codes(YEAR, Frequency.HALF) == ["2024-H1", "2024-H2"]
    assert codes(YEAR, Frequency.YEAR) == ["year"]


def test_a_police_month_bears_the_name_of_the_month_in_which_it_ends() -> None:
    months = periods_of(POLICE_YEAR, Frequency.MONTH)
    assert [one.code for one in months] == ["2023-12", *(f"2024-{month:02}" for month in range(1, 12))]
    assert months[0].days == Period(date(2023, 11, 16), date(2023, 12, 16))
    assert months[-1].days == Period(date(2024, 10, 16), date(2024, 11, 17))  # the rest of one day belongs to it


def test_a_cut_off_is_a_period_s_last_day_and_the_season_s_own_ends_the_last() -> None:
    cuts = date(2024, 3, 31), date(2024, 9, 15), date(2025, 6, 1)
    assert codes(YEAR, Frequency.CUT_OFF, *cuts) == ["2024-03-31", "2024-09-15", "2024-12-31"]


@given(
    start=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    days=st.integers(20, 800),
    frequency=st.sampled_from([one for one in Frequency if one is not Frequency.CUT_OFF]),
)
def test_the_periods_fill_the_season_once(start: date, days: int, frequency: Frequency) -> None:
    data = Period(start, start + timedelta(days=days))
    periods = periods_of(data, frequency)
    assert periods[0].days.start == data.start
    assert periods[-1].days.end == data.end
    assert all(one.days.end == other.days.start for one, other in pairwise(periods))
    assert len({one.code for one in periods}) == len(periods)
    assert [one.number for one in periods] == list(range(1, len(periods) + 1))


@pytest.mark.parametrize(
    ("text", "frequency", "code"),
    [
        ("tháng 3", Frequency.MONTH, "2024-03"),
        ("T3", Frequency.MONTH, "2024-03"),
        ("03/2024", Frequency.MONTH, "2024-03"),
        ("Tháng 12/2023", Frequency.MONTH, "2023-12"),
        ("tháng 12/2024", Frequency.MONTH, None),
        ("2024-05", Frequency.MONTH, "2024-05"),
        ("quý 2", Frequency.QUARTER, "2024-Q2"),
        ("tháng 2", Frequency.QUARTER, None),
        ("6 tháng đầu năm", Frequency.HALF, "2024-H1"),
        ("6 thang cuoi nam", Frequency.HALF, "2024-H2"),
        ("nửa năm", Frequency.HALF, None),
    ],
)
def test_a_period_is_read_as_officers_write_it(text: str, frequency: Frequency, code: str | None) -> None:
    found = period_called(text, periods_of(POLICE_YEAR, frequency))
    assert (found.code if found else None) == code


def test_nothing_and_the_word_for_it_are_the_year() -> None:
    assert [is_year(text) for text in ("", "Cả năm", "year", "2024-01")] == [True, True, True, False]
