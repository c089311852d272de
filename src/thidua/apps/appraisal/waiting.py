"""What appraisal puts on desks: claims to appraise, returns to answer, objections to rule on.

Only seasons in their appraisal are asked. Objections are read for all of them at once; the items of a season only where
this person acts for one of its units, which are few.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from thidua.apps.access.roles import Role
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.items import Item, ItemState, items_of
from thidua.apps.appraisal.models import Conflict, Objection, Roster
from thidua.apps.appraisal.rostered import Assigned, pairs_of
from thidua.apps.appraisal.services.common import may_review
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons import bridge
from thidua.apps.seasons.desk import Asked, DeskItem
from thidua.apps.seasons.models import PhaseDate, Season
from thidua.core.checking.roster import Pair
from thidua.core.errors import Refused
from thidua.core.phases import Phase

_PAIR = ("season", "checker", "subject")
WAITS = (ItemState.PENDING, ItemState.WAITING)


def waiting(asked: Asked) -> Iterator[DeskItem]:
    """Every item of somebody."""
    seasons = {one.slug: one for one in asked.seasons if one.step is Phase.APPRAISING}
    if not seasons:
        return
    rosters = {row.season_id: row for row in Roster.objects.filter(season__in=seasons).order_by("version")}
    due = dict(PhaseDate.objects.filter(season__in=seasons, phase=Phase.APPRAISING).values_list("season", "due_on"))
    objections: dict[str, list[Objection]] = defaultdict(list)
    for row in Objection.objects.filter(season__in=seasons, ruling=None).select_related("decision"):
        objections[row.season_id].append(row)
    kept_away: dict[str, set[Pair]] = defaultdict(set)
    for season_id, checker, subject in Conflict.objects.filter(season__in=seasons).values_list(*_PAIR):
        kept_away[season_id].add(Pair(checker, subject))
    for season in seasons.values():
        assigned = Assigned(pairs_of(rosters.get(season.slug)), frozenset(kept_away[season.slug]))
        desk = _Desk(asked, season, assigned)
        yield from desk.to_rule_on(objections[season.slug])
        if asked.actor.units & set(asked.standings[season.slug].members):
            yield from desk.of_items(due.get(season.slug))


class _Desk:
    """One person's desk in one season."""

    def __init__(self, asked: Asked, season: Season, assigned: Assigned) -> None:
        self.asked, self.season = asked, season
        self.standing = asked.standings[season.slug]
        self.assigned = assigned

    def to_rule_on(self, objections: list[Objection]) -> Iterator[DeskItem]:
        """The open objections on which this person may rule, a line a unit; nobody rules on their own decision."""
        mine: dict[str, list[date]] = defaultdict(list)
        for row in objections:
            unit = row.decision.unit
            if row.decision.by_account != self.asked.actor.account and self._may(Verb.RULE_ON_OBJECTION, unit):
                mine[unit].append(row.rule_by)
        for unit, days in mine.items():
            data = {"count": len(days)}
            link = ("objections", self.season.slug)
            yield DeskItem(self.season, unit, "appraisal.to_rule_on", link, data, "appraisal.rule", min(days))

    def of_items(self, due: date | None) -> Iterator[DeskItem]:
        """What waits for an appraiser or for an answer, a line a unit."""
        answering = self.asked.units_as(Role.REPORTER, Role.LEADER)
        units = [one for one in self.standing.members if one in answering or self._may(Verb.APPRAISE, one)]
        found = self._items(units)
        for unit, count in Counter(one.unit for one in found if one.state in WAITS).items():
            if self._may(Verb.APPRAISE, unit):
                queue, data = ("appraise_unit", self.season.slug, unit), {"count": count}
                yield DeskItem(self.season, unit, "appraisal.to_appraise", queue, data, "appraisal.open_queue", due)
        returned = [one for one in found if one.state is ItemState.RETURNED and one.unit in answering]
        for unit, count in Counter(one.unit for one in returned).items():
            days = [one.decision.due_on for one in returned if one.decision and one.decision.due_on]
            last, link = min(days, default=due), ("objections", self.season.slug)
            data = {"count": count}
            yield DeskItem(self.season, unit, "appraisal.to_answer", link, data, "appraisal.answer_now", last)

    def _items(self, units: list[str]) -> list[Item]:
        if not units:
            return []
        try:
            rulebook = rulebook_of(self.season, on=self.asked.on)
        except Refused:  # no rulebook is kept here: nothing can be appraised here either
            return []
        return list(items_of(self.season, rulebook, units).values())

    def _may(self, verb: Verb, unit: str) -> bool:
        subject = bridge.subject(self.season, self.standing, unit=unit)
        return may_review(self.asked.actor, verb, subject, self.standing, self.assigned)
