"""What stands in the log, and what never does."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.test import Client

from thidua.apps.access.models import Account
from thidua.apps.access.services import create_account
from thidua.config.logs import JsonLines
from thidua.core.ledger.entry import Author

PERSONAL = ["Nguyễn", "Văn An", "an.nv", "một hai ba bốn", "bí mật", "10.11.12.13"]


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Everything that is logged meanwhile, as it would be written."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    root, ours = logging.getLogger(), logging.getLogger("thidua")
    before = root.level, ours.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    ours.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before[0])
    ours.setLevel(before[1])


def read(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.mark.django_db
def test_a_request_leaves_one_line(client: Client, author: Author, lines: io.StringIO) -> None:
    account = create_account(by=author, username="an.nv", full_name="Nguyễn Văn An", password="một hai ba bốn")  # noqa: S106
    client.force_login(account)
    answer = client.get("/?tim=bí+mật", REMOTE_ADDR="10.11.12.13")
    (line,) = [one for one in read(lines) if one["event"] == "request"]
    assert line.pop("time")
    assert line.pop("ms")
    assert line == {
        "level": "info",
        "event": "request",
        "request_id": answer.headers["X-Request-ID"],
        "route": "home",
        "method": "GET",
        "status": answer.status_code,
        "actor": str(account.pk),
    }
    assert [word for word in PERSONAL if word in lines.getvalue()] == []


@pytest.mark.django_db
def test_an_attempt_to_sign_in_leaves_no_name(client: Client, lines: io.StringIO) -> None:
    client.post("/dang-nhap/?next=/bí-mật/", {"username": "an.nv", "password": "một hai ba bốn"})
    assert len(read(lines)) >= 1
    assert [word for word in PERSONAL if word in lines.getvalue()] == []


@pytest.mark.django_db
def test_an_address_that_is_none_of_ours_is_not_repeated(client: Client, lines: io.StringIO) -> None:
    client.get("/bí-mật/an.nv/")
    assert [one["status"] for one in read(lines) if one["event"] == "request"] == [404]
    assert [word for word in PERSONAL if word in lines.getvalue()] == []


@pytest.mark.django_db(transaction=True)
def test_an_error_tells_its_kind_and_place_but_no_value(author: Author, lines: io.StringIO) -> None:
    create_account(by=author, username="an.nv", full_name="Nguyễn Văn An", password="một hai ba bốn")  # noqa: S106
    try:
        Account.objects.create(username="an.nv", full_name="Nguyễn Văn An")
    except Exception:
        logging.getLogger("django.request").exception("Internal Server Error: %s", "/tim/?q=bí mật")
    (line,) = read(lines)
    assert (line["level"], line["event"], line["exception"]) == ("error", "django.request", "IntegrityError")
    assert line["text"] == "Internal Server Error: %s"
    assert any("django/db/backends" in place for place in line["at"])  # type: ignore[attr-defined]
    assert [word for word in PERSONAL if word in lines.getvalue()] == []
