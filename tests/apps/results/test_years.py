"""Year on year over a merger: the merged unit's past is that of those it grew out of, and no sum of theirs."""

from datetime import date

import pytest

from season_cases import ABOVE, BY, NAMES, OPENED, on, person, write_cluster, write_season, write_units
from thidua.apps.access.roles import Role
from thidua.apps.clock import now
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.organisation.services.units import NewUnit, merge_units
from thidua.apps.reporting.models import Figure
from thidua.apps.results.years import Course, Stood, chains_of, courses_of, scored_years, year_of
from thidua.apps.rulebooks.models import RulebookVersion, VersionState
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services import launch_movement
from thidua.core.numbers import Number
from thidua.core.rulebook import parse_rulebook, rulebook_digest
from thidua.core.rulebook.document import rulebook_document
from thidua.core.states import Stage
from thidua.core.units.tree import Level

pytestmark = pytest.mark.django_db
BODY = person(Role.STANDING_BODY, ABOVE)
RAW = {
    "rulebook": "nho",
    "title": "Bảng nhỏ",
    "version": "1",
    "valid": {"from": "2024-01-01"},
    "criteria": [{"code": "I", "name": "Chuyên môn", "points": "100", "rule": "entry"}],
}
MERGED = date(2025, 1, 1)
LATER = date(2025, 4, 1)


def with_points(season: Season, **points: int) -> Season:
    """The season scored by one criterion that units claim."""
    book = parse_rulebook(RAW)
    typed = {"season": season, "typed_by": "bao-cao", "typed_at": now()}
    version = RulebookVersion(
        number=1,
        document=rulebook_document(book),
        digest=rulebook_digest(book),
        state=VersionState.ADOPTED,
        adopted_on=season.opened_on,
        **typed,
    )
    rows = [
        Figure(unit=unit.replace("_", "-"), indicator="I", stage=Stage.SELF, version=1, typed=str(one), **typed)
        for unit, one in points.items()
    ]
    with recording(UNITS_RECORDED, by=BY, chain=season.ledger_chain(), count=0) as record:
        record.save(version)
        record.save_many(rows)
    return season


@pytest.fixture
def merged() -> Season:
    """2024 with five units, 2025 with four: Tây Ninh and Long An have become one."""
    with on(OPENED):
        write_units()
        first = with_points(
            write_season(write_cluster(ends_on=MERGED)),
            tay_ninh=90,
            long_an=95,
            binh_phuoc=80,
            binh_duong=70,
            dong_nai=80,
        )
    with on(date(2025, 1, 2)):
        new = NewUnit("tay-ninh-2025", "Công an tỉnh Tây Ninh", Level.PROVINCE, ABOVE)
        merge_units(actor=BODY, codes=["tay-ninh", "long-an"], new=new, on=MERGED)
        members = ("tay-ninh-2025", *[code for code in NAMES if code not in ("tay-ninh", "long-an")])
        chair = person(Role.SECRETARY, "tay-ninh-2025")
        cluster = write_cluster(year=2025, members=members, chair="tay-ninh-2025")
        movement = launch_movement(actor=BODY, unit=ABOVE, name="Phong trào thi đua năm 2025")
        second = with_points(
            write_season(cluster, movement=movement, actor=chair), tay_ninh_2025=85, binh_phuoc=99, dong_nai=60
        )
        if second.opened_after_id is None:
            with recording(UNITS_RECORDED, by=BY, chain=second.ledger_chain(), count=0) as record:
                second.opened_after = first
                record.save(second)
        return second


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
