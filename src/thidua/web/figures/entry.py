"""The grid in which a unit types its figures of the year: every cell is saved by itself, as the one intake reads it.

Without the script the same table is a form: what was typed is saved row by row with one button.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.roles import Role, Subject
from thidua.apps.access.verbs import Verb
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.reports import why_locked
from thidua.apps.reporting.selectors import latest_figures
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.core.errors import Problem, Refused, Severity
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.core.states import Stage
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.looking import Seen, seen_by, unit_of
from thidua.web.figures.matrix import Group, groups_of
from thidua.web.figures.understood import points_of, understood
from thidua.web.secretary.frame import Looking, look
from thidua.words.say import say

MOST_CELLS = 2000  # of one message; a larger block is sent in pieces
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One indicator with what stands in its cells: the version, the texts as typed, and what was read in them."""

    code: str
    name: str
    measure: str
    version: int
    typed: str
    evidence: str
    understood: str
    points: str
    look: str


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """The lines below a top criterion."""

    code: str
    name: str
    lines: tuple[EntryLine, ...]


@login_required
@require_safe
def own(request: HttpRequest, slug: str) -> HttpResponse:
    """The grid of the unit that somebody reports for; of the first, where they report for more."""
    looking = look(request, slug)
    reporting = [grant.unit for grant in looking.actor.grants if grant.role is Role.REPORTER]
    unit = next((code for code in looking.standing.members if code in reporting), None)
    if unit is None:
        demand(looking.actor, Verb.ENTER_FIGURES, looking.subject)
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
    why = _why_locked(looking, unit)
    if request.method == "POST":
        demand(request.actor, Verb.ENTER_FIGURES, _subject(looking, unit))
        answers = save(looking, unit, _typed_form(request, seen))
        refused = [one for one in answers if one["state"] == "refused"]
        told = say("entry.saved_some", current_language(), count=len(answers) - len(refused), refused=len(refused))
        messages.success(request, told)
        return redirect("enter_figures", slug, unit)
    context = looking.context(
        unit=member,
        groups=list(groups_for(looking, seen, unit)),
        why=why,
        save_at=reverse("save_figures", args=[slug, unit]),
        account=looking.actor.account,
    )
    return render(request, "figures/entry.html", context)


@login_required
@require_POST
def cells(request: HttpRequest, slug: str, unit: str) -> JsonResponse:
    """Save some cells: each is answered by itself, what is good is written in one act."""
    looking = look(request, slug)
    demand(request.actor, Verb.ENTER_FIGURES, _subject(looking, unit))
    asked = _read_message(request.body)
    if asked is None:
        return JsonResponse({"error": say("entry.not_understood", current_language())}, status=400)
    return JsonResponse({"cells": save(looking, unit, asked)})


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed into a line, and the version that they had before them."""

    text: str
    evidence: str
    version: int


def save(looking: Looking, unit: str, asked: Mapping[str, Asked]) -> list[dict[str, object]]:
    """Write what can be written, and say of each cell what became of it."""
    problems: dict[str, list[Problem]] = {}
    warnings: tuple[Problem, ...] = ()
    rest = dict(asked)
    for _attempt in range(2):
        typed = {code: Typed(one.text, evidence=one.evidence) for code, one in rest.items()}
        versions = {code: one.version for code, one in rest.items()}
        try:
            if rest:
                done = enter_figures(actor=looking.actor, season=looking.season, unit=unit, cells=typed, seen=versions)
                warnings = done.warnings
            break
        except AccessRefused:
            raise
        except Refused as refused:
            for problem in refused.problems:
                about = [problem.place.path] if problem.place.path in rest else list(rest)  # a lock is about them all
                for code in about:
                    problems.setdefault(code, []).append(problem)
            rest = {code: one for code, one in rest.items() if code not in problems}
    return _answers(looking, unit, asked, problems, warnings)


def _answers(
    looking: Looking,
    unit: str,
    asked: Mapping[str, Asked],
    problems: Mapping[str, list[Problem]],
    warnings: tuple[Problem, ...],
) -> list[dict[str, object]]:
    seen = seen_by(looking)
    if seen is None:
        return []
    rows = _rows(looking, unit)
    figures = _figures(seen, unit)
    points = points_of(looking, seen, unit)
    told = {one.place.path: one for one in warnings if one.severity is Severity.WARNING}
    return [
        _answer(code, rows.get(code), problems.get(code, []), told.get(code), figures.get(code), points.get(code, ""))
        for code in asked
    ]


def _answer(  # noqa: PLR0917 - the parts of one answer
    code: str,
    row: Figure | None,
    problems: list[Problem],
    warning: Problem | None,
    figure: CoreFigure | None,
    points: str,
) -> dict[str, object]:
    lang = current_language()
    is_conflict = any(one.code == "reporting.cell_changed" for one in problems)
    says = problems[0] if problems else warning
    return {
        "code": code,
        "state": "conflict" if is_conflict else "refused" if problems else "saved",
        "version": row.version if row else 0,
        "stands": row.typed if row else "",
        "understood": understood(figure) if figure else "",
        "points": points,
        "says": f"{say(says.code, lang, **{'place': says.place, **says.data})}." if says else "",
    }


def groups_for(looking: Looking, seen: Seen, unit: str) -> Iterator[EntryGroup]:
    """The lines of one unit by top criterion, with what was typed, read and reached."""
    own = seen_of(seen, unit)
    rows = _rows(looking, unit)
    figures, points = _figures(seen, unit), points_of(looking, seen, unit)
    for group in groups_of(own, Stage.SELF):
        yield EntryGroup(group.code, group.name, tuple(_lines(group, rows, figures, points)))


def _lines(
    group: Group, rows: Mapping[str, Figure], figures: Mapping[str, CoreFigure], points: Mapping[str, str]
) -> Iterator[EntryLine]:
    for line in group.lines:
        row, figure = rows.get(line.code), figures.get(line.code)
        typed = row.typed if row else ""
        yield EntryLine(
            code=line.code,
            name=line.name,
            measure=line.measure,
            version=row.version if row else 0,
            typed=typed,
            evidence=row.evidence if row else "",
            understood=understood(figure) if figure else "",
            points=points.get(line.code, ""),
            look="" if typed else "is-missing",
        )


def _rows(looking: Looking, unit: str) -> dict[str, Figure]:
    """The unit's own figures by indicator, taken back or not."""
    every = latest_figures(looking.season, with_taken_back=True)
    return {code: row for (of, code, stage), row in every.items() if of == unit and stage is Stage.SELF}


def seen_of(seen: Seen, unit: str) -> Seen:
    """The same figures, of one unit."""
    return Seen(seen.inputs, tuple(one for one in seen.inputs.units if one.code == unit))


def _figures(seen: Seen, unit: str) -> dict[str, CoreFigure]:
    return {one.indicator: one for one in seen.inputs.figures if one.unit == unit and one.stage is Stage.SELF}


def _subject(looking: Looking, unit: str) -> Subject:
    return replace(looking.subject, unit=unit)


def _why_locked(looking: Looking, unit: str) -> Problem | None:
    """Why nothing can be typed, and who can lift it; None where it can."""
    try:
        demand(looking.actor, Verb.ENTER_FIGURES, _subject(looking, unit))
    except AccessRefused as refused:
        return refused.problems[0]
    return why_locked(looking.season, unit)


def _typed_form(request: HttpRequest, seen: Seen) -> dict[str, Asked]:
    """The lines that a form without script has changed."""
    found = {}
    for one in seen.inputs.rulebook.indicators:
        text, before = request.POST.get(f"so:{one.code}"), request.POST.get(f"truoc:{one.code}", "")
        evidence, had = request.POST.get(f"mc:{one.code}", ""), request.POST.get(f"mctruoc:{one.code}", "")
        if text is not None and (text.strip(), evidence.strip()) != (before.strip(), had.strip()):
            found[one.code] = Asked(text[:LONGEST], evidence[:LONGEST], _whole(request.POST.get(f"ban:{one.code}", "")))
    return found


def _read_message(body: bytes) -> dict[str, Asked] | None:
    """`{"cells": [{"code", "text", "evidence", "version"}]}`; None for anything else."""
    try:
        message = json.loads(body)
        listed = message["cells"]
        if not isinstance(listed, list) or len(listed) > MOST_CELLS:
            return None
        return {
            str(one["code"])[:100]: Asked(
                str(one.get("text", ""))[:LONGEST], str(one.get("evidence", ""))[:LONGEST], _whole(str(one["version"]))
            )
            for one in listed
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
