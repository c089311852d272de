"""Who belongs to a season on a day, and what a reorganisation made of its members."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.apps.organisation.models import Abolition, SuccessionLink
from thidua.apps.organisation.selectors import Standing, unit_names
from thidua.apps.seasons.models import Season
from thidua.core.units.clusters import OfficeKind


@dataclass(frozen=True, slots=True)
class Member:
    """A member on a day, with the office that it holds."""

    code: str
    name: str
    office: OfficeKind | None


@dataclass(frozen=True, slots=True)
class Heir:
    """A body that carries members on: it is new, or was there before and took them in."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """What one day made of a season's members: who carries whom on, and which offices ended with their holders."""

    on: date
    document: str
    heirs: tuple[Heir, ...]
    abolished: tuple[str, ...]
    ended: tuple[tuple[OfficeKind, str], ...]  # office, name of the unit that held it

    @property
    def members(self) -> int:
        """How many members ceased on the day."""
        return sum(len(heir.members) for heir in self.heirs) + len(self.abolished)


def members_in(standing: Standing, *, on: date) -> list[Member]:
    """The members in the order of speaking. One query."""
    names = unit_names(standing.members, on=on)
    offices = {standing.deputy: OfficeKind.DEPUTY, standing.chair: OfficeKind.CHAIR}
    return [Member(code, names.get(code, code), offices.get(code)) for code in standing.members]


def cuts_of(season: Season) -> list[Cut]:
    """Every day within the season on which members of it ceased to exist. Five queries, however many there are."""
    codes = set(season.cluster.memberships.values_list("unit_id", flat=True))
    days = (season.opened_on, season.data_to)
    links = SuccessionLink.objects.filter(predecessor__in=codes, succession__on__range=days)
    gone = Abolition.objects.filter(unit__in=codes, on__range=days)
    links, gone = list(links.select_related("succession").order_by("position")), list(gone)
    documents = {link.succession.on: link.succession.basis_document for link in links}
    documents |= {one.on: one.basis_document for one in gone}
    if not documents:
        return []
    names = _names(codes, links)
    offices = list(season.cluster.offices.all())
    return [
        Cut(
            on=day,
            document=document,
            heirs=_heirs([link for link in links if link.succession.on == day], names),
            abolished=tuple(names[one.unit_id] for one in gone if one.on == day),
            ended=tuple(
                (OfficeKind(one.kind), names[one.unit_id])
                for one in sorted(offices, key=lambda one: one.kind)
                if one.unit_id in _ceased(links, gone, day) and one.starts_on < day
            ),
        )
        for day, document in sorted(documents.items())
    ]


def _names(codes: Iterable[str], links: Iterable[SuccessionLink]) -> dict[str, str]:
    """Names of the members, and of those that carry them on as of the day on which they begin to."""
    days = {link.successor_id: link.succession.on for link in links}
    return unit_names(set(codes) | days.keys(), on=max(days.values(), default=date.max))


def _ceased(links: Iterable[SuccessionLink], gone: Iterable[Abolition], day: date) -> set[str]:
    merged = {link.predecessor_id for link in links if link.succession.on == day}
    return merged | {one.unit_id for one in gone if one.on == day}


def _heirs(links: Iterable[SuccessionLink], names: dict[str, str]) -> tuple[Heir, ...]:
    carried: dict[str, list[str]] = defaultdict(list)
    for link in links:
        carried[link.successor_id].append(names[link.predecessor_id])
    return tuple(Heir(names[code], tuple(members)) for code, members in carried.items())
