"""`thidua score SEASON`: the standings in the terminal, and every paper of the result in a folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.cli.terminal import OK, Subparsers, declare, language_of, run_refusable, season_at, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES

if TYPE_CHECKING:
    from thidua.core.season import Season
    from thidua.core.states import Stage

STAGES = ("self", "appraised", "agreed", "rechecked")


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    lang, parser = language_of(sys.argv), declare(commands, "score", SENTENCES)
    parser.add_argument("season", type=Path, metavar="SEASON", help=text(SENTENCES, "cli.season", lang))
    parser.add_argument("--stage", choices=STAGES, help=text(SENTENCES, "cli.stage", lang))
    parser.add_argument("--out", type=Path, metavar="DIR", help=text(SENTENCES, "cli.out", lang))
    parser.add_argument("--json", action="store_true", help=text(SENTENCES, "cli.json", lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Score and show; write the papers only when everything has been computed."""
    lang = Language(getattr(args, "lang", Language.VI))
    return run_refusable(lambda: _score(args, lang), lang)


def _score(args: argparse.Namespace, lang: Language) -> int:
    from thidua.core.states import Stage

    if sys.stderr.isatty():
        from thidua.words.say import say

        print(say("cli.reading", lang, folder=args.season), file=sys.stderr)
    season = season_at(args.season, lang)
    stage = Stage(args.stage) if args.stage else season.stage
    if args.json:
        _print_json(season, stage)
    else:
        _print_standings(season, stage, lang)
    if args.out is not None:
        _write(season, stage, args.out, lang)
    return OK


def _print_json(season: Season, stage: Stage) -> None:
    from thidua import __version__
    from thidua.files.standings_json import standings_json

    print(standings_json(season.result(engine=__version__, stage=stage)), end="")


def _print_standings(season: Season, stage: Stage, lang: Language) -> None:
    from thidua.core.standings import standings
    from thidua.words.standings import write_standings
    from thidua.words.statements import write_statement

    evaluation = season.evaluate(stage=stage)
    for one in standings(evaluation):
        print(write_standings(season, evaluation, one, lang), end="")
    if season.statements:
        print()
    for statement in season.state(evaluation.table):
        print(f"- {write_statement(statement, lang)}")


def _write(season: Season, stage: Stage, out: Path, lang: Language) -> None:
    from thidua.files.outputs import write_outputs
    from thidua.words.say import say

    written = write_outputs(season, out, lang, stage=stage)
    # What was written is told beside the data, never inside it: --json may be read by a program.
    sys.stdout.flush()
    print(say("cli.written", lang, folder=out), file=sys.stderr)
    for path in written:
        print(f"  {path.relative_to(out)}", file=sys.stderr)
