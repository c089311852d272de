"""A draft in the browser: begun with last year's rulebook, a band torn and mended with the checker beside it, two
people at one criterion, tried on last year's figures, adopted. Pictures of the way stand in docs/screens/soan-bang.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from e2e.conftest import DESK, PATIENCE
from e2e.screens import SCREENS
from e2e.served import Served, serve

pytestmark = pytest.mark.system("chromium")
EDITOR = "/ky/cum-10-2025/bang-tieu-chi/soan/"
WAY = SCREENS / "soan-bang"
CLOCK = datetime(2025, 1, 10, 14, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
TORN = EDITOR + "?tieu-chi=I.2.1.b"


@pytest.fixture(scope="module")
def preparing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serve(tmp_path_factory.mktemp("editor"), "prepare_editor.py", clock=CLOCK) as application:
        yield application


class Desks:
    """People at the draft, each with a browser of their own."""

    def __init__(self, browser: Browser, served: Served, folder: Path | None) -> None:
        self.browser, self.served, self.folder = browser, served, folder

    @contextmanager
    def of(self, username: str, path: str) -> Iterator[Tab]:
        context = self.browser.new_context(viewport=DESK, color_scheme="light", reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        session = {"name": "sessionid", "value": self.served.sessions[username], "url": self.served.address}
        context.add_cookies([session])
        tab = context.new_page()
        tab.on("pageerror", lambda error: pytest.fail(str(error)))
        tab.goto(self.served.address + path)
        yield tab
        context.close()

    def picture(self, tab: Tab, name: str) -> None:
        if self.folder is not None:
            self.folder.mkdir(exist_ok=True)
            tab.screenshot(path=self.folder / f"{name}.png")


def save(tab: Tab) -> None:
    with tab.expect_navigation():
        tab.click("#save")


def torn_and_mended(desks: Desks) -> None:
    """The checker answers while one types; what it says is gone once the band is whole."""
    with desks.of("thu-ky", EDITOR + "bat-dau/") as tab:
        with tab.expect_navigation():
            tab.click("button[value=last]")
        expect(tab.locator("main")).to_contain_text("Quy định chung")
    with desks.of("thu-ky", TORN) as tab:
        below = tab.locator('[name="rule.bands.2.below"]')
        expect(tab.locator("#findings .hole")).to_have_count(0)
        below.fill("91%")
        expect(tab.locator("#findings .note.is-stop")).to_contain_text("91%")
        expect(tab.locator("#status")).to_contain_text("1 điều cần xem ở mục này")
        assert tab.locator("#findings .hole").count() == 1
        desks.picture(tab, "1-bac-bi-ho")
        save(tab)
        expect(tab.locator(".tree .flagged")).to_have_count(1)
        tab.locator('[name="rule.bands.2.below"]').fill("92%")
        expect(tab.locator("#findings")).to_contain_text("không thấy lỗi ở mục này")
        tab.locator('[name="rule.bands.1.from"]').fill("94%")
        tab.locator('[name="rule.bands.2.below"]').fill("94%")
        save(tab)
        expect(tab.locator(".tree .flagged")).to_have_count(0)
        desks.picture(tab, "2-da-sua")


def two_at_one_criterion(desks: Desks) -> None:
    with desks.of("thu-ky", TORN) as first, desks.of("thuong-truc", TORN) as second:
        second.fill("#name", "Án rất nghiêm trọng và đặc biệt nghiêm trọng")
        save(second)
        first.fill("#name", "Khám phá án rất, đặc biệt nghiêm trọng")
        save(first)
        expect(first.locator('main [role="alert"]')).to_contain_text("Đặng Thị Trực")
        expect(first.locator("#name")).to_have_value("Khám phá án rất, đặc biệt nghiêm trọng")
        desks.picture(first, "3-hai-nguoi-sua")
        save(first)
        expect(first.locator("h2", has_text="Khám phá án")).to_be_visible()
        second.reload()
        expect(second.locator("main")).to_contain_text("Trần Thị Thư")


def moved_by_keyboard(desks: Desks) -> None:
    with desks.of("thu-ky", TORN) as tab:
        with tab.expect_navigation():
            tab.keyboard.press("Alt+ArrowUp")
        expect(tab.locator("main")).to_contain_text("Đã chuyển chỗ")
        order = tab.locator('.tree a:has(.code:text-matches("^I.2.1.[abc]$")) .code').all_inner_texts()
        assert order == ["I.2.1.b", "I.2.1.a", "I.2.1.c"]
        with tab.expect_navigation():
            tab.locator('form[action$="hoan-tac/"] button').click()
        expect(tab.locator("main")).to_contain_text("Đã hoàn tác")


def tried_and_adopted(desks: Desks) -> None:
    with desks.of("thu-ky", EDITOR + "tinh-thu/") as tab:
        expect(tab.locator("main")).to_contain_text("Điểm của từng đơn vị thay đổi ở đâu")
        desks.picture(tab, "4-tinh-thu")
    with desks.of("thu-ky", "/ky/cum-10-2025/bang-tieu-chi/ban-hanh/") as tab:
        tab.fill("[name=number]", "04/QĐ-CA10")
        tab.fill("[name=date]", "10/01/2025")
        with tab.expect_navigation():
            tab.locator("main form button.is-primary").click()
        expect(tab.locator("main")).to_contain_text("ban hành theo 04/QĐ-CA10")
        desks.picture(tab, "5-da-ban-hanh")


def test_a_draft_is_edited_tried_and_adopted(browser: Browser, preparing: Served, pytestconfig: pytest.Config) -> None:
    desks = Desks(browser, preparing, WAY if pytestconfig.getoption("--write-screens") else None)
    torn_and_mended(desks)
    two_at_one_criterion(desks)
    moved_by_keyboard(desks)
    tried_and_adopted(desks)


def test_points_along_a_line_are_drawn_with_their_knots(
    browser: Browser, served: Served, pytestconfig: pytest.Config
) -> None:
    desks = Desks(browser, served, WAY if pytestconfig.getoption("--write-screens") else None)
    with desks.of("thu-ky-xa", "/ky/cum-342-2024/bang-tieu-chi/soan/?tieu-chi=C2") as tab:
        drawing = tab.locator("#findings svg")
        assert drawing.locator("text").all_text_contents() == ["1", "2", "4", "5", "70%", "80%", "90%", "100%", "điểm"]
        drawing.scroll_into_view_if_needed()
        tab.mouse.wheel(0, 220)
        tab.wait_for_timeout(200)
        desks.picture(tab, "6-duong-gap-khuc")
