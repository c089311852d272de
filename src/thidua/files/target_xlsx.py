"""Writes the workbook in which the body above fills in targets and milestones: one line per unit and indicator.

The table is one that `figure_tables` reads; what stands already is written so that it reads back unchanged.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from thidua.files.titles import TITLES, Column
from thidua.words.language import Language
from thidua.words.numbers import write_date
from thidua.words.say import say

CONTENT, MEASURE, MILESTONE = ("Nội dung", "Content"), ("Đơn vị tính", "Measure"), ("Mốc", "Milestone")
OPEN, SHUT, HEADING = "#FFF9DB", "#F2F2F2", "#DCE6F1"
WIDTHS = (24, 16, 44, 10, 14, 14)
FIRST = 5  # lines of explanation above the titles


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One unit and indicator with what stands: its target as typed, the day by which, and milestones by day."""

    unit: str
    code: str
    name: str
    measure: str
    typed: str = ""
    due_on: date | None = None
    milestones: Mapping[date, str] = field(default_factory=dict)


def target_workbook(
    title: str, lines: Iterable[TargetLine], days: Sequence[date], lang: Language, *, dated: date
) -> bytes:
    """The workbook's bytes, the same for the same lines and date; `days` are the columns of milestones."""
    from xlsxwriter import Workbook  # noqa: PLC0415  only this paper needs it

    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    at = int(lang is Language.EN)
    titles = [TITLES[Column.UNIT][at], TITLES[Column.CODE][at], CONTENT[at], MEASURE[at], TITLES[Column.TARGET][at]]
    titles += [TITLES[Column.DUE_ON][at], *(f"{MILESTONE[at]} {write_date(day)}" for day in days)]
    with Workbook(target, options) as book:
        book.set_properties({"title": title, "created": datetime(dated.year, dated.month, dated.day, tzinfo=UTC)})
        sheet = book.add_worksheet(TITLES[Column.TARGET][at])
        look = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter", "num_format": "@"}
        bold, plain = book.add_format({**look, "bold": True, "font_size": 14}), book.add_format(look)
        head = book.add_format({**look, "bold": True, "border": 1, "bg_color": HEADING, "text_wrap": True})
        shut = book.add_format({**look, "border": 1, "bg_color": SHUT})
        free = book.add_format({**look, "border": 1, "bg_color": OPEN, "align": "right", "locked": False})
        sheet.write_string(0, 0, title, bold)
        for row, code in enumerate(("target_book.how", "target_book.states", "target_book.milestones"), start=1):
            sheet.write_string(row, 0, say(code, lang), plain)
        for column, text in enumerate(titles):
            sheet.set_column(column, column, WIDTHS[column] if column < len(WIDTHS) else 14)
            sheet.write_string(FIRST, column, text, head)
        for row, line in enumerate(lines, start=FIRST + 1):
            for column, text in enumerate((line.unit, line.code, line.name, line.measure)):
                sheet.write_string(row, column, text, shut)
            due = write_date(line.due_on) if line.due_on else ""
            for column, text in enumerate((line.typed, due, *(line.milestones.get(day, "") for day in days)), start=4):
                sheet.write_string(row, column, text, free) if text else sheet.write_blank(row, column, None, free)
        sheet.freeze_panes(FIRST + 1, 3)
        sheet.repeat_rows(FIRST)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
    return target.getvalue()
