"""How a figure gets on within the year, and where it ends if it goes on like this: exact, by one plain rule."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.numbers import Counts, Number, NumberKind, Rate, Value
from thidua.core.pace import Pace, Standing, pace_of
from thidua.core.periods import Aggregation, Frequency, periods_of
from thidua.core.rulebook.schema import Direction, FigureKind, Indicator
from thidua.core.scoring.figures import Figure, Milestone
from thidua.core.states import Stage
from thidua.core.timeline import Period

MONTHS = periods_of(Period(date(2024, 1, 1), date(2025, 1, 1)), Frequency.MONTH)


def pace(
    *values: Value | None,
    target: Number | Rate | None = None,
    way: Aggregation = Aggregation.SUM,
    kind: FigureKind = FigureKind.COUNT,
    direction: Direction = Direction.MORE,
    milestones: tuple[Milestone, ...] = (),
) -> Pace:
    indicator = Indicator(
        code="vu", name="Vụ", kind=kind, frequency=Frequency.MONTH, aggregation=way, direction=direction
    )
    figures = [
        Figure(unit="a", indicator="vu", stage=Stage.SELF, value=value, period=month.code)
        for month, value in zip(MONTHS, values, strict=False)
        if value is not None
    ]
    return pace_of(figures, indicator=indicator, owed=MONTHS, target=target, milestones=milestones)


def fraction(ratio: tuple[int, int] | None) -> Fraction | None:
    return None if ratio is None else Fraction(*ratio)


def test_what_adds_up_goes_on_at_the_mean_of_the_periods_reported() -> None:
    found = pace(Number(10), Number(5), Number(6), target=Number(90))
    assert fraction(found.forecast) == Fraction(21 * 12, 3) == 84
    assert [one.so_far for one in found.points[:4]] == [Number(10), Number(15), Number(21), None]
    assert [fraction(one.expected) for one in found.points[:2]] == [Fraction(90, 12), Fraction(180, 12)]
    assert (found.standing, found.meets) == (Standing.BEHIND, False)


def test_a_month_that_lacks_is_no_zero_in_the_forecast() -> None:
    assert fraction(pace(Number(10), None, Number(10)).forecast) == 120


def test_a_share_and_a_state_stay_as_they_are() -> None:
    solved = [Counts(8, 10, NumberKind.SHARE), Counts(1, 5, NumberKind.SHARE)]
    found = pace(*solved, kind=FigureKind.SHARE, target=Rate(Number(60)))
    assert fraction(found.forecast) == Fraction(9, 15)
    assert (found.standing, found.meets) == (Standing.ON_PACE, True)
    assert fraction(pace(Number(4), Number(7), way=Aggregation.LATEST).forecast) == 7


def test_a_running_total_is_drawn_out_from_its_last_period() -> None:
    assert fraction(pace(Number(4), None, Number(9), way=Aggregation.CUMULATIVE).forecast) == Fraction(9 * 12, 3)


def test_less_is_better_where_the_rulebook_says_so() -> None:
    found = pace(Number(1), target=Number(24), direction=Direction.LESS)
    assert (found.standing, found.meets) == (Standing.AHEAD, True)


def test_a_milestone_comes_before_the_straight_line() -> None:
    step = Milestone(unit="a", indicator="vu", due_on=date(2024, 2, 20), value=Number(3))
    found = pace(Number(1), Number(2), target=Number(120), milestones=(step,))
    assert [fraction(one.expected) for one in found.points[:3]] == [10, 3, 3]
    assert found.standing is Standing.ON_PACE


@pytest.mark.parametrize("found", [pace(target=Number(3)), pace(Number(1))])
def test_without_a_figure_or_a_target_nothing_is_said(found: Pace) -> None:
    assert found.standing is Standing.UNKNOWN
    assert found.meets is None


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=12))
def test_a_whole_year_forecasts_itself(values: list[int]) -> None:
    found = pace(*[Number(one) for one in values])
    assert fraction(found.forecast) == Fraction(sum(values) * 12, len(values))
