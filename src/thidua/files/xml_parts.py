"""Walks the XML parts of workbooks and documents: one parser, and a short way past the pieces that need none.

Nothing outside a part is ever fetched; a DOCTYPE ends the reading. Names come without their prefix, attributes as they
are written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any
from xml.parsers import expat

CHUNK = 256 * 1024

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]

# A part in UTF-8 in which every "<" begins or ends an element: no comment, CDATA section or instruction hides one.
_PLAIN = re.compile(
    rb"""(?:\xef\xbb\xbf)?
    (?:<\?xml\ version=["']1\.0["'](?:\ encoding=["'](?i:utf-8)["'])?(?:\ standalone=["'](?:yes|no)["'])?\ ?\?>)?
    [^<]*+(?:<[^!?][^<]*+)*+""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """Elements that are nearly always written in the same few ways, and a way to read them without the parser.

    inside: the elements in which they stand, from the root on · closing: their closing tag · take: reads a piece that
    ends with this tag, when it is exactly one such element and is written as usual; False, and nothing read, for any
    other, which the parser is given instead.
    """

    inside: list[str]
    closing: bytes
    take: Callable[[bytes], bool]


def walk_xml(stream: IO[bytes], start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Call back for every element of a part."""
    parser = _parser(start, end, text)
    while chunk := stream.read(CHUNK):
        parser.Parse(chunk, False)
    parser.Parse(b"", True)


def walk_pieces(part: bytes, pieces: Pieces, start: Start, end: End, text: Text) -> None:
    """Call back for every element of a part but those that `pieces` takes. Those leave no gap: what the parser is
    given is the part without them, in the same order.
    """
    opened: list[str] = []

    def started(tag: str, given: Attributes) -> None:
        opened.append(tag)
        start(tag, given)

    def ended(tag: str) -> None:
        opened.pop()
        end(tag)

    parser = _parser(started, ended, text)
    at = 0
    if _PLAIN.fullmatch(part):
        while (found := part.find(pieces.closing, at)) >= 0:
            piece = part[at : (at := found + len(pieces.closing))]
            if opened != pieces.inside or not pieces.take(piece):
                parser.Parse(piece, False)
    parser.Parse(part[at:], True)


def _parser(start: Start, end: End | None, text: Text | None) -> Any:
    parser: Any = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _no_doctype
    local: dict[str, str] = {}  # names without prefix; a part has few of them

    def started(name: str, given: Attributes) -> None:
        if not local and ":" not in name:  # the usual workbook, whose own elements have no prefix
            parser.StartElementHandler, parser.EndElementHandler = start, end
        start(local.get(name) or local.setdefault(name, name.rpartition(":")[2]), given)

    def ended(name: str) -> None:
        if end is not None:
            end(local[name])

    parser.StartElementHandler = started
    if end is not None:
        parser.EndElementHandler = ended
    if text is not None:
        parser.CharacterDataHandler = text
    return parser


def without_prefix(given: Attributes) -> Attributes:
    """Attributes by their names without prefix."""
    return {name.rpartition(":")[2]: value for name, value in given.items()}


def _no_doctype(*_declared: object) -> None:
    raise expat.ExpatError("DOCTYPE")
