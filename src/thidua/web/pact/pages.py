"""The pact of a season: what it says, who has signed it, what was amended since; and the paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps import clock
from thidua.apps.access.policy import AccessRefused, Denial, may
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.selectors import head_line
from thidua.apps.pact.amendments import Amendment, amendments_of
from thidua.apps.pact.models import Pact
from thidua.apps.pact.selectors import (
    Opened,
    PartyState,
    draft_in,
    find_opening,
    moved_since,
    openings_of,
    pact_of,
    parties_of,
)
from thidua.core.errors import Problem
from thidua.core.phases import Phase
from thidua.web.common.templatetags.words import told
from thidua.web.pact.shown import ShownText, shown
from thidua.web.secretary.frame import Looking, look


@dataclass(frozen=True, slots=True)
class Line:
    """A party with its signature, and what this person may do about it now."""

    state: PartyState
    may_sign: bool
    may_record: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """All that the page tells, read once."""

    pact: Pact | None
    current: Opened | None
    void: Sequence[Opened]
    text: ShownText
    moved: Sequence[Problem]
    amendments: Sequence[Amendment]


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The text that is drafted, open or signed."""
    return pact_page(request, look(request, slug))


@login_required
@require_safe
def paper(request: HttpRequest, slug: str) -> HttpResponse:
    """The paper of the text that counts."""
    looking = look(request, slug)
    seen = see(looking)
    return _paper(request, looking, seen.text, seen.current)


@login_required
@require_safe
def paper_of(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The paper of one text, a withdrawn one too."""
    looking = look(request, slug)
    found = find_opening(looking.season, number)
    return _paper(request, looking, text_shown(found), found)


def pact_page(request: HttpRequest, looking: Looking, problems: Sequence[Problem] = ()) -> HttpResponse:
    """The page, with what was refused above it."""
    seen = see(looking)
    may_prepare = looking.may(Verb.PREPARE_PACT)
    context = looking.context(
        seen=seen,
        lines=_lines(looking, seen, may_record=may_prepare),
        problems=[told(one) for one in problems],
        may_draft=may_prepare and seen.current is None,
        may_withdraw=may_prepare and seen.current is not None and (not seen.current.is_whole or bool(seen.moved)),
        is_signed=looking.phase is not Phase.PREPARING,
    )
    return render(request, "pact/page.html", context, status=400 if problems else 200)


def see(looking: Looking) -> Seen:
    """The pact as it stands for whoever looks."""
    season, pact = looking.season, pact_of(looking.season)
    openings = openings_of(season) if pact is not None else []
    current = next((one for one in openings if not one.row.is_void), None)
    preparing = looking.phase is Phase.PREPARING
    if current is not None:
        text = text_shown(current)
    else:
        text = shown(draft_in(pact), parties_of(season, on=looking.today), on=looking.today)
    return Seen(
        pact=pact,
        current=current,
        void=[one for one in openings if one.row.is_void],
        text=text,
        moved=moved_since(season, current, on=looking.today) if current and preparing else [],
        amendments=amendments_of(season, current) if current and not preparing else [],
    )


def text_shown(one: Opened) -> ShownText:
    """A locked text, with the law of the day on which it was opened."""
    on = one.row.opened_at.astimezone(clock.zone()).date()
    return shown(one.text.draft, one.text.parties, on=on)


def _lines(looking: Looking, seen: Seen, *, may_record: bool) -> list[Line]:
    if seen.current is None:
        return []
    return [
        Line(
            state=one,
            may_sign=one.signature is None and _may_sign(looking, one.party.unit),
            may_record=one.signature is None and may_record,
        )
        for one in seen.current.parties
    ]


def _may_sign(looking: Looking, unit: str) -> bool:
    return may(looking.actor, Verb.SIGN_PACT, replace(looking.subject, unit=unit))


def _paper(request: HttpRequest, looking: Looking, text: ShownText, found: Opened | None) -> HttpResponse:
    if text.is_empty:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    order = found.parties if found else [PartyState(one, None) for one in text.parties]
    ranked = {"chair": 0, "deputy": 1}
    signing = sorted(order, key=lambda one: ranked.get(one.party.office, 2))  # the chair signs first
    context = looking.context(
        text=text,
        found=found,
        signing=signing,
        head=head_line(looking.season.ledger_chain()),
        is_illustrative=looking.season.has_illustrations,
    )
    return render(request, "pact/paper.html", context)
