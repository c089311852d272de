"""Which of several targets counts, and how numbers with different decimals are held against a bound."""

from datetime import date

import pytest

from thidua.core.numbers import Number
from thidua.core.scoring.figures import Target, targets_in_force
from thidua.core.scoring.lookup import below


def target(value: int, valid_from: date | None = None) -> Target:
    return Target(unit="u", indicator="i", value=Number(value), valid_from=valid_from)


@pytest.mark.parametrize(
    ("targets", "day", "expected"),
    [
        ([target(1), target(2)], None, 2),
        ([target(1), target(2, date(2024, 7, 1))], date(2024, 6, 30), 1),
        ([target(1), target(2, date(2024, 7, 1))], date(2024, 7, 1), 2),
        ([target(2, date(2024, 7, 1)), target(1)], date(2024, 7, 1), 2),
        ([target(2, date(2024, 7, 1)), target(3, date(2024, 7, 1))], date(2024, 7, 1), 3),
        ([target(2, date(2024, 7, 1))], date(2024, 6, 30), None),
        ([target(2, date(2024, 7, 1)), target(1)], None, 2),
    ],
)
def test_the_latest_target_that_had_begun_counts(targets: list[Target], day: date | None, expected: int | None) -> None:
    found = targets_in_force(targets, day)
    assert found.get(("u", "i")) == (
        None if expected is None else next(one for one in targets if one.value == Number(expected))
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Number(10), Number(1001, 2), True),
        (Number(1001, 2), Number(10), False),
        (Number(999, 2), Number(10), True),
        (Number(10), Number(999, 2), False),
        (Number(10), Number(100, 1), False),
        (Number(100, 1), Number(10), False),
        (Number(-1, 3), Number(0), True),
    ],
)
def test_numbers_with_other_decimals_are_compared_exactly(left: Number, right: Number, expected: bool) -> None:
    assert below(left, right) is expected
