"""One written season that all tests of papers look at, and what they need to look into files."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from struct import unpack, unpack_from

from thidua.core.numbers import Number
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.season import Season
from thidua.core.standings import standings
from thidua.words.language import Language
from thidua.words.sheets import ScoreSheet, score_sheet
from words.builders import make_rulebook, make_season

NASTY = '=1+1<script>alert("x")</script>&amp;#include \\ $x$ *đậm* @SUM(A1)'
DIGEST = "5be291c40d7a33f8" + "0" * 48
VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


@cache
def season() -> Season:
    """Five units with every sort of cell, a re-scaled total, and an adjustment whose reason is full of signs."""
    book = make_rulebook(total={"authority_adjustment": "5", "rescale_to": "1000"})
    taken = AuthorityAdjustment(unit="tay-ninh", points=Number(-2), reason=NASTY, document="=QĐ 12")
    return make_season(rulebook=book, adjustments=(taken,))


@cache
def sheet(unit: str, lang: Language = Language.VI) -> ScoreSheet:
    """The score sheet of a unit of that season."""
    evaluation = season().evaluate(explained=True)
    return score_sheet(season(), evaluation, standings(evaluation)[0], unit, lang, result_digest=DIGEST)


def parts(data: bytes) -> dict[str, str]:
    """The text of every part of an office file."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def letters_of_font(path: Path) -> set[int]:
    """The characters that a TrueType font maps: its cmap subtable of format 4 (OpenType specification, cmap)."""
    data = path.read_bytes()
    tables = {
        data[at : at + 4]: unpack_from(">II", data, at + 8)
        for at in range(12, 12 + 16 * unpack_from(">H", data, 4)[0], 16)
    }
    start, length = tables[b"cmap"]
    cmap = data[start : start + length]
    for index in range(unpack_from(">H", cmap, 2)[0]):
        platform, encoding, offset = unpack_from(">HHI", cmap, 4 + 8 * index)
        if (platform, encoding) == (3, 1) and unpack_from(">H", cmap, offset)[0] == 4:
            return _format_4(cmap[offset:])
    raise AssertionError("no cmap of format 4")


def _format_4(table: bytes) -> set[int]:
    count = unpack_from(">H", table, 6)[0] // 2
    words = unpack(f">{len(table) // 2}H", table[: len(table) // 2 * 2])
    ends, starts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas, offsets = words[8 + 2 * count : 8 + 3 * count], words[8 + 3 * count : 8 + 4 * count]
    found: set[int] = set()
    for segment, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, last + 1):
            glyph = code + deltas[segment]
            if offsets[segment]:
                glyph = words[8 + 3 * count + segment + offsets[segment] // 2 + code - first]
            if glyph % 65536 and code != 0xFFFF:
                found.add(code)
    return found
