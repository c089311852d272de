"""The exact order of fractions, many at a time: leaders and ranks never hang on a rounded quotient.

The best of a group is found by knock-out rounds, places in small groups by comparing every pair; both compare
fractions as `Column` does, by whole numbers. In large groups float64 quotients sort first. Two neighbours closer than
2**-40 of their size may stand in the wrong order or be equal, so each such run is settled by cross-multiplied Python
integers; everything farther apart is certain, because a quotient of two correctly rounded floats is off by less than
2**-50 of its size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cmp_to_key, partial
from typing import TYPE_CHECKING, Any, TypeAlias

from thidua.core.columns.column import Column
from thidua.core.columns.grid import grid_of
from thidua.core.columns.integers import Integers, Mask, Rows
from thidua.core.numeric import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CLOSE = 2.0**-40
INFINITY = float("inf")
UPPER, LOWER = slice(None, None, 2), slice(1, None, 2)
Keys: TypeAlias = "NDArray[np.float64]"
Counts: TypeAlias = "NDArray[np.int64]"


def compare(left: tuple[int, int], right: tuple[int, int]) -> int:
    """-1, 0 or 1: the exact order of two fractions with positive denominators."""
    a, b = left[0] * right[1], right[0] * left[1]
    return (a > b) - (a < b)


@dataclass(frozen=True, slots=True)
class Places:
    """The places of rows among the competing rows of their group; 0 for rows that do not compete. Shapes `(rows,)`.

    first: 1 2 2 4 · tied: how many share the place · groups: the group of each row, from 0 upwards.
    """

    first: Counts
    tied: Counts
    groups: Rows

    @property
    def dense(self) -> Counts:
        """1 2 2 3."""
        taken = np.zeros((int(self.groups.max(initial=-1)) + 1, int(self.first.max(initial=0)) + 1), dtype=np.bool_)
        taken[self.groups, self.first] = True
        taken[:, 0] = False
        return np.asarray(np.cumsum(taken, axis=1, dtype=np.int64)[self.groups, self.first])

    @property
    def of(self) -> Counts:
        """How many compete in the group."""
        competing = self.first > 0
        sizes = np.bincount(self.groups[np.flatnonzero(competing)], minlength=int(self.groups.max(initial=-1)) + 1)
        return np.where(competing, sizes[self.groups], 0)


def places_in_groups(column: Column, groups: Rows, among: Mask) -> Places:
    """The places of the rows in `among`, the largest fraction of each group first; equals share a place."""
    grid = grid_of(groups)
    first, tied = (found.ravel()[grid.slots] for found in _counted(column.take(grid.rows), grid.live(among)))
    if grid.large.size:
        rows = grid.large[among[grid.large]]
        first[grid.large], tied[grid.large] = 0, 0
        first[rows], tied[rows] = _sorted(column, groups, rows)
    return Places(first, tied, groups)


def places_by_keys(keys: Sequence[Integers], groups: Rows, among: Mask) -> Places:
    """Places by the first of several numbers, equals by the next, and so on; larger numbers first."""
    rows = np.flatnonzero(among)
    columns = [_ordinal(key.spread(len(groups)).values[rows]) for key in keys]
    order = np.lexsort((*(-column for column in reversed(columns)), groups[rows]))
    level = np.zeros(rows.size, dtype=np.bool_)
    for column in (groups[rows], *columns):
        level[1:] |= column[order[1:]] != column[order[:-1]]
    first, tied = (np.zeros(len(groups), dtype=np.int64) for _ in range(2))
    first[rows[order]], tied[rows[order]] = _of_levels(groups[rows[order]], level)
    return Places(first, tied, groups)


def best_of_groups(column: Column, groups: Rows, among: Mask) -> Rows:
    """For every row, the row with the largest fraction of its group; -1 where the group has no candidate.

    `groups` numbers each row's group from 0 upwards; only rows in `among` compete. The first of equals is named.
    """
    grid = grid_of(groups)
    live, rows, fractions = grid.live(among), grid.rows, column.take(grid.rows)
    while len(live) > 1:  # neighbours meet, and the larger stays
        upper, lower = fractions.take(UPPER), fractions.take(LOWER)
        larger = live[LOWER] & ~(live[UPPER] & (upper >= lower).mask)
        fractions = lower.where(larger, upper)
        rows = rows[UPPER] + (rows[LOWER] - rows[UPPER]) * larger
        live = live[UPPER] | live[LOWER]
    best = np.where(live, rows, -1).ravel()
    if grid.large.size:
        candidates = grid.large[among[grid.large]]
        placed = candidates[_order(column, groups, candidates)][::-1]
        best[groups[placed]] = placed
    return best[groups]


def _counted(column: Column, live: Mask) -> tuple[Counts, Counts]:
    """(first, tied) of groups side by side, by comparing each row with all of its group. Shapes as given."""
    first = np.ones(live.shape, dtype=np.uint8)  # a small group's size fits
    others = [slice(place, place + 1) for place in range(len(live))]
    for other in others:
        first += ((column.take(other) > column).mask & live[other]).view(np.uint8)
    first *= live.view(np.uint8)
    tied = np.zeros(live.shape, dtype=np.uint8)
    for other in others:
        tied += ((first[other] == first) & live).view(np.uint8)
    return first.astype(np.int64), tied.astype(np.int64)


def _place_in_run(members: Rows) -> Rows:
    """0, 1, 2 … within each run of equal numbers."""
    index = np.arange(members.size)
    opens = np.flatnonzero(np.diff(members, prepend=-1))
    return index - np.repeat(opens, np.diff(opens, append=members.size))


def _sorted(column: Column, groups: Rows, rows: Rows) -> tuple[Counts, Counts]:
    """(first, tied) of rows in group order, by sorting each group."""
    order = _order(column, groups, rows)
    placed = rows[order]
    level = np.zeros(rows.size, dtype=np.bool_)
    same = column.take(placed[1:]).same(column.take(placed[:-1])).mask
    level[1:] = ~np.broadcast_to(same, (rows.size - 1,)) | (groups[placed[1:]] != groups[placed[:-1]])
    first, tied = (np.zeros(rows.size, dtype=np.int64) for _ in range(2))
    first[order], tied[order] = _of_levels(groups[placed], level)
    return first, tied


def _of_levels(members: Rows, level: Mask) -> tuple[Counts, Counts]:
    """(first, tied) of rows from first to last in each group, where `level` says that a row begins a new place."""
    index = np.arange(members.size)
    begins = np.maximum.accumulate(np.where(level, index, 0))
    levels = np.cumsum(level)
    return begins - (index - _place_in_run(members)) + 1, np.bincount(levels)[levels]


def _ordinal(numbers: NDArray[Any]) -> NDArray[np.int64]:
    """Numbers of 64 bits in the same order: themselves, or their places where they are larger."""
    return numbers if numbers.dtype == np.int64 else np.unique(numbers, return_inverse=True)[1]


def _order(column: Column, groups: Rows, rows: Rows) -> Rows:
    """Indices into `rows` that put groups in order and each group's fractions from the largest down, exactly."""
    keys, members = _keys(column, rows), groups[rows]
    order = np.lexsort((-keys, members))
    before, after = order[:-1], order[1:]
    with np.errstate(invalid="ignore"):
        apart = np.abs(keys[before] - keys[after]) > CLOSE * np.maximum(np.abs(keys[before]), np.abs(keys[after]))
    close = (members[before] == members[after]) & ~apart
    wrong = close & np.broadcast_to((column.take(rows[before]) < column.take(rows[after])).mask, close.shape)
    for start, stop in _runs_with(close, wrong):
        order[start:stop] = sorted(order[start:stop], key=cmp_to_key(partial(_by_size, column, rows)))
    return order


def _by_size(column: Column, rows: Rows, left: int, right: int) -> int:
    return compare(column.at(int(rows[right])), column.at(int(rows[left])))


def _runs_with(close: Mask, wrong: Mask) -> Iterator[tuple[int, int]]:
    """The stretches of neighbours that cannot be told apart and in which some stand in the wrong order."""
    reached = 0
    for place in np.flatnonzero(wrong):
        if place < reached:
            continue
        start, stop = int(place), int(place) + 1
        while start > 0 and close[start - 1]:
            start -= 1
        while stop < len(close) and close[stop]:
            stop += 1
        reached = stop
        yield start, stop + 1


def _keys(column: Column, rows: Rows) -> Keys:
    """Approximate quotients of the given rows; infinities where a fraction is beyond float64.

    Python divides whole numbers of any size and rounds the quotient correctly; NumPy would round each of them first.
    """
    num, den = (_of(integers, rows) for integers in (column.num, column.den))
    if object in (num.dtype, den.dtype):
        pairs = zip(*np.broadcast_arrays(num, den), strict=True)
        return np.asarray([_quotient(int(above), int(below)) for above, below in pairs], dtype=np.float64)
    return np.asarray(num / den, dtype=np.float64)


def _of(integers: Integers, rows: Rows) -> NDArray[Any]:
    """The whole numbers of the given rows. Shape of `rows`."""
    return integers.take(rows).spread(rows.size).values


def _quotient(numerator: int, denominator: int) -> float:
    try:
        return numerator / denominator
    except OverflowError:
        return INFINITY if numerator > 0 else -INFINITY
