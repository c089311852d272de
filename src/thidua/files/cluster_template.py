"""Writes the workbook in which clusters are set up: the titles that the reader knows, lines filled in as far as they
are known, a sheet for new units and one that explains.

Texts are written as texts, so that no name can become a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from thidua.core.units.tree import Level
from thidua.files.cluster_book import TITLES, ClusterColumn
from thidua.words.language import Language
from thidua.words.say import say, write

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CLUSTER_COLUMNS = (
    ClusterColumn.NUMBER,
    ClusterColumn.NAME,
    ClusterColumn.YEAR,
    ClusterColumn.LEVEL,
    ClusterColumn.CODE,
    ClusterColumn.UNIT,
    ClusterColumn.SUPERIOR,
    ClusterColumn.POSITION,
    ClusterColumn.OFFICE,
    ClusterColumn.STARTS_ON,
    ClusterColumn.ENDS_ON,
    ClusterColumn.DOCUMENT,
)
UNIT_COLUMNS = (
    ClusterColumn.CODE,
    ClusterColumn.UNIT,
    ClusterColumn.LEVEL,
    ClusterColumn.SUPERIOR,
    ClusterColumn.STARTS_ON,
    ClusterColumn.DOCUMENT,
)
_WIDTHS = {ClusterColumn.NAME: 24, ClusterColumn.UNIT: 30, ClusterColumn.SUPERIOR: 22, ClusterColumn.LEVEL: 20}
_GUIDE_WIDTH = 100
_SPARE_LINES = 400  # lines beyond the known ones that offer the words of offices and levels


@dataclass(frozen=True, slots=True)
class KnownMember:
    """A unit that a line is written for, with what last year says of it."""

    code: str
    name: str
    superior: str
    level: Level
    year: int
    number: str = ""
    cluster: str = ""
    position: int | None = None
    starts_on: date | None = None


def write_cluster_template(members: Sequence[KnownMember], lang: Language = Language.VI) -> bytes:
    """The workbook, as bytes."""
    import xlsxwriter  # noqa: PLC0415 - most requests write none

    stream = io.BytesIO()
    book = _Book(xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}), lang)
    book.write_clusters(members)
    book.write_units()
    book.write_guide()
    book.workbook.close()
    return stream.getvalue()


@dataclass(slots=True)
class _Book:
    """The workbook being written."""

    workbook: Workbook
    lang: Language

    def look(self, **look: object) -> Format:
        """A cell format in the face that offices use."""
        return self.workbook.add_format({"font_name": "Times New Roman", "font_size": 12, "valign": "top", **look})

    def titled(self, name: str, columns: Sequence[ClusterColumn]) -> Worksheet:
        """A sheet with its line of titles, which stays in view."""
        sheet = self.workbook.add_worksheet(say(name, self.lang))
        head = self.look(bold=True, text_wrap=True, border=1, bg_color="#E8EDEA")
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _WIDTHS.get(column, 13))
            sheet.write_string(0, place, TITLES[column][0], head)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def write_clusters(self, members: Sequence[KnownMember]) -> None:
        """The sheet of clusters."""
        sheet = self.titled("cluster_book.sheet", CLUSTER_COLUMNS)
        text, day = self.look(), self.look(num_format="dd/mm/yyyy")
        for row, member in enumerate(members, start=1):
            values: tuple[str | int, ...] = (
                *(member.number, member.cluster, member.year, write(member.level, self.lang)),
                *(member.code, member.name, member.superior, member.position or ""),
            )
            for place, value in enumerate(values):
                if isinstance(value, int):
                    sheet.write_number(row, place, value, text)
                elif value:
                    sheet.write_string(row, place, value, text)
            if member.starts_on is not None:
                sheet.write_datetime(row, CLUSTER_COLUMNS.index(ClusterColumn.STARTS_ON), member.starts_on, day)
        last = len(members) + _SPARE_LINES
        self.offer(sheet, CLUSTER_COLUMNS.index(ClusterColumn.OFFICE), last, ["cụm trưởng", "cụm phó"])

    def write_units(self) -> None:
        """The empty sheet of new units."""
        sheet = self.titled("cluster_book.unit_sheet", UNIT_COLUMNS)
        levels = ["xã", "phường", "đặc khu", "phòng", "tỉnh", "cục", "bộ"]
        self.offer(sheet, UNIT_COLUMNS.index(ClusterColumn.LEVEL), _SPARE_LINES, levels)

    def offer(self, sheet: Worksheet, column: int, last: int, words: list[str]) -> None:
        """Words to choose from in a column."""
        sheet.data_validation(1, column, last, column, {"validate": "list", "source": words, "error_type": "warning"})

    def write_guide(self) -> None:
        """How to fill it in; a sheet without titles is passed over by the reader."""
        sheet = self.workbook.add_worksheet(say("cluster_book.guide_sheet", self.lang))
        sheet.set_column(0, 0, _GUIDE_WIDTH)
        wrapped = self.look(text_wrap=True)
        for row in range(1, 8):
            sheet.write_string(row - 1, 0, say(f"cluster_book.guide_{row}", self.lang), wrapped)
