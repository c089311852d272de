"""A unit's year as it goes: which periods are reported and open, and how each indicator gets on with its target."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps.access.policy import demand, may
from thidua.apps.access.verbs import Verb
from thidua.apps.reporting.models import PeriodOpening
from thidua.apps.reporting.paces import paces_of
from thidua.apps.reporting.services import open_period
from thidua.apps.reporting.timeliness import Filled, Reported, board_of
from thidua.apps.rulebooks.selectors import scope_of
from thidua.core.numbers import Rate, round_to
from thidua.core.pace import Pace, Ratio, Standing
from thidua.core.periods import PeriodName
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import Scope
from thidua.core.scoring.figures import Figure
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.figures.looking import seen_by, unit_of
from thidua.web.figures.matrix import name_of
from thidua.web.figures.pace_chart import Chart, chart_of
from thidua.web.secretary.frame import Looking, look
from thidua.words.headlines import write_figure, write_target
from thidua.words.numbers import write_number
from thidua.words.periods import write_periods
from thidua.words.say import say

OPENING = (
    Field("until", "pace.until", Kind.DAY),
    Field("reason", "pace.reason", Kind.PASSAGE),
)
LOOKS = {Standing.AHEAD: "is-done", Standing.ON_PACE: "is-done", Standing.BEHIND: "is-late", Standing.UNKNOWN: ""}
FILLED_LOOKS = {
    Filled.COMPLETE: "is-done",
    Filled.PARTIAL: "is-half",
    Filled.MISSING: "is-late",
    Filled.WAITING: "",
    Filled.AHEAD: "",
    Filled.NOT_OWED: "",
}
PLACES = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A period in the table of an indicator: what was reported of it, the year so far, what was to be reached."""

    period: PeriodName
    reported: str
    so_far: str
    expected: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One indicator: its chart, its table, and what is said of it."""

    name: str
    standing: Standing
    look: str
    chart: Chart
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    forecast: str


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A period of the unit: how it is filled, whether it is open, and why it was opened again."""

    reported: Reported
    name: PeriodName
    look: str
    openings: tuple[PeriodOpening, ...]
    may_open: bool


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """The year of one unit. Who runs the year opens a closed period here."""
    looking = look(request, slug)
    seen = seen_by(looking)
    if seen is None:
        return render(request, "figures/no_rulebook.html", looking.context())
    member = unit_of(seen, looking, unit)
    form = Form(OPENING, request)
    if request.method == "POST":
        demand(request.actor, Verb.OPEN_PERIOD, replace(looking.subject, unit=unit))
        with form.showing_problems():
            given = form.read()
            open_period(
                actor=request.actor,
                season=looking.season,
                unit=unit,
                period=request.POST.get("period", ""),
                **given,
            )
            messages.success(request, say("pace.opened", current_language()))
            return redirect("pace", slug, unit)
    scope = scope_of(looking.season, on=looking.today, rulebook=seen.inputs.rulebook)
    paces = paces_of(looking.season, unit, scope, seen.inputs.targets)
    lines = list(_lines(looking, scope, unit))
    context = looking.context(
        unit=member,
        lines=lines,
        closed=[one for one in lines if one.may_open],
        panels=[_panel(one, seen.inputs.rulebook) for one in paces],
        form=form,
        chosen=request.POST.get("period", ""),
    )
    return render(request, "figures/pace.html", context, status=form.status)


def _lines(looking: Looking, scope: Scope, unit: str) -> Iterator[PeriodLine]:
    alone = replace(scope, units=tuple(one for one in scope.units if one.code == unit))
    rows = board_of(looking.season, alone, on=looking.today)
    row = next(iter(rows), None)
    if row is None:
        return
    given = list(PeriodOpening.objects.filter(season=looking.season, unit=unit))
    can = may(looking.actor, Verb.OPEN_PERIOD, replace(looking.subject, unit=unit))
    for one in row.periods:
        code = one.window.period.code
        openings = tuple(opening for opening in given if opening.period == code)
        closes = one.window.closes_on
        is_past = closes is not None and looking.today > closes
        yield PeriodLine(one, PeriodName(code), FILLED_LOOKS[one.filled], openings, can and is_past and one.owed > 0)


def _panel(pace: Pace, rulebook: Rulebook) -> Panel:
    lang = current_language()
    indicator = pace.indicator
    said = {one.period: one for one in (pace.year.made_of.parts if pace.year and pace.year.made_of else ())}
    rows = tuple(
        Row(
            PeriodName(point.period.code),
            _figure(said.get(point.period.code), pace),
            "" if point.so_far is None else write_figure(point.so_far, indicator, lang),
            _ratio(point.expected, pace),
        )
        for point in pace.points
    )
    notes = []
    if pace.target is not None:
        notes.append(say("pace.target", lang, target=write_target(pace.target, indicator, lang)))
    if pace.year is not None and pace.year.lacking:
        notes.append(say("pace.lacking", lang, periods=write_periods(pace.year.lacking, lang)))
    return Panel(
        name=name_of(indicator.code, rulebook),
        standing=pace.standing,
        look=LOOKS[pace.standing],
        chart=chart_of(pace),
        rows=rows,
        notes=tuple(notes),
        forecast=_forecast(pace),
    )


def _figure(one: Figure | None, pace: Pace) -> str:
    if one is None:
        return ""
    lang = current_language()
    if one.value is None:
        return say(f"said.{one.state.word}", lang)
    return write_figure(one.value, pace.indicator, lang)


def _forecast(pace: Pace) -> str:
    """The forecast in words with its method; nothing once the year is complete."""
    if pace.forecast is None or pace.year is None or not pace.year.lacking:
        return ""
    lang = current_language()
    reported = len(pace.year.made_of.parts) if pace.year.made_of else 0
    way = "pace.forecast_grows" if pace.grows else "pace.forecast_stays"
    told = say(way, lang, figure=_ratio(pace.forecast, pace), count=reported)
    if pace.meets is None or pace.target is None:
        return told
    end = "pace.meets" if pace.meets else "pace.misses"
    return f"{told} {say(end, lang, target=write_target(pace.target, pace.indicator, lang))}"


def _ratio(ratio: Ratio | None, pace: Pace) -> str:
    """A ratio as it is printed, rounded once to two decimals."""
    if ratio is None:
        return ""
    lang = current_language()
    if pace.indicator.kind.is_ratio:
        return write_number(Rate(round_to((ratio[0] * 100, ratio[1]), PLACES).normalised()), lang)
    measure = pace.indicator.measure
    return f"{write_number(round_to(ratio, PLACES).normalised(), lang)} {measure}".strip()
