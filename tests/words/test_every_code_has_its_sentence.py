"""Codes and sentences are one set: nothing is raised without a sentence, nothing is written that nobody says.

Codes are collected from the source by its syntax tree: every text constant of the shape `area.name`, be it given to
`Problem(...)`, to a recorder of steps or held in a table, but for names of files and modules. Of computed codes the
fixed beginning is known (f"limits.{kind}", "limits.order_" + kind): it stands for every sentence that begins so. A type
of ledger entry, `define("area.noun.verb")`, has its sentence under `event.`; templates say `{% say "area.name" %}`.
"""

import ast
import importlib
import inspect
import pkgutil
import re
import string
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

import thidua
from thidua.words.say import all_sentences

SOURCE = Path(thidua.__file__).parent
SPEECHLESS = {
    SOURCE / "words" / "sentences",
    SOURCE / "config",
    SOURCE / "config" / "settings",
}  # settings name modules
TAG = re.compile(r"{%-? say(?:_with)? [\"']([^\"']+)[\"']")
CODE = re.compile(r"(?!thidua\.|django\.)[a-z][a-z_0-9]*(\.[a-z_0-9]+)+")
BEGINNING = re.compile(r"[a-z][a-z_0-9]*\.([a-z_0-9]+[._])*")
FILE_NAME = re.compile(r".*\.(bin|css|csv|html|json|key|jsonl|md|ods|pdf|svg|tar|toml|txt|typ|xlsx|xml|yaml|yml|zip)")
# Constants that have a code's shape and are something else, each with its reason.
NOT_A_CODE: dict[str, str] = {
    "ledger.heads.sealed": "the verb of an entry, which the core's verification understands",
    "ledger.text.erased": "the verb of an entry, which the core's verification understands",
    "quota.rounding": "a path inside a rulebook",
    "total.bonuses": "a path inside a rulebook",
    "valid.from": "a path inside a rulebook",
    "valid.to": "a path inside a rulebook",
    "value.missing": "a path inside a rulebook",
}
# Sentences whose code stands in no constant, each with its reason.
SAID_OTHERWISE: dict[str, str] = {}


def source_files() -> list[Path]:
    return [path for path in sorted(SOURCE.rglob("*.py")) if not {path.parent} & SPEECHLESS and not is_migration(path)]


def is_migration(path: Path) -> bool:
    return path.parent.name == "migrations"


def templates() -> Iterator[tuple[str, str]]:
    """(path, text) of every template of a page."""
    for path in sorted((SOURCE / "web").rglob("templates/**/*.*")):
        yield str(path.relative_to(SOURCE)), path.read_text(encoding="utf-8")


def docstrings(tree: ast.AST) -> set[int]:
    """The ids of constants that stand as statements of their own."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}


def is_code(text: str) -> bool:
    return bool(CODE.fullmatch(text)) and not FILE_NAME.fullmatch(text) and text not in NOT_A_CODE


def codes_in(source: str) -> tuple[set[str], set[str]]:
    """(codes, fixed beginnings of computed codes) in one module."""
    tree = ast.parse(source)
    silent = docstrings(tree)
    codes: set[str] = set()
    beginnings: set[str] = set()
    events = {id(code) for code in defined_events(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            if id(node) in events:
                codes.add(f"event.{node.value}")
            elif BEGINNING.fullmatch(node.value):
                beginnings.add(node.value)
            elif is_code(node.value):
                codes.add(node.value)
    return codes, beginnings


def defined_events(tree: ast.AST) -> Iterator[ast.expr]:
    """The codes of ledger entries that a module defines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "define":
            yield node.args[0]


def raised() -> tuple[dict[str, str], set[str]]:
    where: dict[str, str] = {}
    beginnings: set[str] = set()
    for path in source_files():
        codes, heads = codes_in(path.read_text(encoding="utf-8"))
        where |= dict.fromkeys(codes, str(path.relative_to(SOURCE)))
        beginnings |= heads
    for name, text in templates():
        where |= dict.fromkeys(TAG.findall(text), name)
    return where, beginnings


def members() -> Iterator[tuple[str, set[str]]]:
    """Every enumeration of the product by name, with the codes of its members' words."""
    for module in pkgutil.walk_packages(thidua.__path__, "thidua."):
        if module.name.startswith(("thidua.core.", "thidua.files.", "thidua.words.", "thidua.apps.", "thidua.web.")):
            for name, value in vars(importlib.import_module(module.name)).items():
                if inspect.isclass(value) and issubclass(value, Enum) and value.__module__ == module.name:
                    yield name, {f"{name}.{member.value}" for member in value}


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_code_has_its_sentence() -> None:
    where, _ = raised()
    missing = {code: path for code, path in where.items() if code not in all_sentences()}
    assert missing == {}


def test_every_sentence_is_said_by_somebody() -> None:
    where, beginnings = raised()
    words = set().union(*(codes for _, codes in members()))
    idle = {
        code
        for code in all_sentences()
        if code not in where and code not in words and not code.startswith(tuple(beginnings) or ("\0",))
    }
    assert idle == set(SAID_OTHERWISE)


def test_an_enumeration_with_words_has_them_for_every_member() -> None:
    spoken = [(name, codes) for name, codes in members() if codes & all_sentences().keys()]
    assert [(name, codes - all_sentences().keys()) for name, codes in spoken] == [(name, set()) for name, _ in spoken]
    assert len({name for name, _ in spoken}) == len(spoken)


def test_both_languages_speak_of_the_same_fields() -> None:
    """One test for all of them: a test of its own for each of the thousands would cost minutes."""
    spoken = {code: (fields(vietnamese), fields(english)) for code, (vietnamese, english) in all_sentences().items()}
    assert {code: both for code, both in spoken.items() if both[0] != both[1]} == {}
    assert [code for code, (names, _) in spoken.items() if not all(name.isidentifier() for name in names)] == []


def is_page(code: str) -> bool:
    """Help that is laid out in lines, with commands in columns, and no sentence."""
    return code.endswith(".examples") or code == "poll.help.poll.long"


def test_a_sentence_is_written_with_care() -> None:
    sentences = [one for code, both in all_sentences().items() if not is_page(code) for one in both]
    assert [one for one in sentences if not one or one != one.strip() or "!" in one or "  " in one] == []


@pytest.mark.parametrize("code", sorted(filter(is_page, all_sentences())))
def test_a_page_of_help_fits_a_terminal(code: str) -> None:
    for page in all_sentences()[code]:
        lines = page.splitlines()
        assert [line for line in lines if line != line.rstrip() or len(line) > 120 or "!" in line] == []
        assert lines


@pytest.mark.parametrize(
    ("source", "codes", "beginnings"),
    [
        ('raise Refused(Problem("nowhere.at_all", {}))', {"nowhere.at_all"}, set()),
        ('run.step("leader.of_nothing", value)', {"leader.of_nothing"}, set()),
        ('CODES = {1: "numbers.of_nothing"}', {"numbers.of_nothing"}, set()),
        ('refuse(f"numbers.{kind}", text)', set(), {"numbers."}),
        ('refuse("ballots.passed.order_" + order)', set(), {"ballots.passed.order_"}),
        ('"""numbers.of_nothing"""', set(), set()),
        ('GONE = define("ledger.of_nothing")', {"event.ledger.of_nothing"}, set()),
        ('load("elsewhere.xlsx", "thidua.files", "0.1.0", "a sentence.", "e.g. this")', set(), set()),
    ],
)
def test_the_collector_sees_codes_and_nothing_else(source: str, codes: set[str], beginnings: set[str]) -> None:
    assert codes_in(source) == (codes, beginnings)
