"""Statements taken over from the season before: adapted to this rulebook, told of what stayed behind, never twice."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from score_cases import write_scores
from season_cases import BY, CHAIR, MEMBER, on, season_in, write_cluster
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.clock import now
from thidua.apps.ledger.models import Entry
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.results.services import copy_statements, write_statement_row
from thidua.apps.results.stated import Wording, statement_rows
from thidua.apps.rulebooks.models import RulebookVersion, VersionState
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services import open_season
from thidua.core.errors import Refused
from thidua.core.phases import Phase
from thidua.core.rulebook import parse_rulebook, rulebook_digest
from thidua.core.rulebook.document import rulebook_document
from thidua.core.statements import Comparator
from world import PASSWORD, today_in

pytestmark = pytest.mark.django_db
BEGUN = date(2025, 1, 3)
RAW = {
    "rulebook": "nam-sau",
    "title": "Bảng năm sau",
    "version": "1",
    "valid": {"from": "2025-01-01"},
    "indicators": [
        {"code": "tin-bai", "name": "Tin, bài", "kind": "count"},
        {"code": "kham-pha-rnt", "name": "Vụ khám phá", "kind": "count"},
    ],
    "criteria": [
        {
            "code": "I",
            "name": "Tin, bài",
            "points": "50",
            "indicator": "tin-bai",
            "rule": {"kind": "per_event", "each": "1"},
        },
        {
            "code": "II",
            "name": "Khám phá",
            "points": "50",
            "indicator": "kham-pha-rnt",
            "rule": {"kind": "per_event", "each": "1"},
        },
    ],
}
PLAIN = Wording(
    ("tin-bai",), Comparator.ABOVE, "{passed}/{units} đơn vị trên {threshold}", threshold="40", source="40/BC"
)
STATED = (
    PLAIN,
    Wording(("tin-bai", "can-cuoc"), Comparator.AT_LEAST, "Năm 2024 có {số đạt} đơn vị", threshold="10"),
    Wording(("can-cuoc",), Comparator.AT_LEAST, "{passed} đơn vị cấp thẻ", threshold="10"),
    Wording(("kham-pha-rnt",), Comparator.ABOVE, "{passed} đơn vị trên {threshold}", threshold="90%"),
)


@pytest.fixture
def following(db: None) -> Iterator[Season]:
    """The season of 2025, whose rulebook knows two figures of the year before, one of them in another measure."""
    last = season_in(Phase.AGREED)
    with on(today_in(Phase.AGREED)):
        write_scores(last)
        for given in STATED:
            write_statement_row(actor=CHAIR, season=last, given=given)
    with on(BEGUN):
        season = open_season(
            actor=CHAIR,
            cluster=write_cluster(year=2025),
            movement=last.movement,
            data_from=date(2025, 1, 1),
            data_to=date(2025, 10, 31),
            document=Document("15/BB-CA10", date(2025, 1, 2)),
            after=last,
        )
        book = parse_rulebook(RAW)
        version = RulebookVersion(
            season=season,
            number=1,
            document=rulebook_document(book),
            digest=rulebook_digest(book),
            state=VersionState.ADOPTED,
            adopted_on=season.opened_on,
            typed_by="thu-ky",
            typed_at=now(),
        )
        with recording(UNITS_RECORDED, by=BY, chain=season.ledger_chain(), count=0) as record:
            record.save(version)
        yield season


def test_what_this_rulebook_knows_comes_over_and_the_rest_is_told(following: Season) -> None:
    copied = copy_statements(actor=CHAIR, season=following)
    assert [(row.number, row.indicators, row.wording, row.source) for row in statement_rows(following)] == [
        (1, "tin-bai", PLAIN.wording, ""),
        (2, "tin-bai", "Năm 2024 có {số đạt} đơn vị", ""),
    ]
    assert [(one.wording, one.is_whole, one.problem.code) for one in copied.remarks] == [
        (STATED[1].wording, False, "stated.figure_is_gone"),
        (STATED[1].wording, False, "stated.names_last_year"),
        (STATED[2].wording, True, "stated.figure_is_gone"),
        (STATED[3].wording, True, "rulebook.percent_of_a_number"),
    ]
    assert Entry.objects.filter(verb="results.statements.copied").count() == 1


def test_nothing_is_copied_twice(following: Season) -> None:
    copy_statements(actor=CHAIR, season=following)
    again = copy_statements(actor=CHAIR, season=following)
    assert again.rows == ()
    assert len(statement_rows(following)) == 2
    assert Entry.objects.filter(verb="results.statements.copied").count() == 1


def test_a_first_season_has_nothing_to_copy(following: Season) -> None:
    assert following.opened_after is not None
    with pytest.raises(Refused) as refused:
        copy_statements(actor=CHAIR, season=following.opened_after)
    assert [one.code for one in refused.value.problems] == ["stated.no_season_before"]


def test_a_member_copies_nothing(following: Season) -> None:
    with pytest.raises(AccessRefused):
        copy_statements(actor=MEMBER, season=following)


def test_the_button_copies_and_says_what_stayed_behind_and_why(following: Season, client: Client) -> None:
    account = create_account(by=BY, username="thu-ky", full_name="Trần Thị Thư", password=PASSWORD)
    assign_role(by=BY, account=account, role=Role.SECRETARY, unit="tay-ninh", starts_on=date(2024, 1, 2))
    client.force_login(account)
    address = f"/ky/{following.slug}/nhan-dinh/"
    assert "Chép từ kỳ năm 2024" in client.get(address).content.decode()
    shown = client.post(address + "chep/", follow=True).content.decode()
    flashes = re.findall(r'<div class="flash" role="status">.*?#(\w+)', shown)
    assert flashes == ["done", "fault", "fault", "fault", "fault"]
    assert "Đã chép 2 nhận định từ kỳ năm 2024" in shown
    assert (
        "Không chép “{số đạt} đơn vị cấp thẻ”: bảng tiêu chí đang dùng không có số liệu “Thẻ căn cước đã cấp”." in shown
    )
    assert "Cần xem lại “Năm 2024 có {số đạt} đơn vị”: câu còn nhắc năm 2024." in shown
