"""Finds what is wrong with a rulebook that can be read: errors that forbid its use, each at its path.

Owns contradictions inside one rulebook: codes, sums, bands, references, units of measure. What last year's figures
would reveal (cliffs, groups of one, dead criteria) is not here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from thidua.core.errors import Place, Problem
from thidua.core.kinds.bands import Bands, gaps_and_overlaps, is_empty
from thidua.core.kinds.base import Shape, Source
from thidua.core.kinds.entry import Entry, PassFail, Range
from thidua.core.kinds.events import PerStep
from thidua.core.kinds.leader import TargetAndLeader
from thidua.core.kinds.params import declared
from thidua.core.kinds.proportional import Proportional
from thidua.core.kinds.sources import Deviation, Difference, Growth, WorkingDaysEarly
from thidua.core.numbers import Number, Rate
from thidua.core.plain import Amount
from thidua.core.rulebook.above import Effect, TieKey
from thidua.core.rulebook.adjustments import Adjustment, Predicate
from thidua.core.rulebook.schema import Applied, Criterion, FigureKind, Indicator, Leaf, Rounding, Rulebook

MOST_TIMES = 10  # a cap of 1,2 is as good as 120%; 120 would be 12.000% of the target and meant as a percentage


def check(rulebook: Rulebook, place: Place) -> list[Problem]:
    """Every error of a rulebook, in reading order."""
    found = [
        *_codes(rulebook),
        *_sums(rulebook),
        *_references(rulebook),
        *_leaves(rulebook),
        *_above_the_leaves(rulebook),
    ]
    return [replace(problem, place=replace(place, path=problem.place.path)) for problem in found]


def _problem(path: str, code: str, **data: object) -> Problem:
    return Problem(code, data, Place(path=path))


def _codes(rulebook: Rulebook) -> Iterator[Problem]:
    criteria = Counter(node.code for _depth, node in rulebook.walk())
    for code in (code for code, count in criteria.items() if count > 1):
        yield _problem(f"criteria[{code}]", "rulebook.code_twice", found=code)
    indicators = Counter(indicator.code for indicator in rulebook.indicators)
    for code in (code for code, count in indicators.items() if count > 1):
        yield _problem(f"indicators[{code}]", "rulebook.indicator_twice", found=code)
    used = {code for _node, leaf in rulebook.leaves for code in leaf.indicators}
    used |= {knock_out.when.indicator for knock_out in rulebook.knock_outs}
    for indicator in rulebook.indicators:
        if indicator.code not in used:
            yield _problem(f"indicators[{indicator.code}]", "rulebook.indicator_unused", found=indicator.code)


def _sums(rulebook: Rulebook) -> Iterator[Problem]:
    for _depth, node in rulebook.walk():
        if node.group is None:
            continue
        if not node.group.parts:
            yield _problem(f"criteria[{node.code}]", "rulebook.group_empty", found=node.code)
            continue
        parts = _sum([part.points for part in node.group.parts])
        if parts != node.points and node.group.cap is None:
            yield _problem(
                f"criteria[{node.code}]", "rulebook.parts_do_not_sum", found=node.code, parts=parts, whole=node.points
            )


def _sum(numbers: list[Number]) -> Number:
    places = max((number.places for number in numbers), default=0)
    return Number(sum(number.digits * 10 ** (places - number.places) for number in numbers), places)


def _references(rulebook: Rulebook) -> Iterator[Problem]:
    known = {indicator.code for indicator in rulebook.indicators}
    asked = [(f"criteria[{node.code}]", code) for node, leaf in rulebook.leaves for code in leaf.indicators]
    asked += [(f"knock_outs[{item.code}]", item.when.indicator) for item in rulebook.knock_outs]
    for path, code in asked:
        if code not in known:
            yield _problem(path, "rulebook.unknown_indicator", found=code)
    criteria = {node.code for _depth, node in rulebook.walk()}
    groups = {node.code for _depth, node in rulebook.walk() if node.group is not None}
    for index, step in enumerate(rulebook.tie_breaks):
        path = f"tie_breaks[{index}]"
        if step.criterion and step.criterion not in criteria:
            yield _problem(path, "rulebook.unknown_criterion", found=step.criterion)
        if step.key is TieKey.POINTS_OF and not step.criterion:
            yield _problem(path, "plain.missing_key", key="criterion")
    for item in rulebook.knock_outs:
        if item.effect is not Effect.ZERO_GROUP:
            continue
        if item.criterion not in criteria:
            yield _problem(f"knock_outs[{item.code}]", "rulebook.unknown_criterion", found=item.criterion)
        elif item.criterion not in groups:
            yield _problem(f"knock_outs[{item.code}]", "rulebook.not_a_group", found=item.criterion)


def _above_the_leaves(rulebook: Rulebook) -> Iterator[Problem]:
    kinds = {indicator.code: indicator for indicator in rulebook.indicators}
    for item in rulebook.knock_outs:
        yield from _predicate(f"knock_outs[{item.code}].when", item.when, kinds)
    for _depth, node in rulebook.walk():
        group = node.group
        if group is None or not group.scale_down:
            continue
        path = f"criteria[{node.code}]"
        if group.cap is None:
            yield _problem(path, "plain.missing_key", key="cap")
        if rulebook.rounding is Rounding.TOTAL or not all(_can_be_scaled(part) for part in group.parts):
            yield _problem(path, "rulebook.cannot_scale_down", found=node.code)


def _can_be_scaled(part: Criterion) -> bool:
    """Whether points of a part are never below zero, so that a cap can be shared among the parts."""
    leaf = part.leaf
    if leaf is None or leaf.floor.digits < 0:
        return False
    return leaf.order.index(Applied.DEDUCTIONS) < leaf.order.index(Applied.LIMIT)


def _leaves(rulebook: Rulebook) -> Iterator[Problem]:
    kinds = {indicator.code: indicator for indicator in rulebook.indicators}
    for node, leaf in rulebook.leaves:
        path = f"criteria[{node.code}]"
        yield from _rule(f"{path}.rule", leaf.shape, leaf.source, kinds.get(leaf.indicator))
        yield from _adjusted(path, leaf, kinds)
        if leaf.cap is not None and _below(leaf.cap, leaf.floor):
            yield _problem(path, "rulebook.cap_below_floor", cap=leaf.cap, floor=leaf.floor)
        if isinstance(leaf.shape, Range) and _below(leaf.shape.most, leaf.shape.least):
            yield _problem(path, "rulebook.cap_below_floor", cap=leaf.shape.most, floor=leaf.shape.least)


def _adjusted(path: str, leaf: Leaf, kinds: dict[str, Indicator]) -> Iterator[Problem]:
    for at, adjustment in _named_adjustments(path, leaf):
        yield from _rule(f"{at}.rule", adjustment.shape, adjustment.source, kinds.get(adjustment.indicator))
        if adjustment.shape.uses_target or adjustment.source.uses_target:
            yield _problem(at, "rulebook.adjustment_with_target", found=adjustment.name)
        if adjustment.cap is not None and adjustment.cap.digits <= 0:
            yield _problem(at, "rulebook.cap_not_positive", found=adjustment.cap)
        if adjustment.when is not None:
            yield from _predicate(f"{at}.when", adjustment.when, kinds)


def _named_adjustments(path: str, leaf: Leaf) -> Iterator[tuple[str, Adjustment]]:
    """Every adjustment with its path, alternatives of a best-of one by one."""
    for group, items in (("deductions", leaf.deductions), ("bonuses", leaf.bonuses)):
        for index, item in enumerate(items):
            at = f"{path}.{group}[{index}]"
            if isinstance(item, Adjustment):
                yield at, item
            else:
                yield from ((f"{at}.best_of[{place}]", one) for place, one in enumerate(item.alternatives))


def _rule(path: str, shape: Shape, source: Source, indicator: Indicator | None) -> Iterator[Problem]:
    if isinstance(shape, Bands):
        yield from _bands(path, shape)
    yield from _parameters(path, shape)
    if indicator is None:
        return
    wanted = _wanted_kinds(shape, source)
    if wanted is not None and indicator.kind not in wanted:
        kinds = ", ".join(kind.value for kind in wanted)
        yield _problem(
            path, "rulebook.wrong_kind_of_figure", indicator=indicator.code, kind=indicator.kind, wanted=kinds
        )
    elif not isinstance(source, WorkingDaysEarly):
        is_relative = isinstance(source, (Growth, Deviation)) and source.mode is Difference.RELATIVE
        yield from _measures(path, shape, indicator, is_ratio=is_relative or indicator.kind.is_ratio)


def _parameters(path: str, shape: Shape) -> Iterator[Problem]:
    """Parameters that would turn a rule round or blow it up: steps of nothing, shares beyond the whole."""
    if isinstance(shape, PerStep) and shape.step.ratio[0] <= 0:
        yield _problem(f"{path}.step", "rulebook.step_not_positive", found=shape.step)
    if isinstance(shape, TargetAndLeader) and not _is_share(shape.base_share):
        yield _problem(f"{path}.base_share", "rulebook.share_out_of_range", found=shape.base_share)
    if isinstance(shape, Proportional):
        if not _is_share(shape.floor):
            yield _problem(f"{path}.floor", "rulebook.share_out_of_range", found=shape.floor)
        if not 0 < shape.cap.ratio[0] < MOST_TIMES * shape.cap.ratio[1]:
            yield _problem(f"{path}.cap", "rulebook.share_out_of_range", found=shape.cap)


def _is_share(amount: Amount) -> bool:
    numerator, denominator = amount.ratio
    return 0 <= numerator <= denominator


def _wanted_kinds(shape: Shape, source: Source) -> tuple[FigureKind, ...] | None:
    """The kinds of figure that a rule can read; None for any number."""
    if isinstance(source, WorkingDaysEarly):
        return (FigureKind.DAY,)
    if isinstance(shape, PassFail):
        return (FigureKind.VERDICT,)
    if isinstance(shape, (Entry, Range)):
        return (FigureKind.POINTS,)
    return tuple(kind for kind in FigureKind if kind not in (FigureKind.VERDICT, FigureKind.DAY))


def _measures(path: str, shape: Shape, indicator: Indicator, *, is_ratio: bool) -> Iterator[Problem]:
    """A limit for percentages must carry its sign, one for numbers must not: 90% and 90 are not the same.

    is_ratio: whether the judged value is a ratio; a relative change of a count is one.
    """
    ends: list[tuple[str, object]] = []
    if isinstance(shape, Bands):
        ends = [(f"bands[{i}]", end) for i, band in enumerate(shape.bands) for end in (band.lower[0], band.upper[0])]
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
        yield _problem(path, "rulebook.percent_of_a_number", found=end, indicator=indicator.code)
    if isinstance(end, Number) and end.digits and is_ratio:
        yield _problem(path, "rulebook.number_for_a_percent", found=end, indicator=indicator.code)


def _bands(path: str, shape: Bands) -> Iterator[Problem]:
    for index, band in enumerate(shape.bands):
        if is_empty(band):
            yield _problem(f"{path}.bands[{index}]", "rulebook.band_empty", points=band.points)
        if band.above is not None and band.from_ is not None:
            yield _problem(f"{path}.bands[{index}]", "rulebook.two_ends", first="above", second="from")
        if band.below is not None and band.up_to is not None:
            yield _problem(f"{path}.bands[{index}]", "rulebook.two_ends", first="below", second="up_to")
    for what, lower, upper in gaps_and_overlaps(shape.bands):
        if what == "overlap":
            yield _problem(path, "rulebook.bands_overlap", lower=lower.points, upper=upper.points)
        else:
            yield _problem(path, "rulebook.bands_hole", end=lower.upper[0], start=upper.lower[0])


def _predicate(path: str, predicate: Predicate, kinds: dict[str, Indicator]) -> Iterator[Problem]:
    indicator = kinds.get(predicate.indicator)
    if indicator is None:
        return
    has_ends = any(end is not None for end, _closed in (predicate.lower, predicate.upper))
    if (indicator.kind is FigureKind.VERDICT) != (predicate.passed is not None) or has_ends == (
        predicate.passed is not None
    ):
        yield _problem(path, "rulebook.predicate_unclear", indicator=indicator.code)
    for end, _closed in (predicate.lower, predicate.upper):
        yield from _measure(path, end, indicator, is_ratio=indicator.kind.is_ratio)


def _below(left: Number, right: Number) -> bool:
    return bool(left.digits * 10**right.places < right.digits * 10**left.places)
