"""From lines of targets to targets and milestones, by unit; a line for all stands for units without one of their own.

What a line names is `lookup`; whether the figures have the targets that their rules need is `crosscheck`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from thidua.core.errors import Place, Problem
from thidua.core.numbers import Number, NumberKind, Rate
from thidua.core.rulebook.schema import FigureKind, Indicator
from thidua.core.scoring.cells import EMPTY, Cell, SeasonUnit, TargetRow
from thidua.core.scoring.figures import Milestone, Nature, Origin, Target
from thidua.core.scoring.lookup import Lookup, word

# What may stand in a target's cell: no target for the task, or no such task for the unit.
NO_TARGET = {"không giao chỉ tiêu", "khong giao chi tieu", "no target"}
NO_TASK = {"không giao", "khong giao", "not assigned"}
ALL_UNITS = {"cả cụm", "ca cum", "toàn cụm", "toan cum", "tất cả", "all"}


@dataclass(slots=True)
class TargetIntake(Lookup):
    """One pass over the lines of targets of a season."""

    targets: list[Target] = field(default_factory=list)
    for_all: list[Target] = field(default_factory=list)
    milestones: dict[tuple[str, str, date], Milestone] = field(default_factory=dict)
    _set: dict[tuple[str, str, date | None], Place] = field(init=False, default_factory=dict)
    _own_milestones: dict[tuple[str, str, date], Place] = field(init=False, default_factory=dict)

    def target_row(self, row: TargetRow) -> None:
        """Read one line of a target table; `cả cụm` stands for every unit that has no line of its own that day."""
        indicator = self.indicator(row.code, row.place)
        is_for_all = word(row.unit.text) in ALL_UNITS
        unit = None if is_for_all else self.unit(row.unit, row.unit_default, row.place)
        begins, nature = row.note("valid_from"), self.nature(row.note("nature"))
        start = None if begins.is_empty else self.day(begins)
        if indicator is None or (unit is None and not is_for_all):
            return
        if row.milestones:
            self.read_milestones(row, indicator, unit, nature)
        is_task = word(row.target.text) not in NO_TASK
        if row.target == EMPTY or (is_task and not self.may_have_target(indicator, row.target)):
            return
        key = ("" if unit is None else unit.code, indicator.code, start)
        if key in self._set:
            name = row.unit.text if unit is None else unit.name
            self.refuse("figures.target_twice", row.place, unit=name, indicator=indicator.code, first=self._set[key])
            return
        self._set[key] = row.place
        is_none = not is_task or word(row.target.text) in NO_TARGET
        value = None if is_none else self.target_value(row.target, indicator)
        if value is None and not is_none:
            return
        target = Target(
            unit=key[0],
            indicator=indicator.code,
            value=value,
            valid_from=start,
            document=row.note("document").text,
            origin=Origin(place=row.place, source=row.note("source").text, nature=nature),
            is_assigned=is_task,
        )
        (self.for_all if is_for_all else self.targets).append(target)

    def may_have_target(self, indicator: Indicator, cell: Cell) -> bool:
        """Whether targets are given for this kind of figure at all."""
        if indicator.kind in (FigureKind.VERDICT, FigureKind.LEVEL, FigureKind.DAY):
            self.refuse("figures.target_unwanted", cell.place, indicator=indicator.code)
            return False
        return True

    def target_value(self, cell: Cell, indicator: Indicator) -> Number | Rate | None:
        """A target: a percentage for parts of a whole and for relative growth, else a number like the figures."""
        is_rate = indicator.kind.is_ratio or indicator.code in self.asked.grown
        kind = NumberKind.PERCENT if is_rate else indicator.kind.number_kind
        if cell.problem is not None or cell.day is not None:
            data = {"day": cell.day, "indicator": indicator.code}
            self.problems.append(cell.problem or Problem("figures.date_in_number", data, cell.place))
            return None
        value = self.number(cell, indicator, kind)
        if not isinstance(value, (Number, Rate)):
            return None
        is_change = indicator.code in self.asked.grown or indicator.kind in (FigureKind.PERCENT, FigureKind.DECIMAL)
        if value.ratio[0] < 0 and not is_change:
            self.refuse("figures.target_below_zero", cell.place, indicator=indicator.code, found=value)
            return None
        if indicator.kind is FigureKind.SHARE and value.ratio[0] > value.ratio[1] and not is_change:
            self.refuse("figures.target_above_whole", cell.place, indicator=indicator.code, found=value)
            return None
        return value

    def read_milestones(self, row: TargetRow, indicator: Indicator, unit: SeasonUnit | None, nature: Nature) -> None:
        """What should be reached on the way, by day; a unit's own line goes before one for all."""
        data = self.scope.data
        for day, cell in row.milestones.items():
            if not self.may_have_target(indicator, cell):
                return
            value = self.target_value(cell, indicator)
            if data is not None and day not in data:
                self.refuse("figures.milestone_outside_data", cell.place, day=day, start=data.start)
            elif value is not None:
                origin = Origin(place=cell.place, source=row.note("source").text, nature=nature)
                for one in self.scope.units if unit is None else (unit,):
                    self.milestone(one, indicator, day, value, origin, is_own=unit is not None)

    def milestone(
        self, unit: SeasonUnit, indicator: Indicator, day: date, value: Number | Rate, origin: Origin, *, is_own: bool
    ) -> None:
        """One milestone of one unit, on a day on which the unit exists."""
        key = (unit.code, indicator.code, day)
        if unit.valid is not None and day not in unit.valid:
            self.refuse("figures.unit_not_existing", origin.place, unit=unit.name, day=day)
        elif is_own and key in self._own_milestones:
            data = {"unit": unit.name, "indicator": indicator.code, "day": day, "first": self._own_milestones[key]}
            self.problems.append(Problem("figures.milestone_twice", data, origin.place))
        elif is_own or key not in self._own_milestones:
            if is_own:
                self._own_milestones[key] = origin.place
            self.milestones[key] = Milestone(
                unit=unit.code, indicator=indicator.code, due_on=day, value=value, origin=origin
            )

    def all_targets(self) -> tuple[Target, ...]:
        """Targets by unit, those for all spread over the units that have none of their own from that day."""
        own = {(target.unit, target.indicator, target.valid_from) for target in self.targets}
        spread = [
            replace(target, unit=unit.code)
            for target in self.for_all
            for unit in self.scope.units
            if (unit.code, target.indicator, target.valid_from) not in own
        ]
        return (*spread, *self.targets)

    def tried_targets(self) -> set[tuple[str, str]]:
        """The units and indicators for which a target stands in some line, readable or not."""
        tried = {(unit, indicator) for unit, indicator, _start in self._set}
        everyone = {indicator for unit, indicator in tried if not unit}
        return tried | {(unit.code, indicator) for unit in self.scope.units for indicator in everyone}
