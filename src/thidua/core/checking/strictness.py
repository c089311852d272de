"""How strict each appraiser was, held against the others in the same criteria.

A cut is what was claimed less what was decided; a raise counts as a negative cut. What an appraiser cut is compared
with what the others would have cut of the same points: their share of the maximum in each criterion. Without others in
a criterion there is nothing to compare, and from few items nothing is said.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import gcd

from thidua.core.numbers import Number, round_to

LEAST = 5  # items, below which no difference is told
PERCENT_PLACES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """One decision: the points claimed, the points decided, and the most that there was (above 0)."""

    appraiser: str
    criterion: str
    claimed: Number
    decided: Number
    most: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Strictness:
    """One appraiser. Shares are percentages of the maximum, printed to two decimals.

    items: decisions · lowered: decisions below the claim · share: cut of all that they judged · compared: decisions in
    criteria that others judged too · others: what these would have cut there · own: what this one cut there ·
    difference: own less others; both None below LEAST compared items.
    """

    appraiser: str
    items: int
    lowered: int
    share: Number
    compared: int
    own: Number | None
    others: Number | None
    difference: Number | None


def strictness_of(ruled: Sequence[Ruled]) -> tuple[Strictness, ...]:
    """Each appraiser in the order of their first decision."""
    places = max((number.places for one in ruled for number in (one.claimed, one.decided, one.most)), default=0)
    sums = _sums(ruled, places)
    return tuple(_one(name, ruled, sums, places) for name in dict.fromkeys(one.appraiser for one in ruled))


@dataclass(slots=True)
class _Sum:
    """What was cut of how much, in units of the last place."""

    cut: int = 0
    most: int = 0


Sums = dict[tuple[str, str], _Sum]  # appraiser, criterion


def _sums(ruled: Iterable[Ruled], places: int) -> Sums:
    sums: Sums = defaultdict(_Sum)
    for one in ruled:
        kept = sums[one.appraiser, one.criterion]
        kept.cut += _digits(one.claimed, places) - _digits(one.decided, places)
        kept.most += _digits(one.most, places)
    return sums


def _one(name: str, ruled: Sequence[Ruled], sums: Sums, places: int) -> Strictness:
    own = [one for one in ruled if one.appraiser == name]
    cut, most = _added(sums[name, criterion] for criterion in {one.criterion for one in own})
    beside = {criterion: kept for criterion, kept in _beside(name, own, sums) if kept.most}
    compared = [one for one in own if one.criterion in beside]
    base = Strictness(
        appraiser=name,
        items=len(own),
        lowered=sum(_digits(one.decided, places) < _digits(one.claimed, places) for one in own),
        share=round_to((100 * cut, most), PERCENT_PLACES),
        compared=len(compared),
        own=None,
        others=None,
        difference=None,
    )
    return base if len(compared) < LEAST else _held_against(base, sums, beside)


def _held_against(base: Strictness, sums: Sums, beside: dict[str, _Sum]) -> Strictness:
    """The same with what the others would have cut: of each criterion's maximum their share."""
    cut, most = _added(sums[base.appraiser, criterion] for criterion in beside)
    numerator, denominator = 0, 1
    for criterion, others in beside.items():
        weight = sums[base.appraiser, criterion].most
        numerator, denominator = _plus(numerator, denominator, weight * others.cut, others.most)
    own = (100 * cut, most)
    expected = (100 * numerator, denominator * most)
    gap = (100 * (cut * denominator - numerator), denominator * most)
    return Strictness(
        appraiser=base.appraiser,
        items=base.items,
        lowered=base.lowered,
        share=base.share,
        compared=base.compared,
        own=round_to(own, PERCENT_PLACES),
        others=round_to(expected, PERCENT_PLACES),
        difference=round_to(gap, PERCENT_PLACES),
    )


def _beside(name: str, own: Sequence[Ruled], sums: Sums) -> Iterator[tuple[str, _Sum]]:
    """For each criterion of an appraiser, what all others cut of it."""
    for criterion in dict.fromkeys(one.criterion for one in own):
        others = [kept for (who, what), kept in sums.items() if what == criterion and who != name]
        yield criterion, _Sum(*_added(others))


def _added(sums: Iterable[_Sum]) -> tuple[int, int]:
    listed = list(sums)
    return sum(one.cut for one in listed), sum(one.most for one in listed)


def _plus(numerator: int, denominator: int, more: int, of: int) -> tuple[int, int]:
    top, bottom = numerator * of + more * denominator, denominator * of
    common = gcd(top, bottom)
    return top // common, bottom // common


def _digits(number: Number, places: int) -> int:
    scale: int = 10 ** (places - number.places)
    return number.digits * scale
