"""Addresses of databases, the kept key, and what a real installation refuses to start with."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.db import connection
from pytest_django import Settings

from thidua.config.databases import database_of
from thidua.config.secret import kept_key


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("sqlite:///folder/thidua.db", "folder/thidua.db"),
        ("sqlite:////srv/thi%20dua/thidua.db", "/srv/thi dua/thidua.db"),
        ("sqlite:///:memory:", ":memory:"),
    ],
)
def test_a_file_is_read_off_its_address(address: str, name: str) -> None:
    assert database_of(address)["NAME"] == name


def test_postgresql_is_read_off_its_address() -> None:
    found = database_of("postgres://an%40b:m%2Fk@DB.local:5433/thi%20dua?sslmode=verify-full")
    assert {key: found[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "thi dua",
        "USER": "an@b",
        "PASSWORD": "m/k",
        "HOST": "db.local",
        "PORT": "5433",
    }
    assert found["OPTIONS"]["sslmode"] == "verify-full"
    assert "pool" in found["OPTIONS"]


def test_behind_a_pooler_we_keep_no_connection() -> None:
    found = database_of("postgres:///thidua?host=/var/run/postgresql&pgbouncer=yes")
    assert found["OPTIONS"].keys() == {"isolation_level", "host"}
    assert found["DISABLE_SERVER_SIDE_CURSORS"]


def test_an_address_of_another_kind_is_refused_without_showing_its_password() -> None:
    with pytest.raises(ValueError, match=r"sqlite:///… / postgres://…") as refusal:
        database_of("mysql://an:secret@host/thidua")
    assert "secret" not in str(refusal.value)


@pytest.mark.django_db
def test_a_connection_has_the_promised_settings() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous")
            assert cursor.fetchone() == (2,)  # FULL
        else:
            cursor.execute("SHOW transaction_isolation")
            assert cursor.fetchone() == ("read committed",)


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with ThreadPoolExecutor(8) as threads:
        keys = set(threads.map(lambda _: kept_key(folder), range(40)))
    assert len(keys) == 1
    assert len(keys.pop()) >= 50
    assert [path.name for path in folder.iterdir()] == ["secret.key"]
    assert stat.S_IMODE((folder / "secret.key").stat().st_mode) == 0o600


@pytest.fixture
def real(settings: Settings, tmp_path: Path) -> Settings:
    """Settings of a real installation, all in order."""
    settings.THIDUA_PRODUCTION = True
    settings.DATA_DIR = tmp_path
    settings.SECRET_KEY = kept_key(tmp_path)
    settings.ALLOWED_HOSTS = ["thidua.example"]
    return settings


def faults() -> list[str]:
    return [str(message.id) for message in run_checks() if str(message.id).startswith("server.")]


def test_settings_in_order_pass(real: Settings) -> None:
    assert faults() == []


def test_everything_unsafe_is_named_at_once(real: Settings) -> None:
    real.THIDUA_CLOCK_SHIFT = timedelta(days=-700)
    real.DEBUG = True
    real.ALLOWED_HOSTS = ["*"]
    real.SECRET_KEY = "a" * 80
    (real.DATA_DIR / "secret.key").chmod(0o644)
    assert faults() == [
        "server.clock_is_set",
        "server.debug",
        "server.no_hosts",
        "server.plain_key",
        "server.open_key",
    ]


def test_a_demonstration_may_do_all_of_it(real: Settings) -> None:
    real.THIDUA_PRODUCTION = False
    real.THIDUA_CLOCK_SHIFT = timedelta(days=-700)
    assert faults() == []


def test_the_real_settings_load_and_are_checked_in_a_fresh_process(tmp_path: Path) -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "thidua.config.settings.production"}
    environment |= {"THIDUA_DATA": str(tmp_path), "DATABASE_URL": "", "THIDUA_CLOCK_SHIFT": "3600"}
    done = subprocess.run(
        [sys.executable, "-m", "django", "check"], env=environment, check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert "(server.clock_is_set) Đồng hồ đang bị đặt lệch." in done.stderr
    assert "(server.no_hosts) Chưa ghi tên máy chủ" in done.stderr
    assert "server.plain_key" not in done.stderr
