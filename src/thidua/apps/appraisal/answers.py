"""What appraisal answers when a season wants to move on: is everything appraised, and no objection open.

A season of which no figure is kept here has no answer; a document shows it then.
"""

from collections import Counter

from thidua.apps.appraisal.items import Item, ItemState, items_of
from thidua.apps.reporting.models import Figure
from thidua.apps.rulebooks.selectors import rulebook_of, version_in_force
from thidua.apps.seasons.guards import Finding, Situation
from thidua.apps.seasons.models import Season
from thidua.core.phases import Guard


def appraised(situation: Situation) -> Finding | None:
    """Every reported figure of every unit has its decision."""
    items = _items(situation)
    if items is None:
        return None
    reported = [item for item in items if item.state is not ItemState.UNREPORTED]
    waiting = Counter(item.unit for item in reported if item.state.waits_for_appraisal)
    if not waiting:
        return Finding(Guard.APPRAISED, True, "guard.appraised.holds", {"count": len(reported)})
    names = [situation.names.get(unit, unit) for unit in waiting]
    data = {"count": sum(waiting.values()), "units": names}
    return Finding(Guard.APPRAISED, False, "guard.appraised.waits", data, link="appraisal")


def objections_ruled(situation: Situation) -> Finding | None:
    """No objection waits for its ruling, and nobody can still object."""
    items = _items(situation)
    if items is None:
        return None
    waiting = [item for item in items if item.state is ItemState.OBJECTED]
    running = [item for item in items if item.may_object(situation.on)]
    guard = Guard.OBJECTIONS_RULED
    if waiting:
        return Finding(guard, False, "guard.objections_ruled.waits", {"count": len(waiting)}, link="objections")
    if running:
        day = max(item.decision.due_on for item in running if item.decision and item.decision.due_on)
        return Finding(guard, False, "guard.objections_ruled.runs", {"count": len(running), "day": day})
    ruled = sum(item.ruling is not None for item in items)
    return Finding(guard, True, "guard.objections_ruled.holds", {"count": ruled})


def _items(situation: Situation) -> list[Item] | None:
    season = Season.objects.get(pk=situation.slug)
    is_kept = Figure.objects.filter(season=season).exists() and version_in_force(season, on=situation.on) is not None
    if not is_kept:
        return None
    return list(items_of(season, rulebook_of(season, on=situation.on), situation.standing.members).values())
