"""`thidua replay RESULT.json SEASON`: compute a stored result again from the season's own files, number by number."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from thidua.cli.terminal import OK, REFUSED, Subparsers, declare, language_of, run_refusable, season_at, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES

MOST_BYTES = 64 * 1024 * 1024


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    lang, parser = language_of(sys.argv), declare(commands, "replay", SENTENCES)
    parser.add_argument("result", type=Path, metavar="RESULT.json", help=text(SENTENCES, "cli.result", lang))
    parser.add_argument("season", type=Path, metavar="SEASON", help=text(SENTENCES, "cli.season", lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Replay and tell; 0 only when every number is the same."""
    lang = Language(getattr(args, "lang", Language.VI))
    return run_refusable(lambda: _replay(args, lang), lang)


def _replay(args: argparse.Namespace, lang: Language) -> int:
    from thidua import __version__
    from thidua.core.results.replay import replay, stored_stage
    from thidua.words.replay import say_replay

    stored = _read(args.result)
    stage = stored_stage(stored)
    computed = season_at(args.season, lang).result(engine=__version__, stage=stage)
    found = replay(stored, computed)
    for line in say_replay(found, stored, computed, lang):
        print(line)
    return OK if found.is_same else REFUSED


def _read(path: Path) -> object:
    from thidua.core.errors import Place, Problem, ReplayRefused

    data = path.read_bytes()
    try:
        if len(data) > MOST_BYTES:
            raise ValueError
        return json.loads(data, parse_float=str)
    except (ValueError, RecursionError):
        raise ReplayRefused(Problem("cli.not_json", {"file": path.name}, Place(file=path.name))) from None
