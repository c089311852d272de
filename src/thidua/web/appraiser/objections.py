"""What units say against decisions: the list with its clocks, and one decision with its answer and ruling."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.policy import demand
from thidua.apps.access.selectors import account_names
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.items import Item, ItemState
from thidua.apps.appraisal.models import Outcome
from thidua.apps.appraisal.services import answer_return, object_to, rule_on, withdraw_objection
from thidua.core.scoring.cells import SeasonUnit
from thidua.web.appraiser.effects import effects
from thidua.web.appraiser.looking import Appraising, appraising, look_of, nothing_here
from thidua.web.appraiser.points import criterion_points
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.words.say import say

OBJECTION = (
    Field("text", "appraiser.objection_text", Kind.PASSAGE),
    Field("wanted", "appraiser.wanted", hint="appraiser.wanted_hint", required=False),
)
ANSWER = (
    Field("typed", "appraiser.answer", hint="appraiser.figure_hint"),
    Field("evidence", "appraiser.evidence", required=False),
)
LISTED = (ItemState.RETURNED, ItemState.OBJECTED, ItemState.ADJUSTED, ItemState.RULED)


@dataclass(frozen=True, slots=True)
class Line:
    """One decision that took something away, and by when who is to speak."""

    item: Item
    unit: SeasonUnit
    title: str
    state: ItemState
    due: date | None
    days_left: int | None
    is_mine: bool

    @property
    def look(self) -> str:
        return look_of(self.state)


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Those that wait first, by the day on which they are due."""
    seen = appraising(request, slug)
    lines = [_line(seen, one) for one in seen.items.values() if one.state in LISTED and seen.may_see(one.unit)]
    order = list(LISTED)
    lines.sort(key=lambda line: (order.index(line.state), line.due or date.max, line.title))
    return render(request, "appraiser/objections.html", seen.context(lines=lines, today=seen.looking.today))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, slug: str, unit: str, indicator: str) -> HttpResponse:
    """One decision as its unit sees it: answer, object, withdraw; and as the one who rules sees it."""
    seen = appraising(request, slug)
    demand(seen.looking.actor, Verb.READ_FIGURES, seen.subject(seen.unit(unit).code))
    found = seen.items.get((unit, indicator))
    if found is None or found.decision is None:
        raise nothing_here()
    form = Form(_fields(request, seen, found), request, initial={"typed": _suggested(found)})
    if request.method == "POST":
        with form.showing_problems():
            _act(request, seen, found, form)
            messages.success(request, say("appraiser.sent", current_language(), title=seen.title(indicator)))
            return redirect("objection", slug, unit, indicator)
    return render(request, "appraiser/objection.html", _context(seen, found, form), status=form.status)


def _act(request: HttpRequest, seen: Appraising, found: Item, form: Form) -> None:
    about = {"actor": request.actor, "season": seen.looking.season, "unit": found.unit, "indicator": found.indicator}
    decision = found.decision_version

    def sent(verb: Callable[..., object], **more: object) -> None:
        verb(**about, **form.read(), **more)

    match request.POST.get("act", ""):
        case "answer":
            sent(answer_return)
        case "object":
            sent(object_to, decision=decision)
        case "withdraw":
            withdraw_objection(**about)
        case "rule":
            given = form.read()
            rule_on(**about, outcome=Outcome(given.pop("outcome")), **given)
        case _:
            raise nothing_here()


def _fields(request: HttpRequest, seen: Appraising, found: Item) -> tuple[Field, ...]:
    """What was sent, by the act that it names; on a page that is opened, what can be said now, by this person."""
    sent = {"answer": ANSWER, "object": OBJECTION, "rule": _ruling_fields()}
    if request.method == "POST":
        return sent.get(request.POST.get("act", ""), ())
    if found.state is ItemState.RETURNED and seen.may(Verb.ANSWER_RETURN, found.unit):
        return ANSWER
    if found.state is ItemState.OBJECTED and seen.may_review(Verb.RULE_ON_OBJECTION, found.unit):
        return _ruling_fields()
    return OBJECTION


def _ruling_fields() -> tuple[Field, ...]:
    outcomes = tuple(
        (one.value, say(f"Outcome.{one}", current_language())) for one in (Outcome.UPHELD, Outcome.REJECTED)
    )
    return (
        Field("outcome", "appraiser.outcome", Kind.CHOICE, choices=outcomes),
        Field("typed", "appraiser.ruled_figure", hint="appraiser.ruled_figure_hint", required=False),
        Field("reason", "appraiser.ruling_reason", Kind.PASSAGE),
    )


def _suggested(found: Item) -> str:
    if found.objection is not None:
        return found.objection.wanted or (found.claim.typed if found.claim else "")
    return found.claim.typed if found.claim else ""


def _context(seen: Appraising, found: Item, form: Form) -> dict[str, object]:
    today = seen.looking.today
    accounts = {row.by_account for row in (found.decision, found.objection, found.ruling) if row is not None}
    decided_by_me = found.decision is not None and found.decision.by_account == seen.looking.actor.account
    return seen.context(
        item=found,
        unit=seen.unit(found.unit),
        title=seen.title(found.indicator),
        look=look_of(found.state),
        form=form,
        people=account_names(accounts),
        points=list(criterion_points(seen, found)),
        effects=effects(seen, found),
        may_answer=found.state is ItemState.RETURNED and seen.may(Verb.ANSWER_RETURN, found.unit),
        may_object=found.may_object(today) and seen.may(Verb.OBJECT, found.unit),
        may_withdraw=found.state is ItemState.OBJECTED and seen.may(Verb.OBJECT, found.unit),
        may_rule=found.state is ItemState.OBJECTED
        and seen.may_review(Verb.RULE_ON_OBJECTION, found.unit)
        and not decided_by_me,
        is_late=found.decision is not None and found.decision.due_on is not None and today > found.decision.due_on,
    )


def _line(seen: Appraising, found: Item) -> Line:
    state = found.state
    due = found.objection.rule_by if state is ItemState.OBJECTED and found.objection else None
    if state in (ItemState.RETURNED, ItemState.ADJUSTED) and found.decision is not None:
        due = found.decision.due_on
    mine = (
        seen.may(Verb.OBJECT, found.unit)
        if state in (ItemState.RETURNED, ItemState.ADJUSTED)
        else seen.may_review(Verb.RULE_ON_OBJECTION, found.unit)
    )
    left = None if due is None else (due - seen.looking.today).days
    return Line(found, seen.unit(found.unit), seen.title(found.indicator), state, due, left, mine)
