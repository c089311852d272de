"""Groups of rows side by side: a table with one line for each small group, so that all groups are worked on at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from thidua.core.columns.integers import Mask, Rows

SMALL_GROUP = 64  # up to so many rows, comparing every pair is faster than sorting


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of every small group in their order; the width is a power of two.

    rows, filled: shape `(groups, width)`, 0 and False beyond a group's end and for large groups · slots: where each row
    stands in the flat grid, 0 for rows of large groups · large: the rows of large groups, group by group.
    """

    rows: Rows
    filled: Mask
    slots: Rows
    large: Rows

    def live(self, among: Mask) -> Mask:
        """Which places hold a row of `among`. Shape `(groups, width)`."""
        return among[self.rows] & self.filled


def grid_of(groups: Rows) -> Grid:
    """The grid of groups numbered from 0 upwards. An array of groups is never written to again, so it is made once."""
    return _made(_Itself(groups))


@dataclass(frozen=True, slots=True, eq=False)
class _Itself:
    """An array as a key of the cache, equal to nothing but itself."""

    array: Rows

    def __hash__(self) -> int:
        return id(self.array)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.array is self.array


@lru_cache(maxsize=8)
def _made(key: _Itself) -> Grid:
    groups = key.array
    order = np.argsort(groups, kind="stable")
    members = groups[order]
    sizes = np.bincount(groups)
    place = np.arange(members.size) - (np.cumsum(sizes) - sizes)[members]
    is_small = sizes[members] <= SMALL_GROUP
    width = 1 << (int(sizes[sizes <= SMALL_GROUP].max(initial=1)) - 1).bit_length()
    rows = np.zeros((sizes.size, width), dtype=np.intp)
    filled = np.zeros(rows.shape, dtype=np.bool_)
    slots = np.zeros(groups.size, dtype=np.intp)
    small, line, column = order[is_small], members[is_small], place[is_small]
    rows[line, column], filled[line, column], slots[small] = small, True, line * width + column
    return Grid(rows, filled, slots, order[~is_small])
