"""Drafting the pact on one form, opening it for signature, and withdrawing it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.verbs import Verb
from thidua.apps.pact.selectors import current_opening, draft_in, pact_of, parties_of
from thidua.apps.pact.services import draft_pact, open_pact, withdraw_pact
from thidua.apps.pact.text import CarriedDirective, Commitment, Draft, Party, Registration
from thidua.apps.pact.titles import Title, titles_on
from thidua.core.errors import Refused
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.pact.pages import pact_page
from thidua.web.secretary.frame import Looking, look
from thidua.words.say import say, write

SPARE = 3  # empty rows after those that are filled
MOST_ROWS = 60
REASON = (Field("reason", "pact.withdraw_reason", Kind.PASSAGE),)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole draft on one form; empty rows are left out, three more stand below."""
    looking = look(request, slug, Verb.PREPARE_PACT)
    if current_opening(looking.season) is not None:
        return redirect("pact", slug)
    row = pact_of(looking.season)
    stands, parties = draft_in(row), parties_of(looking.season, on=looking.today)
    counts = _rows(request, stands)
    form = Form(_fields(looking, parties, counts), request, initial=_typed(stands))
    seen = request.POST.get("seen", str(row.version if row else 0))
    if request.method == "POST":
        with form.showing_problems():
            draft_pact(
                actor=request.actor,
                season=looking.season,
                draft=_draft(form.read(), parties, counts),
                seen=int(seen) if seen.isdecimal() else 0,
            )
            messages.success(request, say("pact.saved", current_language()))
            return redirect("draft_pact" if request.POST.get("more") else "pact", slug)
    context = looking.context(
        form=form,
        seen=seen,
        commitments=[(form[f"commitment_{number}"], form[f"codes_{number}"]) for number in range(1, counts[0] + 1)],
        directives=[(form[f"directive_{number}"], form[f"origin_{number}"]) for number in range(1, counts[1] + 1)],
        registrations=[(party, form[f"titles_{party.unit}"]) for party in parties],
        purpose=form["purpose"],
        effect=form["effect"],
        laws=titles_on(looking.today),
    )
    return render(request, "pact/draft.html", context, status=form.status)


@login_required
@require_POST
def open_for_signature(request: HttpRequest, slug: str) -> HttpResponse:
    """Lock the draft that was read."""
    looking = look(request, slug, Verb.PREPARE_PACT)
    seen = request.POST.get("seen", "")
    try:
        open_pact(actor=request.actor, season=looking.season, seen=int(seen) if seen.isdecimal() else 0)
    except AccessRefused:
        raise
    except Refused as refused:
        return pact_page(request, looking, refused.problems)
    messages.success(request, say("pact.opened_now", current_language()))
    return redirect("pact", slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Back to the draft, for a reason."""
    looking = look(request, slug, Verb.PREPARE_PACT)
    form = Form(REASON, request)
    if request.method == "POST":
        with form.showing_problems():
            withdraw_pact(actor=request.actor, season=looking.season, reason=form.read()["reason"])
            messages.success(request, say("pact.withdrawn_now", current_language()))
            return redirect("pact", slug)
    context = looking.context(form=form, found=current_opening(looking.season))
    return render(request, "pact/withdraw.html", context, status=form.status)


def _rows(request: HttpRequest, stands: Draft) -> tuple[int, int]:
    """How many rows of commitments and of directives the form has: those that were sent, or what stands and more."""
    if request.method == "POST":
        return _sent(request, "commitment_"), _sent(request, "directive_")
    return len(stands.commitments) + SPARE, len(stands.directives) + SPARE


def _sent(request: HttpRequest, prefix: str) -> int:
    numbers = [name.removeprefix(prefix) for name in request.POST if name.startswith(prefix)]
    return min(max((int(one) for one in numbers if one.isdecimal() and len(one) < 4), default=SPARE), MOST_ROWS + SPARE)


def _fields(looking: Looking, parties: Sequence[Party], counts: tuple[int, int]) -> list[Field]:
    titles = tuple((one.title.value, write(one.title, current_language())) for one in titles_on(looking.today))
    return [
        Field("purpose", "pact.purpose", Kind.PASSAGE, "pact.purpose_hint", required=False),
        *(
            field
            for number in range(1, counts[0] + 1)
            for field in (
                Field(f"commitment_{number}", "pact.commitment", Kind.PASSAGE, required=False),
                Field(f"codes_{number}", "pact.codes", required=False),
            )
        ),
        *(
            field
            for number in range(1, counts[1] + 1)
            for field in (
                Field(f"directive_{number}", "pact.directive", Kind.PASSAGE, required=False),
                Field(f"origin_{number}", "pact.origin", required=False),
            )
        ),
        *(
            Field(f"titles_{party.unit}", "pact.titles", Kind.CHOICES, required=False, choices=titles)
            for party in parties
        ),
        Field("effect", "pact.effect", Kind.PASSAGE, "pact.effect_hint", required=False),
    ]


def _typed(stands: Draft) -> dict[str, Any]:
    typed: dict[str, Any] = {"purpose": stands.purpose, "effect": stands.effect}
    for number, one in enumerate(stands.commitments, start=1):
        typed |= {f"commitment_{number}": one.text, f"codes_{number}": ", ".join(one.codes)}
    for number, directive in enumerate(stands.directives, start=1):
        typed |= {f"directive_{number}": directive.text, f"origin_{number}": directive.origin}
    for wanted in stands.registrations:
        name = f"titles_{wanted.unit}"
        typed[name] = (*typed.get(name, ()), wanted.title.value)
    return typed


def _draft(given: Mapping[str, Any], parties: Sequence[Party], counts: tuple[int, int]) -> Draft:
    """What was typed, the empty rows left out."""
    commitments = [(given[f"commitment_{number}"], given[f"codes_{number}"]) for number in range(1, counts[0] + 1)]
    directives = [(given[f"directive_{number}"], given[f"origin_{number}"]) for number in range(1, counts[1] + 1)]
    return Draft(
        purpose=given["purpose"],
        commitments=tuple(Commitment(text, _codes(codes)) for text, codes in commitments if text or codes),
        directives=tuple(CarriedDirective(text, origin) for text, origin in directives if text or origin),
        registrations=tuple(
            Registration(party.unit, Title(title)) for party in parties for title in given[f"titles_{party.unit}"]
        ),
        effect=given["effect"],
    )


def _codes(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(typed.replace(",", " ").replace(";", " ").split()))
