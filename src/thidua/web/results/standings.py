"""The standings of a season: the order, how far each unit is behind, and why the order is what it is."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from thidua.apps.access.verbs import Verb
from thidua.apps.results.releases import published_version, versions_of
from thidua.apps.results.stored import latest_result, says_the_same
from thidua.core.errors import Severity
from thidua.core.numbers import Number
from thidua.web.common.charts import Chart
from thidua.web.results.bars import Bar, share_bar
from thidua.web.results.distances import Distance, Stood, distance_chart, distances, why_unranked
from thidua.web.results.reading import Reading, may_read_release, reading
from thidua.web.secretary.frame import look
from thidua.words.numbers import write_number
from thidua.words.say import say
from thidua.words.sheets import made_from
from thidua.words.standings import StandingsRow, criterion_title, standings_marks, standings_notes, standings_rows


@dataclass(frozen=True, slots=True)
class Line:
    """One unit's line as shown. `distance`: by the points that are ranked."""

    rank: str
    unit: str
    name: str
    is_mine: bool
    address: str
    parts: tuple[str, ...]
    total: str
    rescaled: str
    class_name: str
    distance: Distance
    shares: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A top criterion as a column and in the legend."""

    code: str
    title: str
    maximum: str


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """As the figures stand, for whoever may know that now; for others what is published."""
    looking = look(request, slug)
    if not looking.may(Verb.READ_STANDINGS):
        published = published_version(looking.season)
        may_read_release(looking, Verb.READ_STANDINGS, published)
        if published is not None:
            return redirect("frozen_standings", slug, published.number)
    return live(request, slug=slug)


@reading(Verb.READ_STANDINGS)
def live(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Everybody in order, with the numbers beside every bar."""
    scored, lang = reading.scored, reading.lang
    evaluation, one = scored.evaluation, scored.standings
    rows = standings_rows(evaluation, one, lang)
    rescale_to = evaluation.rulebook.total.rescale_to
    order, frozen = _order(rows, reading), _frozen(reading)
    return render(
        request,
        "results/standings.html",
        reading.context(
            lines=_lines(rows, order, reading),
            chart=_chart(order, frozen, reading),
            columns=[
                Column(top.code, criterion_title(top, lang), write_number(top.points.normalised(), lang))
                for top in evaluation.rulebook.criteria
            ],
            rescale_to="" if rescale_to is None else write_number(rescale_to, lang),
            full=write_number(_full(reading), lang),
            has_classes=bool(evaluation.rulebook.classes),
            is_final=reading.is_final,
            marks=list(standings_marks(scored.season, evaluation, one, lang)),
            notes=list(standings_notes(evaluation, one, lang)),
            made_from=list(made_from(evaluation, lang, scored.digest)),
            unread=[each for each in scored.problems if each.severity is Severity.ERROR],
            frozen=frozen,
            versions=versions_of(reading.looking.season),
            may_freeze=reading.looking.may(Verb.FREEZE_STANDINGS),
            may_take_out=reading.looking.may(Verb.READ_SHEET),
        ),
    )


@dataclass(frozen=True, slots=True)
class Frozen:
    """The version that was frozen last, and whether it is what is shown."""

    version: int
    is_shown: bool


def _frozen(reading: Reading) -> Frozen | None:
    last = latest_result(reading.looking.season)
    return None if last is None else Frozen(last.version, says_the_same(last, reading.scored))


def _order(rows: tuple[StandingsRow, ...], reading: Reading) -> list[Stood]:
    reasons = {
        one.unit: why_unranked([each.code for each in one.knock_outs], len(one.missing), reading.lang)
        for one in reading.scored.standings.unranked
    }
    return [
        Stood(
            row.rank,
            row.brief,
            row.counted,
            row.unit in reading.own_units,
            reasons.get(row.unit, ""),
            lacking=row.lacking[-1],
        )
        for row in rows
    ]


def _chart(order: list[Stood], frozen: Frozen | None, reading: Reading) -> Chart | None:
    """Labelled by how sure the order is and whether it is kept as it stands."""
    lang = reading.lang
    surety = say("sheet.official" if reading.is_final else "sheet.tentative", lang)
    if frozen is not None and frozen.is_shown:
        kept = say("results.is_frozen", lang, version=frozen.version)
    else:
        kept = say("results.not_frozen", lang)
    title = say("distance.title", lang, year=str(reading.looking.season.year))
    return distance_chart(order, title=title, state=f"{surety}, {kept}", is_sure=reading.is_final, lang=lang)


def _lines(rows: tuple[StandingsRow, ...], order: list[Stood], reading: Reading) -> list[Line]:
    full = _full(reading)
    return [
        _line(row, stood, distance, reading, full=full)
        for row, stood, distance in zip(rows, order, distances(order, reading.lang), strict=True)
    ]


def _line(row: StandingsRow, stood: Stood, distance: Distance, reading: Reading, *, full: Number) -> Line:
    places, lang = reading.scored.evaluation.rulebook.places, reading.lang
    slug = reading.looking.season.slug
    written = row.written(lang, places)
    parts, (total, *rescaled) = written[: len(row.parts)], written[len(row.parts) :]
    return Line(
        rank=row.rank,
        unit=row.unit,
        name=row.brief,
        is_mine=stood.is_mine,
        address=reverse("score_sheet", args=[slug, row.unit]) if reading.may_read_sheet(row.unit) else "",
        parts=parts,
        total=total,
        rescaled="".join(rescaled),
        class_name=row.class_name or "–",
        distance=distance,
        shares=share_bar(row.parts, full),
    )


def _full(reading: Reading) -> Number:
    """All points that the rulebook has to give."""
    tops = [top.points.normalised() for top in reading.scored.evaluation.rulebook.criteria]
    places = max(one.places for one in tops)
    return Number(sum(one.digits * 10 ** (places - one.places) for one in tops), places).normalised()
