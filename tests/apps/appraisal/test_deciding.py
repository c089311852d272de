"""Decisions stand beside claims; nobody decides on their own unit, and nothing is decided by copying."""

from datetime import timedelta

import pytest

from apps.appraisal.appraisal_cases import (
    APPRAISER,
    CHAIR_SIDE,
    DAY,
    DEPUTY,
    SECOND,
    accept,
    claimed_season,
    cut,
    item,
    seen,
)
from scoring_cases import small_rulebook
from season_cases import BY, REPORTER, STRANGER, on, person
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.appraisal.items import ItemState
from thidua.apps.appraisal.models import Decision, Verdict
from thidua.apps.appraisal.services import answer_return, decide, look_again
from thidua.apps.appraisal.services.deciding import Seen
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.rulebooks.models import RulebookVersion
from thidua.apps.seasons.models import Season
from thidua.core.errors import Refused
from thidua.core.numbers import Number
from thidua.core.rulebook.digest import rulebook_digest
from thidua.core.rulebook.document import rulebook_document
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.states import Stage

pytestmark = pytest.mark.django_db


def codes(refused: Refused) -> list[str]:
    return [problem.code for problem in refused.problems]


def refusal(season: Season, **given: object) -> list[str]:
    """What a decision on a figure of Long An is refused for."""
    asked = {"actor": APPRAISER, "unit": "long-an", "indicator": "pha-an", **given}
    asked.setdefault("seen", seen(season, "long-an") if asked["indicator"] == "pha-an" else Seen(0, 0))
    with pytest.raises(Refused) as refused:
        decide(season=season, **asked)  # type: ignore[arg-type]
    return codes(refused.value)


def denial(season: Season, actor: Actor, unit: str) -> Denial | None:
    """Why somebody may not decide on a unit; None: they may."""
    try:
        accept(season, unit, actor=actor)
    except AccessRefused as refused:
        return refused.denial
    return None


def appraised(unit: str) -> list[tuple[str, str]]:
    rows = Figure.objects.filter(unit=unit, stage=Stage.APPRAISED).order_by("version")
    return [(row.indicator, row.typed) for row in rows]


def test_a_computed_point_is_no_verified_figure() -> None:
    """To move on to the appraisal copies nothing: points follow from claims, and every one of them waits."""
    season = claimed_season()
    with on(DAY):
        scored = evaluation_of(season, on=DAY)
    row = scored.evaluation.table.row("long-an")
    assert scored.evaluation.points("I.1", row) != Number(0)
    assert scored.evaluation.is_provisional("I.1", row)
    assert scored.evaluation.waits_for_appraisal("I.1", row)
    assert item(season, "long-an").state is ItemState.PENDING
    assert set(Figure.objects.values_list("stage", flat=True)) == {Stage.SELF}


def test_decision_stands_beside_the_claim_and_never_over_it() -> None:
    season = claimed_season()
    with on(DAY):
        assert item(season, "long-an").state is ItemState.PENDING  # a claim that was copied is no appraisal
        cut(season, "long-an")
        assert item(season, "long-an").state is ItemState.ADJUSTED
        accept(season, "long-an", "tin-bai")

    assert appraised("long-an") == [("pha-an", "90%"), ("tin-bai", "12")]
    claim = Figure.objects.get(unit="long-an", indicator="pha-an", stage=Stage.SELF)
    assert (claim.typed, claim.version) == ("93,1%", 1)
    (decision,) = Decision.objects.filter(indicator="pha-an")
    assert (decision.claimed, decision.typed, decision.by_unit) == ("93,1%", "90%", "dong-nai")


def test_a_later_decision_is_another_version() -> None:
    season = claimed_season()
    with on(DAY):
        cut(season, "long-an")
        accept(season, "long-an")
        assert item(season, "long-an").state is ItemState.ACCEPTED
    assert [row.typed for row in Decision.objects.order_by("version")] == ["90%", "93,1%"]
    assert appraised("long-an") == [("pha-an", "90%"), ("pha-an", "93,1%")]


def test_nobody_decides_on_their_own_unit_in_any_role_or_by_any_road() -> None:
    season = claimed_season("long-an", "binh-phuoc", "tay-ninh", "dong-nai")
    two_roles = Actor("x", "Trần Thị X", (Grant(Role.APPRAISER, "dong-nai"), Grant(Role.REPORTER, "binh-phuoc")))
    passed_on = Actor("y", "Trần Thị Y", (Grant(Role.APPRAISER, "dong-nai"), Grant(Role.LEADER, "long-an", "", "z")))
    with on(DAY):
        assert denial(season, APPRAISER, "dong-nai") is Denial.OWN_MATTER
        assert denial(season, two_roles, "binh-phuoc") is Denial.OWN_MATTER
        assert denial(season, passed_on, "long-an") is Denial.OWN_MATTER  # also by what somebody passed on
        assert denial(season, CHAIR_SIDE, "tay-ninh") is Denial.OWN_MATTER
        assert denial(season, REPORTER, "long-an") is Denial.NO_RIGHT
        assert denial(season, STRANGER, "long-an") is Denial.STRANGER


def test_the_unit_in_the_chair_is_appraised_by_the_deputys_side() -> None:
    season = claimed_season()
    with on(DAY):
        assert denial(season, APPRAISER, "tay-ninh") is Denial.NO_RIGHT
        assert denial(season, DEPUTY, "tay-ninh") is None
        assert denial(season, DEPUTY, "binh-phuoc") is Denial.NO_RIGHT  # and the deputy's secretary that unit only
        assert denial(season, person(Role.APPRAISER, "long-an"), "tay-ninh") is None


def test_a_cut_needs_reason_clause_and_another_figure_and_all_faults_come_at_once() -> None:
    season = claimed_season()
    with on(DAY):
        assert refusal(season, verdict=Verdict.ADJUST) == ["forms.fill_in"] * 3
        assert refusal(season, verdict=Verdict.ADJUST, typed="93,1%", reason="a", clause="b") == [
            "appraisal.same_as_claim"
        ]
        assert refusal(season, verdict=Verdict.RETURN) == ["forms.fill_in"]
        assert refusal(season, verdict=Verdict.ACCEPT, indicator="nop-bao-cao") == ["appraisal.nothing_to_accept"]
        assert refusal(season, verdict=Verdict.ACCEPT, indicator="khong-co") == ["figures.unknown_indicator"]
        assert refusal(season, verdict=Verdict.ACCEPT, unit="ca-mau") != []


def test_points_stay_within_their_bounds() -> None:
    season = claimed_season()
    leaves = [(node, leaf) for node, leaf in small_rulebook().leaves if leaf.shape.bounds(node.points)]
    entered = leaves[0][1].indicator
    with on(DAY):
        given = {"indicator": entered, "typed": "1000", "reason": "a", "clause": "b", "verdict": Verdict.ADJUST}
        found = refusal(season, seen=seen(season, "long-an", entered), **given)
    assert found == ["figures.points_out_of_range"]


def test_a_claim_or_decision_that_changed_meanwhile_is_told() -> None:
    season = claimed_season()
    with on(DAY):
        cut(season, "long-an")
        assert refusal(season, verdict=Verdict.ACCEPT, seen=Seen(1, 0)) == ["appraisal.decided_meanwhile"]
        assert refusal(season, verdict=Verdict.ACCEPT, seen=Seen(2, 1)) == ["appraisal.claim_changed"]


def test_a_figure_that_was_found_without_a_claim_can_be_decided() -> None:
    season = claimed_season()
    with on(DAY):
        assert item(season, "long-an", "dieu-tra").state is ItemState.UNREPORTED
        decide(
            actor=APPRAISER, season=season, unit="long-an", indicator="dieu-tra", verdict=Verdict.ADJUST,
            typed="40/51", reason="Kiểm tra tại đơn vị", clause="Điều 6", seen=Seen(0, 0),
        )  # fmt: skip
    assert appraised("long-an") == [("dieu-tra", "40/51")]


def test_returned_claim_is_answered_by_its_unit_until_the_day_and_then_waits_again() -> None:
    season = claimed_season()
    with on(DAY):
        cut(season, "long-an")
        row = decide(
            actor=APPRAISER,
            season=season,
            unit="long-an",
            indicator="pha-an",
            verdict=Verdict.RETURN,
            reason="Thiếu số vụ",
            seen=seen(season, "long-an"),
        )
        assert item(season, "long-an").state is ItemState.RETURNED
        assert appraised("long-an")[-1] == ("pha-an", "")  # what was decided before counts no more
        with pytest.raises(AccessRefused):
            enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"pha-an": Typed("94%")})
        with pytest.raises(Refused) as same:
            answer_return(actor=REPORTER, season=season, unit="long-an", indicator="pha-an", typed="93,1%")
        assert codes(same.value) == ["appraisal.answer_says_the_same"]
        with pytest.raises(Refused) as other:
            answer_return(actor=REPORTER, season=season, unit="long-an", indicator="tin-bai", typed="13")
        assert codes(other.value) == ["appraisal.not_returned"]
    assert row.due_on is not None
    with on(row.due_on + timedelta(days=1)), pytest.raises(Refused) as late:
        answer_return(actor=REPORTER, season=season, unit="long-an", indicator="pha-an", typed="92%")
    assert codes(late.value) == ["appraisal.answer_too_late"]
    with on(row.due_on):
        answer_return(actor=REPORTER, season=season, unit="long-an", indicator="pha-an", typed="92%", evidence="BC 7")
        assert item(season, "long-an").state is ItemState.PENDING


@pytest.fixture
def watched() -> Season:
    """A season whose first criterion wants four eyes."""
    season = claimed_season()
    row = RulebookVersion.objects.get(season=season)
    document = rulebook_document(small_rulebook())
    part = document["criteria"][0]["parts"][0]  # type: ignore[index, call-overload]
    part["eyes"] = "four"  # type: ignore[index, call-overload]
    row.document, row.digest = document, rulebook_digest(parse_rulebook(document))
    with on(DAY), recording(UNITS_RECORDED, by=BY, chain=season.ledger_chain(), count=0) as record:
        record.save(row)
    return season


def test_four_eyes_the_second_confirms_or_refuses_and_never_edits(watched: Season) -> None:
    with on(DAY):
        cut(watched, "long-an")
        assert item(watched, "long-an").state is ItemState.WAITING
        assert appraised("long-an") == []
        again = {"season": watched, "unit": "long-an", "indicator": "pha-an"}
        with pytest.raises(Refused) as same:
            look_again(actor=APPRAISER, decision=1, confirms=True, **again)
        assert codes(same.value) == ["appraisal.same_person"]
        with pytest.raises(Refused) as no_reason:
            look_again(actor=SECOND, decision=1, confirms=False, **again)
        assert codes(no_reason.value) == ["forms.fill_in"]
        look_again(actor=SECOND, decision=1, confirms=False, reason="Biên bản ghi 91%", **again)
        assert item(watched, "long-an").state is ItemState.PENDING
        cut(watched, "long-an", "91%")
        look_again(actor=SECOND, decision=2, confirms=True, **again)
        assert item(watched, "long-an").state is ItemState.ADJUSTED
        with pytest.raises(Refused) as done:
            look_again(actor=SECOND, decision=2, confirms=True, **again)
        assert codes(done.value) == ["appraisal.nothing_to_confirm"]
    assert appraised("long-an") == [("pha-an", "91%")]
