"""A national run: many clusters read, scored and written part by part, on all cores, in bounded memory.

The input is a folder that holds the folder of each cluster's season, or one long CSV table whose lines name their
cluster. Parts go to worker processes and come back in order; nothing stays but the problems. The results are written
beside their final names and put in place at the end, so that a refused run leaves nothing behind.
"""

from __future__ import annotations

import csv
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from io import TextIOWrapper
from multiprocessing import get_context
from pathlib import Path
from typing import IO

from thidua.core.errors import FiguresRefused, Place, Problem, Severity
from thidua.core.rulebook.schema import Rulebook
from thidua.core.states import Stage
from thidua.files.calendars import load_working_calendar
from thidua.files.national_parts import Cluster, FolderPart, Ground, Part, Scored, TablePart, score_part
from thidua.files.national_results import Results
from thidua.files.season import SEASON_FILE
from thidua.files.titles import Column, column_of, title_key
from thidua.words.language import Language

LINES_OF_A_PART = 20_000
AHEAD = 2  # parts that wait for each worker, so that none stands idle and none piles up
MOST_PROBLEMS = 200
DELIMITERS = ";\t,"
CLUSTER = ("cum", "cumthidua", "cluster")
PERIOD = ("ky", "period")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run came to: how many clusters and units, its files, and what should be looked at."""

    units: int
    files: tuple[Path, ...]
    warnings: tuple[Problem, ...]


def score_nation(
    source: Path,
    rulebook: Rulebook,
    out: Path,
    *,
    lang: Language = Language.VI,
    stage: Stage | None = None,
    excel: bool = False,
    workers: int | None = None,
    progress: Progress = lambda _done, _whole: None,
) -> Run:
    """Score every cluster of a folder or a long CSV table and write the results into a folder.

    workers: processes beside this one, as many as the machine has cores unless given; 0 works in this one ·
    progress: told how many parts (of a folder) or bytes (of a table) are done, and of how many.
    Raises FiguresRefused with the first problems of all parts; then nothing is written.
    """
    ground = Ground(rulebook, stage, load_working_calendar())
    problems: list[Problem] = []
    with Results(out, rulebook, lang, excel=excel) as results:
        for scored in _scored(_parts(source, progress), ground, os.cpu_count() or 1 if workers is None else workers):
            problems += scored.problems
            if scored.sheets is not None:
                results.write(scored.lines, scored.sheets)
        refused = [problem for problem in problems if problem.severity is not Severity.WARNING]
        if refused:
            raise FiguresRefused(_first(refused))
        files = results.finish()
    return Run(results.units, files, tuple(problems))


def _first(problems: list[Problem]) -> list[Problem]:
    """As many problems as anybody mends at once, and how many more there are."""
    more = len(problems) - MOST_PROBLEMS
    return problems if more <= 0 else [*problems[:MOST_PROBLEMS], Problem("national.more_problems", {"count": more})]


def _scored(parts: Iterable[Part], ground: Ground, workers: int) -> Iterator[Scored]:
    """Every part scored, in order; no more than a few parts are held at a time."""
    if not workers:
        yield from (score_part(part, ground) for part in parts)
        return
    waiting: deque[Future[Scored]] = deque()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(ground,)) as pool:
        for part in parts:
            waiting.append(pool.submit(_score_in_worker, part))
            if len(waiting) >= AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_ground_of_worker: list[Ground] = []


def _begin(ground: Ground) -> None:
    """Once in each worker process: what every part is scored by."""
    _ground_of_worker[:] = [ground]


def _score_in_worker(part: Part) -> Scored:
    return score_part(part, _ground_of_worker[0])


def _parts(source: Path, progress: Progress) -> Iterator[Part]:
    """The parts of a folder or of a long table. Raises FiguresRefused for a source that is neither."""
    if source.is_dir():
        folders = sorted(path.parent for path in source.glob(f"*/{SEASON_FILE}"))
        if not folders:
            raise FiguresRefused(Problem("national.no_seasons", {"folder": str(source)}))
        for done, folder in enumerate(folders):
            progress(done, len(folders))
            yield FolderPart(folder)
        progress(len(folders), len(folders))
        return
    with source.open("rb") as raw:
        is_text = b"\0" not in raw.read(4096)
    if not is_text:
        raise FiguresRefused(Problem("national.not_a_table", {"file": source.name}, Place(source.name)))
    yield from _LongTable(source, progress).parts()


@dataclass(slots=True)
class _LongTable:
    """A CSV table of any length, read once from top to bottom. A cluster's lines stand together."""

    path: Path
    progress: Progress

    def parts(self) -> Iterator[TablePart]:
        try:
            yield from self._parts()
        except UnicodeDecodeError:
            raise FiguresRefused(Problem("national.not_utf8", {}, Place(self.path.name))) from None
        except csv.Error:
            raise FiguresRefused(
                Problem("tables.quote_open", {"file": self.path.name}, Place(self.path.name))
            ) from None

    def _parts(self) -> Iterator[TablePart]:
        size = self.path.stat().st_size
        with self.path.open("rb") as raw, TextIOWrapper(raw, encoding="utf-8-sig", newline="") as stream:
            lines = _lines(stream)
            titles = next(lines, [])
            columns = self._columns(titles)
            filled: list[Cluster] = []
            held = 0
            for cluster in self._clusters(lines, columns):
                filled.append(cluster)
                held += len(cluster.lines)
                if held >= LINES_OF_A_PART:
                    yield TablePart(self.path.name, titles, columns["unit"], filled)
                    filled, held = [], 0
                    self.progress(raw.tell(), size)
            if filled:
                yield TablePart(self.path.name, titles, columns["unit"], filled)
            self.progress(size, size)

    def _columns(self, titles: list[str]) -> dict[str, int]:
        """Where cluster, period (-1: none) and unit stand. Raises FiguresRefused when one is not titled."""
        found = {"cluster": -1, "period": -1, "unit": -1}
        for at, title in enumerate(titles):
            key = title_key(title)
            if key in CLUSTER:
                found["cluster"] = at
            elif key in PERIOD:
                found["period"] = at
            elif column_of(title) is Column.UNIT:
                found["unit"] = at
        if min(found["cluster"], found["unit"]) < 0:
            raise FiguresRefused(Problem("national.titles_missing", {}, Place(self.path.name, "", "A1")))
        return found

    def _clusters(self, lines: Iterator[list[str]], columns: dict[str, int]) -> Iterator[Cluster]:
        """Whole clusters. Raises FiguresRefused at a line of a cluster that was thought to be complete."""
        current: Cluster | None = None
        seen: set[tuple[str, str]] = set()
        for number, cells in enumerate(lines, start=1):
            if not any(cells):
                continue
            name, period = (_cell(cells, columns[which]) for which in ("cluster", "period"))
            if current is None or (name, period) != (current.name, current.period):
                if current is not None:
                    yield current
                if (name, period) in seen:
                    place = Place(self.path.name, "", f"A{number + 1}")
                    raise FiguresRefused(Problem("national.cluster_scattered", {"cluster": name}, place))
                seen.add((name, period))
                current = Cluster(name, period, [])
            current.lines.append((number, cells))
        if current is not None:
            yield current


def _cell(cells: list[str], at: int) -> str:
    return cells[at] if 0 <= at < len(cells) else ""


def _lines(stream: IO[str]) -> Iterator[list[str]]:
    """The lines of a CSV text with its own delimiter, cells without outer blanks."""
    first = stream.readline()
    delimiter = max(DELIMITERS, key=first.count)

    def texts() -> Iterator[str]:
        yield first
        yield from stream

    for cells in csv.reader(texts(), delimiter=delimiter, strict=True):
        yield [cell.strip() for cell in cells]
