"""Finds what is wrong with a rulebook that can be read: errors that forbid its use, each at its path.

Owns contradictions inside one rulebook: codes, sums, bands, references, units of measure. What last year's figures
would reveal (cliffs, groups of one, dead criteria) is not here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from thidua.core.errors import Place, Problem, Severity
from thidua.core.kinds.entry import Range
from thidua.core.numbers import Number
from thidua.core.rulebook.above import Effect, TieKey
from thidua.core.rulebook.adjustments import Adjustment
from thidua.core.rulebook.check_figures import check_figures
from thidua.core.rulebook.check_rules import (
    check_predicate,
    check_rule,
    is_below,
    lives_on_full_points,
    most_points,
    problem_at,
)
from thidua.core.rulebook.schema import (
    AGGREGATIONS,
    Applied,
    Criterion,
    FigureKind,
    Indicator,
    Leaf,
    Rounding,
    Rulebook,
)

# What may follow from an entry that could not be read, whose own problem is told already.
FOLLOWS = {
    "rulebook.indicator_unused", "rulebook.unknown_indicator", "rulebook.unknown_criterion", "rulebook.unknown_class",
}  # fmt: skip
FOLLOWS_IN_A_GROUP = {"rulebook.parts_do_not_sum", "rulebook.group_empty"}


@dataclass(frozen=True, slots=True)
class Lost:
    """What stands in entries that could not be read: every text in them, and the groups that lack parts by that."""

    texts: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)

    def add(self, raw: object) -> None:
        """Remember every text of an entry."""
        if isinstance(raw, dict):
            raw = list(raw.values())
        if isinstance(raw, list):
            for item in raw:
                self.add(item)
        else:
            self.texts.add(str(raw))

    def explains(self, problem: Problem) -> bool:
        """Whether a problem only follows from what could not be read."""
        found = problem.data.get("found")
        if problem.code in FOLLOWS_IN_A_GROUP:
            return found in self.groups
        return problem.code in FOLLOWS and found in self.texts


def check(rulebook: Rulebook, place: Place, *, lost: Lost) -> list[Problem]:
    """Every error of a rulebook, in reading order, but for those that only follow from what could not be read."""
    found = [
        *_codes(rulebook),
        *_sums(rulebook),
        *_references(rulebook),
        *_leaves(rulebook),
        *_above_the_leaves(rulebook),
        *_levels(rulebook),
        *_periods(rulebook),
        *_awards(rulebook),
        *_year_classes(rulebook),
        *check_figures(rulebook),
    ]
    told = (problem for problem in found if not lost.explains(problem))
    return [replace(problem, place=replace(place, path=problem.place.path)) for problem in told]


def _codes(rulebook: Rulebook) -> Iterator[Problem]:
    criteria = Counter(node.code for _depth, node in rulebook.walk())
    for code in (code for code, count in criteria.items() if count > 1):
        yield problem_at(f"criteria[{code}]", "rulebook.code_twice", found=code)
    indicators = Counter(indicator.code for indicator in rulebook.indicators)
    for code in (code for code, count in indicators.items() if count > 1):
        yield problem_at(f"indicators[{code}]", "rulebook.indicator_twice", found=code)
    used = {code for _node, leaf in rulebook.leaves for code in leaf.indicators}
    used |= {knock_out.when.indicator for knock_out in rulebook.knock_outs}
    used |= {code for award in rulebook.total.bonuses for code in award.indicators}
    used |= {code for one in rulebook.checks for code in one.others}  # what a figure is held against
    for indicator in rulebook.indicators:
        if indicator.code not in used:
            yield problem_at(f"indicators[{indicator.code}]", "rulebook.indicator_unused", found=indicator.code)


def _sums(rulebook: Rulebook) -> Iterator[Problem]:
    for _depth, node in rulebook.walk():
        if node.group is None:
            continue
        if not node.group.parts:
            yield problem_at(f"criteria[{node.code}]", "rulebook.group_empty", found=node.code)
            continue
        parts = _sum([part.points for part in node.group.parts])
        if parts != node.points and node.group.cap is None:
            yield problem_at(
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
            yield problem_at(path, "rulebook.unknown_indicator", found=code)
    criteria = {node.code for _depth, node in rulebook.walk()}
    groups = {node.code for _depth, node in rulebook.walk() if node.group is not None}
    for index, step in enumerate(rulebook.tie_breaks):
        path = f"tie_breaks[{index}]"
        if step.criterion and step.criterion not in criteria:
            yield problem_at(path, "rulebook.unknown_criterion", found=step.criterion)
        if step.key is TieKey.POINTS_OF and not step.criterion:
            yield problem_at(path, "plain.missing_key", key="criterion")
    for item in rulebook.knock_outs:
        if item.effect is not Effect.ZERO_GROUP:
            continue
        if item.criterion not in criteria:
            yield problem_at(f"knock_outs[{item.code}]", "rulebook.unknown_criterion", found=item.criterion)
        elif item.criterion not in groups:
            yield problem_at(f"knock_outs[{item.code}]", "rulebook.not_a_group", found=item.criterion)


def _above_the_leaves(rulebook: Rulebook) -> Iterator[Problem]:
    kinds = {indicator.code: indicator for indicator in rulebook.indicators}
    for item in rulebook.knock_outs:
        yield from check_predicate(f"knock_outs[{item.code}].when", item.when, kinds)
    for _depth, node in rulebook.walk():
        group = node.group
        if group is not None and group.cap is not None and group.floor is not None and is_below(group.cap, group.floor):
            yield problem_at(f"criteria[{node.code}]", "rulebook.cap_below_floor", cap=group.cap, floor=group.floor)
        if group is None or not group.scale_down:
            continue
        path = f"criteria[{node.code}]"
        if group.cap is None:
            yield problem_at(path, "plain.missing_key", key="cap")
        if rulebook.rounding is Rounding.TOTAL or not all(_can_be_scaled(part) for part in group.parts):
            yield problem_at(path, "rulebook.cannot_scale_down", found=node.code)


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
        yield from check_rule(f"{path}.rule", leaf.shape, leaf.source, kinds.get(leaf.indicator))
        yield from _adjusted(path, leaf, kinds)
        yield from _asked_of_others(path, leaf, kinds)
        if leaf.target is not None and not leaf.uses_target:
            unused = problem_at(f"{path}.target", "rulebook.target_unused", kind=leaf.shape.name)
            yield replace(unused, severity=Severity.WARNING)
        if leaf.cap is not None and is_below(leaf.cap, leaf.floor):
            yield problem_at(path, "rulebook.cap_below_floor", cap=leaf.cap, floor=leaf.floor)
        if isinstance(leaf.shape, Range) and is_below(leaf.shape.most, leaf.shape.least):
            yield problem_at(path, "rulebook.cap_below_floor", cap=leaf.shape.most, floor=leaf.shape.least)


def _adjusted(path: str, leaf: Leaf, kinds: dict[str, Indicator]) -> Iterator[Problem]:
    for at, adjustment in _named_adjustments(path, leaf):
        yield from check_rule(f"{at}.rule", adjustment.shape, adjustment.source, kinds.get(adjustment.indicator))
        if adjustment.shape.uses_target or adjustment.source.uses_target:
            yield problem_at(at, "rulebook.adjustment_with_target", found=adjustment.name)
        if adjustment.cap is not None and adjustment.cap.digits <= 0:
            yield problem_at(at, "rulebook.cap_not_positive", found=adjustment.cap)
        most = most_points(adjustment.shape)
        if adjustment.cap is not None and most is not None and is_below(most, adjustment.cap):
            never = problem_at(f"{at}.cap", "rulebook.cap_never_met", cap=adjustment.cap, most=most)
            yield replace(never, severity=Severity.WARNING)
        if adjustment.when is not None:
            yield from check_predicate(f"{at}.when", adjustment.when, kinds)


def _named_adjustments(path: str, leaf: Leaf) -> Iterator[tuple[str, Adjustment]]:
    """Every adjustment with its path, alternatives of a best-of one by one."""
    for group, items in (("deductions", leaf.deductions), ("bonuses", leaf.bonuses)):
        for index, item in enumerate(items):
            at = f"{path}.{group}[{index}]"
            if isinstance(item, Adjustment):
                yield at, item
            else:
                yield from ((f"{at}.best_of[{place}]", one) for place, one in enumerate(item.alternatives))


def _asked_of_others(path: str, leaf: Leaf, kinds: Mapping[str, Indicator]) -> Iterator[Problem]:
    """The kinds of figure that months, coefficients and further targets need."""
    months, coefficient = kinds.get(leaf.months), leaf.coefficient
    if months is not None and months.kind is not FigureKind.COUNT:
        yield problem_at(f"{path}.months", "rulebook.months_not_counted", indicator=months.code)
    if coefficient is not None and coefficient.indicator in kinds:
        levels = kinds[coefficient.indicator].levels
        if len(levels) != len(coefficient.factors):
            counts = {"given": len(coefficient.factors), "levels": len(levels)}
            yield problem_at(
                f"{path}.coefficient", "rulebook.one_for_each_level", indicator=coefficient.indicator, **counts
            )


def _levels(rulebook: Rulebook) -> Iterator[Problem]:
    for indicator in rulebook.indicators:
        if (indicator.kind is FigureKind.LEVEL) != bool(indicator.levels):
            yield problem_at(f"indicators[{indicator.code}]", "rulebook.levels_of_a_level", indicator=indicator.code)


def _periods(rulebook: Rulebook) -> Iterator[Problem]:
    """What is reported within the year says how it becomes the year's figure, in a way that fits its kind."""
    for indicator in rulebook.indicators:
        path, way = f"indicators[{indicator.code}]", indicator.aggregation
        if indicator.has_periods and way is None:
            ways = sorted(AGGREGATIONS[indicator.kind])
            yield problem_at(path, "rulebook.aggregation_missing", indicator=indicator.code, ways=ways)
        elif way is not None and not indicator.has_periods:
            yield problem_at(path, "rulebook.aggregation_of_a_year", indicator=indicator.code)
        elif way is not None and way not in AGGREGATIONS[indicator.kind]:
            ways = sorted(AGGREGATIONS[indicator.kind])
            yield problem_at(path, "rulebook.aggregation_unfit", indicator=indicator.code, found=way, ways=ways)


def _awards(rulebook: Rulebook) -> Iterator[Problem]:
    """An award that adds points must be of an earlier year: this year's vote never feeds this year's score (K21)."""
    kinds = {indicator.code: indicator for indicator in rulebook.indicators}
    for index, award in enumerate(rulebook.total.bonuses):
        path, indicator = f"total.bonuses[{index}]", kinds.get(award.indicator)
        if indicator is None:
            yield problem_at(path, "rulebook.unknown_indicator", found=award.indicator)
            continue
        yield from check_rule(f"{path}.rule", award.shape, award.source, indicator)
        if lives_on_full_points(award.shape):
            yield problem_at(f"{path}.rule", "rulebook.award_without_points", found=award.name)
        if indicator.year is None or indicator.year >= rulebook.valid.start.year:
            yield problem_at(path, "rulebook.award_of_this_year", found=award.name, indicator=indicator.code)


def _year_classes(rulebook: Rulebook) -> Iterator[Problem]:
    names = [rule.name for rule in rulebook.classes]
    for index, (better, worse) in enumerate(pairwise(rulebook.classes), start=1):
        if not is_below(worse.least, better.least):
            yield problem_at(f"classes[{index}]", "rulebook.classes_not_falling", better=better.name, worse=worse.name)
    for rule in rulebook.classes:
        if names.count(rule.name) > 1:
            yield problem_at(f"classes[{rule.name}]", "rulebook.class_twice", found=rule.name)
        if rule.quota is not None and rule.quota.of_class and rule.quota.of_class not in names:
            yield problem_at(f"classes[{rule.name}].quota", "rulebook.unknown_class", found=rule.quota.of_class)
    for item in rulebook.knock_outs:
        if item.effect is Effect.CLASS_CAP and item.best_class not in names:
            yield problem_at(f"knock_outs[{item.code}]", "rulebook.unknown_class", found=item.best_class)
