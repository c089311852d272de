"""The places of a wording that numbers fill, by name: `{số đạt}` for whoever writes Vietnamese, `{passed}` in files.

Every name is read in both languages, with or without Vietnamese marks.
"""

import re

from thidua.words.language import Language
from thidua.words.vietnamese import folded

PLACES = {
    "passed": "số đạt",
    "units": "số đơn vị",
    "list": "tên đơn vị",
    "threshold": "mức",
    "sum": "tổng",
    "sum_percent": "tổng phần trăm",
}
THRESHOLD = rf"\{{\s*(?:threshold|{PLACES['threshold']}|{folded(PLACES['threshold'])})\s*\}}"  # as a pattern
_MEANT = {folded(name): code for code, named in PLACES.items() for name in (code, named)}
_PLACE = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")


def meant_by(name: str) -> str | None:
    """The code of a place by either of its names, None for what nothing fills."""
    return _MEANT.get(folded(" ".join(name.split())))


def with_places_in(wording: str, lang: Language) -> str:
    """The wording with its places named in a language; what is no place stays."""

    def named(found: re.Match[str]) -> str:
        code = meant_by(found[1])
        if code is None:
            return found[0]
        return f"{{{PLACES[code] if lang is Language.VI else code}}}"

    return _PLACE.sub(named, wording)
