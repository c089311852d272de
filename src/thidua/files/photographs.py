"""A photograph without what the camera wrote beside the picture: where and when it was taken, with which device.

The picture's own bytes stay as they are. The one thing that is kept of the camera's notes is which side is up, without
which the picture would lie on its side.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_START_OF_SCAN = 0xDA
_NOTES = {0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE}  # Exif, XMP, IPTC, comments; not JFIF, colour profile, Adobe's colours
_PNG_NOTES = {b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"}
_ORIENTATION = 0x0112
_UPRIGHT = 1
_SIDES = range(2, 9)


def without_traces(data: bytes) -> bytes:
    """The bytes of a JPEG or PNG picture without the camera's notes; any other file, or a broken one, as it is."""
    if data.startswith(_JPEG):
        return _jpeg(data)
    if data.startswith(_PNG):
        return _png(data)
    return data


def _jpeg(data: bytes) -> bytes:
    kept, side, at = [_JPEG], _UPRIGHT, 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if marker == _START_OF_SCAN:
            notes = [] if side == _UPRIGHT else [_exif(side)]
            return b"".join([kept[0], *notes, *kept[1:], data[at:]])
        if length < 2 or end > len(data):
            return data
        if marker not in _NOTES:
            kept.append(data[at:end])
        elif marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            side = _side(data[at + 10 : end])
        at = end
    return data


def _side(notes: bytes) -> int:
    """Which side is up (TIFF tag 274), 1 where nothing says so."""
    order = {b"II": "<", b"MM": ">"}.get(notes[:2])
    if order is None or len(notes) < 8:
        return _UPRIGHT
    (first,) = struct.unpack_from(f"{order}I", notes, 4)
    if first + 2 > len(notes):
        return _UPRIGHT
    (count,) = struct.unpack_from(f"{order}H", notes, first)
    for index in range(count):
        at = first + 2 + 12 * index
        if at + 12 > len(notes):
            break
        tag, _kind, _many, value = struct.unpack_from(f"{order}HHIH", notes, at)
        if tag == _ORIENTATION:
            return value if value in _SIDES else _UPRIGHT
    return _UPRIGHT


def _exif(side: int) -> bytes:
    """Notes that say nothing but which side is up."""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, side, 0, 0)
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _png(data: bytes) -> bytes:
    return _PNG + b"".join(chunk for kind, chunk in _chunks(data) if kind not in _PNG_NOTES)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each part of a PNG with its kind; what is no whole part is handed on as it is."""
    at = len(_PNG)
    while at + 8 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at:end]
        at = end
    if at < len(data):
        yield b"", data[at:]
