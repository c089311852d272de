"""Writes the standings as PDF/A-2b on A4, on its side: the order first, then one group of criteria a page, criteria as
rows and units as columns; headings come again on every page.

Data reaches the template as JSON and is shown as text, as on the score sheet.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from thidua.core.rulebook import rulebook_digest
from thidua.core.rulebook.schema import Criterion, Secrecy
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.season import Season
from thidua.core.standings import ClusterStandings
from thidua.files.packaged import FONTS, TEMPLATES
from thidua.words.distances import gaps, write_gap
from thidua.words.language import Language
from thidua.words.numbers import write_number
from thidua.words.say import say
from thidua.words.sheets import cell_of, short_digest
from thidua.words.standings import criterion_title, standings_marks, standings_notes, standings_rows


def standings_pdf(
    season: Season, evaluation: Evaluation, one: ClusterStandings, lang: Language, *, result_digest: str, dated: date
) -> bytes:
    """The paper's bytes; the same result and date give the same bytes."""
    import typst  # noqa: PLC0415  only this paper needs it

    is_sample = season.has_illustrative_figures
    legend = [say("sheet.legend", lang), *([say("sheet.legend_sample", lang)] if is_sample else [])]
    data = {
        "lang": lang.value,
        "cluster": one.cluster or season.name.title,
        "title": say("standings.title", lang, title=one.cluster or season.name.title),
        "marks": list(standings_marks(season, evaluation, one, lang)),
        "sample": say("sheet.sample", lang) if is_sample else "",
        "headings": _headings(evaluation, lang),
        "rows": _rows(evaluation, one, lang),
        "notes": list(standings_notes(evaluation, one, lang)),
        "groups": [_group(evaluation, top, lang) for top in evaluation.rulebook.criteria],
        "columns": [say("sheet.criterion", lang), say("sheet.maximum", lang)],
        "units": [unit.brief for unit in evaluation.table.units],
        "legend": " · ".join(legend),
        "footer": say(
            "workbook.footer",
            lang,
            rulebook=short_digest(rulebook_digest(evaluation.rulebook)),
            result=short_digest(result_digest),
        ),
    }
    pdf: bytes = typst.compile(
        TEMPLATES / "standings.typ",
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="a-2b",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        timestamp=datetime(dated.year, dated.month, dated.day, tzinfo=UTC),
    )
    return pdf


def _headings(evaluation: Evaluation, lang: Language) -> list[str]:
    book = evaluation.rulebook
    tops = [f"{top.code}\n{say('standings.of', lang, points=top.points)}" for top in book.criteria]
    to = book.total.rescale_to
    rescaled = [] if to is None else [say("standings.rescaled", lang, points=to)]
    classes = [say("standings.class", lang)] if book.classes else []
    apart = [say("standings.behind", lang), say("standings.behind_above", lang)]
    named = [say(f"standings.{name}", lang) for name in ("rank", "unit")]
    return [*named, *tops, say("standings.total", lang), *rescaled, *classes, *apart]


def _rows(evaluation: Evaluation, one: ClusterStandings, lang: Language) -> list[list[str]]:
    places = evaluation.rulebook.places
    lines = []
    rows = standings_rows(evaluation, one, lang)
    for row, gap in zip(rows, gaps([(row.rank, row.counted) for row in rows]), strict=True):
        classes = [row.class_name or "–"] if evaluation.rulebook.classes else []
        apart = [write_gap(gap.behind, lang), write_gap(gap.step, lang)]
        lines.append([row.rank, row.name, *row.written(lang, places), *classes, *apart])
    return lines


def _group(evaluation: Evaluation, top: Criterion, lang: Language) -> dict[str, object]:
    rows = [_criterion(evaluation, node, depth, lang) for depth, node in top.walk()]
    return {"title": criterion_title(top, lang), "rows": rows}


def _criterion(evaluation: Evaluation, node: Criterion, depth: int, lang: Language) -> dict[str, object]:
    name = say("trace.code_only", lang) if node.secrecy is Secrecy.CODE_ONLY else node.name
    cells = [cell_of(evaluation, node, row, lang) for row in range(evaluation.table.rows)]
    return {
        "code": node.code,
        "name": name,
        "depth": depth,
        "is_group": node.group is not None,
        "maximum": write_number(node.points.normalised(), lang),
        "cells": [
            {
                "text": f"{'○ ' if cell.waits else ''}{cell.text}{' *' if cell.illustrative else ''}",
                "state": cell.state,
            }
            for cell in cells
        ],
    }
