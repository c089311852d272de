"""`thidua golden FILE…`: worked examples that an officer wrote, played through the code that scores seasons."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from thidua.cli.terminal import OK, REFUSED, Subparsers, declare, language_of, run_refusable, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    lang, parser = language_of(sys.argv), declare(commands, "golden", SENTENCES)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help=text(SENTENCES, "cli.golden.files", lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Play every file; 0 only when every case came out as it says."""
    lang = Language(getattr(args, "lang", Language.VI))
    return max(run_refusable(partial(_play, file, lang), lang) for file in args.files)


def _play(file: Path, lang: Language) -> int:
    from thidua.files.golden import run_golden
    from thidua.words.say import say

    report = run_golden(file)
    if not report.failures:
        print(say("cli.golden.ok", lang, file=file, count=report.cases))
        return OK
    print(say("cli.golden.failed", lang, file=file, count=report.cases, wrong=report.wrong))
    for failure in report.failures:
        sides = {"expected": failure.expected, "actual": failure.actual}
        print("  " + say("cli.golden.difference", lang, case=failure.case, what=failure.what, **sides))
    return REFUSED
