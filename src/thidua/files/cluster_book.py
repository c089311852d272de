"""Reads the workbook that sets up clusters: a line for each member, and a sheet for units that are new.

The number, name, year and level of a cluster may stand in its first line alone, as merged cells leave them. "Until and
including" is the last day; the day after it is the end. What a cell cannot mean is kept as a problem with its place
beside the lines that were read, so that everything wrong with the file is told at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from thidua.core.errors import NumberRefused, Place, Problem
from thidua.core.reading import read_date
from thidua.core.scoring.cells import EMPTY, Cell
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level
from thidua.files.tables import Table
from thidua.files.titles import HEADER_WITHIN, title_key

Value = TypeVar("Value")


class ClusterColumn(StrEnum):
    """A column of the workbook; its title is `ClusterColumn.…` in the sentences."""

    NUMBER = "number"
    NAME = "name"
    YEAR = "year"
    LEVEL = "level"
    CODE = "code"
    UNIT = "unit"
    SUPERIOR = "superior"
    POSITION = "position"
    OFFICE = "office"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    DOCUMENT = "document"


# The first title is the one that the template writes and messages name.
TITLES: Mapping[ClusterColumn, tuple[str, ...]] = {
    ClusterColumn.NUMBER: ("Số cụm", "Cluster number"),
    ClusterColumn.NAME: ("Tên cụm", "Cluster name"),
    ClusterColumn.YEAR: ("Năm", "Year"),
    ClusterColumn.LEVEL: ("Cấp", "Level"),
    ClusterColumn.CODE: ("Mã đơn vị", "Unit code"),
    ClusterColumn.UNIT: ("Tên đơn vị", "Unit name"),
    ClusterColumn.SUPERIOR: ("Tỉnh, thành phố", "Cấp trên", "Trực thuộc", "Superior", "Province"),
    ClusterColumn.POSITION: ("Thứ tự phát biểu", "Thứ tự", "Order of speaking"),
    ClusterColumn.OFFICE: ("Chức vụ", "Office"),
    ClusterColumn.STARTS_ON: ("Từ ngày", "From"),
    ClusterColumn.ENDS_ON: ("Đến hết ngày", "Đến ngày", "Until and including"),
    ClusterColumn.DOCUMENT: ("Căn cứ", "Văn bản", "Document"),
}
CLUSTERS = (ClusterColumn.NUMBER, ClusterColumn.YEAR, ClusterColumn.UNIT)  # without these, no sheet of clusters
UNITS = (ClusterColumn.CODE, ClusterColumn.UNIT, ClusterColumn.LEVEL, ClusterColumn.SUPERIOR, ClusterColumn.STARTS_ON)
_LEVELS = {
    Level.MINISTRY: ("bộ", "ministry"),
    Level.DEPARTMENT: ("cục, vụ", "cục", "vụ", "department"),
    Level.PROVINCE: ("tỉnh, thành phố", "tỉnh", "thành phố", "province"),
    Level.DIVISION: ("phòng", "division"),
    Level.DISTRICT: ("huyện", "quận", "district"),
    Level.COMMUNE: ("xã, phường, đặc khu", "xã", "phường", "đặc khu", "commune"),
}
_OFFICES = {
    OfficeKind.CHAIR: ("cụm trưởng", "trưởng", "khối trưởng", "chair"),
    OfficeKind.DEPUTY: ("cụm phó", "phó", "khối phó", "deputy chair", "deputy"),
}
_LEVEL_OF = {title_key(word): level for level, words in _LEVELS.items() for word in words}
_OFFICE_OF = {title_key(word): kind for kind, words in _OFFICES.items() for word in words}


@dataclass(frozen=True, slots=True)
class BookLine:
    """One line: a member of a cluster, or a new unit. What a cell does not hold, or not readably, is empty or None."""

    places: Mapping[ClusterColumn, Place]
    number: str = ""
    name: str = ""
    year: int | None = None
    level: Level | None = None
    code: str = ""
    unit: str = ""
    superior: str = ""
    position: int | None = None
    office: OfficeKind | None = None
    starts_on: date | None = None
    ends_on: date | None = None  # the first day after
    document: str = ""

    def place(self, column: ClusterColumn) -> Place:
        """The cell of a column in this line; without that column, the first cell."""
        return self.places.get(column) or next(iter(self.places.values()))


@dataclass(slots=True)
class ClusterBook:
    """All lines of a workbook, and what could not be read."""

    file: str
    members: list[BookLine] = field(default_factory=list)
    units: list[BookLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_cluster_book(tables: Sequence[Table]) -> ClusterBook:
    """The clusters and new units of all sheets; a sheet with neither sort of titles is passed over."""
    book = ClusterBook(tables[0].file if tables else "")
    titled = [(table, found) for table in tables if (found := _find_titles(table)) is not None]
    for table, (row, columns) in titled:
        book.problems += _titles_twice(table, row)
        wanted = CLUSTERS if ClusterColumn.NUMBER in columns else UNITS
        missing = [TITLES[column][0] for column in wanted if column not in columns]
        if missing:
            book.problems.append(Problem("tables.column_missing", {"titles": missing}, table.place(row, 0)))
        elif wanted is CLUSTERS:
            book.members += _carried_down(_read_lines(table, row, columns, book.problems))
        else:
            book.units += _read_lines(table, row, columns, book.problems)
    if titled and not book.members and not book.units and not book.problems:
        book.problems.append(Problem("cluster_book.no_lines", {}, Place(book.file)))
    elif not titled:
        titles = [TITLES[column][0] for column in CLUSTERS]
        book.problems.append(Problem("tables.no_header", {"rows": HEADER_WITHIN, "titles": titles}, Place(book.file)))
    return book


_COLUMN_OF = {title_key(title): column for column, titles in TITLES.items() for title in titles}


def _find_titles(table: Table) -> tuple[int, dict[ClusterColumn, int]] | None:
    """The line with most known titles, and where each column stands; None below three."""
    best: tuple[int, dict[ClusterColumn, int]] | None = None
    for row, line in enumerate(table.rows[:HEADER_WITHIN]):
        columns: dict[ClusterColumn, int] = {}
        for place, value in enumerate(line):
            column = _COLUMN_OF.get(title_key(str(value)))
            if column is not None:
                columns.setdefault(column, place)
        if len(columns) >= 3 and (best is None or len(columns) > len(best[1])):
            best = row, columns
    return best


def _titles_twice(table: Table, row: int) -> Iterator[Problem]:
    first: dict[ClusterColumn, int] = {}
    for place, value in enumerate(table.rows[row]):
        column = _COLUMN_OF.get(title_key(str(value)))
        if column is not None and first.setdefault(column, place) != place:
            data = {"title": str(value), "first": table.place(row, first[column]).cell}
            yield Problem("tables.title_twice", data, table.place(row, place))


def _read_lines(
    table: Table, header: int, columns: Mapping[ClusterColumn, int], problems: list[Problem]
) -> list[BookLine]:
    lines = []
    for row in range(header + 1, len(table.rows)):
        cells = table.cells(row, columns)
        if cells:
            places = {column: table.place(row, place) for column, place in columns.items()}
            lines.append(_Line(cells, places, problems).read())
    return lines


@dataclass(slots=True)
class _Line:
    """A line being read; what is wrong goes to `problems`."""

    cells: Mapping[ClusterColumn, Cell]
    places: Mapping[ClusterColumn, Place]
    problems: list[Problem]

    def read(self) -> BookLine:
        ends = self.day(ClusterColumn.ENDS_ON)
        return BookLine(
            places=self.places,
            number=self.text(ClusterColumn.NUMBER),
            name=self.text(ClusterColumn.NAME),
            year=self.value(ClusterColumn.YEAR, _year, "cluster_book.year_unread"),
            level=self.value(ClusterColumn.LEVEL, _LEVEL_OF.get, "cluster_book.level_unknown"),
            code=self.text(ClusterColumn.CODE),
            unit=self.text(ClusterColumn.UNIT),
            superior=self.text(ClusterColumn.SUPERIOR),
            position=self.value(ClusterColumn.POSITION, _position, "cluster_book.position_unread"),
            office=self.value(ClusterColumn.OFFICE, _OFFICE_OF.get, "cluster_book.office_unknown"),
            starts_on=self.day(ClusterColumn.STARTS_ON),
            ends_on=None if ends is None else ends + timedelta(days=1),
            document=self.text(ClusterColumn.DOCUMENT),
        )

    def text(self, column: ClusterColumn) -> str:
        """The text of a cell; an error value or a formula without its result is a problem."""
        cell = self.cells.get(column, EMPTY)
        self.problems += [] if cell.problem is None else [cell.problem]
        return " ".join(cell.text.split())

    def value(self, column: ClusterColumn, read: Callable[[str], Value | None], code: str) -> Value | None:
        """What a cell means, where it holds anything."""
        text = self.text(column)
        found = read(title_key(text)) if text else None
        if text and found is None:
            self.problems.append(Problem(code, {"text": text}, self.places[column]))
        return found

    def day(self, column: ClusterColumn) -> date | None:
        """A date cell, or a text that is a date."""
        text, cell = self.text(column), self.cells.get(column, EMPTY)
        if cell.day is not None or not text:
            return cell.day
        try:
            return read_date(text)
        except NumberRefused as refusal:
            self.problems += [replace(problem, place=self.places[column]) for problem in refusal.problems]
            return None


def _year(text: str) -> int | None:
    return int(text) if len(text) == 4 and text.isdecimal() else None


def _position(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 5 and int(text) > 0 else None


def _carried_down(lines: Sequence[BookLine]) -> list[BookLine]:
    """A line without a number belongs to the cluster of the line above."""
    carried: list[BookLine] = []
    for line in lines:
        carried.append(_below(carried[-1], line) if carried and not line.number else line)
    return carried


def _below(above: BookLine, line: BookLine) -> BookLine:
    return replace(
        line,
        number=above.number,
        name=line.name or above.name,
        year=line.year or above.year,
        level=line.level or above.level,
        superior=line.superior or above.superior,
    )
