"""`thidua rulebook`: a scoring table checked, told in words, compared, and taken to Excel and back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.cli.terminal import OK, REFUSED, Subparsers, add_language, declare, language_of, run_refusable, text
from thidua.words.language import Language
from thidua.words.sentences.cli import SENTENCES as CLI_SENTENCES
from thidua.words.sentences.rulebook_commands import SENTENCES

if TYPE_CHECKING:
    from thidua.core.errors import Problem
    from thidua.core.rulebook.schema import Rulebook

YAML_ENDINGS = (".yaml", ".yml")


def register(commands: Subparsers[argparse.ArgumentParser]) -> None:
    """Declare the command and its tasks."""
    lang = language_of(sys.argv)
    parser = declare(commands, "rulebook", CLI_SENTENCES)
    metavar = _words("command", lang)
    tasks = parser.add_subparsers(dest="rulebook_command", required=True, metavar=metavar, title=metavar)
    for name, (files, run) in _TASKS.items():
        task = tasks.add_parser(
            name,
            help=_words(name, lang),
            description=_words(name, lang),
            epilog=_words(f"{name}.examples", lang),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        add_language(task)
        for file in files:
            task.add_argument(file, type=Path, metavar=file.upper(), help=_words(file, lang))
        if name in ("to-excel", "from-excel"):
            task.add_argument("--out", type=Path, required=True, metavar="FILE", help=_words("out", lang))
        task.set_defaults(run=partial(_run, run))


def _words(code: str, lang: Language) -> str:
    return text(SENTENCES, f"rulebook_command.{code}", lang)


def _run(task: Callable[[argparse.Namespace, Language], int], args: argparse.Namespace) -> int:
    lang = Language(getattr(args, "lang", Language.VI))
    return run_refusable(partial(task, args, lang), lang)


def _read(path: Path) -> tuple[Rulebook | None, list[Problem]]:
    """The rulebook of a YAML file or a workbook, as far as it can be read, and all problems."""
    from thidua.core.errors import Place
    from thidua.core.plain import Cursor
    from thidua.core.rulebook.parse import read_rulebook
    from thidua.files.rulebook_sheets import read_rulebook_workbook
    from thidua.files.yaml_text import YamlRefused, load_yaml

    if path.suffix.lower() not in YAML_ENDINGS:
        return read_rulebook_workbook(path)
    try:
        return read_rulebook(Cursor(load_yaml(path), Place(file=path.name)))
    except YamlRefused as refused:
        return None, list(refused.problems)


def _load(path: Path) -> Rulebook:
    """The rulebook of a file. Raises RulebookRefused with every mistake."""
    from thidua.core.errors import RulebookRefused
    from thidua.core.plain import raise_if_any

    rulebook, problems = _read(path)
    raise_if_any(problems, RulebookRefused)
    if rulebook is None:
        raise RulebookRefused(problems)
    return rulebook


def check(args: argparse.Namespace, lang: Language) -> int:
    """Errors first, then what should be looked at; 1 when there are errors."""
    from thidua.core.errors import Severity
    from thidua.words.say import say

    rulebook, problems = _read(args.file)
    errors = [problem for problem in problems if problem.severity is not Severity.WARNING]
    warnings = [problem for problem in problems if problem.severity is Severity.WARNING]
    if errors:
        print(say("rulebook_command.errors", lang, file=args.file.name, count=len(errors)))
        _list(errors, lang)
    else:
        print(say("rulebook_command.no_errors", lang, file=args.file.name))
    if rulebook is not None and not errors:
        print(_sizes(rulebook, lang))
    if warnings:
        print(say("rulebook_command.warnings", lang, count=len(warnings)))
        _list(warnings, lang)
    return REFUSED if errors else OK


def _list(problems: list[Problem], lang: Language) -> None:
    from thidua.words.say import describe

    for problem in problems:
        print(f"  - {describe(problem, lang)}")


def _sizes(rulebook: Rulebook, lang: Language) -> str:
    """How much there is, and the digest that leaders sign."""
    from thidua.core.rulebook import rulebook_digest
    from thidua.core.rulebook.document import total_points
    from thidua.words.say import say
    from thidua.words.sheets import short_digest

    data = {"points": total_points(rulebook), "digest": short_digest(rulebook_digest(rulebook))}
    criteria, indicators = len(rulebook.leaves), len(rulebook.indicators)
    return say("rulebook_command.sizes", lang, criteria=criteria, indicators=indicators, **data)


def describe(args: argparse.Namespace, lang: Language) -> int:
    """The whole table in words."""
    from thidua.words.rulebook import render_rulebook

    print(render_rulebook(_load(args.file), lang), end="")
    return OK


def diff(args: argparse.Namespace, lang: Language) -> int:
    """What changed, one line each; 1 when anything did."""
    from thidua.words.rulebook_diff import describe_changes
    from thidua.words.say import say

    before, after = _load(args.before), _load(args.after)
    changes = describe_changes(before, after, lang)
    if not changes:
        print(say("diff.none", lang))
        return OK
    data = {"before": before.code, "old": before.version, "after": after.code, "new": after.version}
    print(say("diff.title", lang, count=len(changes), **data))
    for change in changes:
        print(f"  - {change}")
    return REFUSED


def to_excel(args: argparse.Namespace, lang: Language) -> int:
    """The rulebook as a workbook."""
    from thidua.files.rulebook_xlsx import rulebook_workbook
    from thidua.words.say import say

    args.out.write_bytes(rulebook_workbook(_load(args.file), lang))
    print(say("rulebook_command.written", lang, file=args.out))
    return OK


def from_excel(args: argparse.Namespace, lang: Language) -> int:
    """A workbook of ours as YAML, losslessly; a scoring table of another make as a draft with warnings."""
    from thidua.core.errors import Place, Problem, RulebookRefused, Severity
    from thidua.core.plain import raise_if_any
    from thidua.files.rulebook_sheets import is_rulebook_workbook, read_rulebook_tables
    from thidua.files.rulebook_yaml import document_yaml, rulebook_yaml
    from thidua.files.tables import read_tables
    from thidua.files.wild_tables import read_wild_table
    from thidua.words.say import say

    tables = read_tables(args.file)
    if is_rulebook_workbook(tables):
        rulebook, problems = read_rulebook_tables(tables)
        raise_if_any(problems, RulebookRefused)
        if rulebook is None:
            raise RulebookRefused(problems)
        args.out.write_text(rulebook_yaml(rulebook), encoding="utf-8")
        _list([problem for problem in problems if problem.severity is Severity.WARNING], lang)
        print(say("rulebook_command.written", lang, file=args.out))
        return OK
    draft = next((draft for draft in map(read_wild_table, tables) if draft is not None), None)
    if draft is None:
        raise RulebookRefused(Problem("wild.no_table", {}, Place(args.file.name)))
    args.out.write_text(document_yaml(draft.document), encoding="utf-8")
    print(say("rulebook_command.draft", lang, file=args.out))
    _list(list(draft.warnings), lang)
    return OK


def schema(_args: argparse.Namespace, _lang: Language) -> int:
    """The JSON Schema of the YAML form."""
    import json

    from thidua.core.rulebook.jsonschema import rulebook_schema

    print(json.dumps(rulebook_schema(), ensure_ascii=False, indent=2))
    return OK


_TASKS: dict[str, tuple[tuple[str, ...], Callable[[argparse.Namespace, Language], int]]] = {
    "check": (("file",), check),
    "describe": (("file",), describe),
    "diff": (("before", "after"), diff),
    "to-excel": (("file",), to_excel),
    "from-excel": (("file",), from_excel),
    "schema": ((), schema),
}
