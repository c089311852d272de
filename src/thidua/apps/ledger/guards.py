"""Triggers that keep the ledger's tables append-only, whoever writes: this program, another, or a hand at the console.

They are installed after every migration, again and again, because Django remakes a SQLite table to alter it and the
remade table has none. The server refuses to start without them (`checks`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from thidua.apps.ledger.models import Chain, Disclosure, Entry, EntryRow
from thidua.words.language import Language
from thidua.words.say import say

_FUNCTION = "thidua_ledger_refuse"
_BODY = "BEGIN RAISE EXCEPTION ''%'', TG_ARGV[0]; END"
_FORWARDS = "NEW.key <> OLD.key OR NEW.height <= OLD.height"


@dataclass(frozen=True, slots=True)
class Guard:
    """One kind of statement that one table refuses, always or under a condition."""

    table: str
    act: str
    when: str = ""

    @property
    def name(self) -> str:
        """The trigger's name."""
        return f"{self.table}_refuses_{self.act.lower()}"


def guards(vendor: str) -> Iterator[Guard]:
    """Every guard of an engine. Texts may be deleted: that is what erasure is; a chain's head moves forwards only."""
    for model in (Entry, EntryRow, Disclosure, Chain):
        table = model._meta.db_table
        yield Guard(table, "UPDATE", _FORWARDS if model is Chain else "")
        if model is not Disclosure:
            yield Guard(table, "DELETE")
        if vendor == "postgresql":
            yield Guard(table, "TRUNCATE")


def install_guards(connection: BaseDatabaseWrapper) -> None:
    """Make every guard as it should be, whatever stands there now."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS '{_BODY}'")
        for guard in _due(connection, cursor):
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}")
            cursor.execute(_trigger(guard, connection.vendor))


def missing_guards(connection: BaseDatabaseWrapper) -> list[str]:
    """The guards that are not there, are switched off, or do something else than refuse."""
    with connection.cursor() as cursor:
        present = _on_sqlite(cursor) if connection.vendor == "sqlite" else _on_postgresql(cursor)
        return [guard.name for guard in _due(connection, cursor) if guard.name not in present]


def _due(connection: BaseDatabaseWrapper, cursor: Any) -> list[Guard]:
    """The guards of the tables that exist: none before the first migration."""
    tables = set(connection.introspection.table_names(cursor))
    return [guard for guard in guards(connection.vendor) if guard.table in tables]


def _trigger(guard: Guard, vendor: str) -> str:
    when = f" WHEN ({guard.when})" if guard.when else ""
    if vendor == "sqlite":
        refuse = f"SELECT RAISE(ABORT, '{_message(guard.table)}')"
        return f"CREATE TRIGGER {guard.name} BEFORE {guard.act} ON {guard.table} FOR EACH ROW{when} BEGIN {refuse}; END"
    each = "STATEMENT" if guard.act == "TRUNCATE" else "ROW"
    return (
        f"CREATE OR REPLACE TRIGGER {guard.name} BEFORE {guard.act} ON {guard.table}"
        f" FOR EACH {each}{when} EXECUTE FUNCTION {_FUNCTION}('{_message(guard.table)}')"
    )


def _message(table: str) -> str:
    """The refusal, in both languages because nobody knows who reads a database's console."""
    both = (say("ledger.append_only", language, table=table) for language in Language)
    return " | ".join(both).replace("'", "''")


def _on_sqlite(cursor: Any) -> set[str]:
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    written = dict(cursor.fetchall())
    return {guard.name for guard in guards("sqlite") if written.get(guard.name) == _trigger(guard, "sqlite")}


def _on_postgresql(cursor: Any) -> set[str]:
    cursor.execute(
        "SELECT tgname FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
        " WHERE tgenabled IN ('O', 'A') AND proname = %s AND prosrc = %s",
        [_FUNCTION, _BODY.replace("''", "'")],
    )
    return {name for (name,) in cursor.fetchall()}
