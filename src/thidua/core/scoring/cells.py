"""What intake is given: cells as a person or a spreadsheet left them, lines of cells, and what they are read against.

The grid, the workbook, the CSV file and the YAML list all hand over these; `intake` decides what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from thidua.core.errors import Place, Problem
from thidua.core.numbers import NumberKind, Value
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.figures import Figure
from thidua.core.states import Stage
from thidua.core.timeline import Period


class Cell(NamedTuple):
    """One cell. `text` is what is read in it, without outer blanks; an empty cell has none.

    number: reads a spreadsheet's number cell exactly, as the kind wanted (Raises NumberRefused) · day, verdict: the
    value of a date or truth cell · problem: why the cell cannot be read at all (an error value, a formula without
    its result); it is raised only where the cell is needed.
    """

    text: str = ""
    place: Place = Place()
    number: Callable[[NumberKind | None], Value] | None = None
    day: date | None = None
    verdict: bool | None = None
    problem: Problem | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the cell."""
        return not self.text and self.problem is None


EMPTY = Cell()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One line of a figure table: whose indicator, what each stage says of it, and what is noted beside it.

    unit_default: the unit that the sheet's name stands for, used when the line names none · line: its number in the
    table, from 0.
    """

    code: Cell
    unit: Cell
    stages: Mapping[Stage, Cell]
    notes: Mapping[str, Cell] = field(default_factory=dict)
    unit_default: str = ""
    place: Place = Place()
    line: int = 0

    def note(self, key: str) -> Cell:
        """A cell beside: nature, source, evidence, appraiser, decided_on, reason, as_of, period, comment."""
        return self.notes.get(key, EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """One line of a target table. `milestones`: what should be reached on the way, by day."""

    code: Cell
    unit: Cell
    target: Cell
    notes: Mapping[str, Cell] = field(default_factory=dict)
    milestones: Mapping[date, Cell] = field(default_factory=dict)
    unit_default: str = ""
    place: Place = Place()
    line: int = 0

    def note(self, key: str) -> Cell:
        """A cell of the columns beside the target: valid_from, document, source, nature."""
        return self.notes.get(key, EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonUnit:
    """A unit of the season by all its names, and the time for which it exists (None: always)."""

    code: str
    name: str
    short: str = ""
    valid: Period | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a unit reported before about an indicator, and when, as it is called: `2023`, `2024-02`."""

    value: Value
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What rows are read against.

    rulebook: None when it cannot be read, then codes are not checked · unreadable: codes of indicators and names of
    units that are there but cannot be read, which is said once, where they stand · compared: indicators that a
    statement holds against their targets · beside: figures that stand already, against which those that are read are
    checked · history: by unit, indicator and period, what was reported before · cut_offs: the last days of the season's
    own periods · compares: whether periods are held against those before them, as a unit or the command enters them.
    """

    units: tuple[SeasonUnit, ...]
    rulebook: Rulebook | None
    unreadable: frozenset[str] = frozenset()
    data: Period | None = None
    as_of: date | None = None
    compared: frozenset[str] = frozenset()
    beside: tuple[Figure, ...] = ()
    history: Mapping[tuple[str, str, str], Earlier] = field(default_factory=dict)
    cut_offs: tuple[date, ...] = ()
    compares: bool = False
