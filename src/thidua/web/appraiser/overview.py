"""The appraisal at a glance: each unit with how far it is, by whom it is checked, and what this person does there."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.items import Item, ItemState
from thidua.core.scoring.cells import SeasonUnit
from thidua.web.appraiser.looking import Appraising, appraising

SHOWN = (
    ItemState.PENDING,
    ItemState.WAITING,
    ItemState.RETURNED,
    ItemState.OBJECTED,
    ItemState.ADJUSTED,
    ItemState.ACCEPTED,
)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit: how many items stand how, who checks it, and whether this person appraises it."""

    unit: SeasonUnit
    checkers: tuple[str, ...]
    counts: tuple[int, ...]
    done: int
    of: int
    is_mine: bool
    may_see: bool


@login_required
@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Every unit of the season."""
    seen = appraising(request, slug)
    lines = [_line(seen, unit) for unit in seen.units]
    context = seen.context(
        lines=lines,
        states=SHOWN,
        is_drawn=any(seen.named.values()),
        may_draw=seen.looking.may(Verb.DRAW_ROSTER),
        may_compare=seen.looking.may(Verb.READ_STANDINGS),
        may_agree=seen.looking.may(Verb.AGREE_POINTS),
    )
    return render(request, "appraiser/overview.html", context)


def counted(items: list[Item]) -> Counter[ItemState]:
    """How many items stand how; a ruling is a decision, a paper minute an acceptance."""
    found = Counter(item.state for item in items)
    found[ItemState.ADJUSTED] += found.pop(ItemState.RULED, 0)
    found[ItemState.ACCEPTED] += found.pop(ItemState.RECORDED, 0)
    return found


def _line(seen: Appraising, unit: SeasonUnit) -> UnitLine:
    items = [item for (code, _indicator), item in seen.items.items() if code == unit.code]
    counts = counted(items)
    return UnitLine(
        unit=unit,
        checkers=tuple(seen.short(code) for code in seen.named[unit.code]),
        counts=tuple(counts[state] for state in SHOWN),
        done=sum(item.state.is_decided for item in items),
        of=sum(item.state is not ItemState.UNREPORTED for item in items),
        is_mine=seen.may_review(Verb.APPRAISE, unit.code),
        may_see=seen.may_see(unit.code),
    )
