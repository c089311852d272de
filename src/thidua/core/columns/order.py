"""The exact order of fractions, many at a time: leaders, ranks and means never hang on a rounded quotient.

Float64 quotients sort first. Two neighbours closer than 2**-40 of their size may stand in the wrong order or be
equal, so each such run is settled by cross-multiplied Python integers; everything farther apart is certain, because
a quotient of two correctly rounded floats is off by less than 2**-50 of its size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cmp_to_key, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from thidua.core.columns.column import Column
from thidua.core.columns.integers import Integers, Mask, Rows

CLOSE = 2.0**-40
INFINITY = float("inf")
Keys = NDArray[np.float64]


def compare(left: tuple[int, int], right: tuple[int, int]) -> int:
    """-1, 0 or 1: the exact order of two fractions with positive denominators."""
    a, b = left[0] * right[1], right[0] * left[1]
    return (a > b) - (a < b)


@dataclass(frozen=True, slots=True)
class Places:
    """The places of rows among the competing rows of their group; 0 for rows that do not compete. Shapes `(rows,)`.

    first: 1 2 2 4 · dense: 1 2 2 3 · tied: how many share the place · of: how many compete in the group.
    """

    first: NDArray[np.int64]
    dense: NDArray[np.int64]
    tied: NDArray[np.int64]
    of: NDArray[np.int64]


def places_in_groups(column: Column, groups: Rows, among: Mask) -> Places:
    """The places of the rows in `among`, the largest fraction of each group first; equals share a place."""
    rows = np.flatnonzero(among)
    sorted_rows = rows[_order(column, groups, rows)]
    members = groups[sorted_rows]
    opens = np.concatenate([[True], members[1:] != members[:-1]])[: rows.size]
    level = opens.copy()
    if rows.size > 1:
        same = column.take(sorted_rows[1:]).same(column.take(sorted_rows[:-1])).mask
        level[1:] |= ~np.broadcast_to(same, (rows.size - 1,))
    index = np.arange(rows.size)
    group_start = np.maximum.accumulate(np.where(opens, index, 0))
    level_start = np.maximum.accumulate(np.where(level, index, 0))
    levels = np.cumsum(level)
    result = [np.zeros(len(groups), dtype=np.int64) for _ in range(4)]
    first, dense, tied, of = result
    first[sorted_rows] = level_start - group_start + 1
    dense[sorted_rows] = levels - levels[group_start] + 1
    tied[sorted_rows] = np.bincount(levels)[levels]
    of[sorted_rows] = np.bincount(members)[members]
    return Places(first, dense, tied, of)


def best_of_groups(column: Column, groups: Rows, among: Mask) -> Rows:
    """For every row, the row with the largest fraction of its group; -1 where the group has no candidate.

    `groups` numbers each row's group from 0 upwards; only rows in `among` compete. The first of equals is named.
    """
    rows = np.flatnonzero(among)
    best = np.full(int(groups.max(initial=-1)) + 1, -1, dtype=np.intp)
    if rows.size:
        keys = _keys(column, rows)
        top = np.full(best.shape, -np.inf)
        np.maximum.at(top, groups[rows], keys)
        edge = top[groups[rows]]
        with np.errstate(invalid="ignore"):  # an infinite edge less an infinity is no number
            near = ~(keys < edge - np.abs(edge) * CLOSE)  # keeps infinities and anything that cannot be told apart
        _settle_best(best, column, groups, rows[near])
    return best[groups]


def _settle_best(best: Rows, column: Column, groups: Rows, near: Rows) -> None:
    """The first of each group's candidates, unless another one is larger after all."""
    best[groups[near[::-1]]] = near[::-1]
    larger = (column.take(near) > column.take(best[groups[near]])).mask
    doubtful = np.unique(groups[near[np.broadcast_to(larger, near.shape)]])
    for row in near[np.isin(groups[near], doubtful)]:
        if compare(column.at(int(row)), column.at(int(best[groups[row]]))) > 0:
            best[groups[row]] = row


def _order(column: Column, groups: Rows, rows: Rows) -> Rows:
    """Indices into `rows` that put groups in order and each group's fractions from the largest down, exactly."""
    keys, members = _keys(column, rows), groups[rows]
    order = np.lexsort((-keys, members))
    before, after = order[:-1], order[1:]
    with np.errstate(invalid="ignore"):
        apart = np.abs(keys[before] - keys[after]) > CLOSE * np.maximum(np.abs(keys[before]), np.abs(keys[after]))
    close = (members[before] == members[after]) & ~apart
    wrong = close & np.broadcast_to(
        (column.take(rows[before]) < column.take(rows[after])).mask if rows.size > 1 else np.asarray(False), close.shape
    )
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
    return integers.spread(int(rows.max(initial=-1)) + 1).values[rows]


def _quotient(numerator: int, denominator: int) -> float:
    try:
        return numerator / denominator
    except OverflowError:
        return INFINITY if numerator > 0 else -INFINITY
