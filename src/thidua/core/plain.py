"""Strict reading of plain data (mappings, lists, texts) with every mistake kept, each at its path.

The parsers of rulebooks, seasons and golden cases stand on this. A `Cursor` is a value inside a document together
with its path; it never raises: it records a `Problem` and answers with nothing, so that one reading finds *all*
mistakes. Scalars arrive as texts (a loader that turned 8,5 into a binary fraction would have lost the number).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from thidua.core.errors import NumberRefused, Place, Problem, Refused, Severity
from thidua.core.numbers import Number, NumberKind, Rate
from thidua.core.reading import read_date, read_number

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Amount = Number | Rate


@dataclass(frozen=True, slots=True)
class Cursor:
    """A value of a document, where it stands, and the list in which its mistakes are collected."""

    raw: object
    place: Place = Place()
    problems: list[Problem] = field(default_factory=list)

    def at(self, key: str, raw: object) -> Cursor:
        """The cursor one step deeper; `key` is a mapping key or `[index]`."""
        file, sheet, cell, path = self.place.file, self.place.sheet, self.place.cell, self.place.path
        joined = f"{path}{key}" if key.startswith("[") or not path else f"{path}.{key}"
        return Cursor(raw, Place(file, sheet, cell, joined), self.problems)

    def refuse(self, code: str, severity: Severity = Severity.ERROR, **data: object) -> None:
        """Record a mistake at this place."""
        self.problems.append(Problem(code, data, self.place, severity))

    def mapping(self, known: Collection[str], required: Collection[str] = ()) -> dict[str, Cursor]:
        """The entries of a mapping. Unknown keys are refused with the nearest known one, missing ones named."""
        if not isinstance(self.raw, dict):
            self.refuse("plain.not_a_mapping", found=_shown(self.raw), keys=", ".join(sorted(known)))
            return {}
        entries = {str(key): self.at(str(key), raw) for key, raw in self.raw.items()}
        for key in [key for key in entries if key not in known]:
            near = get_close_matches(key, list(known), n=1)
            code = "plain.unknown_key_near" if near else "plain.unknown_key"
            entries.pop(key).refuse(code, key=key, near=near[0] if near else "", keys=", ".join(sorted(known)))
        for key in required:
            if key not in entries or entries[key].raw is None:
                self.refuse("plain.missing_key", key=key)
        return {key: cursor for key, cursor in entries.items() if cursor.raw is not None}

    def items(self) -> list[Cursor]:
        """The entries of a list. An entry that carries a code is called by it in paths."""
        if not isinstance(self.raw, list):
            self.refuse("plain.not_a_list", found=_shown(self.raw))
            return []
        return [self.at(f"[{_name(raw, index)}]", raw) for index, raw in enumerate(self.raw)]

    def text(self) -> str | None:
        """A text, in NFC, without outer blanks."""
        if isinstance(self.raw, bool) or not isinstance(self.raw, (str, int)):
            self.refuse("plain.not_a_text", found=_shown(self.raw))
            return None
        text = unicodedata.normalize("NFC", str(self.raw)).strip()
        if not text:
            self.refuse("plain.empty_text")
            return None
        return text

    def number(self) -> Number | None:
        """An exact decimal: 8,5 or 8.5."""
        amount = self.amount()
        if isinstance(amount, Rate):
            self.refuse("plain.percent_unwanted", found=_shown(self.raw))
            return None
        return amount

    def amount(self) -> Amount | None:
        """An exact decimal or, with a percent sign, a rate."""
        if isinstance(self.raw, float):
            self.refuse("plain.binary_fraction", found=str(self.raw))
            return None
        text = self.text()
        if text is None:
            return None
        kind = NumberKind.PERCENT if "%" in text or "％" in text else NumberKind.DECIMAL
        value = self._reading(lambda: read_number(text, kind))
        return value if isinstance(value, (Number, Rate)) else None

    def whole(self) -> int | None:
        """A whole number, written without separators of thousands or with them."""
        text = self.text()
        value = None if text is None else self._reading(lambda: read_number(text, NumberKind.COUNT))
        return value.digits if isinstance(value, Number) else None

    def day(self) -> date | None:
        """A date: 23/11/2024 or 2024-11-23."""
        if isinstance(self.raw, date):
            return self.raw
        text = self.text()
        return None if text is None else self._reading(lambda: read_date(text))

    def flag(self) -> bool | None:
        """Yes or no (`true`, `false`, có, không)."""
        if isinstance(self.raw, bool):
            return self.raw
        word = unicodedata.normalize("NFC", str(self.raw)).strip().casefold()
        if word in {"true", "yes", "có"}:
            return True
        if word in {"false", "no", "không"}:
            return False
        self.refuse("plain.not_a_flag", found=_shown(self.raw))
        return None

    def choice(self, choices: type[E]) -> E | None:
        """One word of a closed list."""
        text = self.text()
        if text is None:
            return None
        try:
            return choices(text)
        except ValueError:
            known = [choice.value for choice in choices]
            near = get_close_matches(text, known, n=1)
            self.refuse(
                "plain.unknown_choice", found=text, choices=", ".join(known), near=near[0] if near else known[0]
            )
            return None

    def texts(self) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        cursors = self.items() if isinstance(self.raw, list) else [self]
        return tuple(text for text in (cursor.text() for cursor in cursors) if text is not None)

    def _reading(self, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except NumberRefused as refused:
            self.problems.extend(replace(problem, place=self.place) for problem in refused.problems)
            return None


def raise_if_any(problems: list[Problem], refusal: type[Refused]) -> None:
    """Raise one refusal that holds every problem that is not a mere warning."""
    if any(problem.severity is not Severity.WARNING for problem in problems):
        raise refusal(problems)


def _name(raw: object, index: int) -> str:
    if isinstance(raw, dict) and isinstance(raw.get("code"), (str, int)):
        return str(raw["code"])
    return str(index)


def _shown(raw: object) -> str:
    text = str(raw)
    return text if len(text) <= 60 else text[:57] + "…"


def each(cursors: Collection[Cursor], read: Callable[[Cursor], T | None]) -> Iterator[T]:
    """Read every cursor and keep what could be read."""
    for cursor in cursors:
        value = read(cursor)
        if value is not None:
            yield value
