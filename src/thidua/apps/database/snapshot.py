"""A long look at the rows that hinders nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """Reads that see the rows as they stand at the first of them, however long they take, and hinder no writer.

    Inside a transaction that is open already, its own view holds.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "sqlite":
        with connection.cursor() as cursor, _deferred(cursor):
            yield
    else:
        with transaction.atomic():
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


@contextmanager
def _deferred(cursor: Any) -> Iterator[None]:
    cursor.execute("BEGIN DEFERRED")  # `atomic` would be IMMEDIATE: a writer
    try:
        yield
    finally:
        cursor.execute("ROLLBACK")
