"""Attached files are kept once, opened only by those who may see what they belong to, and a changed byte is found."""

from uuid import uuid4

import pytest

from files.test_attached import PDF, PNG
from season_cases import BY, STRANGER, on
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.attachments.models import Attachment, Content
from thidua.apps.attachments.selectors import attachments_of, open_attachment
from thidua.apps.attachments.services import Upload, check, check_all, keep
from thidua.apps.ledger.services import recording
from thidua.apps.ledger.verification import find_problems
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.core.errors import AttachmentRefused
from world import World

pytestmark = pytest.mark.django_db


def kept(world: World, *uploads: Upload, unit: str = "") -> list[Attachment]:
    """Files attached by one act."""
    with recording(UNITS_RECORDED, by=BY, chain=world.season.ledger_chain(), count=0) as record:
        return [keep(record, check(one), season=world.season, by=BY, unit=unit) for one in uploads]


def test_same_bytes_are_kept_once_and_stay_as_they_were(world: World) -> None:
    first, second = kept(world, Upload("a.pdf", PDF), Upload("b.pdf", PDF))

    assert first.content_id == second.content_id
    assert Content.objects.filter(digest=first.content.digest).count() == 1
    opened = open_attachment(world.season, second.pk, actor=world.actor("chair"), on=world.today)
    assert (opened.name, bytes(opened.content.data)) == ("b.pdf", PDF)
    assert set(attachments_of(world.season, [first.pk, uuid4()])) == {first.pk}


def test_file_of_a_unit_is_seen_by_those_who_see_its_figures(world: World) -> None:
    (own,) = kept(world, Upload("a.pdf", PDF), unit="dong-nai")

    def denial(who: str) -> Denial | None:
        try:
            open_attachment(world.season, own.pk, actor=world.actor(who), on=world.today)
        except AccessRefused as refused:
            return refused.denial
        return None

    assert {who: denial(who) for who in ("chair", "reporter", "body")} == {
        "chair": None,
        "reporter": None,
        "body": None,
    }
    assert denial("chair_leader") is Denial.WRONG_PHASE  # another member's leader, once figures are agreed
    assert denial("teller") is Denial.NO_RIGHT
    assert denial("stranger") is Denial.STRANGER


def test_a_changed_byte_is_found(world: World) -> None:
    (one,) = kept(world, Upload("a.pdf", PDF))
    assert find_problems() == []
    row = Content.objects.get(pk=one.content_id)
    row.data = PDF.replace(b"1.7", b"1.4")
    assert row.ledger_digest() != Content.objects.get(pk=one.content_id).ledger_digest()


def test_what_may_not_be_kept_is_told_for_every_file_at_once() -> None:
    good, problems = check_all([Upload("a.pdf", PDF), Upload("b.pdf", PNG), Upload("c.pdf", b"")])
    assert [one.file.name for one in good] == ["a.pdf"]
    assert [problem.code for problem in problems] == ["attachments.disguised", "attachments.empty"]


def test_a_scanner_that_does_not_answer_keeps_nothing(settings: object) -> None:
    settings.VIRUS_SCANNER = "/no/such/socket"  # type: ignore[attr-defined]
    with pytest.raises(AttachmentRefused) as refused:
        check(Upload("a.pdf", PDF))
    assert [problem.code for problem in refused.value.problems] == ["attachments.scanner_unreached"]


def test_nothing_of_another_season_is_opened(world: World) -> None:
    with on(world.today), pytest.raises(AccessRefused):
        open_attachment(world.season, uuid4(), actor=world.actor("chair"), on=world.today)
    with pytest.raises(AccessRefused):
        open_attachment(world.season, kept(world, Upload("a.pdf", PDF))[0].pk, actor=STRANGER, on=world.today)
