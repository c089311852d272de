"""A national run: many clusters read, scored and written part by part, on all cores, in bounded memory.

Parts of the source go to worker processes and come back in order; nothing stays but the problems. The results are
written beside their final names and put in place at the end, so that a refused run leaves nothing behind.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from thidua.core.errors import FiguresRefused, Place, Problem, Severity
from thidua.core.rulebook.schema import Rulebook
from thidua.core.states import Stage
from thidua.files.calendars import load_working_calendar
from thidua.files.national_parts import Ground, Part, Scored, score_part
from thidua.files.national_results import Form, Results
from thidua.files.national_sources import Progress, parts_of
from thidua.words.language import Language

AHEAD = 2  # parts that wait for each worker, so that none stands idle and none piles up
MOST_PROBLEMS = 200


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
    forms: Sequence[Form] = (Form.CSV,),
    workers: int | None = None,
    progress: Progress = lambda _done, _whole: None,
) -> Run:
    """Score every cluster of a source (see `national_sources`) and write the results into a folder.

    forms: of the results · workers: processes beside this one, as many as the machine has cores unless given; 0 works
    in this one · progress: told how many seasons or bytes of tables are done, and of how many.
    Raises FiguresRefused with the first problems of all parts; then nothing is written.
    """
    ground = Ground(rulebook, stage, load_working_calendar())
    begun: dict[tuple[str, str], Place] = {}
    problems: list[Problem] = []
    with Results(out, rulebook, lang, forms) as results:
        for scored in _scored(parts_of(source, progress), ground, os.cpu_count() or 1 if workers is None else workers):
            problems += [*scored.problems, *_begun_before(begun, scored)]
            if scored.sheets is not None:
                results.write(scored.lines, scored.sheets)
        refused = [problem for problem in problems if problem.severity is not Severity.WARNING]
        if refused:
            raise FiguresRefused(_first(refused))
        files = results.finish()
    return Run(results.units, files, tuple(problems))


def _begun_before(begun: dict[tuple[str, str], Place], scored: Scored) -> Iterator[Problem]:
    """Clusters that another file holds lines of already; within one file its reader tells."""
    for key, place in scored.begins.items():
        if begun.setdefault(key, place).file != place.file:
            data = {"cluster": key[0], "other": begun[key]}
            yield Problem("national.cluster_in_two_files", data, place)


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
