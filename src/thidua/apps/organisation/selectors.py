"""Reads of the organisation that other apps and every page use."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from thidua.apps.database.once import kept
from thidua.apps.ledger.remembering import remembered
from thidua.apps.organisation import bridge
from thidua.apps.organisation.models import Abolition, Cluster, Membership, Office, Succession, UnitRow
from thidua.core.units import clusters
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.succession import History
from thidua.words.vietnamese import folded


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
    return standings_of({cluster: on})[cluster.pk]


def standings_of(days: Mapping[Cluster, date]) -> dict[UUID, Standing]:
    """By id, members, offices and superiors of each cluster on its day. As many queries for many as for one; one for
    all that was read since the installation's rows changed last.
    """
    known = remembered("standings")
    unread = {cluster: day for cluster, day in days.items() if (cluster.pk, day) not in known}
    if unread:
        known |= {(cluster.pk, unread[cluster]): standing for cluster, standing in _read_standings(unread)}
    return {cluster.pk: known[cluster.pk, day] for cluster, day in days.items()}


def _read_standings(days: Mapping[Cluster, date]) -> Iterator[tuple[Cluster, Standing]]:
    by_id = {cluster.pk: day for cluster, day in days.items()}
    members: dict[UUID, dict[str, None]] = {key: {} for key in by_id}
    for row in Membership.objects.filter(cluster__in=by_id).order_by("position"):
        if _holds(row, by_id[row.cluster_id]):
            members[row.cluster_id][row.unit_id] = None
    held: dict[tuple[UUID, str], str] = {}
    for office in Office.objects.filter(cluster__in=by_id):
        if _holds(office, by_id[office.cluster_id]):
            held[office.cluster_id, office.kind] = office.unit_id
    parents = _parents_above({cluster.organiser_id for cluster in days})
    for cluster, day in days.items():
        yield (
            cluster,
            Standing(
                tuple(members[cluster.pk]),
                held.get((cluster.pk, OfficeKind.CHAIR), ""),
                held.get((cluster.pk, OfficeKind.DEPUTY), ""),
                frozenset(_line_above(cluster.organiser_id, parents, day)),
            ),
        )


def units_above(codes: Iterable[str], *, on: date) -> frozenset[str]:
    """Units with every unit above them on a day; of one that does not exist then, by the time nearest to it. One query
    a level; a circle ends where it began.
    """
    found: set[str] = set()
    step = {code for code in codes if code}
    while step - found:
        found |= step
        step = {row.parent_id for row in nearest_rows(step, on=on).values() if row.parent_id is not None}
    return frozenset(found)


def rows_on(day: date) -> QuerySet[UnitRow]:
    """The units that exist on a day."""
    return UnitRow.objects.filter(holding(day))


def unit_names(codes: Collection[str], *, on: date) -> dict[str, str]:
    """The names of units on a day; of one that does not exist then, the name nearest to it. One query."""
    return {code: row.name for code, row in nearest_rows(codes, on=on).items()}


def units_called(text: str, *, on: date) -> dict[str, str]:
    """The units that a typed text names on a day, by code: the one with this code, or all with this name, whatever its
    marks and capitals.
    """
    named = list(rows_on(on).filter(Q(unit=text) | Q(search_key=folded(text))).order_by("unit"))
    of_this_code = [row for row in named if row.unit_id == text]
    return {row.unit_id: row.name for row in of_this_code or named}


def nearest_rows(codes: Collection[str], *, on: date) -> dict[str, UnitRow]:
    """The row of each unit that holds on a day, or else the one nearest to it. One query."""
    known = kept("unit rows")
    unread = {code for code in codes if (code, on) not in known}
    if unread:
        known |= {(code, on): row for code, row in _read_nearest(unread, on)}
    return {code: known[code, on] for code in codes if known.get((code, on)) is not None}


def _read_nearest(codes: Collection[str], on: date) -> Iterator[tuple[str, UnitRow | None]]:
    nearest: dict[str, UnitRow | None] = dict.fromkeys(codes)
    for row in UnitRow.objects.filter(unit_id__in=codes).order_by("starts_on"):
        held = nearest[row.unit_id]
        if held is None or _days_away(on, row) < _days_away(on, held):
            nearest[row.unit_id] = row
    yield from nearest.items()


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


def _holds(row: Membership | Office | UnitRow, day: date) -> bool:
    return row.starts_on <= day and (row.ends_on is None or day < row.ends_on)


def _parents_above(codes: Iterable[str]) -> dict[str, list[UnitRow]]:
    """The rows with a parent of units and of all above them, of any time. One query a level; a circle ends."""
    rows: dict[str, list[UnitRow]] = {}
    step = set(codes)
    while step:
        rows |= {code: [] for code in step}
        for row in UnitRow.objects.filter(unit__in=step, parent__isnull=False):
            rows[row.unit_id].append(row)
        step = {row.parent_id for code in step for row in rows[code]} - rows.keys()
    return rows


def _line_above(code: str, parents: Mapping[str, list[UnitRow]], day: date) -> Iterator[str]:
    """A unit and those above it on a day, each once."""
    seen: set[str] = set()
    step: str | None = code
    while step is not None and step not in seen:
        seen.add(step)
        yield step
        step = next((row.parent_id for row in parents.get(step, []) if _holds(row, day)), None)


def _days_away(day: date, row: UnitRow) -> int:
    if day < row.starts_on:
        return (row.starts_on - day).days
    return 0 if row.ends_on is None or day < row.ends_on else (day - row.ends_on).days + 1
