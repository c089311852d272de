"""The file for outsiders, and the one-file checker that shares no code with us: both sides agree, on sound files and on
files that somebody touched.
"""

import ast
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import thidua.files.ledger_check as checker
from ledger_cases import write_two_entries
from thidua.apps import clock
from thidua.apps.access.events import ACCOUNT_CREATED
from thidua.apps.access.models import Account
from thidua.apps.ledger.append import MOST_ROWS
from thidua.apps.ledger.erasure import erase
from thidua.apps.ledger.export import export_lines
from thidua.apps.ledger.models import Entry
from thidua.apps.ledger.seals import seal_heads
from thidua.apps.ledger.selectors import head_line
from thidua.apps.ledger.services import recording
from thidua.core.ledger.entry import INSTALLATION, Author

pytestmark = pytest.mark.django_db
CHECKER = Path(checker.__file__)


@pytest.fixture
def lines(author: Author) -> list[str]:
    """A chain with everything: texts, an erased one, a bulk entry, a seal."""
    account = write_two_entries(author)
    many = [Account(username=f"can.bo.{number}", full_name=f"Cán bộ {number}") for number in range(MOST_ROWS + 1)]
    with recording(ACCOUNT_CREATED, by=author, texts={"subject": "", "username": account.username}) as record:
        record.save_many(many)
    entry = Entry.objects.get(height=2)
    erase(by=author, entry=entry, field="subject", reason="Theo đơn", document="12/QĐ")
    seal_heads(by=author)
    return list(export_lines())


def told_by_checker(lines: list[str], *heads: str) -> list[str]:
    """The codes of all that the checker finds."""
    found: list[str] = []
    checker.check(iter(lines), [checker.read_head(head) for head in heads], lambda code, **_: found.append(code))
    return found


def changed(line: str, change: Callable[[dict[str, object]], None]) -> str:
    entry = json.loads(line)
    change(entry)
    return json.dumps(entry, ensure_ascii=False)


def test_a_sound_file_fits(lines: list[str]) -> None:
    assert len(lines) == 6
    assert told_by_checker(lines, head_line(INSTALLATION), f"{INSTALLATION} {head_line(INSTALLATION)}") == []


def test_the_checker_runs_alone(lines: list[str], tmp_path: Path) -> None:
    file = tmp_path / "so.jsonl"
    file.write_text("".join(lines), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", "-S", CHECKER, file], check=True, capture_output=True, encoding="utf-8"
    )
    utc = clock.now().date().isoformat()
    assert done.stdout.splitlines() == [
        f"installation: 5 mục, từ {utc} đến {utc}, đầu chuỗi {head_line(INSTALLATION)}",
        f"installation: mục 2: “subject” đã xóa theo mục 4 ngày {utc}",
        "Khớp tất cả.",
    ]


def test_the_checker_needs_the_standard_library_alone() -> None:
    tree = ast.parse(CHECKER.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= sys.stdlib_module_names


def test_texts_may_stay_at_home(lines: list[str]) -> None:
    silent = list(export_lines([INSTALLATION], with_texts=False))
    assert "Nguyễn Văn An" in "".join(lines)
    assert "Nguyễn Văn An" not in "".join(silent)
    assert told_by_checker(silent) == []


@pytest.mark.parametrize(
    ("at", "change", "found"),
    [
        (1, lambda entry: entry.update(body=entry["body"].replace("access", "axcess")), ["digest"]),
        (1, lambda entry: entry.update(digest="0" * 64), ["digest", "link"]),
        (1, lambda entry: entry["texts"]["actor"].update(text="Ai đó"), ["text"]),
        (1, lambda entry: entry["texts"].pop("actor"), ["gone"]),
        (2, lambda entry: entry.update(height=7), ["gone", "height", "height", "place", "risen"]),
        (2, lambda entry: entry["texts"].update(subject={"salt": "00", "text": "x"}), ["text", "risen"]),
        (3, lambda entry: entry["rows"].reverse(), ["rows"]),
        (3, lambda entry: entry["rows"].pop(), ["rows"]),
        (4, lambda entry: entry.update(chain="season:x"), ["gone", "height", "link", "unreadable"]),
    ],
)
def test_each_touch_is_named(
    lines: list[str], at: int, change: Callable[[dict[str, object]], None], found: list[str]
) -> None:
    lines[at] = changed(lines[at], change)
    assert sorted(told_by_checker(lines)) == sorted(found)


def test_a_line_that_is_gone_or_twice_there_is_named(lines: list[str]) -> None:
    assert told_by_checker(lines[:2] + lines[3:]) == ["height", "link", "risen"]
    assert told_by_checker(lines[:3] + lines[2:]) == ["height", "link"]
    assert told_by_checker(lines[:-1]) == ["cut"]
    assert told_by_checker(lines, f"3·{'ab' * 8}", "9·5be2 91c4 0f37 aa21") == ["head", "head"]
    assert told_by_checker(["{}"]) == ["format"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_single_character_changes_unseen(lines: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(lines) - 1))
    place = data.draw(st.integers(0, len(lines[at]) - 2))
    other = data.draw(st.sampled_from('0aá{"\\,x').filter(lambda new: new != lines[at][place]))
    touched = lines[at][:place] + other + lines[at][place + 1 :]
    assume(not means_the_same(touched, lines[at]))
    assert told_by_checker([*lines[:at], touched, *lines[at + 1 :]]) != []


def means_the_same(one: str, other: str) -> bool:
    """An escape may be spelled in two ways, and a key that nobody reads may have any name."""
    try:
        return bool(json.loads(one) == json.loads(other))
    except ValueError:
        return False
