"""The calendar of a season: the dates of its steps, and what each unit has to do by when."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.roles import Role
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.seasons.calendar import Span
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.duties import DutyState, list_duties, owed_by
from thidua.apps.seasons.models import Duty, Holder, Season
from thidua.apps.seasons.services import drop_duty, finish_duty, plan_phases, set_duty
from thidua.core.errors import Place, Problem, Refused
from thidua.core.phases import Phase
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import Looking, look
from thidua.words.numbers import write_date
from thidua.words.say import say, write

DUTY_ROLES = (Role.SECRETARY, Role.REPORTER, Role.LEADER, Role.APPRAISER, Role.STANDING_BODY)
DONE = (
    replace(DOCUMENT[0], required=False),
    replace(DOCUMENT[1], required=False),
)
DROPPED = (Field("reason", "season.reason", Kind.PASSAGE),)


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Every step with its dates, every duty with who has done it."""
    looking = look(request, slug)
    dues = list_duties([looking.season], {slug: looking.standing}, on=looking.today)
    own = {(one.due.duty.pk, one.unit) for one in owed_by(request.actor, dues)}
    open_rows = [
        (due, [code for code in due.missing if (due.duty.pk, code) in own])
        for due in dues
        if due.state is not DutyState.DONE
    ]
    context = looking.context(
        open_rows=open_rows,
        done_rows=[due for due in dues if due.state is DutyState.DONE],
        spans=[(phase, looking.situation.plan.get(phase)) for phase in Phase],
        may_plan=looking.may(Verb.PLAN_SEASON),
    )
    return render(request, "secretary/calendar.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """The dates of the steps from now on."""
    looking = look(request, slug, Verb.PLAN_SEASON)
    phases = [phase for phase in Phase if phase.number >= looking.phase.number or phase not in looking.situation.plan]
    form = Form(_plan_fields(phases), request, initial=_planned(looking))
    if request.method == "POST":
        with form.showing_problems():
            plan_phases(actor=request.actor, season=looking.season, plan=_spans(form.read(), phases))
            messages.success(request, say("season.dates_saved", current_language()))
            return redirect("season_calendar", slug)
    rows = [(phase, form[f"{phase}_starts_on"], form[f"{phase}_due_on"]) for phase in phases]
    return render(request, "secretary/plan.html", looking.context(form=form, rows=rows), status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """A new duty."""
    looking = look(request, slug, Verb.PLAN_SEASON)
    form = Form(_duty_fields(looking), request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            set_duty(
                actor=request.actor,
                season=looking.season,
                title=given["title"],
                holder=Holder(given["holder"]),
                role=Role(given["role"]),
                phase=Phase(given["phase"]),
                due_on=given["due_on"],
                unit=given["unit"],
            )
            messages.success(request, say("season.duty_saved", current_language()))
            return redirect("season_calendar", slug)
    return render(request, "secretary/set_duty.html", looking.context(form=form), status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: HttpRequest, slug: str, duty: UUID) -> HttpResponse:
    """Take a duty out, with a reason."""
    looking = look(request, slug, Verb.PLAN_SEASON)
    row = _duty(looking.season, duty)
    form = Form(DROPPED, request)
    if request.method == "POST":
        with form.showing_problems():
            drop_duty(actor=request.actor, duty=row, reason=form.read()["reason"])
            messages.success(request, say("season.duty_dropped", current_language()))
            return redirect("season_calendar", slug)
    return render(request, "secretary/drop_duty.html", looking.context(form=form, duty=row), status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def finish(request: HttpRequest, slug: str, duty: UUID, unit: str) -> HttpResponse:
    """Report a duty done for a unit."""
    looking = look(request, slug)
    row = _duty(looking.season, duty)
    demand(request.actor, Verb.FINISH_DUTY, replace(looking.subject, unit=unit))
    form = Form(DONE, request)
    if request.method == "POST":
        with form.showing_problems():
            finish_duty(actor=request.actor, duty=row, unit=unit, document=_document(form.read()))
            messages.success(request, say("season.duty_finished", current_language()))
            return redirect("home")
    name = unit_names([unit], on=looking.today).get(unit, unit)
    context = looking.context(form=form, duty=row, unit_name=name)
    return render(request, "secretary/finish_duty.html", context, status=form.status)


def _duty(season: Season, pk: UUID) -> Duty:
    row = Duty.objects.select_related("season").filter(season=season, pk=pk).first()
    if row is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return row


def _document(given: Mapping[str, object]) -> Document | None:
    """The document, when anything of it was given; half of one is refused at its field."""
    number, day = str(given["number"]), given["date"]
    return Document(number, day if isinstance(day, date) else None) if number or day else None


def _plan_fields(phases: list[Phase]) -> list[Field]:
    return [
        Field(f"{phase}_{end}", label, Kind.DAY, required=False)
        for phase in phases
        for end, label in (("starts_on", "season.starts_on"), ("due_on", "season.due_on"))
    ]


def _planned(looking: Looking) -> dict[str, str]:
    found = {}
    for phase, span in looking.situation.plan.items():
        found[f"{phase}_starts_on"] = write_date(span.starts_on)
        found[f"{phase}_due_on"] = write_date(span.due_on)
    return found


def _spans(given: Mapping[str, date | None], phases: list[Phase]) -> dict[Phase, Span]:
    """The spans that were typed. Raises Refused where one of two days is missing."""
    spans: dict[Phase, Span] = {}
    problems = []
    for phase in phases:
        first, last = given[f"{phase}_starts_on"], given[f"{phase}_due_on"]
        if first and last:
            spans[phase] = Span(first, last)
        elif first or last:
            missing = f"{phase}_due_on" if first else f"{phase}_starts_on"
            problems.append(Problem("season.other_day", {"phase": phase}, Place(path=missing)))
    if problems:
        raise Refused(problems)
    return spans


def _duty_fields(looking: Looking) -> list[Field]:
    members = looking.standing.members
    names = unit_names(members, on=looking.today)
    return [
        Field("title", "season.duty_title"),
        Field("holder", "season.duty_holder", Kind.CHOICE, choices=_words(Holder)),
        Field(
            "unit",
            "season.duty_unit",
            Kind.CHOICE,
            hint="season.duty_unit_hint",
            required=False,
            choices=tuple((code, names.get(code, code)) for code in members),
        ),
        Field("role", "season.duty_role", Kind.CHOICE, choices=_words(DUTY_ROLES)),
        Field("phase", "season.duty_phase", Kind.CHOICE, choices=_words(Phase)),
        Field("due_on", "season.duty_due", Kind.DAY, hint="season.day_hint"),
    ]


def _words(members: Iterable[StrEnum]) -> tuple[tuple[str, str], ...]:
    """Members of an enumeration as choices."""
    return tuple((one.value, write(one, current_language())) for one in members)
