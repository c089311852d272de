"""What a rulebook says figures must agree with: a range, a whole that holds a part, parts that make a sum, a jump.

Owns the shape of these statements; whether they can be meant is `check_figures`, figures are held against them in
`scoring.checks`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thidua.core.kinds.params import AMOUNT, INDICATOR, INDICATORS, ParamType, one_of, param
from thidua.core.numbers import Number, Rate
from thidua.core.plain import Amount, Cursor


class Weight(StrEnum):
    """What a figure that does not agree brings: it is refused, or it is kept and asks for a comment."""

    ERROR = "error"
    WARNING = "warning"


DEFAULT_JUMP = Rate(Number(50))  # of the figure before, for every indicator of which nothing else is said


def _rate(cursor: Cursor) -> Rate | None:
    """A percentage above 0."""
    found = cursor.amount()
    if found is None:
        return None
    if not isinstance(found, Rate) or found.percent.digits <= 0:
        cursor.refuse("rulebook.jump_is_a_percent", found=found)
        return None
    return found


RATE = ParamType(_rate, {"type": "string", "pattern": r"^[0-9][0-9.,]*\s?%$"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCheck:
    """One statement about the figures of an indicator.

    A sum is a warning unless the rulebook says otherwise: while its parts are typed one after the other it cannot hold.
    A jump only ever asks.
    """

    indicator: str = param(INDICATOR, about="indicator that is checked / chỉ số được kiểm tra")
    least: Amount | None = param(AMOUNT, default=None, about="no figure is below / không số liệu nào thấp hơn")
    most: Amount | None = param(AMOUNT, default=None, about="no figure is above / không số liệu nào cao hơn")
    part_of: str = param(INDICATOR, default="", about="indicator that holds it / chỉ số bao gồm chỉ số này")
    sum_of: tuple[str, ...] = param(INDICATORS, default=(), about="indicators that make it / các chỉ số cộng lại")
    jump: Rate | None = param(RATE, default=None, about="asked from this change on / hỏi khi thay đổi từ mức này")
    severity: Weight | None = param(one_of(Weight), default=None, about="refused or asked / từ chối hay hỏi")

    @property
    def weight(self) -> Weight:
        """What breaking it brings."""
        return self.severity or (Weight.WARNING if self.sum_of else Weight.ERROR)

    @property
    def others(self) -> tuple[str, ...]:
        """The indicators that it is held against."""
        return (*((self.part_of,) if self.part_of else ()), *self.sum_of)

    @property
    def is_empty(self) -> bool:
        """Whether it states nothing."""
        return self.least is None and self.most is None and self.jump is None and not self.others
