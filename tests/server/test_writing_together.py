"""Many writers at once, as processes with threads: nobody fails, nothing is lost, the chains stay whole; and a writer
that is killed in the middle leaves nothing half-saved.

`LOAD_SECONDS=60` makes the load longer.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from own_database import own_database
from server_process import environment, serving

pytestmark = [pytest.mark.rows, pytest.mark.usefixtures("loopback")]
SECONDS = float(os.environ.get("LOAD_SECONDS", "10"))
LOAD = Path(__file__).parents[1] / "writing_load.py"
SEASONS = WRITERS = 8
SETTLED = 2  # seconds after which every writer has begun


@dataclass(frozen=True, slots=True)
class Found:
    """What the ledger finds, the keys of all rows, and the height of each chain."""

    problems: list[str]
    rows: list[str]
    heights: dict[str, int]


class Installation:
    """A database with seasons, and what is done to it from other processes."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.environment = environment(DATABASE_URL=address, DJANGO_SETTINGS_MODULE="thidua.config.settings.test")

    def start(self, *words: str) -> subprocess.Popen[str]:
        """A process of the load."""
        return subprocess.Popen(
            [sys.executable, LOAD, *words], env=self.environment, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def run(self, *words: str) -> list[str]:
        """What a process of the load printed, once it has ended well."""
        with self.start(*words) as process:
            output, _ = process.communicate(timeout=120)
        assert process.returncode == 0
        return output.splitlines()

    def write(self, seconds: float, seasons: list[int]) -> list[str]:
        """What eight writers in two processes printed."""
        words = [str(season) for season in seasons]
        processes = [self.start("write", str(seconds), *half) for half in (words[:4], words[4:])]
        outputs = [process.communicate(timeout=seconds + 120)[0] for process in processes]
        assert [process.returncode for process in processes] == [0, 0]
        return "".join(outputs).splitlines()

    def verify(self) -> Found:
        """Everything that a later reader can see."""
        return Found(**json.loads(self.run("verify")[0]))


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    with own_database(tmp_path) as address:
        one = Installation(address)
        one.run("prepare", str(SEASONS))
        yield one


@pytest.mark.parametrize("seasons", [[0] * WRITERS, list(range(WRITERS))], ids=["one season", "eight seasons"])
def test_eight_writers_lose_nothing(installation: Installation, seasons: list[int]) -> None:
    said = installation.write(SECONDS, seasons)
    assert [line for line in said if line.startswith("FAILED")] == []
    assert len(said) > SECONDS  # more than a trickle
    found = installation.verify()
    assert found.problems == []
    assert found.rows == sorted(said)
    entries = sum(height for chain, height in found.heights.items() if chain.startswith("season:"))
    assert entries == SEASONS + len(said)  # a season's chain begins with its opening


def test_writers_that_are_killed_leave_nothing_half_saved(installation: Installation, tmp_path: Path) -> None:
    writers = [installation.start("write", "60", "0", "0", "1", "2") for _ in range(2)]
    first = [writer.stdout.readline().strip() for writer in writers if writer.stdout]  # both are at it
    time.sleep(SETTLED)
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
    said = first + "".join(writer.communicate()[0] for writer in writers).splitlines()
    assert [writer.returncode for writer in writers] == [-signal.SIGKILL, -signal.SIGKILL]
    assert [line for line in said if line.startswith("FAILED")] == []

    found = installation.verify()
    assert found.problems == []
    assert set(said) - set(found.rows) == set()  # what was told as saved is there
    assert len(set(found.rows) - set(said)) <= WRITERS  # saved, but killed before it was told: one a writer at most
    data = str(tmp_path / "data")
    with serving("serve", "--data", data, log=tmp_path / "log", DATABASE_URL=installation.address) as server:
        assert server.get("/suc-khoe/")[0] == 200
    assert len(installation.run("write", "0.5", "0")) >= 1
    assert installation.verify().problems == []
