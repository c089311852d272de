"""The score sheet on paper: one face, archival PDF, A4, labels and numbers on its pages."""

import hashlib
import json
import re
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from files.output_cases import DIGEST, NASTY, VIETNAMESE, letters_of_font, sheet
from thidua.files.packaged import ASSETS, FONTS
from thidua.files.score_sheet_pdf import score_sheet_pdf
from thidua.words.language import Language

VI, EN = Language.VI, Language.EN
MM = 72 / 25.4


@cache
def pdf(unit: str, lang: Language = VI) -> bytes:
    return score_sheet_pdf(sheet(unit, lang), lang, result_digest=DIGEST, dated=date(2024, 11, 23))


def reader(unit: str) -> PdfReader:
    return PdfReader(BytesIO(pdf(unit)))


def texts(unit: str) -> list[str]:
    return [page.extract_text() for page in reader(unit).pages]


def fonts_of(document: PdfReader) -> set[str]:
    found: set[str] = set()
    for page in document.pages:
        fonts = page["/Resources"]["/Font"]
        assert isinstance(fonts, DictionaryObject)
        for font in fonts.values():
            found.add(str(font.get_object()["/BaseFont"]).lstrip("/").partition("+")[2])
    return found


def test_every_font_is_the_packaged_one_and_embedded() -> None:
    assert fonts_of(reader("tay-ninh")) <= {"LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic"}
    assert pdf("tay-ninh").count(b"/FontFile2") >= 3


@pytest.mark.parametrize("face", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.stem)
def test_packaged_font_has_every_vietnamese_letter_and_sign(face: Path) -> None:
    wanted = VIETNAMESE + VIETNAMESE.upper() + "0123456789.,%×−+/()=≈→≤≥<>“”–·○›…"
    missing = {letter for letter in wanted if ord(letter) not in letters_of_font(face)}
    assert missing == set()


@pytest.mark.parametrize("folder", [ASSETS, FONTS], ids=lambda path: path.name)
def test_manifest_tells_what_came_from_elsewhere(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    told = {entry["file"]: entry["sha256"] for entry in manifest}
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.suffix in {".ttf", ".woff2"}
    }
    assert told == found
    assert all((folder / entry["licence_file"]).is_file() for entry in manifest)
    assert all(entry["name"] and entry["version"] and entry["licence"] == "OFL-1.1" for entry in manifest)


def test_paper_is_archival() -> None:
    metadata = reader("tay-ninh").xmp_metadata
    assert metadata is not None
    described = pdf("tay-ninh").decode("latin-1")
    assert re.findall(r"<pdfaid:(part|conformance)>(\w)<", described) == [("part", "2"), ("conformance", "B")]


def test_paper_is_a4() -> None:
    sizes = {(round(page.mediabox.width / MM), round(page.mediabox.height / MM)) for page in reader("tay-ninh").pages}
    assert sizes == {(210, 297)}


def test_same_sheet_gives_the_same_bytes() -> None:
    again = score_sheet_pdf(sheet("tay-ninh"), VI, result_digest=DIGEST, dated=date(2024, 11, 23))
    assert again == pdf("tay-ninh")


def test_page_number_stands_on_every_page_but_the_first() -> None:
    pages = texts("tay-ninh")
    assert len(pages) >= 3
    numbered = [re.match(r"\s*(\d+)\s", page) for page in pages]
    assert [match and int(match[1]) for match in numbered] == [None, *range(2, len(pages) + 1)]


@pytest.mark.parametrize("unit", ["tay-ninh", "dong-nai"])
def test_illustrative_label_stands_on_every_page(unit: str) -> None:
    assert [page.count("số liệu minh họa") >= 1 for page in texts(unit)] == [True] * len(texts(unit))


def test_numbers_of_the_sheet_are_on_paper() -> None:
    whole = " ".join(" ".join(texts("tay-ninh")).split())
    for line in sheet("tay-ninh").lines:
        assert line.points in whole
        if line.explanation is not None and not line.explanation.is_plain:
            assert line.explanation.arithmetic in whole


def test_states_are_printed_each_in_its_own_way() -> None:
    first = " ".join(texts("binh-phuoc")[0].split())
    assert "I.1 Nhân rộng điển hình, mô hình hay thiếu 20" in first
    assert "III.2 Tổ chức hội nghị điển hình tiên tiến – –" in first
    assert "KAD –" in " ".join(texts("dong-nai")[0].split())
    assert "○ 5,00" in " ".join(texts("binh-duong")[0].split())


def test_signs_in_the_data_stay_signs() -> None:
    whole = "".join(" ".join(texts("tay-ninh")).split())
    assert "".join(NASTY.split()) in whole


def test_english_sheet_is_english() -> None:
    text = PdfReader(BytesIO(pdf("tay-ninh", EN))).pages[0].extract_text()
    assert "SCORE SHEET FOR 2024" in text
    assert "illustrative figures" in text
