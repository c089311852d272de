"""One code and its data become one line for people."""

from datetime import date, datetime
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.errors import Fault, Place, Problem
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.words.language import Language
from thidua.words.say import all_sentences, describe, join_areas, say, write, write_list, write_place

VI, EN = Language.VI, Language.EN


def test_sentence_is_said_in_the_language_asked_for() -> None:
    assert say("numbers.two_commas", VI, text="1,2,3") == (
        "“1,2,3” có hơn một dấu phẩy. Dấu phẩy chỉ tách phần thập phân, hàng nghìn tách bằng dấu chấm: 1.234.567,8"
    )
    assert say("numbers.two_commas", EN, text="1,2,3") == (
        "“1,2,3” has more than one comma. The comma separates decimals only, points separate thousands: 1.234.567,8"
    )


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        ("Long An", "Long An", "Long An"),
        ("hai\ndòng\u202e", "hai dòng", "hai dòng"),
        (1438, "1.438", "1,438"),
        (-5, "−5", "−5"),
        (Number(12345, 1), "1.234,5", "1,234.5"),
        (Rate(Number(931, 1)), "93,1%", "93.1%"),
        (Counts(2662, 1438, NumberKind.RESULT_TARGET), "2.662/1.438", "2,662/1,438"),
        (date(2024, 11, 23), "23/11/2024", "23/11/2024"),
        (NumberKind.COUNT, "số đếm", "a count"),
        (Place("a.xlsx", "Số liệu", "C5"), "a.xlsx › Số liệu › C5", "a.xlsx › Số liệu › C5"),
        (PurePosixPath("mùa/bảng điểm.yaml"), "mùa/bảng điểm.yaml", "mùa/bảng điểm.yaml"),
        ((), "", ""),
        (["A"], "A", "A"),
        (("A", "B"), "A và B", "A and B"),
        (["A", "B", "C"], "A, B và C", "A, B and C"),
        ([Number(5, 1), 1234], "0,5 và 1.234", "0.5 and 1,234"),
        ((NumberKind.COUNT, NumberKind.MONEY), "số đếm và số tiền", "a count and an amount of money"),
    ],
)
def test_data_is_written_by_its_type(value: object, vietnamese: str, english: str) -> None:
    assert write(value, VI) == vietnamese
    assert write(value, EN) == english


@pytest.mark.parametrize("value", [0.5, None, True, b"x", {"a": 1}, datetime(2024, 11, 23, 8, 0)])  # noqa: DTZ001
def test_data_without_a_writing_is_a_fault(value: object) -> None:
    with pytest.raises(Fault, match=f"nothing writes a {type(value).__name__}"):
        write(value, VI)


def test_unknown_code_is_a_fault() -> None:
    with pytest.raises(Fault, match=r"no sentence for numbers\.unheard_of"):
        say("numbers.unheard_of", VI)


def test_missing_field_is_a_fault() -> None:
    with pytest.raises(Fault, match=r"the sentence numbers\.two_commas needs the field text"):
        say("numbers.two_commas", VI)


def test_data_cannot_bring_fields_of_its_own() -> None:
    assert say("numbers.strokes", EN, text="{lang.__class__}").startswith("“{lang.__class__}” is not two numbers")


def test_problem_is_described_after_its_place() -> None:
    problem = Problem("dates.year_out_of_range", {"text": "1/1/24"}, Place("so-lieu.xlsx", "Số liệu", "C5"))
    assert describe(problem, VI) == (
        "so-lieu.xlsx › Số liệu › C5: “1/1/24” có năm ngoài khoảng 1900 đến 2199. Kiểm tra lại năm"
    )
    assert (
        describe(problem, EN) == "so-lieu.xlsx › Số liệu › C5: “1/1/24” has a year outside 1900 to 2199. Check the year"
    )


def test_data_may_be_called_code_or_lang() -> None:
    problem = Problem("numbers.strokes", {"text": "1/2/3", "code": "R7", "lang": "vi"})
    assert describe(problem, EN) == describe(Problem("numbers.strokes", {"text": "1/2/3"}), EN)


def test_problem_without_a_place_is_described_by_its_sentence() -> None:
    assert describe(Problem("numbers.strokes", {"text": "1/2/3"}), EN) == (
        "“1/2/3” is not two numbers with one stroke between them. Write it like 343/359"
    )


def test_place_names_only_the_parts_that_are_known() -> None:
    assert write_place(Place(path="criteria[2].points")) == "criteria[2].points"
    assert write_place(Place("a.yaml", path="criteria[2].points")) == "a.yaml › criteria[2].points"
    assert write_place(Place()) == ""


@given(st.text(), st.text(), st.text())
def test_description_is_one_line_whatever_was_typed(text: str, file: str, cell: str) -> None:
    line = describe(Problem("numbers.two_commas", {"text": text}, Place(file=file, cell=cell)), VI)
    assert len(line.splitlines()) == 1


@given(st.lists(st.sampled_from(["Tây Ninh", "Long An", "Bình Phước"]), max_size=5))
def test_list_names_every_item_once_in_order(names: list[str]) -> None:
    assert write_list(names, VI).replace(" và ", ", ").split(", ") == (names or [""])


def test_two_areas_may_not_claim_one_code() -> None:
    areas = [{"a.x": ("một", "one"), "a.y": ("hai", "two")}, {"b.x": ("ba", "three"), "a.y": ("bốn", "four")}]
    with pytest.raises(Fault, match=r"sentences written twice: \['a\.y'\]"):
        join_areas(areas)
    assert join_areas(areas[:1]) == areas[0]


def test_sentences_are_read_once() -> None:
    assert all_sentences() is all_sentences()
