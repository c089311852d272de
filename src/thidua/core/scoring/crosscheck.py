"""What only shows when the figures of a season stand beside each other and beside their targets.

Missing targets, targets of zero, and percentages that look like fractions. Every problem names its cell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from thidua.core.errors import Place, Problem, Severity
from thidua.core.kinds.proportional import Proportional, ZeroTarget
from thidua.core.kinds.sources import Deviation, Difference
from thidua.core.numbers import Number, Rate
from thidua.core.reading import looks_like_fraction
from thidua.core.rulebook.schema import Leaf, Rulebook
from thidua.core.scoring.cells import Scope
from thidua.core.scoring.figures import Figure, Target, targets_in_force
from thidua.core.states import State


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A percentage that was typed without its sign, 93,1 or 0,931."""

    indicator: str
    rate: Rate
    place: Place


def fractions(unsigned: Sequence[Unsigned]) -> Iterator[Problem]:
    """Questions for percentages typed as 0,931: a fraction of 1, or less than one per cent?

    The sign settles it, so only cells without one are asked. Where the column holds 93,1 as well, that cell is named.
    """
    columns: dict[str, list[Unsigned]] = defaultdict(list)
    for one in unsigned:
        columns[one.indicator].append(one)
    for column in columns.values():
        whole = next(
            (one for one in column if abs(one.rate.percent.digits) and not looks_like_fraction(one.rate)), None
        )
        for one in column:
            if looks_like_fraction(one.rate):
                yield _fraction(one, beside=whole)


def _fraction(one: Unsigned, *, beside: Unsigned | None) -> Problem:
    percent = one.rate.percent
    hundredfold = Rate(Number(percent.digits * 100, percent.places).normalised())
    data: dict[str, object] = {"small": one.rate, "large": hundredfold, "readings": (one.rate, hundredfold)}
    if beside is None:
        return Problem("figures.fraction_or_percent", data, one.place, Severity.QUESTION)
    data |= {"beside": beside.rate, "other": beside.place}
    return Problem("figures.fraction_beside_percent", data, one.place, Severity.QUESTION)


def target_problems(
    scope: Scope,
    figures: Sequence[Figure],
    targets: Sequence[Target],
    *,
    judged: Sequence[Leaf],
    tried: Set[tuple[str, str]],
) -> Iterator[Problem]:
    """Targets that are missing where a figure is judged by one, and targets of zero where the rule refuses them.

    judged: what `judged_by_target` gives · tried: (unit, indicator) of every line of targets, also of those that were
    refused and are told already.
    """
    if scope.rulebook is None:
        return
    asked = {leaf.indicator for leaf in judged} | scope.compared
    needed = {leaf.indicator for leaf in judged if isinstance(leaf.shape, Proportional)}
    compared = [one for one in figures if one.indicator in asked]
    yield from _missing(scope, compared, targets, needed=needed, tried=tried)
    no_zero = {leaf.indicator for leaf in judged if _refuses_zero(leaf)}
    seen: set[Place] = set()
    for target in targets:
        is_zero = target.value is not None and target.value.ratio[0] == 0
        if is_zero and target.indicator in no_zero and target.origin.place not in seen:
            seen.add(target.origin.place)
            yield Problem("figures.zero_target", {"indicator": target.indicator}, target.origin.place)


def judged_by_target(rulebook: Rulebook) -> tuple[Leaf, ...]:
    """The leaves that are judged by a target that is given, not written in the rulebook."""
    return tuple(leaf for _node, leaf in rulebook.leaves if leaf.uses_target and leaf.target is None)


def _missing(
    scope: Scope,
    figures: Sequence[Figure],
    targets: Sequence[Target],
    *,
    needed: Set[str],
    tried: Set[tuple[str, str]],
) -> Iterator[Problem]:
    """needed: indicators whose rule cannot do without a target, not even when expressly none was given."""
    given = {(target.unit, target.indicator) for target in targets}
    in_force = targets_in_force(targets, scope.as_of)
    names = {unit.code: unit.name for unit in scope.units}
    reported = {(one.unit, one.indicator): one for one in reversed(figures) if one.state is State.REPORTED}
    for key, figure in reversed(reported.items()):
        data: dict[str, object] = {"unit": names[figure.unit], "indicator": figure.indicator}
        if key not in tried:
            yield Problem("figures.target_missing", data, figure.origin.place)
        elif key in given and key not in in_force:
            yield Problem("figures.target_not_in_force", {**data, "day": scope.as_of}, figure.origin.place)
        elif key in given and not in_force[key].is_assigned:
            yield Problem("figures.task_not_assigned", data, figure.origin.place, Severity.WARNING)
        elif key in given and in_force[key].value is None and figure.indicator in needed:
            yield Problem("figures.target_expressly_none", data, figure.origin.place)


def _refuses_zero(leaf: Leaf) -> bool:
    if isinstance(leaf.source, Deviation):
        return leaf.source.mode is Difference.RELATIVE
    return getattr(leaf.shape, "zero_target", None) is ZeroTarget.ERROR
