"""Workbooks, ODS and CSV files as one neutral table value: rows of cells with their names, texts in NFC.

Nothing in a workbook is run or fetched. Hidden rows, columns and sheets are read like others: what counts must not
depend on what is folded away.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TypeVar

from thidua.core.errors import NumberRefused, Place, Problem, Severity
from thidua.core.numbers import Number, NumberKind
from thidua.core.reading import read_spreadsheet_number
from thidua.core.scoring.cells import EMPTY, Cell
from thidua.files.collecting import without_collecting
from thidua.files.containers import FileKind, TableFile, open_table_file, reading, refuse
from thidua.files.sheets import MOST_CELLS, MOST_ROWS, Range, Raw, Sheet, cell_name
from thidua.files.titles import HEADER_WITHIN, column_of
from thidua.files.xlsx import read_xlsx
from thidua.files.xlsx_texts import clean

DELIMITERS = ";\t,"
K = TypeVar("K", bound=Hashable)
MakePlace = Callable[[int, int], Place]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, or a whole CSV file (whose sheet has no name), and the file that it stands in."""

    file: str
    content: Sheet
    name_place: MakePlace | None = None  # for tables that are no sheet: a YAML list

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return self.content.name

    @property
    def rows(self) -> list[list[Raw]]:
        """The cells from A1 on; an empty one is ""."""
        return self.content.rows

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return self.content.is_empty

    @property
    def merged(self) -> list[Range]:
        """Merged ranges."""
        return self.content.merged

    def place(self, row: int, column: int) -> Place:
        """Where a cell stands."""
        if self.name_place is not None:
            return self.name_place(row, column)
        return Place(self.file, self.content.name, cell_name(row, column))

    def raw(self, row: int, column: int) -> Raw:
        """What stands in a cell; "" beyond the table's end."""
        rows = self.content.rows
        line = rows[row] if row < len(rows) else []
        return line[column] if column < len(line) else ""

    def text(self, row: int, column: int) -> str:
        """What is read in a cell."""
        return written(self.raw(row, column))

    def cell(self, row: int, column: int) -> Cell:
        """A cell with all that is known of it."""
        return self.cells(row, {0: column}).get(0) or Cell(place=self.place(row, column))

    def cells(self, row: int, columns: Mapping[K, int]) -> dict[K, Cell]:
        """The cells of a line in those columns, each by its key; none where nothing stands, not even a formula."""
        content, found = self.content, {}
        line = content.rows[row] if row < len(content.rows) else []
        has_broken = bool(content.errors or content.unstored)
        for key, column in columns.items():
            value = line[column] if column < len(line) else ""
            if has_broken and (broken := self._broken(row, column)) is not None:
                found[key] = broken
            elif isinstance(value, str):
                if value:
                    found[key] = Cell(value, self.place(row, column))
            else:
                found[key] = self._typed(row, column, value)
        return found

    def _typed(self, row: int, column: int, value: int | float | bool | date) -> Cell:
        place = self.place(row, column)
        if isinstance(value, bool):
            return Cell(written(value), place, verdict=value)
        if isinstance(value, date):
            return Cell(written(value), place, day=value)
        if (row, column) in self.content.percents:
            return _percent(value, place)
        return Cell(written(value), place, partial(read_spreadsheet_number, value))

    def _broken(self, row: int, column: int) -> Cell | None:
        """An error value, or a formula without its result."""
        at, place = (row, column), self.place(row, column)
        if at in self.content.errors:
            found = self.content.errors[at]
            return Cell(place=place, problem=Problem("tables.error_value", {"found": found}, place))
        if at in self.content.unstored:
            return Cell(place=place, problem=Problem("tables.formula_without_value", {}, place))
        return None


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


@without_collecting()
def tables_of(file: TableFile) -> tuple[Table, ...]:
    """Every sheet of a file that may be opened. Raises FiguresRefused."""
    if file.kind is FileKind.TEXT:
        return (_csv_table(file),)
    with reading(file.name), file.archive() as archive:
        if file.kind is FileKind.ODS:
            from thidua.files.ods import read_ods  # noqa: PLC0415 - most workbooks are not ODS

            sheets = list(read_ods(file.name, archive))
        else:
            sheets = list(read_xlsx(file.name, archive))
    if all(sheet.is_empty for sheet in sheets):
        raise refuse("tables.empty_workbook", file.name)
    return tuple(Table(file.name, sheet) for sheet in sheets)


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
    return Table(file.name, Sheet("", rows))


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
            rows.append([clean(value) for value in line])
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
