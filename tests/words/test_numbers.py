"""Numbers, points and dates as printed in both languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.errors import Fault
from thidua.core.numbers import Counts, Number, NumberKind, Rate, Value
from thidua.words.language import Language
from thidua.words.numbers import write_date, write_number, write_points


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [
        (Number(0), "0", "0"),
        (Number(0, 2), "0,00", "0.00"),
        (Number(12345, 1), "1.234,5", "1,234.5"),
        (Number(1234567), "1.234.567", "1,234,567"),
        (Number(999), "999", "999"),
        (Number(-5, 1), "−0,5", "−0.5"),
        (Number(-1234), "−1.234", "−1,234"),
        (Number(7, 3), "0,007", "0.007"),
        (Number(850, 2), "8,50", "8.50"),
        (Rate(Number(931, 1)), "93,1%", "93.1%"),
        (Rate(Number(9550, 2)), "95,50%", "95.50%"),
        (Counts(343, 359, NumberKind.SHARE), "343/359", "343/359"),
        (Counts(2662, 1438, NumberKind.RESULT_TARGET), "2.662/1.438", "2,662/1,438"),
        (Counts(5, 5, NumberKind.OF_UNITS), "05/05", "5/5"),
        (Counts(12, 34, NumberKind.OF_UNITS), "12/34", "12/34"),
    ],
)
def test_number_is_written_the_way_of_each_language(value: Value, vietnamese: str, english: str) -> None:
    assert write_number(value, Language.VI) == vietnamese
    assert write_number(value, Language.EN) == english


def test_places_are_padded_and_cut_only_where_nothing_is_lost() -> None:
    assert write_number(Number(85, 1), Language.VI, 2) == "8,50"
    assert write_number(Number(8500, 3), Language.VI, 2) == "8,50"
    assert write_number(Number(80, 1), Language.VI, 0) == "8"
    assert write_number(Rate(Number(93)), Language.EN, 1) == "93.0%"
    assert write_number(Counts(3, 5, NumberKind.SHARE), Language.VI, 2) == "3/5"


def test_writing_never_rounds() -> None:
    with pytest.raises(Fault, match=r"2\.675 does not fit in 2 places"):
        write_number(Number(2675, 3), Language.VI, 2)


def test_points_are_written_with_all_their_places() -> None:
    assert write_points(1649, Language.VI) == "16,49"
    assert write_points(1000, Language.VI) == "10,00"
    assert write_points(-150, Language.EN) == "−1.50"
    assert write_points(90400, Language.VI, 1) == "9.040,0"


def test_date_is_written_day_first_with_zeros() -> None:
    assert write_date(date(2025, 7, 1)) == "01/07/2025"


@given(st.integers(), st.integers(0, 20))
def test_the_two_languages_differ_in_nothing_but_the_marks(digits: int, places: int) -> None:
    number = Number(digits, places)
    vietnamese, english = write_number(number, Language.VI), write_number(number, Language.EN)
    assert vietnamese.translate(str.maketrans(",.", ".,")) == english
    assert Number.parse(english.replace(",", "").replace("−", "-")) == number
