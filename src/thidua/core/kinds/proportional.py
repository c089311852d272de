"""Points in proportion: K4 linear ratio with a cap, K5 with a floor, K38 the inverse where less is better."""

from dataclasses import dataclass
from enum import StrEnum

from thidua.core.columns import Column, Mask
from thidua.core.kinds.base import Run, Shape, shape
from thidua.core.kinds.params import AMOUNT, one_of, param
from thidua.core.numbers import Number, Rate
from thidua.core.plain import Amount

ZERO = Number(0)
WHOLE_HUNDRED = Rate(Number(100))


class ZeroTarget(StrEnum):
    """What a target of zero means (DOMAIN §3.10, "settled here"). Never guessed."""

    ERROR = "error"
    NO_TARGET = "no_target"
    MET_IF_ZERO = "met_if_zero"


class Of(StrEnum):
    """What the ratio is taken of."""

    TARGET = "target"
    WHOLE = "whole"


def zero_targets(run: Run, policy: ZeroTarget) -> tuple[Mask, Mask]:
    """(rows whose target can be divided by, rows with a target of zero that count as a target). Shapes `(rows,)`."""
    zero = run.is_zero(run.target) & run.has_target
    if policy is ZeroTarget.ERROR:
        run.refuse(zero & run.valid, "scoring.zero_target")
    counted = zero if policy is ZeroTarget.MET_IF_ZERO else zero & False
    return run.has_target & ~zero, counted


def met_at_zero(run: Run) -> Mask:
    """Rows whose value reaches a target of zero. Shape `(rows,)`."""
    zero = Column.whole(0)
    return run.spread((run.value <= zero if run.less_is_better else run.value >= zero).mask)


def attained(run: Run, most: Column) -> Column:
    """The degree to which a target other than zero is reached; better results never reach less.

    A/T where more is better and T > 0, T/A where less is better (K38). Below zero the two change places: a fall of
    3 % against a target of −5 % reaches 3/5 where less is better; where more is better it is beyond that target.
    most: what T/A is taken to be where A has come to zero or passed it, towards the better side.
    """
    nothing = Column.whole(0)
    below_zero = run.spread((run.target < nothing).mask)
    inverse = ~below_zero if run.less_is_better else below_zero
    if not inverse.any():
        return run.value / run.target
    passed = run.spread((run.value <= nothing if run.less_is_better else run.value >= nothing).mask)
    return run.choose((inverse & passed, most), (inverse, run.target / run.value), otherwise=run.value / run.target)


@shape("proportional", "K4", "K5", "K38")
@dataclass(frozen=True, slots=True, kw_only=True)
class Proportional(Shape):
    """M·A/T up to a cap; nothing below a floor. `of: whole` takes the value itself as the ratio (K5, K25).

    K4: A = 60, T = 75, M = 10 → 8,00. K5: r = 92 %, floor 80 %, M = 2 → 1,84; r equal to the floor counts.
    K38, less is better: T = 114, A = 120, M = 10 → 9,50; A = 0 → 10.
    """

    of: Of = param(
        one_of(Of),
        default=Of.TARGET,
        about="share of the target, or a value that is itself a share / so với chỉ tiêu hay bản thân là tỷ lệ",
    )
    cap: Amount = param(
        AMOUNT, default=WHOLE_HUNDRED, about="share of the target beyond which nothing is gained / mức trần"
    )
    floor: Amount = param(AMOUNT, default=ZERO, about="share of the target below which there are no points / mức sàn")
    zero_target: ZeroTarget = param(
        one_of(ZeroTarget), default=ZeroTarget.ERROR, about="what a target of zero means / chỉ tiêu bằng 0 nghĩa là gì"
    )

    def points(self, run: Run) -> Column:
        """M × attained, 0 below the floor, M × cap above the cap."""
        ratio = run.value if self.of is Of.WHOLE else self._of_target(run)
        cap, floor, nothing = Column.constant(self.cap), Column.constant(self.floor), Column.whole(0)
        over, under = ratio > cap, ratio < floor
        run.note("proportional.capped", where=over.mask, value=ratio, limit=cap)
        run.note("proportional.below_floor", where=under.mask, value=ratio, limit=floor)
        scored = run.full * run.choose((run.spread(over.mask), cap.settled()), otherwise=ratio)
        return run.choose((run.spread(under.mask), nothing), otherwise=scored)

    def _of_target(self, run: Run) -> Column:
        divisible, zero = zero_targets(run, self.zero_target)
        none = ~run.has_target if self.zero_target is ZeroTarget.ERROR else ~divisible & ~zero
        run.refuse(run.valid & none, "scoring.no_target")
        met = zero & met_at_zero(run)
        reached = attained(run, Column.constant(self.cap))
        return run.choose((divisible, reached), (met, Column.whole(1)), otherwise=Column.whole(0))

    @property
    def uses_target(self) -> bool:
        """Only where the ratio is taken of a target."""
        return self.of is Of.TARGET
