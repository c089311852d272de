"""Objections have clocks; somebody else rules; the ruling is what counts, and open ones keep the season where it is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from apps.appraisal.appraisal_cases import (
    APPRAISER,
    CHAIR_SIDE,
    DAY,
    DEPUTY,
    accept,
    claimed_season,
    cut,
    item,
)
from apps.seasons.test_procedure import RULES
from season_cases import BODY, DOCUMENT, REPORTER, on, person
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Role
from thidua.apps.appraisal.clocks import last_day
from thidua.apps.appraisal.items import ItemState
from thidua.apps.appraisal.models import Outcome
from thidua.apps.appraisal.services import object_to, rule_on, withdraw_objection
from thidua.apps.reporting.models import Figure
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services import move_season, set_regulation
from thidua.core.errors import Refused
from thidua.core.phases import Phase
from thidua.core.states import Stage

pytestmark = pytest.mark.django_db


def codes(refused: Refused) -> list[str]:
    return [problem.code for problem in refused.problems]


def objected() -> Season:
    """Long An objects to a cut."""
    season = claimed_season("long-an", "binh-phuoc")
    with on(DAY):
        cut(season, "long-an")
        given = {"unit": "long-an", "indicator": "pha-an", "decision": 1, "wanted": "93,1%"}
        object_to(actor=REPORTER, season=season, text="Thiếu vụ 47", **given)
    return season


def counted(season: Season) -> str:
    """What counts of Long An at the appraised stage."""
    rows = Figure.objects.filter(season=season, unit="long-an", indicator="pha-an", stage=Stage.APPRAISED)
    return rows.order_by("version").last().typed  # type: ignore[union-attr]


def test_objection_that_is_upheld_changes_the_figure_and_the_points() -> None:
    season = objected()
    with on(DAY):
        before = evaluation_of(season, on=DAY)
        rule_on(
            actor=CHAIR_SIDE, season=season, unit="long-an", indicator="pha-an",
            outcome=Outcome.UPHELD, reason="Vụ 47 khởi tố trong kỳ", typed="93,1%",
        )  # fmt: skip
        after = evaluation_of(season, on=DAY)
        assert item(season, "long-an").state is ItemState.RULED
    assert counted(season) == "93,1%"
    row = after.evaluation.table.row("long-an")
    assert after.evaluation.total_points(row) != before.evaluation.total_points(row)


def test_objection_that_is_rejected_or_withdrawn_leaves_the_decision() -> None:
    season = objected()
    with on(DAY):
        why = {"outcome": Outcome.REJECTED, "reason": "Đã tính năm 2023"}
        rule_on(actor=BODY, season=season, unit="long-an", indicator="pha-an", **why)
        cut(season, "binh-phuoc")
        given = {"season": season, "unit": "binh-phuoc", "indicator": "pha-an"}
        reporter = person(Role.REPORTER, "binh-phuoc")
        object_to(actor=reporter, decision=1, text="Xem lại", **given)
        withdraw_objection(actor=reporter, **given)
        assert item(season, "binh-phuoc").state is ItemState.RULED
    assert counted(season) == "90%"


def test_only_the_unit_objects_and_only_somebody_else_rules() -> None:
    season = claimed_season("long-an", "tay-ninh")
    with on(DAY):
        cut(season, "long-an", actor=CHAIR_SIDE)
        given = {"season": season, "unit": "long-an", "indicator": "pha-an"}
        for actor in (APPRAISER, CHAIR_SIDE, person(Role.REPORTER, "tay-ninh")):
            with pytest.raises(AccessRefused):
                object_to(actor=actor, decision=1, text="a", **given)
        object_to(actor=person(Role.LEADER, "long-an"), decision=1, text="a", **given)
        for actor in (REPORTER, APPRAISER, DEPUTY):  # the deputy's secretary acts for Long An
            with pytest.raises(AccessRefused):
                rule_on(actor=actor, outcome=Outcome.REJECTED, reason="a", **given)
        with pytest.raises(Refused) as oneself:
            rule_on(actor=CHAIR_SIDE, outcome=Outcome.REJECTED, reason="a", **given)
        assert codes(oneself.value) == ["appraisal.ruling_on_oneself"]
        with pytest.raises(Refused) as wrong:
            rule_on(actor=BODY, outcome=Outcome.UPHELD, reason="", **given)
        assert codes(wrong.value) == ["forms.fill_in"]
        with pytest.raises(Refused) as other:
            rule_on(actor=BODY, outcome=Outcome.WITHDRAWN, reason="a", **given)
        assert codes(other.value) == ["appraisal.only_the_unit_withdraws"]


def test_objection_comes_in_time_once_and_against_a_cut_only() -> None:
    season = claimed_season("long-an")
    given = {"actor": REPORTER, "season": season, "unit": "long-an", "indicator": "pha-an", "text": "a"}
    with on(DAY):
        accept(season, "long-an")
        with pytest.raises(Refused) as nothing:
            object_to(decision=1, **given)  # type: ignore[arg-type]
        assert codes(nothing.value) == ["appraisal.nothing_to_object_to"]
        cut(season, "long-an")
    due = item(season, "long-an").decision.due_on  # type: ignore[union-attr]
    assert due == last_day(DAY, 3)
    with on(due + timedelta(days=1)), pytest.raises(Refused) as late:
        object_to(decision=2, **given)  # type: ignore[arg-type]
    assert codes(late.value) == ["appraisal.objection_too_late"]
    with on(due):
        object_to(decision=2, **given)  # type: ignore[arg-type]
        with pytest.raises(Refused) as twice:
            object_to(decision=2, **given)  # type: ignore[arg-type]
    assert codes(twice.value) == ["appraisal.objected_already"]


def test_season_stays_while_something_is_undecided_objected_or_can_still_be_objected_to() -> None:
    season = claimed_season("long-an")

    def why(day: date) -> list[str]:
        with on(day), pytest.raises(Refused) as refused:
            move_season(actor=CHAIR_SIDE, season=season, to=Phase.AGREED)
        return codes(refused.value)

    assert why(DAY) == ["guard.appraised.waits"]
    with on(DAY):
        accept(season, "long-an", "tin-bai")
        cut(season, "long-an")
    assert why(DAY) == ["guard.objections_ruled.runs"]
    with on(DAY):
        object_to(actor=REPORTER, season=season, unit="long-an", indicator="pha-an", decision=1, text="a")
    assert why(DAY) == ["guard.objections_ruled.waits"]
    with on(DAY):
        rule_on(actor=BODY, season=season, unit="long-an", indicator="pha-an", outcome=Outcome.REJECTED, reason="a")
        assert move_season(actor=CHAIR_SIDE, season=season, to=Phase.AGREED).step is Phase.AGREED


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        (date(2024, 11, 20), 3, date(2024, 11, 25)),  # over a weekend
        (date(2024, 2, 7), 1, date(2024, 2, 15)),  # over Tết
        (date(2023, 11, 20), 3, date(2023, 11, 23)),  # a year that the calendar does not know
    ],
)
def test_clocks_run_in_working_days(start: date, days: int, last: date) -> None:
    assert last_day(start, days) == last


def test_clocks_are_those_of_the_seasons_regulation() -> None:
    season = claimed_season("long-an")
    with on(DAY):
        rules = replace(RULES, objection_days=5, reply_days=2)
        set_regulation(
            actor=CHAIR_SIDE, season=season, rules=rules, document=DOCUMENT, seen=0, reason="Theo quy chế mới"
        )
        cut(season, "long-an")
        decision = item(season, "long-an").decision
        assert decision is not None
        assert decision.due_on == last_day(DAY, 5)
        given = {"season": season, "unit": "long-an", "indicator": "pha-an"}
        raised = object_to(actor=REPORTER, decision=1, text="Xem lại", **given)
    assert raised.rule_by == last_day(DAY, 2)
