"""Figures carried over a succession: what the successors' figures are, or why they cannot be told.

Counts add, and a share is recomputed from its counts: 343/359 and 210/230 give 553/589 = 93,89 %, not the mean of
the two rates (93,42 %). A rate without counts, a missing figure and an unstated part are answers of their own
(`CannotCarry`), never a zero and never a guess. Never rounds; never changes a reported figure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce

from thidua.core.errors import Fault, Problem
from thidua.core.numbers import Counts, Number, NumberKind, Rate, Value, share_out
from thidua.core.units.succession import History, Link, Succession
from thidua.core.units.tree import UnitId

Parts = Mapping[UnitId, Mapping[UnitId, Value]]  # predecessor → successor → the part reported for it
NO_PARTS: Parts = {}
_SINGLE = frozenset({NumberKind.COUNT, NumberKind.MONEY, NumberKind.DECIMAL})


@dataclass(frozen=True, slots=True)
class CarryingRule:
    """How one indicator passes over. A decimal adds where it is a quantity (kilograms), not an index or a mean."""

    kind: NumberKind
    decimals_add: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """A figure that stands for a unit, the figures that it is the sum of, and whether weights divided any of them."""

    value: Value
    sources: tuple[tuple[UnitId, Value], ...]
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class CannotCarry:
    """No figure can be told. Each problem names the unit that has to report, and what."""

    problems: tuple[Problem, ...]


Outcome = Carried | CannotCarry


def carry(
    figures: Mapping[UnitId, Value], *, over: Succession, rule: CarryingRule, parts: Parts = NO_PARTS
) -> dict[UnitId, Outcome]:
    """The successors' figures of one indicator and one period, from the predecessors' figures of that period.

    `parts` states what of a divided predecessor's figure belongs to each successor; the parts must add to the whole.
    """
    return _carry(_reported(figures), over, rule, parts)


def carry_forward(
    figures: Mapping[UnitId, Value],
    *,
    history: History,
    to: date,
    rule: CarryingRule,
    parts: Parts = NO_PARTS,
) -> dict[UnitId, Outcome]:
    """Figures of one period as of a later day, over every succession on the way. Unconcerned units stay as they are.

    A succession of which no predecessor has a figure is left alone; one that some have asks for the others.
    """
    outcomes: dict[UnitId, Outcome] = dict(_reported(figures))
    for succession in history.successions:
        if succession.on <= to and not outcomes.keys().isdisjoint(succession.predecessors):
            carried = _carry(outcomes, succession, rule, parts)
            twice = {unit: _on_both_sides(unit, succession) for unit in carried.keys() & outcomes.keys()}
            gone = set(succession.predecessors)
            outcomes = {unit: outcome for unit, outcome in outcomes.items() if unit not in gone}
            outcomes |= carried | twice
    return outcomes


def _reported(figures: Mapping[UnitId, Value]) -> dict[UnitId, Outcome]:
    return {unit: Carried(value, ((unit, value),)) for unit, value in figures.items()}


def _carry(
    outcomes: Mapping[UnitId, Outcome], over: Succession, rule: CarryingRule, parts: Parts
) -> dict[UnitId, Outcome]:
    return {
        successor: _sum([_part(outcomes, over, link, rule, parts) for link in over.links_to(successor)], rule)
        for successor in over.successors
    }


def _on_both_sides(unit: UnitId, over: Succession) -> CannotCarry:
    return CannotCarry((Problem("units.figure_on_both_sides", {"unit": unit, "day": over.on}),))


def _part(
    outcomes: Mapping[UnitId, Outcome], over: Succession, link: Link, rule: CarryingRule, parts: Parts
) -> Outcome:
    """What one predecessor hands to one successor."""
    outcome = outcomes.get(link.predecessor)
    if outcome is None:
        return CannotCarry((Problem("units.figure_missing", {"unit": link.predecessor}),))
    links = over.links_from(link.predecessor)
    if isinstance(outcome, CannotCarry) or len(links) == 1:
        return outcome
    stated = parts.get(link.predecessor)
    if stated is not None:
        return _stated_part(outcome, link, links, stated, rule)
    return _weighted_part(outcome, link, links, rule)


def _stated_part(
    whole: Carried, link: Link, links: Sequence[Link], stated: Mapping[UnitId, Value], rule: CarryingRule
) -> Outcome:
    unstated = [one.successor for one in links if one.successor not in stated]
    if unstated:
        return CannotCarry((_unstated(link.predecessor, unstated),))
    values = [stated[one.successor] for one in links]
    problems = [problem for value in (whole.value, *values) for problem in _objections(link.predecessor, value, rule)]
    if problems:
        return CannotCarry(tuple(problems))
    total = reduce(_add, values)
    if total != whole.value:
        return CannotCarry((_unequal(link.predecessor, total, whole.value),))
    part = stated[link.successor]
    return Carried(part, ((link.predecessor, part),), whole.is_estimated)


def _weighted_part(whole: Carried, link: Link, links: Sequence[Link], rule: CarryingRule) -> Outcome:
    """A count divided by the decision's weights. Shares are not: a weight cannot tell where a case was solved."""
    problems = tuple(_objections(link.predecessor, whole.value, rule))
    if problems:
        return CannotCarry(problems)
    weights = [one.weight for one in links if one.weight is not None]
    if not isinstance(whole.value, Number) or len(weights) < len(links):
        return CannotCarry((_unstated(link.predecessor, [one.successor for one in links]),))
    digits = share_out(whole.value.digits, weights)[links.index(link)]
    part = Number(digits, whole.value.places)
    return Carried(part, ((link.predecessor, part),), is_estimated=True)


def _sum(given: Sequence[Outcome], rule: CarryingRule) -> Outcome:
    """One outcome from several. A single one passes as it is: a rename loses nothing, not even a rate."""
    carried = [outcome for outcome in given if isinstance(outcome, Carried)]
    problems = [problem for outcome in given if isinstance(outcome, CannotCarry) for problem in outcome.problems]
    if len(given) > 1:
        problems += [
            problem
            for outcome in carried
            for unit, value in outcome.sources
            for problem in _objections(unit, value, rule)
        ]
    if problems:
        return CannotCarry(_distinct(problems))
    return Carried(
        reduce(_add, [outcome.value for outcome in carried]),
        tuple(source for outcome in carried for source in outcome.sources),
        any(outcome.is_estimated for outcome in carried),
    )


def _objections(unit: UnitId, value: Value, rule: CarryingRule) -> Iterator[Problem]:
    """Why a figure can be neither added nor divided."""
    if isinstance(value, Rate) or rule.kind is NumberKind.PERCENT:
        yield Problem("units.rate_without_counts", {"unit": unit})
    elif isinstance(value, Counts) and rule.kind in _SINGLE:
        yield Problem("units.single_number_wanted", {"unit": unit, "found": value})
    elif isinstance(value, Counts) and value.kind is not rule.kind:
        yield Problem("units.other_counts_wanted", {"unit": unit, "found": value})
    elif isinstance(value, Number) and rule.kind not in _SINGLE:
        yield Problem("units.counts_wanted", {"unit": unit, "found": value})
    elif rule.kind is NumberKind.DECIMAL and not rule.decimals_add:
        yield Problem("units.decimal_does_not_add", {"unit": unit, "found": value})


def _unstated(unit: UnitId, successors: Sequence[UnitId]) -> Problem:
    return Problem("units.parts_not_stated", {"unit": unit, "successors": tuple(successors)})


def _unequal(unit: UnitId, total: Value, whole: Value) -> Problem:
    return Problem("units.parts_do_not_add", {"unit": unit, "total": total, "whole": whole})


def _distinct(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Each problem once: two ways to one unit may meet the same gap."""
    return tuple(problem for index, problem in enumerate(problems) if problem not in problems[:index])


def _add(one: Value, other: Value) -> Value:
    if isinstance(one, Counts) and isinstance(other, Counts):
        return Counts(one.numerator + other.numerator, one.denominator + other.denominator, one.kind)
    if isinstance(one, Number) and isinstance(other, Number):
        places = max(one.places, other.places)
        scaled = [number.digits * 10 ** (places - number.places) for number in (one, other)]
        return Number(sum(scaled), places)
    raise Fault("figures of two kinds reached the sum")
