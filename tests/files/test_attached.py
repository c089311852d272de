"""What a file is, told by its content, and what may not be kept."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.errors import AttachmentRefused
from thidua.files.attached import LONGEST_NAME, MediaType, examine, file_name
from thidua.words.language import Language
from thidua.words.say import say

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40 + b"\xff\xd9"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


MACRO_KIND = {"[Content_Types].xml": b'<Types ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'}


def archive(parts: dict[str, bytes], *, packed: bool = True) -> bytes:
    """A zip archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as whole:
        for name, data in parts.items():
            whole.writestr(name, data)
    return made.getvalue()


def docx(**more: bytes) -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", **more})


def odt() -> bytes:
    return archive({"mimetype": MediaType.ODT.value.encode(), "content.xml": b"<o/>"})


def locked(data: bytes) -> bytes:
    """An archive whose first part says that it is encrypted."""
    changed = bytearray(data)
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        place = data.index(start) + (6 if start == b"PK\x03\x04" else 8)
        changed[place] |= 1
    return bytes(changed)


def code(name: str, data: bytes) -> str:
    with pytest.raises(AttachmentRefused) as refused:
        examine(name, data)
    (problem,) = refused.value.problems
    assert all(say(problem.code, lang, **problem.data) for lang in Language)
    assert problem.place.path == "file"
    return problem.code


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("Biên bản.pdf", PDF, MediaType.PDF),
        ("anh.PNG", PNG, MediaType.PNG),
        ("anh.jpeg", JPEG, MediaType.JPEG),
        ("báo cáo.docx", docx(), MediaType.DOCX),
        ("báo cáo.odt", odt(), MediaType.ODT),
        ("ghi chú.txt", "Đã kiểm tra".encode(), MediaType.TEXT),
        ("bảng.csv", "đơn vị;điểm".encode(), MediaType.CSV),
    ],
)
def test_kind_is_told_by_the_content(name: str, data: bytes, expected: MediaType) -> None:
    file = examine(name, data)
    assert (file.media_type, file.data, len(file.digest)) == (expected, data, 64)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("anh.png", PDF, "attachments.disguised"),
        ("van-ban.pdf", PNG, "attachments.disguised"),
        ("khong-duoi", PDF, "attachments.disguised"),
        ("rong.pdf", b"", "attachments.empty"),
        ("cut.pdf", PDF[:-8], "attachments.damaged"),
        ("cut.png", PNG[:-4], "attachments.damaged"),
        ("cut.docx", docx()[:-30], "attachments.damaged"),
        ("chay.pdf", PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /S /JavaScript >>"), "attachments.active"),
        ("trang.txt", b"<html><script>1</script>", "attachments.active"),
        ("macro.docx", docx(**{"word/vbaProject.bin": b"x"}), "attachments.macros"),
        ("macro.docm", docx(**{"word/vbaProject.bin": b"x"}), "attachments.macros"),
        ("macro.xlsm", archive({"xl/workbook.xml": b"<w/>", "xl/vbaProject.bin": b"x"}), "attachments.macros"),
        ("mau.xltm", archive({"xl/workbook.xml": b"<w/>", "xl/macrosheets/sheet1.xml": b"<x/>"}), "attachments.macros"),
        ("khong-macro.docm", archive({**MACRO_KIND, "word/document.xml": b"<w/>"}), "attachments.macros"),
        ("cu.doc", OLE + b"\0" * 600, "attachments.old_office"),
        ("khoa.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "attachments.password"),
        ("khoa.odt", locked(odt()), "attachments.password"),
        ("nen.zip", archive({"a.pdf": PDF}), "attachments.archive"),
        ("bom.docx", docx(**{"word/media/a.bin": b"\0" * 30_000_000}), "attachments.zip_bomb"),
        ("chuong-trinh.exe", b"MZ\x90\0\x03", "attachments.unknown"),
        ("nhi-phan.txt", b"abc\0\x01", "attachments.unknown"),
    ],
)
def test_what_may_not_be_kept_is_told_why(name: str, data: bytes, expected: str) -> None:
    assert code(name, data) == expected


def test_size_has_a_limit_that_is_told() -> None:
    with pytest.raises(AttachmentRefused) as refused:
        examine("lon.pdf", PDF + b"\0" * 2_000_000, most=1_048_576)
    assert refused.value.problems[0].data == {"file": "lon.pdf", "size": 2, "most": 1}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\an\\bao cao.pdf", "bao cao.pdf"),
        ("../../etc/passwd", "passwd"),
        ("Bie\u0302n ba\u0309n.pdf", "Biên bản.pdf"),  # letters and marks apart, as macOS sends them
        ("a\u202efdp.exe", "afdp.exe"),  # a mark that turns the reading round
        ("", "tệp"),
    ],
)
def test_name_is_kept_without_folder_and_composed(given: str, kept: str) -> None:
    assert file_name(given) == kept


@given(st.text())
def test_no_name_leads_out_of_its_folder_or_is_too_long(name: str) -> None:
    kept = file_name(name)
    assert kept
    assert len(kept) <= LONGEST_NAME
    assert not set(kept) & set("/\\\0\n\r")


def test_a_long_name_keeps_its_ending() -> None:
    kept = file_name("a" * 400 + ".pdf")
    assert (len(kept), kept[-4:]) == (LONGEST_NAME, ".pdf")
