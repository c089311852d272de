"""Points by counting: K12 and K16 so much per event, K17 so much per step over a start.

The sign comes from where the rule stands (a bonus adds, a deduction takes off), the limit from the adjustment's cap.
"""

from dataclasses import dataclass

from thidua.core.columns import Column
from thidua.core.kinds.base import Run, Shape, shape
from thidua.core.kinds.params import AMOUNT, FLAG, NUMBER, param
from thidua.core.numbers import Number
from thidua.core.plain import Amount


@shape("per_event", "K12", "K16")
@dataclass(frozen=True, slots=True, kw_only=True)
class PerEvent(Shape):
    """So many points per event: 4 late cases × 0,5 (K12); 7 articles × 0,2 (K16)."""

    each: Number = param(NUMBER, about="points per event / điểm mỗi lần")

    def points(self, run: Run) -> Column:
        """n × each."""
        return run.value * Column.constant(self.each)


@shape("per_step", "K17")
@dataclass(frozen=True, slots=True, kw_only=True)
class PerStep(Shape):
    """Points for passing a start, then so many per whole step beyond it (DOMAIN K17, table B C2).

    start 92 %, first 0,1, step 1 % (percentage points), each 0,1: 94,6 % → 0,1 + 2 × 0,1 = 0,3; 92 % itself → 0.
    """

    start: Amount = param(AMOUNT, about="the points begin strictly beyond this / chỉ tính khi vượt mức này")
    first: Number = param(NUMBER, default=Number(0), about="points for passing the start / điểm khi vừa vượt")
    step: Amount = param(AMOUNT, about="size of one step / độ lớn một nấc")
    each: Number = param(NUMBER, about="points per step / điểm mỗi nấc")
    whole_steps: bool = param(FLAG, default=True, about="count whole steps only / chỉ tính nấc trọn")

    def points(self, run: Run) -> Column:
        """first + steps × each beyond the start, else 0."""
        start, size = Column.constant(self.start), Column.constant(self.step)
        over = start - run.value if run.less_is_better else run.value - start
        steps = over / size
        counted = steps.whole_part() if self.whole_steps else steps
        passed = run.spread((over > Column.whole(0)).mask)
        run.note("per_step.steps", where=passed, value=run.value, start=start, steps=steps, counted=counted)
        run.note("per_step.not_passed", where=~passed, value=run.value, start=start)
        earned = counted * Column.constant(self.each)
        if self.first.digits:
            earned = Column.constant(self.first) + earned
        return run.choose((passed, earned), otherwise=Column.whole(0))
