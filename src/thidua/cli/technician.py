"""`thidua technician`: the first account of an installation, and a technician who locked themselves out.

Whoever runs it owns the machine. Django is imported when it runs, never for help.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from thidua.cli.terminal import OK, Subparsers, declare, language_of, run_refusable, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = declare(commands, "technician", SENTENCES)
    parser.add_argument("username", metavar="USERNAME", help=_words("username"))
    parser.add_argument("--name", metavar="NAME", default="", help=_words("name"))
    parser.add_argument("--rescue", action="store_true", help=_words("rescue"))
    parser.add_argument("--data", type=Path, metavar="DIR", help=_words("data"))
    parser.set_defaults(run=run)


def _words(option: str) -> str:
    return text(SENTENCES, f"cli.technician.{option}", language_of(sys.argv))


def run(args: argparse.Namespace) -> int:
    """Print the one-time password; it is kept nowhere."""
    from thidua.cli.serving import set_up
    from thidua.words.say import say

    lang = Language(getattr(args, "lang", Language.VI))

    def act() -> int:
        set_up("thidua.config.settings.production", data=args.data)
        print(say("cli.technician.given", lang, username=args.username, password=_password(args)))
        return OK

    return run_refusable(act, lang)


def _password(args: argparse.Namespace) -> str:
    from django.core.management import call_command

    from thidua.apps.access.services.technicians import appoint_technician, rescue_technician

    call_command("migrate", interactive=False, verbosity=0)
    if args.rescue:
        return rescue_technician(username=args.username)
    return appoint_technician(username=args.username, full_name=args.name)
