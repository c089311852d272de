"""Members that ceased to exist while the season ran: what is asked about each, and what was answered.

A merger is never guessed. The book of clusters ends the place of a unit with the unit; what that means for a season
that runs somebody above the cluster answers, by a document and with the reason. Until then the question stands on the
season's page and on desks, and the season does not move on to reporting or appraising.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from thidua.apps.access.roles import Role
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.models import Abolition, Membership, SuccessionLink
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.seasons.desk import Asked, DeskItem
from thidua.apps.seasons.guards import Finding, Situation
from thidua.apps.seasons.models import MergerAnswer, Season
from thidua.core.errors import Problem
from thidua.core.phases import Guard, Phase


@dataclass(frozen=True, slots=True)
class Question:
    """A member that ended on a day within the season's data. `heirs` are those that carry it on, by code and name;
    nobody does where it was abolished. `answer` is the one that counts.
    """

    season: Season
    unit: str
    name: str
    on: date
    document: str
    heirs: tuple[tuple[str, str], ...]
    answer: MergerAnswer | None

    @property
    def is_open(self) -> bool:
        return self.answer is None


def questions(seasons: Iterable[Season], *, on: date) -> dict[str, list[Question]]:
    """By slug, what is asked of each season as of a day. As many queries for a hundred seasons as for one.

    Asked is about whoever was a member on the last day of the unit; who had left before is nothing to this season.
    """
    listed = {season.cluster_id: season for season in seasons}
    found: dict[str, list[Question]] = {season.slug: [] for season in listed.values()}
    members = list(Membership.objects.filter(cluster__in=listed).order_by("position"))
    ends = _ends({row.unit_id for row in members}, on)
    answers = {
        (row.season_id, row.unit): row
        for row in MergerAnswer.objects.filter(season__in=list(listed.values())).order_by("version")
    }
    if not ends:
        return found
    names = _names(ends)
    for row in members:
        season, end = listed[row.cluster_id], ends.get(row.unit_id)
        answer = answers.get((season.slug, row.unit_id))
        if end is not None and season.data_from < end.on <= season.data_to and (answer or _was_member(row, end.on)):
            heirs = tuple((code, names.get(code, code)) for code in end.heirs)
            name = names.get(row.unit_id, row.unit_id)
            found[season.slug].append(Question(season, row.unit_id, name, end.on, end.document, heirs, answer))
    return found


def questions_of(season: Season, *, on: date) -> list[Question]:
    """What is asked of one season."""
    return questions([season], on=on)[season.slug]


def answered(situation: Situation) -> Finding:
    """The guard: every question about a merged member has its answer."""
    asked = questions_of(Season.objects.get(pk=situation.slug), on=situation.on)
    waiting = [one.name for one in asked if one.is_open]
    if waiting:
        data = {"units": waiting}
        return Finding(Guard.MERGERS, False, "guard.mergers.open", data, link="mergers")
    return Finding(Guard.MERGERS, True, "guard.mergers.holds", {"count": len(asked)})


def waiting(asked: Asked) -> Iterator[DeskItem]:
    """What is open, for those who may answer, and for who runs the year as something that keeps the season waiting."""
    answering, running = asked.units_as(Role.STANDING_BODY), asked.units_as(Role.SECRETARY)
    near = [one for one in asked.seasons if one.step.number <= Phase.APPRAISING.number]
    mine = [one for one in near if _concerns(asked, one, answering, running)]
    if not mine:
        return
    for slug, listed in questions(mine, on=asked.on).items():
        standing = asked.standings[slug]
        for one in listed:
            if not one.is_open:
                continue
            link, data = ("mergers", slug), {"name": one.name, "day": one.on}
            above = sorted(answering & standing.above)
            if above:
                yield DeskItem(one.season, above[0], "mergers.to_answer", link, data, "mergers.answer", asked.on)
            elif standing.chair in running:
                why = Problem("mergers.waits")
                yield DeskItem(
                    one.season, standing.chair, "mergers.asked", link, data, locked=why, lifted_by=Verb.ANSWER_MERGER
                )


@dataclass(frozen=True, slots=True)
class _End:
    on: date
    document: str
    heirs: tuple[str, ...]


def _ends(codes: Iterable[str], on: date) -> Mapping[str, _End]:
    """How each unit that is there no more ended. Two queries."""
    wanted = list(codes)
    heirs: dict[str, list[SuccessionLink]] = defaultdict(list)
    links = SuccessionLink.objects.filter(predecessor__in=wanted, succession__on__lte=on)
    for link in links.select_related("succession").order_by("succession__on", "position"):
        heirs[link.predecessor_id].append(link)
    found = {
        unit: _End(rows[-1].succession.on, rows[-1].succession.basis_document, tuple(one.successor_id for one in rows))
        for unit, rows in heirs.items()
    }
    for gone in Abolition.objects.filter(unit__in=wanted, on__lte=on):
        found.setdefault(gone.unit_id, _End(gone.on, gone.basis_document, ()))
    return found


def _names(ends: Mapping[str, _End]) -> dict[str, str]:
    """Names of those that ended, and of those that carry them on as of the day on which they begin to."""
    last = max(end.on for end in ends.values())
    return unit_names({*ends, *(code for end in ends.values() for code in end.heirs)}, on=last)


def _was_member(row: Membership, day: date) -> bool:
    return row.starts_on < day and (row.ends_on is None or row.ends_on >= day)


def _concerns(asked: Asked, season: Season, answering: frozenset[str], running: frozenset[str]) -> bool:
    standing = asked.standings[season.slug]
    return bool(answering & standing.above) or standing.chair in running
