"""Writes a score sheet as one HTML file that stands alone: no script, no address outside, readable on a phone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from thidua.files.packaged import TEMPLATES, page_style
from thidua.words.language import Language
from thidua.words.say import say
from thidua.words.sheets import ScoreSheet

if TYPE_CHECKING:
    from jinja2 import Environment


def score_sheet_html(sheet: ScoreSheet, lang: Language) -> str:
    """The page. Every text of the data is escaped by the template engine."""
    from markupsafe import Markup  # noqa: PLC0415  only this paper needs it

    def speak(code: str, **data: object) -> str:
        return say(code, lang, **data)

    style = Markup(page_style())  # noqa: S704  our own packaged style, no data in it
    return _environment().get_template("score_sheet.html").render(sheet=sheet, style=style, say=speak, lang=lang.value)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  only this paper needs it

    loader = FileSystemLoader(TEMPLATES)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
