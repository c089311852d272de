"""`thidua simulate`: the comparison on the terminal and as JSON; nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from thidua.cli.main import main
from thidua.files.season import load_season

EXAMPLE = Path(__file__).parents[2] / "examples" / "cluster10-2024"


@pytest.fixture
def heavier(tmp_path: Path) -> Path:
    """The example's rulebook with 40 points moved to I.4.1, which is entered, from I.4.2, where the best one leads."""
    text = (EXAMPLE / "rulebook.yaml").read_text(encoding="utf-8")
    for code, points, new_points in (("I.4.1", 50, 90), ("I.4.2", 50, 10)):
        start = text.index(f"code: {code},")
        end = text.index("\n", start)
        line = text[start:end].replace(f"points: {points}", f"points: {new_points}")
        text = text[:start] + line + text[end:]
    path = tmp_path / "moi.yaml"
    path.write_text(text.replace('version: "3"', 'version: "4"'), encoding="utf-8")
    return path


def test_who_moves_and_why(heavier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", str(EXAMPLE), "--rulebook", str(heavier)]) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    why = lines.index("Ai đổi chỗ và vì sao")
    names = {unit.code: unit.brief for unit in load_season(EXAMPLE).units}
    assert lines[why + 1].startswith(f"· {names['binh-phuoc']} vượt lên trên {names['dong-nai']}: chênh lệch điểm từ")
    assert "Tiêu chí thêm, bỏ, sửa" in lines
    assert "· I.4.1: điểm chấm thẳng trong khoảng 0–50 được quy theo tỷ lệ sang khoảng 0–90." in lines
    assert told.err == ""


def test_json_is_the_same_comparison(heavier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", str(EXAMPLE), "--rulebook", str(heavier), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "thidua-simulation-1"
    assert [one["criterion"] for one in document["changes"]] == ["I.4.1", "I.4.2"]
    assert {one["data"]["criterion"] for one in document["warnings"] if one["code"] == "fairness.cliff"} >= {"I.2.4.a"}


def test_the_seasons_own_rulebook_moves_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "simulate", str(EXAMPLE), "--rulebook", str(EXAMPLE / "rulebook.yaml")]) == 0
    assert "The order of the units stays as it was." in capsys.readouterr().out.splitlines()


def test_a_rulebook_that_cannot_be_read_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "hong.yaml"
    broken.write_text("rulebook: x\n", encoding="utf-8")
    assert main(["simulate", str(EXAMPLE), "--rulebook", str(broken)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Chưa làm được")


def test_a_rulebook_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["simulate", str(EXAMPLE)])
    assert left.value.code == 2
    assert "--rulebook" in capsys.readouterr().err
