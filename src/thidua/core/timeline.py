"""Dates as the law uses them: half-open ranges, values that hold for a time, and working days.

Owns `Period`, `Timeline` (which value holds on a day), `LegalBasis` and `WorkingCalendar`. Never asks what
day it is, never reads a file, and never guesses: a day outside the known dates is refused, not answered with
the nearest value. An unknown legal basis is itself a value, printed as such.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from thidua.core.errors import Problem, Refused

T = TypeVar("T")


class TimelineRefused(Refused):
    """Dates that contradict each other, or a question about a day outside the known dates."""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """The text that makes a value hold. An unknown one has no document; unconfirmed ones carry a dagger."""

    document: str = ""
    is_confirmed: bool = False

    @property
    def is_known(self) -> bool:
        """Whether any document is named at all."""
        return bool(self.document)


UNKNOWN_BASIS = LegalBasis()


@dataclass(frozen=True, slots=True)
class Period:
    """From `start` until the day before `end`; None: no end is known. Raises TimelineRefused when empty."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise TimelineRefused(Problem("timeline.empty_period", {"start": self.start, "end": self.end}))

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    @property
    def last(self) -> date:
        """The end for comparisons: `date.max` stands for no known end."""
        return self.end or date.max

    def overlaps(self, other: "Period") -> bool:
        """Whether some day lies in both."""
        return self.start < other.last and other.start < self.last

    def covers(self, other: "Period") -> bool:
        """Whether every day of the other lies in this one."""
        return self.start <= other.start and other.last <= self.last


def gaps(needed: Period, held: Collection[Period]) -> Iterator[Period]:
    """The parts of `needed` that no period of `held` covers, in order of time."""
    reached = needed.start
    for period in sorted(held, key=lambda one: one.start):
        if reached < min(period.start, needed.last):
            yield Period(reached, min(period.start, needed.last))
        reached = max(reached, period.last)
    if reached < needed.last:
        yield Period(reached, needed.end)


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A value, the days on which it holds, and why."""

    value: T
    period: Period
    basis: LegalBasis = UNKNOWN_BASIS


@dataclass(frozen=True, slots=True)
class Timeline(Generic[T]):
    """One named value over time, gaps allowed. Raises TimelineRefused with every overlap."""

    name: str
    values: tuple[Dated[T], ...]

    def __post_init__(self) -> None:
        ordered = sorted(self.values, key=lambda dated: dated.period.start)
        clashes = [
            Problem("timeline.overlap", {"name": self.name, "start": later.period.start})
            for earlier, later in pairwise(ordered)
            if earlier.period.overlaps(later.period)
        ]
        if clashes:
            raise TimelineRefused(clashes)
        object.__setattr__(self, "values", tuple(ordered))

    def as_of(self, day: date) -> Dated[T]:
        """The value that holds on a day, with its basis. Raises TimelineRefused when none is known for it."""
        for dated in self.values:
            if day in dated.period:
                return dated
        raise TimelineRefused(Problem("timeline.outside_dates", {"name": self.name, "day": day}))


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that departs from the plain week: a holiday, or a rest day worked in exchange for another."""

    day: date
    is_working: bool
    name: str
    basis: LegalBasis = UNKNOWN_BASIS


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working days of some years: weekly rest (0 = Monday … 6 = Sunday) and the days that depart from it.

    Raises TimelineRefused with every contradiction: a special day outside the years, one stated twice, a day
    "worked in exchange" that is a working day anyway.
    """

    name: str
    covers: Period
    weekly_rest: frozenset[int]
    special_days: tuple[SpecialDay, ...]
    weekly_basis: LegalBasis = UNKNOWN_BASIS

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.special_days, key=lambda special: special.day))
        problems = [*self._outside(ordered), *_stated_twice(ordered), *self._worked_anyway(ordered)]
        if problems:
            raise TimelineRefused(problems)
        object.__setattr__(self, "special_days", ordered)

    def is_working(self, day: date) -> bool:
        """Whether offices work on a day. Raises TimelineRefused outside the calendar's years."""
        self._demand(day)
        for special in self.special_days:
            if special.day == day:
                return special.is_working
        return day.weekday() not in self.weekly_rest

    def working_days_between(self, start: date, end: date) -> int:
        """Working days by which `start` (done) precedes `end` (due): 4 early is 4, the due day 0, 1 late −1.

        Counts the working days of the half-open range, so that a due day of rest is met on the next working
        day (Bộ luật Dân sự 2015, Điều 148 khoản 5) and what is sent on a day of rest counts as sent on the
        next working day. Raises TimelineRefused for each of the two days outside the calendar's years.
        """
        outside = [problem for day in sorted({start, end}) for problem in self._beyond(day)]
        if outside:
            raise TimelineRefused(outside)
        return self._before(end) - self._before(start)

    def unconfirmed_between(self, start: date, end: date) -> tuple[SpecialDay, ...]:
        """The special days from the earlier to the later day, both included, whose basis is not confirmed."""
        first, last = sorted((start, end))
        return tuple(
            special for special in self.special_days if first <= special.day <= last and not special.basis.is_confirmed
        )

    def _before(self, day: date) -> int:
        """Working days from the calendar's first day until the day before this one."""
        weeks, rest = divmod((day - self.covers.start).days, 7)
        first = self.covers.start.weekday()
        plain = weeks * (7 - len(self.weekly_rest))
        plain += sum((first + step) % 7 not in self.weekly_rest for step in range(rest))
        return plain + sum(
            special.is_working - (special.day.weekday() not in self.weekly_rest)
            for special in self.special_days
            if special.day < day
        )

    def _demand(self, day: date) -> None:
        outside = self._beyond(day)
        if outside:
            raise TimelineRefused(outside)

    def _beyond(self, day: date) -> list[Problem]:
        if day in self.covers:
            return []
        data = {"name": self.name, "day": day, "first": self.covers.start, "end": self.covers.last}
        return [Problem("timeline.outside_calendar", data)]

    def _outside(self, ordered: tuple[SpecialDay, ...]) -> list[Problem]:
        return [problem for special in ordered for problem in self._beyond(special.day)]

    def _worked_anyway(self, ordered: tuple[SpecialDay, ...]) -> Iterator[Problem]:
        for special in ordered:
            if special.is_working and special.day.weekday() not in self.weekly_rest:
                yield Problem("timeline.worked_anyway", {"day": special.day, "name": special.name})


def _stated_twice(ordered: tuple[SpecialDay, ...]) -> Iterator[Problem]:
    for earlier, later in pairwise(ordered):
        if earlier.day == later.day:
            names = {"first_name": earlier.name, "second_name": later.name}
            yield Problem("timeline.day_twice", {"day": later.day, **names})
