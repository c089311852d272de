"""Whether a cluster that somebody plans may be formed: its own parts, the core's verdict, and the clusters beside it.

Every problem carries the place of the part that it is about (`members.3.unit`, `offices.0.unit`, `number`), so that a
form shows it at a field and a workbook at a cell.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from thidua.apps.organisation.models import Cluster, Membership
from thidua.apps.organisation.naming import name_problems, named, number_problems, tidy, with_names
from thidua.core.errors import Place, Problem, Refused, UnitsRefused
from thidua.core.timeline import UNKNOWN_BASIS, LegalBasis, Period
from thidua.core.units import clusters
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level, UnitId, UnitTree

YEARS = range(2000, 2200)


@dataclass(frozen=True, slots=True)
class MemberPlan:
    """A unit that is to belong to a cluster for a time."""

    unit: str
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class OfficePlan:
    """A post that a unit is to hold for a time."""

    kind: OfficeKind
    unit: str
    starts_on: date
    ends_on: date | None = None
    basis: LegalBasis = UNKNOWN_BASIS


@dataclass(frozen=True, slots=True)
class ClusterPlan:
    """A cluster to be formed; its members stand in the order of speaking."""

    number: str
    name: str
    year: int
    level: Level
    organiser: str
    members: tuple[MemberPlan, ...]
    offices: tuple[OfficePlan, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a unit already belongs."""

    cluster: str
    period: Period


@dataclass(slots=True)
class Surroundings:
    """What plans are judged against; each plan that is added is judged against those before it too."""

    tree: UnitTree
    numbers: set[tuple[str, int, Level, str]] = field(default_factory=set)
    placed: dict[tuple[int, Level, str], list[Placement]] = field(default_factory=lambda: defaultdict(list))

    def add(self, plan: ClusterPlan) -> None:
        """From now on this cluster is there."""
        self.numbers.add(_key(plan))
        for member in plan.members:
            period, _ = _period(member.starts_on, member.ends_on, at="")
            if period is not None:
                self.placed[plan.year, plan.level, member.unit].append(Placement(tidy(plan.name), period))


def surroundings(tree: UnitTree, years: Iterable[int], *, without: Cluster | None = None) -> Surroundings:
    """The clusters of some years. Two queries."""
    around = Surroundings(tree)
    ours = None if without is None else without.pk
    for row in Cluster.objects.filter(year__in=set(years)).exclude(pk=ours):
        around.numbers.add((row.organiser_id, row.year, Level(row.level), row.number))
    rows = Membership.objects.filter(cluster__year__in=set(years)).exclude(cluster=ours)
    columns = ("cluster__year", "cluster__level", "cluster__name", "unit_id", "starts_on", "ends_on")
    for year, level, name, unit, starts_on, ends_on in rows.values_list(*columns):
        around.placed[year, Level(level), unit].append(Placement(name, Period(starts_on, ends_on)))
    return around


def cluster_problems(plan: ClusterPlan, around: Surroundings) -> list[Problem]:
    """Everything that is wrong with a plan."""
    problems = [*_own(plan, around), *_members(plan, around)]
    value, bad_periods = value_of(plan)
    problems += bad_periods
    if value is not None and plan.members:
        problems += core_problems(plan, value, around.tree)
    return problems


def value_of(plan: ClusterPlan) -> tuple[clusters.Cluster | None, list[Problem]]:
    """The plan as the core's value, or the times in it that hold no day."""
    problems: list[Problem] = []
    members, offices = [], []
    for index, member in enumerate(plan.members):
        period, bad = _period(member.starts_on, member.ends_on, at=f"members.{index}.ends_on")
        problems += bad
        members += [] if period is None else [clusters.Membership(UnitId(member.unit), period)]
    for index, office in enumerate(plan.offices):
        period, bad = _period(office.starts_on, office.ends_on, at=f"offices.{index}.ends_on")
        problems += bad
        offices += [] if period is None else [clusters.Office(office.kind, UnitId(office.unit), period)]
    if problems:
        return None, problems
    speaking = tuple(dict.fromkeys(member.unit for member in members))
    return clusters.Cluster(tidy(plan.name), plan.year, tuple(members), tuple(offices), speaking), []


def core_problems(plan: ClusterPlan, value: clusters.Cluster, tree: UnitTree) -> list[Problem]:
    """The core's verdict, each problem at the part that it is about."""
    try:
        clusters.form_cluster(
            name=value.name,
            year=value.year,
            members=value.members,
            offices=value.offices,
            speaking=value.speaking,
            tree=tree,
        )
    except UnitsRefused as refusal:
        placed = [replace(problem, place=_place(problem, plan)) for problem in refusal.problems]
        return with_names(placed, tree)
    return []


def _own(plan: ClusterPlan, around: Surroundings) -> Iterator[Problem]:
    yield from number_problems(plan.number, at="number")
    yield from name_problems(tidy(plan.name), at="name")
    if plan.year not in YEARS:
        yield Problem("organisation.year_range", {"year": str(plan.year)}, Place(path="year"))
    if _key(plan) in around.numbers:
        data = {"number": plan.number, "year": str(plan.year), "organiser": named(plan.organiser, around.tree)}
        yield Problem("organisation.number_taken", data, Place(path="number"))
    if not plan.members:
        yield Problem("organisation.no_members", {}, Place(path="members"))


def _members(plan: ClusterPlan, around: Surroundings) -> Iterator[Problem]:
    for index, member in enumerate(plan.members):
        place = Place(path=f"members.{index}.unit")
        data = {"unit": named(member.unit, around.tree)}
        row = around.tree.living(UnitId(member.unit), on=member.starts_on)
        if row is not None and row.level is not plan.level:
            yield Problem("organisation.wrong_level", {**data, "level": row.level, "wanted": plan.level}, place)
        elif row is not None and row.parent != plan.organiser:
            organiser = named(plan.organiser, around.tree)
            yield Problem("organisation.not_under_organiser", {**data, "organiser": organiser}, place)
        if not plan.year - 1 <= member.starts_on.year <= plan.year:
            outside = {"day": member.starts_on, "year": str(plan.year)}
            yield Problem("organisation.outside_year", outside, Place(path=f"members.{index}.starts_on"))
        yield from _elsewhere(plan, member, around, place)


def _elsewhere(plan: ClusterPlan, member: MemberPlan, around: Surroundings, place: Place) -> Iterator[Problem]:
    period, _ = _period(member.starts_on, member.ends_on, at="")
    for other in around.placed.get((plan.year, plan.level, member.unit), []):
        if period is not None and period.overlaps(other.period):
            data = {"unit": named(member.unit, around.tree), "other": other.cluster, "year": str(plan.year)}
            yield Problem("organisation.in_two_clusters", data, place)


def _key(plan: ClusterPlan) -> tuple[str, int, Level, str]:
    return plan.organiser, plan.year, plan.level, plan.number


def _period(starts_on: date, ends_on: date | None, *, at: str) -> tuple[Period | None, list[Problem]]:
    try:
        return Period(starts_on, ends_on), []
    except Refused as refusal:
        return None, [replace(problem, place=Place(path=at)) for problem in refusal.problems]


_ABOUT_OFFICES = ("units.holder_not_member", "units.two_chairs", "units.two_deputies", "units.two_offices")


def _place(problem: Problem, plan: ClusterPlan) -> Place:
    """The last part that names the problem's unit: of two that clash, the later one is shown."""
    unit = problem.data.get("other", problem.data.get("unit"))
    is_office = problem.code in _ABOUT_OFFICES
    units = [one.unit for one in (plan.offices if is_office else plan.members)]
    kind = "offices" if is_office else "members"
    last = max((index for index, one in enumerate(units) if one == unit), default=None)
    return Place(path=kind if last is None else f"{kind}.{last}.unit")
