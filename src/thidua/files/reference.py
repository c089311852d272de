"""Reference data that comes with the product: working days of Viet Nam, and the provinces before and after 01/07/2025.

The calendar is a file that an office may extend by a year, so it is read strictly: every mistake with its path, all
at once. The province map is the 63 provinces as named on 30/06/2025 and the 34 of the day after.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from importlib.resources import files

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
from thidua.core.units.succession import History, Link, Succession
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree
from thidua.words.language import Language
from thidua.words.say import say
from thidua.words.vietnamese import folded

CALENDAR_FILE = "working_days_vn.yaml"
PROVINCES_FILE = "province_merge_2025.csv"
DAGGER = "†"
_KEYS = ("name", "covers", "weekly_rest", "holidays", "swaps")
# The map has no column for it; it is one resolution for all of its rows.
MERGE_BASIS = LegalBasis("Nghị quyết 202/2025/QH15", is_confirmed=True)


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
    if document.casefold() == say("timeline.basis_unknown", Language.VI):
        return UNKNOWN_BASIS
    return LegalBasis(document, is_confirmed=not text.endswith(DAGGER))


def load_working_calendar() -> WorkingCalendar:
    """The working days of state offices in Viet Nam, 2024 to 2026, that come with the product."""
    return read_working_calendar(_packaged(CALENDAR_FILE), file=CALENDAR_FILE)


def read_working_calendar(text: str, *, file: str) -> WorkingCalendar:
    """A calendar file in the form of `working_days_vn.yaml`. Raises TimelineRefused with every mistake."""
    cursor = Cursor(_yaml(text, file), Place(file))
    parts = cursor.mapping(_KEYS, _KEYS)
    name = parts["name"].text() if "name" in parts else None
    covers = _span(parts["covers"]) if "covers" in parts else None
    rest, rest_basis = _weekly_rest(parts["weekly_rest"]) if "weekly_rest" in parts else (frozenset(), UNKNOWN_BASIS)
    holidays = [day for one in _entries(parts, "holidays") for day in _holiday(one)]
    swapped = [day for one in _entries(parts, "swaps") for day in _swap(one)]
    if name is None or covers is None or cursor.problems:
        raise TimelineRefused(cursor.problems)
    return WorkingCalendar(name, covers, rest, (*holidays, *swapped), rest_basis)


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


class Relation(StrEnum):
    """What became of a province: nothing, it gave its name to a larger body, or it went into another's."""

    UNCHANGED = "unchanged"
    KEPT_NAME = "kept_name"
    ABSORBED = "absorbed"


@dataclass(frozen=True, slots=True)
class ProvinceMove:
    """One of the 63 provinces and the one of the 34 that carries it on."""

    old: str
    new: str
    relation: Relation
    effective_on: date


def load_province_moves() -> tuple[ProvinceMove, ...]:
    """The map of 01/07/2025, in the order of the file."""
    rows = csv.DictReader(_packaged(PROVINCES_FILE).splitlines())
    return tuple(
        ProvinceMove(
            row["old_province"],
            row["new_province"],
            Relation(row["relation"]),
            date.fromisoformat(row["effective_date"]),
        )
        for row in rows
    )


def province_history(*, known_from: date) -> History:
    """The provinces as units with their mergers; the caller vouches for the old ones from `known_from` on.

    The names are those of 30/06/2025. A province that kept its name but took in others is a new unit with the year in
    its id (`tay-ninh` until 01/07/2025, `tay-ninh-2025` from then on); an unchanged one stays the unit that it was.
    """
    merged: dict[tuple[str, date], list[ProvinceMove]] = defaultdict(list)
    units: list[Unit] = []
    for move in load_province_moves():
        if move.relation is Relation.UNCHANGED:
            units.append(_province(move.old, Period(known_from)))
        else:
            units.append(_province(move.old, Period(known_from, move.effective_on)))
            merged[move.new, move.effective_on].append(move)
    successions = []
    for (name, on), moves in merged.items():
        successor = Unit(province_id(name, since=on), name, Level.PROVINCE, Period(on), basis=MERGE_BASIS)
        units.append(successor)
        links = tuple(Link(province_id(move.old), successor.id) for move in moves)
        successions.append(Succession(on, links, MERGE_BASIS))
    return History(UnitTree(tuple(units)), tuple(successions))


def province_id(name: str, *, since: date | None = None) -> UnitId:
    """`Tây Ninh` is `tay-ninh`; a body formed later carries its year: `tay-ninh-2025`."""
    slug = "-".join(re.findall("[a-z0-9]+", folded(name)))
    return UnitId(slug if since is None else f"{slug}-{since.year}")


def _province(name: str, validity: Period) -> Unit:
    return Unit(province_id(name), name, Level.PROVINCE, validity)


def _packaged(name: str) -> str:
    return files("thidua.files").joinpath("data", name).read_text("utf-8")
