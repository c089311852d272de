"""Last year's figures under a new rulebook: who moves, by how much, and which criteria move them.

Compares two evaluations of the same units, one under the season's own rulebook and one under what can be tried of the
new one (`trial`). Points, totals and ranks are those that would be printed; differences are taken between printed
numbers, so that everything adds up before the reader's eyes. Never changes a figure beyond what the trial says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from thidua.core.numbers import Number, round_to
from thidua.core.rulebook.schema import Criterion, Group, Leaf, Rulebook
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.scoring.figures import Member
from thidua.core.season import Season
from thidua.core.standings import Ranked, standings
from thidua.core.trial.trying import Trial, Untried, try_rulebook

NOTHING = Number(0)
MOST_PLACES = 6  # enough for a sort key: no rulebook prints more


class Change(StrEnum):
    """What became of a criterion."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Aspect(StrEnum):
    """What of a criterion is not what it was."""

    POINTS = "points"
    NAME = "name"  # the same code with other words: perhaps another task under an old number
    RULE = "rule"  # the way to the points
    LIMITS = "limits"  # of a group
    INDICATOR = "indicator"  # the words or the unit of measure of what is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionChange:
    """A criterion that was added, removed or changed; points are the most it gives, 0 where it does not exist."""

    code: str
    name: str
    change: Change
    before: Number = NOTHING
    after: Number = NOTHING
    aspects: tuple[Aspect, ...] = ()


@dataclass(frozen=True, slots=True)
class PointsMove:
    """A unit's printed points in a criterion under both rulebooks; None where a rulebook does not give any."""

    criterion: str
    before: Number | None
    after: Number | None

    @property
    def change(self) -> Number:
        """Points after less points before; what does not exist counts as nothing."""
        return minus(self.after or NOTHING, self.before or NOTHING)


@dataclass(frozen=True, slots=True)
class Side:
    """What one rulebook makes of a unit. rank: None for a unit without one · maximum: assigned to it."""

    total: Number
    maximum: Number
    rank: Number | None
    shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMove:
    """A unit under both rulebooks. criteria: those whose points differ, the largest difference first.

    rest: what of the total's change is not in the criteria: limits of groups, awards, adjustments, re-scaling.
    """

    unit: Member
    before: Side
    after: Side
    criteria: tuple[PointsMove, ...]
    rest: Number

    @property
    def change(self) -> Number:
        """Total after less total before."""
        return minus(self.after.total, self.before.total)


class Turn(StrEnum):
    """How the order of two units changes."""

    OVERTAKES = "overtakes"
    DRAWS_LEVEL = "draws_level"
    PULLS_AHEAD = "pulls_ahead"


@dataclass(frozen=True, slots=True)
class Gain:
    """What a criterion (empty: the rest) adds to a unit's lead over another."""

    criterion: str
    points: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """Two units whose order changes: `unit` does better than before against `other`.

    lead: total of the unit less total of the other, before and after · gains: what makes the difference of the two
    leads, the largest in the unit's favour first.
    """

    unit: str
    other: str
    turn: Turn
    lead_before: Number
    lead_after: Number
    gains: tuple[Gain, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """A season under its own rulebook and under another one. Units stand in the new order, those without rank last."""

    trial: Trial
    before: Evaluation
    after: Evaluation
    changes: tuple[CriterionChange, ...]
    units: tuple[UnitMove, ...]
    swaps: tuple[Swap, ...]

    @property
    def untried(self) -> tuple[Untried, ...]:
        """What could not be tried."""
        return self.trial.untried


def simulate(season: Season, rulebook: Rulebook) -> Simulation:
    """Score the season's figures under both rulebooks. Raises FiguresRefused where its own cannot score them."""
    trial = try_rulebook(season, rulebook)
    before, after = season.evaluate(), trial.evaluate()
    old, new = _sides(before), _sides(after)
    moves = [_unit_move(row, before, after, old[one.code], new[one.code]) for row, one in enumerate(season.units)]
    return Simulation(
        trial=trial,
        before=before,
        after=after,
        changes=tuple(_changes(season.rulebook, rulebook)),
        units=tuple(sorted(moves, key=_place)),
        swaps=tuple(_swaps(sorted(moves, key=_place))),
    )


def minus(left: Number, right: Number) -> Number:
    """left − right, with the places of the one that has more."""
    places = max(left.places, right.places)
    return Number(left.digits * 10 ** (places - left.places) - right.digits * 10 ** (places - right.places), places)


def _place(move: UnitMove) -> tuple[bool, int, int]:
    """The key of the new order: ranked units first; a half rank counts in tenths."""
    rank = move.after.rank or NOTHING
    return (
        move.after.rank is None,
        round_to(rank.ratio, 1).digits,
        -round_to(move.after.total.ratio, MOST_PLACES).digits,
    )


def _sides(evaluation: Evaluation) -> dict[str, Side]:
    """Every unit's side of one evaluation."""
    ranked: dict[str, Ranked] = {one.unit: one for cluster in standings(evaluation) for one in cluster.ranked}
    found = {}
    for row, unit in enumerate(evaluation.table.units):
        place = ranked.get(unit.code)
        found[unit.code] = Side(
            total=evaluation.total_points(row),
            maximum=evaluation.amount(evaluation.total.maximum, row),
            rank=None if place is None else place.rank,
            shared=place is not None and place.shared,
        )
    return found


def _unit_move(row: int, before: Evaluation, after: Evaluation, old: Side, new: Side) -> UnitMove:
    codes = dict.fromkeys([*after.leaves, *before.leaves])
    moves = [PointsMove(code, _points(before, code, row), _points(after, code, row)) for code in codes]
    moved = [move for move in moves if move.change != NOTHING or (move.before is None) != (move.after is None)]
    rest = minus(new.total, old.total)
    for move in moved:
        rest = minus(rest, move.change)
    return UnitMove(
        unit=before.table.units[row],
        before=old,
        after=new,
        criteria=tuple(sorted(moved, key=lambda move: -_size(move.change))),
        rest=rest,
    )


def _points(evaluation: Evaluation, code: str, row: int) -> Number | None:
    return evaluation.points(code, row) if code in evaluation.leaves else None


def _size(number: Number) -> int:
    """The amount of a printed number as a sort key, the same for all numbers of places that a rulebook may have."""
    return abs(round_to(number.ratio, MOST_PLACES).digits)


def _swaps(moves: Sequence[UnitMove]) -> Iterator[Swap]:
    """Pairs of ranked units of one cluster whose order changes, by the better one's new place."""
    for left, right in combinations(moves, 2):
        if left.unit.cluster != right.unit.cluster:
            continue
        was, now = _order(left.before, right.before), _order(left.after, right.after)
        if was is None or now is None or was == now:
            continue
        ahead, behind = (left, right) if now > was else (right, left)
        turn = Turn.OVERTAKES if was and now else Turn.DRAWS_LEVEL if was else Turn.PULLS_AHEAD
        yield _swap(ahead, behind, turn)


def _order(left: Side, right: Side) -> int | None:
    """1 where the left one stands before the right one, 0 where they share a rank; None where one has no rank."""
    if left.rank is None or right.rank is None:
        return None
    difference = minus(right.rank, left.rank).digits
    return (difference > 0) - (difference < 0)


def _swap(ahead: UnitMove, behind: UnitMove, turn: Turn) -> Swap:
    changes = [{move.criterion: move.change for move in unit.criteria} | {"": unit.rest} for unit in (ahead, behind)]
    codes = dict.fromkeys([*changes[0], *changes[1]])
    gains = [Gain(code, minus(changes[0].get(code, NOTHING), changes[1].get(code, NOTHING))) for code in codes]
    return Swap(
        unit=ahead.unit.code,
        other=behind.unit.code,
        turn=turn,
        lead_before=minus(ahead.before.total, behind.before.total),
        lead_after=minus(ahead.after.total, behind.after.total),
        gains=tuple(sorted((gain for gain in gains if gain.points != NOTHING), key=_favour)),
    )


def _favour(gain: Gain) -> int:
    """The largest gain of the unit that does better stands first."""
    return -round_to(gain.points.ratio, MOST_PLACES).digits


def _changes(old: Rulebook, new: Rulebook) -> Iterator[CriterionChange]:
    """Criteria in the new reading order, then those that are gone."""
    before = {node.code: node for _depth, node in old.walk()}
    after = {node.code: node for _depth, node in new.walk()}
    for code, node in after.items():
        if code not in before:
            yield CriterionChange(code=code, name=node.name, change=Change.ADDED, after=node.points)
            continue
        aspects = tuple(_aspects(before[code], node, old, new))
        if aspects:
            yield CriterionChange(
                code=code,
                name=node.name,
                change=Change.CHANGED,
                before=before[code].points,
                after=node.points,
                aspects=aspects,
            )
    for code, node in before.items():
        if code not in after:
            yield CriterionChange(code=code, name=node.name, change=Change.REMOVED, before=node.points)


def _aspects(before: Criterion, after: Criterion, old: Rulebook, new: Rulebook) -> Iterator[Aspect]:
    if before.points != after.points:
        yield Aspect.POINTS
    if before.name != after.name:
        yield Aspect.NAME
    was, now = before.body, after.body
    if isinstance(was, Group) and isinstance(now, Group):
        if _limits(was) != _limits(now):
            yield Aspect.LIMITS
    elif was != now:
        yield Aspect.RULE
    if isinstance(was, Leaf) and isinstance(now, Leaf) and _means_other(was, now, old, new):
        yield Aspect.INDICATOR


def _limits(group: Group) -> tuple[object, ...]:
    return group.cap, group.floor, group.scale_down, group.rescale


def _means_other(was: Leaf, now: Leaf, old: Rulebook, new: Rulebook) -> bool:
    """Whether an indicator that both use has other words, another measure or another direction."""
    shared = [code for code in now.indicators if code in was.indicators]
    return any(old.indicator(code) != new.indicator(code) for code in shared if code != was.indicator or not _own(was))


def _own(leaf: Leaf) -> bool:
    """Whether the criterion itself is what is reported; its words then change with the criterion's name."""
    return leaf.shape.entered
