"""The table of targets, units by indicators: read by everybody of the season, filled in before the pact is signed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.policy import may
from thidua.apps.access.verbs import Verb
from thidua.apps.rulebooks.selectors import version_in_force
from thidua.apps.rulebooks.services import set_targets
from thidua.apps.rulebooks.services.targets import cell_path
from thidua.apps.rulebooks.taken_note import Note, notes_of
from thidua.apps.seasons.documents import Document
from thidua.core.scoring.cells import SeasonUnit
from thidua.web.common.forms import Field, Form, Kind, ShownField
from thidua.web.common.templatetags.words import current_language, told, without_place
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import Looking, look
from thidua.web.targets import reading
from thidua.web.targets.reading import Seen, look_of, seen_by
from thidua.words.say import say

GENERAL = (*DOCUMENT, Field("acknowledge_by", "targets_page.acknowledge_by", Kind.DAY, required=False))
SEEN = "seen."


@dataclass(frozen=True, slots=True)
class Cell:
    """One target: as it was typed, how its cell looks, and how often it was changed."""

    unit: str
    text: str
    look: str
    aloud: str
    is_amended: bool
    is_illustrative: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator with its cells in the order of the units."""

    code: str
    name: str
    measure: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A cell that may be filled in: its field, what the reader made of it, and how many versions it has."""

    field: ShownField
    unit: SeasonUnit
    versions: int
    understood: str


@dataclass(frozen=True, slots=True)
class UnitNote:
    """A unit and how it stands to its targets."""

    name: str
    note: Note
    days_late: int
    may_acknowledge: bool


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """What counts today, and which units have taken note."""
    return shown(request, look(request, slug))


def shown(request: HttpRequest, looking: Looking, problems: tuple[str, ...] = ()) -> HttpResponse:
    """The table, with what stands against something that was just tried."""
    seen = seen_by(looking)
    if seen is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    notes = list(notes_shown(request, looking, seen))
    context = looking.context(
        lines=list(_lines(seen)),
        units=seen.units,
        notes=notes,
        mine=[one for one in notes if one.may_acknowledge],
        given=len(seen.standing.cells),
        problems=problems,
        may_set=looking.may(Verb.SET_TARGETS),
        may_amend=looking.may(Verb.AMEND_TARGETS),
    )
    return render(request, "targets/table.html", context, status=400 if problems else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, slug: str) -> HttpResponse:
    """Fill in the table; what the reader understood stands under each cell before anything is saved."""
    looking = look(request, slug, Verb.SET_TARGETS)
    seen = seen_by(looking)
    if seen is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    keys = {cell_path(unit.code, one.code): (unit, one.code) for one in seen.indicators for unit in seen.units}
    form = Form(
        [*(Field(path, "targets_page.target", required=False) for path in keys), *GENERAL],
        request,
        initial=_standing(seen, keys),
    )
    if request.method == "POST":
        with form.showing_problems():
            typed = form.read()
            document, last = Document(typed["number"], typed["date"]), typed["acknowledge_by"]
            asked = {path: (unit.code, code) for path, (unit, code) in keys.items()}
            before = _standing(seen, keys)
            done = set_targets(
                actor=request.actor,
                season=looking.season,
                cells={key: typed[path] for path, key in asked.items() if typed[path] != before.get(path, "")},
                seen={key: _seen(request, path) for path, key in asked.items() if SEEN + path in request.POST},
                document=document,
                acknowledge_by=last,
            )
            messages.success(request, say("targets_page.given", current_language(), count=done.count))
            return redirect("targets", slug)
    rows = [
        (one.code, seen.name(one.code), one.measure, [_open(form, seen, unit, one.code) for unit in seen.units])
        for one in seen.indicators
    ]
    context = looking.context(
        form=form,
        rows=rows,
        units=seen.units,
        general=[form[one.name] for one in GENERAL],
        wrong=[
            (path, f"{seen.name(code)}, {unit.short}", sentence)
            for path, (unit, code) in keys.items()
            for sentence in form[path].problems
        ],
        others=[f"{told(one)}." for one in form.problems if one.place.path not in form.fields],
        understood=_understood(looking, form, seen, keys) if form.problems else (),
    )
    return render(request, "targets/give.html", context, status=form.status)


@login_required
@require_safe
def understood(request: HttpRequest, slug: str) -> HttpResponse:
    """What the reader makes of a text in a cell; the page asks while somebody types."""
    looking = look(request, slug)
    if version_in_force(looking.season, on=looking.today) is None:
        return JsonResponse({"text": "", "problems": []})
    unit, code, typed = (request.GET.get(name, "") for name in ("don-vi", "chi-so", "viet"))
    text, problems = reading.understood(looking, unit, code, typed[:300])
    return JsonResponse({"text": text, "problems": [f"{without_place(one)}." for one in problems]})


def notes_shown(request: HttpRequest, looking: Looking, seen: Seen) -> Iterator[UnitNote]:
    """Each unit that has targets, and whether this person may take note for it now."""
    notes = notes_of([looking.season], [unit.code for unit in seen.units])
    for unit in seen.units:
        note = notes.get((looking.season.slug, unit.code))
        if note is not None and note.has_targets:
            subject = replace(looking.subject, unit=unit.code)
            may_now = note.is_pending and may(request.actor, Verb.ACKNOWLEDGE_TARGETS, subject)
            yield UnitNote(unit.name, note, note.days_late(looking.today), may_now)


def _lines(seen: Seen) -> Iterator[Line]:
    given = {code for _unit, code in seen.standing.cells}
    written = seen.written()
    for one in seen.indicators:
        if one.code in given:
            cells = tuple(_cell(seen, unit, one.code, written) for unit in seen.units)
            yield Line(one.code, seen.name(one.code), one.measure, cells)


def _cell(seen: Seen, unit: SeasonUnit, code: str, written: Mapping[tuple[str, str], str]) -> Cell:
    versions = [row for row in seen.standing.cells.get((unit.code, code), ()) if row.typed]
    row = seen.in_force(unit.code, code)
    kind, aloud = look_of(row.typed if row else "")
    text = {
        "is-missing": "·",
        "is-unassigned": "–",
        "is-na": say("targets_page.no_target_short", current_language()),
    }.get(kind, written.get((unit.code, code), row.typed if row else ""))
    is_amended = any(one.reason for one in versions)
    return Cell(unit.code, text, kind, aloud, is_amended, any(one.nature == "illustrative" for one in versions))


def _open(form: Form, seen: Seen, unit: SeasonUnit, code: str) -> OpenCell:
    field = form[cell_path(unit.code, code)]
    said = "" if field.problems or not field.value else look_of(field.value)[1]
    return OpenCell(field, unit, seen.standing.versions(unit.code, code), said)


def _understood(
    looking: Looking, form: Form, seen: Seen, keys: dict[str, tuple[SeasonUnit, str]]
) -> list[tuple[str, str]]:
    """Where a cell was typed anew and could be read: what the reader made of it."""
    before = _standing(seen, keys)
    typed = {
        (unit.code, code): form[path].value
        for path, (unit, code) in keys.items()
        if form[path].value != before.get(path, "")
    }
    names = {unit.code: unit.short for unit in seen.units}
    read = reading.understood_all(looking, typed)
    return [(f"{seen.name(code)}, {names[unit]}", text) for (unit, code), text in read.items()]


def _standing(seen: Seen, keys: dict[str, tuple[SeasonUnit, str]]) -> dict[str, str]:
    found = {path: seen.in_force(unit.code, code) for path, (unit, code) in keys.items()}
    return {path: row.typed for path, row in found.items() if row is not None}


def _seen(request: HttpRequest, path: str) -> int:
    text = request.POST.get(SEEN + path, "")
    return int(text) if text.isdecimal() else 0
