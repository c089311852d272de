"""Signing for one's own unit with the password typed again, and recording a signature that was given on paper."""

from dataclasses import replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps.access.policy import AccessRefused, Denial, demand
from thidua.apps.access.services import has_second_step, own_account
from thidua.apps.access.verbs import Verb
from thidua.apps.attachments.services import Upload
from thidua.apps.pact.selectors import Opened, PartyState, current_opening, moved_since
from thidua.apps.pact.services import record_paper_signature, sign_pact
from thidua.apps.seasons.documents import Document
from thidua.core.errors import Problem
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language, told
from thidua.web.pact.pages import text_shown
from thidua.web.secretary.documents import DOCUMENT
from thidua.web.secretary.frame import Looking, look
from thidua.words.say import say

PASSWORD = Field("password", "pact.password", Kind.SECRET, "pact.password_hint", autocomplete="current-password")
CODE = Field("code", "pact.code", hint="pact.code_hint", autocomplete="one-time-code")
PAPER = (
    Field("signer", "pact.signer", hint="pact.signer_hint"),
    Field("digest", "pact.digest_on_paper", hint="pact.digest_on_paper_hint"),
    *DOCUMENT,
    Field("file", "pact.scan", Kind.FILE, hint="pact.scan_hint"),
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """The text once more, and the password."""
    looking = look(request, slug)
    demand(request.actor, Verb.SIGN_PACT, replace(looking.subject, unit=unit))
    found = current_opening(looking.season)
    if found is None:
        return redirect("pact", slug)
    state = _state(found, unit)
    form = Form((PASSWORD, CODE) if has_second_step(own_account(request.actor)) else (PASSWORD,), request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            sign_pact(
                actor=request.actor,
                season=looking.season,
                unit=unit,
                digest=request.POST.get("digest", ""),
                password=given["password"],
                code=given.get("code", ""),
            )
            messages.success(request, say("pact.signed_now", current_language(), unit=state.party.name))
            return redirect("pact", slug)
    context = looking.context(**_told(looking, found, state), form=form)
    return render(request, "pact/sign.html", context, status=form.status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def record_paper(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """The number, the date and the scan of what a unit signed on paper."""
    looking = look(request, slug, Verb.PREPARE_PACT)
    found = current_opening(looking.season)
    if found is None:
        return redirect("pact", slug)
    state = _state(found, unit)
    form = Form(PAPER, request)
    if request.method == "POST":
        with form.showing_problems():
            given = form.read()
            record_paper_signature(
                actor=request.actor,
                season=looking.season,
                unit=unit,
                signer=given["signer"],
                digest=given["digest"],
                document=Document(given["number"], given["date"]),
                scan=Upload(given["file"].name or "", given["file"].read()),
            )
            messages.success(request, say("pact.recorded_now", current_language(), unit=state.party.name))
            return redirect("pact", slug)
    context = looking.context(**_told(looking, found, state), form=form)
    return render(request, "pact/record_paper.html", context, status=form.status)


def _state(found: Opened, unit: str) -> PartyState:
    state = next((one for one in found.parties if one.party.unit == unit), None)
    if state is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    return state


def _told(looking: Looking, found: Opened, state: PartyState) -> dict[str, object]:
    moved = moved_since(looking.season, found, on=looking.today)
    return {"found": found, "state": state, "text": text_shown(found), "moved": [told(one) for one in moved]}
