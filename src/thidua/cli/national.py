"""`thidua national SOURCE --rulebook R --out DIR`: many clusters in one run, on all cores."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from thidua.cli.terminal import OK, Subparsers, declare, language_of, run_refusable, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES

STAGES = ("self", "appraised", "agreed", "rechecked")


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    lang, parser = language_of(sys.argv), declare(commands, "national", SENTENCES)
    source, rulebook, out = (text(SENTENCES, f"cli.national.{name}", lang) for name in ("source", "rulebook", "out"))
    parser.add_argument("source", type=Path, metavar="SOURCE", help=source)
    parser.add_argument("--rulebook", type=Path, required=True, metavar="FILE", help=rulebook)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=out)
    parser.add_argument("--stage", choices=STAGES, help=text(SENTENCES, "cli.stage", lang))
    parser.add_argument("--excel", action="store_true", help=text(SENTENCES, "cli.national.excel", lang))
    parser.add_argument("--parquet", action="store_true", help=text(SENTENCES, "cli.national.parquet", lang))
    workers = text(SENTENCES, "cli.national.workers", lang)
    parser.add_argument("--workers", type=_whole, metavar="N", help=workers)
    parser.set_defaults(run=run)


def _whole(typed: str) -> int:
    number = int(typed)
    if number < 0:
        raise ValueError(typed)
    return number


def run(args: argparse.Namespace) -> int:
    """Score all clusters; write the results only when nothing is refused."""
    lang = Language(getattr(args, "lang", Language.VI))
    return run_refusable(lambda: _national(args, lang), lang)


def _national(args: argparse.Namespace, lang: Language) -> int:
    from thidua.core.states import Stage
    from thidua.files.national import score_nation
    from thidua.files.national_results import Form
    from thidua.files.season import load_rulebook
    from thidua.words.say import describe, say

    done = score_nation(
        args.source,
        load_rulebook(args.rulebook),
        args.out,
        lang=lang,
        stage=Stage(args.stage) if args.stage else None,
        forms=[Form.CSV, *([Form.EXCEL] if args.excel else []), *([Form.PARQUET] if args.parquet else [])],
        workers=args.workers,
        progress=_Shown(lang).progress,
    )
    if done.warnings:
        print(say("cli.national.warnings", lang, count=len(done.warnings)), file=sys.stderr)
        for problem in done.warnings[:20]:
            print(f"  - {describe(problem, lang)}", file=sys.stderr)
    print(say("cli.national.written", lang, units=done.units, files=[str(path) for path in done.files]))
    return OK


class _Shown:
    """Progress on standard error: in place on a terminal, else one line each tenth of the way."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self.shown = -1

    def progress(self, done: int, whole: int) -> None:
        """Show the share that is done, when it has grown enough."""
        from thidua.words.say import say

        percent = 100 * done // whole if whole else 100
        step = 1 if sys.stderr.isatty() else 10
        if percent // step == self.shown:
            return
        self.shown = percent // step
        end = "\r" if sys.stderr.isatty() and percent < 100 else "\n"
        print(say("cli.national.progress", self.lang, done=percent), end=end, file=sys.stderr, flush=True)
