"""Where the figures of a national run come from, cut into parts.

A source is a folder that holds the folder of each cluster's season; or one long table as CSV, Parquet or workbook; or
a folder of such tables in the order of their names. The content decides what a file is. What cannot be read becomes a
part of its own, so that the mistakes of all files are told at once.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from thidua.core.errors import FiguresRefused, Place, Problem
from thidua.files.containers import refuse
from thidua.files.national_parts import BrokenPart, FolderPart, Part, TablePart, WorkbookPart
from thidua.files.national_tables import Cluster, Clusters, Header, NumberedLine
from thidua.files.season import SEASON_FILE
from thidua.files.xlsx_texts import clean

LINES_OF_A_PART = 20_000
DELIMITERS = ";\t,"
PARQUET = (b"PAR1", b"PARE")  # the latter: encrypted
WORKBOOK = (b"PK", b"\xd0\xcf\x11\xe0")
TABLES = {".csv", ".ods", ".parquet", ".tsv", ".xls", ".xlsb", ".xlsm", ".xlsx"}  # endings, read or refused by name
NOT_TABLES = (".", "~$")  # hidden files, and what Office leaves beside an open workbook

Progress = Callable[[int, int], None]
Done = Callable[[int], None]


def parts_of(source: Path, progress: Progress) -> Iterator[Part]:
    """The parts of a source, in order. progress: told how many seasons or bytes are done, and of how many."""
    seasons = sorted(path.parent for path in source.glob(f"*/{SEASON_FILE}"))
    files = [source] if not source.is_dir() else _tables_in(source)
    if seasons and files:
        data = {"folder": str(source), "file": files[0].name}
        yield BrokenPart((Problem("national.two_forms", data, Place(files[0].name)),))
    elif seasons:
        yield from _seasons(seasons, progress)
    elif files:
        yield from _files(files, progress)
    else:
        yield BrokenPart((Problem("national.no_seasons", {"folder": str(source)}),))


def _tables_in(folder: Path) -> list[Path]:
    """The tables of a folder; a rulebook or a letter may lie beside them."""
    files = (path for path in folder.iterdir() if path.is_file() and not path.name.startswith(NOT_TABLES))
    return sorted(path for path in files if path.suffix.lower() in TABLES)


def _seasons(folders: list[Path], progress: Progress) -> Iterator[Part]:
    for done, folder in enumerate(folders):
        progress(done, len(folders))
        yield FolderPart(folder)
    progress(len(folders), len(folders))


def _files(files: list[Path], progress: Progress) -> Iterator[Part]:
    sizes = [path.stat().st_size if path.exists() else 0 for path in files]
    whole, before = sum(sizes), 0
    for path, size in zip(files, sizes, strict=True):
        yield from _file(path, partial(_told, progress, before, whole))
        before += size
        progress(before, whole)


def _told(progress: Progress, before: int, whole: int, done: int) -> None:
    progress(before + done, whole)


def _file(path: Path, done: Done) -> Iterator[Part]:
    """The parts of one file, the last of them what could not be read."""
    try:
        yield from _READERS[_kind(path)](path, done)
    except FiguresRefused as refused:
        yield BrokenPart(refused.problems)


def _kind(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            start = stream.read(4096)
    except FileNotFoundError:
        raise refuse("files.no_such_file", path.name) from None
    except OSError as error:
        raise refuse("files.cannot_open", path.name, reason=error.strerror or type(error).__name__) from None
    if start.startswith(PARQUET) or path.suffix.lower() == ".parquet":
        return "parquet"
    return "workbook" if start.startswith(WORKBOOK) or b"\0" in start else "csv"


def _csv_parts(path: Path, done: Done) -> Iterator[Part]:
    """The parts of a CSV table of any length, read once from top to bottom."""
    try:
        with path.open("rb") as raw, TextIOWrapper(raw, encoding="utf-8-sig", newline="") as stream:
            lines = _csv_lines(stream)
            header = Header(path.name, next(lines, []))
            yield from _long(header, enumerate(lines, start=1), lambda: done(raw.tell()))
    except UnicodeDecodeError:
        raise FiguresRefused(Problem("national.not_utf8", {}, Place(path.name))) from None
    except csv.Error:
        raise refuse("tables.quote_open", path.name) from None


def _csv_lines(stream: IO[str]) -> Iterator[list[str]]:
    """The lines of a CSV text with its own delimiter, cells without outer blanks."""
    first = stream.readline()
    delimiter = max(DELIMITERS, key=first.count)

    def texts() -> Iterator[str]:
        yield first
        yield from stream

    for cells in csv.reader(texts(), delimiter=delimiter, strict=True):
        yield [clean(cell) for cell in cells]


def _parquet_parts(path: Path, done: Done) -> Iterator[Part]:
    """The parts of a Parquet table, read row group by row group."""
    from thidua.files.parquet import ParquetTable  # noqa: PLC0415 - the library is optional

    size = path.stat().st_size
    with ParquetTable(path) as table:
        header = Header(path.name, table.titles, by_title=True)
        yield from _long(header, enumerate(table.lines(), start=1), lambda: done(int(size * table.share_read)))


def _workbook_parts(path: Path, _done: Done) -> Iterator[Part]:
    yield WorkbookPart(path)


_READERS: dict[str, Callable[[Path, Done], Iterator[Part]]] = {
    "csv": _csv_parts,
    "parquet": _parquet_parts,
    "workbook": _workbook_parts,
}


def _long(header: Header, lines: Iterable[NumberedLine], told: Callable[[], None]) -> Iterator[TablePart]:
    """A long table in parts of some thousand lines, whole clusters always."""
    cut = Clusters(header, header.where())
    filled: list[Cluster] = []
    held = 0
    for cluster in cut.cut(iter(lines)):
        filled.append(cluster)
        held += len(cluster.lines)
        if held >= LINES_OF_A_PART:
            yield TablePart(header, filled, cut.take_problems())
            filled, held = [], 0
            told()
    yield TablePart(header, filled, cut.take_problems())
