"""K37: points along a line drawn through knots."""

from dataclasses import dataclass
from itertools import pairwise

from thidua.core.columns import Column, Mask
from thidua.core.kinds.base import Run, Shape, shape
from thidua.core.kinds.params import AMOUNT, NUMBER, list_of, param
from thidua.core.numbers import Number
from thidua.core.plain import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Knot:
    """A value and its points."""

    at: Amount = param(AMOUNT, about="value / giá trị")
    points: Number = param(NUMBER, about="points / điểm")


@shape("piecewise", "K37")
@dataclass(frozen=True, slots=True, kw_only=True)
class Piecewise(Shape):
    """Straight lines between knots, flat beyond the first and the last. 80→1, 100→2: 92 → 1,60 (PAR INDEX shapes).

    Knots stand in rising order of value; the checker sees to it.
    """

    knots: tuple[Knot, ...] = param(list_of(Knot), about="the knots, in rising order / các điểm nối, theo thứ tự tăng")

    def points(self, run: Run) -> Column:
        """Points on the line; exact."""
        first, last = self.knots[0], self.knots[-1]
        before = run.spread((run.value <= Column.constant(first.at)).mask)
        cases = [(before, self._flat(run, before, first))]
        reached = before
        for low, high in pairwise(self.knots):
            up_to = run.spread((run.value <= Column.constant(high.at)).mask)
            cases.append((up_to, self._between(run, up_to & ~reached, low, high)))
            reached = reached | up_to
        return run.choose(*cases, otherwise=self._flat(run, ~reached, last))

    def _flat(self, run: Run, where: Mask, knot: Knot) -> Column:
        run.note("piecewise.flat", where=where & run.valid, value=run.value, points=knot.points)
        return Column.constant(knot.points)

    def _between(self, run: Run, where: Mask, low: Knot, high: Knot) -> Column:
        start, end = Column.constant(low.at), Column.constant(high.at)
        points = {"start": low.points, "end": high.points}
        run.note("piecewise.between", where=where & run.valid, value=run.value, low=start, high=end, **points)
        base = Column.constant(low.points)
        rise = (Column.constant(high.points) - base).settled()
        return base + rise * ((run.value - start) / (end - start).settled())
