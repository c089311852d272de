"""The results of a national run in the forms asked for, written while they come: one line a unit."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from thidua.core.numbers import Number
from thidua.core.rulebook.schema import Rulebook
from thidua.core.standings.arrays import SheetColumns
from thidua.files.national_parts import Line
from thidua.words.language import Language
from thidua.words.say import say

TITLES = ("cluster", "period", "unit", "name", "rank", "shared", "total", "maximum", "state")
NAME = "results"
UNFINISHED = ".unfinished"
Cell = str | Number | None


class Form(StrEnum):
    """The forms of results, each by the ending of its file."""

    CSV = "csv"
    EXCEL = "xlsx"
    PARQUET = "parquet"


class _Sink(Protocol):
    """A file that takes line after line."""

    def write(self, cells: Sequence[Cell]) -> None:
        """Append a line."""

    def close(self) -> None:
        """Complete the file."""


ARMED = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet run a text of a CSV file as a formula


def unarmed(text: str | None) -> str | None:
    """A text that no spreadsheet runs: one that begins like a formula gets an apostrophe before it."""
    return f"'{text}" if text and text.startswith(ARMED) else text


class _Csv:
    """Semicolons and decimal commas with a byte-order mark: what a Vietnamese Excel opens rightly by a double click."""

    def __init__(self, path: Path) -> None:
        self._stream = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._stream, delimiter=";")

    def write(self, cells: Sequence[Cell]) -> None:
        self._writer.writerow([_typed(cell) if isinstance(cell, Number) else unarmed(cell) for cell in cells])

    def close(self) -> None:
        self._stream.close()


class _Excel:
    """A workbook whose lines go to disk at once; numbers are numbers, shown with the rulebook's decimals."""

    def __init__(self, path: Path, places: int) -> None:
        from xlsxwriter import Workbook  # noqa: PLC0415 - only for those who ask for a workbook

        self._book = Workbook(path, {"constant_memory": True})
        self._sheet = self._book.add_worksheet(NAME)
        self._sheet.freeze_panes(1, 4)
        self._shown = self._book.add_format({"num_format": "0." + "0" * places if places else "0"})
        self._row = 0

    def write(self, cells: Sequence[Cell]) -> None:
        for column, cell in enumerate(cells):
            if isinstance(cell, Number):
                style = self._shown if cell.places else None
                self._sheet.write_number(self._row, column, cell.digits / 10**cell.places, style)
            elif cell:
                self._sheet.write_string(self._row, column, cell)
        self._row += 1

    def close(self) -> None:
        self._book.close()


class Results:
    """The files of a run. Used with `with`; what is not finished when the block is left is removed."""

    def __init__(self, out: Path, rulebook: Rulebook, lang: Language, forms: Sequence[Form]) -> None:
        self.out, self.lang, self.forms = out, lang, tuple(dict.fromkeys(forms))
        self.codes = [node.code for _depth, node in rulebook.walk()]
        self.places = rulebook.places
        self.units = 0
        self._sinks: list[_Sink] = []

    def __enter__(self) -> Self:
        self.out.mkdir(parents=True, exist_ok=True)
        for form in self.forms:
            self._sinks.append(self._sink(form, self._unfinished(form)))
        self._append([*(say(f"national.title.{title}", self.lang) for title in TITLES), *self.codes])
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._close()
        for form in self.forms:
            self._unfinished(form).unlink(missing_ok=True)

    def write(self, lines: Sequence[Line], sheets: SheetColumns) -> None:
        """Append the units of a part."""
        self.units += len(lines)
        for cells in self._cells(lines, sheets):
            self._append(cells)

    def finish(self) -> tuple[Path, ...]:
        """Complete the files under their own names."""
        self._close()
        return tuple(self._unfinished(form).replace(self.out / f"{NAME}.{form}") for form in self.forms)

    def _cells(self, lines: Sequence[Line], sheets: SheetColumns) -> Iterator[list[Cell]]:
        columns = [sheets.total, sheets.maximum, *(sheets.points[code] for code in self.codes)]
        points = [[Number(digits, self.places) for digits in column.tolist()] for column in columns]
        for row, line in enumerate(lines):
            total, maximum, *rest = (column[row] for column in points)
            twice = int(sheets.twice_rank[row])
            rank = Number(5 * twice, 1).normalised() if twice else None
            shared = say("national.shared", self.lang) if sheets.shared[row] else ""
            who: list[Cell] = [line.cluster, line.period, line.unit, line.name, rank, shared, total, maximum]
            yield [*who, self._state(sheets, row), *rest]

    def _state(self, sheets: SheetColumns, row: int) -> str:
        """Why a unit has no rank, if it has none."""
        if sheets.knocked_out[row]:
            return say("national.knocked_out", self.lang)
        return "" if sheets.complete[row] else say("national.incomplete", self.lang)

    def _append(self, cells: Sequence[Cell]) -> None:
        for sink in self._sinks:
            sink.write(cells)

    def _close(self) -> None:
        sinks, self._sinks = self._sinks, []
        with ExitStack() as stack:
            for sink in sinks:
                stack.callback(sink.close)

    def _sink(self, form: Form, path: Path) -> _Sink:
        match form:
            case Form.CSV:
                return _Csv(path)
            case Form.EXCEL:
                return _Excel(path, self.places)
            case Form.PARQUET:
                from thidua.files.parquet import ParquetLines  # noqa: PLC0415 - only for those who ask for it

                return ParquetLines(
                    path, [None] * 4 + [1, None] + [self.places] * 2 + [None] + [self.places] * len(self.codes)
                )

    def _unfinished(self, form: Form) -> Path:
        return self.out / f"{NAME}{UNFINISHED}.{form}"


def _typed(number: Number) -> str:
    """The number as a spreadsheet reads it: -1234,5 without separators of thousands."""
    sign, digits = "-" if number.digits < 0 else "", str(abs(number.digits)).rjust(number.places + 1, "0")
    cut = len(digits) - number.places
    return sign + digits[:cut] + ("," + digits[cut:] if number.places else "")
