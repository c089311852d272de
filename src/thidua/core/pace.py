"""How a figure that is reported within the year gets on: against what was to be reached by now, and where it will end.

The forecast is one plain rule, said to whoever reads it: what adds up goes on at the mean of the periods reported; what
is a state, a rate or a mean stays as it is. Exact ratios throughout; whoever prints one rounds it once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.core.numbers import Counts, Number, Rate, Value
from thidua.core.periods import Aggregation, ReportingPeriod
from thidua.core.rulebook.schema import Direction, Indicator
from thidua.core.scoring.aggregate import aggregate
from thidua.core.scoring.figures import Figure, Milestone
from thidua.core.states import State

Ratio = tuple[int, int]


class Standing(StrEnum):
    """How a figure stands to what was to be reached by the end of the last period reported."""

    AHEAD = "ahead"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    UNKNOWN = "unknown"  # there is neither a target nor a milestone, or nothing is reported yet


@dataclass(frozen=True, slots=True)
class Point:
    """A period: the year so far at its end (None: not reported up to there), and what was to be reached by then."""

    period: ReportingPeriod
    so_far: Value | None
    expected: Ratio | None


@dataclass(frozen=True, slots=True)
class Pace:
    """One indicator of one unit in the year. `grows`: what adds up over the year, whose forecast goes on growing."""

    indicator: Indicator
    points: tuple[Point, ...]
    year: Figure | None
    target: Number | Rate | None
    grows: bool
    standing: Standing
    forecast: Ratio | None
    meets: bool | None  # whether the forecast reaches the target; None without either


def pace_of(
    figures: Sequence[Figure],
    *,
    indicator: Indicator,
    owed: Sequence[ReportingPeriod],
    target: Number | Rate | None,
    milestones: Sequence[Milestone] = (),
) -> Pace:
    """How one unit gets on with one indicator. figures: those of its periods."""
    grows = indicator.aggregation in (Aggregation.SUM, Aggregation.CUMULATIVE) and not indicator.kind.is_ratio
    by_period = {one.period: one for one in figures}
    points = []
    for at, period in enumerate(owed):
        reached = [one for one in owed[: at + 1] if one.code in by_period]
        so_far = aggregate(figures, indicator=indicator, owed=reached) if period.code in by_period else None
        value = so_far.value if so_far is not None and isinstance(so_far.value, Value) else None
        points.append(Point(period, value, _expected(period, owed, target, milestones, grows=grows)))
    year = aggregate(figures, indicator=indicator, owed=owed)
    forecast = _forecast(year, owed, grows=grows, is_cumulative=indicator.aggregation is Aggregation.CUMULATIVE)
    goal = None if target is None else target.ratio
    return Pace(
        indicator=indicator,
        points=tuple(points),
        year=year,
        target=target,
        grows=grows,
        standing=_standing(points, indicator.direction),
        forecast=forecast,
        meets=None if forecast is None or goal is None else _reaches(forecast, goal, indicator.direction),
    )


def _expected(
    period: ReportingPeriod,
    owed: Sequence[ReportingPeriod],
    target: Number | Rate | None,
    milestones: Sequence[Milestone],
    *,
    grows: bool,
) -> Ratio | None:
    """What was to be reached by the end of a period: the milestone in force, else the straight line to the target."""
    given = _milestone(milestones, period.last_day)
    if given is not None:
        return given
    if target is None:
        return None
    num, den = target.ratio
    done = period.number - owed[0].number + 1
    return (num * done, den * len(owed)) if grows else (num, den)


def _milestone(milestones: Sequence[Milestone], day: date) -> Ratio | None:
    begun = [one for one in milestones if one.due_on <= day]
    return max(begun, key=lambda one: one.due_on).value.ratio if begun else None


def _forecast(
    year: Figure | None, owed: Sequence[ReportingPeriod], *, grows: bool, is_cumulative: bool
) -> Ratio | None:
    """The year's end if it goes on like this."""
    if year is None or year.made_of is None or not isinstance(year.value, Value) or not year.value.ratio[1]:
        return None
    num, den = year.value.ratio
    if not grows:
        return num, den
    said = [one.period for one in year.made_of.parts if one.state is State.REPORTED]
    done = len(said)
    if is_cumulative:
        done = next(at for at, one in enumerate(owed, start=1) if one.code == said[-1])
    return num * len(owed), den * done


def _standing(points: Sequence[Point], direction: Direction) -> Standing:
    reported = [one for one in points if one.so_far is not None]
    if not reported or reported[-1].expected is None or reported[-1].so_far is None:
        return Standing.UNKNOWN
    value = reported[-1].so_far
    if isinstance(value, Counts) and not value.denominator:
        return Standing.UNKNOWN
    order = _compare(value.ratio, reported[-1].expected)
    if order == 0:
        return Standing.ON_PACE
    return Standing.AHEAD if (order > 0) == (direction is Direction.MORE) else Standing.BEHIND


def _reaches(forecast: Ratio, goal: Ratio, direction: Direction) -> bool:
    order = _compare(forecast, goal)
    return order >= 0 if direction is Direction.MORE else order <= 0


def _compare(one: Ratio, other: Ratio) -> int:
    """Below, equal, above; denominators are positive."""
    difference = one[0] * other[1] - other[0] * one[1]
    return (difference > 0) - (difference < 0)
