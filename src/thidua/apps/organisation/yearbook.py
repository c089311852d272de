"""The clusters of a year, and one cluster as of a day: members, offices, and whose turn the chair is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, QuerySet

from thidua.apps.database import in_vietnamese_order
from thidua.apps.ledger.models import Entry, EntryRow
from thidua.apps.organisation import bridge
from thidua.apps.organisation.directory import last_names
from thidua.apps.organisation.events import CLUSTERS_SET_UP, PROVINCES_LOADED
from thidua.apps.organisation.models import Cluster, Membership, Office, Rotation, RotationTurn, Unit
from thidua.apps.organisation.selectors import history, holding, unit_names
from thidua.core.ledger.entry import INSTALLATION, read_entry
from thidua.core.timeline import LegalBasis
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.rotation import TurnState
from thidua.core.units.tree import Level
from thidua.words.vietnamese import folded


@dataclass(frozen=True, slots=True)
class ListedCluster:
    """A cluster in a list, as it stands on the day of its year that is nearest to today."""

    row: Cluster
    organiser: str
    members: int
    chair: str
    deputy: str


@dataclass(frozen=True, slots=True)
class Member:
    """A membership with the unit's name and the offices that it holds on the day."""

    row: Membership
    name: str
    offices: tuple[OfficeKind, ...]
    is_present: bool

    @property
    def last_day(self) -> date | None:
        return None if self.row.ends_on is None else self.row.ends_on - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Holder:
    """An office with the name of the unit."""

    row: Office
    name: str
    kind: OfficeKind
    is_held: bool

    @property
    def basis(self) -> LegalBasis:
        return bridge.basis(self.row)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of the chair as people read it: its year, what became of it, and who carries on a unit that is gone."""

    row: RotationTurn
    name: str
    state: TurnState
    year: int | None
    actual: str = ""  # who held the chair of the year's cluster, where that is another unit
    is_past: bool = False
    is_gone: bool = False
    heirs: tuple[tuple[str, str], ...] = ()  # code and name

    @property
    def heir_names(self) -> list[str]:
        return [name for _, name in self.heirs]


@dataclass(frozen=True, slots=True)
class SetUpEntry:
    """A bulk entry that may be undone as a whole."""

    entry: Entry
    verb: str
    data: Mapping[str, object]
    actor: str
    still: int  # how many of its first rows are still there


def years() -> list[int]:
    """The years that have clusters, the latest first."""
    return list(Cluster.objects.order_by("-year").values_list("year", flat=True).distinct())


def levels_of(year: int) -> dict[Level, int]:
    """How many clusters of each level a year has."""
    found = dict(Cluster.objects.filter(year=year).order_by().values_list("level").annotate(Count("pk")))
    return {level: found[level] for level in Level if level in found}


def find_clusters(*, year: int, level: str = "", organiser: str = "", text: str = "") -> QuerySet[Cluster]:
    """The clusters of a year by organiser and number."""
    found = Cluster.objects.filter(year=year)
    if level:
        found = found.filter(level=level)
    if organiser:
        found = found.filter(organiser=organiser)
    if text.strip():
        found = found.filter(search_key__contains=folded(text))
    return found.order_by("level", "organiser", in_vietnamese_order("number"), "pk")


def listed_clusters(rows: Sequence[Cluster], *, on: date) -> list[ListedCluster]:
    """The clusters of a page as they stand on a day. Three queries."""
    held: dict[tuple[UUID, str], str] = {}
    for cluster, kind, unit in Office.objects.filter(holding(on), cluster__in=rows).values_list(
        "cluster", "kind", "unit"
    ):
        held[cluster, kind] = unit
    present = Membership.objects.filter(holding(on), cluster__in=rows)
    counts = dict(present.order_by().values_list("cluster").annotate(Count("unit", distinct=True)))
    names = unit_names({row.organiser_id for row in rows} | set(held.values()), on=on)
    return [
        ListedCluster(
            row,
            names[row.organiser_id],
            counts.get(row.pk, 0),
            names.get(held.get((row.pk, OfficeKind.CHAIR), ""), ""),
            names.get(held.get((row.pk, OfficeKind.DEPUTY), ""), ""),
        )
        for row in rows
    ]


def members_of(cluster: Cluster, *, on: date) -> list[Member]:
    """Every membership, in the order of speaking. Three queries."""
    held: dict[str, list[OfficeKind]] = defaultdict(list)
    for kind, unit in cluster.offices.filter(holding(on)).order_by("kind").values_list("kind", "unit"):
        held[unit].append(OfficeKind(kind))
    rows = list(cluster.memberships.order_by("position"))
    names = unit_names({row.unit_id for row in rows}, on=on)
    return [
        Member(row, names[row.unit_id], tuple(held[row.unit_id]) if _holds(row, on) else (), _holds(row, on))
        for row in rows
    ]


def holders_of(cluster: Cluster, *, on: date) -> list[Holder]:
    """Every office of the cluster, in order of time. Two queries."""
    rows = list(cluster.offices.order_by("starts_on", "kind"))
    names = unit_names({row.unit_id for row in rows}, on=on)
    return [Holder(row, names[row.unit_id], OfficeKind(row.kind), _holds(row, on)) for row in rows]


def turns_of(rotation: Rotation, *, today: date) -> list[Turn]:
    """The turns of a line of clusters; who has vanished is told with its heirs. Ten queries at most."""
    rows = list(rotation.turns.order_by("position"))
    plan = bridge.plan(rotation, rows)
    past = history()
    gone = {(one.unit, one.year): one.heirs for one in plan.vanished(past, on=today)}
    chairs = _chairs(rotation, today=today)
    names = last_names(
        {*(row.unit_id for row in rows), *chairs.values(), *(code for heirs in gone.values() for code in heirs)}
    )
    turns = []
    for row, due in zip(rows, plan.due(), strict=True):
        chair = chairs.get(due.year or 0, "")
        heirs = gone.get((due.turn.unit, due.year)) if due.year is not None else None
        turns.append(
            Turn(
                row,
                names[row.unit_id],
                due.turn.state,
                due.year,
                actual=names[chair] if chair not in ("", row.unit_id) else "",
                is_past=due.year is not None and due.year < today.year,
                is_gone=heirs is not None,
                heirs=tuple((code, names[code]) for code in heirs or ()),
            )
        )
    return turns


def day_in(year: int, *, today: date) -> date:
    """Today, or the day of a year that is nearest to it."""
    return min(max(today, date(year, 1, 1)), date(year, 12, 31))


def set_ups(*, limit: int = 10) -> list[SetUpEntry]:
    """The latest bulk entries, with how many of their clusters or units are still there. Six queries."""
    verbs = {CLUSTERS_SET_UP.code: Cluster, PROVINCES_LOADED.code: Unit}
    entries = list(
        Entry.objects.filter(chain=INSTALLATION, verb__in=verbs)
        .order_by("-height")
        .prefetch_related("disclosures")[:limit]
    )
    still: dict[int, int] = defaultdict(int)
    for model in verbs.values():
        rows = EntryRow.objects.filter(entry__in=entries, table=model().ledger_table()).values_list("key", "entry")
        owner = dict(rows)
        for key in model.objects.filter(pk__in=list(owner)).values_list("pk", flat=True):
            still[owner[str(key)]] += 1
    return [_set_up(entry, still[entry.pk]) for entry in entries]


def _set_up(entry: Entry, still: int) -> SetUpEntry:
    read = read_entry(entry.body.encode())
    data = {} if read is None or read.data is None else read.data
    actor = next((one.text for one in entry.disclosures.all() if one.field == "actor"), "")
    return SetUpEntry(entry, entry.verb, data, actor, still)


def _chairs(rotation: Rotation, *, today: date) -> dict[int, str]:
    """By year, the unit that holds the chair of the line's cluster on the day of the year nearest to today."""
    chairs: dict[int, str] = {}
    offices = Office.objects.filter(cluster__rotation=rotation, kind=OfficeKind.CHAIR).select_related("cluster")
    for office in offices:
        if _holds(office, day_in(office.cluster.year, today=today)):
            chairs[office.cluster.year] = office.unit_id
    return chairs


def _holds(row: Membership | Office, day: date) -> bool:
    return row.starts_on <= day and (row.ends_on is None or day < row.ends_on)
