"""Core is a set of calculations: it imports the standard library's plain parts, numpy and gmpy2, and nothing above it.

It opens no file, asks no clock, draws no random number and prints nothing. The imports are read from the syntax tree
(NumPy, which the first column loads, itself loads `random` and `pathlib`) and again from a fresh process.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import thidua.core

CORE = Path(thidua.core.__file__).parent
ALLOWED_IMPORTS = {
    "__future__",
    "abc",
    "base64",
    "bisect",
    "collections",
    "contextlib",
    "dataclasses",
    "datetime",  # dates as values; asking for now is refused below
    "difflib",
    "enum",
    "functools",
    "gmpy2",
    "graphlib",
    "hashlib",
    "hmac",
    "itertools",
    "json",
    "math",
    "numpy",
    "operator",
    "re",
    "struct",
    "types",
    "typing",
    "unicodedata",
}
FORBIDDEN_CALLS = {"open", "print", "input", "exec", "eval", "compile", "__import__", "breakpoint"}
FORBIDDEN_ATTRIBUTES = {"now", "utcnow", "today", "random", "urandom", "read_text", "write_text", "read_bytes"}
OUTSIDE_CORE = ("django", "thidua.words", "thidua.files", "thidua.cli", "thidua.apps", "thidua.web", "thidua.config")


def impurities(source: str) -> Iterator[str]:
    """What a module imports or calls that core does not."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (each.name for each in names if not may_import(each.name))
            case ast.ImportFrom(module=str(name), level=0) if not may_import(name):
                yield name
            case ast.ImportFrom(level=level) if level:
                yield "relative import"
            case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
                yield f"{name}()"
            case ast.Attribute(attr=name) if name in FORBIDDEN_ATTRIBUTES:
                yield f".{name}"


def may_import(module: str) -> bool:
    if module.partition(".")[0] == "thidua":
        return module == "thidua.core" or module.startswith("thidua.core.")
    return module.partition(".")[0] in ALLOWED_IMPORTS


def test_core_imports_and_calls_nothing_impure() -> None:
    found = {
        path.relative_to(CORE).as_posix(): sorted(set(impurities(path.read_text(encoding="utf-8"))))
        for path in sorted(CORE.rglob("*.py"))
    }
    assert {path: things for path, things in found.items() if things} == {}


def test_importing_all_of_core_loads_nothing_above_it() -> None:
    program = (
        "import importlib, pkgutil, sys, thidua.core as core\n"
        "names = [each.name for each in pkgutil.walk_packages(core.__path__, 'thidua.core.')]\n"
        "for name in names: importlib.import_module(name)\n"
        "print(len(names), *sorted(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    count, *modules = done.stdout.split()
    assert int(count) == len([path for path in CORE.rglob("*.py") if path.parent != CORE or path.name != "__init__.py"])
    assert [name for name in modules if name.startswith(OUTSIDE_CORE)] == []


def test_importing_all_of_core_loads_no_package_but_gmpy2() -> None:
    program = (
        "import importlib, pkgutil, sys\n"
        "before = set(sys.modules)\n"
        "import thidua.core as core\n"
        "for each in pkgutil.walk_packages(core.__path__, 'thidua.core.'): importlib.import_module(each.name)\n"
        "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before}))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    strangers = {name for name in done.stdout.split() if name not in sys.stdlib_module_names}
    assert strangers - {"gmpy2", "thidua"} - {name for name in strangers if name.startswith("_")} == set()


@pytest.mark.parametrize(
    ("source", "impurity"),
    [
        ("import time", "time"),
        ("import random", "random"),
        ("from secrets import token_bytes", "secrets"),
        ("import os.path", "os.path"),
        ("from pathlib import Path", "pathlib"),
        ("from django.db import models", "django.db"),
        ("from thidua.words.say import say", "thidua.words.say"),
        ("from thidua import cli", "thidua"),
        ("from . import numbers", "relative import"),
        ("x = open('a')", "open()"),
        ("print(1)", "print()"),
        ("x = datetime.now(UTC)", ".now"),
        ("x = date.today()", ".today"),
        ("x = np.random", ".random"),
    ],
)
def test_the_check_sees_each_impurity(source: str, impurity: str) -> None:
    assert list(impurities(source)) == [impurity]


def test_the_check_lets_pure_modules_be() -> None:
    assert list(impurities("import re\nfrom datetime import date\nfrom thidua.core.numbers import Number")) == []
