"""The working days of Viet Nam that come with the product, and the reader of such files.

A calendar is a file that an office may extend by a year, so it is read strictly: every mistake with its path, all at
once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

import yaml

from thidua.core.errors import Place, Problem
from thidua.core.plain import Cursor, each
from thidua.core.timeline import (
    UNKNOWN_BASIS,
    LegalBasis,
    Period,
    SpecialDay,
    TimelineRefused,
    WorkingCalendar,
)
from thidua.files.packaged import read_packaged
from thidua.words.sentences.units import SENTENCES

CALENDAR_FILE = "working_days_vn.yaml"
DAGGER = "†"
_KEYS = ("name", "covers", "weekly_rest", "holidays", "swaps")


class Weekday(StrEnum):
    """The days of the week as the calendar file names them, Monday first."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def number(self) -> int:
        """0 for Monday … 6 for Sunday, as in `date.weekday`."""
        return list(Weekday).index(self)


def read_basis(text: str) -> LegalBasis:
    """A legal basis as written: `chưa xác định` is the unknown one, a dagger at the end an unconfirmed one."""
    document = text.removesuffix(DAGGER).strip()
    if document.casefold() == SENTENCES["timeline.basis_unknown"][0]:
        return UNKNOWN_BASIS
    return LegalBasis(document, is_confirmed=not text.endswith(DAGGER))


def load_working_calendar() -> WorkingCalendar:
    """The working days of state offices in Viet Nam, 2024 to 2026, that come with the product."""
    return read_working_calendar(read_packaged(CALENDAR_FILE), file=CALENDAR_FILE)


def read_working_calendar(text: str, *, file: str) -> WorkingCalendar:
    """A calendar file in the form of `working_days_vn.yaml`. Raises TimelineRefused with every mistake."""
    cursor = Cursor(_yaml(text, file), Place(file))
    parts = cursor.mapping(_KEYS, _KEYS)
    name = parts["name"].text() if "name" in parts else None
    covers = _span(parts["covers"]) if "covers" in parts else None
    rest, rest_basis = _weekly_rest(parts["weekly_rest"]) if "weekly_rest" in parts else (frozenset(), UNKNOWN_BASIS)
    holidays = [day for one in _entries(parts, "holidays") for day in _holiday(one)]
    swapped = [day for one in _entries(parts, "swaps") for day in _swap(one)]
    problems = list(cursor.problems)
    if covers is not None and rest:  # without them every day would contradict them
        try:
            calendar = WorkingCalendar(name or file, covers, rest, (*holidays, *swapped), rest_basis)
        except TimelineRefused as refused:
            problems += (replace(problem, place=Place(file)) for problem in refused.problems)
        else:
            if not problems:
                return calendar
    raise TimelineRefused(problems)


def _yaml(text: str, file: str) -> object:
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        # A file that stops in the middle is marked after its last line.
        line = min(error.problem_mark.line + 1, len(text.splitlines())) if error.problem_mark else 1
        raise TimelineRefused(Problem("timeline.not_yaml", {"line": line}, Place(file))) from None


def _entries(parts: Mapping[str, Cursor], key: str) -> list[Cursor]:
    return parts[key].items() if key in parts else []


def _span(cursor: Cursor) -> Period | None:
    """`from` and `to`, both included in the file; `to` is `from` when left out."""
    return _period(cursor, cursor.mapping(("from", "to"), ("from",)))


def _period(cursor: Cursor, parts: Mapping[str, Cursor]) -> Period | None:
    first = parts["from"].day() if "from" in parts else None
    last = parts["to"].day() if "to" in parts else first
    if first is None or last is None:
        return None
    if last < first:
        cursor.refuse("timeline.ends_before_start", first=first, last=last)
        return None
    return Period(first, last + timedelta(days=1))


def _weekly_rest(cursor: Cursor) -> tuple[frozenset[int], LegalBasis]:
    parts = cursor.mapping(("days", "basis"), ("days", "basis"))
    days = each(_entries(parts, "days"), lambda one: one.choice(Weekday))
    if "days" in parts and parts["days"].raw == []:
        parts["days"].refuse("plain.empty_list")
    return frozenset(day.number for day in days), _basis(parts)


def _basis(parts: Mapping[str, Cursor]) -> LegalBasis:
    text = parts["basis"].text() if "basis" in parts else None
    return UNKNOWN_BASIS if text is None else read_basis(text)


def _holiday(cursor: Cursor) -> Iterator[SpecialDay]:
    parts = cursor.mapping(("name", "from", "to", "basis"), ("name", "from", "basis"))
    name = parts["name"].text() if "name" in parts else None
    period, basis = _period(cursor, parts), _basis(parts)
    if name is None or period is None:
        return
    for step in range((period.last - period.start).days):
        yield SpecialDay(period.start + timedelta(days=step), False, name, basis)


def _swap(cursor: Cursor) -> Iterator[SpecialDay]:
    keys = ("name", "rest", "work", "basis")
    parts = cursor.mapping(keys, keys)
    name = parts["name"].text() if "name" in parts else None
    basis = _basis(parts)
    for key, is_working in (("rest", False), ("work", True)):
        day = parts[key].day() if key in parts else None
        if name is not None and day is not None:
            yield SpecialDay(day, is_working, name, basis)
