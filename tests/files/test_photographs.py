"""Photographs lose what the camera wrote beside the picture, and nothing else."""

import struct
import zlib

import pytest

from attached_files import PDF, jpeg_with_place
from thidua.files.photographs import without_traces


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_the_place_goes_and_the_side_that_is_up_stays() -> None:
    kept = without_traces(jpeg_with_place(side=6))
    assert b"GPS" not in kept
    assert kept == without_traces(kept)
    assert kept != without_traces(jpeg_with_place(side=8))


def test_an_upright_photograph_keeps_no_notes_at_all() -> None:
    assert b"Exif" not in without_traces(jpeg_with_place(side=1))


def test_a_png_keeps_its_picture_alone() -> None:
    start, picture, end = b"\x89PNG\r\n\x1a\n", chunk(b"IDAT", b"pixels"), chunk(b"IEND", b"")
    noted = start + chunk(b"tEXt", b"GPS") + picture + chunk(b"eXIf", b"GPS") + end
    assert without_traces(noted) == start + picture + end


@pytest.mark.parametrize("data", [b"", PDF, b"\xff\xd8", jpeg_with_place()[:20], b"\xff\xd8\xff\xe1\xff\xff"])
def test_what_is_no_whole_picture_stays_as_it_is(data: bytes) -> None:
    assert without_traces(data) == data
