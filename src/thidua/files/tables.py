"""Workbooks, ODS and CSV files as one neutral table value: rows of cells with their names, texts in NFC.

Values come from python-calamine, and what it does not tell (percent formats, formulas without a stored result, error
values, merged ranges) from `marks`. Nothing in a workbook is run or fetched. Hidden rows, columns and sheets are read
like others: what counts must not depend on what is folded away.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path

from thidua.core.errors import NumberRefused, Place, Problem, Severity
from thidua.core.numbers import Number, NumberKind
from thidua.core.reading import read_spreadsheet_number
from thidua.core.scoring.cells import EMPTY, Cell
from thidua.files.containers import FileKind, TableFile, open_table_file, reading, refuse
from thidua.files.marks import MOST_CELLS, MOST_ROWS, Marks, Range, cell_name, read_marks
from thidua.files.titles import HEADER_WITHIN, column_of

DELIMITERS = ";\t,"

Raw = str | int | float | bool | date
MakePlace = Callable[[int, int], Place]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, or a whole CSV file. `rows` start at A1; an empty cell is ""."""

    file: str
    sheet: str
    rows: list[list[Raw]]
    marks: Marks = field(default_factory=Marks)
    name_place: MakePlace | None = None  # for tables that are no sheet: a YAML list

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not any(value != "" for row in self.rows for value in row) and not self.marks.errors

    @property
    def merged(self) -> list[Range]:
        """Merged ranges."""
        return self.marks.merged

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands."""
        if self.name_place is not None:
            return self.name_place(row, column)
        return Place(self.file, self.sheet, cell_name(row, column))

    def text(self, row: int, column: int) -> str:
        """What is read in a cell, without outer blanks; "" beyond the table's end."""
        cells = self.rows[row]
        return written(cells[column]) if column < len(cells) else ""

    def cell(self, row: int, column: int) -> Cell:
        """A cell with all that is known of it."""
        at, cells, place = (row, column), self.rows[row], self.place(row, column)
        value = cells[column] if column < len(cells) else ""
        if at in self.marks.errors:
            shown = value if isinstance(value, str) and value else "#"
            return Cell(place=place, problem=Problem("tables.error_value", {"found": shown}, place))
        if value == "" and at in self.marks.formulas and at not in self.marks.texts:
            return Cell(place=place, problem=Problem("tables.formula_without_value", {}, place))
        if isinstance(value, str):
            return Cell(value, place) if value else Cell(place=place)
        if isinstance(value, bool):
            return Cell(written(value), place, verdict=value)
        if isinstance(value, date):
            return Cell(written(value), place, day=value)
        if at in self.marks.percents:
            return _percent(value, place)
        return Cell(written(value), place, number=partial(read_spreadsheet_number, value))


def _percent(value: float, place: Place) -> Cell:
    """A number that the sheet shows as a percentage: 0.931 is 93,1%."""
    try:
        number = read_spreadsheet_number(value, NumberKind.DECIMAL)
    except NumberRefused as refusal:
        problem = refusal.problems[0]
        code = "tables.calculated_percent" if problem.severity is Severity.QUESTION else problem.code
        return Cell(place=place, problem=Problem(code, problem.data, place, problem.severity))
    if not isinstance(number, Number):
        return EMPTY
    hundredfold = Number(number.digits * 100, number.places).normalised()
    return Cell(hundredfold.canonical().replace(".", ",") + "%", place)


def written(value: Raw) -> str:
    """A raw value as a text for messages, titles and codes: 1.0 is 1, a date is dd/mm/yyyy."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def read_tables(path: Path, *, name: str = "") -> tuple[Table, ...]:
    """Every sheet of a file. Raises FiguresRefused when the file cannot be read as tables at all."""
    return tables_of(open_table_file(path, name=name))


def tables_of(file: TableFile) -> tuple[Table, ...]:
    """Every sheet of a file that may be opened. Raises FiguresRefused."""
    if file.kind is FileKind.TEXT:
        return (_csv_table(file),)
    marks = read_marks(file)
    tables = tuple(_sheets(file, marks))
    if all(table.is_empty for table in tables):
        raise refuse("tables.empty_workbook", file.name)
    return tables


def _sheets(file: TableFile, marks: dict[str, Marks]) -> Iterator[Table]:
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - CSV and help need no workbook reader

    with reading(file.name):
        try:
            workbook = load_workbook(BytesIO(file.data))
            for name, found in marks.items():
                rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) if found.rows else []
                yield Table(file.name, _clean(name), [[_raw(value) for value in row] for row in rows], found)
        except CalamineError as error:
            raise refuse("tables.damaged", file.name, reason=type(error).__name__) from None


def _raw(value: object) -> Raw:
    """What the reader of workbooks gives, in our types: texts clean, a day without its hour."""
    if isinstance(value, str):
        return _clean(value) if value else ""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (bool, int, float, date)):
        return value
    return str(value)  # an hour or a duration: no figure has these


def _clean(text: str) -> str:
    return text.strip() if text.isascii() else unicodedata.normalize("NFC", text).strip()


def _csv_table(file: TableFile) -> Table:
    text = decode_text(file)
    if "\0" in text:
        raise refuse("tables.other_format", file.name, found="?")
    split = [rows for rows in (_split(text, delimiter) for delimiter in DELIMITERS) if rows is not None]
    if not split:
        raise refuse("tables.quote_open", file.name)
    rows = max(split, key=_fit)
    if len(rows) > MOST_ROWS:
        cell = cell_name(MOST_ROWS, 0)
        raise refuse("tables.too_many_rows", file.name, sheet="", cell=cell, rows=MOST_ROWS, cells=MOST_CELLS)
    return Table(file.name, "", rows)


def _fit(rows: list[list[Raw]]) -> tuple[int, int]:
    """How well a delimiter explains the file: titles that it brings to light, then cells in the widest line."""
    first = rows[:HEADER_WITHIN]
    titles = max((sum(column_of(str(value)) is not None for value in row) for row in first), default=0)
    return titles, max((len(row) for row in first), default=0)


def _split(text: str, delimiter: str) -> list[list[Raw]] | None:
    """The lines of a CSV text, one more than may be at most; None when its quotes do not close."""
    rows: list[list[Raw]] = []
    try:
        for line in csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append([_clean(value) for value in line])
            if len(rows) > MOST_ROWS:
                break
    except csv.Error:
        return None
    return rows


def decode_text(file: TableFile) -> str:
    """The text of a CSV file in UTF-8 or UTF-16. Raises FiguresRefused for older encodings, with the mend."""
    data = file.data
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    if encoding != "utf-16" and b"\0" in data[:2]:
        encoding = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        from thidua.files.old_vietnamese import guess_old_bytes  # noqa: PLC0415 - only on the way to a refusal

        guess = guess_old_bytes(data)
        if guess:
            raise refuse("tables.old_encoding", file.name, encoding=guess) from None
        line = data[: error.start].count(b"\n") + 1
        raise refuse("tables.not_utf8", file.name, line=line) from None
