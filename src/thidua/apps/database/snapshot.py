"""A long look at the rows that hinders nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """Reads that see the rows as they stand at the first of them, however long they take, and hinder no writer.

    Inside a transaction or a snapshot that is open already, its own view holds.
    """
    connection.ensure_connection()
    if connection.in_atomic_block or _is_looking():
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor, _deferred(cursor):
            yield
    else:
        with transaction.atomic():
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def _is_looking() -> bool:
    """Whether a snapshot is open on SQLite, of which Django knows nothing."""
    return connection.vendor == "sqlite" and connection.connection.in_transaction


@contextmanager
def _deferred(cursor: Any) -> Iterator[None]:
    cursor.execute("BEGIN DEFERRED")  # `atomic` would be IMMEDIATE: a writer
    try:
        yield
    finally:
        cursor.execute("ROLLBACK")
