from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from thidua.apps.database import COLLATION
from thidua.words.vietnamese import sort_text


def compare(one: str, other: str) -> int:
    """-1, 0 or 1 in the order of the Vietnamese alphabet."""
    first, second = sort_text(one), sort_text(other)
    return (first > second) - (first < second)


def prepare(*, connection: Any, **_: object) -> None:
    """Give a connection that has just opened what its engine does not keep."""
    if connection.vendor == "sqlite":
        connection.connection.create_collation(COLLATION, compare)


class DatabaseConfig(AppConfig):
    name = "thidua.apps.database"
    label = "database"

    def ready(self) -> None:
        connection_created.connect(prepare, dispatch_uid="thidua.apps.database")
