"""Rules that look at the other units of the cluster: K9 target and leader, K10 relative to the best.

Points of these kinds hang on the figures of others, so nothing is final until the cluster closes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thidua.core.columns import Column, Mask
from thidua.core.kinds.base import Run, Shape, shape
from thidua.core.kinds.params import AMOUNT, one_of, param
from thidua.core.kinds.proportional import ZeroTarget, attained, met_at_zero, zero_targets
from thidua.core.numbers import Number, Rate
from thidua.core.numeric import np
from thidua.core.plain import Amount

HALF = Rate(Number(50))


class LeaderBy(StrEnum):
    """What makes a leader: how far the target is exceeded in proportion (x), or the largest result itself (A)."""

    EXCESS = "x"
    RESULT = "A"


def relative_to_best(run: Run, among: Mask) -> Column:
    """M·A/A_best among the given rows (K10); A_best/A where less is better. All zero gives zero, or all M."""
    if not among.any():
        return Column.whole(0)
    best = run.leader(-run.value if run.less_is_better else run.value, among)
    top = run.value.take(best)
    if run.notes is not None:
        run.note("leader.best", where=among, units=run.tied_with(run.value, best, among), value=top)
        run.note("leader.group_of_one", where=among & _only_one(run, among))
    all_zero = Column.whole(1 if run.less_is_better else 0)
    return run.full * share_of_best(run, top, all_zero)


def share_of_best(run: Run, top: Column, all_zero: Column) -> Column:
    """The degree, 0 to 1, to which each value comes up to the best one: A/A_best, A_best/A where less is better.

    Below zero the two change places (beside a best fall of 4 %, a fall of 2 % is a half). On the other side of zero
    than the best there is nothing. all_zero: the degree of a value of zero when the best one is zero too.
    """
    nothing = Column.whole(0)
    above, below = (run.spread(one.mask) for one in (top > nothing, top < nothing))
    inverse, direct = (above, below) if run.less_is_better else (below, above)
    same_side = (above & run.spread((run.value > nothing).mask)) | (below & run.spread((run.value < nothing).mask))
    at_zero = run.is_zero(top) & run.is_zero(run.value)
    cases = [(direct & same_side, run.value / top), (at_zero, all_zero)]
    if inverse.any():
        cases.append((inverse & same_side, top / run.value))
    return run.choose(*cases, otherwise=nothing)


def _only_one(run: Run, among: Mask) -> Mask:
    groups = run.inputs.groups
    counts = np.bincount(groups[run.spread(among)], minlength=int(groups.max(initial=-1)) + 1)
    return np.asarray(counts[groups] == 1)


@shape("relative_to_best", "K10")
@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeToBest(Shape):
    """M·A/A_best: A = 100, best 150, M = 10 → 6,67. A group of one is flagged."""

    relative = True

    def points(self, run: Run) -> Column:
        """Relative to the best of the cluster's units that have a value."""
        return relative_to_best(run, run.valid)


@shape("target_and_leader", "K9")
@dataclass(frozen=True, slots=True, kw_only=True)
class TargetAndLeader(Shape):
    """Meeting the target gives a base share; going beyond earns the rest in proportion to the cluster's leader.

    With x = (A − T)/|T| turned towards the better side: below target base·M·A/T; at target base·M; beyond it
    base·M + (1 − base)·M·x/x*. By result: the last factor is A/A_leader. Units without a target are compared among
    themselves (K10). A target of zero never sets x*. (DOMAIN §3.1, table A; Article 6 of its regulation.)
    M = 20: T = 5, A = 66,67, x* = 19 → 10 + 10 × 12,334/19 = 16,49.
    """

    relative = True
    base_share: Amount = param(
        AMOUNT, default=HALF, about="share of the points for just meeting the target / phần điểm khi vừa đạt"
    )
    leader_by: LeaderBy = param(
        one_of(LeaderBy),
        default=LeaderBy.EXCESS,
        about="leader by excess x or by result A / so theo mức vượt x hay kết quả A",
    )
    zero_target: ZeroTarget = param(
        one_of(ZeroTarget), default=ZeroTarget.ERROR, about="what a target of zero means / chỉ tiêu bằng 0 nghĩa là gì"
    )

    @property
    def uses_target(self) -> bool:
        """Always; that a unit was given none is said in its targets."""
        return True

    def points(self, run: Run) -> Column:
        """Points per row; see the class."""
        divisible, zero = zero_targets(run, self.zero_target)
        with_target = divisible | zero
        excess = self._excess(run)
        beyond = divisible & run.valid & (excess > Column.whole(0)).mask
        base = (run.full * Column.constant(self.base_share)).settled()
        met = (divisible & run.is_zero(excess)) | (zero & met_at_zero(run))
        run.note("leader.met", where=met & run.valid, base=base)
        below = divisible & ~met & ~beyond
        run.note("leader.below", where=below & run.valid, value=run.value, target=run.target)
        reached = attained(run, Column.whole(1))
        return run.choose(
            (run.valid & ~with_target, relative_to_best(run, run.valid & ~with_target)),
            (met, base),
            (zero, Column.whole(0)),
            (beyond, self._beyond(run, base, excess, beyond)),
            (run.spread((reached > Column.whole(0)).mask), base * reached),
            otherwise=Column.whole(0),
        )

    def _excess(self, run: Run) -> Column:
        """x per row: how far the value lies beyond the target, in targets, towards the better side."""
        size = run.choose((run.spread((run.target < Column.whole(0)).mask), -run.target), otherwise=run.target)
        difference = run.target - run.value if run.less_is_better else run.value - run.target
        return difference / size

    def _beyond(self, run: Run, base: Column, excess: Column, beyond: Mask) -> Column:
        by_result = self.leader_by is LeaderBy.RESULT
        excess = excess.settled()
        measure = run.value if by_result else excess
        leaders = run.leader(-measure if by_result and run.less_is_better else measure, beyond)
        top = measure.take(leaders)
        units = run.tied_with(measure, leaders, beyond)
        run.note("leader.excess", where=beyond, value=run.value, target=run.target, excess=excess)
        run.note("leader.by_result" if by_result else "leader.by_excess", where=beyond, units=units, top=top)
        rest = (run.full - base).settled()
        return base + rest * (share_of_best(run, top, Column.whole(1)) if by_result else measure / top)
