"""Tables of text for a terminal: columns by the width that letters take on screen, headings folded, rules of hairline.

Owns measuring, padding and folding. Knows nothing of what the cells mean.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

GAP = "  "
RULE = "─"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its heading, folded at `widest` where it is longer, and on which side its cells stand."""

    text: str
    right: bool = False
    widest: int = 16


def display_width(text: str) -> int:
    """How many cells of a terminal a text takes: marks none, East Asian wide letters two, all others one."""
    return sum(_width(character) for character in unicodedata.normalize("NFC", text))


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled up with blanks to a width; longer texts stay whole."""
    blanks = " " * max(width - display_width(text), 0)
    return blanks + text if right else text + blanks


def fold(text: str, width: int) -> list[str]:
    """The text on lines of at most that width, broken between words; a word that is wider keeps a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and display_width(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines or [""]


def write_table(headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> list[str]:
    """The table as lines without trailing blanks: folded headings standing on their rule, then the rows."""
    folded = [_fold_heading(heading) for heading in headings]
    height = max(len(lines) for lines in folded)
    above = [[""] * (height - len(lines)) + lines for lines in folded]
    widths = [
        max(display_width(text) for text in (*lines, *(row[index] for row in rows)))
        for index, lines in enumerate(folded)
    ]
    rule = RULE * (sum(widths) + len(GAP) * (len(widths) - 1))
    head = [_line([lines[level] for lines in above], widths, headings) for level in range(height)]
    return [*head, rule, *(_line(row, widths, headings) for row in rows), rule]


def _fold_heading(heading: Heading) -> list[str]:
    return [line for part in heading.text.split("\n") for line in fold(part, heading.widest)]


def _line(cells: Sequence[str], widths: Sequence[int], headings: Sequence[Heading]) -> str:
    padded = [
        pad(cell, width, right=heading.right) for cell, width, heading in zip(cells, widths, headings, strict=True)
    ]
    return GAP.join(padded).rstrip()


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
