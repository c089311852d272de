"""Writes the standings as a workbook: the order first, then one sheet per group of criteria, criteria × units.

Numbers are numbers, with a format that shows them the Vietnamese way; the five states of a cell look and read
differently; every text is written as text, so that no name can become a formula. Prints on A4 landscape.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua.core.numbers import Number
from thidua.core.rulebook import rulebook_digest
from thidua.core.rulebook.schema import Criterion
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.season import Season
from thidua.core.standings import ClusterStandings, Ranked
from thidua.core.standings.profile import state_in
from thidua.core.states import State
from thidua.words.distances import gaps
from thidua.words.language import Language
from thidua.words.say import say
from thidua.words.sheets import cell_word, leaf_is_illustrative, short_digest
from thidua.words.standings import StandingsRow, criterion_title, standings_marks, standings_notes, standings_rows

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LOCALE = {Language.VI: "[$-42A]", Language.EN: "[$-409]"}
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
NAME_LIMIT = 31
ROW_HEIGHT = 20
MARK_LETTERS = 115  # of the sentences above a table on one line


@dataclass(slots=True)
class _Book:
    """A workbook being written, and what all its sheets share."""

    workbook: Workbook
    season: Season
    evaluation: Evaluation
    standings: tuple[ClusterStandings, ...]
    lang: Language
    result_digest: str
    formats: dict[tuple[tuple[str, object], ...], Format]
    names: set[str]

    def say(self, sentence: str, **data: object) -> str:
        return say(sentence, self.lang, **data)

    def format(self, **look: object) -> Format:
        """A cell format, each look made once. Papers are set in the face that offices use."""
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            base = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
            self.formats[key] = self.workbook.add_format({**base, **look})
        return self.formats[key]

    def number_format(self, mark: str = "") -> str:
        """Two decimals (or the rulebook's places) and thousands, then marks such as * for illustrative figures."""
        places = self.evaluation.rulebook.places
        number = f"#,##0{'.' + '0' * places if places else ''}"
        ending = f'"{mark}"' if mark else ""
        return f'{LOCALE[self.lang]}{number}{ending};{LOCALE[self.lang]}"−"{number}{ending}'

    def sheet(self, name: str) -> Worksheet:
        """A new sheet that prints on A4 landscape, one page wide, with digests in its footer."""
        sheet = self.workbook.add_worksheet(self.free_name(name))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
        digests = {
            "rulebook": short_digest(rulebook_digest(self.evaluation.rulebook)),
            "result": short_digest(self.result_digest),
        }
        footer = self.say("workbook.footer", **digests)
        sheet.set_footer(f"&L&9{footer}&R&9{self.say('sheet.page')} &P/&N")
        if self.season.has_illustrative_figures:
            sheet.set_header(f"&R&10{self.say('sheet.sample')}")
        return sheet

    def free_name(self, name: str) -> str:
        """A name that Excel takes and no other sheet has."""
        clean = name.translate(FORBIDDEN).strip("'")[:NAME_LIMIT] or "-"
        free, number = clean, 2
        while free.lower() in self.names:
            free, number = f"{clean[: NAME_LIMIT - 4]} ({number})", number + 1
        self.names.add(free.lower())
        return free


def standings_workbook(
    season: Season,
    evaluation: Evaluation,
    standings: tuple[ClusterStandings, ...],
    lang: Language,
    *,
    result_digest: str,
    dated: date,
) -> bytes:
    """The workbook's bytes; the same result and date give the same bytes.

    The evaluation must have been made with `explained=True`.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  only this paper needs it

    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(target, options) as workbook:
        title = f"{say('workbook.standings', lang)} – {season.name.title}"
        workbook.set_properties({"title": title, "created": datetime(dated.year, dated.month, dated.day, tzinfo=UTC)})
        book = _Book(workbook, season, evaluation, standings, lang, result_digest, {}, set())
        for one in standings:
            _write_standings(book, one)
        for criterion in evaluation.rulebook.criteria:
            _write_group(book, criterion)
    return target.getvalue()


def _write_standings(book: _Book, one: ClusterStandings) -> None:
    cluster = f" {one.cluster}" if one.cluster and len(book.standings) > 1 else ""
    sheet = book.sheet(book.say("workbook.standings") + cluster)
    rows = standings_rows(book.evaluation, one, book.lang)
    headings = list(_standings_headings(book))
    last = len(headings) - 1
    top = _write_title(book, sheet, book.say("standings.title", title=one.cluster or book.season.name.title), one, last)
    for column, heading in enumerate(headings):
        sheet.write_string(top, column, heading, book.format(**_HEAD))
    sheet.set_row(top, 16 * max(_lines(heading, 18) for heading in headings) + 6)
    places = {place.unit: place for place in one.ranked}
    apart = gaps([(row.rank, row.counted) for row in rows])
    for index, (row, gap) in enumerate(zip(rows, apart, strict=True), start=top + 1):
        _write_standings_row(book, sheet, index, row, places.get(row.unit))
        for column, behind in ((last - 1, gap.behind), (last, gap.step)):
            _write_gap(book, sheet, index, column, behind)
    _keep_headings(sheet, top, frozen_columns=2)
    sheet.set_column(0, 0, 8)
    sheet.set_column(1, 1, max(16, *(len(row.name) for row in rows)) + 2)
    sheet.set_column(2, last, 17)
    _write_notes(book, sheet, top + len(rows) + 2, list(standings_notes(book.evaluation, one, book.lang)), last)


_HEAD: dict[str, object] = {"bold": True, "text_wrap": True, "align": "center", "border": 1, "bg_color": "#ECEFF0"}


def _standings_headings(book: _Book) -> Iterator[str]:
    rulebook = book.evaluation.rulebook
    yield book.say("standings.rank")
    yield book.say("standings.unit")
    for criterion in rulebook.criteria:
        maximum = book.say("standings.of", points=criterion.points)
        yield f"{criterion_title(criterion, book.lang)}\n{maximum}"
    yield book.say("standings.total")
    if rulebook.total.rescale_to is not None:
        yield book.say("standings.rescaled", points=rulebook.total.rescale_to)
    if rulebook.classes:
        yield book.say("standings.class")
    yield book.say("standings.behind")
    yield book.say("standings.behind_above")


def _write_gap(book: _Book, sheet: Worksheet, index: int, column: int, behind: Number | None) -> None:
    look = book.format(num_format=book.number_format(), **_CELL)
    if behind is None:
        sheet.write_string(index, column, "–", look)
    else:
        sheet.write_number(index, column, -_as_number(behind), look)


def _write_standings_row(book: _Book, sheet: Worksheet, index: int, row: StandingsRow, place: Ranked | None) -> None:
    if place is None:
        sheet.write_string(index, 0, row.rank, book.format(align="center", border=1))
    else:
        sheet.write_number(index, 0, _as_number(place.rank), _rank_format(book, place))
    sheet.write_string(index, 1, row.name, book.format(border=1, indent=1))
    sheet.set_row(index, ROW_HEIGHT)
    for column, (number, word) in enumerate(zip(row.numbers, row.lacking, strict=True), start=2):
        bold = column >= 2 + len(row.parts)
        look = book.format(num_format=book.number_format(), bold=bold, **_CELL)
        if word:
            sheet.write_string(index, column, word, look)
        else:
            sheet.write_number(index, column, _as_number(number), look)
    if book.evaluation.rulebook.classes:
        look = book.format(border=1, align="center")
        sheet.write_string(index, 2 + len(row.numbers), row.class_name or "–", look)


def _rank_format(book: _Book, place: Ranked) -> Format:
    """A rank stays a number; `2=` is how a shared one looks."""
    digits = "0.0" if place.rank.normalised().places else "0"
    shared = '"="' if place.shared else ""
    return book.format(num_format=f"{LOCALE[book.lang]}{digits}{shared}", align="center", border=1, bold=True)


def _write_group(book: _Book, group: Criterion) -> None:
    sheet = book.sheet(book.say("workbook.group", code=group.code))
    units = book.evaluation.table.units
    last = 2 + len(units)
    top = _write_title(book, sheet, criterion_title(group, book.lang), None, last)
    headings = [book.say("sheet.code"), book.say("sheet.criterion"), book.say("sheet.maximum")]
    for column, heading in enumerate([*headings, *(unit.brief for unit in units)]):
        sheet.write_string(top, column, heading, book.format(**_HEAD))
    sheet.set_row(top, 15 * max(_lines(unit.brief, 14) for unit in units) + 6)
    nodes = list(group.walk())
    for index, (depth, criterion) in enumerate(nodes, start=top + 1):
        _write_criterion(book, sheet, index, criterion, depth)
    _keep_headings(sheet, top, frozen_columns=3)
    sheet.set_column(0, 0, 9)
    sheet.set_column(1, 1, 48)
    sheet.set_column(2, 2, 10)
    sheet.set_column(3, last, 14)
    legend = [book.say("sheet.legend")]
    if book.season.has_illustrative_figures:
        legend.append(book.say("sheet.legend_sample"))
    _write_notes(book, sheet, top + len(nodes) + 2, legend, last)


def _write_criterion(book: _Book, sheet: Worksheet, index: int, criterion: Criterion, depth: int) -> None:
    bold = criterion.group is not None
    fill: dict[str, object] = {"bg_color": "#F4F6F5"} if bold else {}
    name = criterion.name if criterion_title(criterion, book.lang) != criterion.code else book.say("trace.code_only")
    sheet.write_string(index, 0, criterion.code, book.format(border=1, bold=bold, **fill))
    look = book.format(border=1, bold=bold, text_wrap=True, indent=min(depth + 1, 6), **fill)
    sheet.write_string(index, 1, name, look)
    decimals = criterion.points.normalised().places
    digits = f"{LOCALE[book.lang]}#,##0{'.' + '0' * decimals if decimals else ''}"
    number = book.format(num_format=digits, bold=bold, **fill, **_CELL)
    sheet.write_number(index, 2, _as_number(criterion.points), number)
    sheet.set_row(index, ROW_HEIGHT + 16 * (_lines(name, 50 - 2 * depth) - 1))
    for row in range(book.evaluation.table.rows):
        _write_points(book, sheet, index, criterion, row)


def _write_points(book: _Book, sheet: Worksheet, index: int, criterion: Criterion, row: int) -> None:
    """One cell: a number with its marks, or the state that stands instead of one."""
    evaluation, column = book.evaluation, 3 + row
    state = state_in(evaluation, criterion, row)
    if criterion.group is not None and state is State.REPORTED:
        look = book.format(num_format=book.number_format(), bold=True, bg_color="#F4F6F5", **_CELL)
        sheet.write_number(index, column, _as_number(evaluation.points(criterion.code, row)), look)
        return
    if state is not State.REPORTED:
        sheet.write_string(index, column, cell_word(state, book.lang), book.format(**_STATE_LOOKS[state]))
        return
    waits = " ○" if evaluation.waits_for_appraisal(criterion.code, row) else ""
    sample = " *" if leaf_is_illustrative(evaluation, criterion.code, row) else ""
    look = book.format(num_format=book.number_format(waits + sample), italic=bool(sample), **_CELL)
    sheet.write_number(index, column, _as_number(evaluation.points(criterion.code, row)), look)


_CELL: dict[str, object] = {"border": 1, "align": "right"}
_HATCHED: dict[str, object] = {"pattern": 14, "fg_color": "#A6A6A6", "bg_color": "#FFFFFF"}
_STATE_LOOKS: dict[State, dict[str, object]] = {
    State.MISSING: {**_CELL, "bold": True, **_HATCHED},
    State.NOT_ASSIGNED: {**_CELL, "font_color": "#595959"},
    State.NOT_APPLICABLE: {**_CELL, "font_color": "#595959", "italic": True},
}


def _write_title(book: _Book, sheet: Worksheet, title: str, one: ClusterStandings | None, last: int) -> int:
    """Title and marks above a table; answers with the row of its headings."""
    sheet.merge_range(0, 0, 0, last, "", book.format(bold=True, font_size=14))
    sheet.write_string(0, 0, title, book.format(bold=True, font_size=14))
    shown = one or book.standings[0]
    marks = list(standings_marks(book.season, book.evaluation, shown, book.lang))
    for row, mark in enumerate(marks, start=1):
        look = book.format(italic=True, text_wrap=True)
        sheet.merge_range(row, 0, row, last, "", look)
        sheet.write_string(row, 0, mark, look)
        sheet.set_row(row, 16 * _lines(mark, MARK_LETTERS))
    return len(marks) + 2


def _write_notes(book: _Book, sheet: Worksheet, top: int, notes: list[str], last: int) -> None:
    look = book.format(text_wrap=True, valign="top", font_size=11)
    for row, note in enumerate(notes, start=top):
        sheet.merge_range(row, 0, row, last, "", look)
        sheet.write_string(row, 0, note, look)
        sheet.set_row(row, 15 * _lines(note, 110))


def _keep_headings(sheet: Worksheet, top: int, *, frozen_columns: int) -> None:
    """Headings that stay in sight and come again on every page."""
    sheet.freeze_panes(top + 1, frozen_columns)
    sheet.repeat_rows(top)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of about so many letters."""
    return sum(-(-max(len(line), 1) // width) for line in text.split("\n"))


def _as_number(number: Number) -> float:
    """The nearest binary fraction: what a spreadsheet stores. Never computed with."""
    return float(Fraction(*number.ratio))
