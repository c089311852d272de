"""The grid in which a unit types its figures of the year: every cell is saved by itself, as the one intake reads it.

Without the script the same table is a form: what was typed is saved row by row with one button, and what was refused
stands in its field with the reason.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Role
from thidua.apps.access.verbs import Verb
from thidua.apps.reporting.reports import why_locked
from thidua.core.errors import Problem
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.entry_saving import Answer, Asked, read_form, read_message, save
from thidua.web.figures.entry_table import EntryLine, groups_for
from thidua.web.figures.looking import Seen, seen_by, unit_of
from thidua.web.secretary.frame import Looking, look
from thidua.words.say import say


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line with what its fields hold: what stands, or what was typed and refused, with the reason."""

    line: EntryLine
    text: str
    evidence: str
    version: int  # that the person had before them
    answer: Answer | None

    @property
    def look(self) -> str:
        return "is-back" if self.answer else self.line.look

    @property
    def is_conflict(self) -> bool:
        return self.answer is not None and self.answer.state == "conflict"


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
        asked = read_form(request.POST)
        refused = [one for one in save(looking, unit, asked) if one.state != "saved"]
        told = say("entry.saved_some", current_language(), count=len(asked) - len(refused), refused=len(refused))
        if not refused:
            messages.success(request, told)
            return redirect("enter_figures", slug, unit)
        messages.error(request, told)
        seen = seen_by(looking) or seen  # with what was written just now
    context = looking.context(
        unit=member,
        groups=_groups(looking, seen, unit, asked, refused),
        why=_why_locked(looking, unit),
        save_at=reverse("save_figures", args=[slug, unit]),
        account=looking.actor.account,
    )
    return render(request, "figures/entry.html", context, status=400 if refused else 200)


@login_required
@require_POST
def cells(request: HttpRequest, slug: str, unit: str) -> JsonResponse:
    """Save some cells: each is answered by itself, what is good is written in one act."""
    looking = look(request, slug)
    looking.demand(Verb.ENTER_FIGURES, unit=unit)
    asked = read_message(request.body)
    if asked is None:
        return JsonResponse({"error": say("entry.not_understood", current_language())}, status=400)
    return JsonResponse({"cells": [one.plain() for one in save(looking, unit, asked)]})


def _groups(
    looking: Looking, seen: Seen, unit: str, asked: Mapping[str, Asked], refused: Sequence[Answer]
) -> list[dict[str, object]]:
    told = {one.code: one for one in refused}
    return [
        {
            "code": group.code,
            "name": group.name,
            "lines": [_shown(line, asked.get(line.code), told.get(line.code)) for line in group.lines],
        }
        for group in groups_for(looking, seen, unit)
    ]


def _shown(line: EntryLine, asked: Asked | None, answer: Answer | None) -> ShownLine:
    if asked is None or answer is None:
        return ShownLine(line, line.typed, line.evidence, line.version, None)
    return ShownLine(line, asked.text, asked.evidence, asked.version, answer)


def _why_locked(looking: Looking, unit: str) -> Problem | None:
    """Why nothing can be typed, and who can lift it; None where it can."""
    try:
        looking.demand(Verb.ENTER_FIGURES, unit=unit)
    except AccessRefused as refused:
        return refused.problems[0]
    return why_locked(looking.season, unit)
