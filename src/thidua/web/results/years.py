"""A cluster's seasons after one another: rank and points of each unit, a merged one by those that it grew out of."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.access.verbs import Verb
from thidua.apps.results.years import Course, Stood, Year, chains_of, courses_of, heirs_of, scored_years, year_of
from thidua.core.numbers import RoundingMode, round_to
from thidua.web.common.charts import Chart, Line, ranks
from thidua.web.results.reading import Reading, reading
from thidua.web.secretary.frame import may_in
from thidua.words.numbers import write_number
from thidua.words.say import say
from thidua.words.standings import write_rank


@dataclass(frozen=True, slots=True)
class Past:
    """One unit in one year as written; `name` only where it was another unit then."""

    rank: str
    total: str
    name: str


@dataclass(frozen=True, slots=True)
class Column:
    """One year above its column."""

    year: str
    full: str
    is_final: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One unit over the years, the earliest first."""

    code: str
    name: str
    is_mine: bool
    years: tuple[tuple[Past, ...], ...]


@reading(Verb.READ_STANDINGS)
def page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """This season and those before it, as far as the person may know their standings."""
    scored = scored_years(reading.looking.season, on=reading.looking.today)
    found = [year_of(season, one) for season, one in scored]
    years = [year for year in reversed(found) if _may_know(reading, year)]
    courses = courses_of(years)
    columns = [_column(reading, year) for year in years]
    rows = [_row(reading, course) for course in courses]
    context = reading.context(columns=columns, rows=rows, chart=_chart(reading, years, courses))
    return render(request, "results/years.html", context)


def _may_know(reading: Reading, year: Year) -> bool:
    """A season of one's own, of the units above it, or of those that one's own unit grew out of."""
    looking = reading.looking
    if year.season == looking.season or may_in(looking.actor, year.season, Verb.READ_STANDINGS):
        return True
    heirs = heirs_of(year, reading.own_units & set(looking.standing.members))
    return bool(heirs) and may_in(looking.actor, year.season, Verb.READ_STANDINGS, heirs=heirs)


def _column(reading: Reading, year: Year) -> Column:
    return Column(str(year.season.year), write_number(year.full.normalised(), reading.lang), year.is_final)


def _row(reading: Reading, course: Course) -> Row:
    years = tuple(tuple(_past(reading, course, stood) for stood in year) for year in course.years)
    return Row(course.unit.code, course.unit.name, course.unit.code in reading.own_units, years)


def _past(reading: Reading, course: Course, stood: Stood) -> Past:
    rank = "–" if stood.place is None else write_rank(stood.place, reading.lang)
    total = "–" if stood.is_silent else write_number(stood.total, reading.lang, stood.total.places)
    return Past(rank, total, "" if stood.unit.code == course.unit.code else stood.unit.brief)


def _chart(reading: Reading, years: list[Year], courses: list[Course]) -> Chart:
    names = [str(year.season.year) for year in years]
    lines = [
        Line(
            label=course.unit.brief if way == 0 else "",
            ranks=tuple(_height(stood) for stood in chain),
            hue=hue,
            is_strong=course.unit.code in reading.own_units,
            begun=_begun(course, chain),
        )
        for hue, course in enumerate(courses)
        for way, chain in enumerate(chains_of(course))
    ]
    told = "; ".join(
        f"{line.label}: {', '.join(str(one or '–') for one in line.ranks)}" for line in lines if line.label
    )
    return ranks("cac-nam", names, lines, title=say("years.chart", reading.lang), told=told)


def _begun(course: Course, chain: Sequence[Stood | None]) -> str:
    """The name of the unit that the way begins with, where it is not the one that it leads to."""
    first = next((stood for stood in chain if stood is not None and stood.place is not None), None)
    return "" if first is None or first.unit.code == course.unit.code else first.unit.brief


def _height(stood: Stood | None) -> int | None:
    """A rank as a whole place on the drawing; half ranks of the mean method stand at the upper one."""
    if stood is None or stood.place is None:
        return None
    return round_to(stood.place.rank.ratio, 0, RoundingMode.DOWN).digits
