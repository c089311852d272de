"""The command `thidua`. Knows which commands exist; each lives in its own module and is imported only when named."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from thidua import __version__
from thidua.cli.terminal import add_language, language_of, speak, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES

COMMANDS = (
    "score",
    "explain",
    "replay",
    "golden",
    "template",
    "simulate",
    "national",
    "rulebook",
    "poll",
    "serve",
    "demo",
    "tls",
    "ledger",
    "technician",
    "digest",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line. Returns the exit code; wrong usage leaves through argparse with 2."""
    words = list(sys.argv[1:] if argv is None else argv)
    lang = language_of(words)
    speak(lang)
    args = _parser(words, lang).parse_args(words)
    try:
        return int(args.run(args))
    except BrokenPipeError:  # the reader of our output has gone (| head): nothing is wrong
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:  # Ctrl-C: as shells tell it
        return 130


def _parser(words: list[str], lang: Language) -> argparse.ArgumentParser:
    """The parser; only the command that is named is imported and fully declared."""
    parser = argparse.ArgumentParser(
        prog="thidua",
        description=text(SENTENCES, "cli.about", lang),
        epilog=text(SENTENCES, "cli.examples", lang),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"thidua {__version__}", help="")
    add_language(parser)
    title, metavar = text(SENTENCES, "cli.commands", lang), text(SENTENCES, "cli.command", lang)
    commands = parser.add_subparsers(title=title, dest="command", required=True, metavar=metavar)
    named = next((word for word in words if word in COMMANDS), None)
    for command in COMMANDS:
        if command == named:
            importlib.import_module(f"thidua.cli.{command}").register(commands)
        else:
            commands.add_parser(command, help=text(SENTENCES, f"cli.{command}", lang))
    return parser


if __name__ == "__main__":
    sys.exit(main())
