"""What every page of a season hands to its template, read once for the one who looks."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from django.http import HttpRequest

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial, demand, may
from thidua.apps.access.roles import Actor, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.selectors import Standing
from thidua.apps.seasons import bridge
from thidua.apps.seasons.guards import Situation
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import day_of, find_season, recorded_until, situation_of, standing_in
from thidua.core.errors import Problem
from thidua.core.phases import Phase
from thidua.web.secretary.documents import day_of_chosen, offered_in


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody looks at a season today."""

    actor: Actor
    season: Season
    today: date
    standing: Standing
    subject: Subject
    situation: Situation

    def may(self, verb: Verb, *, unit: str = "") -> bool:
        """Whether the person may do this now, with the season or with one unit of it."""
        return may(self.actor, verb, self.about(unit))

    def demand(self, verb: Verb, *, unit: str = "") -> None:
        """Raises AccessRefused for who may not do this now."""
        demand(self.actor, verb, self.about(unit))

    def about(self, unit: str = "") -> Subject:
        """What rights are asked about: the season, or one unit of it."""
        return replace(self.subject, unit=unit) if unit else self.subject

    @property
    def phase(self) -> Phase:
        return Phase(self.season.phase)

    def context(self, **more: object) -> dict[str, object]:
        """What the frame of the page needs, and what the page adds."""
        due = self.situation.plan.get(self.phase)
        return {
            "season": self.season,
            "subject": self.subject,
            "phase_due": due.due_on if due else None,
            "recorded_until": recorded_until(self.season),
            "season_documents": offered_in(self.season),
            "may_read_sheets": self.may(Verb.READ_SHEET),
            **more,
        }


def look(request: HttpRequest, slug: str, verb: Verb = Verb.READ_SEASON) -> Looking:
    """The season for somebody who may do this with it. Raises AccessRefused."""
    today = clock.today()
    season = find_season(slug)
    if season is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    standing = standing_in(season, on=today)
    subject = bridge.subject(season, standing)
    demand(request.actor, verb, subject)
    request.day_of_document = day_of_chosen(request, season)
    return Looking(request.actor, season, today, standing, subject, situation_of(season, on=today))


def may_in(actor: Actor, season: Season, verb: Verb, *, heirs: Collection[str] = ()) -> bool:
    """Whether somebody may do this with another season, on the nearest day of its life. `heirs`: units that grew out of
    its members, and whose past it is.
    """
    standing = standing_in(season, on=day_of(season, on=clock.today()))
    with_heirs = replace(standing, members=(*standing.members, *heirs))
    return may(actor, verb, bridge.subject(season, with_heirs))
