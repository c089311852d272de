"""A draft changed one node at a time: fields, place, being there at all. Values in, values out.

A criterion is found by its code; no draft holds a code twice. What depends on a changed node follows it: the indicators
that criteria make for themselves, and what speaks of a criterion by its code. Never asks whether the result is sound: a
draft may be wrong for a while, and the checker says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from thidua.core.canonical import digest
from thidua.core.rulebook.diff import Standing
from thidua.core.rulebook.document import made_indicators
from thidua.core.rulebook.parse import made_indicator
from thidua.core.rulebook.schema import Criterion, Group, Indicator, Rulebook
from thidua.core.rulebook.veil import veiled

Nodes = tuple[Criterion, ...]


def own(node: Criterion) -> Criterion:
    """A criterion without its parts."""
    return replace(node, body=replace(node.body, parts=())) if isinstance(node.body, Group) else node


def mark_of(value: object) -> str:
    """By which it is known whether a node is still the one that somebody has seen."""
    return digest(value)[:16]


def general_of(rulebook: Rulebook) -> Rulebook:
    """What holds for the whole, without the tree and the indicators."""
    return replace(rulebook, criteria=(), indicators=())


def listed_indicators(rulebook: Rulebook) -> tuple[Indicator, ...]:
    """Those that stand in the list, without those that criteria make for themselves."""
    return rulebook.indicators[: len(rulebook.indicators) - len(made_indicators(rulebook))]


def with_general(rulebook: Rulebook, general: Rulebook) -> Rulebook:
    """The rulebook with other general rules."""
    return replace(general, criteria=rulebook.criteria, indicators=rulebook.indicators)


def with_indicator(rulebook: Rulebook, code: str, indicator: Indicator | None) -> Rulebook:
    """The rulebook with an indicator changed, taken out (None), or added where no such code is listed."""
    listed = listed_indicators(rulebook)
    changed = tuple(one for old in listed for one in ([old] if old.code != code else [indicator] if indicator else []))
    if indicator is not None and all(old.code != code for old in listed):
        changed = (*changed, indicator)
    return _grown(rulebook, rulebook.criteria, changed)


def with_own(rulebook: Rulebook, code: str, node: Criterion) -> Rulebook:
    """The rulebook with the fields of one criterion changed; its parts stay, its new code is used everywhere."""

    def change(old: Criterion) -> Nodes:
        if isinstance(node.body, Group) and isinstance(old.body, Group):
            return (replace(node, body=replace(node.body, parts=old.body.parts)),)
        return (node,)

    return _renamed(_with_tree(rulebook, _changed(rulebook.criteria, code, change)), code, node.code)


def with_new(rulebook: Rulebook, node: Criterion, at: Standing) -> Rulebook:
    """The rulebook with one criterion more, behind its elder sibling; first where none is named."""
    return _with_tree(rulebook, _placed(rulebook.criteria, node, at))


def without(rulebook: Rulebook, code: str) -> Rulebook:
    """The rulebook without a criterion and all its parts."""
    return _with_tree(rulebook, _changed(rulebook.criteria, code, lambda _old: ()))


def with_moved(rulebook: Rulebook, code: str, to: Standing) -> Rulebook:
    """The rulebook with a criterion, and all below it, in another place."""
    node = rulebook.find(code)
    if node is None:
        return rulebook
    rest = _changed(rulebook.criteria, code, lambda _old: ())
    return _with_tree(rulebook, _placed(rest, node, to))


def siblings_of(rulebook: Rulebook, parent: str) -> list[str]:
    """The codes of a group's parts, or of the top criteria."""
    node = rulebook.find(parent) if parent else None
    parts = rulebook.criteria if not parent else node.group.parts if node is not None and node.group else ()
    return [part.code for part in parts]


def _changed(nodes: Sequence[Criterion], code: str, change: Callable[[Criterion], Nodes]) -> Nodes:
    found: list[Criterion] = []
    for node in nodes:
        if node.code == code:
            found += change(node)
        elif isinstance(node.body, Group):
            found.append(replace(node, body=replace(node.body, parts=_changed(node.body.parts, code, change))))
        else:
            found.append(node)
    return tuple(found)


def _placed(nodes: Nodes, node: Criterion, at: Standing) -> Nodes:
    if not at.parent:
        return _behind(nodes, node, at.behind)

    def change(old: Criterion) -> Nodes:
        if not isinstance(old.body, Group):
            return (old,)
        return (replace(old, body=replace(old.body, parts=_behind(old.body.parts, node, at.behind))),)

    return _changed(nodes, at.parent, change)


def _behind(nodes: Nodes, node: Criterion, elder: str) -> Nodes:
    place = next((index for index, one in enumerate(nodes, start=1) if one.code == elder), len(nodes) if elder else 0)
    return (*nodes[:place], node, *nodes[place:])


def _with_tree(rulebook: Rulebook, criteria: Nodes) -> Rulebook:
    return _grown(rulebook, criteria, listed_indicators(rulebook))


def _grown(rulebook: Rulebook, criteria: Nodes, listed: tuple[Indicator, ...]) -> Rulebook:
    """With the indicators that the criteria make for themselves, as the parser makes them."""
    codes = {one.code for one in listed}
    bare = replace(rulebook, criteria=criteria, indicators=listed)
    made = tuple(
        made_indicator(node.code, node.name, leaf.shape)
        for node, leaf in bare.leaves
        if leaf.indicator == node.code and node.code not in codes
    )
    return veiled(replace(bare, indicators=(*listed, *made)))


def _renamed(rulebook: Rulebook, old: str, new: str) -> Rulebook:
    if old == new:
        return rulebook
    return replace(
        rulebook,
        tie_breaks=tuple(replace(one, criterion=new) if one.criterion == old else one for one in rulebook.tie_breaks),
        knock_outs=tuple(replace(one, criterion=new) if one.criterion == old else one for one in rulebook.knock_outs),
    )
