"""One part of a national run: some clusters read, checked by the same intake as a season's, and scored.

A part is what one worker process is given and what comes back from it; both are plain values that can be sent. A part
is either the folder of one season or some hundred lines of the long table, whole clusters always.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from thidua.core.errors import Place, Problem, Refused, Severity
from thidua.core.rulebook import rulebook_digest
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import Scope, SeasonUnit
from thidua.core.scoring.evaluate import evaluate
from thidua.core.scoring.figures import Figure, FigureTable, Member, Target
from thidua.core.scoring.intake import take_in
from thidua.core.standings.arrays import SheetColumns, sheet_columns
from thidua.core.states import Stage
from thidua.core.timeline import WorkingCalendar
from thidua.files.figure_tables import read_figure_rows, read_target_rows
from thidua.files.season import SEASON_FILE, read_season
from thidua.files.sheets import Raw, Sheet, cell_name
from thidua.files.tables import Table

JOINT = " · "


@dataclass(frozen=True, slots=True)
class Line:
    """Who a line of the result is about; a run without periods has none."""

    cluster: str
    period: str
    unit: str
    name: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """The lines of one cluster (in one period) in the long table, each with its number from 0."""

    name: str
    period: str
    lines: list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class TablePart:
    """Some clusters of the long table. unit_column: where units stand in a line."""

    file: str
    titles: list[str]
    unit_column: int
    clusters: list[Cluster]


@dataclass(frozen=True, slots=True)
class FolderPart:
    """The folder of one cluster's season."""

    folder: Path


Part = TablePart | FolderPart


@dataclass(frozen=True, slots=True)
class Ground:
    """What every part is scored by. stage: None for each season's own, and for the last that has spoken in a table."""

    rulebook: Rulebook
    stage: Stage | None
    calendar: WorkingCalendar | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """A part's sheets, None where something is refused, and everything that was found in it."""

    lines: tuple[Line, ...]
    sheets: SheetColumns | None
    problems: tuple[Problem, ...]


def score_part(part: Part, ground: Ground) -> Scored:
    """Read and score a part. Never raises for what people wrote: their mistakes are among the problems."""
    try:
        return _folder(part, ground) if isinstance(part, FolderPart) else _table(part, ground)
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


def _table(part: TablePart, ground: Ground) -> Scored:
    """Clusters of the long table, scored together: one group a cluster."""
    members: list[Member] = []
    lines: list[Line] = []
    figures: list[Figure] = []
    targets: list[Target] = []
    problems: list[Problem] = []
    for cluster in part.clusters:
        units = _units(part, cluster)
        members += [Member(unit.code, unit.name, _joint(cluster.name, cluster.period)) for unit in units]
        lines += [Line(cluster.name, cluster.period, unit.name, unit.name) for unit in units]
        try:
            table = _table_of(part, cluster)
            rows = read_figure_rows(table, is_shared=True), read_target_rows(table, is_shared=True)
        except Refused as refused:
            problems += refused.problems
            continue
        taken = take_in(*rows, Scope(units=units, rulebook=ground.rulebook))
        figures += taken.figures
        targets += taken.targets
        problems += taken.problems
    if any(problem.severity is not Severity.WARNING for problem in problems):
        return Scored((), None, tuple(problems))
    found = FigureTable(
        units=tuple(members),
        figures=tuple(figures),
        targets=tuple(targets),
        stage=ground.stage or Stage.RECHECKED,
        calendar=ground.calendar,
    )
    evaluation = evaluate(ground.rulebook, found, closed=True)
    return Scored(tuple(lines), sheet_columns(evaluation, found, closed=True), tuple(problems))


def _units(part: TablePart, cluster: Cluster) -> tuple[SeasonUnit, ...]:
    """The units that a cluster's lines name, in their order; their codes differ from those of other clusters."""
    texts = (cells[part.unit_column] if part.unit_column < len(cells) else "" for _number, cells in cluster.lines)
    return tuple(
        SeasonUnit(code=_joint(cluster.name, cluster.period, text), name=text) for text in dict.fromkeys(texts) if text
    )


def _joint(*names: str) -> str:
    return JOINT.join(name for name in names if name)


def _table_of(part: TablePart, cluster: Cluster) -> Table:
    """A cluster's lines under the titles of the whole file; cells are named as they stand in the file."""
    rows: list[list[Raw]] = [list[Raw](part.titles), *(list[Raw](cells) for _number, cells in cluster.lines)]
    numbers = [0, *(number for number, _cells in cluster.lines)]

    def place(row: int, column: int) -> Place:
        return Place(part.file, "", cell_name(numbers[row], column))

    return Table(part.file, Sheet("", rows), place)
