"""`thidua tls`: an authority of this installation's own, and the server's certificate for one name."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from thidua.cli.terminal import OK, Subparsers, add_language, declare, language_of, run_refusable, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES as CLI_SENTENCES
from thidua.words.sentences.serving import SENTENCES

DATA = Path("thidua-data")
FOLDER = "tls"
LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
NAME = re.compile(rf"{LABEL}(?:\.{LABEL})*\.(?!\d+$){LABEL}")  # at least two labels, the last no number


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command and its tasks."""
    lang, texts = language_of(sys.argv), {**CLI_SENTENCES, **SENTENCES}
    parser = declare(commands, "tls", texts)
    metavar = text(CLI_SENTENCES, "cli.command", lang)
    tasks = parser.add_subparsers(dest="tls_command", required=True, metavar=metavar, title=metavar)
    for task, act in (("init", _init), ("renew", _renew)):
        words = text(SENTENCES, f"tls.{task}", lang)
        one = tasks.add_parser(task, help=words, description=words)
        add_language(one)
        if task == "init":
            one.add_argument("name", metavar="NAME", help=text(SENTENCES, "tls.name", lang))
        one.add_argument("--data", type=Path, metavar="DIR", help=text(SENTENCES, "serve.data", lang))
        one.set_defaults(run=partial(_run, act))


def _run(act: Callable[[argparse.Namespace, Language], int], args: argparse.Namespace) -> int:
    lang = Language(getattr(args, "lang", Language.VI))
    return run_refusable(partial(act, args, lang), lang)


def own_certificate(data: Path) -> tuple[Path, Path, str]:
    """The server's certificate, its key and its name. Raises Refused when there is none."""
    from thidua.core.errors import Problem, Refused
    from thidua.files.certificates import SERVER, name_of, read_certificate

    folder = (data / FOLDER).absolute()
    certificate, key = folder / f"{SERVER}.crt", folder / f"{SERVER}.key"
    if not (certificate.exists() and key.exists()):
        raise Refused(Problem("tls.none", {"folder": str(folder)}))
    return certificate, key, name_of(read_certificate(folder, SERVER))


def _init(args: argparse.Namespace, lang: Language) -> int:
    from thidua.core.errors import Problem, Refused
    from thidua.files.certificates import AUTHORITY, SERVER, issue, make_authority, write

    name, folder = args.name.lower().rstrip("."), _folder(args)
    if not NAME.fullmatch(name):
        raise Refused(Problem("tls.no_name", {"name": args.name}))
    if (folder / f"{AUTHORITY}.key").exists():
        raise Refused(Problem("tls.exists", {"folder": str(folder)}))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    now = datetime.now(UTC)  # browsers compare with the world's time, not with a set clock
    authority = make_authority(name, at=now)
    write(authority, folder, AUTHORITY)
    write(issue(authority, at=now), folder, SERVER)
    return _tell("tls.made", folder, lang)


def _renew(args: argparse.Namespace, lang: Language) -> int:
    from thidua.core.errors import Problem, Refused
    from thidua.files.certificates import AUTHORITY, SERVER, issue, read, write

    folder = _folder(args)
    if not (folder / f"{AUTHORITY}.key").exists():
        raise Refused(Problem("tls.none", {"folder": str(folder)}))
    write(issue(read(folder, AUTHORITY), at=datetime.now(UTC)), folder, SERVER)
    return _tell("tls.renewed", folder, lang)


def _folder(args: argparse.Namespace) -> Path:
    data: Path = args.data or Path(os.environ.get("THIDUA_DATA", DATA))
    return data / FOLDER


def _tell(code: str, folder: Path, lang: Language) -> int:
    from thidua.files.certificates import AUTHORITY, SERVER, name_of, read_certificate, sha1, sha256
    from thidua.words.say import say

    authority, server = read_certificate(folder, AUTHORITY), read_certificate(folder, SERVER)
    ends = server.not_valid_after_utc.date()
    print(say(code, lang, name=name_of(authority), day=ends, file=folder / f"{AUTHORITY}.crt"))
    print(f"  SHA-256  {sha256(authority)}\n  SHA-1    {sha1(authority)}")
    return OK
