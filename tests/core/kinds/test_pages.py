"""Every worked table of docs/algorithms/kinds comes out of the real core, row by row."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from core.kinds.pages import ROOT, TEXTS, Example, examples_of, play

EXAMPLES = [example for page, text in TEXTS.items() for example in examples_of(text, page)]
FAMILIES = ["adjustments", "bands", "classes", "entry", "events", "leader", "piecewise", "proportional", "values"]


def test_there_is_a_page_for_every_family() -> None:
    assert sorted(TEXTS) == FAMILIES


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_worked_table_comes_out_as_printed(example: Example, tmp_path: Path) -> None:
    cases = example.cases()
    report = play(cases, tmp_path)
    assert report.failures == ()
    assert (report.cases, len(example.rows) > 1) == (len(cases), True)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_worked_table_with_another_result_would_fail(example: Example, tmp_path: Path) -> None:
    heading = next(key for key in reversed(example.rows[0]) if re.match("`(points|class|rank|maximum)", key))
    wrong = tuple(row if row[heading] == "–" else {**row, heading: "0,123"} for row in example.rows)
    told = {row["Unit"] for row in example.rows if row.get("`refused`", "–") == "–"}
    report = play(replace(example, rows=wrong).cases(), tmp_path)
    assert {one.what.split(", ")[1] for one in report.failures} == told


@pytest.mark.parametrize("page", FAMILIES)
def test_every_block_of_a_page_has_its_table(page: str) -> None:
    blocks = re.findall(r"^```yaml$", TEXTS[page], re.MULTILINE)
    tables = re.findall(r"^\| Unit \|", TEXTS[page], re.MULTILINE)
    examples = [example for example in EXAMPLES if example.page == page]
    assert (len(blocks), len(tables)) == (len(examples), len(examples))


@pytest.mark.parametrize("page", FAMILIES)
def test_every_page_says_what_is_guaranteed_and_what_is_weak(page: str) -> None:
    headings = re.findall(r"^## (.*)$", TEXTS[page], re.MULTILINE)
    assert headings[-2:] == ["What is guaranteed", "Drawbacks"]


@pytest.mark.parametrize("page", FAMILIES)
def test_every_page_is_linked(page: str) -> None:
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    overview = (ROOT / "docs" / "algorithms" / "scoring.md").read_text(encoding="utf-8")
    assert (f"(algorithms/kinds/{page}.md)" in index, f"(kinds/{page}.md)" in overview) == (True, True)


@pytest.mark.parametrize("page", FAMILIES)
def test_links_of_a_page_lead_somewhere(page: str) -> None:
    folder = ROOT / "docs" / "algorithms" / "kinds"
    links = re.findall(r"\]\(([^)#]+)\)", TEXTS[page])
    assert [link for link in links if not (folder / link).exists()] == []
