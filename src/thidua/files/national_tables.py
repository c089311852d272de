"""Long tables of a national run, in any form, as whole clusters: what the CSV, Parquet and workbook readers share.

A long table names in each line the cluster, the period (if any) and the unit; the lines of a cluster stand together.
Owns where these columns stand and how lines become clusters; what a cell means is decided by the intake of a season.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thidua.core.errors import FiguresRefused, Place, Problem
from thidua.files.sheets import Raw, Sheet, cell_name
from thidua.files.tables import MakePlace, Table, written
from thidua.files.titles import Column, column_of, title_key

CLUSTER = ("cum", "cumthidua", "cluster")
PERIOD = ("ky", "period")

NumberedLine = tuple[int, Sequence[Raw]]


@dataclass(frozen=True, slots=True)
class Where:
    """The columns that say whose a line is; period is -1 where the table has none."""

    cluster: int
    period: int
    unit: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """The lines of one cluster (in one period), each with its number in the table, from 0."""

    name: str
    period: str
    lines: list[NumberedLine]


@dataclass(frozen=True, slots=True)
class Header:
    """The file and sheet of a long table, its titles and the number of their line, from 0.

    by_title: cells are named by line and title, for files that have no columns with letters.
    """

    file: str
    titles: Sequence[Raw]
    sheet: str = ""
    number: int = 0
    by_title: bool = False

    def place(self, number: int, column: int) -> Place:
        """Where a cell stands."""
        if not self.by_title:
            return Place(self.file, self.sheet, cell_name(number, column))
        title = written(self.titles[column]) if column < len(self.titles) else ""
        return Place(self.file, path=f"[{number - 1}].{title}" if number else title)

    def where(self) -> Where:
        """Where cluster, period and unit stand. Raises FiguresRefused when cluster or unit is not titled."""
        found = find_columns(self.titles)
        if found is None:
            place = self.place(self.number, 0)
            raise FiguresRefused(Problem("national.titles_missing", {}, Place(place.file, place.sheet, place.cell)))
        return found

    def over(self, lines: Sequence[NumberedLine]) -> Table:
        """Some lines under the titles as a table of their own; cells are named as they stand in the file."""
        rows = [list(self.titles), *(list(cells) for _number, cells in lines)]
        return Table(self.file, Sheet(self.sheet, rows), self._naming(lines))

    def _naming(self, lines: Sequence[NumberedLine]) -> MakePlace:
        numbers = [self.number, *(number for number, _cells in lines)]
        return lambda row, column: self.place(numbers[row], column)


def find_columns(titles: Sequence[Raw]) -> Where | None:
    """Where a line titles cluster, period and unit; None when it does not title both cluster and unit."""
    cluster = period = unit = -1
    for at, title in enumerate(written(value) for value in titles):
        key = title_key(title)
        if key in CLUSTER:
            cluster = at
        elif key in PERIOD:
            period = at
        elif column_of(title) is Column.UNIT:
            unit = at
    return Where(cluster, period, unit) if min(cluster, unit) >= 0 else None


def text_at(cells: Sequence[Raw], at: int) -> str:
    """What is read in a cell; nothing beyond the end of a line."""
    return written(cells[at]) if 0 <= at < len(cells) else ""


@dataclass(slots=True)
class Clusters:
    """Cuts the lines of one table into clusters; keeps what is wrong with the cut until it is asked for."""

    header: Header
    where: Where
    seen: set[tuple[str, str]] = field(default_factory=set)  # names and periods of clusters that have begun already
    _problems: list[Problem] = field(default_factory=list)

    def cut(self, lines: Iterator[NumberedLine]) -> Iterator[Cluster]:
        """Whole clusters, in the order of the file."""
        current: Cluster | None = None
        for number, cells in lines:
            if not self._says_something(cells):
                continue
            self._check_width(number, cells)
            name, period = text_at(cells, self.where.cluster), text_at(cells, self.where.period)
            if current is None or (name, period) != (current.name, current.period):
                if current is not None:
                    yield current
                self._begin(name, period, number)
                current = Cluster(name, period, [])
            current.lines.append((number, cells))
        if current is not None:
            yield current

    def take_problems(self) -> tuple[Problem, ...]:
        """What was found since the last time."""
        found, self._problems = tuple(self._problems), []
        return found

    def _says_something(self, cells: Sequence[Raw]) -> bool:
        """Whether a line is more than blank, a heading that names a cluster, or the titles over again."""
        if all(value == "" for at, value in enumerate(cells) if at != self.where.cluster):
            return False
        return find_columns(cells) != self.where

    def _begin(self, name: str, period: str, number: int) -> None:
        place = self.header.place(number, self.where.cluster)
        if not name:
            self._problems.append(Problem("national.cluster_missing", {}, place))
        elif (name, period) in self.seen:
            self._problems.append(Problem("national.cluster_scattered", {"cluster": name}, place))
        self.seen.add((name, period))

    def _check_width(self, number: int, cells: Sequence[Raw]) -> None:
        """In a CSV file an unquoted 8,5 between commas moves all that follows one cell on."""
        width = len(self.header.titles)
        if not self.header.sheet and any(value != "" for value in cells[width:]):
            data = {"cells": len(cells), "titles": width}
            self._problems.append(Problem("tables.row_too_long", data, self.header.place(number, width)))
