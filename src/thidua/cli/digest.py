"""`thidua digest`: once a day, by a timer. Tells what falls due, and sends the mail of the day where a server is set.

Django is imported when it runs, never for help.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from thidua.cli.terminal import OK, REFUSED, Subparsers, declare, language_of, run_refusable, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = declare(commands, "digest", SENTENCES)
    data = text(SENTENCES, "cli.digest.data", language_of(sys.argv))
    parser.add_argument("--data", type=Path, metavar="DIR", help=data)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """1 where a mail could not be handed over: the timer tells its owner, and the next run sends it."""
    from thidua.cli.serving import set_up

    lang = Language(getattr(args, "lang", Language.VI))

    def act() -> int:
        set_up("thidua.config.settings.production", data=args.data)
        return _run(lang)

    return run_refusable(act, lang)


def _run(lang: Language) -> int:
    from thidua.apps.notices.services.daily import run_day
    from thidua.core.errors import Problem
    from thidua.words.say import describe, say

    day = run_day()
    if not day.has_server:
        print(say("cli.digest.told", lang, told=day.told))
        print(describe(Problem("notices.no_mail_server"), lang))
        return OK
    print(say("cli.digest.done", lang, told=day.told, sent=day.sent, failed=day.failed))
    for problem in day.problems:
        print(describe(problem, lang), file=sys.stderr)
    return REFUSED if day.problems else OK
