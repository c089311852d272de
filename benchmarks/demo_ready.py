"""`make demo` is ready within a minute of the installation: tables, assets, three seasons, and a page that answers.

The peer is the minute that people wait before they doubt: the one figure here that is no ratio of two programs.
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

from harness import MINIMUM_RUNS, report

ROOT = Path(__file__).parents[1]
MINUTE = 60.0


def seconds_until_ready(folder: Path) -> float:
    """From the command to the first page, on an empty folder."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    command = [Path(sys.executable).with_name("thidua"), "demo", "--port", str(port), "--data", folder]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while str(port) not in process.stdout.readline():
            assert process.poll() is None
        with urlopen(f"http://127.0.0.1:{port}/dang-nhap/") as answer:
            assert answer.status == 200
        taken = time.perf_counter() - started
        process.terminate()
    return taken


def main() -> None:
    """Measures and prints the line."""
    taken = []
    for _ in range(MINIMUM_RUNS):
        with tempfile.TemporaryDirectory() as folder:
            taken.append(seconds_until_ready(Path(folder) / "demo"))
    report("demo_ready", statistics.median(taken) / MINUTE, "<=1", "a minute")


if __name__ == "__main__":
    main()
