"""How a rule kind declares its parameters: once, for strict reading, for the JSON Schema and for the digest.

A kind is a frozen dataclass; each field is made by `param(TYPE, …)`. The type knows how to read a value from plain
data and which JSON Schema fragment describes what may be typed there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import StrEnum
from typing import Any, TypeVar

from thidua.core.plain import Cursor, each

T = TypeVar("T")
Schema = Mapping[str, object]

NUMBER_PATTERN = r"^[+\-−]?[0-9][0-9.,]*$"
AMOUNT_PATTERN = r"^[+\-−]?[0-9][0-9.,]*\s?%?$"


@dataclass(frozen=True, slots=True)
class ParamType:
    """A type of parameter: a reader of plain data, and its JSON Schema."""

    read: Callable[[Cursor], Any]
    schema: Schema


def param(kind: ParamType, *, default: Any = MISSING, about: str) -> Any:
    """A parameter of a rule kind. `about` is its one-line meaning, shown by editors beside the key."""
    return field(default=default, metadata={"param": kind, "about": about})


def declared(owner: type) -> dict[str, Field[Any]]:
    """The parameters of a kind by key, in the order of declaration. A key that Python reserves ends in `_` there."""
    return {item.name.rstrip("_"): item for item in fields(owner) if "param" in item.metadata}


def read_declared(owner: type[T], entries: Mapping[str, Cursor], where: Cursor) -> T | None:
    """Build a kind from the entries of a mapping. None when a parameter is missing or cannot be read."""
    values: dict[str, Any] = {}
    complete = True
    for key, item in declared(owner).items():
        if key in entries:
            values[item.name] = item.metadata["param"].read(entries[key])
            complete &= values[item.name] is not None
        elif item.default is MISSING:
            where.refuse("plain.missing_key", key=key)
            complete = False
    return owner(**values) if complete else None


def one_of(choices: type[StrEnum]) -> ParamType:
    """One word of a closed list."""
    return ParamType(lambda cursor: cursor.choice(choices), {"enum": [choice.value for choice in choices]})


def list_of(owner: type[Any]) -> ParamType:
    """A non-empty list of small mappings, each with the parameters of `owner`."""

    def read_one(cursor: Cursor) -> Any:
        return read_declared(owner, cursor.mapping(declared(owner)), cursor)

    def read(cursor: Cursor) -> Any:
        items = tuple(each(cursor.items(), read_one))
        if cursor.raw == []:
            cursor.refuse("plain.empty_list")
        return items or None

    return ParamType(read, {"type": "array", "minItems": 1, "items": schema_of(owner)})


def many(kind: ParamType) -> ParamType:
    """A non-empty list of values of one type."""

    def read(cursor: Cursor) -> Any:
        items = tuple(each(cursor.items(), kind.read))
        if cursor.raw == []:
            cursor.refuse("plain.empty_list")
        return items or None

    return ParamType(read, {"type": "array", "minItems": 1, "items": kind.schema})


def schema_of(owner: type[Any], extra: Mapping[str, object] | None = None) -> Schema:
    """The JSON Schema of a mapping with the parameters of `owner`."""
    items = declared(owner)
    properties: dict[str, object] = dict(extra or {})
    for name, item in items.items():
        properties[name] = {**item.metadata["param"].schema, "description": item.metadata["about"]}
    required = [name for name, item in items.items() if item.default is MISSING]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": [*(extra or {}), *required],
    }


AMOUNT = ParamType(lambda cursor: cursor.amount(), {"type": ["string", "number"], "pattern": AMOUNT_PATTERN})
NUMBER = ParamType(lambda cursor: cursor.number(), {"type": ["string", "number"], "pattern": NUMBER_PATTERN})
WHOLE = ParamType(lambda cursor: cursor.whole(), {"type": ["string", "integer"]})
FLAG = ParamType(lambda cursor: cursor.flag(), {"type": ["boolean", "string"]})
DAY = ParamType(lambda cursor: cursor.day(), {"type": "string"})
TEXT = ParamType(lambda cursor: cursor.text(), {"type": "string", "minLength": 1})
INDICATOR = ParamType(lambda cursor: cursor.text(), {"type": "string", "minLength": 1})
INDICATORS = many(INDICATOR)
