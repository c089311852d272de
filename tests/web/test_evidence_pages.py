"""The page of a unit's evidence: filed, photographed, cited again, withdrawn; what stands twice is told."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from attached_files import PDF, jpeg_with_place
from files.test_scanning import clamd
from scoring_cases import adopt_small_rulebook, scored_season, today_in
from season_cases import ABOVE, BY, CHAIR, OPENED, REPORTER, SLUG, on, person, write_cluster, write_season
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.attachments.models import Content
from thidua.apps.attachments.services import Upload
from thidua.apps.evidence.models import Evidence
from thidua.apps.evidence.selectors import age_limit_of
from thidua.apps.evidence.services import Cited, Piece, file_evidence, limit_age
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.apps.seasons.documents import Document
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
PAGE = f"/ky/{SLUG}/minh-chung/long-an/"
DAY = today_in(Phase.REPORTING)
GIVEN = {"indicator": "pha-an", "title": "Báo cáo tổng kết", "dated_on": "20/02/2024", "place": "trang 3"}
OUT_OF_TIME = "ngoài thời gian lấy số liệu"
SignIn = Callable[[Role, str], Client]


@pytest.fixture
def sign_in(author: Author, client: Client) -> SignIn:
    def as_somebody(role: Role, unit: str) -> Client:
        with on(OPENED):
            who = {"username": f"{role}.{unit}", "full_name": "Trần Thị Bảy", "password": "một hai ba bốn"}
            account = create_account(by=author, **who)
            assign_role(by=author, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
        client.force_login(account)
        return client

    return as_somebody


def sent(client: Client, **given: object) -> HttpResponse:
    with on(DAY):
        return client.post(PAGE, {**GIVEN, **given}, follow=True)


def test_a_photograph_is_filed_without_its_place_and_shown(sign_in: SignIn) -> None:
    scored_season(Phase.REPORTING)
    client = sign_in(Role.REPORTER, "long-an")
    answer = sent(client, file=SimpleUploadedFile("ảnh.jpg", jpeg_with_place()))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Báo cáo tổng kết" in html
    assert "trang 3" in html
    assert b"GPS" not in bytes(Content.objects.get().data)
    with on(DAY):
        picture = client.get(f"/ky/{SLUG}/tep/{Evidence.objects.get().attachment_id}/")
    assert (picture["Content-Type"], picture["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")


@pytest.mark.parametrize(
    ("name", "data", "disposition", "is_alone"),
    [
        ("ảnh.jpg", jpeg_with_place(), "inline", True),
        ("báo cáo.pdf", PDF, "inline", False),  # a browser's own reader of PDF does not start inside a sandbox
        ("ghi chép.txt", "Số vụ: 7".encode(), "attachment", True),
    ],
)
def test_a_file_is_shown_only_where_nothing_in_it_can_run(
    sign_in: SignIn, name: str, data: bytes, disposition: str, is_alone: bool
) -> None:
    scored_season(Phase.REPORTING)
    client = sign_in(Role.REPORTER, "long-an")
    sent(client, file=SimpleUploadedFile(name, data))
    with on(DAY):
        answer = client.get(f"/ky/{SLUG}/tep/{Evidence.objects.get().attachment_id}/")
    assert answer["Content-Disposition"].partition(";")[0] == disposition
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert ("sandbox" in answer["Content-Security-Policy"]) == is_alone
    assert "default-src 'none'" in answer["Content-Security-Policy"] or not is_alone


@pytest.mark.usefixtures("loopback")
def test_a_file_that_the_scanner_finds_infected_is_not_kept(sign_in: SignIn, settings: object) -> None:
    scored_season(Phase.REPORTING)
    client = sign_in(Role.REPORTER, "long-an")
    with clamd(b"stream: Eicar-Test-Signature FOUND\0") as (address, heard):
        settings.VIRUS_SCANNER = address  # type: ignore[attr-defined]
        answer = sent(client, file=SimpleUploadedFile("a.pdf", PDF))
    assert heard == [PDF]
    assert (answer.status_code, "Eicar-Test-Signature" in answer.content.decode()) == (400, True)
    assert not Content.objects.exists()


def test_what_is_older_than_the_limit_that_a_document_sets_is_told(sign_in: SignIn) -> None:
    season = scored_season(Phase.REPORTING)
    client = sign_in(Role.REPORTER, "long-an")
    before = sent(client, file=SimpleUploadedFile("a.pdf", PDF)).content.decode()
    with on(DAY):
        document = Document("07/HD-CA10", date(2024, 1, 10))
        days = {"first": date(2024, 3, 1), "last": date(2024, 12, 31)}
        limit_age(actor=CHAIR, season=season, **days, document=document, reason="Theo hướng dẫn", seen=0)
        after = client.get(PAGE).content.decode()
    assert (before.count(OUT_OF_TIME), after.count(OUT_OF_TIME)) == (0, 1)


def test_every_fault_stands_at_its_field_and_nothing_is_kept(sign_in: SignIn) -> None:
    scored_season(Phase.REPORTING)
    client = sign_in(Role.REPORTER, "long-an")
    answer = sent(client, dated_on="20/02/2030", file=SimpleUploadedFile("a.pdf", b"PK\x03\x04"))
    html = answer.content.decode()
    assert answer.status_code == 400
    assert 'id="file-fault"' in html
    assert 'id="dated_on-fault"' in html
    assert not Evidence.objects.exists()


def test_the_same_file_cited_twice_is_flagged_with_both_places(sign_in: SignIn) -> None:
    scored_season(Phase.REPORTING)
    client = sign_in(Role.REPORTER, "long-an")
    sent(client, file=SimpleUploadedFile("a.pdf", PDF))
    with on(DAY):
        row = Evidence.objects.get()
        html = client.post(PAGE, {"act": "cite", "evidence": row.pk, "code": "tin-bai"}, follow=True).content.decode()
    told = re.findall(r"Báo cáo tổng kết: tính cho (.*?)\.", html)
    assert told == ["pha-an Tỷ lệ phá án và tin-bai Tin bài"]


def test_another_units_evidence_is_told_without_its_name(sign_in: SignIn) -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        piece = Piece("Ảnh mít tinh", date(2024, 2, 20), [Cited("tin-bai")], Upload("b.pdf", PDF))
        other = person(Role.REPORTER, "dong-nai")
        file_evidence(actor=other, season=season, unit="dong-nai", piece=piece)
    html = sent(sign_in(Role.REPORTER, "long-an"), file=SimpleUploadedFile("a.pdf", PDF)).content.decode()
    assert "Cũng có ở một đơn vị khác" in html
    assert "Ảnh mít tinh" not in html


def test_a_claim_without_the_evidence_that_it_needs_is_named(sign_in: SignIn) -> None:
    season = scored_season(Phase.REPORTING)
    client = sign_in(Role.REPORTER, "long-an")
    with on(DAY):
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"cai-nghien": Typed("1.000/500", "BC 1")})
        assert "Còn thiếu minh chứng" in client.get(PAGE).content.decode()
    assert (
        "Còn thiếu minh chứng"
        not in sent(client, indicator="cai-nghien", file=SimpleUploadedFile("a.pdf", PDF)).content.decode()
    )


def test_what_is_withdrawn_stays_with_its_reason(sign_in: SignIn) -> None:
    scored_season(Phase.REPORTING)
    client = sign_in(Role.REPORTER, "long-an")
    sent(client, file=SimpleUploadedFile("a.pdf", PDF))
    with on(DAY):
        fields = {"act": "withdraw", "evidence": Evidence.objects.get().pk, "why": "Nhầm tệp"}
        html = client.post(PAGE, fields, follow=True).content.decode()
    assert "đã rút" in html
    assert "Nhầm tệp" in html


def test_an_appraiser_reads_and_files_nothing(sign_in: SignIn) -> None:
    scored_season(Phase.REPORTING)
    client = sign_in(Role.SECRETARY, "tay-ninh")
    with on(DAY):
        assert client.get(PAGE).status_code == 200
    assert sent(client, number="5/BC", issuer="CA", holder="PV01").status_code == 403


AGE = f"/ky/{SLUG}/quy-che/minh-chung/"
LIMIT = {"first": "01/03/2024", "last": "31/12/2024", "number": "07/HD-CA10", "date": "10/01/2024", "seen": "0"}


@pytest.mark.parametrize(("role", "unit"), [(Role.SECRETARY, "tay-ninh"), (Role.STANDING_BODY, ABOVE)])
def test_the_time_of_evidence_is_set_by_a_document_with_its_reason(sign_in: SignIn, role: Role, unit: str) -> None:
    season = scored_season(Phase.REPORTING)
    client = sign_in(role, unit)
    with on(DAY):
        before = client.get(AGE).content.decode()
        unreasoned = client.post(AGE, {**LIMIT, "reason": " "})
        after = client.post(AGE, {**LIMIT, "reason": "Theo hướng dẫn chấm điểm"}, follow=True).content.decode()
        limit = age_limit_of(season)
    assert "Minh chứng lấy theo thời gian lấy số liệu, từ 01/02/2024 đến 31/03/2024" in before
    assert (unreasoned.status_code, 'id="reason-fault"' in unreasoned.content.decode()) == (400, True)
    assert "từ 01/03/2024 đến 31/12/2024, theo văn bản 07/HD-CA10 ngày 10/01/2024" in after
    assert "Theo hướng dẫn chấm điểm" in after
    assert (limit.first, limit.last) == (date(2024, 3, 1), date(2024, 12, 31))


def test_a_reporter_reads_the_time_of_evidence_and_cannot_set_it(sign_in: SignIn) -> None:
    scored_season(Phase.REPORTING)
    client = sign_in(Role.REPORTER, "long-an")
    with on(DAY):
        read, sent_by_hand = client.get(AGE), client.post(AGE, {**LIMIT, "reason": "Theo hướng dẫn"})
    assert (read.status_code, 'name="reason"' in read.content.decode()) == (200, False)
    assert sent_by_hand.status_code == 403


def test_what_another_year_has_is_named_by_its_season_and_its_criteria(sign_in: SignIn) -> None:
    season = scored_season(Phase.REPORTING)
    piece = Piece("Báo cáo tổng kết", date(2024, 2, 20), [Cited("pha-an")], upload=Upload("a.pdf", PDF))
    with on(DAY):
        file_evidence(actor=REPORTER, season=season, unit="long-an", piece=piece)
    client = sign_in(Role.REPORTER, "long-an")
    with on(date(2025, 1, 6)):
        later = write_season(write_cluster(year=2025), movement=season.movement)
        adopt_small_rulebook(later)
        later.phase = Phase.REPORTING
        with recording(UNITS_RECORDED, by=BY, chain=later.ledger_chain(), count=0) as record:
            record.save(later)
        file_evidence(actor=REPORTER, season=later, unit="long-an", piece=piece)
        html = client.get(f"/ky/{later.slug}/minh-chung/long-an/").content.decode()
    assert "Đã dùng ở năm khác. Báo cáo tổng kết. Cũng có ở Công an tỉnh Long An, Kỳ thi đua năm 2024" in html
    assert "tính cho pha-an Tỷ lệ phá án" in html
