"""Entering for a unit from its paper, and the unit's answer to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.attachments.services import Upload
from thidua.apps.reporting.models import EntryFor, LineFor
from thidua.apps.reporting.reports import why_locked
from thidua.apps.reporting.selectors import entries_for
from thidua.apps.reporting.services import Typed, confirm_entry, enter_for_unit, reject_entry
from thidua.apps.seasons.documents import Document
from thidua.core.errors import Problem
from thidua.core.periods import YEAR, Frequency
from thidua.core.rulebook.schema import Rulebook
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.entry_cells import Cells, read_of, rows_of
from thidua.web.figures.entry_periods import Column, PeriodLine, View, columns_of, period_groups, view_of, views_of
from thidua.web.figures.entry_saving import LONGEST, at_of
from thidua.web.figures.entry_table import EntryLine, groups_for
from thidua.web.figures.looking import Seen, seen_by, unit_of
from thidua.web.figures.matrix import name_of
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import Looking, look
from thidua.words.say import say, write_period

PAPER = (
    *DOCUMENT,
    Field("file", "for_unit.file", Kind.FILE, hint="for_unit.file_hint"),
)
REASON = (Field("reason", "for_unit.reason", Kind.PASSAGE),)
LOOKS = {None: "is-half", True: "is-done", False: "is-back"}
STATES = {None: "for_unit.waits", True: "for_unit.confirmed", False: "for_unit.rejected"}


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """One entry for the unit: its figures by the names of indicators, who typed it, and what the unit answered."""

    row: EntryFor
    lines: tuple[tuple[str, str], ...]
    who: str
    answered_by: str
    state: str
    look: str


@dataclass(frozen=True, slots=True)
class ForCell:
    """A cell that may be typed for the unit: what stands in it now, and what was typed and refused."""

    key: str
    label: str
    stands: str
    sent: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class ForLine:
    """One indicator with its cells: one for the year, or one for each period."""

    line: EntryLine
    cells: tuple[ForCell, ...]


@dataclass(frozen=True, slots=True)
class ForGroup:
    """The lines below a top criterion."""

    code: str
    name: str
    lines: tuple[ForLine, ...]


@dataclass(frozen=True, slots=True)
class ForTime:
    """The cells of one time: the year, or the periods of a frequency, each a column. One entry may fill in several."""

    view: View
    columns: tuple[Column, ...]
    groups: tuple[ForGroup, ...]
    is_open: bool

    @property
    def width(self) -> int:
        return 2 + 2 * max(1, len(self.columns))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """What was typed for a unit, waiting or answered; who runs the year types more here."""
    looking = look(request, slug)
    seen = seen_by(looking)
    if seen is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    member = unit_of(seen, looking, unit)
    act = request.POST.get("act", "") if request.method == "POST" else ""
    paper, answer = Form(PAPER, request if act == "enter" else None), Form(REASON, request if act == "reject" else None)
    if request.method == "POST":
        form = paper if act == "enter" else answer
        with form.showing_problems():
            _act(request, looking, unit, act, form)
            return redirect(request.get_full_path())
    context = looking.context(
        unit=member,
        entries=_shown(looking, unit, seen.inputs.rulebook),
        form=paper,
        answer=answer,
        may_answer=looking.may(Verb.ANSWER_ENTRY, unit=unit),
        why=why_locked(looking.season, unit),
    )
    if looking.may(Verb.ENTER_FOR_UNIT, unit=unit):
        context["times"] = _times(looking, seen, unit, request)
    return render(request, "figures/for_unit.html", context, status=max(paper.status, answer.status))


def _act(request: HttpRequest, looking: Looking, unit: str, act: str, form: Form) -> None:
    verbs = {"enter": Verb.ENTER_FOR_UNIT, "confirm": Verb.ANSWER_ENTRY, "reject": Verb.ANSWER_ENTRY}
    if act not in verbs:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    looking.demand(verbs[act], unit=unit)
    about = {"actor": request.actor, "season": looking.season, "unit": unit}
    if act == "enter":
        given = form.read()
        cells = {
            at_of(name.removeprefix("so:")): Typed(str(text)[:LONGEST])
            for name, text in request.POST.items()
            if name.startswith("so:")
        }
        enter_for_unit(
            **about,
            cells=cells,
            document=Document(given["number"], given["date"]),
            paper=_upload(given["file"]),
        )
    elif act == "confirm":
        confirm_entry(**about, entry=_key(request))
    else:
        reject_entry(**about, entry=_key(request), reason=form.read()["reason"])
    messages.success(request, say(f"for_unit.done_{act}", current_language()))


def _upload(file: UploadedFile) -> Upload:
    return Upload(file.name or "", file.read())


def _key(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("entry", ""))
    except ValueError:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here")) from None


def _times(looking: Looking, seen: Seen, unit: str, request: HttpRequest) -> list[ForTime]:
    """Every cell by time, with what stands now and what was typed in the message that was refused: a paper speaks of
    months and of the year. Months stand by quarter, so that they fit a screen.
    """
    rulebook, sent = seen.inputs.rulebook, request.POST
    every = views_of(rulebook)
    asked = view_of(every, request.GET.get("ky", ""))
    groups = list(groups_for(looking, seen, unit))
    cells = Cells(rows_of(looking, unit), read_of(seen, unit)) if len(every) > 1 else None
    found: list[ForTime] = []
    for view in sorted(every, key=lambda one: not one.quarter):
        columns = columns_of(looking, rulebook, unit, view)
        if view.frequency is None or cells is None:
            shown = [ForGroup(one.code, one.name, tuple(_year(line, sent) for line in one.lines)) for one in groups]
        elif columns and (view.quarter or view.frequency is not Frequency.MONTH):
            lines = period_groups(groups, rulebook, columns, cells, view.frequency)
            shown = [ForGroup(one.code, one.name, tuple(_periods(line, sent) for line in one.lines)) for one in lines]
        else:
            continue
        was_typed = any(cell.sent for group in shown for line in group.lines for cell in line.cells)
        found.append(ForTime(view, tuple(columns), tuple(shown), was_typed or _is_asked(view, asked)))
    return found


def _is_asked(view: View, asked: View) -> bool:
    """Whether a time is the one that was asked for; of all months, each quarter is."""
    return view.frequency is asked.frequency and asked.quarter in ("", view.quarter)


def _year(line: EntryLine, sent: Mapping[str, str]) -> ForLine:
    cell = ForCell(line.code, line.name, line.typed, sent.get(f"so:{line.code}", ""), is_open=not line.is_computed)
    return ForLine(line, (cell,))


def _periods(one: PeriodLine, sent: Mapping[str, str]) -> ForLine:
    cells = (
        ForCell(
            cell.key,
            f"{one.line.name}, {column.name}",
            cell.text,
            sent.get(f"so:{cell.key}", ""),
            is_open=cell.is_open,
        )
        for column, cell in one.cells
    )
    return ForLine(one.line, tuple(cells))


def _shown(looking: Looking, unit: str, rulebook: Rulebook) -> list[ShownEntry]:
    rows = entries_for(looking.season, unit)
    names = account_names([*(row.typed_by for row in rows), *(row.answered_by for row in rows)])
    return [
        ShownEntry(
            row=row,
            lines=tuple((_called(line, rulebook), line.typed) for line in row.lines.all()),
            who=names.get(row.typed_by, row.typed_by),
            answered_by=names.get(row.answered_by, row.answered_by),
            state=STATES[row.is_confirmed],
            look=LOOKS[row.is_confirmed],
        )
        for row in rows
    ]


def _called(line: LineFor, rulebook: Rulebook) -> str:
    """The indicator of a line, and its period where it is reported within the year."""
    name = name_of(line.indicator, rulebook)
    return name if line.period == YEAR else f"{name}, {write_period(line.period, current_language())}"
