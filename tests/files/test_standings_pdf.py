"""The standings on paper: A4 on its side, the order first, one group a page, numbers as on the screen."""

import subprocess
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from score_cases import example
from thidua.core.standings import standings
from thidua.core.states import Stage
from thidua.files.standings_pdf import standings_pdf
from thidua.words.language import Language

pytestmark = pytest.mark.system("poppler-utils")


@cache
def made() -> bytes:
    season = example()
    evaluation = season.evaluate(stage=Stage.AGREED)
    (one,) = standings(evaluation)
    return standings_pdf(season, evaluation, one, Language.VI, result_digest="ab" * 32, dated=date(2024, 11, 23))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "xep-hang.pdf"
    found.write_bytes(made())
    return found


def pages(path: Path) -> list[str]:
    """The text of each page."""
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout.decode()
    return [" ".join(page.split()) for page in text.split("\f") if page.strip()]


def test_it_lies_on_its_side(path: Path) -> None:
    said = subprocess.run(["pdfinfo", path], check=True, capture_output=True).stdout.decode()
    assert "841.89 x 595.276 pts (A4)" in said


def test_the_order_stands_first_with_its_notes(path: Path) -> None:
    first = pages(path)[0]
    assert "1 Công an tỉnh Long An 685,60 193,97 98,00 977,57 977,57 0,00 –" in first
    assert "2 Công an tỉnh Tây Ninh 660,82 188,66 92,49 941,97 941,97 −35,60 −35,60" in first
    assert "Bình Dương bị cấp có thẩm quyền trừ 2 điểm" in first
    assert "số liệu minh họa" in first


def test_each_group_begins_a_page_and_headings_come_again(path: Path) -> None:
    _first, *others = pages(path)
    heads = [page for page in others if page.split("Tiêu chí Tối đa")[0] != page]
    assert len(heads) == len(others)
    titles = ("I. Công tác chuyên môn", "II. Xây dựng Đảng", "III. Tổ chức phong trào")
    assert [[title in page[:120] for page in others].count(True) for title in titles] == [1, 1, 1]
    assert any(
        "III.2 Nhân rộng điển hình, mô hình hay 20 16,49 * 10,32 * 10,00 * 20,00 * 8,00 *" in page for page in others
    )
