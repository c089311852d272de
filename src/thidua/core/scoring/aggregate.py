"""From the figures of periods to the figure of the year, exactly.

Counts stay counts: a share is recomputed from the numerators and denominators of its months, never as the mean of their
rates. A period that was not reported is no zero: what is there is put together, and the result names what lacks. A
period for which the task was not given stays out. The order in which figures were typed does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from thidua.core.errors import FiguresRefused, Place, Problem
from thidua.core.numbers import Counts, Mean, Number, Rate, Value, terminating
from thidua.core.periods import YEAR, Aggregation, ReportingPeriod, periods_of
from thidua.core.rulebook.schema import Indicator
from thidua.core.scoring.cells import Scope, SeasonUnit
from thidua.core.scoring.figures import Figure, FigureValue, MadeOf, Nature, Origin
from thidua.core.states import State


def aggregate(figures: Iterable[Figure], *, indicator: Indicator, owed: Sequence[ReportingPeriod]) -> Figure | None:
    """The figure of the year of one unit, indicator and stage, from those of its periods; None where there is none.

    owed: the periods that the unit reports, in order; figures of other periods are no part of the year.
    Raises FiguresRefused where values do not go together in the rulebook's way.
    """
    by_period = {one.period: one for one in figures}
    parts = tuple(by_period[period.code] for period in owed if period.code in by_period)
    way = indicator.aggregation
    if not parts or way is None:
        return None
    said = [one for one in parts if one.state is State.REPORTED]
    last = (said or parts)[-1]
    return Figure(
        unit=last.unit,
        indicator=indicator.code,
        stage=last.stage,
        value=_value([one.value for one in said if one.value is not None], way, indicator) if said else None,
        state=last.state,
        origin=_origin(parts),
        made_of=MadeOf(way, parts, _lacking(parts, owed, way)),
    )


def yearly(figures: Sequence[Figure], scope: Scope, *, successors: Collection[str] = ()) -> tuple[Figure, ...]:
    """All figures as rules see them: those typed for the year as they are, the others put together.

    successors: units that answer for the time before they began as well, for they carry others on.
    """
    if scope.rulebook is None or scope.data is None or all(one.period == YEAR for one in figures):
        return tuple(figures)
    parts: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for one in figures:
        if one.period != YEAR:
            parts[one.unit, one.indicator].append(one)
    indicators = {one.code: one for one in scope.rulebook.indicators}
    units = {unit.code: unit for unit in scope.units}
    made = []
    for (unit, code), found in parts.items():
        indicator = indicators[code]
        owed = periods_owed(units[unit], indicator, scope, is_successor=unit in successors)
        made.append(aggregate(found, indicator=indicator, owed=owed))
    return (*(one for one in figures if one.period == YEAR), *(one for one in made if one is not None))


def periods_owed(
    unit: SeasonUnit, indicator: Indicator, scope: Scope, *, is_successor: bool = False
) -> tuple[ReportingPeriod, ...]:
    """The periods that a unit reports of an indicator: those at whose end it exists."""
    if scope.data is None:
        return ()
    every, valid = periods_of(scope.data, indicator.frequency, scope.cut_offs), unit.valid
    if valid is None or not indicator.has_periods:
        return every
    return tuple(one for one in every if one.last_day < valid.last and (is_successor or valid.start <= one.last_day))


def _lacking(parts: Sequence[Figure], owed: Sequence[ReportingPeriod], way: Aggregation) -> tuple[str, ...]:
    """The periods of which nothing is said. What speaks of the state reached waits only for those after the last."""
    said = {one.period for one in parts}
    waited = owed
    if way in (Aggregation.LATEST, Aggregation.CUMULATIVE):
        last = max(period.number for period in owed if period.code in said)
        waited = [period for period in owed if period.number > last]
    return tuple(period.code for period in waited if period.code not in said)


def _value(values: Sequence[FigureValue], way: Aggregation, indicator: Indicator) -> FigureValue:
    if way in (Aggregation.LATEST, Aggregation.CUMULATIVE):
        return values[-1]
    if values and all(isinstance(one, Counts) for one in values) and way is Aggregation.SUM:
        counts = [one for one in values if isinstance(one, Counts)]
        return Counts(sum(one.numerator for one in counts), sum(one.denominator for one in counts), counts[0].kind)
    if all(type(one) is Number for one in values):
        total = _total([one for one in values if isinstance(one, Number)])
        return total if way is Aggregation.SUM else _mean(total, len(values), is_rate=False)
    if way is Aggregation.AVERAGE and all(isinstance(one, Rate) for one in values):
        return _mean(_total([one.percent for one in values if isinstance(one, Rate)]), len(values), is_rate=True)
    raise FiguresRefused(Problem("figures.not_together", {"indicator": indicator.code, "way": way}, Place()))


def _total(numbers: Sequence[Number]) -> Number:
    places = max(one.places for one in numbers)
    return Number(sum(one.digits * 10 ** (places - one.places) for one in numbers), places)


def _mean(total: Number, count: int, *, is_rate: bool) -> Value:
    """The mean as a decimal where it has an end, otherwise as it is."""
    whole = terminating((total.digits, count * 10**total.places))
    if whole is None:
        return Mean(total, count, is_rate)
    return Rate(whole) if is_rate else whole


def _origin(parts: Sequence[Figure]) -> Origin:
    """What is said of every part alike; one illustrative part makes the year illustrative."""
    origins = [one.origin for one in parts]
    sources = dict.fromkeys(one.source for one in origins)
    natures = {one.nature for one in origins}
    return Origin(
        place=origins[-1].place
        if len(origins) == 1
        else Place(sheet=origins[-1].place.sheet, cell=parts[-1].indicator),
        source=next(iter(sources)) if len(sources) == 1 else "",
        nature=Nature.ILLUSTRATIVE if Nature.ILLUSTRATIVE in natures else Nature.REAL,
        evidence="; ".join(dict.fromkeys(one.evidence for one in origins if one.evidence)),
    )
