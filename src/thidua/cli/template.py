"""`thidua template SEASON UNIT`: the workbook in which a unit fills in its figures and its self-score."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.cli.terminal import OK, Subparsers, declare, language_of, run_refusable, season_at, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES

if TYPE_CHECKING:
    from thidua.core.season import Season


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    lang, parser = language_of(sys.argv), declare(commands, "template", SENTENCES)
    parser.add_argument("season", type=Path, metavar="SEASON", help=text(SENTENCES, "cli.season", lang))
    parser.add_argument("unit", metavar="UNIT", help=text(SENTENCES, "cli.unit", lang))
    parser.add_argument("--out", type=Path, metavar="FILE", help=text(SENTENCES, "cli.template.out", lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the workbook; a file that is there already may hold a unit's work and is never written over."""
    lang = Language(getattr(args, "lang", Language.VI))
    return run_refusable(lambda: _template(args, lang), lang)


def _template(args: argparse.Namespace, lang: Language) -> int:
    from thidua.cli.season_units import unit_of
    from thidua.core.errors import FiguresRefused, Problem
    from thidua.files.template_xlsx import template_workbook
    from thidua.words.say import say

    season = season_at(args.season, lang)
    unit = unit_of(season, args.unit)
    out = args.out or Path(f"so-lieu-{unit.code}.xlsx")
    workbook = template_workbook(season, unit, lang, dated=_dated(season))
    try:
        with out.open("xb") as file:
            file.write(workbook)
    except FileExistsError:
        raise FiguresRefused(Problem("cli.template.exists", {"file": out})) from None
    print(say("cli.template.written", lang, file=out))
    return OK


def _dated(season: Season) -> date:
    """The day that the workbook bears: the season's own, so that the same season gives the same file."""
    return season.as_of or date(season.name.year, 12, 31)
