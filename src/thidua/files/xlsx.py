"""Reads the cells of .xlsx and .xlsm workbooks: stored values, nothing computed, no macro, no link followed.

One pass over each sheet's XML (ECMA-376, part 1, 18.3 SpreadsheetML worksheets). Besides the values it keeps what a
reader of figures must know: which numbers are shown as percentages, which formulas have no stored result, error
values, merged cells.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from thidua.files.containers import Attributes, walk_xml
from thidua.files.sheets import At, Range, Raw, Sheet, TooFar, position, too_far

LAST_SERIAL = 2_958_465  # 31/12/9999
# Built-in number formats (18.8.30, numFmts); 27 to 36 and 50 to 58 are dates of East Asian languages.
_PERCENTS = (9, 10)
_DATES = (14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59))
_TIMES = (18, 19, 20, 21, *range(32, 36), 45, 46, 47)
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class Shown(Enum):
    """How a number format shows its numbers, where that changes what they mean."""

    PERCENT = "percent"
    DATE = "date"
    TIME = "time"


@dataclass(slots=True)
class _Workbook:
    """What sheets share."""

    texts: list[str] = field(default_factory=list)
    styles: dict[str, Shown] = field(default_factory=dict)  # by the number of the cell style
    first_day: date = date(1899, 12, 30)


def read_xlsx(file: str, archive: zipfile.ZipFile) -> Iterator[Sheet]:
    """Every worksheet in the workbook's order. Raises FiguresRefused for one that reaches too far.

    Broken parts raise what `containers.reading` turns into a refusal.
    """
    part = next(_parts(archive, "", "/officeDocument"))
    workbook, sheets = _Workbook(), []

    def start(tag: str, given: Attributes) -> None:
        if tag == "sheet":
            relations = [value for name, value in given.items() if name.endswith(":id")]
            sheets.append((given["name"], relations[0]))
        elif tag == "workbookPr" and given.get("date1904") in ("1", "true"):
            workbook.first_day = date(1904, 1, 1)

    with archive.open(part) as stream:
        walk_xml(stream, start)
    for shared in _parts(archive, part, "/sharedStrings"):
        workbook.texts = _shared_texts(archive, shared)
    for styles in _parts(archive, part, "/styles"):
        workbook.styles = _styles(archive, styles)
    targets = _relations(archive, part)
    for name, relation in sheets:
        kind, target = targets[relation]
        if kind.endswith("/worksheet"):
            yield _read_sheet(file, archive, target, Sheet(unicodedata.normalize("NFC", name).strip()), workbook)


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Type and target part of each relation of a part, by its id."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, given: Attributes) -> None:
        if tag == "Relationship":
            target = given["Target"]
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[given["Id"]] = (given["Type"], whole)

    with archive.open(posixpath.join(folder, "_rels", f"{name}.rels")) as stream:
        walk_xml(stream, start)
    return found


def _parts(archive: zipfile.ZipFile, part: str, kind: str) -> Iterator[str]:
    """The parts to which a part stands in this relation. Raises KeyError when a workbook has none at all."""
    found = [target for one, target in _relations(archive, part).values() if one.endswith(kind)]
    if not found and not part:
        raise KeyError(kind)
    yield from found


def _shared_texts(archive: zipfile.ZipFile, part: str) -> list[str]:
    """The texts that cells name by number. Pronunciation marks (rPh) are not part of a text."""
    texts: list[str] = []
    reading = _Texts()

    def end(tag: str) -> None:
        reading.end(tag)
        if tag == "si":
            texts.append(reading.take())

    with archive.open(part) as stream:
        walk_xml(stream, reading.start, end, reading.text)
    return texts


@dataclass(slots=True)
class _Texts:
    """The pieces of one text: all `t` outside of `rPh`."""

    pieces: list[str] = field(default_factory=list)
    is_text: bool = False
    is_spoken: bool = False

    def start(self, tag: str, _given: Attributes) -> None:
        if tag == "t":
            self.is_text = not self.is_spoken
        elif tag == "rPh":
            self.is_spoken = True

    def end(self, tag: str) -> None:
        if tag == "t":
            self.is_text = False
        elif tag == "rPh":
            self.is_spoken = False

    def text(self, text: str) -> None:
        if self.is_text:
            self.pieces.append(text)

    def take(self) -> str:
        text = "".join(self.pieces)
        self.pieces.clear()
        return clean(text)


def clean(text: str) -> str:
    """A cell's text in NFC without outer blanks; `_x000D_` is how a part writes a control character."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return text.strip() if text.isascii() else unicodedata.normalize("NFC", text).strip()


def _styles(archive: zipfile.ZipFile, part: str) -> dict[str, Shown]:
    """How the cell styles that matter show their numbers."""
    formats = {str(number): Shown.PERCENT for number in _PERCENTS}
    formats |= {str(number): Shown.DATE for number in _DATES} | {str(number): Shown.TIME for number in _TIMES}
    used: list[str] = []
    inside: list[str] = []

    def start(tag: str, given: Attributes) -> None:
        inside.append(tag)
        if tag == "numFmt":
            shown = how_shown(given["formatCode"])
            formats.pop(given["numFmtId"], None)
            formats.update({} if shown is None else {given["numFmtId"]: shown})
        elif tag == "xf" and "cellXfs" in inside:
            used.append(given.get("numFmtId", "0"))

    def end(_tag: str) -> None:
        inside.pop()

    with archive.open(part) as stream:
        walk_xml(stream, start, end)
    return {str(index): formats[number] for index, number in enumerate(used) if number in formats}


def how_shown(code: str) -> Shown | None:
    """What a number format does: a percent sign or letters of dates outside quotes, escapes and brackets."""
    bare = _NOT_SHOWN.sub("", code).lower()
    if bare == "general":
        return None
    if "%" in bare:
        return Shown.PERCENT
    if "d" in bare or "y" in bare or ("m" in bare and "h" not in bare and "s" not in bare):
        return Shown.DATE
    return Shown.TIME if "h" in bare or "s" in bare else None


def _read_sheet(file: str, archive: zipfile.ZipFile, part: str, sheet: Sheet, workbook: _Workbook) -> Sheet:
    reading = _Cells(sheet, workbook)
    try:
        with archive.open(part) as stream:
            walk_xml(stream, reading.start, reading.end, reading.text)
    except TooFar as far:
        raise too_far(file, sheet.name, far) from None
    return sheet


@dataclass(slots=True)
class _Cells:
    """The pass over one sheet. A cell may leave out its name: then it follows the one before."""

    sheet: Sheet
    workbook: _Workbook
    row: int = -1
    column: int = -1
    kind: str = ""
    style: str = ""
    has_formula: bool = False
    stored: str = ""
    inline: _Texts | None = None
    is_value: bool = False
    columns: dict[str, int] = field(default_factory=dict)

    def start(self, tag: str, given: Attributes) -> None:
        if tag == "c":
            self.cell(given)
        elif tag == "v":
            self.is_value = True
        elif tag == "row":
            number = given.get("r")
            self.row, self.column = self.row + 1 if number is None else int(number) - 1, -1
        elif tag == "f":
            self.has_formula = True
        elif tag == "is":
            self.inline = _Texts()
        elif self.inline is not None:
            self.inline.start(tag, given)
        elif tag == "mergeCell":
            first, _, last = given["ref"].partition(":")
            self.sheet.merged.append(Range(position(first), position(last or first)))

    def cell(self, given: Attributes) -> None:
        self.kind, self.style, self.stored = given.get("t", ""), given.get("s", ""), ""
        self.has_formula = False
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
                return self.number(float(stored))
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

    def number(self, number: float) -> Raw:
        """A number as the cell's style shows it."""
        shown = self.workbook.styles.get(self.style)
        if shown is None:
            return number
        if shown is Shown.PERCENT:
            self.sheet.percents.add((self.row, self.column))
            return number
        return _hour(number) if shown is Shown.TIME else self.day(number)

    def day(self, serial: float) -> Raw:
        """A date by its number; before 01/03/1900 the count is off by one day, as it always was."""
        if not 1 <= serial <= LAST_SERIAL:
            return serial
        is_early = self.workbook.first_day.year == 1899 and serial < 60
        return self.workbook.first_day + timedelta(days=int(serial) + is_early)


def _index(stored: str) -> int:
    index = int(stored)
    if index < 0:
        raise IndexError(stored)
    return index


def _hour(days: float) -> str:
    """An hour or a duration as it is shown, which no figure is: 5:05."""
    minutes = int(days * 24 * 60 + 0.5) if abs(days) < LAST_SERIAL else 0
    return f"{minutes // 60}:{minutes % 60:02}"
