"""The pass over one sheet of a workbook: the cells that it writes, in the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from thidua.files.sheets import At, Range, Raw, Sheet, position
from thidua.files.xlsx_rows import CLOSING, UsualRows
from thidua.files.xlsx_styles import Workbook
from thidua.files.xlsx_texts import Texts, clean
from thidua.files.xml_parts import Attributes, Pieces, walk_pieces


def read_cells(part: bytes, sheet: Sheet, workbook: Workbook) -> None:
    """Write the cells of a sheet's part into the sheet. Raises TooFar."""
    reading = _Cells(sheet, workbook)
    rows = Pieces(["worksheet", "sheetData"], CLOSING, reading.take)
    walk_pieces(part, rows, reading.start, reading.end, reading.text)


@dataclass(slots=True)
class _Cells:
    """The pass over one sheet. A cell may leave out its name: then it follows the one before."""

    sheet: Sheet
    workbook: Workbook
    row: int = -1
    column: int = -1
    kind: str = ""
    style: str = ""
    has_formula: bool = False
    stored: str = ""
    inline: Texts | None = None
    is_value: bool = False
    columns: dict[str, int] = field(default_factory=dict)
    usual: UsualRows = field(init=False)

    def __post_init__(self) -> None:
        self.usual = UsualRows(self.sheet, self.workbook)

    def take(self, piece: bytes) -> bool:
        """A row that is written as usual."""
        last = self.usual.read(piece)
        if last is None:
            return False
        self.row, self.column = last
        return True

    def start(self, tag: str, given: Attributes) -> None:
        if tag == "c":
            self.cell(given)
        elif tag == "v":
            self.is_value = True
        elif tag == "row":
            number = given.get("r")
            self.row, self.column = self.row + 1 if number is None else int(number) - 1, -1
            if given.get("hidden") in ("1", "true"):
                self.sheet.hidden.add(self.row)
        elif tag == "f":
            self.has_formula = True
        elif tag == "is":
            self.inline = Texts()
        elif self.inline is not None:
            self.inline.start(tag, given)
        elif tag == "mergeCell":
            first, _, last = given["ref"].partition(":")
            self.sheet.merged.append(Range(position(first), position(last or first)))

    def cell(self, given: Attributes) -> None:
        self.kind, self.style, self.stored = given.get("t", ""), given.get("s", ""), ""
        self.has_formula, self.inline = False, None
        if "r" in given:
            self.row, self.column = self.place(given["r"])
        else:
            self.column += 1

    def place(self, name: str) -> At:
        letters = name.rstrip("0123456789")
        if letters not in self.columns:
            self.columns[letters] = position(f"{letters}1")[1]
        return int(name[len(letters) :]) - 1, self.columns[letters]

    def text(self, text: str) -> None:
        if self.is_value:
            self.stored += text  # nearly always one piece
        elif self.inline is not None:
            self.inline.text(text)

    def end(self, tag: str) -> None:
        if tag == "v":
            self.is_value = False
        elif tag == "c":
            self.finish()
        elif self.inline is not None:
            self.inline.end(tag)

    def finish(self) -> None:
        """Write the cell, now that all of it is known."""
        if self.stored:
            self.sheet.put(self.row, self.column, self.value(self.stored))
        elif self.inline is not None:
            self.sheet.put(self.row, self.column, self.inline.take())
            self.inline = None
        elif self.has_formula:
            self.sheet.put(self.row, self.column, "")
            if self.kind != "str":
                self.sheet.unstored.add((self.row, self.column))

    def value(self, stored: str) -> Raw:
        """What a stored text is by the cell's type (18.18.11, ST_CellType)."""
        match self.kind:
            case "s":
                return self.workbook.texts[_index(stored)]
            case "" | "n":
                return self.workbook.number(float(stored), self.style, self.sheet, (self.row, self.column))
            case "str":
                return clean(stored)
            case "b":
                return stored.strip() == "1"
            case "e":
                self.sheet.errors[self.row, self.column] = stored
                return stored
            case "d":
                return date.fromisoformat(stored.strip()[:10])
        raise ValueError(self.kind)


def _index(stored: str) -> int:
    index = int(stored)
    if index < 0:
        raise IndexError(stored)
    return index
