"""Giving targets before the pact is signed, out of a file or cell by cell, and taking an import back."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.apps.rulebooks import events
from thidua.apps.rulebooks.bridge import day_cell
from thidua.apps.rulebooks.models import Milestone, Target
from thidua.apps.rulebooks.naming import called_by_code
from thidua.apps.rulebooks.selectors import scope_of
from thidua.apps.rulebooks.services import target_checks
from thidua.apps.rulebooks.services.taking import Imported, good_rows, hindering, warnings_in
from thidua.apps.rulebooks.services.target_rows import (
    Origin,
    Standing,
    milestone_before,
    new_milestones,
    new_targets,
    target_before,
)
from thidua.apps.seasons.documents import Document, check_document
from thidua.apps.seasons.locks import locked
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services.changing import Held, SeasonRefused, changing, refuse
from thidua.core.errors import Place, Problem
from thidua.core.phases import Frozen
from thidua.core.scoring.cells import Cell, TargetRow
from thidua.core.scoring.figures import Milestone as CoreMilestone
from thidua.core.scoring.figures import Target as CoreTarget
from thidua.core.scoring.intake import take_in
from thidua.files.collecting import without_collecting

Key = tuple[str, str]  # unit, indicator


@dataclass(frozen=True, slots=True)
class ReadTargets:
    """What the intake made of lines, with the days by which targets are due, and all problems."""

    rows: tuple[TargetRow, ...]
    targets: tuple[CoreTarget, ...]
    milestones: tuple[CoreMilestone, ...]
    due: Mapping[Place, date]
    problems: tuple[Problem, ...]


@without_collecting()
def import_targets(
    *,
    actor: Actor,
    season: Season,
    rows: Sequence[TargetRow],
    document: Document,
    file_name: str = "",
    acknowledge_by: date | None = None,
    good_only: bool = False,
    seen: str = "",
) -> Imported:
    """Give targets by the lines of a table: all of them, or those that nothing hinders. A line that names its own
    document keeps it. seen: what stood when the file was looked at (`Review.seen`).
    """
    with changing(season) as held:
        by = demand(actor, Verb.SET_TARGETS, held.subject())
        standing = Standing.of(held.season)
        if seen and seen != standing.digest:
            raise SeasonRefused(Problem("rulebooks.targets_written_meanwhile"))
        read = first = read_targets(rows, held)
        if good_only:
            read = read_targets(good_rows(first.rows, first.problems), held)
        refuse([*hindering(read.problems), *_of_giving(document, acknowledge_by, held)])
        origin = Origin(by, document, file_name[:300], batch=uuid.uuid4(), acknowledge_by=acknowledge_by)
        count = _write(held, standing, read, origin)
        warnings = warnings_in(read.problems, [row.place for row in rows])
        left_out = tuple(hindering(first.problems)) if good_only else ()
        return Imported(count, origin.batch if count else None, warnings, left_out)


def set_targets(
    *,
    actor: Actor,
    season: Season,
    cells: Mapping[Key, str],
    seen: Mapping[Key, int],
    document: Document,
    acknowledge_by: date | None = None,
    milestones: Mapping[tuple[str, str, date], str] | None = None,
    due_on: Mapping[Key, date] | None = None,
) -> Imported:
    """Give targets cell by cell; an emptied one takes a target back. All that is wrong is refused at once.

    seen: how many versions each cell had when somebody looked at it. One that was written since is refused, so that
    nobody writes over what they have not seen.
    """
    with changing(season) as held:
        by = demand(actor, Verb.SET_TARGETS, held.subject())
        standing = Standing.of(held.season)
        read = read_targets(lines_of(cells, milestones or {}, due_on or {}), held)
        refuse(
            [
                *hindering(read.problems),
                *changed_since(seen, cells, standing),
                *_of_giving(document, acknowledge_by, held),
            ]
        )
        origin = Origin(by, document, batch=uuid.uuid4(), acknowledge_by=acknowledge_by)
        emptied = [key for key, text in cells.items() if not text.strip()]
        count = _write(held, standing, read, origin, taken_back=emptied)
        return Imported(
            count, origin.batch if count else None, warnings_in(read.problems, [r.place for r in read.rows])
        )


def undo_targets(*, actor: Actor, season: Season, batch: uuid.UUID) -> int:
    """Take an import back: what stood before it counts again, by new versions. Refused where something came after."""
    with changing(season) as held:
        by = demand(actor, Verb.SET_TARGETS, held.subject())
        refuse(locked(Frozen.TARGETS, held.season))
        standing = Standing.of(held.season)
        lines: list[list[Target]] = [line for line in standing.cells.values() if _has(line, batch)]
        stones = [line for line in standing.stones.values() if _has(line, batch)]
        if not lines and not stones:
            raise SeasonRefused(Problem("rulebooks.nothing_to_undo"))
        if any(line[-1].batch != batch for line in (*lines, *stones)):
            raise SeasonRefused(Problem("rulebooks.changed_since"))
        restored: list[Target] = []
        for line in lines:
            for row in [one for one in line if one.batch == batch]:
                line.append(target_before(row, line, by))
                restored.append(line[-1])
        marks = [milestone_before(line[-1], line, by) for line in stones]
        count = len(restored) + len(marks)
        with recording(events.TARGETS_TAKEN_BACK, by=by, chain=held.season.ledger_chain(), count=count) as record:
            record.save_many(restored)
            record.save_many(marks)
        return count


def read_targets(rows: Sequence[TargetRow], held: Held) -> ReadTargets:
    """Read lines of targets as every door does. Raises RulebookRefused where no rulebook was adopted."""
    scope = scope_of(held.season, on=held.today)
    called = called_by_code(rows, scope.units)
    taken = take_in((), called, scope)
    due, unread = target_checks.due_days(called)
    days = target_checks.of_days(held.season, scope.units, taken.targets, due)
    problems = (*taken.problems, *unread, *days, *target_checks.of_texts(called))
    return ReadTargets(tuple(called), taken.targets, taken.milestones, due, problems)


def lines_of(
    cells: Mapping[Key, str], milestones: Mapping[tuple[str, str, date], str], due_on: Mapping[Key, date]
) -> list[TargetRow]:
    """Cells of the table of targets as lines; those that say nothing are left out."""
    stones: dict[Key, dict[date, Cell]] = {}
    for (unit, indicator, day), text in milestones.items():
        if text.strip():
            place = Place(path=f"{cell_path(unit, indicator)}.{day.isoformat()}")
            stones.setdefault((unit, indicator), {})[day] = Cell(text.strip(), place)
    wanted = [key for key in dict.fromkeys([*cells, *stones]) if cells.get(key, "").strip() or key in stones]
    return [_line(key, cells.get(key, "").strip(), stones.get(key, {}), due_on.get(key)) for key in wanted]


def cell_path(unit: str, indicator: str) -> str:
    """The name of one cell of the table of targets, at which its problems stand."""
    return f"{unit}.{indicator}"


def changed_since(seen: Mapping[Key, int], cells: Mapping[Key, str], standing: Standing) -> Iterator[Problem]:
    """Cells that somebody else wrote meanwhile; one that says the same by now is no conflict."""
    for key, versions in seen.items():
        if key in cells and standing.versions(*key) != versions:
            rows = standing.cells.get(key, [])
            now = rows[-1].typed if rows else ""
            if now != cells[key].strip():
                yield Problem("rulebooks.target_changed", {"typed": now}, Place(path=cell_path(*key)))


def _line(key: Key, text: str, stones: dict[date, Cell], due_on: date | None) -> TargetRow:
    place = Place(path=cell_path(*key))
    return TargetRow(
        code=Cell(key[1], place),
        unit=Cell(key[0], place),
        target=Cell(text, place) if text else Cell(),
        notes={"due_on": day_cell(due_on)._replace(place=place)},
        milestones=stones,
        place=place,
    )


def _of_giving(document: Document, acknowledge_by: date | None, held: Held) -> Iterator[Problem]:
    yield from locked(Frozen.TARGETS, held.season)
    yield from check_document(document, today=held.today)
    yield from target_checks.of_noting(acknowledge_by, today=held.today)


def _write(held: Held, standing: Standing, read: ReadTargets, origin: Origin, *, taken_back: Sequence[Key] = ()) -> int:
    """Write what differs, as one act. How many versions were new."""
    new = list(new_targets(standing, read.targets, read.rows, origin, read.due))
    new += [row for key in taken_back for row in _emptied(standing, key, origin)]
    stones: list[Milestone] = list(new_milestones(standing, read.milestones, read.rows, origin))
    count = len(new) + len(stones)
    if not count:
        return 0
    with recording(
        events.TARGETS_GIVEN,
        by=origin.by,
        chain=held.season.ledger_chain(),
        count=count,
        document=origin.document.number,
        date=origin.document.date,
    ) as record:
        record.save_many(new)
        record.save_many(stones)
    return count


def _emptied(standing: Standing, key: Key, origin: Origin) -> Iterator[Target]:
    """The next version of each first day of a cell, which says nothing."""
    line = standing.cells.get(key, [])
    latest = {row.valid_from: row for row in line}
    for row in latest.values():
        if row.typed:
            new = Target(
                season=standing.season,
                unit=row.unit,
                indicator=row.indicator,
                version=len(line) + 1,
                typed="",
                valid_from=row.valid_from,
                nature=row.nature,
                typed_by=origin.by.account,
                typed_at=clock.now(),
                batch=origin.batch,
            )
            line.append(new)
            yield new


def _has(line: Sequence[Target] | Sequence[Milestone], batch: uuid.UUID) -> bool:
    return any(row.batch == batch for row in line)
