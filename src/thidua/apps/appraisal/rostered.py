"""Reads of the roster: who checks whom, in this season and in those before it."""

from collections.abc import Iterator

from thidua.apps.appraisal.models import Conflict, Roster
from thidua.apps.organisation.selectors import Standing
from thidua.apps.seasons.models import Season
from thidua.core.checking.roster import Pair, Posts

SEASONS_BACK = 3


def roster_of(season: Season) -> Roster | None:
    """The roster that counts."""
    return Roster.objects.filter(season=season).order_by("-version").first()


def pairs_of(roster: Roster | None) -> tuple[Pair, ...]:
    """Who checks whom."""
    return () if roster is None else tuple(Pair(*pair) for pair in roster.pairs)


def checkers_of(season: Season, unit: str) -> tuple[str, ...]:
    """The units that check one; none without a roster."""
    return tuple(pair.checker for pair in pairs_of(roster_of(season)) if pair.subject == unit)


def earlier_pairs(season: Season) -> set[Pair]:
    """The pairs of the seasons that handed over to this one, some years back."""
    return {pair for before in _before(season) for pair in pairs_of(roster_of(before))}


def conflicts_of(season: Season) -> list[Conflict]:
    """What was declared, in the order of time."""
    return list(Conflict.objects.filter(season=season).order_by("at"))


def declared_pairs(season: Season) -> set[Pair]:
    """The pairs that must not be."""
    return {Pair(row.checker, row.subject) for row in conflicts_of(season)}


def posts_of(standing: Standing) -> Posts:
    """Chair and deputy as the roster sees them."""
    return Posts(chair=standing.chair, deputy=standing.deputy)


def _before(season: Season) -> Iterator[Season]:
    one = season.opened_after
    for _year in range(SEASONS_BACK):
        if one is None:
            return
        yield one
        one = one.opened_after
