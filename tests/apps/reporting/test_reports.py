"""The self-score report: one piece, approved by the leader, recalled or returned; what is submitted stands."""

from datetime import timedelta

import pytest

from scoring_cases import scored_season, small_rulebook, today_in
from season_cases import BODY, CHAIR, MEMBER, REPORTER, on, person
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.reporting.reports import ReportState, standing_of_report
from thidua.apps.reporting.services import (
    Typed,
    approve_report,
    enter_figures,
    import_figures,
    recall_report,
    return_report,
    submit_report,
)
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import PhaseDate, Season
from thidua.apps.seasons.services import attest_guard, move_season
from thidua.core.errors import Refused
from thidua.core.phases import Guard, Phase
from thidua.core.rulebook.schema import FigureKind

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.REPORTING)
LEADER = person(Role.LEADER, "long-an")
UNITS = ("tay-ninh", "long-an", "binh-phuoc", "binh-duong", "dong-nai")
SPELLED = {
    FigureKind.VERDICT: "đạt",
    FigureKind.SHARE: "3/4",
    FigureKind.PERCENT: "93,1%",
    FigureKind.RESULT_TARGET: "2.662/1438",
    FigureKind.DAY: "30/03/2024",
}


def codes(refused: Refused) -> list[str]:
    return [problem.code for problem in refused.problems]


def fill(season: Season, unit: str) -> None:
    """Everything that the rulebook asks for."""
    book = small_rulebook()
    kinds = {one.code: one.kind for one in book.indicators}
    cells = {leaf.indicator: Typed(SPELLED.get(kinds[leaf.indicator], "1"), "BC 5") for _node, leaf in book.leaves}
    enter_figures(actor=person(Role.REPORTER, unit), season=season, unit=unit, cells=cells)


def state(season: Season, unit: str = "long-an") -> ReportState:
    return standing_of_report(season, unit).state


def submitted() -> Season:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        fill(season, "long-an")
        submit_report(actor=REPORTER, season=season, unit="long-an")
    return season


def test_report_goes_as_one_piece_and_names_what_is_missing() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        with pytest.raises(Refused) as refused:
            submit_report(actor=REPORTER, season=season, unit="long-an")
        (problem,) = refused.value.problems
        assert problem.code == "reporting.report_incomplete"
        fill(season, "long-an")
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"tin-bai": Typed("0")})  # zero is a number
        row = submit_report(actor=REPORTER, season=season, unit="long-an")
        with pytest.raises(Refused) as twice:
            submit_report(actor=REPORTER, season=season, unit="long-an")
    assert codes(twice.value) == ["reporting.submitted_already"]
    assert (row.version, len(row.digest)) == (1, 64)


def test_what_is_submitted_stands_at_every_door_until_it_is_recalled() -> None:
    season = submitted()
    with on(DAY):
        for write in (
            lambda: enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"tin-bai": Typed("9")}),
            lambda: import_figures(actor=REPORTER, season=season, unit="long-an", rows=[]),
        ):
            with pytest.raises(Refused) as refused:
                write()
            assert codes(refused.value) == ["reporting.locked_submitted"]
        recall_report(actor=REPORTER, season=season, unit="long-an")
        assert state(season) is ReportState.RECALLED
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"tin-bai": Typed("9")})
        assert submit_report(actor=REPORTER, season=season, unit="long-an").version == 2


def test_leader_approves_what_they_saw_and_nobody_their_own() -> None:
    season = submitted()
    both = Actor(REPORTER.account, "x", (Grant(Role.LEADER, "long-an"),))
    given = {"season": season, "unit": "long-an"}
    with on(DAY):
        for actor in (REPORTER, CHAIR, person(Role.LEADER, "dong-nai")):
            with pytest.raises(AccessRefused):
                approve_report(actor=actor, version=1, **given)
        with pytest.raises(Refused) as oneself:
            approve_report(actor=both, version=1, **given)
        assert codes(oneself.value) == ["reporting.approving_oneself"]
        with pytest.raises(Refused) as other:
            approve_report(actor=LEADER, version=2, **given)
        assert codes(other.value) == ["reporting.nothing_to_approve"]
        approve_report(actor=LEADER, version=1, **given)
        assert state(season) is ReportState.APPROVED
        with pytest.raises(Refused) as recalled:
            recall_report(actor=REPORTER, **given)
    assert codes(recalled.value) == ["reporting.nothing_to_recall"]


def test_who_runs_the_year_returns_with_a_reason_and_never_their_own() -> None:
    season = submitted()
    with on(DAY):
        fill(season, "tay-ninh")
        submit_report(actor=person(Role.REPORTER, "tay-ninh"), season=season, unit="tay-ninh")
        with pytest.raises(AccessRefused):
            return_report(actor=CHAIR, season=season, unit="tay-ninh", reason="a")
        with pytest.raises(AccessRefused):
            return_report(actor=person(Role.SECRETARY, "long-an"), season=season, unit="dong-nai", reason="a")
        with pytest.raises(Refused) as refused:
            return_report(actor=CHAIR, season=season, unit="long-an", reason=" ")
        assert codes(refused.value) == ["forms.fill_in"]
        return_report(actor=CHAIR, season=season, unit="long-an", reason="Thiếu minh chứng mục I.2")
        return_report(actor=MEMBER, season=season, unit="tay-ninh", reason="Thiếu chữ ký")  # the deputy's
        assert state(season) is state(season, "tay-ninh") is ReportState.RETURNED
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"tin-bai": Typed("9")})
        with pytest.raises(Refused) as nothing:
            return_report(actor=BODY, season=season, unit="long-an", reason="a")
    assert codes(nothing.value) == ["reporting.nothing_to_return"]


@pytest.mark.parametrize(("after", "late"), [(0, 0), (1, 1), (3, 3)])
def test_the_due_day_itself_is_in_time(after: int, late: int) -> None:
    season = scored_season(Phase.REPORTING)
    due = PhaseDate.objects.get(season=season, phase=Phase.REPORTING).due_on
    with on(due + timedelta(days=after)):
        fill(season, "long-an")
        submit_report(actor=REPORTER, season=season, unit="long-an")
        assert standing_of_report(season, "long-an").days_late == late


def test_season_waits_for_every_units_approved_report() -> None:
    season = submitted()
    with on(DAY):
        approve_report(actor=LEADER, season=season, unit="long-an", version=1)
        with pytest.raises(Refused) as waits:
            move_season(actor=CHAIR, season=season, to=Phase.APPRAISING)
        assert codes(waits.value) == ["guard.self_scores.waits"]
        for unit in UNITS:
            if unit != "long-an":
                fill(season, unit)
                submit_report(actor=person(Role.REPORTER, unit), season=season, unit=unit)
                approve_report(actor=person(Role.LEADER, unit), season=season, unit=unit, version=1)
        assert move_season(actor=CHAIR, season=season, to=Phase.APPRAISING).step is Phase.APPRAISING


def test_a_season_whose_reports_all_came_back_goes_on_by_a_document() -> None:
    season = submitted()
    with on(DAY):
        return_report(actor=CHAIR, season=season, unit="long-an", reason="Thiếu minh chứng")
        with pytest.raises(Refused) as refusal:
            move_season(actor=CHAIR, season=season, to=Phase.APPRAISING)
        assert codes(refusal.value) == ["guard.self_scores.open"]
        attest_guard(actor=CHAIR, season=season, guard=Guard.SELF_SCORES, document=Document("21/TB-CA10", DAY))
        assert move_season(actor=CHAIR, season=season, to=Phase.APPRAISING).step is Phase.APPRAISING


def test_digest_is_that_of_what_was_submitted() -> None:
    season = submitted()
    first = standing_of_report(season, "long-an").report
    with on(DAY):
        recall_report(actor=REPORTER, season=season, unit="long-an")
        same = submit_report(actor=REPORTER, season=season, unit="long-an")
        recall_report(actor=REPORTER, season=season, unit="long-an")
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"tin-bai": Typed("77")})
        other = submit_report(actor=REPORTER, season=season, unit="long-an")
    assert first is not None
    assert (same.digest == first.digest, other.digest == first.digest) == (True, False)
