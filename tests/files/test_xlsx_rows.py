"""Rows and texts that are read without the XML parser are what the parser would have read, on whole and broken parts.

A comment hides nothing but makes the reader give the whole part to the parser, so that both ways can be compared.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from xml.parsers import expat

import openpyxl
import pytest
import xlsxwriter
from hypothesis import example, given
from hypothesis import strategies as st

from thidua.files.sheets import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet, TooFar, cell_name
from thidua.files.tables import read_tables
from thidua.files.xlsx_cells import read_cells
from thidua.files.xlsx_rows import UsualRows
from thidua.files.xlsx_styles import Shown, Workbook
from thidua.files.xlsx_texts import shared_texts

COMMENT = b"<!-- -->"
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="x"><sheetData>'
TAIL = b'</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>'
TEXTS = ["Mã", "", "Tự chấm"]
STYLES = {"1": Shown.PERCENT, "2": Shown.DATE, "3": Shown.TIME}
BROKEN = (expat.ExpatError, LookupError, ValueError, OverflowError)

# How cells are written: the usual ways, and some that are left to the parser.
USUAL = (
    "<c r={at}><v>{number}</v></c>",
    "<c r={at} s={style}><v>{number}</v></c>",
    "<c r={at} t='n'><v>{number}</v></c>",
    "<c r={at} t='s'><v>{text}</v></c>",
    "<c r={at} s={style} t='s'><v>{text}</v></c>",
    "<c r={at}><f>SUM(A1:B2)*2</f><v>{number}</v></c>",
    "<c r={at} s={style}/>",
    "<c r={at}></c>",
)
ODD = (
    "<c><v>{number}</v></c>",
    "<c r={at}><f>A1</f></c>",
    "<c r={at}><f t='shared' si='0'/><v>{number}</v></c>",
    "<c r={at}><f>IF(A1&lt;2,1)</f><v>{number}</v></c>",
    "<c t='s' r={at}><v>{text}</v></c>",
    "<c r={at} t='s'><v>9</v></c>",
    "<c r={at}><v>1.2.3</v></c>",
    "<c r={at} t='str'><v>chữ &amp; số</v></c>",
    "<c r={at} t='inlineStr'><is><t>chữ</t></is></c>",
    "<c r={at} t='b'><v>1</v></c>",
    "<c r={at} t='e'><v>#DIV/0!</v></c>",
    "<c r={at} t='d'><v>2024-11-23</v></c>",
    "<c r={at} r='B2'/>",
    "<c r='b3'><v>{number}</v></c>",
    "<c r='B4'><v>{number}</v></c>",
    "<v>7</v>",
    "<row r='2'/>",
    "\n",
    "x",
)
OPENED = ("<row r='{row}'>", "<row r='{row}' spans='1:8'>", "<row r='{row}' ht='15' x:dy='0.25'>")
ODDLY_OPENED = ("<row>", "<row r='{row}' ht='1' ht='2'>", "<row r='2'>", "<row r='0'>")
NUMBERS = ("0", "-8.5", "93.1", "1E+16", "1e999", "45000", "0.25", "+7", ".5", "60")


@st.composite
def rows(draw: st.DrawFn, number: int) -> str:
    """A row, most often written as usual; else something in it is odd."""
    columns = draw(st.lists(st.integers(0, 4), max_size=4, unique=True).map(sorted))
    written = [draw(st.sampled_from(USUAL)) for _column in columns]
    opened = draw(st.sampled_from(OPENED[: draw(st.integers(1, 3))]))
    match draw(st.sampled_from(("usual", "usual", "usual", "opened", "order", "row", "cell"))):
        case "opened":
            opened = draw(st.sampled_from(ODDLY_OPENED))
        case "order":
            columns = draw(st.permutations(columns)) + columns[:1]
            written += written[:1]
        case "row":
            written = [
                cell.replace("{at}", "'C9'") if at == 2 else cell for cell, at in zip(written, columns, strict=True)
            ]
        case "cell":
            at = draw(st.integers(0, len(columns)))
            columns.insert(at, columns[at - 1] if columns else 0)
            written.insert(at, draw(st.sampled_from(ODD)))
    cells = [
        cell.format(
            at=f"'{cell_name(number, column)}'",
            style=f"'{draw(st.integers(0, 4))}'",
            number=draw(st.sampled_from(NUMBERS)),
            text=draw(st.integers(0, 2)),
        )
        for cell, column in zip(written, columns, strict=True)
    ]
    return (opened.format(row=number + 1) + "".join(cells) + "</row>").replace("'", '"')


def parts() -> st.SearchStrategy[bytes]:
    """Sheets whose rows stand in order."""
    numbers = st.lists(st.integers(0, 9), max_size=7, unique=True).map(sorted)
    written = numbers.flatmap(lambda some: st.tuples(*map(rows, some)))
    return written.map(lambda texts: HEAD + "".join(texts).encode() + TAIL)


WRITTEN_INSIDE = (
    *(b"</row>", b'<row r="4"><c r="A4"><v>1</v></c></row>', b"<v>", b"</v>", b"<c>", b"</c>", b"<is>", b"</is>"),
    *(b"<sheetData>", b"</sheetData>", b"</worksheet>", b"<sst>", b"<si><t>a</t></si>", b"</si>", b"<t>", b"</t>"),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?a?>", b"&lt;", b"&", b"<", b">", b'"', b" ", b"\r", b"\0"),
    *(b"\xff", b"\xef\xbf\xbf", "ữ".encode()),
)


def spoiled(part: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """The part with some stretches replaced."""
    for where, length, instead in changes:
        at = int(where * len(part))
        part = part[:at] + instead + part[at + length :]
    return part


CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(WRITTEN_INSIDE) | st.binary(max_size=3)),
    min_size=1,
    max_size=3,
)


def outcome(read: Callable[[], object]) -> object:
    """What was read, or why nothing was."""
    try:
        return read()
    except TooFar as far:
        return far.at
    except BROKEN as error:
        return type(error)


def read_sheet(part: bytes) -> object:
    def read() -> Sheet:
        sheet = Sheet("S")
        read_cells(part, sheet, Workbook(TEXTS, STYLES))
        return sheet

    return outcome(read)


def test_most_generated_rows_are_read_without_the_parser() -> None:
    reading = UsualRows(Sheet("S"), Workbook(TEXTS, STYLES))
    row = b'<row r="%d" spans="1:2"><c r="A%d"><v>8.5</v></c><c r="C%d" s="1"><f>A1/2</f><v>0.5</v></c></row>'
    assert [reading.read(row % ((number,) * 3)) for number in (1, 2, 3, 2)] == [None, (1, 2), (2, 2), None]
    assert (reading.sheet.rows, reading.sheet.percents) == ([[], [8.5, "", 0.5], [8.5, "", 0.5]], {(1, 2), (2, 2)})


def test_rows_inside_a_comment_are_no_rows() -> None:
    row = b'<row r="%d"><c r="A%d"><v>8.5</v></c></row>'
    written = [row % (number, number) for number in (1, 2, 3, 4)]
    part = HEAD + written[0] + written[1] + b"<!--" + written[2] + written[3] + b"-->" + TAIL
    sheet = Sheet("S")
    read_cells(part, sheet, Workbook())
    assert sheet.rows == [[8.5], [8.5]]


@given(parts())
def test_rows_are_what_the_parser_reads(part: bytes) -> None:
    assert read_sheet(part) == read_sheet(part + COMMENT)


@given(parts(), CHANGES)
@example(HEAD + b'<row r="1"></row><!--</row><row r="2"></row><row r="3"><c r="A3"><v>1</v></c></row>-->' + TAIL, [])
@example(HEAD + b'<row r="1"></row></sheetData></worksheet><row r="2"></row>', [])
@example(b'<row r="1"></row><row r="2"></row><row r="3"></row>', [])
@example(HEAD + b'<row r="1"></row><row r="2"></row><c r="A1"><is><t>a</t><row r="3"></row></is></c>' + TAIL, [])
@example(
    HEAD.replace(b"<sheetData>", b"<is/><sheetData>") + b'<row r="1"></row><row r="2"><c r="A2"/></row>' + TAIL, []
)
def test_broken_parts_are_what_the_parser_makes_of_them(part: bytes, changes: list[tuple[float, int, bytes]]) -> None:
    part = spoiled(part, changes)
    assert read_sheet(part) == read_sheet(part + COMMENT)


SHARED = (
    *("<si><t>Mã</t></si>", '<si><t xml:space="preserve"> Tự chấm </t></si>', "<si><t>Ma\u0303</t></si>"),
    *("<si><t/></si>", "<si></si>", "<si><t>a&amp;b</t></si>", "<si><t>a_x000D_b</t></si>", "<si><t>a]]>b</t></si>"),
    *("<si><r><t>Tây </t></r><r><t>Ninh</t></r><rPh><t>x</t></rPh></si>", "<si><t>\uffff</t></si>", "<t>b</t>"),
)


DECLARED = ("", "<?xml version='1.0'?>", '<?xml version="1.0" encoding="windows-1258"?>')


@example("", [SHARED[0]] * 3, [(0.46, 1, b"\xff")])
@example("", [SHARED[0], "<si><t>a]]>b</t></si>"], [(0.99, 1, b">")])
@given(st.sampled_from(DECLARED), st.lists(st.sampled_from(SHARED), max_size=6), CHANGES)
def test_shared_texts_are_what_the_parser_reads(
    declared: str, texts: list[str], changes: list[tuple[float, int, bytes]]
) -> None:
    whole = f"{declared}<sst>{''.join(texts)}</sst>".encode()
    for part in (whole, spoiled(whole, changes)):
        assert outcome(partial(shared_texts, part)) == outcome(partial(shared_texts, part + COMMENT))


@pytest.mark.parametrize(
    ("row", "column", "before"),
    [(MOST_ROWS, 0, 0), (0, MOST_COLUMNS, 0), (7, 2, MOST_CELLS - 2), (7, 2, MOST_CELLS - 3)],
)
def test_a_sheet_ends_at_the_same_cell_either_way(row: int, column: int, before: int) -> None:
    name, cells = (
        row + 1,
        "".join(f'<c r="{cell_name(row, at)}"><v>1</v></c>' for at in range(max(0, column - 2), column + 1)),
    )
    part = HEAD + f'<row r="1"></row><row r="{name}">{cells}</row>'.encode() + TAIL

    def read(part: bytes) -> object:
        sheet = Sheet("S", cells=before)
        return outcome(lambda: read_cells(part, sheet, Workbook())), sheet

    assert read(part) == read(part + COMMENT)


def write_with_openpyxl(path: Path, rows: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)


def write_with_xlsxwriter(path: Path, rows: list[list[object]]) -> None:
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


@pytest.mark.parametrize("write", [write_with_openpyxl, write_with_xlsxwriter])
def test_workbooks_of_others_are_read_as_they_were_written(
    tmp_path: Path, write: Callable[[Path, list[list[object]]], None]
) -> None:
    rows: list[list[object]] = [
        [f"I.{number}", "Công an xã & phường", number / 8, date(2024, 11, 23)] for number in range(50)
    ]
    write(tmp_path / "a.xlsx", rows)
    (table,) = read_tables(tmp_path / "a.xlsx")
    assert table.rows == rows
