"""The health page: 200 while all is well, 503 with the reason otherwise; nobody need sign in."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from thidua.apps import clock
from thidua.apps.access.services import create_account
from thidua.core.ledger.entry import Author
from thidua.files.certificates import SERVER, issue, make_authority, write

pytestmark = pytest.mark.django_db
WELL = {"database": "ok", "migrations": "ok", "guards": "ok", "clock": "ok", "disk": "ok", "certificate": "ok"}


@pytest.fixture(autouse=True)
def data_dir(settings: Settings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def ask(client: Client) -> tuple[int, dict[str, str]]:
    answer = client.get("/suc-khoe/")
    return answer.status_code, json.loads(answer.content)["signs"]


def test_a_new_installation_is_well(client: Client) -> None:
    assert ask(client) == (200, WELL)


def test_people_get_a_page(client: Client) -> None:
    answer = client.get("/suc-khoe/", headers={"accept": "text/html"})
    assert answer.status_code == 200
    assert "Mọi thứ đều tốt" in answer.content.decode()


def test_a_clock_that_went_back_is_told(client: Client, author: Author) -> None:
    create_account(by=author, username="an.nv", full_name="Nguyễn Văn An", password="một hai ba bốn")  # noqa: S106
    with clock.standing_at(clock.now() - timedelta(days=2)):
        assert ask(client) == (503, WELL | {"clock": "server.clock_behind"})
        page = client.get("/suc-khoe/", headers={"accept": "text/html"}).content.decode()
    assert "trong khi sổ nhật ký đã có mục ngày" in page
    assert "Nguyễn" not in page


def test_a_certificate_that_ends_soon_is_told(client: Client, data_dir: Path) -> None:
    (data_dir / "tls").mkdir()
    old = datetime.now(UTC) - timedelta(days=380)
    write(issue(make_authority("thidua.example", at=old), at=old), data_dir / "tls", SERVER)
    assert ask(client) == (503, WELL | {"certificate": "server.certificate_ends"})


def test_tables_that_lack_an_update_are_told(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'access'")
    assert ask(client)[1]["migrations"] == "server.migrations_missing"


SILENT = """
import django; django.setup()
from django.test import Client
answer = Client().get("/suc-khoe/")
print(answer.status_code, answer.content.decode())
"""


def test_a_database_that_is_silent_is_told(tmp_path: Path) -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "thidua.config.settings.test"}
    environment["DATABASE_URL"] = f"sqlite:///{tmp_path}/nowhere/thidua.db"
    done = subprocess.run(
        [sys.executable, "-c", SILENT], env=environment, cwd=tmp_path, check=True, capture_output=True, encoding="utf-8"
    )
    status, signs = done.stdout.split(maxsplit=1)
    assert (status, json.loads(signs)["signs"]) == (
        "503",
        {"database": "server.database_silent", "disk": "ok", "certificate": "ok"},
    )


def test_asking_for_health_writes_nothing_and_knows_nobody(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(12) as asked:
        client.get("/suc-khoe/")
    assert [query["sql"] for query in asked.captured_queries if not query["sql"].lstrip().startswith("SELECT")] == []
