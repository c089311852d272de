"""docs/algorithms/ballots.md points to code that exists, and names checks that are made."""

import importlib
import re
from pathlib import Path

import pytest

from thidua.words.say import all_sentences

PAGE = (Path(__file__).parents[3] / "docs" / "algorithms" / "ballots.md").read_text(encoding="utf-8")
MODULES = {path.stem for path in (Path(__file__).parents[3] / "src" / "thidua" / "core" / "ballots").glob("*.py")}
POINTERS = sorted(
    {found for found in re.findall(r"`([a-z_]+)\.([A-Za-z_]+)(?:\.[a-z_]+)?`", PAGE) if found[0] in MODULES}
)
CODES = sorted(set(re.findall(r"`(ballots\.[a-z_.]+)`", PAGE)))


def test_every_claim_points_to_code() -> None:
    rows = PAGE.split("## What is proven")[1].split("##")[0].splitlines()
    claims = [row for row in rows if row.startswith("| ") and not row.startswith("| claim")]
    assert len(claims) == 9
    assert [row for row in claims if not re.search(r"`[a-z_]+\.[A-Za-z_]+`", row)] == []
    assert len(POINTERS) > 20


@pytest.mark.parametrize(("module", "name"), POINTERS)
def test_pointer_leads_to_code(module: str, name: str) -> None:
    if name != "py":
        assert hasattr(importlib.import_module(f"thidua.core.ballots.{module}"), name)


@pytest.mark.parametrize("code", CODES)
def test_code_of_the_page_is_a_refusal(code: str) -> None:
    assert code in all_sentences()
