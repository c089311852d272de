"""What a rule kind is, and what it sees while it computes.

Two families compose every rule of the catalogue:

- a **source** turns figures into the value to be judged (the figure itself, its growth, its deviation from target);
- a **shape** turns that value into points (proportional, bands, target and leader, per event …).

A base rule, a bonus and a deduction are each one source and one shape. A kind is written once over all units; the
explanation runs the same code with a notebook, and the kind's own arithmetic and notes become the trace.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar

from thidua.core.columns import Column, Expression, Mask, Rows, best_of_groups, compare
from thidua.core.errors import Fault
from thidua.core.kinds.params import INDICATOR, INDICATORS, declared
from thidua.core.numbers import Number
from thidua.core.numeric import np
from thidua.core.states import State

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Written:
    """A value of an explained row: its arithmetic, and what it comes to as (numerator, denominator)."""

    expression: Expression
    ratio: tuple[int, int]


@dataclass(frozen=True, slots=True)
class UnitsNamed:
    """Rows of units that a step speaks of (the leader, those that tie with it)."""

    rows: tuple[int, ...]


StepValue = Written | UnitsNamed | Number | int | str
Noted = Column | Callable[[int], UnitsNamed] | Number | int | str


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an explanation: a stable code and the data of its sentence."""

    code: str
    data: Mapping[str, StepValue]


@dataclass(frozen=True, slots=True)
class Note:
    """A step for all rows where `where` holds, kept as columns until one row is asked for.

    part: which of the criterion's adjustments the step belongs to; None for its base rule and its limits.
    """

    code: str
    where: Mask | None
    data: Mapping[str, Noted]
    part: int | None = None

    def step(self, row: int) -> Step | None:
        """The step as it reads for one row."""
        if self.where is not None and not self.where[row]:
            return None
        return Step(self.code, {name: _read_row(value, row) for name, value in self.data.items()})


def _read_row(value: Noted, row: int) -> StepValue:
    if isinstance(value, Column):
        return Written(value.written(row), value.at(row))
    return value(row) if callable(value) else value


@dataclass(frozen=True, slots=True)
class Drawn:
    """An input as columns: its values, and per row whether one was reported. Shape `(rows,)`.

    counted: rows given as counts n/d, whose sums may be formed; None when no row is.
    """

    column: Column
    states: NDArray[np.int8]
    counted: Mask | None = None


class Inputs(Protocol):
    """The figures and targets that a rule may ask for, by indicator."""

    @property
    def rows(self) -> int:
        """How many units."""

    @property
    def groups(self) -> Rows:
        """The number of each unit's cluster, from 0 upwards. Shape `(rows,)`."""

    def figure(self, indicator: str) -> Drawn:
        """The chosen stage's figures; dates as day numbers (proleptic ordinals), verdicts as 1 and 0."""

    def target(self, indicator: str) -> Drawn:
        """Targets in force; where none was given the state is NOT_ASSIGNED."""

    def working_days(self, start: date, due: date) -> int:
        """Signed working days from a day to its due day, from dated calendar data."""


@dataclass(slots=True)
class Run:
    """One rule over all units of one or many clusters, and everything it may see.

    full: the points of the criterion (M) · value, valid: the judged value and the rows that have one · target,
    has_target: likewise · drawn: the criterion's own figures as given · notes: filled when points are to be
    explained, None in bulk runs · unformed: rows whose figure gives no value to judge, and why · refusals: rows that
    the rule cannot judge, why, and data of the sentence.
    """

    inputs: Inputs
    full: Column
    less_is_better: bool
    drawn: Drawn
    value: Column
    valid: Mask
    target: Column
    has_target: Mask
    notes: list[Note] | None = None
    unformed: list[tuple[Mask, str]] = field(default_factory=list)
    refusals: list[tuple[Mask, str, Mapping[str, object]]] = field(default_factory=list)

    def choose(self, *cases: tuple[Mask, Column], otherwise: Column) -> Column:
        """For each row the column of the first mask that holds."""
        result = otherwise
        for mask, column in reversed(cases):
            result = column.where(self.spread(mask), result)
        return result

    def least(self, column: Column, limit: Column, code: str, **named: str) -> Column:
        """The smaller of the two, row by row; notes where the limit binds, and whose limit it is."""
        over = column > limit
        self.note(code, where=over.mask, value=column, limit=limit, **named)
        return self.choose((over.mask, limit), otherwise=column)

    def most(self, column: Column, limit: Column, code: str) -> Column:
        """The larger of the two, row by row; notes where the limit binds."""
        under = column < limit
        self.note(code, where=under.mask, value=column, limit=limit)
        return self.choose((under.mask, limit), otherwise=column)

    def leader(self, column: Column, among: Mask) -> Rows:
        """Row of the best unit of each row's cluster, -1 where nobody competes."""
        return best_of_groups(column, self.inputs.groups, self.spread(among))

    def tied_with(self, column: Column, leaders: Rows, among: Mask) -> Callable[[int], UnitsNamed]:
        """Who stands level with the leader of a row: all of them, named in the order of the cluster."""

        def named(row: int) -> UnitsNamed:
            rivals = np.flatnonzero(self.spread(among) & (self.inputs.groups == self.inputs.groups[row]))
            best = column.at(int(leaders[row]))
            return UnitsNamed(tuple(int(rival) for rival in rivals if compare(column.at(int(rival)), best) == 0))

        return named

    def is_zero(self, column: Column) -> Mask:
        """Rows where the column is exactly zero. Shape `(rows,)`."""
        return self.spread(column.same(Column.whole(0)).mask)

    def note(self, code: str, where: Mask | None = None, **data: Noted) -> None:
        """Write a step of the explanation for the rows where the mask holds."""
        if self.notes is not None:
            self.notes.append(Note(code, None if where is None else self.spread(where), data))

    def refuse(self, mask: Mask, code: str, **data: object) -> None:
        """Say that the rule cannot judge these rows."""
        if mask.any():
            self.refusals.append((self.spread(mask), code, data))

    def leave_out(self, mask: Mask, code: str) -> None:
        """Say that these rows have no value to judge. They are refused, unless the shape names points for them."""
        out = self.valid & self.spread(mask)
        if out.any():
            self.unformed.append((out, code))
            self.valid = self.valid & ~out

    def without_value(self) -> Mask:
        """The rows left out, for a shape that names their points: they are not refused any more."""
        masks = [mask for mask, _code in self.unformed]
        self.unformed.clear()
        return np.logical_or.reduce(masks) if masks else self.spread(np.asarray(False))

    def spread(self, mask: Mask) -> Mask:
        """A mask with one entry per row."""
        rows = (self.inputs.rows,)
        return mask if mask.shape == rows else np.broadcast_to(mask, rows)


class Shape(ABC):
    """Turns a value into points. Subclasses are frozen dataclasses registered by `@shape`."""

    name: ClassVar[str] = ""
    kinds: ClassVar[tuple[str, ...]] = ()  # numbers in the catalogue, K1 …
    relative: ClassVar[bool] = False  # depends on the other units of the cluster
    entered: ClassVar[bool] = False  # the figure *is* points or a verdict, claimed by the unit
    entered_up_to_full: ClassVar[bool] = False  # the most that may be entered is what the criterion gives

    @abstractmethod
    def points(self, run: Run) -> Column:
        """Points per row, exact. Rows outside `run.valid` may hold anything."""

    @property
    def uses_target(self) -> bool:
        """Whether the points hang on a target."""
        return False

    def indicators(self) -> tuple[str, ...]:
        """Further indicators that this shape needs besides the criterion's own."""
        return _further_indicators(self)

    def bounds(self, full: Number) -> tuple[Number, Number] | None:  # noqa: ARG002 - the signature of the family
        """The least and largest figure that may be entered, for kinds whose figure is points. full: the points."""
        return None


class Source(ABC):
    """Turns figures into the value that a shape judges. Subclasses are frozen dataclasses registered by `@source`."""

    name: ClassVar[str] = ""
    kinds: ClassVar[tuple[str, ...]] = ()
    uses_target: ClassVar[bool] = False
    relative: ClassVar[bool] = False  # depends on the other units of the cluster

    @abstractmethod
    def draw(self, run: Run) -> Column:
        """The value per row. `run.value` holds the plain figure, `run.target` the target."""

    def indicators(self) -> tuple[str, ...]:
        """Further indicators that this source needs besides the criterion's own."""
        return _further_indicators(self)

    def states(self, own: NDArray[np.int8], inputs: Inputs) -> NDArray[np.int8]:
        """What the value is for each unit: missing where any figure that it needs is missing. Shape `(rows,)`."""
        return missing_where_any(own, [inputs.figure(one).states for one in self.indicators()])


def missing_where_any(own: NDArray[np.int8], others: Sequence[NDArray[np.int8]]) -> NDArray[np.int8]:
    """The states of a value that needs others too: missing where one of them is missing. Shape `(rows,)`."""
    states, reported = own, own == State.REPORTED
    for other in others:
        if other is not own:
            states = np.where(reported & (other == State.MISSING), np.int8(State.MISSING), states)
    return states


def _further_indicators(owner: Shape | Source) -> tuple[str, ...]:
    names: list[str] = []
    for name, several in _naming(type(owner)):
        named = getattr(owner, name)
        names += named if several else [named]
    return tuple(names)


@cache
def _naming(kind: type[Shape] | type[Source]) -> tuple[tuple[str, bool], ...]:
    """The parameters of a kind that name indicators, and whether one names several."""
    params = [(item.name, item.metadata["param"]) for item in declared(kind).values()]
    return tuple((name, param is INDICATORS) for name, param in params if param in (INDICATOR, INDICATORS))


SHAPES: dict[str, type[Shape]] = {}
SOURCES: dict[str, type[Source]] = {}
K = TypeVar("K", bound=Shape | Source)


def _register(registry: dict[str, type[K]], name: str, kinds: tuple[str, ...]) -> Callable[[type[K]], type[K]]:
    def add(owner: type[K]) -> type[K]:
        if name in registry:
            raise Fault(f"two kinds are called {name}")
        owner.name, owner.kinds = name, kinds
        registry[name] = owner
        return owner

    return add


def shape(name: str, *kinds: str) -> Callable[[type[Shape]], type[Shape]]:
    """Register a shape under its stable name, with its numbers in the catalogue."""
    return _register(SHAPES, name, kinds)


def source(name: str, *kinds: str) -> Callable[[type[Source]], type[Source]]:
    """Register a source under its stable name, with its numbers in the catalogue."""
    return _register(SOURCES, name, kinds)
