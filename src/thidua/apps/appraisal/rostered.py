"""Reads of the roster: who checks whom, in this season and in those before it."""

from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Assigned:
    """Who checks whom in a season: the roster that counts, and the pairs that must not be, as somebody declared."""

    pairs: tuple[Pair, ...] = ()
    conflicts: frozenset[Pair] = frozenset()

    def checkers_of(self, unit: str) -> tuple[str, ...]:
        """The units that the roster sends to check one; none without a roster."""
        return tuple(pair.checker for pair in self.pairs if pair.subject == unit)

    def forbids(self, checker: str, unit: str) -> bool:
        """Whether it was declared that one must not check the other."""
        return Pair(checker, unit) in self.conflicts


def assigned_in(season: Season) -> Assigned:
    """Who checks whom. Two queries."""
    return Assigned(pairs_of(roster_of(season)), frozenset(declared_pairs(season)))


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
