"""Rulebooks of every kind and field, made from the declarations themselves, so that a new parameter is drawn at once.

What is drawn can be read back by the parser (texts without outer blanks, lists that may not be empty filled); whether
the checker would accept it does not matter to those who write, read and compare.
"""

from __future__ import annotations

import types
import typing
import unicodedata
from dataclasses import MISSING, Field, fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from thidua.core import kinds
from thidua.core.kinds.base import SHAPES, SOURCES, Shape, Source
from thidua.core.kinds.params import INDICATOR, INDICATORS
from thidua.core.numbers import Number, Rate
from thidua.core.rulebook.adjustments import Adjustment, BestOf
from thidua.core.rulebook.schema import (
    DEFAULT_ORDER,
    SEASON_TARGET,
    Applied,
    Criterion,
    FigureCheck,
    Group,
    Indicator,
    Leaf,
    Rulebook,
    StricterOf,
)
from thidua.core.rulebook.veil import veiled
from thidua.core.timeline import Period

D = TypeVar("D")
# Whole rulebooks are large: a failing one is told as it was drawn, for its shrinking would take minutes.
AS_DRAWN = (Phase.explicit, Phase.reuse, Phase.generate)
assert kinds.SHAPES is SHAPES  # every kind is registered once the package is imported

# Whatever a person may type on one line or several: Vietnamese in NFC, signs of YAML and Excel, words that look like
# truth or nothing, numbers, formulas, other scripts.
AWKWARD = (
    "true", "No", "~", "null", "", "8,5", "1.234", "- a", "a: b", "{a, b}", "[x]", "#", "'", '"', "=1+1", "@x", "0123",
    "%", "&", "*a", "!b", "|", ">", "\\n", "\\", "a\nb", "I › II", "_x0041_", "12/05/2024", "🏆", "e\u0301", "Đ", "¹",
)  # fmt: skip
LETTERS = st.characters(
    codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="\x85\u2028\u2029\ufeff"
)


@cache
def texts() -> SearchStrategy[str]:
    """A text as the parser leaves it: NFC, no outer blanks, not empty."""
    drawn = st.one_of(st.sampled_from(AWKWARD), st.text(LETTERS, min_size=1, max_size=12))
    return drawn.map(lambda text: unicodedata.normalize("NFC", text).strip()).filter(bool)


@cache
def numbers() -> SearchStrategy[Number]:
    digits = st.integers(-20, 20) | st.integers(-(10**9), 10**9)
    return st.builds(Number, digits, st.integers(0, 6))


@cache
def amounts() -> SearchStrategy[Number | Rate]:
    return st.one_of(numbers(), st.builds(Rate, numbers()))


def days() -> SearchStrategy[date]:
    return st.dates(date(1900, 1, 1), date(2199, 12, 31))


@cache
def indicator_codes() -> SearchStrategy[str]:
    """Codes that the stricter-of list can tell from numbers."""
    return texts().filter(lambda text: not text[0].isdigit() and text[0] not in "+-−" and text != SEASON_TARGET)


@cache
def hints(owner: type) -> dict[str, Any]:
    return typing.get_type_hints(owner)


def of_type(hint: Any, item: Field[Any] | None = None) -> SearchStrategy[Any]:
    """Values of a type as the schema declares it."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of([st.none() if one is type(None) else of_type(one, item) for one in typing.get_args(hint)])
    if origin is tuple:
        least = 1 if item is None or item.default is MISSING or "param" in item.metadata else 0
        return st.lists(of_type(typing.get_args(hint)[0], item), min_size=least, max_size=3).map(tuple)
    for known, strategy in PLAIN.items():
        if hint is known:
            return strategy()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return built(hint)


def built(owner: type[D], **given: SearchStrategy[Any]) -> SearchStrategy[D]:
    """A dataclass with every field drawn; half of the optional ones are left at their defaults."""
    drawn: dict[str, SearchStrategy[Any]] = {}
    for item in fields(owner):  # type: ignore[arg-type]
        if item.name in given:
            one = given[item.name]
        elif item.metadata.get("param") in (INDICATOR, INDICATORS):
            one = indicators_for(item)
        else:
            one = of_type(hints(owner)[item.name], item)
        drawn[item.name] = one if item.default is MISSING else st.one_of(st.just(item.default), one)
    return st.builds(owner, **drawn)


def indicators_for(item: Field[Any]) -> SearchStrategy[Any]:
    many = st.lists(indicator_codes(), min_size=1, max_size=3).map(tuple)
    return many if item.metadata["param"] is INDICATORS else indicator_codes()


@cache
def shapes() -> SearchStrategy[Shape]:
    return st.one_of([built(SHAPES[name]) for name in sorted(SHAPES)])


@cache
def sources() -> SearchStrategy[Source]:
    return st.one_of([built(SOURCES[name]) for name in sorted(SOURCES)])


@cache
def stricter_of() -> SearchStrategy[StricterOf]:
    one = st.one_of(amounts(), st.just(SEASON_TARGET), indicator_codes())
    return st.builds(StricterOf, targets=st.lists(one, min_size=1, max_size=3).map(tuple))


@cache
def adjustments() -> SearchStrategy[Adjustment]:
    return built(Adjustment, indicator=indicator_codes())


@cache
def best_of() -> SearchStrategy[BestOf]:
    return built(BestOf, alternatives=st.lists(adjustments(), min_size=1, max_size=2).map(tuple))


@cache
def orders() -> SearchStrategy[tuple[Applied, ...]]:
    return st.permutations(DEFAULT_ORDER).map(tuple)


@cache
def leaves() -> SearchStrategy[Leaf]:
    some = st.lists(st.one_of(adjustments(), best_of()), max_size=2).map(tuple)
    months = st.one_of(st.just(""), indicator_codes())
    return built(Leaf, indicator=indicator_codes(), bonuses=some, deductions=some, order=orders(), months=months)


@cache
def figure_checks() -> SearchStrategy[FigureCheck]:
    """What is asked of figures; a jump is a percentage above 0."""
    percentage = st.builds(Number, st.integers(1, 10**6), st.integers(0, 6))
    return built(FigureCheck, jump=st.none() | st.builds(Rate, percentage))


PLAIN: dict[Any, Any] = {
    FigureCheck: figure_checks,
    Number: numbers,
    Rate: lambda: st.builds(Rate, numbers()),
    str: texts,
    bool: st.booleans,
    int: lambda: st.integers(0, 9999),
    date: days,
    Shape: shapes,
    Source: sources,
    StricterOf: stricter_of,
    Adjustment: adjustments,
    BestOf: best_of,
    Applied: lambda: st.sampled_from(Applied),
}


@st.composite
def criteria(draw: st.DrawFn, codes: list[str], depth: int = 0) -> Criterion:
    """A criterion with a code of its own: a leaf, or a group of up to three."""
    code = draw(texts().filter(lambda text: text not in codes))
    codes.append(code)
    points = draw(numbers())
    if depth < 3 and draw(st.booleans()):
        parts = tuple(draw(criteria(codes, depth + 1)) for _ in range(draw(st.integers(1, 3))))
        body: Leaf | Group = draw(built(Group, parts=st.just(parts)))
    else:
        body = draw(leaves())
        if draw(st.booleans()):  # entered under its own code
            body = replace_indicator(body, code)
    return draw(built(Criterion, code=st.just(code), points=st.just(points), body=st.just(body)))


def replace_indicator(leaf: Leaf, code: str) -> Leaf:
    given = {item.name: getattr(leaf, item.name) for item in fields(leaf)} | {"indicator": code}
    return Leaf(**given)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(st.dates(date(1900, 1, 1), date(2198, 12, 31)))
    end = draw(st.none() | st.dates(date(2199, 1, 1), date(2199, 12, 31)))
    return Period(start, end)


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    """A whole rulebook, as one that was read: what is shown by its code only keeps no words.

    Some criteria make their own indicator, which then stands behind the declared ones.
    """
    from thidua.core.rulebook.parse import made_indicator

    codes: list[str] = []
    tree = tuple(draw(criteria(codes)) for _ in range(draw(st.integers(1, 3))))
    declared = draw(st.lists(built(Indicator), max_size=3))
    leaf_nodes = [node for top in tree for _depth, node in top.walk() if isinstance(node.body, Leaf)]
    made = [
        made_indicator(node.code, node.name, node.body.shape) for node in leaf_nodes if node.body.indicator == node.code
    ]  # type: ignore[union-attr]
    whole = draw(
        built(
            Rulebook,
            valid=periods(),
            criteria=st.just(tree),
            indicators=st.just((*declared, *made)),
            places=st.integers(0, 6),
        )
    )
    return veiled(whole)
