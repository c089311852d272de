"""Freezing the standings: a conscious act, a version of its own, which stays as it is and can be computed again."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from score_cases import example, without, write_figure, write_scores
from season_cases import BODY, CHAIR, MEMBER, move_on, on, season_in
from thidua.apps.access.policy import AccessRefused
from thidua.apps.ledger.models import Entry
from thidua.apps.results.models import Result
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.results.services import agree_standings, freeze_standings, publish_standings
from thidua.apps.results.stored import replayed, results_of
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.errors import Refused
from thidua.core.phases import Phase
from thidua.core.results.replay import Difference
from thidua.core.states import Stage
from thidua.words.language import Language
from thidua.words.say import describe
from world import today_in

pytestmark = pytest.mark.django_db
TODAY = today_in(Phase.AGREED)
PAPER = Document("24/BB-CA10", TODAY)


@pytest.fixture
def agreed() -> Iterator[Season]:
    found = season_in(Phase.AGREED)
    with on(TODAY):
        write_scores(found)
        yield found


def freeze(season: Season) -> Result:
    return freeze_standings(actor=CHAIR, season=season, word="Chốt ", document=PAPER)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in refused.value.problems]


def test_what_is_frozen_is_the_result_that_is_shown_with_its_document_and_engine(agreed: Season) -> None:
    shown = evaluation_of(agreed, on=TODAY)
    row = freeze(agreed)
    assert json.loads(row.text) == shown.document
    assert (row.version, row.digest, row.as_of, row.document_number) == (1, shown.digest, TODAY, "24/BB-CA10")
    assert row.engine == shown.document["engine"]
    last = Entry.objects.filter(chain=agreed.ledger_chain()).order_by("-height").first()
    assert last is not None
    assert last.verb == "results.standings.frozen"


def test_freezing_asks_for_the_word_and_the_document_at_once(agreed: Season) -> None:
    with pytest.raises(Refused) as refused:
        freeze_standings(actor=CHAIR, season=agreed, word="đồng ý", document=Document("", None))
    assert codes(refused) == ["results.type_word.frozen", "seasons.document_number", "seasons.document_date"]
    assert not Result.objects.exists()


def test_nothing_final_while_a_relative_rule_is_open() -> None:
    """Of a criterion that compares units everybody waits for the one that has not reported: the refusal says for whom,
    and in which criteria, of freezing as of agreeing and publishing."""
    season = season_in(Phase.AGREED)
    with on(TODAY):
        write_scores(season, without("long-an", "dien-hinh"))
        with pytest.raises(Refused) as refused:
            freeze(season)
        (told,) = [describe(one, Language.VI) for one in refused.value.problems]
        assert told == (
            "Long An chưa báo cáo 1 tiêu chí (III.2). Điểm III.2 so các đơn vị với nhau nên cả cụm còn chờ Long An. "
            "Ghi số liệu của Long An rồi làm tiếp"
        )
        assert not Result.objects.exists()


@pytest.mark.parametrize("act", [agree_standings, publish_standings])
def test_what_became_open_after_the_freeze_is_neither_agreed_on_nor_published(
    agreed: Season, act: Callable[..., object]
) -> None:
    freeze(agreed)
    if act is publish_standings:
        agree_standings(actor=CHAIR, season=agreed, version=1, word="thống nhất", document=PAPER)
    write_figure(agreed, "long-an", "dien-hinh", "")
    word = "thống nhất" if act is agree_standings else "công bố"
    with pytest.raises(Refused) as refused:
        act(actor=CHAIR, season=agreed, version=1, word=word, document=PAPER)
    assert codes(refused) == ["results.waits_for_stage_of_all", "results.changed_since"]
    assert "cả cụm còn chờ Long An" in describe(refused.value.problems[0], Language.VI)


def test_a_figure_that_cannot_be_read_is_told_before_anything_is_frozen(agreed: Season) -> None:
    write_figure(agreed, "long-an", "dien-hinh", "khoảng mười")
    with pytest.raises(Refused) as refused:
        freeze(agreed)
    assert any("khoảng mười" in describe(one, Language.VI) for one in refused.value.problems)


def test_a_figure_that_was_not_agreed_on_keeps_the_cluster_open() -> None:
    season = season_in(Phase.AGREED)
    with on(TODAY):
        cell = ("long-an", "dien-hinh", Stage.AGREED)
        kept = [one for one in example().figures if (one.unit, one.indicator, one.stage) != cell]
        write_scores(season, replace(example(), figures=tuple(kept)))
        with pytest.raises(Refused) as refused:
            freeze(season)
    assert codes(refused) == ["results.waits_for_stage_of_all"]


def test_the_same_numbers_are_frozen_once_and_a_change_makes_a_version_beside_the_first(agreed: Season) -> None:
    first = freeze(agreed)
    with pytest.raises(Refused) as refused:
        freeze(agreed)
    assert codes(refused) == ["results.frozen_already"]
    write_figure(agreed, "long-an", "dien-hinh", "9/10")
    second = freeze(agreed)
    assert [row.version for row in results_of(agreed)] == [2, 1]
    assert second.digest != first.digest
    assert Result.objects.get(version=1).text == first.text


def test_a_member_freezes_nothing_and_after_the_vote_only_the_body_above_does(agreed: Season) -> None:
    with pytest.raises(AccessRefused):
        freeze_standings(actor=MEMBER, season=agreed, word="chốt", document=PAPER)
    later = move_on(agreed, to=Phase.CONCLUDED)
    with on(today_in(Phase.CONCLUDED)):
        with pytest.raises(AccessRefused):
            freeze(later)
        write_figure(later, "long-an", "dien-hinh", "9/10")
        assert freeze_standings(actor=BODY, season=later, word="freeze", document=PAPER).version == 2


def test_a_replay_on_another_day_finds_every_number_the_same(agreed: Season) -> None:
    row = freeze(agreed)
    with on(date(2024, 6, 20)):
        made = replayed(Result.objects.get(pk=row.pk))
    assert made.found.is_same
    assert made.found.numbers > 1000


def test_a_replay_names_the_figure_that_changed_and_the_first_number_that_differs(agreed: Season) -> None:
    row = freeze(agreed)
    write_figure(agreed, "tay-ninh", "dien-hinh", "9/12")
    found = replayed(row).found
    assert [(one.key, one.before, one.after) for one in found.changed_inputs] == [
        (("tay-ninh", "dien-hinh", "agreed"), "8/12", "9/12")
    ]
    assert found.first_difference == Difference(("units", "tay-ninh", "criteria", "III", "points"), "92.49", "93.37")


def test_a_stored_text_that_was_edited_is_found(agreed: Season) -> None:
    row = freeze(agreed)
    row.text = row.text.replace('"points": "16.49"', '"points": "19.99"')
    found = replayed(row).found
    assert found.seals_broken == ("digest",)
    assert found.first_difference == Difference(("units", "tay-ninh", "criteria", "III.2", "points"), "19.99", "16.49")
