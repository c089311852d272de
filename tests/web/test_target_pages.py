"""Targets in the browser: read by all, given before the signing, amended after it, noted by units, out of workbooks."""

import io
import re
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from scoring_cases import scored_season, today_in
from season_cases import ABOVE, BODY, OPENED, SLUG, on, person
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.rulebooks.models import Milestone, Target, TargetAcknowledgement
from thidua.apps.rulebooks.selectors import targets_of
from thidua.apps.rulebooks.services import acknowledge_targets, amend_target
from thidua.apps.rulebooks.taken_note import notes_of
from thidua.apps.seasons.documents import Document
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase
from thidua.files.target_xlsx import TargetLine, target_workbook
from thidua.web.common.handed_in import MOST_BYTES
from thidua.words.language import Language

pytestmark = [pytest.mark.django_db]
PAGE = f"/ky/{SLUG}/chi-tieu/"
DAY, LATER = today_in(Phase.PREPARING), today_in(Phase.RUNNING)
GIVING = {"number": "06/PL-CA10", "date": "02/01/2024", "acknowledge_by": "15/01/2024"}
TITLES = ["Đơn vị", "Mã", "Nội dung", "Đơn vị tính", "Chỉ tiêu", "Đến ngày", "Mốc 29/02/2024"]


def signed_in(author: Author, role: Role, unit: str) -> Client:
    with on(OPENED):
        account = create_account(by=author, username=f"{role}-{unit}", full_name="Trần Thị Bảy", password="một hai ba")  # noqa: S106
        assign_role(by=author, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def body(author: Author) -> Client:
    return signed_in(author, Role.STANDING_BODY, ABOVE)


@pytest.fixture
def leader(author: Author) -> Client:
    return signed_in(author, Role.LEADER, "long-an")


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


def book(*rows: list[object]) -> SimpleUploadedFile:
    made = openpyxl.Workbook()
    made.active.title = "Chỉ tiêu"
    for row in (TITLES, *rows):
        made.active.append(row)
    target = io.BytesIO()
    made.save(target)
    return SimpleUploadedFile("chi-tieu.xlsx", target.getvalue())


def hidden(answer: HttpResponse) -> dict[str, str]:
    found = re.findall(r'<input[^>]*name="([^"]+)" value="([^"]*)"', answer.content.decode())
    return dict(found)


def said(unit: str, indicator: str) -> list[str]:
    rows = Target.objects.filter(unit=unit, indicator=indicator).order_by("version")
    return [row.typed for row in rows]


def test_the_table_tells_no_target_zero_and_no_task_apart(body: Client) -> None:
    scored_season(Phase.PREPARING)
    cells = {
        "long-an.tin-bai": "0",
        "tay-ninh.tin-bai": "không giao chỉ tiêu",
        "dong-nai.tin-bai": "không giao",
    }
    with on(DAY):
        sent = body.post(PAGE + "giao/", {**GIVING, **cells, **standing(body)})
        answer = body.get(PAGE)
    assert sent.status_code == 302
    looks = re.findall(r'<td( class="[^"]*")?><a href="[^"]*/tin-bai/">([^<]*)</a>', answer.content.decode())
    assert looks == [
        (' class="is-na"', "KCT"),
        ("", "0"),
        (' class="is-missing"', "·"),
        (' class="is-missing"', "·"),
        (' class="is-unassigned"', "–"),
    ]


def standing(client: Client) -> dict[str, str]:
    """What stands in the cells of the table of the one indicator that has targets."""
    return {f"{unit}.pha-an": "75%" for unit in ("tay-ninh", "long-an", "binh-phuoc", "binh-duong", "dong-nai")}


def test_what_was_typed_stays_with_what_is_wrong_and_nothing_is_written(body: Client) -> None:
    scored_season(Phase.PREPARING)
    cells = {**standing(body), "long-an.pha-an": "8o%", "tay-ninh.pha-an": "80%", "dong-nai.dieu-tra": "120%"}
    with on(DAY):
        answer = body.post(PAGE + "giao/", {**cells, "number": "06/PL-CA10", "date": "02/01/2024"})
    assert answer.status_code == 400
    assert 'value="8o%"' in answer.content.decode()
    assert "Tỷ lệ phá án, Tây Ninh : 80%" in text(answer).replace("Tây Ninh:", "Tây Ninh :")
    assert "không thể là 120%, quá 100%" in text(answer)
    assert Target.objects.filter(version__gt=1).count() == 0


def test_two_people_in_one_cell_lose_nothing(body: Client) -> None:
    scored_season(Phase.PREPARING)
    mine = {**standing(body), **GIVING, "long-an.pha-an": "80%", "seen.long-an.pha-an": "1"}
    with on(DAY):
        assert body.post(PAGE + "giao/", mine).status_code == 302
        answer = body.post(PAGE + "giao/", {**mine, "long-an.pha-an": "85%"})
    assert answer.status_code == 400
    assert "vừa được người khác ghi là “80%”" in text(answer)
    assert 'value="85%"' in answer.content.decode()
    assert said("long-an", "pha-an") == ["75%", "80%"]


def test_a_text_is_read_while_it_is_typed(body: Client) -> None:
    scored_season(Phase.PREPARING)
    with on(DAY):
        read = body.get(PAGE + "hieu/", {"don-vi": "long-an", "chi-so": "tin-bai", "viet": "1.234"}).json()
        asked = body.get(PAGE + "hieu/", {"don-vi": "long-an", "chi-so": "pha-an", "viet": "0,8"}).json()
    assert read == {"text": "1.234", "problems": []}
    assert len(asked["problems"]) == 1


def test_a_workbook_is_looked_at_mended_in_place_taken_in_part_and_taken_back(body: Client) -> None:
    scored_season(Phase.PREPARING)
    rows = [
        ["Long An", "pha-an", "", "", "80%", None, "40%"],
        ["Cà Mau", "pha-an", "", "", "80%", None, None],
        ["Tây Ninh", "phan-an", "", "", "80%", None, None],
        ["Đồng Nai", "dieu-tra", "", "", "120%", None, None],
        ["Bình Dương", "tin-bai", "", "", -5, None, None],
        ["Bình Phước", "pha-an", "", "", "75%", None, None],
    ]
    with on(DAY):
        seen = body.post(PAGE + "tep/", {"file": book(*rows)})
        form = {**hidden(seen), **GIVING}
        mended = body.post(PAGE + "tep/", {**form, "o.Chỉ tiêu!A3": "Đồng Nai", "act": "look"})
        taken = body.post(PAGE + "tep/", {**hidden(mended), **GIVING, "act": "good"})
        listed = body.get(PAGE + "tep/")
        batch = Target.objects.exclude(file_name="").values_list("batch", flat=True).distinct().get()
        before = (said("long-an", "pha-an"), said("dong-nai", "pha-an"), Milestone.objects.count())
        undone = body.post(f"{PAGE}tep/{batch}/rut/")
    assert (seen.status_code, mended.status_code, taken.status_code, undone.status_code) == (400, 400, 302, 302)
    assert "4 dòng trong 6 dòng chưa nhận được" in text(seen)
    assert "3 dòng trong 6 dòng chưa nhận được" in text(mended)
    assert "chi-tieu.xlsx" in text(listed)
    assert before == (["75%", "80%"], ["75%", "80%"], 1)
    assert said("long-an", "pha-an") == ["75%", "80%", "75%"]


def test_the_template_reads_back_as_it_stands(body: Client) -> None:
    scored_season(Phase.PREPARING)
    with on(DAY):
        answer = body.get(PAGE + "tep/mau/")
        sent = body.post(PAGE + "tep/", {"file": SimpleUploadedFile("mau.xlsx", answer.content)})
    assert sent.status_code == 200
    assert "đã đúng như đang có" in text(sent)


def test_an_amendment_shows_both_versions_and_asks_for_the_day_the_document_and_the_reason(body: Client) -> None:
    scored_season(Phase.RUNNING)
    address = PAGE + "long-an/pha-an/"
    with on(LATER):
        empty = body.post(address + "sua/", {"typed": "80%", "seen": "1"})
        sent = {**GIVING, "acknowledge_by": "", "typed": "80%", "valid_from": "03/03/2024", "reason": "Bộ giao thêm"}
        done = body.post(address + "sua/", {**sent, "seen": "1"})
        again = body.post(address + "sua/", {**sent, "typed": "90%", "seen": "1"})
        answer = body.get(address)
        table = body.get(PAGE)
    assert (empty.status_code, done.status_code, again.status_code) == (400, 302, 400)
    assert re.findall(r'id="(\w+)-fault"', empty.content.decode()) == ["valid_from", "reason", "number", "date"]
    assert "vừa được người khác ghi" in text(again)
    shown = re.findall(
        r'<tr><th scope="row">([^<]*?) ?(?:<span class="tag is-done">([^<]*)</span>)?</th>', answer.content.decode()
    )
    assert shown == [("80%", "đang áp dụng"), ("75%", "")]
    assert "Bộ giao thêm" in text(answer)
    assert "80%*" in table.content.decode()


def test_a_unit_takes_note_late_and_again_after_an_amendment(body: Client, leader: Client) -> None:
    season = scored_season(Phase.PREPARING)
    with on(DAY):
        body.post(PAGE + "giao/", {**standing(body), **GIVING, "long-an.pha-an": "80%", "acknowledge_by": "10/01/2024"})
        desk = text(leader.get("/"))
    with on(date(2024, 1, 20)):
        late = text(leader.get(PAGE))
        done = leader.post(PAGE + "xac-nhan/long-an/")
        of_another = leader.post(PAGE + "xac-nhan/tay-ninh/")
        after = text(leader.get(PAGE))
        twice = leader.post(PAGE + "xac-nhan/long-an/")
    assert "Xác nhận chỉ tiêu được giao, 2 nội dung mới" in desk
    assert "muộn 10 ngày" in late.replace("chậm", "muộn")
    assert (done.status_code, of_another.status_code, twice.status_code) == (302, 403, 400)
    assert "20/01/2024 muộn đã xác nhận" in after
    row = TargetAcknowledgement.objects.get()
    assert (row.unit, row.versions, row.is_late) == ("long-an", 2, True)
    assert len(targets_of(season, on=DAY)) == 5


def test_an_amended_target_waits_for_a_new_note() -> None:
    season = scored_season(Phase.RUNNING)
    with on(LATER):
        acknowledge_targets(actor=person(Role.LEADER, "long-an"), season=season, unit="long-an")
        before = notes_of([season], ["long-an"])[SLUG, "long-an"]
        amend_target(
            actor=BODY,
            season=season,
            unit="long-an",
            indicator="pha-an",
            typed="80%",
            valid_from=LATER,
            document=Document("31/BB", date(2024, 1, 2)),
            reason="Bộ giao thêm",
            acknowledge_by=LATER,
        )
        after = notes_of([season], ["long-an"])[SLUG, "long-an"]
    assert (before.is_pending, after.is_pending, after.open, after.due_on) == (False, True, 1, LATER)


def test_a_file_may_hold_the_targets_of_many_more_units_than_a_cluster_has() -> None:
    quarters = [date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31)]
    lines = [
        TargetLine(
            f"Công an xã {unit}",
            f"chi-so-{indicator}",
            f"Tỷ lệ của chỉ số {indicator}",
            "%",
            f"{50 + (unit + indicator) % 50}%",
            date(2024, 11, 30),
            dict.fromkeys(quarters, f"{10 + (unit + indicator) % 40}%"),
        )
        for unit in range(100)
        for indicator in range(40)
    ]
    book = target_workbook("Chỉ tiêu", lines, quarters, Language.VI, dated=date(2024, 1, 2))
    assert len(book) < MOST_BYTES / 8  # so eight times as many fit
