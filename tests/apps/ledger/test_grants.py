"""The application's role on PostgreSQL can do its work, and can neither edit the ledger nor take its guards away."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from ledger_cases import write_two_entries
from thidua.apps.ledger.erasure import erase
from thidua.apps.ledger.grants import grant_statements
from thidua.apps.ledger.models import Entry
from thidua.core.ledger.entry import Author

pytestmark = pytest.mark.django_db


@pytest.fixture
def _as_application() -> Iterator[None]:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE thidua_app")
        for statement in grant_statements("thidua_app"):
            cursor.execute(statement)
        cursor.execute("SET ROLE thidua_app")
        yield
        cursor.execute("RESET ROLE")
        cursor.execute("DROP OWNED BY thidua_app")
        cursor.execute("DROP ROLE thidua_app")


def refused(sql: str) -> bool:
    """Whether the role lacks the right, before any trigger is asked."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError as error:
        return "permission denied" in str(error) or "must be owner" in str(error)
    return False


@pytest.mark.usefixtures("_as_application")
def test_the_role_works_and_cannot_edit(author: Author) -> None:
    write_two_entries(author)
    erase(by=author, entry=Entry.objects.get(height=1), field="subject", reason="Theo đơn", document="12/QĐ")
    forbidden = [
        "UPDATE ledger_entry SET verb = 'x'",
        "DELETE FROM ledger_entry",
        "TRUNCATE ledger_entry CASCADE",
        "UPDATE ledger_entryrow SET key = 'x'",
        "DELETE FROM ledger_entryrow",
        "UPDATE ledger_disclosure SET text = 'x'",
        "TRUNCATE ledger_disclosure",
        "DELETE FROM ledger_chain",
        "DROP TRIGGER ledger_entry_refuses_update ON ledger_entry",
        "ALTER TABLE ledger_entry DISABLE TRIGGER ALL",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('x', 'x', now())",
    ]
    assert [sql for sql in forbidden if not refused(sql)] == []


def test_the_statements_are_sql_that_can_be_read() -> None:
    lines = list(grant_statements("thidua_app"))
    assert lines[0] == 'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "thidua_app";'
    assert 'GRANT SELECT, INSERT ON "ledger_entry" TO "thidua_app";' in lines
    assert 'GRANT SELECT, INSERT, DELETE ON "ledger_disclosure" TO "thidua_app";' in lines
    assert 'GRANT SELECT, INSERT, UPDATE ON "ledger_chain" TO "thidua_app";' in lines
    assert all(line.endswith(";") for line in lines)
