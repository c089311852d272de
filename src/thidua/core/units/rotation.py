"""Whose turn it is to chair: the order in which the units of a line of clusters take the post, a year each.

Owns the plan's value and its arithmetic of years. A turn that is passed over keeps its place and its reason, and those
behind it move up a year; one that an election gave to another unit stands beside the turn of the one elected. A unit
that no longer exists is told with its heirs: the plan asks, it never puts an heir in the place of a unit by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.core.errors import Problem, UnitsRefused
from thidua.core.units.succession import History
from thidua.core.units.tree import UnitId


class TurnState(StrEnum):
    """What became of a turn."""

    PLANNED = "planned"  # to be taken, or taken, in its year
    SKIPPED = "skipped"  # passed over: those behind move up
    REPLACED = "replaced"  # another unit was elected for this year


@dataclass(frozen=True, slots=True)
class Turn:
    """One unit's turn; a turn that is not taken says why."""

    unit: UnitId
    state: TurnState = TurnState.PLANNED
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """A turn with its year; None for one that is not taken."""

    turn: Turn
    year: int | None


@dataclass(frozen=True, slots=True)
class Vanished:
    """A unit that has a turn and no longer exists, with those that carry it on: none when it was abolished."""

    unit: UnitId
    year: int
    heirs: tuple[UnitId, ...]


@dataclass(frozen=True, slots=True)
class RotationPlan:
    """Turns in order, the first in `first_year`. Raises UnitsRefused with every problem."""

    first_year: int
    turns: tuple[Turn, ...]

    def __post_init__(self) -> None:
        problems = list(self._problems())
        if problems:
            raise UnitsRefused(problems)

    def due(self) -> tuple[Due, ...]:
        """Every turn with its year."""
        return tuple(self._due())

    def in_year(self, year: int) -> Turn | None:
        """Whose turn a year is; None beyond the plan."""
        return next((due.turn for due in self._due() if due.year == year), None)

    def vanished(self, history: History, *, on: date) -> tuple[Vanished, ...]:
        """The turns from the day's year on whose units do not exist on the day; somebody has to decide on each."""
        return tuple(
            Vanished(due.turn.unit, due.year, history.heirs(due.turn.unit, on=on))
            for due in self._due()
            if due.year is not None and due.year >= on.year and history.tree.living(due.turn.unit, on=on) is None
        )

    def _due(self) -> Iterator[Due]:
        year = self.first_year
        for turn in self.turns:
            is_taken = turn.state is TurnState.PLANNED
            yield Due(turn, year if is_taken else None)
            year += is_taken

    def _problems(self) -> Iterator[Problem]:
        if not self.turns:
            yield Problem("units.rotation_empty")
        for turn in self.turns:
            if turn.state is not TurnState.PLANNED and not turn.reason:
                yield Problem("units.turn_without_reason", {"unit": turn.unit})
