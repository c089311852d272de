"""Reads a rulebook from plain data, strictly: every mistake at once, each with its path and the mend.

What is shown by its code only loses its words here (`veil`), before anybody can show them.

A leaf may name an indicator of the list, or none: then what is entered or judged under the criterion's own code is an
indicator of its own, made here (points for entered kinds, a verdict for pass or fail).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from thidua.core.errors import Place, Problem, RulebookRefused
from thidua.core.kinds.base import SHAPES, SOURCES, Shape
from thidua.core.kinds.classes import ByLevel
from thidua.core.kinds.entry import PassFail
from thidua.core.kinds.sources import Figure
from thidua.core.periods import Aggregation, Frequency
from thidua.core.plain import Amount, Cursor, each, raise_if_any
from thidua.core.rulebook.above import RankMethod, Total
from thidua.core.rulebook.adjustments import Adjustment, BestOf
from thidua.core.rulebook.check import Lost, check
from thidua.core.rulebook.entries import (
    Entries,
    choice_of,
    declared_of,
    given,
    list_of_entries,
    number_of,
    period_of,
    text_of,
)
from thidua.core.rulebook.figure_checks import FigureCheck
from thidua.core.rulebook.parse_above import class_rule, knock_out, tie_break, total
from thidua.core.rulebook.parse_rules import adjustment_or_best, kind_of
from thidua.core.rulebook.schema import (
    DEFAULT_ORDER,
    Applied,
    Coefficient,
    Criterion,
    Direction,
    Evidence,
    Eyes,
    FigureKind,
    Group,
    Indicator,
    Leaf,
    Missing,
    NotAssigned,
    Rounding,
    Rulebook,
    Secrecy,
    StricterOf,
)
from thidua.core.rulebook.veil import veiled

ROOT_KEYS = (
    "rulebook", "title", "version", "valid", "legal_basis", "note", "rounding", "places", "missing", "not_assigned",
    "not_applicable",
    "rank", "tie_breaks", "knock_outs", "total", "classes", "checks", "indicators", "criteria",
)  # fmt: skip
INDICATOR_KEYS = (
    "code",
    "name",
    "kind",
    "measure",
    "direction",
    "definition",
    "levels",
    "year",
    "frequency",
    "aggregation",
)
CRITERION_KEYS = ("code", "name", "points", "legal_basis", "secrecy")
LEAF_KEYS = (
    "indicator", "value", "rule", "target", "coefficient", "months", "bonuses", "deductions", "bonus_cap",
    "deduction_cap", "order", "floor", "cap", "not_assigned", "not_applicable", "evidence", "appraiser", "eyes",
)  # fmt: skip
GROUP_KEYS = ("parts", "cap", "floor", "scale_down", "rescale")
STRICTER_KEYS = ("stricter_of",)
MOST_PLACES = 6

T = TypeVar("T")


def parse_rulebook(raw: object, *, file: str = "") -> Rulebook:
    """The rulebook that plain data describes. Raises RulebookRefused with every mistake found."""
    rulebook, problems = read_rulebook(Cursor(raw, Place(file=file)))
    raise_if_any(problems, RulebookRefused)
    if rulebook is None:
        raise RulebookRefused(problems)
    return rulebook


def read_rulebook(root: Cursor) -> tuple[Rulebook | None, list[Problem]]:
    """The rulebook, as far as it can be read, and all problems, warnings included."""
    reading = _Reading()
    rulebook = reading.rulebook(root)
    if rulebook is not None:
        root.problems.extend(check(rulebook, root.place, lost=reading.lost))
    return rulebook, root.problems


def read_draft(raw: object) -> Rulebook:
    """A rulebook that can be read and may contradict itself. Raises RulebookRefused where it cannot be read."""
    root = Cursor(raw)
    rulebook = _Reading().rulebook(root)
    raise_if_any(root.problems, RulebookRefused)
    if rulebook is None:
        raise RulebookRefused(root.problems)
    return rulebook


def read_criterion(cursor: Cursor) -> Criterion | None:
    """One criterion with its parts, and nothing around it."""
    return _Reading().criterion(cursor)


def read_indicator(cursor: Cursor) -> Indicator | None:
    """One indicator of the list."""
    return _indicator(cursor)


@dataclass(slots=True)
class _Reading:
    """One pass over the document: collects the indicators that leaves make for themselves, and what cannot be read."""

    made: list[Indicator] = field(default_factory=list)
    lost: Lost = field(default_factory=Lost)

    def kept(self, cursors: Sequence[Cursor], read: Callable[[Cursor], T | None]) -> tuple[T, ...]:
        """What can be read of some entries; what the others speak of is remembered."""
        found: list[T] = []
        for cursor in cursors:
            value = read(cursor)
            if value is None:
                self.lost.add(cursor.raw)
            else:
                found.append(value)
        return tuple(found)

    def rulebook(self, root: Cursor) -> Rulebook | None:
        entries = root.mapping(ROOT_KEYS, required=("rulebook", "title", "version", "valid", "criteria"))
        if not entries:
            return None
        criteria = self.kept(list_of_entries(entries, "criteria"), self.criterion)
        indicators = self.kept(list_of_entries(entries, "indicators"), _indicator)
        code, title, version = (text_of(entries, key) for key in ("rulebook", "title", "version"))
        valid = period_of(entries.get("valid"))
        optional = {
            "legal_basis": text_of(entries, "legal_basis"),
            "note": text_of(entries, "note"),
            "rounding": choice_of(entries, "rounding", Rounding),
            "places": _places(entries.get("places")),
            "missing": choice_of(entries, "missing", Missing),
            "not_assigned": choice_of(entries, "not_assigned", NotAssigned),
            "not_applicable": choice_of(entries, "not_applicable", NotAssigned),
            "rank": choice_of(entries, "rank", RankMethod),
            "tie_breaks": self.kept(list_of_entries(entries, "tie_breaks"), tie_break),
            "knock_outs": self.kept(list_of_entries(entries, "knock_outs"), knock_out),
            "total": self.total(entries.get("total")),
            "classes": self.kept(list_of_entries(entries, "classes"), class_rule),
            "checks": self.kept(list_of_entries(entries, "checks"), _figure_check),
        }
        if code is None or title is None or version is None or valid is None:
            return None
        whole = Rulebook(
            code=code,
            title=title,
            version=version,
            valid=valid,
            indicators=(*indicators, *self.made),
            criteria=criteria,
            **given(optional),
        )
        return veiled(whole)

    def criterion(self, cursor: Cursor) -> Criterion | None:
        raw = cursor.raw
        is_group = isinstance(raw, dict) and "parts" in raw
        own = GROUP_KEYS if is_group else LEAF_KEYS
        is_nameless = isinstance(raw, dict) and raw.get("secrecy") == Secrecy.CODE_ONLY and "name" not in raw
        required = ("code", *(() if is_nameless else ("name",)), "points", *(() if is_group else ("rule",)))
        entries = cursor.mapping((*CRITERION_KEYS, *own), required=required)
        code, points = text_of(entries, "code"), number_of(entries, "points")
        name = code if is_nameless else text_of(entries, "name")
        if points is not None and points.digits < 0:
            entries["points"].refuse("rulebook.negative_points", found=points)
        body = self.group(entries, code or "") if is_group else self.leaf(entries, code or "", name or "")
        if code is None or name is None or points is None or body is None:
            return None
        optional = {
            "legal_basis": text_of(entries, "legal_basis"),
            "secrecy": choice_of(entries, "secrecy", Secrecy),
        }
        return Criterion(code=code, name=name, points=points, body=body, **given(optional))

    def total(self, cursor: Cursor | None) -> Total | None:
        before = 0 if cursor is None else len(cursor.problems)
        found = total(cursor)
        if cursor is not None and len(cursor.problems) > before:
            self.lost.add(cursor.raw)
        return found

    def group(self, entries: Entries, code: str) -> Group:
        optional = {
            "cap": number_of(entries, "cap"),
            "floor": number_of(entries, "floor"),
            "scale_down": entries["scale_down"].flag() if "scale_down" in entries else None,
            "rescale": entries["rescale"].flag() if "rescale" in entries else None,
        }
        cursors = list_of_entries(entries, "parts")
        parts = self.kept(cursors, self.criterion)
        if len(parts) < len(cursors):
            self.lost.groups.add(code)
        return Group(parts=parts, **given(optional))

    def leaf(self, entries: Entries, code: str, name: str) -> Leaf | None:
        shape = kind_of(entries.get("rule"), SHAPES)
        source = kind_of(entries["value"], SOURCES) if "value" in entries else Figure()
        bonuses, deductions = self.adjustments(entries, "bonuses"), self.adjustments(entries, "deductions")
        optional = {
            "target": _target(entries["target"]) if "target" in entries else None,
            "coefficient": declared_of(entries.get("coefficient"), Coefficient),
            "months": text_of(entries, "months"),
            "bonus_cap": number_of(entries, "bonus_cap"),
            "deduction_cap": number_of(entries, "deduction_cap"),
            "order": _order(entries.get("order")),
            "floor": number_of(entries, "floor"),
            "cap": number_of(entries, "cap"),
            "not_assigned": choice_of(entries, "not_assigned", NotAssigned),
            "not_applicable": choice_of(entries, "not_applicable", NotAssigned),
            "evidence": choice_of(entries, "evidence", Evidence),
            "eyes": choice_of(entries, "eyes", Eyes),
            "appraiser": text_of(entries, "appraiser"),
        }
        if shape is None or source is None:
            return None
        indicator = text_of(entries, "indicator") if "indicator" in entries else self.make_indicator(code, name, shape)
        if indicator is None:
            return None
        return Leaf(
            indicator=indicator, shape=shape, source=source, bonuses=bonuses, deductions=deductions, **given(optional)
        )

    def adjustments(self, entries: Entries, key: str) -> tuple[Adjustment | BestOf, ...]:
        read: Callable[[Cursor], Adjustment | BestOf | None] = adjustment_or_best
        return self.kept(list_of_entries(entries, key), read)

    def make_indicator(self, code: str, name: str, shape: Shape) -> str:
        self.made.append(made_indicator(code, name, shape))
        return code


def made_indicator(code: str, name: str, shape: Shape) -> Indicator:
    """The indicator that a criterion makes for itself when it names none."""
    kind = FigureKind.VERDICT if isinstance(shape, PassFail) else FigureKind.POINTS
    if isinstance(shape, ByLevel):  # a level needs its words: they stand with an indicator of the list
        kind = FigureKind.LEVEL
    return Indicator(code=code, name=name, kind=kind)


def _figure_check(cursor: Cursor) -> FigureCheck | None:
    return declared_of(cursor, FigureCheck)


def _indicator(cursor: Cursor) -> Indicator | None:
    entries = cursor.mapping(INDICATOR_KEYS, required=("code", "name", "kind"))
    code, name, kind = text_of(entries, "code"), text_of(entries, "name"), choice_of(entries, "kind", FigureKind)
    if code is None or name is None or kind is None:
        return None
    optional = {
        "measure": text_of(entries, "measure"),
        "direction": choice_of(entries, "direction", Direction),
        "definition": text_of(entries, "definition"),
        "levels": entries["levels"].texts() if "levels" in entries else None,
        "year": entries["year"].whole() if "year" in entries else None,
        "frequency": choice_of(entries, "frequency", Frequency),
        "aggregation": choice_of(entries, "aggregation", Aggregation),
    }
    return Indicator(code=code, name=name, kind=kind, **given(optional))


def _target(cursor: Cursor) -> Amount | StricterOf | None:
    """A target written in the rulebook: an amount, or the stricter of several."""
    if not isinstance(cursor.raw, dict):
        return cursor.amount()
    entries = cursor.mapping(STRICTER_KEYS, required=STRICTER_KEYS)
    targets: tuple[Amount | str, ...] = tuple(each(list_of_entries(entries, "stricter_of"), _one_target))
    if "stricter_of" in entries and entries["stricter_of"].raw == []:
        entries["stricter_of"].refuse("plain.empty_list")
    return StricterOf(targets=targets) if targets else None


def _one_target(cursor: Cursor) -> Amount | str | None:
    """An amount where a digit stands first, otherwise an indicator or the season's own target."""
    text = str(cursor.raw).strip()
    return cursor.amount() if text[:1].isdigit() or text[:1] in "+-−" else cursor.text()


def _order(cursor: Cursor | None) -> tuple[Applied, ...] | None:
    if cursor is None:
        return None
    order = tuple(each(cursor.items(), lambda item: item.choice(Applied)))
    if sorted(order) != sorted(DEFAULT_ORDER):
        cursor.refuse("rulebook.order_incomplete", steps=", ".join(DEFAULT_ORDER))
    return order


def _places(cursor: Cursor | None) -> int | None:
    places = None if cursor is None else cursor.whole()
    if cursor is not None and places is not None and not 0 <= places <= MOST_PLACES:
        cursor.refuse("rulebook.places_out_of_range", found=places, most=MOST_PLACES)
    return places
