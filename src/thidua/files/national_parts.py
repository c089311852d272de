"""One part of a national run: some clusters read, checked by the same intake as a season's, and scored.

A part is what one worker process is given and what comes back from it; both are plain values that can be sent. A part
is the folder of one season, a workbook, or some thousand lines of a long table, whole clusters always.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import TypeVar

from thidua.core.errors import Place, Problem, Refused, Severity
from thidua.core.rulebook import rulebook_digest
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import FigureRow, Scope, SeasonUnit, TargetRow
from thidua.core.scoring.evaluate import evaluate
from thidua.core.scoring.figures import Figure, FigureTable, Member, Target
from thidua.core.scoring.intake import take_in
from thidua.core.standings.arrays import SheetColumns, sheet_columns
from thidua.core.states import Stage
from thidua.core.timeline import WorkingCalendar
from thidua.files.figure_tables import NOTE_SHEETS, read_figure_rows, read_target_rows
from thidua.files.national_tables import Cluster, Clusters, Header, Where, find_columns, text_at
from thidua.files.season import SEASON_FILE, read_season
from thidua.files.tables import Table, read_tables
from thidua.files.titles import HEADER_WITHIN, title_key

JOINT = " · "


@dataclass(frozen=True, slots=True)
class Line:
    """Who a line of the result is about; a run without periods has none."""

    cluster: str
    period: str
    unit: str
    name: str


@dataclass(frozen=True, slots=True)
class TablePart:
    """Some clusters of a long table, and what was found wrong while they were cut."""

    header: Header
    clusters: list[Cluster]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkbookPart:
    """A workbook whose sheets are long tables."""

    path: Path


@dataclass(frozen=True, slots=True)
class FolderPart:
    """The folder of one cluster's season."""

    folder: Path


@dataclass(frozen=True, slots=True)
class BrokenPart:
    """A source, or the rest of one, that cannot be read."""

    problems: tuple[Problem, ...]


Part = TablePart | WorkbookPart | FolderPart | BrokenPart


@dataclass(frozen=True, slots=True)
class Ground:
    """What every part is scored by. stage: None for each season's own, and for the last that has spoken in a table."""

    rulebook: Rulebook
    stage: Stage | None
    calendar: WorkingCalendar | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """A part's sheets, None where something is refused, and everything that was found in it.

    begins: where each cluster of a table begins, by its name and period.
    """

    lines: tuple[Line, ...]
    sheets: SheetColumns | None
    problems: tuple[Problem, ...]
    begins: Mapping[tuple[str, str], Place] = field(default_factory=dict)


def score_part(part: Part, ground: Ground) -> Scored:
    """Read and score a part. Never raises for what people wrote: their mistakes are among the problems."""
    try:
        match part:
            case FolderPart():
                return _folder(part, ground)
            case WorkbookPart():
                return _tables(*_read_workbook(part), ground)
            case TablePart():
                return _tables([_table_of(part)], part.problems, ground)
            case BrokenPart():
                return Scored((), None, part.problems)
    except Refused as refused:
        return Scored((), None, refused.problems)


def _folder(part: FolderPart, ground: Ground) -> Scored:
    """A season as it stands, under the rulebook that all share."""
    try:
        loaded = read_season(part.folder)
        season = loaded.season
        if rulebook_digest(season.rulebook) != rulebook_digest(ground.rulebook):
            data = {"found": season.rulebook.version, "wanted": ground.rulebook.version}
            raise Refused(Problem("national.other_rulebook", data, Place(SEASON_FILE, path="rulebook")))
        evaluation = season.evaluate(stage=ground.stage)
    except Refused as refused:
        return Scored((), None, tuple(_in_folder(problem, part.folder) for problem in refused.problems))
    lines = tuple(Line(unit.cluster, "", unit.code, unit.name) for unit in season.units)
    warnings = tuple(_in_folder(problem, part.folder) for problem in loaded.warnings)
    return Scored(lines, sheet_columns(evaluation, evaluation.table, closed=season.closed), warnings)


def _in_folder(problem: Problem, folder: Path) -> Problem:
    """The problem with the season's folder before the name of its file."""
    name = f"{folder.name}/{problem.place.file}" if problem.place.file else folder.name
    return replace(problem, place=replace(problem.place, file=name))


@dataclass(frozen=True, slots=True)
class _Tabled:
    """A long table with its clusters, whose lines are numbered as in the table."""

    table: Table
    where: Where
    clusters: list[Cluster]


def _table_of(part: TablePart) -> _Tabled:
    lines = [line for cluster in part.clusters for line in cluster.lines]
    numbers = count(1)
    clusters = [
        Cluster(one.name, one.period, [(next(numbers), cells) for _number, cells in one.lines]) for one in part.clusters
    ]
    return _Tabled(part.header.over(lines), part.header.where(), clusters)


def _read_workbook(part: WorkbookPart) -> tuple[list[_Tabled], tuple[Problem, ...]]:
    """Every sheet of a workbook that is no guide, and what is wrong with how its lines stand."""
    found: list[_Tabled] = []
    problems: list[Problem] = []
    seen: set[tuple[str, str]] = set()
    for table in read_tables(part.path):
        if table.is_empty or title_key(table.sheet) in NOTE_SHEETS:
            continue
        header = _header_of(table)
        cut = Clusters(header, header.where(), seen)
        lines = enumerate(table.rows[header.number + 1 :], start=header.number + 1)
        found.append(_Tabled(table, header.where(), list(cut.cut(lines))))
        problems += cut.take_problems()
    return found, tuple(problems)


def _header_of(table: Table) -> Header:
    """The line that titles cluster and unit; the first one where none does, so that its fault can be told."""
    rows = table.rows[:HEADER_WITHIN]
    number = next((at for at, row in enumerate(rows) if find_columns(row) is not None), 0)
    return Header(table.file, rows[number], table.sheet, number)


def _tables(tables: list[_Tabled], problems: Sequence[Problem], ground: Ground) -> Scored:
    """Clusters of long tables, scored together: one group a cluster."""
    taken = _Taken(ground, list(problems))
    for tabled in tables:
        taken.take(tabled)
    lines, begins = tuple(taken.lines), taken.begins
    if any(problem.severity is not Severity.WARNING for problem in taken.problems):
        return Scored((), None, tuple(taken.problems), begins)
    found = FigureTable(
        units=tuple(taken.members),
        figures=tuple(taken.figures),
        targets=tuple(taken.targets),
        stage=ground.stage or Stage.RECHECKED,
        calendar=ground.calendar,
    )
    evaluation = evaluate(ground.rulebook, found, closed=True)
    return Scored(lines, sheet_columns(evaluation, found, closed=True), tuple(taken.problems), begins)


@dataclass(slots=True)
class _Taken:
    """What has been taken in of the tables of a part."""

    ground: Ground
    problems: list[Problem]
    members: list[Member] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    begins: dict[tuple[str, str], Place] = field(default_factory=dict)

    def take(self, tabled: _Tabled) -> None:
        """Take in every cluster of a table, each against its own units."""
        try:
            figures = map(_of_the_period, read_figure_rows(tabled.table, is_shared=True))
            targets = read_target_rows(tabled.table, is_shared=True)
        except Refused as refused:
            self.problems += refused.problems
            return
        figures_of, targets_of = _by_line(figures), _by_line(targets)
        for cluster in tabled.clusters:
            units = _units(cluster, tabled.where.unit)
            self._enter(cluster, units, tabled.table.place(cluster.lines[0][0], tabled.where.cluster))
            numbers = [number for number, _cells in cluster.lines]
            self._take_in(_of(figures_of, numbers), _of(targets_of, numbers), units=units)

    def _enter(self, cluster: Cluster, units: tuple[SeasonUnit, ...], begins: Place) -> None:
        self.begins[cluster.name, cluster.period] = begins
        self.members += [Member(unit.code, unit.name, _joint(cluster.name, cluster.period)) for unit in units]
        self.lines += [Line(cluster.name, cluster.period, unit.name, unit.name) for unit in units]

    def _take_in(
        self, figures: Sequence[FigureRow], targets: Sequence[TargetRow], *, units: tuple[SeasonUnit, ...]
    ) -> None:
        taken = take_in(figures, targets, Scope(units=units, rulebook=self.ground.rulebook))
        self.figures += taken.figures
        self.targets += taken.targets
        self.problems += taken.problems


Row = TypeVar("Row", FigureRow, TargetRow)


def _of_the_period(row: FigureRow) -> FigureRow:
    """A line as it speaks of its cluster's time: here the column of periods says which one, and nothing within it."""
    return replace(row, notes={key: cell for key, cell in row.notes.items() if key != "period"})


def _by_line(rows: Iterable[Row]) -> dict[int, Row]:
    return {row.line: row for row in rows}


def _of(rows: Mapping[int, Row], numbers: Sequence[int]) -> list[Row]:
    return [rows[number] for number in numbers if number in rows]


def _units(cluster: Cluster, column: int) -> tuple[SeasonUnit, ...]:
    """The units that a cluster's lines name, in their order; their codes differ from those of other clusters."""
    texts = dict.fromkeys(text_at(cells, column) for _number, cells in cluster.lines)
    return tuple(SeasonUnit(code=_joint(cluster.name, cluster.period, text), name=text) for text in texts if text)


def _joint(*names: str) -> str:
    return JOINT.join(name for name in names if name)
