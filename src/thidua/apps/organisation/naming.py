"""What a unit or a cluster may be called, and how a problem of the core names its units to people."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from thidua.core.errors import Place, Problem
from thidua.core.units.tree import UnitId, UnitTree
from thidua.words.vietnamese import folded

LONGEST_NAME = 200
LONGEST_CODE = 100
LONGEST_NUMBER = 20
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_UNIT_FIELDS = ("unit", "parent", "other", "predecessor", "successor", "organiser")


def tidy(text: str) -> str:
    """A name as it is kept: NFC, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def proposed_code(name: str) -> str:
    """A code for a name: `Tây Ninh` is `tay-ninh`."""
    return "-".join(re.findall("[a-z0-9]+", folded(name)))


def name_problems(name: str, *, at: str) -> Iterator[Problem]:
    """A name that no paper could print, or none at all."""
    place = Place(path=at)
    strange = next((each for each in name if _is_unprintable(each)), "")
    if not name:
        yield Problem("organisation.name_empty", {}, place)
    elif strange:
        yield Problem("organisation.name_character", {"name": name, "character": _shown(strange)}, place)
    elif len(name) > LONGEST_NAME:
        yield Problem("organisation.name_long", {"most": LONGEST_NAME}, place)


def code_problems(code: str, *, at: str) -> Iterator[Problem]:
    """A code that could not stand in an address."""
    if not _CODE.fullmatch(code) or len(code) > LONGEST_CODE:
        yield Problem("organisation.code_form", {"code": code, "most": LONGEST_CODE}, Place(path=at))


def number_problems(number: str, *, at: str) -> Iterator[Problem]:
    """The number of a cluster is a short text: 10, 342, II."""
    strange = any(_is_unprintable(each) for each in number)
    if not number or strange or len(number) > LONGEST_NUMBER:
        yield Problem("organisation.number_form", {"most": LONGEST_NUMBER}, Place(path=at))


def with_names(problems: Iterable[Problem], tree: UnitTree) -> list[Problem]:
    """The core's problems with names beside the codes of units: `“Tây Ninh” (tay-ninh)`."""
    return [replace(problem, data=_named(problem.data, tree)) for problem in problems]


def named(code: str, tree: UnitTree) -> str:
    """A unit with its last name and its code; an unknown code stays as it is."""
    rows = tree.rows(UnitId(code))
    return f"“{rows[-1].name}” ({code})" if rows else code


def _named(data: Mapping[str, object], tree: UnitTree) -> dict[str, object]:
    return {
        field: named(value, tree) if field in _UNIT_FIELDS and isinstance(value, str) else value
        for field, value in data.items()
    }


def _is_unprintable(character: str) -> bool:
    """Control and hidden characters, and pictures: no face of papers has them."""
    category = unicodedata.category(character)
    return category[0] == "C" or category in ("So", "Zl", "Zp")


def _shown(character: str) -> str:
    return character if unicodedata.category(character) == "So" else f"U+{ord(character):04X}"
