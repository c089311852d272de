"""The roster of cross-checks: drawn by a word, with declared conflicts, the load of each, and how strict each was."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thidua.apps.access.policy import demand
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.items import ItemState
from thidua.apps.appraisal.rostered import conflicts_of, earlier_pairs, pairs_of, roster_of
from thidua.apps.appraisal.services import declare_conflict, draw_roster_of
from thidua.apps.appraisal.strict import strictness_in
from thidua.core.checking.roster import Pair
from thidua.core.checking.strictness import LEAST
from thidua.core.scoring.cells import SeasonUnit
from thidua.web.appraiser.looking import Appraising, appraising, nothing_here
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say

DRAW = (
    Field("word", "appraiser.word", hint="appraiser.word_hint"),
    Field("each", "appraiser.each", Kind.CHOICE, choices=(("1", "1"), ("2", "2"), ("3", "3"))),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One unit: who checks it, whom it checks, and how much of that is done."""

    unit: SeasonUnit
    checkers: tuple[str, ...]
    subjects: tuple[str, ...]
    done: int
    of: int


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """The roster that stands; draw another, declare a conflict."""
    seen = appraising(request, slug)
    act = request.POST.get("act", "")
    conflict = _conflict_fields(seen)
    draw = Form(DRAW, request if act == "draw" else None, initial={"each": "1"})
    declare = Form(conflict, request if act == "declare" else None)
    if request.method == "POST":
        _demand(seen, act, request.POST.get("checker", ""))
        form = draw if act == "draw" else declare
        with form.showing_problems():
            _act(request, seen, act, form.read())
            messages.success(request, _said(act))
            return redirect("roster", slug)
    roster = roster_of(seen.looking.season)
    context = seen.context(
        roster=roster,
        rows=list(_rows(seen, pairs_of(roster))),
        repeated=[_names(seen, pair) for pair in pairs_of(roster) if pair in earlier_pairs(seen.looking.season)],
        conflicts=[
            (seen.short(row.checker), seen.short(row.subject), row) for row in conflicts_of(seen.looking.season)
        ],
        drawn_by=account_names([roster.by_account]).get(roster.by_account, "") if roster else "",
        strictness=_strictness(seen),
        least=LEAST,
        draw=draw,
        declare=declare,
        may_draw=seen.looking.may(Verb.DRAW_ROSTER),
        may_declare=bool(_own_units(seen)),
    )
    return render(request, "appraiser/roster.html", context, status=max(draw.status, declare.status))


def _demand(seen: Appraising, act: str, checker: str) -> None:
    """The right is asked before the form is read."""
    if act == "draw":
        demand(seen.looking.actor, Verb.DRAW_ROSTER, seen.looking.subject)
    elif act == "declare":
        demand(seen.looking.actor, Verb.DECLARE_CONFLICT, seen.subject(checker))
    else:
        raise nothing_here()


def _act(request: HttpRequest, seen: Appraising, act: str, given: dict[str, str]) -> None:
    season = seen.looking.season
    if act == "draw":
        draw_roster_of(actor=request.actor, season=season, word=given["word"], each=int(given["each"]))
    else:
        declare_conflict(
            actor=request.actor,
            season=season,
            checker=given["checker"],
            subject=given["subject"],
            reason=given["reason"],
        )


def _said(act: str) -> str:
    return say("appraiser.drawn" if act == "draw" else "appraiser.declared", current_language())


def _own_units(seen: Appraising) -> list[SeasonUnit]:
    return [unit for unit in seen.units if seen.may(Verb.DECLARE_CONFLICT, unit.code)]


def _conflict_fields(seen: Appraising) -> tuple[Field, ...]:
    own = tuple((unit.code, unit.name) for unit in _own_units(seen))
    every = tuple((unit.code, unit.name) for unit in seen.units)
    return (
        Field("checker", "appraiser.own_unit", Kind.CHOICE, choices=own),
        Field("subject", "appraiser.not_to_check", Kind.CHOICE, choices=every),
        Field("reason", "appraiser.conflict_reason", Kind.PASSAGE),
    )


def _rows(seen: Appraising, pairs: tuple[Pair, ...]) -> Iterator[Row]:
    for unit in seen.units:
        subjects = tuple(pair.subject for pair in pairs if pair.checker == unit.code)
        items = [
            one for (code, _), one in seen.items.items() if code in subjects and one.state is not ItemState.UNREPORTED
        ]
        yield Row(
            unit=unit,
            checkers=tuple(seen.short(pair.checker) for pair in pairs if pair.subject == unit.code),
            subjects=tuple(map(seen.short, subjects)),
            done=sum(one.state.is_decided for one in items),
            of=len(items),
        )


def _names(seen: Appraising, pair: Pair) -> tuple[str, str]:
    return seen.short(pair.checker), seen.short(pair.subject)


def _strictness(seen: Appraising) -> list[object]:
    """Who runs the year sees how strict each appraiser was; the appraisers do not see each other's."""
    return list(strictness_in(seen.looking.season, seen.rulebook)) if seen.looking.may(Verb.READ_PATTERNS) else []
