"""The draft tried on last season's figures: who would move and why, cliffs, and what is unfair."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.access.policy import demand
from thidua.apps.access.verbs import Verb
from thidua.apps.results.trials import try_on
from thidua.apps.seasons.selectors import subject_of
from thidua.core.errors import Problem, Refused, Severity
from thidua.web.common.templatetags.words import current_language
from thidua.web.rulebooks.editor.looking import desk_of
from thidua.words.simulation import Told, tell_simulation


@login_required
@require_safe
def simulate(request: HttpRequest, slug: str) -> HttpResponse:
    """The trial, or why there is none: no last season, nothing to score there, a draft that still has errors."""
    desk = desk_of(request, slug)
    if isinstance(desk, HttpResponse):
        return desk
    source = desk.looking.season.opened_after
    told: Told | None = None
    hindered: tuple[Problem, ...] = ()
    errors = sum(one.severity is Severity.ERROR for one in desk.findings)
    if source is None:
        hindered = (Problem("rulebooks.no_last_season"),)
    elif errors:
        hindered = (Problem("rulebooks.errors_before_trial", {"count": errors}),)
    else:
        demand(request.actor, Verb.READ_STANDINGS, subject_of(source, on=desk.looking.today))
        try:
            tried = try_on(source, desk.rulebook, on=desk.looking.today)
            told = tell_simulation(tried.simulation, tried.warnings, current_language())
        except Refused as refused:
            hindered = refused.problems
    context = desk.context(source=source, told=told, hindered=hindered)
    return render(request, "rulebooks/editor/simulation.html", context)
