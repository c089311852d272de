"""What a file is that somebody attaches, told by its content; what may not be kept is refused with the reason.

Owns the kinds that are kept and their bounds. An archive that is made to explode, a document that carries macros, a
file that is damaged, locked by a password, or something else than its name says, never gets in. Scanning for viruses
is `scanning`; tables of figures are read by `tables`.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from thidua.core.errors import AttachmentRefused, FiguresRefused, Place, Problem
from thidua.files.containers import MEBIBYTE, carries_macros, check_archive_sizes, is_encrypted_ods, reading

MOST_BYTES = 20 * MEBIBYTE
LONGEST_NAME = 200
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"


class MediaType(StrEnum):
    """The kinds of file that are kept, by their registered names (IANA media types)."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"
    DOCX = f"{_OFFICE}.wordprocessingml.document"
    XLSX = f"{_OFFICE}.spreadsheetml.sheet"
    PPTX = f"{_OFFICE}.presentationml.presentation"
    ODT = f"{_OPEN}.text"
    ODS = f"{_OPEN}.spreadsheet"
    TEXT = "text/plain"
    CSV = "text/csv"

    @property
    def endings(self) -> tuple[str, ...]:
        """What a name of such a file ends with."""
        return _ENDINGS[self]

    @property
    def is_image(self) -> bool:
        """Whether a browser shows it as a picture."""
        return self in (MediaType.PNG, MediaType.JPEG)


_ENDINGS = {
    MediaType.PDF: ("pdf",),
    MediaType.PNG: ("png",),
    MediaType.JPEG: ("jpg", "jpeg"),
    MediaType.DOCX: ("docx",),
    MediaType.XLSX: ("xlsx",),
    MediaType.PPTX: ("pptx",),
    MediaType.ODT: ("odt",),
    MediaType.ODS: ("ods",),
    MediaType.TEXT: ("txt",),
    MediaType.CSV: ("csv",),
}
_PARTS = {
    "word/document.xml": MediaType.DOCX,
    "xl/workbook.xml": MediaType.XLSX,
    "ppt/presentation.xml": MediaType.PPTX,
}


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that may be kept: its name without a path, what it is, and its bytes."""

    name: str
    media_type: MediaType
    data: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


def examine(name: str, data: bytes, *, most: int = MOST_BYTES) -> Attached:
    """The file as it is kept. Raises AttachmentRefused with every reason against it."""
    kept = file_name(name)
    problems = list(_outside(kept, data, most))
    if problems:
        raise AttachmentRefused(problems)
    media_type = _type_of(kept, data)
    if _ending(kept) not in media_type.endings:
        raise refuse("attachments.disguised", kept, ending=_ending(kept), found=media_type.endings[0])
    return Attached(kept, media_type, data)


def file_name(name: str) -> str:
    """A name as it is kept: composed letters, no folder, no control character, not too long."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C").strip(" .")
    if len(shown) <= LONGEST_NAME:
        return shown or "tệp"
    ending = shown.rpartition(".")[2][:10]
    return f"{shown[: LONGEST_NAME - len(ending) - 1]}.{ending}"


def refuse(code: str, name: str, **data: object) -> AttachmentRefused:
    """The refusal of a file."""
    return AttachmentRefused(Problem(code, {"file": name, **data}, Place(path="file")))


def _outside(name: str, data: bytes, most: int) -> Iterator[Problem]:
    if not data:
        yield Problem("attachments.empty", {"file": name}, Place(path="file"))
    if len(data) > most:
        told = {"file": name, "size": -(-len(data) // MEBIBYTE), "most": most // MEBIBYTE}
        yield Problem("attachments.too_large", told, Place(path="file"))


def _type_of(name: str, data: bytes) -> MediaType:
    if data.startswith(b"%PDF-"):
        return _pdf(name, data)
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _whole(name, MediaType.PNG, ends=data.rstrip(b"\0").endswith(b"IEND\xaeB`\x82"))
    if data.startswith(b"\xff\xd8\xff"):
        return _whole(name, MediaType.JPEG, ends=b"\xff\xd9" in data[-4096:])
    if data.startswith(_OLE):
        raise refuse("attachments.password" if _ENCRYPTED_PACKAGE in data else "attachments.old_office", name)
    if data.startswith(b"PK"):
        return _document(name, data)
    return _text(name, data)


def _pdf(name: str, data: bytes) -> MediaType:
    tail = data[-2048:]
    if b"%%EOF" not in tail:
        raise refuse("attachments.damaged", name)
    if b"/JavaScript" in data or b"/Launch" in data or b"/EmbeddedFile" in data:
        raise refuse("attachments.active", name)
    return MediaType.PDF


def _whole(name: str, media_type: MediaType, *, ends: bool) -> MediaType:
    if not ends:
        raise refuse("attachments.damaged", name)
    return media_type


def _document(name: str, data: bytes) -> MediaType:
    """The kind of an office document, opened no further than its list of parts and what says its kind."""
    try:
        with reading(name), zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {info.filename: info for info in archive.infolist()}
            check_archive_sizes(name, list(parts.values()), len(data))
            if any(info.flag_bits & 1 for info in parts.values()) or is_encrypted_ods(archive, parts):
                raise refuse("attachments.password", name)
            if carries_macros(archive):
                raise refuse("attachments.macros", name)
            found = _kind_of(archive, set(parts))
            if archive.testzip() is not None:
                raise refuse("attachments.damaged", name)
    except FiguresRefused as refused:
        codes = {problem.code for problem in refused.problems}
        bomb = codes & {"tables.zip_bomb", "tables.unpacks_too_large"}
        raise refuse("attachments.zip_bomb" if bomb else "attachments.damaged", name) from None
    if found is None:
        raise refuse("attachments.archive", name)
    return found


def _kind_of(archive: zipfile.ZipFile, parts: set[str]) -> MediaType | None:
    if "[Content_Types].xml" in parts:
        return next((kind for part, kind in _PARTS.items() if part in parts), None)
    if "mimetype" in parts and "content.xml" in parts:
        said = archive.read("mimetype").decode("ascii", "replace").strip()
        return next((kind for kind in (MediaType.ODT, MediaType.ODS) if said == kind.value), None)
    return None


def _text(name: str, data: bytes) -> MediaType:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refuse("attachments.unknown", name) from None
    if any(unicodedata.category(letter) == "Cc" and letter not in "\t\r\n" for letter in text[:4096]):
        raise refuse("attachments.unknown", name)
    if re.match(r"\s*(<!doctype|<html|<script|<svg|<\?xml|#!|MZ)", text, re.IGNORECASE):
        raise refuse("attachments.active", name)
    return MediaType.CSV if _ending(name) == "csv" else MediaType.TEXT


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""
