"""A cluster's seasons after one another: where each unit of the latest stood in every year, over mergers and splits.

A unit that did not exist in an earlier year is shown by those that it consists of, each with its own points and rank:
points of two units never add up to those of a third.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps.organisation.selectors import history
from thidua.apps.results.scoring import Scored, evaluation_of
from thidua.apps.seasons.models import Season
from thidua.core.errors import FiguresRefused, RulebookRefused
from thidua.core.numbers import Number
from thidua.core.scoring.figures import Member
from thidua.core.standings import Ranked
from thidua.core.standings.profile import says_anything
from thidua.core.units.succession import History
from thidua.core.units.tree import UnitId

YEARS = 5  # seasons that are looked at, this one first


@dataclass(frozen=True, slots=True)
class Stood:
    """One unit in one year: its points, and its place; no place where it was not ranked. `is_silent`: it has reported
    nothing, and its points are no zero.
    """

    unit: Member
    total: Number
    place: Ranked | None
    is_silent: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """All units of one season. `is_final`: nothing in it can still change."""

    season: Season
    full: Number
    is_final: bool
    units: dict[str, Stood]

    @property
    def day(self) -> date:
        """The last day of its data, on which units are asked what they were."""
        return self.season.data_to


@dataclass(frozen=True, slots=True)
class Course:
    """A unit of the latest season through the years, the earliest first: in each, itself or those it consists of."""

    unit: Member
    years: tuple[tuple[Stood, ...], ...]


def scored_years(season: Season, *, on: date) -> Iterator[tuple[Season, Scored]]:
    """This season and those before it, the latest first, as far as they can be scored."""
    one: Season | None = season
    for _year in range(YEARS):
        if one is None:
            return
        try:
            scored = evaluation_of(one, on=on)
        except (RulebookRefused, FiguresRefused):
            scored = None
        if scored is not None:
            yield one, scored
        one = one.opened_after


def year_of(season: Season, scored: Scored) -> Year:
    """What stood in one season."""
    evaluation, one = scored.evaluation, scored.standings
    places = {each.unit: each for each in one.ranked}
    stood = {
        unit.code: Stood(
            unit, evaluation.total_points(row), places.get(unit.code), is_silent=not says_anything(evaluation, row)
        )
        for row, unit in enumerate(evaluation.table.units)
    }
    tops = [top.points.normalised() for top in evaluation.rulebook.criteria]
    most = max(top.places for top in tops)
    whole = Number(sum(top.digits * 10 ** (most - top.places) for top in tops), most).normalised()
    is_final = evaluation.closed and not one.unranked and not one.provisional
    return Year(season, evaluation.rulebook.total.rescale_to or whole, is_final, stood)


def heirs_of(year: Year, units: Collection[str]) -> frozenset[str]:
    """Those of some units that stood in a year by others, out of which they grew. Four queries."""
    past = history()
    return frozenset(
        code
        for code in units
        if code not in year.units and any(one in year.units for one in past.origins(UnitId(code), on=year.day))
    )


def courses_of(years: Sequence[Year]) -> list[Course]:
    """The units of the last of these years, each with what it was in all of them. Four queries where there are two."""
    if not years:
        return []
    past = history() if len(years) > 1 else None
    return [
        Course(stood.unit, tuple(tuple(_was(past, code, year)) for year in years))
        for code, stood in years[-1].units.items()
    ]


def chains_of(course: Course) -> Iterator[tuple[Stood | None, ...]]:
    """Every way through the years that ends in the unit: one for each that it grew out of."""
    widest = max(len(stood) for stood in course.years)
    for way in range(widest):
        yield tuple(stood[min(way, len(stood) - 1)] if stood else None for stood in course.years)


def _was(past: History | None, code: str, year: Year) -> Iterator[Stood]:
    """Who stood for a unit in a year: itself, or the members among those it consists of."""
    if past is None or code in year.units:
        origins: tuple[str, ...] = (code,)
    else:
        origins = past.origins(UnitId(code), on=year.day)
    yield from (year.units[one] for one in origins if one in year.units)
