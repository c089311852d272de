"""The results of a national run as CSV and Excel, written while they come: one line a unit, one column a criterion."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from thidua.core.numbers import Number
from thidua.core.rulebook.schema import Rulebook
from thidua.core.standings.arrays import SheetColumns
from thidua.files.national_parts import Line
from thidua.words.language import Language
from thidua.words.say import say

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

TITLES = ("cluster", "period", "unit", "name", "rank", "shared", "total", "maximum", "state")
NAME = "results"
UNFINISHED = ".unfinished"


class Results:
    """The files of a run. Used with `with`; what is not finished when the block is left is removed."""

    def __init__(self, out: Path, rulebook: Rulebook, lang: Language, *, excel: bool) -> None:
        self.out, self.lang, self.excel = out, lang, excel
        self.codes = [node.code for _depth, node in rulebook.walk()]
        self.places = rulebook.places
        self.units = 0
        self._open = ExitStack()
        self._finished = False

    def __enter__(self) -> Self:
        self.out.mkdir(parents=True, exist_ok=True)
        stream = self._open.enter_context(self._unfinished("csv").open("w", encoding="utf-8-sig", newline=""))
        self._csv = csv.writer(stream, delimiter=";")
        titles = [*(say(f"national.title.{title}", self.lang) for title in TITLES), *self.codes]
        self._csv.writerow(titles)
        if self.excel:
            self._sheet, self._styles = self._open_workbook(titles)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()
        if not self._finished:
            for ending in ("csv", "xlsx"):
                self._unfinished(ending).unlink(missing_ok=True)
