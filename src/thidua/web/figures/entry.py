"""The grid in which a unit types its figures, of the year or period by period.

Every cell is saved by itself, as the one intake reads it. Without the script the same table is a form: what was typed
is saved with one button, and what was refused stands in its field with the reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Role
from thidua.apps.access.verbs import Verb
from thidua.apps.reporting.periods import At
from thidua.apps.reporting.reports import why_locked
from thidua.core.errors import Problem
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.entry_asking import notes_of, open_by_indicator, open_of
from thidua.web.figures.entry_cells import Answer, Asked, Cells, EntryCell, read_of, rows_of
from thidua.web.figures.entry_periods import PeriodGroup, columns_of, period_groups, view_of, views_of
from thidua.web.figures.entry_saving import read_form, read_message, read_moment, save, written_since
from thidua.web.figures.entry_table import EntryGroup, EntryLine, groups_for
from thidua.web.figures.looking import Seen, seen_by, unit_of
from thidua.web.secretary.frame import Looking, look
from thidua.words.say import say


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The lines below a top criterion, each with its cell of the year."""

    code: str
    name: str
    lines: tuple[tuple[EntryLine, EntryCell], ...]


@login_required
@require_safe
def own(request: HttpRequest, slug: str) -> HttpResponse:
    """The grid of the unit that somebody reports for; of the first, where they report for more."""
    looking = look(request, slug)
    reporting = [grant.unit for grant in looking.actor.grants if grant.role is Role.REPORTER]
    unit = next((code for code in looking.standing.members if code in reporting), None)
    if unit is None:
        looking.demand(Verb.ENTER_FIGURES)
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return redirect("enter_figures", slug, unit)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """The grid of one unit; locked, it says why."""
    looking = look(request, slug)
    seen = seen_by(looking)
    if seen is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    member = unit_of(seen, looking, unit)
    asked: dict[str, Asked] = {}
    refused: list[Answer] = []
    if request.method == "POST":
        looking.demand(Verb.ENTER_FIGURES, unit=unit)
        asked = read_form(looking, unit, request.POST)
        refused = [one for one in save(looking, unit, asked) if one.state != "saved"]
        told = say("entry.saved_some", current_language(), count=len(asked) - len(refused), refused=len(refused))
        if not refused:
            messages.success(request, told)
            return redirect(request.get_full_path())
        messages.error(request, told)
        seen = seen_by(looking) or seen  # with what was written just now
    cells = Cells(
        rows_of(looking, unit),
        read_of(seen, unit),
        asked,
        {one.code: one for one in refused},
        notes_of(looking, unit),
        open_of(looking, unit),
    )
    context = looking.context(
        unit=member,
        **_table(looking, seen, unit, cells, request.GET.get("ky", "")),
        why=_why_locked(looking, unit),
        verdicts=_verdicts(),
        at=clock.now().isoformat(),
        save_at=reverse("save_figures", args=[slug, unit]),
        account=looking.actor.account,
    )
    return render(request, "figures/entry.html", context, status=400 if refused else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def cells(request: HttpRequest, slug: str, unit: str) -> JsonResponse:
    """Save some cells: each is answered by itself, what is good is written in one act. Or tell what others wrote."""
    sent = request.body  # first: once somebody has read it as a form, it can be read no more
    looking = look(request, slug)
    if request.method != "POST":
        looking.demand(Verb.READ_FIGURES, unit=unit)
        since = read_moment(request.GET.get("tu", ""))
        if since is None:
            return JsonResponse({"error": say("entry.not_understood", current_language())}, status=400)
        return JsonResponse({"at": clock.now().isoformat(), "cells": written_since(looking, unit, since)})
    looking.demand(Verb.ENTER_FIGURES, unit=unit)
    asked = read_message(sent)
    if asked is None:
        return JsonResponse({"error": say("entry.not_understood", current_language())}, status=400)
    answers = [one.plain() for one in save(looking, unit, asked)]
    notes = {key: one.plain() for key, one in notes_of(looking, unit).items()}
    return JsonResponse({"cells": answers, "notes": notes})


def _table(looking: Looking, seen: Seen, unit: str, cells: Cells, asked: str) -> dict[str, object]:
    """The lines of the view that is asked for; without one, of what is reported most often."""
    rulebook = seen.inputs.rulebook
    views = views_of(rulebook)
    view = view_of(views, asked)
    groups = list(groups_for(looking, seen, unit, questions=open_by_indicator(cells.questions)))
    shown: Sequence[YearGroup | PeriodGroup]
    if view.frequency is None:
        columns, shown = [], [_year_group(one, cells) for one in groups]
    else:
        columns = columns_of(looking, rulebook, unit, view)
        shown = list(period_groups(groups, rulebook, columns, cells, view.frequency))
    return {"views": views, "view": view, "columns": columns, "groups": shown, "width": len(columns) + 4}


def _year_group(group: EntryGroup, cells: Cells) -> YearGroup:
    lines = tuple((line, cells.cell(At(line.code), is_open=not line.is_computed)) for line in group.lines)
    return YearGroup(group.code, group.name, lines)


def _verdicts() -> dict[str, str]:
    """What may be claimed of a criterion that is met or not, by the word that is kept, as people read it."""
    words = {
        "đạt": "figures_page.passed",
        "không đạt": "figures_page.failed",
        "không giao": "figures_page.not_assigned",
        "không áp dụng": "figures_page.not_applicable",
    }
    return {"": ""} | {kept: say(code, current_language()) for kept, code in words.items()}


def _why_locked(looking: Looking, unit: str) -> Problem | None:
    """Why nothing can be typed, and who can lift it; None where it can."""
    try:
        looking.demand(Verb.ENTER_FIGURES, unit=unit)
    except AccessRefused as refused:
        return refused.problems[0]
    return why_locked(looking.season, unit)
