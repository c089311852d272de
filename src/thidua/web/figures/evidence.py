"""Evidence of a unit: what it has, what stands twice, which claims lack it, and one more piece."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.policy import AccessRefused, Denial, may
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.attachments.services import Upload
from thidua.apps.evidence.models import Citation, Evidence, Marking
from thidua.apps.evidence.selectors import (
    Elsewhere,
    Limit,
    Twice,
    age_limit_of,
    duties_open,
    evidence_of,
    filed_twice,
)
from thidua.apps.evidence.services import Cited, Piece, cite_evidence, file_evidence, uncite_evidence, withdraw_evidence
from thidua.core.errors import Problem
from thidua.core.scoring.cells import SeasonUnit
from thidua.core.states import Stage
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.looking import Seen, seen_by, unit_of
from thidua.web.figures.matrix import name_of
from thidua.web.secretary.frame import Looking, look
from thidua.words.say import say


@dataclass(frozen=True, slots=True)
class Cite:
    """One citation with the name of its indicator."""

    row: Citation
    name: str


@dataclass(frozen=True, slots=True)
class Also:
    """Where the same stands too, told no further than the reader may see."""

    where: Elsewhere
    season: str
    unit: str
    indicators: tuple[str, ...]
    is_seen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece with its citations, and where it stands twice."""

    row: Evidence
    cites: tuple[Cite, ...]
    also: tuple[Also, ...]
    is_in_time: bool
    who: str


@login_required
@require_safe
def own(request: HttpRequest, slug: str) -> HttpResponse:
    """The evidence of one's own unit, or of the first that one may see."""
    looking = look(request, slug)
    seen = seen_by(looking)
    if seen is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    mine = [unit.code for unit in seen.units if unit.code in looking.actor.units]
    return redirect("evidence", slug, [*mine, *(unit.code for unit in seen.units)][0])


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """All evidence of a unit; who reports for it adds, cites and withdraws."""
    looking = look(request, slug)
    seen = seen_by(looking)
    if seen is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    member = unit_of(seen, looking, unit)
    form = Form(_fields(seen), request, initial={"indicator": request.GET.get("tieu-chi", "")})
    if request.method == "POST":
        with form.showing_problems():
            _act(request, looking, unit, form)
            return redirect("evidence", slug, unit)
    return render(request, "figures/evidence.html", _context(seen, looking, member, form), status=form.status)


def _act(request: HttpRequest, looking: Looking, unit: str, form: Form) -> None:
    about = {"actor": request.actor, "season": looking.season}
    match request.POST.get("act", "add"):
        case "withdraw":
            row = _piece(request, looking, unit)
            withdraw_evidence(**about, evidence=row, reason=request.POST.get("why", ""))
            told = say("evidence_page.withdrawn", current_language(), title=row.title)
        case "cite":
            row = _piece(request, looking, unit)
            cite_evidence(**about, evidence=row, cited=Cited(request.POST.get("code", ""), request.POST.get("at", "")))
            told = say("evidence_page.filed", current_language(), title=row.title)
        case "uncite":
            row = _piece(request, looking, unit)
            found = row.citations.filter(pk=_key(request.POST.get("citation", ""))).first()
            if found is None:
                raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
            uncite_evidence(**about, citation=found)
            told = say("evidence_page.filed", current_language(), title=row.title)
        case _:
            row = file_evidence(**about, unit=unit, piece=_given(form))
            told = say("evidence_page.filed", current_language(), title=row.title)
    messages.success(request, told)


def _given(form: Form) -> Piece:
    given = form.read()
    file = given["file"]
    return Piece(
        title=given["title"],
        dated_on=given["dated_on"],
        cited=[Cited(given["indicator"], given["place"], given["grounds"])] if given["indicator"] else [],
        upload=Upload(file.name, file.read()) if file else None,
        number=given["number"],
        issuer=given["issuer"],
        holder=given["holder"],
        secrecy=Marking(given["secrecy"] or Marking.OPEN),
    )


def _piece(request: HttpRequest, looking: Looking, unit: str) -> Evidence:
    key = _key(request.POST.get("evidence", ""))
    found = Evidence.objects.filter(season=looking.season, unit=unit, pk=key).first()
    if found is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return found


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _fields(seen: Seen) -> tuple[Field, ...]:
    lang = current_language()
    codes = tuple((one.code, f"{one.code} {_named(one.code, seen)}") for one in seen.inputs.rulebook.indicators)
    levels = tuple((one.value, say(f"Marking.{one}", lang)) for one in Marking)
    return (
        Field("indicator", "evidence_page.indicator", Kind.CHOICE, choices=codes),
        Field("file", "evidence_page.file", Kind.FILE, hint="evidence_page.file_hint", required=False),
        Field("title", "evidence_page.title_field", hint="evidence_page.title_hint"),
        Field("dated_on", "evidence_page.dated_on", Kind.DAY, hint="evidence_page.dated_on_hint"),
        Field("place", "evidence_page.place", hint="evidence_page.place_hint", required=False),
        Field("grounds", "evidence_page.grounds", Kind.PASSAGE, required=False),
        Field("number", "evidence_page.number", hint="evidence_page.number_hint", required=False),
        Field("issuer", "evidence_page.issuer", required=False),
        Field("holder", "evidence_page.holder", required=False),
        Field("secrecy", "evidence_page.secrecy", Kind.CHOICE, required=False, choices=levels),
    )


def _context(seen: Seen, looking: Looking, unit: SeasonUnit, form: Form) -> dict[str, object]:
    rows = evidence_of(looking.season, unit.code)
    twice = filed_twice(rows)
    names = account_names({row.added_by for row in rows})
    limit = age_limit_of(looking.season)
    shown = [
        _shown(row, seen, looking, twice.get(row.pk, []), who=names.get(row.added_by, ""), limit=limit) for row in rows
    ]
    claimed = {one.indicator for one in seen.inputs.figures if one.unit == unit.code and one.stage is Stage.SELF}
    lacking = duties_open(looking.season, unit.code, rulebook=seen.inputs.rulebook, claimed=claimed)
    return looking.context(
        unit=unit,
        units=seen.units,
        pieces=shown,
        twice=[one for one in shown if one.also],
        lacking=[(code, _named(code, seen)) for code in lacking],
        codes=[(one.code, _named(one.code, seen)) for one in seen.inputs.rulebook.indicators],
        form=form,
        limit=limit,
        may_limit=looking.may(Verb.PLAN_SEASON),
        most=settings.MOST_ATTACHED_BYTES // 1024**2,
        may_file=may(looking.actor, Verb.FILE_EVIDENCE, replace(looking.subject, unit=unit.code)),
    )


def _shown(row: Evidence, seen: Seen, looking: Looking, twice: list[Elsewhere], *, who: str, limit: Limit) -> Shown:
    cites = tuple(Cite(one, _named(one.indicator, seen)) for one in row.citations.all())
    also = tuple(_also(one, seen, looking) for one in twice)
    return Shown(row, cites, also, limit.holds(row.dated_on), who)


def _also(one: Elsewhere, seen: Seen, looking: Looking) -> Also:
    """Another unit is named to who may see its figures; to the others it is another unit."""
    names = {unit.code: unit.name for unit in seen.inputs.units}
    is_own_place = one.season == looking.season.slug and one.unit in {unit.code for unit in seen.units}
    is_seen = is_own_place or one.unit in looking.actor.units or one.how is Twice.TWO_CRITERIA
    name = names.get(one.unit, one.unit) if is_seen else say("evidence_page.another_unit", current_language())
    season = say("season.title", current_language(), year=str(one.year))
    return Also(one, season, name, _told(one.indicators, seen), is_seen)


def _told(codes: Sequence[str], seen: Seen) -> tuple[str, ...]:
    """Code and name of indicators; the code alone where words are withheld, or of another year's rulebook."""
    known = {one.code for one in seen.inputs.rulebook.indicators}
    named = ((code, _named(code, seen) if code in known else code) for code in codes)
    return tuple(code if code == name else f"{code} {name}" for code, name in named)


def _named(code: str, seen: Seen) -> str:
    return name_of(code, seen.inputs.rulebook)
