"""The sheets and ranks of many clusters as arrays: what `standings` says of one cluster, for a whole country at once.

Owns the run over blocks of whole clusters and the ranks in them; the points come from `scoring.evaluate.score`, the
keys of the tie-break chain from `standings`. Keeps no object per unit and tells no tie step: to see why, one cluster
is loaded as a season.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from thidua.core.columns import Column, Mask, Places, Rows, places_by_keys
from thidua.core.kinds.base import Inputs
from thidua.core.numeric import np
from thidua.core.rulebook.above import Effect, RankMethod, TieKey
from thidua.core.rulebook.schema import Missing, Rulebook
from thidua.core.scoring.arrays import ROWS_OF_A_BLOCK, ArrayTable
from thidua.core.scoring.evaluate import GroupScore, Scores, score
from thidua.core.scoring.leaf import LeafScore, Refusal
from thidua.core.standings.standings import key_column
from thidua.core.states import State

if TYPE_CHECKING:
    from numpy.typing import NDArray

# The GNU allocator gives memory of the size of our columns back to the system after every operation, and takes it again
# page by page, until a larger piece has been freed once; from then on it keeps as much. No page of it is ever touched.
KEPT = 2**24
LINES = {
    "total": "int64",
    "maximum": "int64",
    "complete": "bool",
    "knocked_out": "bool",
    "twice_rank": "int64",
    "shared": "bool",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumns:
    """The sheets of the rows of a run. All arrays have one entry per row; points are whole numbers of `1/10**places`.

    points: printed points of every criterion, leaf or group, by code · total, maximum: what is ranked, and what could
    have been got · complete: no figure is missing that the rulebook does not count as zero · knocked_out: out of the
    ranking · twice_rank: the rank in its group times two, so that 2,5 is 5; 0 without a rank · shared: others hold the
    same rank · refusals: rows that a rule cannot judge, whose points mean nothing.
    """

    places: int
    points: Mapping[str, NDArray[Any]]
    total: NDArray[Any]
    maximum: NDArray[Any]
    complete: Mask
    knocked_out: Mask
    twice_rank: NDArray[np.int64]
    shared: Mask
    refusals: tuple[Refusal, ...] = ()


def score_blocks(
    rulebook: Rulebook, table: ArrayTable, *, rows_of_a_block: int = ROWS_OF_A_BLOCK
) -> Iterator[tuple[slice, SheetColumns]]:
    """Score and rank block by block: the rows of each block, and their sheets. Holds one block at a time.

    The figures are taken as final: what is missing counts as zero where the rulebook says so at the close.
    """
    np.empty(KEPT, dtype=np.int8)
    for rows in table.blocks(rows_of_a_block):
        part = table.part(rows)
        authority = None if part.authority is None else part.authority.drawn(State.MISSING).column
        yield rows, sheet_columns(score(rulebook, part, authority=authority, keep_exact=False), part, closed=True)


def score_arrays(rulebook: Rulebook, table: ArrayTable, *, rows_of_a_block: int = ROWS_OF_A_BLOCK) -> SheetColumns:
    """Score and rank all rows, in blocks that bound what is held besides the result."""
    blocks = score_blocks(rulebook, table, rows_of_a_block=rows_of_a_block)
    return _joined(blocks, table.rows, rulebook.places)


def sheet_columns(scores: Scores, inputs: Inputs, *, closed: bool) -> SheetColumns:
    """What is printed of one run over these inputs, and its ranks. closed: the figures are final."""
    places, rows = scores.rulebook.places, inputs.rows

    def printed(column: Column) -> NDArray[Any]:
        return column.rounded(places).num.spread(rows).values

    complete, knocked_out = np.ones(rows, dtype=np.bool_), np.zeros(rows, dtype=np.bool_)
    if not (closed and scores.rulebook.missing is Missing.ZERO):
        for leaf in scores.leaves.values():
            complete &= leaf.states != State.MISSING
    for _item, mask in scores.unanswered:
        complete &= ~mask
    for item, mask in scores.knocked_out:
        if item.effect is Effect.NOT_RANKED:
            knocked_out |= mask
    ranked = _places(scores, inputs.groups, complete & ~knocked_out)
    nodes: dict[str, LeafScore | GroupScore] = {**scores.leaves, **scores.groups}
    return SheetColumns(
        places=places,
        points={code: printed(one.points) for code, one in nodes.items()},
        total=printed(scores.total.points),
        maximum=printed(scores.total.maximum),
        complete=complete,
        knocked_out=knocked_out,
        twice_rank=twice_rank(ranked, scores.rulebook.rank),
        shared=ranked.tied > 1,
        refusals=scores.refusals,
    )


def _places(scores: Scores, groups: Rows, among: Mask) -> Places:
    """Places by total, then by the tie-break chain, as printed (brief, principle 2)."""
    places = scores.rulebook.places
    keys = [scores.total.points.rounded(places).num]
    for step in scores.rulebook.tie_breaks:
        key = key_column(scores, step).rounded(places).num
        keys.append(key if step.key is TieKey.POINTS_OF else -key)
    return places_by_keys(keys, groups, among)


def twice_rank(places: Places, method: RankMethod) -> NDArray[np.int64]:
    """Ranks times two by the method; 0 for rows that do not compete. Shape `(rows,)`."""
    match method:
        case RankMethod.COMPETITION:
            return 2 * places.first
        case RankMethod.DENSE:
            return 2 * places.dense
        case RankMethod.MEAN:  # the mean of first … first + tied − 1
            return np.where(places.first > 0, 2 * places.first + places.tied - 1, 0)


def _joined(blocks: Iterable[tuple[slice, SheetColumns]], rows: int, places: int) -> SheetColumns:
    """Blocks one after another, each copied to its place as it comes so that only one is held besides the whole."""
    points: dict[str, NDArray[Any]] = {}
    lines: dict[str, NDArray[Any]] = {name: np.zeros(rows, dtype=kind) for name, kind in LINES.items()}
    refusals: list[Refusal] = []
    for stretch, block in blocks:
        for code, part in block.points.items():
            points[code] = _filled(points.get(code), part, stretch, rows)
        for name in LINES:
            lines[name] = _filled(lines[name], getattr(block, name), stretch, rows)
        refusals += [_moved(refusal, stretch, rows) for refusal in block.refusals]
    return SheetColumns(places=places, points=points, refusals=tuple(refusals), **lines)


def _filled(whole: NDArray[Any] | None, part: NDArray[Any], stretch: slice, rows: int) -> NDArray[Any]:
    """The whole with a part in its place, in Python integers as soon as some part needs them."""
    if len(part) == rows:
        return part
    if whole is None:
        whole = np.zeros(rows, dtype=part.dtype)
    if part.dtype == object and whole.dtype != object:
        whole = whole.astype(object)
    whole[stretch] = part
    return whole


def _moved(refusal: Refusal, stretch: slice, rows: int) -> Refusal:
    mask = np.zeros(rows, dtype=np.bool_)
    mask[stretch] = refusal.mask
    return replace(refusal, mask=mask)
