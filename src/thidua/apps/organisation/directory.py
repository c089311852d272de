"""The units of a day as people look for them: by level, below a superior, by name with or without marks."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When

from thidua.apps.database import in_vietnamese_order
from thidua.apps.organisation import bridge
from thidua.apps.organisation.models import Abolition, Membership, Office, Succession, UnitRow
from thidua.apps.organisation.selectors import nearest_rows, rows_on
from thidua.core.timeline import UNKNOWN_BASIS, LegalBasis
from thidua.core.units import clusters
from thidua.core.units.succession import SuccessionKind
from thidua.core.units.tree import Level, UnitId
from thidua.words.vietnamese import folded

_RANK = Case(*(When(level=level, then=Value(rank)) for rank, level in enumerate(Level)), output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class Listed:
    """A unit in a list: its row, its superior's name, how many units stand directly below."""

    row: UnitRow
    parent_name: str
    below: int

    @property
    def level(self) -> Level:
        return Level(self.row.level)


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which name, level and superior of a unit stayed the same."""

    row: UnitRow
    parent_name: str

    @property
    def level(self) -> Level:
        return Level(self.row.level)

    @property
    def basis(self) -> LegalBasis:
        return bridge.basis(self.row)


@dataclass(frozen=True, slots=True)
class Kin:
    """A unit that was carried on, or carries on, with the day and the document of the succession."""

    code: str
    name: str
    on: date
    kind: SuccessionKind
    basis: LegalBasis


@dataclass(frozen=True, slots=True)
class Belonging:
    """A time in a cluster, with the offices held there."""

    membership: Membership
    held: tuple[clusters.Office, ...]


@dataclass(frozen=True, slots=True)
class Life:
    """All that is known of one unit, in order of time."""

    spans: tuple[Span, ...]
    predecessors: tuple[Kin, ...]
    successors: tuple[Kin, ...]
    abolition: Abolition | None
    belongings: tuple[Belonging, ...]

    @property
    def level(self) -> Level:
        """The latest level."""
        return self.spans[-1].level

    @property
    def abolition_basis(self) -> LegalBasis:
        return UNKNOWN_BASIS if self.abolition is None else bridge.basis(self.abolition)


def find_units(*, on: date, text: str = "", level: str = "", below: str = "") -> QuerySet[UnitRow]:
    """The units of a day, the highest level first, by name; the text may come with or without marks."""
    found = rows_on(on).filter(search_key__contains=folded(text)) if text.strip() else rows_on(on)
    if level:
        found = found.filter(level=level)
    if below:
        found = found.filter(parent=below)
    return found.order_by(_RANK, in_vietnamese_order("name"), "unit_id")


def count_levels(*, on: date, text: str = "", below: str = "") -> dict[Level, int]:
    """How many units of each level the search finds. One query."""
    found = find_units(on=on, text=text, below=below).order_by().values_list("level").annotate(Count("pk"))
    counts = Counter({Level(level): count for level, count in found})
    return {level: counts[level] for level in Level if counts[level]}


def listed(rows: Sequence[UnitRow], *, on: date) -> list[Listed]:
    """The rows of a page with what stands beside them. Two queries."""
    parents = nearest_rows({row.parent_id for row in rows if row.parent_id}, on=on)
    children = rows_on(on).filter(parent__in=[row.unit_id for row in rows])
    below = dict(children.values_list("parent").annotate(Count("pk")))
    return [
        Listed(row, parents[row.parent_id].name if row.parent_id else "", below.get(row.unit_id, 0)) for row in rows
    ]


def life_of(code: str) -> Life | None:
    """One unit's whole life; None for a code that nobody has. Eight queries at most."""
    rows = tuple(UnitRow.objects.filter(unit=code).order_by("starts_on"))
    if not rows:
        return None
    names = _names_at({(row.parent_id, row.starts_on) for row in rows if row.parent_id})
    return Life(
        tuple(Span(row, names.get(row.parent_id or "", "")) for row in rows),
        _kin(code, of="predecessor"),
        _kin(code, of="successor"),
        Abolition.objects.filter(unit=code).first(),
        _belongings(code),
    )


def superiors_for(codes: Collection[str], *, on: date) -> list[UnitRow]:
    """The units of a day under which others may be recorded, among those that stand at or below some units: all but
    communes, which have nothing below. Two queries.
    """
    rows = {row.unit_id: row for row in find_units(on=on).exclude(level=Level.COMMUNE)}
    return [row for row in rows.values() if _is_at_or_below(row, rows, codes)]


def _is_at_or_below(row: UnitRow, rows: dict[str, UnitRow], codes: Collection[str]) -> bool:
    seen: set[str] = set()
    step: UnitRow | None = row
    while step is not None and step.unit_id not in seen:
        if step.unit_id in codes:
            return True
        seen.add(step.unit_id)
        step = rows.get(step.parent_id or "")
    return False


def _names_at(wanted: Collection[tuple[str, date]]) -> dict[str, str]:
    """Names of superiors, each as it was on the last of the days asked for."""
    days: dict[str, date] = {}
    for code, day in wanted:
        days[code] = max(day, days.get(code, day))
    names: dict[str, str] = {}
    rows = UnitRow.objects.filter(unit__in=days).order_by("starts_on")
    for row in rows:
        if row.starts_on <= days[row.unit_id] or row.unit_id not in names:
            names[row.unit_id] = row.name
    return names


def _kin(code: str, *, of: str) -> tuple[Kin, ...]:
    """The predecessors, or the successors, of a unit; a unit has one origin and one fate at most. Three queries."""
    other = "successor" if of == "predecessor" else "predecessor"
    row = Succession.objects.filter(**{f"links__{other}": code}).prefetch_related("links").first()
    if row is None:
        return ()
    value = bridge.succession(row)
    links = value.links_to(UnitId(code)) if of == "predecessor" else value.links_from(UnitId(code))
    kin = [link.predecessor if of == "predecessor" else link.successor for link in links]
    names = last_names(kin)
    return tuple(Kin(one, names[one], value.on, value.kind, value.basis) for one in kin)


def last_names(codes: Collection[str]) -> dict[str, str]:
    """The last name of units. One query."""
    rows = UnitRow.objects.filter(unit__in=set(codes)).order_by("starts_on")
    return dict(rows.values_list("unit_id", "name"))


def _belongings(code: str) -> tuple[Belonging, ...]:
    memberships = Membership.objects.filter(unit=code).select_related("cluster").order_by("-cluster__year", "starts_on")
    held: dict[UUID, list[clusters.Office]] = defaultdict(list)
    for row in Office.objects.filter(unit=code).order_by("starts_on"):
        held[row.cluster_id].append(bridge.office(row))
    return tuple(Belonging(one, tuple(held[one.cluster_id])) for one in memberships)
