"""From claims to the published order, in the browser, each by whoever's part it is: decisions by keyboard, an objection
won and one lost, the chair's own unit judged by the deputy's side, the meeting and its minute, a tie that the chain
breaks and one that stays. Pictures of the way stand in docs/screens/hanh-trinh.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from e2e.people import People
from e2e.screens import SCREENS
from e2e.served import Served, serve

pytestmark = pytest.mark.system("chromium")
SEASON = "/ky/cum-10-2024/"
WAY = SCREENS / "hanh-trinh"
TODAY = "23/11/2024"
MOVE = 'form[action$="chuyen-buoc/"] button'


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serve(tmp_path_factory.mktemp("scores"), "prepare_scores.py") as application:
        yield application


def accept(tab: Tab) -> None:
    """1 goes to the button, Enter confirms."""
    tab.keyboard.press("1")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")


def cut(tab: Tab, typed: str, reason: str) -> None:
    """2 goes to the figure; Ctrl and Enter write from the last field."""
    tab.keyboard.press("2")
    tab.keyboard.type(typed)
    tab.fill("#reason", reason)
    tab.fill("#clause", "Điều 6")
    tab.focus("#clause")
    with tab.expect_navigation():
        tab.keyboard.press("Control+Enter")


def decided_by_keyboard(people: People) -> None:
    with people.as_("tham-dinh-dong-nai", "tham-dinh/binh-phuoc/") as tab:
        cut(tab, "15", "Thiếu một vụ trong thống kê")
        expect(tab.locator(".queue [aria-current]")).to_contain_text("II")
        people.picture(tab, "1-tham-dinh")
        accept(tab)
        tab.keyboard.press("k")
        tab.wait_for_url("**/binh-phuoc/I/")
    with people.as_("tham-dinh-dong-nai", "tham-dinh/long-an/") as tab:
        accept(tab)
        cut(tab, "8", "Một mô hình chưa được công nhận")
    with people.as_("tham-dinh-dong-nai", "tham-dinh/binh-duong/") as tab:
        accept(tab)
        accept(tab)
    with people.as_("tham-dinh-long-an", "tham-dinh/dong-nai/") as tab:
        accept(tab)
        accept(tab)


def chair_judged_by_the_deputy(people: People) -> None:
    with people.as_("tham-dinh-dong-nai", "tham-dinh/tay-ninh/I/") as tab:
        expect(tab.locator("#accept")).to_have_count(0)
    with people.as_("thu-ky", "tham-dinh/tay-ninh/I/") as tab:
        expect(tab.locator("#accept")).to_have_count(0)
    with people.as_("tham-dinh-long-an", "tham-dinh/tay-ninh/") as tab:
        accept(tab)
        accept(tab)


def objected(people: People) -> None:
    for username, place, text, wanted in (
        ("lanh-dao-binh-phuoc", "binh-phuoc/I/", "Vụ này có trong phụ lục 2", "16"),
        ("lanh-dao-long-an", "long-an/II/", "Mô hình đã được công nhận", "9"),
    ):
        with people.as_(username, f"kien-nghi/{place}") as tab:
            tab.fill("[name=text]", text)
            tab.fill("[name=wanted]", wanted)
            with tab.expect_navigation():
                tab.click("button[value=object]")
            expect(tab.locator("main")).to_contain_text(text)


def held_back(people: People) -> None:
    """While an objection is open the season does not move on."""
    with people.as_("thu-ky", "") as tab:
        expect(tab.locator("main")).to_contain_text("Còn 2 kiến nghị")
        expect(tab.locator(MOVE)).to_have_count(0)


def ruled(people: People) -> None:
    with people.as_("thu-ky", "kien-nghi/binh-phuoc/I/") as tab:
        tab.select_option("[name=outcome]", "upheld")
        tab.fill("[name=typed]", "16")
        tab.fill("[name=reason]", "Phụ lục 2 ghi đủ vụ này")
        people.picture(tab, "2-kien-nghi")
        with tab.expect_navigation():
            tab.click("button[value=rule]")
        effects = tab.locator("table", has_text="Theo kết luận kiến nghị")
        expect(effects).to_contain_text("25,00")
        people.picture(tab, "3-ket-luan")
    with people.as_("thu-ky", "kien-nghi/long-an/II/") as tab:
        tab.select_option("[name=outcome]", "rejected")
        tab.fill("[name=reason]", "Chưa có quyết định công nhận")
        with tab.expect_navigation():
            tab.click("button[value=rule]")
        expect(tab.locator("main")).to_contain_text("giữ kết luận thẩm định")


def agreed(people: People) -> None:
    with people.as_("thu-ky", "hop-thong-nhat/") as tab:
        expect(tab.locator("main")).to_contain_text("Còn 0 điểm chưa kết luận")
        tab.fill("[name=held_on]", TODAY)
        tab.fill("[name=place]", "Công an tỉnh Tây Ninh")
        tab.fill("[name=present]", "Đại tá An, cụm trưởng\nĐại tá Bình, cụm phó")
        tab.fill("[name=number]", "24/BB-CA10")
        tab.fill("[name=date]", TODAY)
        people.picture(tab, "4-hop-thong-nhat")
        with tab.expect_navigation():
            tab.click("button[value=close]")
        expect(tab.locator("article.paper")).to_contain_text("24/BB-CA10")
        people.picture(tab, "5-bien-ban")
    with people.as_("thu-ky", "") as tab:
        with tab.expect_navigation():
            tab.locator(MOVE).click()
        expect(tab.locator(".phase-now")).to_contain_text("Thống nhất điểm")


def published(people: People) -> None:
    """Frozen, agreed on and published, each by its paper and its typed word."""
    for path, number, word in (
        ("xep-hang/chot/", "25/TB-CA10", "chốt"),
        ("xep-hang/ban/1/thong-nhat/", "26/BB-CA10", "thống nhất"),
        ("xep-hang/ban/1/cong-bo/", "27/TB-CA10", "công bố"),
    ):
        with people.as_("thu-ky", path) as tab:
            tab.fill("[name=number]", number)
            tab.fill("[name=date]", TODAY)
            tab.fill("[name=word]", word)
            with tab.expect_navigation():
                tab.locator("main form button").first.click()
            tab.wait_for_url("**/xep-hang/")


def test_claims_become_the_order_that_everybody_sees(
    browser: Browser, cluster: Served, pytestconfig: pytest.Config
) -> None:
    people = People(browser, cluster, SEASON, WAY if pytestconfig.getoption("--write-screens") else None)
    decided_by_keyboard(people)
    chair_judged_by_the_deputy(people)
    objected(people)
    held_back(people)
    ruled(people)
    agreed(people)
    published(people)
    with people.as_("lanh-dao-long-an", "xep-hang/") as tab:
        order = [" ".join(row.inner_text().split()) for row in tab.locator("table.is-standings tbody tr").all()]
        people.picture(tab, "6-xep-hang")
        expect(tab.locator("main")).to_contain_text("Công tác chuyên môn")
        expect(tab.locator("main")).to_contain_text("đã công bố")
    assert [line.split()[0] for line in order] == ["1", "2", "3", "4=", "4="]
    assert ["Tây Ninh" in order[0], "Long An" in order[1], "Bình Phước" in order[2]] == [True] * 3
    assert all("25,00" in line for line in order[1:3])
    assert all("22,00" in line for line in order[3:])
