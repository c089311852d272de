"""The watch over the suite's writes is itself watched: it finds what it must, and nothing else."""

from contextlib import suppress

import pytest
from django.db import connection, transaction

from ledger_cases import write_account
from thidua.apps.access.events import PASSWORD_CHANGED
from thidua.apps.access.models import Account
from thidua.apps.ledger.services import recording
from thidua.core.errors import Refused
from thidua.core.ledger.entry import Author
from write_watch import ENTRIES, TECHNICAL, WATCH, WRITTEN, domain_tables, installed_tables

TABLE = "access_account"


def change(account: Account) -> None:
    """A write past every recording."""
    Account.objects.filter(pk=account.pk).update(post="Giám đốc")


@pytest.mark.django_db
class TestInsideATestsTransaction:
    def test_a_recorded_write_is_told(self, author: Author) -> None:
        write_account(author)
        assert WATCH.untold(connection) == []

    @pytest.mark.breaks_ledger
    def test_a_write_without_an_entry_is_found(self, author: Author) -> None:
        change(write_account(author))
        assert WATCH.untold(connection) == [TABLE]

    @pytest.mark.breaks_ledger
    def test_a_later_entry_of_another_transaction_excuses_nothing(self, author: Author) -> None:
        account = write_account(author)
        with transaction.atomic():
            change(account)
        write_account(author, "bich.tt")
        assert WATCH.untold(connection) == [TABLE]

    @pytest.mark.breaks_ledger
    def test_a_write_after_the_entry_of_its_transaction_is_found(self, author: Author) -> None:
        with transaction.atomic():
            change(write_account(author))
        assert WATCH.untold(connection) == [TABLE]

    def test_a_write_that_was_undone_needs_no_entry(self, author: Author) -> None:
        account = write_account(author)
        with suppress(Refused), recording(PASSWORD_CHANGED, by=author, username="an.nv") as record:
            record.save(account)
            raise Refused(())
        assert WATCH.untold(connection) == []

    @pytest.mark.breaks_ledger
    def test_an_entry_that_was_undone_excuses_nothing(self, author: Author) -> None:
        account = write_account(author)
        with transaction.atomic():
            change(account)
            with suppress(Refused), transaction.atomic():
                write_account(author, "bich.tt")
                raise Refused(())
        assert WATCH.untold(connection) == [TABLE]


@pytest.mark.django_db(transaction=True)
class TestWithRealCommits:
    @pytest.mark.breaks_ledger
    def test_each_transaction_needs_its_own_entry(self, author: Author) -> None:
        account = write_account(author)
        assert WATCH.untold(connection) == []
        with transaction.atomic():
            change(account)
        write_account(author, "bich.tt")
        assert WATCH.untold(connection) == [TABLE]

    @pytest.mark.breaks_ledger
    def test_a_write_that_commits_by_itself_is_found(self, author: Author) -> None:
        change(write_account(author))
        assert WATCH.untold(connection) == [TABLE]


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ('INSERT INTO "access_account" ("id") VALUES (%s)', ["access_account"]),
        ("insert or replace into access_account values (1)", ["access_account"]),
        ('UPDATE "access_account" SET "post" = %s', ["access_account"]),
        ("DELETE FROM ONLY access_account", ["access_account"]),
        ('WITH gone AS (DELETE FROM "a" RETURNING id) INSERT INTO "b" SELECT id FROM gone', ["a", "b"]),
        ('TRUNCATE TABLE "access_account"', ["access_account"]),
        ('SELECT * FROM "ledger_chain" FOR UPDATE', []),
        ('SELECT * FROM "ledger_chain" FOR NO KEY UPDATE OF "ledger_chain"', []),
        ('INSERT INTO "a" VALUES (1) ON CONFLICT ("id") DO UPDATE SET "x" = 1', ["a"]),
    ],
)
def test_every_way_to_write_is_seen(sql: str, tables: list[str]) -> None:
    assert WRITTEN.findall(sql) == tables


def test_every_table_is_recorded_or_listed_with_a_reason() -> None:
    assert set(installed_tables()) - domain_tables() - TECHNICAL.keys() == set()
    assert domain_tables() & TECHNICAL.keys() == set()
    assert {ENTRIES, TABLE} <= set(installed_tables())
