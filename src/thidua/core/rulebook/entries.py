"""Small readers that the parsers of rulebooks and seasons share: an entry if it is there, and what was given."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from thidua.core.kinds.params import declared, read_declared
from thidua.core.numbers import Number
from thidua.core.plain import Cursor
from thidua.core.timeline import Period

D = TypeVar("D")
E = TypeVar("E", bound=StrEnum)
Entries = Mapping[str, Cursor]


def declared_of(cursor: Cursor | None, owner: type[D]) -> D | None:
    """A small mapping read by its own declarations."""
    return None if cursor is None else read_declared(owner, cursor.mapping(declared(owner)), cursor)


def period_of(cursor: Cursor | None) -> Period | None:
    """A time from a day on, and perhaps to another; a time without a day in it is refused."""
    if cursor is None:
        return None
    entries = cursor.mapping(("from", "to"), required=("from",))
    start, end = (entries[key].day() if key in entries else None for key in ("from", "to"))
    if start is None:
        return None
    if end is not None and end <= start:
        cursor.refuse("timeline.empty_period", start=start, end=end)
        return None
    return Period(start, end)


def list_of_entries(entries: Entries, key: str) -> list[Cursor]:
    """The items of a list; none where the key was not given."""
    return entries[key].items() if key in entries else []


def text_of(entries: Entries, key: str) -> str | None:
    """A text; None where the key was not given."""
    return entries[key].text() if key in entries else None


def number_of(entries: Entries, key: str) -> Number | None:
    """A number; None where the key was not given."""
    return entries[key].number() if key in entries else None


def choice_of(entries: Entries, key: str, choices: type[E]) -> E | None:
    """A word of a closed list; None where the key was not given."""
    return entries[key].choice(choices) if key in entries else None


def given(optional: Mapping[str, Any]) -> dict[str, Any]:
    """The optional fields that were given; the others keep the default of the schema."""
    return {key: value for key, value in optional.items() if value is not None}
