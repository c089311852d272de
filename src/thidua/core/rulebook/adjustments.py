"""What is added to or taken off the base points: predicates, bonuses, deductions, and the best of several.

Owns their shape only; `scoring.leaf` applies them in the order that the criterion writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thidua.core.kinds.bands import Interval
from thidua.core.kinds.base import Shape, Source
from thidua.core.kinds.params import FLAG, INDICATOR, param
from thidua.core.kinds.sources import Figure
from thidua.core.numbers import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate(Interval):
    """A yes or no about an indicator: a verdict, or a value inside an interval."""

    indicator: str = param(INDICATOR, about="indicator that is looked at / chỉ số xem xét")
    passed: bool | None = param(FLAG, default=None, about="the verdict: true đạt, false không đạt")


class WhenMissing(StrEnum):
    """What a figure that was not reported does to an adjustment."""

    BLOCKS = "blocks"  # the criterion has no points until it is reported
    NOTHING = "nothing"  # nothing was claimed


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A bonus or a deduction: a value, its shape in points, its own cap, and when it applies (K12–K20)."""

    name: str
    indicator: str
    shape: Shape
    source: Source = Figure()
    cap: Number | None = None
    when: Predicate | None = None
    when_missing: WhenMissing = WhenMissing.BLOCKS
    legal_basis: str = ""

    @property
    def indicators(self) -> tuple[str, ...]:
        """Every indicator that the adjustment hangs on, its own first."""
        needed = (self.indicator, *self.source.indicators(), *self.shape.indicators())
        return (*needed, self.when.indicator) if self.when else needed


@dataclass(frozen=True, slots=True, kw_only=True)
class BestOf:
    """Several bonuses (or deductions) of which only the largest counts (K18: "choose one", "count the highest")."""

    name: str
    alternatives: tuple[Adjustment, ...]
    cap: Number | None = None
    legal_basis: str = ""
