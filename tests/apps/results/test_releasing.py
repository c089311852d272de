"""From provisional to published: each step a conscious act by a document, none of which touches a frozen version."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from score_cases import write_figure, write_scores
from season_cases import BODY, CHAIR, MEMBER, move_on, on, season_in
from thidua.apps.access.policy import AccessRefused
from thidua.apps.ledger.models import Entry
from thidua.apps.results.models import Result
from thidua.apps.results.releases import published_version, versions_of
from thidua.apps.results.services import (
    agree_standings,
    freeze_standings,
    publish_standings,
    withdraw_standings,
)
from thidua.apps.seasons import guards
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import situation_of
from thidua.apps.seasons.services import move_season, reopen_season
from thidua.core.errors import Refused
from thidua.core.phases import Guard, Phase, next_move
from thidua.core.states import Release
from world import today_in

pytestmark = pytest.mark.django_db
TODAY = today_in(Phase.AGREED)
PAPER = Document("24/BB-CA10", TODAY)


@pytest.fixture
def season(db: None) -> Iterator[Season]:
    found = season_in(Phase.AGREED)
    with on(TODAY):
        write_scores(found)
        freeze_standings(actor=CHAIR, season=found, word="chốt", document=PAPER)
        yield found


def agree(season: Season, version: int = 1) -> None:
    agree_standings(actor=CHAIR, season=season, version=version, word="thống nhất", document=PAPER)


def publish(season: Season, version: int = 1) -> None:
    publish_standings(actor=CHAIR, season=season, version=version, word="Công bố", document=PAPER)


def withdraw(season: Season, version: int = 1) -> None:
    withdraw_standings(
        actor=BODY, season=season, version=version, word="thu hồi", reason="sai thể thức", document=PAPER
    )


def refused(act: Callable[[], object]) -> list[str]:
    with pytest.raises(Refused) as refusal:
        act()
    return [one.code for one in refusal.value.problems]


def guard(season: Season) -> tuple[bool, str]:
    move = next_move(Phase(season.phase))
    assert move is not None
    found = guards.findings(move, situation_of(season, on=TODAY))
    one = next(one for one in found if one.guard is Guard.STANDINGS_AGREED)
    return one.holds, one.code


def releases(season: Season) -> dict[int, Release]:
    return {one.number: one.release for one in versions_of(season)}


def test_a_version_goes_from_frozen_to_published_and_its_withdrawal_leaves_it(season: Season) -> None:
    text = Result.objects.get().text
    assert releases(season) == {1: Release.FROZEN}
    agree(season)
    assert releases(season) == {1: Release.AGREED}
    assert published_version(season) is None
    publish(season)
    assert releases(season) == {1: Release.PUBLISHED}
    withdraw(season)
    assert releases(season) == {1: Release.WITHDRAWN}
    publish(season)
    [one] = versions_of(season)
    assert [step.release for step in one.steps] == ["agreed", "published", "withdrawn", "published"]
    assert one.steps[2].reason == "sai thể thức"
    assert Result.objects.get().text == text
    verbs = Entry.objects.filter(chain=season.ledger_chain()).order_by("-height").values_list("verb", flat=True)[:4]
    assert [verb.rpartition(".")[2] for verb in verbs] == ["published", "withdrawn", "published", "agreed"]


def test_every_act_asks_for_its_word_and_its_document_at_once(season: Season) -> None:
    common = {"actor": CHAIR, "season": season, "version": 1, "word": "ừ", "document": Document("", None)}
    document = ["seasons.document_number", "seasons.document_date"]
    assert refused(lambda: agree_standings(**common)) == ["results.type_word.agreed", *document]
    assert refused(lambda: publish_standings(**common)) == [
        "results.type_word.published",
        *document,
        "results.not_agreed",
    ]
    assert refused(lambda: withdraw_standings(**common, reason=" ")) == [
        "results.type_word.withdrawn",
        "forms.fill_in",
        *document,
        "results.not_published",
    ]


def test_what_was_done_is_not_done_again_and_what_is_not_there_is_nothing(season: Season) -> None:
    assert refused(lambda: agree(season, 2)) == ["results.no_such_version"]
    agree(season)
    assert refused(lambda: agree(season)) == ["results.agreed_already"]
    publish(season)
    assert refused(lambda: publish(season)) == ["results.published_already"]


def test_figures_that_have_changed_need_a_version_of_their_own_and_the_older_ones_stay(season: Season) -> None:
    agree(season)
    write_figure(season, "long-an", "dien-hinh", "9/10")
    assert refused(lambda: publish(season)) == ["results.changed_since"]
    freeze_standings(actor=CHAIR, season=season, word="chốt", document=PAPER)
    assert refused(lambda: publish(season)) == ["results.later_version"]
    agree(season, 2)
    publish(season, 2)
    assert releases(season) == {2: Release.PUBLISHED, 1: Release.AGREED}


def test_deliberation_waits_for_an_agreement_that_still_holds(season: Season) -> None:
    assert guard(season) == (False, "guard.standings_agreed.frozen")
    agree(season)
    assert guard(season) == (True, "guard.standings_agreed.holds")
    write_figure(season, "long-an", "dien-hinh", "9/10")
    assert guard(season) == (False, "guard.standings_agreed.changed")


def test_deliberation_waits_for_standings_that_are_frozen() -> None:
    season = season_in(Phase.AGREED)
    with on(TODAY):
        assert guard(season) == (False, "guard.standings_agreed.open")
        assert "guard.standings_agreed.open" in refused(
            lambda: move_season(actor=CHAIR, season=season, to=Phase.DELIBERATING)
        )


def test_going_back_undoes_the_agreement_and_the_same_version_is_agreed_on_again(season: Season) -> None:
    agree(season)
    later = move_on(season, to=Phase.DELIBERATING)
    with on(today_in(Phase.DELIBERATING)):
        back = reopen_season(actor=BODY, season=later, to=Phase.AGREED, reason="còn ý kiến", document=PAPER)
        assert releases(back) == {1: Release.FROZEN}
        assert guard(back)[0] is False
        agree(back)
        assert releases(back) == {1: Release.AGREED}
        assert guard(back)[0] is True


def test_members_release_nothing_and_after_the_vote_the_chair_agrees_on_nothing(season: Season) -> None:
    for act, word in ((agree_standings, "thống nhất"), (publish_standings, "công bố")):
        with pytest.raises(AccessRefused):
            act(actor=MEMBER, season=season, version=1, word=word, document=PAPER)
    agree(season)
    later = move_on(season, to=Phase.CONCLUDED)
    with on(today_in(Phase.CONCLUDED) + timedelta(days=1)):
        with pytest.raises(AccessRefused):
            agree(later)
        write_figure(later, "long-an", "dien-hinh", "9/10", stage="rechecked")
        freeze_standings(actor=BODY, season=later, word="chốt", document=PAPER)
        agree_standings(actor=BODY, season=later, version=2, word="thống nhất", document=PAPER)
        publish(later, 2)
        assert releases(later) == {2: Release.PUBLISHED, 1: Release.AGREED}


def test_a_document_is_not_dated_after_today(season: Season) -> None:
    ahead = Document("24/BB-CA10", date(2024, 12, 1))
    assert refused(
        lambda: agree_standings(actor=CHAIR, season=season, version=1, word="thống nhất", document=ahead)
    ) == ["seasons.document_ahead"]
