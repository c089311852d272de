"""Says one step of an explanation: its title, its arithmetic in numbers, and a quiet note in plain words.

One small function a step code; the sentences are in `sentences/traces.py` under the same code. Never computes a
point: every number was kept by the run that scored, and is only written here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from thidua.core.columns import Expression, Literal, Operation, Operator, exact
from thidua.core.kinds.base import Step, Written
from thidua.core.kinds.classes import TwoKeyBands
from thidua.core.kinds.events import PerStep
from thidua.core.kinds.means import Mean
from thidua.core.kinds.sources import Difference, WorkingDaysEarly
from thidua.core.numbers import Number, Rate
from thidua.core.rulebook.adjustments import Adjustment
from thidua.core.scoring.trace import Trace
from thidua.words.expressions import is_share, write_beside, write_equation, write_expression, write_ratio
from thidua.words.language import Language
from thidua.words.readings import Reading
from thidua.words.say import say, write_list


@dataclass(frozen=True, slots=True)
class StepWords:
    """One step as people read it. `arithmetic` is empty where there is nothing to compute."""

    code: str
    title: str
    arithmetic: str
    note: str


Said = tuple[str, dict[str, object]]  # arithmetic, data of the sentences


def say_step(trace: Trace, step: Step, part: Adjustment | None, lang: Language) -> StepWords:
    """One step in words. Raises KeyError for a code that nobody taught this module: a fault of ours."""
    reading = Reading(trace, step, part, lang)
    code, (arithmetic, data) = _variant(reading), STEPS[step.code](reading)
    return StepWords(step.code, say(f"title.{step.code}", lang, **data), arithmetic, say(code, lang, **data))


_TOLD_BY_DIRECTION = ("all_or_nothing.reached", "all_or_nothing.missed", "per_step.steps", "per_step.not_passed")


def _variant(reading: Reading) -> str:
    """The step's own sentence, or the one for the unit that leads itself, or for what is better when less."""
    if reading.less_is_better and reading.step.code in _TOLD_BY_DIRECTION:
        return f"less.{reading.step.code}"
    leads = reading.step.code in ("leader.by_excess", "leader.by_result", "leader.best") and reading.leads
    if not leads:
        return reading.step.code
    return f"leads.{reading.step.code.removeprefix('leader.')}_{'together' if reading.others else 'alone'}"


def _rounded(reading: Reading) -> Said:
    places = getattr(reading.source, "percent_places", None) or 0
    rounded = write_ratio(reading["rounded"].ratio, reading.lang, percent=True, places=places).text
    left = write_expression(reading["value"].expression, reading.lang)
    return f"{left} → {rounded}" if left != rounded else rounded, {"places": places}


def _growth(reading: Reading) -> Said:
    return _change(reading, "base"), {"base": reading.number("base", percent=_is_ratio(reading))}


def _deviation(reading: Reading) -> Said:
    return _change(reading, "target"), {"target": reading.number("target", percent=_is_ratio(reading))}


def _change(reading: Reading, start: str) -> str:
    """`(31 − 20) / 20 = 55%`, or `93,1% − 90% = 3,1%` in percentage points; nothing against a base of zero."""
    value, base = reading["value"].expression, reading[start].expression
    difference = Operation(Operator.MINUS, value, base)
    if getattr(reading.source, "mode", None) is Difference.POINTS:
        return write_equation(difference, exact(difference), reading.lang, percent=_is_ratio(reading), whole=True)
    if not exact(base)[0]:
        return ""
    change = Operation(Operator.OVER, difference, base)
    return write_equation(change, exact(change), reading.lang, percent=True, whole=True)


def _is_ratio(reading: Reading) -> bool:
    return reading.indicator.kind.is_ratio


def write_timing(reading: Reading) -> str:
    """`sớm 4 ngày làm việc so với hạn 15/11/2024`."""
    source, days = reading.source, reading["days"].ratio[0]
    due = source.due if isinstance(source, WorkingDaysEarly) else date.min
    if not days:
        return say("timing.on_time", reading.lang, due=due)
    return say("timing.early" if days > 0 else "timing.late", reading.lang, days=abs(days), due=due)


def _working_days(reading: Reading) -> Said:
    timing = write_timing(reading)
    return "", {"timing": timing[0].upper() + timing[1:]}


def _limit(reading: Reading) -> Said:
    value, limit = write_beside(reading["value"].ratio, reading["limit"].ratio, reading.lang, percent=False)
    name = reading.text("name") if reading.has("name") else ""
    return reading.against("value", "limit", percent=False), {"value": value, "limit": limit, "name": name}


def _base(reading: Reading) -> Said:
    return reading.equation("points"), {}


def _adjustment(reading: Reading) -> Said:
    basis = reading.part.legal_basis if reading.part else ""
    basis_said = say("trace.basis", reading.lang, basis=basis) if basis else ""
    data: dict[str, object] = {"name": reading.text("name"), "points": reading.points("points"), "basis": basis_said}
    return reading.equation("points"), data


def _coefficient(reading: Reading) -> Said:
    return _product(reading, "points", "factor"), {"factor": reading.number("factor")}


def _product(reading: Reading, one: str, other: str) -> str:
    line = Operation(Operator.TIMES, reading[one].expression, reading[other].expression)
    return write_equation(line, exact(line), reading.lang, whole=True)


def _months(reading: Reading) -> Said:
    year = Operation(Operator.OVER, reading["months"].expression, Literal(Number(12)))
    line = Operation(Operator.TIMES, Literal(reading.trace.criterion.points), year)
    data: dict[str, object] = {"months": reading.number("months"), "full": reading.points("full")}
    return write_equation(line, exact(line), reading.lang), data


def _stricter(reading: Reading) -> Said:
    return "", {"target": reading.number("target", percent=reading.percent("target"))}


def _level(reading: Reading) -> Said:
    return "", {"points": reading.points("points")}


def _piece(reading: Reading) -> Said:
    percent = reading.percent("value", "low", "high")
    low, high = reading.number("low", percent=percent), reading.number("high", percent=percent)
    value = _seen_among([reading["low"], reading["high"]], reading, percent=percent)
    data = {"low": low, "high": high, "start": reading.points("start"), "end": reading.points("end")}
    return f"{low} ≤ {value} ≤ {high}", dict(data)


def _flat(reading: Reading) -> Said:
    return reading.equation("value", percent=reading.percent("value")), {"points": reading.points("points")}


def _place(reading: Reading) -> Said:
    return "", {"place": reading.number("place"), "of": reading.number("of")}


def _against_mean(reading: Reading) -> Said:
    line = Operation(Operator.MINUS, reading["value"].expression, reading["mean"].expression)
    return write_equation(line, exact(line), reading.lang, percent=True), {"mean": reading.number("mean", percent=True)}


def _mean(reading: Reading) -> Said:
    line = Operation(Operator.OVER, reading["sum"].expression, reading["size"].expression)
    return write_equation(line, exact(line), reading.lang, percent=_is_ratio(reading)), {}


def _trimmed(reading: Reading) -> Said:
    count = reading.source.trim if isinstance(reading.source, Mean) else 0
    return "", {"count": count}


def _too_few(reading: Reading) -> Said:
    return "", {"size": reading.number("size")}


def _index(reading: Reading) -> Said:
    return reading.equation("index"), {}


def _per_capita(reading: Reading) -> Said:
    product = Operation(Operator.TIMES, reading["value"].expression, reading["per"].expression)
    line = Operation(Operator.OVER, product, reading["population"].expression)
    return write_equation(line, exact(line), reading.lang), {"per": reading.number("per")}


def _class_of_units(reading: Reading) -> Said:
    leaf = reading.trace.criterion.leaf
    shape = reading.part.shape if reading.part else leaf.shape if leaf else None
    by = shape.by if isinstance(shape, TwoKeyBands) else ""
    name = next((one.indicator.name for one in reading.trace.inputs if one.indicator.code == by), by)
    return "", {"indicator": name, "key": reading.number("key")}


def _full(reading: Reading) -> Said:
    return "", {"full": reading.points("full")}


def _nothing(_reading: Reading) -> Said:
    return "", {}


def _need(reading: Reading) -> Said:
    percent = reading.percent("value", "need")
    data: dict[str, object] = {"need": reading.number("need", percent=percent)}
    if reading.has("full"):
        data["full"] = reading.points("full")
    return reading.against("value", "need", percent=percent), data


def _band(reading: Reading) -> Said:
    percent = reading.percent("value", "low", "high")
    ends = [name for name in ("low", "high") if reading.has(name)]
    value = _seen_among([reading[name] for name in ends], reading, percent=percent)
    low = f"{reading.number('low', percent=percent)} {_turned(reading.text('low_sign'))} " if "low" in ends else ""
    high = f" {reading.text('high_sign')} {reading.number('high', percent=percent)}" if "high" in ends else ""
    return f"{low}{value}{high}", {"points": reading.points("points"), "interval": write_interval(reading)}


def _turned(sign: str) -> str:
    return "≤" if sign == "≥" else "<"


def _seen_among(ends: list[Written], reading: Reading, *, percent: bool) -> str:
    """The value with enough digits to see its side of every end of its band."""
    value = reading["value"].ratio
    texts = [write_beside(value, end.ratio, reading.lang, percent=percent)[0] for end in ends]
    return max([*texts, write_ratio(value, reading.lang, percent=percent).text], key=len)


def write_interval(reading: Reading) -> str:
    """`từ 97% đến dưới 98%`: a band in the words of a regulation."""
    percent, lang = reading.percent("value", "low", "high"), reading.lang
    words: list[str] = []
    if reading.has("low"):
        inside = reading.text("low_sign") == "≥"
        code = (
            "interval.from" if inside and reading.has("high") else "interval.at_least" if inside else "interval.above"
        )
        words.append(say(code, lang, end=reading.number("low", percent=percent)))
    if reading.has("high"):
        code = "up_to" if reading.text("high_sign") == "≤" else "below"
        words.append(
            say(f"interval.{code if words else 'only_' + code}", lang, end=reading.number("high", percent=percent))
        )
    return " ".join(words) or say("interval.any", lang)


def _outside(reading: Reading) -> Said:
    return reading.equation("value", percent=reading.percent("value")), {"points": reading.points("points")}


def _no_value(reading: Reading) -> Said:
    return "", {"points": reading.points("points")}


def _steps(reading: Reading) -> Said:
    shape, percent = _per_step(reading), reading.percent("value", "start")
    counted = "steps.whole" if shape is not None and shape.whole_steps else "steps.any"
    data = {"start": reading.number("start", percent=percent), "counted": reading.number("counted")}
    line = write_equation(reading["steps"].expression, reading["steps"].ratio, reading.lang)
    return line, {**data, "how": say(counted, reading.lang)}


def _per_step(reading: Reading) -> PerStep | None:
    leaf = reading.trace.criterion.leaf
    shape = reading.part.shape if reading.part else leaf.shape if leaf else None
    return shape if isinstance(shape, PerStep) else None


def _not_passed(reading: Reading) -> Said:
    percent = reading.percent("value", "start")
    return reading.against("value", "start", percent=percent), {"start": reading.number("start", percent=percent)}


def _of_limit(reading: Reading) -> Said:
    return reading.against("value", "limit", percent=True), {"limit": reading.number("limit", percent=True)}


def _met(reading: Reading) -> Said:
    return "", {"base": reading.points("base")}


def _below(reading: Reading) -> Said:
    percent = reading.percent("value", "target")
    return reading.against("value", "target", percent=percent), {"target": reading.number("target", percent=percent)}


def _excess(reading: Reading) -> Said:
    """`(8/12 − 5%) / 5%`: the distance from the target towards the better side, in sizes of the target."""
    value, target = reading["value"].expression, reading["target"].expression
    ends = (target, value) if reading.less_is_better else (value, target)
    size = target if exact(target)[0] > 0 else _negated(target)
    line = Operation(Operator.OVER, Operation(Operator.MINUS, *ends), size)
    return write_equation(line, reading["excess"].ratio, reading.lang, whole=True), {"excess": reading.number("excess")}


def _negated(expression: Expression) -> Expression:
    match expression:
        case Literal(value=Rate() as rate):
            return Literal(Rate(Number(-rate.percent.digits, rate.percent.places)))
        case Literal(value=Number() as number):
            return Literal(Number(-number.digits, number.places))
    return Operation(Operator.MINUS, Literal(Number(0)), expression)


def _leaders(name: str, *, times: bool) -> Callable[[Reading], Said]:
    """The best of the cluster: who, and with how much."""

    def said(reading: Reading) -> Said:
        numerator, denominator = reading[name].ratio
        percent = not times and reading.percent(name)
        top = write_ratio((abs(numerator), denominator), reading.lang, percent=percent)
        who = write_list(reading.others or reading.named, reading.lang)
        return _top_line(reading, name, percent=percent), {"units": who, "top": top.text}

    return said


def _top_line(reading: Reading, name: str, *, percent: bool) -> str:
    """The best unit's arithmetic; nothing where the number stands in the note already."""
    expression, ratio = reading[name].expression, reading[name].ratio
    idle = isinstance(expression, Literal) and not is_share(expression)
    return "" if idle or ratio[0] < 0 else write_equation(expression, ratio, reading.lang, percent=percent)


STEPS: dict[str, Callable[[Reading], Said]] = {
    "source.rounded": _rounded,
    "source.growth": _growth,
    "source.deviation": _deviation,
    "source.working_days": _working_days,
    "limit.adjustment_cap": _limit,
    "limit.deduction_cap": _limit,
    "limit.bonus_cap": _limit,
    "limit.cap": _limit,
    "limit.floor": _limit,
    "leaf.base": _base,
    "leaf.coefficient": _coefficient,
    "leaf.months": _months,
    "leaf.stricter": _stricter,
    "leaf.alternative": _adjustment,
    "leaf.deduction": _adjustment,
    "leaf.bonus": _adjustment,
    "pass_fail.passed": _full,
    "pass_fail.failed": _nothing,
    "all_or_nothing.reached": _need,
    "all_or_nothing.missed": _need,
    "bands.held": _band,
    "bands.otherwise": _outside,
    "bands.no_value": _no_value,
    "per_step.steps": _steps,
    "per_step.not_passed": _not_passed,
    "proportional.capped": _of_limit,
    "proportional.below_floor": _of_limit,
    "leader.met": _met,
    "leader.below": _below,
    "leader.excess": _excess,
    "leader.by_excess": _leaders("top", times=True),
    "leader.by_result": _leaders("top", times=False),
    "leader.best": _leaders("value", times=False),
    "leader.group_of_one": _nothing,
    "by_level.level": _level,
    "piecewise.between": _piece,
    "piecewise.flat": _flat,
    "rank_points.place": _place,
    "source.against_mean": _against_mean,
    "source.mean": _mean,
    "source.trimmed": _trimmed,
    "source.too_few_to_trim": _too_few,
    "source.weighted_index": _index,
    "source.per_capita": _per_capita,
    "two_key_bands.class": _class_of_units,
}
