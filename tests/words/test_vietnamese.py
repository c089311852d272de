"""Vietnamese order and search."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.words.vietnamese import folded, marked, sort_key, sort_text

IN_ORDER = [
    "",
    "(chưa rõ)",
    "05 đơn vị",
    "5 đơn vị",
    "34 tỉnh",
    "63 tỉnh",
    "A",
    "à",
    "ả",
    "ã",
    "á",
    "ạ",
    "an",
    "án",
    "An Giang",
    "ă",
    "ằ",
    "ắc quy",
    "Ẳng",
    "â",
    "ấm",
    "Ân Thi",
    "Bà Rịa - Vũng Tàu",
    "Bạc Liêu",
    "Bắc Ninh",
    "Bình Dương",
    "Bình Định",
    "Bình Phước",
    "Cao Bằng",
    "Cần Thơ",
    "Cầu - Kè",
    "Cầu (cũ)",
    "Công an tỉnh Long An",
    "Cụm 2",
    "Cụm 9",
    "Cụm 10",
    "dương",
    "dường",
    "Đà Nẵng",
    "Đắk Lắk",
    "Đồng Nai",
    "Đồng Tháp",
    "Đơn vị 9",
    "Đơn vị 9a",
    "Đơn vị 10",
    "Đơn vị 10b",
    "đường",
    "Hà Nội",
    "Hải Phòng",
    "Huế",
    "Long An",
    "ma",
    "mà",
    "mả",
    "mã",
    "má",
    "mạ",
    "Tây Ninh",
    "Thanh Hóa",
    "Yên Bái",
]


def test_the_fixture_holds_sixty_names() -> None:
    assert len(set(IN_ORDER)) == len(IN_ORDER) == 60


@pytest.mark.parametrize("seed", range(20))
def test_names_sort_in_vietnamese_order(seed: int) -> None:
    shuffled = random.Random(seed).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=sort_key) == IN_ORDER


def test_letters_weigh_before_tones_and_tones_before_capitals() -> None:
    assert sort_key("bá an") < sort_key("ba ăn")
    assert sort_key("Ba an") < sort_key("bà an")
    assert sort_key("ba") < sort_key("Ba")


def test_order_does_not_hang_on_how_marks_are_encoded() -> None:
    apart = [unicodedata.normalize("NFD", name) for name in IN_ORDER]
    assert sorted(sorted(apart), key=sort_key) == apart


@given(st.lists(st.text(), max_size=6))
def test_sort_key_orders_any_texts_totally(texts: list[str]) -> None:
    keys = [sort_key(text) for text in texts]
    assert len(set(keys)) == len(set(texts))
    assert sorted(texts, key=sort_key) == [text for _, text in sorted(zip(keys, texts, strict=True))]


def test_search_without_marks_finds_the_marked_text() -> None:
    assert folded("toi duoc") == folded("Tôi  ĐƯỢC") == "toi duoc"
    assert folded("Đắk Lắk") == "dak lak"
    assert folded("hoà") == folded("hòa") == "hoa"


def test_search_with_marks_tells_duong_apart() -> None:
    found = [text for text in ("dương", "Đường", "đương") if folded("đường") == folded(text)]
    assert sorted(found, key=lambda text: marked(text) != marked("đường")) == ["Đường", "dương", "đương"]


@given(st.text())
def test_folding_is_done_once_and_for_all(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert marked(unicodedata.normalize("NFD", text)) == marked(text)


@given(st.lists(st.text(alphabet="aáàạăâbBcCđĐeêoôơuưyỳ 0123456789-–.ñ漢\ud7ff🙂\u0301", max_size=8), max_size=6))
def test_the_order_as_one_string_is_the_order(texts: list[str]) -> None:
    assert sorted(texts, key=sort_text) == sorted(texts, key=sort_key)
