"""The marks of an ODS document, where positions are counted and empty lines are written as repetitions."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field

from thidua.files.containers import attributes, walk_xml
from thidua.files.marks import At, Marks, Range, TooFar, too_far


def read_ods_marks(file: str, archive: zipfile.ZipFile) -> dict[str, Marks]:
    """The marks of every sheet by its name. Raises FiguresRefused for sheets without end."""
    one_pass = _Pass()
    try:
        with archive.open("content.xml") as stream:
            walk_xml(stream, one_pass.start, one_pass.end, one_pass.text)
    except TooFar as far:
        raise too_far(file, one_pass.sheet, far) from None
    return one_pass.found


@dataclass(slots=True)
class _Pass:
    """One pass over the document."""

    found: dict[str, Marks] = field(default_factory=dict)
    sheet: str = ""
    row: int = 0
    column: int = 0
    height: int = 1
    cell: tuple[int, dict[str, str]] | None = None
    written: str = ""

    def start(self, tag: str, given: list[str]) -> None:
        if tag == "table":
            self.sheet, self.row = attributes(given).get("name", ""), 0
            self.found[self.sheet] = Marks()
        elif tag == "table-row":
            self.column, self.height = 0, int(attributes(given).get("number-rows-repeated", "1"))
        elif tag in ("table-cell", "covered-table-cell"):
            values = attributes(given)
            self.cell, self.written = (int(values.get("number-columns-repeated", "1")), values), ""

    def text(self, text: str) -> None:
        if self.cell is not None and len(self.written) < 40:
            self.written += text

    def end(self, tag: str) -> None:
        if tag in ("table-cell", "covered-table-cell") and self.cell is not None:
            width, values = self.cell
            self.note(width, values)
            self.column, self.cell = self.column + width, None
        elif tag == "table-row":
            self.row += self.height

    def note(self, width: int, values: dict[str, str]) -> None:
        marks = self.found[self.sheet]
        kind = values.get("value-type", "")
        down, across = int(values.get("number-rows-spanned", "1")), int(values.get("number-columns-spanned", "1"))
        if down > 1 or across > 1:
            marks.merged.append(Range((self.row, self.column), (self.row + down - 1, self.column + across - 1)))
        if not kind and not self.written and "formula" not in values:
            return
        marks.reach(self.row + self.height - 1, self.column + width - 1)
        for row in range(self.row, self.row + self.height):
            for column in range(self.column, self.column + width):
                self.mark(marks, (row, column), kind, values)

    def mark(self, marks: Marks, at: At, kind: str, values: dict[str, str]) -> None:
        if kind == "percentage":
            marks.percents.add(at)
        if "formula" in values:
            marks.formulas.add(at)
            if self.written.startswith(("#", "Err:")):
                marks.errors.add(at)
            elif kind == "string":
                marks.texts.add(at)
