"""`thidua template`: a workbook for one unit, never over one that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua.cli.main import main
from thidua.files.tables import read_tables

EXAMPLE = Path(__file__).parents[2] / "examples" / "cluster10-2024"


def test_a_workbook_is_written_where_it_was_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "long-an.xlsx"
    assert main(["template", str(EXAMPLE), "long an", "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"Đã ghi {out}.\n"
    first = read_tables(out)[0]
    assert first.text(1, 0) == "Đơn vị báo cáo: Công an tỉnh Long An"


def test_the_file_is_named_after_the_unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--lang", "en", "template", str(EXAMPLE), "dong-nai"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["so-lieu-dong-nai.xlsx"]


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "a.xlsx"
    out.write_bytes(b"half filled in")
    assert main(["template", str(EXAMPLE), "tay-ninh", "--out", str(out)]) == 1
    assert out.read_bytes() == b"half filled in"
    assert "--out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "told"), [("Cần Thơ", "Không có đơn vị nào tên Cần Thơ"), ("Bình", "Bình có thể là")]
)
def test_a_unit_that_is_unknown_or_ambiguous(
    asked: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", str(EXAMPLE), asked, "--out", str(tmp_path / "a.xlsx")]) == 1
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
