"""`thidua explain SEASON UNIT CRITERION`: why a point is what it is, in the words of the score sheet."""

from __future__ import annotations

import argparse
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.cli.terminal import OK, Subparsers, declare, language_of, run_refusable, season_at, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES

if TYPE_CHECKING:
    from thidua.core.rulebook import Criterion
    from thidua.core.scoring.evaluate import Evaluation
    from thidua.core.season import Season

STAGES = ("self", "appraised", "agreed", "rechecked")


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    lang, parser = language_of(sys.argv), declare(commands, "explain", SENTENCES)
    parser.add_argument("season", type=Path, metavar="SEASON", help=text(SENTENCES, "cli.season", lang))
    parser.add_argument("unit", metavar="UNIT", help=text(SENTENCES, "cli.unit", lang))
    parser.add_argument("criterion", metavar="CRITERION", help=text(SENTENCES, "cli.criterion", lang))
    parser.add_argument("--stage", choices=STAGES, help=text(SENTENCES, "cli.stage", lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Explain one criterion; of a group, its parts and how they add up."""
    lang = Language(getattr(args, "lang", Language.VI))
    return run_refusable(lambda: _explain(args, lang), lang)


def _explain(args: argparse.Namespace, lang: Language) -> int:
    from thidua.cli.season_units import unit_of
    from thidua.core.states import Stage

    season = season_at(args.season, lang)
    unit = unit_of(season, args.unit).code
    criterion = _criterion(season, args.criterion)
    evaluation = season.evaluate(stage=Stage(args.stage) if args.stage else None, explained=True)
    if criterion.group is None:
        _print_leaf(evaluation, unit, criterion, lang)
    else:
        _print_group(evaluation, unit, criterion, lang)
    return OK


def _print_leaf(evaluation: Evaluation, unit: str, criterion: Criterion, lang: Language) -> None:
    from thidua.core.scoring.trace import explain
    from thidua.words.traces import explain_in_words, render_explanation

    trace = explain(evaluation, unit, criterion.code)
    print(render_explanation(explain_in_words(trace, lang), lang), end="")


def _print_group(evaluation: Evaluation, unit: str, criterion: Criterion, lang: Language) -> None:
    from thidua.words.say import say

    row = evaluation.table.row(unit)
    parts = criterion.group.parts if criterion.group else ()
    for indent, node in [("", criterion), *(("  ", part) for part in parts)]:
        points, maximum = evaluation.points(node.code, row), evaluation.maximum(node.code, row)
        line = say("cli.group_line", lang, code=node.code, name=node.name, points=points, maximum=maximum.normalised())
        print(indent + line)
        if node is criterion:
            print(say("cli.group_sum", lang))


def _criterion(season: Season, asked: str) -> Criterion:
    from thidua.core.errors import FiguresRefused, Problem

    criterion = season.rulebook.find(asked)
    if criterion is None:
        codes = [node.code for _depth, node in season.rulebook.walk()]
        near = get_close_matches(asked, codes, n=3, cutoff=0) or codes[:1]
        raise FiguresRefused(Problem("cli.unknown_criterion", {"found": asked, "near": near}))
    return criterion
