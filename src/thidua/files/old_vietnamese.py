"""Recognises Vietnamese text in the encodings from before Unicode: TCVN3 (ABC fonts), VNI and Windows-1258.

Such text is never converted silently: its font decides what the letters are, and TCVN3 does not tell capitals from
small letters. It is recognised so that the refusal can name the mend. Tables: TCVN 5712:1993 (VN3), and the double-byte
VNI set for Windows.
"""

from __future__ import annotations

import re
import unicodedata

TCVN3, VNI, WINDOWS_1258 = "TCVN3 (ABC)", "VNI", "Windows-1258"

_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")  # none, huyền, sắc, hỏi, ngã, nặng
_VNI_MARKS = {
    **dict(zip("øùûõï", _TONES[1:], strict=True)),
    **{mark: "\u0302" + tone for mark, tone in zip("âàáåãä", _TONES, strict=True)},
    **{mark: "\u0306" + tone for mark, tone in zip("êèéúüë", _TONES, strict=True)},
}
_VNI_LETTERS = str.maketrans("ñÑôÔöÖæÆóÓòÒîÎ", "đĐơƠưƯỉỈĩĨịỊỵỴ")
_VNI_PAIR = re.compile(f"([aeouyôö])([{''.join(_VNI_MARKS)}])", re.IGNORECASE)
_COMMON = re.compile(
    r"\b(mã|đơn vị|tự chấm|thẩm định|thống nhất|phúc tra|chỉ tiêu|nội dung|công an|tỉnh|thành phố|không|đạt)\b"
)


def from_tcvn3(text: str) -> str:
    """Text whose TCVN3 bytes were taken for Latin-1, as it was meant."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Text whose VNI bytes were taken for Latin-1, as it was meant."""
    paired = _VNI_PAIR.sub(lambda pair: pair[1].translate(_VNI_LETTERS) + _VNI_MARKS[pair[2].lower()], text)
    # A letter with its mark is one already; what stands alone is a letter of its own.
    return unicodedata.normalize("NFC", "".join(part.translate(_VNI_LETTERS) for part in _parts(paired)))


def guess_old_encoding(text: str) -> str:
    """The old encoding in which Vietnamese words appear that are not there as the text stands, or ""."""
    readings = {TCVN3: from_tcvn3(text), VNI: from_vni(text)}
    counts = {name: _words(reading) for name, reading in readings.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] > _words(text) else ""


def guess_old_bytes(data: bytes) -> str:
    """The old encoding of bytes that are not UTF-8, or ""."""
    if _words(data.decode("cp1258", errors="replace")) > 1:
        return WINDOWS_1258
    return guess_old_encoding(data.decode("latin-1"))


def _parts(text: str) -> list[str]:
    return re.findall(r"[A-Za-zơưƠƯ][\u0300-\u036f]+|.", text, re.DOTALL)


def _words(text: str) -> int:
    return len(_COMMON.findall(unicodedata.normalize("NFC", text).lower()))
