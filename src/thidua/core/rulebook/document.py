"""A rulebook as the plain data that `parse` reads: the way back, without loss.

Owns the choice of spelling (8,5 with a comma, dates dd/mm/yyyy, defaults left out) and which indicators need no line
of their own because their criterion makes them. Reading the document again gives a rulebook with the same digest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum

from thidua.core.errors import Fault
from thidua.core.kinds.base import Shape, Source
from thidua.core.numbers import Number, Rate
from thidua.core.rulebook.parse import CRITERION_KEYS, GROUP_KEYS, LEAF_KEYS, ROOT_KEYS, made_indicator
from thidua.core.rulebook.schema import Criterion, Indicator, Leaf, Rulebook
from thidua.core.timeline import Period

Document = bool | str | list["Document"] | dict[str, "Document"]

KEY_OF_FIELD = {"shape": "rule", "source": "value", "alternatives": "best_of", "targets": "stricter_of"}
_LEADING = ("code", "name", "indicator")  # what a small mapping is about stands first


def rulebook_document(rulebook: Rulebook) -> dict[str, Document]:
    """The whole document, keys in the order in which officers read them."""
    made = made_indicators(rulebook)
    kept = rulebook.indicators[: len(rulebook.indicators) - len(made)]
    entries = _entries(rulebook) | {
        "rulebook": rulebook.code,
        "valid": _period(rulebook.valid),
        "indicators": [document_of(one) for one in kept],
        "criteria": [_criterion(one, made) for one in rulebook.criteria],
    }
    return {key: entries[key] for key in ROOT_KEYS if entries.get(key) not in ({}, [], None)}


def document_of(value: object) -> Document:
    """Any value of a rulebook as plain data, in the spelling that the parser reads. Raises Fault for other types."""
    match value:
        case Enum():
            return str(value.value)
        case bool() | str():
            return value
        case int():
            return str(value)
        case Number():
            return _number(value)
        case Rate():
            return f"{_number(value.percent)}%"
        case date():
            return f"{value.day:02}/{value.month:02}/{value.year:04}"
        case tuple():
            return [document_of(item) for item in value]
        case Shape() | Source():
            given = _entries(value)
            return {"kind": value.name, **given} if given else value.name
    if is_dataclass(value) and not isinstance(value, type):
        return _entries(value)
    raise Fault(f"no rulebook holds a {type(value).__name__}")


def _entries(value: object) -> dict[str, Document]:
    """The fields of a dataclass that differ from their defaults, under the keys of the document."""
    given = {
        key_of(item.name): document_of(getattr(value, item.name))
        for item in fields(value)  # type: ignore[arg-type]  # a dataclass: the callers have looked
        if item.name not in ("body", "valid", "indicators", "criteria") and not _is_default(item, value)
    }
    return {key: given[key] for key in (*(key for key in _LEADING if key in given), *given)}


def key_of(field_name: str) -> str:
    """The key of a document for a field of the schema."""
    return KEY_OF_FIELD.get(field_name, field_name.rstrip("_"))


def _is_default(item: Field[object], value: object) -> bool:
    return item.default is not MISSING and bool(getattr(value, item.name) == item.default)


def _number(number: Number) -> str:
    """Digits as printed, with a comma and without separators: every other spelling may be asked about."""
    sign, digits = "-" if number.digits < 0 else "", str(abs(number.digits)).rjust(number.places + 1, "0")
    cut = len(digits) - number.places
    return sign + digits[:cut] + ("," + digits[cut:] if number.places else "")


def _period(period: Period) -> dict[str, Document]:
    ends = {"from": period.start, "to": period.end}
    return {key: document_of(day) for key, day in ends.items() if day is not None}


def criterion_document(node: Criterion, rulebook: Rulebook) -> dict[str, Document]:
    """One criterion of a rulebook with all below it, as it stands in the whole document."""
    return _criterion(node, made_indicators(rulebook))


def _criterion(node: Criterion, made: Sequence[Indicator]) -> dict[str, Document]:
    entries = _entries(node)
    if isinstance(node.body, Leaf):
        entries |= _entries(node.body)
        if any(one.code == node.code == node.body.indicator for one in made):
            del entries["indicator"]
        return {key: entries[key] for key in (*CRITERION_KEYS, *LEAF_KEYS) if key in entries}
    entries |= _entries(node.body) | {"parts": [_criterion(part, made) for part in node.body.parts]}
    limits = [key for key in GROUP_KEYS if key != "parts"]
    return {key: entries[key] for key in (*CRITERION_KEYS, *limits, "parts") if key in entries}


def made_indicators(rulebook: Rulebook) -> list[Indicator]:
    """The last indicators, as far as they are those that criteria make for themselves, in the same order."""
    made: list[Indicator] = []
    rest = list(rulebook.indicators)
    for node, leaf in reversed(rulebook.leaves):
        own = made_indicator(node.code, node.name, leaf.shape)
        if leaf.indicator == node.code and rest and rest[-1] == own:
            made.insert(0, rest.pop())
    return made


def add_up(numbers: Sequence[Number]) -> Number:
    """The exact sum; 0 for none."""
    places = max((number.places for number in numbers), default=0)
    return Number(sum(number.digits * 10 ** (places - number.places) for number in numbers), places)


def total_points(rulebook: Rulebook) -> Number:
    """The points of all top criteria together."""
    return add_up([node.points for node in rulebook.criteria]).normalised()
