"""What the grid asks at a cell, answered without the mouse: which reading is meant, a comment on a doubted figure."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect
from playwright.sync_api import Page as Tab

from e2e.conftest import new_context
from e2e.probes import WIDTHS
from e2e.served import Served
from e2e.test_entry_year import CELLS, MONTHS, YEAR, opened, settled

pytestmark = pytest.mark.system("chromium")
PHONE = {"width": 390, "height": 844}
WITHIN = (
    "box => { const at = box.getBoundingClientRect(); return at.left >= 0 && at.right <= innerWidth && at.top >= 0 }"
)


@pytest.fixture
def context(browser: Browser, grid_season: Served) -> Iterator[BrowserContext]:
    made = new_context(browser, grid_season, MONTHS)
    yield made
    made.close()


def months(tab: Tab, code: str) -> list[str]:
    """The keys of an indicator's months, in order."""
    return tab.eval_on_selector_all(f'tr[data-code="{code}"] {CELLS}', "all => all.map(one => one.dataset.key)")


def emptied(tab: Tab, keys: list[str]) -> None:
    """Takes back what tests before this one left in some cells, and stands in the first of them."""
    for key in keys:
        figure = tab.locator(f'[data-key="{key}"]')
        figure.fill("")
        figure.press("Enter")
    settled(tab)
    tab.locator(f'[data-key="{keys[0]}"]').focus()


def box(tab: Tab) -> Locator:
    return tab.locator("#asking")


def stored(tab: Tab, served: Served) -> dict[str, str]:
    """What the server holds of the unit, by cell."""
    path = f"{urlsplit(YEAR.path).path}luu/?tu=2024-01-01T00:00:00%2B07:00"
    return {one["code"]: one["stands"] for one in tab.request.get(served.address_of(path)).json()["cells"]}


def test_two_readings_are_offered_as_buttons_and_one_is_chosen_by_keys(
    context: BrowserContext, grid_season: Served
) -> None:
    tab = opened(context, grid_season, YEAR)
    figure = tab.locator('[data-key="II.7"]')
    figure.select_text()
    before = stored(tab, grid_season).get("II.7")
    tab.keyboard.type("1.234")
    tab.keyboard.press("Enter")
    settled(tab)
    expect(tab.locator("#state")).to_have_attribute("data-now", "refused")
    tab.keyboard.press("Shift+Enter")
    expect(box(tab)).to_contain_text("đọc được hai cách")
    expect(box(tab).get_by_role("button")).to_have_text(["1234", "1,234"])
    assert stored(tab, grid_season).get("II.7") == before  # nothing is kept until one is chosen
    tab.keyboard.press("Alt+Enter")
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("Enter")
    expect(figure).to_be_focused()
    expect(figure).to_have_value("1,234")
    expect(tab.locator("#state")).to_have_attribute("data-now", "saved")
    expect(box(tab)).to_be_hidden()
    assert stored(tab, grid_season)["II.7"] == "1,234"
    tab.keyboard.press("Control+z")  # a choice is a step as any other
    expect(figure).to_have_value("1.234")


def test_a_doubted_figure_is_commented_on_at_its_cell_by_keys(context: BrowserContext, grid_season: Served) -> None:
    tab = opened(context, grid_season, MONTHS)
    every = months(tab, "vu-11")
    keys = every[:3]
    emptied(tab, every)
    for text in ("20", "22", "90"):
        tab.keyboard.type(text)
        tab.keyboard.press("Tab")
    settled(tab)
    doubted = tab.locator("td.is-doubted").filter(has=tab.locator(f'[data-key="{keys[2]}"]'))
    expect(doubted).to_have_count(1)
    expect(box(tab)).to_be_hidden()  # it asks at its own cell alone, and takes no focus
    tab.keyboard.press("ArrowLeft")
    expect(box(tab)).to_be_visible()
    tab.keyboard.press("Alt+Enter")
    expect(box(tab).locator("textarea")).to_be_focused()
    tab.keyboard.type("Mở đợt cao điểm trong tháng")
    tab.keyboard.press("Enter")
    expect(tab.locator(f'[data-key="{keys[2]}"]')).to_be_focused()
    expect(doubted).to_have_count(0)
    settled(tab)
    again = opened(context, grid_season, MONTHS).locator(f'[data-key="{keys[2]}"]')
    assert again.get_attribute("data-comment") == "Mở đợt cao điểm trong tháng"
    assert again.input_value() == "90"
    tab.keyboard.press("Alt+Enter")
    tab.keyboard.type("bỏ")
    tab.keyboard.press("Escape")
    expect(tab.locator(f'[data-key="{keys[2]}"]')).to_be_focused()
    assert box(tab).locator("textarea").input_value() == "Mở đợt cao điểm trong tháng"


def test_a_comment_typed_without_a_line_is_kept_and_sent_when_it_returns(
    context: BrowserContext, grid_season: Served
) -> None:
    tab = opened(context, grid_season, MONTHS)
    key = months(tab, "vu-12")[0]
    emptied(tab, [key])
    context.set_offline(True)
    tab.keyboard.type("31")
    tab.keyboard.press("Alt+Enter")
    tab.keyboard.type("Gồm cả vụ của năm trước")
    tab.keyboard.press("Enter")
    expect(tab.locator("#state")).to_have_attribute("data-now", "offline")
    tab.close()
    context.set_offline(False)
    again = opened(context, grid_season, MONTHS)
    settled(again)
    expect(again.locator(f'[data-key="{key}"]')).to_have_attribute("data-comment", "Gồm cả vụ của năm trước")
    after = opened(context, grid_season, MONTHS).locator(f'[data-key="{key}"]')
    assert (after.input_value(), after.get_attribute("data-comment")) == ("31", "Gồm cả vụ của năm trước")


def test_what_a_cell_asks_stands_within_the_screen_of_a_phone(context: BrowserContext, grid_season: Served) -> None:
    tab = opened(context, grid_season, MONTHS)
    tab.set_viewport_size(PHONE)
    every = months(tab, "vu-13")
    keys = every[:3]
    emptied(tab, every)
    for key, text in zip(keys, ("20", "22", "90"), strict=True):
        tab.locator(f'[data-key="{key}"]').fill(text)
        tab.locator(f'[data-key="{key}"]').press("Tab")
    settled(tab)
    figure = tab.locator(f'[data-key="{keys[2]}"]')
    expect(tab.locator("td.is-doubted").filter(has=figure)).to_have_count(1)
    figure.click()
    expect(box(tab)).to_be_visible()
    assert box(tab).evaluate(WITHIN)
    whole, seen = tab.evaluate(WIDTHS)
    assert whole <= seen
    box(tab).locator("textarea").fill("Mở đợt cao điểm")
    box(tab).get_by_role("button", name="Lưu giải trình").click()
    expect(tab.locator("td.is-doubted").filter(has=figure)).to_have_count(0)
