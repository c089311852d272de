"""Points by class: K8 bands that depend on a second number, K15 and K21 points by level (severity, award)."""

from dataclasses import dataclass

from thidua.core.columns import Column
from thidua.core.kinds.bands import Band, Interval, hold_in_one
from thidua.core.kinds.base import Run, Shape, shape
from thidua.core.kinds.params import INDICATOR, NUMBER, list_of, many, param
from thidua.core.numbers import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassOfUnits(Interval):
    """One class of the second number, and the bands that hold in it."""

    bands: tuple[Band, ...] = param(list_of(Band), about="the steps of this class / các bậc của loại này")


@shape("two_key_bands", "K8")
@dataclass(frozen=True, slots=True, kw_only=True)
class TwoKeyBands(Shape):
    """The points of the band in which the value lies, from the table of the class in which the other number lies.

    Table B 3.3: 723 dossiers (below 1.000), 86,58 % early → 2; 1.500 dossiers, 6 % early → 1,5.
    """

    by: str = param(INDICATOR, about="indicator that decides the class / chỉ số xếp loại")
    classes: tuple[ClassOfUnits, ...] = param(list_of(ClassOfUnits), about="the classes / các loại")
    otherwise: Number | None = param(NUMBER, default=None, about="points outside all bands / điểm khi ngoài mọi bậc")

    def points(self, run: Run) -> Column:
        """The band of the class; both numbers compared exactly."""
        key = run.inputs.figure(self.by).column
        for one in self.classes:
            run.note("two_key_bands.class", where=run.valid & one.holds(key), key=key)
        held = [
            (run.valid & one.holds(key) & band.holds(run.value), band) for one in self.classes for band in one.bands
        ]
        return hold_in_one(run, held, self.otherwise)


@shape("by_level", "K15", "K21")
@dataclass(frozen=True, slots=True, kw_only=True)
class ByLevel(Shape):
    """Points by the level reported, in the order of the indicator's levels (khiển trách 1, cảnh cáo 2 …)."""

    points_of_levels: tuple[Number, ...] = param(
        many(NUMBER), about="points of each level, in the order of the indicator's levels / điểm từng mức"
    )

    def points(self, run: Run) -> Column:
        """The points of each unit's level."""
        cases = []
        for index, points in enumerate(self.points_of_levels):
            mask = run.spread(run.value.same(Column.whole(index)).mask)
            run.note("by_level.level", where=mask & run.valid, points=points)
            cases.append((mask, Column.constant(points)))
        return run.choose(*cases, otherwise=Column.whole(0))
