"""Core forms no binary fraction: no float literal, no `float`, no true division, no built-in rounding.

Decimal and Fraction stay out as well: they are the oracles of the tests, and one truth per calculation means that
no second arithmetic lives in core. What is allowed stands in ALLOWED with its reason, and a line that is no longer
needed there fails.
"""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

import thidua.core
from thidua.core.columns.column import Column

CORE = Path(thidua.core.__file__).parent
COLUMNS = "between two columns, whose `/` keeps numerator and denominator apart (tested below)"
ALLOWED = {
    ("columns/order.py", "float"): "sort keys only: neighbours closer than 2**-40 are settled by whole numbers",
    ("columns/order.py", "float literal"): "the bound 2.0**-40 of those sort keys",
    ("columns/order.py", "true division"): "the approximate quotients of those sort keys",
    ("kinds/*.py", "true division"): COLUMNS,
    ("scoring/leaf.py", "true division"): COLUMNS,
    ("scoring/total.py", "true division"): COLUMNS,
    ("plain.py", "float"): "recognises a binary fraction that a loader made, in order to refuse it",
    ("reading.py", "float"): "a spreadsheet's cell arrives as a double and leaves as an exact decimal",
}
FORBIDDEN_NAMES = {"float", "complex", "round", "fsum"}
FLOAT_ATTRIBUTES = {
    "float16",
    "float32",
    "float64",
    "longdouble",
    "true_divide",
    "divide",
    "round",
    "around",
    "rint",
    "mean",
    "average",
    "sqrt",
    "log",
    "exp",
}
FORBIDDEN_MODULES = {"decimal", "fractions", "statistics", "cmath"}


def inexact(source: str) -> Iterator[tuple[str, int]]:
    """What a module does that is not exact: (what, line)."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Constant(value=float() | complex()):
                yield "float literal", node.lineno
            case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()):
                yield "true division", node.lineno
            case ast.Name(id=name) if name in FORBIDDEN_NAMES:
                yield name, node.lineno
            case ast.Attribute(attr=name) if name in FLOAT_ATTRIBUTES:
                yield "float" if name.startswith("float") else name, node.lineno
            case ast.Import(names=names):
                yield from ((each.name, node.lineno) for each in names if each.name in FORBIDDEN_MODULES)
            case ast.ImportFrom(module=str(name)) if name in FORBIDDEN_MODULES:
                yield name, node.lineno


def found_in_core() -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for path in sorted(CORE.rglob("*.py")):
        for what, line in inexact(path.read_text(encoding="utf-8")):
            found.setdefault((path.relative_to(CORE).as_posix(), what), []).append(line)
    return found


def is_allowed(where: tuple[str, str], by: tuple[str, str]) -> bool:
    return fnmatch(where[0], by[0]) and where[1] == by[1]


def test_core_forms_no_binary_fraction() -> None:
    found = found_in_core()
    assert {where: found[where] for where in found if not any(is_allowed(where, each) for each in ALLOWED)} == {}


def test_nothing_is_allowed_that_core_does_not_need() -> None:
    found = found_in_core()
    assert [each for each in ALLOWED if not any(is_allowed(where, each) for where in found)] == []


def test_a_stroke_between_columns_keeps_a_fraction() -> None:
    third = Column.whole(1) / Column.whole(3)
    assert third.at(0) == (1, 3)


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("x = 0.5", "float literal"),
        ("x = 1e3", "float literal"),
        ("x = 2j", "float literal"),
        ("x = float('0.5')", "float"),
        ("def f(x: float) -> int: ...", "float"),
        ("x = a.astype(np.float64)", "float"),
        ("x = a / b", "true division"),
        ("a /= b", "true division"),
        ("x = round(a, 2)", "round"),
        ("x = np.round(a, 2)", "round"),
        ("x = a.mean()", "mean"),
        ("from decimal import Decimal", "decimal"),
        ("import fractions", "fractions"),
    ],
)
def test_the_check_sees_each_inexact_thing(source: str, what: str) -> None:
    assert [found for found, _ in inexact(source)] == [what]


def test_the_check_lets_whole_numbers_be() -> None:
    assert list(inexact("x = (2 * a + b) // (2 * b)\ny = divmod(a, 10**3)\nz = half_up(a, b)")) == []
