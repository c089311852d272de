"""A cluster in a year: Cluster 10 of 2024 and 2025, and its contradictions."""

from datetime import date

import pytest

from thidua.core.errors import UnitsRefused
from thidua.core.timeline import Period
from thidua.core.units.clusters import Cluster, Membership, Office, OfficeKind, form_cluster
from thidua.core.units.tree import Level, Unit, UnitId, UnitTree

MERGER = date(2025, 7, 1)
HANDOVER = date(2024, 11, 23)
FIVE = tuple(UnitId(name) for name in ("tay-ninh", "long-an", "binh-phuoc", "binh-duong", "dong-nai"))
TAY_NINH, LONG_AN, _, _, DONG_NAI = FIVE
NEW = UnitId("tay-ninh-2025")
TREE = UnitTree(
    (
        *(Unit(unit, unit, Level.PROVINCE, Period(date(2008, 8, 1), MERGER)) for unit in FIVE),
        Unit(NEW, "Tây Ninh", Level.PROVINCE, Period(MERGER)),
    )
)
YEAR = Period(date(2024, 1, 1), date(2025, 1, 1))


def members(period: Period, units: tuple[UnitId, ...] = FIVE) -> tuple[Membership, ...]:
    return tuple(Membership(unit, period) for unit in units)


def codes(
    members_: tuple[Membership, ...], offices: tuple[Office, ...] = (), speaking: tuple[UnitId, ...] = FIVE
) -> list[tuple[str, object]]:
    with pytest.raises(UnitsRefused) as refused:
        form_cluster(name="Cụm 10", year=2024, members=members_, offices=offices, speaking=speaking, tree=TREE)
    return [(problem.code, problem.data["unit"]) for problem in refused.value.problems]


def test_members_come_in_the_stored_order_of_speaking() -> None:
    shuffled = members(YEAR, FIVE[::-1])
    cluster = form_cluster(name="Cụm 10", year=2024, members=shuffled, offices=(), speaking=FIVE, tree=TREE)
    assert cluster.members_on(date(2024, 11, 23)) == FIVE
    assert cluster.members_on(date(2025, 1, 1)) == ()


def season_of_2025() -> Cluster:
    """Opened by the handover, cut by the merger: its chair ceased to exist as a body."""
    period = Period(HANDOVER, MERGER)
    return form_cluster(
        name="Cụm 10",
        year=2025,
        members=(*members(period), Membership(NEW, Period(MERGER, date(2026, 1, 1)))),
        offices=(Office(OfficeKind.CHAIR, LONG_AN, period), Office(OfficeKind.DEPUTY, DONG_NAI, period)),
        speaking=(LONG_AN, *(unit for unit in FIVE if unit != LONG_AN), NEW),
        tree=TREE,
    )


def test_offices_are_those_of_the_day_and_may_fall_vacant() -> None:
    days = (date(2024, 11, 22), HANDOVER, date(2025, 6, 30), MERGER)
    assert [season_of_2025().holder(OfficeKind.CHAIR, on=on) for on in days] == [None, LONG_AN, LONG_AN, None]
    assert season_of_2025().holder(OfficeKind.DEPUTY, on=HANDOVER) == DONG_NAI


def test_members_change_with_the_merger() -> None:
    assert len(season_of_2025().members_on(date(2025, 6, 30))) == 5
    assert season_of_2025().members_on(MERGER) == (NEW,)


def test_offices_may_follow_one_another_without_overlap() -> None:
    halves = (Period(YEAR.start, HANDOVER), Period(HANDOVER, YEAR.end))
    offices = tuple(
        Office(OfficeKind.CHAIR, unit, half) for unit, half in zip((TAY_NINH, LONG_AN), halves, strict=True)
    )
    cluster = form_cluster(name="Cụm 10", year=2024, members=members(YEAR), offices=offices, speaking=FIVE, tree=TREE)
    assert [cluster.holder(OfficeKind.CHAIR, on=on) for on in (date(2024, 11, 22), HANDOVER)] == [TAY_NINH, LONG_AN]


def test_a_member_has_to_exist_all_the_while() -> None:
    stranger = Membership(UnitId("x"), YEAR)
    too_long = (*members(Period(YEAR.start, date(2025, 7, 2)), FIVE[:1]), *members(YEAR, FIVE[1:]))
    assert codes(too_long) == [("units.member_not_existing", TAY_NINH)]
    assert codes((*members(YEAR), stranger), speaking=(*FIVE, stranger.unit)) == [("units.unknown_unit", "x")]


def test_a_member_may_leave_and_return_but_not_stand_twice() -> None:
    halves = [Period(YEAR.start, HANDOVER), Period(HANDOVER, YEAR.end)]
    twice = tuple(Membership(TAY_NINH, half) for half in halves)
    cluster = form_cluster(
        name="Cụm 10", year=2024, members=(*twice, *members(YEAR, FIVE[1:])), offices=(), speaking=FIVE, tree=TREE
    )
    assert cluster.members_on(HANDOVER) == FIVE
    assert codes((*members(YEAR), twice[1])) == [("units.member_twice", TAY_NINH)]


def test_two_chairs_and_one_unit_in_two_offices_are_refused() -> None:
    chair = Office(OfficeKind.CHAIR, TAY_NINH, YEAR)
    assert codes(members(YEAR), (chair, Office(OfficeKind.CHAIR, LONG_AN, YEAR))) == [("units.two_chairs", TAY_NINH)]
    assert codes(members(YEAR), (chair, Office(OfficeKind.DEPUTY, TAY_NINH, YEAR))) == [("units.two_offices", TAY_NINH)]
    deputies = tuple(Office(OfficeKind.DEPUTY, unit, YEAR) for unit in (LONG_AN, DONG_NAI))
    assert codes(members(YEAR), deputies) == [("units.two_deputies", LONG_AN)]


def test_a_clash_of_offices_is_dated_by_its_first_day() -> None:
    later = Period(HANDOVER, YEAR.end)
    offices = (Office(OfficeKind.CHAIR, TAY_NINH, YEAR), Office(OfficeKind.CHAIR, LONG_AN, later))
    with pytest.raises(UnitsRefused) as refused:
        form_cluster(name="Cụm 10", year=2024, members=members(YEAR), offices=offices, speaking=FIVE, tree=TREE)
    assert [problem.data["day"] for problem in refused.value.problems] == [HANDOVER]


def test_everything_is_reported_at_once() -> None:
    offices = (Office(OfficeKind.CHAIR, NEW, YEAR),)
    assert codes(members(YEAR), offices, (*FIVE[:3], TAY_NINH, NEW)) == [
        ("units.holder_not_member", NEW),
        ("units.speaking_times", TAY_NINH),
        ("units.speaking_times", "binh-duong"),
        ("units.speaking_times", DONG_NAI),
        ("units.speaking_stranger", NEW),
    ]
