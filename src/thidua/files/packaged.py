"""The files that travel inside the package: reference data, and the fonts, styles and templates of the papers.

Each folder has a `manifest.json` with name, version, licence and SHA-256 of what came from elsewhere; a test compares.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
ASSETS = HERE / "assets"
DATA = HERE / "data"
FONTS = HERE / "fonts"
TEMPLATES = HERE / "templates"

_LATIN = "U+0000-00FF, U+0131, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212"
_VIETNAMESE = (
    "U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, "
    "U+0308-0309, U+0323, U+0329, U+1EA0-1EF9, U+20AB"
)


def read_packaged(name: str) -> str:
    """The text of a data file: a calendar, the province map."""
    return (DATA / name).read_text(encoding="utf-8")


@cache
def page_style() -> str:
    """The style of a page that stands alone: fonts as data, tokens, the sheet's own rules."""
    faces = [
        _font_face(script, weight, letters)
        for script, letters in (("latin", _LATIN), ("vietnamese", _VIETNAMESE))
        for weight in (400, 600)
    ]
    parts = [*faces, _read("tokens.css"), _read("sheet.css")]
    return "\n".join(parts)


def _read(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8")


def _font_face(script: str, weight: int, letters: str) -> str:
    import base64  # noqa: PLC0415 - only pages with fonts need it

    data = (ASSETS / "fonts" / f"ibm-plex-sans-{script}-{weight}-normal.woff2").read_bytes()
    source = f'url(data:font/woff2;base64,{base64.b64encode(data).decode("ascii")}) format("woff2")'
    rules = f'font-family: "IBM Plex Sans"; font-weight: {weight}; src: {source}; unicode-range: {letters};'
    return f"@font-face {{ {rules} }}"
