"""Criteria that follow one rule, scored as one taller table.

A rulebook has many criteria that differ only in their indicators and their points. Over few rows a rule costs more than
its arithmetic, so such criteria are laid one below the other, scored once by `leaf.score_leaf`, and taken apart again.
Owns which criteria may be laid together; knows no rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from thidua.core.columns import Column, Itself, Rows
from thidua.core.kinds.base import Drawn, Inputs
from thidua.core.numeric import np
from thidua.core.rulebook.schema import Criterion, Leaf, Rulebook
from thidua.core.scoring.leaf import LeafScore, Refusal, score_leaf

TALL = 98_304  # rows of a stack: enough to make a rule's own cost small, few enough for the cache to help


@dataclass(frozen=True, slots=True)
class Alike:
    """Criteria of one rule, in reading order. rule: one of their leaves · named: each one's indicators by its own."""

    rule: Leaf
    nodes: tuple[tuple[Criterion, Leaf], ...]
    named: tuple[Mapping[str, str], ...]


def score_stacked(rulebook: Rulebook, inputs: Inputs, *, keep_exact: bool) -> dict[str, LeafScore]:
    """The scores of all leaves by code, in reading order, without notes.

    keep_exact: keep what each leaf was before rounding; otherwise `exact` holds the points.
    """
    most = max(1, TALL // max(inputs.rows, 1))
    found: dict[str, LeafScore] = {}
    for alike in _all_alike(Itself(rulebook)):
        for start in range(0, len(alike.nodes), most):
            some = Alike(alike.rule, alike.nodes[start : start + most], alike.named[start : start + most])
            found |= _scored(rulebook, some, inputs, keep_exact=keep_exact)
    return {node.code: found[node.code] for node, _leaf in rulebook.leaves}


def _scored(rulebook: Rulebook, alike: Alike, inputs: Inputs, *, keep_exact: bool) -> dict[str, LeafScore]:
    """The scores of some criteria that are alike."""
    criterion, _leaf = alike.nodes[0]
    full = Column.stacked([Column.constant(node.points) for node, _leaf in alike.nodes], inputs.rows)
    tall = score_leaf(rulebook, criterion, alike.rule, Stack(inputs, alike.named), explained=False, full=full)
    told = tuple(refusal for refusal in tall.refusals if refusal.mask.any())
    tall = replace(tall, exact=tall.exact if keep_exact else tall.points, refusals=told)
    return {
        node.code: _part(tall, node, own, named, slice(index * inputs.rows, (index + 1) * inputs.rows))
        for index, ((node, own), named) in enumerate(zip(alike.nodes, alike.named, strict=True))
    }


def _part(tall: LeafScore, node: Criterion, leaf: Leaf, named: Mapping[str, str], rows: slice) -> LeafScore:
    """What a stack says of one of its criteria."""
    refusals = (
        Refusal(node, named[one.indicator], one.mask[rows], one.code, one.data)
        for one in tall.refusals
        if one.mask[rows].any()
    )
    points = tall.points.take(rows)
    return LeafScore(
        criterion=node,
        leaf=leaf,
        indicators=leaf.indicators,
        points=points,
        exact=points if tall.exact is tall.points else tall.exact.take(rows),
        maximum=tall.maximum.take(rows),
        deducted=tall.deducted.take(rows),
        added=tall.added.take(rows),
        states=tall.states[rows],
        refusals=tuple(refusals),
    )


@dataclass(slots=True)
class Stack:
    """The inputs of several criteria one below the other, under the indicators of one. Satisfies `kinds.Inputs`."""

    inputs: Inputs
    named: tuple[Mapping[str, str], ...]
    _figures: dict[str, Drawn] = field(init=False, default_factory=dict)
    _targets: dict[str, Drawn] = field(init=False, default_factory=dict)

    @property
    def rows(self) -> int:
        """Rows of all criteria together."""
        return self.inputs.rows * len(self.named)

    @property
    def groups(self) -> Rows:
        """The clusters of every criterion, apart from those of the others."""
        return _groups(Itself(self.inputs.groups), len(self.named))

    def figure(self, indicator: str) -> Drawn:
        """The figures of the indicator that each criterion has in this place."""
        if indicator not in self._figures:
            self._figures[indicator] = self._drawn(self.inputs.figure, indicator)
        return self._figures[indicator]

    def target(self, indicator: str) -> Drawn:
        """The targets of the indicator that each criterion has in this place."""
        if indicator not in self._targets:
            self._targets[indicator] = self._drawn(self.inputs.target, indicator)
        return self._targets[indicator]

    def working_days(self, start: date, due: date) -> int:
        """As the inputs say."""
        return self.inputs.working_days(start, due)

    def _drawn(self, draw: Callable[[str], Drawn], indicator: str) -> Drawn:
        parts = [draw(named[indicator]) for named in self.named]
        none = np.zeros(self.inputs.rows, dtype=np.bool_)
        counted = None
        if any(part.counted is not None for part in parts):
            counted = np.concatenate([none if part.counted is None else part.counted for part in parts])
        column = Column.stacked([part.column for part in parts], self.inputs.rows)
        return Drawn(column, np.concatenate([part.states for part in parts]), counted)


@lru_cache(maxsize=16)
def _groups(groups: Itself[Rows], count: int) -> Rows:
    """The groups of several criteria, numbered on from one to the next; made once, so that their grid is."""
    size = int(groups.value.max(initial=-1)) + 1
    return np.concatenate([groups.value + index * size for index in range(count)])


@lru_cache(maxsize=4)
def _all_alike(rulebook: Itself[Rulebook]) -> tuple[Alike, ...]:
    """The criteria of a rulebook by what they have in common."""
    found: dict[object, list[tuple[Criterion, Leaf]]] = {}
    for node, leaf in rulebook.value.leaves:
        found.setdefault(_rule(rulebook.value, node, leaf), []).append((node, leaf))
    return tuple(_alike(nodes) for nodes in found.values())


def _alike(nodes: Sequence[tuple[Criterion, Leaf]]) -> Alike:
    rule = nodes[0][1]
    named = (dict(zip(rule.indicators, leaf.indicators, strict=True)) for _node, leaf in nodes)
    return Alike(rule, tuple(nodes), tuple(named))


def _rule(rulebook: Rulebook, node: Criterion, leaf: Leaf) -> object:
    """What must be equal for two criteria to be scored together: all but the names of indicators, and the points.

    Where points are entered, the points are the bound that a refusal names, and must be equal too. Figures of another
    kind would be stored otherwise (fractions, large sums of money) and slow the whole stack.
    """
    places = {code: f"#{place}" for place, code in enumerate(leaf.indicators)}
    indicators = (rulebook.indicator(code) for code in leaf.indicators)
    figures = tuple((one.kind, one.direction) for one in indicators)
    shapes = (leaf.shape, *(one.shape for one in leaf.adjustments))
    bounds = tuple(shape.bounds(node.points) for shape in shapes)
    return _renamed(leaf, places), figures, bounds


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """A rule with other names for its indicators."""
    if type(value) is str:
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(_renamed(one, names) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{one.name: _renamed(getattr(value, one.name), names) for one in fields(value) if one.init}
        )
    return value
