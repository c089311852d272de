"""The workbook of clusters as it is read, and the page and the template that explain it."""

import io
import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from apps.organisation.books import TITLES as USED
from apps.organisation.books import book_of, clusters, workbook
from thidua.core.errors import Place
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level
from thidua.files.cluster_book import TITLES, ClusterColumn, read_cluster_book
from thidua.files.cluster_template import CLUSTER_COLUMNS, UNIT_COLUMNS, KnownMember, write_cluster_template
from thidua.files.containers import check_table_file
from thidua.files.tables import tables_of
from thidua.words.language import Language

PAGE = Path(__file__).parents[2] / "docs" / "operations" / "clusters.md"


def test_a_line_is_read_with_the_place_of_each_cell() -> None:
    row = ("10", "Cụm số 10", 2024, "tỉnh", "", "Tây Ninh", "Bộ", 1, "Cụm Trưởng", date(2024, 1, 5), "31/12/2024")
    (line,) = clusters(row).members
    assert (line.number, line.year, line.level, line.unit, line.superior) == (
        "10",
        2024,
        Level.PROVINCE,
        "Tây Ninh",
        "Bộ",
    )
    assert (line.position, line.office) == (1, OfficeKind.CHAIR)
    assert (line.starts_on, line.ends_on) == (date(2024, 1, 5), date(2025, 1, 1))  # the day after the last
    assert line.place(ClusterColumn.UNIT) == Place("cum.xlsx", "Cụm", "F2")
    assert line.place(ClusterColumn.DOCUMENT) == Place("cum.xlsx", "Cụm", "A2")  # a column that the sheet has not


def test_a_line_without_number_belongs_to_the_cluster_above() -> None:
    first = ("10", "Cụm số 10", 2024, "tỉnh", "", "Tây Ninh", "Bộ")
    second = ("", "", "", "", "", "Long An", "")
    third = ("11", "Cụm số 11", 2024, "", "", "Hà Nội", "")
    heads = [(one.number, one.name, one.year, one.level) for one in clusters(first, second, third).members]
    assert heads == [
        ("10", "Cụm số 10", 2024, Level.PROVINCE),
        ("10", "Cụm số 10", 2024, Level.PROVINCE),
        ("11", "Cụm số 11", 2024, None),
    ]


def test_titles_are_known_by_what_matters_in_them_and_other_sheets_are_passed_over() -> None:
    titles = ("SỐ CỤM *", "ten cum", "Year", "Tên đơn vị:")
    data = workbook({"Ghi chú": [("Lưu ý",)], "A": [("Danh sách cụm",), (), titles, ("1", "Cụm 1", 2024, "Hà Nội")]})
    book = book_of(data)
    assert [(one.number, one.name, one.year, one.unit) for one in book.members] == [("1", "Cụm 1", 2024, "Hà Nội")]
    assert book.problems == []


def test_a_csv_is_read_as_well() -> None:
    text = "Số cụm;Tên cụm;Năm;Tên đơn vị;Chức vụ\n1;Cụm 1;2024;Hà Nội;cụm phó\n"
    (line,) = book_of(text.encode(), name="cum.csv").members
    assert (line.unit, line.office) == ("Hà Nội", OfficeKind.DEPUTY)


def test_cells_that_cannot_be_read_are_told_and_the_line_stays() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(list(USED))
    sheet.append(["1", "Cụm 1", "năm nay", "làng", "", "=A1", "", "một", "tổ trưởng", "11-2024"])
    stream = io.BytesIO()
    book.save(stream)
    found = book_of(stream.getvalue())
    assert [(one.code, one.place.cell) for one in found.problems] == [
        ("cluster_book.year_unread", "C2"),
        ("cluster_book.level_unknown", "D2"),
        ("tables.formula_without_value", "F2"),
        ("cluster_book.position_unread", "H2"),
        ("cluster_book.office_unknown", "I2"),
        ("numbers.month_or_months", "J2"),
    ]
    assert [line.number for line in found.members] == ["1"]


def test_a_title_twice_is_told() -> None:
    data = workbook({"Cụm": [("Số cụm", "Năm", "Tên đơn vị", "số cụm"), ("1", 2024, "Hà Nội", "2")]})
    assert [(one.code, one.place.cell) for one in book_of(data).problems] == [("tables.title_twice", "D1")]


@pytest.mark.parametrize("lang", Language)
def test_the_template_is_read_back_as_it_was_written(lang: Language) -> None:
    member = KnownMember("ha-noi", "=Hà Nội", "Bộ", Level.PROVINCE, 2025, "10", "Cụm 10", 3, date(2025, 1, 1))
    book = read_cluster_book(tables_of(check_table_file("mau.xlsx", write_cluster_template([member], lang))))
    (line,) = book.members
    assert (line.code, line.unit, line.superior, line.level) == ("ha-noi", "=Hà Nội", "Bộ", Level.PROVINCE)
    assert (line.number, line.name, line.position, line.starts_on) == ("10", "Cụm 10", 3, date(2025, 1, 1))
    assert (book.units, book.problems) == ([], [])


def test_the_page_explains_every_column_that_the_template_has() -> None:
    text = PAGE.read_text(encoding="utf-8")
    tables = text.split("## Trang ")[1:3]
    explained = [re.findall(r"^\| ([^|]+?) \|", table, re.MULTILINE)[1:] for table in tables]
    columns = [[title for title in titles if not title.startswith("---")] for titles in explained]
    assert columns == [[TITLES[one][0] for one in wanted] for wanted in (CLUSTER_COLUMNS, UNIT_COLUMNS)]
