"""What stands above the leaves: knock-outs, tie-breaks, ranks, the total and the classes of the year.

Owns their shape only; `scoring` and `standings` compute with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thidua.core.numbers import Number, Rate, RoundingMode
from thidua.core.plain import Amount
from thidua.core.rulebook.adjustments import Adjustment, Predicate


class Effect(StrEnum):
    """What a knock-out does (K22)."""

    NOT_RANKED = "not_ranked"
    ZERO_GROUP = "zero_group"
    CLASS_CAP = "class_cap"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnockOut:
    """A fact that takes a unit out of the ranking or empties a group, whatever its points (điểm liệt)."""

    code: str
    name: str
    when: Predicate
    effect: Effect = Effect.NOT_RANKED
    criterion: str = ""  # the group that is emptied
    best_class: str = ""  # the best class that is left open
    legal_basis: str = ""


class TieKey(StrEnum):
    """What a step of the tie-break chain looks at (K36, DOMAIN §2.5)."""

    POINTS_OF = "points_of"  # more points in a criterion or group first
    DEDUCTIONS = "deductions"  # fewer deducted points first
    BONUSES = "bonuses"  # fewer bonus points first: the standard part weighs more


@dataclass(frozen=True, slots=True, kw_only=True)
class TieBreak:
    """One step of the chain; `criterion` limits it to a part of the tree (empty: the whole)."""

    key: TieKey
    criterion: str = ""


class RankMethod(StrEnum):
    """How equal totals share a rank: 1 2 2 4, 1 2 2 3, or 1 2,5 2,5 4."""

    COMPETITION = "competition"
    DENSE = "dense"
    MEAN = "mean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Limits and re-scaling of the grand total. `rescale_to` computes points × it / assigned maximum (K24, K26)."""

    cap: Number | None = None
    floor: Number | None = None
    rescale_to: Number | None = None
    authority_adjustment: Number | None = None  # the most that the standing body may add or take (K33)
    bonuses: tuple[Adjustment, ...] = ()  # awards and the like that are added to the total (K21)


class Edge(StrEnum):
    """What is done when units of equal standing lie on both sides of a quota's edge (K35)."""

    EXCLUDE_ALL = "exclude_all"
    INCLUDE_ALL = "include_all"
    TIE_BREAK = "tie_break"  # the places of the ranking decide; those that share a place are all left out


class Counted(StrEnum):
    """Which units fill a quota: those of the class alone, or those of better classes as well (K35, nested)."""

    ALONE = "alone"
    WITH_BETTER = "with_better"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """At most this share (or this many) of the units that qualify for a class or a better one; of all if none named.

    Those that qualify for a class whose own quota counts better classes as well are the ones that this quota keeps.
    """

    most: Amount
    of_class: str = ""
    rounding: RoundingMode = RoundingMode.DOWN
    at_least: int = 0
    edge: Edge = Edge.EXCLUDE_ALL
    counted: Counted = Counted.ALONE


class ShareOf(StrEnum):
    """Which criteria must reach a minimum share: every leaf, or the top groups."""

    LEAVES = "leaves"
    TOP = "top"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRule:
    """One class of the year: the fewest points, the least share of each criterion (K23), how many may hold it."""

    name: str
    least: Number
    min_share: Rate | None = None
    min_share_of: ShareOf = ShareOf.LEAVES
    quota: Quota | None = None
    legal_basis: str = ""
