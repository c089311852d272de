"""From what keyboards, Word tables and web pages leave in a cell to the few plain characters of numbers and dates.

Owns the explicit table of equivalents (full-width digits and signs, dashes used as minus, strokes, spaces) and the
refusal of everything else: letters, superscripts, digits of other scripts, hidden characters. There is no blanket
compatibility normalisation, because that would silently turn 5² into 52. Never decides what a text means.
"""

import re
import unicodedata
from itertools import dropwhile, takewhile

from thidua.core.errors import NumberRefused, Problem

DIGITS_AT_MOST = 30  # far above any figure of a cluster, far below what a slip of paste can bring
TEXT_AT_MOST = 100
NO_BREAK_SPACE = "\u00a0"  # stands for every space that an editor puts inside a number

_EQUIVALENTS = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"),  # hyphens, dashes, minus signs
        **dict.fromkeys("\ufe62\uff0b", "+"),
        **dict.fromkeys("\u2044\u2215\uff0f", "/"),
        **dict.fromkeys("\ufe50\uff0c", ","),
        **dict.fromkeys("\ufe52\uff0e", "."),
        **dict.fromkeys("\ufe6a\uff05", "%"),
        **dict.fromkeys("\ufe59\uff08", "("),
        **dict.fromkeys("\ufe5a\uff09", ")"),
        **dict.fromkeys("\u2007\u2008\u2009\u202f", NO_BREAK_SPACE),  # figure, punctuation, thin, narrow no-break
        **dict.fromkeys("\t\n\v\f\r\x85\u2028\u2029", " "),
    }
)
_INVISIBLE_AT_THE_ENDS = "\ufeff\u200b\u2060"  # zero-width spaces that pasting brings along
_SHOWN_AT_MOST = 40
_PLAIN_ALREADY = re.compile(rf"[0-9+\-.,/%() ]{{1,{DIGITS_AT_MOST}}}")  # as nearly all figures are typed
_CURRENCY = re.compile(r"(?<=[\d)])\s*(?:đồng|vnđ|vnd|đ|₫)\s*$", re.IGNORECASE)


def plain(text: str) -> str:
    """The text in ASCII digits, `+-.,/%()`, ordinary and no-break spaces; no space at either end.

    Raises NumberRefused for an empty text, for any other character and for a number of more than 30 digits.
    """
    if _PLAIN_ALREADY.fullmatch(text) and not text.isspace():
        return text.strip(" ")
    if len(text) > TEXT_AT_MOST:
        raise refused("numbers.too_long", text, digits=DIGITS_AT_MOST)
    translated = unicodedata.normalize("NFC", text).translate(_EQUIVALENTS)
    spaced = "".join(_space(character) for character in translated)
    result = spaced.strip(_INVISIBLE_AT_THE_ENDS + " " + NO_BREAK_SPACE)
    if not result:
        raise refused("numbers.empty", text)
    _check_characters(result, text)
    if any(sum(map(str.isdigit, part)) > DIGITS_AT_MOST for part in result.split("/")):
        raise refused("numbers.too_long", text, digits=DIGITS_AT_MOST)
    return result


def without_currency(text: str) -> str:
    """An amount of money without the name of the currency behind it: 5.000.000 đồng, 5.000.000 đ, 5.000.000 VND."""
    return _CURRENCY.sub("", unicodedata.normalize("NFC", text))


def refused(code: str, text: str, **data: object) -> NumberRefused:
    """The refusal of one text, which the sentence shows shortened."""
    return NumberRefused(Problem(code, {"text": shown(text), **data}))


def shown(text: str) -> str:
    """The text as a message may quote it: on one line, no hidden characters, never longer than a cell is wide."""
    visible = (each if unicodedata.category(each)[0] != "C" or each.isspace() else "\ufffd" for each in text)
    line = " ".join("".join(visible).split())
    return line if len(line) <= _SHOWN_AT_MOST else line[: _SHOWN_AT_MOST - 1] + "…"


def _space(character: str) -> str:
    if character == NO_BREAK_SPACE or unicodedata.category(character) != "Zs":
        return character
    return " "


def _check_characters(translated: str, text: str) -> None:
    if re.fullmatch(r"[+-]? ?[0-9.,]+[eE][+-]?[0-9]+", translated):
        raise refused("numbers.exponent", text)
    letters = "".join(takewhile(_is_letter, dropwhile(lambda each: not _is_letter(each), translated)))
    if letters:
        raise refused("numbers.letters", text, letters=shown(letters))
    for character in translated:
        if character not in "0123456789+-.,/%() " + NO_BREAK_SPACE:
            code, name = _why_not(character)
            raise refused(code, text, character=name)


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"


def _why_not(character: str) -> tuple[str, str]:
    """The code of the refusal and the character's name in the sentence."""
    category = unicodedata.category(character)
    if category == "Nd":
        return "numbers.other_script", character
    if category in {"No", "Nl"}:
        return "numbers.special_digit", character
    if category.startswith("C"):
        return "numbers.hidden_character", f"U+{ord(character):04X}"
    return "numbers.unknown_character", character
