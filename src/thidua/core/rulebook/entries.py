"""Small readers that the rulebook's parsers share: the entry of a mapping if it is there, and what was given."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from thidua.core.kinds.params import declared, read_declared
from thidua.core.numbers import Number
from thidua.core.plain import Cursor

D = TypeVar("D")
E = TypeVar("E", bound=StrEnum)
Entries = Mapping[str, Cursor]


def declared_of(cursor: Cursor | None, owner: type[D]) -> D | None:
    """A small mapping read by its own declarations."""
    return None if cursor is None else read_declared(owner, cursor.mapping(declared(owner)), cursor)


def list_of_entries(entries: Entries, key: str) -> list[Cursor]:
    return entries[key].items() if key in entries else []


def text_of(entries: Entries, key: str) -> str | None:
    return entries[key].text() if key in entries else None


def number_of(entries: Entries, key: str) -> Number | None:
    return entries[key].number() if key in entries else None


def choice_of(entries: Entries, key: str, choices: type[E]) -> E | None:
    return entries[key].choice(choices) if key in entries else None


def given(optional: Mapping[str, Any]) -> dict[str, Any]:
    """The optional fields that were given; the others keep the default of the schema."""
    return {key: value for key, value in optional.items() if value is not None}
