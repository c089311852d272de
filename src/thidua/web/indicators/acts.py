"""Adding, changing and retiring an indicator, and taking a rulebook's over."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from thidua.apps.access.policy import AccessRefused, demand
from thidua.apps.access.roles import INSTALLATION_SUBJECT
from thidua.apps.access.verbs import Verb
from thidua.apps.indicators.models import LibraryIndicator
from thidua.apps.indicators.selectors import versions_of
from thidua.apps.indicators.services import Meaning, add_indicator, change_indicator, fill_library, retire_indicator
from thidua.core.errors import Refused
from thidua.core.periods import Aggregation
from thidua.core.rulebook.schema import Direction, FigureKind
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language, told
from thidua.web.indicators.views import beside_library
from thidua.web.secretary.frame import look
from thidua.words.say import say, write

WRITTEN = ("name", "definition", "measure", "numerator", "denominator", "owner", "kind", "direction", "aggregation")
CHANGE = (
    Field("valid_from", "indicators_page.valid_from", Kind.DAY, hint="season.day_hint", required=False),
    Field("reason", "indicators_page.reason", Kind.PASSAGE, required=False),
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new indicator."""
    demand(request.actor, Verb.MANAGE_INDICATORS, INSTALLATION_SUBJECT)
    first = Field("code", "indicators_page.code", hint="indicators_page.code_hint", required=False)
    form = Form([first, *_fields()], request)
    if request.method == "POST":
        with form.showing_problems():
            typed = form.read()
            row = add_indicator(actor=request.actor, code=typed["code"], meaning=_meaning(typed))
            messages.success(request, say("indicators_page.added", current_language(), name=row.name))
            return redirect("indicator", row.code)
    context = {"form": form, "title": "indicators_page.add", "code": ""}
    return render(request, "indicators/form.html", context, status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, code: str) -> HttpResponse:
    """A new version, from a day on."""
    demand(request.actor, Verb.MANAGE_INDICATORS, INSTALLATION_SUBJECT)
    last = _last(code)
    form = Form([*_fields(), *CHANGE], request, initial={name: str(getattr(last, name)) for name in WRITTEN})
    if request.method == "POST":
        with form.showing_problems():
            typed = form.read()
            change_indicator(
                actor=request.actor,
                code=code,
                meaning=_meaning(typed),
                valid_from=_day(typed),
                reason=str(typed["reason"]),
                seen=_seen(request),
            )
            messages.success(request, say("indicators_page.changed", current_language()))
            return redirect("indicator", code)
    context = {"form": form, "title": "indicators_page.change", "code": code, "name": last.name, "seen": last.version}
    return render(request, "indicators/form.html", context, status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def retire(request: HttpRequest, code: str) -> HttpResponse:
    """From a day on no new season takes it."""
    demand(request.actor, Verb.MANAGE_INDICATORS, INSTALLATION_SUBJECT)
    last = _last(code)
    form = Form(CHANGE, request)
    if request.method == "POST":
        with form.showing_problems():
            typed = form.read()
            retire_indicator(
                actor=request.actor,
                code=code,
                valid_from=_day(typed),
                reason=str(typed["reason"]),
                seen=_seen(request),
            )
            messages.success(request, say("indicators_page.retired_now", current_language()))
            return redirect("indicator", code)
    context = {"form": form, "title": "indicators_page.retire", "code": code, "name": last.name, "seen": last.version}
    return render(request, "indicators/form.html", context, status=form.status)


@login_required
@require_POST
def fill(request: HttpRequest, slug: str) -> HttpResponse:
    """Every indicator of the season that the library does not know, in one act."""
    looking = look(request, slug)
    demand(request.actor, Verb.MANAGE_INDICATORS, INSTALLATION_SUBJECT)
    try:
        count = fill_library(actor=request.actor, season=looking.season)
    except AccessRefused:
        raise
    except Refused as refused:
        return beside_library(request, looking, tuple(told(one) for one in refused.problems))
    messages.success(request, say("indicators_page.filled", current_language(), count=count))
    return redirect("season_indicators", slug)


def _last(code: str) -> LibraryIndicator:
    rows = versions_of(code)
    if not rows:
        raise Http404
    return rows[0]


def _fields() -> tuple[Field, ...]:
    lang = current_language()

    def words(values: type[FigureKind] | type[Direction] | type[Aggregation]) -> tuple[tuple[str, str], ...]:
        return tuple((one.value, write(one, lang)) for one in values)

    return (
        Field("name", "indicators_page.name", required=False),
        Field("definition", "indicators_page.definition", Kind.PASSAGE, required=False),
        Field("kind", "indicators_page.kind", Kind.CHOICE, choices=words(FigureKind)),
        Field("measure", "indicators_page.measure", hint="indicators_page.measure_hint", required=False),
        Field("numerator", "indicators_page.numerator", hint="indicators_page.share_hint", required=False),
        Field("denominator", "indicators_page.denominator", required=False),
        Field("direction", "indicators_page.direction", Kind.CHOICE, choices=words(Direction)),
        Field("aggregation", "indicators_page.aggregation", Kind.CHOICE, required=False, choices=words(Aggregation)),
        Field("owner", "indicators_page.owner", required=False),
    )


def _meaning(typed: dict[str, object]) -> Meaning:
    texts = {name: str(typed[name]) for name in ("name", "definition", "measure", "numerator", "denominator", "owner")}
    aggregation = str(typed["aggregation"])
    return Meaning(
        **texts,
        kind=FigureKind(str(typed["kind"])),
        direction=Direction(str(typed["direction"])),
        aggregation=Aggregation(aggregation) if aggregation else None,
    )


def _day(typed: dict[str, object]) -> date | None:
    day = typed["valid_from"]
    return day if isinstance(day, date) else None


def _seen(request: HttpRequest) -> int:
    text = request.POST.get("seen", "")
    return int(text) if text.isdecimal() else 0
