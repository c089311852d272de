"""A workbook of targets: the template, what a file would write with faults at their cells, taking it in and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.rulebooks.imports import target_imports_of
from thidua.apps.rulebooks.selectors import version_in_force
from thidua.apps.rulebooks.services import import_targets, undo_targets
from thidua.apps.rulebooks.services.reviewing import Line, Review, review_targets
from thidua.apps.seasons.documents import Document
from thidua.core.errors import Problem, Refused
from thidua.core.scoring.cells import TargetRow
from thidua.files.figure_tables import read_target_rows
from thidua.files.target_xlsx import TargetLine, target_workbook
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.handed_in import XLSX, Sent, ShownCell, sent_again, sent_first, shown_cell
from thidua.web.common.templatetags.words import current_language, told
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import Looking, look
from thidua.web.targets.reading import milestone_days, seen_by
from thidua.words.numbers import write_date
from thidua.words.say import say

MOST_SHOWN = 600  # sound lines on one page; every wrong one is shown
_FILE = (Field("file", "targets_page.file", Kind.FILE, hint="upload_page.file_hint"),)
_GIVING = (*DOCUMENT, Field("acknowledge_by", "targets_page.acknowledge_by", Kind.DAY, required=False))


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the preview, as in the sheet."""

    number: int
    line: Line[TargetRow]
    code: ShownCell
    unit: ShownCell
    target: ShownCell
    due_on: ShownCell
    milestones: tuple[tuple[date, ShownCell], ...]
    others: tuple[Problem, ...]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file; see what it would write; mend cells; take it in."""
    looking = look(request, slug, Verb.SET_TARGETS)
    if version_in_force(looking.season, on=looking.today) is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    if request.method == "POST" and "content" in request.POST:
        return _go_on(request, looking)
    form = Form(_FILE, request)
    if request.method == "POST":
        with form.showing_problems():
            return _preview(request, looking, sent_first(form.read()["file"]), Form(_GIVING))
    imports = target_imports_of(looking.season)
    context = looking.context(form=form, imports=imports, people=account_names({one.by for one in imports}))
    return render(request, "targets/upload.html", context, status=form.status)


@login_required
@require_safe
def template(request: HttpRequest, slug: str) -> HttpResponse:
    """Every unit and indicator with what stands, and columns for the ends of the quarters."""
    looking = look(request, slug, Verb.SET_TARGETS)
    seen = seen_by(looking)
    if seen is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    days = milestone_days(seen)
    marks: dict[tuple[str, str], dict[date, str]] = {}
    for (unit, code, day), rows in seen.standing.stones.items():
        marks.setdefault((unit, code), {})[day] = rows[-1].typed
    found = [(unit, one, seen.in_force(unit.code, one.code)) for unit in seen.units for one in seen.indicators]
    lines = [
        TargetLine(
            unit.short,
            one.code,
            seen.name(one.code),
            one.measure,
            row.typed if row else "",
            row.due_on if row else None,
            marks.get((unit.code, one.code), {}),
        )
        for unit, one, row in found
    ]
    title = say("target_book.title", current_language(), cluster=looking.season.cluster.name, year=looking.season.year)
    book = target_workbook(title, lines, days, current_language(), dated=looking.today)
    response = HttpResponse(book, content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="chi-tieu-{looking.season.slug}.xlsx"'
    return response


@login_required
@require_POST
def undo(request: HttpRequest, slug: str, batch: UUID) -> HttpResponse:
    """Take one file back: what stood before counts again."""
    looking = look(request, slug, Verb.SET_TARGETS)
    try:
        count = undo_targets(actor=request.actor, season=looking.season, batch=batch)
    except AccessRefused:
        raise
    except Refused as refusal:
        messages.error(request, " ".join(f"{told(one)}." for one in refusal.problems))
    else:
        messages.success(request, say("targets_page.undone", current_language(), count=count))
    return redirect("upload_targets", slug)


def _go_on(request: HttpRequest, looking: Looking) -> HttpResponse:
    """Look again with the cells that were mended, or take the lines in; what changed meanwhile is told."""
    sent = sent_again(request)
    act = request.POST.get("act", "")
    form = Form(_GIVING, request)
    if act not in ("all", "good"):
        return _preview(request, looking, sent, form)
    told_now: tuple[Problem, ...] = ()
    with form.showing_problems():
        given = form.read()
        done = import_targets(
            actor=request.actor,
            season=looking.season,
            rows=rows_of(sent),
            document=Document(given["number"], given["date"]),
            file_name=sent.name,
            acknowledge_by=given["acknowledge_by"],
            good_only=act == "good",
            seen=request.POST.get("seen", ""),
        )
        messages.success(request, say("targets_page.taken", current_language(), count=done.count, file=sent.name))
        return redirect("upload_targets", looking.season.slug)
    told_now = tuple(one for one in form.problems if not one.place.cell and one.place.path not in form.fields)
    return _preview(request, looking, sent, form, told=told_now)


def rows_of(sent: Sent) -> list[TargetRow]:
    """The lines. Raises Refused, at the field, for a file that is no table of targets."""
    return sent.rows(lambda table: read_target_rows(table, is_shared=True), none="targets_page.no_targets_in")


def _preview(
    request: HttpRequest, looking: Looking, sent: Sent, form: Form, *, told: tuple[Problem, ...] = ()
) -> HttpResponse:
    found = review_targets(actor=request.actor, season=looking.season, rows=rows_of(sent))
    lines = _shown(found, sent.texts)
    days = sorted({day for one in lines for day, _cell in one.milestones})
    context = looking.context(
        found=found,
        lines=[(one, [dict(one.milestones).get(day) for day in days]) for one in lines],
        days=[write_date(day) for day in days],
        left_out=len(found.lines) - len(lines),
        meanwhile=told,
        name=sent.name,
        content=sent.content,
        new=found.writable,
        form=form,
        general=[form[one.name] for one in _GIVING],
    )
    return render(request, "targets/preview.html", context, status=400 if found.wrong or form.problems else 200)


def _shown(found: Review[TargetRow], texts: Mapping[str, str]) -> list[ShownLine]:
    """Every wrong line and as many sound ones as a page bears, in the order of the file."""
    shown, sound = [], 0
    for line in found.lines:
        sound += not line.is_wrong
        if line.is_wrong or sound <= MOST_SHOWN:
            shown.append(_line(line, texts))
    return shown


def _line(line: Line[TargetRow], texts: Mapping[str, str]) -> ShownLine:
    row = line.row
    code, unit, target = (shown_cell(cell, line, texts) for cell in (row.code, row.unit, row.target))
    due = shown_cell(row.note("due_on"), line, texts)
    marks = tuple((day, shown_cell(cell, line, texts)) for day, cell in row.milestones.items())
    placed = {cell.key.rpartition("!")[2] for cell in (code, unit, target, due, *(cell for _day, cell in marks))}
    others = [one for at, problems in line.problems.items() if at not in placed for one in problems]
    return ShownLine(row.line + 1, line, code, unit, target, due, marks, (*others, *line.warnings))
