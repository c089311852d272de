"""The tool that puts mistakes into code: which mistakes it makes, that sound tests kill them, that idle ones do not."""

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = """
@decorated(1)
def first(rows: int = 3) -> "text":
    "docstring"
    if rows < 2 and not done:
        raise ValueError("text")
    for row in rows:
        total = min(total, -row)
    return total
"""


def mistakes(code: str) -> list[str]:
    spec = importlib.util.spec_from_file_location("mutate", ROOT / "tools" / "mutate.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    sys.modules["mutate"] = tool  # dataclasses look their module up
    spec.loader.exec_module(tool)
    found = []
    for index in range(len(list(tool.sites(ast.parse(code))))):
        tree = ast.parse(code)
        site = list(tool.sites(tree))[index]
        site.make()
        assert ast.unparse(tree) != ast.unparse(ast.parse(code))
        compile(tree, "<code>", "exec")
        found.append(f"{site.before} → {site.after}".replace("\n    ", " "))
    return found


def test_mistakes_are_small_and_leave_texts_and_annotations_alone() -> None:
    assert mistakes(CODE) == [
        "3 → 4",
        "rows < 2 and (not done) → rows < 2 or not done",
        "rows < 2 → rows <= 2",
        "2 → 3",
        "not done → done",
        "raise ValueError('text') → if False: raise ValueError('text')",
        "total = min(total, -row) → if False: total = min(total, -row)",
        "min(total, -row) → max(total, -row)",
        "-row → row",
        "return total → return None",
    ]


def run_tool(code: str, tests: str, out: Path) -> tuple[str, list[str]]:
    """Four mistakes in a file of ours, under some tests."""
    command = [sys.executable, "tools/mutate.py", "--code", code, "--sample", "4", "--seed", "5", "--tests", tests]
    done = subprocess.run([*command, "--out", str(out)], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()[-1], [line.split("\t")[0] for line in out.read_text(encoding="utf-8").splitlines()]


def test_tests_of_something_else_kill_nothing(tmp_path: Path) -> None:
    found = run_tool("src/thidua/core/standings/rank.py", "tests/words/test_vietnamese.py", tmp_path / "out.txt")
    assert found == ("4 tried, 4 survived, 0 timed out: 0.0 % killed", ["survived"] * 4)


def test_the_tests_of_a_file_kill_what_changes_it(tmp_path: Path) -> None:
    found = run_tool("src/thidua/core/standings/rank.py", "tests/core/standings/test_rank.py", tmp_path / "out.txt")
    assert found == ("4 tried, 0 survived, 0 timed out: 100.0 % killed", ["killed"] * 4)
