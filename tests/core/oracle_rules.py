"""The rules of DOMAIN §3 one cell at a time in fractions: sources and shapes, for the oracle of leaves and totals.

Written from DOMAIN.md and from the docstrings of the kinds, not from their code. `oracle` owns what stands around a
rule: states, adjustments, limits, groups and the total.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING

from thidua.core.kinds.base import Shape, Source
from thidua.core.numbers import Counts
from thidua.core.rulebook.schema import Criterion, Leaf
from thidua.core.scoring.figures import Level, Member
from thidua.core.states import State

if TYPE_CHECKING:
    from core.oracle import Oracle

ZERO, ONE = Fraction(0), Fraction(1)


def half_up(value: Fraction, places: int) -> Fraction:
    """Rounded to so many decimals, a half away from zero."""
    scaled = abs(value) * 10**places
    nearest = Fraction(floor(scaled + Fraction(1, 2)), 10**places)
    return nearest if value >= 0 else -nearest


def fraction(value: object) -> Fraction:
    """A typed value as a fraction: a verdict is 1 or 0, a day its number, a level its place."""
    if isinstance(value, Level):
        return Fraction(value.index)
    if isinstance(value, date):
        return Fraction(value.toordinal())
    if isinstance(value, bool):
        return Fraction(int(value))
    return Fraction(*value.ratio)  # type: ignore[attr-defined]


@dataclass(slots=True)
class Judged:
    """One source and one shape over the units that they apply to."""

    oracle: Oracle
    node: Criterion
    leaf: Leaf
    indicator: str
    source: Source
    shape: Shape
    target: Callable[[Member], Fraction | None]
    able: Sequence[Member] = ()
    values: dict[str, Fraction] = field(default_factory=dict)
    units: list[Member] = field(default_factory=list)
    unformed: dict[str, str] = field(default_factory=dict)

    def full(self, unit: Member) -> Fraction:
        return self.oracle.full(self.node, self.leaf, unit)

    @property
    def less(self) -> bool:
        return self.oracle.rulebook.indicator(self.indicator).direction.value == "less"

    def refuse(self, unit: Member, code: str) -> Fraction:
        self.oracle.refused.add((unit.code, self.node.code, code))
        return ZERO

    def way(self, name: str) -> None:
        self.oracle.branches[f"{self.shape.name}.{name}"] += 1

    def draw(self, able: Sequence[Member]) -> None:
        bounds = self.shape.bounds(self.node.points)
        self.able = able
        for unit in able:
            self.units.append(unit)
            figure = self.oracle.number(unit, self.indicator)
            entered = self.reported(unit, (self.indicator, *self.source.indicators()))
            if bounds is not None and not all(fraction(bounds[0]) <= one <= fraction(bounds[1]) for one in entered):
                self.refuse(unit, "scoring.outside_bounds")
            drawn = self.draw_one(unit, figure)
            if isinstance(drawn, str):
                self.unformed[unit.code] = drawn
            elif drawn is not None:
                self.values[unit.code] = drawn

    def draw_one(self, unit: Member, figure: Fraction) -> Fraction | str | None:
        """The judged value, or the code of why there is none; None when that is refused already."""
        kind, source = self.source.name, self.source
        self.oracle.branches[f"source.{kind}.{getattr(source, 'mode', '')}"] += 1
        if kind == "figure":
            places: int | None = source.percent_places  # type: ignore[attr-defined]
            return figure if places is None else half_up(figure, places + 2)
        if kind == "growth":
            base_of: str = source.base  # type: ignore[attr-defined]
            if self.oracle.state(unit, base_of) is not State.REPORTED:
                return "scoring.no_base"
            return change(figure, self.oracle.number(unit, base_of), source, "scoring.growth_from_zero")
        if kind == "deviation":
            target = self.target(unit)
            if target is None:
                return "scoring.no_target"
            if not target and source.mode.value == "relative":  # type: ignore[attr-defined]
                self.refuse(unit, "scoring.zero_target")
                return None
            return change(figure, target, source, "")
        if kind in ("per_capita", "mean", "weighted_index", "against_mean"):
            return getattr(self, f"_of_{kind}")(unit, figure)  # type: ignore[no-any-return]
        calendar = self.oracle.table.calendar
        assert calendar is not None
        return Fraction(working_days(date.fromordinal(int(figure)), source.due, calendar.is_working))  # type: ignore[attr-defined]

    def reported(self, unit: Member, indicators: Sequence[str]) -> list[Fraction]:
        """The figures that were reported, in the order asked."""
        given = (one for one in indicators if self.oracle.state(unit, one) is State.REPORTED)
        return [self.oracle.number(unit, one) for one in given]

    def _of_per_capita(self, unit: Member, figure: Fraction) -> Fraction | str:
        people = self.oracle.number(unit, self.source.population)  # type: ignore[attr-defined]
        return figure * fraction(self.source.per) / people if people else "scoring.zero_population"  # type: ignore[attr-defined]

    def _of_mean(self, unit: Member, _figure: Fraction) -> Fraction | str:
        """The mean of what was reported: weighed, or without the extremes where enough is left."""
        several, trim, weights = (self.indicator, *self.source.indicators()), self.source.trim, self.source.weights  # type: ignore[attr-defined]
        if weights is not None:
            pairs = [
                (self.reported(unit, (one,)), fraction(weight)) for one, weight in zip(several, weights, strict=True)
            ]
            size = sum((weight for found, weight in pairs if found), ZERO)
            self.oracle.branches["mean.weighed" if size else "mean.nothing_weighed"] += 1
            summed = sum((found[0] * weight for found, weight in pairs if found), ZERO)
            return summed / size if size else "scoring.figure_not_given"
        values = sorted(self.reported(unit, several))
        enough = len(values) > 2 * trim
        self.oracle.branches["mean.plain" if not trim else "mean.trimmed" if enough else "mean.too_few"] += 1
        kept = values[trim : len(values) - trim] if enough else values
        return sum(kept, ZERO) / len(kept)

    def _of_weighted_index(self, unit: Member, _figure: Fraction) -> Fraction | str:
        several, source = (self.indicator, *self.source.indicators()), self.source
        values = self.reported(unit, several)
        if len(values) < len(several):
            return "scoring.figure_not_given"
        weights = [fraction(weight) for weight in source.weights]  # type: ignore[attr-defined]
        return fraction(source.scale) * sum((a * b for a, b in zip(weights, values, strict=True)), ZERO)  # type: ignore[attr-defined]

    def _of_against_mean(self, unit: Member, figure: Fraction) -> Fraction | None:
        """Own share less the ratio of the cluster's sums, as counted; a rate without counts is refused."""
        asked = [self.oracle.figure(one, self.indicator)[1] for one in self.able if one.cluster == unit.cluster]
        counted = [one for one in asked if isinstance(one, Counts)]
        if not isinstance(self.oracle.figure(unit, self.indicator)[1], Counts):
            self.refuse(unit, "scoring.rate_has_no_counts")
            return None
        whole = sum(one.denominator for one in counted)
        return figure - Fraction(sum(one.numerator for one in counted), whole)

    def points(self) -> dict[str, Fraction]:
        found = {unit.code: ZERO for unit in self.oracle.table.units}
        for unit in self.units:
            code = self.unformed.get(unit.code)
            named = getattr(self.shape, "no_value", None)
            if unit.code in self.values:
                found[unit.code] = getattr(self, f"_{self.shape.name}")(unit, self.values[unit.code])
            elif code is not None and named is None:
                self.refuse(unit, code)
            elif code is not None:
                self.way("no_value")
                found[unit.code] = fraction(named)
        return found

    def _entry(self, _unit: Member, value: Fraction) -> Fraction:
        return value

    _range = _entry

    def _balance(self, unit: Member, _value: Fraction) -> Fraction:
        start = self.shape.start  # type: ignore[attr-defined]
        return self.full(unit) if start is None else fraction(start)

    def _pass_fail(self, unit: Member, value: Fraction) -> Fraction:
        self.way("passed" if value else "failed")
        return self.full(unit) if value else ZERO

    def _all_or_nothing(self, unit: Member, value: Fraction) -> Fraction:
        need = fraction(self.shape.need)  # type: ignore[attr-defined]
        reached = value <= need if self.less else value >= need
        self.way("edge" if value == need else "reached" if reached else "missed")
        return self.full(unit) if reached else ZERO

    def _per_event(self, _unit: Member, value: Fraction) -> Fraction:
        return value * fraction(self.shape.each)  # type: ignore[attr-defined]

    def _per_step(self, _unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        start, step = fraction(shape.start), fraction(shape.step)  # type: ignore[attr-defined]
        over = start - value if self.less else value - start
        if over <= 0:
            self.way("edge" if not over else "not_passed")
            return ZERO
        steps = over / step
        self.way("passed")
        counted = Fraction(floor(steps)) if shape.whole_steps else steps  # type: ignore[attr-defined]
        return fraction(shape.first) + counted * fraction(shape.each)  # type: ignore[attr-defined]

    def _bands(self, unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        for band in shape.bands:  # type: ignore[attr-defined]
            if inside(band, value):
                on_edge = value in [fraction(end) for end, _closed in (band.lower, band.upper) if end is not None]
                self.way("edge" if on_edge else "inside")
                return fraction(band.points)
        if shape.otherwise is None:  # type: ignore[attr-defined]
            return self.refuse(unit, "scoring.no_band")
        self.way("otherwise")
        return fraction(shape.otherwise)  # type: ignore[attr-defined]

    def _two_key_bands(self, unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        key = self.oracle.number(unit, shape.by)  # type: ignore[attr-defined]
        bands = [band for one in shape.classes if inside(one, key) for band in one.bands]  # type: ignore[attr-defined]
        held = [band for band in bands if inside(band, value)]
        self.way("held" if held else "outside" if bands else "no_class")
        if not held and shape.otherwise is None:  # type: ignore[attr-defined]
            return self.refuse(unit, "scoring.no_band")
        return fraction(held[0].points if held else shape.otherwise)  # type: ignore[attr-defined]

    def _by_level(self, _unit: Member, value: Fraction) -> Fraction:
        self.way("level")
        return fraction(self.shape.points_of_levels[int(value)])  # type: ignore[attr-defined]

    def _proportional(self, unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        cap, least = fraction(shape.cap), fraction(shape.floor)  # type: ignore[attr-defined]
        ratio: Fraction | None = value
        if shape.of.value == "target":  # type: ignore[attr-defined]
            ratio = self.reached(unit, value, cap)
        if ratio is None:
            return ZERO
        self.way("below_floor" if ratio < least else "capped" if ratio > cap else "edge" if ratio == cap else "between")
        if ratio < least:
            return ZERO
        return self.full(unit) * min(ratio, cap)

    def reached(self, unit: Member, value: Fraction, most: Fraction) -> Fraction | None:
        """The degree to which a target is reached; None when it was refused."""
        target, policy = self.target(unit), self.shape.zero_target.value  # type: ignore[attr-defined]
        if target is None or (not target and policy == "no_target"):
            self.refuse(unit, "scoring.no_target")
            return None
        if target:
            return self.attained(value, target, most)
        if policy == "error":
            self.refuse(unit, "scoring.zero_target")
            return None
        self.way("zero_target")
        return ONE if (value <= 0 if self.less else value >= 0) else ZERO

    def attained(self, value: Fraction, target: Fraction, most: Fraction) -> Fraction:
        """A/T for a target that a larger size reaches better (more of a gain, less of a fall below zero), else T/A."""
        if self.less == (target < 0):
            self.way("direct")
            return value / target
        beyond = value <= 0 if self.less else value >= 0
        self.way("beyond_zero" if beyond else "inverse")
        return most if beyond else target / value

    def _relative_to_best(self, unit: Member, value: Fraction) -> Fraction:
        rivals = [self.values[one.code] for one in self.oracle.mates(unit) if one.code in self.values]
        self.way("alone" if len(rivals) == 1 else "among")
        return self.full(unit) * self.share(value, rivals, all_zero=ONE if self.less else ZERO)

    def share(self, value: Fraction, rivals: list[Fraction], all_zero: Fraction) -> Fraction:
        """How far a value comes up to the best: 1 for the best, nothing on the other side of zero."""
        best = min(rivals) if self.less else max(rivals)
        self.way("leader" if value == best else "follower")
        self.way("tied_leaders" if rivals.count(best) > 1 else "one_leader")
        if not best:
            return all_zero if not value else ZERO
        if (value > 0) != (best > 0) or not value:
            return ZERO
        return min(value / best, best / value)

    def _target_and_leader(self, unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        base = self.full(unit) * fraction(shape.base_share)  # type: ignore[attr-defined]
        target = self.effective_target(unit)
        if target is None:
            rivals = [one for one in self.oracle.mates(unit) if one.code in self.values]
            group = [self.values[one.code] for one in rivals if self.effective_target(one) is None]
            self.way("no_target_alone" if len(group) == 1 else "no_target_group")
            return self.full(unit) * self.share(value, group, all_zero=ONE if self.less else ZERO)
        if not target:
            met = value <= 0 if self.less else value >= 0
            self.way("zero_met" if met else "zero_missed")
            return base if met else ZERO
        excess = self.excess(value, target)
        if excess > 0:
            return base + (self.full(unit) - base) * self.beyond(unit, value, excess)
        self.way("met" if not excess else "below")
        return base if not excess else max(ZERO, base * self.attained(value, target, ONE))

    def _rank_points(self, unit: Member, value: Fraction) -> Fraction:
        shape = self.shape
        rivals = [self.values[one.code] for one in self.oracle.mates(unit) if one.code in self.values]
        better = [one for one in rivals if (one < value if self.less else one > value)]
        tied = rivals.count(value)
        self.way("tied" if tied > 1 else "alone")
        place = Fraction(len(better) + 1)
        if shape.ties.value == "dense":  # type: ignore[attr-defined]
            place = Fraction(len(set(better)) + 1)
        elif shape.ties.value == "mean":  # type: ignore[attr-defined]
            place += Fraction(tied - 1, 2)
        first = self.full(unit) if shape.first is None else fraction(shape.first)  # type: ignore[attr-defined]
        return max(ZERO, first - fraction(shape.each) * (place - 1))  # type: ignore[attr-defined]

    def _piecewise(self, _unit: Member, value: Fraction) -> Fraction:
        knots = [(fraction(one.at), fraction(one.points)) for one in self.shape.knots]  # type: ignore[attr-defined]
        if value <= knots[0][0] or value >= knots[-1][0]:
            self.way("flat")
            return knots[0][1] if value <= knots[0][0] else knots[-1][1]
        low, high = next((a, b) for a, b in pairwise(knots) if a[0] <= value <= b[0])
        self.way("edge" if value in (low[0], high[0]) else "between")
        return low[1] + (high[1] - low[1]) * (value - low[0]) / (high[0] - low[0])

    def effective_target(self, unit: Member) -> Fraction | None:
        """A target of zero counts, counts as none, or is refused, as the rule says."""
        target = self.target(unit)
        if target is None or target:
            return target
        policy = self.shape.zero_target.value  # type: ignore[attr-defined]
        if policy == "error":
            self.refuse(unit, "scoring.zero_target")
        return target if policy == "met_if_zero" else None

    def excess(self, value: Fraction, target: Fraction) -> Fraction:
        x = (value - target) / abs(target)
        return -x if self.less else x

    def beyond(self, unit: Member, value: Fraction, excess: Fraction) -> Fraction:
        """The share of the rest that an exceeder earns beside the leader."""
        beyond: list[tuple[Fraction, Fraction]] = []
        for one in self.oracle.mates(unit):
            target = self.effective_target(one) if one.code in self.values else None
            if target and self.excess(self.values[one.code], target) > 0:
                beyond.append((self.values[one.code], self.excess(self.values[one.code], target)))
        if self.shape.leader_by.value == "A":  # type: ignore[attr-defined]
            self.way("by_result")
            return self.share(value, [one for one, _x in beyond], all_zero=ONE)
        best = max(x for _one, x in beyond)
        self.way("leader" if excess == best else "follower")
        self.way("tied_leaders" if [x for _one, x in beyond].count(best) > 1 else "one_leader")
        return excess / best


def change(figure: Fraction, base: Fraction, source: Source, from_zero: str) -> Fraction | str:
    """A − B in points, or (A − B)/B; from zero only zero stays."""
    if source.mode.value == "pp":  # type: ignore[attr-defined]
        return figure - base
    if base:
        return (figure - base) / base
    return from_zero if figure else ZERO


def inside(interval: object, value: Fraction) -> bool:
    """Whether a value lies between the ends that are written."""
    ends = {name: getattr(interval, name) for name in ("above", "from_", "below", "up_to")}
    given = {name: fraction(end) for name, end in ends.items() if end is not None}
    return (
        ("above" not in given or value > given["above"])
        and ("from_" not in given or value >= given["from_"])
        and ("below" not in given or value < given["below"])
        and ("up_to" not in given or value <= given["up_to"])
    )


def working_days(done: date, due: date, is_working: Callable[[date], bool]) -> int:
    """Counted one day at a time: working days from the first up to, not including, the second; negative when late."""
    first, last = sorted((done, due))
    days = sum(is_working(date.fromordinal(day)) for day in range(first.toordinal(), last.toordinal()))
    return days if done <= due else -days
