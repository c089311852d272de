"""The queue of one unit, or of one indicator over all units, and the item that is looked at: the decision is written
beside the claim.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.policy import demand
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.items import Item, ItemState
from thidua.apps.appraisal.models import Verdict
from thidua.apps.appraisal.services import decide, look_again
from thidua.apps.appraisal.services.deciding import Seen
from thidua.apps.evidence.selectors import evidence_of_cell
from thidua.core.states import Stage
from thidua.web.appraiser.looking import Appraising, appraising, look_of, nothing_here
from thidua.web.appraiser.points import criterion_points, targets_of_item
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say

BY_INDICATOR = "chi-so"
DECISION = (
    Field("typed", "appraiser.figure", hint="appraiser.figure_hint", required=False, depends=True),
    Field("reason", "appraiser.reason", Kind.PASSAGE, hint="appraiser.reason_hint", required=False, depends=True),
    Field("clause", "appraiser.clause", hint="appraiser.clause_hint", required=False, depends=True),
    Field("due_on", "appraiser.due_on", Kind.DAY, hint="appraiser.due_on_hint", required=False),
)


@dataclass(frozen=True, slots=True)
class Line:
    """An item of the queue as it is listed."""

    title: str
    state: ItemState
    address: str
    is_here: bool

    @property
    def look(self) -> str:
        return look_of(self.state)

    @property
    def code(self) -> str:
        """The criterion before the words, for a column of its own."""
        return self.title.split(" ", 1)[0]

    @property
    def words(self) -> str:
        return self.title.split(" ", 1)[-1]


@login_required
@require_safe
def unit(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    """The first item of a unit that waits, or its first."""
    seen = appraising(request, slug)
    seen.unit(unit)
    demand(seen.looking.actor, Verb.READ_FIGURES, seen.subject(unit))
    own = [item for (code, _), item in seen.items.items() if code == unit]
    waiting = next((item for item in own if item.state.waits_for_appraisal), own[0] if own else None)
    if waiting is None:
        raise nothing_here()
    return redirect("appraise", slug, unit, waiting.indicator)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, slug: str, unit: str, indicator: str) -> HttpResponse:
    """One item: claim and decision side by side; what is sent is decided, and the next that waits is opened."""
    seen = appraising(request, slug)
    seen.unit(unit)
    demand(seen.looking.actor, Verb.READ_FIGURES, seen.subject(unit))
    found = seen.items.get((unit, indicator))
    if found is None:
        raise nothing_here()
    form = Form(DECISION, request, initial=_initial(found))
    if request.method == "POST":
        with form.showing_problems():
            _decided(request, seen, found, form)
            messages.success(request, say("appraiser.written", current_language(), title=seen.title(indicator)))
            return redirect(_next_address(request, seen, found))
    return render(request, "appraiser/item.html", _context(request, seen, found, form), status=form.status)


def _decided(request: HttpRequest, seen: Appraising, found: Item, form: Form) -> None:
    """The one verb that the button names."""
    about = {"actor": request.actor, "season": seen.looking.season, "unit": found.unit, "indicator": found.indicator}
    act, given = request.POST.get("act", ""), form.read()
    if act in ("confirm", "refuse"):
        look_again(**about, decision=_number(request, "decision"), confirms=act == "confirm", reason=given["reason"])
        return
    verdict = Verdict(act) if act in set(Verdict) else Verdict.ADJUST
    is_adjusted = verdict is Verdict.ADJUST
    decide(
        **about,
        verdict=verdict,
        seen=Seen(_number(request, "claim"), _number(request, "decision")),
        typed=given["typed"] if is_adjusted else "",
        reason=given["reason"],
        clause=given["clause"],
        due_on=None if verdict is Verdict.ACCEPT else given["due_on"],
    )


def _number(request: HttpRequest, name: str) -> int:
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1


def _initial(found: Item) -> dict[str, str]:
    decision = found.decision
    stands = decision is not None and decision.claim == found.claim_version and not found.is_refused
    if stands and decision is not None:
        return {"typed": decision.typed, "reason": decision.reason, "clause": decision.clause}
    return {"typed": found.claim.typed if found.claim else ""}


def _context(request: HttpRequest, seen: Appraising, found: Item, form: Form) -> dict[str, object]:
    decision = found.decision
    accounts = {row.by_account for row in (decision, found.second, found.ruling) if row is not None}
    may_decide = seen.may_review(Verb.APPRAISE, found.unit)
    is_other = decision is None or decision.by_account != seen.looking.actor.account
    lines = list(_lines(request, seen, found))
    return seen.context(
        item=found,
        unit=seen.unit(found.unit),
        title=seen.title(found.indicator),
        indicator=found.indicator,
        form=form,
        lines=lines,
        by_indicator=request.GET.get("theo") == BY_INDICATOR,
        done=sum(line.state.is_decided for line in lines),
        look=look_of(found.state),
        stages=[(stage, found.figures.get(stage)) for stage in Stage],
        points=list(criterion_points(seen, found)),
        targets=list(targets_of_item(seen, found)),
        evidence=evidence_of_cell(seen.looking.season, unit=found.unit, indicator=found.indicator),
        people=account_names(accounts),
        may_decide=may_decide and found.state not in (ItemState.WAITING, ItemState.OBJECTED),
        may_confirm=may_decide and found.state is ItemState.WAITING and is_other,
        is_own=seen.may(Verb.OBJECT, found.unit),
    )


def _lines(request: HttpRequest, seen: Appraising, found: Item) -> Iterator[Line]:
    by_indicator = request.GET.get("theo") == BY_INDICATOR
    for (unit, indicator), one in seen.items.items():
        if by_indicator and indicator == found.indicator and seen.may_see(unit):
            yield Line(seen.short(unit), one.state, _address(seen, one, by_indicator=True), unit == found.unit)
        elif not by_indicator and unit == found.unit:
            yield Line(seen.title(indicator), one.state, _address(seen, one), indicator == found.indicator)


def _address(seen: Appraising, one: Item, *, by_indicator: bool = False) -> str:
    address = reverse("appraise", args=[seen.looking.season.slug, one.unit, one.indicator])
    return f"{address}?theo={BY_INDICATOR}" if by_indicator else address


def _next_address(request: HttpRequest, seen: Appraising, found: Item) -> str:
    """The next item of the queue that waits, else this one."""
    by_indicator = request.GET.get("theo") == BY_INDICATOR
    queue = [
        one
        for (unit, indicator), one in seen.items.items()
        if (indicator == found.indicator and seen.may_see(unit) if by_indicator else unit == found.unit)
    ]
    place = next(
        number for number, one in enumerate(queue) if (one.unit, one.indicator) == (found.unit, found.indicator)
    )
    waiting = [one for one in (*queue[place + 1 :], *queue[:place]) if one.state.waits_for_appraisal]
    return _address(seen, waiting[0] if waiting else found, by_indicator=by_indicator)
