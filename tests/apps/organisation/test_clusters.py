"""Clusters of a year: formed whole or not at all, members and offices that change on a day, the chair handed over."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from apps.organisation.scene import (
    CLUSTER_10,
    MERGER,
    MINISTRY,
    STANDING_BODY,
    YEAR,
    at,
    cluster_10,
    codes,
    found,
    plan_of_2024,
    refused,
)
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.ledger.models import Entry
from thidua.apps.organisation import models, selectors
from thidua.apps.organisation.checking import MemberPlan, OfficePlan
from thidua.apps.organisation.selectors import Standing
from thidua.apps.organisation.services.clusters import (
    appoint_office,
    change_members,
    form_cluster,
    hand_over_chair,
    plan_of,
)
from thidua.core.timeline import Period
from thidua.core.units.clusters import Membership, OfficeKind
from thidua.core.units.tree import Level

pytestmark = pytest.mark.django_db

CHAIR, DEPUTY = OfficeKind
HANDOVER = date(2024, 11, 23)


def cluster_of_2025() -> models.Cluster:
    """The next cluster, whose chair the handover of 2024 is to bring."""
    members = tuple(MemberPlan(code, HANDOVER, MERGER) for code in CLUSTER_10)
    return form_cluster(actor=STANDING_BODY, plan=plan_of_2024(year=2025, members=members, offices=()))


def test_a_cluster_stands_as_it_was_planned() -> None:
    found()
    cluster = cluster_10()
    assert plan_of(cluster) == plan_of_2024()
    assert selectors.cluster_value(cluster).members == tuple(
        Membership(code, Period(YEAR, MERGER))
        for code in CLUSTER_10  # type: ignore[arg-type]
    )
    assert selectors.standing_of(cluster, on=HANDOVER) == Standing(
        CLUSTER_10, "tay-ninh", "long-an", frozenset({MINISTRY})
    )
    assert selectors.standing_of(cluster, on=date(2023, 12, 31)) == Standing(above=frozenset({MINISTRY}))
    assert Entry.objects.latest("height").verb == "organisation.cluster.formed"


def test_the_organiser_of_communes_stands_with_every_unit_above_it() -> None:
    found()
    assert selectors.units_above(["tay-ninh-2025"], on=MERGER) == {"tay-ninh-2025", MINISTRY}


def test_everything_wrong_with_a_plan_is_told_at_its_place_and_nothing_is_kept() -> None:
    found()
    cluster_10()
    members = (
        MemberPlan("tay-ninh", YEAR, MERGER),  # in Cụm số 10 already
        MemberPlan("khong-co", YEAR),
        MemberPlan("da-nang", YEAR),  # ends on 01/07/2025
        MemberPlan(MINISTRY, YEAR),  # of another level
        MemberPlan("ha-noi", date(2042, 1, 1)),
        MemberPlan("ha-noi", date(2042, 1, 1)),
        MemberPlan("can-tho", YEAR, YEAR),
    )
    plan = plan_of_2024(name="", number="10", year=2024, members=members, offices=())
    assert codes(refused(lambda: form_cluster(actor=STANDING_BODY, plan=plan))) == [
        ("organisation.name_empty", "name"),
        ("organisation.number_taken", "number"),
        ("organisation.in_two_clusters", "members.0.unit"),
        ("organisation.wrong_level", "members.3.unit"),
        ("organisation.outside_year", "members.4.starts_on"),
        ("organisation.outside_year", "members.5.starts_on"),
        ("timeline.empty_period", "members.6.ends_on"),
    ]
    mended = replace(plan, members=members[:6])
    assert codes(refused(lambda: form_cluster(actor=STANDING_BODY, plan=mended)))[6:] == [
        ("units.unknown_unit", "members.1.unit"),
        ("units.member_not_existing", "members.2.unit"),
        ("units.member_twice", "members.5.unit"),
    ]
    assert models.Cluster.objects.count() == 1


def test_offices_that_overlap_are_refused_and_dated_ones_follow_each_other() -> None:
    found()
    cluster = cluster_10()
    clash = OfficePlan(CHAIR, "dong-nai", HANDOVER, MERGER)
    assert codes(refused(lambda: appoint_office(actor=STANDING_BODY, cluster=cluster, office=clash))) == [
        ("units.two_chairs", "offices.2.unit")
    ]
    outsider = OfficePlan(DEPUTY, "ha-noi", MERGER)
    assert codes(refused(lambda: appoint_office(actor=STANDING_BODY, cluster=cluster, office=outsider))) == [
        ("units.holder_not_member", "offices.2.unit")
    ]


def test_a_chair_that_no_longer_exists_is_refused() -> None:
    found()
    day = date(2025, 7, 1)
    members = (MemberPlan("ha-noi", date(2025, 1, 1)), MemberPlan("long-an", date(2025, 1, 1)))
    plan = plan_of_2024(year=2025, members=members, offices=(OfficePlan(CHAIR, "long-an", day),))
    problems = refused(lambda: form_cluster(actor=STANDING_BODY, plan=plan))
    assert codes(problems) == [("units.member_not_existing", "members.1.unit")]
    assert problems[0].data == {"unit": "“Long An” (long-an)", "start": MERGER}
    mended = replace(plan, members=(members[0], replace(members[1], ends_on=MERGER)))
    assert codes(refused(lambda: form_cluster(actor=STANDING_BODY, plan=mended))) == [
        ("units.holder_not_member", "offices.0.unit")
    ]


def test_members_change_their_order_leave_and_come_without_losing_a_row() -> None:
    found()
    cluster = cluster_10()
    left, *rest = plan_of(cluster).members
    members = [*reversed(rest), replace(left, ends_on=HANDOVER), MemberPlan("da-nang", HANDOVER, MERGER)]
    problems = refused(lambda: change_members(actor=STANDING_BODY, cluster=cluster, members=members))
    assert codes(problems) == [("units.holder_not_member", "offices.0.unit")]  # it still holds the chair
    kept = [*reversed(rest), left, MemberPlan("da-nang", HANDOVER, MERGER)]
    change_members(actor=STANDING_BODY, cluster=cluster, members=kept, reason="thêm Đà Nẵng")
    assert plan_of(cluster).members == tuple(kept)
    assert [row.position for row in cluster.memberships.order_by("position")] == [1, 2, 3, 4, 5, 6]
    change_members(actor=STANDING_BODY, cluster=cluster, members=[left, *rest])
    assert plan_of(cluster) == plan_of_2024()


def test_the_handover_opens_the_next_cluster_and_leaves_the_old_chair_its_own() -> None:
    found()
    old, new = cluster_10(), cluster_of_2025()
    with at("2024-11-23T16:00"):
        hand_over_chair(
            actor=STANDING_BODY,
            cluster=old,
            into=new,
            to="long-an",
            deputy="dong-nai",
            on=HANDOVER,
            document="Biên bản bàn giao ngày 23/11/2024",
        )
    standings = [selectors.standing_of(cluster, on=HANDOVER) for cluster in (old, new)]
    assert [(one.chair, one.deputy) for one in standings] == [("tay-ninh", "long-an"), ("long-an", "dong-nai")]
    assert selectors.standing_of(new, on=date(2024, 11, 22)).chair == ""
    assert Entry.objects.latest("height").verb == "organisation.chair.handed_over"


def test_inside_a_year_the_offices_end_on_the_day_of_the_handover() -> None:
    found()
    cluster = cluster_10()
    day = date(2024, 6, 1)
    with at("2024-06-01T08:00"):
        hand_over_chair(
            actor=STANDING_BODY, cluster=cluster, to="long-an", deputy="dong-nai", on=day, document="QĐ 15/2024"
        )
    standings = [selectors.standing_of(cluster, on=on) for on in (date(2024, 5, 31), day)]
    assert [(one.chair, one.deputy) for one in standings] == [("tay-ninh", "long-an"), ("long-an", "dong-nai")]
    assert {office.ends_on for office in cluster.offices.all()} == {day, MERGER}
    chair = cluster.offices.get(kind=CHAIR, starts_on=day)
    assert (chair.basis_document, chair.basis_confirmed) == ("QĐ 15/2024", True)


def test_a_deputy_that_becomes_chair_leaves_the_post_of_deputy() -> None:
    found()
    cluster = cluster_10()
    day = date(2024, 6, 1)
    hand_over_chair(actor=STANDING_BODY, cluster=cluster, to="long-an", on=day, document="QĐ 15/2024")
    standing = selectors.standing_of(cluster, on=day)
    assert (standing.chair, standing.deputy) == ("long-an", "")


def test_a_handover_says_all_that_is_wrong_with_it() -> None:
    found()
    cluster = cluster_10()
    problems = refused(
        lambda: hand_over_chair(
            actor=STANDING_BODY, cluster=cluster, into=cluster, to="ha-noi", deputy="long-an", on=HANDOVER, document=" "
        )
    )
    assert codes(problems) == [
        ("organisation.document_missing", "document"),
        ("organisation.hand_over_backwards", "into"),
        ("units.holder_not_member", "offices.2.unit"),
        ("units.two_chairs", "offices.2.unit"),
        ("units.two_deputies", "offices.3.unit"),
    ]


def test_the_leader_of_the_chair_may_hand_it_over_and_nobody_else_of_the_cluster() -> None:
    found()
    cluster = cluster_10()
    act = {"cluster": cluster, "to": "long-an", "on": date(2024, 6, 1), "document": "QĐ 15/2024"}
    with at("2024-05-30T08:00"):
        for role, unit in (
            (Role.LEADER, "long-an"),
            (Role.SECRETARY, "tay-ninh"),
            (Role.STANDING_BODY, "ha-noi"),
        ):
            with pytest.raises(AccessRefused) as caught:
                hand_over_chair(actor=Actor("x", "X", (Grant(role, unit),)), **act)
            assert caught.value.denial is Denial.NO_RIGHT
        hand_over_chair(actor=Actor("x", "X", (Grant(Role.LEADER, "tay-ninh"),)), **act)


def test_the_database_itself_keeps_days_numbers_and_places_apart() -> None:
    found()
    cluster = cluster_10()
    member = cluster.memberships.first()
    assert member is not None
    office = {"cluster": cluster, "kind": CHAIR, "unit_id": "long-an"}
    for row in (
        models.Membership(cluster=cluster, unit_id="ha-noi", position=member.position, starts_on=YEAR),
        models.Membership(cluster=cluster, unit_id="ha-noi", position=99, starts_on=YEAR, ends_on=YEAR),
        models.Office(**office, starts_on=YEAR),
        models.Office(**office, starts_on=HANDOVER, ends_on=HANDOVER),
        models.Cluster(number="10", name="x", year=2024, level=Level.PROVINCE, organiser_id=MINISTRY),
        models.UnitRow(unit_id="ha-noi", name="x", level=Level.PROVINCE, starts_on=date(2026, 1, 1)),
        models.UnitRow(
            unit_id=MINISTRY, name="x", level=Level.PROVINCE, starts_on=date(2001, 1, 1), parent_id=MINISTRY
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


@pytest.mark.parametrize("members", [1, 3])
def test_standings_cost_the_same_for_any_number_of_members(members: int, django_assert_num_queries: Any) -> None:
    found()
    plan = plan_of_2024(
        members=tuple(MemberPlan(code, YEAR, MERGER) for code in CLUSTER_10[:members]),
        offices=(OfficePlan(CHAIR, "tay-ninh", YEAR, MERGER),),
    )
    cluster = form_cluster(actor=STANDING_BODY, plan=plan)
    with django_assert_num_queries(4):  # whether anything changed, and what it is
        selectors.standing_of(cluster, on=HANDOVER)
    with django_assert_num_queries(1):
        selectors.standing_of(cluster, on=HANDOVER)
    with django_assert_num_queries(2):
        selectors.cluster_value(cluster)
    with django_assert_num_queries(1):
        selectors.unit_names(CLUSTER_10[:members], on=HANDOVER)
