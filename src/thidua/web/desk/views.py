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
from thidua.apps.seasons.desk import asked_by, work_of
from thidua.apps.seasons.guards import Situation, findings
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import situations
from thidua.core.errors import Problem
from thidua.core.phases import Move, Phase, next_move
from thidua.web.desk.items import by_urgency, rows_of

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
    asked, listed, rehearsed = asked_by(actor, on=today)
    seasons, stands = asked.seasons, asked.standings
    plans = situations(seasons, on=today)
    mine = [season for season in seasons if may(actor, Verb.MOVE_SEASON, bridge.subject(season, stands[season.slug]))]
    steps = [] if _stands_above(actor) else [step for step in (_step(one, plans[one.slug]) for one in mine) if step]
    rows = rows_of(work_of(asked), asked, plans)
    groups = dict(by_urgency(rows))
    now, locked = len(groups["now"]), len(groups["locked"])
    return render(
        request,
        "desk/home.html",
        {
            "today": today,
            **groups,
            "steps": steps,
            "now_count": now,
            "locked_count": locked,
            "total": len(rows) - locked,
            "seasons": listed,
            "rehearsed": rehearsed,
            "ahead": _ahead(list(seasons), plans, today),
            "counts": {"home": now},
        },
    )


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


def _ahead(seasons: list[Season], asked: dict[str, Situation], today: date) -> list[tuple[date, Phase, Season]]:
    """The next days on which a step is to begin, of all seasons."""
    days = [
        (span.starts_on, phase, season)
        for season in seasons
        for phase, span in asked[season.slug].plan.items()
        if span.starts_on >= today and phase.number > Phase(season.phase).number
    ]
    return sorted(days, key=lambda one: (one[0], one[1].number, one[2].slug))[:AHEAD]
