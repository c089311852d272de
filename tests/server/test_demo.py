"""`thidua demo` as a process: it loads once, keeps what was done, never goes back in time, touches no real data."""

import os
import re
import signal
import sqlite3
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import psycopg
import pytest

from own_database import own_database
from server_process import THIDUA, are_gone, environment, free_port, serving

pytestmark = pytest.mark.usefixtures("loopback")
STORY = Path(__file__).parents[2] / "examples" / "demo"
ROLES = 8
HANOI = timezone(timedelta(hours=7))


def refused(*words: str, **changes: str) -> str:
    """What a demonstration that must not start says."""
    done = subprocess.run(
        [THIDUA, "demo", str(STORY), "--port", str(free_port()), *words],
        env=environment(**changes),
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    return done.stderr


def moment_in(line: str) -> datetime:
    """The time that a line tells."""
    found = re.search(r"\d\d:\d\d, \d\d/\d\d/\d{4}", line)
    assert found is not None
    return datetime.strptime(found[0], "%H:%M, %d/%m/%Y").replace(tzinfo=HANOI)


@pytest.mark.rows
def test_it_is_loaded_once_never_runs_back_and_begins_anew_when_asked(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with own_database(tmp_path) as address:
        words, keep = ("demo", str(STORY), "--data", str(tmp_path / "data")), {"log": log, "DATABASE_URL": address}
        with serving(*words, "--at", "2025-01-06T08:00", **keep) as server:
            assert server.said[0] == "Đồng hồ đặt ở 08:00, 06/01/2025 và chạy tiếp từ đó."
            assert "thi-dua-2024" in server.said[1]
            assert len([line for line in server.said if line.startswith("  ")]) == ROLES
            assert server.said[-1] == f"Thi đua: http://127.0.0.1:{server.port}/"
            assert server.get("/suc-khoe/")[0] == 200
            assert server.stop(signal.SIGINT) == 0
            assert are_gone(server.process.pid)
        loaded = count_entries(address)
        with serving(*words, **keep) as server:  # the default, November, lies before what is written
            assert "sổ nhật ký đã có mục đến lúc ấy" in server.said[0]
            assert moment_in(server.said[0]) >= datetime(2025, 1, 6, 8, tzinfo=HANOI)
            assert server.get("/suc-khoe/")[0] == 200
            assert server.stop() == 0
        assert count_entries(address) == loaded
        with serving(*words, "--fresh", **keep) as server:
            assert moment_in(server.said[0]) == datetime(2024, 11, 23, 14, tzinfo=HANOI)
        assert "Traceback" not in log.read_text(encoding="utf-8")


def count_entries(address: str) -> int:
    """How many entries the ledger has, asked without Django."""
    if address.startswith("sqlite"):
        with sqlite3.connect(address.removeprefix("sqlite:///")) as connection:
            (count,) = connection.execute("SELECT count(*) FROM ledger_entry").fetchone()
        connection.close()
    else:
        with psycopg.connect(address) as other:
            (count,) = other.execute("SELECT count(*) FROM ledger_entry").fetchone() or (0,)
    return int(count)


@pytest.mark.rows
def test_real_data_are_neither_shown_under_a_set_clock_nor_deleted(tmp_path: Path) -> None:
    with own_database(tmp_path) as address:
        make_real(address, tmp_path)
        before = count_entries(address)
        for fresh in ((), ("--fresh",)):
            said = refused("--data", str(tmp_path / "data"), *fresh, DATABASE_URL=address)
            assert "đang dùng thật, không phải bản trình diễn" in said
            assert count_entries(address) == before > 0


def make_real(address: str, folder: Path) -> None:
    """An installation with an account of its own."""
    script = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from thidua.apps.access.services import create_account
from thidua.core.ledger.entry import Author
create_account(by=Author("x", "An"), username="an.nv", full_name="Nguyễn Văn An", password="một hai ba bốn năm")
"""
    environ = environment(DATABASE_URL=address, DJANGO_SETTINGS_MODULE="thidua.config.settings.test")
    subprocess.run([str(THIDUA.with_name("python")), "-c", script], env=environ, cwd=folder, check=True)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("hôm nay", "Không đọc được thời điểm hôm nay"),
        ("2024-13-01T08:00", "Viết như 2024-11-23T14:00"),
        ("2001-01-01", "trước ngày đầu của bản trình diễn"),
    ],
)
def test_a_time_that_cannot_be_is_told(tmp_path: Path, at: str, told: str) -> None:
    assert told in refused("--data", str(tmp_path / "data"), "--at", at)


def test_make_passes_everything_on() -> None:
    words = ["make", "--dry-run", "demo", "PORT=8123", "DIR=/tmp/thu", "AT=2024-12-20T08:00", "FRESH=1"]
    apart = {key: value for key, value in os.environ.items() if key not in {"MAKEFLAGS", "MAKELEVEL"}}
    done = subprocess.run(words, cwd=STORY.parents[1], env=apart, check=True, capture_output=True, encoding="utf-8")
    told = done.stdout.splitlines()[-1]
    assert told == '.venv/bin/thidua demo --port "8123" --data "/tmp/thu" --at "2024-12-20T08:00" --fresh'
