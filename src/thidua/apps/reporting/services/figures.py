"""What a unit says of itself: typed cell by cell, or taken out of a file, and taken back."""

import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.remarks.models import Remark
from thidua.apps.reporting import events
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.periods import At
from thidua.apps.reporting.reports import refuse_locked
from thidua.apps.reporting.selectors import every_cell
from thidua.apps.reporting.services.explaining import comments_on
from thidua.apps.reporting.services.taking import (
    Batch,
    Read,
    imported,
    new_rows,
    read_rows,
    refuse_any,
    standing_figures,
    taken_back,
)
from thidua.apps.reporting.windows import closed_cells, windows_of
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.rulebooks.services.taking import Imported, good_rows
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing
from thidua.core.errors import Place, Problem
from thidua.core.ledger.entry import Author
from thidua.core.periods import YEAR
from thidua.core.scoring.cells import Cell, FigureRow
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.core.scoring.figures import Nature
from thidua.core.states import Stage
from thidua.files.collecting import without_collecting
from thidua.words.vietnamese import tidy

SELF = frozenset({Stage.SELF})
CONFLICTS = frozenset({"reporting.cell_changed", "reporting.cell_emptied", "reporting.evidence_changed"})


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed into a cell and beside it; an empty cell takes a figure back."""

    text: str
    evidence: str = ""
    source: str = ""
    comment: str = ""  # on a figure that is doubted, or that the unit wants to explain


def enter_figures(
    *,
    actor: Actor,
    season: Season,
    unit: str,
    cells: Mapping[str, Typed] | Mapping[At, Typed],
    seen: Mapping[str, int] | Mapping[At, int] | None = None,
    period: str = YEAR,
) -> Imported:
    """Write a unit's own figures, by cell; what is as it was stays, all that is wrong is refused at once.

    cells: by `At(indicator, period)`, or by indicator alone, which is then of `period` · seen: the version of each
    cell that somebody looked at while typing (0: none). One that changed since is refused, so that nobody writes over
    what they have not seen.
    """
    with changing(season) as held:
        by = demand(actor, Verb.ENTER_FIGURES, held.subject(unit))
        refuse_locked(held.season, unit)
        given = {At.of(key, period): one for key, one in cells.items()}
        latest = own_cells(held.season, unit, {at.indicator for at in given})
        rows = [line_of(unit, at, one) for at, one in given.items() if one.text.strip()]
        standing = [latest[at] for at, one in given.items() if not one.text.strip() and at in latest]
        emptied = [row for row in standing if row.typed]
        looked_at = {At.of(key, period): version for key, version in (seen or {}).items()}
        read = read_rows(rows, held, unit=unit, stages=SELF)
        hindering = [*evidence_alone(given), *changed_since(looked_at, given, latest)]
        refuse_any([*read.problems, *_closed_rows(held, unit, emptied), *hindering])
        batch = Batch(held.season, unit, by)
        every = {(*at, Stage.SELF): row for at, row in latest.items()}
        new = [*new_rows(_with_natures(read, latest), batch, every), *(taken_back(row, by) for row in emptied)]
        _write(held, new, by, unit, comments=comments_on(held, unit, rows, read, by))
        return imported(new, batch, read)


@without_collecting()
def import_figures(
    *,
    actor: Actor,
    season: Season,
    unit: str,
    rows: Sequence[FigureRow],
    file_name: str = "",
    good_only: bool = False,
    seen: str = "",
) -> Imported:
    """Take a unit's own figures out of the lines of a file: the whole of it, or the lines that nothing hinders.

    seen: what stood when the file was looked at (`Review.seen`); where something was written since, that is refused.
    """
    with changing(season) as held:
        by = demand(actor, Verb.ENTER_FIGURES, held.subject(unit))
        refuse_locked(held.season, unit)
        if seen and seen != standing_figures(every_cell(held.season, unit)):
            raise SeasonRefused(Problem("reporting.written_meanwhile"))
        read = first = read_rows(rows, held, unit=unit, stages=SELF)
        if good_only:
            read = read_rows(good_rows(rows, first.problems), held, unit=unit, stages=SELF)
        refuse_any(read.problems)
        batch = Batch(held.season, unit, by, file_name=file_name[:300], id=uuid.uuid4())
        new = new_rows(read, batch)
        _write(held, new, by, unit, comments=comments_on(held, unit, rows, read, by))
        return imported(new, batch, read, first.problems)


def undo_figures(*, actor: Actor, season: Season, unit: str, batch: uuid.UUID) -> int:
    """Take an import back: what stood before it counts again, by new versions. Refused where something came after."""
    with changing(season) as held:
        by = demand(actor, Verb.ENTER_FIGURES, held.subject(unit))
        refuse_locked(held.season, unit)
        latest = own_cells(held.season, unit)
        rows = list(Figure.objects.filter(season=held.season, unit=unit, batch=batch, stage=Stage.SELF))
        if not rows:
            raise SeasonRefused(Problem("reporting.nothing_to_undo"))
        if any(latest[At(row.indicator, row.period)].pk != row.pk for row in rows):
            raise SeasonRefused(Problem("reporting.changed_since"))
        refuse_any(_closed_rows(held, unit, rows))
        before = _versions_before(rows)
        restored = [taken_back(row, by, to=before.get(At(row.indicator, row.period))) for row in rows]
        with recording(
            events.FIGURES_TAKEN_BACK, by=by, chain=held.season.ledger_chain(), unit=unit, count=len(restored)
        ) as record:
            record.save_many(restored)
        return len(restored)


def _closed_rows(held: Held, unit: str, rows: Sequence[Figure]) -> list[Problem]:
    """Why cells cannot be taken back now."""
    cells = [At(row.indicator, row.period) for row in rows if row.period != YEAR]
    if not cells:
        return []
    windows = windows_of(held.season, rulebook_of(held.season, on=held.today), unit, on=held.today)
    return list(closed_cells([(at, Place(path=at.path)) for at in cells], windows, on=held.today))


def own_cells(season: Season, unit: str, indicators: Collection[str] | None = None) -> dict[At, Figure]:
    """The last version of each cell that a unit typed itself, taken back or not. One query."""
    every = every_cell(season, unit, indicators)
    return {At(code, period): row for (code, period, stage), row in every.items() if stage in SELF}


def changed_since(seen: Mapping[At, int], cells: Mapping[At, Typed], latest: Mapping[At, Figure]) -> Iterator[Problem]:
    """Cells whose figure or evidence somebody else wrote meanwhile; one that says the same by now is no conflict."""
    for at, version in seen.items():
        now = latest.get(at)
        if at not in cells or now is None or now.version == version:
            continue
        typed, evidence = tidy(cells[at].text), tidy(cells[at].evidence)
        if tidy(now.typed) != typed:
            told = "reporting.cell_changed" if now.typed else "reporting.cell_emptied"
        elif tidy(now.evidence) != evidence:
            told = "reporting.evidence_changed"
        else:
            continue
        yield Problem(told, {"typed": now.typed, "evidence": now.evidence}, Place(path=at.path))


def evidence_alone(cells: Mapping[At, Typed]) -> Iterator[Problem]:
    """Evidence is of a figure: without one it is kept by nobody, so it is not taken silently."""
    for at, one in cells.items():
        if one.evidence.strip() and not one.text.strip():
            yield Problem("reporting.evidence_alone", {}, Place(path=at.path))


def line_of(unit: str, at: At, one: Typed) -> FigureRow:
    """A cell as the intake reads it."""
    place = Place(path=at.path)
    notes = {"evidence": Cell(one.evidence.strip(), place), "source": Cell(one.source.strip(), place)}
    if at.period != YEAR:
        notes["period"] = Cell(at.period, place)
    notes["comment"] = Cell(one.comment.strip(), place)
    return FigureRow(
        code=Cell(at.indicator, place),
        unit=Cell(unit),
        stages={Stage.SELF: Cell(one.text.strip(), place)},
        notes=notes,
        place=place,
    )


def _with_natures(read: Read, latest: Mapping[At, Figure]) -> Read:
    """A figure whose text stays as it was stays illustrative, if it was."""
    return Read(tuple((_as_before(one, cell, latest), cell) for one, cell in read.figures), read.problems)


def _as_before(one: CoreFigure, cell: Cell, latest: Mapping[At, Figure]) -> CoreFigure:
    before = latest.get(At(one.indicator, one.period))
    if before is None or before.typed != cell.text:
        return one
    return replace(one, origin=replace(one.origin, nature=Nature(before.nature)))


def _write(held: Held, rows: Sequence[Figure], by: Author, unit: str, *, comments: Sequence[Remark] = ()) -> None:
    if not rows and not comments:
        return
    with recording(
        events.FIGURES_ENTERED, by=by, chain=held.season.ledger_chain(), unit=unit, count=len(rows)
    ) as record:
        record.save_many(rows)
        record.save_many(comments)


def _versions_before(rows: Sequence[Figure]) -> dict[At, Figure]:
    """By cell, the version before each of these."""
    first = {At(row.indicator, row.period): row.version for row in rows}
    codes = {at.indicator for at in first}
    earlier = Figure.objects.filter(
        season=rows[0].season, unit=rows[0].unit, indicator__in=codes, stage=rows[0].stage
    ).order_by("version")
    placed = [(At(row.indicator, row.period), row) for row in earlier]
    return {at: row for at, row in placed if at in first and row.version < first[at]}
