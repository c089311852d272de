"""Finds what is wrong with single rules: kinds of figure, limits with and without a percent sign, bands, weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from thidua.core.columns import compare
from thidua.core.errors import Place, Problem
from thidua.core.kinds.bands import Band, Bands, Interval, gaps_and_overlaps, is_empty
from thidua.core.kinds.base import Shape, Source
from thidua.core.kinds.classes import ByLevel, TwoKeyBands
from thidua.core.kinds.entry import AllOrNothing, Balance, Entry, PassFail, Range
from thidua.core.kinds.events import PerEvent, PerStep
from thidua.core.kinds.leader import RelativeToBest, TargetAndLeader
from thidua.core.kinds.means import AgainstMean, Mean, WeightedIndex
from thidua.core.kinds.params import declared
from thidua.core.kinds.piecewise import Piecewise
from thidua.core.kinds.proportional import Of, Proportional
from thidua.core.kinds.rank import RankPoints
from thidua.core.kinds.sources import Deviation, Difference, Growth, WorkingDaysEarly
from thidua.core.numbers import Number, Rate
from thidua.core.plain import Amount
from thidua.core.rulebook.adjustments import Predicate
from thidua.core.rulebook.schema import Direction, FigureKind, Indicator

MOST_TIMES = 10  # a cap of 1,2 is as good as 120%; 120 would be 12.000% of the target and meant as a percentage


def problem_at(path: str, code: str, **data: object) -> Problem:
    """A problem at a path of the rulebook."""
    return Problem(code, data, Place(path=path))


def is_below(left: Number, right: Number) -> bool:
    """Whether the left number is smaller."""
    return bool(left.digits * 10**right.places < right.digits * 10**left.places)


def most_points(shape: Shape) -> Number | None:
    """The most that a shape with a table can give; None for shapes without an end of their own."""
    if isinstance(shape, Bands):
        listed = [band.points for band in shape.bands] + ([] if shape.otherwise is None else [shape.otherwise])
    elif isinstance(shape, TwoKeyBands):
        listed = [band.points for one in shape.classes for band in one.bands]
    elif isinstance(shape, ByLevel):
        listed = list(shape.points_of_levels)
    elif isinstance(shape, Piecewise):
        listed = [knot.points for knot in shape.knots]
    else:
        return None
    most = listed[0]
    for points in listed[1:]:
        most = points if is_below(most, points) else most
    return most


def lives_on_full_points(shape: Shape) -> bool:
    """Whether a shape gives a part of the criterion's points, and nothing where there is no criterion."""
    if isinstance(shape, Balance):
        return shape.start is None
    if isinstance(shape, RankPoints):
        return shape.first is None
    return isinstance(shape, (Entry, PassFail, AllOrNothing, Proportional, TargetAndLeader, RelativeToBest))


def check_rule(path: str, shape: Shape, source: Source, indicator: Indicator | None) -> Iterator[Problem]:
    """What is wrong with a source and a shape by themselves, and with the figures that they are given."""
    if isinstance(shape, Bands):
        yield from _bands(path, shape.bands)
    if isinstance(shape, TwoKeyBands):
        yield from _classes(path, shape)
    yield from _parameters(path, shape)
    yield from _weights(path, source)
    if isinstance(shape, ByLevel) and indicator is not None and len(shape.points_of_levels) != len(indicator.levels):
        counts = {"given": len(shape.points_of_levels), "levels": len(indicator.levels)}
        yield problem_at(path, "rulebook.one_for_each_level", indicator=indicator.code, **counts)
    if indicator is None:
        return
    if isinstance(shape, Proportional) and shape.of is Of.WHOLE and indicator.direction is Direction.LESS:
        yield problem_at(f"{path}.of", "rulebook.whole_of_less", indicator=indicator.code)
    wanted = _wanted_kinds(shape, source)
    if wanted is not None and indicator.kind not in wanted:
        kinds = ", ".join(kind.value for kind in wanted)
        yield problem_at(
            path, "rulebook.wrong_kind_of_figure", indicator=indicator.code, kind=indicator.kind, wanted=kinds
        )
    elif not isinstance(source, (WorkingDaysEarly, WeightedIndex)):
        is_relative = isinstance(source, (Growth, Deviation)) and source.mode is Difference.RELATIVE
        yield from _measures(path, shape, indicator, is_ratio=is_relative or indicator.kind.is_ratio)


def _parameters(path: str, shape: Shape) -> Iterator[Problem]:
    """Parameters that would turn a rule round or blow it up: steps of nothing, shares beyond the whole."""
    if isinstance(shape, PerStep) and shape.step.ratio[0] <= 0:
        yield problem_at(f"{path}.step", "rulebook.step_not_positive", found=shape.step)
    if isinstance(shape, (PerEvent, PerStep)) and shape.each.digits < 0:
        yield problem_at(f"{path}.each", "rulebook.each_negative", found=shape.each)
    if isinstance(shape, TargetAndLeader) and not _is_share(shape.base_share):
        yield problem_at(f"{path}.base_share", "rulebook.share_out_of_range", found=shape.base_share)
    if isinstance(shape, Piecewise):
        yield from _knots(path, shape)
    if isinstance(shape, Proportional):
        if not _is_share(shape.floor):
            yield problem_at(f"{path}.floor", "rulebook.share_out_of_range", found=shape.floor)
        if not 0 < shape.cap.ratio[0] < MOST_TIMES * shape.cap.ratio[1]:
            yield problem_at(f"{path}.cap", "rulebook.share_out_of_range", found=shape.cap)


def _knots(path: str, shape: Piecewise) -> Iterator[Problem]:
    for index, (low, high) in enumerate(pairwise(shape.knots), start=1):
        if compare(low.at.ratio, high.at.ratio) >= 0:
            yield problem_at(f"{path}.knots[{index}]", "rulebook.knots_not_rising", before=low.at, found=high.at)


def _is_share(amount: Amount) -> bool:
    numerator, denominator = amount.ratio
    return 0 <= numerator <= denominator


def _wanted_kinds(shape: Shape, source: Source) -> tuple[FigureKind, ...] | None:
    """The kinds of figure that a rule can read; None for any number."""
    if isinstance(source, WorkingDaysEarly):
        return (FigureKind.DAY,)
    if isinstance(source, AgainstMean):
        return (FigureKind.SHARE,)
    if isinstance(shape, ByLevel):
        return (FigureKind.LEVEL,)
    if isinstance(shape, Balance):  # only that the figure was reported matters
        return None
    if isinstance(shape, PassFail):
        return (FigureKind.VERDICT,)
    if isinstance(shape, (Entry, Range)):
        return (FigureKind.POINTS,)
    wordless = (FigureKind.VERDICT, FigureKind.LEVEL, FigureKind.DAY)
    return tuple(kind for kind in FigureKind if kind not in wordless)


def _measures(path: str, shape: Shape, indicator: Indicator, *, is_ratio: bool) -> Iterator[Problem]:
    """A limit for percentages must carry its sign, one for numbers must not: 90% and 90 are not the same.

    is_ratio: whether the judged value is a ratio; a relative change of a count is one.
    """
    ends: list[tuple[str, object]] = []
    if isinstance(shape, Bands):
        ends = [(f"bands[{i}]", end) for i, band in enumerate(shape.bands) for end in (band.lower[0], band.upper[0])]
    elif isinstance(shape, TwoKeyBands):
        ends = [
            (f"classes[{i}].bands[{k}]", end)
            for i, one in enumerate(shape.classes)
            for k, band in enumerate(one.bands)
            for end in (band.lower[0], band.upper[0])
        ]
    elif isinstance(shape, Piecewise):
        ends = [(f"knots[{i}]", knot.at) for i, knot in enumerate(shape.knots)]
    elif shape.name in ("per_step", "all_or_nothing"):
        ends = [
            (item.name, getattr(shape, item.name))
            for item in declared(type(shape)).values()
            if item.name in ("start", "step", "need")
        ]
    for key, end in ends:
        yield from _measure(f"{path}.{key}", end, indicator, is_ratio=is_ratio)


def _measure(path: str, end: object, indicator: Indicator, *, is_ratio: bool) -> Iterator[Problem]:
    if isinstance(end, Rate) and not is_ratio:
        yield problem_at(path, "rulebook.percent_of_a_number", found=end, indicator=indicator.code)
    if isinstance(end, Number) and end.digits and is_ratio:
        yield problem_at(path, "rulebook.number_for_a_percent", found=end, indicator=indicator.code)


def _bands(path: str, bands: tuple[Band, ...]) -> Iterator[Problem]:
    for index, band in enumerate(bands):
        yield from _interval(f"{path}.bands[{index}]", band)
    for what, lower, upper in gaps_and_overlaps(bands):
        if what == "overlap":
            yield problem_at(path, "rulebook.bands_overlap", lower=lower.points, upper=upper.points)
        else:
            yield problem_at(path, "rulebook.bands_hole", end=lower.upper[0], start=upper.lower[0])


def _interval(path: str, interval: Interval) -> Iterator[Problem]:
    if is_empty(interval):
        yield problem_at(path, "rulebook.band_empty")
    if interval.above is not None and interval.from_ is not None:
        yield problem_at(path, "rulebook.two_lower_ends")
    if interval.below is not None and interval.up_to is not None:
        yield problem_at(path, "rulebook.two_upper_ends")


def _classes(path: str, shape: TwoKeyBands) -> Iterator[Problem]:
    """The classes of the second number must neither overlap nor leave a hole; nor may the bands of each."""
    for index, one in enumerate(shape.classes):
        at = f"{path}.classes[{index}]"
        yield from _interval(at, one)
        yield from _bands(at, one.bands)
    for what, lower, upper in gaps_and_overlaps(shape.classes):
        ends = {"end": lower.upper[0] or "∞", "start": upper.lower[0] or "−∞"}
        yield problem_at(path, f"rulebook.classes_{what}", **ends)


def _weights(path: str, source: Source) -> Iterator[Problem]:
    if not isinstance(source, (Mean, WeightedIndex)) or source.weights is None:
        return
    if len(source.weights) != len(source.others) + 1:
        counts = {"given": len(source.weights), "wanted": len(source.others) + 1}
        yield problem_at(f"{path}.weights", "rulebook.one_weight_each", **counts)
    if any(weight.digits < 0 for weight in source.weights) or not any(weight.digits for weight in source.weights):
        yield problem_at(f"{path}.weights", "rulebook.weights_not_positive")
    if isinstance(source, Mean) and source.trim:
        yield problem_at(f"{path}.weights", "rulebook.weights_with_trim")


def check_predicate(path: str, predicate: Predicate, kinds: Mapping[str, Indicator]) -> Iterator[Problem]:
    """A condition must ask of a figure what its kind can answer."""
    indicator = kinds.get(predicate.indicator)
    if indicator is None:
        return
    has_ends = any(end is not None for end, _closed in (predicate.lower, predicate.upper))
    if (indicator.kind is FigureKind.VERDICT) != (predicate.passed is not None) or has_ends == (
        predicate.passed is not None
    ):
        yield problem_at(path, "rulebook.predicate_unclear", indicator=indicator.code)
    for end, _closed in (predicate.lower, predicate.upper):
        yield from _measure(path, end, indicator, is_ratio=indicator.kind.is_ratio)
