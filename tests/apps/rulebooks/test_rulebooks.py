"""A rulebook is drafted, adopted before the pact is signed, and amended afterwards; nothing adopted is overwritten."""

from datetime import date

import pytest

from scoring_cases import ADOPTED, scored_season, small_rulebook, today_in
from season_cases import BODY, CHAIR, MEMBER, on
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.ledger.models import Entry
from thidua.apps.rulebooks.models import RulebookVersion, VersionState
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.rulebooks.services import adopt_rulebook, amend_rulebook, drop_draft, import_rulebook
from thidua.apps.seasons.documents import Document
from thidua.core.errors import Refused
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
MINUTE = Document("31/BB-CA10", date(2024, 1, 2))


def codes(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_a_season_without_an_adopted_rulebook_says_so_and_who_mends_it() -> None:
    season = scored_season(Phase.PREPARING, with_rulebook=False)
    with on(today_in(Phase.PREPARING)):
        import_rulebook(actor=CHAIR, season=season, rulebook=small_rulebook())
        with pytest.raises(Refused) as refusal:
            rulebook_of(season, on=today_in(Phase.PREPARING))
    assert codes(refusal) == ["rulebooks.none_adopted"]


def test_an_adopted_rulebook_is_the_one_that_was_drafted() -> None:
    season = scored_season(Phase.PREPARING, with_rulebook=False)
    with on(today_in(Phase.PREPARING)):
        import_rulebook(actor=CHAIR, season=season, rulebook=small_rulebook(), file_name="bang.yaml")
        row = adopt_rulebook(actor=BODY, season=season, document=ADOPTED)
    assert (row.number, row.state, row.file_name) == (1, VersionState.ADOPTED, "bang.yaml")
    assert rulebook_of(season, on=today_in(Phase.PREPARING)) == small_rulebook()
    last = Entry.objects.order_by("pk").last()
    assert last is not None
    assert last.verb == "rulebooks.rulebook.adopted"


def test_a_new_draft_replaces_the_draft_and_no_adopted_version() -> None:
    season = scored_season(Phase.PREPARING)
    with on(today_in(Phase.PREPARING)):
        for name in ("Bảng hai", "Bảng ba"):
            import_rulebook(actor=CHAIR, season=season, rulebook=small_rulebook(Bảng_điểm_thử=name))
    rows = RulebookVersion.objects.order_by("number").values_list("number", "state", "document__title")
    assert list(rows) == [(1, "adopted", "Bảng điểm thử"), (2, "draft", "Bảng ba")]


def test_a_draft_that_is_dropped_leaves_the_adopted_version_in_force() -> None:
    season = scored_season(Phase.PREPARING)
    with on(today_in(Phase.PREPARING)):
        import_rulebook(actor=CHAIR, season=season, rulebook=small_rulebook(Bảng_điểm_thử="Bảng hai"))
        drop_draft(actor=CHAIR, season=season)
        with pytest.raises(Refused) as refusal:
            adopt_rulebook(actor=CHAIR, season=season, document=ADOPTED)
    assert codes(refusal) == ["rulebooks.no_draft"]
    assert RulebookVersion.objects.count() == 1


def test_the_same_rulebook_is_no_new_version_and_one_of_another_year_none_at_all() -> None:
    season = scored_season(Phase.PREPARING)
    with on(today_in(Phase.PREPARING)):
        for rulebook, expected in (
            (small_rulebook(), "rulebooks.same_as_in_force"),
            (small_rulebook(**{"2024-01-01": "2025-01-01"}), "rulebooks.not_valid_then"),
        ):
            with pytest.raises(Refused) as refusal:
                import_rulebook(actor=CHAIR, season=season, rulebook=rulebook)
            assert codes(refusal) == [expected]


def test_once_the_pact_is_signed_only_an_amendment_with_minute_and_reason_makes_a_version() -> None:
    season = scored_season(Phase.SIGNED)
    day = today_in(Phase.SIGNED)
    with on(day):
        import_rulebook(actor=CHAIR, season=season, rulebook=small_rulebook(Bảng_điểm_thử="Bảng hai"))
        with pytest.raises(AccessRefused) as denied:
            adopt_rulebook(actor=CHAIR, season=season, document=ADOPTED)
        with pytest.raises(Refused) as refusal:
            amend_rulebook(actor=CHAIR, season=season, document=Document(" ", None), reason=" ")
        row = amend_rulebook(actor=CHAIR, season=season, document=MINUTE, reason="Bộ điều chỉnh hướng dẫn")
    assert denied.value.denial is Denial.WRONG_PHASE
    assert [(one.code, one.place.path) for one in refusal.value.problems] == [
        ("forms.fill_in", "reason"),
        ("seasons.document_number", "number"),
        ("seasons.document_date", "date"),
    ]
    assert (row.number, row.reason, row.document_number) == (2, "Bộ điều chỉnh hướng dẫn", "31/BB-CA10")
    assert rulebook_of(season, on=date(2024, 1, 31)).title == "Bảng điểm thử"
    assert rulebook_of(season, on=day).title == "Bảng hai"


def test_an_amendment_keeps_the_indicators_that_targets_were_given_for() -> None:
    season = scored_season(Phase.SIGNED)
    without = small_rulebook(**{"pha-an": "khac"})
    with on(today_in(Phase.SIGNED)), pytest.raises(Refused) as refusal:
        import_rulebook(actor=CHAIR, season=season, rulebook=without)
    assert [(one.code, one.data) for one in refusal.value.problems] == [
        ("rulebooks.targets_of_gone", {"codes": ["pha-an"]})
    ]


def test_a_member_drafts_nothing() -> None:
    season = scored_season(Phase.PREPARING)
    with on(today_in(Phase.PREPARING)), pytest.raises(AccessRefused) as denied:
        import_rulebook(actor=MEMBER, season=season, rulebook=small_rulebook(Bảng_điểm_thử="Bảng hai"))
    assert denied.value.denial is Denial.NO_RIGHT
