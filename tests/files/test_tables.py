"""Workbooks, ODS and CSV files as neutral tables: what stands in a cell, and which files are refused whole."""

import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from odf.element import Element
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P, S
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from files.builders import write_csv, write_workbook
from thidua.core.errors import FiguresRefused
from thidua.core.numbers import Number, NumberKind
from thidua.files.containers import check_table_file
from thidua.files.sheets import MOST_CELLS, MOST_ROWS, cell_name, position
from thidua.files.tables import read_tables, tables_of
from thidua.files.xlsx_styles import Shown, how_shown

SHEET = "xl/worksheets/sheet1.xml"
XLSX_HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
XLSX_TAIL = "</sheetData></worksheet>"


def refused(path: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(FiguresRefused) as caught:
        read_tables(path)
    return [(problem.code, problem.place.file, str(problem.data.get("cell", ""))) for problem in caught.value.problems]


def with_part(path: Path, part: str, content: str | bytes) -> Path:
    """The workbook with one part replaced or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = content.encode() if isinstance(content, str) else content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def sheet_xml(path: Path, body: str) -> Path:
    """A workbook whose only sheet has this body."""
    return with_part(write_workbook(path, {"S": [["x"]]}), SHEET, XLSX_HEAD + body + XLSX_TAIL)


def ods(path: Path, rows: list[Element], name: str = "S") -> Path:
    document = OpenDocumentSpreadsheet()
    table = Table(name=name)
    for row in rows:
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(path)
    return path


def ods_row(*cells: Element | str, **given: object) -> Element:
    row = TableRow(**given)
    for cell in cells:
        row.addElement(ods_text(cell) if isinstance(cell, str) else cell)
    return row


def ods_text(text: str) -> Element:
    cell = TableCell(valuetype="string")
    cell.addElement(P(text=text))
    return cell


def test_typed_cells_of_a_workbook_keep_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Số liệu")
        percent, whole, day, quoted = (
            book.add_format({"num_format": code}) for code in ("0.0%", "0%", "dd/mm/yyyy", '0.0"%"')
        )
        sheet.write_string("A3", "  Ma\u0303 ")
        sheet.write_number("B3", 8.5)
        sheet.write_number("C3", 12)
        sheet.write_number("D3", 0.931, percent)
        sheet.write_number("E3", 0.75, whole)
        sheet.write_datetime("F3", date(2024, 11, 23), day)
        sheet.write_boolean("G3", True)
        sheet.write_formula("H3", "=B3*2", None, 17)
        sheet.write_number("I3", 93.1, quoted)
    (table,) = read_tables(path)
    cells = {table.place(2, column).cell: table.cell(2, column) for column in range(9)}
    assert [table.file, table.sheet, len(table.rows)] == ["a.xlsx", "Số liệu", 3]
    assert [cells[name].text for name in ("A3", "D3", "E3", "F3")] == ["Mã", "93,1%", "75%", "23/11/2024"]
    assert cells["F3"].day == date(2024, 11, 23)
    assert cells["G3"].verdict is True
    read = {name: cells[name].number for name in ("B3", "C3", "H3", "I3")}
    assert {name: number and number(NumberKind.DECIMAL) for name, number in read.items()} == {
        "B3": Number(85, 1),
        "C3": Number(12),
        "H3": Number(17),
        "I3": Number(931, 1),
    }
    assert [table.cell(2, 30).is_empty, table.cell(0, 0).is_empty] == [True, True]


def test_hidden_rows_columns_and_sheets_are_read_like_others(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Thấy")
        sheet = book.add_worksheet("Ẩn")
        sheet.write_row("A1", ["a", "b"])
        sheet.write_row("A2", ["c", "d"])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column("B:B", None, None, {"hidden": True})
        sheet.hide()
    shown, hidden = read_tables(path)
    assert (shown.is_empty, hidden.rows) == (True, [["a", "b"], ["c", "d"]])
    assert (hidden.content.hidden, hidden.content.is_hidden, shown.content.is_hidden) == ({1}, True, False)


def test_formulas_without_a_stored_result_and_errors_cannot_be_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "=1+1"
    sheet["B1"] = "#DIV/0!"
    sheet["B1"].data_type = "e"
    sheet["C1"] = "chữ"
    sheet["C1"].comment = Comment("ghi chú", "ai đó")
    book.save(tmp_path / "a.xlsx")
    (table,) = read_tables(tmp_path / "a.xlsx")
    found = [table.cell(0, column) for column in range(3)]
    problems = [(cell.problem.code, cell.problem.place.cell) if cell.problem else cell.text for cell in found]
    assert problems == [("tables.formula_without_value", "A1"), ("tables.error_value", "B1"), "chữ"]
    assert [cell.is_empty for cell in found] == [False, False, False]


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    path = sheet_xml(
        tmp_path / "a.xlsx", '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row>'
    )
    (table,) = read_tables(path)
    assert [table.cell(0, 0).is_empty, table.cell(0, 1).text] == [True, "1"]


def test_cells_without_names_stand_where_they_follow(tmp_path: Path) -> None:
    path = sheet_xml(
        tmp_path / "a.xlsx",
        '<row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row><row r="3"><c r="B3"><f>A1</f></c><c><v>4</v></c></row>',
    )
    (table,) = read_tables(path)
    assert [table.text(0, 0), table.text(2, 2)] == ["1", "4"]
    assert (table.content.errors, table.content.unstored) == ({(0, 1): "#N/A"}, {(2, 1)})


def test_a_percentage_from_a_calculation_asks(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=343/359", book.add_format({"num_format": "0.0%"}), 343 / 359)
    (table,) = read_tables(path)
    problem = table.cell(0, 0).problem
    assert problem is not None
    assert (problem.code, problem.severity.value, problem.place.cell) == ("tables.calculated_percent", "question", "A1")


def test_an_ods_document_gives_the_same_cells(tmp_path: Path) -> None:
    merged = TableCell(valuetype="string", numbercolumnsspanned=2)
    merged.addElement(P(text="gộp"))
    error = TableCell(valuetype="string", formula="of:=1/0", stringvalue="")
    error.addElement(P(text="#DIV/0!"))
    path = ods(
        tmp_path / "a.ods",
        [
            ods_row(TableCell(numbercolumnsrepeated=2), merged, CoveredTableCell()),
            ods_row(
                "Mã",
                TableCell(valuetype="float", value="8.5"),
                TableCell(valuetype="percentage", value="0.931"),
                TableCell(valuetype="date", datevalue="2024-11-23"),
                TableCell(formula="of:=1+1"),
                error,
            ),
            ods_row(TableCell(numbercolumnsrepeated=1000), numberrowsrepeated=1_048_000),
        ],
    )
    (table,) = read_tables(path)
    cells = [table.cell(1, column) for column in range(6)]
    assert [cell.text for cell in cells[:4]] == ["Mã", "8.5", "93,1%", "23/11/2024"]
    assert [cell.problem and cell.problem.code for cell in cells[4:]] == [
        "tables.formula_without_value",
        "tables.error_value",
    ]
    assert [block.name for block in table.merged] == ["C1:D1"]
    assert len(table.rows) == 2


def test_an_ods_text_is_joined_without_its_remarks(tmp_path: Path) -> None:
    cell = TableCell(valuetype="string")
    remark = Annotation()
    remark.addElement(P(text="ghi chú"))
    cell.addElement(remark)
    first = P(text="Tây")
    first.addElement(S(c=2))
    first.addText("Ninh")
    cell.addElement(first)
    cell.addElement(P(text="dòng hai"))
    truth = TableCell(valuetype="boolean", booleanvalue="true")
    (table,) = read_tables(ods(tmp_path / "a.ods", [ods_row(cell, truth)]))
    assert table.rows == [["Tây  Ninh\ndòng hai", True]]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_csv_is_read_in_any_modern_spelling(tmp_path: Path, delimiter: str, encoding: str) -> None:
    lines = [["Mã", "Đơn vị", "Nội dung", "Tự chấm"], ["tin-bai", "Tây Ninh", '"có, dấu; và\t"', "7"]]
    (table,) = read_tables(write_csv(tmp_path / "a.csv", lines, delimiter=delimiter, encoding=encoding))
    assert table.rows == [lines[0], ["tin-bai", "Tây Ninh", "có, dấu; và", "7"]]


def test_many_commas_in_a_text_do_not_hide_semicolons(tmp_path: Path) -> None:
    lines = [["Mã", "Tự chấm", "Nội dung"], ["a", "8,5", "một, hai, ba, bốn, năm"]]
    (table,) = read_tables(write_csv(tmp_path / "a.csv", lines))
    assert table.rows == lines


OLD_TITLES = {
    "TCVN3 (ABC)": "M·;§¬n vÞ;Tù chÊm\n".encode("latin-1"),
    "VNI": "Maõ;Ñôn vò;Töï chaám\n".encode("latin-1"),
}


@pytest.mark.parametrize("encoding", ["TCVN3 (ABC)", "VNI"])
def test_old_encodings_are_named(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_bytes(OLD_TITLES[encoding])
    with pytest.raises(FiguresRefused) as caught:
        read_tables(tmp_path / "a.csv")
    assert [(one.code, one.data["encoding"]) for one in caught.value.problems] == [("tables.old_encoding", encoding)]


def test_windows_1258_is_named(tmp_path: Path) -> None:
    # Windows-1258 writes ơ, ư, ă, â … as letters and the tones behind them.
    text = "Đơn vị;Thẩm định;Thống nhất".replace("ị", "i\u0323").replace("ẩ", "â\u0309").replace("ố", "ô\u0301")
    text = text.replace("ấ", "â\u0301")
    (tmp_path / "a.csv").write_bytes(text.encode("cp1258"))
    with pytest.raises(FiguresRefused) as caught:
        read_tables(tmp_path / "a.csv")
    assert [one.data["encoding"] for one in caught.value.problems] == ["Windows-1258"]


def test_an_unknown_encoding_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a;b\nc;\xff\xfa\n")
    with pytest.raises(FiguresRefused) as caught:
        read_tables(tmp_path / "a.csv")
    assert [(one.code, one.data["line"]) for one in caught.value.problems] == [("tables.not_utf8", 2)]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "tables.empty_file"),
        (b"  \r\n ", "tables.empty_file"),
        (OLE, "tables.old_workbook"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "tables.password"),
        (b"%PDF-1.7 ...", "tables.other_format"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "tables.other_format"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "tables.other_format"),
        (b"PK\x03\x04 and no more", "tables.damaged"),
        (b"PK\x05\x06" + bytes(18), "tables.other_format"),
        (b"a;b\0c;d\n", "tables.other_format"),
        (b'a;b\n"c;d\n', "tables.quote_open"),
    ],
)
def test_files_that_are_no_tables_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    assert refused(tmp_path / "a.xlsx") == [(code, "a.xlsx", "")]


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.xlsx") == [("files.no_such_file", "a.xlsx", "")]
    assert refused(tmp_path) == [("files.cannot_open", tmp_path.name, "")]


def test_a_workbook_without_content_is_refused(tmp_path: Path) -> None:
    assert refused(write_workbook(tmp_path / "a.xlsx", {"Một": [], "Hai": []})) == [
        ("tables.empty_workbook", "a.xlsx", "")
    ]


def test_a_cut_workbook_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"S": [["a"] * 5] * 50})
    path.write_bytes(path.read_bytes()[:-200])
    assert refused(path) == [("tables.damaged", "a.xlsx", "")]


def test_a_workbook_with_a_flipped_byte_is_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", {"S": [["a"] * 5] * 50})
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(SHEET)
    data = bytearray(path.read_bytes())
    data[info.header_offset + 30 + len(SHEET) + info.compress_size // 2] ^= 0xFF
    path.write_bytes(bytes(data))
    assert refused(path) == [("tables.damaged", "a.xlsx", "")]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "_rels/.rels", SHEET, "xl/styles.xml"])
def test_a_workbook_with_a_broken_part_is_refused(tmp_path: Path, part: str) -> None:
    path = with_part(write_workbook(tmp_path / "a.xlsx", {"S": [["a"]]}), part, "<not closed")
    assert refused(path) == [("tables.damaged", "a.xlsx", "")]


def test_a_word_document_and_a_binary_workbook_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
    assert refused(path) == [("tables.other_format", "a.xlsx", "")]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.bin", b"\0")
    assert refused(path) == [("tables.binary_workbook", "a.xlsx", "")]


def test_an_encrypted_ods_is_refused(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", [ods_row("a")])
    with_part(path, "META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")
    assert refused(path) == [("tables.password", "a.ods", "")]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = with_part(write_workbook(tmp_path / "a.xlsx", {"S": [["a"]]}), SHEET, bytes(30 * 1024 * 1024))
    assert path.stat().st_size < 60_000
    assert refused(path) == [("tables.zip_bomb", "a.xlsx", "")]


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = with_part(write_workbook(tmp_path / "a.xlsx", {"S": [["a"]]}), SHEET, bytes(30 * 1024 * 1024))
    data = bytearray(path.read_bytes())
    size = (30 * 1024 * 1024).to_bytes(4, "little")
    assert data.count(size) == 2
    path.write_bytes(bytes(data.replace(size, (1000).to_bytes(4, "little"))))
    assert refused(path) == [("tables.damaged", "a.xlsx", "")]


def test_a_workbook_that_unpacks_too_large_is_refused(tmp_path: Path) -> None:
    path = with_part(write_workbook(tmp_path / "a.xlsx", {"S": [["a"]]}), SHEET, bytes(65 * 1024 * 1024))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("xl/media/image.bin", bytes(1024 * 1024))  # enough that the ratio is that of a workbook
    assert refused(path) == [("tables.unpacks_too_large", "a.xlsx", "")]


def test_a_declaration_of_entities_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    body = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>' + XLSX_HEAD
    body += '<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>' + XLSX_TAIL
    path = with_part(write_workbook(tmp_path / "a.xlsx", {"S": [["x"]]}), SHEET, body)
    assert refused(path) == [("tables.doctype", "a.xlsx", "")]


def test_a_million_rows_are_refused_at_the_first_too_many(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 1_000_001))
    path = sheet_xml(tmp_path / "a.xlsx", rows)
    assert refused(path) == [("tables.too_many_rows", "a.xlsx", f"A{MOST_ROWS + 1}")]


def test_a_stray_cell_far_away_is_refused_by_name(tmp_path: Path) -> None:
    body = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refused(sheet_xml(tmp_path / "a.xlsx", body)) == [("tables.too_many_rows", "a.xlsx", "XFD1048576")]


def test_a_sheet_both_long_and_wide_is_refused(tmp_path: Path) -> None:
    row = MOST_CELLS // 16_384 + 1
    body = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, row + 1))
    assert refused(sheet_xml(tmp_path / "a.xlsx", body)) == [("tables.too_many_rows", "a.xlsx", f"XFD{row}")]


def test_formatted_rows_without_content_are_no_rows(tmp_path: Path) -> None:
    body = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="0"/></row>'
    (table,) = read_tables(sheet_xml(tmp_path / "a.xlsx", body))
    assert table.rows == [[1.0]]


def test_repeated_ods_rows_with_content_are_counted(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", [ods_row("a", numberrowsrepeated=1_000_000)])
    assert refused(path) == [("tables.too_many_rows", "a.ods", f"A{MOST_ROWS + 1}")]


def test_a_long_csv_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a;b\n" * (MOST_ROWS + 1), encoding="utf-8")
    assert refused(tmp_path / "a.csv") == [("tables.too_many_rows", "a.csv", f"A{MOST_ROWS + 1}")]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", None),
        ("0.00", None),
        ("#,##0 \\₫", None),
        ('#,##0" vụ %"', None),
        ("0.00E+00", None),
        ("0%", Shown.PERCENT),
        ("0.0%;[Red]-0.0%", Shown.PERCENT),
        ("dd/mm/yyyy;@", Shown.DATE),
        ("[$-42A]d mmmm yyyy", Shown.DATE),
        ('"ngày" dd', Shown.DATE),
        ("mm/yyyy", Shown.DATE),
        ("h:mm", Shown.TIME),
        ("[h]:mm:ss", Shown.TIME),
        ("mm:ss", Shown.TIME),
    ],
)
def test_a_number_format_says_how_numbers_are_shown(code: str, shown: Shown | None) -> None:
    assert how_shown(code) is shown


@pytest.mark.parametrize("is_1904", [False, True])
@pytest.mark.parametrize("day", [date(1900, 3, 1), date(2024, 2, 29), date(2024, 11, 23), date(1904, 1, 2)])
def test_dates_are_read_in_both_calendars(tmp_path: Path, day: date, is_1904: bool) -> None:
    if is_1904 and day.year < 1904:
        day = date(1904, 1, 5)
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = day
    book.save(tmp_path / "a.xlsx")
    (table,) = read_tables(tmp_path / "a.xlsx")
    assert table.cell(0, 0).day == day


def test_an_hour_is_a_text_that_no_figure_has(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_number("A1", 5 / 24 + 5 / 1440, book.add_format({"num_format": "h:mm"}))
    (table,) = read_tables(path)
    assert (table.cell(0, 0).text, table.cell(0, 0).number) == ("5:05", None)


def test_rich_texts_are_joined_and_pronunciation_left_out(tmp_path: Path) -> None:
    text = '<is><r><t>Tây </t></r><r><rPr><b/></rPr><t>Ninh</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>'
    body = f'<row r="1"><c r="A1" t="inlineStr">{text}</c><c r="B1" t="str"><f>A1</f><v>a_x000D_b</v></c></row>'
    (table,) = read_tables(sheet_xml(tmp_path / "a.xlsx", body))
    assert table.rows == [["Tây Ninh", "a\rb"]]


def test_parts_with_prefixed_names_are_read(tmp_path: Path) -> None:
    body = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
    body += '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    path = with_part(write_workbook(tmp_path / "a.xlsx", {"S": [["x"]]}), SHEET, body)
    (table,) = read_tables(path)
    assert table.rows == [[1.0]]


def test_a_huge_count_in_the_shared_texts_costs_nothing(tmp_path: Path) -> None:
    shared = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="3999999999999"'
    path = with_part(
        write_workbook(tmp_path / "a.xlsx", {"S": [["x"]]}), "xl/sharedStrings.xml", shared + "><si><t>y</t></si></sst>"
    )
    (table,) = read_tables(path)
    assert table.rows == [["y"]]


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_names_of_cells_can_be_read_back(row: int, column: int) -> None:
    assert position(cell_name(row, column)) == (row, column)


def whole_workbook() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet().write_row(0, 0, ["Mã", "Tự chấm", 8.5])
    return stream.getvalue()


WHOLE = whole_workbook()


@settings(max_examples=150)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_workbook_with_changed_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    try:
        tables_of(check_table_file("a.xlsx", bytes(data)))
    except FiguresRefused as refusal:
        assert refusal.problems


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        tables_of(check_table_file("a.csv", data))
    except FiguresRefused as refusal:
        assert refusal.problems
