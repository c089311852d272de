"""Classes of a year (xuất sắc, tốt …): thresholds, minimum shares, quotas and their rounding, ties across the edge.

A unit qualifies for the best class whose conditions it meets; a quota then keeps the first of them by rank and the
others fall to the next class. Nothing is ever cut by the order of rows (DOMAIN K23, K35).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.columns import compare
from thidua.core.numbers import Number, RoundingMode, round_to
from thidua.core.plain import Amount
from thidua.core.rulebook.above import ClassRule, Counted, Edge, Quota, ShareOf


@dataclass(frozen=True, slots=True)
class Share:
    """A criterion's printed points beside the most that the unit could have got."""

    criterion: str
    points: Number
    maximum: Number

    def is_below(self, least: tuple[int, int]) -> bool:
        """Whether points/maximum lies below a fraction; a criterion without a maximum never does."""
        (a, b), (c, d) = self.points.ratio, self.maximum.ratio
        return c > 0 and compare((a * d, b * c), least) < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A unit to be classified.

    total: printed · place: its rank after the tie chain · leaf_shares, top_shares: what minimum shares are held
    against · best_allowed: the best class that a knock-out leaves open, empty for all.
    """

    unit: str
    total: Number
    place: Number
    leaf_shares: tuple[Share, ...] = ()
    top_shares: tuple[Share, ...] = ()
    best_allowed: str = ""


class Why(StrEnum):
    """Why a unit was not given a better class."""

    POINTS = "points"
    MIN_SHARE = "min_share"
    KNOCK_OUT = "knock_out"
    QUOTA = "quota"
    EDGE = "edge"


@dataclass(frozen=True, slots=True)
class Passed:
    """A class that a unit did not get, and why; `criterion` is the first that lies below the minimum share."""

    name: str
    why: Why
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Classified:
    """A unit's class (empty: none) and the better ones that it missed, best first."""

    unit: str
    name: str
    missed: tuple[Passed, ...]


@dataclass(frozen=True, slots=True)
class QuotaStep:
    """How a quota came out: of how many, the exact limit, how many qualified, how many were kept."""

    name: str
    base: int
    limit: int
    qualified: int
    kept: int


@dataclass(frozen=True, slots=True)
class Classification:
    """Every unit's class, in the order given, and every quota that was counted."""

    units: tuple[Classified, ...]
    quotas: tuple[QuotaStep, ...]


def classify(candidates: Sequence[Candidate], classes: Sequence[ClassRule]) -> Classification:
    """Classify units; classes stand from best to worst. The order of candidates decides nothing.

    Quotas that count better classes as well are wider than the ones inside them: they cut first, from the worst class
    to the best, so that a share of a class is one of those that its own quota has kept.
    """
    sorting = _Sorting(candidates, classes)
    limited = [(index, rule.quota) for index, rule in enumerate(classes) if rule.quota is not None]
    nested = [(index, quota) for index, quota in limited if quota.counted is Counted.WITH_BETTER]
    for index, quota in reversed(nested):
        sorting.cut(index, quota, range(index + 1))
    reached = dict(sorting.level)
    for index, quota in limited:
        if quota.counted is Counted.ALONE:
            sorting.cut(index, quota, range(index, index + 1), reached)
    units = tuple(
        Classified(one.unit, _name(classes, sorting.level[one.unit]), tuple(sorting.missed[one.unit]))
        for one in candidates
    )
    return Classification(units, tuple(sorting.steps[index] for index, _quota in limited))


class _Sorting:
    """Units on their way to a class. level: the index of the class that each stands in."""

    def __init__(self, candidates: Sequence[Candidate], classes: Sequence[ClassRule]) -> None:
        self.candidates, self.classes = candidates, classes
        self.level: dict[str, int] = {}
        self.missed: dict[str, list[Passed]] = {}
        self.steps: dict[int, QuotaStep] = {}
        for one in candidates:
            self.level[one.unit], self.missed[one.unit] = _next_met(one, classes, 0)

    def cut(self, index: int, quota: Quota, counted: range, reached: Mapping[str, int] | None = None) -> None:
        """Keep the first of those in the classes that count; the others fall below the class of this quota.

        reached: the best class that each unit could have, as it stands now unless given.
        """
        held = [one for one in self.candidates if self.level[one.unit] in counted]
        base = _base(quota, self.level if reached is None else reached, self.classes)
        limit = max(quota.at_least, _limit(quota.most, base, quota.rounding))
        kept = _kept(held, limit, quota.edge)
        self.steps[index] = QuotaStep(self.classes[index].name, base, limit, len(held), len(kept))
        for one in held:
            if one.unit not in kept:
                self._lower(one, index, _why_cut(one, held, limit, quota.edge))

    def _lower(self, one: Candidate, index: int, why: Why) -> None:
        """Put a unit below a class; what it misses by that is kept, best class first."""
        for at in range(self.level[one.unit], index + 1):
            passed = Passed(self.classes[at].name, why)
            self.missed[one.unit].append(next(_objections(one, self.classes, at), passed))
        self.level[one.unit], further = _next_met(one, self.classes, index + 1)
        self.missed[one.unit] += further


def _next_met(one: Candidate, classes: Sequence[ClassRule], start: int) -> tuple[int, list[Passed]]:
    """The index of the first class from `start` whose conditions hold (len(classes): none), and those passed over."""
    passed: list[Passed] = []
    for index in range(start, len(classes)):
        objection = next(_objections(one, classes, index), None)
        if objection is None:
            return index, passed
        passed.append(objection)
    return len(classes), passed


def _objections(one: Candidate, classes: Sequence[ClassRule], index: int) -> Iterator[Passed]:
    rule = classes[index]
    names = [each.name for each in classes]
    if one.best_allowed and index < names.index(one.best_allowed):
        yield Passed(rule.name, Why.KNOCK_OUT)
    if compare(one.total.ratio, rule.least.ratio) < 0:
        yield Passed(rule.name, Why.POINTS)
    if rule.min_share is not None:
        shares = one.leaf_shares if rule.min_share_of is ShareOf.LEAVES else one.top_shares
        low = [share for share in shares if share.is_below(rule.min_share.ratio)]
        yield from (Passed(rule.name, Why.MIN_SHARE, share.criterion) for share in low)


def _base(quota: Quota, reached: Mapping[str, int], classes: Sequence[ClassRule]) -> int:
    """Of how many units the quota is a share: those that reach the named class or a better one, or all."""
    if not quota.of_class:
        return len(reached)
    index = [one.name for one in classes].index(quota.of_class)
    return sum(1 for level in reached.values() if level <= index)


def _limit(most: Amount, base: int, rounding: RoundingMode) -> int:
    if isinstance(most, Number):
        return round_to(most.ratio, 0, RoundingMode.DOWN).digits
    numerator, denominator = most.ratio
    return round_to((numerator * base, denominator), 0, rounding).digits


def _kept(held: Sequence[Candidate], limit: int, edge: Edge) -> set[str]:
    """Who stays within the limit. Units are compared by total, or by place where the tie chain decides."""
    if len(held) <= limit:
        return {one.unit for one in held}
    if edge is Edge.TIE_BREAK:
        return {one.unit for one in held if _ahead_or_level(one, held, by_place=True) <= limit}
    if edge is Edge.EXCLUDE_ALL:
        return {one.unit for one in held if _ahead_or_level(one, held, by_place=False) <= limit}
    return {one.unit for one in held if _ahead(one, held, by_place=False) < limit}


def _ahead(one: Candidate, held: Sequence[Candidate], *, by_place: bool) -> int:
    """How many stand before this unit: by their place, or with a larger total."""
    if by_place:
        return sum(compare(other.place.ratio, one.place.ratio) < 0 for other in held)
    return sum(compare(other.total.ratio, one.total.ratio) > 0 for other in held)


def _ahead_or_level(one: Candidate, held: Sequence[Candidate], *, by_place: bool) -> int:
    """How many stand before this unit or level with it, itself included."""
    if by_place:
        return sum(compare(other.place.ratio, one.place.ratio) <= 0 for other in held)
    return sum(compare(other.total.ratio, one.total.ratio) >= 0 for other in held)


def _why_cut(one: Candidate, held: Sequence[Candidate], limit: int, edge: Edge) -> Why:
    """Cut because others filled the places, or because equals stood on both sides of the edge and none was kept."""
    return Why.QUOTA if _ahead(one, held, by_place=edge is Edge.TIE_BREAK) >= limit else Why.EDGE


def _name(classes: Sequence[ClassRule], index: int) -> str:
    return classes[index].name if index < len(classes) else ""
