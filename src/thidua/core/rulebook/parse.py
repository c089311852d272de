"""Reads a rulebook from plain data, strictly: every mistake at once, each with its path and the mend.

A leaf may name an indicator of the list, or none: then what is entered or judged under the criterion's own code is an
indicator of its own, made here (points for entered kinds, a verdict for pass or fail).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from thidua.core.errors import Place, Problem, RulebookRefused
from thidua.core.kinds.base import SHAPES, SOURCES, Shape, Source
from thidua.core.kinds.entry import PassFail
from thidua.core.kinds.params import declared, read_declared
from thidua.core.kinds.sources import Figure
from thidua.core.numbers import Number
from thidua.core.plain import Cursor, each, raise_if_any
from thidua.core.rulebook.check import check
from thidua.core.rulebook.schema import (
    DEFAULT_ORDER,
    Adjustment,
    Applied,
    Criterion,
    Direction,
    Effect,
    Evidence,
    FigureKind,
    Group,
    Indicator,
    KnockOut,
    Leaf,
    Missing,
    NotAssigned,
    Predicate,
    RankMethod,
    Rounding,
    Rulebook,
    Secrecy,
    TieBreak,
    TieKey,
    Total,
    WhenMissing,
)
from thidua.core.timeline import Period

R = TypeVar("R", Shape, Source)
E = TypeVar("E", bound=StrEnum)
Entries = Mapping[str, Cursor]

ROOT_KEYS = (
    "rulebook", "title", "version", "valid", "legal_basis", "note", "rounding", "places", "missing", "not_assigned",
    "rank", "tie_breaks", "knock_outs", "total", "indicators", "criteria",
)  # fmt: skip
INDICATOR_KEYS = ("code", "name", "kind", "measure", "direction", "definition")
CRITERION_KEYS = ("code", "name", "points", "legal_basis", "secrecy")
LEAF_KEYS = (
    "indicator", "value", "rule", "target", "bonuses", "deductions", "bonus_cap", "deduction_cap", "order", "floor",
    "cap", "not_assigned", "evidence", "appraiser",
)  # fmt: skip
GROUP_KEYS = ("parts", "cap", "floor", "scale_down")
ADJUSTMENT_KEYS = ("name", "indicator", "value", "rule", "cap", "when", "when_missing", "legal_basis")
KNOCK_OUT_KEYS = ("code", "name", "when", "effect", "criterion", "legal_basis")
TOTAL_KEYS = ("cap", "floor", "rescale_to", "authority_adjustment")
MOST_PLACES = 6


def parse_rulebook(raw: object, *, file: str = "") -> Rulebook:
    """The rulebook that plain data describes. Raises RulebookRefused with every mistake found."""
    rulebook, problems = read_rulebook(Cursor(raw, Place(file=file)))
    raise_if_any(problems, RulebookRefused)
    if rulebook is None:
        raise RulebookRefused(problems)
    return rulebook


def read_rulebook(root: Cursor) -> tuple[Rulebook | None, list[Problem]]:
    """The rulebook, as far as it can be read, and all problems, warnings included."""
    rulebook = _Reading().rulebook(root)
    if rulebook is not None:
        root.problems.extend(check(rulebook, root.place))
    return rulebook, root.problems


@dataclass(slots=True)
class _Reading:
    """One pass over the document: collects the indicators that leaves make for themselves."""

    made: list[Indicator] = field(default_factory=list)

    def rulebook(self, root: Cursor) -> Rulebook | None:
        entries = root.mapping(ROOT_KEYS, required=("rulebook", "title", "version", "valid", "criteria"))
        if not entries:
            return None
        criteria = tuple(each(_list(entries, "criteria"), self.criterion))
        indicators = tuple(each(_list(entries, "indicators"), _indicator))
        code, title, version = (_text(entries, key) for key in ("rulebook", "title", "version"))
        valid = _period(entries.get("valid"))
        optional = {
            "legal_basis": _text(entries, "legal_basis"),
            "note": _text(entries, "note"),
            "rounding": _choice(entries, "rounding", Rounding),
            "places": _places(entries.get("places")),
            "missing": _choice(entries, "missing", Missing),
            "not_assigned": _choice(entries, "not_assigned", NotAssigned),
            "rank": _choice(entries, "rank", RankMethod),
            "tie_breaks": tuple(each(_list(entries, "tie_breaks"), _tie_break)),
            "knock_outs": tuple(each(_list(entries, "knock_outs"), _knock_out)),
            "total": _total(entries.get("total")),
        }
        if code is None or title is None or version is None or valid is None:
            return None
        return Rulebook(
            code=code,
            title=title,
            version=version,
            valid=valid,
            indicators=(*indicators, *self.made),
            criteria=criteria,
            **_given(optional),
        )

    def criterion(self, cursor: Cursor) -> Criterion | None:
        raw = cursor.raw
        is_group = isinstance(raw, dict) and "parts" in raw
        own = GROUP_KEYS if is_group else LEAF_KEYS
        required = ("code", "name", "points") if is_group else ("code", "name", "points", "rule")
        entries = cursor.mapping((*CRITERION_KEYS, *own), required=required)
        code, name, points = _text(entries, "code"), _text(entries, "name"), _number(entries, "points")
        if points is not None and points.digits < 0:
            entries["points"].refuse("rulebook.negative_points", found=points)
        body = self.group(entries) if is_group else self.leaf(entries, code or "", name or "")
        if code is None or name is None or points is None or body is None:
            return None
        optional = {
            "legal_basis": _text(entries, "legal_basis"),
            "secrecy": _choice(entries, "secrecy", Secrecy),
        }
        return Criterion(code=code, name=name, points=points, body=body, **_given(optional))

    def group(self, entries: Entries) -> Group:
        optional = {
            "cap": _number(entries, "cap"),
            "floor": _number(entries, "floor"),
            "scale_down": entries["scale_down"].flag() if "scale_down" in entries else None,
        }
        return Group(parts=tuple(each(_list(entries, "parts"), self.criterion)), **_given(optional))

    def leaf(self, entries: Entries, code: str, name: str) -> Leaf | None:
        shape = _kind(entries.get("rule"), SHAPES)
        source = _kind(entries["value"], SOURCES) if "value" in entries else Figure()
        bonuses = tuple(each(_list(entries, "bonuses"), _adjustment))
        deductions = tuple(each(_list(entries, "deductions"), _adjustment))
        optional = {
            "target": entries["target"].amount() if "target" in entries else None,
            "bonus_cap": _number(entries, "bonus_cap"),
            "deduction_cap": _number(entries, "deduction_cap"),
            "order": _order(entries.get("order")),
            "floor": _number(entries, "floor"),
            "cap": _number(entries, "cap"),
            "not_assigned": _choice(entries, "not_assigned", NotAssigned),
            "evidence": _choice(entries, "evidence", Evidence),
            "appraiser": _text(entries, "appraiser"),
        }
        if shape is None or source is None:
            return None
        indicator = _text(entries, "indicator") if "indicator" in entries else self.make_indicator(code, name, shape)
        if indicator is None:
            return None
        return Leaf(
            indicator=indicator, shape=shape, source=source, bonuses=bonuses, deductions=deductions, **_given(optional)
        )

    def make_indicator(self, code: str, name: str, shape: Shape) -> str:
        kind = FigureKind.VERDICT if isinstance(shape, PassFail) else FigureKind.POINTS
        self.made.append(Indicator(code=code, name=name, kind=kind))
        return code


def _indicator(cursor: Cursor) -> Indicator | None:
    entries = cursor.mapping(INDICATOR_KEYS, required=("code", "name", "kind"))
    code, name, kind = _text(entries, "code"), _text(entries, "name"), _choice(entries, "kind", FigureKind)
    if code is None or name is None or kind is None:
        return None
    optional = {
        "measure": _text(entries, "measure"),
        "direction": _choice(entries, "direction", Direction),
        "definition": _text(entries, "definition"),
    }
    return Indicator(code=code, name=name, kind=kind, **_given(optional))


def _adjustment(cursor: Cursor) -> Adjustment | None:
    entries = cursor.mapping(ADJUSTMENT_KEYS, required=("name", "indicator", "rule"))
    shape = _kind(entries.get("rule"), SHAPES)
    name, indicator = _text(entries, "name"), _text(entries, "indicator")
    optional = {
        "source": _kind(entries["value"], SOURCES) if "value" in entries else None,
        "cap": _number(entries, "cap"),
        "when": _declared(entries.get("when"), Predicate),
        "when_missing": _choice(entries, "when_missing", WhenMissing),
        "legal_basis": _text(entries, "legal_basis"),
    }
    if shape is None or name is None or indicator is None:
        return None
    return Adjustment(name=name, indicator=indicator, shape=shape, **_given(optional))


def _kind(cursor: Cursor | None, registry: Mapping[str, type[R]]) -> R | None:
    """A kind by name, with its parameters beside it; the bare name suffices where it needs none."""
    if cursor is None:
        return None
    if isinstance(cursor.raw, str):
        cursor = Cursor({"kind": cursor.raw}, cursor.place, cursor.problems)
    name = str(cursor.raw.get("kind")) if isinstance(cursor.raw, dict) else ""
    if name not in registry:
        cursor.refuse("rulebook.unknown_kind", found=name, kinds=", ".join(sorted(registry)))
        return None
    kind: type[R] = registry[name]
    return read_declared(kind, cursor.mapping(("kind", *declared(kind)), required=("kind",)), cursor)


def _declared(cursor: Cursor | None, owner: type[Predicate]) -> Predicate | None:
    if cursor is None:
        return None
    return read_declared(owner, cursor.mapping(declared(owner)), cursor)


def _tie_break(cursor: Cursor) -> TieBreak | None:
    entries = cursor.mapping(("key", "criterion"), required=("key",))
    key = _choice(entries, "key", TieKey)
    return None if key is None else TieBreak(key=key, **_given({"criterion": _text(entries, "criterion")}))


def _knock_out(cursor: Cursor) -> KnockOut | None:
    entries = cursor.mapping(KNOCK_OUT_KEYS, required=("code", "name", "when"))
    code, name, when = _text(entries, "code"), _text(entries, "name"), _declared(entries.get("when"), Predicate)
    optional = {
        "effect": _choice(entries, "effect", Effect),
        "criterion": _text(entries, "criterion"),
        "legal_basis": _text(entries, "legal_basis"),
    }
    if code is None or name is None or when is None:
        return None
    return KnockOut(code=code, name=name, when=when, **_given(optional))


def _total(cursor: Cursor | None) -> Total | None:
    if cursor is None:
        return None
    entries = cursor.mapping(TOTAL_KEYS)
    return Total(**_given({key: _number(entries, key) for key in TOTAL_KEYS}))


def _order(cursor: Cursor | None) -> tuple[Applied, ...] | None:
    if cursor is None:
        return None
    order = tuple(each(cursor.items(), lambda item: item.choice(Applied)))
    if sorted(order) != sorted(DEFAULT_ORDER):
        cursor.refuse("rulebook.order_incomplete", steps=", ".join(DEFAULT_ORDER))
    return order


def _period(cursor: Cursor | None) -> Period | None:
    if cursor is None:
        return None
    entries = cursor.mapping(("from", "to"), required=("from",))
    start, end = (entries[key].day() if key in entries else None for key in ("from", "to"))
    if start is None:
        return None
    if end is not None and end <= start:
        cursor.refuse("timeline.empty_period", start=start, end=end)
        return None
    return Period(start, end)


def _places(cursor: Cursor | None) -> int | None:
    places = None if cursor is None else cursor.whole()
    if cursor is not None and places is not None and not 0 <= places <= MOST_PLACES:
        cursor.refuse("rulebook.places_out_of_range", found=places, most=MOST_PLACES)
    return places


def _list(entries: Entries, key: str) -> list[Cursor]:
    return entries[key].items() if key in entries else []


def _text(entries: Entries, key: str) -> str | None:
    return entries[key].text() if key in entries else None


def _number(entries: Entries, key: str) -> Number | None:
    return entries[key].number() if key in entries else None


def _choice(entries: Entries, key: str, choices: type[E]) -> E | None:
    return entries[key].choice(choices) if key in entries else None


def _given(optional: Mapping[str, Any]) -> dict[str, Any]:
    """The optional fields that were given; the others keep the default of the schema."""
    return {key: value for key, value in optional.items() if value is not None}
