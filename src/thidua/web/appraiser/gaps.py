"""What units claimed against what counts, unit by unit and year by year, as a table."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.access.verbs import Verb
from thidua.apps.results.gaps import Gap, YearOfGaps, gaps_by_year
from thidua.core.numbers import Number
from thidua.web.appraiser.looking import Appraising, appraising
from thidua.web.common.charts import Chart, Row, bars, share_of
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.frame import may_in
from thidua.words.numbers import write_number
from thidua.words.say import say


@dataclass(frozen=True, slots=True)
class Written:
    """One unit in one year as written; empty texts where it took no part or it claimed nothing."""

    claimed: str = ""
    counted: str = ""
    gap: str = ""
    unclaimed: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One unit over the years."""

    name: str
    is_mine: bool
    years: tuple[Written, ...]


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """This season and those before it, as far as the person may know their standings."""
    seen = appraising(request, slug, Verb.READ_STANDINGS)
    looking = seen.looking
    years = [
        one
        for one in gaps_by_year(looking.season, on=looking.today)
        if may_in(looking.actor, one.season, Verb.READ_STANDINGS)
    ]
    lines = [
        Line(unit.name, unit.code in looking.actor.units, tuple(_written(one.gaps.get(unit.code)) for one in years))
        for unit in seen.units
    ]
    return render(
        request,
        "appraiser/gaps.html",
        seen.context(years=years, lines=lines, chart=_chart(seen, years[0]) if years else None),
    )


def _chart(seen: Appraising, year: YearOfGaps) -> Chart | None:
    """What counts as bars and what was claimed as rings, on one scale from zero. None where nobody claimed."""
    lang, hundred = current_language(), 100
    told = [(unit, year.gaps.get(unit.code)) for unit in seen.units]
    known = [(unit, gap.claimed, gap.counted, gap.points) for unit, gap in told if gap is not None]
    pairs = [
        (unit, claimed, counted, gap)
        for unit, claimed, counted, gap in known
        if claimed is not None and counted is not None and gap is not None
    ]
    if not pairs:
        return None
    largest = max(max(-(-one.digits // 10**one.places) for one in pair[1:3]) for pair in pairs)
    full = Number(max(-(-largest // hundred), 1) * hundred)
    rows = [
        Row(
            label=unit.short,
            number=say("gaps.numbers", lang, counted=counted, claimed=claimed, gap=_number(gap)),
            share=share_of(counted, full),
            ring=share_of(claimed, full),
        )
        for unit, claimed, counted, gap in pairs
    ]
    marks = [write_number(Number(full.digits * step // 4), lang) for step in range(5)]
    title = f"{say('gaps.chart', lang)}, {year.season.year}"
    spoken = "; ".join(f"{row.label}: {row.number}" for row in rows)
    return bars("chenh-lech", rows, title=title, told=spoken, marks=marks)


def _written(gap: Gap | None) -> Written:
    if gap is None or gap.claimed is None or gap.counted is None or gap.points is None:
        return Written()
    return Written(_number(gap.claimed), _number(gap.counted), _number(gap.points), gap.unclaimed)


def _number(number: Number) -> str:
    return write_number(number, current_language())
