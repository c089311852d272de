"""The statements that append one entry or ask for a head, spelled once: an entry costs its verb a lock and one write
more, not five queries that are put together anew each time.

On PostgreSQL everything travels in one statement; SQLite has none that writes several tables, and no way to travel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.utils.dateparse import parse_datetime

from thidua.core.ledger.entry import GENESIS, ChainKey, Digest

_LOCK = "SELECT height, head, at FROM ledger_chain WHERE key = %s"
_NOW = "SELECT head FROM ledger_chain WHERE key = %s AND height > 0"
_BEGIN = "INSERT INTO ledger_chain (key, height, head) VALUES (%s, 0, %s) ON CONFLICT (key) DO NOTHING"
_ENTRY = (
    "INSERT INTO ledger_entry (chain_id, height, digest, body, at, verb, account, unit, about_unit)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) RETURNING id"
)
_ROW = 'INSERT INTO ledger_entryrow (entry_id, "table", key, digest) VALUES (%s, %s, %s, %s)'
_TEXT = "INSERT INTO ledger_disclosure (entry_id, field, salt, text, search_key) VALUES (%s, %s, %s, %s, %s)"
_HEAD = "UPDATE ledger_chain SET height = %s, head = %s, at = %s WHERE key = %s"
_ALL_AT_ONCE = f"""
WITH entry AS ({_ENTRY}), marks AS (
    INSERT INTO ledger_entryrow (entry_id, "table", key, digest)
    SELECT entry.id, mark.* FROM entry, unnest(%s::text[], %s::text[], %s::text[]) AS mark
), texts AS (
    INSERT INTO ledger_disclosure (entry_id, field, salt, text, search_key)
    SELECT entry.id, told.* FROM entry, unnest(%s::text[], %s::bytea[], %s::text[], %s::text[]) AS told
) {_HEAD}"""  # noqa: S608 - made of the constants above

Row = tuple[str, str, str]  # table, key, digest
Text = tuple[str, bytes, str, str]  # field, salt, text, search key


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ends; `at` is the moment of its last entry."""

    chain: ChainKey
    height: int
    digest: Digest
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Columns:
    """What is written of one entry beside its place: its bytes as text, and what filters read."""

    body: str
    verb: str
    account: str
    unit: str
    about_unit: str


def lock_head(chain: ChainKey) -> Head:
    """A chain's head, locked until commit; made when the chain is new."""
    with connection.cursor() as cursor:
        found = _select_for_update(cursor, chain)
        if found is None:
            cursor.execute(_BEGIN, [chain, GENESIS])
            found = _select_for_update(cursor, chain)
    height, digest, at = found
    return Head(chain, height, Digest(digest), _instant(at))


def head_of(chain: ChainKey) -> Digest | None:
    """The digest of a chain's last entry; None before the first."""
    with connection.cursor() as cursor:
        cursor.execute(_NOW, [chain])
        found = cursor.fetchone()
    return None if found is None else Digest(found[0])


def append(head: Head, entry: Columns, rows: Sequence[Row], texts: Sequence[Text]) -> None:
    """Write an entry with all that lies beside it; `head` is the chain's new one."""
    at = connection.ops.adapt_datetimefield_value(head.at)
    columns = (entry.body, at, entry.verb, entry.account, entry.unit, entry.about_unit)
    told = [head.chain, head.height, head.digest, *columns]
    moved = [head.height, head.digest, at, head.chain]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_ALL_AT_ONCE, [*told, *_columns(rows, 3), *_columns(texts, 4), *moved])
            return
        cursor.execute(_ENTRY, told)
        (key,) = cursor.fetchone()
        cursor.executemany(_ROW, [(key, *row) for row in rows])
        cursor.executemany(_TEXT, [(key, *text) for text in texts])
        cursor.execute(_HEAD, moved)


def _select_for_update(cursor: Any, chain: ChainKey) -> Any:
    cursor.execute(_LOCK + (" FOR UPDATE" if connection.features.has_select_for_update else ""), [chain])
    return cursor.fetchone()


def _columns(rows: Sequence[tuple[Any, ...]], width: int) -> list[list[Any]]:
    return [[row[place] for row in rows] for place in range(width)]


def _instant(stored: str | datetime | None) -> datetime | None:
    """SQLite keeps UTC as text without saying so."""
    moment = parse_datetime(stored) if isinstance(stored, str) else stored
    return moment if moment is None or moment.tzinfo is not None else moment.replace(tzinfo=UTC)
