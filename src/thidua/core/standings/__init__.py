"""Ranks by name, the tie-break chain with each step recorded, and the standings of a cluster."""

from thidua.core.standings.rank import Entrant, Key, Method, Ranked, Ranking, TieStep, rank
from thidua.core.standings.standings import ClusterStandings, Unranked, standings

__all__ = [
    "ClusterStandings",
    "Entrant",
    "Key",
    "Method",
    "Ranked",
    "Ranking",
    "TieStep",
    "Unranked",
    "rank",
    "standings",
]
