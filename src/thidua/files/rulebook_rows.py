"""The parameters of a rulebook as rows of a sheet, and back: one row an entry, its path in labels and its value.

Rows know nothing of Excel. An entry whose mapping is about one thing carries that thing as its value: a rule its
kind, a bonus its name, a condition its indicator. Bands, knots and conditions have their ends in columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from thidua.core.errors import Place, Problem
from thidua.core.rulebook.document import Document
from thidua.words.language import Language
from thidua.words.rulebook_diff import key_label
from thidua.words.say import all_sentences
from thidua.words.vietnamese import marked

ENDS = ("above", "from", "below", "up_to", "at", "points")
WITH_ENDS = ("bands", "knots", "classes", "when")
APART = " › "
# What the mapping under a key is about: it stands as the value of the entry's own row.
ABOUT = {
    "rule": "kind",
    "value": "kind",
    "when": "indicator",
    "bonuses": "name",
    "deductions": "name",
    "best_of": "name",
    "coefficient": "indicator",
    "knock_outs": "code",
    "tie_breaks": "key",
    "classes": "name",
    "checks": "indicator",
    "quota": "most",
}
MAY_BE_BARE = ("rule", "value")
_PIECE = re.compile(r"(.*?)\s*(\d{1,4})?")

Scalar = str | bool


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an entry's path: a key and, in a list, the number from 1 (0: no list)."""

    key: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: its path, its value if it has one, and its ends."""

    path: tuple[Step, ...]
    value: Scalar | None = None
    ends: Mapping[str, Scalar] = field(default_factory=dict)


def rows_of(document: Mapping[str, Document], path: tuple[Step, ...] = ()) -> Iterator[Row]:
    """Every entry of a mapping as rows, in the order of the document."""
    for key, item in document.items():
        if not isinstance(item, list):
            yield from _rows(item, (*path, Step(key)))
            continue
        for number, one in enumerate(item, start=1):
            yield from _rows(one, (*path, Step(key, number)))


def _rows(item: Document, path: tuple[Step, ...]) -> Iterator[Row]:
    if isinstance(item, (str, bool)):
        yield Row(path, item)
        return
    if not isinstance(item, dict):
        raise TypeError("a list stands inside a mapping in every rulebook")
    key, about = path[-1].key, ABOUT.get(path[-1].key, "")
    ends = {end: item[end] for end in ENDS if end in item} if key in WITH_ENDS else {}
    scalars = {end: value for end, value in ends.items() if isinstance(value, (str, bool))}
    value = item.get(about)
    if value is not None or scalars:
        yield Row(path, value if isinstance(value, (str, bool)) else None, scalars)
    yield from rows_of({name: one for name, one in item.items() if name not in (*scalars, about)}, path)


def write_path(path: tuple[Step, ...], lang: Language) -> str:
    """`khoản cộng 1 › cách tính › bậc 2`."""
    return APART.join(f"{key_label(step.key, lang)} {step.number or ''}".rstrip() for step in path)


def read_path(text: str) -> tuple[Step, ...] | None:
    """The path that a person wrote in either language or in keys; None where a piece is not known."""
    steps = [_step(piece) for piece in re.split(r"[›>]", text)]
    known = [step for step in steps if step is not None]
    return tuple(known) if len(known) == len(steps) else None


def _step(piece: str) -> Step | None:
    whole = key_of_label(piece)
    if whole:
        return Step(whole)
    match = _PIECE.fullmatch(piece.strip())
    key = key_of_label(match[1]) if match else ""
    return Step(key, int(match[2] or 0)) if match and key else None


def key_of_label(text: str) -> str:
    """The key that a label in either language stands for, or the key itself; empty for none."""
    return _labels().get(marked(text), "")


@cache
def _labels() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, texts in all_sentences().items():
        if code.startswith("key."):
            key = code.removeprefix("key.")
            found |= {marked(text): key for text in texts}
    return found | {key: key for key in found.values()}


@dataclass(slots=True)
class Placed:
    """A value of a document that was read from cells, and the cell in which it, or its first part, stands."""

    place: Place
    value: Scalar | None = None
    entries: dict[str, Placed] = field(default_factory=dict)
    items: dict[str, dict[int, Placed]] = field(default_factory=dict)

    def plain(self, key: str = "") -> Document:
        """The plain data that the parser reads."""
        about = ABOUT.get(key, "")
        if self.value is not None and (not (self.entries or self.items) and (not about or key in MAY_BE_BARE)):
            return self.value
        own: dict[str, Document] = {about: self.value} if about and self.value is not None else {}
        own |= {name: entry.plain(name) for name, entry in self.entries.items()}
        return own | {name: [one.plain(name) for one in self.ordered(name)] for name in self.items}

    def ordered(self, name: str) -> list[Placed]:
        """The items of a list by their numbers."""
        return [item for _number, item in sorted(self.items[name].items())]

    def paths(self, path: str, key: str = "") -> Iterator[tuple[str, Place]]:
        """Every path inside the document, as the parser writes it, with its cell."""
        yield path, self.place
        about = ABOUT.get(key, "")
        if about and self.value is not None:
            yield joined(path, about), self.place
        for name, entry in self.entries.items():
            yield from entry.paths(joined(path, name), name)
        for name in self.items:
            for index, item in enumerate(self.ordered(name)):
                at = f"{joined(path, name)}[{item.called(name, index)}]"
                yield from item.paths(at, name)
            yield joined(path, name), self.ordered(name)[0].place

    def called(self, key: str, index: int) -> str:
        """How the parser calls an item of a list: by its code, or by its index."""
        code = self.value if ABOUT.get(key) == "code" else None
        if "code" in self.entries:
            code = self.entries["code"].value
        return str(code) if code is not None else str(index)


def joined(path: str, key: str) -> str:
    """A path one key deeper."""
    return f"{path}.{key}" if path else key


def put(root: Placed, path: tuple[Step, ...], place: Place) -> Placed:
    """The entry at a path, made where it is not there yet."""
    here = root
    for step in path:
        if step.number:
            here = here.items.setdefault(step.key, {}).setdefault(step.number, Placed(place))
        else:
            here = here.entries.setdefault(step.key, Placed(place))
    return here


def confusions(root: Placed, key: str = "") -> Iterator[Problem]:
    """Entries that have a value of their own although only their parts should stand there."""
    if root.value is not None and (root.entries or root.items) and not ABOUT.get(key):
        yield Problem("rulebook_xlsx.value_and_parts", {}, root.place)
    for name, entry in root.entries.items():
        yield from confusions(entry, name)
    for name, items in root.items.items():
        for item in items.values():
            yield from confusions(item, name)
