"""One spelling for every value, and the digests that stand on it.

Two documents that mean the same have the same bytes: texts in NFC, numbers as normalised decimal texts (8,5 = 8,50),
keys sorted, fields that hold their default left out. Digests are SHA-256 over the UTF-8 bytes of compact JSON
(RFC 8259, sorted keys, no blanks).
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum

from thidua.core.errors import Fault
from thidua.core.numbers import Counts, Mean, Number, Rate, Value

_SPELLING = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]


def to_plain(value: object) -> Plain:
    """A value as plain data in its one spelling. Raises Fault for a type that has none (a float above all)."""
    match value:
        case Enum():
            return to_plain(value.value)
        case None | bool() | int():
            return value
        case str():
            return unicodedata.normalize("NFC", value)
        case date():
            return value.isoformat()
        case Number() | Rate() | Counts() | Mean():
            return write_value(value)
        case Mapping():
            return {str(to_plain(key)): to_plain(item) for key, item in value.items()}
        case list() | tuple():
            return [to_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value, fields(value))
    raise Fault(f"no canonical form for {type(value).__name__}")


def write_value(value: Value) -> str:
    """A number in its one spelling: `8.5`, `343/359`, `93.1%`, `10/3`."""
    if isinstance(value, Mean):
        return f"{value.total.canonical()}{'%' if value.is_rate else ''}/{value.count}"
    if isinstance(value, Counts):
        return f"{value.numerator}/{value.denominator}"
    return value.canonical() if isinstance(value, Number) else f"{value.percent.canonical()}%"


def canonical_bytes(value: object) -> bytes:
    """The bytes that are digested."""
    return plain_bytes(to_plain(value))


def plain_bytes(plain: Plain) -> bytes:
    """The canonical bytes of what is plain data in its one spelling already."""
    return _SPELLING.encode(plain).encode()


def digest(value: object) -> str:
    """SHA-256 of the canonical bytes, in lower-case hexadecimal."""
    return digest_of_bytes(canonical_bytes(value))


def plain_digest(plain: Plain) -> str:
    """The digest of plain data that is in its one spelling already."""
    return digest_of_bytes(plain_bytes(plain))


def digest_of_bytes(data: bytes) -> str:
    """SHA-256 in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _fields(value: object, items: tuple[Field[object], ...]) -> dict[str, Plain]:
    kind = getattr(type(value), "name", None)  # rule kinds carry their registered name
    named: dict[str, Plain] = {"kind": kind} if isinstance(kind, str) else {}
    for item in items:
        current = getattr(value, item.name)
        if not _is_default(item, current):
            named[item.name.rstrip("_")] = to_plain(current)
    return named


def _is_default(item: Field[object], current: object) -> bool:
    if item.default is not MISSING:
        return bool(current == item.default)
    return item.default_factory is not MISSING and bool(current == item.default_factory())
