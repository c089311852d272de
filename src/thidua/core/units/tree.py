"""Units over time: which bodies exist on a day, under which name and parent.

Owns `Unit` (one dated row of a body) and `UnitTree` (all rows, checked together). A body that changes its
parent has several rows under one id; a body that is merged, split or renamed ends, and others begin (see
`succession`). Never renames in place, and never finds a body by its name without a day: Tây Ninh before and
after 01/07/2025 are two units.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import NewType

from thidua.core.errors import Problem, UnitsRefused
from thidua.core.timeline import UNKNOWN_BASIS, LegalBasis, Period, gaps

UnitId = NewType("UnitId", str)


class Level(StrEnum):
    """Where a unit stands in the force."""

    MINISTRY = "ministry"  # bộ
    DEPARTMENT = "department"  # cục, vụ
    PROVINCE = "province"  # công an tỉnh, thành phố
    DIVISION = "division"  # phòng
    DISTRICT = "district"  # công an huyện, until 01/03/2025
    COMMUNE = "commune"  # công an xã, phường, đặc khu


@dataclass(frozen=True, slots=True)
class Unit:
    """One body while its name, level and parent stay the same."""

    id: UnitId
    name: str
    level: Level
    validity: Period
    parent: UnitId | None = None
    basis: LegalBasis = UNKNOWN_BASIS


@dataclass(frozen=True, slots=True)
class UnitTree:
    """Every row of every unit. Raises UnitsRefused with all contradictions at once.

    Refused: rows of one id that overlap or leave a gap, an unknown parent, a parent that does not exist all the
    while, circles.
    """

    units: tuple[Unit, ...]
    _rows: Mapping[UnitId, tuple[Unit, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rows: dict[UnitId, list[Unit]] = defaultdict(list)
        for unit in sorted(self.units, key=lambda unit: unit.validity.start):
            rows[unit.id].append(unit)
        object.__setattr__(self, "_rows", {id_: tuple(found) for id_, found in rows.items()})
        problems = [*self._seams(), *self._parents(), *self._circles()]
        if problems:
            raise UnitsRefused(problems)

    @property
    def ids(self) -> tuple[UnitId, ...]:
        """Every unit that ever was, by the start of its first row."""
        return tuple(self._rows)

    def rows(self, id_: UnitId) -> tuple[Unit, ...]:
        """The rows of one unit in order of time; none for an unknown id."""
        return self._rows.get(id_, ())

    def as_of(self, day: date) -> tuple[Unit, ...]:
        """The units that exist on a day, in the order given."""
        return tuple(unit for unit in self.units if day in unit.validity)

    def living(self, id_: UnitId, *, on: date) -> Unit | None:
        """The row of a unit that holds on a day, or None when it does not exist then."""
        return next((unit for unit in self.rows(id_) if on in unit.validity), None)

    def unit(self, id_: UnitId, *, on: date) -> Unit:
        """The row of a unit that holds on a day. Raises UnitsRefused: unknown, or not existing then."""
        found = self.living(id_, on=on)
        if found is None:
            rows = self.rows(id_)
            if not rows:
                raise UnitsRefused(Problem("units.unknown_unit", {"unit": id_}))
            raise UnitsRefused(Problem("units.not_existing", {"unit": id_, "name": rows[-1].name, "day": on}))
        return found

    def named(self, name: str, *, on: date) -> tuple[Unit, ...]:
        """The units that bear a name on a day; several may: communes share names across provinces."""
        return tuple(unit for unit in self.as_of(on) if unit.name == name)

    def children(self, id_: UnitId, *, on: date) -> tuple[Unit, ...]:
        """The units directly below one on a day."""
        return tuple(unit for unit in self.as_of(on) if unit.parent == id_)

    def ancestors(self, id_: UnitId, *, on: date) -> tuple[Unit, ...]:
        """The units above one on a day, nearest first."""
        above: list[Unit] = []
        unit = self.living(id_, on=on)
        while unit is not None and unit.parent is not None:
            unit = self.unit(unit.parent, on=on)
            above.append(unit)
        return tuple(above)

    def _seams(self) -> Iterator[Problem]:
        for id_, rows in self._rows.items():
            for earlier, later in pairwise(rows):
                data = {"unit": id_, "start": later.validity.start}
                if earlier.validity.overlaps(later.validity):
                    yield Problem("units.overlap", data)
                elif earlier.validity.end != later.validity.start:
                    yield Problem("units.gap", data)

    def _parents(self) -> Iterator[Problem]:
        for unit in self.units:
            if unit.parent is None:
                continue
            data = {"unit": unit.id, "parent": unit.parent}
            if not self.rows(unit.parent):
                yield Problem("units.unknown_parent", data)
                continue
            for gap in gaps(unit.validity, [row.validity for row in self.rows(unit.parent)]):
                yield Problem("units.parent_outside", {**data, "start": gap.start})

    def _circles(self) -> Iterator[Problem]:
        """Circles on any day. Days are looked at only when the parents of all times hold a circle."""
        parents = {id_: {row.parent for row in rows if row.parent} for id_, rows in self._rows.items()}
        try:
            TopologicalSorter(parents).prepare()
        except CycleError:
            yield from self._dated_circles()

    def _dated_circles(self) -> Iterator[Problem]:
        seen: set[frozenset[UnitId]] = set()
        for day in sorted({unit.validity.start for unit in self.units}):
            parents = {unit.id: unit.parent for unit in self.as_of(day) if unit.parent is not None}
            for circle in _circles_of(parents):
                if frozenset(circle) not in seen:
                    seen.add(frozenset(circle))
                    yield Problem("units.circle", {"units": " → ".join([*circle, circle[0]]), "day": day})


def _circles_of(parents: Mapping[UnitId, UnitId]) -> Iterator[list[UnitId]]:
    """Each circle of a child → parent map once, from its smallest member on."""
    done: set[UnitId] = set()
    for start in sorted(parents):
        path: list[UnitId] = []
        step: UnitId | None = start
        while step is not None and step not in done:
            done.add(step)
            path.append(step)
            step = parents.get(step)
        if step in path:
            circle = path[path.index(step) :]
            first = circle.index(min(circle))
            yield circle[first:] + circle[:first]
