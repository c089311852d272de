"""Points that are entered or start full: K1 entry, K2 pass or fail, K3 all or nothing, K31 balance, K34 range."""

from dataclasses import dataclass

from thidua.core.columns import Column
from thidua.core.kinds.base import Run, Shape, shape
from thidua.core.kinds.params import AMOUNT, NUMBER, param
from thidua.core.numbers import Number, Rate
from thidua.core.plain import Amount

WHOLE_HUNDRED = Rate(Number(100))


@shape("entry", "K1")
@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Shape):
    """The figure is the points. Entering more than the criterion's points is refused, never cut (DOMAIN K1)."""

    entered = True
    entered_up_to_full = True

    def points(self, run: Run) -> Column:
        """Points = figure."""
        return run.value

    def bounds(self, full: Number) -> tuple[Number, Number]:
        """0 to the points of the criterion."""
        return Number(0), full


@shape("range", "K34")
@dataclass(frozen=True, slots=True, kw_only=True)
class Range(Shape):
    """The figure is the points, chosen by the scorer between two bounds (FPT University QĐ 414: 3 to 5 an event)."""

    entered = True
    least: Number = param(NUMBER, about="fewest points that may be entered / điểm thấp nhất được chấm")
    most: Number = param(NUMBER, about="most points that may be entered / điểm cao nhất được chấm")

    def points(self, run: Run) -> Column:
        """Points = figure."""
        return run.value

    def bounds(self, full: Number) -> tuple[Number, Number]:  # noqa: ARG002 - the signature of the family
        """The declared range; the criterion's own limit still holds."""
        return self.least, self.most


@shape("pass_fail", "K2")
@dataclass(frozen=True, slots=True, kw_only=True)
class PassFail(Shape):
    """Đạt gives the full points, không đạt none."""

    entered = True

    def points(self, run: Run) -> Column:
        """M where passed, else 0."""
        passed = run.value > Column.whole(0)
        run.note("pass_fail.passed", where=passed.mask, full=run.full)
        run.note("pass_fail.failed", where=~passed.mask)
        return run.choose((passed.mask, run.full), otherwise=Column.whole(0))


@shape("balance", "K31")
@dataclass(frozen=True, slots=True, kw_only=True)
class Balance(Shape):
    """Everyone starts with so many points; deductions and bonuses do the rest (THPT Chuyên Bắc Giang: 750).

    The figure itself is what the deductions count; that it was reported is what makes the points count.
    """

    start: Number | None = param(
        NUMBER, default=None, about="starting points, the full points if not given / điểm xuất phát"
    )

    def points(self, run: Run) -> Column:
        """The starting points for every unit."""
        return run.full if self.start is None else Column.constant(self.start)


@shape("all_or_nothing", "K3")
@dataclass(frozen=True, slots=True, kw_only=True)
class AllOrNothing(Shape):
    """Full points when the value reaches what is needed (all of it by default), otherwise none (DOMAIN K3, B C4.2)."""

    need: Amount = param(
        AMOUNT, default=WHOLE_HUNDRED, about="what must be reached, e.g. 100% / mức phải đạt, ví dụ 100%"
    )

    def points(self, run: Run) -> Column:
        """M where value ≥ need, else 0; ≤ when less is better."""
        need = Column.constant(self.need)
        reached = run.value <= need if run.less_is_better else run.value >= need
        run.note("all_or_nothing.reached", where=reached.mask, value=run.value, need=need, full=run.full)
        run.note("all_or_nothing.missed", where=~reached.mask, value=run.value, need=need)
        return run.choose((reached.mask, run.full), otherwise=Column.whole(0))
