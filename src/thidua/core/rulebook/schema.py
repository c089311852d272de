"""The rulebook as values: a tree of criteria whose leaves are composed of kinds, and the rules above the leaves.

Owns the shape of a rulebook and nothing else: reading it is `parse`, finding its mistakes `check`, its fingerprint
`digest`. Every field that has a default is left out of the digest while it holds that default, so that a later
release may add fields without changing the fingerprint of a signed rulebook.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from thidua.core.kinds.bands import Interval
from thidua.core.kinds.base import Shape, Source
from thidua.core.kinds.params import FLAG, INDICATOR, param
from thidua.core.kinds.sources import Figure
from thidua.core.numbers import Number, NumberKind
from thidua.core.plain import Amount
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
    DAY = "day"

    @property
    def number_kind(self) -> NumberKind | None:
        """The kind of number that the reader expects; None for verdicts and days."""
        if self in (FigureKind.VERDICT, FigureKind.DAY):
            return None
        return NumberKind.DECIMAL if self is FigureKind.POINTS else NumberKind(self.value)

    @property
    def is_ratio(self) -> bool:
        """Whether its values are parts of a whole, written in percent."""
        return self in (FigureKind.PERCENT, FigureKind.SHARE, FigureKind.RESULT_TARGET, FigureKind.OF_UNITS)


class Direction(StrEnum):
    """Which way is better."""

    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What is counted: its meaning, what its numbers look like, and which way is better."""

    code: str
    name: str
    kind: FigureKind
    measure: str = ""  # unit of measure: vụ, hồ sơ, bài
    direction: Direction = Direction.MORE
    definition: str = ""


class WhenMissing(StrEnum):
    """What a figure that was not reported does to an adjustment."""

    BLOCKS = "blocks"  # the criterion has no points until it is reported
    NOTHING = "nothing"  # nothing was claimed


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate(Interval):
    """A yes or no about an indicator: a verdict, or a value inside an interval."""

    indicator: str = param(INDICATOR, about="indicator that is looked at / chỉ số xem xét")
    passed: bool | None = param(FLAG, default=None, about="the verdict: true đạt, false không đạt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A bonus or a deduction: a value, its shape in points, its own cap, and when it applies (K12–K20)."""

    name: str
    indicator: str
    shape: Shape
    source: Source = Figure()
    cap: Number | None = None
    when: Predicate | None = None
    when_missing: WhenMissing = WhenMissing.BLOCKS
    legal_basis: str = ""


class Applied(StrEnum):
    """The steps that make the points of a criterion; the rulebook writes their order."""

    DEDUCTIONS = "deductions"
    BONUSES = "bonuses"
    LIMIT = "limit"


class NotAssigned(StrEnum):
    """What a task that a unit was not given does to its sums (K24)."""

    EXCLUDE = "exclude"
    FULL = "full"
    ZERO = "zero"
    AVERAGE = "average"


class Evidence(StrEnum):
    """Whether a claim must come with evidence."""

    REQUIRED = "required"
    OPTIONAL = "optional"


class Secrecy(StrEnum):
    """Whether the words of a criterion may be shown, or only its code."""

    OPEN = "open"
    CODE_ONLY = "code_only"


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
    target: Amount | None = None  # written in the rulebook; otherwise the season's targets are asked
    bonuses: tuple[Adjustment, ...] = ()
    deductions: tuple[Adjustment, ...] = ()
    bonus_cap: Number | None = None
    deduction_cap: Number | None = None
    order: tuple[Applied, ...] = DEFAULT_ORDER
    floor: Number = Number(0)
    cap: Number | None = None
    not_assigned: NotAssigned | None = None
    evidence: Evidence = Evidence.OPTIONAL
    appraiser: str = ""

    @property
    def indicators(self) -> tuple[str, ...]:
        """Every indicator that the points hang on, the criterion's own first, each once."""
        asked = [self.indicator, *self.source.indicators()]
        for adjustment in self.adjustments:
            asked += [adjustment.indicator, *adjustment.source.indicators()]
            asked += [adjustment.when.indicator] if adjustment.when else []
        return tuple(dict.fromkeys(asked))

    @property
    def adjustments(self) -> tuple[Adjustment, ...]:
        """Deductions and bonuses, in this order."""
        return (*self.deductions, *self.bonuses)

    @property
    def is_relative(self) -> bool:
        """Whether the points depend on the other units of the cluster."""
        shapes = [self.shape, *(adjustment.shape for adjustment in self.adjustments)]
        return any(one.relative for one in shapes)

    @property
    def uses_target(self) -> bool:
        """Whether a target of the indicator is asked for."""
        return self.shape.uses_target or self.source.uses_target


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A criterion with parts: their sum within limits (K32). Scaling down shares the cap by largest remainder."""

    parts: tuple[Criterion, ...]
    cap: Number | None = None
    floor: Number | None = None
    scale_down: bool = False


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


class Effect(StrEnum):
    """What a knock-out does (K22)."""

    NOT_RANKED = "not_ranked"
    ZERO_GROUP = "zero_group"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnockOut:
    """A fact that takes a unit out of the ranking or empties a group, whatever its points (điểm liệt)."""

    code: str
    name: str
    when: Predicate
    effect: Effect = Effect.NOT_RANKED
    criterion: str = ""  # the group that is emptied
    legal_basis: str = ""


class TieKey(StrEnum):
    """What a step of the tie-break chain looks at (K36, DOMAIN §2.5)."""

    POINTS_OF = "points_of"  # more points in a criterion or group first
    DEDUCTIONS = "deductions"  # fewer deducted points first
    BONUSES = "bonuses"  # fewer bonus points first: the standard part weighs more


@dataclass(frozen=True, slots=True, kw_only=True)
class TieBreak:
    """One step of the chain; `criterion` limits it to a part of the tree (empty: the whole)."""

    key: TieKey
    criterion: str = ""


class Rounding(StrEnum):
    """Where points are rounded: at every leaf, or once at the total (brief, principle 2)."""

    LEAF = "leaf"
    TOTAL = "total"


class Missing(StrEnum):
    """What is done at the close with figures that were never reported."""

    BLOCKS = "blocks"
    ZERO = "zero"


class RankMethod(StrEnum):
    """How equal totals share a rank: 1 2 2 4, 1 2 2 3, or 1 2,5 2,5 4."""

    COMPETITION = "competition"
    DENSE = "dense"
    MEAN = "mean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Limits and re-scaling of the grand total. `rescale_to` computes points × it / assigned maximum (K24, K26)."""

    cap: Number | None = None
    floor: Number | None = None
    rescale_to: Number | None = None
    authority_adjustment: Number | None = None  # the most that the standing body may add or take (K33)


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
    rank: RankMethod = RankMethod.COMPETITION
    tie_breaks: tuple[TieBreak, ...] = ()
    knock_outs: tuple[KnockOut, ...] = ()
    total: Total = Total()

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

    def applies_when_not_assigned(self, leaf: Leaf) -> NotAssigned:
        """The mode of K24 for a leaf: its own, or the rulebook's."""
        return leaf.not_assigned or self.not_assigned
