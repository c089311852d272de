"""Very many new rows of one table by one statement that is spelled once.

A workbook gives a hundred thousand rows. On SQLite Django spells a statement anew for every fifty of them and prepares
every value anew although most columns say the same in all rows, which costs more than all that is checked about them.
On PostgreSQL it sends whole columns, which is as fast as it gets.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import AutoField, Model

from thidua.apps.ledger.columns import each


def insert(rows: Sequence[Model]) -> None:
    """Write new rows of one table, as `bulk_create` does."""
    model = type(rows[0])
    if connection.vendor != "sqlite" or isinstance(model._meta.pk, AutoField):
        model._base_manager.bulk_create(rows)
        return
    fields = model._meta.concrete_fields
    columns = [_prepared(field, rows) for field in fields]
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.executemany(_statement(model, fields), list(zip(*columns, strict=True)))
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def _prepared(field: Any, rows: Sequence[Model]) -> Iterator[object]:
    """One column as the database takes it."""
    values = (field.pre_save(row, add=True) for row in rows)
    return each(values, lambda value: field.get_db_prep_save(value, connection))


def _statement(model: type[Model], fields: Sequence[Any]) -> str:
    quote = connection.ops.quote_name
    names = ", ".join(quote(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    return f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608 - names of our own
