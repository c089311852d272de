"""Clusters of a year: forming one, changing its members, giving an office, handing the chair over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Q

from thidua.apps import clock
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import Recording, hold, recording
from thidua.apps.organisation import bridge, selectors
from thidua.apps.organisation.checking import (
    ClusterPlan,
    MemberPlan,
    OfficePlan,
    cluster_problems,
    surroundings,
    value_of,
)
from thidua.apps.organisation.events import (
    CHAIR_GIVEN,
    CHAIR_HANDED_OVER,
    CLUSTER_FORMED,
    DEPUTY_GIVEN,
    MEMBERS_CHANGED,
)
from thidua.apps.organisation.models import Cluster, Membership, Office, Rotation
from thidua.apps.organisation.naming import tidy
from thidua.core.errors import Fault, Place, Problem, UnitsRefused
from thidua.core.ledger.entry import INSTALLATION, Author
from thidua.core.timeline import LegalBasis
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level, UnitTree
from thidua.words.vietnamese import folded

_GIVEN = {OfficeKind.CHAIR: CHAIR_GIVEN, OfficeKind.DEPUTY: DEPUTY_GIVEN}
_ASIDE = 100_000  # where members wait while the order of speaking changes


def form_cluster(*, actor: Actor, plan: ClusterPlan, rotation: Rotation | None = None, reason: str = "") -> Cluster:
    """A cluster with its members and first offices. Raises UnitsRefused with every problem."""
    author = demand(actor, Verb.MANAGE_CLUSTERS, subject_of_organiser(plan.organiser))
    told: dict[str, Any] = {
        "cluster": tidy(plan.name),
        "number": plan.number,
        "year": str(plan.year),
        "members": len(plan.members),
    }
    with recording(CLUSTER_FORMED, by=author, reason=reason, **told) as record:
        hold(INSTALLATION)
        tree = selectors.history().tree
        problems = cluster_problems(plan, surroundings(tree, [plan.year]))
        if problems:
            raise UnitsRefused(problems)
        cluster, memberships, offices = rows_of_plan(plan, rotation)
        record.save(cluster)
        record.save_many(memberships)
        record.save_many(offices)
    return cluster


def change_members(*, actor: Actor, cluster: Cluster, members: Sequence[MemberPlan], reason: str = "") -> None:
    """The members as they are from now on to stand in the book, all of them, in the order of speaking.

    Who leaves keeps a row with its end; a row that is left out was a mistake and goes. Raises UnitsRefused.
    """
    author = demand_for(actor, Verb.MANAGE_CLUSTERS, cluster)
    told: dict[str, Any] = {"cluster": cluster.name, "year": str(cluster.year), "members": len(members)}
    with recording(MEMBERS_CHANGED, by=author, reason=reason, **told) as record:
        hold(INSTALLATION)
        plan = replace(plan_of(cluster), members=tuple(members))
        _refuse(plan, cluster, selectors.history().tree)
        write_members(record, cluster, members)


def appoint_office(*, actor: Actor, cluster: Cluster, office: OfficePlan, reason: str = "") -> Office:
    """A post for a time in which nobody else holds it. Raises UnitsRefused."""
    author = demand_for(actor, Verb.MANAGE_CLUSTERS, cluster)
    told: dict[str, Any] = {
        "cluster": cluster.name,
        "year": str(cluster.year),
        "name": _name(office),
        "day": office.starts_on,
    }
    with recording(_GIVEN[office.kind], by=author, reason=reason, unit=office.unit, **told) as record:
        hold(INSTALLATION)
        plan = plan_of(cluster)
        plan = replace(plan, offices=(*plan.offices, office))
        _refuse(plan, cluster, selectors.history().tree)
        return record.save(_office_row(office, cluster))


def hand_over_chair(
    *,
    actor: Actor,
    cluster: Cluster,
    to: str,
    on: date,
    document: str,
    deputy: str = "",
    into: Cluster | None = None,
    reason: str = "",
) -> None:
    """From a day on another unit holds the chair, and one the deputy chair.

    Inside a year the offices held so far end on the day. At the year's end the new ones begin `into` the next cluster
    of the line, and the outgoing chair keeps its own for the closing duties. Raises UnitsRefused.
    """
    author = demand_for(actor, Verb.HAND_OVER_CHAIR, cluster)
    target = into or cluster
    new = {OfficeKind.CHAIR: to, **({OfficeKind.DEPUTY: deputy} if deputy else {})}
    names = selectors.unit_names(new.values(), on=on)
    told: dict[str, Any] = {"cluster": target.name, "year": str(target.year), "day": on, "document": tidy(document)}
    told |= {"chair": names.get(to, to), "deputy": names.get(deputy, deputy)}
    with recording(CHAIR_HANDED_OVER, by=author, reason=reason, **told) as record:
        hold(INSTALLATION)
        problems = _hand_over_problems(cluster, document, into)
        basis = LegalBasis(tidy(document), is_confirmed=True)
        ending = [] if into else list(_held(cluster, new, on=on))
        before = plan_of(target)
        terms = {OfficeKind(row.kind): row.ends_on for row in ending}
        offices = [
            OfficePlan(kind, unit, on, _term(before, unit, on, terms.get(kind)), basis) for kind, unit in new.items()
        ]
        plan = _handed_over(before, ending, offices, on)
        problems += problems_of(plan, target, selectors.history().tree)
        if problems:
            raise UnitsRefused(problems)
        for row in ending:
            row.ends_on = on
            record.save(row)
        for office in offices:
            record.save(_office_row(office, target))


def subject_of_organiser(organiser: str) -> Subject:
    """The matter of a cluster that is not formed yet."""
    return Subject(above=selectors.units_above([organiser], on=clock.today()))


def subject_of_cluster(cluster: Cluster) -> Subject:
    """How units stand to a cluster today."""
    standing = selectors.standing_of(cluster, on=clock.today())
    return Subject(
        members=frozenset(standing.members), chair=standing.chair, deputy=standing.deputy, above=standing.above
    )


def plan_of(cluster: Cluster) -> ClusterPlan:
    """The cluster as it stands, as a plan that can be changed and judged. Two queries."""
    members = cluster.memberships.order_by("position")
    offices = cluster.offices.order_by("starts_on", "kind")
    return ClusterPlan(
        cluster.number,
        cluster.name,
        cluster.year,
        Level(cluster.level),
        cluster.organiser_id,
        tuple(MemberPlan(row.unit_id, row.starts_on, row.ends_on) for row in members),
        tuple(
            OfficePlan(OfficeKind(row.kind), row.unit_id, row.starts_on, row.ends_on, bridge.basis(row))
            for row in offices
        ),
    )


def rows_of_plan(plan: ClusterPlan, rotation: Rotation | None = None) -> tuple[Cluster, list[Membership], list[Office]]:
    """New rows for a plan without problems."""
    value, _ = value_of(plan)
    if value is None:
        raise Fault("a plan with problems has no rows")
    cluster = Cluster(
        number=plan.number,
        name=value.name,
        search_key=folded(value.name),
        year=plan.year,
        level=plan.level,
        organiser_id=plan.organiser,
        rotation=rotation,
    )
    offices = [_office_row(office, cluster) for office in plan.offices]
    return cluster, bridge.rows_of_members(value, cluster), offices


def demand_for(actor: Actor, verb: Verb, cluster: Cluster) -> Author:
    """Under which right somebody changes a cluster today. Raises AccessRefused."""
    return demand(actor, verb, subject_of_cluster(cluster))


def problems_of(plan: ClusterPlan, cluster: Cluster, tree: UnitTree) -> list[Problem]:
    """What is wrong with a cluster as it is planned, beside the others of its year."""
    return cluster_problems(plan, surroundings(tree, [cluster.year], without=cluster))


def _refuse(plan: ClusterPlan, cluster: Cluster, tree: UnitTree) -> None:
    problems = problems_of(plan, cluster, tree)
    if problems:
        raise UnitsRefused(problems)


def write_members(record: Recording, cluster: Cluster, members: Sequence[MemberPlan]) -> None:
    """Only the rows that differ; a change of order passes through places that nobody has."""
    stored = {(row.unit_id, row.starts_on): row for row in cluster.memberships.all()}
    wanted = {(member.unit, member.starts_on): (place, member) for place, member in enumerate(members, start=1)}
    for key in stored.keys() - wanted.keys():
        record.delete(stored[key])
    kept = [(stored[key], place, member) for key, (place, member) in wanted.items() if key in stored]
    moving = [
        (row, place, member) for row, place, member in kept if (row.position, row.ends_on) != (place, member.ends_on)
    ]
    for row, place, _ in moving:
        row.position = _ASIDE + place
        record.save(row)
    for row, place, member in moving:
        row.position, row.ends_on = place, member.ends_on
        record.save(row)
    for (unit, starts_on), (place, member) in wanted.items():
        if (unit, starts_on) not in stored:
            new = Membership(cluster=cluster, unit_id=unit, position=place, starts_on=starts_on, ends_on=member.ends_on)
            record.save(new)


def _hand_over_problems(cluster: Cluster, document: str, into: Cluster | None) -> list[Problem]:
    problems = []
    if not tidy(document):
        problems.append(Problem("organisation.document_missing", {}, Place(path="document")))
    if into is not None and into.year <= cluster.year:
        data = {"year": str(cluster.year), "found": str(into.year)}
        problems.append(Problem("organisation.hand_over_backwards", data, Place(path="into")))
    return problems


def _held(cluster: Cluster, new: Mapping[OfficeKind, str], *, on: date) -> Iterable[Office]:
    """The offices that end at a handover: those given to others, and the deputy's of one who becomes chair."""
    held = Office.objects.filter(selectors.holding(on), cluster=cluster, starts_on__lt=on)
    return held.filter(Q(kind__in=list(new)) | Q(unit_id=new[OfficeKind.CHAIR]))


def _term(plan: ClusterPlan, unit: str, on: date, term: date | None) -> date | None:
    """Until when the new holder may hold a post: the term of the old one, or its own membership if that ends first."""
    ends = [one.ends_on for one in plan.members if one.unit == unit and (one.ends_on is None or on < one.ends_on)]
    known = [end for end in (term, *ends[:1]) if end is not None]
    return min(known, default=None)


def _handed_over(plan: ClusterPlan, ending: Sequence[Office], new: Sequence[OfficePlan], on: date) -> ClusterPlan:
    """The plan with the offices that end on the day and those that begin."""
    keys = {(row.kind, row.starts_on) for row in ending}
    kept = [replace(one, ends_on=on) if (one.kind, one.starts_on) in keys else one for one in plan.offices]
    return replace(plan, offices=(*kept, *new))


def _office_row(office: OfficePlan, cluster: Cluster) -> Office:
    return Office(
        cluster=cluster,
        kind=office.kind,
        unit_id=office.unit,
        starts_on=office.starts_on,
        ends_on=office.ends_on,
        basis_document=office.basis.document,
        basis_confirmed=office.basis.is_confirmed,
    )


def _name(office: OfficePlan) -> str:
    return selectors.unit_names([office.unit], on=office.starts_on).get(office.unit, office.unit)
