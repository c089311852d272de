"""The rotation of the chair: planned once, passed over for a reason, given anew by election, never guessed."""

from datetime import date

import pytest

from apps.organisation.scene import (
    CLUSTER_10,
    MERGER,
    MINISTRY,
    STANDING_BODY,
    STRANGER,
    at,
    cluster_10,
    codes,
    found,
    refused,
)
from thidua.apps.access.policy import AccessRefused
from thidua.apps.organisation import bridge, models, selectors
from thidua.apps.organisation.services.rotation import LineOfClusters, give_turn_anew, plan_rotation, skip_turn
from thidua.core.units.rotation import RotationPlan, Vanished

pytestmark = pytest.mark.django_db

ORDER = ("tay-ninh", "long-an", "dong-nai", "binh-duong", "binh-phuoc")


def planned(*clusters: models.Cluster) -> models.Rotation:
    line = LineOfClusters("Cụm số 10", MINISTRY, 2024, ORDER, clusters)
    with at("2024-01-10T08:00"):
        return plan_rotation(actor=STANDING_BODY, line=line)


def value(rotation: models.Rotation) -> RotationPlan:
    return bridge.plan(rotation, rotation.turns.all())


def years(rotation: models.Rotation) -> list[tuple[str, str, int | None]]:
    return [(due.turn.unit, due.turn.state.value, due.year) for due in value(rotation).due()]


def turn(rotation: models.Rotation, unit: str) -> models.RotationTurn:
    return rotation.turns.get(unit=unit)


def test_a_plan_gives_each_unit_a_year_and_joins_the_clusters_of_the_line() -> None:
    found()
    cluster = cluster_10()
    rotation = planned(cluster)
    assert years(rotation) == [(unit, "planned", 2024 + index) for index, unit in enumerate(ORDER)]
    cluster.refresh_from_db()
    assert cluster.rotation == rotation


def test_a_turn_passed_over_keeps_its_reason_and_moves_the_others_up() -> None:
    found()
    rotation = planned()
    with at("2025-02-01T08:00"):
        skip_turn(actor=STANDING_BODY, turn=turn(rotation, "dong-nai"), reason="đang thanh tra", document="CV 12")
    assert years(rotation)[1:4] == [
        ("long-an", "planned", 2025),
        ("dong-nai", "skipped", None),
        ("binh-duong", "planned", 2026),
    ]
    row = turn(rotation, "dong-nai")
    assert (row.reason, row.basis_document, row.basis_confirmed) == ("đang thanh tra", "CV 12", True)


def test_a_vanished_unit_asks_and_an_election_answers() -> None:
    found()
    rotation = planned()
    history = selectors.history()
    assert value(rotation).vanished(history, on=MERGER) == (
        Vanished("long-an", 2025, ("tay-ninh-2025",)),
        Vanished("dong-nai", 2026, ("dong-nai-2025",)),
        Vanished("binh-duong", 2027, ("thanh-pho-ho-chi-minh-2025",)),
        Vanished("binh-phuoc", 2028, ("dong-nai-2025",)),
    )
    with at("2025-07-02T08:00"):
        give_turn_anew(
            actor=STANDING_BODY,
            turn=turn(rotation, "dong-nai"),
            to="dong-nai-2025",
            reason="hợp nhất",
            document="Biên bản 02/07/2025",
        )
    assert years(rotation)[2:4] == [("dong-nai", "replaced", None), ("dong-nai-2025", "planned", 2026)]
    assert [one.unit for one in value(rotation).vanished(history, on=date(2026, 1, 1))] == ["binh-duong", "binh-phuoc"]


def test_a_turn_is_decided_once_with_reason_and_document_and_never_in_the_past() -> None:
    found()
    rotation = planned()
    long_an = turn(rotation, "long-an")
    with at("2025-07-02T08:00"):
        bare = {"actor": STANDING_BODY, "turn": long_an, "reason": " ", "document": ""}
        assert codes(refused(lambda: give_turn_anew(**bare, to="long-an"))) == [
            ("organisation.reason_missing", "reason"),
            ("organisation.document_missing", "document"),
            ("units.not_existing", "to"),
        ]
        skip_turn(actor=STANDING_BODY, turn=long_an, reason="hợp nhất", document="CV 12")
        again = refused(lambda: skip_turn(actor=STANDING_BODY, turn=long_an, reason="lại", document="CV 13"))
        assert codes(again) == [("organisation.turn_decided", "")]
        past = turn(rotation, "tay-ninh")
        late = refused(lambda: skip_turn(actor=STANDING_BODY, turn=past, reason="muộn", document="CV 14"))
        assert codes(late) == [("organisation.turn_past", "")]


def test_a_plan_that_contradicts_itself_is_refused_with_all_that_is_wrong() -> None:
    found()
    cluster = cluster_10()
    planned(cluster)
    line = LineOfClusters("", MINISTRY, 2025, ("long-an", "khong-co"), (cluster, cluster))
    with at("2025-07-02T08:00"):
        assert codes(refused(lambda: plan_rotation(actor=STANDING_BODY, line=line))) == [
            ("organisation.name_empty", "name"),
            ("units.not_existing", "turns"),
            ("units.unknown_unit", "turns"),
            ("organisation.in_another_line", "clusters"),
            ("organisation.in_another_line", "clusters"),
            ("organisation.line_year_twice", "clusters"),
        ]
        empty = LineOfClusters("Cụm", MINISTRY, 2025, ())
        assert codes(refused(lambda: plan_rotation(actor=STANDING_BODY, line=empty))) == [("units.rotation_empty", "")]


def test_nobody_else_touches_the_rotation() -> None:
    found()
    rotation = planned()
    for act in (
        lambda: plan_rotation(actor=STRANGER, line=LineOfClusters("x", MINISTRY, 2024, CLUSTER_10)),
        lambda: skip_turn(actor=STRANGER, turn=turn(rotation, "long-an"), reason="x", document="x"),
        lambda: give_turn_anew(actor=STRANGER, turn=turn(rotation, "long-an"), to="x", reason="x", document="x"),
    ):
        with pytest.raises(AccessRefused):
            act()
