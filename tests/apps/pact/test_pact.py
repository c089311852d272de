"""The pact from its draft to the last signature, and every way to sign what one may not."""

# ruff: noqa: S106 - passwords of people who do not exist

from dataclasses import replace
from datetime import date, timedelta

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from apps.pact.pact_cases import (
    DRAFT,
    PASSWORD,
    leader_of,
    opened_pact,
    signed_by,
    signed_by_all,
    signed_on_paper,
)
from scoring_cases import GIVEN, scored_season, small_rulebook, target
from season_cases import BODY, BY, CHAIR, DOCUMENT, MEMBER, NAMES, OPENED, STRANGER, on, show_all
from thidua.apps.access.models import Account
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import assign_role, create_account, delegate
from thidua.apps.organisation.models import Membership
from thidua.apps.pact.amendments import amendments_of
from thidua.apps.pact.guards import pact_signed
from thidua.apps.pact.models import Opening, Pact, Signature
from thidua.apps.pact.selectors import current_opening, moved_since, openings_of
from thidua.apps.pact.services import draft_pact, open_pact, sign_pact, withdraw_pact
from thidua.apps.pact.text import Commitment, Registration, digest_of, text_of
from thidua.apps.pact.titles import Title, law_of
from thidua.apps.rulebooks.models import RulebookVersion, Target
from thidua.apps.rulebooks.services import (
    adopt_rulebook,
    amend_rulebook,
    amend_target,
    import_rulebook,
    import_targets,
    undo_targets,
)
from thidua.apps.seasons.desk import Asked, items_for
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import situation_of, standings
from thidua.apps.seasons.services import SeasonRefused, attest_guard, move_season
from thidua.core.canonical import digest
from thidua.core.errors import Refused
from thidua.core.phases import Guard, Phase
from thidua.core.timeline import LegalBasis, TimelineRefused

pytestmark = pytest.mark.django_db


@pytest.fixture
def season() -> Season:
    return scored_season(Phase.PREPARING)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.code for one in refused.value.problems]


def guard_of(season: Season, day: date = OPENED) -> str:
    """What the condition of signing answers on a day."""
    finding = pact_signed(situation_of(season, on=day))
    return "attested" if finding is None else finding.code


def test_five_units_sign_one_text_and_the_season_is_signed(season: Season) -> None:
    assert guard_of(season) == "attested"
    opening = signed_by_all(season)
    found = current_opening(season)
    assert found is not None
    ways = {one.party.unit: one.signature.way for one in found.parties if one.signature}
    assert ways == dict.fromkeys(NAMES, "here") | {"dong-nai": "paper"}
    assert [one.party.unit for one in found.parties] == list(NAMES)
    assert found.is_whole
    assert guard_of(season) == "guard.pact_signed.holds"
    with on(OPENED + timedelta(days=30)):
        show_all(season)
        moved = move_season(actor=CHAIR, season=season, to=Phase.SIGNED)
    assert (moved.phase, opening.digest) == (Phase.SIGNED, digest_of(text_of(opening.document)))


def test_a_season_waits_for_the_last_signature_and_names_who_is_missing(season: Season) -> None:
    opening = opened_pact(season)
    for unit in list(NAMES)[:4]:
        signed_by(season, unit, opening)
    with on(OPENED + timedelta(days=30)), pytest.raises(SeasonRefused) as refused:
        move_season(actor=CHAIR, season=season, to=Phase.SIGNED)
    assert [(one.code, one.data["units"]) for one in refused.value.problems] == [
        ("guard.pact_signed.missing", ["Công an tỉnh Đồng Nai"])
    ]


def test_a_document_no_longer_shows_a_pact_that_is_drafted_here(season: Season) -> None:
    with on(OPENED):
        draft_pact(actor=CHAIR, season=season, draft=DRAFT, seen=0)
        with pytest.raises(SeasonRefused) as refused:
            attest_guard(actor=CHAIR, season=season, guard=Guard.PACT_SIGNED, document=DOCUMENT)
    assert codes(refused) == ["seasons.guard_computed"]


def test_the_digest_covers_parties_words_titles_rulebook_and_targets(season: Season) -> None:
    text = text_of(opened_pact(season).document)
    others = [
        replace(text, parties=text.parties[::-1]),
        replace(text, draft=replace(text.draft, commitments=text.draft.commitments[::-1])),
        replace(text, draft=replace(text.draft, registrations=(Registration("long-an", Title.ADVANCED_UNIT),))),
        replace(text, draft=replace(text.draft, directives=())),
        replace(text, covered=replace(text.covered, rulebook="0" * 64)),
        replace(text, covered=replace(text.covered, targets="0" * 64)),
    ]
    assert len({digest_of(one) for one in (text, *others)}) == len(others) + 1
    assert text.covered.rulebook == RulebookVersion.objects.get(season=season).digest
    given = [
        (row.unit, row.indicator, row.valid_from, row.typed, row.due_on) for row in Target.objects.order_by("unit")
    ]
    assert (text.covered.targets, len(given)) == (digest([given, []]), 5)


@pytest.mark.parametrize("who", [CHAIR, MEMBER, BODY, STRANGER, Actor("", "", (Grant(Role.LEADER, "tay-ninh"),))])
def test_nobody_signs_for_another(season: Season, who: Actor) -> None:
    opening = opened_pact(season)
    with on(OPENED), pytest.raises(AccessRefused):
        sign_pact(actor=who, season=season, unit="long-an", digest=opening.digest, password=PASSWORD)
    assert Signature.objects.count() == 0


def asked_to_sign(asked: Asked) -> list[str]:
    """The units for which a desk asks for a signature."""
    return [one.unit for one in items_for(asked) if one.code == "pact.to_sign"]


def test_nobody_signs_by_delegation(season: Season) -> None:
    opening, leader = opened_pact(season), leader_of("long-an")
    with on(OPENED):
        other = create_account(by=BY, username="thay-mat", full_name="Lê Văn Thay", password=PASSWORD)
        days = {"starts_on": OPENED, "ends_on": OPENED + timedelta(days=20)}
        held = Account.objects.get(pk=leader.account).assignments.get()
        delegate(actor=leader, assignment=held, username="thay-mat", **days)
        passed = actor_of(other, on=OPENED)
        assert [one.is_delegated for one in passed.grants] == [True]
        with pytest.raises(AccessRefused):
            sign_pact(actor=passed, season=season, unit="long-an", digest=opening.digest, password=PASSWORD)
        assert asked_to_sign(Asked(passed, [season], standings([season], on=OPENED), OPENED)) == []
    assert Signature.objects.count() == 0


def test_one_person_with_two_roles_signs_for_one_unit_only(season: Season) -> None:
    opening = opened_pact(season)
    account = Account.objects.get(pk=leader_of("long-an").account)
    with on(OPENED):
        assign_role(by=BY, account=account, role=Role.LEADER, unit="dong-nai", starts_on=OPENED)
        both = actor_of(account, on=OPENED)
        sign_pact(actor=both, season=season, unit="long-an", digest=opening.digest, password=PASSWORD)
        with pytest.raises(SeasonRefused) as refused:
            sign_pact(actor=both, season=season, unit="dong-nai", digest=opening.digest, password=PASSWORD)
    assert codes(refused) == ["pact.one_hand"]


def test_a_wrong_password_is_told_counted_and_then_shut_out(season: Season) -> None:
    opening = opened_pact(season)
    left = []
    for _ in range(5):
        with pytest.raises(Refused) as wrong:
            signed_by(season, "long-an", opening, password="sai")
        left.append((wrong.value.problems[0].code, wrong.value.problems[0].data["left"]))
    with pytest.raises(Refused) as waits:
        signed_by(season, "long-an", opening)
    assert left == [("password.wrong", count) for count in (4, 3, 2, 1, 0)]
    assert codes(waits) == ["sign_in.wait"]
    assert Signature.objects.count() == 0


def test_an_account_with_a_second_step_signs_with_its_code_too(season: Season) -> None:
    opening = opened_pact(season)
    account = Account.objects.get(pk=leader_of("long-an").account)
    TOTP.activate(account, generate_totp_secret())
    code = RecoveryCodes.activate(account).instance.wrap().get_unused_codes()[0]
    with pytest.raises(Refused) as without:
        signed_by(season, "long-an", opening)
    assert codes(without) == ["second_step.code_wrong_left"]
    assert signed_by(season, "long-an", opening, code=code).unit == "long-an"


def test_another_text_than_the_open_one_is_not_signed(season: Season) -> None:
    opening = opened_pact(season)
    with pytest.raises(SeasonRefused) as refused:
        signed_by(season, "long-an", opening, digest="0" * 64)
    with pytest.raises(SeasonRefused) as paper:
        signed_on_paper(season, "long-an", opening, digest="0000 0000 0000 0000")
    assert (codes(refused), codes(paper)) == (["pact.other_text"], ["pact.paper_of_other_text"])


@pytest.mark.breaks_ledger
def test_a_text_that_was_changed_under_the_digest_is_signed_by_nobody(season: Season) -> None:
    opening = opened_pact(season)
    document = {**opening.document, "year": 2025}
    Opening.objects.filter(pk=opening.pk).update(document=document)
    with pytest.raises(SeasonRefused) as refused:
        signed_by(season, "long-an", opening)
    assert codes(refused) == ["pact.text_moved"]


def test_rulebook_and_targets_are_locked_while_the_text_is_open(season: Season) -> None:
    opened_pact(season)
    batch = Target.objects.values_list("batch", flat=True)[0]
    with on(OPENED):
        import_rulebook(
            actor=CHAIR, season=season, rulebook=small_rulebook(Bảng_điểm_thử="Bảng hai"), file_name="moi.yaml"
        )
        refused = []
        for door in (
            lambda: adopt_rulebook(actor=CHAIR, season=season, document=DOCUMENT),
            lambda: import_targets(actor=BODY, season=season, rows=[target("pha-an", "cả cụm", "80%")], document=GIVEN),
            lambda: undo_targets(actor=BODY, season=season, batch=batch),
        ):
            with pytest.raises(SeasonRefused) as refusal:
                door()
            refused.append(codes(refusal))
    assert refused == [["pact.locks"]] * 3


@pytest.mark.breaks_ledger
def test_members_that_changed_move_the_text_and_even_a_whole_one_is_withdrawn(season: Season) -> None:
    signed_by_all(season)
    found = current_opening(season)
    assert found is not None
    with on(OPENED), pytest.raises(SeasonRefused) as whole:
        withdraw_pact(actor=CHAIR, season=season, reason="Đổi ý")
    assert codes(whole) == ["pact.all_signed"]
    later = OPENED + timedelta(days=1)
    Membership.objects.filter(unit="dong-nai").update(ends_on=later)
    assert [one.code for one in moved_since(season, found, on=later)] == ["pact.parties_moved"]
    assert guard_of(season, later) == "guard.pact_signed.moved"
    with on(later):
        withdraw_pact(actor=CHAIR, season=season, reason="Một đơn vị rời cụm")
    assert current_opening(season) is None


def test_withdrawing_voids_every_signature_of_the_old_text(season: Season) -> None:
    opening = opened_pact(season)
    signed_by(season, "long-an", opening)
    with on(OPENED):
        with pytest.raises(SeasonRefused) as silent:
            withdraw_pact(actor=CHAIR, season=season, reason=" ")
        withdraw_pact(actor=CHAIR, season=season, reason="Sửa nội dung 2")
        with pytest.raises(SeasonRefused) as closed:
            sign_pact(
                actor=leader_of("tay-ninh"), season=season, unit="tay-ninh", digest=opening.digest, password=PASSWORD
            )
        draft = replace(DRAFT, commitments=(*DRAFT.commitments, Commitment("Nội dung mới")))
        pact = draft_pact(actor=CHAIR, season=season, draft=draft, seen=1)
        again = open_pact(actor=CHAIR, season=season, seen=pact.version)
    signed_by(season, "long-an", again)
    told = [(one.row.number, one.row.is_void, one.signed) for one in openings_of(season)]
    assert told == [(2, False, 1), (1, True, 1)]
    assert again.digest != opening.digest
    assert (codes(silent), codes(closed)) == (["forms.fill_in"], ["pact.not_open"])


def test_a_unit_signs_once_here_or_on_paper(season: Season) -> None:
    opening = opened_pact(season)
    signed_by(season, "long-an", opening)
    signed_on_paper(season, "dong-nai", opening)
    refused = []
    for door, unit in ((signed_by, "long-an"), (signed_on_paper, "long-an"), (signed_by, "dong-nai")):
        with pytest.raises(SeasonRefused) as refusal:
            door(season, unit, opening)
        refused.append(codes(refusal))
    assert refused == [["pact.signed_already"]] * 3


def test_a_paper_needs_its_number_date_signer_and_scan(season: Season) -> None:
    opening = opened_pact(season)
    with pytest.raises(SeasonRefused) as refused:
        signed_on_paper(season, "dong-nai", opening, signer=" ", document=Document("", None))
    assert [one.place.path for one in refused.value.problems] == ["signer", "number", "date"]
    assert Signature.objects.count() == 0


def test_two_who_draft_at_once_lose_nothing(season: Season) -> None:
    with on(OPENED):
        draft_pact(actor=CHAIR, season=season, draft=DRAFT, seen=0)
        with pytest.raises(SeasonRefused) as refused:
            draft_pact(actor=BODY, season=season, draft=replace(DRAFT, purpose="Khác"), seen=0)
    assert codes(refused) == ["pact.changed_meanwhile"]
    assert Pact.objects.get().content["purpose"] == DRAFT.purpose


def test_all_that_is_wrong_with_a_draft_is_told_at_once(season: Season) -> None:
    wrong = replace(
        DRAFT,
        commitments=(Commitment(" ", ("khong-co",)),),
        registrations=(Registration("ca-mau", Title.MINISTRY_FLAG), *DRAFT.registrations[:1] * 2),
    )
    with on(OPENED), pytest.raises(SeasonRefused) as refused:
        draft_pact(actor=CHAIR, season=season, draft=wrong, seen=0)
    assert [(one.code, one.place.path) for one in refused.value.problems] == [
        ("forms.fill_in", "commitment_1"),
        ("pact.unknown_codes", "codes_1"),
        ("pact.not_a_party", "titles_ca-mau"),
        ("pact.registered_twice", "titles_long-an"),
    ]


def test_nothing_is_opened_without_commitments_or_rulebook() -> None:
    season = scored_season(Phase.PREPARING, with_rulebook=False)
    with on(OPENED):
        pact = draft_pact(actor=CHAIR, season=season, draft=replace(DRAFT, commitments=()), seen=0)
        with pytest.raises(SeasonRefused) as refused:
            open_pact(actor=CHAIR, season=season, seen=pact.version)
    assert codes(refused) == ["pact.no_commitments", "pact.no_rulebook"]


def test_amendments_since_are_listed_with_document_and_reason(season: Season) -> None:
    signed_by_all(season)
    later = OPENED + timedelta(days=40)
    minute = Document("09/BB-CA10", later)
    with on(OPENED + timedelta(days=30)):
        show_all(season)
        season = move_season(actor=CHAIR, season=season, to=Phase.SIGNED)
    with on(later):
        what = {"unit": "long-an", "indicator": "pha-an", "typed": "80%", "valid_from": later}
        amend_target(actor=BODY, season=season, **what, document=minute, reason="Tách huyện")
        import_rulebook(
            actor=CHAIR, season=season, rulebook=small_rulebook(Bảng_điểm_thử="Bảng hai"), file_name="moi.yaml"
        )
        amend_rulebook(actor=CHAIR, season=season, document=minute, reason="Thêm tiêu chí")
        found = current_opening(season)
        assert found is not None
        told = [
            (one.indicator, one.before, one.after, one.document_number, one.reason)
            for one in amendments_of(season, found)
        ]
    assert sorted(told) == [
        ("", "", "", "09/BB-CA10", "Thêm tiêu chí"),
        ("pha-an", "75%", "80%", "09/BB-CA10", "Tách huyện"),
    ]
    assert found.is_whole  # what was signed stays as it was signed


def test_the_desk_of_a_leader_asks_until_the_unit_has_signed(season: Season) -> None:
    opening, leader = opened_pact(season), leader_of("long-an")
    asked = Asked(leader, [season], standings([season], on=OPENED), OPENED)
    assert asked_to_sign(asked) == ["long-an"]
    signed_by(season, "long-an", opening)
    assert asked_to_sign(asked) == []


def test_titles_are_law_with_dates() -> None:
    assert law_of(Title.GOVERNMENT_FLAG, on=OPENED) == LegalBasis(
        "Điều 25 Luật Thi đua, khen thưởng số 06/2022/QH15", is_confirmed=True
    )
    assert not law_of(Title.ADVANCED_UNIT, on=OPENED.replace(year=2026, month=10)).is_confirmed
    with pytest.raises(TimelineRefused):
        law_of(Title.MINISTRY_FLAG, on=OPENED.replace(year=2003))
