"""Finds statements about figures that cannot be meant: about other kinds, themselves or nothing, or without room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thidua.core.errors import Problem
from thidua.core.numbers import Rate
from thidua.core.plain import Amount
from thidua.core.rulebook.check_rules import problem_at
from thidua.core.rulebook.figure_checks import FigureCheck
from thidua.core.rulebook.schema import Indicator, Rulebook


def check_figures(rulebook: Rulebook) -> Iterator[Problem]:
    """Every statement of the rulebook that cannot be meant."""
    known = {one.code: one for one in rulebook.indicators}
    for index, one in enumerate(rulebook.checks):
        path = f"checks[{index}]"
        for code in (one.indicator, *one.others):
            if code not in known:
                yield problem_at(path, "rulebook.unknown_indicator", found=code)
        if one.is_empty:
            yield problem_at(path, "rulebook.check_states_nothing", indicator=one.indicator)
        if one.indicator in one.others or len(set(one.others)) < len(one.others):
            yield problem_at(path, "rulebook.check_of_itself", indicator=one.indicator)
        yield from _of_other_kinds(path, one, known)
        yield from _limits(path, one, known.get(one.indicator))


def _of_other_kinds(path: str, one: FigureCheck, known: Mapping[str, Indicator]) -> Iterator[Problem]:
    """A whole and its parts are counted in the same way; shares and rates hold no parts and never add."""
    own = known.get(one.indicator)
    if own is None:
        return
    if own.kind.number_kind is None or (one.others and own.kind.is_ratio):
        yield problem_at(path, "rulebook.check_of_no_number", indicator=own.code)
        return
    for code in one.others:
        if code in known and known[code].kind is not own.kind:
            yield problem_at(path, "rulebook.check_of_other_kind", indicator=own.code, other=code)


def _limits(path: str, one: FigureCheck, indicator: Indicator | None) -> Iterator[Problem]:
    if one.least is not None and one.most is not None and _is_below(one.most, one.least):
        yield problem_at(path, "rulebook.cap_below_floor", cap=one.most, floor=one.least)
    for end in (one.least, one.most):
        if indicator is None or end is None:
            continue
        if isinstance(end, Rate) and not indicator.kind.is_ratio:
            yield problem_at(path, "rulebook.percent_of_a_number", found=end, indicator=indicator.code)
        elif not isinstance(end, Rate) and end.digits and indicator.kind.is_ratio:
            yield problem_at(path, "rulebook.number_for_a_percent", found=end, indicator=indicator.code)


def _is_below(left: Amount, right: Amount) -> bool:
    (a, b), (c, d) = left.ratio, right.ratio
    return a * d < c * b
