"""What tests with rows get: the mark `rows` (but for those of `one_database`), and the whole ledger is verified after
each of them.
"""

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
        if touches_rows(item) and item.get_closest_marker("one_database") is None:
            item.add_marker("rows")


@pytest.fixture(autouse=True)
def _ledger_stays_whole(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test wrote has its entry, and each row is as its last entry says; a test that breaks the ledger on
    purpose is marked so, and one that wrote nothing left it as it was.
    """
    if not touches_rows(request.node):
        yield
        return
    request.getfixturevalue("db")  # set up before this fixture, so that the rows are still there after its yield
    WATCH.done.clear()
    written = WATCH.count
    yield
    from django.db import connection

    if WATCH.count > written and request.node.get_closest_marker("breaks_ledger") is None:
        assert_ledger_is_whole()
    if not connection.in_atomic_block:  # Django empties the tables after a test that commits, and migrates anew
        lift_guards()


def assert_ledger_is_whole() -> None:
    """Every write has its entry, every entry its rows and its sentence."""
    from django.db import connection

    from thidua.apps.ledger.verification import find_problems

    assert WATCH.untold(connection) == []
    assert find_problems() == []
    assert unsaid_entries() == []


def unsaid_entries() -> list[str]:
    """Entries that cannot be read aloud: their sentence needs what they do not hold, or what cannot be written."""
    from thidua.apps.ledger.models import Entry
    from thidua.apps.ledger.reading import said_by
    from thidua.core.errors import Fault
    from thidua.core.ledger.entry import read_entry
    from thidua.words.language import Language

    unsaid = []
    for stored in Entry.objects.prefetch_related("disclosures"):
        entry = read_entry(stored.body.encode())
        texts = {text.field: text.text for text in stored.disclosures.all()}
        try:
            assert entry is not None
            assert "{" not in "".join(said_by(entry, texts, lang) for lang in Language)
        except (AssertionError, Fault, ValueError) as problem:
            unsaid.append(f"{stored.verb}: {problem}")
    return unsaid


def lift_guards() -> None:
    """Take the triggers away, as somebody could who owns the tables."""
    from django.db import connection

    from thidua.apps.ledger.guards import guards

    if connection.in_atomic_block:
        connection.check_constraints()  # PostgreSQL alters no table that has some to check
    for guard in guards(connection.vendor):
        with connection.cursor() as cursor:
            on = f" ON {guard.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}{on}")
