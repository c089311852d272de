"""Which claims are looked at on the spot: the largest always, others by a drawn word that anybody can draw again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from thidua.core.errors import Problem, RosterRefused
from thidua.core.numbers import Number


class Cause(StrEnum):
    """Why a claim is in the sample."""

    LARGE = "large"  # as much is at stake as the plan always looks at
    DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a unit claims in one criterion; `points` are at stake."""

    unit: str
    criterion: str
    points: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePlan:
    """How many claims of each unit, from how many points on always, and the word that was drawn."""

    of_each: int
    always_from: Number | None
    word: str


@dataclass(frozen=True, slots=True)
class Sampled:
    """A claim of the sample, and why it is there."""

    claim: Claim
    cause: Cause


def draw_sample(claims: Sequence[Claim], plan: SamplePlan) -> tuple[Sampled, ...]:
    """The sample, unit by unit in the order of the claims. Raises RosterRefused when the plan asks for nothing."""
    if plan.of_each < 1:
        raise RosterRefused(Problem("roster.sample_of_none", {"count": plan.of_each}))
    return tuple(_drawn(claims, plan))


def _drawn(claims: Sequence[Claim], plan: SamplePlan) -> Iterator[Sampled]:
    for unit in dict.fromkeys(claim.unit for claim in claims):
        own = [claim for claim in claims if claim.unit == unit]
        large = [claim for claim in own if _is_large(claim, plan)]
        by_lot = sorted((claim for claim in own if claim not in large), key=lambda claim: _lot(claim, plan))
        drawn = by_lot[: max(plan.of_each - len(large), 0)]
        for claim in own:
            if claim in large:
                yield Sampled(claim, Cause.LARGE)
            elif claim in drawn:
                yield Sampled(claim, Cause.DRAWN)


def _is_large(claim: Claim, plan: SamplePlan) -> bool:
    least = plan.always_from
    return least is not None and claim.points.digits * 10**least.places >= least.digits * 10**claim.points.places


def _lot(claim: Claim, plan: SamplePlan) -> bytes:
    return sha256(f"{plan.word}\n{claim.unit}\n{claim.criterion}".encode()).digest()
