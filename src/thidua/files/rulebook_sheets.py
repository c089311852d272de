"""Reads a rulebook from the workbook that `rulebook_xlsx` writes, with officers' changes and every mistake at once.

The sheets become the same plain data as a YAML file and go through the same parser and checker; what these refuse by
path is told by sheet and cell. Columns that are only to be read are not read, but a changed sentence is pointed out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from thidua.core.errors import NumberRefused, Place, Problem, Refused, RulebookRefused, Severity
from thidua.core.numbers import Number
from thidua.core.plain import Cursor, raise_if_any
from thidua.core.rulebook.document import Document, document_of
from thidua.core.rulebook.parse import read_rulebook
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import Cell
from thidua.files.rulebook_rows import ENDS, Placed, Scalar, confusions, put, read_path
from thidua.files.rulebook_xlsx import CHOICES, INDICATOR_ENTRIES, INDICATOR_KEYS, LEVEL, TABLE_KEYS, WORDS, table_words
from thidua.files.tables import Table, read_tables
from thidua.files.titles import HEADER_WITHIN
from thidua.words.language import Language
from thidua.words.say import say, write
from thidua.words.vietnamese import marked

SHEETS = ("table", "indicators", "rules", "general")
DEEPEST = 12
PATH, VALUE = "entry", "value"
TEXTS = frozenset(
    (*INDICATOR_ENTRIES, "code", "name", "rulebook", "title", "version", "criterion", "best_class", "of_class", "note",
     "legal_basis", "appraiser", "measure", "definition", "bonuses", "deductions", "best_of", "knock_outs", "classes")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a sheet: its cells by column, and where it stands."""

    cells: Mapping[str, Cell]
    place: Place

    def cell(self, column: str) -> Cell:
        return self.cells.get(column, Cell(place=self.place))


def is_rulebook_workbook(tables: tuple[Table, ...]) -> bool:
    """Whether these are the sheets of a rulebook, and not a scoring table of another make."""
    names = {_sheet_of(table) for table in tables}
    return {"table", "rules", "general"} <= names


def load_rulebook_workbook(path: Path) -> Rulebook:
    """The rulebook of a workbook. Raises RulebookRefused with every mistake, each at its cell."""
    rulebook, problems = read_rulebook_workbook(path)
    raise_if_any(problems, RulebookRefused)
    if rulebook is None:
        raise RulebookRefused(problems)
    return rulebook


def read_rulebook_workbook(path: Path) -> tuple[Rulebook | None, list[Problem]]:
    """The rulebook, as far as it can be read, and all problems, warnings included."""
    try:
        tables = read_tables(path)
    except Refused as refused:
        return None, list(refused.problems)
    return read_rulebook_tables(tables)


def read_rulebook_tables(tables: tuple[Table, ...]) -> tuple[Rulebook | None, list[Problem]]:
    """The rulebook of the four sheets."""
    return _Reading({_sheet_of(table): table for table in tables}, tables[0].file).rulebook()


def _sheet_of(table: Table) -> str:
    """Which of the four sheets it is, in either language; empty for another."""
    for name in SHEETS:
        if marked(table.sheet) in {marked(say(f"rulebook_sheet.{name}", lang)) for lang in Language}:
            return name
    return ""


@dataclass(slots=True)
class _Reading:
    """One workbook being read."""

    tables: Mapping[str, Table]
    file: str
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    words: dict[str, Cell] = field(default_factory=dict)

    def rulebook(self) -> tuple[Rulebook | None, list[Problem]]:
        root = Placed(Place(self.file, _sheet_name("general")))
        self.general(root)
        criteria = self.table()
        self.rules(criteria)
        indicators = self.indicators()
        for name, several in (("indicators", indicators), ("criteria", _tops(criteria))):
            if several:
                root.items[name] = dict(enumerate(several, start=1))
        document = _mapping(root.plain())
        self.problems += confusions(root)
        self.find_places(root, criteria)
        rulebook, found = read_rulebook(Cursor(document, Place(file=self.file)))
        self.problems += [self.at_its_cell(problem) for problem in found]
        if rulebook is not None:
            self.problems += self.changed_words(rulebook)
        return rulebook, self.problems

    def refuse(self, code: str, place: Place, severity: Severity = Severity.ERROR, **data: object) -> None:
        self.problems.append(Problem(code, data, place, severity))

    def lines(self, sheet: str, columns: Mapping[str, str]) -> Iterator[_Line]:
        """The rows below the titles. columns: what each title, small letters, stands for."""
        table = self.tables.get(sheet)
        if table is None:
            self.refuse("rulebook_xlsx.no_sheet", Place(self.file), sheet=_sheet_name(sheet))
            return
        found = _titles(table, columns)
        if found is None:
            titles = ", ".join(dict.fromkeys(columns.values()))
            self.refuse("rulebook_xlsx.no_titles", Place(self.file, table.sheet), columns=titles)
            return
        top, named = found
        for row in range(top + 1, len(table.rows)):
            cells = {column: table.cell(row, index) for column, index in named.items()}
            if any(not cell.is_empty for cell in cells.values()):
                yield _Line(cells, table.place(row, 0))

    def scalar(self, cell: Cell, key: str = "") -> Scalar | None:
        """What stands in a cell as the parser wants it: numbers exact, with a comma; None for an empty cell.

        Under the keys of TEXTS a number is a code or a name (1.1, 2024) and stays as it is shown.
        """
        if cell.problem is not None:
            self.problems.append(cell.problem)
            return None
        if cell.verdict is not None:
            return cell.verdict
        if cell.number is None or key in TEXTS:
            return cell.text or None
        try:
            number = cell.number(None)
        except NumberRefused as refused:
            self.problems += [replace(problem, place=cell.place) for problem in refused.problems]
            return None
        return str(document_of(number.normalised() if isinstance(number, Number) else number))

    def set(self, placed: Placed, key: str, cell: Cell, value: Scalar | None) -> None:
        if value is not None:
            placed.entries[key] = Placed(cell.place, value)

    def table(self) -> dict[str, tuple[int, Placed]]:
        """Every criterion of the scoring table by code, with its level, in reading order."""
        found: dict[str, tuple[int, Placed]] = {}
        deepest = 0
        for number, line in enumerate(self.lines("table", _titles_of(TABLE_KEYS))):
            placed = Placed(line.place)
            for key in (key for key in TABLE_KEYS if key not in (WORDS, LEVEL)):
                self.set(placed, key, line.cell(key), self.chosen(key, line.cell(key)))
            if "code" not in placed.entries:
                self.refuse("rulebook_xlsx.no_code", line.place)
            level = self.level(line.cell(LEVEL), deepest + 1)
            deepest = level
            code = str(placed.entries["code"].value) if "code" in placed.entries else ""
            self.words[code] = line.cell(WORDS)
            found[code if code and code not in found else f"{code}\0{number}"] = (level, placed)
        return found

    def level(self, cell: Cell, most: int) -> int:
        text = self.scalar(cell)
        level = int(text) if isinstance(text, str) and text.isdecimal() else 0
        if not 1 <= level <= min(most, DEEPEST):
            self.refuse("rulebook_xlsx.bad_level", cell.place, found=str(text or ""), most=min(most, DEEPEST))
            return max(most - 1, 1)
        return level

    def chosen(self, key: str, cell: Cell) -> Scalar | None:
        """A choice by its words in either language, or as the parser spells it."""
        value = self.scalar(cell, key)
        if key in CHOICES and isinstance(value, str):
            for choice in CHOICES[key]:
                if marked(value) in {marked(write(choice, lang)) for lang in Language}:
                    return choice.value
        return value

    def indicators(self) -> list[Placed]:
        found: list[Placed] = []
        for line in self.lines("indicators", _titles_of(INDICATOR_KEYS)):
            placed = Placed(line.place)
            for key in INDICATOR_KEYS:
                cell = line.cell(key)
                if key != "levels":
                    self.set(placed, key, cell, self.chosen(key, cell))
                elif not cell.is_empty:
                    levels = [_unescaped(level) for level in str(self.scalar(cell) or "").split("\n")]
                    placed.items[key] = {n: Placed(cell.place, level) for n, level in enumerate(levels, start=1)}
            found.append(placed)
        return found

    def rules(self, criteria: Mapping[str, tuple[int, Placed]]) -> None:
        columns = _titles_of(("code",)) | _titles_of_rows()
        for line in self.lines("rules", columns):
            code = line.cell("code")
            if code.text not in criteria:
                sheet = _sheet_name("table")
                self.refuse("rulebook_xlsx.rule_without_criterion", code.place, found=code.text, sheet=sheet)
                continue
            self.entry(criteria[code.text][1], line)

    def general(self, root: Placed) -> None:
        for line in self.lines("general", _titles_of_rows()):
            self.entry(root, line)

    def entry(self, owner: Placed, line: _Line) -> None:
        """One row of parameters, put where its path says."""
        cell, value = line.cell(PATH), line.cell(VALUE)
        path = read_path(cell.text) if cell.text else None
        if path is None:
            example = say("key.rule", Language.VI)
            self.refuse("rulebook_xlsx.unknown_entry", cell.place, found=cell.text, example=example)
            return
        scalar = self.scalar(value, path[-1].key)
        ends = {end: self.scalar(line.cell(end)) for end in ENDS if not line.cell(end).is_empty}
        placed = put(owner, path, cell.place)
        taken = placed.value is not None if scalar is not None else any(end in placed.entries for end in ends)
        if taken:
            self.refuse("rulebook_xlsx.twice", cell.place, first=placed.place)
            return
        if scalar is not None:
            placed.value, placed.place = scalar, value.place
        for end, found in ends.items():
            self.set(placed, end, line.cell(end), found)

    def find_places(self, root: Placed, criteria: Mapping[str, tuple[int, Placed]]) -> None:
        """The cell of every path, by the nested path of the parser and by the code alone as the checker writes it."""
        self.places |= dict(root.paths(""))
        for code, (_level, placed) in criteria.items():
            self.places |= dict(placed.paths(f"criteria[{code.partition(chr(0))[0]}]"))

    def at_its_cell(self, problem: Problem) -> Problem:
        """The problem at the cell of its path, or of the nearest thing around it."""
        path = problem.place.path
        while path and path not in self.places:
            path = path[: path.rfind("[")] if path.endswith("]") else path.rpartition(".")[0]
        place = self.places.get(path, Place(self.file)) if path else Place(self.file, _sheet_name("general"))
        return replace(problem, place=place)

    def changed_words(self, rulebook: Rulebook) -> Iterator[Problem]:
        """Sentences that somebody changed, thinking that the rule would follow."""
        languages = [
            {node.code: table_words(node, rulebook, lang) for _d, node in rulebook.walk()} for lang in Language
        ]
        for code, cell in self.words.items():
            told = ["\n".join(words.get(code, ())) for words in languages]
            if code and not cell.is_empty and marked(cell.text) not in {marked(words) for words in told}:
                data = {"rules": _sheet_name("rules"), "words": told[0]}
                yield Problem("rulebook_xlsx.words_differ", data, cell.place, Severity.WARNING)


def _tops(criteria: Mapping[str, tuple[int, Placed]]) -> list[Placed]:
    """The tree: each criterion is hung under the last one of the level above; the top ones are returned."""
    tops: list[Placed] = []
    above: dict[int, Placed] = {}
    for level, placed in criteria.values():
        above[level] = placed
        if level == 1:
            tops.append(placed)
            continue
        parts = above[level - 1].items.setdefault("parts", {})
        parts[len(parts) + 1] = placed
    return tops


def _titles_of(keys: tuple[str, ...]) -> dict[str, str]:
    """Titles of columns in both languages, small letters, and the keys that they stand for."""
    found: dict[str, str] = {}
    for key in keys:
        code = f"rulebook_sheet.{key}" if key in (WORDS, LEVEL) else f"key.{key}"
        found |= {marked(say(code, lang)): key for lang in Language}
    return found


def _titles_of_rows() -> dict[str, str]:
    found = _titles_of(ENDS)
    for column in (PATH, VALUE):
        found |= {marked(say(f"rulebook_sheet.{column}", lang)): column for lang in Language}
    return found


def _titles(table: Table, columns: Mapping[str, str]) -> tuple[int, dict[str, int]] | None:
    """The line of titles and the place of each column; the line with the most of them, if it has two at least."""
    best: tuple[int, dict[str, int]] | None = None
    for row in range(min(len(table.rows), HEADER_WITHIN)):
        named: dict[str, int] = {}
        for index in range(len(table.rows[row])):
            column = columns.get(marked(table.text(row, index)))
            if column is not None:
                named.setdefault(column, index)
        if len(named) >= 2 and (best is None or len(named) > len(best[1])):
            best = row, named
    return best


def _sheet_name(name: str) -> str:
    return say(f"rulebook_sheet.{name}", Language.VI)


def _mapping(document: Document) -> dict[str, Document]:
    return document if isinstance(document, dict) else {}


def _unescaped(level: str) -> str:
    return level.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\")
