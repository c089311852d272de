"""What a reader of values does not tell about a workbook's cells: percent formats, formulas, errors, merged ranges.

One pass over each sheet's XML. It also finds how far a sheet reaches before anybody makes room for its cells, so that
one stray cell in the last row costs nothing. Positions are (row, column), both from 0.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from thidua.core.errors import FiguresRefused
from thidua.files.containers import FileKind, TableFile, attributes, reading, refuse, walk_xml

MOST_ROWS = 200_000
MOST_CELLS = 4_000_000

At = tuple[int, int]
PERCENT_FORMATS = {"9", "10"}  # built in: 0% and 0.00% (ECMA-376, 18.8.30)
_NAME = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')


@dataclass(frozen=True, slots=True)
class Range:
    """A block of cells, both ends included."""

    first: At
    last: At

    @property
    def name(self) -> str:
        """As spreadsheets write it: C7:D8."""
        return f"{cell_name(*self.first)}:{cell_name(*self.last)}"


@dataclass(slots=True)
class Marks:
    """The marks of one sheet. rows, columns: how far cells with content reach."""

    percents: set[At] = field(default_factory=set)
    formulas: set[At] = field(default_factory=set)
    texts: set[At] = field(default_factory=set)  # formulas whose stored result is a text, perhaps an empty one
    errors: set[At] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)
    rows: int = 0
    columns: int = 0

    def reach(self, row: int, column: int) -> None:
        """Take note of a cell with content. Raises TooFar beyond what a table of figures needs."""
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if self.rows > MOST_ROWS or self.rows * self.columns > MOST_CELLS:
            raise TooFar((row, column))


class TooFar(Exception):
    """A sheet that reaches further than is read."""

    def __init__(self, at: At) -> None:
        super().__init__(at)
        self.at = at


def cell_name(row: int, column: int) -> str:
    """A1 for (0, 0)."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


def position(name: str) -> At:
    """(0, 0) for A1. Raises ValueError for what is no name of a cell."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(name)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def read_marks(file: TableFile) -> dict[str, Marks]:
    """The marks of every sheet by its name. Raises FiguresRefused for damage and for sheets without end."""
    with reading(file.name), file.archive() as archive:
        if file.kind is FileKind.ODS:
            from thidua.files.ods_marks import read_ods_marks  # noqa: PLC0415 - most workbooks are not ODS

            return read_ods_marks(file.name, archive)
        return _xlsx_marks(file.name, archive)


def _xlsx_marks(file: str, archive: zipfile.ZipFile) -> dict[str, Marks]:
    workbook = _workbook_part(archive)
    folder = posixpath.dirname(workbook)
    targets = _relations(archive, workbook)
    percents = _percent_styles(archive, _part_of(targets, "/styles", folder))
    found = {}
    for name, relation in _sheets(archive, workbook):
        kind, target = targets[relation]
        if kind.endswith("/worksheet"):
            found[name] = _sheet_marks(file, name, archive, _join(folder, target), percents)
    return found


def _workbook_part(archive: zipfile.ZipFile) -> str:
    for kind, target in _relations(archive, "").values():
        if kind.endswith("/officeDocument"):
            return _join("", target)
    raise KeyError("officeDocument")


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Type and target of each relation of a part, by its id."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, given: list[str]) -> None:
        if tag == "Relationship":
            values = attributes(given)
            found[values["Id"]] = (values["Type"], values["Target"])

    with archive.open(posixpath.join(folder, "_rels", f"{name}.rels")) as stream:
        walk_xml(stream, start)
    return found


def _join(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _part_of(targets: dict[str, tuple[str, str]], kind: str, folder: str) -> str | None:
    return next((_join(folder, target) for one, target in targets.values() if one.endswith(kind)), None)


def _sheets(archive: zipfile.ZipFile, workbook: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def start(tag: str, given: list[str]) -> None:
        if tag == "sheet":
            # sheetId and r:id differ only in their prefix; the relation's carries one.
            values = dict(zip(given[::2], given[1::2], strict=True))
            relation = next(value for name, value in values.items() if name.endswith(":id"))
            found.append((values["name"], relation))

    with archive.open(workbook) as stream:
        walk_xml(stream, start)
    return found


def _percent_styles(archive: zipfile.ZipFile, part: str | None) -> set[str]:
    """The numbers of the cell styles that show a percentage."""
    formats: set[str] = set(PERCENT_FORMATS)
    used: list[str] = []
    inside: list[str] = []

    def start(tag: str, given: list[str]) -> None:
        inside.append(tag)
        if tag == "numFmt":
            values = attributes(given)
            (formats.add if _shows_percent(values["formatCode"]) else formats.discard)(values["numFmtId"])
        elif tag == "xf" and "cellXfs" in inside:
            used.append(attributes(given).get("numFmtId", "0"))

    def end(_tag: str) -> None:
        inside.pop()

    if part is None:
        return set()
    with archive.open(part) as stream:
        walk_xml(stream, start, end)
    return {str(index) for index, number in enumerate(used) if number in formats}


def _shows_percent(code: str) -> bool:
    """Whether a number format multiplies by 100: a percent sign outside quotes, escapes and brackets."""
    return "%" in _NOT_SHOWN.sub("", code)


def _sheet_marks(file: str, sheet: str, archive: zipfile.ZipFile, part: str, percents: set[str]) -> Marks:
    scan = _SheetScan(percents)
    try:
        with archive.open(part) as stream:
            walk_xml(stream, scan.start)
    except TooFar as far:
        raise too_far(file, sheet, far) from None
    return scan.marks


def too_far(file: str, sheet: str, far: TooFar) -> FiguresRefused:
    """The refusal of a sheet that reaches too far."""
    return refuse("tables.too_many_rows", file, sheet=sheet, cell=cell_name(*far.at), rows=MOST_ROWS, cells=MOST_CELLS)


@dataclass(slots=True)
class _SheetScan:
    """The pass over one sheet of an xlsx workbook. A cell may leave out its name: then it follows the one before."""

    percents: set[str]
    marks: Marks = field(default_factory=Marks)
    at: At = (-1, -1)
    kind: str = ""

    def start(self, tag: str, given: list[str]) -> None:
        if tag == "c":
            self.cell(given)
        elif tag in ("v", "is"):
            self.marks.reach(*self.at)
        elif tag == "f":
            self.marks.formulas.add(self.at)
            self.marks.reach(*self.at)
            if self.kind == "str":
                self.marks.texts.add(self.at)
        elif tag == "row":
            number = attributes(given).get("r")
            self.at = (self.at[0] + 1 if number is None else int(number) - 1, -1)
        elif tag == "mergeCell":
            first, _, last = attributes(given)["ref"].partition(":")
            self.marks.merged.append(Range(position(first), position(last or first)))

    def cell(self, given: list[str]) -> None:
        self.kind = ""
        self.at = (self.at[0], self.at[1] + 1)
        for index in range(0, len(given), 2):
            name, value = given[index], given[index + 1]
            if name == "r":
                self.at = position(value)
            elif name == "s" and value in self.percents:
                self.marks.percents.add(self.at)
            elif name == "t":
                self.kind = value
        if self.kind == "e":
            self.marks.errors.add(self.at)
