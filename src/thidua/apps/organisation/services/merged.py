"""The place of a member that ceased, as a season answers: kept to an end, left, or taken by who carries it on."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import Recording, hold, recording
from thidua.apps.organisation import selectors
from thidua.apps.organisation.checking import ClusterPlan, MemberPlan, OfficePlan
from thidua.apps.organisation.events import MEMBERS_CHANGED
from thidua.apps.organisation.models import Cluster
from thidua.apps.organisation.services import clusters
from thidua.core.errors import Problem, UnitsRefused
from thidua.core.ledger.entry import INSTALLATION


@dataclass(frozen=True, slots=True)
class Ceased:
    """A member that ceased on a day. It is kept until `until`, or leaves on the day; then `heir`, where there is one,
    holds its place until then, unless it is a member already.
    """

    unit: str
    on: date
    until: date
    keeps: bool = False
    heir: str = ""


def settle_member(*, actor: Actor, cluster: Cluster, ceased: Ceased, reason: str = "") -> None:
    """Write the places as they follow. With its place a unit loses the posts that it held. Raises UnitsRefused for what
    this makes wrong: that a kept member is a body no more is what was decided, and other members that ceased have
    their own answers to wait for.
    """
    author = clusters.demand_for(actor, Verb.MANAGE_CLUSTERS, cluster)
    before = clusters.plan_of(cluster)
    after = replace(before, members=tuple(_members(before, ceased)), offices=_offices(before, ceased))
    told = {"cluster": cluster.name, "year": str(cluster.year), "members": len(after.members)}
    with recording(MEMBERS_CHANGED, by=author, reason=reason, **told) as record:
        hold(INSTALLATION)
        tree = selectors.history().tree
        known = [_said(one) for one in clusters.problems_of(before, cluster, tree)]
        new = [one for one in clusters.problems_of(after, cluster, tree) if _said(one) not in known]
        wrong = [one for one in new if not (ceased.keeps and one.code == "units.member_not_existing")]
        if wrong:
            raise UnitsRefused(wrong)
        clusters.write_members(record, cluster, after.members)
        _end_offices(record, cluster, ceased)


def _members(plan: ClusterPlan, ceased: Ceased) -> Iterator[MemberPlan]:
    """Who comes after a member stands beside it in the order of speaking."""
    heirs = [one for one in plan.members if one.unit == ceased.heir]
    there = any(one.ends_on is None or one.ends_on > ceased.on for one in heirs)
    for one in plan.members:
        if one.unit != ceased.unit or (one.ends_on is not None and one.ends_on < ceased.on):
            yield one
            continue
        yield replace(one, ends_on=ceased.until if ceased.keeps else ceased.on)
        if ceased.heir and not there:
            yield MemberPlan(ceased.heir, ceased.on, ceased.until)


def _offices(plan: ClusterPlan, ceased: Ceased) -> tuple[OfficePlan, ...]:
    ended = [replace(one, ends_on=ceased.on) if _outlasts(one, ceased) else one for one in plan.offices]
    return tuple(one for one in ended if one.unit != ceased.unit or one.starts_on < ceased.on)


def _outlasts(one: OfficePlan, ceased: Ceased) -> bool:
    return one.unit == ceased.unit and one.starts_on < ceased.on and (one.ends_on is None or one.ends_on > ceased.on)


def _end_offices(record: Recording, cluster: Cluster, ceased: Ceased) -> None:
    for row in cluster.offices.filter(unit=ceased.unit):
        if row.starts_on < ceased.on and (row.ends_on is None or row.ends_on > ceased.on):
            row.ends_on = ceased.on
            record.save(row)


def _said(one: Problem) -> tuple[str, str]:
    return one.code, repr(sorted(one.data.items()))
