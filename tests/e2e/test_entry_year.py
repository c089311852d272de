"""A year in the grid by keys alone: twelve months of thirty indicators, forty claims, a block of two hundred lines."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab

from e2e.conftest import new_context
from e2e.pages import Page
from e2e.served import Served
from e2e.test_entry import PASTE

pytestmark = pytest.mark.system("chromium")
SEASON = "/ky/cum-10-2024/"
MONTHS = Page("thang", SEASON + "nhap-so-lieu/long-an/?ky=month", "bao-cao")
YEAR = Page("nam", SEASON + "nhap-so-lieu/long-an/?ky=nam", "bao-cao")
CELLS = "[data-key]"


@pytest.fixture
def context(browser: Browser, grid_season: Served) -> Iterator[BrowserContext]:
    made = new_context(browser, grid_season, MONTHS)
    yield made
    made.close()


def opened(context: BrowserContext, served: Served, page: Page) -> Tab:
    tab = context.new_page()
    tab.goto(served.address_of(page.path))
    return tab


def settled(tab: Tab) -> None:
    """Nothing waits any more."""
    expect(tab.locator(".cells td.is-draft")).to_have_count(0, timeout=60_000)


def texts(tab: Tab, code: str) -> list[str]:
    return tab.eval_on_selector_all(f'tr[data-code="{code}"] {CELLS}', "all => all.map(one => one.value)")


def test_twelve_months_of_thirty_indicators_are_typed_without_the_mouse(
    context: BrowserContext, grid_season: Served
) -> None:
    tab = opened(context, grid_season, MONTHS)
    tab.locator(f'[data-key="vu-1@{_month(tab, 0)}"]').focus()
    for line in range(30):
        for month in range(12):
            tab.keyboard.type(f"{month}/12" if (line + 1) % 10 == 0 else str(line + month))
            tab.keyboard.press("Tab" if month < 11 else "Home")
        tab.keyboard.press("ArrowDown")
    settled(tab)
    again = opened(context, grid_season, MONTHS)
    for line in range(30):
        expected = [f"{month}/12" if (line + 1) % 10 == 0 else str(line + month) for month in range(12)]
        assert texts(again, f"vu-{line + 1}") == expected
    year = again.locator('tr[data-code="vu-1"] [data-part=year]')
    assert year.inner_text() == "66"
    assert again.locator('tr[data-code="vu-10"] [data-part=year]').inner_text() == "66/144 → 45,83%"
    assert year.locator("input").count() == 0  # the year is computed, nobody types it


def test_forty_criteria_are_claimed_without_the_mouse(context: BrowserContext, grid_season: Served) -> None:
    tab = opened(context, grid_season, YEAR)
    tab.locator('[data-key="II.1"]').focus()
    for number in range(1, 41):
        tab.keyboard.type("d" if number % 2 == 0 else "4")
        tab.keyboard.press("ArrowRight")
        tab.keyboard.type(f"Báo cáo {number}/BC")
        tab.keyboard.press("Home")
        tab.keyboard.press("ArrowDown")
    settled(tab)
    assert tab.locator("td.is-back").count() == 0
    again = opened(context, grid_season, YEAR)
    for number in (1, 2, 39, 40):
        figure = again.locator(f'[data-key="II.{number}"]')
        assert figure.input_value() == ("đạt" if number % 2 == 0 else "4")
        assert again.locator(f'[data-of="II.{number}"]').input_value() == f"Báo cáo {number}/BC"
    assert again.locator('tr[data-code="II.2"] [data-part=points]').inner_text() == "5,00/5"
    assert "từ 3 đến 5 điểm" in again.locator('tr[data-code="II.5"]').inner_text()
    assert again.locator('tr[data-code="vu-1"] [data-at]').count() == 0  # computed criteria take no points by hand


def test_a_claim_out_of_its_bounds_is_refused_at_its_cell(context: BrowserContext, grid_season: Served) -> None:
    tab = opened(context, grid_season, YEAR)
    figure = tab.locator('[data-key="II.5"]')
    for text in ("6", "2"):
        figure.fill(text)
        figure.press("Enter")
        settled(tab)
        expect(tab.locator("#state")).to_have_attribute("data-now", "refused")
        figure.focus()
        assert tab.locator("#bar [data-part=says]").inner_text()
    figure.fill("4")
    figure.press("Enter")
    settled(tab)
    expect(tab.locator("#state")).to_have_attribute("data-now", "saved")


def test_a_block_of_two_hundred_lines_of_twelve_months_is_pasted(context: BrowserContext, grid_season: Served) -> None:
    tab = opened(context, grid_season, MONTHS)
    tab.locator(CELLS).first.focus()
    block = [
        [f"{month}/20" if line % 10 == 9 else str(100 + line + month) for month in range(12)] for line in range(30)
    ] + [[f"{month}/20" if line % 10 == 9 else str(line + month) for month in range(12)] for line in range(170)]
    tab.evaluate(PASTE, "\n".join("\t".join(line) for line in block))
    settled(tab)
    assert tab.locator("#cut").is_hidden()
    assert tab.locator("td.is-back").count() == 0
    again = opened(context, grid_season, MONTHS)
    assert texts(again, "vu-1") == block[0]
    assert texts(again, "viec-170") == block[199]
    tab.keyboard.press("Control+z")  # the whole block is one step
    settled(tab)
    assert texts(opened(context, grid_season, MONTHS), "viec-170") == [""] * 12
    tab.keyboard.press("Control+y")
    settled(tab)


def test_blocks_are_picked_filled_copied_and_cleared_by_keys(context: BrowserContext, grid_season: Served) -> None:
    tab = opened(context, grid_season, MONTHS)
    first = tab.locator(f'[data-key="viec-1@{_month(tab, 0)}"]')
    first.fill("7")
    first.press("Tab")
    first.focus()
    for _ in range(2):
        tab.keyboard.press("Shift+ArrowDown")
    tab.keyboard.press("Control+d")
    assert [texts(tab, f"viec-{line}")[0] for line in (1, 2, 3)] == ["7", "7", "7"]
    tab.keyboard.press("Escape")
    for _ in range(3):
        tab.keyboard.press("Shift+ArrowRight")
    tab.keyboard.press("Control+r")
    assert texts(tab, "viec-1")[:4] == ["7"] * 4
    tab.keyboard.press("Delete")
    assert texts(tab, "viec-1")[:4] == [""] * 4
    tab.keyboard.press("Control+z")
    assert texts(tab, "viec-1")[:4] == ["7"] * 4
    settled(tab)


def test_the_bar_shows_how_a_cell_was_read_and_takes_its_grounds(context: BrowserContext, grid_season: Served) -> None:
    tab = opened(context, grid_season, MONTHS)
    figure = tab.locator(f'[data-key="vu-20@{_month(tab, 1)}"]')
    figure.fill("2.662/1438")
    figure.press("Enter")
    settled(tab)
    figure.focus()
    bar = tab.locator("#bar")
    assert "lớn hơn" in bar.inner_text() or "185,12%" in bar.inner_text()
    figure.fill("26/1438")
    figure.press("Enter")
    settled(tab)
    figure.focus()
    expect(bar).to_contain_text("26/1.438 → 1,81%")
    figure.press("Shift+F2")
    tab.keyboard.type("BC 99")
    tab.keyboard.press("Enter")
    settled(tab)
    assert tab.evaluate("() => document.activeElement.dataset.key") == figure.get_attribute("data-key")
    again = opened(context, grid_season, MONTHS)
    assert again.locator(f'[data-key="{figure.get_attribute("data-key")}"]').get_attribute("data-evidence") == "BC 99"


def test_letters_and_marks_apart_are_read_as_one(context: BrowserContext, grid_season: Served) -> None:
    tab = opened(context, grid_season, YEAR)
    tab.locator('[data-key="II.2"]').focus()
    tab.evaluate(PASTE, "kho\u0302ng đa\u0323t\tCa\u0306n cứ")
    settled(tab)
    again = opened(context, grid_season, YEAR)
    assert again.locator('[data-key="II.2"]').input_value() == "không đạt"
    assert again.locator('[data-of="II.2"]').input_value() == "Căn cứ"


def test_a_session_killed_in_the_middle_and_a_cut_network_lose_no_month(
    context: BrowserContext, grid_season: Served
) -> None:
    tab = opened(context, grid_season, MONTHS)
    codes = [f"viec-5@{_month(tab, month)}" for month in range(4)]
    cookies = context.cookies()
    for place, code in enumerate(codes):
        if place == 1:
            context.set_offline(True)
        if place == 2:
            context.set_offline(False)
            context.clear_cookies(name="sessionid")
        tab.locator(f'[data-key="{code}"]').fill(str(50 + place))
        tab.keyboard.press("Enter")
        if place == 1:
            expect(tab.locator("#state")).to_have_attribute("data-now", "offline")
        if place == 2:
            expect(tab.locator("#state")).to_have_attribute("data-now", "away")
    tab.close()
    context.add_cookies(cookies)
    again = opened(context, grid_season, MONTHS)
    settled(again)
    assert texts(again, "viec-5")[:4] == ["50", "51", "52", "53"]
    assert texts(opened(context, grid_season, MONTHS), "viec-5")[:4] == ["50", "51", "52", "53"]


def test_a_password_that_was_replaced_in_the_middle_loses_nothing(
    context: BrowserContext, browser: Browser, grid_season: Served
) -> None:
    page = Page("dong-nai", SEASON + "nhap-so-lieu/dong-nai/?ky=nam", "bao-cao-het-han")
    mine = new_context(browser, grid_season, page)
    tab = opened(mine, grid_season, page)
    technician = new_context(browser, grid_season, Page("cap", "/", "ky-thuat"))
    reset = opened(technician, grid_season, Page("cap", "/tai-khoan/{bao_cao_het_han}/mat-khau/", "ky-thuat"))
    reset.locator("[name=reason]").fill("Quên mật khẩu")
    reset.locator("main form button").first.click()
    reset.wait_for_load_state()
    tab.locator('[data-key="II.1"]').fill("3")
    tab.keyboard.press("Enter")
    expect(tab.locator("#state")).to_have_attribute("data-now", "away")
    assert "tải lại trang này" in tab.locator("#state").inner_text()
    kept = tab.evaluate("() => Object.values(localStorage).map(one => JSON.parse(one).text)")
    assert kept == ["3"]
    technician.close()
    mine.close()


def _month(tab: Tab, place: int) -> str:
    """The code of a month by its column."""
    key = tab.locator("tr[data-code]").first.locator(CELLS).nth(place).get_attribute("data-key")
    assert key
    return key.partition("@")[2]
