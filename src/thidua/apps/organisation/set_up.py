"""From the lines of a workbook to clusters that may be formed, or to everything that is wrong with it, cell by cell."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from thidua.apps.organisation.checking import ClusterPlan, MemberPlan, OfficePlan, Surroundings, cluster_problems
from thidua.apps.organisation.naming import code_problems, name_problems, named, tidy, with_names
from thidua.core.errors import Place, Problem, UnitsRefused
from thidua.core.timeline import LegalBasis, Period
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree
from thidua.files.cluster_book import TITLES, BookLine, ClusterBook, ClusterColumn
from thidua.files.sheets import position
from thidua.words.vietnamese import folded, marked

Key = tuple[int | None, str, Level | None, str]  # year, number, level, the superior as written


@dataclass(frozen=True, slots=True)
class PlannedCluster:
    """One cluster of the workbook, with the line of each member."""

    plan: ClusterPlan
    lines: tuple[BookLine, ...]
    offices: tuple[BookLine, ...]  # of the lines, those with an office


@dataclass(frozen=True, slots=True)
class SetUp:
    """What a workbook would set up, and everything that stands against it."""

    file: str
    units: tuple[Unit, ...]
    clusters: tuple[PlannedCluster, ...]
    tree: UnitTree  # with the new units
    problems: tuple[Problem, ...]

    @property
    def members(self) -> int:
        """How many memberships."""
        return sum(len(one.plan.members) for one in self.clusters)

    @property
    def superiors(self) -> tuple[str, ...]:
        """The organisers of the clusters and the superiors of new units, each once; a unit without is its own."""
        organisers = [one.plan.organiser for one in self.clusters if one.plan.organiser]
        new = {unit.id for unit in self.units}
        parents = [unit.parent or unit.id for unit in self.units if unit.parent not in new]
        return tuple(dict.fromkeys([*organisers, *parents]))


def set_up_of(book: ClusterBook, around: Surroundings) -> SetUp:
    """The clusters and new units of a workbook, judged together against all that is there."""
    unread = frozenset(problem.place for problem in book.problems)
    units, tree, problems = _new_units(book.units, around.tree, unread)
    resolved = _Resolver(tree).resolve_all(book.members)
    problems += [*book.problems, *resolved.problems]
    around = replace(around, tree=tree)
    clusters = []
    for lines in _grouped(book.members).values():
        problems += [*_head_problems(lines, unread), *_position_problems(lines, unread)]
        cluster = _planned(lines, resolved, tree)
        if cluster is not None:
            problems += _at_cells(cluster, cluster_problems(cluster.plan, around))
            around.add(cluster.plan)
            clusters.append(cluster)
    return SetUp(book.file, units, tuple(clusters), tree, _in_reading_order(problems))


# New units


def _new_units(
    lines: Sequence[BookLine], tree: UnitTree, unread: Container[Place]
) -> tuple[tuple[Unit, ...], UnitTree, list[Problem]]:
    """The units of the sheet of new units, the tree with them (as far as they fit), and what is wrong."""
    problems: list[Problem] = []
    units: dict[str, tuple[Unit, BookLine]] = {}
    codes = {line.code for line in lines}
    for line in lines:
        found = list(_unit_problems(line, units, codes, tree, unread))
        problems += found
        if not found and line.level is not None and line.starts_on is not None:
            parent = UnitId(line.superior) if line.superior else None
            basis = LegalBasis(line.document, is_confirmed=bool(line.document))
            unit = Unit(UnitId(line.code), tidy(line.unit), line.level, Period(line.starts_on), parent, basis)
            units[line.code] = (unit, line)
    new = tuple(unit for unit, _ in units.values())
    try:
        return new, UnitTree((*tree.units, *new)), problems
    except UnitsRefused as refusal:
        placed = [replace(one, place=_place_of_unit(one, units, book=lines)) for one in refusal.problems]
        return new, tree, [*problems, *with_names(placed, tree)]


def _unit_problems(
    line: BookLine, units: Mapping[str, object], codes: Container[str], tree: UnitTree, unread: Container[Place]
) -> Iterator[Problem]:
    at = {"name": ClusterColumn.UNIT, "code": ClusterColumn.CODE}
    own = [*name_problems(tidy(line.unit), at="name"), *(code_problems(line.code, at="code") if line.code else ())]
    for problem in own:
        yield replace(problem, place=line.place(at[problem.place.path]))
    if line.superior and not tree.rows(UnitId(line.superior)) and line.superior not in codes:
        yield Problem("units.unknown_unit", {"unit": line.superior}, line.place(ClusterColumn.SUPERIOR))
    if tree.rows(UnitId(line.code)):
        yield Problem("organisation.code_taken", {"unit": named(line.code, tree)}, line.place(ClusterColumn.CODE))
    elif line.code in units:
        yield Problem("organisation.code_twice", {"code": line.code}, line.place(ClusterColumn.CODE))
    needed = {ClusterColumn.CODE: line.code, ClusterColumn.LEVEL: line.level, ClusterColumn.STARTS_ON: line.starts_on}
    for column, value in needed.items():
        if not value and line.place(column) not in unread:
            yield Problem("organisation.cell_empty", {"title": TITLES[column][0]}, line.place(column))


def _place_of_unit(problem: Problem, units: Mapping[str, tuple[Unit, BookLine]], *, book: Sequence[BookLine]) -> Place:
    held = units.get(str(problem.data.get("unit", "")))
    line = book[0] if held is None else held[1]
    return line.place(ClusterColumn.SUPERIOR)


# Which unit a line means


@dataclass(slots=True)
class _Resolved:
    """The code of the unit of each line, by its position, and the lines whose unit is not known."""

    codes: dict[int, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def code(self, line: BookLine) -> str:
        return self.codes.get(id(line), "")


@dataclass(slots=True)
class _Resolver:
    """Finds units by code, or by name below a superior on the line's day."""

    tree: UnitTree
    by_name: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))
    by_bare_name: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))
    called: dict[UnitId, frozenset[str]] = field(default_factory=dict)  # by code, all that a unit is called

    def __post_init__(self) -> None:
        for unit in self.tree.units:
            self.by_name[marked(unit.name)].append(unit)
            self.by_bare_name[folded(unit.name)].append(unit)
        for code in {unit.parent for unit in self.tree.units if unit.parent is not None}:
            self.called[code] = frozenset({code, *(marked(row.name) for row in self.tree.rows(code))})

    def resolve_all(self, lines: Iterable[BookLine]) -> _Resolved:
        resolved = _Resolved()
        for line in lines:
            code, problem = self.resolve(line)
            resolved.codes[id(line)] = code
            resolved.problems += [] if problem is None else [problem]
        return resolved

    def resolve(self, line: BookLine) -> tuple[str, Problem | None]:
        """The unit's code, or why it is not known."""
        if line.code:
            return self._by_code(line)
        if not line.unit:
            return "", Problem("organisation.unit_missing", {}, line.place(ClusterColumn.UNIT))
        if line.year is None and line.starts_on is None:
            return "", None  # nobody knows of which day; that the year is missing is told by itself
        day, superior = start_of(line), marked(line.superior)
        same = [unit for unit in self.by_name[marked(line.unit)] if self._is_below(unit, superior)]
        living = list(dict.fromkeys(unit.id for unit in same if day in unit.validity))
        if len(living) == 1:
            return living[0], None
        place = line.place(ClusterColumn.UNIT)
        if living:
            names = [f"{code} ({self._superior(code, day)})" for code in living[:4]]
            return "", Problem("organisation.name_ambiguous", {"name": line.unit, "units": names}, place)
        if same:
            return "", Problem("units.not_existing", {"name": line.unit, "unit": same[-1].id, "day": day}, place)
        return "", self._unknown(line, day)

    def _by_code(self, line: BookLine) -> tuple[str, Problem | None]:
        rows = self.tree.rows(UnitId(line.code))
        if not rows:
            return "", Problem("units.unknown_unit", {"unit": line.code}, line.place(ClusterColumn.CODE))
        if line.unit and all(marked(row.name) != marked(line.unit) for row in rows):
            data = {"name": line.unit, "unit": named(line.code, self.tree)}
            return "", Problem("organisation.name_differs", data, line.place(ClusterColumn.UNIT))
        return line.code, None

    def _unknown(self, line: BookLine, day: date) -> Problem:
        near = [unit for unit in self.by_bare_name[folded(line.unit)] if day in unit.validity]
        place = line.place(ClusterColumn.UNIT)
        if near:
            return Problem("organisation.name_near", {"name": line.unit, "near": near[0].name}, place)
        return Problem("organisation.name_unknown", {"name": line.unit, "day": day}, place)

    def _is_below(self, unit: Unit, superior: str) -> bool:
        """Whether the superior is the one that the line names, by code or by name; any is when it names none."""
        return not superior or (unit.parent is not None and superior in self.called[unit.parent])

    def _superior(self, code: UnitId, day: date) -> str:
        row = self.tree.living(code, on=day)
        parent = None if row is None or row.parent is None else self.tree.living(row.parent, on=day)
        return parent.name if parent is not None else "–"


# Clusters


def _grouped(lines: Sequence[BookLine]) -> dict[Key, list[BookLine]]:
    """The lines of each cluster: of one year, number, level and superior, as the first line of the number states them
    for those that leave them out.
    """
    first: dict[tuple[int | None, str], BookLine] = {}
    groups: dict[Key, list[BookLine]] = defaultdict(list)
    for line in lines:
        head = first.setdefault((line.year, line.number), line)
        superior = marked(line.superior or head.superior)
        groups[line.year, line.number, line.level or head.level, superior].append(line)
    return groups


def start_of(line: BookLine) -> date:
    """From when a line's unit belongs: as written, or from the first day of the year."""
    return line.starts_on or date(line.year or date.min.year, 1, 1)


def _planned(lines: Sequence[BookLine], resolved: _Resolved, tree: UnitTree) -> PlannedCluster | None:
    """The cluster of some lines; None while its year or all of its units are unknown."""
    first = lines[0]
    known = sorted((line for line in lines if resolved.code(line)), key=lambda line: line.position or 0)
    if first.year is None or not known:
        return None
    rows = [tree.living(UnitId(resolved.code(line)), on=start_of(line)) for line in known]
    living = [row for row in rows if row is not None]
    level = next((line.level for line in known if line.level), None)
    levels = Counter(row.level for row in living).most_common(1)
    parents = Counter(row.parent for row in living if row.parent is not None).most_common(1)
    offices = tuple(line for line in known if line.office is not None)
    plan = ClusterPlan(
        number=first.number,
        name=first.name,
        year=first.year,
        level=level or (levels[0][0] if levels else Level.COMMUNE),
        organiser=parents[0][0] if parents else "",
        members=tuple(MemberPlan(resolved.code(line), start_of(line), line.ends_on) for line in known),
        offices=tuple(_office(line, resolved.code(line)) for line in offices),
    )
    return PlannedCluster(plan, tuple(known), offices)


def _office(line: BookLine, code: str) -> OfficePlan:
    basis = LegalBasis(line.document, is_confirmed=bool(line.document))
    return OfficePlan(line.office or OfficeKind.CHAIR, code, start_of(line), line.ends_on, basis)


def _head_problems(lines: Sequence[BookLine], unread: Container[Place]) -> Iterator[Problem]:
    """What the lines of one cluster say of it: a year, one name, a chair."""
    first = lines[0]
    year = first.place(ClusterColumn.YEAR)
    if first.year is None and year not in unread:
        yield Problem("organisation.cell_empty", {"title": TITLES[ClusterColumn.YEAR][0]}, year)
    for line in lines[1:]:
        if marked(line.name) != marked(first.name):
            data = {"number": line.number, "name": line.name, "other": first.name}
            yield Problem("organisation.number_two_names", data, line.place(ClusterColumn.NAME))
    offices = [line.place(ClusterColumn.OFFICE) for line in lines]
    if not any(line.office is OfficeKind.CHAIR for line in lines) and not any(place in unread for place in offices):
        yield Problem("organisation.no_chair", {}, first.place(ClusterColumn.NUMBER))


def _position_problems(lines: Sequence[BookLine], unread: Container[Place]) -> Iterator[Problem]:
    """Either nobody has a place in the order of speaking, or everybody has one, from 1 on."""
    if all(line.position is None for line in lines):
        return
    held: dict[int, BookLine] = {}
    for line in lines:
        place = line.place(ClusterColumn.POSITION)
        if line.position is None:
            if place not in unread:
                yield Problem("organisation.position_missing", {}, place)
        elif held.setdefault(line.position, line) is not line:
            first = held[line.position].place(ClusterColumn.POSITION).cell
            yield Problem("organisation.position_twice", {"position": line.position, "first": first}, place)
    missing = next((position for position in range(1, max(held) + 1) if position not in held), None)
    if missing is not None and len(held) == len(lines):
        last = held[max(held)].place(ClusterColumn.POSITION)
        yield Problem("organisation.position_gap", {"position": missing}, last)


# Where problems are shown

_CELLS = {"unit": ClusterColumn.UNIT, "starts_on": ClusterColumn.STARTS_ON, "ends_on": ClusterColumn.ENDS_ON}
_HEADS = {"name": ClusterColumn.NAME, "year": ClusterColumn.YEAR}


def _at_cells(cluster: PlannedCluster, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of a plan at the cells that its parts were read from."""
    for problem in problems:
        part, _, rest = problem.place.path.partition(".")
        index, _, column = rest.partition(".")
        if not index:
            place = cluster.lines[0].place(_HEADS.get(part, ClusterColumn.NUMBER))
        elif part == "offices":
            wanted = ClusterColumn.OFFICE if column == "unit" else _CELLS[column]
            place = cluster.offices[int(index)].place(wanted)
        else:
            place = cluster.lines[int(index)].place(_CELLS[column])
        yield replace(problem, place=place)


def _in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each once, sheet by sheet, line by line."""
    once = {(problem.code, problem.place): problem for problem in problems}
    return tuple(sorted(once.values(), key=_order))


def _order(problem: Problem) -> tuple[str, int, int]:
    cell = problem.place.cell
    return (problem.place.sheet, *position(cell)) if cell else (problem.place.sheet, 0, 0)
