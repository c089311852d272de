"""K11: points by the place that the result takes in the cluster."""

from dataclasses import dataclass
from enum import StrEnum

from thidua.core.columns import Column, Integers, places_in_groups
from thidua.core.kinds.base import Run, Shape, shape
from thidua.core.kinds.params import NUMBER, one_of, param
from thidua.core.numbers import Number


class Ties(StrEnum):
    """Which place those with equal results take: 1 2 2 4, 1 2,5 2,5 4, or 1 2 2 3."""

    COMPETITION = "competition"
    MEAN = "mean"
    DENSE = "dense"


@shape("rank_points", "K11")
@dataclass(frozen=True, slots=True, kw_only=True)
class RankPoints(Shape):
    """first − each × (place − 1), never below zero. Rank 2 of 5, first 10, each 1 → 9.

    Two tied at place 2: competition 9 and 9, mean 8,5 and 8,5, dense 9 and 9 with the next at 8.
    """

    relative = True
    first: Number | None = param(
        NUMBER, default=None, about="points of the first place, the full points if not given / điểm hạng nhất"
    )
    each: Number = param(NUMBER, about="points less for each place / mỗi hạng kém được ít hơn")
    ties: Ties = param(
        one_of(Ties), default=Ties.COMPETITION, about="how equal results share places / cách tính khi bằng nhau"
    )

    def points(self, run: Run) -> Column:
        """Points by place among the cluster's units that have a value."""
        value = -run.value if run.less_is_better else run.value
        places = places_in_groups(value, run.inputs.groups, run.spread(run.valid))
        match self.ties:
            case Ties.COMPETITION:
                place = Column(Integers.of(places.first))
            case Ties.DENSE:
                place = Column(Integers.of(places.dense))
            case Ties.MEAN:
                place = Column(Integers.of(2 * places.first + places.tied - 1), Integers.of(2))
        place = place.as_literal()
        run.note("rank_points.place", where=run.valid, place=place, of=Column(Integers.of(places.of)).as_literal())
        first = run.full if self.first is None else Column.constant(self.first)
        earned = first - Column.constant(self.each) * (place - Column.whole(1)).settled()
        return run.most(earned, Column.whole(0), "limit.floor")
