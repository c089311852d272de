"""What every import has in common: lines go through the one intake; what was read is written as new versions."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from thidua.core.errors import Place, Problem, Severity
from thidua.core.scoring.cells import Cell, FigureRow, TargetRow

LONGEST_NOTE = 300
R = TypeVar("R", FigureRow, TargetRow)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import wrote: how many cells, in which batch (None: nothing was new), and what should be looked at."""

    count: int
    batch: UUID | None
    warnings: tuple[Problem, ...] = ()
    left_out: tuple[Problem, ...] = ()  # why some lines were not taken


def hindering(problems: Iterable[Problem]) -> list[Problem]:
    """Those that keep a line out: errors, and questions that wait for an answer."""
    return [problem for problem in problems if problem.severity is not Severity.WARNING]


def warnings_in(problems: Iterable[Problem], places: Sequence[Place]) -> tuple[Problem, ...]:
    """Warnings about these cells."""
    known = set(places)
    return tuple(one for one in problems if one.severity is Severity.WARNING and one.place in known)


def too_long(cells: Iterable[Cell], *, longest: int = LONGEST_NOTE) -> Iterator[Problem]:
    """Texts that no column of ours holds."""
    for cell in cells:
        if len(cell.text) > longest:
            yield Problem("forms.too_long", {"length": len(cell.text), "longest": longest}, cell.place)


def good_rows(rows: Iterable[R], problems: Iterable[Problem]) -> list[R]:
    """The lines that nothing hinders."""
    bad = {problem.place for problem in hindering(problems)}
    return [row for row in rows if bad.isdisjoint(places_of(row))]


def places_of(row: FigureRow | TargetRow) -> list[Place]:
    """The places of a line and of its cells."""
    values = row.stages.values() if isinstance(row, FigureRow) else (row.target, *row.milestones.values())
    cells = (row.code, row.unit, *values, *row.notes.values())
    return [one for one in dict.fromkeys([row.place, *(cell.place for cell in cells)]) if one != Place()]
