"""Writes the workbook in which one unit fills in its figures and its self-score.

The table is one that `figure_tables` reads: its titles come from `titles`, every line carries the unit, and what the
season already knows is written so that it is read back unchanged. The unit's cells are open, all others are locked
(protection without a password: it guards against slips). Prints on A4 landscape with its titles on every page, in a
size that is read at arm's length: what appraisers noted and the unit, which the heading names, stand beside the paper.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from thidua.core.rulebook import rulebook_digest
from thidua.core.scoring.figures import Member, Nature
from thidua.core.season import Season
from thidua.core.states import Stage
from thidua.files.sheets import cell_name
from thidua.files.template_rules import validation
from thidua.files.titles import STAGES, TITLES, Column
from thidua.words.language import Language
from thidua.words.numbers import write_date
from thidua.words.say import say
from thidua.words.sheets import short_digest
from thidua.words.tables import fold
from thidua.words.template import Row, TemplateHeading, TemplateLine, template_rows, write_nature

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
NAME_LIMIT = 31
OPEN, SHUT, HEADING, OWED = "#FFF9DB", "#F2F2F2", "#DCE6F1", "#F8CBAD"
# Two columns are for people and share one place in `titles`; here they are told apart by their titles.
CONTENT, MEASURE = ("Nội dung", "Content"), ("Đơn vị tính", "Measure")
WIDTHS = {
    Column.CODE: 15, Column.TARGET: 9, Column.NATURE: 9, Column.SOURCE: 18, Column.EVIDENCE: 21,
    Column.APPRAISER: 18, Column.DECIDED_ON: 12, Column.REASON: 30, Column.UNIT: 16,
}  # fmt: skip
CONTENT_WIDTH, MEASURE_WIDTH, STAGE_WIDTH, GUIDE_WIDTH = 40, 8, 11, 92
OFF_PAPER = (Column.APPRAISER, Column.DECIDED_ON, Column.REASON, Column.UNIT)
BOLD_LESS = 4  # letters fewer go on a line in bold
LINE_HEIGHT = 15  # points, of a line of text in the sheet's font
OWN = (Column.SELF, Column.NATURE, Column.SOURCE, Column.EVIDENCE)
COMMENT = {"x_scale": 3, "y_scale": 1.6, "font_size": 10}


def template_workbook(season: Season, unit: Member, lang: Language, *, dated: date) -> bytes:
    """The workbook's bytes, the same for the same season and date. Raises KeyError for a unit of another season."""
    from xlsxwriter import Workbook  # noqa: PLC0415  only this paper needs it

    season.table().row(unit.code)
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(target, options) as workbook:
        title = say("template.title", lang, season=season.name.title)
        workbook.set_properties({"title": title, "created": datetime(dated.year, dated.month, dated.day, tzinfo=UTC)})
        rows = template_rows(season, unit.code, lang)
        writing = _Template(workbook, season, unit, lang, rows)
        writing.write_figures()
        writing.write_guide()
    return target.getvalue()


@dataclass(slots=True)
class _Template:
    """A workbook being written for one unit."""

    workbook: Workbook
    season: Season
    unit: Member
    lang: Language
    rows: Sequence[Row]
    formats: dict[tuple[tuple[str, object], ...], Format] = field(default_factory=dict)

    @property
    def lines(self) -> list[TemplateLine]:
        return [row for row in self.rows if isinstance(row, TemplateLine)]

    def say(self, sentence: str, **data: object) -> str:
        return say(sentence, self.lang, **data)

    def format(self, **look: object) -> Format:
        """A cell format, each look made once."""
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            base = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter", "text_wrap": True}
            self.formats[key] = self.workbook.add_format({**base, **look})
        return self.formats[key]

    def owed(self) -> Format:
        """The look of a cell that must not stay empty; only a colour, for a conditional format knows no fonts."""
        return self.formats.setdefault((("owed", True),), self.workbook.add_format({"bg_color": OWED}))

    def columns(self) -> list[Column | tuple[str, str]]:
        """The columns that this unit's sheet needs, in order: later stages and their notes only where there are any."""
        stages = {Column(stage.value) for line in self.lines for stage in line.values} | {Column.SELF}
        origins = [line.origin for line in self.lines]
        given = {
            Column.TARGET: any(line.target for line in self.lines),
            Column.NATURE: self.season.has_illustrative_figures,
            Column.APPRAISER: any(origin.appraiser for origin in origins),
            Column.DECIDED_ON: any(origin.decided_on for origin in origins),
            Column.REASON: any(origin.reason for origin in origins),
        }
        order = (Column.TARGET, *STAGES, Column.EVIDENCE, Column.SOURCE, Column.NATURE)
        wanted = [one for one in (*order, *OFF_PAPER) if (one in stages if one in STAGES else given.get(one, True))]
        return [Column.CODE, CONTENT, MEASURE, *wanted]

    def title(self, column: Column | tuple[str, str]) -> str:
        titles = column if isinstance(column, tuple) else TITLES[column]
        return titles[self.lang is Language.EN]

    # the sheet of figures

    def write_figures(self) -> None:
        columns = self.columns()
        printed = sum(column not in OFF_PAPER for column in columns)
        sheet = self.workbook.add_worksheet(self.sheet_name())
        self.set_up_page(sheet)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, self.width(column))
        header = self.write_opening(sheet, printed - 1, columns.index(Column.SELF))
        sheet.write_string(
            header - 1, printed, self.say("template.off_paper"), self.format(italic=True, text_wrap=False)
        )
        sheet.set_row(header, LINE_HEIGHT * max(_lines_of([self.title(one)], self.width(one)) for one in columns) + 4)
        look = {"bold": True, "align": "center", "border": 1, "bg_color": HEADING}
        for at, column in enumerate(columns):
            sheet.write_string(header, at, self.title(column), self.format(**look))
        for number, row in enumerate(self.rows, start=header + 1):
            if isinstance(row, TemplateHeading):
                self.write_heading(sheet, number, row, len(columns))
            else:
                self.write_line(sheet, number, row, columns)
        last = header + len(self.rows)
        self.write_closing(sheet, last + 2, columns)
        sheet.freeze_panes(header + 1, 2)
        sheet.repeat_rows(header)
        sheet.print_area(0, 0, last + 6, printed - 1)
        at = columns.index(Column.SELF)
        texts = f"{cell_name(header + 1, at)}:{cell_name(last, len(columns) - 1)}"
        sheet.ignore_errors({"number_stored_as_text": texts})

    def width(self, column: Column | tuple[str, str]) -> int:
        if isinstance(column, tuple):
            return CONTENT_WIDTH if column is CONTENT else MEASURE_WIDTH
        return WIDTHS.get(column, STAGE_WIDTH)

    def sheet_name(self) -> str:
        """The unit's name, as far as a sheet may be called so; the lines name the unit in any case."""
        return self.unit.brief.translate(FORBIDDEN).strip("'")[:NAME_LIMIT] or "-"

    def set_up_page(self, sheet: Worksheet) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        sheet.center_horizontally()
        digest = self.say("template.digest", digest=short_digest(rulebook_digest(self.season.rulebook)))
        sheet.set_footer(f"&L&9{digest} · {self.season.name.code} · {self.unit.code}&R&9{self.say('sheet.page')} &P/&N")
        if self.season.has_illustrative_figures:
            sheet.set_header(f"&R&10{self.say('sheet.sample')}")
        sheet.protect("", {"format_columns": True, "format_rows": True})

    def write_opening(self, sheet: Worksheet, last: int, own: int) -> int:
        """What stands above the table: what it is, whose, how to fill it in. Returns the row of the titles, from 0."""
        book = self.season.rulebook
        words = {state: self.say(f"template.{state}") for state in ("not_assigned", "not_applicable")}
        opening: list[tuple[str, int, dict[str, object]]] = [
            (self.say("template.title", season=self.season.name.title), 22, {"bold": True, "font_size": 14}),
            (self.say("template.unit", unit=self.unit.name), 20, {"bold": True}),
            (self.say("template.rulebook", title=book.title, version=book.version), 18, {"italic": True}),
            (self.say("template.how"), 18, {"bg_color": OPEN}),
            (self.say("template.states", **words), 36, {}),
        ]
        for row, (text, height, look) in enumerate(opening):
            sheet.set_row(row, height)
            sheet.merge_range(row, 0, row, last, text, self.format(**look))
        row = len(opening)
        asked = [one for one in self.lines if one.is_own]
        blank = sum(not one.values.get(Stage.SELF) for one in asked)
        whole = f"{cell_name(row + 2, own)}:{cell_name(row + 1 + len(self.rows), own)}"
        sheet.write_string(row, 1, self.say("template.left"), self.format(align="right"))
        left = f"=COUNTBLANK({whole})-{len(self.rows) - len(asked)}"
        sheet.write_formula(row, 2, left, self.format(bold=True, align="left"), blank)
        return row + 1

    def write_heading(self, sheet: Worksheet, row: int, heading: TemplateHeading, width: int) -> None:
        """A line without figures, which the reader passes over."""
        sheet.set_row(row, LINE_HEIGHT + 4)
        look = self.format(bold=True, bg_color=HEADING, text_wrap=False)
        for at in range(width):
            sheet.write_blank(row, at, None, look)
        sheet.write_string(row, 0, heading.code, look)
        sheet.write_string(row, 1, heading.text, self.format(bold=True, bg_color=HEADING, text_wrap=False))
        if heading.rule:
            sheet.write_comment(row, 1, "\n".join(heading.rule), COMMENT)

    def write_line(
        self, sheet: Worksheet, row: int, line: TemplateLine, columns: Sequence[Column | tuple[str, str]]
    ) -> None:
        sheet.set_row(row, self.height(line, columns))
        for at, column in enumerate(columns):
            is_open = line.is_own and column in OWN
            look: dict[str, object] = {
                "border": 1,
                "locked": not is_open,
                "bg_color": OPEN if is_open else SHUT,
                "num_format": "@",
                "indent": 1,
            }
            if column in STAGES or column is Column.TARGET:
                look["align"] = "right"
            if column is Column.UNIT:
                look |= {"text_wrap": False, "shrink": True, "indent": 0}
            if column is CONTENT and line.title and not line.name:
                look["bold"] = True
            text = self.text(line, column)
            if column is CONTENT and line.title and line.name:
                bold, plain = self.format(bold=True), self.format()
                sheet.write_rich_string(row, at, bold, line.title, plain, f"\n{line.name}", self.format(**look))
            elif text:
                sheet.write_string(row, at, text, self.format(**look))
            else:
                sheet.write_blank(row, at, None, self.format(**look))
        if line.is_own:
            self.guard(sheet, row, line, columns)
        if line.rule:
            sheet.write_comment(row, 1, "\n".join(line.rule), COMMENT)

    def height(self, line: TemplateLine, columns: Sequence[Column | tuple[str, str]]) -> int:
        """Room for the longest text of a line; spreadsheets do not make it by themselves."""
        wrapped = [column for column in columns if column is not Column.UNIT]
        needed = [_lines_of([self.text(line, column)], self.width(column)) for column in wrapped]
        parts = ((line.title, CONTENT_WIDTH - BOLD_LESS), (line.name, CONTENT_WIDTH))
        content = sum(_lines_of([text], width) for text, width in parts if text)
        return LINE_HEIGHT * max(content, *needed) + 3

    def text(self, line: TemplateLine, column: Column | tuple[str, str]) -> str:
        """What stands in a cell of a line."""
        if isinstance(column, tuple):
            return (line.title or line.name) if column is CONTENT else line.measure
        if column in STAGES:
            return line.values.get(Stage(column.value), "")
        origin = line.origin
        texts = {
            Column.CODE: line.indicator.code,
            Column.UNIT: self.unit.brief,
            Column.TARGET: line.target,
            Column.SOURCE: origin.source,
            Column.EVIDENCE: origin.evidence,
            Column.NATURE: "" if origin.nature is Nature.REAL else write_nature(origin.nature, self.lang),
            Column.APPRAISER: origin.appraiser,
            Column.DECIDED_ON: write_date(origin.decided_on) if origin.decided_on else "",
            Column.REASON: origin.reason,
        }
        return texts[column]

    def guard(
        self, sheet: Worksheet, row: int, line: TemplateLine, columns: Sequence[Column | tuple[str, str]]
    ) -> None:
        """What may be typed into the unit's cells, and what is still owed."""
        at = columns.index(Column.SELF)
        cell = cell_name(row, at)
        sheet.data_validation(row, at, row, at, validation(line, cell, self.lang))
        if Column.NATURE in columns:
            natures = [write_nature(nature, self.lang) for nature in Nature]
            place = columns.index(Column.NATURE)
            sheet.data_validation(row, place, row, place, {"validate": "list", "source": natures})
        if line.is_evidence_required:
            place = columns.index(Column.EVIDENCE)
            evidence = cell_name(row, place)
            missing = {"type": "formula", "criteria": f'=AND({cell}<>"",{evidence}="")'}
            sheet.conditional_format(row, place, row, place, {**missing, "format": self.owed()})
            message = {"input_title": self.title(Column.EVIDENCE), "input_message": self.say("template.required")}
            sheet.data_validation(row, place, row, place, {"validate": "any", **message})

    def write_closing(self, sheet: Worksheet, row: int, columns: Sequence[Column | tuple[str, str]]) -> None:
        """Where the unit signs, in columns that hold no figures."""
        plain = {"align": "center", "locked": False, "text_wrap": False}
        right = columns.index(Column.EVIDENCE)
        sheet.write_string(row, right, self.say("template.signed_on"), self.format(italic=True, **plain))
        sheet.write_string(row + 1, 1, self.say("template.made_by"), self.format(bold=True, **plain))
        sheet.write_string(row + 1, right, self.say("template.head"), self.format(bold=True, **plain))

    # the guide

    def write_guide(self) -> None:
        """How to fill in the sheet, and every rule in words; the reader passes this sheet over by its name."""
        sheet = self.workbook.add_worksheet(self.say("template.guide"))
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.protect()
        sheet.set_column(0, 0, 2)
        sheet.set_column(1, 1, GUIDE_WIDTH)
        words = {state: self.say(f"template.{state}") for state in ("not_assigned", "not_applicable")}
        advice = ("template.how", "template.guide_evidence", "template.guide_return")
        texts = [self.say("template.states", **words), *(self.say(one) for one in advice)]
        for row, text in enumerate(texts):
            self.write_paragraph(sheet, row, [text])
        row = len(texts) + 1
        sheet.write_string(row, 1, self.say("template.guide_rules"), self.format(bold=True, font_size=14))
        for one in self.rows:
            if one.rule:
                is_group = isinstance(one, TemplateHeading)
                title = f"{one.code}. {one.text}" if isinstance(one, TemplateHeading) else one.title
                self.write_paragraph(sheet, row + 1, [title], bold=True, bg_color=HEADING if is_group else SHUT)
                self.write_paragraph(sheet, row + 2, one.rule)
                row += 2

    def write_paragraph(self, sheet: Worksheet, row: int, lines: Sequence[str], **look: object) -> None:
        """Lines of text in one cell of the guide, with the room that they need."""
        sheet.set_row(row, LINE_HEIGHT * _lines_of(lines, GUIDE_WIDTH) + 3)
        sheet.write_string(row, 1, "\n".join(lines), self.format(**look))


def _lines_of(texts: Sequence[str], width: int) -> int:
    """How many lines texts take in a column; widths count broad digits, of the face's letters more go on a line."""
    return sum(len(fold(text, width * 9 // 8)) for text in texts)
