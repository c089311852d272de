"""One rule in words: what is judged, and how it becomes points, with every parameter that is not its default.

Owns the fragments for sources, shapes, adjustments and conditions; `words.rulebook` joins them to whole tables. Every
registered kind has its words here (a test says which one is missing).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from thidua.core.kinds.bands import Band, Interval
from thidua.core.kinds.base import Shape, Source
from thidua.core.kinds.proportional import ZeroTarget
from thidua.core.numbers import Number, Rate
from thidua.core.plain import Amount
from thidua.core.rulebook.adjustments import Adjustment, BestOf, Predicate, WhenMissing
from thidua.core.rulebook.schema import Direction, Indicator
from thidua.words.language import Language
from thidua.words.numbers import write_number
from thidua.words.say import say, write, write_list

JOIN = "; "


@dataclass(frozen=True, slots=True)
class Naming:
    """How indicators are called: by their names, or by their codes where the criterion that uses them is not public."""

    indicators: dict[str, Indicator]
    hidden: frozenset[str]
    lang: Language

    def say(self, sentence: str, /, **data: object) -> str:
        return say(sentence, self.lang, **data)

    def amount(self, amount: Amount) -> str:
        return write_number(amount, self.lang)

    def word(self, choice: Enum) -> str:
        return write(choice, self.lang)

    def name(self, code: str) -> str:
        """An indicator in quotes; an unknown one by its code."""
        if code in self.hidden:
            return self.say("describe.unnamed", code=code)
        indicator = self.indicators.get(code)
        return self.say("describe.indicator", name=indicator.name if indicator else code)

    def names(self, codes: tuple[str, ...]) -> str:
        return write_list([self.name(code) for code in codes], self.lang)

    def numbers(self, numbers: tuple[Number, ...]) -> str:
        return JOIN.join(self.amount(number) for number in numbers)

    def measure(self, code: str) -> str:
        indicator = self.indicators.get(code)
        return (indicator.measure if indicator and code not in self.hidden else "") or self.say("describe.event")

    def levels(self, code: str) -> tuple[str, ...]:
        indicator = self.indicators.get(code)
        return indicator.levels if indicator and code not in self.hidden else ()

    def is_less(self, code: str) -> bool:
        indicator = self.indicators.get(code)
        return indicator is not None and indicator.direction is Direction.LESS


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule to be told: its shape on an indicator, for so many full points. naming: how things are called."""

    shape: Any  # one of the registered shapes; each writer below knows its own
    indicator: str
    full: Number
    naming: Naming

    @property
    def way(self) -> str:
        """Which way is better, as the ending of a sentence code."""
        return "less" if self.naming.is_less(self.indicator) else "more"

    def say(self, sentence: str, /, **data: object) -> str:
        return self.naming.say(f"describe.rule.{sentence}", **data)


def value_words(source: Source, indicator: str, naming: Naming) -> str:
    """What is judged: the figure, its growth, its deviation from target …"""
    return SOURCE_WORDS[source.name](source, indicator, naming)


def shape_words(shape: Shape, indicator: str, full: Number, naming: Naming) -> str:
    """How the judged value becomes points; a fragment without a full stop."""
    return SHAPE_WORDS[shape.name](Rule(shape, indicator, full, naming))


def interval_words(interval: Interval, naming: Naming) -> str:
    """`từ 97% đến dưới 98%`: a stretch of values in the words of a regulation."""
    if interval.from_ is not None and interval.from_ == interval.up_to and interval.above is interval.below is None:
        return naming.say("describe.exactly", end=naming.amount(interval.from_))
    bounded = interval.below is not None or interval.up_to is not None
    lower = ((interval.above, "above"), (interval.from_, "from" if bounded else "at_least"))
    words = [naming.say(f"interval.{code}", end=naming.amount(end)) for end, code in lower if end is not None]
    for end, code in ((interval.below, "below"), (interval.up_to, "up_to")):
        if end is not None:
            words.append(naming.say(f"interval.{code if words else 'only_' + code}", end=naming.amount(end)))
    return " ".join(words) or naming.say("interval.any")


def condition_words(predicate: Predicate, naming: Naming) -> str:
    """A yes or no about an indicator: `“hồ sơ đúng hạn” từ 99% trở lên`."""
    name, said = naming.name(predicate.indicator), []
    if predicate.passed is not None:
        said.append(naming.say(f"describe.condition_{'passed' if predicate.passed else 'failed'}", indicator=name))
    if any(end is not None for end, _closed in (predicate.lower, predicate.upper)):
        said.append(
            naming.say("describe.condition_interval", indicator=name, interval=interval_words(predicate, naming))
        )
    return write_list(said, naming.lang) or naming.say("describe.condition_open", indicator=name)


def adjustment_words(one: Adjustment | BestOf, full: Number, naming: Naming, *, beside: str = "") -> str:
    """A bonus or deduction with its own cap, condition and basis; a fragment without a full stop.

    beside: the value that the base rule has named already, which need not be named again.
    """
    return JOIN.join(_adjustment(one, full, naming, beside))


def _adjustment(one: Adjustment | BestOf, full: Number, naming: Naming, beside: str) -> Iterator[str]:
    if isinstance(one, BestOf):
        alternatives = [f"({adjustment_words(each, full, naming, beside=beside)})" for each in one.alternatives]
        yield naming.say("describe.best_of", name=one.name, alternatives=", ".join(alternatives))
    else:
        value = value_words(one.source, one.indicator, naming)
        rule = shape_words(one.shape, one.indicator, full, naming)
        code = "describe.adjustment_beside" if value == beside else "describe.adjustment"
        yield naming.say(code, name=one.name, rule=rule, **({} if value == beside else {"value": value}))
    if one.cap is not None:
        yield naming.say("describe.at_most", cap=one.cap)
    if isinstance(one, Adjustment):
        if one.when is not None:
            yield naming.say("describe.only_when", condition=condition_words(one.when, naming))
        if one.when_missing is not WhenMissing.BLOCKS:
            yield naming.say("describe.unreported", policy=one.when_missing)
    if one.legal_basis:
        yield naming.say("describe.by_basis", basis=one.legal_basis)


def _figure(source: Any, indicator: str, naming: Naming) -> str:
    name = naming.name(indicator)
    if source.percent_places is None:
        return name
    return naming.say("describe.source.rounded", value=name, places=source.percent_places)


def _growth(source: Any, indicator: str, naming: Naming) -> str:
    data = {"value": naming.name(indicator), "base": naming.name(source.base), "mode": source.mode}
    return naming.say("describe.source.growth", **data)


def _deviation(source: Any, indicator: str, naming: Naming) -> str:
    return naming.say("describe.source.deviation", value=naming.name(indicator), mode=source.mode)


def _per_capita(source: Any, indicator: str, naming: Naming) -> str:
    data = {"value": naming.name(indicator), "population": naming.name(source.population), "per": source.per}
    return naming.say("describe.source.per_capita", **data)


def _working_days(source: Any, indicator: str, naming: Naming) -> str:
    return naming.say("describe.source.working_days_early", value=naming.name(indicator), due=source.due)


def _mean(source: Any, indicator: str, naming: Naming) -> str:
    values, data = naming.names((indicator, *source.others)), {"missing": source.missing}
    if source.weights is None:
        said = naming.say("describe.source.mean", values=values, **data)
    else:
        weights = naming.numbers(source.weights)
        said = naming.say("describe.source.mean_weighted", values=values, weights=weights, **data)
    return naming.say("describe.source.trimmed", value=said, trim=source.trim) if source.trim else said


def _weighted_index(source: Any, indicator: str, naming: Naming) -> str:
    values, weights = naming.names((indicator, *source.others)), naming.numbers(source.weights)
    return naming.say("describe.source.weighted_index", values=values, weights=weights, scale=source.scale)


def _against_mean(_source: Any, indicator: str, naming: Naming) -> str:
    return naming.say("describe.source.against_mean", value=naming.name(indicator))


SOURCE_WORDS: dict[str, Callable[[Any, str, Naming], str]] = {
    "figure": _figure,
    "growth": _growth,
    "deviation": _deviation,
    "per_capita": _per_capita,
    "working_days_early": _working_days,
    "mean": _mean,
    "weighted_index": _weighted_index,
    "against_mean": _against_mean,
}


def _full(code: str) -> Callable[[Rule], str]:
    """A rule whose sentence needs the full points alone."""
    return lambda rule: rule.say(code, full=rule.full)


def _range(rule: Rule) -> str:
    return rule.say("range", least=rule.shape.least, most=rule.shape.most)


def _balance(rule: Rule) -> str:
    start = rule.shape.start
    return rule.say("balance_full", start=rule.full) if start is None else rule.say("balance", start=start)


def _all_or_nothing(rule: Rule) -> str:
    return rule.say(f"all_or_nothing_{rule.way}", need=rule.shape.need, full=rule.full)


def _per_event(rule: Rule) -> str:
    return rule.say("per_event", each=rule.shape.each, measure=rule.naming.measure(rule.indicator))


def _per_step(rule: Rule) -> str:
    shape = rule.shape
    is_share = isinstance(shape.step, Rate)
    size = shape.step.percent if is_share else shape.step
    step = rule.say("step_points" if is_share else "step_amount", step=size)
    how = rule.say("step_whole" if shape.whole_steps else "step_any")
    data = {"start": shape.start, "each": shape.each, "step": step, "how": how}
    if not shape.first.digits:
        return rule.say(f"per_step_{rule.way}", **data)
    return rule.say(f"per_step_first_{rule.way}", first=shape.first, **data)


def _proportional(rule: Rule) -> str:
    shape = rule.shape
    code = f"proportional_target_{rule.way}" if shape.uses_target else "proportional_whole"
    said = [rule.say(code, full=rule.full, cap=shape.cap)]
    if shape.floor.ratio[0] or isinstance(shape.floor, Rate):
        said.append(rule.say("ratio_floor", floor=shape.floor))
    return JOIN.join([*said, *_zero_target(rule)])


def _zero_target(rule: Rule) -> list[str]:
    """What a target of zero means, where it is not what every rulebook says in general."""
    policy = rule.shape.zero_target
    return [] if policy is ZeroTarget.ERROR else [rule.say("zero_target", policy=policy)]


def _band(rule: Rule, band: Band) -> str:
    return rule.say("band", interval=interval_words(band, rule.naming), points=band.points)


def _outside(rule: Rule) -> str:
    otherwise = rule.shape.otherwise
    return rule.say("no_otherwise") if otherwise is None else rule.say("otherwise", points=otherwise)


def _bands(rule: Rule) -> str:
    said = [_band(rule, band) for band in rule.shape.bands]
    if rule.shape.otherwise is not None:
        said.append(_outside(rule))
    if rule.shape.no_value is not None:
        said.append(rule.say("no_value", points=rule.shape.no_value))
    return JOIN.join(said)


def _two_key_bands(rule: Rule) -> str:
    by = rule.naming.name(rule.shape.by)
    said = [rule.say("two_key", by=by)]
    for one in rule.shape.classes:
        bands = ", ".join(_band(rule, band) for band in one.bands)
        said.append(rule.say("class", by=by, interval=interval_words(one, rule.naming), bands=bands))
    return JOIN.join([*said, _outside(rule)])


def level_name(rule_levels: tuple[str, ...], index: int, naming: Naming) -> str:
    """The word of a level; its number where the indicator has no word for it."""
    if index < len(rule_levels):
        return rule_levels[index]
    return naming.say("describe.rule.level_number", number=index + 1)


def _by_level(rule: Rule) -> str:
    levels = rule.naming.levels(rule.indicator)
    return JOIN.join(
        rule.say("level", level=level_name(levels, index, rule.naming), points=points)
        for index, points in enumerate(rule.shape.points_of_levels)
    )


def _piecewise(rule: Rule) -> str:
    knots = [rule.say("knot", at=knot.at, points=knot.points) for knot in rule.shape.knots]
    return rule.say("piecewise", knots=JOIN.join(knots))


def _rank_points(rule: Rule) -> str:
    first = rule.shape.first
    said = rule.say("first_full", full=rule.full) if first is None else rule.say("first_given", first=first)
    return rule.say("rank_points", first=said, each=rule.shape.each, ties=rule.shape.ties)


def _target_and_leader(rule: Rule) -> str:
    shape = rule.shape
    data = {"share": shape.base_share, "leader": shape.leader_by, "full": rule.full}
    return JOIN.join([rule.say("target_and_leader", **data), *_zero_target(rule)])


SHAPE_WORDS: dict[str, Callable[[Rule], str]] = {
    "entry": _full("entry"),
    "range": _range,
    "pass_fail": _full("pass_fail"),
    "balance": _balance,
    "all_or_nothing": _all_or_nothing,
    "proportional": _proportional,
    "bands": _bands,
    "two_key_bands": _two_key_bands,
    "by_level": _by_level,
    "per_event": _per_event,
    "per_step": _per_step,
    "piecewise": _piecewise,
    "rank_points": _rank_points,
    "relative_to_best": lambda rule: rule.say(f"relative_{rule.way}", full=rule.full),
    "target_and_leader": _target_and_leader,
}
