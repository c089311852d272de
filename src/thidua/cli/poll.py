"""`thidua poll`: a secret ballot from files, and its audit. Here are the words of the command line only.

Every command is a function `(args, tell) -> int` in one of the modules beside this one; they are imported when they
run, so that help is fast. Exit codes: 0 done, 1 refused, 2 wrong usage (argparse), 3 not closed or no result yet.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from thidua.cli.terminal import Subparsers, add_language, language_of, run_refusable, text
from thidua.words.language import Language
from thidua.words.sentences.poll_commands import SENTENCES

OK, USAGE, NOT_CLOSED = 0, 2, 3

_MODULE_OF = {
    "setup": "poll_setup",
    "credentials": "poll_setup",
    "trustee": "poll_trustees",
    "vote": "poll_vote",
    "paper": "poll_vote",
    "close": "poll_count",
    "tally": "poll_count",
    "decrypt": "poll_count",
    "result": "poll_count",
    "verify": "poll_check",
    "compare": "poll_check",
}


@dataclass(frozen=True, slots=True)
class Tell:
    """Speaks to the person at the terminal in the chosen language."""

    lang: Language

    def line(self, code: str, **data: object) -> None:
        """One sentence on standard output."""
        from thidua.words.say import say

        print(say(code, self.lang, **data))

    def item(self, code: str, **data: object) -> None:
        """One sentence under a heading."""
        from thidua.words.say import say

        print(f"  {say(code, self.lang, **data)}")

    def plain(self, text: str) -> None:
        """A line that is data (a tracker, a path), not a sentence."""
        print(text)

    def progress(self, code: str, done: int, total: int) -> None:
        """A line that writes over itself; only where somebody is watching."""
        if not sys.stderr.isatty():
            return
        from thidua.words.say import say

        end = "\n" if done >= total else ""
        print(f"\r{say(code, self.lang, done=done, total=total)}", end=end, file=sys.stderr, flush=True)

    def ask(self, code: str, **data: object) -> str:
        """A question and its typed answer."""
        from thidua.words.say import say

        return input(say(code, self.lang, **data) + " ")


def register(subparsers: Subparsers[argparse.ArgumentParser]) -> None:
    """Adds `poll` and its commands. Help is in the language of `--lang` on the command line, Vietnamese otherwise."""
    lang = language_of(sys.argv)
    parser = _parser(subparsers, "poll", lang)
    commands = parser.add_subparsers(dest="poll_command", required=True, metavar=_word("command", lang))
    for name, arguments in _ARGUMENTS.items():
        command = _parser(commands, name, lang)
        for flags, options in arguments:
            command.add_argument(*flags, help=_text(f"poll.help.{name}.{flags[-1].lstrip('-')}", lang), **options)  # type: ignore[arg-type]
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Runs the command and turns a refusal into sentences and an exit code."""
    lang = Language(getattr(args, "lang", Language.VI))
    module = importlib.import_module(f"thidua.cli.{_MODULE_OF[args.poll_command]}")
    command = getattr(module, f"run_{args.poll_command}")
    return run_refusable(lambda: _usage_apart(lambda: int(command(args, Tell(lang))), lang), lang)


def _usage_apart(act: Callable[[], int], lang: Language) -> int:
    """A missing option is wrong usage, as argparse's own: exit code 2."""
    from thidua.core.errors import BallotRefused
    from thidua.words.say import describe

    try:
        return act()
    except BallotRefused as refusal:
        (problem, *_) = refusal.problems
        if not problem.code.startswith("ballots.usage."):
            raise
        print(describe(problem, lang), file=sys.stderr)
        return USAGE


def _text(code: str, lang: Language) -> str:
    """A help text; doubled braces of an example in JSON become single."""
    return text(SENTENCES, code, lang).format()


def _word(name: str, lang: Language) -> str:
    return _text(f"poll.help.word.{name}", lang)


def _parser(subparsers: Subparsers[argparse.ArgumentParser], name: str, lang: Language) -> argparse.ArgumentParser:
    parser = subparsers.add_parser(
        name,
        help=_text(f"poll.help.{name}", lang),
        description=_text(f"poll.help.{name}.long", lang),
        epilog=_text(f"poll.help.{name}.examples", lang),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_language(parser)
    return parser


_Argument = tuple[tuple[str, ...], dict[str, object]]
_FOLDER: _Argument = (("folder",), {"type": Path})
_KEY: _Argument = (("--key",), {"type": Path, "metavar": "FILE"})


def _file(name: str, *, required: bool = False) -> _Argument:
    return (f"--{name}",), {"type": Path, "metavar": "FILE", "required": required}


_ARGUMENTS: dict[str, list[_Argument]] = {
    "setup": [
        _FOLDER,
        _file("questions"),
        (("--paper",), {"type": int, "default": 0, "metavar": "N"}),
        (("--open",), {"action": "store_true"}),
    ],
    "credentials": [_FOLDER, _file("voters"), (("--to",), {"type": Path, "metavar": "DIR"}), _file("public")],
    "trustee": [
        _FOLDER,
        (("action",), {"choices": ["key", "certificate", "polynomial", "share", "add"]}),
        _KEY,
        (("--threshold",), {"type": int, "metavar": "N"}),
        _file("file"),
    ],
    "vote": [_FOLDER, _file("credential"), _file("choices"), _file("ballot"), _file("out"), _file("receipt")],
    "paper": [
        _FOLDER,
        (("action",), {"choices": ["enter", "cast"]}),
        (("--entries",), {"type": Path, "metavar": "FILE", "nargs": "+", "required": True}),
        (("--number",), {"type": int, "metavar": "N"}),
        (
            ("--invalid",),
            {"choices": ["not_issued_form", "too_many_marks", "too_few_marks", "unclear", "signed"]},
        ),
        _file("choices"),
        _file("stock"),
    ],
    "close": [_FOLDER],
    "tally": [_FOLDER],
    "decrypt": [_FOLDER, _KEY, _file("out"), _file("part"), (("--owner",), {"type": int, "metavar": "N"})],
    "result": [_FOLDER],
    "verify": [
        (("archive",), {"type": Path}),
        (("--head",), {"metavar": "HASH"}),
        _file("receipt"),
        (("--workers",), {"type": int, "metavar": "N"}),
    ],
    "compare": [(("old",), {"type": Path}), (("new",), {"type": Path})],
}
