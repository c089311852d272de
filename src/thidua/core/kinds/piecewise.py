"""K37: points along a line drawn through knots."""

from dataclasses import dataclass
from itertools import pairwise

from thidua.core.columns import Column
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
        cases = [((run.value <= Column.constant(self.knots[0].at)).mask, Column.constant(self.knots[0].points))]
        for low, high in pairwise(self.knots):
            inside = run.value <= Column.constant(high.at)
            cases.append((inside.mask, self._between(run, low, high)))
        spread = [(run.spread(mask), column) for mask, column in cases]
        run.note("piecewise.line", where=run.valid, value=run.value)
        return run.choose(*spread, otherwise=Column.constant(self.knots[-1].points))

    def _between(self, run: Run, low: Knot, high: Knot) -> Column:
        start, base = Column.constant(low.at), Column.constant(low.points)
        width = (Column.constant(high.at) - start).settled()
        rise = (Column.constant(high.points) - base).settled()
        return base + rise * ((run.value - start) / width)
