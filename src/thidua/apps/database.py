"""What a database connection gets when it opens: on SQLite the Vietnamese collation, under the name that PostgreSQL's
own gets by migration, so that `Collate(…, "vi")` sorts alike on both.
"""

from typing import Any

from django.db.backends.signals import connection_created
from django.db.models import F
from django.db.models.functions import Collate

from thidua.words.vietnamese import sort_key

COLLATION = "vi"


def compare(one: str, other: str) -> int:
    """-1, 0 or 1 in the order of the Vietnamese alphabet, numbers by their value."""
    first, second = sort_key(one), sort_key(other)
    return (first > second) - (first < second)


def in_vietnamese_order(column: str) -> Collate:
    """For `order_by`: a text column sorted as Vietnamese readers expect."""
    return Collate(F(column), COLLATION)


def _prepare(*, connection: Any, **_: object) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_collation(COLLATION, compare)


def install() -> None:
    """Prepare every connection that opens from now on."""
    connection_created.connect(_prepare, dispatch_uid="thidua.apps.database")
