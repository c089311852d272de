"""Writes a rulebook as a workbook that officers can print, read and edit; `rulebook_sheets` reads it back, losslessly.

Four sheets: the scoring table with its rules in words, the indicators, the rules with every parameter, and what holds
for the whole. Every text is written as text, so that nothing becomes a formula and 0,5 stays 0,5 in every locale.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua.core.errors import Place, Problem, RulebookRefused
from thidua.core.kinds.leader import LeaderBy
from thidua.core.kinds.means import WhenSomeMissing
from thidua.core.kinds.proportional import Of, ZeroTarget
from thidua.core.kinds.rank import Ties
from thidua.core.kinds.sources import Difference
from thidua.core.numbers import Number, RoundingMode
from thidua.core.periods import Aggregation, Frequency
from thidua.core.rulebook.above import Counted, Edge, Effect, RankMethod, ShareOf, TieKey
from thidua.core.rulebook.adjustments import WhenMissing
from thidua.core.rulebook.document import Document, document_of, rulebook_document
from thidua.core.rulebook.figure_checks import Weight
from thidua.core.rulebook.schema import (
    Applied,
    Criterion,
    Direction,
    Evidence,
    Eyes,
    FigureKind,
    Missing,
    NotAssigned,
    Rounding,
    Rulebook,
    Secrecy,
)
from thidua.files.rulebook_rows import ENDS, Row, rows_of, write_path
from thidua.words.language import Language
from thidua.words.rulebook import basis_words, criterion_words, naming_of
from thidua.words.rulebook_diff import key_label
from thidua.words.rulebook_rules import Naming
from thidua.words.say import all_sentences, say, write

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Columns of the sheets that hold one thing a row, by the keys of the document. WORDS and LEVEL are the sheet's own.
WORDS, LEVEL = "words", "level"
TABLE_KEYS = (
    "code", "name", "points", "indicator", WORDS, LEVEL, "evidence", "appraiser", "legal_basis", "secrecy",
)  # fmt: skip
INDICATOR_KEYS = (
    "code", "name", "kind", "measure", "direction", "frequency", "aggregation", "levels", "year", "definition",
)  # fmt: skip
CHOICES: dict[str, type[StrEnum]] = {
    "evidence": Evidence,
    "secrecy": Secrecy,
    "kind": FigureKind,
    "direction": Direction,
    "frequency": Frequency,
    "aggregation": Aggregation,
}
# The choices behind entries that have a row each, by key; where a key has two meanings, with the key above it.
CHOICE_OF: dict[str, type[StrEnum]] = {
    "counted": Counted, "edge": Edge, "effect": Effect, "eyes": Eyes, "key": TieKey, "leader_by": LeaderBy,
    "min_share_of": ShareOf, "missing": Missing, "mode": Difference, "not_applicable": NotAssigned,
    "not_assigned": NotAssigned, "of": Of, "order": Applied,
    "quota.rounding": RoundingMode, "rank": RankMethod, "rounding": Rounding, "tie_breaks": TieKey, "ties": Ties,
    "severity": Weight, "value.missing": WhenSomeMissing, "when_missing": WhenMissing, "zero_target": ZeroTarget,
}  # fmt: skip
INDICATOR_ENTRIES = (
    "indicator",
    "when",
    "coefficient",
    "months",
    "by",
    "base",
    "population",
    "others",
    "stricter_of",
    "checks",
    "part_of",
    "sum_of",
)
_ROW_WIDTHS = (42.0, 30.0, 8.0, 8.0, 8.0, 9.0, 9.0, 8.0, 38.0)
HEAD_KEYS = ("rulebook", "title", "version", "valid", "legal_basis", "note")
SHOWN_DEFAULTS = ("rounding", "places", "missing", "not_assigned", "rank")
LONGEST = 32_767  # letters in a cell (Excel specification)
MOST_DIGITS = 15
LOCALE = {Language.VI: "[$-42A]", Language.EN: "[$-409]"}
_HEAD: dict[str, object] = {"bold": True, "text_wrap": True, "align": "center", "border": 1, "bg_color": "#ECEFF0"}
_TEXT: dict[str, object] = {
    "text_wrap": True, "align": "left", "valign": "top", "indent": 1, "border": 1, "num_format": "@",
}  # fmt: skip
_WIDTHS = {
    "code": 10, "name": 38, "points": 8, "indicator": 17, WORDS: 66, LEVEL: 5.5, "evidence": 13, "appraiser": 15,
    "legal_basis": 16, "secrecy": 9, "kind": 22, "measure": 12, "direction": 14, "levels": 22, "year": 8,
    "definition": 40, "frequency": 13, "aggregation": 18,
}  # fmt: skip
_LETTERS_A_UNIT = 1.25  # letters of the paper's face in a unit of column width
_LINE = 15.5
_TALLEST = 409  # points, the highest row (Excel specification)


@dataclass(slots=True)
class _Book:
    """A workbook being written."""

    workbook: Workbook
    rulebook: Rulebook
    naming: Naming
    lang: Language
    formats: dict[tuple[tuple[str, object], ...], Format]

    def say(self, sentence: str, /, **data: object) -> str:
        return say(sentence, self.lang, **data)

    def format(self, **look: object) -> Format:
        """A cell format, each look made once. Papers are set in the face that offices use."""
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            base = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
            self.formats[key] = self.workbook.add_format({**base, **look})
        return self.formats[key]

    def sheet(self, name: str) -> Worksheet:
        """A sheet that prints on A4 landscape, one page wide."""
        sheet = self.workbook.add_worksheet(self.say(f"rulebook_sheet.{name}"))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        sheet.set_footer(f"&L&9{self.rulebook.code} {self.rulebook.version}&R&9{self.say('rulebook_sheet.page')} &P/&N")
        sheet.ignore_errors({"number_stored_as_text": "A1:K100000"})
        return sheet

    def heading(self, key: str) -> str:
        """The title of a column."""
        label = self.say(f"rulebook_sheet.{key}") if key in (WORDS, LEVEL) else key_label(key, self.lang)
        return label[:1].upper() + label[1:]


def rulebook_workbook(rulebook: Rulebook, lang: Language = Language.VI) -> bytes:
    """The workbook's bytes; the same rulebook gives the same bytes. Raises RulebookRefused for texts beyond a cell."""
    from xlsxwriter import Workbook  # noqa: PLC0415  only this paper needs it

    refuse_long_texts(rulebook)
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    start = rulebook.valid.start
    with Workbook(target, options) as workbook:
        created = datetime(start.year, start.month, start.day, tzinfo=UTC)  # of the rulebook, not of this machine
        workbook.set_properties({"title": rulebook.title, "created": created})
        book = _Book(workbook, rulebook, naming_of(rulebook, lang), lang, {})
        document = rulebook_document(rulebook)
        _write_table(book, document)
        _write_indicators(book, document)
        _write_rules(book, document)
        _write_general(book, document)
    return target.getvalue()


def refuse_long_texts(rulebook: Rulebook) -> None:
    """Excel cuts what a cell cannot hold without a word: such texts are refused before anything is written."""
    texts = _texts(rulebook_document(rulebook))
    problems = [
        Problem("rulebook_xlsx.text_too_long", {"length": len(text), "most": LONGEST}, Place(path=path))
        for path, text in texts
        if len(text) > LONGEST
    ]
    if problems:
        raise RulebookRefused(problems)


def _texts(document: Document, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(document, str):
        yield path, document
    elif isinstance(document, dict):
        for key, item in document.items():
            yield from _texts(item, f"{path}.{key}".lstrip("."))
    elif isinstance(document, list):
        for index, item in enumerate(document):
            yield from _texts(item, f"{path}[{index}]")


def _write_table(book: _Book, document: Mapping[str, Document]) -> None:
    """The officer's table: one row a criterion, groups in bold, the rule in words."""
    sheet = book.sheet("table")
    last = TABLE_KEYS.index(LEVEL)  # what is printed; the words tell the rest
    hints = [book.say("rulebook_sheet.hint_table", words=book.heading(WORDS), rules=book.say("rulebook_sheet.rules"))]
    if any(node.secrecy is Secrecy.CODE_ONLY for _depth, node in book.rulebook.walk()):
        hints.append(book.say("rulebook_sheet.hint_secret"))
    top = _write_titles(book, sheet, hints, last)
    _write_headings(book, sheet, top, [book.heading(key) for key in TABLE_KEYS], frozen=2)
    for column, key in enumerate(TABLE_KEYS):
        sheet.set_column(column, column, _WIDTHS[key])
    sheet.print_area(0, 0, top + len(list(book.rulebook.walk())), last)
    written = dict(_criteria(document))
    for row, (depth, node) in enumerate(book.rulebook.walk(), start=top + 1):
        _write_criterion(book, sheet, row, depth=depth, node=node, entries=written[node.code])


def _criteria(document: Mapping[str, Document]) -> Iterator[tuple[str, dict[str, Document]]]:
    """Every criterion of a document by code, in reading order."""
    parts = document.get("criteria", document.get("parts"))
    for part in parts if isinstance(parts, list) else []:
        if isinstance(part, dict):
            yield str(part["code"]), part
            yield from _criteria({"parts": part.get("parts", [])})


def _write_criterion(
    book: _Book, sheet: Worksheet, row: int, *, depth: int, node: Criterion, entries: Mapping[str, Document]
) -> None:
    is_group = node.group is not None
    look = {**_TEXT, "bold": is_group, **({"bg_color": "#F6F7F7"} if is_group and depth == 0 else {})}
    words = "\n".join(table_words(node, book.rulebook, book.lang))
    height = 1
    for column, key in enumerate(TABLE_KEYS):
        if key == "points":
            _write_points(book, sheet, row, column, points=node.points, look=look)
            continue
        text = words if key == WORDS else str(depth + 1) if key == LEVEL else choice_words(key, entries, book.lang)
        own = {**look, "indent": 1 + min(depth, 6)} if key == "name" else look
        own = {**own, "bold": False} if key == WORDS else own
        own = {**own, "align": "center", "indent": 0} if key == LEVEL else own
        _write_text(sheet, row, column, text, book.format(**own))
        height = max(height, _lines(text, _WIDTHS[key] - (2 * depth if key == "name" else 0)))
    sheet.set_row(row, min(_LINE * height + 3, _TALLEST))


def table_words(node: Criterion, rulebook: Rulebook, lang: Language) -> tuple[str, ...]:
    """What the scoring table says of a criterion; the reader compares it with what stands in the cell.

    The file holds the whole criterion, so its words are told even where only its code is public.
    """
    naming = Naming({one.code: one for one in rulebook.indicators}, frozenset(), lang)
    told = Criterion(code=node.code, name=node.name, points=node.points, body=node.body)
    return criterion_words(told, naming)


def _write_points(
    book: _Book, sheet: Worksheet, row: int, column: int, *, points: Number, look: dict[str, object]
) -> None:
    """Points as a number with the decimals that it has; as text where a spreadsheet would drop a digit."""
    number = points.normalised()
    if len(str(abs(number.digits))) > MOST_DIGITS:
        sheet.write_string(row, column, str(document_of(number)), book.format(**look))
        return
    shown = f"{LOCALE[book.lang]}#,##0{'.' + '0' * number.places if number.places else ''}"
    look = {**look, "num_format": shown, "align": "right"}
    sheet.write_number(row, column, float(Fraction(*number.ratio)), book.format(**look))


def choice_words(key: str, entries: Mapping[str, Document], lang: Language) -> str:
    """An entry as it stands in a cell: a choice by its words, levels one a line."""
    value = entries.get(key, "")
    if isinstance(value, list):
        return "\n".join(escaped(str(one)) for one in value)
    if key in CHOICES and value:
        return write(CHOICES[key](str(value)), lang)
    return str(value)


def escaped(level: str) -> str:
    """A level on one line of its own."""
    return level.replace("\\", "\\\\").replace("\n", "\\n")


def _write_indicators(book: _Book, document: Mapping[str, Document]) -> None:
    sheet = book.sheet("indicators")
    top = _write_titles(book, sheet, [book.say("rulebook_sheet.hint_indicators")], len(INDICATOR_KEYS) - 1)
    _write_headings(book, sheet, top, [book.heading(key) for key in INDICATOR_KEYS], frozen=1)
    for column, key in enumerate(INDICATOR_KEYS):
        sheet.set_column(column, column, _WIDTHS[key])
    indicators = document.get("indicators", [])
    for row, one in enumerate(indicators if isinstance(indicators, list) else [], start=top + 1):
        for column, key in enumerate(INDICATOR_KEYS):
            if isinstance(one, dict):
                _write_text(sheet, row, column, choice_words(key, one, book.lang), book.format(**_TEXT))


def _write_rules(book: _Book, document: Mapping[str, Document]) -> None:
    """One row a parameter, each with the code of its criterion."""
    sheet = book.sheet("rules")
    meaning = book.say("rulebook_sheet.meaning")
    headings = [book.heading("code"), *_row_headings(book)]
    top = _write_titles(book, sheet, [book.say("rulebook_sheet.hint_rules", meaning=meaning)], len(headings) - 1)
    _write_headings(book, sheet, top, headings, frozen=2)
    sheet.set_column(0, 0, _WIDTHS["code"])
    _set_row_widths(sheet, 1)
    row = top + 1
    for code, entries in _criteria(document):
        rest = {key: value for key, value in entries.items() if key not in (*TABLE_KEYS, "parts")}
        for index, one in enumerate(rows_of(rest)):
            _write_text(sheet, row, 0, code, book.format(**_TEXT, bold=index == 0, top=2 if index == 0 else 1))
            _write_row(book, sheet, row, 1, one)
            row += 1


def _write_general(book: _Book, document: Mapping[str, Document]) -> None:
    """What holds for the whole table; the general rules stand there even where they are the usual ones."""
    sheet = book.sheet("general")
    top = _write_titles(book, sheet, [], len(ENDS) + 2)
    _write_headings(book, sheet, top, _row_headings(book), frozen=1)
    usual = {key: document_of(getattr(book.rulebook, key)) for key in SHOWN_DEFAULTS}
    entries = {key: document[key] for key in HEAD_KEYS if key in document} | usual
    entries |= {key: value for key, value in document.items() if key not in ("indicators", "criteria")}
    for row, one in enumerate(rows_of(entries), start=top + 1):
        _write_row(book, sheet, row, 0, one)
    _set_row_widths(sheet, 0)


def _row_headings(book: _Book) -> list[str]:
    ends = [book.heading(key) for key in ENDS]
    return [
        book.say("rulebook_sheet.entry"),
        book.say("rulebook_sheet.value"),
        *ends,
        book.say("rulebook_sheet.meaning"),
    ]


def _set_row_widths(sheet: Worksheet, first: int) -> None:
    for column, width in enumerate(_ROW_WIDTHS, start=first):
        sheet.set_column(column, column, width)


def _write_row(book: _Book, sheet: Worksheet, row: int, first: int, one: Row) -> None:
    """An entry: path, value, ends, meaning."""
    ends = [_flag_or_text(book, one.ends.get(end, "")) for end in ENDS]
    value = "" if one.value is None else _flag_or_text(book, one.value)
    cells = [write_path(one.path, book.lang), value, *ends, _meaning(book, one)]
    looks = [_TEXT, _TEXT, *([{**_TEXT, "align": "right"}] * len(ENDS)), {**_TEXT, "italic": True}]
    for column, (text, look) in enumerate(zip(cells, looks, strict=True), start=first):
        _write_text(sheet, row, column, text, book.format(**look))
    lines = max(_lines(text, width) for text, width in zip(cells, _ROW_WIDTHS, strict=True))
    sheet.set_row(row, min(_LINE * lines + 3, _TALLEST))


def _flag_or_text(book: _Book, value: object) -> str:
    if isinstance(value, bool):
        return book.say("diff.true" if value else "diff.false")
    return str(value)


def _meaning(book: _Book, one: Row) -> str:
    """What a code or a choice stands for, in words."""
    key, value = one.path[-1].key, one.value
    if not isinstance(value, str):
        return ""
    if key in ("rule", "value") and f"kind.{value}" in all_sentences():
        return book.say(f"kind.{value}")
    above = one.path[-2].key if len(one.path) > 1 else ""
    choices = CHOICE_OF.get(f"{above}.{key}") or CHOICE_OF.get(key)
    if choices is not None and value in set(choices):
        return write(choices(value), book.lang)
    return book.naming.indicators[value].name if value in book.naming.indicators and key in INDICATOR_ENTRIES else ""


def _write_titles(book: _Book, sheet: Worksheet, hints: list[str], last: int) -> int:
    """The rulebook's title, its version and basis, and what the reader should know. Returns the row of headings."""
    rulebook = book.rulebook
    basis = basis_words(rulebook.legal_basis, book.naming)
    data = {"code": rulebook.code, "version": rulebook.version, "basis": basis}
    lines: list[tuple[str, dict[str, object]]] = [
        (rulebook.title, {"bold": True, "font_size": 14, "align": "center"}),
        (book.say("rulebook_sheet.subtitle", **data), {"align": "center"}),
    ]
    lines += [(hint, {"italic": True, "font_size": 11}) for hint in hints]
    for row, (text, look) in enumerate(lines):
        merged = book.format(**look, text_wrap=True)
        sheet.merge_range(row, 0, row, last, "", merged)
        sheet.write_string(row, 0, text, merged)
        sheet.set_row(row, _LINE * _lines(text, 150) + 4)
    return len(lines) + 1


def _write_headings(book: _Book, sheet: Worksheet, top: int, headings: list[str], *, frozen: int) -> None:
    for column, heading in enumerate(headings):
        sheet.write_string(top, column, heading, book.format(**_HEAD))
    sheet.set_row(top, 2 * _LINE + 6)
    sheet.freeze_panes(top + 1, frozen)
    sheet.repeat_rows(top)


def _write_text(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    if text:
        sheet.write_string(row, column, text, look)
    else:
        sheet.write_blank(row, column, None, look)


def _lines(text: str, width: float) -> int:
    """About how many lines a text takes in a column."""
    letters = max(int(width * _LETTERS_A_UNIT), 1)
    return sum(-(-max(len(line), 1) // letters) for line in text.split("\n"))
