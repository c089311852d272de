"""What is shown by its code only has no words in the product: they live outside, and here stands the code.

The one place that takes them out. A rulebook is veiled when it is read, so that nothing that is made from it, a page,
a paper, a log, an export, an entry of the ledger, can show what was never kept. What stays is what scoring needs: the
rule, its limits, the words of levels; and the legal basis, which says where the words are to be found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thidua.core.rulebook.adjustments import Adjustment, BestOf
from thidua.core.rulebook.schema import Criterion, Group, Indicator, Leaf, Rulebook, Secrecy


def veiled(rulebook: Rulebook) -> Rulebook:
    """The rulebook with codes in place of the words that live outside; the same one where nothing is hidden."""
    if not any(node.secrecy is Secrecy.CODE_ONLY for _depth, node in rulebook.walk()):
        return rulebook
    hidden = hidden_indicators(rulebook)
    return replace(
        rulebook,
        criteria=tuple(_criterion(node) for node in rulebook.criteria),
        indicators=tuple(_indicator(one) if one.code in hidden else one for one in rulebook.indicators),
    )


def _criterion(node: Criterion) -> Criterion:
    is_hidden = node.secrecy is Secrecy.CODE_ONLY
    body = node.body
    if isinstance(body, Group):
        body = replace(body, parts=tuple(_criterion(part) for part in body.parts))
    elif is_hidden:
        body = _leaf(node.code, body)
    return replace(node, name=node.code if is_hidden else node.name, body=body)


def _leaf(code: str, leaf: Leaf) -> Leaf:
    return replace(
        leaf, bonuses=_numbered(f"{code} +", leaf.bonuses), deductions=_numbered(f"{code} -", leaf.deductions)
    )


def _numbered(prefix: str, several: Sequence[Adjustment | BestOf]) -> tuple[Adjustment | BestOf, ...]:
    found: list[Adjustment | BestOf] = []
    for number, one in enumerate(several, start=1):
        name = f"{prefix}{number}"
        if isinstance(one, BestOf):
            inner = tuple(replace(each, name=f"{name}.{place}") for place, each in enumerate(one.alternatives, start=1))
            found.append(replace(one, name=name, alternatives=inner))
        else:
            found.append(replace(one, name=name))
    return tuple(found)


def hidden_indicators(rulebook: Rulebook) -> set[str]:
    """The indicators that serve only criteria shown by code: nobody reads their names."""
    used: dict[bool, set[str]] = {True: set(), False: set()}
    for node, leaf in rulebook.leaves:
        used[node.secrecy is Secrecy.CODE_ONLY].update(leaf.indicators)
    used[False].update(one.when.indicator for one in rulebook.knock_outs)
    used[False].update(code for one in rulebook.total.bonuses for code in one.indicators)
    return used[True] - used[False]


def _indicator(one: Indicator) -> Indicator:
    return replace(one, name=one.code, definition="", measure="")
