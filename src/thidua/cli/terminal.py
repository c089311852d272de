"""What every command shares: its language, its parser in that language, its streams, and how a refusal is told.

Exit codes, the same for all commands: 0 done, 1 refused or different, 2 wrong usage, 3 not closed yet (polls).
Nothing heavy is imported here: `thidua --help` answers before numpy could be loaded.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.words.language import Language

if TYPE_CHECKING:
    from thidua.core.season import Season

OK, REFUSED = 0, 1
Subparsers = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no public name
Texts = dict[str, tuple[str, str]]

# What argparse says by itself, in Vietnamese; it looks each sentence up through its own `_` and `ngettext`.
_ARGPARSE_VI = {
    "usage: ": "cách dùng: ",
    "positional arguments": "tham số",
    "options": "tùy chọn",
    "show this help message and exit": "in lời hướng dẫn này rồi thoát",
    "%(prog)s: error: %(message)s\n": "%(prog)s: lỗi: %(message)s\n",
    "the following arguments are required: %s": "còn thiếu: %s",
    "unrecognized arguments: %s": "không hiểu: %s",
    "argument %(argument_name)s: %(message)s": "tham số %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "không có lựa chọn %(value)r (chỉ có: %(choices)s)",
    "invalid %(type)s value: %(value)r": "%(value)r không phải là giá trị kiểu %(type)s",
    "expected one argument": "cần một giá trị theo sau",
    "expected at least one argument": "cần ít nhất một giá trị theo sau",
    "not allowed with argument %s": "không dùng cùng với %s",
}


def language_of(argv: Sequence[str]) -> Language:
    """The language asked for anywhere on the command line; Vietnamese otherwise."""
    for here, following in zip(argv, [*argv[1:], ""], strict=True):
        if here == "--lang=en" or (here == "--lang" and following == "en"):
            return Language.EN
    return Language.VI


def speak(lang: Language) -> None:
    """Make the streams UTF-8 whatever the locale says, and argparse speak the language."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if lang is Language.VI:
        setattr(argparse, "_", lambda text: _ARGPARSE_VI.get(text, text))  # noqa: B010 - not a declared attribute


def text(texts: Texts, code: str, lang: Language) -> str:
    """A help text; `%` is doubled because argparse fills its texts in."""
    return texts[code][lang is Language.EN].replace("%", "%%")


def add_language(parser: argparse.ArgumentParser) -> None:
    """`--lang vi|en`, accepted before and after the command."""
    choices = [language.value for language in Language]
    parser.add_argument("--lang", choices=choices, default=argparse.SUPPRESS, help="vi | en")


def declare(commands: Subparsers[argparse.ArgumentParser], name: str, texts: Texts) -> argparse.ArgumentParser:
    """A command with its description and examples (`cli.NAME`, `cli.NAME.examples`) in the language asked for."""
    lang = language_of(sys.argv)
    parser = commands.add_parser(
        name,
        help=text(texts, f"cli.{name}", lang),
        description=text(texts, f"cli.{name}", lang),
        epilog=text(texts, f"cli.{name}.examples", lang),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_language(parser)
    return parser


def season_at(folder: Path, lang: Language) -> Season:
    """The season of a folder; what is only a warning is told on standard error. Raises FiguresRefused."""
    from thidua.files.season import read_season

    loaded = read_season(folder)
    if loaded.warnings:
        from thidua.words.say import describe, say

        for warning in loaded.warnings:
            print(say("cli.warning", lang, warning=describe(warning, lang)), file=sys.stderr)
    return loaded.season


def run_refusable(act: Callable[[], int], lang: Language) -> int:
    """Run a command; tell a refusal in sentences on standard error, one line a problem, and exit 1."""
    from thidua.core.errors import Refused, Severity

    try:
        return act()
    except Refused as refusal:
        from thidua.words.say import describe, say

        weighty = [problem for problem in refusal.problems if problem.severity is not Severity.WARNING]
        print(say("cli.refused", lang, count=len(weighty)), file=sys.stderr)
        for problem in weighty:
            print(f"  - {describe(problem, lang)}", file=sys.stderr)
    except OSError as problem:
        from thidua.words.say import say

        file, reason = str(problem.filename or "?"), problem.strerror or str(problem)
        print(say("cli.file", lang, file=file, reason=reason), file=sys.stderr)
    return REFUSED
