"""What is looked at on the spot: the sample that was drawn, what was found about each claim of it, and both forms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps.access.policy import demand
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.models import CheckResult, FieldCheck, Sample
from thidua.apps.appraisal.sampled import claims_of, field_checks_of, sample_of
from thidua.apps.appraisal.services import check_on_spot, draw_sample_of
from thidua.apps.appraisal.services.checking import Found
from thidua.apps.appraisal.services.common import demand_reviewer
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.services.changing import Held
from thidua.core.checking.sample import Cause, SamplePlan
from thidua.core.errors import NumberRefused, Place, Refused
from thidua.core.numbers import Number, NumberKind
from thidua.core.reading import read_number
from thidua.core.scoring.cells import SeasonUnit
from thidua.web.appraiser.looking import Appraising, appraising, nothing_here
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.words.say import say, write
from thidua.words.standings import criterion_title

DRAW = (
    Field("word", "appraiser.word", hint="appraiser.word_hint"),
    Field("of_each", "field_checks.of_each", Kind.CHOICE, choices=tuple((str(n), str(n)) for n in (1, 2, 3, 5, 10))),
    Field("always_from", "field_checks.always_from", hint="field_checks.always_from_hint", required=False),
)


@dataclass(frozen=True, slots=True)
class Sampled:
    """One claim of the sample and what was found about it so far."""

    unit: str
    title: str
    cause: Cause
    results: tuple[CheckResult, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was found on the spot, as shown."""

    row: FieldCheck
    unit: str
    title: str
    result: CheckResult
    who: str


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The plan and its record; draw another plan, record what was found."""
    seen = appraising(request, slug)
    act = request.POST.get("act", "")
    draw = Form(DRAW, request if act == "draw" else None, initial={"of_each": "2"})
    check = Form(_check_fields(seen), request if act == "check" else None)
    if request.method == "POST":
        _demand(seen, act, request.POST.get("unit", ""))
        form = draw if act == "draw" else check
        with form.showing_problems():
            _act(request, seen, act, form.read())
            messages.success(request, say(f"field_checks.done_{act}", current_language()))
            return redirect("field_checks", slug)
    sample, checks = sample_of(seen.looking.season), field_checks_of(seen.looking.season)
    visible = [row for row in checks if seen.may_see(row.unit)]
    context = seen.context(
        sample=sample,
        drawn=list(_drawn(seen, sample, checks)),
        checks=list(_recorded(seen, visible)),
        draw=draw,
        check=check,
        may_draw=seen.looking.may(Verb.DRAW_ROSTER),
        may_check=bool(_reviewed(seen)),
    )
    return render(request, "appraiser/field_checks.html", context, status=max(draw.status, check.status))


def _demand(seen: Appraising, act: str, unit: str) -> None:
    """The right is asked before the form is read."""
    if act == "draw":
        demand(seen.looking.actor, Verb.DRAW_ROSTER, seen.looking.subject)
    elif act == "check":
        held = Held(seen.looking.season, seen.looking.standing, seen.looking.today)
        demand_reviewer(seen.looking.actor, Verb.APPRAISE, held, unit)
    else:
        raise nothing_here()


def _act(request: HttpRequest, seen: Appraising, act: str, given: dict[str, Any]) -> None:
    season = seen.looking.season
    if act == "draw":
        plan = SamplePlan(of_each=int(given["of_each"]), always_from=_points(given["always_from"]), word=given["word"])
        claims = claims_of(season, seen.rulebook, [unit.code for unit in seen.units])
        draw_sample_of(actor=request.actor, season=season, claims=claims, plan=plan)
        return
    found = Found(given["checked_on"], given["place"], CheckResult(given["result"]), given["text"])
    check_on_spot(
        actor=request.actor,
        season=season,
        unit=given["unit"],
        criterion=given["criterion"],
        found=found,
        document=Document(given["number"], given["date"]),
    )


def _points(text: str) -> Number | None:
    """From how many points on a claim is always looked at; nothing typed: none is."""
    if not text:
        return None
    try:
        value = read_number(text, NumberKind.DECIMAL)
    except NumberRefused as refused:
        raise Refused([replace(one, place=Place(path="always_from")) for one in refused.problems]) from refused
    return value if isinstance(value, Number) else None


def _reviewed(seen: Appraising) -> list[SeasonUnit]:
    """The units about which the person may record what was found."""
    return [unit for unit in seen.units if seen.may_review(Verb.APPRAISE, unit.code)]


def _check_fields(seen: Appraising) -> tuple[Field, ...]:
    units = tuple((unit.code, unit.name) for unit in _reviewed(seen))
    lang = current_language()
    criteria = tuple((node.code, criterion_title(node, lang)) for node, _leaf in seen.rulebook.leaves)
    results = tuple((one.value, write(one, lang)) for one in CheckResult)
    return (
        Field("unit", "appraiser.unit", Kind.CHOICE, choices=units),
        Field("criterion", "field_checks.criterion", Kind.CHOICE, choices=criteria),
        Field("checked_on", "field_checks.checked_on", Kind.DAY, hint="season.day_hint"),
        Field("place", "field_checks.place"),
        Field("result", "field_checks.result", Kind.CHOICE, choices=results),
        Field("text", "field_checks.text", Kind.PASSAGE),
        *DOCUMENT,
    )


def _drawn(seen: Appraising, sample: Sample | None, checks: Sequence[FieldCheck]) -> Iterator[Sampled]:
    """The claims of the sample that the person may see."""
    for unit, criterion, cause in sample.claims if sample else []:
        if seen.may_see(unit):
            results = [CheckResult(row.result) for row in checks if (row.unit, row.criterion) == (unit, criterion)]
            yield Sampled(seen.short(unit), _title(seen, criterion), Cause(cause), tuple(results))


def _recorded(seen: Appraising, rows: Sequence[FieldCheck]) -> Iterator[Recorded]:
    names = account_names({row.by_account for row in rows})
    for row in rows:
        who = names.get(row.by_account, row.by_account)
        yield Recorded(row, seen.short(row.unit), _title(seen, row.criterion), CheckResult(row.result), who)


def _title(seen: Appraising, criterion: str) -> str:
    node = seen.rulebook.find(criterion)
    return criterion if node is None else criterion_title(node, current_language())
