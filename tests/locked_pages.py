"""Run as a program: opens every page of the browser's list while another connection holds the write lock, and prints a
line of JSON for each: its name, the status expected and the status found.

Our connection waits for no lock: a GET that writes, or that asks for the lock at all, shows as a status of 500.
"""

import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import django

django.setup()

import psycopg  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from e2e.pages import PAGES, Page  # noqa: E402
from e2e.served import CLOCK  # noqa: E402
from e2e.story import add_second_step, write_places, write_story  # noqa: E402
from thidua.apps.access.models import Account  # noqa: E402
from thidua.apps.clock import standing_at  # noqa: E402


def main() -> None:
    call_command("migrate", verbosity=0)
    with standing_at(CLOCK):
        accounts, _ = write_story()
        add_second_step()
        keys = {_name(account.username): str(account.pk) for account in accounts} | write_places()
    clients = {name: _client(name) for name in {page.username for page in PAGES}}
    pages = [page for page in PAGES if not page.typed]
    with standing_at(CLOCK):
        _never_wait()
        with _write_lock():
            for page in pages:
                _tell(page, _open(page, clients[page.username], keys))


def _name(username: str) -> str:
    """A username as addresses of the list of pages hold it."""
    return username.replace("-", "_").replace(".", "_")


def _client(username: str) -> Client:
    client = Client(raise_request_exception=False)
    if username:
        client.force_login(Account.objects.get(username=username))
    return client


def _open(page: Page, client: Client, keys: dict[str, str]) -> int:
    return client.get(page.path.format(**keys), headers={"accept-language": page.language}).status_code


def _tell(page: Page, found: int) -> None:
    sys.stdout.write(json.dumps({"name": page.name, "expected": page.status, "found": found}) + "\n")


def _never_wait() -> None:
    """Our own connection gives up at the first lock that it cannot take (1 ms: 0 means for ever to PostgreSQL)."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA busy_timeout = 0")
        else:
            cursor.execute("SET lock_timeout = '1ms'")


@contextmanager
def _write_lock() -> Iterator[None]:
    """Another connection writes and does not commit; on PostgreSQL it holds every table against writers."""
    if connection.vendor == "sqlite":
        other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
        other.close()
        return
    tables = ", ".join(connection.introspection.table_names())
    with psycopg.connect(os.environ["DATABASE_URL"]) as holder:
        holder.execute(f"LOCK TABLE {tables} IN EXCLUSIVE MODE")  # type: ignore[call-overload]
        yield
        holder.rollback()


main()
