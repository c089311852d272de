"""What changed between two rulebooks, one sentence a change, in reading order.

Owns the wording of places and values. What the rulebooks show by code only stays unsaid here too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from thidua.core.kinds.base import Shape, Source
from thidua.core.numbers import Number, Rate
from thidua.core.rulebook.adjustments import Adjustment, BestOf, Predicate
from thidua.core.rulebook.diff import Change, Standing, Step, What, differences
from thidua.core.rulebook.document import Document, document_of
from thidua.core.rulebook.schema import Criterion, Group, Indicator, Leaf, Rulebook, Secrecy
from thidua.words.language import Language
from thidua.words.rulebook import criterion_words, naming_of
from thidua.words.rulebook_rules import JOIN, Naming, adjustment_words, condition_words, shape_words, value_words
from thidua.words.say import say, write, write_list

APART = " › "


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two rulebooks, and how its indicators are called."""

    rulebook: Rulebook
    naming: Naming

    def leaf(self, code: str) -> tuple[Criterion | None, Leaf | None]:
        node = self.rulebook.find(code)
        return node, None if node is None else node.leaf


def describe_changes(before: Rulebook, after: Rulebook, lang: Language) -> list[str]:
    """One sentence for every change; none when the rulebooks mean the same."""
    old, new = _Side(before, naming_of(before, lang)), _Side(after, naming_of(after, lang))
    hidden = old.naming.hidden | new.naming.hidden
    sides = tuple(_Side(side.rulebook, Naming(side.naming.indicators, hidden, lang)) for side in (old, new))
    said = [_say_change(change, sides[0], sides[1], lang) for change in differences(before, after)]
    return list(dict.fromkeys(said))  # several changes of a hidden criterion are one sentence


def key_label(key: str, lang: Language) -> str:
    """An entry of a rulebook by its label: `cách tính`, `khoản cộng`."""
    return say(f"key.{key}", lang)


def _say_change(change: Change, old: _Side, new: _Side, lang: Language) -> str:
    code = change.criterion
    hidden = _hidden(change, old, new)
    if hidden:
        return say("diff.hidden", lang, code=hidden)
    where = _where(change.path, old if change.what is What.REMOVED else new, lang)
    before, after = (
        "" if absent is change.what else _value(value, code, side)
        for absent, value, side in ((What.ADDED, change.before, old), (What.REMOVED, change.after, new))
    )
    return say(f"diff.{change.what.value}", lang, where=where, before=before, after=after)


def _hidden(change: Change, old: _Side, new: _Side) -> str:
    """The code of what may not be told; empty where everything may. Points and places are open to all."""
    first = change.path[0]
    if first.key == "indicators":
        return first.entry if first.entry in new.naming.hidden else ""
    if not change.criterion or change.what is What.MOVED:
        return ""
    nodes = [side.rulebook.find(change.criterion) for side in (old, new)]
    is_secret = any(node is not None and node.secrecy is Secrecy.CODE_ONLY for node in nodes)
    is_open = len(change.path) == 1 or change.path[1].key in ("points", "secrecy")
    return change.criterion if is_secret and not is_open else ""


def _where(path: tuple[Step, ...], side: _Side, lang: Language) -> str:
    """`I.2.1.b Án rất nghiêm trọng › cách tính › bậc 2 › điểm`."""
    return APART.join(_step(step, side, lang) for step in path if step.key != "body")


def _step(step: Step, side: _Side, lang: Language) -> str:
    if step.key == "criteria" and step.entry:
        return _criterion_name(side.rulebook.find(step.entry), step.entry, lang)
    label = key_label(step.key, lang)
    if not step.entry:
        return label
    entry = step.entry if step.entry.isdecimal() else say("describe.indicator", lang, name=step.entry)
    return f"{label} {entry}"


def _criterion_name(node: Criterion | None, code: str, lang: Language) -> str:
    if node is None or node.secrecy is Secrecy.CODE_ONLY:
        return code
    return say("diff.criterion", lang, code=code, name=node.name)


def _value(value: object, code: str, side: _Side) -> str:
    """Any value of a rulebook in words; `code` is the criterion around it, if there is one."""
    lang = side.naming.lang
    match value:
        case None | "" | ():
            return say("diff.nothing", lang)
        case bool():
            return say("diff.true" if value else "diff.false", lang)
        case Standing():
            return _standing(value, lang)
        case Number() | Rate() | Enum() | str():
            return write(value, lang)
        case int():
            return str(value)
        case tuple():
            return write_list([_value(one, code, side) for one in value], lang)
    return _entry(value, code, side)


def _entry(value: object, code: str, side: _Side) -> str:
    """A value that has parts: a criterion, a rule, a condition; any other by its labels."""
    naming = side.naming
    node, leaf = side.leaf(code)
    indicator, full = leaf.indicator if leaf else "", node.points if node else Number(0)
    match value:
        case Criterion():
            text = " ".join(criterion_words(value, naming))
            return naming.say("diff.criterion_points", points=value.points, text=text).rstrip()
        case Leaf() | Group():
            return _body(value, node, naming)
        case Shape():
            return shape_words(value, indicator, full, naming)
        case Source():
            return value_words(value, indicator, naming)
        case Predicate():
            return condition_words(value, naming)
        case Adjustment() | BestOf():
            return adjustment_words(value, full, naming)
        case Indicator() if value.code in naming.hidden:
            return naming.name(value.code)
    return JOIN.join(_flat(document_of(value), naming))


def _standing(standing: Standing, lang: Language) -> str:
    parent = standing.parent or say("diff.top", lang)
    if not standing.behind:
        return say("diff.first_in", lang, parent=parent)
    return say("diff.behind_in", lang, behind=standing.behind, parent=parent)


def _body(body: Leaf | Group, node: Criterion | None, naming: Naming) -> str:
    if isinstance(body, Group):
        parts = [part.code for part in body.parts]
        return naming.say("diff.body_group", parts=write_list(parts, naming.lang))
    text = "" if node is None else " ".join(criterion_words(node, naming))
    return naming.say("diff.body_leaf", text=text)


def _flat(document: Document, naming: Naming) -> Iterator[str]:
    """Plain data as `nhãn: giá trị`, piece by piece."""
    if isinstance(document, dict):
        for key, item in document.items():
            text = ", ".join(_flat(item, naming))
            yield f"{key_label(key, naming.lang)}: {text}"
    elif isinstance(document, list):
        for item in document:
            yield f"({JOIN.join(_flat(item, naming))})" if isinstance(item, dict) else str(item)
    elif isinstance(document, bool):
        yield naming.say("diff.true" if document else "diff.false")
    else:
        yield document
