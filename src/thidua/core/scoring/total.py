"""The grand total, line by line: sum, limits, awards, the authority's adjustment, re-scaling. Each line is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.core.columns import Column, Integers, total
from thidua.core.numbers import Number
from thidua.core.rulebook.schema import Rounding, Rulebook
from thidua.core.scoring.figures import FigureTable
from thidua.core.scoring.leaf import Award


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityAdjustment:
    """Points that the standing body adds to or takes from a total, with its document (K33)."""

    unit: str
    points: Number
    reason: str
    document: str
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class TotalScore:
    """The grand total, line by line, in the order in which the lines are applied.

    sum: of the printed top criteria · limited: within the total's limits · awarded: what awards add to the total (K21),
    None where the rulebook has none · adjusted: with awards and the authority's adjustment ·
    rescaled: re-scaled to `rescale_to`, rounded once more, if the rulebook asks · points: what counts for ranking.
    """

    sum: Column
    limited: Column
    awarded: Column | None
    adjusted: Column
    rescaled: Column | None
    maximum: Column

    @property
    def points(self) -> Column:
        """What the standings compare."""
        return self.adjusted if self.rescaled is None else self.rescaled


def score_total(
    rulebook: Rulebook, tops: Sequence[tuple[Column, Column]], awards: Sequence[Award], authority: Column | None
) -> TotalScore:
    """The grand total from the (points, assigned maximum) of the top criteria, line by line.

    authority: what the authority adds, None where it adds nothing.
    """
    summed, maximum = total([top[0] for top in tops]), total([top[1] for top in tops])
    limited = bounded(summed, rulebook.total.cap, rulebook.total.floor)
    if rulebook.rounding is Rounding.TOTAL:
        limited = limited.rounded(rulebook.places)
    awarded = total([award.points for award in awards]).rounded(rulebook.places) if awards else None
    adjusted = limited if awarded is None else limited + awarded
    adjusted = adjusted if authority is None else adjusted + authority
    rescaled = None
    if rulebook.total.rescale_to is not None:
        rescaled = rescaled_to(adjusted, maximum, rulebook.total.rescale_to, rulebook.places)
    return TotalScore(summed, limited, awarded, adjusted, rescaled, maximum)


def rescaled_to(points: Column, maximum: Column, to: Number, places: int) -> Column:
    """points × to / assigned maximum, rounded as a line of its own (K24, K26); 0 where nothing was assigned."""
    nothing = Column.whole(0)
    return nothing.where(maximum.same(nothing).mask, Column.constant(to) * points / maximum).rounded(places)


def authority_column(table: FigureTable, adjustments: Sequence[AuthorityAdjustment]) -> Column:
    """The adjustments of the authority (at least one) as points per row. Raises KeyError for an unknown unit."""
    places = max(adjustment.points.places for adjustment in adjustments)
    amounts = [0] * table.rows
    for adjustment in adjustments:
        amounts[table.row(adjustment.unit)] += adjustment.points.digits * 10 ** (places - adjustment.points.places)
    return Column(Integers.of(amounts), Integers.of(10**places))


def bounded(column: Column, cap: Number | None, floor: Number | None) -> Column:
    """The column within a cap and a floor, where they are given."""
    if cap is not None:
        limit = Column.constant(cap)
        column = limit.where((column > limit).mask, column)
    if floor is not None:
        limit = Column.constant(floor)
        column = limit.where((column < limit).mask, column)
    return column
