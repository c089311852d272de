"""The rulebook as values: a tree of criteria whose leaves are composed of kinds, and the rules above the leaves.

Owns the shape of a rulebook and nothing else: reading it is `parse`, finding its mistakes `check`, its fingerprint
`digest`. Every field that has a default is left out of the digest while it holds that default, so that a later
release may add fields without changing the fingerprint of a signed rulebook.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.kinds.base import Shape, Source
from thidua.core.kinds.params import INDICATOR, NUMBER, many, param
from thidua.core.kinds.sources import Figure
from thidua.core.numbers import Number, NumberKind
from thidua.core.periods import Aggregation, Frequency
from thidua.core.plain import Amount
from thidua.core.rulebook.above import ClassRule, KnockOut, RankMethod, TieBreak, Total
from thidua.core.rulebook.adjustments import Adjustment, BestOf
from thidua.core.rulebook.figure_checks import FigureCheck
from thidua.core.states import State
from thidua.core.timeline import Period


class FigureKind(StrEnum):
    """What is reported under an indicator: one of the kinds of number, a verdict, points, or a day."""

    COUNT = "count"
    DECIMAL = "decimal"
    PERCENT = "percent"
    SHARE = "share"
    RESULT_TARGET = "result_target"
    OF_UNITS = "of_units"
    MONEY = "money"
    POINTS = "points"
    VERDICT = "verdict"
    LEVEL = "level"
    DAY = "day"

    @property
    def number_kind(self) -> NumberKind | None:
        """The kind of number that the reader expects; None for verdicts, levels and days."""
        return _NUMBER_KINDS.get(self)

    @property
    def is_ratio(self) -> bool:
        """Whether its values are parts of a whole, written in percent."""
        return self in (FigureKind.PERCENT, FigureKind.SHARE, FigureKind.RESULT_TARGET, FigureKind.OF_UNITS)


_NUMBER_KINDS = {FigureKind(kind.value): kind for kind in NumberKind} | {FigureKind.POINTS: NumberKind.DECIMAL}


_STATES = frozenset({Aggregation.LATEST})
_PARTS = frozenset({Aggregation.SUM, Aggregation.LATEST, Aggregation.CUMULATIVE})
_RATES = frozenset({Aggregation.LATEST, Aggregation.AVERAGE, Aggregation.CUMULATIVE})
# How figures of a kind may become the year's: a rate without counts never adds, counts are never averaged, and points
# that were entered do not add up past the most that their criterion gives.
AGGREGATIONS = {
    **dict.fromkeys((FigureKind.COUNT, FigureKind.DECIMAL, FigureKind.MONEY), frozenset(Aggregation)),
    **dict.fromkeys((FigureKind.SHARE, FigureKind.RESULT_TARGET, FigureKind.OF_UNITS), _PARTS),
    **dict.fromkeys((FigureKind.PERCENT, FigureKind.POINTS), _RATES),
    **dict.fromkeys((FigureKind.VERDICT, FigureKind.LEVEL, FigureKind.DAY), _STATES),
}


class Direction(StrEnum):
    """Which way is better."""

    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What is counted: its meaning, what its numbers look like, and which way is better.

    levels: the words of a level, in order, the one that weighs least first · year: the year that it speaks of, where
    that is not the season's own (last year's award must never be this year's vote) · frequency, aggregation: how often
    it is reported, and how the figures of the periods become that of the year; once a year where nothing is said.
    """

    code: str
    name: str
    kind: FigureKind
    measure: str = ""  # unit of measure: vụ, hồ sơ, bài
    direction: Direction = Direction.MORE
    definition: str = ""
    levels: tuple[str, ...] = ()
    year: int | None = None
    frequency: Frequency = Frequency.YEAR
    aggregation: Aggregation | None = None

    @property
    def has_periods(self) -> bool:
        """Whether it is reported within the year."""
        return self.frequency is not Frequency.YEAR


class Applied(StrEnum):
    """The steps that make the points of a criterion; the rulebook writes their order."""

    DEDUCTIONS = "deductions"
    BONUSES = "bonuses"
    LIMIT = "limit"


class NotAssigned(StrEnum):
    """What a task that a unit was not given, or that does not apply to it, does to its sums (K24)."""

    EXCLUDE = "exclude"
    FULL = "full"
    ZERO = "zero"
    AVERAGE = "average"


class Evidence(StrEnum):
    """Whether a claim must come with evidence."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class Eyes(StrEnum):
    """How many persons decide on a claim: one, or a second one who sees the same and confirms (four eyes)."""

    TWO = "two"
    FOUR = "four"


class Secrecy(StrEnum):
    """Whether the words of a criterion may be shown, or only its code."""

    OPEN = "open"
    CODE_ONLY = "code_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    """A factor on the base points by the unit's class (K40): one factor for each level of the indicator, in order."""

    indicator: str = param(INDICATOR, about="indicator of the unit's class / chỉ số loại đơn vị")
    factors: tuple[Number, ...] = param(many(NUMBER), about="one factor for each level / hệ số của từng loại")


@dataclass(frozen=True, slots=True, kw_only=True)
class StricterOf:
    """The stricter of several targets (K44): numbers of the rulebook, indicators, and the season's own (`season`)."""

    targets: tuple[Amount | str, ...]

    @property
    def indicators(self) -> tuple[str, ...]:
        """Those that are indicators."""
        return tuple(one for one in self.targets if isinstance(one, str) and one != SEASON_TARGET)


SEASON_TARGET = "season"
DEFAULT_ORDER = (Applied.DEDUCTIONS, Applied.BONUSES, Applied.LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """How a criterion without parts gets its points: source, shape, adjustments and limits.

    floor and cap bound the points at the step LIMIT of `order`; the cap is the criterion's points unless another
    number is given, and a deduction or bonus cap bounds the sum of all of them.
    """

    indicator: str
    shape: Shape
    source: Source = Figure()
    target: Amount | StricterOf | None = None  # written in the rulebook; otherwise the season's targets are asked
    coefficient: Coefficient | None = None
    months: str = ""  # indicator of the months of the year for which the task was given (K43)
    bonuses: tuple[Adjustment | BestOf, ...] = ()
    deductions: tuple[Adjustment | BestOf, ...] = ()
    bonus_cap: Number | None = None
    deduction_cap: Number | None = None
    order: tuple[Applied, ...] = DEFAULT_ORDER
    floor: Number = Number(0)
    cap: Number | None = None
    not_assigned: NotAssigned | None = None
    not_applicable: NotAssigned | None = None
    evidence: Evidence = Evidence.OPTIONAL
    appraiser: str = ""
    eyes: Eyes = Eyes.TWO

    @property
    def wants_two(self) -> bool:
        """Whether a second person confirms each decision."""
        return self.eyes is Eyes.FOUR

    @property
    def indicators(self) -> tuple[str, ...]:
        """Every indicator that the points hang on, the criterion's own first, each once."""
        asked = [self.indicator, *self.needed]
        for adjustment in self.adjustments:
            asked += adjustment.indicators
        return tuple(dict.fromkeys(asked))

    @property
    def needed(self) -> tuple[str, ...]:
        """What the base points need besides the criterion's own indicator."""
        further = [*self.source.indicators(), *self.shape.indicators()]
        further += self.target.indicators if isinstance(self.target, StricterOf) else ()
        further += [self.coefficient.indicator] if self.coefficient else []
        further += [self.months] if self.months else []
        return tuple(further)

    @property
    def adjustments(self) -> tuple[Adjustment, ...]:
        """Deductions and bonuses, in this order, alternatives one by one."""
        flat: list[Adjustment] = []
        for one in (*self.deductions, *self.bonuses):
            flat += one.alternatives if isinstance(one, BestOf) else [one]
        return tuple(flat)

    @property
    def is_relative(self) -> bool:
        """Whether the points depend on the other units of the cluster."""
        rules = [(self.shape, self.source), *((one.shape, one.source) for one in self.adjustments)]
        return any(shape.relative or source.relative for shape, source in rules) or (
            NotAssigned.AVERAGE in (self.not_assigned, self.not_applicable)
        )

    @property
    def uses_target(self) -> bool:
        """Whether a target of the indicator is asked for."""
        return self.shape.uses_target or self.source.uses_target


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A criterion with parts: their sum within limits (K32). Scaling down shares the cap by largest remainder.

    rescale: points × the group's points / assigned maximum, rounded once more, where a part is missing (K24, K26).
    """

    parts: tuple[Criterion, ...]
    cap: Number | None = None
    floor: Number | None = None
    scale_down: bool = False
    rescale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A node of the tree: code, words and points, and either parts or the way to its points."""

    code: str
    name: str
    points: Number
    body: Leaf | Group
    legal_basis: str = ""
    secrecy: Secrecy = Secrecy.OPEN

    @property
    def leaf(self) -> Leaf | None:
        """The way to the points, for a criterion without parts."""
        return self.body if isinstance(self.body, Leaf) else None

    @property
    def group(self) -> Group | None:
        """The parts, for a criterion that has them."""
        return self.body if isinstance(self.body, Group) else None

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Criterion]]:
        """This criterion and all below it in reading order, each with its depth."""
        yield depth, self
        if self.group is not None:
            for part in self.group.parts:
                yield from part.walk(depth + 1)


class Rounding(StrEnum):
    """Where points are rounded: at every leaf, or once at the total (brief, principle 2)."""

    LEAF = "leaf"
    TOTAL = "total"


class Missing(StrEnum):
    """What is done at the close with figures that were never reported."""

    BLOCKS = "blocks"
    ZERO = "zero"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """A whole scoring table, valid for a time, with its legal basis (empty: not determined)."""

    code: str
    title: str
    version: str
    valid: Period
    indicators: tuple[Indicator, ...]
    criteria: tuple[Criterion, ...]
    legal_basis: str = ""
    note: str = ""
    rounding: Rounding = Rounding.LEAF
    places: int = 2
    missing: Missing = Missing.BLOCKS
    not_assigned: NotAssigned = NotAssigned.EXCLUDE
    not_applicable: NotAssigned | None = None  # as not assigned, where nothing is said
    rank: RankMethod = RankMethod.COMPETITION
    tie_breaks: tuple[TieBreak, ...] = ()
    knock_outs: tuple[KnockOut, ...] = ()
    total: Total = Total()
    classes: tuple[ClassRule, ...] = ()
    checks: tuple[FigureCheck, ...] = ()

    def walk(self) -> Iterator[tuple[int, Criterion]]:
        """All criteria in reading order, each with its depth."""
        for criterion in self.criteria:
            yield from criterion.walk()

    @property
    def leaves(self) -> tuple[tuple[Criterion, Leaf], ...]:
        """The criteria without parts, in reading order."""
        return tuple((node, node.body) for _depth, node in self.walk() if isinstance(node.body, Leaf))

    def find(self, code: str) -> Criterion | None:
        """The criterion with this code."""
        return next((node for _depth, node in self.walk() if node.code == code), None)

    def indicator(self, code: str) -> Indicator:
        """The indicator with this code. Raises KeyError; the parser has made sure that it exists."""
        for indicator in self.indicators:
            if indicator.code == code:
                return indicator
        raise KeyError(code)

    def mode_of(self, leaf: Leaf, state: State) -> NotAssigned:
        """The mode of K24 for a leaf in a state: its own, or the rulebook's."""
        when_not_assigned = leaf.not_assigned or self.not_assigned
        if state is State.NOT_APPLICABLE:
            return leaf.not_applicable or self.not_applicable or when_not_assigned
        return when_not_assigned
