"""The campaigns of a season: the list, one with how each unit stands to it, and the acts of each role."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.apps.access.policy import AccessRefused, Denial, demand, may
from thidua.apps.access.verbs import Verb
from thidua.apps.campaigns.models import Campaign, CampaignResult, Sort
from thidua.apps.campaigns.selectors import Board, UnitState, boards, boards_of, find_campaign, latest_reviews
from thidua.apps.campaigns.services import (
    CampaignPlan,
    Result,
    acknowledge_campaign,
    confirm_result,
    launch_campaign,
    review_campaign,
)
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.seasons.documents import Document
from thidua.core.errors import Problem, Refused
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language, told
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import Looking, look
from thidua.words.numbers import write_date
from thidua.words.say import say, write


@login_required
@require_safe
def campaigns(request: HttpRequest, slug: str) -> HttpResponse:
    """Every campaign of the season, by its first day."""
    looking = look(request, slug)
    listed = boards_of(looking.season, looking.standing.members, on=looking.today)
    context = looking.context(boards=listed, may_run=looking.may(Verb.RUN_CAMPAIGNS), today=looking.today)
    return render(request, "campaigns/campaigns.html", context)


@login_required
@require_safe
def campaign(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """One campaign: what it is, who has acknowledged, what its review found."""
    looking = look(request, slug)
    return _page(request, looking, find_campaign(looking.season, key))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def launch(request: HttpRequest, slug: str) -> HttpResponse:
    """A new campaign, launched at once."""
    return _launching(request, look(request, slug, Verb.RUN_CAMPAIGNS), None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def launch_proposal(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """A proposal, looked over and launched."""
    looking = look(request, slug, Verb.RUN_CAMPAIGNS)
    return _launching(request, looking, find_campaign(looking.season, key))


@login_required
@require_POST
def acknowledge(request: HttpRequest, slug: str, key: UUID, unit: str) -> HttpResponse:
    """The unit has taken note."""
    looking = look(request, slug)
    demand(request.actor, Verb.ACKNOWLEDGE_CAMPAIGN, replace(looking.subject, unit=unit))
    row = find_campaign(looking.season, key)
    try:
        acknowledge_campaign(actor=request.actor, campaign=row, unit=unit)
    except AccessRefused:
        raise
    except Refused as refused:
        return _page(request, looking, row, refused.problems)
    messages.success(request, say("campaigns.acknowledged_now", current_language()))
    return redirect("campaign", slug, key)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, slug: str, key: UUID) -> HttpResponse:
    """What the review found, unit by unit."""
    looking = look(request, slug, Verb.RUN_CAMPAIGNS)
    row = find_campaign(looking.season, key)
    names = unit_names(looking.standing.members, on=looking.today)
    form = Form(_review_fields(row, looking.standing.members), request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            results = {
                unit: Result(given.get(f"typed_{unit}", ""), given[f"note_{unit}"]) for unit in looking.standing.members
            }
            document = Document(given["number"], given["date"])
            review_campaign(
                actor=request.actor, campaign=row, results=results, summary=given["findings"], document=document
            )
            messages.success(request, say("campaigns.reviewed_now", current_language()))
            return redirect("campaign", slug, key)
    rows = [(names.get(unit, unit), [form[name] for name in _asked_of(row, unit)]) for unit in looking.standing.members]
    general = [form[name] for name in ("findings", *(one.name for one in DOCUMENT))]
    context = looking.context(form=form, campaign=row, rows=rows, general=general)
    return render(request, "campaigns/review.html", context, status=form.status)


@login_required
@require_POST
def confirm(request: HttpRequest, slug: str, key: UUID, unit: str) -> HttpResponse:
    """The unit confirms its result, which becomes its own figure."""
    looking = look(request, slug)
    demand(request.actor, Verb.ENTER_FIGURES, replace(looking.subject, unit=unit))
    row = find_campaign(looking.season, key)
    last = latest_reviews([row]).get(row.pk)
    result = CampaignResult.objects.filter(review=last, unit=unit).first() if last else None
    if result is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    try:
        confirm_result(actor=request.actor, season=looking.season, result=result)
    except AccessRefused:
        raise
    except Refused as refused:
        return _page(request, looking, row, refused.problems)
    messages.success(request, say("campaigns.confirmed_now", current_language()))
    return redirect("campaign", slug, key)


def _page(request: HttpRequest, looking: Looking, row: Campaign, problems: tuple[Problem, ...] = ()) -> HttpResponse:
    board = boards([row], looking.standing.members, on=looking.today)[0]
    context = looking.context(
        board=board,
        today=looking.today,
        fed=dict(_indicators(looking)).get(row.indicator, row.indicator) if row.indicator else "",
        problems=[told(one) for one in problems],
        may_run=looking.may(Verb.RUN_CAMPAIGNS),
        may_review=not row.is_proposal and row.ends_on <= looking.today,
        to_acknowledge=_owed(request, looking, board),
        to_confirm=_open(request, looking, board),
    )
    return render(request, "campaigns/campaign.html", context, status=400 if problems else 200)


def _owed(request: HttpRequest, looking: Looking, board: Board) -> list[UnitState]:
    """The units for which this person may acknowledge now."""
    if board.campaign.is_proposal:
        return []
    return [
        one
        for one in board.units
        if one.acknowledged_on is None
        and may(request.actor, Verb.ACKNOWLEDGE_CAMPAIGN, replace(looking.subject, unit=one.unit))
    ]


def _open(request: HttpRequest, looking: Looking, board: Board) -> list[UnitState]:
    """The units whose result this person may confirm now."""
    return [
        one
        for one in board.units
        if one.result
        and not one.result.confirmed_on
        and may(request.actor, Verb.ENTER_FIGURES, replace(looking.subject, unit=one.unit))
    ]


def _launching(request: HttpRequest, looking: Looking, proposal: Campaign | None) -> HttpResponse:
    form = Form(_plan_fields(looking), request, initial=_proposed(proposal) if proposal else None)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            document = Document(given.pop("number"), given.pop("date"))
            plan = CampaignPlan(**{**given, "sort": Sort(given["sort"])})
            row = launch_campaign(
                actor=request.actor, season=looking.season, plan=plan, document=document, proposal=proposal
            )
            messages.success(request, say("campaigns.launched_now", current_language()))
            return redirect("campaign", looking.season.slug, row.pk)
    context = looking.context(form=form, campaign=proposal, title="campaigns.add")
    return render(request, "campaigns/form.html", context, status=form.status)


def _proposed(row: Campaign) -> dict[str, str]:
    return {
        "sort": row.sort,
        "name": row.name,
        "content": row.content,
        "starts_on": write_date(row.starts_on),
        "ends_on": write_date(row.ends_on),
        "acknowledge_by": write_date(row.acknowledge_by),
        "indicator": row.indicator,
    }


def _plan_fields(looking: Looking) -> list[Field]:
    return [
        Field("name", "campaigns.name"),
        Field(
            "sort",
            "campaigns.sort",
            Kind.CHOICE,
            choices=tuple((one.value, write(one, current_language())) for one in Sort),
        ),
        Field("starts_on", "campaigns.starts_on", Kind.DAY, hint="season.day_hint"),
        Field("ends_on", "campaigns.ends_on", Kind.DAY),
        Field("acknowledge_by", "campaigns.acknowledge_by", Kind.DAY),
        Field("content", "campaigns.content", Kind.PASSAGE, required=False),
        Field(
            "indicator",
            "campaigns.indicator",
            Kind.CHOICE,
            hint="campaigns.indicator_hint",
            required=False,
            choices=_indicators(looking),
        ),
        *DOCUMENT,
    ]


def _indicators(looking: Looking) -> tuple[tuple[str, str], ...]:
    try:
        rulebook = rulebook_of(looking.season, on=looking.today)
    except Refused:
        return ()
    return tuple((one.code, f"{one.code}: {one.name}" if one.name else one.code) for one in rulebook.indicators)


def _asked_of(row: Campaign, unit: str) -> list[str]:
    return [*([f"typed_{unit}"] if row.indicator else []), f"note_{unit}"]


def _review_fields(row: Campaign, members: Sequence[str]) -> list[Field]:
    labels = {"typed": "campaigns.figure_column", "note": "campaigns.note_column"}
    named = [name for unit in members for name in _asked_of(row, unit)]
    asked = [Field(name, labels[name.split("_", 1)[0]], required=False) for name in named]
    return [Field("findings", "campaigns.summary", Kind.PASSAGE), *asked, *DOCUMENT]
