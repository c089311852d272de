"""One unit beside the others, criterion by criterion: its rank, the best, the middle, where it is strong and where not.

Only printed points are compared, and only of units that have points in the criterion: what was not assigned or not
reported is no zero, and takes part in no rank and no middle. Nor does the sum of a group of which some part is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.core.columns import compare
from thidua.core.numbers import Number, difference, round_to
from thidua.core.rulebook.schema import Criterion, Missing, NotAssigned
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.standings.rank import Entrant, Ranked, rank
from thidua.core.states import State


@dataclass(frozen=True, slots=True)
class Placed:
    """One criterion of one unit among the units that have points in it.

    place: None where the unit itself has none · middle: the median, printed · best_of: who has the most.
    """

    criterion: str
    depth: int
    is_group: bool
    maximum: Number
    points: Number
    place: Ranked | None
    of: int
    best: Number
    best_of: tuple[str, ...]
    middle: Number

    @property
    def ahead(self) -> Number:
        """How much more than the middle; negative for less."""
        return difference(self.points, self.middle)

    @property
    def behind(self) -> Number:
        """How much less than the best."""
        return difference(self.best, self.points)


def state_in(evaluation: Evaluation, criterion: Criterion, row: int) -> State:
    """What stands in a criterion's cell: a number (`REPORTED`), or why there is none. A group has a number as soon as
    one of its leaves has; a sum of nothing is no zero.
    """
    leaves = _leaves_of(evaluation, criterion)
    if not leaves or any(has_number(evaluation, code, row) for code in leaves):
        return State.REPORTED
    states = [evaluation.state(code, row) for code in leaves]
    return State.MISSING if State.MISSING in states else states[0]


def has_number(evaluation: Evaluation, code: str, row: int) -> bool:
    """Whether a number stands in a leaf's cell: its figure was reported, or the rulebook counts its absence."""
    state, leaf = evaluation.state(code, row), evaluation.leaves[code].leaf
    if state is State.REPORTED:
        return True
    if state is State.MISSING:
        return evaluation.rulebook.missing is Missing.ZERO
    return evaluation.rulebook.mode_of(leaf, state) is not NotAssigned.EXCLUDE


def says_anything(evaluation: Evaluation, row: int) -> bool:
    """Whether a unit has a number in any criterion; without one its total is no zero."""
    return any(has_number(evaluation, code, row) for code in evaluation.leaves)


def places_in(evaluation: Evaluation, code: str) -> dict[str, Ranked]:
    """The rank of each unit by the points of one criterion alone; equal points share it, no chain parts them. Who has
    not reported some part of it has no rank yet.
    """
    node = evaluation.rulebook.find(code)
    leaves = () if node is None else _leaves_of(evaluation, node)
    entrants = [
        Entrant(unit.code, evaluation.points(code, row))
        for row, unit in enumerate(evaluation.table.units)
        if _is_whole(evaluation, leaves, row)
    ]
    return {one.unit: one for one in rank(entrants).rows}


def _leaves_of(evaluation: Evaluation, criterion: Criterion) -> tuple[str, ...]:
    return tuple(node.code for _depth, node in criterion.walk() if node.code in evaluation.leaves)


def _is_whole(evaluation: Evaluation, leaves: Sequence[str], row: int) -> bool:
    """Whether something has a number and nothing is waited for."""
    lacking = [code for code in leaves if not has_number(evaluation, code, row)]
    return len(lacking) < len(leaves) and all(evaluation.state(code, row) is not State.MISSING for code in lacking)


def profile(evaluation: Evaluation, unit: str) -> tuple[Placed, ...]:
    """Every criterion in reading order. The evaluation is that of one cluster."""
    row = evaluation.table.row(unit)
    return tuple(_placed(evaluation, node.code, depth, row) for depth, node in evaluation.rulebook.walk())


def strengths(lines: Sequence[Placed], most: int) -> list[Placed]:
    """The leaves in which a unit lies furthest above the middle, the furthest first."""
    ahead = [one for one in _leaves(lines) if one.ahead.digits > 0]
    return sorted(ahead, key=lambda one: _size(one.ahead), reverse=True)[:most]


def lacks(lines: Sequence[Placed], most: int) -> list[Placed]:
    """The leaves in which a unit lies furthest behind the best, the furthest first."""
    behind = [one for one in _leaves(lines) if one.behind.digits > 0]
    return sorted(behind, key=lambda one: _size(one.behind), reverse=True)[:most]


def middle(points: Sequence[Number], places: int) -> Number:
    """The median; between two in the middle, their half sum, rounded once."""
    ordered = sorted(points, key=_size)
    half = len(ordered) // 2
    pair = (ordered[half], ordered[half]) if len(ordered) % 2 else (ordered[half - 1], ordered[half])
    (a, b), (c, d) = pair[0].ratio, pair[1].ratio
    return round_to((a * d + c * b, 2 * b * d), places)


def _placed(evaluation: Evaluation, code: str, depth: int, row: int) -> Placed:
    places = places_in(evaluation, code)
    totals = [one.total for one in places.values()] or [evaluation.points(code, row)]
    best = next(iter(totals))
    return Placed(
        criterion=code,
        depth=depth,
        is_group=code not in evaluation.leaves,
        maximum=evaluation.maximum(code, row),
        points=evaluation.points(code, row),
        place=places.get(evaluation.table.units[row].code),
        of=len(places),
        best=best,
        best_of=tuple(name for name, one in places.items() if compare(one.total.ratio, best.ratio) == 0),
        middle=middle(totals, evaluation.rulebook.places),
    )


def _leaves(lines: Sequence[Placed]) -> list[Placed]:
    return [one for one in lines if not one.is_group and one.place is not None and one.of > 1]


def _size(number: Number) -> int:
    """For sorting printed points of one rulebook, which have few decimals each."""
    scaled: int = number.digits * 10 ** (12 - number.places)
    return scaled
