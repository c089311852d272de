"""The pages of the pact: drafting with what was typed kept, opening, signing, the paper with its digest."""

from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from attached_files import PDF
from season_cases import on
from thidua.apps.pact.models import Opening, Pact, Signature
from thidua.apps.pact.selectors import short
from thidua.core.phases import Phase
from world import PASSWORD, World, build

pytestmark = pytest.mark.django_db
PACT = "/ky/cum-10-2024/giao-uoc/"
DRAFT = {
    "seen": "0",
    "purpose": "Lập thành tích",
    "commitment_1": "Tỷ lệ phá án vượt chỉ tiêu",
    "codes_1": "pha-an; I.1",
    "commitment_2": "",
    "codes_2": "",
    "directive_1": "Nhân rộng điển hình",
    "origin_1": "Hội nghị năm 2023",
    "titles_dong-nai": ["ministry_flag", "determined_unit"],
    "effect": "Từ ngày ký",
}


@pytest.fixture
def world() -> Iterator[World]:
    built = build(Phase.PREPARING)
    with on(built.today):
        yield built


def browser_of(world: World, who: str) -> Client:
    browser = Client()
    browser.force_login(world.accounts[who])
    return browser


def opened(world: World) -> Opening:
    chair = browser_of(world, "chair")
    assert chair.post(PACT + "soan/", DRAFT).status_code == 302
    assert chair.post(PACT + "mo-ky/", {"seen": "1"}).status_code == 302
    return Opening.objects.get()


def test_the_draft_keeps_what_was_typed_and_drops_empty_rows(world: World) -> None:
    chair = browser_of(world, "chair")
    refused = chair.post(PACT + "soan/", DRAFT | {"codes_1": "khong-co", "origin_1": ""})
    page = refused.content.decode()
    assert (refused.status_code, Pact.objects.count()) == (400, 0)
    assert 'value="khong-co"' in page
    assert "Nhân rộng điển hình" in page
    assert 'value="ministry_flag" checked' in page
    chair.post(PACT + "soan/", DRAFT)
    content = Pact.objects.get().content
    assert content["commitments"] == [{"text": "Tỷ lệ phá án vượt chỉ tiêu", "codes": ["pha-an", "I.1"]}]
    again = chair.get(PACT + "soan/").content.decode()
    assert 'value="determined_unit" checked' in again
    assert 'name="commitment_4"' in again


def test_a_leader_reads_the_digest_and_signs_with_the_password(world: World) -> None:
    opening = opened(world)
    leader = browser_of(world, "leader")
    page = leader.get(PACT + "ky/dong-nai/").content.decode()
    assert short(opening.digest) in page
    wrong = leader.post(PACT + "ky/dong-nai/", {"digest": opening.digest, "password": "sai"})
    assert (wrong.status_code, Signature.objects.count()) == (400, 0)
    assert "Còn 4 lần" in wrong.content.decode()
    assert 'value="sai"' not in wrong.content.decode()
    right = leader.post(PACT + "ky/dong-nai/", {"digest": opening.digest, "password": PASSWORD})
    assert right.status_code == 302
    assert Signature.objects.get().unit == "dong-nai"
    assert leader.post(PACT + "ky/tay-ninh/", {"digest": opening.digest, "password": PASSWORD}).status_code == 403
    assert "1/5" in leader.get(PACT).content.decode()


def test_a_paper_is_recorded_with_its_scan_and_the_scan_can_be_opened(world: World) -> None:
    opening = opened(world)
    chair = browser_of(world, "chair")
    sent = {"signer": "Đại tá Trần Văn Giấy", "digest": short(opening.digest), "number": "02/GU", "date": "02/01/2024"}
    without = chair.post(PACT + "ban-giay/long-an/", sent)
    assert (without.status_code, Signature.objects.count()) == (400, 0)
    assert 'value="02/GU"' in without.content.decode()
    answer = chair.post(PACT + "ban-giay/long-an/", sent | {"file": SimpleUploadedFile("ky.pdf", PDF)})
    assert answer.status_code == 302
    scan = Signature.objects.get().scan
    assert scan is not None
    assert chair.get(f"/ky/cum-10-2024/tep/{scan.pk}/").content == PDF


def test_a_withdrawn_text_is_shown_with_its_void_signatures(world: World) -> None:
    opening = opened(world)
    leader, chair = browser_of(world, "leader"), browser_of(world, "chair")
    leader.post(PACT + "ky/dong-nai/", {"digest": opening.digest, "password": PASSWORD})
    assert chair.post(PACT + "rut/", {"reason": "Sửa nội dung 1"}).status_code == 302
    page = leader.get(PACT).content.decode()
    assert "chữ ký hết hiệu lực" in page
    assert "Sửa nội dung 1" in page
    assert "không còn hiệu lực" in leader.get(PACT + "in/1/").content.decode()


def test_the_paper_carries_text_titles_signatures_and_the_whole_digest(world: World) -> None:
    opening = opened(world)
    leader = browser_of(world, "leader")
    leader.post(PACT + "ky/dong-nai/", {"digest": opening.digest, "password": PASSWORD})
    paper = leader.get(PACT + "in/").content.decode()
    for said in (
        "GIAO ƯỚC THI ĐUA",
        opening.digest,
        "Nhân rộng điển hình",
        "Cờ thi đua của Bộ",
        "Điều 26",
        "Ký trên phần mềm",
    ):
        assert said in paper
    assert paper.index("CÔNG AN TỈNH TÂY NINH") < paper.index("CÔNG AN TỈNH ĐỒNG NAI")  # the chair first


def test_opening_is_refused_with_the_reason_on_the_page(world: World) -> None:
    chair = browser_of(world, "chair")
    chair.post(PACT + "soan/", DRAFT | {"commitment_1": "", "codes_1": ""})
    refused = chair.post(PACT + "mo-ky/", {"seen": "1"})
    assert refused.status_code == 400
    assert "chưa có nội dung cam kết" in refused.content.decode()
