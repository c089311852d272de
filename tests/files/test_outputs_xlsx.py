"""The workbook read back: the same numbers as numbers, states told apart, ready for A4 landscape, no formula."""

import re
import subprocess
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from files.output_cases import DIGEST, NASTY, parts, season
from thidua.core.numbers import Number
from thidua.core.season import Season
from thidua.core.standings import standings
from thidua.files.standings_xlsx import standings_workbook
from thidua.words.language import Language
from words.builders import UNITS, VALUES, make_season, make_small_rulebook


def written(chosen: Season) -> bytes:
    evaluation = chosen.evaluate(explained=True)
    return standings_workbook(
        chosen, evaluation, standings(evaluation), Language.VI, result_digest=DIGEST, dated=date(2024, 11, 23)
    )


@cache
def data() -> bytes:
    return written(season())


def book(of: Season | None = None) -> Workbook:
    return load_workbook(BytesIO(written(of) if of else data()))


def rows_of(sheet: Worksheet, first: str) -> dict[str, list[Cell]]:
    """The rows of the table by the text of one column, below the heading that begins with `first`."""
    top = next(cell.row for cell in sheet["A"] if cell.value == first)
    column = 1 if first == "Hạng" else 0
    table = [list(row) for row in sheet.iter_rows(min_row=top + 1)]
    return {str(row[column].value): row for row in table if row[column].value is not None}


def test_sheets_are_the_standings_and_one_a_group() -> None:
    assert book().sheetnames == ["Xếp hạng", "Nhóm I", "Nhóm II", "Nhóm III"]


def test_standings_read_back_are_those_of_the_run() -> None:
    (one,) = standings(season().evaluate())
    rows = rows_of(book()["Xếp hạng"], "Hạng")
    names = {unit.code: unit.name for unit in UNITS}
    for place in one.ranked:
        cells = rows[names[place.unit]]
        assert (cells[0].value, Number.parse(str(cells[6].value))) == (place.rank.digits, place.total)
        assert cells[6].data_type == "n"
    assert [rows[names[unit.unit]][0].value for unit in one.unranked] == ["–"]


def test_points_read_back_are_those_of_the_run() -> None:
    evaluation = season().evaluate()
    for top in season().rulebook.criteria:
        rows = rows_of(book()[f"Nhóm {top.code}"], "Mã")
        for _depth, criterion in top.walk():
            for row in range(len(UNITS)):
                value = rows[criterion.code][3 + row].value
                if not isinstance(value, str):
                    assert Number.parse(str(value)) == evaluation.points(criterion.code, row)


def test_states_are_never_one_another() -> None:
    group = {
        code: row for name in ("Nhóm I", "Nhóm II", "Nhóm III") for code, row in rows_of(book()[name], "Mã").items()
    }
    zero, missing = group["I.2"][7], group["I.1"][5]
    not_applicable, not_assigned, waiting, sample = (
        group["II.2"][7],
        group["III.2"][5],
        group["III.1"][4],
        group["II.1"][3],
    )
    assert [cell.value for cell in (zero, missing, not_assigned, not_applicable, waiting)] == [
        0,
        "thiếu",
        "–",
        "KAD",
        5,
    ]
    assert missing.fill.fill_type == "lightUp"
    assert "○" in waiting.number_format
    assert "*" in sample.number_format
    assert [mark in zero.number_format for mark in "○*"] == [False, False]


def test_every_sheet_prints_on_a4_landscape_one_page_wide() -> None:
    for sheet in book().worksheets:
        setup = sheet.page_setup
        assert (setup.paperSize, setup.orientation, setup.fitToWidth or 1, setup.fitToHeight) == (9, "landscape", 1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        heading = int(str(sheet.freeze_panes)[1:]) - 1
        assert sheet.print_title_rows == f"${heading}:${heading}"
        assert sheet[f"A{heading}"].value in ("Hạng", "Mã")


def test_footer_holds_the_digests_and_header_the_label() -> None:
    for sheet in book().worksheets:
        assert "5be2 91c4 0d7a 33f8" in str(sheet.oddFooter.left.text)
        assert re.search(r"&P|&\[Page", str(sheet.oddFooter.right.text))
        assert sheet.oddHeader.right.text == "số liệu minh họa"


def test_no_text_becomes_a_formula_or_a_link() -> None:
    assert [name for name, text in parts(data()).items() if "<f>" in text or "hyperlink" in text] == []
    notes = [cell.value for row in book()["Xếp hạng"].iter_rows() for cell in row if isinstance(cell.value, str)]
    assert any(NASTY in note for note in notes)
    assert {cell.data_type for row in book()["Xếp hạng"].iter_rows() for cell in row} <= {"s", "n"}


def test_same_result_gives_the_same_bytes() -> None:
    assert written(season()) == data()


def test_shared_rank_stays_a_number_that_looks_shared() -> None:
    level = {code: (column[0],) * len(UNITS) for code, column in VALUES.items()}
    cells = list(rows_of(book(make_season(values=level))["Xếp hạng"], "Hạng").values())[: len(UNITS)]
    assert [cell[0].value for cell in cells] == [1] * len(UNITS)
    assert {cell[0].number_format[-4:] for cell in cells} == {'0"="'}


def test_sheet_names_are_those_that_excel_takes() -> None:
    codes = [f"I/{letter * 40}" for letter in "aA"]
    rulebook = make_small_rulebook(*({"code": code, "name": "Một", "points": "10", "rule": "entry"} for code in codes))
    names = book(make_season(rulebook=rulebook, values={code: (Number(8),) * 5 for code in codes})).sheetnames
    assert len({name.lower() for name in names}) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


@pytest.mark.system("libreoffice-calc")
def test_office_prints_one_page_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "standings.xlsx").write_bytes(data())
    command = [
        "localc",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "standings.xlsx"], check=True, capture_output=True)
    pages = PdfReader(tmp_path / "standings.pdf").pages
    assert len(pages) == len(book().sheetnames)
    assert {round(page.mediabox.width / page.mediabox.height, 2) for page in pages} == {1.41}
    assert "891,80" in pages[0].extract_text()
