"""Database values in the ledger's one spelling, the same on every engine.

Instants are UTC with microseconds, decimals lose trailing zeros, bytes are hexadecimal. A type without a spelling (a
float above all) is a Fault. A column that is empty or holds its fixed default is left out, so that a new column with a
default leaves every digest as it was; the default of a recorded column therefore never changes.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import NOT_PROVIDED, DecimalField, Model

from thidua.core.canonical import Plain, to_plain
from thidua.core.errors import Fault

T = TypeVar("T")
R = TypeVar("R")


def columns_of(row: Model) -> dict[str, Plain]:
    """The columns of a row that say something, by name."""
    return columns_of_all([row])[0]


def columns_of_all(rows: Sequence[Model]) -> list[dict[str, Plain]]:
    """The same of each of many rows of one table."""
    told: list[dict[str, Plain]] = [{} for _ in rows]
    for field in rows[0]._meta.concrete_fields if rows else ():
        values = (getattr(row, field.attname) for row in rows)
        for columns, (says, plain) in zip(told, each(values, partial(_said, field)), strict=True):
            if says:
                columns[field.attname] = plain
    return told


def each(values: Iterable[T], made: Callable[[T], R]) -> Iterator[R]:
    """What is made of each value; of one that stands several times in a row it is made once."""
    last: object = made  # no value is that
    for value in values:
        if value is not last:
            last, result = value, made(value)
        yield result


def _said(field: Any, value: Any) -> tuple[bool, Plain]:
    value = field.to_python(value)
    if value is None or (field.default is not NOT_PROVIDED and value == field.default):
        return False, None
    if isinstance(field, DecimalField):
        _demand_places(field, value)
    return True, column_plain(value)


def column_plain(value: object) -> Plain:
    """One column's value as plain data."""
    match value:
        case datetime():
            return _instant(value)
        case time():
            return value.isoformat()
        case Decimal():
            return _decimal(value)
        case UUID():
            return str(value)
        case bytes() | bytearray() | memoryview():
            return bytes(value).hex()
        case dict():
            return {str(name): column_plain(item) for name, item in value.items()}
        case list() | tuple():
            return [column_plain(item) for item in value]
    return to_plain(value)


def _demand_places(field: Any, value: Decimal) -> None:
    if value != round(value, field.decimal_places):
        raise Fault(f"{field.name} keeps {field.decimal_places} places; {value} would be rounded by the database")


def _instant(value: datetime) -> str:
    if value.tzinfo is None:
        raise Fault("an instant without a time zone has no canonical form")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _decimal(value: Decimal) -> str:
    normal = value.normalize()
    return "0" if normal == 0 else f"{normal:f}"
