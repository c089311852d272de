"""The roster through the service: fair among the members, others than last year's, and honoured by every decision."""

import pytest

from apps.appraisal.appraisal_cases import CHAIR_SIDE, DAY, DEPUTY, accept, claimed_season
from season_cases import CHAIR, NAMES, on, person
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Actor, Role
from thidua.apps.appraisal.rostered import pairs_of, roster_of
from thidua.apps.appraisal.services import change_roster, declare_conflict, draw_roster_of
from thidua.apps.seasons.models import Season
from thidua.core.checking.roster import Pair
from thidua.core.errors import Refused
from thidua.words.language import Language
from thidua.words.say import describe

pytestmark = pytest.mark.django_db
UNITS = tuple(NAMES)


@pytest.fixture
def season() -> Season:
    """Claims of all five units; Tây Ninh in the chair, Long An the deputy."""
    return claimed_season(*UNITS)


def declare(season: Season, checker: str, subject: str, actor: Actor | None = None) -> None:
    by = actor or person(Role.LEADER, checker)
    declare_conflict(actor=by, season=season, checker=checker, subject=subject, reason="Cùng một chuyên án")


def draw(season: Season, each: int = 2) -> set[Pair]:
    return set(pairs_of(draw_roster_of(actor=CHAIR, season=season, each=each, word="hoa sen")))


def may_appraise(season: Season, actor: Actor, unit: str) -> bool:
    try:
        accept(season, unit, actor=actor)
    except AccessRefused:
        return False
    return True


def refused(act: object, **given: object) -> list[str]:
    with pytest.raises(Refused) as refusal:
        act(**given)  # type: ignore[operator]
    return [one.code for one in refusal.value.problems]


def test_what_is_drawn_is_balanced_mutual_for_nobody_and_free_of_conflicts(season: Season) -> None:
    with on(DAY):
        declare(season, "dong-nai", "binh-duong")
        declare(season, "binh-phuoc", "long-an")
        drawn = draw(season)
    assert {sum(pair.checker == unit for pair in drawn) for unit in UNITS} == {2}
    assert {sum(pair.subject == unit for pair in drawn) for unit in UNITS} == {2}
    assert not any(pair.checker == pair.subject or pair.turned in drawn for pair in drawn)
    assert Pair("long-an", "tay-ninh") in drawn
    assert drawn.isdisjoint({Pair("dong-nai", "binh-duong"), Pair("binh-phuoc", "long-an")})
    assert set(pairs_of(roster_of(season))) == drawn


def test_whom_the_roster_names_appraises_and_nobody_else(season: Season) -> None:
    with on(DAY):
        drawn = draw(season, each=1)
        for unit in UNITS:
            able = {one for one in UNITS if may_appraise(season, person(Role.APPRAISER, one), unit)}
            assert able == {pair.checker for pair in drawn if pair.subject == unit}


def test_a_deputy_in_conflict_leaves_the_chairs_unit_to_a_pair_of_others(season: Season) -> None:
    with on(DAY):
        declare(season, "long-an", "tay-ninh", DEPUTY)
        assert refused(draw, season=season, each=1) == ["roster.deputy_in_conflict"]
        pair = {one.checker for one in draw(season) if one.subject == "tay-ninh"}
        assert len(pair) == 2
        assert pair.isdisjoint({"long-an", "tay-ninh"})
        assert not may_appraise(season, DEPUTY, "tay-ninh")
        assert all(may_appraise(season, person(Role.APPRAISER, one), "tay-ninh") for one in pair)


def test_a_declared_conflict_keeps_those_away_who_run_the_year_too(season: Season) -> None:
    with on(DAY):
        assert may_appraise(season, CHAIR_SIDE, "dong-nai")
        declare(season, "tay-ninh", "dong-nai")
        with pytest.raises(AccessRefused) as refusal:
            accept(season, "dong-nai", actor=CHAIR_SIDE)
        assert [one.code for one in refusal.value.problems] == ["appraisal.kept_away"]
        assert "đã khai có quan hệ" in describe(refusal.value.problems[0], Language.VI)
        assert may_appraise(season, CHAIR_SIDE, "binh-duong")


def test_a_roster_by_hand_that_is_unfair_is_refused_with_every_reason(season: Season) -> None:
    with on(DAY):
        draw(season, each=1)
        declare(season, "dong-nai", "binh-duong")
        wrong = [Pair("dong-nai", "binh-duong"), Pair("binh-duong", "dong-nai"), Pair("dong-nai", "dong-nai")]
        told = refused(change_roster, actor=CHAIR, season=season, pairs=wrong, reason="Đổi lịch", seen=1)
    assert {"roster.own_unit", "roster.each_other", "roster.conflict", "roster.unchecked"} <= set(told)
    assert {"roster.chair_without_deputy", "roster.unbalanced"} <= set(told)
