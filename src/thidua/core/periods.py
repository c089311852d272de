"""The parts of a season's time for which figures are reported: months, quarters, half-years, own cut-offs, the year.

Owns which periods a season has and what they are called; how their figures become the year's is `scoring.aggregate`.
A season need not begin with January: a month of the police's year runs from the 16th to the 15th, and one that begins
after the 15th bears the name of the month in which it ends. Never asks what day it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from thidua.core.timeline import Period

YEAR = "year"  # the code of the year as a whole


class Frequency(StrEnum):
    """How often an indicator is reported."""

    YEAR = "year"
    HALF = "half_year"
    QUARTER = "quarter"
    MONTH = "month"
    CUT_OFF = "cut_off"  # the season's own days, set in its regulations


class Aggregation(StrEnum):
    """How the figures of the periods become that of the year."""

    SUM = "sum"  # counts add, a share is recomputed from its counts
    LATEST = "latest"  # a state: how many there are now
    AVERAGE = "average"  # of the periods that were reported
    CUMULATIVE = "cumulative"  # each figure speaks of the year so far: the last one is the year's


@dataclass(frozen=True, slots=True)
class PeriodName:
    """A period as people call it, by its code."""

    code: str


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """A period: its code (`2024-03`, `2024-Q1`, `2024-H1`, the last day of a cut-off, `year`) and its days."""

    code: str
    frequency: Frequency
    number: int  # from 1, in order of time
    days: Period

    @property
    def last_day(self) -> date:
        """The last day, included."""
        return self.days.last - timedelta(days=1)


MIDDLE = 15  # of a month
_MONTHS = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.HALF: 6}
_LETTERS = {Frequency.QUARTER: "Q", Frequency.HALF: "H"}
_YEAR_WORDS = {"", YEAR, "năm", "cả năm", "nam", "ca nam", "whole year"}
_CALLED = re.compile(
    r"(?P<what>tháng|thang|t|quý|quy|q|month|quarter)?\s*(?P<number>\d{1,2})(?:\s*/\s*(?P<year>\d{4}))?"
)
_HALVES = {
    1: {"6 tháng đầu năm", "6 thang dau nam", "first half"},
    2: {"6 tháng cuối năm", "6 thang cuoi nam", "second half"},
}


def periods_of(data: Period, frequency: Frequency, cut_offs: Iterable[date] = ()) -> tuple[ReportingPeriod, ...]:
    """The periods of a season's time, in order, without gaps. `cut_offs`: last days; the season's own last day is one.

    A rest at the end shorter than half a period belongs to the one before.
    """
    if frequency is Frequency.YEAR:
        return (ReportingPeriod(YEAR, frequency, 1, data),)
    ends = _cut_ends(data, cut_offs) if frequency is Frequency.CUT_OFF else _ends(data, _MONTHS[frequency])
    starts = [data.start, *ends[:-1]]
    return tuple(
        ReportingPeriod(_code(data, frequency, number, end), frequency, number, Period(start, end))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    )


def period_called(text: str, periods: Sequence[ReportingPeriod]) -> ReportingPeriod | None:
    """The period that a text names: by its code, or as officers write it (`tháng 3`, `03/2024`, `quý 1`)."""
    written = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    if written in _YEAR_WORDS:
        return next((one for one in periods if one.frequency is Frequency.YEAR), None)
    for one in periods:
        if written == one.code.casefold():
            return one
    found = [one for one in periods if _answers(one, written)]
    return found[0] if len(found) == 1 else None


def is_year(text: str) -> bool:
    """Whether a text names the whole year; nothing does too."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split()) in _YEAR_WORDS


def _answers(one: ReportingPeriod, written: str) -> bool:
    if one.frequency is Frequency.HALF:
        return written in _HALVES.get(one.number, set())
    match = _CALLED.fullmatch(written)
    if match is None or one.frequency not in (Frequency.MONTH, Frequency.QUARTER):
        return False
    is_quarter = (match["what"] or "")[:1] == "q"
    if is_quarter != (one.frequency is Frequency.QUARTER) or match["year"] not in (None, one.code[:4]):
        return False
    return int(match["number"]) == (one.number if is_quarter else int(one.code[5:]))


def _code(data: Period, frequency: Frequency, number: int, end: date) -> str:
    last = end - timedelta(days=1)
    if frequency is Frequency.CUT_OFF:
        return last.isoformat()
    if frequency is Frequency.MONTH:
        named_after_the_end = data.start.day > MIDDLE
        years, month = divmod(data.start.month - 1 + number - 1 + named_after_the_end, 12)
        return f"{data.start.year + years:04}-{month + 1:02}"
    return f"{last.year:04}-{_LETTERS[frequency]}{number}"


def _ends(data: Period, months: int) -> list[date]:
    """The ends of steps of so many months, the last one that of the season."""
    ends: list[date] = []
    step = 1
    while (end := _months_later(data.start, step * months)) < data.last:
        ends.append(end)
        step += 1
    whole = (end - (ends[-1] if ends else data.start)).days
    if ends and 2 * (data.last - ends[-1]).days < whole:
        ends.pop()
    return [*ends, data.last]


def _cut_ends(data: Period, cut_offs: Iterable[date]) -> list[date]:
    inside = sorted(
        {day + timedelta(days=1) for day in cut_offs if data.start <= day and day + timedelta(1) < data.last}
    )
    return [*inside, data.last]


def _months_later(day: date, months: int) -> date:
    """So many months later; the last day of a month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    first_of_next = date(day.year + years + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(day.year + years, month + 1, min(day.day, (first_of_next - timedelta(days=1)).day))
