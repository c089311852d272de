"""Statements about the whole cluster as sentences, from the wording that the season stores.

A wording has places to fill: `{passed}` and `{units}` (03/05), `{list}` (in order of speaking), `{threshold}`, `{sum}`
(2.662/1.438) and `{sum_percent}`, each with a Vietnamese name as well (`places`). Says no more than the data: units
that have not reported are named, and what cannot be added up is said to be so.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator

from thidua.core.errors import FiguresRefused, Place, Problem
from thidua.core.numbers import Counts, Rate, Value
from thidua.core.statements import Against, Comparator, Passing, Statement, StatementRule
from thidua.words.expressions import write_beside, write_ratio
from thidua.words.language import Language
from thidua.words.numbers import write_number
from thidua.words.places import THRESHOLD, meant_by
from thidua.words.say import say

_SPOT = rf"(?:mức |ngưỡng |the )?(?:{THRESHOLD}|NUMBER)"
_TARGET = r"(?:các |mọi |the |its |their |all )?(?:chỉ tiêu|targets?)"
_REACHED = (
    r"(?:đạt(?:,| và| hoặc)? vượt|bằng hoặc vượt|hoàn thành(?:(?:,| và)? vượt)?|met(?:,| and| or)? exceed\w*|reach\w*)"
)
# What each wording promises, tried in this order; a phrase that was read is not read again by a later line.
_PHRASES: tuple[tuple[str, Comparator], ...] = (
    (rf"(?:từ )?{_SPOT} (?:trở xuống|or less)", Comparator.AT_MOST),
    (rf"(?:từ|ít nhất|tối thiểu|không dưới|at least|not less than) {_SPOT}(?: trở lên)?", Comparator.AT_LEAST),
    (rf"{_SPOT} (?:trở lên|or more)", Comparator.AT_LEAST),
    (rf"(?:không quá|không vượt|không trên|tối đa|nhiều nhất|at most|no more than|up to) {_SPOT}", Comparator.AT_MOST),
    (rf"(?:trên|vượt|lớn hơn|cao hơn|above|over|more than|exceed\w*) {_SPOT}", Comparator.ABOVE),
    (rf"(?:dưới|thấp hơn|nhỏ hơn|below|under|less than) {_SPOT}", Comparator.BELOW),
)
_OF_TARGETS: tuple[tuple[str, Comparator], ...] = (
    (rf"(?:không vượt|không quá|at most|within) {_TARGET}", Comparator.AT_MOST),
    (rf"{_REACHED} {_TARGET}", Comparator.AT_LEAST),
    (rf"(?:vượt|trên|cao hơn|above|over|exceed\w*|beyond) {_TARGET}", Comparator.ABOVE),
    (rf"(?:dưới|thấp hơn|below|under) {_TARGET}", Comparator.BELOW),
    (rf"(?:đạt|met|meet) {_TARGET}", Comparator.AT_LEAST),
)
NOWHERE = Place()


def write_statement(statement: Statement, lang: Language) -> str:
    """The sentence of a statement, then the units that have not reported.

    Raises FiguresRefused for a place in the wording that nobody fills.
    """
    if problems := tuple(wrong_places(statement.rule.wording, statement.rule.code)):
        raise FiguresRefused(problems)
    filled = statement.rule.wording.format_map(_Filled(statement, lang))
    if not statement.unreported:
        return filled
    units = [unit.brief for unit in statement.unreported]
    return f"{filled} {say('statements.unreported', lang, units=units)}"


def check_wording(rule: StatementRule, place: Place = NOWHERE) -> tuple[Problem, ...]:
    """Every place that nobody fills, and a wording that promises another comparison than the rule makes."""
    return (*wrong_places(rule.wording, rule.code, place), *_contradictions(rule, place))


def wrong_places(wording: str, code: str, place: Place = NOWHERE) -> Iterator[Problem]:
    """Every place of a wording that nobody fills, whatever else is right or wrong about the statement."""
    try:
        parsed = list(string.Formatter().parse(wording))
    except ValueError:
        yield Problem("statements.braces", {"code": code}, place)
        return
    for _text, name, form, conversion in parsed:
        if name is not None and (meant_by(name) is None or form or conversion):
            yield Problem("statements.unknown_place", {"code": code, "place": f"{{{name}}}"}, place)


def write_passing(passing: Passing, rule: StatementRule, lang: Language) -> str:
    """`Tây Ninh 93,1%`; the name alone where several figures speak."""
    if len(passing.figures) != 1:
        return passing.unit.brief
    return f"{passing.unit.brief} {_write_figure(passing.figures[0], rule, lang)}"


class _Filled(dict[str, str]):
    """The places of one wording, filled when the wording asks for them."""

    def __init__(self, statement: Statement, lang: Language) -> None:
        super().__init__()
        self._statement, self._lang = statement, lang

    def __missing__(self, place: str) -> str:
        return _FILLERS[meant_by(place) or place](self._statement, self._lang)


def _passed(statement: Statement, lang: Language) -> str:
    return _two_digits(statement.count[0], lang)


def _units(statement: Statement, lang: Language) -> str:
    return _two_digits(statement.count[1], lang)


def _two_digits(number: int, lang: Language) -> str:
    """03 in Vietnamese reports, 3 in English."""
    return f"{number:02}" if lang is Language.VI else str(number)


def _list(statement: Statement, lang: Language) -> str:
    said = [write_passing(passing, statement.rule, lang) for passing in statement.passing]
    return ", ".join(said) or say("statements.nobody", lang)


def _threshold(statement: Statement, lang: Language) -> str:
    rule = statement.rule
    return say("statements.target", lang) if rule.threshold is None else write_number(rule.threshold, lang)


def _sum(statement: Statement, lang: Language) -> str:
    return say("statements.no_sum", lang) if statement.sum is None else write_number(statement.sum, lang)


def _sum_percent(statement: Statement, lang: Language) -> str:
    if statement.sum is None or not statement.sum.denominator:
        return say("statements.no_sum", lang)
    return _beside_threshold(statement.sum.ratio, statement.rule, lang)


_FILLERS: dict[str, Callable[[Statement, Language], str]] = {
    "passed": _passed,
    "units": _units,
    "list": _list,
    "threshold": _threshold,
    "sum": _sum,
    "sum_percent": _sum_percent,
}


def _write_figure(value: Value, rule: StatementRule, lang: Language) -> str:
    return _beside_threshold(value.ratio, rule, lang) if isinstance(value, Counts) else write_number(value, lang)


def _beside_threshold(ratio: tuple[int, int], rule: StatementRule, lang: Language) -> str:
    """Counts as a percentage of two decimals, or of as many as it takes to see the side of the threshold."""
    shown = write_ratio(ratio, lang, percent=True, places=2).text
    if rule.against is Against.TARGET or not isinstance(rule.threshold, Rate):
        return shown
    return max(shown, write_beside(ratio, rule.threshold.ratio, lang, percent=True)[0], key=len)


def _contradictions(rule: StatementRule, place: Place) -> Iterator[Problem]:
    for phrase, promised in _promises(rule):
        if promised is not rule.comparator:
            keys = {"promised": promised.value, "comparator": rule.comparator.value}  # as typed in the season's file
            yield Problem("statements.wording_contradicts", {"code": rule.code, "phrase": phrase, **keys}, place)


def _promises(rule: StatementRule) -> Iterator[tuple[str, Comparator]]:
    """The phrases of a wording that hold a figure against the rule's own threshold or target."""
    text = " ".join(rule.wording.split())
    for pattern, comparator in _OF_TARGETS if rule.against is Against.TARGET else _PHRASES:
        wanted = re.compile(pattern.replace("NUMBER", _number_pattern(rule)), re.IGNORECASE)
        for found in wanted.finditer(text):
            yield found[0], comparator
        text = wanted.sub("", text)


def _number_pattern(rule: StatementRule) -> str:
    """The threshold as a wording may spell it out: 90%, 90 %, 1.438."""
    if rule.threshold is None:
        return r"(?!)"
    number = rule.threshold.percent if isinstance(rule.threshold, Rate) else rule.threshold
    spellings = "|".join(re.escape(write_number(number.normalised(), lang)) for lang in Language)
    return rf"(?:{spellings})" + (r"\s?%" if isinstance(rule.threshold, Rate) else r"(?![\d.,]*[\d%])")
