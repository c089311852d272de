"""Freezing the standings, a frozen version as it was stored, and its replay by a button."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.verbs import Verb
from thidua.apps.results.models import Result
from thidua.apps.results.services import freeze_standings
from thidua.apps.results.stored import Replayed, document_of, find_result, replayed
from thidua.apps.seasons.documents import Document
from thidua.core.errors import FiguresRefused, Problem, RulebookRefused
from thidua.core.numbers import Number
from thidua.web.common.forms import Field, Form
from thidua.web.common.templatetags.words import current_language
from thidua.web.results.downloads import attachment
from thidua.web.results.reading import nothing_here
from thidua.web.secretary.frame import Looking, look
from thidua.web.secretary.moving import DOCUMENT
from thidua.words.numbers import write_number
from thidua.words.replay import say_replay
from thidua.words.say import say
from thidua.words.sheets import short_digest

FREEZING = (*DOCUMENT, Field("word", "results.word"))


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a stored result."""

    rank: str
    unit: str
    total: str


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def freeze(request: HttpRequest, slug: str) -> HttpResponse:
    """By a document and a typed word, what is shown becomes a version of its own."""
    looking = look(request, slug, Verb.FREEZE_STANDINGS)
    form = Form(FREEZING, request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            paper = Document(given["number"], given["date"])
            row = freeze_standings(actor=request.actor, season=looking.season, word=given["word"], document=paper)
            messages.success(request, say("results.was_frozen", current_language(), version=row.version))
            return redirect("standings", slug)
    return render(request, "results/freeze.html", looking.context(form=form), status=form.status)


@login_required
@require_safe
def stored(request: HttpRequest, slug: str, version: int) -> HttpResponse:
    """A version as it was frozen."""
    looking, row = _opened(request, slug, version)
    return _show(request, looking, row)


@login_required
@require_safe
def again(request: HttpRequest, slug: str, version: int) -> HttpResponse:
    """The version computed again: what was compared, or the first number that differs. Writes nothing."""
    looking, row = _opened(request, slug, version)
    try:
        made = replayed(row)
    except (RulebookRefused, FiguresRefused) as refusal:
        return _show(request, looking, row, problems=refusal.problems)
    return _show(request, looking, row, made=made)


@login_required
@require_safe
def document(request: HttpRequest, slug: str, version: int) -> HttpResponse:
    """The stored bytes, for `thidua replay`."""
    _looking, row = _opened(request, slug, version, Verb.READ_SHEET)
    return attachment(row.text.encode(), "application/json", f"ket-qua-{slug}-ban-{version}.json")


def _opened(request: HttpRequest, slug: str, version: int, verb: Verb = Verb.READ_STANDINGS) -> tuple[Looking, Result]:
    looking = look(request, slug, verb)
    row = find_result(looking.season, version)
    if row is None:
        raise nothing_here()
    row.season = looking.season  # with its cluster, which the replay names
    return looking, row


def _show(
    request: HttpRequest,
    looking: Looking,
    row: Result,
    *,
    made: Replayed | None = None,
    problems: tuple[Problem, ...] = (),
) -> HttpResponse:
    lang = current_language()
    kept = document_of(row)
    context = looking.context(
        row=row,
        digest=short_digest(row.digest),
        places=_places(kept),
        made=made,
        told=list(say_replay(made.found, made.stored, made.computed, lang)) if made else [],
        problems=problems,
        may_take_out=looking.may(Verb.READ_SHEET),
    )
    return render(request, "results/stored.html", context)


def _places(kept: dict[str, Any]) -> list[Place]:
    """The order as it was stored, without a look at the rows of now."""
    names = {unit["unit"]: unit["name"] for unit in kept["units"]}
    lang = current_language()
    found = []
    for one in kept["standings"]:
        for line in one["ranked"]:
            rank = write_number(Number.parse(line["rank"]), lang) + ("=" if line["shared"] else "")
            found.append(Place(rank, names[line["unit"]], _points(line["total"])))
        found += [Place("–", names[line["unit"]], _points(line["total"])) for line in one["unranked"]]
    return found


def _points(printed: str) -> str:
    """Points with the decimals with which they were stored."""
    places = len(printed.partition(".")[2])
    return write_number(Number(int(printed.replace(".", "")), places), current_language(), places)
