"""What units claimed against what counts, unit by unit and year by year, as a table."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps import clock
from thidua.apps.access.policy import may
from thidua.apps.access.verbs import Verb
from thidua.apps.results.gaps import Gap, gaps_by_year
from thidua.apps.seasons import bridge
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import day_of, standing_in
from thidua.core.numbers import Number
from thidua.web.appraiser.looking import appraising
from thidua.web.common.templatetags.words import current_language
from thidua.words.numbers import write_number


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
    years = [one for one in gaps_by_year(looking.season, on=looking.today) if _may_read(request, one.season)]
    lines = [
        Line(unit.name, unit.code in looking.actor.units, tuple(_written(one.gaps.get(unit.code)) for one in years))
        for unit in seen.units
    ]
    return render(request, "appraiser/gaps.html", seen.context(years=years, lines=lines))


def _may_read(request: HttpRequest, season: Season) -> bool:
    """Whether the person may know the standings of an earlier season now."""
    day = day_of(season, on=clock.today())
    subject = bridge.subject(season, standing_in(season, on=day))
    return may(request.actor, Verb.READ_STANDINGS, subject)


def _written(gap: Gap | None) -> Written:
    if gap is None or gap.claimed is None or gap.counted is None or gap.points is None:
        return Written()
    return Written(_number(gap.claimed), _number(gap.counted), _number(gap.points), gap.unclaimed)


def _number(number: Number) -> str:
    return write_number(number, current_language())
