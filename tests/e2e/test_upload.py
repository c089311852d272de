"""A file of five hundred lines with twelve faults in the browser: every fault at its cell at once, the sound lines
taken in and taken back, or the faults mended in place and the whole file taken. Pictures stand in docs/screens/nop-tep.
"""

import io
from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from e2e.people import People
from e2e.screens import SCREENS
from e2e.served import serve
from scoring_cases import today_in
from thidua.core.phases import Phase

pytestmark = pytest.mark.system("chromium")
LINES, WRONG = 500, range(8, 500, 41)
CLOCK = datetime.combine(today_in(Phase.REPORTING), time(9), tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
WAY = SCREENS / "nop-tep"


@pytest.fixture(scope="module")
def people(browser: Browser, tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[People]:
    folder = WAY if pytestconfig.getoption("--write-screens") else None
    if folder is not None:
        folder.mkdir(exist_ok=True)
    with serve(tmp_path_factory.mktemp("upload"), "prepare_upload.py", clock=CLOCK) as served:
        yield People(browser, served, "/ky/cum-10-2024/", folder)


def book() -> bytes:
    """Five hundred figures; every forty-first is a word."""
    made = openpyxl.Workbook()
    made.active.title = "Số liệu"
    made.active.append(["Mã", "Đơn vị", "Nội dung", "Tự chấm", "Minh chứng"])
    for one in range(LINES):
        made.active.append([f"so-{one}", "Long An", "", "mười" if one in WRONG else one, "BC 5"])
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def hand_in(tab: Tab) -> None:
    """Choose the file and look at what it would write: all twelve faults are there, each at its cell."""
    tab.set_input_files("[name=file]", {"name": "so-lieu.xlsx", "mimeType": "", "buffer": book()})
    tab.click("main button.is-primary")
    cells = tab.locator("td.is-wrong input")
    expect(cells).to_have_count(12)
    names = cells.evaluate_all("all => all.map(one => one.name)")
    assert names == [f"o.Số liệu!D{one + 2}" for one in WRONG]
    faults = tab.locator("td.is-wrong .fault").all_inner_texts()
    assert len(faults) == 12
    assert all("mười" in one for one in faults)


def test_twelve_faults_are_told_at_once_and_the_sound_lines_are_taken_in_and_back(people: People) -> None:
    with people.as_("bao-cao", "nop-tep/") as tab:
        hand_in(tab)
        people.picture(tab, "1-muoi-hai-loi")
        tab.click("button[value=good]")
        expect(tab.locator("main")).to_contain_text("Đã nhận 488 số liệu")
        row = tab.locator("tr", has_text="so-lieu.xlsx").first
        expect(row.locator("td.num")).to_have_text("488")
        people.picture(tab, "2-da-nhan")
        row.locator('form[action$="hoan-tac/"] button').click()
        expect(tab.locator("main")).to_contain_text("Đã hoàn tác 488 số liệu")


def test_faults_are_mended_at_their_cells_and_the_whole_file_is_taken(people: People) -> None:
    with people.as_("bao-cao", "nop-tep/") as tab:
        hand_in(tab)
        for place in range(12):
            tab.locator("td.is-wrong input").nth(place).fill("10")
        tab.click("button[value=look]")
        expect(tab.locator("td.is-wrong")).to_have_count(0)
        tab.click("button[value=all]")
        expect(tab.locator("main")).to_contain_text("Đã nhận 500 số liệu")
        tab.locator("tr", has_text="so-lieu.xlsx").first.locator('form[action$="hoan-tac/"] button').click()
        expect(tab.locator("main")).to_contain_text("Đã hoàn tác 500 số liệu")


def test_the_field_for_a_file_speaks_the_pages_language_and_is_used_by_keyboard(people: People) -> None:
    with people.as_("bao-cao", "nop-tep/") as tab:
        tab.on("filechooser", lambda _one: None)  # the browser hands it over from now on, long before it is opened
        chosen, button = tab.locator(".choose > .chosen"), tab.locator(".choose > .button")
        expect(button).to_have_text("Chọn tệp")
        expect(chosen).to_have_text("Chưa chọn tệp nào")
        tab.locator("[name=file]").focus()
        assert button.evaluate("one => getComputedStyle(one).boxShadow") != "none"  # the focus is seen
        with tab.expect_file_chooser() as opened:
            tab.keyboard.press("Enter")
        opened.value.set_files({"name": "số liệu quý 3.xlsx", "mimeType": "", "buffer": book()})
        expect(chosen).to_have_text("số liệu quý 3.xlsx")
