"""The worked run of docs/algorithms/scale.md comes out as the page says."""

import re
from pathlib import Path

from thidua.files.national import score_nation
from thidua.files.season import load_rulebook

PAGE = Path(__file__).parents[2] / "docs" / "algorithms" / "scale.md"


def test_worked_run_leaves_the_table_of_the_page(tmp_path: Path) -> None:
    blocks = re.findall(r"```(?:yaml|csv)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    rulebook, figures, results = blocks
    (tmp_path / "rulebook.yaml").write_text(rulebook, encoding="utf-8")
    (tmp_path / "so-lieu.csv").write_text(figures, encoding="utf-8")
    score_nation(tmp_path / "so-lieu.csv", load_rulebook(tmp_path / "rulebook.yaml"), tmp_path / "out", workers=0)
    written = (tmp_path / "out" / "results.csv").read_text(encoding="utf-8-sig")
    assert written.splitlines() == results.splitlines()
