"""Reads the cells of .ods documents (OpenDocument 1.2, part 1, 9.1), where positions are counted, not named.

Empty lines and cells are written as repetitions, up to a million at a time; they are counted and never built.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from thidua.files.sheets import Range, Raw, Sheet, TooFar, too_far
from thidua.files.xlsx_texts import clean
from thidua.files.xml_parts import Attributes, walk_xml, without_prefix

_CELLS = ("table-cell", "covered-table-cell")


def read_ods(file: str, archive: zipfile.ZipFile) -> Iterator[Sheet]:
    """Every sheet in order. Raises FiguresRefused for one that reaches too far."""
    reading = _Document()
    try:
        with archive.open("content.xml") as stream:
            walk_xml(stream, reading.start, reading.end, reading.text)
    except TooFar as far:
        raise too_far(file, reading.sheets[-1].name, far) from None
    yield from reading.sheets


@dataclass(slots=True)
class _Document:
    """One pass over the document. `cell`: attributes of the cell that is open."""

    sheets: list[Sheet] = field(default_factory=list)
    row: int = 0
    column: int = 0
    height: int = 1
    is_folded: bool = False  # whether the row is hidden
    cell: Attributes | None = None
    pieces: list[str] = field(default_factory=list)
    remarks: int = 0  # how many annotations are open; their text is not the cell's

    def start(self, tag: str, given: Attributes) -> None:
        if tag == "table":
            self.sheets.append(Sheet(clean(without_prefix(given).get("name", ""))))
            self.row = 0
        elif tag == "table-row":
            self.column, self.height = 0, int(without_prefix(given).get("number-rows-repeated", "1"))
            self.is_folded = without_prefix(given).get("visibility", "visible") != "visible"
        elif tag in _CELLS and self.sheets:
            self.cell = without_prefix(given)
            self.pieces.clear()
        elif tag == "annotation":
            self.remarks += 1
        elif self.cell is not None and not self.remarks:
            self.piece(tag, given)

    def piece(self, tag: str, given: Attributes) -> None:
        """Blanks and lines that stand as elements inside a text."""
        if tag == "p" and self.pieces:
            self.pieces.append("\n")
        elif tag == "s":
            self.pieces.append(" " * min(int(without_prefix(given).get("c", "1")), 100))
        elif tag in ("tab", "line-break"):
            self.pieces.append("\t" if tag == "tab" else "\n")

    def text(self, text: str) -> None:
        if self.cell is not None and not self.remarks:
            self.pieces.append(text)

    def end(self, tag: str) -> None:
        if tag in _CELLS and self.cell is not None:
            width = int(self.cell.get("number-columns-repeated", "1"))
            self.finish(self.cell, clean("".join(self.pieces)), width)
            self.column, self.cell = self.column + width, None
        elif tag == "table-row":
            self.row += self.height
        elif tag == "annotation":
            self.remarks -= 1

    def finish(self, given: Attributes, written: str, width: int) -> None:
        """Write the cell, as often as it is repeated."""
        sheet = self.sheets[-1]
        down, across = int(given.get("number-rows-spanned", "1")), int(given.get("number-columns-spanned", "1"))
        if down > 1 or across > 1:
            sheet.merged.append(Range((self.row, self.column), (self.row + down - 1, self.column + across - 1)))
        kind, has_formula = given.get("value-type", ""), "formula" in given
        is_error = has_formula and written.startswith(("#", "Err:"))
        value: Raw = written if is_error else _value(kind, given, written)
        if value == "" and not has_formula:
            return
        for row in range(self.row, self.row + self.height):
            if self.is_folded:
                sheet.hidden.add(row)
            for column in range(self.column, self.column + width):
                sheet.put(row, column, value)
                if is_error:
                    sheet.errors[row, column] = written
                elif has_formula and not kind:
                    sheet.unstored.add((row, column))
                elif kind == "percentage":
                    sheet.percents.add((row, column))


def _value(kind: str, given: Attributes, written: str) -> Raw:
    match kind:
        case "float" | "currency" | "percentage":
            return float(given["value"])
        case "date":
            return date.fromisoformat(given["date-value"][:10])
        case "boolean":
            return given["boolean-value"] == "true"
    return written
