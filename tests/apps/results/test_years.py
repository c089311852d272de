"""Year on year over a merger: the merged unit's past is that of those it grew out of, and no sum of theirs."""

import pytest

from season_cases import on
from thidua.apps.results.years import Course, Stood, chains_of, courses_of, scored_years, year_of
from thidua.apps.seasons.models import Season
from thidua.core.numbers import Number
from year_cases import LATER, merged_seasons

pytestmark = pytest.mark.django_db


@pytest.fixture
def merged() -> Season:
    return merged_seasons()


def told(stood: Stood) -> tuple[str, int, int | None]:
    return stood.unit.code, stood.total.digits // 10**stood.total.places, stood.place and stood.place.rank.digits


def courses(season: Season) -> dict[str, Course]:
    with on(LATER):
        years = [year_of(one, scored) for one, scored in scored_years(season, on=LATER)][::-1]
        assert [year.season.year for year in years] == [2024, 2025]
        assert {year.full for year in years} == {Number(100)}
        return {one.unit.code: one for one in courses_of(years)}


def test_a_merged_unit_s_past_is_that_of_its_predecessors(merged: Season) -> None:
    found = courses(merged)
    earlier, now_ = found["tay-ninh-2025"].years
    assert [told(one) for one in earlier] == [("tay-ninh", 90, 2), ("long-an", 95, 1)]
    assert [told(one) for one in now_] == [("tay-ninh-2025", 85, 2)]
    assert [told(one) for year in found["binh-phuoc"].years for one in year] == [
        ("binh-phuoc", 80, 3),
        ("binh-phuoc", 99, 1),
    ]


def test_who_has_not_reported_has_points_but_no_rank(merged: Season) -> None:
    (stood,) = courses(merged)["binh-duong"].years[1]
    assert told(stood) == ("binh-duong", 0, None)


def test_one_way_for_each_predecessor_leads_to_the_merged_unit(merged: Season) -> None:
    ways = [[one and one.unit.code for one in chain] for chain in chains_of(courses(merged)["tay-ninh-2025"])]
    assert ways == [["tay-ninh", "tay-ninh-2025"], ["long-an", "tay-ninh-2025"]]
