"""What every part puts on desks: who owes what, what is locked and who can unlock it, and nothing for what is done."""

from datetime import date

import pytest

from apps.appraisal.appraisal_cases import APPRAISER, CHAIR_SIDE, DAY, DEPUTY, accept, claimed_season, cut
from apps.reporting.test_reports import DAY as REPORTED
from apps.reporting.test_reports import LEADER, submitted
from scoring_cases import scored_season, today_in
from season_cases import BODY, CHAIR, REPORTER, on, person
from thidua.apps.access.policy import holders
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.verbs import Verb
from thidua.apps.appraisal.models import Outcome
from thidua.apps.appraisal.services import object_to, rule_on
from thidua.apps.reporting.services import approve_report, return_report
from thidua.apps.seasons.desk import Asked, DeskItem, items_for
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import standings, subject_of
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db


def desk(actor: Actor, season: Season, day: date) -> list[DeskItem]:
    now = Season.objects.get(pk=season.pk)
    return items_for(Asked(actor, [now], standings([now], on=day), day))


def told(actor: Actor, season: Season, day: date) -> list[tuple[str, str]]:
    open_now = [one for one in desk(actor, season, day) if one.locked is None]
    return [(one.code, one.unit) for one in open_now if one.code != "targets_page.to_acknowledge"]  # of another story


def locked(actor: Actor, season: Season, day: date) -> list[tuple[str, str, Verb | None]]:
    found = [one for one in desk(actor, season, day) if one.locked is not None]
    return [(one.code, one.locked.code, one.lifted_by) for one in found if one.locked is not None]


def test_a_submitted_report_waits_for_the_leader_and_locks_the_figures() -> None:
    season = submitted()
    assert told(LEADER, season, REPORTED) == [("reporting.to_approve", "long-an")]
    assert locked(REPORTER, season, REPORTED) == [
        ("reporting.to_enter", "reporting.locked_submitted", Verb.SUBMIT_REPORT)
    ]
    with on(REPORTED):
        approve_report(actor=LEADER, season=season, unit="long-an", version=1)
    assert (told(LEADER, season, REPORTED), told(REPORTER, season, REPORTED)) == ([], [])
    assert locked(REPORTER, season, REPORTED) == [
        ("reporting.to_enter", "reporting.locked_approved", Verb.RETURN_REPORT)
    ]
    with on(REPORTED):
        return_report(actor=CHAIR, season=season, unit="long-an", reason="Thiếu minh chứng")
    assert told(REPORTER, season, REPORTED) == [("reporting.to_submit_again", "long-an")]
    assert locked(REPORTER, season, REPORTED) == []


def test_who_can_unlock_is_read_off_the_table_of_rights() -> None:
    season = submitted()
    subject = subject_of(season, on=REPORTED, unit="long-an")
    assert holders(Verb.RETURN_REPORT, subject) == (
        (Role.SECRETARY, "tay-ninh"), (Role.STANDING_BODY, "bo-cong-an"),
    )  # fmt: skip
    assert holders(Verb.SUBMIT_REPORT, subject) == ((Role.REPORTER, "long-an"),)
    assert holders(Verb.APPRAISE, subject) == ()  # another phase


def test_appraisers_see_what_waits_and_a_reporter_what_the_phase_locks() -> None:
    season = claimed_season("long-an", "binh-phuoc")
    assert told(APPRAISER, season, DAY) == [
        ("appraisal.to_appraise", "binh-phuoc"),
        ("appraisal.to_appraise", "long-an"),
    ]
    assert locked(REPORTER, season, DAY) == [("reporting.to_enter", "reporting.locked_by_phase", Verb.REOPEN_SEASON)]
    with on(DAY):
        for unit in ("long-an", "binh-phuoc"):
            for indicator in ("pha-an", "tin-bai"):
                accept(season, unit, indicator)
    assert told(APPRAISER, season, DAY) == []


def test_an_objection_waits_for_those_who_may_rule_and_not_for_who_decided() -> None:
    season = claimed_season("long-an")
    with on(DAY):
        cut(season, "long-an", actor=CHAIR_SIDE)
        given = {"unit": "long-an", "indicator": "pha-an", "decision": 1, "wanted": "93,1%"}
        object_to(actor=REPORTER, season=season, text="Thiếu vụ 47", **given)
    rules = ("appraisal.to_rule_on", "long-an")
    assert rules in told(BODY, season, DAY)
    assert rules not in told(CHAIR_SIDE, season, DAY)  # their own decision
    assert rules not in told(DEPUTY, season, DAY)  # their own unit
    with on(DAY):
        rule_on(actor=BODY, season=season, unit="long-an", indicator="pha-an", outcome=Outcome.REJECTED, reason="Đúng")
    assert told(BODY, season, DAY) == []


def test_who_runs_the_year_is_told_that_the_rulebook_is_signed() -> None:
    season = scored_season(Phase.RUNNING)
    day = today_in(Phase.RUNNING)
    assert locked(CHAIR, season, day) == [("rulebooks.to_change", "rulebooks.locked_signed", Verb.AMEND_RULEBOOK)]
    assert locked(person(Role.SECRETARY, "dong-nai"), season, day) == []
