"""The seasons that somebody may see, and the page of one: the chain of its steps and what leads to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps import clock
from thidua.apps.access.verbs import Verb
from thidua.apps.campaigns.selectors import boards_of
from thidua.apps.custody.telling import is_told
from thidua.apps.ledger.browsing import latest_of
from thidua.apps.ledger.reading import sentence_of
from thidua.apps.organisation.selectors import standing_of, unit_names
from thidua.apps.seasons.calendar import Span
from thidua.apps.seasons.duties import DutyState, list_duties
from thidua.apps.seasons.guards import findings
from thidua.apps.seasons.procedure import slogan_of
from thidua.apps.seasons.roll import cuts_of, members_in
from thidua.apps.seasons.selectors import ahead_of_clock, day_to_show, may_open_season, visible_seasons
from thidua.core.errors import Problem, Refused
from thidua.core.phases import Phase, move_back, next_move
from thidua.core.reading import read_date
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.frame import Looking, look

LATEST = 8  # entries of the ledger
NEXT = 6  # duties that the page of a season shows; the calendar shows all


@dataclass(frozen=True, slots=True)
class Step:
    """One of the ten steps as the chain shows it."""

    phase: Phase
    span: Span | None
    state: str  # past, now, or nothing for what lies ahead


@login_required
@require_safe
def seasons(request: HttpRequest) -> HttpResponse:
    """Every season that this person may see."""
    listed = visible_seasons(request.actor, on=clock.today())
    may = may_open_season(request.actor, on=clock.today())
    return render(
        request, "secretary/seasons.html", {"seasons": listed, "may_open": may, "ahead": ahead_of_clock(listed)}
    )


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Where a season stands, what is missing for the next step, who belongs to it, and what was done."""
    looking = look(request, slug)
    season = looking.season
    asked, unread = _day_asked(request)
    on = asked or day_to_show(season, on=looking.today)
    move, back = next_move(looking.phase), move_back(looking.phase)
    found = findings(move, looking.situation) if move else ()
    dues = list_duties([season], {slug: looking.standing}, on=looking.today)
    open_dues = [due for due in dues if due.state is not DutyState.DONE]
    return render(
        request,
        "secretary/season.html",
        looking.context(
            on=on,
            asked=asked,
            is_as_of=on != looking.today,
            unread=unread,
            steps=list(_steps(looking)),
            members=members_in(standing_of(season.cluster, on=on), on=on),
            cuts=cuts_of(season),
            move=move,
            findings=found,
            open_guards=sum(not finding.holds for finding in found),
            may_move=looking.may(Verb.MOVE_SEASON),
            may_attest=looking.may(Verb.ATTEST_GUARD),
            back=back if back and looking.may(Verb.REOPEN_SEASON) else None,
            dues=open_dues[:NEXT],
            more_dues=len(open_dues) - len(open_dues[:NEXT]),
            heading=slogan_of(season),
            boards=boards_of(season, looking.standing.members, on=looking.today),
            latest=_latest(looking),
            moves=season.phasemoves.order_by("-position"),
            facts=season.reportedfacts.order_by("position"),
            handed_to=getattr(season, "opened_next", None),
        ),
        status=400 if unread else 200,
    )


def _steps(looking: Looking) -> Iterator[Step]:
    for phase in Phase:
        before = phase.number < looking.phase.number
        state = "now" if phase is looking.phase else "past" if before else ""
        yield Step(phase, looking.situation.plan.get(phase), state)


def _latest(looking: Looking) -> list[tuple[datetime, str]]:
    """What was done last, in the words of the ledger, for those who may read it."""
    if not looking.may(Verb.READ_LEDGER):
        return []
    entries = [(one, one.link) for one in latest_of(looking.season.ledger_chain(), LATEST)]
    names = unit_names({link.about_unit for _, link in entries if link and link.about_unit}, on=looking.today)
    lang = current_language()
    told = [(one, link, is_told(link, actor=looking.actor, subject=looking.subject)) for one, link in entries if link]
    return [(one.at, sentence_of(link, one.texts, lang, unit_names=names, is_told=whole)) for one, link, whole in told]


def _day_asked(request: HttpRequest) -> tuple[date | None, Problem | None]:
    """The day as of which the members are to be shown (`?ngay=01/07/2025`), or what is wrong with it."""
    asked = request.GET.get("ngay", "").strip()
    if not asked:
        return None, None
    try:
        return read_date(asked), None
    except Refused as refusal:
        return None, refusal.problems[0]
