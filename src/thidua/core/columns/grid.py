"""Groups of rows side by side: a table with one column for each small group, so that all are worked on at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from thidua.core.columns.integers import Mask, Rows
from thidua.core.numeric import np

T = TypeVar("T")
SMALL_GROUP = 64  # up to so many rows, comparing every pair is faster than sorting


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of every small group in their order; the height is a power of two.

    rows, filled: shape `(height, groups)`, 0 and False beyond a group's end and for large groups ·
    slots: where each row stands in the flat grid, 0 for rows of large groups · large: those rows, group by group.
    """

    rows: Rows
    filled: Mask
    slots: Rows
    large: Rows

    def live(self, among: Mask) -> Mask:
        """Which places hold a row of `among`. Shape `(height, groups)`."""
        return among[self.rows] & self.filled


def grid_of(groups: Rows) -> Grid:
    """The grid of groups numbered from 0 upwards. An array of groups is never written to again, so it is made once."""
    return _made(Itself(groups))


@dataclass(frozen=True, slots=True, eq=False)
class Itself(Generic[T]):
    """A value as a key of a cache, equal to nothing but itself. It must not change."""

    value: T

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and other.value is self.value


@lru_cache(maxsize=32)
def _made(key: Itself[Rows]) -> Grid:
    groups = key.value
    order = np.argsort(groups, kind="stable")
    members, sizes = groups[order], np.bincount(groups)
    begins, small = np.cumsum(sizes) - sizes, np.where(sizes <= SMALL_GROUP, sizes, 0)
    lines = np.arange(1 << (int(small.max(initial=1)) - 1).bit_length())[:, np.newaxis]
    filled = lines < small
    rows = order[(begins + lines) * filled] * filled
    slots = np.zeros(groups.size, dtype=np.intp)
    slots[order] = ((np.arange(groups.size) - begins[members]) * sizes.size + members) * (small[members] > 0)
    return Grid(rows, filled, slots, order[small[members] == 0])
