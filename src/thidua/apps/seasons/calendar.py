"""The dates of a season's phases as values, what is wrong with them, and how far a day lies from another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from thidua.core.errors import Problem
from thidua.core.phases import Phase
from thidua.core.timeline import TimelineRefused, WorkingCalendar
from thidua.files.calendars import load_working_calendar


@dataclass(frozen=True, slots=True)
class Span:
    """The planned days of a phase, both included."""

    starts_on: date
    due_on: date


Plan = Mapping[Phase, Span]


def check_plan(plan: Plan) -> Iterator[Problem]:
    """Every contradiction of a plan: a phase that ends before it starts, or comes before the one it follows."""
    for phase, span in plan.items():
        if span.due_on < span.starts_on:
            yield Problem("seasons.phase_ends_first", {"phase": phase, "first": span.starts_on, "last": span.due_on})
    for earlier, later in pairwise(phase for phase in Phase if phase in plan):
        if plan[later].starts_on < plan[earlier].starts_on or plan[later].due_on < plan[earlier].due_on:
            yield Problem("seasons.phases_crossed", {"earlier": earlier, "later": later})


def missing_phases(plan: Plan) -> list[Phase]:
    """The phases that have no dates yet."""
    return [phase for phase in Phase if phase not in plan]


def working_days_left(today: date, due: date) -> int | None:
    """Working days until a day is due, below zero when it has passed; None outside the years of the calendar."""
    try:
        return _calendar().working_days_between(today, due)
    except TimelineRefused:
        return None


def moved_to_working_day(day: date) -> date | None:
    """The day itself where people work, else the next on which they do; None outside the years of the calendar."""
    try:
        while not _calendar().is_working(day):
            day += timedelta(days=1)
    except TimelineRefused:
        return None
    return day


@cache
def _calendar() -> WorkingCalendar:
    return load_working_calendar()
