"""Every trap of docs/traps.md names the tests that keep us out of it, and each of them exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "docs" / "traps.md").read_text(encoding="utf-8").splitlines()
TRAPS = [line for line in LINES if line.startswith("| ") and not line.startswith("| Trap |")]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def test_the_traps_of_the_neighbours_are_all_there() -> None:
    assert len(TRAPS) == 14


@pytest.mark.parametrize("row", TRAPS, ids=lambda row: row.split("|")[1].strip()[:40])
def test_every_trap_has_its_tests(row: str) -> None:
    named = NAMED.findall(row)
    assert named
    for path, name in named:
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), f"{path}::{name}"
