"""Movements as versions, their links, and a season's regulations: whole, in versions, and never lost to another."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from scoring_cases import today_in
from season_cases import ABOVE, BODY, CHAIR, DOCUMENT, MEMBER, NAMES, OPENED, on, season_in
from thidua.apps.access.policy import AccessRefused
from thidua.apps.seasons.models import LinkKind, Movement, Passing, VoteBase
from thidua.apps.seasons.procedure import movement_texts, regulation_of, slogan_of
from thidua.apps.seasons.services import (
    MovementWords,
    Rules,
    edit_movement,
    launch_movement,
    link_movements,
    set_regulation,
)
from thidua.core.errors import Refused
from thidua.core.phases import Phase
from thidua.core.timeline import LegalBasis

pytestmark = pytest.mark.django_db
RULES = Rules(
    quorum=Fraction(2, 3),
    threshold=Fraction(1, 2),
    threshold_base=VoteBase.MEMBERS,
    comparator=Passing.ABOVE,
    objection_days=3,
    reply_days=5,
    speaking_order=tuple(NAMES),
    basis=LegalBasis("Quy chế của cụm"),
)


def codes(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_a_movement_is_edited_as_versions_and_two_editors_are_told() -> None:
    with on(OPENED):
        season = season_in(Phase.PREPARING)
        words = MovementWords("Vì an ninh Tổ quốc", "Gương mẫu, bản lĩnh", "Chủ đề", "Lời phát động", OPENED)
        edit_movement(actor=BODY, unit=ABOVE, movement=season.movement, words=words, document=DOCUMENT, seen=0)
        with pytest.raises(Refused) as second:
            edit_movement(actor=BODY, unit=ABOVE, movement=season.movement, words=words, document=DOCUMENT, seen=0)
        newer = replace(words, slogan="Kỷ cương")
        edit_movement(actor=BODY, unit=ABOVE, movement=season.movement, words=newer, document=DOCUMENT, seen=1)
    assert codes(second) == ["seasons.changed_since"]
    assert [(one.version, one.slogan) for one in movement_texts(season.movement)] == [
        (2, "Kỷ cương"), (1, "Gương mẫu, bản lĩnh"),
    ]  # fmt: skip
    assert Movement.objects.get(pk=season.movement_id).slogan == "Kỷ cương"


def test_linked_movements_stand_at_the_head_of_the_season() -> None:
    with on(OPENED):
        season = season_in(Phase.PREPARING)
        patriotic = launch_movement(actor=BODY, unit=ABOVE, name="Thi đua yêu nước")
        link = {"unit": ABOVE, "movement": season.movement, "other": patriotic, "kind": LinkKind.CARRIED_WITH}
        link_movements(actor=BODY, **link)
        with pytest.raises(AccessRefused):
            link_movements(actor=CHAIR, **link)
        with pytest.raises(Refused) as itself:
            link_movements(actor=BODY, **{**link, "other": season.movement})
    assert slogan_of(season).carried_with == ("Thi đua yêu nước",)
    assert codes(itself) == ["seasons.linked_to_itself"]


def test_regulations_are_read_as_of_a_day_and_amended_with_a_reason_once_signed() -> None:
    with on(OPENED):
        season = season_in(Phase.PREPARING)
        set_regulation(actor=CHAIR, season=season, rules=RULES, document=DOCUMENT, seen=0)
        found = regulation_of(season, on=OPENED)
    assert found is not None
    assert (found.threshold, found.comparator, found.speaking_order) == (
        Fraction(1, 2), Passing.ABOVE, tuple(NAMES),
    )  # fmt: skip
    assert regulation_of(season, on=OPENED - timedelta(days=1)) is None


def test_signed_regulations_change_by_a_minute_with_a_reason_alone() -> None:
    season, day = season_in(Phase.SIGNED), today_in(Phase.SIGNED)
    with on(day):
        with pytest.raises(Refused) as refusal:
            set_regulation(actor=CHAIR, season=season, rules=RULES, document=DOCUMENT, seen=0)
        newer = set_regulation(
            actor=CHAIR, season=season, rules=RULES, document=DOCUMENT, seen=0, reason="Bộ hướng dẫn lại"
        )
        with pytest.raises(AccessRefused):
            set_regulation(actor=MEMBER, season=season, rules=RULES, document=DOCUMENT, seen=1, reason="x")
    assert codes(refusal) == ["forms.fill_in"]
    assert (newer.version, newer.reason) == (1, "Bộ hướng dẫn lại")


def test_all_that_is_wrong_with_regulations_is_told_at_once() -> None:
    wrong = replace(
        RULES, quorum=Fraction(3, 2), threshold=Fraction(1), objection_days=0, reply_days=99, speaking_order=("x",)
    )
    with on(OPENED):
        season = season_in(Phase.PREPARING)
        with pytest.raises(Refused) as refusal:
            set_regulation(actor=CHAIR, season=season, rules=wrong, document=DOCUMENT, seen=7)
    assert codes(refusal) == [
        "seasons.changed_since", "seasons.not_a_share", "seasons.above_all", "seasons.days_of_reply",
        "seasons.days_of_reply", "seasons.speaking_order",
    ]  # fmt: skip
