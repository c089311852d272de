"""Reads of the organisation that other apps and every page use."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from thidua.apps.organisation import bridge
from thidua.apps.organisation.models import Abolition, Cluster, Membership, Office, Succession, UnitRow
from thidua.core.units import clusters
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.succession import History


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands how to a cluster on a day, by unit codes; `above` are the organiser and every unit above it."""

    members: tuple[str, ...] = ()  # in the order of speaking
    chair: str = ""
    deputy: str = ""
    above: frozenset[str] = frozenset()


def holding(day: date) -> Q:
    """The rows of a dated table that hold on a day."""
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))


def standing_of(cluster: Cluster, *, on: date) -> Standing:
    """Members, offices and superiors of a cluster on a day. Two queries, and one for each level above it."""
    members = Membership.objects.filter(holding(on), cluster=cluster).order_by("position")
    held = dict(Office.objects.filter(holding(on), cluster=cluster).values_list("kind", "unit_id"))
    codes = tuple(dict.fromkeys(members.values_list("unit_id", flat=True)))
    above = units_above([cluster.organiser_id], on=on)
    return Standing(codes, held.get(OfficeKind.CHAIR, ""), held.get(OfficeKind.DEPUTY, ""), above)


def units_above(codes: Iterable[str], *, on: date) -> frozenset[str]:
    """Units with every unit above them on a day. One query a level; a circle ends where it began."""
    found: set[str] = set()
    step = {code for code in codes if code}
    while step - found:
        found |= step
        rows = UnitRow.objects.filter(holding(on), unit_id__in=step, parent__isnull=False)
        step = set(rows.values_list("parent_id", flat=True))
    return frozenset(found)


def rows_on(day: date) -> QuerySet[UnitRow]:
    """The units that exist on a day."""
    return UnitRow.objects.filter(holding(day))


def unit_names(codes: Collection[str], *, on: date) -> dict[str, str]:
    """The names of units on a day; of one that does not exist then, the name nearest to it. One query."""
    names: dict[str, tuple[int, str]] = {}
    rows = UnitRow.objects.filter(unit_id__in=set(codes)).order_by("starts_on")
    for code, name, starts_on, ends_on in rows.values_list("unit_id", "name", "starts_on", "ends_on"):
        away = _days_away(on, starts_on, ends_on)
        if code not in names or away < names[code][0]:
            names[code] = (away, name)
    return {code: name for code, (_, name) in names.items()}


def history() -> History:
    """Every unit that ever was and all that became of them. Four queries."""
    return bridge.history(
        UnitRow.objects.order_by("starts_on", "unit_id"),
        Succession.objects.order_by("on", "id").prefetch_related("links"),
        Abolition.objects.order_by("on", "unit_id"),
    )


def cluster_value(cluster: Cluster) -> clusters.Cluster:
    """A cluster as the core knows it. Two queries."""
    offices = cluster.offices.order_by("starts_on", "kind")
    return bridge.cluster(cluster, cluster.memberships.all(), offices)


def _days_away(day: date, starts_on: date, ends_on: date | None) -> int:
    if day < starts_on:
        return (starts_on - day).days
    return 0 if ends_on is None or day < ends_on else (day - ends_on).days + 1
