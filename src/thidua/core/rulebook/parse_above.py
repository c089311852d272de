"""Reads what stands above the leaves from plain data: tie-breaks, knock-outs, the total, the classes of the year."""

from __future__ import annotations

from thidua.core.numbers import Rate, RoundingMode
from thidua.core.plain import Cursor, each
from thidua.core.rulebook.above import (
    ClassRule,
    Counted,
    Edge,
    Effect,
    KnockOut,
    Quota,
    ShareOf,
    TieBreak,
    TieKey,
    Total,
)
from thidua.core.rulebook.adjustments import Predicate
from thidua.core.rulebook.entries import choice_of, declared_of, given, list_of_entries, number_of, text_of
from thidua.core.rulebook.parse_rules import adjustment

KNOCK_OUT_KEYS = ("code", "name", "when", "effect", "criterion", "best_class", "legal_basis")
TOTAL_KEYS = ("cap", "floor", "rescale_to", "authority_adjustment", "bonuses")
CLASS_KEYS = ("name", "least", "min_share", "min_share_of", "quota", "legal_basis")
QUOTA_KEYS = ("most", "of_class", "rounding", "at_least", "edge", "counted")


def tie_break(cursor: Cursor) -> TieBreak | None:
    entries = cursor.mapping(("key", "criterion"), required=("key",))
    key = choice_of(entries, "key", TieKey)
    return None if key is None else TieBreak(key=key, **given({"criterion": text_of(entries, "criterion")}))


def knock_out(cursor: Cursor) -> KnockOut | None:
    entries = cursor.mapping(KNOCK_OUT_KEYS, required=("code", "name", "when"))
    code, name, when = text_of(entries, "code"), text_of(entries, "name"), declared_of(entries.get("when"), Predicate)
    optional = {
        "effect": choice_of(entries, "effect", Effect),
        "criterion": text_of(entries, "criterion"),
        "best_class": text_of(entries, "best_class"),
        "legal_basis": text_of(entries, "legal_basis"),
    }
    if code is None or name is None or when is None:
        return None
    return KnockOut(code=code, name=name, when=when, **given(optional))


def total(cursor: Cursor | None) -> Total | None:
    if cursor is None:
        return None
    entries = cursor.mapping(TOTAL_KEYS)
    optional = {key: number_of(entries, key) for key in TOTAL_KEYS if key != "bonuses"}
    bonuses = tuple(each(list_of_entries(entries, "bonuses"), adjustment))
    return Total(**given(optional), bonuses=bonuses)


def class_rule(cursor: Cursor) -> ClassRule | None:
    """One class of the year."""
    entries = cursor.mapping(CLASS_KEYS, required=("name", "least"))
    name, least = text_of(entries, "name"), number_of(entries, "least")
    share = entries["min_share"].amount() if "min_share" in entries else None
    if share is not None and not isinstance(share, Rate):
        entries["min_share"].refuse("rulebook.share_without_percent", found=share)
        share = None
    optional = {
        "min_share": share,
        "min_share_of": choice_of(entries, "min_share_of", ShareOf),
        "quota": _quota(entries["quota"]) if "quota" in entries else None,
        "legal_basis": text_of(entries, "legal_basis"),
    }
    if name is None or least is None:
        return None
    return ClassRule(name=name, least=least, **given(optional))


def _quota(cursor: Cursor) -> Quota | None:
    entries = cursor.mapping(QUOTA_KEYS, required=("most",))
    most = entries["most"].amount() if "most" in entries else None
    optional = {
        "of_class": text_of(entries, "of_class"),
        "rounding": choice_of(entries, "rounding", RoundingMode),
        "at_least": entries["at_least"].whole() if "at_least" in entries else None,
        "edge": choice_of(entries, "edge", Edge),
        "counted": choice_of(entries, "counted", Counted),
    }
    return None if most is None else Quota(most=most, **given(optional))
