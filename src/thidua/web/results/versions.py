"""A version of the standings as it was frozen, what was done to it since, and its replay by a button."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.access.verbs import Verb
from thidua.apps.results.models import Result
from thidua.apps.results.releases import Version, versions_of
from thidua.apps.results.stored import Replayed, document_of, find_result, replayed
from thidua.core.errors import FiguresRefused, Problem, RulebookRefused
from thidua.core.numbers import Number
from thidua.core.states import Release
from thidua.web.common.templatetags.words import current_language
from thidua.web.results.acts import acts_on
from thidua.web.results.distances import Distance, Stood, distance_chart, distances, why_unranked
from thidua.web.results.downloads import attachment
from thidua.web.results.reading import may_read_release, nothing_here
from thidua.web.secretary.frame import Looking, look
from thidua.words.distances import NO_RANK
from thidua.words.numbers import write_number
from thidua.words.replay import say_replay
from thidua.words.say import say
from thidua.words.sheets import short_digest


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a stored result."""

    stood: Stood
    total: str
    distance: Distance


@login_required
@require_safe
def stored(request: HttpRequest, slug: str, version: int) -> HttpResponse:
    """A version as it was frozen."""
    looking, found = _opened(request, slug, version)
    return _show(request, looking, found, _row_of(looking, version))


@login_required
@require_safe
def again(request: HttpRequest, slug: str, version: int) -> HttpResponse:
    """The version computed again: what was compared, or the first number that differs. Writes nothing."""
    looking, found = _opened(request, slug, version)
    row = _row_of(looking, version)
    try:
        made = replayed(row)
    except (RulebookRefused, FiguresRefused) as refusal:
        return _show(request, looking, found, row, problems=refusal.problems)
    return _show(request, looking, found, row, made=made)


@login_required
@require_safe
def document(request: HttpRequest, slug: str, version: int) -> HttpResponse:
    """The stored bytes, for `thidua replay`."""
    looking, _found = _opened(request, slug, version, Verb.READ_SHEET)
    row = _row_of(looking, version)
    return attachment(row.text.encode(), "application/json", f"ket-qua-{slug}-ban-{version}.json")


def _opened(request: HttpRequest, slug: str, version: int, verb: Verb = Verb.READ_STANDINGS) -> tuple[Looking, Version]:
    looking = look(request, slug)
    found = next((one for one in versions_of(looking.season) if one.number == version), None)
    may_read_release(looking, verb, found)
    if found is None:
        raise nothing_here()
    return looking, found


def _row_of(looking: Looking, version: int) -> Result:
    """The row with its text, and with its cluster, which the replay names."""
    row = find_result(looking.season, version)
    if row is None:
        raise nothing_here()
    row.season = looking.season
    return row


def _show(
    request: HttpRequest,
    looking: Looking,
    version: Version,
    row: Result,
    *,
    made: Replayed | None = None,
    problems: tuple[Problem, ...] = (),
) -> HttpResponse:
    lang = current_language()
    order = _order(document_of(row))
    state = say("results.version_is", lang, release=version.release, version=version.number)
    title = say("distance.title", lang, year=str(looking.season.year))
    context = looking.context(
        row=row,
        version=version,
        acts=acts_on(looking, version),
        digest=short_digest(row.digest),
        places=[
            Place(one, write_number(one.points, lang, one.points.places), distance)
            for one, distance in zip(order, distances(order, lang), strict=True)
        ],
        chart=distance_chart(order, title=title, state=state, is_sure=True, lang=lang),
        made=made,
        told=list(say_replay(made.found, made.stored, made.computed, lang)) if made else [],
        problems=problems,
        may_take_out=looking.may(Verb.READ_SHEET) or version.release is Release.PUBLISHED,
    )
    return render(request, "results/stored.html", context)


def _order(kept: dict[str, Any]) -> list[Stood]:
    """The order as it was stored, without a look at the rows of now."""
    names = {unit["unit"]: unit["name"] for unit in kept["units"]}
    lang = current_language()
    found = []
    for one in kept["standings"]:
        for line in one["ranked"]:
            rank = write_number(Number.parse(line["rank"]), lang) + ("=" if line["shared"] else "")
            found.append(Stood(rank, names[line["unit"]], _points(line["total"])))
        for line in one["unranked"]:
            why = why_unranked(line["knock_outs"], len(line["missing"]), lang)
            found.append(Stood(NO_RANK, names[line["unit"]], _points(line["total"]), why=why))
    return found


def _points(printed: str) -> Number:
    """Points with the decimals with which they were stored."""
    return Number(int(printed.replace(".", "")), len(printed.partition(".")[2]))
