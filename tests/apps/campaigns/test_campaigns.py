"""A campaign's year: launched, acknowledged in time and late, reviewed, and its results confirmed as figures."""

from datetime import date, timedelta

import pytest

from scoring_cases import scored_season, today_in
from season_cases import BODY, CHAIR, NAMES, REPORTER, STRANGER, move_on, on, person
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Actor, Role
from thidua.apps.campaigns.models import Campaign, CampaignResult, Sort
from thidua.apps.campaigns.selectors import boards_of
from thidua.apps.campaigns.services import (
    CampaignPlan,
    Result,
    acknowledge_campaign,
    confirm_result,
    launch_campaign,
    propose_campaign,
    review_campaign,
)
from thidua.apps.reporting.selectors import latest_figures
from thidua.apps.seasons.desk import Asked, DeskItem, items_for
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import standings
from thidua.core.errors import Refused
from thidua.core.phases import Phase
from thidua.core.states import Stage

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.RUNNING)
PLAN = CampaignPlan(
    Sort.PEAK, "Cao điểm Tết", DAY, DAY + timedelta(days=9), DAY + timedelta(days=3), "Nội dung", "pha-an"
)
LAUNCH = Document("12/KH-CA10", DAY)
DONE = DAY + timedelta(days=10)
REVIEW = Document("20/BC-CA10", DONE)


@pytest.fixture
def season() -> Season:
    return scored_season(Phase.RUNNING)


def launched(season: Season) -> Campaign:
    with on(DAY):
        return launch_campaign(actor=CHAIR, season=season, plan=PLAN, document=LAUNCH)


def desk_of(actor: Actor, season: Season, day: date) -> list[DeskItem]:
    """What campaigns put there; other parts have items of their own."""
    found = items_for(Asked(actor, [season], standings([season], on=day), day))
    return [one for one in found if one.code.startswith("campaigns.")]


def reviewed(season: Season) -> Campaign:
    campaign = launched(season)
    with on(DONE):
        results = {unit: Result("95,54%", "hoàn thành") for unit in NAMES}
        review_campaign(actor=CHAIR, campaign=campaign, results=results, summary="Tốt", document=REVIEW)
    return campaign


def test_four_units_acknowledge_and_one_is_late_by_its_days(season: Season) -> None:
    campaign = launched(season)
    late = "dong-nai"
    for unit in NAMES:
        with on(DAY + timedelta(days=7 if unit == late else 2)):
            acknowledge_campaign(actor=person(Role.LEADER, unit), campaign=campaign, unit=unit)
    (board,) = boards_of(season, tuple(NAMES), on=DONE)
    assert (board.acknowledged, board.late, board.missing) == (5, 1, [])
    assert {one.unit: one.days_late for one in board.units if one.is_late} == {late: 4}


def test_the_desk_shows_what_a_unit_owes_until_it_is_done(season: Season) -> None:
    campaign, leader = launched(season), person(Role.LEADER, "long-an")
    owed = [(one.code, one.unit, one.due_on) for one in desk_of(leader, season, DAY)]
    with on(DAY):
        acknowledge_campaign(actor=leader, campaign=campaign, unit="long-an")
    assert owed == [("campaigns.to_acknowledge", "long-an", PLAN.acknowledge_by)]
    assert (desk_of(leader, season, DAY), desk_of(STRANGER, season, DAY)) == ([], [])


def test_nobody_acknowledges_for_another_or_twice(season: Season) -> None:
    campaign, leader = launched(season), person(Role.LEADER, "long-an")
    with on(DAY):
        acknowledge_campaign(actor=leader, campaign=campaign, unit="long-an")
        with pytest.raises(AccessRefused):
            acknowledge_campaign(actor=leader, campaign=campaign, unit="dong-nai")
        with pytest.raises(Refused) as twice:
            acknowledge_campaign(actor=leader, campaign=campaign, unit="long-an")
    assert [one.code for one in twice.value.problems] == ["campaigns.acknowledged"]


def test_a_proposal_is_owed_by_nobody_and_launched_once(season: Season) -> None:
    with on(DAY):
        proposal = propose_campaign(actor=CHAIR, season=season, plan=PLAN)
        assert desk_of(person(Role.LEADER, "long-an"), season, DAY) == []
        launch_campaign(actor=CHAIR, season=season, plan=PLAN, document=LAUNCH, proposal=proposal)
        with pytest.raises(Refused) as twice:
            launch_campaign(actor=BODY, season=season, plan=PLAN, document=LAUNCH, proposal=proposal)
    assert [one.code for one in twice.value.problems] == ["campaigns.launched_already"]


def test_all_that_is_wrong_with_a_campaign_is_told_at_once(season: Season) -> None:
    wrong = CampaignPlan(Sort.PEAK, " ", DAY, DAY - timedelta(days=1), DAY + timedelta(days=3), "", "khong-co")
    with on(DAY), pytest.raises(Refused) as refusal:
        launch_campaign(actor=CHAIR, season=season, plan=wrong, document=Document("", None))
    assert [one.place.path for one in refusal.value.problems] == [
        "name", "ends_on", "acknowledge_by", "indicator", "number", "date",
    ]  # fmt: skip


def test_a_result_becomes_the_units_figure_when_the_unit_confirms_it(season: Season) -> None:
    campaign = reviewed(season)
    key = ("long-an", "pha-an", Stage.SELF)
    assert key not in latest_figures(season)
    result = CampaignResult.objects.get(unit="long-an")
    with on(DONE):
        assert [one.code for one in desk_of(REPORTER, season, DONE)] == ["campaigns.to_confirm"]
        confirm_result(actor=REPORTER, season=season, result=result)
        assert desk_of(REPORTER, season, DONE) == []
    figure = latest_figures(season)[key]
    assert (figure.typed, figure.source) == ("95,54%", f"{campaign.name}, 20/BC-CA10, {DONE:%d/%m/%Y}")


def test_a_result_is_refused_where_figures_are_frozen_and_the_desk_says_why(season: Season) -> None:
    reviewed(season)
    frozen = move_on(season, to=Phase.APPRAISING)
    later = today_in(Phase.APPRAISING)
    (item,) = desk_of(REPORTER, frozen, later)
    assert item.locked is not None
    assert item.locked.code == "campaigns.confirm_locked"
    with on(later), pytest.raises(AccessRefused):
        confirm_result(actor=REPORTER, season=frozen, result=CampaignResult.objects.get(unit="long-an"))
    assert ("long-an", "pha-an", Stage.SELF) not in latest_figures(season)


def test_a_campaign_is_reviewed_when_it_is_over_and_again_as_a_version(season: Season) -> None:
    campaign = launched(season)
    results = {unit: Result("95,54%") for unit in NAMES}
    with on(DAY), pytest.raises(Refused) as early:
        review_campaign(actor=CHAIR, campaign=campaign, results=results, summary="Tốt", document=LAUNCH)
    with on(DONE):
        for _ in range(2):
            last = review_campaign(actor=CHAIR, campaign=campaign, results=results, summary="Tốt", document=REVIEW)
        first = CampaignResult.objects.get(unit="long-an", review__version=1)
        with pytest.raises(Refused) as old:
            confirm_result(actor=REPORTER, season=season, result=first)
    assert [one.code for one in early.value.problems] == ["campaigns.not_over"]
    assert [one.code for one in old.value.problems] == ["campaigns.reviewed_again"]
    assert last.version == 2
