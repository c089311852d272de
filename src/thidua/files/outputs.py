"""Writes every paper of a scored season into a folder, all of them or none.

Everything is made in a temporary folder beside the target first. A new target appears by one rename; in a folder that
exists each file is replaced by one rename, and what else lies there is left alone.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua.core.scoring.evaluate import Evaluation
from thidua.core.season import Season
from thidua.core.standings import ClusterStandings, standings
from thidua.core.states import Stage
from thidua.files.score_sheet_html import score_sheet_html
from thidua.files.score_sheet_pdf import score_sheet_pdf
from thidua.files.standings_json import make_result, standings_json
from thidua.files.standings_xlsx import standings_workbook
from thidua.files.statements_md import statements_md
from thidua.words.language import Language
from thidua.words.sheets import score_sheet
from thidua.words.vietnamese import folded

SHEETS = "score-sheets"


@dataclass(frozen=True, slots=True)
class _Paper:
    """One file to be written: its path below the folder, and its bytes."""

    path: Path
    data: bytes


def write_outputs(season: Season, out_dir: Path, lang: Language, *, stage: Stage | None = None) -> list[Path]:
    """Score the season and write workbook, score sheets, result and statements. Answers with the files, in that order.

    Raises FiguresRefused where the season cannot be scored, OSError where the folder cannot be written; the folder is
    then as it was.
    """
    evaluation = season.evaluate(stage=stage, explained=True)
    out_dir.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out_dir.name}-", dir=out_dir.parent) as made:
        draft = Path(made) / "out"
        papers = list(_papers(season, evaluation, standings(evaluation), lang))
        for paper in papers:
            target = draft / paper.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(paper.data)
        _move_into_place(draft, out_dir, [paper.path for paper in papers])
    return [out_dir / paper.path for paper in papers]


def file_name(text: str) -> str:
    """A name of lower-case ASCII letters, digits and hyphens: `Công an Đồng Nai` is `cong-an-dong-nai`."""
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-") or "khong-ten"


def _papers(
    season: Season, evaluation: Evaluation, ranked: tuple[ClusterStandings, ...], lang: Language
) -> Iterator[_Paper]:
    result = make_result(season, evaluation, ranked)
    digest, dated = str(result["digest"]), season.as_of or date(season.name.year, 12, 31)
    workbook = standings_workbook(season, evaluation, ranked, lang, result_digest=digest, dated=dated)
    yield _Paper(Path("standings.xlsx"), workbook)
    for unit, name in _sheet_names(season).items():
        one = next(one for one in ranked if one.cluster == evaluation.table.units[evaluation.table.row(unit)].cluster)
        sheet = score_sheet(season, evaluation, one, unit, lang, result_digest=digest)
        yield _Paper(Path(SHEETS, f"{name}.pdf"), score_sheet_pdf(sheet, lang, result_digest=digest, dated=dated))
        yield _Paper(Path(SHEETS, f"{name}.html"), score_sheet_html(sheet, lang).encode())
    yield _Paper(Path("standings.json"), standings_json(result).encode())
    yield _Paper(Path("statements.md"), statements_md(season, evaluation.table, lang).encode())


def _sheet_names(season: Season) -> dict[str, str]:
    """A file name for every unit, by its code; no two are the same."""
    names: dict[str, str] = {}
    for unit in season.units:
        name = free = file_name(unit.code)
        number = 2
        while free in names.values():
            free, number = f"{name}-{number}", number + 1
        names[unit.code] = free
    return names


def _move_into_place(draft: Path, out_dir: Path, paths: list[Path]) -> None:
    if not out_dir.exists():
        draft.rename(out_dir)
        return
    for path in paths:
        target = out_dir / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (draft / path).replace(target)
