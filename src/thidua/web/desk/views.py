"""The first page after signing in: duties by urgency, the steps to move on, and what is locked with its reason."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps import clock
from thidua.apps.access.policy import may
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.verbs import Verb
from thidua.apps.seasons import bridge
from thidua.apps.seasons.desk import Asked
from thidua.apps.seasons.duties import DutyState, OwnDue, list_duties, owed_by
from thidua.apps.seasons.guards import Situation, findings
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import ahead_of_clock, situations, standings, visible_seasons
from thidua.core.errors import Problem
from thidua.core.phases import Move, Phase, next_move
from thidua.web.desk.items import ShownItem, shown_items

NOW = (DutyState.OVERDUE, DutyState.TODAY)
AHEAD = 5  # dates to come that are shown


@dataclass(frozen=True, slots=True)
class StepOn:
    """A season that this person may move on, and what is missing for it."""

    season: Season
    move: Move
    missing: tuple[Problem, ...]
    due_on: date | None


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What this person owes."""
    actor, today = request.actor, clock.today()
    listed = [season for season in visible_seasons(actor, on=today) if Phase(season.phase) is not Phase.CLOSED]
    rehearsed = ahead_of_clock(listed)
    seasons = [season for season in listed if season.slug not in rehearsed]
    stands = standings(seasons, on=today)
    asked = situations(seasons, on=today)
    own = [one for one in owed_by(actor, list_duties(seasons, stands, on=today)) if one.state is not DutyState.DONE]
    mine = [season for season in seasons if may(actor, Verb.MOVE_SEASON, bridge.subject(season, stands[season.slug]))]
    steps = [] if _stands_above(actor) else [step for step in (_step(one, asked[one.slug]) for one in mine) if step]
    items = shown_items(Asked(actor, seasons, stands, today))
    states = [*(one.state for one in own), *(one.state for one in items)]
    now = sum(state in NOW for state in states)
    return render(
        request,
        "desk/home.html",
        {
            "today": today,
            "now": [one for one in own if one.state in NOW],
            "week": [one for one in own if one.state is DutyState.SOON],
            "later": [one for one in own if one.state is DutyState.LATER],
            "locked": [(one, _opens_on(one, asked)) for one in own if one.state is DutyState.AHEAD],
            "steps": steps,
            **_by_urgency(items),
            "now_count": now,
            "locked_count": states.count(DutyState.AHEAD),
            "total": len(states) - states.count(DutyState.AHEAD),
            "seasons": listed,
            "rehearsed": rehearsed,
            "ahead": _ahead(seasons, asked, today),
            "counts": {"home": now},
        },
    )


def _by_urgency(items: list[ShownItem]) -> dict[str, list[ShownItem]]:
    return {
        "now_items": [one for one in items if one.state in NOW],
        "week_items": [one for one in items if one.state is DutyState.SOON],
        "later_items": [one for one in items if one.state is DutyState.LATER],
        "locked_items": [one for one in items if one.state is DutyState.AHEAD],
    }


def _stands_above(actor: Actor) -> bool:
    """The body above may move every season; that it does so is the exception, and no work of every day."""
    return any(grant.role is Role.STANDING_BODY for grant in actor.grants)


def _step(season: Season, situation: Situation) -> StepOn | None:
    move = next_move(Phase(season.phase))
    if move is None:
        return None
    missing = tuple(one.problem for one in findings(move, situation) if not one.holds)
    span = situation.plan.get(Phase(season.phase))
    return StepOn(season, move, missing, span.due_on if span else None)


def _opens_on(one: OwnDue, asked: dict[str, Situation]) -> date | None:
    span = asked[one.due.season.slug].plan.get(one.due.phase)
    return span.starts_on if span else None


def _ahead(seasons: list[Season], asked: dict[str, Situation], today: date) -> list[tuple[date, Phase, Season]]:
    """The next days on which a step is to begin, of all seasons."""
    days = [
        (span.starts_on, phase, season)
        for season in seasons
        for phase, span in asked[season.slug].plan.items()
        if span.starts_on >= today and phase.number > Phase(season.phase).number
    ]
    return sorted(days, key=lambda one: (one[0], one[1].number, one[2].slug))[:AHEAD]
