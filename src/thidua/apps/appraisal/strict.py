"""How strict each appraiser was, from the decisions on points: entered points, where claim and decision are points."""

from collections.abc import Iterator
from dataclasses import dataclass

from thidua.apps.access.selectors import account_names
from thidua.apps.appraisal.models import Decision, Verdict
from thidua.apps.seasons.models import Season
from thidua.core.checking.strictness import Ruled, Strictness, strictness_of
from thidua.core.errors import NumberRefused
from thidua.core.numbers import Number, NumberKind
from thidua.core.reading import read_number
from thidua.core.rulebook.schema import FigureKind, Rulebook


@dataclass(frozen=True, slots=True)
class Told:
    """One appraiser by name."""

    name: str
    found: Strictness


def strictness_in(season: Season, rulebook: Rulebook) -> list[Told]:
    """Each appraiser of a season; computed points say nothing of a person and are left out."""
    ruled = list(_ruled(season, rulebook))
    names = account_names({one.appraiser for one in ruled})
    return [Told(names.get(one.appraiser, one.appraiser), one) for one in strictness_of(ruled)]


def _ruled(season: Season, rulebook: Rulebook) -> Iterator[Ruled]:
    points = {one.code for one in rulebook.indicators if one.kind is FigureKind.POINTS}
    most = {leaf.indicator: node for node, leaf in rulebook.leaves if leaf.indicator in points}
    for row in Decision.objects.filter(season=season).exclude(verdict=Verdict.RETURN).order_by("at"):
        node = most.get(row.indicator)
        claimed, decided = _points(row.claimed), _points(row.typed)
        if node is not None and node.points.digits and claimed is not None and decided is not None:
            yield Ruled(
                appraiser=row.by_account, criterion=node.code, claimed=claimed, decided=decided, most=node.points
            )


def _points(text: str) -> Number | None:
    try:
        value = read_number(text, NumberKind.DECIMAL)
    except NumberRefused:
        return None
    return value if isinstance(value, Number) else None
