"""Writes a score sheet as PDF/A-2b on A4, in the one face that travels with the package.

Data reaches the template as JSON and is shown as text; no markup is ever put together from it. The machine's own fonts
are not looked at, so that a paper looks the same wherever it is made.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, date, datetime

from thidua.files.packaged import FONTS, TEMPLATES
from thidua.words.language import Language
from thidua.words.say import say
from thidua.words.sheets import ScoreSheet, SheetLine, short_digest
from thidua.words.traces import write_of_maximum

WORDS = ("title", "sample", "overview", "explanations", "how_total", "code", "criterion", "points", "maximum", "total",
         "legend", "made_from", "result_digest")  # fmt: skip


def score_sheet_pdf(sheet: ScoreSheet, lang: Language, *, result_digest: str, dated: date) -> bytes:
    """The paper's bytes; the same sheet and date give the same bytes."""
    import typst  # noqa: PLC0415  only this paper needs it

    data = {
        "sheet": {**asdict(sheet), "lines": [_line(line, lang) for line in sheet.lines]},
        "words": _words(sheet, lang),
        "lang": lang.value,
        "result_digest": short_digest(result_digest),
    }
    pdf: bytes = typst.compile(
        TEMPLATES / "score_sheet.typ",
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="a-2b",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=datetime(dated.year, dated.month, dated.day, tzinfo=UTC),
    )
    return pdf


def _words(sheet: ScoreSheet, lang: Language) -> dict[str, str]:
    words = {name: say(f"sheet.{name}", lang) for name in WORDS}
    if sheet.illustrative:
        words["legend"] = f"{words['legend']} · {say('sheet.legend_sample', lang)}"
    words["heading"] = say("sheet.heading", lang, year=sheet.year)
    words["of_total"] = say("sheet.of", lang, maximum=sheet.maximum)
    return words


def _line(line: SheetLine, lang: Language) -> dict[str, object]:
    why = line.explanation
    if why is None:
        return asdict(line)
    shown = {
        **asdict(why),
        "of_maximum": write_of_maximum(why, lang) if line.state == "reported" else line.points,
        "arithmetic_before": why.arithmetic_before,
        "arithmetic_result": why.arithmetic_result,
    }
    return {**asdict(line), "explanation": shown}
