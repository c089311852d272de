"""The re-check of the standing body (phúc tra), and points that it adds to a total or takes from it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps.access.policy import demand
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.services import recheck
from thidua.apps.reporting.models import Adjustment, Figure
from thidua.apps.reporting.services import adjust_total
from thidua.apps.seasons.documents import Document
from thidua.core.states import Stage
from thidua.web.appraiser.looking import Appraising, appraising, nothing_here
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.words.say import say

RECHECK, ADJUST = "recheck", "adjust"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that was re-checked or adjusted; write another."""
    seen = appraising(request, slug, Verb.READ_STANDINGS)
    acts = _acts(seen)
    act = request.POST.get("act", "") if request.method == "POST" else request.GET.get("viec", RECHECK)
    form = Form(_total_fields(seen) if act == ADJUST else _figure_fields(seen), request)
    if request.method == "POST":
        _demand(seen, act)
        with form.showing_problems():
            _act(request, seen, act, form.read())
            messages.success(request, say("appraiser.rechecked", current_language()))
            return redirect("recheck", slug)
    season = seen.looking.season
    rows = Figure.objects.filter(season=season, stage=Stage.RECHECKED).exclude(typed="").order_by("-typed_at")
    context = seen.context(
        rows=[(seen.unit(row.unit), seen.title(row.indicator), row) for row in rows],
        totals=[(seen.unit(row.unit), row) for row in Adjustment.objects.filter(season=season).order_by("-typed_at")],
        form=form,
        acts=acts,
        act=act if act in acts else "",
    )
    return render(request, "appraiser/recheck.html", context, status=form.status)


def _acts(seen: Appraising) -> list[str]:
    """What who looks may write here."""
    adjusts = seen.looking.may(Verb.ADJUST_TOTAL) and seen.rulebook.total.authority_adjustment is not None
    return [act for act, may in ((RECHECK, seen.looking.may(Verb.RECHECK)), (ADJUST, adjusts)) if may]


def _demand(seen: Appraising, act: str) -> None:
    """The right is asked before the form is read."""
    verbs = {RECHECK: Verb.RECHECK, ADJUST: Verb.ADJUST_TOTAL}
    if act not in verbs:
        raise nothing_here()
    demand(seen.looking.actor, verbs[act], seen.looking.subject)


def _act(request: HttpRequest, seen: Appraising, act: str, given: dict[str, object]) -> None:
    document = Document(str(given.pop("number")), given.pop("date"))  # type: ignore[arg-type]
    about = {"actor": request.actor, "season": seen.looking.season, "document": document, **given}
    if act == RECHECK:
        recheck(**about)
    else:
        adjust_total(**about)


def _figure_fields(seen: Appraising) -> tuple[Field, ...]:
    codes = dict.fromkeys(indicator for _unit, indicator in seen.items)
    return (
        _units(seen),
        Field("indicator", "appraiser.indicator", Kind.CHOICE, choices=tuple((one, seen.title(one)) for one in codes)),
        Field("typed", "appraiser.rechecked_figure", hint="appraiser.figure_hint"),
        Field("reason", "appraiser.recheck_reason", Kind.PASSAGE),
        *DOCUMENT,
    )


def _total_fields(seen: Appraising) -> tuple[Field, ...]:
    return (
        _units(seen),
        Field("points", "appraiser.points", hint="appraiser.points_hint"),
        Field("reason", "appraiser.recheck_reason", Kind.PASSAGE),
        *DOCUMENT,
    )


def _units(seen: Appraising) -> Field:
    return Field("unit", "appraiser.unit", Kind.CHOICE, choices=tuple((unit.code, unit.name) for unit in seen.units))
