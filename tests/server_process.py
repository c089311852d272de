"""The real server as a process of its own: started, waited for, asked, stopped."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

THIDUA = Path(sys.executable).with_name("thidua")
STARTS_WITHIN = 60


@dataclass(slots=True)
class ServerProcess:
    """A running `thidua …` that has told its address."""

    process: subprocess.Popen[str]
    port: int
    said: list[str]
    log: Path

    def get(self, path: str, *, timeout: float = 10, **headers: str) -> tuple[int, str]:
        """Status and text of a page."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def stop(self, sign: signal.Signals = signal.SIGTERM) -> int:
        """The exit code after a signal."""
        self.process.send_signal(sign)
        return self.process.wait(timeout=40)


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def environment(**changes: str) -> dict[str, str]:
    """The environment of a person who just opened a terminal: nothing of the tests' own settings."""
    ours = ("DJANGO_SETTINGS_MODULE", "DATABASE_URL", "THIDUA_DATA", "THIDUA_HOSTS", "THIDUA_CLOCK_SHIFT")
    return {**{name: value for name, value in os.environ.items() if name not in ours}, **changes}


@contextmanager
def serving(*words: str, log: Path, port: int | None = None, **changes: str) -> Iterator[ServerProcess]:
    """`thidua WORDS --port …` in a session of its own; whatever still runs of it at the end is killed."""
    port = port or free_port()
    with (
        log.open("w", encoding="utf-8") as errors,
        subprocess.Popen(
            [THIDUA, *words, "--port", str(port)],
            env=environment(**changes),
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
            start_new_session=True,
        ) as process,
    ):
        try:
            yield ServerProcess(process, port, _read_until_address(process, log), log)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def _read_until_address(process: subprocess.Popen[str], log: Path) -> list[str]:
    assert process.stdout is not None
    said: list[str] = []
    for line in process.stdout:
        said.append(line.rstrip("\n"))
        if re.search(r"https?://\S+:\d+/", line):
            return said
    raise AssertionError(f"{said} {log.read_text(encoding='utf-8')}")


def members(session: int) -> list[int]:
    """The processes of a session that are still there."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found


def are_gone(session: int) -> bool:
    """Whether every process of a session ends within a moment."""
    for _ in range(100):
        if not members(session):
            return True
        time.sleep(0.1)
    return False
