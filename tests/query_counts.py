"""How many times a page asks the database, and that this does not grow with the rows that it shows."""

from collections.abc import Callable

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from thidua.apps.ledger.remembering import forget


def queries_of_any(client: Client, path: str) -> tuple[HttpResponse, list[str]]:
    """A page, whatever its status, and what it asks the database, statement by statement."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    return answer, [one["sql"] for one in asked.captured_queries]


def queries_of(client: Client, path: str) -> list[str]:
    """What a page asks the database, statement by statement."""
    answer, asked = queries_of_any(client, path)
    assert answer.status_code == 200, f"{path} answers {answer.status_code}"
    return asked


def assert_same_queries(client: Client, path: str, add_row: Callable[[], object]) -> None:
    """With one row and with three the page asks the same number of times, while the process remembers nothing of the
    installation, and the rows change what it shows.
    """
    add_row()
    client.get(path)  # what is asked once in the life of a process
    forget()
    one = queries_of(client, path)
    before = client.get(path).content
    add_row()
    add_row()
    forget()
    three = queries_of(client, path)
    assert client.get(path).content != before, f"{path} shows nothing of the rows that were added"
    assert len(one) == len(three), "\n".join(["asked with three rows:", *three])
