"""Vietnamese order and search: a à ả ã á ạ ă … d đ …, "Đơn vị 10" after "Đơn vị 9", "toi duoc" finds "tôi được".

Sorting compares letters first (ă, â, đ, ê, ô, ơ, ư are letters of their own), then tones (none, huyền, hỏi, ngã,
sắc, nặng), then capitals, as Vietnamese dictionaries and the Unicode collation for `vi` do. Runs of digits compare
as numbers. Spaces and signs come before digits, digits before letters.
"""

import re
import unicodedata
from functools import lru_cache

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[bool, ...], str]

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER = {letter: place for place, letter in enumerate(_ALPHABET)}
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng
_TONE = {mark: place for place, mark in enumerate(_TONES, start=1)}
_LETTER_MARKS = "\u0306\u0302\u031b"  # breve, circumflex, horn: they make another letter
_SIGNS = " _-,;:!?.'\"()[]{}@*/\\&#%"  # the order of the Unicode collation's root
_TOKENS = re.compile(r"\d{1,18}|.", re.DOTALL)  # a number, or one character
_SIGN, _DIGITS, _OWN_LETTER, _OTHER_LETTER = range(4)


def sort_key(text: str) -> SortKey:
    """The key by which names are sorted on screen, in Excel and on paper. Total: only equal texts have equal keys."""
    tokens = _TOKENS.findall(unicodedata.normalize("NFC", text))
    weights = [_letter_and_tone(token) for token in tokens]
    letters, tones = tuple(letter for letter, _ in weights), tuple(tone for _, tone in weights)
    return letters, tones, tuple(token.isupper() for token in tokens), text


def tidy(text: str) -> str:
    """The text as it is stored: NFC, single spaces, nothing at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=2**16)
def sort_text(text: str) -> str:
    """The order of `sort_key` as one string, kept: a database asks again and again for the same names."""
    letters, tones, capitals, itself = sort_key(text)
    spelled = "".join(_number(place) if kind == _DIGITS else _two(kind, place) for kind, place in letters)
    return "\0".join((spelled, "".join(chr(1 + tone) for tone in tones), "".join(map(str, map(int, capitals))), itself))


def marked(text: str) -> str:
    """The text for a search that respects marks: lower case, NFC, single spaces."""
    return tidy(text).casefold()


def folded(text: str) -> str:
    """The text for a search without marks: `marked` with đ as d and no tone or letter mark, `Đường` → `duong`."""
    apart = unicodedata.normalize("NFD", marked(text)).replace("đ", "d")
    return "".join(character for character in apart if not unicodedata.combining(character))


def _letter_and_tone(token: str) -> tuple[tuple[int, int], int]:
    """The place in the alphabet and the tone; an unknown mark (ñ, ü) ranks after the tones."""
    if token.isdecimal():
        return (_DIGITS, int(token)), 0
    base, *marks = list(unicodedata.normalize("NFD", token.lower()))
    own = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark in _LETTER_MARKS))
    others = [mark for mark in marks if mark not in _LETTER_MARKS]
    tone = max((_TONE.get(mark, len(_TONES) + 1) for mark in others), default=0)
    if own in _LETTER:
        return (_OWN_LETTER, _LETTER[own]), tone
    if base.isalpha():
        return (_OTHER_LETTER, ord(base)), tone
    return (_SIGN, _SIGNS.index(base) if base in _SIGNS else len(_SIGNS) + ord(base)), tone


def _two(kind: int, place: int) -> str:
    """Three characters whose order is that of the pair; none is the separator."""
    return f"{kind + 1:c}{(place >> 10) + 1:c}{(place & 1023) + 1:c}"


def _number(value: int) -> str:
    """Digits compare as numbers because all are written with the same length."""
    return f"{_DIGITS + 1:c}{value:018}"
