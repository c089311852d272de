"""Questions at a cell: the unit and those who check ask and answer, who asked closes, and desks show who must speak."""

import pytest

from scoring_cases import scored_season, today_in
from season_cases import BODY, CHAIR, MEMBER, REPORTER, STRANGER, on, person
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Actor, Role
from thidua.apps.ledger.models import Entry
from thidua.apps.remarks.models import Remark, Side
from thidua.apps.remarks.selectors import open_by_cell, open_by_unit, threads_of
from thidua.apps.remarks.services import At, answer, ask, close
from thidua.apps.seasons.desk import Asked, items_for
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import standing_in
from thidua.core.errors import Refused
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.REPORTING)
CELL = At("long-an", "tin-bai", figure="7")


def desk(actor: Actor, season: Season) -> list[tuple[str, str]]:
    """Code and unit of what remarks put on somebody's desk."""
    found = items_for(Asked(actor, [season], {season.slug: standing_in(season, on=DAY)}, DAY))
    return [(one.code, one.unit) for one in found if one.code.startswith("remarks.")]


def test_a_question_waits_on_the_unit_s_desk_and_its_answer_on_that_of_who_asked() -> None:
    season = scored_season(Phase.REPORTING)
    leader = person(Role.LEADER, "long-an")
    with on(DAY):
        question = ask(actor=CHAIR, season=season, at=CELL, text="7 tin bài đăng ở đâu?")
        assert desk(REPORTER, season) == desk(leader, season) == [("remarks.to_answer", "long-an")]
        assert desk(CHAIR, season) == desk(person(Role.REPORTER, "dong-nai"), season) == []
        assert open_by_cell(season) == {("long-an", "tin-bai", "year"): 1}
        answer(actor=REPORTER, season=season, thread=question.pk, text="Trên ANTV")
        assert (desk(REPORTER, season), desk(CHAIR, season)) == ([], [("remarks.to_read", "long-an")])
        close(actor=CHAIR, season=season, thread=question.pk)
        assert (desk(REPORTER, season), desk(CHAIR, season), open_by_unit(season)) == ([], [], {})
    (thread,) = threads_of(season, "long-an", "tin-bai")
    said = [(one.act, one.side, one.text, one.figure) for one in thread.remarks]
    assert said == [
        ("asked", "review", "7 tin bài đăng ở đâu?", "7"),
        ("answered", "unit", "Trên ANTV", "7"),
        ("closed", "review", "", "7"),
    ]
    told = Entry.objects.filter(verb__startswith="remarks.").order_by("height")
    assert [(one.verb, one.about_unit) for one in told] == [
        ("remarks.remark.asked", "long-an"),
        ("remarks.remark.answered", "long-an"),
        ("remarks.remark.closed", "long-an"),
    ]
    assert not any("ANTV" in one.body for one in told)  # words of people are committed to, and may be erased


def test_a_unit_asks_too_and_who_runs_the_year_answers_for_the_chair_s_unit_the_deputy() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        ask(actor=REPORTER, season=season, at=CELL, text="Tính cả bài trên mạng không?")
        ask(actor=person(Role.REPORTER, "tay-ninh"), season=season, at=At("tay-ninh", "tin-bai"), text="Còn chúng tôi?")
        assert desk(CHAIR, season) == [("remarks.to_answer", "long-an")]
        assert desk(MEMBER, season) == [("remarks.to_answer", "tay-ninh")]  # the deputy's secretary


def test_nobody_checks_their_own_unit_and_only_the_deputy_s_side_stands_in() -> None:
    season = scored_season(Phase.REPORTING)
    own = At("tay-ninh", "tin-bai")
    denials = []
    with on(DAY):
        for actor, at in ((CHAIR, own), (MEMBER, At("dong-nai", "tin-bai")), (STRANGER, CELL)):
            with pytest.raises(AccessRefused) as denied:
                ask(actor=actor, season=season, at=at, text="a")
            denials.append(denied.value.denial)
        assert ask(actor=MEMBER, season=season, at=own, text="a").side == Side.REVIEW
        assert ask(actor=BODY, season=season, at=own, text="a").side == Side.REVIEW
    assert denials == [Denial.OWN_MATTER, Denial.NO_RIGHT, Denial.STRANGER]


def test_what_cannot_be_said_is_refused_and_nothing_is_kept() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        with pytest.raises(Refused) as empty:
            ask(actor=CHAIR, season=season, at=At("long-an", "la"), text=" ")
        assert [one.code for one in empty.value.problems] == ["figures.unknown_indicator", "forms.fill_in"]
        assert not Remark.objects.exists()
        question = ask(actor=CHAIR, season=season, at=CELL, text="Ở đâu?")
        with pytest.raises(Refused) as others:
            close(actor=REPORTER, season=season, thread=question.pk)
        close(actor=CHAIR, season=season, thread=question.pk)
        with pytest.raises(Refused) as late:
            answer(actor=REPORTER, season=season, thread=question.pk, text="Đây")
    assert [one.code for one in others.value.problems] == ["remarks.only_who_asked_closes"]
    assert [one.code for one in late.value.problems] == ["remarks.closed_already"]
