"""The exact order of fractions, many at a time: leaders, ranks and means never hang on a rounded quotient.

Float64 quotients sort first. Two neighbours closer than 2**-40 of their size may stand in the wrong order or be
equal, so each such run is settled by cross-multiplied Python integers; everything farther apart is certain, because
a quotient of two correctly rounded floats is off by less than 2**-50 of its size.
"""

from __future__ import annotations

from functools import cmp_to_key
from itertools import pairwise
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


def dense_ranks(column: Column, rows: Rows) -> NDArray[np.int64]:
    """Positions of the given rows from the largest (0) downwards; equal fractions share a position. Shape of `rows`."""
    fractions = [column.at(int(row)) for row in rows]
    keys = _keys(column, rows)
    order = _settle(list(np.argsort(-keys, kind="stable")), keys, fractions)
    ranks = np.zeros(len(rows), dtype=np.int64)
    for before, here in pairwise(order):
        ranks[here] = ranks[before] + (compare(fractions[before], fractions[here]) != 0)
    return ranks


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
        for row in rows[near]:
            leader = best[groups[row]]
            if leader < 0 or compare(column.at(int(row)), column.at(int(leader))) > 0:
                best[groups[row]] = row
    return best[groups]


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


def _settle(order: list[Any], keys: Keys, fractions: list[tuple[int, int]]) -> list[Any]:
    """Re-sort exactly every run of neighbours that float64 cannot tell apart."""
    result: list[Any] = []
    run: list[Any] = []
    for index in order:
        if run and not _close(keys[run[-1]], keys[index]):
            result += _exactly(run, fractions)
            run = []
        run.append(index)
    return result + _exactly(run, fractions)


def _close(left: float, right: float) -> bool:
    if not (np.isfinite(left) and np.isfinite(right)):
        return True
    return abs(left - right) <= CLOSE * max(abs(left), abs(right))


def _exactly(run: list[Any], fractions: list[tuple[int, int]]) -> list[Any]:
    def by_size(left: int, right: int) -> int:
        return compare(fractions[right], fractions[left])

    return sorted(run, key=cmp_to_key(by_size))
