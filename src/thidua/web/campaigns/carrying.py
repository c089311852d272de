"""Carrying last season over: what would be done is read first, then it is done."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.verbs import Verb
from thidua.apps.campaigns.carrying import NOBODY, carry_of, carry_over
from thidua.apps.organisation.selectors import unit_names
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.selectors import subject_of
from thidua.core.errors import Problem
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import look
from thidua.words.say import say


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def carry(request: HttpRequest, slug: str) -> HttpResponse:
    """The difference between last season and this one, and the act."""
    looking = look(request, slug, Verb.PLAN_SEASON)
    source = looking.season.opened_after
    if source is None:
        raise AccessRefused(Denial.STRANGER, Problem("carrying.none"))
    demand(request.actor, Verb.READ_SEASON, subject_of(source, on=looking.today))
    found = carry_of(looking.season, source, on=looking.today)
    members = unit_names(looking.standing.members, on=looking.today)
    nobody = (NOBODY, say("carrying.nobody", current_language()))
    choices = (*members.items(), nobody)
    asked = [Field(f"heir_{one.unit}", "carrying.members", Kind.CHOICE, choices=choices) for one in found.asked]
    form = Form([*asked, *DOCUMENT], request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            answers = {one.unit: given[f"heir_{one.unit}"] for one in found.asked}
            document = Document(given["number"], given["date"])
            carry_over(actor=request.actor, season=looking.season, source=source, answers=answers, document=document)
            messages.success(request, say("carrying.carried", current_language()))
            return redirect("season_calendar", slug)
    rows = [(one, form[f"heir_{one.unit}"]) for one in found.asked]
    context = looking.context(form=form, carry=found, rows=rows, document=[form[one.name] for one in DOCUMENT])
    return render(request, "campaigns/carry.html", context, status=form.status)
