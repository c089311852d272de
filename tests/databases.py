"""What tests with rows get: the mark `rows`, and the whole ledger is verified after each of them."""

from collections.abc import Iterator

import pytest

from thidua.core.ledger.entry import Author
from write_watch import WATCH


@pytest.fixture
def author() -> Author:
    """Somebody who writes, where it does not matter who."""
    return Author("test", "Nguyễn Văn An")


def touches_rows(item: pytest.Item) -> bool:
    """Whether a test asks for a database, by its mark or by a fixture."""
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if touches_rows(item):
            item.add_marker("rows")


@pytest.fixture(autouse=True)
def _ledger_stays_whole(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test wrote has its entry, and each row is as its last entry says; a test that breaks the ledger on
    purpose is marked so.
    """
    if not touches_rows(request.node):
        yield
        return
    request.getfixturevalue("db")  # set up before this fixture, so that the rows are still there after its yield
    WATCH.done.clear()
    yield
    if request.node.get_closest_marker("breaks_ledger") is None:
        from django.db import connection

        from thidua.apps.ledger.selectors import find_problems

        assert WATCH.untold(connection) == []
        assert find_problems() == []
    lift_guards()


def lift_guards() -> None:
    """Let a test that commits empty its tables after itself; Django does so by DELETE, then migrates anew."""
    from django.db import connection

    from thidua.apps.ledger.guards import guards

    if connection.in_atomic_block:  # what a test leaves is rolled back
        return
    for guard in guards(connection.vendor):
        with connection.cursor() as cursor:
            on = f" ON {guard.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}{on}")
