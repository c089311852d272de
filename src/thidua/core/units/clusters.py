"""A cluster in a year: its members, who holds which office when, and the order in which units are spoken of.

A cluster is formed anew each year; numbers are reused and members differ. Owns the value and its checks against the
unit tree. Never elects, hands over or rotates: it only says what holds on a day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from thidua.core.errors import Problem, UnitsRefused
from thidua.core.timeline import Period, gaps
from thidua.core.units.tree import UnitId, UnitTree


class OfficeKind(StrEnum):
    """The posts of a cluster. A unit holds the post; its leader acts."""

    CHAIR = "chair"  # cụm trưởng
    DEPUTY = "deputy"  # cụm phó


_HELD_TWICE = {OfficeKind.CHAIR: "units.two_chairs", OfficeKind.DEPUTY: "units.two_deputies"}


@dataclass(frozen=True, slots=True)
class Membership:
    """A unit that belongs to the cluster for a time."""

    unit: UnitId
    period: Period


@dataclass(frozen=True, slots=True)
class Office:
    """A post held by a unit for a time. It may begin before the year: handover opens the next season."""

    kind: OfficeKind
    unit: UnitId
    period: Period


@dataclass(frozen=True, slots=True)
class Cluster:
    """One cluster of one year. `speaking` is the stored order of speaking, which is no ranking."""

    name: str
    year: int
    members: tuple[Membership, ...]
    offices: tuple[Office, ...]
    speaking: tuple[UnitId, ...]

    def members_on(self, day: date) -> tuple[UnitId, ...]:
        """The members on a day, in the order of speaking."""
        present = {membership.unit for membership in self.members if day in membership.period}
        return tuple(unit for unit in self.speaking if unit in present)

    def holder(self, kind: OfficeKind, *, on: date) -> UnitId | None:
        """The unit that holds a post on a day; None while the post is vacant."""
        return next((office.unit for office in self.offices if office.kind is kind and on in office.period), None)


def form_cluster(
    *,
    name: str,
    year: int,
    members: tuple[Membership, ...],
    offices: tuple[Office, ...],
    speaking: tuple[UnitId, ...],
    tree: UnitTree,
) -> Cluster:
    """A cluster that agrees with itself and with the units of its time. Raises UnitsRefused with every problem."""
    cluster = Cluster(name, year, members, offices, speaking)
    problems = [*_members(cluster, tree), *_offices(cluster), *_speaking(cluster)]
    if problems:
        raise UnitsRefused(problems)
    return cluster


def _members(cluster: Cluster, tree: UnitTree) -> Iterator[Problem]:
    for membership in cluster.members:
        rows = tree.rows(membership.unit)
        if not rows:
            yield Problem("units.unknown_unit", {"unit": membership.unit})
            continue
        for gap in gaps(membership.period, [row.validity for row in rows]):
            yield Problem("units.member_not_existing", {"unit": membership.unit, "start": gap.start})
    for one, other in combinations(cluster.members, 2):
        if one.unit == other.unit and one.period.overlaps(other.period):
            yield Problem("units.member_twice", {"unit": one.unit})


def _offices(cluster: Cluster) -> Iterator[Problem]:
    for office in cluster.offices:
        held = [membership.period for membership in cluster.members if membership.unit == office.unit]
        for gap in gaps(office.period, held):
            yield Problem("units.holder_not_member", {"unit": office.unit, "start": gap.start})
    for one, other in combinations(cluster.offices, 2):
        if not one.period.overlaps(other.period):
            continue
        day = max(one.period.start, other.period.start)
        if one.kind is other.kind:
            yield Problem(_HELD_TWICE[one.kind], {"unit": one.unit, "other": other.unit, "day": day})
        elif one.unit == other.unit:
            yield Problem("units.two_offices", {"unit": one.unit, "day": day})


def _speaking(cluster: Cluster) -> Iterator[Problem]:
    units = list(dict.fromkeys(membership.unit for membership in cluster.members))
    for unit in units:
        if cluster.speaking.count(unit) != 1:
            times = cluster.speaking.count(unit)
            yield Problem("units.speaking_times", {"unit": unit, "times": times})
    for unit in dict.fromkeys(cluster.speaking):
        if unit not in units:
            yield Problem("units.speaking_stranger", {"unit": unit})
