"""The pace of a unit: its periods against milestones and targets, for every indicator reported within the year."""

from collections.abc import Sequence
from datetime import date

from thidua.apps.reporting.periods import parts_of
from thidua.apps.rulebooks.selectors import milestones_of
from thidua.apps.seasons.models import Season
from thidua.core.pace import Pace, pace_of
from thidua.core.scoring.aggregate import periods_owed
from thidua.core.scoring.cells import Scope
from thidua.core.scoring.figures import Target, targets_in_force


def paces_of(season: Season, unit: str, scope: Scope, targets: Sequence[Target]) -> tuple[Pace, ...]:
    """How a unit gets on, in the order of the rulebook; only what has numbers has a pace. As many queries for one
    indicator as for all.
    """
    asked = (
        [one for one in scope.rulebook.indicators if one.has_periods and one.kind.number_kind] if scope.rulebook else []
    )
    member = next((one for one in scope.units if one.code == unit), None)
    if not asked or member is None:
        return ()
    day = scope.as_of or date.max
    parts = parts_of(season, unit, scope)
    steps = [one for one in milestones_of(season, on=day) if one.unit == unit]
    in_force = targets_in_force(targets, scope.as_of)
    paces = []
    for indicator in asked:
        target = in_force.get((unit, indicator.code))
        paces.append(
            pace_of(
                parts.get(indicator.code, ()),
                indicator=indicator,
                owed=periods_owed(member, indicator, scope),
                target=None if target is None else target.value,
                milestones=[one for one in steps if one.indicator == indicator.code],
            )
        )
    return tuple(paces)
