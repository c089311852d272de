"""Turns a code and its data into one sentence for people, in the language asked for.

Sentences live in `thidua.words.sentences`, one module an area, two languages a code, `{name}` where data goes in.
Data is written by its type, so that no caller formats: numbers and dates as printed, a place as file › sheet › cell,
a sequence as "A, B và C", a member of an enumeration by its own sentence `EnumName.value`, a text on one line. A plain
whole number is a quantity and gets its separators; a year or a code is passed as text.

Never decides what is wrong and never raises for what people did: a missing code or field is a Fault of ours.
"""

import importlib
import os
import pkgutil
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from functools import cache

from thidua.core.errors import Fault, Place, Problem
from thidua.core.numbers import Number, Value
from thidua.core.periods import YEAR, PeriodName
from thidua.words import sentences
from thidua.words.language import Language
from thidua.words.numbers import write_date, write_number

Sentences = dict[str, tuple[str, str]]  # code: (Vietnamese, English)

_AND = {Language.VI: " và ", Language.EN: " and "}
PERIOD_CODE = re.compile(r"(?P<year>\d{4})-(?:(?P<letter>[QH])(?P<part>\d+)|(?P<month>\d\d)(?:-(?P<day>\d\d))?)")
_COLUMN = {Language.VI: 0, Language.EN: 1}


def say(code: str, lang: Language, /, **data: object) -> str:
    """The sentence of a code with its data filled in. Raises Fault for an unknown code or a missing field."""
    try:
        template = all_sentences()[code][_COLUMN[lang]]
    except KeyError:
        raise Fault(f"no sentence for {code}") from None
    written = _Written(code, lang, data)
    return template.format_map(written)


def describe(problem: Problem, lang: Language) -> str:
    """One line for one problem: where, then what is wrong and how to mend it."""
    sentence = say(problem.code, lang, **{"place": problem.place, **problem.data})
    place = write_place(problem.place)
    return f"{place}: {sentence}" if place else sentence


def write(value: object, lang: Language) -> str:
    """Any typed datum of a sentence as people read it. Raises Fault for a type that has no writing (float, None)."""
    if isinstance(value, Enum):
        return say(f"{type(value).__name__}.{value.value}", lang)
    if isinstance(value, str):
        return _one_line(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return write_number(Number(value), lang)
    if isinstance(value, Value):
        return write_number(value, lang)
    if isinstance(value, date) and not isinstance(value, datetime):
        return write_date(value)
    if isinstance(value, PeriodName):
        return write_period(value.code, lang)
    if isinstance(value, Place):
        return write_place(value)
    if isinstance(value, os.PathLike):
        return _one_line(os.fspath(value))
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return write_list([write(item, lang) for item in value], lang)
    raise Fault(f"nothing writes a {type(value).__name__}")


def write_period(code: str, lang: Language) -> str:
    """A period by its code, as officers call it; a code of another make as it is."""
    if code == YEAR:
        return say("period.year", lang)
    match = PERIOD_CODE.fullmatch(code)
    if match is None:
        return code
    year = match["year"]
    if match["letter"] == "H":
        return say("period.half", lang, number=match["part"], year=year)
    if match["letter"] == "Q":
        return say("period.quarter", lang, number=match["part"], year=year)
    if match["day"]:
        return say("period.cut_off", lang, day=f"{match['day']}/{match['month']}/{year}")
    return say("period.month", lang, number=str(int(match["month"])), year=year)


def write_list(items: Sequence[str], lang: Language) -> str:
    """`A, B và C`, `A, B and C`."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + _AND[lang] + items[-1]


def write_place(place: Place) -> str:
    """`so-lieu.xlsx › Số liệu › C5`, only the parts that are known."""
    parts = (place.file, place.sheet, place.cell, place.path)
    return " › ".join(_one_line(part) for part in parts if part)


@cache
def all_sentences() -> Sentences:
    """Every sentence of the product by code, read once."""
    names = (f"{sentences.__name__}.{module.name}" for module in pkgutil.iter_modules(sentences.__path__))
    return join_areas(importlib.import_module(name).SENTENCES for name in names)


def join_areas(areas: Iterable[Sentences]) -> Sentences:
    """The sentences of all areas together. Raises Fault when two areas claim one code."""
    result: Sentences = {}
    for area in areas:
        twice = result.keys() & area.keys()
        if twice:
            raise Fault(f"sentences written twice: {sorted(twice)}")
        result.update(area)
    return result


class _Written(dict[str, str]):
    """The fields of one sentence, written when the sentence asks for them."""

    def __init__(self, code: str, lang: Language, data: dict[str, object]) -> None:
        super().__init__()
        self._code, self._lang, self._data = code, lang, data

    def __missing__(self, field: str) -> str:
        if field not in self._data:
            raise Fault(f"the sentence {self._code} needs the field {field}")
        return write(self._data[field], self._lang)


def _one_line(text: str) -> str:
    visible = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(visible.split())
