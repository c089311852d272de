"""One node of the draft as it is edited: its fields, what was typed read back, and both texts where two collide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.models import RulebookVersion
from thidua.core.errors import Place, Problem, RulebookRefused
from thidua.core.rulebook import editing
from thidua.core.rulebook.check import Lost, check
from thidua.core.rulebook.diff import standings_of
from thidua.core.rulebook.document import criterion_document, document_of, rulebook_document
from thidua.core.rulebook.parse import read_criterion, read_draft, read_indicator
from thidua.core.rulebook.schema import Criterion, Indicator, Rulebook
from thidua.web.rulebooks.editor import typed
from thidua.web.rulebooks.editor.fields import Filling
from thidua.words.language import Language
from thidua.words.rulebook_diff import key_label

OF_NODE = re.compile(r"criteria\[([^\]]+)\]")
ONLY_SHOWN = frozenset({"parts"})


@dataclass(frozen=True, slots=True)
class Read:
    """What was typed, as a value if it can be read, and the problems at their fields."""

    value: Criterion | Indicator | Rulebook | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """An entry that two people see differently: what was typed here, and what stands in the draft."""

    label: str
    typed: str
    stands: str


def fields_of(node: Criterion) -> tuple[str, ...]:
    """The names of a criterion's plain fields."""
    return typed.OF_GROUP if node.group is not None else typed.OF_LEAF


def criterion_texts(node: Criterion, rulebook: Rulebook, lang: Language) -> dict[str, str]:
    """The texts of a criterion's fields."""
    document = criterion_document(editing.own(node), rulebook)
    return typed.texts_of(document, fields_of(node), lang)


def general_texts(rulebook: Rulebook, lang: Language) -> dict[str, str]:
    """The texts of what holds for the whole."""
    return typed.texts_of(rulebook_document(editing.general_of(rulebook)), typed.OF_GENERAL, lang)


def indicator_texts(indicator: Indicator, lang: Language) -> dict[str, str]:
    """The texts of an indicator's fields."""
    document = document_of(indicator)
    return typed.texts_of(document if isinstance(document, dict) else {}, typed.OF_INDICATOR, lang)


def read_node(texts: Mapping[str, str], node: Criterion) -> Read:
    """The criterion that was typed in place of another of the same sort."""
    root, problems = typed.plain_of(texts, fields_of(node))
    cursor = typed.reading(root)
    if node.group is not None and isinstance(cursor.raw, dict):
        cursor.raw["parts"] = []
    value = read_criterion(cursor)
    return _read(value, [*problems, *typed.at_fields(cursor.problems, root)])


def read_general(texts: Mapping[str, str]) -> Read:
    """The general rules that were typed."""
    root, problems = typed.plain_of(texts, typed.OF_GENERAL)
    plain = root.plain()
    try:
        value = read_draft({**plain, "criteria": []} if isinstance(plain, dict) else plain)
    except RulebookRefused as refused:
        return _read(None, [*problems, *typed.at_fields(list(refused.problems), root)])
    return _read(value, problems)


def read_indicator_texts(texts: Mapping[str, str]) -> Read:
    """The indicator that was typed."""
    root, problems = typed.plain_of(texts, typed.OF_INDICATOR)
    cursor = typed.reading(root)
    value = read_indicator(cursor)
    return _read(value, [*problems, *typed.at_fields(cursor.problems, root)])


def filling(texts: Mapping[str, str], rulebook: Rulebook, lang: Language, problems: Sequence[Problem] = ()) -> Filling:
    """The fields with what was typed."""
    return Filling(texts, problems, editing.listed_indicators(rulebook), lang)


def checked(rulebook: Rulebook) -> tuple[Problem, ...]:
    """What the one checker says of a draft as it would be."""
    return tuple(check(rulebook, Place(), lost=Lost()))


def at_node(problems: Sequence[Problem], code: str) -> list[Problem]:
    """Those about one criterion; of the whole, those about no criterion."""
    return [one for one in problems if node_of(one) == code]


def node_of(problem: Problem) -> str:
    """The code of the criterion that a problem is about; empty for the rest of the rulebook."""
    found = OF_NODE.match(problem.place.path)
    return found[1] if found else ""


def sides(mine: Mapping[str, str], stands: Mapping[str, str], lang: Language) -> list[Beside]:
    """Where what was typed differs from what stands in the draft."""
    names = dict.fromkeys([*mine, *stands])
    return [
        Beside(label_of(name, lang), mine.get(name, ""), stands.get(name, ""))
        for name in names
        if mine.get(name, "").strip() != stands.get(name, "").strip()
    ]


def label_of(name: str, lang: Language) -> str:
    """A field in words: `cách tính › bậc 2 › từ`; nothing for what is of no field."""
    steps = [step for step in name.split(".") if step not in ("", "row", "entry", "value")]
    return " › ".join(step if step.isdecimal() else key_label(step, lang) for step in steps)


def place_mark(rulebook: Rulebook, code: str) -> str:
    """The mark of the place in which a criterion stands."""
    return editing.mark_of(standings_of(rulebook)[code])


def groups_in_words(rulebook: Rulebook, but: Criterion | None = None) -> Iterator[tuple[str, str]]:
    """Every group that something can be put into, by code and name."""
    inside = {one.code for _depth, one in but.walk()} if but is not None else set()
    for depth, node in rulebook.walk():
        if node.group is not None and node.code not in inside:
            yield node.code, f"{'– ' * depth}{node.code} {node.name if node.name != node.code else ''}".strip()


def rulebook_of(row: RulebookVersion) -> Rulebook:
    """The draft as a value."""
    return bridge.rulebook(row)


def _read(value: Criterion | Indicator | Rulebook | None, problems: list[Problem]) -> Read:
    errors = [one for one in problems if typed.is_error(one)]
    at_their_fields = tuple(replace(one, place=Place(path=one.place.path)) for one in problems)
    return Read(None if errors else value, at_their_fields)
