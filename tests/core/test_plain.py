"""Strict reading of plain data: all mistakes at once, each at its path, never an exception on the way."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.errors import FiguresRefused, Place, Severity
from thidua.core.numbers import Number, Rate
from thidua.core.plain import Cursor, each, raise_if_any


class Fruit(StrEnum):
    MANGO = "xoài"
    ORANGE = "cam"


@dataclass(frozen=True, slots=True)
class Read:
    """What one reading gave, and the problems as (code, path)."""

    value: object
    problems: list[tuple[str, str]]


def reading(raw: object, how: str, *arguments: object) -> Read:
    cursor = Cursor(raw, Place("tệp.yaml", path="goc"))
    value = getattr(cursor, how)(*arguments)
    return Read(value, [(problem.code, problem.place.path) for problem in cursor.problems])


@pytest.mark.parametrize(
    ("how", "raw", "value"),
    [
        ("text", "  Tây Ninh ", "Tây Ninh"),
        ("text", "ba\u0301o", "báo"),
        ("text", 12, "12"),
        ("number", "8,5", Number(85, 1)),
        ("number", "8.50", Number(85, 1)),
        ("number", "−0,5", Number(-5, 1)),
        ("amount", "93,1%", Rate(Number(931, 1))),
        ("amount", "75", Number(75)),
        ("whole", "2.662", 2662),
        ("flag", True, True),
        ("flag", "có", True),
        ("flag", "Không", False),
        ("flag", "kho\u0302ng", False),
        ("day", "23/11/2024", date(2024, 11, 23)),
        ("day", "2024-11-23", date(2024, 11, 23)),
        ("texts", "một", ("một",)),
        ("texts", ["một", "hai"], ("một", "hai")),
    ],
)
def test_value_that_can_be_read(how: str, raw: object, value: object) -> None:
    assert reading(raw, how) == Read(value, [])


@pytest.mark.parametrize(
    ("how", "raw", "code"),
    [
        ("text", None, "plain.not_a_text"),
        ("text", True, "plain.not_a_text"),
        ("text", ["x"], "plain.not_a_text"),
        ("text", "   ", "plain.empty_text"),
        ("number", 8.5, "plain.binary_fraction"),
        ("number", "93,1%", "plain.percent_unwanted"),
        ("number", "tám", "numbers.letters"),
        ("number", "1.234", "numbers.thousands_or_point"),
        ("amount", "(5)", "numbers.brackets"),
        ("whole", "2,5", "numbers.not_whole"),
        ("flag", "maybe", "plain.not_a_flag"),
        ("day", "11-2024", "numbers.month_or_months"),
        ("items", "x", "plain.not_a_list"),
        ("items", {"a": 1}, "plain.not_a_list"),
    ],
)
def test_value_that_cannot_be_read_is_one_problem_at_its_path(how: str, raw: object, code: str) -> None:
    found = reading(raw, how)
    assert found.value in (None, [])
    assert found.problems == [(code, "goc")]


def test_choice_names_the_nearest_word() -> None:
    cursor = Cursor("xoai")
    assert cursor.choice(Fruit) is None
    assert [(one.code, one.data["near"], one.data["choices"]) for one in cursor.problems] == [
        ("plain.unknown_choice", "xoài", "xoài, cam")
    ]
    assert Cursor("cam").choice(Fruit) is Fruit.ORANGE


def test_mapping_finds_every_mistake_at_once() -> None:
    root = Cursor({"poins": "5", "other": 1, "name": None}, Place(path="criteria[I]"))
    assert root.mapping(("points", "name", "code"), required=("code", "name")) == {}
    assert [(one.code, one.place.path, one.data.get("near")) for one in root.problems] == [
        ("plain.unknown_key_near", "criteria[I].poins", "points"),
        ("plain.unknown_key", "criteria[I].other", ""),
        ("plain.missing_key", "criteria[I]", None),
        ("plain.missing_key", "criteria[I]", None),
    ]


@pytest.mark.parametrize("raw", [None, "x", 3, ["a"]])
def test_what_is_no_mapping_is_refused(raw: object) -> None:
    assert reading(raw, "mapping", ("a",)) == Read({}, [("plain.not_a_mapping", "goc")])


def test_entries_of_a_list_are_called_by_their_code() -> None:
    root = Cursor([{"code": "I.1"}, "x", {"code": 2}], Place(path="criteria"))
    assert [cursor.place.path for cursor in root.items()] == ["criteria[I.1]", "criteria[1]", "criteria[2]"]


def test_each_keeps_what_could_be_read() -> None:
    root = Cursor(["8,5", "x1", "9"])
    assert list(each(root.items(), Cursor.number)) == [Number(85, 1), Number(9)]
    assert [problem.place.path for problem in root.problems] == ["[1]"]


def test_warnings_alone_refuse_nothing() -> None:
    cursor = Cursor("x")
    cursor.refuse("plain.note", Severity.WARNING)
    raise_if_any(cursor.problems, FiguresRefused)
    cursor.refuse("plain.wrong")
    with pytest.raises(FiguresRefused) as refusal:
        raise_if_any(cursor.problems, FiguresRefused)
    assert [problem.code for problem in refusal.value.problems] == ["plain.note", "plain.wrong"]


RAW = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(), one, max_size=3),
    max_leaves=6,
)


@given(RAW, st.sampled_from(["text", "number", "amount", "whole", "flag", "day", "texts", "items"]))
def test_reader_never_raises_and_never_is_silent(raw: object, how: str) -> None:
    """Whatever stands there, a reader gives a value or says what is wrong."""
    found = reading(raw, how)
    assert found.value is not None or found.problems != []
