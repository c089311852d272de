"""From cells to figures and targets: who is meant, what is meant, and whether it can be.

The one truth for everything that is typed: grid, workbook, CSV and YAML hand over the same rows of cells and get the
same questions and refusals. Finds *all* problems; what can be read is read. What only shows when the figures stand
beside each other (targets, columns that mix fractions with percentages) is `crosscheck`; whether they can be is
`checks`.

Never guesses: two readings are a question at the cell, and an empty cell is not zero.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, NamedTuple, ParamSpec, TypeVar

from thidua.core.errors import NumberRefused, Place, Problem, Severity
from thidua.core.kinds.base import Source
from thidua.core.kinds.sources import Difference, Growth
from thidua.core.numbers import Number, NumberKind, Rate
from thidua.core.periods import YEAR, Aggregation, Frequency, ReportingPeriod, is_year, period_called, periods_of
from thidua.core.reading import read_date, read_number
from thidua.core.rulebook.schema import Evidence, FigureKind, Indicator, Rulebook
from thidua.core.scoring.cells import EMPTY, Cell, FigureRow, Scope, SeasonUnit, TargetRow
from thidua.core.scoring.checks import Finding, check_figures
from thidua.core.scoring.crosscheck import Unsigned, fractions, target_problems
from thidua.core.scoring.figures import Figure, FigureValue, Level, Milestone, Nature, Origin, Target
from thidua.core.states import Stage, State

T = TypeVar("T")
P = ParamSpec("P")

# What may stand in a figure's cell instead of a value. Small letters, NFC.
STATES = {
    **dict.fromkeys(("không giao", "khong giao", "not assigned"), State.NOT_ASSIGNED),
    **dict.fromkeys(("kad", "không áp dụng", "khong ap dung", "not applicable", "n/a"), State.NOT_APPLICABLE),
}
VERDICTS = {
    **dict.fromkeys(("đạt", "dat", "pass", "passed"), True),
    **dict.fromkeys(("không đạt", "khong dat", "fail", "failed"), False),
}
NATURES = {
    **dict.fromkeys(("thực", "thực tế", "thuc", "real"), Nature.REAL),
    **dict.fromkeys(("minh họa", "minh hoạ", "minh hoa", "illustrative"), Nature.ILLUSTRATIVE),
}
# What may stand in a target's cell: no target for the task, or no such task for the unit.
NO_TARGET = {"không giao chỉ tiêu", "khong giao chi tieu", "no target"}
NO_TASK = {"không giao", "khong giao", "not assigned"}
ALL_UNITS = {"cả cụm", "ca cum", "toàn cụm", "toan cum", "tất cả", "all"}


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read: figures in reading order, targets by unit, and the problems, warnings included.

    findings: those of the problems that checks of the figures gave, each with its cell.
    """

    figures: tuple[Figure, ...]
    targets: tuple[Target, ...]
    problems: tuple[Problem, ...]
    milestones: tuple[Milestone, ...] = ()
    findings: tuple[Finding, ...] = ()


def take_in(figure_rows: Iterable[FigureRow], target_rows: Iterable[TargetRow], scope: Scope) -> Taken:
    """Read all rows. Never raises for what people typed: every mistake is among the problems."""
    intake = Intake(scope)
    for row in figure_rows:
        intake.figure_row(row)
    for target_row in target_rows:
        intake.target_row(target_row)
    targets = intake.all_targets()
    intake.problems += fractions(intake.unsigned)
    intake.problems += target_problems(scope, intake.figures, targets, tried=intake.tried_targets())
    findings = tuple(check_figures(scope, intake.figures))
    intake.problems += [one.problem for one in findings]
    figures, milestones = tuple(intake.figures), tuple(intake.milestones.values())
    return Taken(figures, targets, tuple(intake.problems), milestones, findings)


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """What is looked up in a rulebook for every line."""

    rulebook: Rulebook | None
    indicators: Mapping[str, Indicator]
    bounds: Mapping[str, list[tuple[str, Number, Number]]]
    grown: frozenset[str]
    evidence: frozenset[str]


_known: dict[int, _Asked] = {}  # by the identity of the rulebook, which is held and so stays its own
KEPT = 32


def _asked_of(rulebook: Rulebook) -> _Asked:
    """Made once for a rulebook: one cell of the grid is read against a whole table."""
    found = _known.get(id(rulebook))
    if found is None:
        if len(_known) >= KEPT:
            _known.clear()
        found = _known[id(rulebook)] = _Asked(
            rulebook,
            {one.code: one for one in rulebook.indicators},
            point_bounds(rulebook),
            frozenset(leaf.indicator for _node, leaf in rulebook.leaves if is_relative_growth(leaf.source)),
            frozenset(leaf.indicator for _node, leaf in rulebook.leaves if leaf.evidence is Evidence.REQUIRED),
        )
    return found


class About(NamedTuple):
    """What a figure speaks of."""

    unit: SeasonUnit
    indicator: Indicator
    stage: Stage
    period: str


@dataclass(slots=True)
class Intake:
    """One pass over the rows of a season."""

    scope: Scope
    problems: list[Problem] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    for_all: list[Target] = field(default_factory=list)
    unsigned: list[Unsigned] = field(default_factory=list)
    milestones: dict[tuple[str, str, date], Milestone] = field(default_factory=dict)
    _names: Mapping[str, SeasonUnit] = field(init=False)
    _indicators: Mapping[str, Indicator] = field(init=False)
    _bounds: Mapping[str, list[tuple[str, Number, Number]]] = field(init=False)
    _evidence: frozenset[str] = field(init=False)
    _grown: frozenset[str] = field(init=False)
    _said: dict[tuple[str, str, Stage, str], Place] = field(init=False, default_factory=dict)
    _periods: dict[Frequency, tuple[ReportingPeriod, ...]] = field(init=False, default_factory=dict)
    _set: dict[tuple[str, str, date | None], Place] = field(init=False, default_factory=dict)
    _own_milestones: dict[tuple[str, str, date], Place] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        rulebook = self.scope.rulebook
        self._names = {
            word(one): unit for unit in self.scope.units for one in (unit.short, unit.name, unit.code) if one
        }
        asked = _asked_of(rulebook) if rulebook else _Asked(None, {}, {}, frozenset(), frozenset())
        self._indicators, self._bounds = asked.indicators, asked.bounds
        self._grown, self._evidence = asked.grown, asked.evidence

    def refuse(self, code: str, place: Place, severity: Severity = Severity.ERROR, **data: object) -> None:
        """Record a problem."""
        self.problems.append(Problem(code, data, place, severity))

    def figure_row(self, row: FigureRow) -> None:
        """Read one line of a figure table."""
        indicator, unit = self.indicator(row.code, row.place), self.unit(row.unit, row.unit_default, row.place)
        origin = self.origin(row)
        self.check_day(row, unit)
        if indicator is None or unit is None:
            return
        for stage, cell in row.stages.items():
            noted = row.note("period")
            at = cell.place if noted.place == Place() else noted.place
            period = self.period(noted._replace(place=at), unit, indicator, stage)
            if period is not None:
                self.figure(About(unit, indicator, stage, period), cell, origin)
        if indicator.code in self._evidence and not origin.evidence:
            self.refuse(
                "figures.evidence_missing", row.place, Severity.WARNING, unit=unit.name, indicator=indicator.code
            )

    def period(self, cell: Cell, unit: SeasonUnit, indicator: Indicator, stage: Stage) -> str | None:
        """The code of the time that a figure speaks of. None, with a problem, where the rulebook has it otherwise.

        A unit reports as often as the rulebook says; a review speaks of the year.
        """
        data: dict[str, Any] = {"indicator": indicator.code, "frequency": indicator.frequency, "found": cell.text}
        if is_year(cell.text):
            if stage is Stage.SELF and indicator.has_periods:
                self.refuse("figures.period_missing", cell.place, **data)
                return None
            return YEAR
        if stage is not Stage.SELF or not indicator.has_periods:
            self.refuse("figures.period_unwanted", cell.place, **data, stage=stage)
            return None
        known = self.periods(indicator.frequency)
        found = period_called(cell.text, known)
        if found is None:
            self.refuse("figures.unknown_period", cell.place, **data, known=", ".join(one.code for one in known))
        elif unit.valid is not None and unit.valid.last <= found.last_day:
            self.refuse("figures.unit_outside_period", cell.place, unit=unit.name, day=found.last_day)
        else:
            return found.code
        return None

    def periods(self, frequency: Frequency) -> tuple[ReportingPeriod, ...]:
        """The periods of the season's time; none where it is not known."""
        if frequency not in self._periods:
            data, cuts = self.scope.data, self.scope.cut_offs
            self._periods[frequency] = () if data is None else periods_of(data, frequency, cuts)
        return self._periods[frequency]

    def figure(self, about: About, cell: Cell, origin: Origin) -> None:
        """Read what one stage says."""
        unit, indicator, stage, period = about
        key = (unit.code, indicator.code, stage, period)
        if key in self._said:
            first = self._said[key]
            self.refuse("figures.twice", cell.place, unit=unit.name, indicator=indicator.code, first=first)
            return
        self._said[key] = cell.place
        state = State.REPORTED if cell.number is not None else STATES.get(word(cell.text), State.REPORTED)
        value = self.value(cell, indicator) if state is State.REPORTED else None
        if state is State.REPORTED and value is None:
            return
        if isinstance(value, Number) and not self.may_be_points(value, indicator, cell):
            return
        if isinstance(value, Rate) and indicator.aggregation is Aggregation.SUM and stage is Stage.SELF:
            self.refuse("figures.rate_in_sum", cell.place, found=cell.text, indicator=indicator.code)
            return
        self.figures.append(
            Figure(
                unit=unit.code,
                indicator=indicator.code,
                stage=stage,
                value=value,
                state=state,
                origin=_at_stage(origin, stage, cell.place),
                period=period,
            )
        )

    def value(self, cell: Cell, indicator: Indicator) -> FigureValue | None:
        """The value of a cell, of the indicator's kind; None when it was refused."""
        if cell.problem is not None:
            self.problems.append(cell.problem)
            return None
        if indicator.kind is FigureKind.VERDICT:
            return self.verdict(cell)
        if indicator.kind is FigureKind.LEVEL:
            return self.level(cell, indicator)
        if indicator.kind is FigureKind.DAY:
            return self.day(cell)
        if cell.number is None and cell.day is not None:
            self.refuse("figures.date_in_number", cell.place, day=cell.day, indicator=indicator.code)
            return None
        if cell.number is None and (cell.verdict is not None or word(cell.text) in VERDICTS):
            self.refuse("figures.verdict_in_number", cell.place, found=cell.text, indicator=indicator.code)
            return None
        return self.number(cell, indicator, indicator.kind.number_kind)

    def number(self, cell: Cell, indicator: Indicator, kind: NumberKind | None) -> FigureValue | None:
        """The number of a cell. Points and decimals are never percentages, and 0,931 may not be 93,1 %."""
        value = (
            self.reading(read_number, cell.place, cell.text, kind)
            if cell.number is None
            else self.reading(cell.number, cell.place, kind)
        )
        if isinstance(value, Rate) and kind is NumberKind.DECIMAL:
            self.refuse("figures.percent_unwanted", cell.place, found=cell.text, indicator=indicator.code)
            return None
        if isinstance(value, Rate) and not cell.text.endswith(("%", "％")):
            self.unsigned.append(Unsigned(indicator.code, value, cell.place))
        return value

    def verdict(self, cell: Cell) -> bool | None:
        """Đạt or không đạt."""
        verdict = VERDICTS.get(word(cell.text)) if cell.verdict is None else cell.verdict
        if verdict is None:
            self.refuse("figures.not_a_verdict", cell.place, found=cell.text)
        return verdict

    def level(self, cell: Cell, indicator: Indicator) -> Level | None:
        """One of the indicator's levels, by its word."""
        words = [word(level) for level in indicator.levels]
        if word(cell.text) not in words:
            levels = ", ".join(indicator.levels)
            self.refuse("figures.unknown_level", cell.place, found=cell.text, indicator=indicator.code, levels=levels)
            return None
        index = words.index(word(cell.text))
        return Level(index, indicator.levels[index])

    def day(self, cell: Cell) -> date | None:
        """A date cell, or a day as typed."""
        if cell.problem is not None:
            self.problems.append(cell.problem)
            return None
        if cell.day is not None:
            return cell.day
        return self.reading(read_date, cell.place, cell.text)

    def reading(self, read: Callable[P, T], at: Place, *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What a reader gives; its questions and refusals are asked at the cell."""
        try:
            return read(*args, **kwargs)
        except NumberRefused as refused:
            self.problems += [replace(problem, place=at) for problem in refused.problems]
            return None

    def may_be_points(self, points: Number, indicator: Indicator, cell: Cell) -> bool:
        """Entered points stay within what each criterion that takes them gives: more is refused, never cut."""
        before = len(self.problems)
        for criterion, least, most in self._bounds.get(indicator.code, []):
            if below(points, least) or below(most, points):
                data = {"points": points, "least": least, "most": most, "criterion": criterion}
                self.problems.append(Problem("figures.points_out_of_range", data, cell.place))
        return len(self.problems) == before

    def indicator(self, cell: Cell, row: Place) -> Indicator | None:
        """The indicator of a line. None, with a problem, for a code that is none."""
        if cell.problem is not None or not cell.text:
            self.problems.append(
                cell.problem or Problem("figures.code_missing", {}, cell.place if cell.place.cell else row)
            )
            return None
        found = self._indicators.get(cell.text)
        if found is None and self.scope.rulebook is not None and cell.text not in self.scope.unreadable:
            self.problems.append(replace(self._unknown_code(cell.text, self.scope.rulebook), place=cell.place))
        return found

    def _unknown_code(self, code: str, rulebook: Rulebook) -> Problem:
        node = rulebook.find(code)
        if node is not None and node.leaf is not None:
            return Problem("figures.code_of_a_criterion", {"found": code, "indicator": node.leaf.indicator})
        if node is not None:
            return Problem("figures.code_of_a_group", {"found": code, "name": node.name})
        near = get_close_matches(code, list(self._indicators), n=1)
        if near:
            return Problem("figures.unknown_indicator_near", {"found": code, "near": near[0]})
        return Problem("figures.unknown_indicator", {"found": code})

    def unit(self, cell: Cell, default: str, row: Place) -> SeasonUnit | None:
        """The unit of a line, by code, name or short name, or the one that the sheet is named after."""
        if cell.problem is not None:
            self.problems.append(cell.problem)
            return None
        found = self._names.get(word(cell.text or default))
        if found is None and (cell.text or default) in self.scope.unreadable:
            return None
        if found is None and cell.text:
            self.refuse_unit(cell.text, cell.place)
        elif found is None:
            self.refuse(
                "figures.unit_missing", cell.place if cell.place.cell or cell.place.path else row, sheet=default
            )
        return found

    def refuse_unit(self, text: str, place: Place) -> None:
        """Record a unit that is not in the season, with the nearest that is."""
        known = ", ".join(unit.code for unit in self.scope.units)
        near = get_close_matches(word(text), list(self._names), n=1)
        if near:
            self.refuse("figures.unknown_unit_near", place, found=text, near=self._names[near[0]].name, known=known)
        else:
            self.refuse("figures.unknown_unit", place, found=text, known=known)

    def check_day(self, row: FigureRow, unit: SeasonUnit | None) -> None:
        """A figure is about a day, or the season's time, on which its unit exists."""
        cell, data = row.note("as_of"), self.scope.data
        day = None if cell.is_empty else self.day(cell)
        if day is not None and data is not None and day not in data:
            self.refuse("figures.day_outside_data", cell.place, Severity.WARNING, day=day, start=data.start)
        if unit is None or unit.valid is None:
            return
        if day is not None and day not in unit.valid:
            self.refuse("figures.unit_not_existing", cell.place, unit=unit.name, day=day)
        elif cell.is_empty and data is not None and not data.overlaps(unit.valid):
            self.refuse("figures.unit_outside_data", row.place, unit=unit.name, start=data.start)

    def origin(self, row: FigureRow) -> Origin:
        """What is noted beside the figures of a line."""
        decided = row.note("decided_on")
        return Origin(
            source=row.note("source").text,
            nature=self.nature(row.note("nature")),
            evidence=row.note("evidence").text,
            appraiser=row.note("appraiser").text,
            decided_on=None if decided.is_empty else self.day(decided),
            reason=row.note("reason").text,
        )

    def nature(self, cell: Cell) -> Nature:
        """Real, unless the cell says illustrative."""
        nature = NATURES.get(word(cell.text))
        if nature is None and not cell.is_empty:
            self.refuse("figures.unknown_nature", cell.place, found=cell.text)
        return nature or Nature.REAL

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
        is_rate = indicator.kind.is_ratio or indicator.code in self._grown
        kind = NumberKind.PERCENT if is_rate else indicator.kind.number_kind
        if cell.problem is not None or cell.day is not None:
            data = {"day": cell.day, "indicator": indicator.code}
            self.problems.append(cell.problem or Problem("figures.date_in_number", data, cell.place))
            return None
        value = self.number(cell, indicator, kind)
        if not isinstance(value, (Number, Rate)):
            return None
        is_change = indicator.code in self._grown or indicator.kind in (FigureKind.PERCENT, FigureKind.DECIMAL)
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


def _at_stage(origin: Origin, stage: Stage, place: Place) -> Origin:
    """The origin of one cell of a line. Who appraised it, when and why is not said of the unit's own claim."""
    is_claim = stage is Stage.SELF
    return Origin(
        place=place,
        source=origin.source,
        nature=origin.nature,
        evidence=origin.evidence,
        appraiser="" if is_claim else origin.appraiser,
        decided_on=None if is_claim else origin.decided_on,
        reason="" if is_claim else origin.reason,
    )


@lru_cache(maxsize=4096)
def word(text: str) -> str:
    """A text as names and words are compared: NFC, small letters, single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def is_relative_growth(source: Source) -> bool:
    """Whether a source judges a relative change, whose target is a percentage whatever is counted (K29: −5%)."""
    return isinstance(source, Growth) and source.mode is Difference.RELATIVE


def below(left: Number, right: Number) -> bool:
    """Whether left < right, exactly."""
    return bool(left.digits * 10**right.places < right.digits * 10**left.places)


def point_bounds(rulebook: Rulebook) -> dict[str, list[tuple[str, Number, Number]]]:
    """For each indicator whose figures are points: the criteria that take them, with the least and the most."""
    found: dict[str, list[tuple[str, Number, Number]]] = {}
    for node, leaf in rulebook.leaves:
        for code, shape in ((leaf.indicator, leaf.shape), *((one.indicator, one.shape) for one in leaf.adjustments)):
            bounds = shape.bounds(node.points)
            if bounds is not None:
                found.setdefault(code, []).append((node.code, *bounds))
    return found
