"""Which fields a kind of rule asks for, read off its own declarations: texts, choices, and tables of bands or knots."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from thidua.core.kinds.base import SHAPES
from thidua.core.kinds.params import FLAG, INDICATOR, ParamType, declared
from thidua.words.language import Language
from thidua.words.rulebook_diff import key_label
from thidua.words.say import say, write

Options = tuple[tuple[str, str], ...]
ABOUT_APART = " / "  # `points of this band / điểm của bậc`


class Asked(Enum):
    """How a parameter is asked for."""

    TEXT = "text"
    CHOICE = "choice"
    INDICATOR = "indicator"
    TABLE = "table"
    ROWS = "rows"  # too deep for a field: it stands among the further entries


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a kind. columns: of a table; choices: of a closed list."""

    key: str
    asked: Asked
    about: str = ""
    choices: tuple[Enum, ...] = ()
    columns: tuple[str, ...] = ()

    def label(self, lang: Language) -> str:
        return key_label(self.key, lang)

    def hint(self, lang: Language) -> str:
        """Its meaning in one line, in the language of the page."""
        english, _, vietnamese = self.about.partition(ABOUT_APART)
        hint = vietnamese if lang is Language.VI and vietnamese else english
        return "" if hint == self.label(lang) else hint

    def options(self, lang: Language) -> Options:
        """The words of a closed list; of yes and no, where it is none."""
        if self.choices:
            return tuple((str(one.value), write(one, lang)) for one in self.choices)
        return (("true", say("editor.yes", lang)), ("false", say("editor.no", lang)))


@cache
def parameters_of(kind: str) -> tuple[Parameter, ...]:
    """The parameters of a shape, in the order of declaration; none of an unknown one."""
    owner = SHAPES.get(kind)
    return tuple(_parameters(owner)) if owner is not None else ()


def kinds_in_words(lang: Language) -> Options:
    """Every shape by its short name."""
    return tuple((name, say(f"kind.{name}", lang)) for name in SHAPES)


def _parameters(owner: type[Any]) -> Iterator[Parameter]:
    hints = typing.get_type_hints(owner)
    for key, item in declared(owner).items():
        yield _parameter(key, item.metadata["param"], item.metadata["about"], hints[item.name])


def _parameter(key: str, kind: ParamType, about: str, hint: Any) -> Parameter:
    inner = [one for one in typing.get_args(hint) if one is not types.NoneType and one is not Ellipsis]
    if typing.get_origin(hint) is tuple:
        entry = inner[0]
        columns = tuple(declared(entry)) if is_dataclass(entry) and isinstance(entry, type) else ()
        is_flat = bool(columns) and all(
            one.metadata["param"].schema.get("type") != "array" for one in declared(entry).values()
        )
        return Parameter(key, Asked.TABLE, about, columns=columns) if is_flat else Parameter(key, Asked.ROWS, about)
    choice = hint if isinstance(hint, type) else inner[0] if inner else None
    if isinstance(choice, type) and issubclass(choice, Enum):
        return Parameter(key, Asked.CHOICE, about, choices=tuple(choice))
    if kind is FLAG:
        return Parameter(key, Asked.CHOICE, about)
    return Parameter(key, Asked.INDICATOR if kind is INDICATOR else Asked.TEXT, about)
