"""Every code of units and dates says a full sentence in both languages with the data that core sends."""

import ast
from datetime import date
from pathlib import Path

import pytest

import thidua
from thidua.core.errors import Problem
from thidua.core.numbers import Counts, Number, NumberKind
from thidua.core.units.carrying import CannotCarry, CarryingRule, carry
from thidua.core.units.succession import Link, Succession
from thidua.core.units.tree import UnitId
from thidua.words.language import Language
from thidua.words.say import describe
from thidua.words.sentences.units import SENTENCES

SOURCE = Path(thidua.__file__).parent
FILES = [SOURCE / "core/timeline.py", SOURCE / "files/calendars.py", *sorted((SOURCE / "core/units").glob("*.py"))]


def codes_in(path: Path) -> set[str]:
    texts = (node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant))
    return {text for text in texts if isinstance(text, str) and text.startswith(("units.", "timeline."))}


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    spoken = {code for code in SENTENCES if code.startswith(("units.", "timeline."))}
    assert set().union(*map(codes_in, FILES)) == spoken


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_both_languages_use_the_same_data(code: str) -> None:
    vietnamese, english = ({part.split("}")[0] for part in text.split("{")[1:]} for text in SENTENCES[code])
    assert vietnamese == english


def test_a_problem_reads_as_a_sentence() -> None:
    unit, one, other = (UnitId(name) for name in ("tay-ninh", "x", "y"))
    split = Succession(date(2025, 7, 1), (Link(unit, one), Link(unit, other)))
    parts = {unit: {one: Number(1200), other: Number(1462)}}
    found = carry({unit: Number(2663)}, over=split, rule=CarryingRule(NumberKind.COUNT), parts=parts)[one]
    assert isinstance(found, CannotCarry)
    assert [describe(problem, Language.VI) for problem in found.problems] == [
        "Các phần chia của tay-ninh cộng lại là 2.662, không bằng cả số là 2.663. Kiểm tra lại từng phần"
    ]


def test_successors_are_listed() -> None:
    problem = Problem("units.parts_not_stated", {"unit": "a", "successors": (UnitId("b"), UnitId("c"))})
    assert describe(problem, Language.EN) == (
        "Unit a was divided; its figure does not divide by itself. State the part that belongs to b and c"
    )


def test_counts_are_written_as_reported() -> None:
    problem = Problem("units.single_number_wanted", {"unit": "a", "found": Counts(343, 359, NumberKind.SHARE)})
    assert describe(problem, Language.EN) == (
        "The figure of a is 343/359, and this indicator has a single number. Check the kind of number declared"
    )
