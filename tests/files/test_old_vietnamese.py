"""Old Vietnamese encodings are recognised by the words that they spell, and nothing else is taken for them."""

import pytest

from thidua.files.old_vietnamese import TCVN3, VNI, from_tcvn3, from_vni, guess_old_bytes, guess_old_encoding

MEANT = "Đơn vị: Công an tỉnh Tây Ninh, tỷ lệ phá án, chỉ tiêu được giao, thẩm định, thống nhất, phúc tra"
IN_TCVN3 = "§¬n vÞ: C«ng an tØnh T©y Ninh, tû lÖ ph¸ ¸n, chØ tiªu ®\u00adîc giao, thÈm ®Þnh, thèng nhÊt, phóc tra"
IN_VNI = "Ñôn vò: Coâng an tænh Taây Ninh, tyû leä phaù aùn, chæ tieâu ñöôïc giao, thaåm ñònh, thoáng nhaát, phuùc tra"


def test_tcvn3_spells_what_was_meant() -> None:
    assert from_tcvn3(IN_TCVN3) == MEANT


def test_vni_spells_what_was_meant() -> None:
    assert from_vni(IN_VNI) == MEANT


@pytest.mark.parametrize(("text", "encoding"), [(IN_TCVN3, TCVN3), (IN_VNI, VNI), (MEANT, ""), ("", ""), ("ô, ö", "")])
def test_an_encoding_is_named_only_when_words_appear(text: str, encoding: str) -> None:
    assert guess_old_encoding(text) == encoding


@pytest.mark.parametrize(("text", "encoding"), [(IN_TCVN3, TCVN3), (IN_VNI, VNI), ("\xff\xfa\xe0", "")])
def test_bytes_are_named_as_their_text_is(text: str, encoding: str) -> None:
    assert guess_old_bytes(text.encode("latin-1")) == encoding
