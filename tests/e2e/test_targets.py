"""Targets in the browser: given in bulk out of a workbook with a mistake mended in place, taken note of by a unit, and
one amended in June with both versions shown. Pictures of the way stand in docs/screens/chi-tieu.
"""

import io
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from e2e.conftest import DESK, PATIENCE
from e2e.screens import SCREENS
from e2e.served import Served, serve

pytestmark = pytest.mark.system("chromium")
SEASON = "/ky/cum-10-2024/chi-tieu/"
WAY = SCREENS / "chi-tieu"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
JANUARY, JUNE = datetime(2024, 1, 4, 9, tzinfo=ZONE), datetime(2024, 6, 14, 9, tzinfo=ZONE)


class Desks:
    """People of the story, each with a browser of their own; faults of any page fail the test."""

    def __init__(self, browser: Browser, served: Served, folder: Path | None) -> None:
        self.browser, self.served, self.folder = browser, served, folder

    def open(self, username: str, path: str) -> Tab:
        context = self.browser.new_context(viewport=DESK, color_scheme="light", reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        session = {"name": "sessionid", "value": self.served.sessions[username], "url": self.served.address}
        context.add_cookies([session])
        tab = context.new_page()
        tab.on("pageerror", lambda error: pytest.fail(str(error)))
        tab.goto(self.served.address + path)
        return tab

    def picture(self, tab: Tab, name: str) -> None:
        if self.folder is not None:
            self.folder.mkdir(exist_ok=True)
            tab.screenshot(path=self.folder / f"{name}.png")


def filled(template: bytes) -> bytes:
    """The template with targets and milestones of one indicator, one of them mistyped."""
    book = load_workbook(io.BytesIO(template))
    sheet = book.active
    titles = next(row for row in sheet.iter_rows() if row[0].value == "Đơn vị")
    at = {str(cell.value): cell.column for cell in titles}
    for row in sheet.iter_rows(min_row=titles[0].row + 1):
        if row[at["Mã"] - 1].value == "pha-an":
            is_long_an = row[0].value == "Long An"
            sheet.cell(row[0].row, at["Chỉ tiêu"]).value = "8o%" if is_long_an else "75%"
            sheet.cell(row[0].row, at["Mốc 31/03/2024"]).value = "20%"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_targets_are_given_in_bulk_and_noted_by_a_unit(
    browser: Browser, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    with serve(tmp_path, "prepare_targets.py", clock=JANUARY) as served:
        desks = Desks(browser, served, WAY if pytestconfig.getoption("--write-screens") else None)
        tab = desks.open("thuong-truc", SEASON + "tep/")
        with tab.expect_download() as download:
            tab.click('a[href$="mau/"]')
        book = filled(download.value.path().read_bytes())
        tab.set_input_files("[name=file]", {"name": "chi-tieu.xlsx", "mimeType": "", "buffer": book})
        tab.click("main button.is-primary")
        wrong = tab.locator("td.is-wrong input")
        expect(wrong).to_have_value("8o%")
        desks.picture(tab, "1-xem-truoc")
        wrong.fill("80%")
        tab.click("button[value=look]")
        tab.fill("#number", "06/PL-CA10")
        tab.fill("#date", "03/01/2024")
        tab.fill("#acknowledge_by", "10/01/2024")
        tab.click("button[value=all]")
        tab.goto(served.address + SEASON)
        expect(tab.locator("table.cells").first).to_contain_text("80%")
        leader = desks.open("lanh-dao-long-an", "/")
        leader.click('a[href$="/chi-tieu/"]')
        desks.picture(leader, "2-xac-nhan")
        leader.click('form[action*="/xac-nhan/long-an/"] button')
        expect(leader.locator("tr", has_text="Long An").last).to_contain_text("đã xác nhận")


def test_a_target_is_amended_in_june_and_both_versions_are_shown(
    browser: Browser, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    with serve(tmp_path, "prepare_targets.py", clock=JUNE) as served:
        desks = Desks(browser, served, WAY if pytestconfig.getoption("--write-screens") else None)
        tab = desks.open("thuong-truc", SEASON + "long-an/pha-an/")
        tab.click("main a.is-primary, .line-up a.is-primary")
        tab.fill("#typed", "80%")
        tab.click("form button.is-primary")
        expect(tab.locator("#typed")).to_have_value("80%")  # refused: no day, no document, no reason
        tab.fill("#valid_from", "14/06/2024")
        tab.fill("#reason", "Bộ giao thêm sau sơ kết")
        tab.fill("#number", "31/QĐ-BCA")
        tab.fill("#date", "13/06/2024")
        desks.picture(tab, "3-dieu-chinh")
        tab.click("form button.is-primary")
        rows = tab.locator("table.sheet").first.locator("tbody tr")
        expect(rows).to_have_count(2)
        expect(rows.nth(0)).to_contain_text("đang áp dụng")
        expect(rows.nth(0)).to_contain_text("Bộ giao thêm sau sơ kết")
        expect(rows.nth(1)).to_contain_text("75%")
        desks.picture(tab, "4-hai-ban")
