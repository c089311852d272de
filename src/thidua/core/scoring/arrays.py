"""Figures of many clusters as plain arrays, and the cut into blocks of whole clusters that keeps memory bounded.

Owns the way from arrays to what rules see. Holds no object per cell and computes no points: `evaluate.score` runs the
same kinds over these columns as over a season's. Rows are units (or units in a period); rows that are compared with
one another share a group, and a group's rows stand together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from thidua.core.columns import Column, Integers, Mask, Rows
from thidua.core.errors import Fault, FiguresRefused, Problem
from thidua.core.kinds.base import Drawn
from thidua.core.numbers import Number, Value, terminating
from thidua.core.numeric import np
from thidua.core.states import State
from thidua.core.timeline import WorkingCalendar

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROWS_OF_A_BLOCK = 8192  # columns of so many rows stay in the processor's cache while a rule works on them
States: TypeAlias = "NDArray[np.int8]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """The figures of one indicator, or its targets, for all rows. Shapes `(rows,)`.

    numerator: int64, or Python integers where some are larger · denominator: likewise and never negative, or one
    number for all rows (10**places for decimals, 1 for counts and verdicts) · states: None where every row is
    reported · counted: rows given as counts n/d, whose sums may be formed. A row that is not reported may hold any
    number; n/d with d = 0 is not reported.
    """

    numerator: NDArray[Any]
    denominator: NDArray[Any] | int = 1
    states: States | None = None
    counted: Mask | None = None

    @property
    def nbytes(self) -> int:
        """How many bytes the arrays take."""
        arrays = [self.numerator, self.denominator, self.states, self.counted]
        return sum(array.nbytes for array in arrays if isinstance(array, np.ndarray))

    def part(self, rows: slice) -> Cells:
        """Some of the rows, without a copy."""
        return Cells(
            numerator=self.numerator[rows],
            denominator=self.denominator if isinstance(self.denominator, int) else self.denominator[rows],
            states=None if self.states is None else self.states[rows],
            counted=None if self.counted is None else self.counted[rows],
        )

    def value(self, row: int) -> Value | None:
        """The number in a row, as an exact decimal; None where it has no end as one."""
        below = self.denominator if isinstance(self.denominator, int) else int(self.denominator[row])
        above = int(self.numerator[row])
        return Number(above) if below == 1 else terminating((above, below)) if below else None

    def drawn(self, otherwise: State) -> Drawn:
        """The columns that rules see. otherwise: what a fraction over zero is."""
        states = np.zeros(len(self.numerator), dtype=np.int8) if self.states is None else self.states
        den, hollow = Integers.of(self.denominator).without_zero()
        if hollow is not None:
            states = np.where(hollow & (states == State.REPORTED), np.int8(otherwise), states)
        return Drawn(Column(Integers.of(self.numerator), den), states, self.counted)


@dataclass(slots=True)
class ArrayTable:
    """The figures and targets of a run by indicator. Satisfies `kinds.Inputs`.

    groups: the number of each row's cluster (in a period), from 0 upwards and never falling. Shape `(rows,)`.
    An indicator without an array was reported by nobody, or given to nobody as a target. authority: what the authority
    adds to each total (K33).
    """

    groups: Rows
    figures: Mapping[str, Cells]
    targets: Mapping[str, Cells] = field(default_factory=dict)
    calendar: WorkingCalendar | None = None
    authority: Cells | None = None
    _figures: dict[str, Drawn] = field(init=False, default_factory=dict)
    _targets: dict[str, Drawn] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        rows, steps = len(self.groups), np.diff(self.groups)
        if rows and (self.groups[0] != 0 or not np.isin(steps, (0, 1)).all()):
            raise Fault("the rows of a group must stand together, groups numbered from 0")
        if any(len(cells.numerator) != rows for cells in self._all_cells()):
            raise Fault("every array must have one entry for each row")

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.groups)

    @property
    def nbytes(self) -> int:
        """How many bytes the arrays take."""
        return self.groups.nbytes + sum(cells.nbytes for cells in self._all_cells())

    def _all_cells(self) -> list[Cells]:
        authority = [] if self.authority is None else [self.authority]
        return [*self.figures.values(), *self.targets.values(), *authority]

    def figure(self, indicator: str) -> Drawn:
        """The figures of an indicator."""
        return _kept(self._figures, self.figures, indicator, self.rows, State.MISSING)

    def target(self, indicator: str) -> Drawn:
        """The targets of an indicator."""
        return _kept(self._targets, self.targets, indicator, self.rows, State.NOT_ASSIGNED)

    def working_days(self, start: date, due: date) -> int:
        """Signed working days, from the calendar. Raises FiguresRefused when there is none."""
        if self.calendar is None:
            raise FiguresRefused(Problem("scoring.no_calendar"))
        return self.calendar.working_days_between(start, due)

    def blocks(self, most: int = ROWS_OF_A_BLOCK) -> Iterator[slice]:
        """Stretches of rows that hold whole groups, `most` rows long at most unless one group is longer."""
        ends = [*(np.flatnonzero(np.diff(self.groups)) + 1), self.rows]
        start = reached = 0
        for end in (int(end) for end in ends):
            if end - start > most and reached > start:
                yield slice(start, reached)
                start = reached
            reached = end
        if reached > start:
            yield slice(start, reached)

    def part(self, rows: slice) -> ArrayTable:
        """The rows of a block as a table of their own, without a copy of the figures."""
        groups = self.groups[rows]
        return ArrayTable(
            groups - groups[0],
            {code: cells.part(rows) for code, cells in self.figures.items()},
            {code: cells.part(rows) for code, cells in self.targets.items()},
            self.calendar,
            None if self.authority is None else self.authority.part(rows),
        )


def _kept(kept: dict[str, Drawn], given: Mapping[str, Cells], indicator: str, rows: int, otherwise: State) -> Drawn:
    """What stands under an indicator, drawn once; every row in the state `otherwise` where nothing was given."""
    if indicator not in kept:
        cells = given.get(indicator) or Cells(
            numerator=np.zeros(rows, dtype=np.int64), states=np.full(rows, otherwise, dtype=np.int8)
        )
        kept[indicator] = cells.drawn(otherwise)
    return kept[indicator]
