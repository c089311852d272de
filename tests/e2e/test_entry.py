"""A reporter types without the mouse, pastes a block, loses the line and the session, and loses nothing."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab

from e2e.conftest import DESK, new_context
from e2e.pages import ENTRY
from e2e.served import Served

pytestmark = pytest.mark.system("chromium")
ROWS = "tr[data-code]"
PASTE = """text => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
}"""


@pytest.fixture
def context(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    """A reporter of a commune, signed in, with a browser of their own."""
    made = new_context(browser, served, ENTRY[0])
    yield made
    made.close()


def grid(context: BrowserContext, served: Served) -> Tab:
    """The grid, open."""
    tab = context.new_page()
    tab.set_viewport_size(DESK)
    tab.goto(served.address_of(ENTRY[0].path))
    return tab


def typed(tab: Tab) -> list[str]:
    """What stands in the column of figures."""
    return tab.eval_on_selector_all(
        f"{ROWS} td:nth-of-type(2) input:not([type=hidden])", "all => all.map(i => i.value)"
    )


def test_a_column_is_typed_by_keys_alone_and_stands_after_loading_again(
    context: BrowserContext, served: Served
) -> None:
    tab = grid(context, served)
    tab.locator(f"{ROWS} input[name^='so:']").first.focus()
    for value in ("1", "0", "1"):
        tab.keyboard.type(value)
        tab.keyboard.press("Enter")
    saved_or_refused(tab)
    before = typed(tab)[:3]
    assert before == ["1", "0", "1"]
    tab.keyboard.press("Control+z")
    assert typed(tab)[2] == ""
    tab.keyboard.press("Control+y")
    assert typed(tab)[:3] == before
    saved_or_refused(tab)
    again = grid(context, served)
    assert [text for text in typed(again)[:3] if text] == [text for text in stands(tab)[:3] if text]


def saved_or_refused(tab: Tab) -> None:
    """Every cell was answered: saved, or refused with its reason."""
    expect(tab.locator(".cells td.is-draft")).to_have_count(0)


def stands(tab: Tab) -> list[str]:
    """What was saved of the column; a refused cell keeps its text on screen and not in the rows."""
    return tab.eval_on_selector_all(
        f"{ROWS}", "all => all.map(row => row.querySelector('td.is-back') ? '' : row.querySelector('input').value)"
    )


def test_a_block_of_two_hundred_lines_is_pasted_and_nothing_is_half_saved(
    context: BrowserContext, served: Served
) -> None:
    tab = grid(context, served)
    first = tab.locator(f"{ROWS} input[name^='so:']").first
    first.focus()
    block = "\n".join(f"{number % 2}\tBC số {number}" for number in range(200))
    tab.evaluate(PASTE, block)
    saved_or_refused(tab)
    rows = tab.locator(ROWS).count()
    assert typed(tab) == [str(number % 2) for number in range(rows)]
    refused = tab.locator("td.is-back").count()
    assert refused < rows


def test_what_is_typed_without_a_line_is_kept_and_sent_when_it_returns(context: BrowserContext, served: Served) -> None:
    tab = grid(context, served)
    context.set_offline(True)
    field = tab.locator(f"{ROWS} input[name^='so:']").nth(3)
    field.fill("2")
    field.press("Enter")
    expect(tab.locator("#state")).to_contain_text("Mất kết nối")
    tab.close()  # the machine is switched off
    context.set_offline(False)
    again = grid(context, served)
    assert re.search("Khôi phục|Đã lưu|Đang lưu", again.locator("#state").inner_text())
    saved_or_refused(again)
    assert typed(again)[3] == "2"


def test_a_session_that_ends_loses_nothing(context: BrowserContext, served: Served) -> None:
    tab = grid(context, served)
    cookies = context.cookies()
    context.clear_cookies(name="sessionid")
    field = tab.locator(f"{ROWS} input[name^='so:']").nth(4)
    field.fill("3")
    field.press("Enter")
    expect(tab.locator("#state")).to_contain_text("Phiên đã hết")
    context.add_cookies(cookies)
    again = grid(context, served)
    saved_or_refused(again)
    assert typed(again)[4] == "3"


def test_two_people_in_one_cell_are_both_told(context: BrowserContext, browser: Browser, served: Served) -> None:
    other = new_context(browser, served, ENTRY[0])
    mine, theirs = grid(context, served), grid(other, served)
    place = 5
    first = theirs.locator(f"{ROWS} input[name^='so:']").nth(place)
    first.fill("đạt")
    first.press("Enter")
    saved_or_refused(theirs)
    second = mine.locator(f"{ROWS} input[name^='so:']").nth(place)
    second.fill("không đạt")
    second.press("Enter")
    saved_or_refused(mine)
    second.focus()
    assert "Người khác vừa ghi “đạt”" in mine.locator("#strip").inner_text()
    assert second.input_value() == "không đạt"
    second.press("ArrowDown")
    second.fill("không đạt ")
    second.press("Enter")  # having seen the other's, they write theirs again
    expect(mine.locator("td.is-back").filter(has=second)).to_have_count(0)
    other.close()
