"""A campaign in the browser, over seventeen days: launched by the standing body, acknowledged by four units in time and
by the fifth late, who alone is reminded; reviewed, and its result a figure that counts into a criterion. Pictures of
the way, at both widths, stand in docs/screens/dot-thi-dua.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from e2e.people import People
from e2e.screens import SCREENS
from e2e.served import serve

pytestmark = pytest.mark.system("chromium")
SEASON = "/ky/cum-10-2024/"
WAY = SCREENS / "dot-thi-dua"
NAME = "Cao điểm bảo đảm an ninh, trật tự dịp lễ 30/4"
IN_TIME = ("tay-ninh", "long-an", "binh-phuoc", "binh-duong")
LATE, LATE_NAME = "dong-nai", "Công an tỉnh Đồng Nai"
FOUND = {"tay-ninh": "80%", "long-an": "90%", "binh-phuoc": "85%", "binh-duong": "75%", LATE: "95,5%"}
OWED = f"Xác nhận đợt thi đua “{NAME}”"
REMINDER = f"Đến hạn 08/03/2024: {OWED}"
SEND = "main form button.is-primary"


def send(tab: Tab, button: str = SEND) -> None:
    with tab.expect_navigation():
        tab.locator(button).first.click()


def launched(people: People) -> None:
    """By the standing body; a deadline behind the last day is refused at its field, and nothing typed is lost."""
    with people.as_("thuong-truc", "dot-thi-dua/moi/") as tab:
        tab.fill("#name", NAME)
        tab.select_option("#sort", "peak")
        tab.fill("#starts_on", "04/03/2024")
        tab.fill("#ends_on", "20/03/2024")
        tab.fill("#acknowledge_by", "25/03/2024")
        tab.fill("#content", "Tập trung lực lượng điều tra, khám phá án.")
        tab.select_option("#indicator", "pha-an")
        tab.fill("#number", "12/KH-X03")
        tab.fill("#date", "01/03/2024")
        send(tab)
        expect(tab.locator("#acknowledge_by-fault")).to_contain_text("sau ngày kết thúc (20/03/2024)")
        expect(tab.locator("#name")).to_have_value(NAME)
        people.picture(tab, "1-phat-dong-sai", narrow=True)
        tab.fill("#acknowledge_by", "08/03/2024")
        send(tab)
        expect(tab.locator("main")).to_contain_text("0/5 đơn vị đã xác nhận")


def acknowledged(people: People) -> None:
    """Four on the first day; the desk of each says what it owes and by when, until it is done."""
    for unit in IN_TIME:
        with people.as_(f"lanh-dao-{unit}", "", season="/") as tab:
            row = tab.locator(".jobs li", has_text=OWED)
            expect(row.locator(".due")).to_contain_text("08/03/2024")
            row.locator("a.act").click()
            tab.click('form[action*="/xac-nhan/"] button')
            expect(tab.locator("tr", has_text="04/03/2024")).to_have_count(IN_TIME.index(unit) + 1)
            tab.goto(people.served.address + "/")
            expect(tab.locator("main")).not_to_contain_text(OWED)


def reminded(people: People) -> None:
    """A day before the deadline: the unit that owes is reminded, and no other."""
    with people.as_(f"lanh-dao-{LATE}", "thong-bao/", season="/") as tab:
        expect(tab.locator(".told li", has_text=REMINDER)).to_have_count(1)
        people.picture(tab, "2-nhac-viec", narrow=True)
    others = [f"{role}-{unit}" for role in ("lanh-dao", "bao-cao") for unit in IN_TIME]
    for username in (*others, f"bao-cao-{LATE}", "thu-ky", "thuong-truc"):
        with people.as_(username, "thong-bao/", season="/") as tab:
            expect(tab.locator("h1")).to_have_text("Thông báo")
            expect(tab.locator("main")).not_to_contain_text("Đến hạn")


def late(people: People) -> None:
    """Five days over: the desk says so, the board shows it to everybody, and the record keeps it once it is done."""
    with people.as_("thuong-truc", "dot-thi-dua/") as tab:
        expect(tab.locator("main")).to_contain_text(LATE_NAME)
        tab.click(f'text="{NAME}"')
        expect(tab.locator("tr", has_text=LATE_NAME)).to_contain_text("chưa, chậm 5 ngày")
        expect(tab.locator(".tag.is-late")).to_have_count(1)
    with people.as_(f"lanh-dao-{LATE}", "", season="/") as tab:
        row = tab.locator(".jobs li", has_text=OWED)
        expect(row.locator(".due")).to_contain_text("5 ngày")
        people.picture(tab, "3-viec-qua-han", narrow=True)
        row.locator("a.act").click()
        tab.click('form[action*="/xac-nhan/"] button')
        expect(tab.locator("tr", has_text=LATE_NAME)).to_contain_text("13/03/2024 chậm 5 ngày")
        expect(tab.locator(".tag.is-late")).to_have_count(1)
        people.picture(tab, "4-xac-nhan-cham", narrow=True)


def reviewed(people: People) -> None:
    """After its last day, by the chair's secretary, out of the desk."""
    with people.as_("thu-ky", "", season="/") as tab:
        tab.locator(".jobs li", has_text="Tổng kết đợt thi đua").locator("a.act").click()
        tab.fill("#findings", "Năm đơn vị hoàn thành; Đồng Nai dẫn đầu, xác nhận chậm năm ngày.")
        for unit, found in FOUND.items():
            tab.fill(f"#typed_{unit}", found)
        tab.fill(f"#note_{LATE}", "Dẫn đầu cụm")
        tab.fill("#number", "20/BC-CA10")
        tab.fill("#date", "21/03/2024")
        people.picture(tab, "5-tong-ket", narrow=True)
        send(tab)
        expect(tab.locator("tr", has_text=LATE_NAME)).to_contain_text("95,5%")


def counted(people: People) -> None:
    """What a unit confirms is its figure, and gives the points of the criterion: ten to the unit that leads."""
    for unit, found in FOUND.items():
        with people.as_(f"bao-cao-{unit}", "", season="/") as tab:
            tab.locator(".jobs li", has_text="Xác nhận kết quả đợt thi đua").locator("a.act").click()
            expect(tab.locator("form.note")).to_contain_text(found)
            tab.click('form[action*="/ket-qua/"] button')
            expect(tab.locator("tr", has_text="đơn vị xác nhận ngày 21/03/2024")).to_have_count(
                list(FOUND).index(unit) + 1
            )
    with people.as_(f"bao-cao-{LATE}", f"phieu-diem/{LATE}/I.1/") as tab:
        expect(tab.locator("main")).to_contain_text("95,5%")
        expect(tab.locator("main")).to_contain_text(f"{NAME}, 20/BC-CA10, 21/03/2024")
        expect(tab.locator("main")).to_contain_text("10,00")
        people.picture(tab, "6-tinh-diem", narrow=True)


def test_a_campaign_is_launched_and_one_unit_acknowledges_it_late(
    browser: Browser, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    folder = WAY if pytestconfig.getoption("--write-screens") else None

    @contextmanager
    def in_march(day: int) -> Iterator[People]:
        """The application in the morning of a day."""
        clock = datetime(2024, 3, day, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
        with serve(tmp_path, "prepare_campaign.py", clock=clock) as served:
            yield People(browser, served, SEASON, folder)

    with in_march(4) as people:
        launched(people)
        acknowledged(people)
    with in_march(7) as people:
        reminded(people)
    with in_march(13) as people:
        late(people)
    with in_march(21) as people:
        reviewed(people)
        counted(people)
