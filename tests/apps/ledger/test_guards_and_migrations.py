"""The guards outlive migrations. Outside a test's transaction, because SQLite alters no table inside one."""

from collections.abc import Iterator

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from databases import lift_guards
from ledger_cases import write_account
from thidua.apps.ledger.guards import guards, missing_guards
from thidua.core.ledger.entry import Author

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _everything_is_back_at_the_end() -> Iterator[None]:
    yield
    call_command("migrate", verbosity=0, skip_checks=True)


def alter_entry_rows(*, backwards: bool = False) -> None:
    """What a migration does that widens a column."""
    operation = migrations.AlterField("entryrow", "key", models.CharField(max_length=101))
    before = MigrationLoader(connection).project_state()
    after = before.clone()
    operation.state_forwards("ledger", after)
    with connection.schema_editor() as editor:
        if backwards:
            operation.database_backwards("ledger", editor, after, before)
        else:
            operation.database_forwards("ledger", editor, before, after)


def test_a_table_that_a_migration_remakes_gets_its_guards_back(author: Author) -> None:
    write_account(author)
    alter_entry_rows()
    if connection.vendor == "sqlite":  # why the guards are installed after every migration
        assert missing_guards(connection) == ["ledger_entryrow_refuses_update", "ledger_entryrow_refuses_delete"]
    call_command("migrate", verbosity=0, skip_checks=True)
    assert missing_guards(connection) == []
    alter_entry_rows(backwards=True)


def test_migrating_from_zero_installs_the_guards() -> None:
    call_command("migrate", "ledger", "zero", verbosity=0)
    assert run_checks(databases=["default"]) == []
    call_command("migrate", verbosity=0)
    assert missing_guards(connection) == []
    assert len(list(guards(connection.vendor))) == {"sqlite": 7, "postgresql": 11}[connection.vendor]


def test_missing_guards_do_not_hinder_the_migration_that_installs_them() -> None:
    lift_guards()
    (refusal,) = run_checks(databases=["default"])
    MigrationRecorder(connection).record_unapplied("ledger", "0001_initial")
    (warning,) = run_checks(databases=["default"])
    MigrationRecorder(connection).record_applied("ledger", "0001_initial")
    assert (refusal.is_serious(), warning.is_serious(), refusal.msg) == (True, False, warning.msg)
