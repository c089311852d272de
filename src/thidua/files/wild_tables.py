"""Reads a scoring table as offices write it (TT, Nội dung, Điểm chuẩn, maybe Thưởng and Trừ) into a draft rulebook.

Takes what is certain: the tree by its numbering, the words, the points. How points are earned stands in sentences that
only people understand, so every leaf becomes `entry` with its words kept, and whatever was not understood is a warning
at its cell. A draft is to be read and finished by an officer; it is not scored with before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from thidua.core.errors import NumberRefused, Place, Problem, Severity
from thidua.core.numbers import Number, NumberKind
from thidua.core.reading import read_number
from thidua.core.rulebook.document import Document, add_up, document_of
from thidua.core.scoring.cells import Cell
from thidua.files.tables import Table
from thidua.files.titles import HEADER_WITHIN
from thidua.words.vietnamese import folded


class TableColumn(StrEnum):
    """What stands in a column of a scoring table."""

    NUMBER = "number"
    WORDS = "words"
    POINTS = "points"
    BONUS = "bonus"
    DEDUCTION = "deduction"


class Style(StrEnum):
    """How a row is numbered: I, A, 1 (or 1.2), a."""

    ROMAN = "roman"
    CAPITAL = "capital"
    NUMBER = "number"
    SMALL = "small"


# Titles without marks, signs and blanks; a title may be longer ("điểm tối đa (100)").
TITLES: Mapping[TableColumn, tuple[str, ...]] = {
    TableColumn.NUMBER: ("tt", "stt", "so tt", "so thu tu", "muc"),
    TableColumn.WORDS: ("noi dung", "tieu chi", "noi dung tieu chi", "noi dung danh gia", "noi dung cham diem"),
    TableColumn.POINTS: ("diem chuan", "diem toi da", "thang diem", "diem", "chuan", "so diem"),
    TableColumn.BONUS: ("diem thuong", "thuong", "diem cong", "cong"),
    TableColumn.DEDUCTION: ("diem tru", "tru"),
}
SUMS = ("tong", "tong cong", "tong diem", "cong", "tong so diem")
_NUMBERED = re.compile(r"\(?([IVXLC]+|[A-Z]|[a-zđ]|\d{1,3}(?:\.\d{1,3})*)[.)/]?(?=\s|$)\s*[-–.:]?\s*(.*)", re.DOTALL)
_POINTS_IN_WORDS = re.compile(r"\(\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:điểm|đ)\s*\)", re.IGNORECASE)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LETTERS = re.compile(r"[^\W_]+")
_OF_POINTS = {TableColumn.POINTS, TableColumn.BONUS, TableColumn.DEDUCTION}  # what may stand on a second line of titles
_YEAR = re.compile(r"\b(20\d\d)\b")
SMALL_LETTERS = "abcdđeghiklmnopqrstuvxy"  # a, b, c, d, đ, e, g: as Vietnamese papers number


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft rulebook as plain data, and what its reader should know; all problems are warnings."""

    document: dict[str, Document]
    warnings: tuple[Problem, ...]


@dataclass(slots=True)
class _Node:
    """A criterion being drafted."""

    code: str
    name: str
    place: Place
    points: Number | None = None
    bonus: Number | None = None
    deduction: Number | None = None
    parts: list[_Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Marker:
    """One reading of a row's number: its style and place in the order (1.2.3 is (1, 2, 3))."""

    style: Style
    order: tuple[int, ...]
    text: str


def read_wild_table(table: Table) -> Draft | None:
    """The draft of a sheet; None where no line of titles names both words and points."""
    titles = _titles(table)
    if titles is None:
        return None
    last, columns = titles
    return _Drafting(table, columns).draft(last)


def _titles(table: Table) -> tuple[int, dict[TableColumn, int]] | None:
    """The last line of titles and where each column stands; titles may stand on two lines (Điểm over Chuẩn, Thưởng)."""
    for row in range(min(len(table.rows), HEADER_WITHIN)):
        columns = _named(table, row)
        if TableColumn.WORDS not in columns:
            continue
        below = _named(table, row + 1) if row + 1 < len(table.rows) else {}
        if below and below.keys() <= _OF_POINTS:
            columns, row = columns | below, row + 1  # noqa: PLW2901 - the search ends here
        return (row, columns) if TableColumn.POINTS in columns else None
    return None


def _named(table: Table, row: int) -> dict[TableColumn, int]:
    found: dict[TableColumn, int] = {}
    for index in range(len(table.rows[row])):
        title = " ".join(_LETTERS.findall(folded(table.text(row, index)).split("(")[0]))
        column = next((column for column, titles in TITLES.items() if title in titles), None)
        if column is not None:
            found.setdefault(column, index)
    return found


@dataclass(slots=True)
class _Drafting:
    """One sheet being drafted. `open` holds the chain from a top criterion down to the last row read."""

    table: Table
    columns: Mapping[TableColumn, int]
    warnings: list[Problem] = field(default_factory=list)
    tops: list[_Node] = field(default_factory=list)
    open: list[tuple[_Marker, _Node]] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    said_total: tuple[Number, Place] | None = None

    def draft(self, last: int) -> Draft:
        for row in range(last + 1, len(self.table.rows)):
            self.row(row)
        for node in self.tops:
            self.settle(node)
        self.check_total()
        self.warn("wild.draft", Place(self.table.file, self.table.sheet), count=len(self.codes))
        return Draft(self.document(last), tuple(self.warnings))

    def warn(self, code: str, place: Place, **data: object) -> None:
        self.warnings.append(Problem(code, data, place, Severity.WARNING))

    def cell(self, row: int, column: TableColumn) -> Cell:
        index = self.columns.get(column)
        return Cell() if index is None else self.table.cell(row, index)

    def row(self, row: int) -> None:
        number, words = self.cell(row, TableColumn.NUMBER), self.cell(row, TableColumn.WORDS)
        text = " ".join(f"{number.text} {words.text}".split())
        place = words.place if words.text else number.place
        if not text or re.fullmatch(r"[\s()\d]+", text):  # nothing, or the line that numbers the columns
            return
        points = self.amount(row, TableColumn.POINTS)
        if folded(words.text or number.text).rstrip(" :.") in SUMS:
            self.said_total = None if points is None else (points, place)
            return
        match = _NUMBERED.match(text)
        readings = [] if match is None else list(_readings(match[1]))
        if not readings or match is None:
            self.unnumbered(text, place, points)
            return
        marker, depth = self.placed(readings, place)
        self.hang(marker, depth, self.node(row, match[2], place, points))

    def node(self, row: int, words: str, place: Place, points: Number | None) -> _Node:
        """A criterion with its words; points that stand in brackets in the words count where the column is empty."""
        inside = _POINTS_IN_WORDS.search(words)
        if points is None and inside is not None:
            points, words = _number(inside[1]), (words[: inside.start()] + words[inside.end() :]).strip()
        bonus, deduction = self.amount(row, TableColumn.BONUS), self.amount(row, TableColumn.DEDUCTION)
        return _Node("", words.strip(" .:-–"), place, points, _size(bonus), _size(deduction))

    def placed(self, readings: list[_Marker], place: Place) -> tuple[_Marker, int]:
        """Which reading is meant and how deep it stands: the next of an open order, or the first of a new one."""
        for depth in range(len(self.open), 0, -1):
            before = self.open[depth - 1][0]
            for marker in readings:
                if marker.style is before.style and _follows(before.order, marker.order):
                    return marker, depth - 1
        for marker in readings:
            if marker.order[-1] == 1:
                return marker, self.below(marker)
        styles = {marker.style for marker, _node in self.open}
        marker = next((one for one in readings if one.style in styles), readings[0])
        self.warn("wild.number_out_of_order", place, found=marker.text)
        return marker, self.below(marker)

    def below(self, marker: _Marker) -> int:
        """The depth of a number that continues no order: beside its like if there is one, otherwise below the last."""
        for depth, (before, _node) in enumerate(self.open):
            if before.style is marker.style and len(before.order) == len(marker.order):
                return depth
        return len(self.open)

    def hang(self, marker: _Marker, depth: int, node: _Node) -> None:
        del self.open[depth:]
        parent = self.open[-1][1] if self.open else None
        own = marker.text
        is_whole = parent is None or own.startswith(f"{parent.code}.")
        node.code = self.free(own if is_whole or parent is None else f"{parent.code}.{own}", node.place)
        (self.tops if parent is None else parent.parts).append(node)
        self.open.append((marker, node))

    def free(self, code: str, place: Place) -> str:
        free, number = code, 2
        while free in self.codes:
            free, number = f"{code}-{number}", number + 1
        if free != code:
            self.warn("wild.code_twice", place, found=code, used=free)
        self.codes.add(free)
        return free

    def unnumbered(self, text: str, place: Place, points: Number | None) -> None:
        """A row without a number: more words of the criterion above, or a criterion of its own if it has points."""
        words = text.lstrip("-–+•* ")
        if not self.open:
            self.warn("wild.row_before_first", place, found=_short(text))
            return
        above = self.open[-1][1]
        if points is None:
            above.name = f"{above.name}; {words}" if above.name else words
            return
        code = self.free(f"{above.code}.{len(above.parts) + 1}", place)
        self.warn("wild.numbered_here", place, found=_short(words), used=code)
        above.parts.append(_Node(code, words, place, points))

    def amount(self, row: int, column: TableColumn) -> Number | None:
        """The number in a cell; what is no number is kept out, with a warning."""
        cell = self.cell(row, column)
        if cell.is_empty:
            return None
        try:
            value = _number(cell.text) if cell.number is None else cell.number(NumberKind.DECIMAL)
        except NumberRefused:
            value = None
        if not isinstance(value, Number):
            self.warn("wild.no_number", cell.place, found=_short(cell.text), column=column)
            return None
        return value

    def settle(self, node: _Node) -> None:
        """Points of a group that gives none are the sum of its parts; a leaf without points has 0, with a warning."""
        for part in node.parts:
            self.settle(part)
        if node.points is None and node.parts:
            node.points = add_up([part.points or Number(0) for part in node.parts])
        elif node.points is None:
            self.warn("wild.no_points", node.place, criterion=node.code)
            node.points = Number(0)
        elif node.parts and add_up([part.points or Number(0) for part in node.parts]) != node.points:
            parts = add_up([part.points or Number(0) for part in node.parts])
            self.warn("wild.parts_differ", node.place, criterion=node.code, parts=parts, whole=node.points)
        if not node.name:
            self.warn("wild.no_words", node.place, criterion=node.code)

    def check_total(self) -> None:
        total = add_up([node.points or Number(0) for node in self.tops])
        if self.said_total is not None and self.said_total[0] != total:
            self.warn("wild.total_differs", self.said_total[1], said=self.said_total[0], total=total)

    def document(self, last: int) -> dict[str, Document]:
        """The draft in the form of a rulebook file. A table that names no year has no dates: they must be filled in."""
        lines = [self.first_text(row) for row in range(last)]
        title = next((line for line in lines if "bảng" in line.casefold() or "điểm" in line.casefold()), "")
        title = title or next((line for line in lines if line), self.table.sheet or self.table.file)
        year = _YEAR.search(" ".join(lines))
        valid: dict[str, Document] = {"from": f"01/01/{year[1]}", "to": f"01/01/{int(year[1]) + 1}"} if year else {}
        document: dict[str, Document] = {"rulebook": "du-thao", "title": title, "version": "dự thảo"}
        indicators = [one for node in self.tops for one in _indicators(node)]
        document |= {"valid": valid} if valid else {}
        document |= {"indicators": list(indicators)} if indicators else {}
        return document | {"criteria": [_criterion(node) for node in self.tops]}

    def first_text(self, row: int) -> str:
        texts = (" ".join(self.table.text(row, index).split()) for index in range(len(self.table.rows[row])))
        return next((text for text in texts if text), "")


def _readings(text: str) -> Iterator[_Marker]:
    """Every way to read a number: C is a hundred in Roman numbers, and the letter after B."""
    if text[0].isdigit():
        yield _Marker(Style.NUMBER, tuple(int(part) for part in text.split(".")), text)
        return
    if len(text) == 1 and text.isupper():
        yield _Marker(Style.CAPITAL, (ord(text) - ord("A") + 1,), text)
    if len(text) == 1 and text in SMALL_LETTERS:
        yield _Marker(Style.SMALL, (SMALL_LETTERS.index(text) + 1,), text)
    roman = _roman(text)
    if roman:
        yield _Marker(Style.ROMAN, (roman,), text)


def _roman(text: str) -> int:
    """The value of a Roman number below 100; 0 where it is none."""
    values = [_ROMAN.get(letter, 0) for letter in text]
    if not all(values):
        return 0
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _follows(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    return len(before) == len(after) and before[:-1] == after[:-1] and after[-1] == before[-1] + 1


def _number(text: str) -> Number | None:
    """A number of points as written: 3,5 · 05 · 10 điểm · −0,5."""
    body = re.sub(r"\s*(điểm|đ)\.?$", "", text.strip(), flags=re.IGNORECASE)
    try:
        value = read_number(body, NumberKind.DECIMAL)
    except NumberRefused:
        return None
    return value if isinstance(value, Number) else None


def _size(number: Number | None) -> Number | None:
    return None if number is None or not number.digits else Number(abs(number.digits), number.places)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _indicators(node: _Node) -> Iterator[dict[str, Document]]:
    for ending, words, size in (("thuong", "điểm thưởng", node.bonus), ("tru", "điểm trừ", node.deduction)):
        if size is not None and not node.parts:
            yield {"code": f"{node.code}-{ending}", "name": f"{words} của mục {node.code}", "kind": "points"}
    for part in node.parts:
        yield from _indicators(part)


def _criterion(node: _Node) -> dict[str, Document]:
    written: dict[str, Document] = {"code": node.code, "name": node.name or node.code}
    written["points"] = document_of(node.points or Number(0))
    if node.parts:
        return written | {"parts": [_criterion(part) for part in node.parts]}
    written["rule"] = "entry"
    for key, ending, size in (("deductions", "tru", node.deduction), ("bonuses", "thuong", node.bonus)):
        if size is not None:
            name = "điểm trừ" if ending == "tru" else "điểm thưởng"
            rule: dict[str, Document] = {"kind": "range", "least": "0", "most": document_of(size)}
            written[key] = [{"name": name, "indicator": f"{node.code}-{ending}", "rule": rule}]
    return written | ({"order": ["deductions", "limit", "bonuses"]} if node.bonus is not None else {})
