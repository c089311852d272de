"""Last season's set-up carried into a new one: shown first, whole, and never a guess about a merger."""

from datetime import date
from fractions import Fraction

import pytest

from scoring_cases import adopt_small_rulebook
from season_cases import BODY, CHAIR, DOCUMENT, NAMES, OPENED, PLAN, on, write_cluster, write_season, write_units
from thidua.apps.access.roles import Role
from thidua.apps.campaigns.carrying import NOBODY, carry_of, carry_over, shift
from thidua.apps.campaigns.models import Campaign, Sort
from thidua.apps.campaigns.services import CampaignPlan, launch_campaign
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Duty, Holder, Passing, PhaseDate, Season, VoteBase
from thidua.apps.seasons.procedure import regulation_of
from thidua.apps.seasons.services import Rules, open_season, plan_phases, set_duty, set_regulation
from thidua.core.errors import Refused
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
LATER = date(2026, 1, 5)
STAY = ("tay-ninh", "dong-nai", "long-an")


def two_seasons() -> tuple[Season, Season]:
    """The season of 2024 with everything in it, and one of 2026 whose cluster has three of the five members."""
    with on(OPENED):
        write_units()
        source = write_season(write_cluster())
        plan_phases(actor=CHAIR, season=source, plan=PLAN)
        adopt_small_rulebook(source)
        duty = {"role": Role.REPORTER, "phase": Phase.REPORTING, "due_on": date(2024, 4, 28)}
        set_duty(actor=CHAIR, season=source, title="Nộp số liệu", holder=Holder.MEMBER, **duty)
        set_duty(actor=CHAIR, season=source, title="Của Bình Dương", holder=Holder.MEMBER, unit="binh-duong", **duty)
        set_duty(actor=CHAIR, season=source, title="Của Bình Phước", holder=Holder.MEMBER, unit="binh-phuoc", **duty)
        rules = Rules(Fraction(2, 3), Fraction(1, 2), VoteBase.MEMBERS, Passing.ABOVE, 3, 5)
        set_regulation(actor=CHAIR, season=source, rules=rules, document=DOCUMENT, seen=0)
        plan = CampaignPlan(Sort.PEAK, "Cao điểm Tết", OPENED, date(2024, 2, 9), OPENED, "", "pha-an")
        launch_campaign(actor=CHAIR, season=source, plan=plan, document=DOCUMENT)
    with on(LATER):
        cluster = write_cluster(year=2026, members=STAY)
        season = open_season(
            actor=BODY,
            cluster=cluster,
            movement=source.movement,
            data_from=date(2026, 2, 1),
            data_to=date(2026, 3, 31),
            document=Document("1/BB", LATER),
            after=source,
        )
    return source, season


def test_everything_is_shown_before_it_is_done() -> None:
    source, season = two_seasons()
    with on(LATER):
        carry = carry_of(season, source, on=LATER)
    assert [one.unit for one in carry.asked] == ["binh-phuoc", "binh-duong"]
    assert [(one.duties, one.heirs) for one in carry.asked] == [(1, ()), (1, ())]
    assert carry.stay == tuple(NAMES[code] for code in NAMES if code in STAY)
    assert (len(carry.phases), len(carry.duties), len(carry.campaigns)) == (len(Phase), 3, 1)
    assert carry.rulebook is not None
    assert PhaseDate.objects.filter(season=season).count() == 0


def test_a_merger_is_asked_about_and_never_guessed() -> None:
    source, season = two_seasons()
    with on(LATER), pytest.raises(Refused) as refusal:
        carry_over(
            actor=BODY,
            season=season,
            source=source,
            answers={"binh-duong": "binh-duong"},
            document=Document("2", LATER),
        )
    assert [(one.code, one.place.path) for one in refusal.value.problems] == [
        ("carrying.unanswered", "heir_binh-phuoc"),
        ("carrying.unanswered", "heir_binh-duong"),
    ]
    assert PhaseDate.objects.filter(season=season).count() == 0


def test_last_season_is_carried_over_whole_and_only_once() -> None:
    source, season = two_seasons()
    answers = {"binh-duong": NOBODY, "binh-phuoc": "dong-nai"}
    carried = {"actor": BODY, "season": season, "source": source, "answers": answers}
    with on(LATER):
        carry_over(**carried, document=Document("2/QC", LATER))
        with pytest.raises(Refused) as again:
            carry_over(**carried, document=Document("2/QC", LATER))
        rules = regulation_of(season, on=LATER)
    duties = dict(Duty.objects.filter(season=season).values_list("title", "unit"))
    assert duties == {"Nộp số liệu": "", "Của Bình Phước": "dong-nai"}
    assert [one.code for one in again.value.problems] == ["carrying.begun"]
    assert rules is not None
    assert (rules.quorum, rules.basis.is_confirmed) == (Fraction(2, 3), False)
    assert [one.is_proposal for one in Campaign.objects.filter(season=season)] == [True]
    assert PhaseDate.objects.filter(season=season).count() == len(Phase)


@pytest.mark.parametrize(
    ("day", "years", "there"),
    [
        (date(2024, 4, 30), 2, date(2026, 5, 4)),  # 30/4, 1/5 and a weekend
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 11, 15), 1, date(2025, 11, 17)),  # a Saturday
    ],
)
def test_days_move_by_years_and_off_days_without_work(day: date, years: int, there: date) -> None:
    moved = shift(day, years)
    assert (moved.after, moved.before, moved.is_checked) == (there, day, True)
