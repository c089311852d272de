"""The list of indicators of a draft: what is counted, and which criteria hang on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.rulebooks.services import EditConflict, edit_indicator
from thidua.core.errors import Problem, Refused
from thidua.core.rulebook import editing
from thidua.core.rulebook.schema import Indicator, Rulebook
from thidua.web.common.templatetags.words import current_language
from thidua.web.rulebooks.editor import nodes
from thidua.web.rulebooks.editor.fields import sent_texts
from thidua.web.rulebooks.editor.looking import Desk, desk_of
from thidua.web.rulebooks.editor.typed import OF_INDICATOR
from thidua.words.say import say


@dataclass(slots=True)
class Sheet:
    """One indicator on the page."""

    texts: dict[str, str]
    seen: str = ""
    problems: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()
    beside: list[nodes.Beside] = field(default_factory=list)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The list, and one of it to be changed, or a new one."""
    desk = desk_of(request, slug)
    if isinstance(desk, HttpResponse):
        return desk
    chosen = request.GET.get("so-lieu", "")
    listed = {one.code: one for one in editing.listed_indicators(desk.rulebook)}
    if chosen and chosen not in listed and request.method != "POST":
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    sheet = _as_it_stands(listed.get(chosen))
    if request.method == "POST":
        sheet.texts, sheet.seen = sent_texts(request.POST.dict()), request.POST.get("seen", "")
        if _done(request, desk, sheet, chosen):
            messages.success(request, say("editor.saved", current_language()))
            return redirect("edit_indicators", slug)
    return _show(request, desk, sheet, chosen)


def _as_it_stands(indicator: Indicator | None) -> Sheet:
    if indicator is None:
        return Sheet({})
    return Sheet(nodes.indicator_texts(indicator, current_language()), editing.mark_of(indicator))


def _done(request: HttpRequest, desk: Desk, sheet: Sheet, chosen: str) -> bool:
    """Whether it is kept; what keeps it from that stands on the sheet."""
    indicator: Indicator | None = None
    if request.POST.get("act") != "remove":
        read = nodes.read_indicator_texts(sheet.texts)
        sheet.problems = read.problems
        if not isinstance(read.value, Indicator):
            return False
        indicator = read.value
    season = desk.looking.season
    try:
        edit_indicator(actor=request.actor, season=season, code=chosen, seen=sheet.seen, indicator=indicator)
    except AccessRefused:
        raise
    except EditConflict as refused:
        sheet.refused = refused.problems
        _set_beside(request, season.slug, sheet, chosen)
    except Refused as refused:
        sheet.problems = refused.problems
    else:
        return True
    return False


def _set_beside(request: HttpRequest, slug: str, sheet: Sheet, chosen: str) -> None:
    desk = desk_of(request, slug)
    if isinstance(desk, HttpResponse):
        return
    listed = {one.code: one for one in editing.listed_indicators(desk.rulebook)}
    stands = _as_it_stands(listed.get(chosen))
    sheet.beside, sheet.seen = nodes.sides(sheet.texts, stands.texts, current_language()), stands.seen


def _show(request: HttpRequest, desk: Desk, sheet: Sheet, chosen: str) -> HttpResponse:
    fields = nodes.filling(sheet.texts, desk.rulebook, current_language(), sheet.problems)
    context = desk.context(
        chosen=chosen,
        listed=_users(desk.rulebook),
        fields=fields,
        plain=fields.inputs(OF_INDICATOR),
        seen=sheet.seen,
        refused=sheet.refused,
        beside=sheet.beside,
    )
    status = 409 if sheet.refused else 400 if sheet.problems else 200
    return render(request, "rulebooks/editor/indicators.html", context, status=status)


def _users(rulebook: Rulebook) -> list[tuple[Indicator, list[str]]]:
    """Every indicator of the list with the criteria that hang on it."""
    return [
        (one, [node.code for node, leaf in rulebook.leaves if one.code in leaf.indicators])
        for one in editing.listed_indicators(rulebook)
    ]
