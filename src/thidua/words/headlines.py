"""The first sentence of an explanation: what was reported, what the rule made of it, as one officer tells another.

One small function a rule kind. Everything that it says is in the trace; nothing is computed again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from thidua.core.columns import compare
from thidua.core.kinds.events import PerEvent
from thidua.core.kinds.proportional import Of, Proportional
from thidua.core.kinds.sources import Figure
from thidua.core.numbers import Counts, Mean, Number, Rate, Value
from thidua.core.rulebook.schema import Direction, FigureKind, Indicator, Missing, StricterOf
from thidua.core.scoring.figures import FigureValue, Level
from thidua.core.scoring.trace import Trace, TraceInput
from thidua.core.states import State
from thidua.words.expressions import write_points, write_ratio
from thidua.words.language import Language
from thidua.words.numbers import write_date, write_number
from thidua.words.readings import Reading
from thidua.words.say import say
from thidua.words.steps import STEPS, write_interval, write_timing

Data = dict[str, object]


def write_figure(value: FigureValue, indicator: Indicator, lang: Language) -> str:
    """A figure with what it counts: `8/12 mô hình (66,67%)`, `93,1%`, `4 vụ`, `đạt`, `05/12/2024`."""
    if isinstance(value, bool):
        return say(f"verdict.{'passed' if value else 'failed'}", lang)
    if isinstance(value, Level):
        return value.word
    if isinstance(value, date):
        return write_date(value)
    if indicator.kind is FigureKind.LEVEL and isinstance(value, Number) and value.digits < len(indicator.levels):
        return indicator.levels[value.digits]
    text = write_number(value, lang)
    if isinstance(value, Rate):
        return text
    measure = say("measure.points", lang) if indicator.kind is FigureKind.POINTS else indicator.measure
    text = f"{text} {measure}" if measure else text
    if isinstance(value, Mean):
        text += f" (≈ {write_ratio(value.ratio, lang, percent=value.is_rate, places=2).text})"
    if isinstance(value, Counts) and value.denominator:
        text += f" ({write_ratio(value.ratio, lang, percent=True, places=2).text})"
    return text


def write_target(value: Number | Rate, indicator: Indicator, lang: Language) -> str:
    """A target with what it counts: `75%`, `1.438 hồ sơ`."""
    text = write_number(value, lang)
    return text if isinstance(value, Rate) or not indicator.measure else f"{text} {indicator.measure}"


def say_headline(trace: Trace, lang: Language) -> str:
    """Two or three sentences at most: the state or the rule's judgement, then what was added, taken off and limited."""
    if trace.state is not State.REPORTED:
        return _by_state(trace, lang)
    judged = _judgement(trace, lang)
    changes = list(_changes(trace, lang))
    if not changes and trace.scaled_from is None:
        return judged
    result = say("headline.result", lang, points=_printed(trace.points, lang), maximum=_full(trace, lang))
    if trace.scaled_from is not None:
        changes.append(say("headline.scaled", lang, points=_printed(trace.scaled_from, lang)))
    return " ".join([judged, *changes, result])


def _by_state(trace: Trace, lang: Language) -> str:
    data: Data = {"unit": trace.unit.brief, "points": _printed(trace.points, lang)}
    if trace.state is State.MISSING:
        waited = [say("trace.quoted", lang, name=one.indicator.name) for one in trace.inputs if _is_missing(one)]
        code = "headline.missing_is_zero" if trace.missing is Missing.ZERO else "headline.missing"
        return say(code, lang, indicators=waited, **data)
    state = say(f"headline.{trace.state.word}", lang, **data)
    return f"{state} {say(f'headline.mode_{trace.not_assigned.value}', lang, **data)}"


def _is_missing(one: TraceInput) -> bool:
    return one.chosen is None or one.chosen.state is State.MISSING


def _judgement(trace: Trace, lang: Language) -> str:
    leaf = trace.criterion.leaf
    if leaf is None:
        return ""
    own = trace.inputs[0]
    data: Data = {
        "unit": trace.unit.brief,
        "opening": _opening(trace, own, lang),
        "base": _base_points(trace, lang),
        "full": _full(trace, lang),
    }
    code, more = JUDGEMENTS.get(leaf.shape.name, _plainly)(trace, lang)
    return say(code, lang, **data, **more)


def _opening(trace: Trace, own: TraceInput, lang: Language) -> str:
    """`Công an Tây Ninh đạt 8/12 mô hình (66,67%)`, with the change or the timing that the rule judges."""
    made = _found(trace, lang, "source.mean", "source.weighted_index")
    if made is not None:
        value = STEPS[made.step.code](made)[0].rpartition(" ")[2]
        return say(f"opening.{made.step.code.removeprefix('source.')}", lang, unit=trace.unit.brief, value=value)
    figure = own.chosen
    if figure is None or figure.value is None:
        return trace.unit.brief
    value = write_figure(figure.value, own.indicator, lang)
    return say(_way_of(figure.value, own.indicator), lang, unit=trace.unit.brief, value=value) + _drawn(trace, lang)


def _way_of(value: FigureValue, indicator: Indicator) -> str:
    if isinstance(value, date):
        return "opening.day"
    if indicator.kind is FigureKind.LEVEL:
        return "opening.level"
    return "opening.less" if indicator.direction is Direction.LESS else "opening.more"


def _drawn(trace: Trace, lang: Language) -> str:
    """What the source made of the figure, where it is not the figure itself."""
    for code, drawn in _DRAWN.items():
        reading = _found(trace, lang, code)
        if reading is not None:
            return f", {drawn(reading, lang)}"
    return ""


def _per_capita(reading: Reading, lang: Language) -> str:
    arithmetic, data = STEPS[reading.step.code](reading)
    return say("drawn.per_capita", lang, value=arithmetic.rpartition(" ")[2], **data)


def _grown(reading: Reading, lang: Language) -> str:
    return _compared(reading, "base", lang)


def _deviated(reading: Reading, lang: Language) -> str:
    return _compared(reading, "target", lang)


def _beside_mean(reading: Reading, lang: Language) -> str:
    return _compared(reading, "mean", lang)


def _timed(reading: Reading, _lang: Language) -> str:
    return write_timing(reading)


def _compared(reading: Reading, start: str, lang: Language) -> str:
    """`tăng 12% so với số gốc 1.000`; the change is the result of the step's arithmetic."""
    order = compare(reading["value"].ratio, reading[start].ratio)
    arithmetic = STEPS[reading.step.code](reading)[0]
    if order and not arithmetic:
        return say("drawn.not_formed", lang)
    change = arithmetic.rpartition(" ")[2].removeprefix("−")
    if change.endswith("%") and not reading.is_relative_change:
        change = say("drawn.percentage_points", lang, change=change.removesuffix("%"))
    shown = reading.number(start, percent=reading.indicator.kind.is_ratio or start == "mean")
    way = ("lower", "level", "higher")[order + 1]
    return say(f"drawn.{start}_{way}", lang, start=shown, change=change)


_DRAWN: dict[str, Callable[[Reading, Language], str]] = {
    "source.growth": _grown,
    "source.deviation": _deviated,
    "source.against_mean": _beside_mean,
    "source.per_capita": _per_capita,
    "source.working_days": _timed,
}


def _changes(trace: Trace, lang: Language) -> list[str]:
    """What a factor, bonuses, deductions and limits did after the main rule, one short sentence each."""
    codes = [step.code for step in trace.steps]
    after = codes.index("leaf.base") if "leaf.base" in codes else 0
    pairs = list(zip(trace.steps, trace.parts, strict=True))[after:]
    return [_change(Reading(trace, step, part, lang)) for step, part in pairs if step.code in _CHANGES]


def _change(reading: Reading) -> str:
    data = {name: reading.points(name) for name in ("points", "limit") if reading.has(name)}
    if reading.has("name"):
        data["name"] = reading.text("name")
    if reading.has("factor"):
        data["factor"] = reading.number("factor")
    return say(_CHANGES[reading.step.code], reading.lang, **data)


_CHANGES = {
    "leaf.coefficient": "headline.factor",
    "leaf.deduction": "headline.deduction",
    "leaf.bonus": "headline.bonus",
    "limit.deduction_cap": "headline.deduction_cap",
    "limit.bonus_cap": "headline.bonus_cap",
    "limit.cap": "headline.cap",
    "limit.floor": "headline.floor",
}


def _base_points(trace: Trace, lang: Language) -> str:
    step = next((one for one in trace.steps if one.code == "leaf.base"), None)
    if step is None:
        return _printed(trace.points, lang)
    return write_points(Reading(trace, step, None, lang)["points"].ratio, trace.points.places, lang)


def _printed(points: Number, lang: Language) -> str:
    return write_number(points.normalised(), lang)


def _full(trace: Trace, lang: Language) -> str:
    """The points of the criterion, or the part of them for the months for which the task was given."""
    leaf = trace.criterion.leaf
    return write_number(trace.maximum.normalised() if leaf and leaf.months else trace.criterion.points, lang)


def _found(trace: Trace, lang: Language, *codes: str) -> Reading | None:
    """The base rule's step with one of these codes."""
    for step, part in zip(trace.steps, trace.parts, strict=True):
        if step.code in codes and part is None:
            return Reading(trace, step, None, lang)
    return None


def _data_of(reading: Reading) -> Data:
    """What the step's own sentences say, for the headline to say again."""
    return STEPS[reading.step.code](reading)[1]


def _entered(trace: Trace, lang: Language) -> tuple[str, Data]:
    leaf, chosen = trace.criterion.leaf, trace.inputs[0].chosen
    if leaf is None or not isinstance(leaf.source, Figure):
        return "headline.base", {}
    value = chosen.value if chosen else None
    shown = write_number(value, lang) if isinstance(value, Value) else ""
    return f"headline.entered_{chosen.stage.value if chosen else 'self'}", {"value": shown}


def _plainly(_trace: Trace, _lang: Language) -> tuple[str, Data]:
    return "headline.base", {}


def _pass_fail(trace: Trace, lang: Language) -> tuple[str, Data]:
    return ("headline.passed" if _found(trace, lang, "pass_fail.passed") else "headline.failed"), {}


def _all_or_nothing(trace: Trace, lang: Language) -> tuple[str, Data]:
    reading = _found(trace, lang, "all_or_nothing.reached", "all_or_nothing.missed")
    if reading is None:
        return "headline.base", {}
    way = "less" if reading.less_is_better else "more"
    done = "reached" if reading.step.code == "all_or_nothing.reached" else "missed"
    return f"headline.all_{done}_{way}", {"need": _data_of(reading)["need"]}


def _proportional(trace: Trace, lang: Language) -> tuple[str, Data]:
    leaf, reading = trace.criterion.leaf, _found(trace, lang, "proportional.capped", "proportional.below_floor")
    of_whole = leaf is not None and isinstance(leaf.shape, Proportional) and leaf.shape.of is Of.WHOLE
    limit: Data = {"limit": _data_of(reading)["limit"]} if reading else {}
    way = "plain" if reading is None else reading.step.code.removeprefix("proportional.")
    if of_whole:
        return f"headline.whole_{way}", limit
    target = _target(trace, lang)
    return (f"headline.ratio_{way}" if target else "headline.base"), {"target": target, **limit}


def _target(trace: Trace, lang: Language) -> str:
    leaf, own = trace.criterion.leaf, trace.inputs[0]
    stricter = _found(trace, lang, "leaf.stricter")
    if stricter is not None:
        return str(_data_of(stricter)["target"])
    written = leaf.target if leaf is not None else None
    if written is not None and not isinstance(written, StricterOf):
        return write_target(written, own.indicator, lang)
    given = own.target.value if own.target else None
    return "" if given is None else write_target(given, own.indicator, lang)


def _balance(_trace: Trace, _lang: Language) -> tuple[str, Data]:
    return "headline.balance", {}


def _bands(trace: Trace, lang: Language) -> tuple[str, Data]:
    if _found(trace, lang, "bands.no_value"):
        return "headline.no_value", {}
    reading = _found(trace, lang, "bands.held")
    if reading is None:
        return "headline.no_band", {}
    return "headline.band", {"interval": write_interval(reading)}


def _per_event(trace: Trace, lang: Language) -> tuple[str, Data]:
    leaf = trace.criterion.leaf
    each = leaf.shape.each if leaf is not None and isinstance(leaf.shape, PerEvent) else Number(0)
    return "headline.per_event", {"each": write_number(each, lang)}


def _per_step(trace: Trace, lang: Language) -> tuple[str, Data]:
    reading = _found(trace, lang, "per_step.steps", "per_step.not_passed")
    if reading is None:
        return "headline.base", {}
    data = {name: value for name, value in _data_of(reading).items() if name in ("start", "counted")}
    way = "less" if reading.less_is_better else "more"
    return f"headline.{reading.step.code.replace('.', '_')}_{way}", data


def _target_and_leader(trace: Trace, lang: Language) -> tuple[str, Data]:
    target: Data = {"target": _target(trace, lang)}
    if _found(trace, lang, "leader.met"):
        return "headline.met", target
    if _found(trace, lang, "leader.below"):
        return "headline.below", target
    leader = _found(trace, lang, "leader.by_excess", "leader.by_result")
    if leader is None:
        return _relative(trace, lang) if _found(trace, lang, "leader.best") else ("headline.short_of_zero", target)
    measure = leader.step.code.removeprefix("leader.by_")
    way = say("way.better" if leader.less_is_better else "way.beyond", lang, target=target["target"])
    if leader.leads:
        return f"headline.leads_{measure}", {"way": way}
    return f"headline.beyond_{measure}", {"way": way, "units": _data_of(leader)["units"]}


def _relative(trace: Trace, lang: Language) -> tuple[str, Data]:
    best = _found(trace, lang, "leader.best")
    if best is None:
        return "headline.base", {}
    if best.leads:
        return "headline.is_best", {}
    data = _data_of(best)
    return "headline.than_best", {"units": data["units"], "top": data["top"]}


def _place(trace: Trace, lang: Language) -> tuple[str, Data]:
    reading = _found(trace, lang, "rank_points.place")
    return ("headline.base", {}) if reading is None else ("headline.place", _data_of(reading))


def _line(_trace: Trace, _lang: Language) -> tuple[str, Data]:
    return "headline.line", {}


JUDGEMENTS: dict[str, Callable[[Trace, Language], tuple[str, Data]]] = {
    "entry": _entered,
    "range": _entered,
    "pass_fail": _pass_fail,
    "balance": _balance,
    "all_or_nothing": _all_or_nothing,
    "proportional": _proportional,
    "bands": _bands,
    "per_event": _per_event,
    "per_step": _per_step,
    "target_and_leader": _target_and_leader,
    "relative_to_best": _relative,
    "two_key_bands": _bands,
    "rank_points": _place,
    "piecewise": _line,
}
