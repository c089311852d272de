"""A sheet while it is being read: its cells, what must be known of some of them, and how far it may reach.

Positions are (row, column), both from 0. A sheet that reaches further than figures do is refused at the first cell
beyond, before anybody makes room for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import cast

from thidua.core.errors import FiguresRefused
from thidua.files.containers import refuse

MOST_ROWS = 200_000
MOST_COLUMNS = 16_384  # what spreadsheets have
MOST_CELLS = 4_000_000

At = tuple[int, int]
Raw = str | int | float | bool | date
_NAME = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True)
class Range:
    """A block of cells, both ends included."""

    first: At
    last: At

    @property
    def name(self) -> str:
        """As spreadsheets write it: C7:D8."""
        return f"{cell_name(*self.first)}:{cell_name(*self.last)}"


class TooFar(Exception):
    """A sheet that reaches further than is read."""

    def __init__(self, at: At) -> None:
        super().__init__(at)
        self.at = at


@dataclass(slots=True)
class Sheet:
    """The cells of one sheet from A1 on, rows as long as they are; an empty cell is "".

    percents: numbers that the sheet shows times 100 · errors: error values as shown · unstored: formulas without
    their result · merged: merged blocks.
    """

    name: str
    rows: list[list[Raw]] = field(default_factory=list)
    percents: set[At] = field(default_factory=set)
    errors: dict[At, str] = field(default_factory=dict)
    unstored: set[At] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)  # rows that are folded away, from 0
    is_hidden: bool = False  # the sheet as a whole
    cells: int = 0

    def put(self, row: int, column: int, value: Raw) -> None:
        """Write a cell. Raises TooFar beyond what is read."""
        if row >= MOST_ROWS or column >= MOST_COLUMNS:
            raise TooFar((row, column))
        while len(self.rows) <= row:
            self.rows.append([])
        line = self.rows[row]
        if column < len(line):
            line[column] = value
            return
        self.cells += column + 1 - len(line)
        if self.cells > MOST_CELLS:
            raise TooFar((row, column))
        line.extend([""] * (column - len(line)))
        line.append(value)

    def has_room(self, row: int, width: int) -> bool:
        """Whether a line of so many cells may be written, and stands below all that are."""
        is_near = row < MOST_ROWS and width <= MOST_COLUMNS and self.cells + width <= MOST_CELLS
        return is_near and row >= len(self.rows)

    def put_line(self, row: int, values: list[Raw | None]) -> None:
        """Write a whole line for which there is room; it ends with its last value."""
        if None in values:
            ends = next((at for at in range(len(values), 0, -1) if values[at - 1] is not None), 0)
            line: list[Raw] = ["" if value is None else value for value in values[:ends]]
        else:
            line = cast(list[Raw], values)
        if line:
            self.rows += [[] for _ in range(row - len(self.rows))]
            self.rows.append(line)
            self.cells += len(line)

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds anything."""
        return not (self.errors or self.unstored or any(value != "" for line in self.rows for value in line))


def too_far(file: str, sheet: str, far: TooFar) -> FiguresRefused:
    """The refusal of a sheet that reaches too far."""
    return refuse("tables.too_many_rows", file, sheet=sheet, cell=cell_name(*far.at), rows=MOST_ROWS, cells=MOST_CELLS)


def cell_name(row: int, column: int) -> str:
    """A1 for (0, 0)."""
    return f"{_letters(column)}{row + 1}"


@cache
def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def position(name: str) -> At:
    """(0, 0) for A1. Raises ValueError for what is no name of a cell."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(name)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
