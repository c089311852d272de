"""From an empty season to a signed one, in the browser, each by whoever's part it is: the season opened, its calendar,
regulations, rulebook, targets and pact; four leaders sign here and the fifth on paper. Pictures:
docs/screens/hanh-trinh.
"""

import io
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from attached_files import PDF
from e2e.people import People
from e2e.screens import SCREENS
from e2e.served import Served, serve

pytestmark = pytest.mark.system("chromium")
SEASON = "/ky/cum-10-2026/"
WAY = SCREENS / "hanh-trinh"
TODAY = "12/01/2026"
CLOCK = datetime(2026, 1, 12, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
PASSWORD = "mùa thi đua năm ấy"  # noqa: S105 - of people who do not exist
MOVE = 'form[action$="chuyen-buoc/"] button'
SEND = "main form button.is-primary"
PHASES = (
    "preparing", "signed", "running", "reporting", "appraising",
    "agreed", "deliberating", "concluded", "proposing", "closed",
)  # fmt: skip
RULEBOOK = """\
rulebook: bang-diem-2026
title: Bảng điểm thi đua năm 2026
version: "1"
valid: {from: 2026-01-01}
indicators:
  - {code: pha-an, name: Tỷ lệ phá án, kind: percent}
criteria:
  - {code: I, name: Phá án, points: 20, indicator: pha-an, rule: target_and_leader}
  - {code: II, name: Phong trào ở cơ sở, points: 10, rule: entry}
"""
WRONG = RULEBOOK.replace("points: 20", "points: nhiều").replace("rule: entry", "rule: khong-co")
COMMITMENTS = (
    ("Tỷ lệ phá án vượt chỉ tiêu Bộ giao", "pha-an"),
    ("100% đơn vị phát động phong trào trước ngày 31/01", "II"),
)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serve(tmp_path_factory.mktemp("signing"), "prepare_signing.py", clock=CLOCK) as application:
        yield application


def send(tab: Tab, button: str = SEND) -> None:
    with tab.expect_navigation():
        tab.locator(button).first.click()


def file_of(name: str, text: str | bytes) -> dict[str, object]:
    data = text.encode() if isinstance(text, str) else text
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def opened(people: People) -> None:
    with people.as_("thuong-truc", "phat-dong/", season="/ky/") as tab:
        tab.fill("[name=name]", "Phong trào thi đua “Vì an ninh Tổ quốc” năm 2026")
        tab.fill("[name=slogan]", "Kỷ cương, đoàn kết, vượt khó")
        tab.select_option("[name=unit]", "bo-cong-an")
        send(tab)
    with people.as_("thuong-truc", "mo-ky/", season="/ky/") as tab:
        tab.select_option("[name=cluster]", index=1)
        tab.select_option("[name=movement]", index=1)
        tab.fill("[name=data_from]", "16/11/2025")
        tab.fill("[name=data_to]", "15/11/2026")
        tab.fill("[name=number]", "15/QĐ-X03")
        tab.fill("[name=date]", "05/01/2026")
        send(tab)
        tab.wait_for_url(f"**{SEASON}")
        expect(tab.locator(MOVE)).to_have_count(0)
        people.picture(tab, "ky-1-ky-moi-mo")


def planned(people: People) -> None:
    with people.as_("thu-ky", "lich/ngay/") as tab:
        for number, phase in enumerate(PHASES, start=1):
            tab.fill(f"[name={phase}_starts_on]", f"{12 if number == 1 else 1}/{number:02}/2026")
            tab.fill(f"[name={phase}_due_on]", f"28/{number:02}/2026")
        send(tab)
        tab.wait_for_url("**/lich/")
    with people.as_("thu-ky", "quy-che/sua/") as tab:
        for name, text in (("quorum", "2/3"), ("threshold", "2/3"), ("objection_days", "3"), ("reply_days", "5")):
            tab.fill(f"[name={name}]", text)
        tab.select_option("[name=comparator]", "at_least")
        tab.select_option("[name=threshold_base]", "members")
        tab.fill("[name=speaking_order]", "long-an\ntay-ninh\nbinh-phuoc\nbinh-duong\ndong-nai")
        tab.fill("[name=number]", "02/QC-CA10")
        tab.fill("[name=date]", TODAY)
        send(tab)
        tab.wait_for_url("**/quy-che/")


def adopted(people: People) -> None:
    """A rulebook with mistakes is shown with all of them and adopted by nobody; the sound one is."""
    with people.as_("thu-ky", "bang-tieu-chi/tai-len/") as tab:
        tab.set_input_files("[name=file]", file_of("bang-sai.yaml", WRONG))
        send(tab)
        expect(tab.locator("main .note.is-stop")).to_contain_text("2")
        people.picture(tab, "ky-2-bang-tieu-chi-sai")
        tab.goto(people.served.address + SEASON + "bang-tieu-chi/ban-hanh/")
        tab.wait_for_url("**/tai-len/")  # there is nothing to adopt
        tab.set_input_files("[name=file]", file_of("bang.yaml", RULEBOOK))
        send(tab)
        tab.wait_for_url("**/ban-hanh/")
        tab.fill("[name=number]", "03/QĐ-CA10")
        tab.fill("[name=date]", TODAY)
        send(tab)
        tab.wait_for_url("**/bang-tieu-chi/")


def with_targets(template: bytes) -> bytes:
    """The template with the target of each unit."""
    book = load_workbook(io.BytesIO(template))
    sheet = book.active
    titles = next(row for row in sheet.iter_rows() if row[0].value == "Đơn vị")
    column = next(cell.column for cell in titles if cell.value == "Chỉ tiêu")
    for row in sheet.iter_rows(min_row=titles[0].row + 1):
        sheet.cell(row[0].row, column).value = "80%" if row[0].value == "Long An" else "75%"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def assigned(people: People) -> None:
    """Targets of all units out of the workbook, by the standing body."""
    with people.as_("thuong-truc", "chi-tieu/tep/") as tab:
        with tab.expect_download() as download:
            tab.click('a[href$="mau/"]')
        book = with_targets(download.value.path().read_bytes())
        tab.set_input_files("[name=file]", file_of("chi-tieu-2026.xlsx", book))
        send(tab)
        tab.fill("#number", "06/QĐ-BCA")
        tab.fill("#date", TODAY)
        people.picture(tab, "ky-2-giao-chi-tieu", narrow=True)
        send(tab, "button[value=all]")
        tab.goto(people.served.address + SEASON + "chi-tieu/")
        expect(tab.locator("table.cells").first).to_contain_text("80%")


def drafted(people: People) -> None:
    with people.as_("thu-ky", "giao-uoc/soan/") as tab:
        tab.fill("[name=purpose]", "Bảo đảm an ninh, trật tự, xây dựng lực lượng trong sạch, vững mạnh.")
        for number, (text, codes) in enumerate(COMMITMENTS, start=1):
            tab.fill(f"[name=commitment_{number}]", text)
            tab.fill(f"[name=codes_{number}]", codes)
        tab.fill("[name=directive_1]", "Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến")
        tab.fill("[name=origin_1]", "Hội nghị tổng kết năm 2025")
        tab.check('[name="titles_long-an"][value=ministry_flag]')
        tab.check('[name="titles_tay-ninh"][value=government_flag]')
        tab.fill("[name=effect]", "Giao ước có hiệu lực từ ngày ký đến hết năm thi đua 2026.")
        people.picture(tab, "ky-3-soan-giao-uoc")
        send(tab, "main form button.is-primary")
        tab.wait_for_url("**/giao-uoc/")
        send(tab, 'form[action$="mo-ky/"] button')
        expect(tab.locator("main")).to_contain_text("0/5 đơn vị đã ký")
        expect(tab.locator("main")).to_contain_text("5 chỉ tiêu đã giao")  # the digest covers them
        people.picture(tab, "ky-4-mo-ky")


def locked(people: People) -> None:
    """While the text is open another rulebook may be drafted and not adopted, no target changes, the draft is shut."""
    with people.as_("thuong-truc", "chi-tieu/long-an/pha-an/sua/") as tab:
        tab.fill("#typed", "70%")
        tab.fill("#number", "07/QĐ-BCA")
        tab.fill("#date", TODAY)
        send(tab)
        expect(tab.locator("main")).to_contain_text("Giao ước đang mở ký")
    with people.as_("thu-ky", "bang-tieu-chi/tai-len/") as tab:
        tab.set_input_files("[name=file]", file_of("khac.yaml", RULEBOOK.replace("points: 10", "points: 12")))
        send(tab)
        tab.fill("[name=number]", "04/QĐ-CA10")
        tab.fill("[name=date]", TODAY)
        send(tab)
        expect(tab.locator("main")).to_contain_text("Giao ước đang mở ký")
        tab.goto(people.served.address + SEASON + "giao-uoc/soan/")
        tab.wait_for_url("**/giao-uoc/")


def withdrawn(people: People) -> None:
    """A leader who still has the old text on the screen is told when it is no longer the open one."""
    with people.as_("lanh-dao-long-an", "giao-uoc/ky/long-an/") as old:
        with people.as_("lanh-dao-dong-nai", "giao-uoc/ky/dong-nai/") as tab:
            tab.fill("[name=password]", PASSWORD)
            send(tab)
        with people.as_("thu-ky", "giao-uoc/rut/") as tab:
            expect(tab.locator("main")).to_contain_text("1 chữ ký")
            tab.fill("[name=reason]", "Thêm nội dung về điển hình tiên tiến")
            send(tab, "main form button.is-grave")
            tab.goto(people.served.address + SEASON + "giao-uoc/soan/")
            tab.fill("[name=commitment_3]", "Mỗi đơn vị có một điển hình tiên tiến được nhân rộng")
            send(tab)
            send(tab, 'form[action$="mo-ky/"] button')
            expect(tab.locator("main")).to_contain_text("chữ ký hết hiệu lực")
            people.picture(tab, "ky-5-rut-va-mo-ky-lai")
        old.fill("[name=password]", PASSWORD)
        send(old)
        expect(old.locator("main")).to_contain_text("không còn là bản đang mở ký")
        people.picture(old, "ky-6-ban-cu-khong-ky-duoc")


def signed(people: People) -> None:
    """One leader mistypes once; none signs for another; the last signs on paper."""
    with people.as_("lanh-dao-long-an", "giao-uoc/ky/tay-ninh/") as tab:
        expect(tab.locator("main")).not_to_contain_text("Mật khẩu của đồng chí")
    with people.as_("thu-ky", "giao-uoc/ky/tay-ninh/") as tab:
        expect(tab.locator("[name=password]")).to_have_count(0)
    with people.as_("lanh-dao-long-an", "", season="/") as tab:
        expect(tab.locator("main")).to_contain_text("Ký giao ước thi đua")
    with people.as_("lanh-dao-long-an", "giao-uoc/ky/long-an/") as tab:
        tab.fill("[name=password]", "nhầm")
        send(tab)
        expect(tab.locator("main")).to_contain_text("Còn 4 lần thử")
        people.picture(tab, "ky-7-sai-mat-khau")
        tab.fill("[name=password]", PASSWORD)
        send(tab)
        tab.wait_for_url("**/giao-uoc/")
    for unit in ("tay-ninh", "binh-phuoc", "binh-duong"):
        with people.as_(f"lanh-dao-{unit}", f"giao-uoc/ky/{unit}/") as tab:
            tab.fill("[name=password]", PASSWORD)
            send(tab)
            tab.wait_for_url("**/giao-uoc/")
    with people.as_("thu-ky", "") as tab:
        expect(tab.locator("main")).to_contain_text("Chưa ký: Công an tỉnh Đồng Nai")
        expect(tab.locator(MOVE)).to_have_count(0)
    with people.as_("thu-ky", "giao-uoc/ban-giay/dong-nai/") as tab:
        digest = tab.locator(".page-head p").inner_text().split("mã kiểm ")[1][:19]
        tab.fill("[name=signer]", "Đại tá Võ Văn Nai, Giám đốc")
        tab.fill("[name=digest]", "0000 0000 0000 0000")
        tab.fill("[name=number]", "05/GU-CA10")
        tab.fill("[name=date]", TODAY)
        tab.set_input_files("[name=file]", file_of("giao-uoc-dong-nai.pdf", PDF))
        send(tab)
        expect(tab.locator("main")).to_contain_text("không khớp bản đang mở ký")
        tab.fill("[name=digest]", digest)
        tab.set_input_files("[name=file]", file_of("giao-uoc-dong-nai.pdf", PDF))
        people.picture(tab, "ky-8-ghi-ban-giay")
        send(tab)
        expect(tab.locator("main")).to_contain_text("cả 5 đơn vị đã ký")
        people.picture(tab, "ky-9-da-ky-du")
        tab.goto(people.served.address + SEASON + "giao-uoc/in/")
        expect(tab.locator("article.paper")).to_contain_text("GIAO ƯỚC THI ĐUA")
        expect(tab.locator("article.paper")).to_contain_text(digest)
        people.picture(tab, "ky-10-ban-in")


def retargeted(people: People) -> None:
    """Withdrawn once more; another target alone makes another digest, so what was signed is never what stands now."""
    with people.as_("thu-ky", "giao-uoc/") as tab:
        before = tab.locator(".digest").first.inner_text()
        tab.goto(people.served.address + SEASON + "giao-uoc/rut/")
        tab.fill("[name=reason]", "Bộ giao lại chỉ tiêu của Long An")
        send(tab, "main form button.is-grave")
    with people.as_("thuong-truc", "chi-tieu/long-an/pha-an/sua/") as tab:
        tab.fill("#typed", "82%")
        tab.fill("#number", "08/QĐ-BCA")
        tab.fill("#date", TODAY)
        send(tab)
        expect(tab.locator("main")).to_contain_text("82%")
    with people.as_("thu-ky", "giao-uoc/") as tab:
        send(tab, 'form[action$="mo-ky/"] button')
        expect(tab.locator("main")).to_contain_text("5 chỉ tiêu đã giao")
        assert tab.locator(".digest").first.inner_text() != before


def frozen(people: People) -> None:
    """The season is signed: the pact is shut; rulebook and targets are amended by minutes alone."""
    with people.as_("thu-ky", "") as tab:
        send(tab, MOVE)
        expect(tab.locator(".phase-now")).to_contain_text("Ký giao ước")
        people.picture(tab, "ky-11-da-ky-giao-uoc")
        for path in ("giao-uoc/soan/", "giao-uoc/rut/"):
            answer = tab.goto(people.served.address + SEASON + path)
            assert answer is not None
            assert answer.status == 409
        tab.goto(people.served.address + SEASON + "bang-tieu-chi/ban-hanh/")
        expect(tab.locator("[name=reason]")).to_have_count(1)  # by a minute, with its reason
    with people.as_("thuong-truc", "chi-tieu/long-an/pha-an/sua/") as tab:
        tab.fill("#typed", "70%")
        send(tab)
        expect(tab.locator("#reason-fault, #number-fault")).to_have_count(2)
        tab.goto(people.served.address + SEASON + "chi-tieu/long-an/pha-an/")
        expect(tab.locator("main")).to_contain_text("82%")
        expect(tab.locator("main")).not_to_contain_text("70%")


def test_an_empty_season_is_prepared_and_signed_by_five_leaders(
    browser: Browser, cluster: Served, pytestconfig: pytest.Config
) -> None:
    people = People(browser, cluster, SEASON, WAY if pytestconfig.getoption("--write-screens") else None)
    opened(people)
    planned(people)
    adopted(people)
    assigned(people)
    drafted(people)
    locked(people)
    withdrawn(people)
    retargeted(people)
    signed(people)
    frozen(people)
