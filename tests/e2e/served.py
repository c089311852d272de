"""The application as it is installed: its own process, its own SQLite file, compressed assets, a set clock. Only hashes
of passwords are quick ones.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from closed_network import open_to_this_machine

CLOCK = datetime(2024, 11, 23, 14, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Served:
    """Where the application answers, and by user name a session that is signed in and the key of the account."""

    address: str
    sessions: dict[str, str]
    keys: dict[str, str]

    def address_of(self, path: str) -> str:
        """The whole address; `{ten_dai}` in a path stands for the key of the account `ten-dai`."""
        return self.address + path.format(**{re.sub(r"\W", "_", name): key for name, key in self.keys.items()})


@contextmanager
def serve(folder: Path, script: str = "prepare.py", *, clock: datetime = CLOCK) -> Iterator[Served]:
    """The application over the world of the tests, or over the one that another script makes, until the block ends."""
    environment = _environment(folder, clock)
    if not (folder / "thidua.db").exists():  # a story may go on in its folder, on another day
        shutil.copytree(_empty().name, folder, dirs_exist_ok=True)
    people = [line.split() for line in _run(environment, str(HERE / script)).splitlines() if line]
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(
            [*command, "thidua.config.wsgi:application"], env=environment, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/dang-nhap/")
            yield Served(
                f"http://127.0.0.1:{port}",
                sessions={name: session for name, session, _ in people},
                keys={name: key for name, _, key in people},
            )
        finally:
            process.terminate()
            process.wait(timeout=20)


@cache
def _empty() -> TemporaryDirectory[str]:
    """An installation with nothing in it: its tables and assets are made once, and copied for each story."""
    folder = TemporaryDirectory(prefix="thidua-empty-")
    environment = _environment(Path(folder.name), CLOCK)
    _run(environment, "-m", "django", "migrate", "--verbosity=0")
    _run(environment, "-m", "django", "collectstatic", "--verbosity=0", "--no-input")
    return folder


def _environment(folder: Path, clock: datetime) -> dict[str, str]:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "e2e.served_settings",
        "DATABASE_URL": "",
        "PYTHONPATH": os.pathsep.join([str(HERE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]),
        "THIDUA_DATA": str(folder),
        "THIDUA_CLOCK_SHIFT": str((clock - datetime.now(UTC)).total_seconds()),
    }


def _run(environment: dict[str, str], *words: str) -> str:
    """What a program prints; in a process of its own, since this one has its own settings."""
    command = [sys.executable, *words]
    program = subprocess.run(command, env=environment, check=False, capture_output=True, encoding="utf-8")
    assert program.returncode == 0, program.stderr
    return program.stdout


def _free_port() -> int:
    with open_to_this_machine(), socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return int(server.getsockname()[1])


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            with open_to_this_machine(), urllib.request.urlopen(address, timeout=10):  # noqa: S310 - http by itself
                return
        except OSError:  # refused, or slow to begin
            assert time.monotonic() < deadline, f"{address} does not answer"
            time.sleep(0.1)
