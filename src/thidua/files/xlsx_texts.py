"""The texts of a workbook: those that cells share and name by number, and those that stand in a cell itself."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from thidua.files.xml_parts import Attributes, Pieces, walk_pieces

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
# A text without formats, entities or control characters, which other bytes than these would be in UTF-8.
_PLAIN_TEXT = re.compile(rb'<si><t(?: xml:space="preserve")?>([^<>&\x00-\x1f]*)</t></si>')
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")


@dataclass(slots=True)
class Texts:
    """The pieces of one text: all `t` outside of `rPh`, which are marks of pronunciation."""

    pieces: list[str] = field(default_factory=list)
    is_text: bool = False
    is_spoken: bool = False

    def start(self, tag: str, _given: Attributes) -> None:
        if tag == "t":
            self.is_text = not self.is_spoken
        elif tag == "rPh":
            self.is_spoken = True

    def end(self, tag: str) -> None:
        if tag == "t":
            self.is_text = False
        elif tag == "rPh":
            self.is_spoken = False

    def text(self, text: str) -> None:
        if self.is_text:
            self.pieces.append(text)

    def take(self) -> str:
        text = "".join(self.pieces)
        self.pieces.clear()
        return clean(text)


def shared_texts(part: bytes) -> list[str]:
    """The texts that cells name by number."""
    reading = _SharedTexts()
    pieces = Pieces(["sst"], b"</si>", reading.take)
    walk_pieces(part, pieces, reading.one.start, reading.end, reading.one.text)
    return reading.texts


@dataclass(slots=True)
class _SharedTexts:
    """One pass over the shared texts."""

    texts: list[str] = field(default_factory=list)
    one: Texts = field(default_factory=Texts)

    def take(self, piece: bytes) -> bool:
        """A text that is written without formats."""
        found = _PLAIN_TEXT.fullmatch(piece)
        if found is None:
            return False
        try:
            text = found[1].decode()
        except UnicodeDecodeError:
            return False
        if _NO_CHARACTERS.search(text):
            return False
        self.texts.append(clean(text))
        return True

    def end(self, tag: str) -> None:
        self.one.end(tag)
        if tag == "si":
            self.texts.append(self.one.take())


def clean(text: str) -> str:
    """A cell's text in NFC without outer blanks; `_x000D_` is how a part writes a control character."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return text.strip() if text.isascii() else unicodedata.normalize("NFC", text).strip()
