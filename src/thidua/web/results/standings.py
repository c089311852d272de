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
from thidua.web.results.bars import Bar, gap_bar, share_bar
from thidua.web.results.reading import Reading, may_read_release, reading
from thidua.web.secretary.frame import look
from thidua.words.numbers import MINUS, write_number
from thidua.words.sheets import made_from
from thidua.words.standings import StandingsRow, criterion_title, standings_marks, standings_notes, standings_rows


@dataclass(frozen=True, slots=True)
class Line:
    """One unit's line as shown. `behind`: from the first, by the points that are ranked; a dash without a rank."""

    rank: str
    unit: str
    name: str
    is_mine: bool
    address: str
    parts: tuple[str, ...]
    total: str
    rescaled: str
    class_name: str
    behind: str
    shares: tuple[Bar, ...]
    gap: Bar


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
    lines = _lines(rows, reading)
    return render(
        request,
        "results/standings.html",
        reading.context(
            lines=lines,
            columns=[
                Column(top.code, criterion_title(top, lang), write_number(top.points.normalised(), lang))
                for top in evaluation.rulebook.criteria
            ],
            rescale_to="" if rescale_to is None else write_number(rescale_to, lang),
            widest=write_number(_widest(rows), lang),
            full=write_number(_full(reading), lang),
            has_classes=bool(evaluation.rulebook.classes),
            is_final=reading.is_final,
            marks=list(standings_marks(scored.season, evaluation, one, lang)),
            notes=list(standings_notes(evaluation, one, lang)),
            made_from=list(made_from(evaluation, lang, scored.digest)),
            unread=[each for each in scored.problems if each.severity is Severity.ERROR],
            frozen=_frozen(reading),
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


def _lines(rows: tuple[StandingsRow, ...], reading: Reading) -> list[Line]:
    best, widest, full = _points(rows[0]) if rows else Number(0), _widest(rows), _full(reading)
    return [_line(row, reading, best=best, widest=widest, full=full) for row in rows]


def _line(row: StandingsRow, reading: Reading, *, best: Number, widest: Number, full: Number) -> Line:
    places, lang = reading.scored.evaluation.rulebook.places, reading.lang
    behind = _difference(best, _points(row))
    is_ranked = row.rank != "–"
    slug = reading.looking.season.slug
    return Line(
        rank=row.rank,
        unit=row.unit,
        name=row.brief,
        is_mine=row.unit in reading.own_units,
        address=reverse("score_sheet", args=[slug, row.unit]) if reading.may_read_sheet(row.unit) else "",
        parts=tuple(write_number(part, lang, places) for part in row.parts),
        total=write_number(row.total, lang, places),
        rescaled="" if row.rescaled is None else write_number(row.rescaled, lang, places),
        class_name=row.class_name or "–",
        behind=_written_gap(behind, reading) if is_ranked else "–",
        shares=share_bar(row.parts, full),
        gap=gap_bar(behind if is_ranked else Number(0), widest),
    )


def _written_gap(behind: Number, reading: Reading) -> str:
    sign = MINUS if behind.digits else ""
    return sign + write_number(behind, reading.lang, reading.scored.evaluation.rulebook.places)


def _points(row: StandingsRow) -> Number:
    """What is ranked."""
    return row.total if row.rescaled is None else row.rescaled


def _difference(more: Number, less: Number) -> Number:
    """Printed points of one rulebook have the same places."""
    return Number(more.digits - less.digits, more.places)


def _widest(rows: tuple[StandingsRow, ...]) -> Number:
    """The end of the axis of gaps: the least round number that holds the largest."""
    ranked = [row for row in rows if row.rank != "–"]
    gaps = [_difference(_points(ranked[0]), _points(row)) for row in ranked]
    largest = max((-(-gap.digits // 10**gap.places) for gap in gaps), default=0)
    step = 10 ** max(len(str(largest)) - 1, 1)
    return Number(max(-(-largest // step), 1) * step)


def _full(reading: Reading) -> Number:
    """All points that the rulebook has to give."""
    tops = [top.points.normalised() for top in reading.scored.evaluation.rulebook.criteria]
    places = max(one.places for one in tops)
    return Number(sum(one.digits * 10 ** (places - one.places) for one in tops), places).normalised()
