"""`thidua demo`: the demonstration, loaded once and served at the time at which its story stands."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.cli.serving import Listening, demand_free, listen, prepare, set_up
from thidua.cli.terminal import OK, Subparsers, declare, language_of, run_refusable, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES as CLI_SENTENCES
from thidua.words.sentences.serving import SENTENCES

if TYPE_CHECKING:
    from thidua.apps.demo.script import Login, Script

SETTINGS = "thidua.config.settings.demo"
FOLDER, DATA = Path("examples/demo"), Path("thidua-demo")
AT = "2024-11-23T14:00"  # the conference of cluster 10 is about to begin


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    lang, parser = language_of(sys.argv), declare(commands, "demo", {**CLI_SENTENCES, **SENTENCES})
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER, help=text(SENTENCES, "demo.folder", lang))
    parser.add_argument("--port", type=int, default=8000, help=text(SENTENCES, "serve.port", lang))
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help=text(SENTENCES, "demo.data", lang))
    parser.add_argument("--at", default=AT, metavar="AT", help=text(SENTENCES, "demo.at", lang))
    parser.add_argument("--fresh", action="store_true", help=text(SENTENCES, "demo.fresh", lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Load what is not there yet, then serve until stopped."""
    lang = Language(getattr(args, "lang", Language.VI))
    return run_refusable(partial(_demo, args, lang), lang)


def _demo(args: argparse.Namespace, lang: Language) -> int:
    listening = Listening("127.0.0.1", args.port)
    demand_free(listening)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS  # a demonstration under no other settings
    set_up(SETTINGS, data=args.data)

    from thidua.apps import clock
    from thidua.apps.demo.installation import forget, play

    at = clock.read_moment(args.at)
    if args.fresh:
        forget()
    prepare()
    script = play(args.folder, at=at)
    _set_clock(at)
    listen(listening, on_ready=partial(_tell, script, listening, at, lang))
    return OK


def _set_clock(at: datetime) -> None:
    """For this process and for the workers that it starts."""
    from django.conf import settings

    from thidua.apps import clock
    from thidua.apps.demo.installation import last_act

    shift = clock.shift_to(at, last=last_act())
    settings.THIDUA_CLOCK_SHIFT = shift
    os.environ["THIDUA_CLOCK_SHIFT"] = str(shift.total_seconds())


def _tell(script: Script, listening: Listening, at: datetime, lang: Language) -> None:
    from thidua.apps import clock
    from thidua.words.numbers import write_date
    from thidua.words.say import say, write

    now = clock.now().astimezone(clock.zone())
    shown = f"{now:%H:%M}, {write_date(now.date())}"
    print(say("demo.clock_goes_on" if (now - at).total_seconds() > 60 else "demo.clock", lang, moment=shown))
    print(say("demo.logins", lang, password=script.password))
    logins = _one_a_role(script)
    width = max(len(login.username) for login in logins)
    for login in logins:
        print(f"  {login.username.ljust(width)}  {write(login.role, lang)}")
    print(say("demo.how_on", lang))
    print(say("serve.listening", lang, address=listening.address), flush=True)


def _one_a_role(script: Script) -> list[Login]:
    """The first account of each role."""
    return list({login.role: login for login in reversed(script.logins)}.values())[::-1]
