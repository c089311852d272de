"""Watches every INSERT, UPDATE and DELETE of the suite: a transaction that touched a domain table and appended no
ledger entry after it fails the test.

The watch trusts nothing of the product. It stands between Django and the database's driver on every connection, and
takes Django's own list of what to do on commit as its memory: what is rolled back falls out of it. In a test that is
itself one transaction, the outermost block that the product opened counts as the transaction.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

ENTRIES = "ledger_entry"
WRITTEN = re.compile(
    r"(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?"
    r"|(?<!FOR )(?<!KEY )(?<!DO )UPDATE)\s+(?:ONLY\s+)?\"?(\w+)\"?",
    re.IGNORECASE,
)
# Tables whose rows are no facts about the movement, each with its reason.
TECHNICAL = {
    "ledger_chain": "the ledger itself: heads",
    "ledger_disclosure": "the ledger itself: texts",
    "ledger_entry": "the ledger itself",
    "ledger_entryrow": "the ledger itself: which rows an entry wrote",
    "auth_group": "Django's; the product has roles of its own",
    "auth_group_permissions": "Django's; the product has roles of its own",
    "auth_permission": "Django's; written by migrations",
    "django_content_type": "Django's; written by migrations",
    "django_migrations": "Django's record of migrations",
    "django_session": "who is signed in where: ended and forgotten",
    "notices_notice": "made of entries and of days, and what its owner has read",
    "notices_tolduntil": "how far a chain was told",
    "notices_leftout": "what somebody does not want to be told of",
    "notices_mailsent": "that a mail of a day was sent, so that no second run sends it; how many is an entry",
    "access_attempts": "counts of failed sign-ins, forgotten after a while",
    "account_emailaddress": "allauth's; our accounts have no address of theirs",
    "account_emailconfirmation": "allauth's; unused",
    "mfa_authenticator": "allauth's keys of a second factor; that one was added or removed is an entry",
    "socialaccount_socialaccount": "allauth's link to an outside login; that it was made is an entry",
    "socialaccount_socialapp": "allauth's settings of an outside login",
    "socialaccount_socialtoken": "allauth's; unused",
    "usersessions_usersession": "allauth's list of sessions, of the same life as they are",
}


@dataclass(slots=True, eq=False)
class Write:
    """One statement that wrote a table, in one transaction. Called when the transaction commits."""

    table: str
    transaction: object
    done: list["Write"]

    def __call__(self) -> None:
        self.done.append(self)


@dataclass(slots=True)
class WriteWatch:
    """What was written since the last look."""

    domain: Callable[[], frozenset[str]]
    done: list[Write] = field(default_factory=list)
    count: int = 0  # of all writes that were ever seen

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        result = execute(sql, params, many, context)
        for table in WRITTEN.findall(sql):
            self._note(context["connection"], table.lower())
        return result

    def untold(self, connection: Any) -> list[str]:
        """Domain tables that a transaction wrote without an entry after it, committed or still open; then forgets."""
        open_still = [call for _, call, _ in connection.run_on_commit if isinstance(call, Write)]
        by_transaction: dict[object, list[str]] = {}
        for write in (*self.done, *open_still):
            tables = by_transaction.setdefault(write.transaction, [])
            if write.table == ENTRIES:
                tables.clear()
            else:
                tables.append(write.table)
        self.done.clear()
        return sorted({table for tables in by_transaction.values() for table in tables})

    def _note(self, connection: Any, table: str) -> None:
        self.count += 1
        if table == ENTRIES or table in self.domain():
            connection.on_commit(Write(table, _transaction_of(connection), self.done))


def _transaction_of(connection: Any) -> object:
    """What stands for the outermost transaction of the product: its savepoint within a test's own, or itself."""
    for place, block in enumerate(connection.atomic_blocks):
        if not block._from_testcase:
            return connection.savepoint_ids[place - 1] if place else _begun(connection)
    return object()  # committed at once, alone


def _begun(connection: Any) -> object:
    earlier = [call.transaction for _, call, _ in connection.run_on_commit if isinstance(call, Write)]
    return earlier[0] if earlier else object()


def domain_tables() -> frozenset[str]:
    """The tables of every recorded model."""
    from thidua.apps.ledger.bridge import recorded_models

    return frozenset(model._meta.db_table for model in recorded_models())


def installed_tables() -> Iterator[str]:
    """Every table that the installation has."""
    from django.apps import apps

    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            yield model._meta.db_table


WATCH = WriteWatch(domain_tables)


def watch_connection(*, connection: Any, **_: Any) -> None:
    """Stand between a connection that has just opened and its driver."""
    if WATCH not in connection.execute_wrappers:
        connection.execute_wrappers.append(WATCH)


def pytest_configure() -> None:
    from django.db.backends.signals import connection_created

    connection_created.connect(watch_connection, dispatch_uid="tests.write_watch")
