"""What kind of file somebody has handed in, and whether it may be opened: checked before any reader touches it.

Owns the bounds (bytes, unpacked bytes, ratio, parts) and the refusal of what is no table: old or encrypted Office
files, archives made to explode, documents with declarations of entities, damaged and empty files. The name's ending
is never trusted; the content decides.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from xml.parsers import expat

from thidua.core.errors import FiguresRefused, Place, Problem

MEBIBYTE = 1024 * 1024
MOST_BYTES = 20 * MEBIBYTE
MOST_UNPACKED = 64 * MEBIBYTE
MOST_RATIO = 250  # workbooks of figures reach 10 to 40
RATIO_MATTERS_FROM = 4 * MEBIBYTE
MOST_PARTS = 2000
CHUNK = 256 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"Rar!": "RAR",
    b"7z\xbc": "7z",
}
_READ_PARTS = (".xml", ".rels")
_MACROS = ("vbaproject.bin", "vbadata.xml", "basic/script-lc.xml", "basic/standard/script-lb.xml")


class FileKind(StrEnum):
    """The kinds of table files that we read."""

    XLSX = "xlsx"
    ODS = "ods"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file that may be opened: its name for problems, its bytes and what they are."""

    name: str
    data: bytes
    kind: FileKind

    def archive(self) -> zipfile.ZipFile:
        """The parts of a workbook."""
        return zipfile.ZipFile(io.BytesIO(self.data))


def refuse(code: str, file: str, **data: object) -> FiguresRefused:
    """The refusal of a whole file."""
    return FiguresRefused(Problem(code, {"file": file, **data}, Place(file)))


def open_table_file(path: Path, *, name: str = "") -> TableFile:
    """Read a file's bytes and make sure that they may be opened. Raises FiguresRefused."""
    file = name or path.name
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise refuse("files.no_such_file", file) from None
    except OSError as error:
        raise refuse("files.cannot_open", file, reason=error.strerror or type(error).__name__) from None
    return check_table_file(file, data)


def check_table_file(name: str, data: bytes) -> TableFile:
    """The file, when it is a table that may be opened. Raises FiguresRefused."""
    if len(data) > MOST_BYTES:
        raise refuse("tables.file_too_large", name, most=MOST_BYTES // MEBIBYTE)
    if not data.strip():
        raise refuse("tables.empty_file", name)
    if data.startswith(_OLE):
        raise refuse("tables.password" if _ENCRYPTED_PACKAGE in data else "tables.old_workbook", name)
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return TableFile(name, data, _workbook_kind(name, data))
    for start, what in _FOREIGN.items():
        if data.startswith(start):
            raise refuse("tables.other_format", name, found=what)
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html", b"<table", b"<?xml")):
        raise refuse("tables.other_format", name, found="HTML, XML")
    return TableFile(name, data, FileKind.TEXT)


def refuse_macros(file: TableFile) -> None:
    """Refuse a workbook that carries macros, where people hand it in. Raises FiguresRefused."""
    if file.kind is FileKind.TEXT:
        return
    with reading(file.name), file.archive() as archive:
        if carries_macros(archive):
            raise refuse("tables.macros", file.name)


def carries_macros(archive: zipfile.ZipFile) -> bool:
    """Whether an office document has macros in it, or is of a kind that may have them (docm, xlsm, xltm …)."""
    names = [name.lower() for name in archive.namelist()]
    if any(name.endswith(_MACROS) or "/macrosheets/" in name for name in names):
        return True
    return (
        "[Content_Types].xml" in archive.namelist() and b"macroenabled" in archive.read("[Content_Types].xml").lower()
    )


def _workbook_kind(name: str, data: bytes) -> FileKind:
    with reading(name), zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: info for info in archive.infolist()}
        check_archive_sizes(name, list(parts.values()), len(data))
        if any(info.flag_bits & 1 for info in parts.values()) or is_encrypted_ods(archive, parts):
            raise refuse("tables.password", name)
        if "xl/workbook.bin" in parts:
            raise refuse("tables.binary_workbook", name)
        _unpack(name, archive, parts)
        if "[Content_Types].xml" in parts and any(part.startswith("xl/") for part in parts):
            return FileKind.XLSX
        if "content.xml" in parts and "mimetype" in parts and b"spreadsheet" in archive.read("mimetype"):
            return FileKind.ODS
        word = "Word" if "word/document.xml" in parts else "ZIP"
        raise refuse("tables.other_format", name, found=word)


def check_archive_sizes(name: str, parts: list[zipfile.ZipInfo], packed: int) -> None:
    """Refuse an archive whose parts would unpack to too much. Raises FiguresRefused."""
    unpacked = sum(info.file_size for info in parts)
    is_bomb = unpacked > RATIO_MATTERS_FROM and unpacked > MOST_RATIO * packed
    if is_bomb or len(parts) > MOST_PARTS:
        raise refuse("tables.zip_bomb", name, unpacked=unpacked // MEBIBYTE)
    if unpacked > MOST_UNPACKED:
        raise refuse("tables.unpacks_too_large", name, unpacked=unpacked // MEBIBYTE, most=MOST_UNPACKED // MEBIBYTE)


def is_encrypted_ods(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> bool:
    """Whether a document of the OpenDocument kind is locked by a password."""
    return "META-INF/manifest.xml" in parts and b"encryption-data" in archive.read("META-INF/manifest.xml")


def _unpack(name: str, archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> None:
    """Unpack every part that a reader may touch, within the size that it declares, and look for a DOCTYPE.

    A part that unpacks to more than it says fails its checksum here, in small pieces, before another reader would
    trust it.
    """
    for part in parts:
        if not part.endswith(_READ_PARTS):
            continue
        tail = b""
        with archive.open(part) as stream:
            while chunk := stream.read(CHUNK):
                if b"<!DOCTYPE" in tail + chunk or b"<!ENTITY" in tail + chunk:
                    raise refuse("tables.doctype", name, part=part)
                tail = chunk[-16:]


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Turns what readers of archives and XML raise on broken input into one refusal."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError, NotImplementedError) as error:
        raise refuse("tables.damaged", name, reason=type(error).__name__) from None
    except (LookupError, ValueError, OverflowError) as error:  # names, numbers and encodings that cannot be
        raise refuse("tables.damaged", name, reason=type(error).__name__) from None
