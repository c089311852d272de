"""A file of figures: the template, what a file would write with faults at their cells, taking it in and back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.apps.access.policy import AccessRefused, demand
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.reporting.selectors import imports_of
from thidua.apps.reporting.services import import_figures, review_figures, undo_figures
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.rulebooks.selectors import rulebook_of, version_in_force
from thidua.apps.rulebooks.services.reviewing import Line, Review
from thidua.core.errors import Problem, Refused
from thidua.core.scoring.cells import FigureRow
from thidua.core.states import Stage
from thidua.files.figure_tables import read_figure_rows
from thidua.files.template_xlsx import template_workbook
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.handed_in import XLSX, Sent, ShownCell, sent_again, sent_first, shown_cell
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.matrix import name_of
from thidua.web.secretary.frame import Looking, look
from thidua.words.say import say

MOST_SHOWN = 600  # sound lines on one page; every wrong one is shown
_FILE = (Field("file", "upload_page.file", Kind.FILE, hint="upload_page.file_hint"),)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the preview, as in the sheet."""

    number: int
    name: str
    line: Line[FigureRow]
    code: ShownCell
    value: ShownCell
    evidence: ShownCell
    others: tuple[Problem, ...]


def rows_of(sent: Sent) -> list[FigureRow]:
    """The lines. Raises Refused, at the field, for a file that is no table of figures."""
    return sent.rows(lambda table: read_figure_rows(table, is_shared=True), none="upload_page.no_figures")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Choose a file; see what it would write; mend cells; take it in."""
    looking, unit = _looking(request, slug)
    if version_in_force(looking.season, on=looking.today) is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    form = Form(_FILE, request)
    if request.method == "POST" and "content" in request.POST:
        return _go_on(request, looking, unit)
    if request.method == "POST":
        with form.showing_problems():
            file = form.read()["file"]
            sent = sent_first(file)
            return _preview(request, looking, unit, sent)
    listed = imports_of(looking.season, unit)
    context = looking.context(form=form, unit=unit, imports=listed, people=account_names({one.by for one in listed}))
    return render(request, "figures/upload.html", context, status=form.status)


@login_required
@require_safe
def template(request: HttpRequest, slug: str) -> HttpResponse:
    """The workbook of one unit with names, targets and what it has said so far."""
    looking, unit = _looking(request, slug)
    scored = evaluation_of(looking.season, on=looking.today)
    member = next(one for one in scored.season.units if one.code == unit)
    book = template_workbook(scored.season, member, current_language(), dated=looking.today)
    response = HttpResponse(book, content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="so-lieu-{unit}-{looking.season.year}.xlsx"'
    return response


@login_required
@require_POST
def undo(request: HttpRequest, slug: str, batch: UUID) -> HttpResponse:
    """Take one file back: what stood before counts again."""
    looking, unit = _looking(request, slug)
    try:
        count = undo_figures(actor=request.actor, season=looking.season, unit=unit, batch=batch)
    except AccessRefused:
        raise
    except Refused as refusal:
        messages.error(request, " ".join(_sentence(one) for one in refusal.problems))
    else:
        messages.success(request, say("upload_page.undone", current_language(), count=count))
    return redirect("upload_figures", slug)


def _looking(request: HttpRequest, slug: str) -> tuple[Looking, str]:
    """The season, and the person's own unit in it. Raises AccessRefused for who enters no figures."""
    looking = look(request, slug)
    mine = [code for code in looking.standing.members if code in looking.actor.units]
    unit = next(iter(mine), "")
    demand(looking.actor, Verb.ENTER_FIGURES, replace(looking.subject, unit=unit))
    return looking, unit


def _go_on(request: HttpRequest, looking: Looking, unit: str) -> HttpResponse:
    """Look again with the cells that were mended, or take the lines in; what changed meanwhile is told."""
    sent = sent_again(request)
    act = request.POST.get("act", "")
    if act not in ("all", "good"):
        return _preview(request, looking, unit, sent)
    try:
        done = import_figures(
            actor=request.actor,
            season=looking.season,
            unit=unit,
            rows=rows_of(sent),
            file_name=sent.name,
            good_only=act == "good",
            seen=request.POST.get("seen", ""),
        )
    except AccessRefused:
        raise
    except Refused as refusal:
        return _preview(request, looking, unit, sent, told=refusal.problems)
    messages.success(request, say("upload_page.done", current_language(), count=done.count, file=sent.name))
    return redirect("upload_figures", looking.season.slug)


def _preview(
    request: HttpRequest, looking: Looking, unit: str, sent: Sent, *, told: tuple[Problem, ...] = ()
) -> HttpResponse:
    found = review_figures(actor=request.actor, season=looking.season, unit=unit, rows=rows_of(sent))
    lines = _shown(found, looking, sent.texts)
    meanwhile = [one for one in told if not one.place.cell]
    context = looking.context(
        unit=unit,
        found=found,
        lines=lines,
        left_out=len(found.lines) - len(lines),
        meanwhile=meanwhile,
        name=sent.name,
        content=sent.content,
        new=found.writable,
        hidden=sent.hidden(),
    )
    return render(request, "figures/preview.html", context, status=400 if found.wrong or meanwhile else 200)


def _shown(found: Review[FigureRow], looking: Looking, texts: Mapping[str, str]) -> list[ShownLine]:
    """Every wrong line and as many sound ones as a page bears, in the order of the file."""
    rulebook = rulebook_of(looking.season, on=looking.today)
    names = {one.code: name_of(one.code, rulebook) for one in rulebook.indicators}
    shown, sound = [], 0
    for line in found.lines:
        sound += not line.is_wrong
        if line.is_wrong or sound <= MOST_SHOWN:
            shown.append(_shown_line(line, names, texts))
    return shown


def _shown_line(line: Line[FigureRow], names: Mapping[str, str], texts: Mapping[str, str]) -> ShownLine:
    row = line.row
    value = row.stages.get(Stage.SELF) or next(iter(row.stages.values()))
    code, figure, evidence = (shown_cell(cell, line, texts) for cell in (row.code, value, row.note("evidence")))
    placed = {cell.key.rpartition("!")[2] for cell in (code, figure, evidence) if cell.key}
    others = [one for at, problems in line.problems.items() if at not in placed for one in problems]
    told = (*others, *line.warnings)
    return ShownLine(row.line + 1, names.get(row.code.text, ""), line, code, figure, evidence, told)


def _sentence(problem: Problem) -> str:
    return say(problem.code, current_language(), **{"place": problem.place, **problem.data}) + "."
