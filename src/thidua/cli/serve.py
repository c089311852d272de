"""`thidua serve`: the application for real work."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from pathlib import Path

from thidua.cli.serving import Listening, demand_free, listen, prepare, problems_of, set_up
from thidua.cli.terminal import OK, Subparsers, declare, language_of, run_refusable, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES as CLI_SENTENCES
from thidua.words.sentences.serving import SENTENCES

SETTINGS = "thidua.config.settings.production"
DATA = Path("thidua-data")
LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    lang, parser = language_of(sys.argv), declare(commands, "serve", {**CLI_SENTENCES, **SENTENCES})
    parser.add_argument("--host", default="127.0.0.1", help=text(SENTENCES, "serve.host", lang))
    parser.add_argument("--port", type=int, default=8000, help=text(SENTENCES, "serve.port", lang))
    parser.add_argument("--data", type=Path, metavar="DIR", help=text(SENTENCES, "serve.data", lang))
    parser.add_argument("--name", action="append", default=[], help=text(SENTENCES, "serve.name", lang))
    parser.add_argument("--tls", action="store_true", help=text(SENTENCES, "serve.tls", lang))
    parser.add_argument("--behind-proxy", action="store_true", help=text(SENTENCES, "serve.behind_proxy", lang))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prepare, then serve until stopped."""
    lang = Language(getattr(args, "lang", Language.VI))
    return run_refusable(partial(_serve, args, lang), lang)


def _serve(args: argparse.Namespace, lang: Language) -> int:
    from thidua.core.errors import Refused
    from thidua.words.say import say

    data = args.data or Path(os.environ.get("THIDUA_DATA", DATA))
    listening, names = _listening(args, data)
    if problems := list(problems_of(listening, behind_proxy=args.behind_proxy)):
        raise Refused(problems)
    demand_free(listening)
    os.environ["THIDUA_TRANSPORT"] = "tls" if args.tls else "proxy" if args.behind_proxy else "local"
    if names:
        os.environ["THIDUA_HOSTS"] = ",".join(names)
    set_up(SETTINGS, data=data)
    prepare()
    listen(listening, on_ready=lambda: print(say("serve.listening", lang, address=listening.address), flush=True))
    return OK


def _listening(args: argparse.Namespace, data: Path) -> tuple[Listening, list[str]]:
    """Where to listen, and every name under which requests may come; without any, THIDUA_HOSTS says it."""
    given: list[str] = args.name
    if args.tls:
        from thidua.cli.tls import own_certificate

        certificate, key, name = own_certificate(data)
        return Listening(args.host, args.port, name, certificate, key), [name, *given]
    listening = Listening(args.host, args.port, "".join(given[:1]) if args.behind_proxy else "")
    is_known = bool(given) or "THIDUA_HOSTS" in os.environ or args.behind_proxy
    return listening, given if is_known else list(LOCAL_NAMES)
