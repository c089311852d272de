"""One target: every version with its document and reason, its milestones, and the form that changes it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.rulebooks.models import Milestone, Target
from thidua.apps.rulebooks.services import amend_target, set_targets
from thidua.apps.rulebooks.services.targets import cell_path
from thidua.apps.seasons.documents import Document
from thidua.core.errors import Place, Problem, Refused
from thidua.core.phases import Phase
from thidua.core.scoring.cells import SeasonUnit
from thidua.core.scoring.figures import Nature
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import Looking, look
from thidua.web.targets.reading import Seen, milestone_days, seen_by
from thidua.words.numbers import write_date
from thidua.words.say import say

MARK = "milestone_"


@dataclass(frozen=True, slots=True)
class Version:
    """One version, who typed it, and whether it counts today."""

    row: Target
    who: str
    counts: bool

    @property
    def is_illustrative(self) -> bool:
        return self.row.nature == Nature.ILLUSTRATIVE


@login_required
@require_safe
def page(request: HttpRequest, slug: str, unit: str, indicator: str) -> HttpResponse:
    """Every version, the latest first, the one that counts today marked; the milestones below."""
    looking = look(request, slug)
    seen, member = _cell(looking, unit, indicator)
    rows = list(reversed(seen.standing.cells.get((unit, indicator), [])))
    now = seen.in_force(unit, indicator)
    names = account_names({row.typed_by for row in rows})
    context = looking.context(
        unit=member,
        indicator=seen.rulebook.indicator(indicator),
        name=seen.name(indicator),
        versions=[Version(row, names.get(row.typed_by, row.typed_by), row is now) for row in rows],
        milestones=_milestones(seen, unit, indicator),
        may_change=looking.may(_verb(looking)),
        is_open=looking.phase is Phase.PREPARING,
    )
    return render(request, "targets/cell.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, unit: str, indicator: str) -> HttpResponse:
    """Give the target before the pact is signed, amend it afterwards; milestones with it."""
    looking = look(request, slug)
    looking = look(request, slug, _verb(looking))
    seen, member = _cell(looking, unit, indicator)
    days = milestone_days(seen)
    is_open = looking.phase is Phase.PREPARING
    form = Form(_fields(days, is_open=is_open), request, initial=_standing(seen, unit, indicator, days))
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            marks = {day: given[MARK + day.isoformat()] for day in days}
            write = _give if is_open else _amend
            write(request, looking, (unit, indicator), given, marks)
            messages.success(request, say("targets_page.changed_now", current_language()))
            return redirect("target", slug, unit, indicator)
    context = looking.context(
        form=form,
        unit=member,
        indicator=seen.rulebook.indicator(indicator),
        name=seen.name(indicator),
        first=[form[name] for name in ("typed", *(() if is_open else ("valid_from",)), "due_on")],
        marks=[(day, form[MARK + day.isoformat()]) for day in days],
        general=[form[one.name] for one in _general(is_open=is_open)],
        versions=seen.standing.versions(unit, indicator),
        is_open=is_open,
    )
    return render(request, "targets/change.html", context, status=form.status)


def _verb(looking: Looking) -> Verb:
    return Verb.SET_TARGETS if looking.phase is Phase.PREPARING else Verb.AMEND_TARGETS


def _cell(looking: Looking, unit: str, indicator: str) -> tuple[Seen, SeasonUnit]:
    seen = seen_by(looking)
    member = next((one for one in seen.units if one.code == unit), None) if seen else None
    if seen is None or member is None or indicator not in {one.code for one in seen.rulebook.indicators}:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return seen, member


def _give(
    request: HttpRequest, looking: Looking, key: tuple[str, str], given: dict[str, object], marks: dict[date, str]
) -> None:
    due_on = _day(given, "due_on")
    try:
        set_targets(
            actor=request.actor,
            season=looking.season,
            cells={key: str(given["typed"])},
            seen={key: _seen(request)},
            document=_document(given),
            acknowledge_by=_day(given, "acknowledge_by"),
            milestones={(*key, day): text for day, text in marks.items()},
            due_on={key: due_on} if due_on else {},
        )
    except AccessRefused:
        raise
    except Refused as refused:
        raise Refused([_at_field(one, key) for one in refused.problems]) from None


def _amend(
    request: HttpRequest, looking: Looking, key: tuple[str, str], given: dict[str, object], marks: dict[date, str]
) -> None:
    amend_target(
        actor=request.actor,
        season=looking.season,
        unit=key[0],
        indicator=key[1],
        typed=str(given["typed"]),
        valid_from=_day(given, "valid_from"),
        document=_document(given),
        reason=str(given["reason"]),
        due_on=_day(given, "due_on"),
        acknowledge_by=_day(given, "acknowledge_by"),
        milestones=marks,
        seen=_seen(request),
    )


def _at_field(problem: Problem, key: tuple[str, str]) -> Problem:
    """A problem of the table's cell, at the field of this page."""
    path, cell = problem.place.path, cell_path(*key)
    if path == cell:
        return Problem(problem.code, problem.data, Place(path="typed"), problem.severity)
    if path.startswith(cell + "."):
        return Problem(problem.code, problem.data, Place(path=MARK + path.rpartition(".")[2]), problem.severity)
    return problem


def _document(given: dict[str, object]) -> Document:
    return Document(str(given["number"]), _day(given, "date"))


def _day(given: dict[str, object], name: str) -> date | None:
    day = given.get(name)
    return day if isinstance(day, date) else None


def _seen(request: HttpRequest) -> int:
    text = request.POST.get("seen", "")
    return int(text) if text.isdecimal() else 0


def _general(*, is_open: bool) -> tuple[Field, ...]:
    reason = () if is_open else (Field("reason", "targets_page.reason", Kind.PASSAGE, required=False),)
    note = Field("acknowledge_by", "targets_page.acknowledge_by", Kind.DAY, required=False)
    # what must be there is told by the service, together with all else that is wrong
    document = tuple(replace(one, required=False) for one in DOCUMENT)
    return (*reason, *document, note)


def _fields(days: Sequence[date], *, is_open: bool) -> list[Field]:
    first = () if is_open else (Field("valid_from", "targets_page.valid_from", Kind.DAY, required=False),)
    return [
        Field("typed", "targets_page.target", hint="targets_page.typed_hint", required=False),
        *first,
        Field("due_on", "targets_page.due_on", Kind.DAY, hint="targets_page.due_hint", required=False),
        *(Field(MARK + day.isoformat(), "targets_page.milestone", required=False) for day in days),
        *_general(is_open=is_open),
    ]


def _standing(seen: Seen, unit: str, indicator: str, days: Sequence[date]) -> dict[str, str]:
    now = seen.in_force(unit, indicator)
    marks = {
        MARK + row.due_on.isoformat(): row.typed for row in _milestones(seen, unit, indicator) if row.due_on in days
    }
    if now is None:
        return marks
    return {"typed": now.typed, "due_on": write_date(now.due_on) if now.due_on else "", **marks}


def _milestones(seen: Seen, unit: str, indicator: str) -> list[Milestone]:
    """The versions that count, by day."""
    lines = [rows for (of, code, _day), rows in seen.standing.stones.items() if (of, code) == (unit, indicator)]
    return sorted((rows[-1] for rows in lines if rows[-1].typed), key=lambda row: row.due_on)
