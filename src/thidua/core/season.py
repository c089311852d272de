"""A season of a cluster as one value: who, what movement, which rulebook, which figures, what will be said of them.

A season that comes from files, from a database or from a test is the same value; everything after it is computed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thidua.core.canonical import Plain
from thidua.core.numbers import Counts
from thidua.core.results.result import SeasonName, result_document
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.evaluate import Evaluation, evaluate
from thidua.core.scoring.figures import Figure, FigureTable, FigureValue, Member, Nature, Target
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.standings import standings
from thidua.core.statements import Statement, StatementRule, state
from thidua.core.states import Stage
from thidua.core.timeline import Period, WorkingCalendar


class Post(StrEnum):
    """A post of the cluster, held by a unit for the season."""

    CHAIR = "chair"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A movement that the season carries: its name, slogan and theme, and the movement it is linked to."""

    name: str
    slogan: str = ""
    theme: str = ""
    linked_to: str = ""
    nature: Nature = Nature.REAL
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A figure reported for the whole cluster, to which the units' parts must add up."""

    indicator: str
    value: Counts
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something else that was reported of the season and is printed again as it is (place, guests, handover …)."""

    subject: str
    text: str
    nature: Nature = Nature.REAL
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """One cluster's year. `posts` names the unit that holds each post; `order_of_speaking` is a stored list."""

    name: SeasonName
    units: tuple[Member, ...]
    rulebook: Rulebook
    figures: tuple[Figure, ...]
    targets: tuple[Target, ...] = ()
    stage: Stage = Stage.SELF
    closed: bool = False
    as_of: date | None = None
    data: Period | None = None
    calendar: WorkingCalendar | None = None
    adjustments: tuple[AuthorityAdjustment, ...] = ()
    statements: tuple[StatementRule, ...] = ()
    order_of_speaking: tuple[str, ...] = ()
    posts: dict[Post, str] = field(default_factory=dict)
    movements: tuple[Movement, ...] = ()
    wholes: tuple[Whole, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def has_illustrative_figures(self) -> bool:
        """Whether any figure or target stands in for one that was not reported; papers must then say so."""
        origins = [figure.origin for figure in self.figures] + [target.origin for target in self.targets]
        return any(origin.nature is Nature.ILLUSTRATIVE for origin in origins)

    def table(self, *, stage: Stage | None = None, explained: bool = False) -> FigureTable:
        """The figures as rules see them, at a stage (the season's own by default)."""
        return FigureTable(
            units=self.units,
            figures=self.figures,
            targets=self.targets,
            stage=stage or self.stage,
            as_of=self.as_of,
            calendar=self.calendar,
            explained=explained,
        )

    def evaluate(self, *, stage: Stage | None = None, explained: bool = False) -> Evaluation:
        """Score the season. An earlier stage than the season's own is never final, and no authority has spoken yet."""
        table = self.table(stage=stage, explained=explained)
        is_own = table.stage.rank >= self.stage.rank
        adjustments = self.adjustments if is_own else ()
        return evaluate(self.rulebook, table, adjustments=adjustments, closed=self.closed and is_own)

    def result(self, *, engine: str, stage: Stage | None = None) -> dict[str, Plain]:
        """The season's result as a document that lasts; `engine` names the program's version."""
        evaluation = self.evaluate(stage=stage)
        return result_document(evaluation, standings(evaluation), self.name, engine=engine)

    def state(self, table: FigureTable) -> tuple[Statement, ...]:
        """All statements of the season."""
        return tuple(state(rule, table, self.order_of_speaking) for rule in self.statements)


def sum_of_parts(season: Season, whole: Whole) -> Counts | None:
    """The units' figures at the season's stage added up; None when some unit has no counts."""
    table = season.table()
    figures = [table.chosen(unit.code, whole.indicator) for unit in season.units]
    values: list[FigureValue | None] = [None if figure is None else figure.value for figure in figures]
    counts = [value for value in values if isinstance(value, Counts)]
    if len(counts) != len(season.units):
        return None
    kind = whole.value.kind
    return Counts(sum(one.numerator for one in counts), sum(one.denominator for one in counts), kind)
