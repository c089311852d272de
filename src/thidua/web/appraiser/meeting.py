"""The meeting that agrees, as one screen: the open points of all units, ruled one by one, and the minute made of it."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from thidua.apps.access.policy import may
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.items import Item
from thidua.apps.appraisal.models import Meeting, Point
from thidua.apps.appraisal.services import agree_point, hold_meeting
from thidua.apps.appraisal.services.agreeing import Minute, said_before, stands_as_appraised
from thidua.apps.appraisal.services.common import demand_for_the_meeting, may_agree_for
from thidua.apps.ledger.selectors import head_line
from thidua.apps.seasons.documents import Document
from thidua.core.scoring.cells import SeasonUnit
from thidua.core.states import Stage
from thidua.web.appraiser.looking import Appraising, appraising, look_of, nothing_here
from thidua.web.common.forms import Field, Form, Kind
from thidua.web.common.templatetags.words import current_language
from thidua.web.secretary.documents import DOCUMENT
from thidua.words.say import say

POINT = (
    Field("unit", "appraiser.unit"),
    Field("indicator", "appraiser.indicator"),
    Field("typed", "appraiser.agreed_figure"),
    Field("reason", "appraiser.agreed_reason", Kind.PASSAGE),
)
MINUTE = (
    Field("held_on", "appraiser.held_on", Kind.DAY),
    Field("place", "appraiser.place"),
    Field("present", "appraiser.present", Kind.PASSAGE, hint="appraiser.present_hint"),
    Field("opinion", "appraiser.opinion", Kind.PASSAGE, required=False),
    *DOCUMENT,
)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One point of the meeting: what was claimed, what stands, what was agreed on."""

    item: Item
    unit: SeasonUnit
    title: str
    claimed: str
    before: str
    agreed: str
    is_open: bool
    may_write: bool

    @property
    def look(self) -> str:
        return look_of(self.item.state)


@dataclass(frozen=True, slots=True)
class Covered:
    """The figures of one unit that the meeting agrees to as they were appraised, by the one act that closes it."""

    unit: SeasonUnit
    lines: tuple[tuple[str, str], ...]  # title and figure


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Rule one point, or close the meeting with its minute."""
    seen = appraising(request, slug, Verb.READ_STANDINGS)
    closing = request.POST.get("act") == "close"
    point = Form(POINT, None if closing else request)
    minute = Form(MINUTE, request if closing else None)
    if request.method == "POST":
        about = seen.subject("" if closing else request.POST.get("unit", ""))
        demand_for_the_meeting(request.actor, about, seen.looking.standing)
        form = minute if closing else point
        with form.showing_problems():
            given = form.read()
            if closing:
                _close(request, seen, given)
                return redirect("agreed_minutes", slug)
            agree_point(actor=request.actor, season=seen.looking.season, **given)
            messages.success(request, say("appraiser.agreed", current_language(), title=seen.title(given["indicator"])))
            return redirect("agree_points", slug)
    points = [_point(seen, one) for one in seen.items.values() if _is_listed(one)]
    points.sort(key=lambda one: not one.is_open)  # what has still to be ruled on comes first
    context = seen.context(
        points=points,
        point=point,
        minute=minute,
        open_count=sum(one.is_open for one in points),
        covered=_covered(seen),
        meetings=list(Meeting.objects.filter(season=seen.looking.season)),
        may_close=may(request.actor, Verb.AGREE_POINTS, seen.looking.subject),
    )
    return render(request, "appraiser/meeting.html", context, status=max(point.status, minute.status))


@login_required
@require_safe
def minutes(request: HttpRequest, slug: str) -> HttpResponse:
    """The minute of the last meeting, as it is printed and signed."""
    seen = appraising(request, slug, Verb.READ_STANDINGS)
    meeting = Meeting.objects.filter(season=seen.looking.season).last()
    if meeting is None:
        raise nothing_here()
    rows = Point.objects.filter(meeting=meeting).order_by("at")
    context = seen.context(
        meeting=meeting,
        present=meeting.present.splitlines(),
        points=[(seen.unit(row.unit), seen.title(row.indicator), row) for row in rows],
        units=seen.units,
        head=head_line(seen.looking.season.ledger_chain()),
    )
    return render(request, "appraiser/minutes.html", context)


def _close(request: HttpRequest, seen: Appraising, given: dict[str, object]) -> None:
    document = Document(str(given.pop("number")), given.pop("date"))  # type: ignore[arg-type]
    hold_meeting(actor=request.actor, season=seen.looking.season, minute=Minute(**given), document=document)  # type: ignore[arg-type]


def _covered(seen: Appraising) -> list[Covered]:
    """What the close agrees to as it was appraised, unit by unit."""
    found = []
    for unit in seen.units:
        items = [one for one in seen.items.values() if one.unit == unit.code and stands_as_appraised(one)]
        lines = tuple((seen.title(one.indicator), one.figures[Stage.APPRAISED].typed) for one in items)
        found.append(Covered(unit, lines))
    return found


def _is_listed(item: Item) -> bool:
    """What the meeting speaks of: what waits, what was cut or objected to, and what it has ruled on."""
    state, agreed, appraised = item.state, item.figures.get(Stage.AGREED), item.figures.get(Stage.APPRAISED)
    differs = item.claim is not None and appraised is not None and item.claim.typed != appraised.typed
    return (
        state.waits_for_appraisal
        or item.objection is not None
        or differs
        or (agreed is not None and (appraised is None or agreed.typed != appraised.typed))
    )


def _point(seen: Appraising, item: Item) -> OpenPoint:
    agreed = item.figures.get(Stage.AGREED)
    return OpenPoint(
        item=item,
        unit=seen.unit(item.unit),
        title=seen.title(item.indicator),
        claimed=item.claim.typed if item.claim else "",
        before=said_before(item),
        agreed=agreed.typed if agreed else "",
        is_open=agreed is None and not item.state.is_decided,
        may_write=may_agree_for(seen.looking.actor, seen.subject(item.unit), seen.looking.standing),
    )
