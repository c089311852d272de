"""Moving a season: the button of the next step, the document that a condition asks for, and the way back."""

from enum import StrEnum
from typing import TypeVar

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.verbs import Verb
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.services import attest_guard, move_season, reopen_season
from thidua.core.errors import Problem
from thidua.core.phases import Guard, Phase, move_back
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import look
from thidua.words.say import say

E = TypeVar("E", bound=StrEnum)
ATTESTATION = (*DOCUMENT, Field("note", "season.note", Kind.PASSAGE, required=False))
WAY_BACK = (Field("reason", "season.reason", Kind.PASSAGE), *DOCUMENT)


@login_required
@require_POST
def move(request: HttpRequest, slug: str) -> HttpResponse:
    """To the next step. A refusal has a page that names each condition."""
    looking = look(request, slug)
    to = _member(Phase, request.POST.get("to", ""))
    move_season(actor=request.actor, season=looking.season, to=to)
    messages.success(request, say("season.moved", current_language(), phase=to))
    return redirect("season", slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def attest(request: HttpRequest, slug: str, guard: str) -> HttpResponse:
    """The document that shows a condition of the next step."""
    looking = look(request, slug, Verb.ATTEST_GUARD)
    asked = _member(Guard, guard)
    form = Form(ATTESTATION, request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            document = Document(given["number"], given["date"])
            attest_guard(actor=request.actor, season=looking.season, guard=asked, document=document, note=given["note"])
            messages.success(request, say("season.attested", current_language(), guard=asked))
            return redirect("season", slug)
    return render(request, "secretary/attest.html", looking.context(form=form, guard=asked), status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    """One step back, for a reason and by a document."""
    looking = look(request, slug, Verb.REOPEN_SEASON)
    back = move_back(looking.phase)
    if back is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    form = Form(WAY_BACK, request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            document = Document(given["number"], given["date"])
            reopen_season(
                actor=request.actor,
                season=looking.season,
                to=back.target,
                reason=given["reason"],
                document=document,
            )
            messages.success(request, say("season.moved_back", current_language(), phase=back.target))
            return redirect("season", slug)
    return render(request, "secretary/reopen.html", looking.context(form=form, back=back), status=form.status)


def _member(kind: type[E], value: str) -> E:
    """A word of an address or a hidden field; one that no page of ours sends leads nowhere."""
    try:
        return kind(value)
    except ValueError:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here")) from None
