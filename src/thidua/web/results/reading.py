"""What every page of results has in common: a season that somebody may read this of, and its one evaluation.

Where a season cannot be scored yet, every address shows the same page, which says what is missing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.access.policy import AccessRefused, Denial, demand, may
from thidua.apps.access.roles import Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.results.releases import Version
from thidua.apps.results.scoring import Scored, evaluation_of
from thidua.apps.seasons import bridge
from thidua.core.errors import FiguresRefused, Problem, RulebookRefused
from thidua.core.states import Release
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.frame import Looking, look
from thidua.words.language import Language

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody reads the results of a season."""

    looking: Looking
    scored: Scored
    lang: Language

    def may_read_sheet(self, unit: str) -> bool:
        """Whether the person may open the sheet of a unit."""
        return _may(self.looking, Verb.READ_SHEET, unit)

    @property
    def may_read_standings(self) -> bool:
        """Whether the person may know the order now."""
        return self.looking.may(Verb.READ_STANDINGS)

    @property
    def is_final(self) -> bool:
        """Whether nothing that is shown can change but by another act."""
        one = self.scored.standings
        return self.scored.evaluation.closed and not one.unranked and not one.provisional

    @property
    def own_units(self) -> frozenset[str]:
        """The units that the person acts for."""
        return self.looking.actor.units

    def context(self, **more: object) -> dict[str, object]:
        """What the frame of the page needs, and what the page adds."""
        return self.looking.context(scored=self.scored, **more)


class Of(Enum):
    """What a page is about: it decides of what the right is asked."""

    CLUSTER = auto()  # all units together
    UNIT = auto()  # the unit that the address names
    UNITS = auto()  # whichever units the person may read


def reading(verb: Verb, of: Of = Of.CLUSTER) -> Callable[[View], View]:
    """A page for whoever may do this."""

    def made(view: View) -> View:
        @login_required
        @require_safe
        @wraps(view)
        def page(request: HttpRequest, slug: str, **parts: str) -> HttpResponse:
            looking = look(request, slug, verb if of is Of.CLUSTER else Verb.READ_SEASON)
            if of is Of.UNIT:
                _demand_of_unit(looking, verb, parts["unit"])
            elif of is Of.UNITS and not any(_may(looking, verb, unit) for unit in looking.standing.members):
                demand(looking.actor, verb, looking.subject)
            try:
                scored = evaluation_of(looking.season, on=looking.today)
            except (RulebookRefused, FiguresRefused) as refusal:
                return render(request, "results/unscored.html", looking.context(problems=refusal.problems))
            return view(request, Reading(looking, scored, current_language()), **parts)

        return page

    return made


def may_read_release(looking: Looking, verb: Verb, version: Version | None) -> None:
    """Who may not do this now may still read what is published, and nothing else. Raises AccessRefused."""
    try:
        demand(looking.actor, verb, looking.subject)
    except AccessRefused as refusal:
        demand(looking.actor, Verb.READ_PUBLISHED, looking.subject)
        if version is None or version.release is not Release.PUBLISHED:
            if refusal.denial is Denial.WRONG_PHASE:
                raise
            raise AccessRefused(Denial.WRONG_PHASE, Problem("results.nothing_published")) from refusal


def nothing_here() -> AccessRefused:
    """An address that leads to nothing in this season."""
    return AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))


def _demand_of_unit(looking: Looking, verb: Verb, unit: str) -> None:
    """A unit that takes no part is nothing to anybody, its own people included."""
    if unit not in looking.standing.members:
        raise nothing_here()
    demand(looking.actor, verb, _about(looking, unit))


def _may(looking: Looking, verb: Verb, unit: str) -> bool:
    return may(looking.actor, verb, _about(looking, unit))


def _about(looking: Looking, unit: str) -> Subject:
    return bridge.subject(looking.season, looking.standing, unit=unit)
