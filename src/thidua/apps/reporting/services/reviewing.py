"""What lines of a file would write, before anything is written: line by line, with all that is wrong at its cell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.services.figures import SELF
from thidua.apps.reporting.services.taking import every_cell, read_rows, standing_figures
from thidua.apps.rulebooks.bridge import typed
from thidua.apps.rulebooks.services.taking import good_rows, hindering, places_of
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import standing_in
from thidua.apps.seasons.services.changing import Held
from thidua.core.errors import Place, Problem, Severity
from thidua.core.periods import YEAR
from thidua.core.scoring.cells import Cell, FigureRow


class Fate(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with what stands now in its cell of the season, and its problems by the name of the cell (`D7`)."""

    row: FigureRow
    fate: Fate
    before: str
    problems: Mapping[str, tuple[Problem, ...]]
    warnings: tuple[Problem, ...]

    @property
    def is_wrong(self) -> bool:
        return self.fate is Fate.WRONG


@dataclass(frozen=True, slots=True)
class Review:
    """All lines of a file. `seen` names what stood when it was looked at, for `import_figures`."""

    lines: tuple[Line, ...]
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


def review_figures(*, actor: Actor, season: Season, unit: str, rows: Sequence[FigureRow]) -> Review:
    """Read the lines of a file as the import would, and write nothing. As many queries for one line as for a thousand.

    Raises AccessRefused for who may not enter the unit's figures now.
    """
    today = clock.today()
    held = Held(season, standing_in(season, on=today), today)
    demand(actor, Verb.ENTER_FIGURES, held.subject(unit))
    every = every_cell(season, unit)
    latest = {(code, period): row for (code, period, stage), row in every.items() if stage in SELF}
    read = read_rows(rows, held, unit=unit, stages=SELF)
    good = {id(row) for row in good_rows(rows, read.problems)}
    values = {cell.place: (typed(cell, one.value), one.period) for one, cell in read.figures}
    at = _by_place(read.problems)
    lines = tuple(_line(row, latest, values, at, is_good=id(row) in good) for row in rows)
    placed = {place for row in rows for place in places_of(row)}
    others = tuple(one for one in hindering(read.problems) if one.place not in placed)
    return Review(lines, others, standing_figures(every))


def mended(rows: Iterable[FigureRow], texts: Mapping[str, str]) -> list[FigureRow]:
    """Lines with the cells that somebody wrote over, by `Sheet!D7`; a line whose figure is emptied is left out."""
    changed = (_mended(row, texts) for row in rows)
    return [row for row in changed if any(not cell.is_empty for cell in row.stages.values())]


def cell_key(place: Place) -> str:
    """The name of a cell in its file: `Số liệu!D7`."""
    return f"{place.sheet}!{place.cell}"


def _mended(row: FigureRow, texts: Mapping[str, str]) -> FigureRow:
    if not any(cell_key(place) in texts for place in places_of(row)):
        return row

    def new(cell: Cell) -> Cell:
        text = texts.get(cell_key(cell.place))
        return cell if text is None or cell.place == Place() else Cell(text.strip(), cell.place)

    return replace(
        row,
        code=new(row.code),
        unit=new(row.unit),
        stages={stage: new(cell) for stage, cell in row.stages.items()},
        notes={name: new(cell) for name, cell in row.notes.items()},
    )


def _line(
    row: FigureRow,
    latest: Mapping[tuple[str, str], Figure],
    values: Mapping[Place, tuple[str, str]],
    at: Mapping[Place, list[Problem]],
    *,
    is_good: bool,
) -> Line:
    found = [problem for place in places_of(row) for problem in at.get(place, ())]
    problems: dict[str, list[Problem]] = defaultdict(list)
    for problem in hindering(found):
        problems[problem.place.cell].append(problem)
    read = (values[cell.place] for cell in row.stages.values() if cell.place in values)
    after, period = next(read, ("", YEAR))
    before = latest.get((row.code.text, period))
    text = before.typed if before is not None else ""
    fate = Fate.WRONG
    if is_good:
        fate = Fate.NEW if not text else Fate.SAME if text == after else Fate.CHANGED
    warnings = tuple(one for one in found if one.severity is Severity.WARNING)
    return Line(row, fate, text, {cell: tuple(told) for cell, told in problems.items()}, warnings)


def _by_place(problems: Iterable[Problem]) -> dict[Place, list[Problem]]:
    found: dict[Place, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.place].append(problem)
    return found
