"""`thidua ledger`: the record checked, its heads, the file for outsiders, and the guards of its tables.

Django is imported when a task runs, never for help.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.cli.terminal import OK, REFUSED, Subparsers, add_language, declare, language_of, run_refusable, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES as CLI_SENTENCES
from thidua.words.sentences.ledger_commands import SENTENCES

if TYPE_CHECKING:
    from thidua.apps.ledger.verification import Verification
    from thidua.core.ledger.heads import Head


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command and its tasks."""
    parser = declare(commands, "ledger", CLI_SENTENCES)
    metavar = _words("command")
    tasks = parser.add_subparsers(dest="ledger_command", required=True, metavar=metavar, title=metavar)
    verify_task = _declare(tasks, "verify", verify)
    verify_task.add_argument("--head", action="append", default=[], metavar="HEAD", help=_words("head"))
    verify_task.add_argument("--heads", type=Path, metavar="FILE", help=_words("heads_file"))
    verify_task.add_argument("--json", action="store_true", help=_words("json"))
    _declare(tasks, "heads", heads).add_argument("--seal", action="store_true", help=_words("seal"))
    export_task = _declare(tasks, "export", export)
    export_task.add_argument("--out", type=Path, required=True, metavar="FILE", help=_words("out"))
    export_task.add_argument("--chain", action="append", metavar="KEY", help=_words("chain"))
    export_task.add_argument("--without-texts", action="store_true", help=_words("without_texts"))
    _declare(tasks, "guard", guard)
    _declare(tasks, "grants", grants).add_argument("role", metavar="ROLE", help=_words("role"))


def _declare(
    tasks: Subparsers[argparse.ArgumentParser], name: str, run: Callable[[argparse.Namespace, Language], int]
) -> argparse.ArgumentParser:
    task = tasks.add_parser(
        name,
        help=_words(name),
        description=_words(name),
        epilog=_words(f"{name}.examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_language(task)
    task.add_argument("--data", type=Path, metavar="DIR", help=_words("data"))
    task.set_defaults(run=partial(_run, run))
    return task


def _words(code: str) -> str:
    return text(SENTENCES, f"ledger_command.{code}", language_of(sys.argv))


def _run(task: Callable[[argparse.Namespace, Language], int], args: argparse.Namespace) -> int:
    from thidua.cli.serving import set_up

    lang = Language(getattr(args, "lang", Language.VI))

    def act() -> int:
        set_up("thidua.config.settings.production", data=args.data)
        return task(args, lang)

    return run_refusable(act, lang)


def verify(args: argparse.Namespace, lang: Language) -> int:
    """Everything recomputed; 1 when anything does not hold."""
    from thidua.apps.ledger.verification import verify_ledger

    found = verify_ledger(list(_known_heads(args)))
    if args.json:
        print(json.dumps(_plain(found), ensure_ascii=False, indent=2))
    else:
        _tell(found, lang)
    return REFUSED if found.problems else OK


def _known_heads(args: argparse.Namespace) -> Iterator[Head]:
    """The heads of the command line and of a file, one a line; empty lines and lines that begin with # are left out."""
    from thidua.core.ledger.heads import read_head

    lines = args.heads.read_text(encoding="utf-8").splitlines() if args.heads else []
    for line in (*args.head, *lines):
        if line.strip() and not line.lstrip().startswith("#"):
            yield read_head(line)


def _tell(found: Verification, lang: Language) -> None:
    from thidua.apps.ledger.verification import describe_erasures
    from thidua.words.say import describe, say

    for head in found.heads:
        print(_head(head))
    for line in describe_erasures(found.erasures, lang):
        print(line)
    sizes = {"entries": found.entries, "chains": len(found.heads), "rows": found.rows}
    print(say("ledger_command.checked", lang, **sizes))
    if not found.problems:
        print(say("ledger_command.whole", lang))
        return
    print(say("ledger_command.broken", lang, count=len(found.problems)))
    for problem in found.problems:
        print(f"  - {describe(problem, lang)}")


def _plain(found: Verification) -> dict[str, object]:
    return {
        "heads": {str(head.chain): [head.height, head.digest] for head in found.heads},
        "rows": found.rows,
        "problems": [{"code": problem.code, **problem.data} for problem in found.problems],
        "erased": [
            {"chain": one.chain, "height": one.height, "field": one.field, "told_at": one.told_at}
            for one in found.erasures
        ],
    }


def heads(args: argparse.Namespace, _lang: Language) -> int:
    """The head of every chain, a line each, as `verify --heads` reads them."""
    from thidua.apps.ledger.seals import seal_heads
    from thidua.apps.ledger.selectors import list_heads
    from thidua.core.ledger.entry import Author

    if args.seal:
        seal_heads(by=Author(name="Thi đua"))
    for head in list_heads():
        if head.height:
            print(_head(head))
    return OK


def _head(head: Head) -> str:
    from thidua.core.ledger.entry import Digest
    from thidua.core.ledger.heads import short_head

    return f"{head.chain} {short_head(head.height, Digest(head.digest))}"


def export(args: argparse.Namespace, lang: Language) -> int:
    """The file that an outside person checks with `ledger_check.py`; an existing file is left alone."""
    from thidua.apps.ledger.export import export_lines
    from thidua.words.say import say

    with args.out.open("x", encoding="utf-8", newline="\n") as file:
        file.writelines(export_lines(args.chain, with_texts=not args.without_texts))
    print(say("ledger_command.exported", lang, file=args.out))
    return OK


def guard(_args: argparse.Namespace, lang: Language) -> int:
    """Install the triggers again."""
    from django.db import connection

    from thidua.apps.ledger.guards import install_guards, missing_guards
    from thidua.words.say import say

    missing = missing_guards(connection)
    install_guards(connection)
    print(say("ledger_command.guarded" if missing else "ledger_command.was_guarded", lang, guards=missing))
    return OK


def grants(args: argparse.Namespace, _lang: Language) -> int:
    """The SQL that leaves the application's role on PostgreSQL no more than it needs."""
    from thidua.apps.ledger.grants import grant_statements

    for statement in grant_statements(args.role):
        print(statement)
    return OK
