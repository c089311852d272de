"""What tests with rows get: the whole ledger is verified after each of them."""

from collections.abc import Iterator

import pytest

from thidua.core.ledger.entry import Author


@pytest.fixture
def author() -> Author:
    """Somebody who writes, where it does not matter who."""
    return Author("test", "Nguyễn Văn An")


@pytest.fixture(autouse=True)
def _ledger_stays_whole(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test wrote, each row is as its last entry says; a test that breaks it on purpose is marked so."""
    touches_rows = request.node.get_closest_marker("django_db") or {"db", "transactional_db"} & set(
        request.fixturenames
    )
    if touches_rows:
        request.getfixturevalue("db")  # set up before this fixture, so that the rows are still there after its yield
    yield
    if touches_rows and request.node.get_closest_marker("breaks_ledger") is None:
        from thidua.apps.ledger.selectors import find_problems

        assert find_problems() == []
