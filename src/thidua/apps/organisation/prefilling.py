"""What a workbook of clusters is filled in with: the units of a level, and where last year had them."""

from datetime import date

from thidua.apps.organisation.directory import find_units
from thidua.apps.organisation.models import Membership
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.organisation.yearbook import day_in
from thidua.core.units.tree import Level
from thidua.files.cluster_template import KnownMember
from thidua.words.vietnamese import SortKey, sort_key


def known_members(*, below: str, level: Level, year: int, today: date) -> list[KnownMember]:
    """The units of a level as of the year, below one superior or all: first those that no cluster had last year, whose
    number somebody has to fill in, then each cluster in its order of speaking. Three queries.
    """
    on = day_in(year, today=today)
    rows = list(find_units(on=on, level=level, below=below))
    names = unit_names({row.parent_id for row in rows if row.parent_id}, on=on)
    last = Membership.objects.filter(cluster__year=year - 1, cluster__level=level).select_related("cluster")
    held = {one.unit_id: one for one in last.order_by("starts_on")}
    members = []
    for row in rows:
        one = held.get(row.unit_id)
        members.append(
            KnownMember(
                code=row.unit_id,
                name=row.name,
                superior=names.get(row.parent_id or "", ""),
                level=level,
                year=year,
                number=one.cluster.number if one else "",
                cluster=one.cluster.name if one else "",
                position=one.position if one else None,
                starts_on=max(date(year, 1, 1), row.starts_on),
            )
        )
    return sorted(members, key=_place)


def _place(member: KnownMember) -> tuple[bool, SortKey, SortKey, int]:
    """A line without number after one with a number would be taken for the same cluster."""
    return bool(member.number), sort_key(member.superior), sort_key(member.number), member.position or 0
