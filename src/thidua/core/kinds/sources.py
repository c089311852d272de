"""How figures become the judged value: as they stand, as growth (K29, K30), deviation (K7) or timeliness (K20)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.core.columns import Column, Integers, Mask
from thidua.core.errors import Refused
from thidua.core.kinds.base import Run, Source, source
from thidua.core.kinds.params import DAY, INDICATOR, NUMBER, WHOLE, one_of, param
from thidua.core.numbers import Number
from thidua.core.numeric import np
from thidua.core.states import State


class Difference(StrEnum):
    """How two numbers are compared where both readings are in use (DOMAIN §3.10): by ratio, or in points."""

    RELATIVE = "relative"
    POINTS = "pp"


@source("figure")
@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Source):
    """The figure as it stands, or first rounded where the regulation says so ("tỷ lệ lấy hai chữ số thập phân")."""

    percent_places: int | None = param(
        WHOLE, default=None, about="round the percentage to so many decimals first / làm tròn tỷ lệ % trước khi chấm"
    )

    def draw(self, run: Run) -> Column:
        """The plain figure."""
        if self.percent_places is None:
            return run.value
        rounded = run.value.rounded(self.percent_places + 2)
        run.note("source.rounded", value=run.value, rounded=rounded.as_literal())
        return rounded.as_literal()


@source("growth", "K29", "K30")
@dataclass(frozen=True, slots=True, kw_only=True)
class Growth(Source):
    """The change against a base figure (last year's): (A − B)/B, or A − B in percentage points.

    From base 0: A = 0 is 0 %, anything else cannot be computed and the rule names the points (DOMAIN, settled); nor
    can a change against a base that the unit was not assigned.
    """

    base: str = param(INDICATOR, about="indicator of the base figure / chỉ số gốc (năm trước)")
    mode: Difference = param(
        one_of(Difference), default=Difference.RELATIVE, about="relative or pp / tương đối hay điểm phần trăm"
    )

    def draw(self, run: Run) -> Column:
        """Growth per row."""
        drawn = run.inputs.figure(self.base)
        base, difference = drawn.column, run.value - drawn.column
        run.leave_out(drawn.states != State.REPORTED, "scoring.no_base")
        run.note("source.growth", value=run.value, base=base)
        if self.mode is Difference.POINTS:
            return difference.settled()
        zero = run.is_zero(base)
        run.leave_out(zero & ~run.is_zero(run.value), "scoring.growth_from_zero")
        return run.choose((zero, Column.whole(0)), otherwise=(difference / base).settled())


@source("deviation", "K7")
@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation(Source):
    """How far the result lies from its target: (A − T)/T, or A − T in percentage points. 31 of 20 checks is +55 %."""

    uses_target = True
    mode: Difference = param(
        one_of(Difference), default=Difference.RELATIVE, about="relative or pp / tương đối hay điểm phần trăm"
    )

    def draw(self, run: Run) -> Column:
        """Deviation per row; from no target there is none, and from a target of zero no relative one."""
        run.leave_out(~run.has_target, "scoring.no_target")
        difference = run.value - run.target
        run.note("source.deviation", where=run.has_target, value=run.value, target=run.target)
        if self.mode is Difference.POINTS:
            return difference.settled()
        zero = run.is_zero(run.target) & run.has_target
        run.refuse(zero & run.valid, "scoring.zero_target")
        run.valid = run.valid & ~zero
        return (difference / run.target).settled()


@source("per_capita")
@dataclass(frozen=True, slots=True, kw_only=True)
class PerCapita(Source):
    """So many per so many inhabitants: 12 per 1.713.000 → 0,70 per 100.000."""

    population: str = param(INDICATOR, about="indicator of the population / chỉ số dân số")
    per: Number = param(NUMBER, default=Number(100_000), about="per so many inhabitants / tính trên số dân")

    def draw(self, run: Run) -> Column:
        """A × per / population; without a population there is no value."""
        population, per = run.inputs.figure(self.population).column, Column.constant(self.per)
        run.leave_out(run.is_zero(population), "scoring.zero_population")
        run.note("source.per_capita", where=run.valid, value=run.value, population=population, per=per)
        return (run.value * per / population).settled()


@source("working_days_early", "K20")
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDaysEarly(Source):
    """Working days before the due day: 4 days early → 4, the due day itself → 0, one day late → −1 (DOMAIN K20)."""

    due: date = param(DAY, about="due day, itself on time / hạn nộp, đúng hạn không bị coi là muộn")

    def draw(self, run: Run) -> Column:
        """Signed working days per row, from the installation's dated calendar."""
        days = (
            [0] * run.inputs.rows
            if self._refuse_due(run)
            else [self._early(run, row) for row in range(run.inputs.rows)]
        )
        early = Column(Integers.of(days)).as_literal()
        run.note("source.working_days", where=run.valid, days=early)
        return early

    def _early(self, run: Run, row: int) -> int:
        if not run.valid[row]:
            return 0
        try:
            return run.inputs.working_days(date.fromordinal(run.value.num.at(row)), self.due)
        except Refused as refused:
            self._refuse(run, np.arange(run.inputs.rows) == row, refused)
            return 0

    def _refuse_due(self, run: Run) -> bool:
        """Whether there is no calendar that knows the due day, which is then said once and not of every figure."""
        try:
            run.inputs.working_days(self.due, self.due)
        except Refused as refused:
            self._refuse(run, run.valid, refused)
            return True
        return False

    def _refuse(self, run: Run, mask: Mask, refused: Refused) -> None:
        for problem in refused.problems:
            run.refuse(mask, problem.code, **problem.data, due=self.due)
