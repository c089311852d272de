"""Seasons do not wait for each other: eight writers on eight seasons, beside the same eight on one season.

On PostgreSQL, safe against a power cut (fsync), through a service of the product: checks, a row, its ledger entry. Each
season has its own chain, and nothing but a chain's head makes writers wait.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from harness import alternate, report, skip, times_faster

ROOT = Path(__file__).parents[1]
LOAD = ROOT / "tests" / "writing_load.py"
WRITERS = 8
ROWS = 15  # of each writer, each time
NO_POSTGRESQL = 3


class Writers:
    """Eight processes that write when they are asked."""

    def __init__(self, seasons: Sequence[int]) -> None:
        self.processes = [
            subprocess.Popen(
                [sys.executable, LOAD, "stay", str(season)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,  # Linux shares a busy machine out by sessions, and a server has its own
            )
            for season in seasons
        ]
        self._hear(b"ready")

    def write(self) -> int:
        """Let all write at once; how many rows that makes."""
        for process in self.processes:
            assert process.stdin is not None
            process.stdin.write(b"%d\n" % ROWS)
            process.stdin.flush()
        self._hear(b"%d" % ROWS)
        return ROWS * len(self.processes)

    def end(self) -> None:
        """No more rows."""
        for process in self.processes:
            process.communicate()

    def _hear(self, word: bytes) -> None:
        for process in self.processes:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == word


def main() -> int:
    """Starts a database if there is none, then measures and prints the line."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        done = subprocess.run(["sh", ROOT / "tools" / "postgres.sh", sys.executable, __file__], check=False)
        if done.returncode == NO_POSTGRESQL:
            skip("seasons_in_parallel", "postgresql")
            return 0
        return done.returncode
    os.environ["DJANGO_SETTINGS_MODULE"] = "thidua.config.settings.test"
    subprocess.run([sys.executable, LOAD, "prepare", str(WRITERS)], check=True)
    apart, together = Writers(range(WRITERS)), Writers([0] * WRITERS)
    ours, peer = alternate(apart.write, together.write, runs=7)
    apart.end()
    together.end()
    report("seasons_in_parallel", times_faster(ours, peer), ">=1.5", "the same eight writers on one season")
    return 0


if __name__ == "__main__":
    sys.exit(main())
