"""Lines of figures of one unit on their way into the table: read by the one intake, written as new versions."""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from thidua.apps import clock
from thidua.apps.reporting.doubts import held_against
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.periods import At, with_years
from thidua.apps.reporting.selectors import every_cell
from thidua.apps.reporting.windows import closed_cells, windows_of
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.naming import called_by_code
from thidua.apps.rulebooks.selectors import scope_among
from thidua.apps.rulebooks.services.taking import Imported, hindering, too_long, warnings_in
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, refuse
from thidua.core.errors import Problem
from thidua.core.ledger.entry import Author
from thidua.core.periods import YEAR
from thidua.core.scoring.cells import Cell, FigureRow, Scope
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.core.scoring.intake import take_in
from thidua.core.states import Stage

# Targets are not read here, and a reporter cannot mend one: what is said of them stands beside the figures.
OF_TARGETS = {
    "figures.target_missing", "figures.target_not_in_force", "figures.target_expressly_none", "figures.zero_target",
}  # fmt: skip
Key = tuple[str, Stage]  # indicator, stage
CellKey = tuple[str, str, Stage]  # indicator, period, stage


@dataclass(frozen=True, slots=True)
class Batch:
    """Who writes rows of one unit, out of which file, by which document."""

    season: Season
    unit: str
    by: Author
    document: Document | None = None
    file_name: str = ""
    id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What the intake made of lines: the figures with their cells, and all its problems."""

    figures: tuple[tuple[CoreFigure, Cell], ...]
    problems: tuple[Problem, ...]


def read_rows(rows: Sequence[FigureRow], held: Held, *, unit: str, stages: Collection[Stage]) -> Read:
    """Read lines of one unit at some stages; lines of other units and stages are problems at their cells.

    Raises RulebookRefused where no rulebook was adopted.
    """
    codes = [unit] if _is_all_of(rows, unit, held) else held.standing.members
    scope = scope_among(held.season, codes, on=held.today)
    rows = called_by_code(rows, scope.units)
    if Stage.SELF in stages:
        scope = held_against(scope, held.season, unit, rows)
    taken = take_in(rows, (), scope)
    cells = {cell.place: cell for row in rows for cell in row.stages.values()}
    problems = [one for one in taken.problems if one.code not in OF_TARGETS]
    figures = tuple((one, cells[one.origin.place]) for one in taken.figures if one.unit == unit)
    strangers = [
        Problem("reporting.other_unit", {"found": row.unit.text or row.unit_default}, row.place)
        for row in rows
        if (row.unit.text or row.unit_default) != unit
    ]
    closed = _closed(figures, held, scope, unit)
    return Read(figures, (*problems, *closed, *strangers, *_stages(rows, stages), *_texts(rows)))


def _closed(figures: Sequence[tuple[CoreFigure, Cell]], held: Held, scope: Scope, unit: str) -> Iterator[Problem]:
    """Figures of periods that are not open to the unit now; what says the same as before is no matter."""
    parts = [(one, cell) for one, cell in figures if one.period != YEAR]
    if not parts or scope.rulebook is None:
        return
    every = every_cell(held.season, unit, _codes(figures))
    changed = [
        (At(one.indicator, one.period), cell.place)
        for one, cell in parts
        if (before := every.get((one.indicator, one.period, one.stage))) is None
        or before.typed != bridge.typed(cell, one.value)
    ]
    windows = windows_of(held.season, scope.rulebook, unit, on=held.today)
    yield from closed_cells(changed, windows, on=held.today)


def refuse_any(problems: Iterable[Problem]) -> None:
    """Refuse what hinders, all at once."""
    refuse(hindering(problems))


def new_rows(read: Read, batch: Batch, latest: Mapping[CellKey, Figure] | None = None) -> list[Figure]:
    """A version for each figure that differs from what counts now. latest: the cells where they were read already."""
    if latest is None:
        latest = every_cell(batch.season, batch.unit, _codes(read.figures))
    now = clock.now()
    return [row for row in (_row(one, cell, latest, batch, now) for one, cell in read.figures) if row is not None]


def latest_versions(season: Season, unit: str) -> dict[Key, Figure]:
    """What stands of the year in each cell of a unit, taken back or not; what is reported within the year as
    `periods.with_years` makes it.
    """
    every = {(unit, *key): row for key, row in every_cell(season, unit).items()}
    return {(code, stage): row for (_unit, code, stage), row in with_years(season, every, on=clock.today()).items()}


def _codes(figures: Iterable[tuple[CoreFigure, Cell]]) -> set[str]:
    return {one.indicator for one, _cell in figures}


def _is_all_of(rows: Iterable[FigureRow], unit: str, held: Held) -> bool:
    """Whether every line is one of this unit, which is a member: then no other has to be known by name."""
    return unit in held.standing.members and all((row.unit.text or row.unit_default) == unit for row in rows)


def standing_figures(latest: Mapping[CellKey, Figure]) -> str:
    """A digest of which version of each cell counts: another one as soon as anything is written."""
    versions = sorted((*key, row.version) for key, row in latest.items())
    return sha256(repr(versions).encode()).hexdigest()[:32]


def imported(rows: Sequence[Figure], batch: Batch, read: Read, left_out: Sequence[Problem] = ()) -> Imported:
    """What was written, in words of the import."""
    places = [place for _one, cell in read.figures for place in (cell.place,)]
    return Imported(
        len(rows), batch.id if rows else None, warnings_in(read.problems, places), tuple(hindering(left_out))
    )


def taken_back(row: Figure, by: Author, *, to: Figure | None = None) -> Figure:
    """The next version of a cell, which says what an earlier one said, or nothing."""
    return Figure(
        season=row.season,
        unit=row.unit,
        indicator=row.indicator,
        period=row.period,
        stage=row.stage,
        version=row.version + 1,
        typed=to.typed if to else "",
        nature=to.nature if to else row.nature,
        source=to.source if to else "",
        evidence=to.evidence if to else "",
        appraiser=to.appraiser if to else "",
        decided_on=to.decided_on if to else None,
        reason=to.reason if to else "",
        document_number=to.document_number if to else "",
        document_date=to.document_date if to else None,
        typed_by=by.account,
        typed_at=clock.now(),
    )


def _row(one: CoreFigure, cell: Cell, latest: Mapping[CellKey, Figure], batch: Batch, now: object) -> Figure | None:
    before = latest.get((one.indicator, one.period, one.stage))
    row = Figure(
        season=batch.season,
        unit=batch.unit,
        indicator=one.indicator,
        period=one.period,
        stage=one.stage,
        version=before.version + 1 if before else 1,
        typed=bridge.typed(cell, one.value),
        nature=one.origin.nature,
        source=one.origin.source,
        evidence=one.origin.evidence,
        appraiser=one.origin.appraiser,
        decided_on=one.origin.decided_on,
        reason=one.origin.reason,
        typed_by=batch.by.account,
        typed_at=now,
        file_name=batch.file_name,
        batch=batch.id,
    )
    if batch.document is not None:
        row.document_number, row.document_date = batch.document.number, batch.document.date
    return None if before is not None and _said(before) == _said(row) else row


def _said(row: Figure) -> tuple[object, ...]:
    return (
        row.typed, row.nature, row.source, row.evidence, row.appraiser, row.decided_on, row.reason,
        row.document_number, row.document_date,
    )  # fmt: skip


def _stages(rows: Iterable[FigureRow], stages: Collection[Stage]) -> Iterator[Problem]:
    for row in rows:
        for stage, cell in row.stages.items():
            if stage not in stages:
                yield Problem("reporting.stage_of_others", {"stage": stage, "own": list(stages)}, cell.place)


def _texts(rows: Iterable[FigureRow]) -> Iterator[Problem]:
    for row in rows:
        yield from too_long((row.note("source"), row.note("appraiser"), *row.stages.values()))
        yield from too_long((row.note("evidence"), row.note("reason"), row.note("comment")), longest=2000)


def only(rows: Iterable[FigureRow], stages: Collection[Stage]) -> list[FigureRow]:
    """Lines with the cells of some stages alone; a line without any is left out."""
    cut = (replace(row, stages={stage: cell for stage, cell in row.stages.items() if stage in stages}) for row in rows)
    return [row for row in cut if row.stages]
