"""Reads rules from plain data: a kind with its parameters, an adjustment, the best of several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from thidua.core.kinds.base import SHAPES, SOURCES, Shape, Source
from thidua.core.kinds.params import declared, read_declared
from thidua.core.plain import Cursor, each
from thidua.core.rulebook.adjustments import Adjustment, BestOf, Predicate, WhenMissing
from thidua.core.rulebook.entries import choice_of, declared_of, given, list_of_entries, number_of, text_of

R = TypeVar("R", Shape, Source)
ADJUSTMENT_KEYS = ("name", "indicator", "value", "rule", "cap", "when", "when_missing", "legal_basis")
BEST_OF_KEYS = ("name", "best_of", "cap", "legal_basis")


def adjustment_or_best(cursor: Cursor) -> Adjustment | BestOf | None:
    """One bonus or deduction, or several of which the largest counts."""
    is_best = isinstance(cursor.raw, dict) and "best_of" in cursor.raw
    return best_of(cursor) if is_best else adjustment(cursor)


def best_of(cursor: Cursor) -> BestOf | None:
    """Alternatives of which only the largest counts."""
    entries = cursor.mapping(BEST_OF_KEYS, required=("name", "best_of"))
    name = text_of(entries, "name")
    alternatives = tuple(each(list_of_entries(entries, "best_of"), adjustment))
    optional = {"cap": number_of(entries, "cap"), "legal_basis": text_of(entries, "legal_basis")}
    if "best_of" in entries and entries["best_of"].raw == []:
        entries["best_of"].refuse("plain.empty_list")
    if name is None:
        return None
    return BestOf(name=name, alternatives=alternatives, **given(optional))


def adjustment(cursor: Cursor) -> Adjustment | None:
    entries = cursor.mapping(ADJUSTMENT_KEYS, required=("name", "indicator", "rule"))
    shape = kind_of(entries.get("rule"), SHAPES)
    name, indicator = text_of(entries, "name"), text_of(entries, "indicator")
    optional = {
        "source": kind_of(entries["value"], SOURCES) if "value" in entries else None,
        "cap": number_of(entries, "cap"),
        "when": declared_of(entries.get("when"), Predicate),
        "when_missing": choice_of(entries, "when_missing", WhenMissing),
        "legal_basis": text_of(entries, "legal_basis"),
    }
    if shape is None or name is None or indicator is None:
        return None
    return Adjustment(name=name, indicator=indicator, shape=shape, **given(optional))


def kind_of(cursor: Cursor | None, registry: Mapping[str, type[R]]) -> R | None:
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
