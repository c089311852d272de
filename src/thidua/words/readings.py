"""A step about to be said, with everything that its sentence may ask for. Knows how to write values, not what to say.

Every number was kept by the run that scored; here it is only written, with as many digits as its sentence needs.
"""

from __future__ import annotations

from dataclasses import dataclass

from thidua.core.columns import Literal, compare
from thidua.core.kinds.base import Source, Step, StepValue, UnitsNamed, Written
from thidua.core.kinds.means import AgainstMean, Mean
from thidua.core.kinds.sources import Difference, Figure
from thidua.core.numbers import Number
from thidua.core.rulebook.adjustments import Adjustment
from thidua.core.rulebook.schema import Direction, Indicator, Secrecy
from thidua.core.scoring.trace import Trace
from thidua.words.expressions import is_share, write_beside, write_equation, write_expression, write_points, write_ratio
from thidua.words.language import Language
from thidua.words.say import say


@dataclass(frozen=True, slots=True)
class Reading:
    """A step about to be said: the trace that it belongs to and the bonus or deduction, if it belongs to one."""

    trace: Trace
    step: Step
    part: Adjustment | None
    lang: Language

    def __getitem__(self, name: str) -> Written:
        """A value of the step as arithmetic and ratio, whatever the kind noted."""
        value = self.step.data[name]
        return value if isinstance(value, Written) else _as_written(value)

    def has(self, name: str) -> bool:
        """Whether the step carries such a value."""
        return name in self.step.data

    def text(self, name: str) -> str:
        """A word that the step carries as it is; names stay inside where the rulebook shows the code only."""
        if name == "name" and self.trace.criterion.secrecy is Secrecy.CODE_ONLY:
            return say("trace.code_only", self.lang)
        return str(self.step.data[name])

    @property
    def source(self) -> Source:
        """How the judged value was drawn."""
        leaf = self.trace.criterion.leaf
        return self.part.source if self.part else leaf.source if leaf else Figure()

    @property
    def indicator(self) -> Indicator:
        """The indicator that this step judges."""
        leaf = self.trace.criterion.leaf
        code = self.part.indicator if self.part else leaf.indicator if leaf else ""
        return next(one.indicator for one in self.trace.inputs if one.indicator.code == code)

    @property
    def less_is_better(self) -> bool:
        """Which way is better for the judged value."""
        return self.indicator.direction is Direction.LESS

    @property
    def others(self) -> tuple[str, ...]:
        """Names of the units that the step speaks of, without the one that is explained."""
        return tuple(name for name in self.named if name != self.trace.unit.brief)

    @property
    def named(self) -> tuple[str, ...]:
        """Names of all units that the step speaks of, in the cluster's order."""
        units = self.step.data.get("units")
        return tuple(self.trace.units[row].brief for row in units.rows) if isinstance(units, UnitsNamed) else ()

    @property
    def leads(self) -> bool:
        """Whether the explained unit is itself among those that lead."""
        return self.trace.unit.brief in self.named

    @property
    def is_relative_change(self) -> bool:
        """Whether the source is a change in proportion to its base, to be read in percent."""
        return getattr(self.source, "mode", None) is Difference.RELATIVE

    def percent(self, *names: str) -> bool:
        """Whether the values are read in percent: one of them was written so, or the value is a relative change."""
        shares = [is_share(self[name].expression) for name in names if self.has(name)]
        of_ratios = isinstance(self.source, (Figure, Mean)) and self.indicator.kind.is_ratio
        return any(shares) or self.is_relative_change or of_ratios or isinstance(self.source, AgainstMean)

    def equation(self, name: str, *, percent: bool = False) -> str:
        """`8/12 ≈ 66,67%`."""
        return write_equation(self[name].expression, self[name].ratio, self.lang, percent=percent)

    def number(self, name: str, *, percent: bool = False) -> str:
        """A value alone, as a decimal or in percent."""
        return write_ratio(self[name].ratio, self.lang, percent=percent).text

    def points(self, name: str) -> str:
        """A value that is points."""
        return write_points(self[name].ratio, self.trace.points.places, self.lang)

    def against(self, name: str, other: str, *, percent: bool) -> str:
        """`8/12 ≈ 66,67% > 5%`: a value, what it comes to, and its side of a limit."""
        order = compare(self[name].ratio, self[other].ratio)
        left, right = write_beside(self[name].ratio, self[other].ratio, self.lang, percent=percent)
        sides = f"{left} {'<=>'[order + 1]} {right}"
        line = self.equation(name, percent=percent)
        if line == write_ratio(self[name].ratio, self.lang, percent=percent).text:
            return sides
        exact = write_ratio(self[name].ratio, self.lang, percent=percent).exact
        return f"{write_expression(self[name].expression, self.lang)} {'=' if exact else '≈'} {sides}"


def _as_written(value: StepValue) -> Written:
    number = value if isinstance(value, Number) else Number(int(str(value)))
    return Written(Literal(number), number.ratio)
