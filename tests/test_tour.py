"""The tour of the documentation is true: its commands print its lines, and its files exist."""

import re
from pathlib import Path

import pytest

from thidua.cli.main import main

ROOT = Path(__file__).parents[1]
TOUR = (ROOT / "docs/tour.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"```console\n\$ thidua (.*)\n((?:.*\n)*?)```", TOUR)


def test_the_tour_has_its_two_commands() -> None:
    assert [command.split()[0] for command, _lines in SESSIONS] == ["explain", "score"]


@pytest.mark.parametrize(("command", "expected"), SESSIONS, ids=[command for command, _lines in SESSIONS])
def test_every_line_of_the_tour_is_printed(
    command: str, expected: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(command.split()) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line for line in expected.splitlines() if line not in printed] == []


def test_every_file_that_the_tour_names_exists() -> None:
    named = set(re.findall(r"`((?:src|examples|tests)/[^`]+)`", TOUR))
    assert len(named) > 15
    assert sorted(path for path in named if not (ROOT / path).exists()) == []
