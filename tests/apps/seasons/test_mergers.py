"""A member that merges while the season runs: asked, never guessed; answered by a document; what follows from it."""

from datetime import date, timedelta

import pytest

from scoring_cases import scored_season, today_in
from season_cases import ABOVE, BODY, CHAIR, DOCUMENT, move_on, on, person, step
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Role
from thidua.apps.ledger.models import Entry
from thidua.apps.organisation.models import Membership
from thidua.apps.organisation.services.units import NewUnit, merge_units
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.seasons.desk import Asked, items_for
from thidua.apps.seasons.guards import findings
from thidua.apps.seasons.mergers import questions_of
from thidua.apps.seasons.models import MergerChoice, Season
from thidua.apps.seasons.selectors import situation_of, standing_in, standings
from thidua.apps.seasons.services import answer_merger
from thidua.core.errors import Refused
from thidua.core.phases import Guard, Phase, next_move
from thidua.core.timeline import LegalBasis
from thidua.core.units.tree import Level

pytestmark = pytest.mark.django_db
DAY = date(2024, 3, 10)  # within the data of the season, 1 February to 31 March
AFTER = DAY + timedelta(days=3)
UNIT, OTHER, HEIR = "dong-nai", "binh-phuoc", "dong-nai-moi"


@pytest.fixture
def season() -> Season:
    """Đồng Nai and Bình Phước become one on a day while the season runs."""
    running = scored_season(Phase.RUNNING)
    with on(today_in(Phase.RUNNING)):
        merge_units(
            actor=BODY,
            codes=(UNIT, OTHER),
            new=NewUnit(HEIR, "Công an tỉnh Đồng Nai", Level.PROVINCE, ABOVE),
            on=DAY,
            basis=LegalBasis("Nghị quyết 202/2025/QH15"),
            cutting=True,
        )
    return running


def answer(season: Season, choice: MergerChoice, unit: str = UNIT, heir: str = HEIR) -> None:
    answer_merger(
        actor=BODY, season=season, unit=unit, choice=choice, heir=heir, document=DOCUMENT, reason="Theo nghị quyết"
    )  # fmt: skip


def guard(season: Season, day: date) -> bool:
    move = next_move(Phase(Season.objects.get(pk=season.pk).phase))
    assert move is not None
    found = {one.guard: one for one in findings(move, situation_of(season, on=day))}
    return found[Guard.MERGERS].holds


def desk(actor: object, season: Season) -> list[tuple[str, bool]]:
    found = items_for(Asked(actor, [season], standings([season], on=AFTER), AFTER))  # type: ignore[arg-type]
    return [(one.code, one.locked is not None) for one in found if one.code.startswith("mergers.")]


def test_a_merger_asks_and_nothing_is_guessed(season: Season) -> None:
    before = standing_in(season, on=DAY - timedelta(days=1)).members
    assert questions_of(season, on=DAY - timedelta(days=1)) == []
    asked = questions_of(season, on=AFTER)
    assert [(one.unit, one.on, dict(one.heirs), one.is_open) for one in asked] == [
        (OTHER, DAY, {HEIR: "Công an tỉnh Đồng Nai"}, True),
        (UNIT, DAY, {HEIR: "Công an tỉnh Đồng Nai"}, True),
    ]
    assert set(before) - set(standing_in(season, on=AFTER).members) == {UNIT, OTHER}  # their place ended with them
    assert not guard(season, AFTER)
    assert desk(BODY, season) == [("mergers.to_answer", False)] * 2
    assert desk(CHAIR, season) == [("mergers.asked", True)] * 2
    assert desk(person(Role.SECRETARY, "long-an"), season) == []


def test_the_season_does_not_move_on_before_it_is_answered(season: Season) -> None:
    with on(date(2024, 4, 5)):
        with pytest.raises(Refused) as refused:
            step(season)
        assert "guard.mergers.open" in [one.code for one in refused.value.problems]
        for unit in (UNIT, OTHER):
            answer(season, MergerChoice.LEAVE, unit)
        assert step(season).phase == Phase.REPORTING


def test_kept_units_stay_members_and_go_on_entering(season: Season) -> None:
    with on(AFTER):
        for unit in (UNIT, OTHER):
            answer(season, MergerChoice.KEEP, unit)
        assert UNIT in standing_in(season, on=AFTER).members
        enter_figures(actor=person(Role.REPORTER, UNIT), season=season, unit=UNIT, cells={"tin-bai": Typed("12")})
    assert guard(season, AFTER)
    assert desk(BODY, season) == []


@pytest.mark.parametrize("choice", [MergerChoice.CARRY, MergerChoice.ANEW])
def test_the_successor_takes_the_place_from_the_day_and_enters(season: Season, choice: MergerChoice) -> None:
    with on(DAY - timedelta(days=1)):
        enter_figures(actor=person(Role.REPORTER, UNIT), season=season, unit=UNIT, cells={"tin-bai": Typed("12")})
    with on(AFTER):
        for unit in (UNIT, OTHER):
            answer(season, choice, unit)
        members = standing_in(season, on=AFTER).members
        assert set(members) == {"tay-ninh", "long-an", "binh-duong", HEIR}
        assert set(standing_in(season, on=DAY - timedelta(days=1)).members) >= {UNIT, OTHER}
        enter_figures(actor=person(Role.REPORTER, HEIR), season=season, unit=HEIR, cells={"tin-bai": Typed("30")})
        with pytest.raises(Refused):
            enter_figures(actor=person(Role.REPORTER, UNIT), season=season, unit=UNIT, cells={"tin-bai": Typed("13")})
        scored = {str(one.code) for one in evaluation_of(season, on=AFTER).season.units}
    assert HEIR in scored
    assert not scored & {UNIT, OTHER}  # nothing of theirs is added to anybody's points


def test_who_leaves_is_scored_no_more_and_its_figures_stay(season: Season) -> None:
    with on(DAY - timedelta(days=1)):
        enter_figures(actor=person(Role.REPORTER, UNIT), season=season, unit=UNIT, cells={"tin-bai": Typed("12")})
    with on(AFTER):
        answer(season, MergerChoice.LEAVE)
        assert UNIT not in standing_in(season, on=AFTER).members
    assert not guard(season, AFTER)
    assert season.figures.filter(unit=UNIT).count() == 1


def test_an_answer_needs_its_document_reason_and_successor_and_is_given_once(season: Season) -> None:
    with on(AFTER):
        with pytest.raises(AccessRefused):
            answer_merger(
                actor=CHAIR, season=season, unit=UNIT, choice=MergerChoice.KEEP, heir="", document=DOCUMENT, reason="x"
            )  # fmt: skip
        with pytest.raises(Refused) as empty:
            answer_merger(
                actor=BODY, season=season, unit=UNIT, choice=MergerChoice.CARRY, heir="long-an",
                document=DOCUMENT.__class__("", None), reason=" ",
            )  # fmt: skip
        assert [one.place.path for one in empty.value.problems] == ["heir", "number", "date", "reason"]
        answer(season, MergerChoice.KEEP)
        with pytest.raises(Refused) as twice:
            answer(season, MergerChoice.LEAVE)
    assert [one.code for one in twice.value.problems] == ["mergers.answered_already"]
    told = Entry.objects.get(verb="seasons.merger.answered")
    assert (told.chain_id, told.about_unit) == (season.ledger_chain(), UNIT)


def test_a_chair_that_merges_leaves_its_post_with_its_place() -> None:
    season = scored_season(Phase.RUNNING)
    with on(today_in(Phase.RUNNING)):
        merge_units(
            actor=BODY,
            codes=("tay-ninh", "long-an"),
            new=NewUnit("tay-ninh-moi", "Công an tỉnh Tây Ninh", Level.PROVINCE, ABOVE),
            on=DAY,
            basis=LegalBasis("Nghị quyết 202/2025/QH15"),
            cutting=True,
        )
    with on(AFTER):
        for unit in ("tay-ninh", "long-an"):
            assert unit not in standing_in(season, on=AFTER).members
            answer(season, MergerChoice.CARRY, unit, "tay-ninh-moi")
        standing = standing_in(season, on=AFTER)
    assert (standing.chair, standing.deputy) == ("", "")
    assert "tay-ninh-moi" in standing.members
    assert Membership.objects.filter(cluster=season.cluster, ends_on=DAY).count() == 2


def test_a_season_without_mergers_moves_as_before() -> None:
    season = scored_season(Phase.RUNNING)
    assert move_on(season, to=Phase.APPRAISING).phase == Phase.APPRAISING
