"""What lines of a file would write, before anything is written: line by line, with all that is wrong at its cell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Generic

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.services.taking import R, good_rows, hindering, places_of
from thidua.apps.rulebooks.services.target_rows import Standing, in_force
from thidua.apps.rulebooks.services.targets import ReadTargets, read_targets
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import standing_in
from thidua.apps.seasons.services.changing import Held
from thidua.core.errors import Place, Problem, Severity
from thidua.core.scoring.cells import Cell, FigureRow, TargetRow
from thidua.core.scoring.figures import Target as CoreTarget


class Fate(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Line(Generic[R]):
    """A line with what stands now in its cell of the season, and its problems by the name of the cell (`D7`)."""

    row: R
    fate: Fate
    before: str
    problems: Mapping[str, tuple[Problem, ...]]
    warnings: tuple[Problem, ...]

    @property
    def is_wrong(self) -> bool:
        return self.fate is Fate.WRONG


@dataclass(frozen=True, slots=True)
class Review(Generic[R]):
    """All lines of a file. `seen` names what stood when it was looked at, for the import."""

    lines: tuple[Line[R], ...]
    others: tuple[Problem, ...]  # at no line that says something
    seen: str

    def count(self, fate: Fate) -> int:
        """How many lines share a fate."""
        return sum(line.fate is fate for line in self.lines)

    @property
    def wrong(self) -> int:
        return self.count(Fate.WRONG)

    @property
    def writable(self) -> int:
        """How many lines would write something."""
        return self.count(Fate.NEW) + self.count(Fate.CHANGED)


def review_targets(*, actor: Actor, season: Season, rows: Sequence[TargetRow]) -> Review[TargetRow]:
    """Read the lines of a file of targets as the import would, and write nothing. Raises AccessRefused."""
    today = clock.today()
    held = Held(season, standing_in(season, on=today), today)
    demand(actor, Verb.SET_TARGETS, held.subject())
    standing = Standing.of(season)
    read = read_targets(rows, held)
    good = {id(row) for row in good_rows(read.rows, read.problems)}
    at, given = by_place(read.problems), _by_line(read)
    lines = []
    for row in read.rows:
        before, fate = _fate(row, given.get(row.place, []), standing, read, today)
        lines.append(line_with(row, fate if id(row) in good else Fate.WRONG, before, at))
    return Review(tuple(lines), others_of(read.rows, read.problems), standing.digest)


def line_with(row: R, fate: Fate, before: str, at: Mapping[Place, Sequence[Problem]]) -> Line[R]:
    """A line with its problems, each at its cell."""
    found = [problem for place in places_of(row) for problem in at.get(place, ())]
    problems: dict[str, list[Problem]] = defaultdict(list)
    for problem in hindering(found):
        problems[problem.place.cell].append(problem)
    warnings = tuple(one for one in found if one.severity is Severity.WARNING)
    return Line(row, fate, before, {cell: tuple(told) for cell, told in problems.items()}, warnings)


def others_of(rows: Iterable[R], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What hinders and stands at no line."""
    placed = {place for row in rows for place in places_of(row)}
    return tuple(one for one in hindering(problems) if one.place not in placed)


def by_place(problems: Iterable[Problem]) -> dict[Place, list[Problem]]:
    """Problems by the place at which they stand."""
    found: dict[Place, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.place].append(problem)
    return found


def mended(rows: Iterable[R], texts: Mapping[str, str]) -> list[R]:
    """Lines with the cells that somebody wrote over, by `Sheet!D7`; a line that says nothing by now is left out."""
    changed = (_mended(row, texts) for row in rows)
    return [row for row in changed if any(not cell.is_empty for cell in _values(row))]


def cell_key(place: Place) -> str:
    """The name of a cell in its file: `Số liệu!D7`."""
    return f"{place.sheet}!{place.cell}"


def _values(row: FigureRow | TargetRow) -> list[Cell]:
    return list(row.stages.values()) if isinstance(row, FigureRow) else [row.target, *row.milestones.values()]


def _mended(row: R, texts: Mapping[str, str]) -> R:
    if not any(cell_key(place) in texts for place in places_of(row)):
        return row

    def new(cell: Cell) -> Cell:
        text = texts.get(cell_key(cell.place))
        return cell if text is None or cell.place == Place() else Cell(text.strip(), cell.place)

    code, unit = new(row.code), new(row.unit)
    notes = {name: new(cell) for name, cell in row.notes.items()}
    if isinstance(row, FigureRow):
        stages = {stage: new(cell) for stage, cell in row.stages.items()}
        return replace(row, code=code, unit=unit, notes=notes, stages=stages)
    marks = {day: new(cell) for day, cell in row.milestones.items()}
    marks = {day: cell for day, cell in marks.items() if not cell.is_empty}
    return replace(row, code=code, unit=unit, notes=notes, target=new(row.target), milestones=marks)


def _by_line(read: ReadTargets) -> dict[Place, list[CoreTarget]]:
    found: dict[Place, list[CoreTarget]] = defaultdict(list)
    for target in read.targets:
        found[target.origin.place].append(target)
    return found


def _fate(
    row: TargetRow, targets: Sequence[CoreTarget], standing: Standing, read: ReadTargets, today: date
) -> tuple[str, Fate]:
    """What stands in the first cell that a line writes, and what becomes of the line."""
    if not targets:
        return "", Fate.NEW
    befores = [in_force(standing.cells.get((one.unit, one.indicator), ()), one.valid_from or today) for one in targets]
    texts = {one.typed if one else "" for one in befores}
    after = bridge.typed(row.target, targets[0].value)
    same = (
        texts == {after}
        and not row.milestones
        and all(one is not None and one.due_on == read.due.get(row.place) for one in befores)
    )
    before = next(iter(texts)) if len(texts) == 1 else " · ".join(sorted(texts - {""}))
    return before, Fate.SAME if same else Fate.CHANGED if texts != {""} else Fate.NEW
