"""Database values in the ledger's one spelling, the same on every engine.

Instants are UTC with microseconds, decimals lose trailing zeros, bytes are hexadecimal. A type without a spelling (a
float above all) is a Fault.
"""

from datetime import UTC, datetime, time
from decimal import Decimal
from uuid import UUID

from thidua.core.canonical import Plain, to_plain
from thidua.core.errors import Fault


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


def _instant(value: datetime) -> str:
    if value.tzinfo is None:
        raise Fault("an instant without a time zone has no canonical form")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def _decimal(value: Decimal) -> str:
    normal = value.normalize()
    return "0" if normal == 0 else f"{normal:f}"
