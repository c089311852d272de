"""`thidua replay RESULT.json SEASON`: compute a stored result again from the season's own files, number by number."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.cli.terminal import OK, REFUSED, Subparsers, declare, language_of, run_refusable, season_at, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES

if TYPE_CHECKING:
    from thidua.core.canonical import Plain
    from thidua.core.results.replay import Replay

SHORT = 12  # digits of a digest that a person compares
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

    stored = _read(args.result)
    stage = stored_stage(stored)
    computed = season_at(args.season, lang).result(engine=__version__, stage=stage)
    found = replay(stored, computed)
    _tell(found, stored, computed, lang)
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


def _tell(found: Replay, stored: object, computed: dict[str, Plain], lang: Language) -> None:
    from thidua.words.say import say

    nothing = say("cli.nothing", lang)
    for change in found.changed_inputs:
        data = {"cell": change.cell, "key": " ".join(change.key)}
        print(say("cli.replay.input", lang, **data, before=change.before or nothing, after=change.after or nothing))
    rulebooks = {"before": _rulebook(stored), "after": _rulebook(computed)}
    if found.rulebook_changed:
        print(say("cli.replay.rulebook", lang, **rulebooks))
    for seal in found.seals_broken:
        print(say("cli.replay.seal", lang, seal=seal))
    counts = {"numbers": found.numbers, "differences": found.differences}
    if found.first_difference is not None:
        path = " › ".join(found.first_difference.path)
        first = {"stored": found.first_difference.stored, "computed": found.first_difference.computed}
        print(say("cli.replay.difference", lang, path=path, **first, **counts))
    if found.is_same:
        inputs = str(computed["inputs_digest"])[:SHORT]
        print(say("cli.replay.same", lang, numbers=found.numbers, rulebook=rulebooks["after"], inputs=inputs))


def _rulebook(document: object) -> str:
    rulebook = document.get("rulebook") if isinstance(document, dict) else None
    return str(rulebook.get("digest"))[:SHORT] if isinstance(rulebook, dict) else "?"
