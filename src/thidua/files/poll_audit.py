"""Audits an archive file with every core of the machine: reads ballots from their places, checks them in processes.

Owns the pool and the reading; what a check is lives in `core.ballots.verify`. Memory stays bounded: a few batches
are under way at once, whatever the length of the archive. Processes are started afresh ("spawn"), so that nothing
of the caller is copied into them.
"""

import multiprocessing
import os
import secrets
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from thidua.core.ballots.archive import EventType, read_archive
from thidua.core.ballots.election import Election, read_election
from thidua.core.ballots.encoding import Digest, refused
from thidua.core.ballots.proofs import Bases, bases_of
from thidua.core.ballots.survey import Survey, survey_archive
from thidua.core.ballots.verify import (
    AuditReport,
    BatchItem,
    BatchReport,
    Opened,
    check_batch,
    check_extends,
    check_head,
    conclude,
    empty_report,
    join_reports,
    name_outsiders,
    open_published,
)
from thidua.core.errors import BallotRefused, Problem

BATCH = 4  # ballots; small enough that the cores finish together
_WORTH_PROCESSES = 300_000  # bytes of archive; below, starting a process costs more than it saves

Progress = Callable[[int, int], None]  # ballots done, ballots in all


def _silent(_done: int, _total: int) -> None:
    return


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def audit_archive(
    path: Path, *, head: str | None = None, workers: int | None = None, progress: Progress = _silent
) -> AuditReport:
    """The full audit of the archive at `path`.

    Raises: BallotRefused for what does not hold, OSError when the file cannot be read.
    """
    with path.open("rb") as archive, _open_pool(path, workers or cores()) as pool:
        survey = survey_archive(archive.read, secrets.token_bytes)
        if head is not None:
            check_head(survey.heads, head)
        report, opened = _check_ballots(archive, survey, pool, progress)
        try:
            return conclude(survey, report, opened)
        except BallotRefused as refusal:
            if any(_asks_for_names(problem.code, problem.data.get("tracker")) for problem in refusal.problems):
                raise BallotRefused(_name_outsiders(archive, survey)) from None
            raise


@contextmanager
def _open_pool(path: Path, workers: int) -> Iterator[ProcessPoolExecutor | None]:
    """Processes beside this one that start while the archive is surveyed; none for a small archive or one core."""
    if workers <= 1 or path.stat().st_size < _WORTH_PROCESSES:
        yield None
        return
    pool = ProcessPoolExecutor(workers - 1, multiprocessing.get_context("spawn"))
    try:
        for _ in range(workers - 1):
            pool.submit(_start)
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start() -> None:
    """The first task of a process: by running at all it has imported everything."""


def compare_archives(old: Path, new: Path) -> int:
    """How many events `new` has beyond `old`.

    Raises: BallotRefused when `new` is not a later state of `old`.
    """
    heads = []
    for path in (old, new):
        with path.open("rb") as archive:
            heads.append(survey_archive(archive.read, secrets.token_bytes).heads)
    return check_extends(*heads)


def read_trackers(path: Path) -> tuple[Digest, frozenset[Digest]]:
    """The digest of the poll (its first event) and the trackers of all ballots in the archive."""
    with path.open("rb") as archive:
        steps = read_archive(archive.read)
        poll = next(steps).event.name
        trackers = (step.pieces[0].name for step in steps if step.event.type is EventType.BALLOT)
        return poll, frozenset(trackers)


def _asks_for_names(code: str, tracker: object) -> bool:
    return code == "ballots.ballot.not_member" and not tracker


def _items(archive: BinaryIO, survey: Survey) -> Iterator[list[BatchItem]]:
    batch: list[BatchItem] = []
    for index, place in enumerate(survey.ballots):
        archive.seek(place.offset)
        batch.append(
            BatchItem(
                raw=archive.read(place.size),
                tracker=place.tracker,
                is_counted=survey.is_counted(index),
                weight=survey.weight_of(index),
            )
        )
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class _Bench:
    """What a process keeps between two batches: the election and its tables."""

    election: Election
    bases: Bases


@lru_cache(maxsize=1)
def _bench(raw_election: bytes) -> _Bench:
    election = read_election(raw_election)
    return _Bench(election, bases_of(election.suite, election.public_key))


def _work(raw_election: bytes, items: list[BatchItem]) -> BatchReport:
    bench = _bench(raw_election)
    return check_batch(bench.election, bench.bases, items, secrets.token_bytes)


def _check_ballots(
    archive: BinaryIO, survey: Survey, pool: ProcessPoolExecutor | None, progress: Progress
) -> tuple[BatchReport, Opened | None]:
    """Every ballot, and the published sum and result. This process works beside those of the pool."""
    election, total = survey.election, len(survey.ballots)
    batches = _items(archive, survey)
    under_way: deque[Future[BatchReport]] = deque()
    window = 0 if pool is None else 2 * (cores() - 1) + 1
    joined = empty_report(election)

    def submit() -> None:
        while pool is not None and len(under_way) < window and (items := next(batches, None)) is not None:
            under_way.append(pool.submit(_work, election.raw, items))

    submit()
    opened = open_published(survey)
    while (items := next(batches, None)) is not None:
        joined = join_reports(election, joined, _work(election.raw, items))
        while under_way and under_way[0].done():
            joined = join_reports(election, joined, under_way.popleft().result())
            submit()
        progress(joined.ballots, total)
    for report in under_way:
        joined = join_reports(election, joined, report.result())
        progress(joined.ballots, total)
    return joined, opened


def _name_outsiders(archive: BinaryIO, survey: Survey) -> list[Problem]:
    problems = [
        problem
        for items in _items(archive, survey)
        for problem in name_outsiders(survey.election, items, secrets.token_bytes)
    ]
    return problems or list(refused("ballots.ballot.not_member", tracker="?").problems)
