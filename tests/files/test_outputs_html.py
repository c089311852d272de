"""The score sheet as a page: whole in one file, nothing from outside, nothing unescaped, well formed."""

import re
from html.parser import HTMLParser

import pytest

from files.output_cases import NASTY, sheet
from thidua.files.score_sheet_html import score_sheet_html
from thidua.words.language import Language
from words.builders import CODES

VI = Language.VI
VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """Reads a page: whether its elements nest, their attributes, its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.texts.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _tag, attribute, value in self.attributes if attribute == name]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def html(unit: str, lang: Language = VI) -> str:
    return score_sheet_html(sheet(unit, lang), lang)


@pytest.mark.parametrize("unit", CODES)
def test_page_nests_and_its_links_lead_somewhere(unit: str) -> None:
    page = Page(html(unit))
    ids = page.values("id")
    assert len(set(ids)) == len(ids)
    assert {link.removeprefix("#") for link in page.values("href")} == set(ids)


def test_page_asks_nothing_from_outside() -> None:
    text = html("tay-ninh")
    assert re.findall(r"(?:https?:)?//[\w.]+\.\w+", text.replace("</", "")) == []
    assert [url[:5] for url in re.findall(r"url\(([^)]*)\)", text)] == ["data:"] * 4
    assert [tag for tag, name, _value in Page(text).attributes if name in ("src", "srcset", "action")] == []
    assert "<script" not in text
    assert "@import" not in text


def test_signs_in_the_data_are_escaped() -> None:
    text = html("tay-ninh")
    assert NASTY not in text
    assert NASTY in Page(text).text


@pytest.mark.parametrize("unit", CODES)
def test_numbers_of_the_sheet_are_on_the_page(unit: str) -> None:
    shown = Page(html(unit)).text
    for line in sheet(unit).lines:
        assert line.name in shown
        assert line.points in shown
        if line.explanation is not None:
            assert line.explanation.headline in shown
            assert line.explanation.is_plain or line.explanation.arithmetic in shown


def test_states_have_classes_of_their_own() -> None:
    classes = re.findall(r'<tr class="([^"]+)"', html("binh-phuoc") + html("dong-nai"))
    states = {word for line in classes for word in line.split() if word.startswith("is-")}
    assert states == {"is-group", "is-top", "is-reported", "is-missing", "is-not_assigned", "is-not_applicable"}


def test_page_says_its_language_and_its_viewport() -> None:
    assert '<html lang="en">' in html("tay-ninh", Language.EN)
    assert "width=device-width" in html("tay-ninh")


def test_illustrative_label_stands_at_the_top() -> None:
    assert Page(html("tay-ninh")).text.count("số liệu minh họa") >= 2
