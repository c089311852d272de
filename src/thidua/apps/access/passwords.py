"""What a password must be, told in full: every rule that it breaks."""

import unicodedata
from collections.abc import Iterator
from functools import cache

from django.contrib.auth.password_validation import CommonPasswordValidator

from thidua.core.errors import Place, Problem
from thidua.words.vietnamese import folded

SHORTEST, LONGEST = 10, 200
SHORTEST_NAME = 4  # a shorter part of a name stands in too many words
# What is tried first in this country; the list of the world has none of it.
LOCAL = frozenset({"matkhau", "congannhandan", "conganvietnam", "congan", "vietnam", "thidua", "anninhtoquoc"})


def composed(password: str) -> str:
    """The password as it is hashed: two keyboards may spell one Vietnamese letter in two ways."""
    return unicodedata.normalize("NFC", password)


def password_problems(password: str, *, username: str, full_name: str, field: str) -> list[Problem]:
    """Every rule that a new password breaks."""
    place = Place(path=field)
    found: list[Problem] = []
    if not SHORTEST <= len(composed(password)) <= LONGEST:
        found.append(Problem("password.length", {"shortest": SHORTEST, "longest": LONGEST}, place))
    if password.isdecimal():
        found.append(Problem("password.digits_only", place=place))
    if _is_common(password):
        found.append(Problem("password.common", place=place))
    if any(part in _letters(password) for part in _parts(username, full_name)):
        found.append(Problem("password.like_name", place=place))
    return found


def _is_common(password: str) -> bool:
    plain = _letters(password)
    return plain in _common() or plain.strip("0123456789") in LOCAL


def _parts(*names: str) -> Iterator[str]:
    """Each name whole and each of its words, but for short ones."""
    for name in names:
        words = folded(name).replace(".", " ").replace("-", " ").split()
        yield from (part for part in [*words, _letters(name)] if len(part) >= SHORTEST_NAME)


def _letters(text: str) -> str:
    """Lower case without marks, spaces and signs."""
    return "".join(character for character in folded(text) if character.isalnum())


@cache
def _common() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)
