"""A trace as people read it: what was reported, how the rule turned it into points, and how sure the result is.

Owns the shape of an explanation; the command, the score sheet and the screen print the same one. Computes nothing:
each number comes from the run that scored.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thidua.core.columns import Literal
from thidua.core.kinds.base import Step
from thidua.core.numbers import Counts, Number, Rate
from thidua.core.rulebook.adjustments import Adjustment, BestOf
from thidua.core.rulebook.schema import DEFAULT_ORDER, Applied, Indicator, Missing, NotAssigned, Secrecy
from thidua.core.scoring.figures import Figure, Nature, Target
from thidua.core.scoring.trace import Trace, TraceInput
from thidua.core.states import State
from thidua.words.expressions import write_final_line, write_ratio
from thidua.words.headlines import say_headline, write_figure, write_target
from thidua.words.language import Language
from thidua.words.numbers import write_date, write_number
from thidua.words.periods import say_made_of
from thidua.words.say import say, write_list, write_place
from thidua.words.steps import StepWords, say_step


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one criterion gave one unit its points.

    points: printed with all decimals, or the state in words where there are none · arithmetic: the whole calculation
    on one line, empty where the state gives the points · is_plain: nothing was calculated, the number was taken as
    it is · marks: what keeps the points from being final or real, each a sentence · depends_on: names of other units.
    """

    unit: str
    criterion: str
    name: str
    points: str
    maximum: str
    state: State
    headline: str
    steps: tuple[StepWords, ...]
    arithmetic: str
    is_plain: bool
    marks: tuple[str, ...]
    depends_on: tuple[str, ...]
    provisional: bool
    waits_for_appraisal: bool
    illustrative: bool

    @property
    def arithmetic_before(self) -> str:
        """The calculation up to its last sign, so that the result after it can be set in bold."""
        return self.arithmetic[: self.arithmetic.rindex(" ")] if self.arithmetic else ""

    @property
    def arithmetic_result(self) -> str:
        """The printed points at the end of the calculation."""
        return self.arithmetic.rpartition(" ")[2]

    @property
    def has_points(self) -> bool:
        """Whether a number stands there, and not a state."""
        return self.points[-1:].isdigit()


def explain_in_words(trace: Trace, lang: Language) -> Explanation:
    """The whole explanation of a trace."""
    trace = _without_secret_words(trace)
    scored = trace.state is State.REPORTED
    return Explanation(
        unit=trace.unit.name,
        criterion=trace.criterion.code,
        name=criterion_name(trace, lang),
        points=write_score(trace, lang),
        maximum=write_number(trace.maximum.normalised(), lang),
        state=trace.state,
        headline=say_headline(trace, lang),
        steps=(*_given(trace, lang), *(_worked(trace, lang) if scored else ())),
        arithmetic=_final_line(trace, lang),
        is_plain=trace.expression is None or isinstance(trace.expression, Literal),
        marks=tuple(_marks(trace, lang)),
        depends_on=tuple(unit.brief for unit in trace.depends_on),
        provisional=trace.provisional,
        waits_for_appraisal=trace.waits_for_appraisal,
        illustrative=is_illustrative(trace),
    )


def render_explanation(explanation: Explanation, lang: Language, width: int = 100) -> str:
    """The explanation as lines of text for a terminal or a message."""
    head = say("trace.title", lang, code=explanation.criterion, name=explanation.name, unit=explanation.unit)
    lines = [head, write_of_maximum(explanation, lang), "", *textwrap.wrap(explanation.headline, width)]
    for number, step in enumerate(explanation.steps, start=1):
        lines += ["", f"{number}. {step.title}"]
        lines += [f"   {step.arithmetic}"] if step.arithmetic else []
        lines += textwrap.wrap(step.note, width, initial_indent="   ", subsequent_indent="   ")
    if not explanation.is_plain:
        lines += ["", explanation.arithmetic]
    for mark in explanation.marks:
        lines += ["", *textwrap.wrap(mark, width)]
    return "\n".join(lines) + "\n"


def write_score(trace: Trace, lang: Language) -> str:
    """The points with all their decimals, or the state where no points stand for it."""
    counted = trace.missing is Missing.ZERO if trace.state is State.MISSING else _counts(trace)
    if trace.state is State.REPORTED or counted:
        return write_number(trace.points, lang, trace.points.places)
    return say(f"points.{trace.state.word}", lang)


def write_of_maximum(explanation: Explanation, lang: Language) -> str:
    """`16,49 trên 20 điểm`, or the state alone."""
    if not explanation.has_points:
        return explanation.points
    return say("trace.points", lang, points=explanation.points, maximum=explanation.maximum)


def _counts(trace: Trace) -> bool:
    return trace.not_assigned is not NotAssigned.EXCLUDE


def criterion_name(trace: Trace, lang: Language) -> str:
    """The criterion's words, or that they stay inside where the rulebook shows the code only."""
    if trace.criterion.secrecy is Secrecy.CODE_ONLY:
        return say("trace.code_only", lang)
    return trace.criterion.name


def _without_secret_words(trace: Trace) -> Trace:
    """Indicators by their codes where the rulebook shows the code of the criterion only."""
    if trace.criterion.secrecy is not Secrecy.CODE_ONLY:
        return trace
    coded = (replace(one, indicator=replace(one.indicator, name=one.indicator.code)) for one in trace.inputs)
    return replace(trace, inputs=tuple(coded))


def is_illustrative(trace: Trace) -> bool:
    """Whether a figure or target that the points hang on stands in for one that was not reported."""
    origins = [given.origin for one in trace.inputs for given in (one.chosen, one.target) if given is not None]
    return any(origin.nature is Nature.ILLUSTRATIVE for origin in origins)


def _given(trace: Trace, lang: Language) -> Iterator[StepWords]:
    """What the points were made from: each figure with what every stage said, and the target."""
    for one in trace.inputs:
        yield _figure_step(one, lang)
        yield from _target_step(trace, one, lang)


def _figure_step(one: TraceInput, lang: Language) -> StepWords:
    chosen = one.chosen
    if chosen is None or chosen.value is None:
        word = State.MISSING.word if chosen is None else chosen.state.word
        title = say(f"title.figure_{word}", lang, indicator=one.indicator.name)
        return StepWords("figure", title, "", "" if chosen is None else _figure_note(chosen, one, lang))
    title = say(f"title.figure_{chosen.stage.value}", lang, indicator=one.indicator.name)
    return StepWords("figure", title, _figure_line(chosen, one.indicator, lang), _figure_note(chosen, one, lang))


def _figure_note(chosen: Figure, one: TraceInput, lang: Language) -> str:
    """What the other stages said, in one sentence where all agree, and the source of the figure that counts."""
    others = [figure for figure in one.said if figure is not chosen]
    details = [*say_made_of(chosen, one.indicator, lang), *_details(chosen, lang)]
    if others and all(figure.value == chosen.value for figure in others):
        agreed = [say(f"stage.{figure.stage.value}", lang) for figure in others]
        return _sentence([say("said.all_agree", lang, stages=agreed), *details])
    return " ".join([*(_said(figure, chosen, one, lang) for figure in others), _sentence(details)]).strip()


def _figure_line(figure: Figure, indicator: Indicator, lang: Language) -> str:
    """`8/12 mô hình ≈ 66,67%`, `4 lần`, `đạt`, `05/12/2024`."""
    value = figure.value
    if isinstance(value, Counts) and value.denominator:
        result = write_ratio(value.ratio, lang, percent=True)
        counted = f"{write_number(value, lang)} {indicator.measure}".rstrip()
        return f"{counted} {result.sign} {result.text}"
    return "" if value is None else write_figure(value, indicator, lang)


def _said(figure: Figure, chosen: Figure, one: TraceInput, lang: Language) -> str:
    """What another stage said; by whom, when and why, where that is not what is said of the figure that counts."""
    if figure.value is None:
        said = say(f"said.{figure.state.word}", lang)
    else:
        said = write_figure(figure.value, one.indicator, lang)
    answers = _answering(figure, lang)
    if answers == _answering(chosen, lang):
        answers = []
    return _sentence([say(f"said.{figure.stage.value}", lang, said=said), *answers])


def _details(figure: Figure, lang: Language) -> list[str]:
    """Who answers for a figure, since when, by which document, in which cell."""
    origin = figure.origin
    details = [
        *_answering(figure, lang),
        say("said.source", lang, source=origin.source) if origin.source else "",
        say("said.evidence", lang, evidence=origin.evidence) if origin.evidence else "",
        say("said.cell", lang, cell=origin.place) if write_place(origin.place) else "",
        say("said.illustrative", lang) if origin.nature is Nature.ILLUSTRATIVE else "",
    ]
    return [detail for detail in details if detail]


def _answering(figure: Figure, lang: Language) -> list[str]:
    """Who decided on a figure, when and for which reason."""
    origin = figure.origin
    answers = [
        say("said.by", lang, who=origin.appraiser) if origin.appraiser else "",
        say("said.on", lang, day=origin.decided_on) if origin.decided_on else "",
        origin.reason,
    ]
    return [answer for answer in answers if answer]


def _sentence(parts: list[str]) -> str:
    """Parts as one sentence; nothing for none."""
    text = "; ".join(parts).rstrip(".")
    return f"{text[0].upper()}{text[1:]}." if text else ""


def _target_step(trace: Trace, one: TraceInput, lang: Language) -> Iterator[StepWords]:
    leaf = trace.criterion.leaf
    if leaf is None or not leaf.uses_target or one.indicator.code != leaf.indicator:
        return
    title = say("title.target", lang)
    if isinstance(leaf.target, (Number, Rate)):
        shown = write_target(leaf.target, one.indicator, lang)
        yield StepWords("target", title, "", say("target.of_rulebook", lang, target=shown))
    elif leaf.target is not None:
        return  # the stricter of several has a step of its own
    elif one.target is None or one.target.value is None:
        yield StepWords("target", title, "", say("target.none", lang))
    else:
        yield StepWords("target", title, "", _target_note(one.target, one, lang))


def _target_note(target: Target, one: TraceInput, lang: Language) -> str:
    shown = write_target(target.value, one.indicator, lang) if target.value is not None else ""
    details = [
        say("target.given", lang, target=shown),
        say("target.document", lang, document=target.document) if target.document else "",
        say("target.since", lang, day=write_date(target.valid_from)) if target.valid_from else "",
        say("said.source", lang, source=target.origin.source) if target.origin.source else "",
        say("said.cell", lang, cell=write_place(target.origin.place)) if write_place(target.origin.place) else "",
        say("said.illustrative", lang) if target.origin.nature is Nature.ILLUSTRATIVE else "",
    ]
    return _sentence([detail for detail in details if detail])


def _worked(trace: Trace, lang: Language) -> tuple[StepWords, ...]:
    """The steps of the run in the order in which the rulebook applies them."""
    leaf = trace.criterion.leaf
    pairs = list(zip(trace.steps, trace.parts, strict=True))
    base = [pair for pair in pairs if _applied(*pair, trace) is None]
    later = [
        pair for step in (leaf.order if leaf else DEFAULT_ORDER) for pair in pairs if _applied(*pair, trace) is step
    ]
    if not later:
        base = [pair for pair in base if pair[0].code != "leaf.base"]  # the last line says the same
    return tuple(say_step(trace, step, part, lang) for step, part in [*base, *later])


def _applied(step: Step, part: Adjustment | None, trace: Trace) -> Applied | None:
    """The step of the rulebook's order to which a step belongs; None for the base rule."""
    leaf = trace.criterion.leaf
    if step.code in _STEP_OF:
        return _STEP_OF[step.code]
    if leaf is None or (part is None and step.code != "limit.adjustment_cap"):
        return None
    names = [step.data.get("name"), part.name if part else None]
    deducted = [one.name for one in leaf.deductions]
    deducted += [each.name for one in leaf.deductions if isinstance(one, BestOf) for each in one.alternatives]
    return Applied.DEDUCTIONS if any(name in deducted for name in names) else Applied.BONUSES


_STEP_OF = {
    "limit.cap": Applied.LIMIT,
    "limit.floor": Applied.LIMIT,
    "limit.deduction_cap": Applied.DEDUCTIONS,
    "leaf.deduction": Applied.DEDUCTIONS,
    "limit.bonus_cap": Applied.BONUSES,
    "leaf.bonus": Applied.BONUSES,
}


def _final_line(trace: Trace, lang: Language) -> str:
    if trace.expression is None:
        return ""
    return write_final_line(trace.expression, trace.scaled_from or trace.points, lang)


def _marks(trace: Trace, lang: Language) -> Iterator[str]:
    if trace.scaled_from is not None:
        before, after = (write_number(one, lang, one.places) for one in (trace.scaled_from, trace.points))
        yield say("mark.scaled", lang, before=before, after=after)
    if trace.waits_for_appraisal:
        yield say("mark.waits", lang)
    lacks = any(one.chosen is not None and one.chosen.lacking for one in trace.inputs)
    if lacks:
        yield say("mark.periods_lack", lang)
    others = write_list([unit.brief for unit in trace.depends_on], lang)
    if others:
        yield say("mark.depends_open" if trace.provisional else "mark.depends", lang, units=others)
    elif trace.provisional and not trace.waits_for_appraisal and not lacks:
        yield say("mark.provisional", lang)
    if is_illustrative(trace):
        yield say("mark.illustrative", lang)
