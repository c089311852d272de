"""The tables of the ledger refuse to be changed or emptied, and the server knows when they would not."""

import pytest
from django.core.checks import run_checks
from django.db import DatabaseError, connection, models, transaction

from ledger_cases import write_account
from thidua.apps.ledger.guards import guards, install_guards, missing_guards
from thidua.apps.ledger.models import Chain, Disclosure, Entry, EntryRow
from thidua.core.ledger.entry import Author

pytestmark = pytest.mark.django_db

UPDATES = {
    Entry: "UPDATE ledger_entry SET verb = 'x'",
    EntryRow: "UPDATE ledger_entryrow SET key = 'x'",
    Disclosure: "UPDATE ledger_disclosure SET text = 'x'",
    Chain: "UPDATE ledger_chain SET head = 'x'",
}
DELETIONS = {
    Entry: "DELETE FROM ledger_entry",
    EntryRow: "DELETE FROM ledger_entryrow",
    Chain: "DELETE FROM ledger_chain",
}


@pytest.fixture(autouse=True)
def _an_entry(author: Author) -> None:
    write_account(author)
    connection.check_constraints()  # PostgreSQL alters no table that has some to check


def refusal_of(sql: str) -> str:
    """What the database says to a statement; nothing when it obeys."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError as error:
        return str(error).splitlines()[0]
    return ""


def sentence(table: str) -> str:
    return (
        f"Sổ nhật ký chỉ ghi thêm: bảng {table} không cho sửa, không cho xóa"
        f" | The ledger is append-only: table {table} refuses to be changed or emptied"
    )


@pytest.mark.parametrize("model", UPDATES)
def test_a_row_of_the_ledger_cannot_be_changed(model: type[models.Model]) -> None:
    assert refusal_of(UPDATES[model]) == sentence(model._meta.db_table)


@pytest.mark.parametrize("model", DELETIONS)
def test_a_row_of_the_ledger_cannot_be_deleted(model: type[models.Model]) -> None:
    assert refusal_of(DELETIONS[model]) == sentence(model._meta.db_table)


@pytest.mark.parametrize("model", UPDATES)
def test_a_table_of_the_ledger_cannot_be_emptied(model: type[models.Model]) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    table = model._meta.db_table
    assert refusal_of(f"TRUNCATE {table} CASCADE") in {sentence(table), sentence("ledger_entry")}


@pytest.mark.breaks_ledger
def test_a_text_may_go_for_good() -> None:
    assert refusal_of("DELETE FROM ledger_disclosure") == ""
    assert Disclosure.objects.count() == 0


@pytest.mark.breaks_ledger
def test_a_head_moves_forwards_only() -> None:
    back = "UPDATE ledger_chain SET height = height - 1"
    renamed = "UPDATE ledger_chain SET key = 'x', height = height + 1"
    assert [refusal_of(back), refusal_of(renamed)] == [sentence("ledger_chain")] * 2
    assert refusal_of("UPDATE ledger_chain SET height = height + 1") == ""


def test_guards_stand_after_migrating_and_are_installed_again_without_harm() -> None:
    assert missing_guards(connection) == []
    install_guards(connection)
    assert missing_guards(connection) == []
    assert run_checks(databases=["default"]) == []


def drop(name: str, table: str) -> None:
    on = f" ON {table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}{on}")


def test_the_server_refuses_to_start_without_a_guard() -> None:
    for guard in guards(connection.vendor):
        drop(guard.name, guard.table)
        (message,) = run_checks(databases=["default"])
        assert (message.id, message.is_serious()) == ("ledger.E001", True)
        assert message.msg == f"Sổ nhật ký chưa được bảo vệ: cơ sở dữ liệu thiếu {guard.name}"
        install_guards(connection)


def test_a_guard_that_does_nothing_is_missing() -> None:
    name = "ledger_entry_refuses_update"
    drop(name, "ledger_entry")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"CREATE TRIGGER {name} BEFORE UPDATE ON ledger_entry BEGIN SELECT 1; END")
        else:
            cursor.execute("CREATE FUNCTION lets_pass() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'")
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE UPDATE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION lets_pass()"
            )
    assert missing_guards(connection) == [name]


def test_a_guard_that_is_switched_off_is_missing() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite cannot switch a trigger off")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_refuses_update")
    assert missing_guards(connection) == ["ledger_entry_refuses_update"]
