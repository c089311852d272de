"""Figures and targets as they were given, and the columns that rules see.

Owns the choice of stage (the last competent one speaks, never the largest number) and of the target in force. Every
figure keeps where it came from, so that an explanation and a replay can name the cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thidua.core.columns import Column, Expression, Integers, Literal, Rows
from thidua.core.errors import FiguresRefused, Place, Problem
from thidua.core.kinds.base import Drawn
from thidua.core.numbers import Counts, Number, Rate, Value
from thidua.core.numeric import np
from thidua.core.periods import YEAR, Aggregation
from thidua.core.states import Stage, State
from thidua.core.timeline import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Level:
    """One of an indicator's levels: its place among them, from 0, and its word."""

    index: int
    word: str


FigureValue = Value | bool | date | Level


class Nature(StrEnum):
    """Whether a figure was really reported, or stands in for one in a demonstration."""

    REAL = "real"
    ILLUSTRATIVE = "illustrative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a figure comes from and who answers for it."""

    place: Place = Place()
    source: str = ""
    nature: Nature = Nature.REAL
    evidence: str = ""
    appraiser: str = ""
    decided_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What one stage says about one indicator of one unit. `value` is None exactly when the state is not REPORTED.

    period: the code of the time that it speaks of · made_of: the periods that a figure of the year was made from.
    """

    unit: str
    indicator: str
    stage: Stage
    value: FigureValue | None
    state: State = State.REPORTED
    origin: Origin = Origin()
    period: str = YEAR
    made_of: MadeOf | None = None

    @property
    def lacking(self) -> tuple[str, ...]:
        """The periods of which nothing was reported yet: the figure may still change."""
        return () if self.made_of is None else self.made_of.lacking


@dataclass(frozen=True, slots=True)
class MadeOf:
    """How a figure of the year was made: its parts in order of time, and the periods that lack."""

    way: Aggregation
    parts: tuple[Figure, ...]
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target given to a unit, in force from a day on; `value` None means expressly none.

    Where `is_assigned` is false the task itself is not the unit's: it is out of both sums, whatever is reported.
    """

    unit: str
    indicator: str
    value: Number | Rate | None
    valid_from: date | None = None
    document: str = ""
    origin: Origin = Origin()
    is_assigned: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """What a unit should have reached by a day within the year, on its way to a target. It tells the pace and makes no
    points.
    """

    unit: str
    indicator: str
    due_on: date
    value: Number | Rate
    origin: Origin = Origin()


@dataclass(frozen=True, slots=True)
class Member:
    """A unit of a cluster as scoring sees it: its code, its name on papers, its cluster, and its name in lists."""

    code: str
    name: str
    cluster: str = ""
    short: str = ""

    @property
    def brief(self) -> str:
        """The name for lists and narrow columns: Tây Ninh."""
        return self.short or self.name


@dataclass(slots=True)
class FigureTable:
    """All figures of a run, one row per unit, read at one stage and one day.

    Satisfies `kinds.Inputs`. Columns are made on first use and kept.
    """

    units: tuple[Member, ...]
    figures: tuple[Figure, ...]
    targets: tuple[Target, ...]
    stage: Stage
    as_of: date | None = None
    calendar: WorkingCalendar | None = None
    explained: bool = False
    _rows: dict[str, int] = field(init=False)
    _groups: Rows | None = field(init=False, default=None)
    _chosen: dict[tuple[str, str], Figure] = field(init=False)
    _in_force: dict[tuple[str, str], Target] = field(init=False)
    _lacking: set[tuple[str, str]] = field(init=False)
    _said: dict[tuple[str, str], list[Figure]] = field(init=False, default_factory=dict)
    _figures: dict[str, Drawn] = field(init=False, default_factory=dict)
    _targets: dict[str, Drawn] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._rows = {unit.code: row for row, unit in enumerate(self.units)}
        self._in_force = targets_in_force(self.targets, self.as_of)
        self._chosen = choose_stage(self.figures, self.stage) | self._unassigned()
        self._lacking = {key for key, one in self._chosen.items() if one.made_of is not None and one.made_of.lacking}

    @property
    def rows(self) -> int:
        """How many units."""
        return len(self.units)

    @property
    def groups(self) -> Rows:
        """The number of each unit's cluster."""
        if self._groups is None:
            clusters = {name: index for index, name in enumerate(dict.fromkeys(unit.cluster for unit in self.units))}
            self._groups = np.asarray([clusters[unit.cluster] for unit in self.units], dtype=np.intp)
        return self._groups

    def row(self, unit: str) -> int:
        """The row of a unit. Raises KeyError for a unit that is not a member."""
        return self._rows[unit]

    def chosen(self, unit: str, indicator: str) -> Figure | None:
        """The figure that counts at the table's stage."""
        return self._chosen.get((unit, indicator))

    def said(self, unit: str, indicator: str) -> list[Figure]:
        """Everything that was said about an indicator of a unit, in order of authority."""
        if not self._said:
            for one in self.figures:
                self._said.setdefault((one.unit, one.indicator), []).append(one)
        return sorted(self._said.get((unit, indicator), ()), key=lambda one: one.stage.rank)

    def in_force(self, unit: str, indicator: str) -> Target | None:
        """The target that counts on the table's day."""
        return self._in_force.get((unit, indicator))

    def figure(self, indicator: str) -> Drawn:
        """The figures of an indicator at the table's stage."""
        if indicator not in self._figures:
            cells = [_told(self._chosen.get((unit.code, indicator))) for unit in self.units]
            states = [State.MISSING if cell is None else cell.state for cell in cells]
            values = [None if cell is None else cell.value for cell in cells]
            self._figures[indicator] = draw(values, states, explained=self.explained)
        return self._figures[indicator]

    def target(self, indicator: str) -> Drawn:
        """The targets of an indicator in force on the table's day."""
        if indicator not in self._targets:
            given = [self._in_force.get((unit.code, indicator)) for unit in self.units]
            values = [None if target is None else target.value for target in given]
            states = [State.NOT_ASSIGNED if value is None else State.REPORTED for value in values]
            self._targets[indicator] = draw(values, states, explained=self.explained)
        return self._targets[indicator]

    def working_days(self, start: date, due: date) -> int:
        """Signed working days, from the calendar. Raises FiguresRefused when the season has none."""
        if self.calendar is None:
            raise FiguresRefused(Problem("scoring.no_calendar"))
        return self.calendar.working_days_between(start, due)

    def _unassigned(self) -> dict[tuple[str, str], Figure]:
        """What stands in the cells of tasks that the target in force takes from a unit."""
        return {
            key: Figure(
                unit=key[0],
                indicator=key[1],
                stage=self.stage,
                value=None,
                state=State.NOT_ASSIGNED,
                origin=one.origin,
            )
            for key, one in self._in_force.items()
            if not one.is_assigned
        }

    def waits_for_appraisal(self, unit: str, indicator: str) -> bool:
        """Whether a figure is still that of an earlier stage than the table's.

        A re-check looks at some figures only: one that was agreed on waits for nothing.
        """
        figure = self._chosen.get((unit, indicator))
        wanted = min(self.stage.rank, Stage.AGREED.rank)
        return figure is not None and figure.stage.rank < wanted

    @property
    def lacks_any(self) -> bool:
        """Whether any figure that counts was made from some periods only."""
        return bool(self._lacking)

    def lacks_periods(self, unit: str, indicator: str) -> bool:
        """Whether the figure that counts was made from some periods only, and others are not reported yet."""
        return (unit, indicator) in self._lacking


def choose_stage(figures: Iterable[Figure], stage: Stage) -> dict[tuple[str, str], Figure]:
    """For each unit and indicator the figure of the highest stage up to the given one (brief, principle 7)."""
    chosen: dict[tuple[str, str], Figure] = {}
    for figure in figures:
        key = (figure.unit, figure.indicator)
        if figure.stage.rank <= stage.rank and (key not in chosen or chosen[key].stage.rank < figure.stage.rank):
            chosen[key] = figure
    return chosen


def targets_in_force(targets: Iterable[Target], day: date | None) -> dict[tuple[str, str], Target]:
    """For each unit and indicator the latest target that had begun on the day (all of them without a day)."""
    chosen: dict[tuple[str, str], Target] = {}
    for target in targets:
        begun = day is None or target.valid_from is None or target.valid_from <= day
        key = (target.unit, target.indicator)
        if begun and (key not in chosen or _start(chosen[key]) <= _start(target)):
            chosen[key] = target
    return chosen


def draw(values: Sequence[FigureValue | None], states: Sequence[State], *, explained: bool) -> Drawn:
    """A column of typed values; rows without one hold 0 and their state."""
    ratios = [_ratio(value) for value in values]

    def writing(row: int) -> Expression:
        return Literal(_number(values[row]))

    num, den = Integers.of([ratio[0] for ratio in ratios]), Integers.of([ratio[1] for ratio in ratios])
    if all(ratio[1] == ratios[0][1] for ratio in ratios) and ratios:
        den = Integers.of(ratios[0][1])
    counted = np.asarray([isinstance(value, Counts) for value in values], dtype=np.bool_)
    return Drawn(Column(num, den, writing if explained else None), np.asarray(states, dtype=np.int8), counted)


def _told(figure: Figure | None) -> Figure | None:
    """A figure that says something: n/d with d = 0 is not reported, neither 0 nor 100 % (DOMAIN §3.10, settled)."""
    if figure is not None and isinstance(figure.value, Counts) and not figure.value.denominator:
        return None
    return figure


def _start(target: Target) -> date:
    return target.valid_from or date.min


def _number(value: FigureValue | None) -> Value:
    if isinstance(value, Value):
        return value
    return Number(_ratio(value)[0])


def _ratio(value: FigureValue | None) -> tuple[int, int]:
    if isinstance(value, Value):
        return value.ratio
    if isinstance(value, date):
        return value.toordinal(), 1
    return (value.index if isinstance(value, Level) else int(bool(value))), 1
