"""A reporter types without the mouse, pastes a block, loses the line and the session, and loses nothing."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab

from e2e.conftest import DESK, new_context
from e2e.pages import ENTERING, Page
from e2e.served import Served

pytestmark = pytest.mark.system("chromium")
GRID = Page("nhap-so-lieu", ENTERING + "nhap-so-lieu/xa-2/", "bao-cao-xa")
ROWS = "tr[data-code]"
PASTE = """text => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
}"""

READY = "() => performance.getEntriesByName('thidua:grid').length"


@pytest.fixture
def context(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    """A reporter of a commune, signed in, with a browser of their own."""
    made = new_context(browser, served, GRID)
    yield made
    made.close()


def grid(context: BrowserContext, served: Served) -> Tab:
    """The grid, open."""
    tab = context.new_page()
    tab.set_viewport_size(DESK)
    tab.goto(served.address_of(GRID.path))
    tab.wait_for_function(READY)  # what windows before it left behind has been taken in
    return tab


def typed(tab: Tab) -> list[str]:
    """What stands in the column of figures."""
    return tab.eval_on_selector_all(f"{ROWS} [data-key]", "all => all.map(i => i.value)")


def test_a_column_is_typed_by_keys_alone_and_stands_after_loading_again(
    context: BrowserContext, served: Served
) -> None:
    tab = grid(context, served)
    tab.locator(f"{ROWS} [data-key]").first.focus()
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
        f"{ROWS}", "all => all.map(row => row.querySelector('td.is-back') ? '' : row.querySelector('[data-key]').value)"
    )


def test_a_block_of_two_hundred_lines_is_pasted_and_nothing_is_half_saved(
    context: BrowserContext, served: Served
) -> None:
    tab = grid(context, served)
    first = tab.locator(f"{ROWS} [data-key]").first
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
    field = tab.locator(f"{ROWS} [data-key]").nth(3)
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
    field = tab.locator(f"{ROWS} [data-key]").nth(4)
    field.fill("3")
    field.press("Enter")
    expect(tab.locator("#state")).to_contain_text("Phiên đã hết")
    context.add_cookies(cookies)
    again = grid(context, served)
    saved_or_refused(again)
    assert typed(again)[4] == "3"


def test_two_people_in_one_cell_are_told_and_one_chooses(
    context: BrowserContext, browser: Browser, served: Served
) -> None:
    other = new_context(browser, served, GRID)
    mine, theirs = grid(context, served), grid(other, served)
    place = 1
    first = theirs.locator(f"{ROWS} [data-key]").nth(place)
    first.fill("2")
    first.press("Enter")
    saved_or_refused(theirs)
    second = mine.locator(f"{ROWS} [data-key]").nth(place)
    for text in ("0", "3"):  # typing again chooses nothing
        second.fill(text)
        second.press("Enter")
        saved_or_refused(mine)
        second.focus()
        assert "Người khác vừa ghi “2”" in mine.locator("#bar [data-part=says]").inner_text()
        assert second.input_value() == text
    mine.get_by_role("button", name="Ghi số của tôi").click()
    expect(mine.locator("td.is-back").filter(has=second)).to_have_count(0)
    saved_or_refused(mine)
    first.fill("0")
    first.press("Enter")
    saved_or_refused(theirs)
    first.focus()
    assert "Người khác vừa ghi “3”" in theirs.locator("#bar [data-part=says]").inner_text()
    theirs.get_by_role("button", name="Giữ số của người kia").click()
    assert first.input_value() == "3"
    assert theirs.locator("td.is-back").filter(has=first).count() == 0
    first.fill("0")
    first.press("Enter")
    saved_or_refused(theirs)
    mine.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")  # they come back to their window
    expect(second).to_have_value("0")
    second.focus()
    assert "vừa được ghi “0” ở nơi khác" in mine.locator("#bar [data-part=says]").inner_text()
    other.close()


def test_a_block_over_the_edge_says_what_was_cut(context: BrowserContext, served: Served) -> None:
    tab = grid(context, served)
    last = tab.locator(f"{ROWS} [data-key]").last
    last.focus()
    tab.evaluate(PASTE, "0\tBC 1\tthừa\n1\tBC 2\tthừa")
    assert "4 ô dán ra ngoài bảng" in tab.locator("#cut").inner_text()
    assert last.input_value() == "0"
    saved_or_refused(tab)


def test_ten_thousand_lines_are_taken_as_far_as_they_fit_and_the_rest_is_told(
    context: BrowserContext, served: Served
) -> None:
    tab = grid(context, served)
    rows = tab.locator(ROWS).count()
    tab.locator(f"{ROWS} [data-key]").first.focus()
    tab.evaluate(PASTE, "\n".join(["1"] * 10_000))
    assert f"{10_000 - rows} ô dán ra ngoài bảng".replace(",", ".") in tab.locator("#cut").inner_text()
    saved_or_refused(tab)
    assert typed(tab) == ["1"] * rows


def test_two_windows_keep_their_unsent_lines_apart_and_other_accounts_see_none(
    context: BrowserContext, browser: Browser, served: Served
) -> None:
    one, two = grid(context, served), grid(context, served)
    context.set_offline(True)
    for tab, text, places in ((one, "7", (7, 8)), (two, "9", (8, 9))):
        for place in places:
            field = tab.locator(f"{ROWS} [data-key]").nth(place)
            field.fill(text)
            field.press("Enter")
    expect(two.locator("#state")).to_contain_text("Mất kết nối")
    one.close()
    two.close()
    context.set_offline(False)
    again = grid(context, served)
    assert [typed(again)[place] for place in (7, 8, 9)] == ["7", "9", "9"]
    field = again.locator(f"{ROWS} [data-key]").nth(8)
    field.focus()
    assert "“7”" in again.locator("#bar [data-part=says]").inner_text()
    again.get_by_role("button", name="Giữ số của người kia").click()
    assert typed(again)[8] == "7"
    saved_or_refused(again)
    kept = again.evaluate("() => Object.keys(localStorage).filter(name => name.startsWith('thidua:'))")
    refused = again.locator("td.is-back").count()
    assert len(kept) == refused  # cleared once sent
    account = served.keys[GRID.username]
    assert all(name.startswith(f"thidua:{account}:") for name in kept)


def test_what_one_window_holds_as_refused_stays_its_own_until_it_is_closed(
    context: BrowserContext, served: Served
) -> None:
    place = 11
    mine = grid(context, served)
    field = mine.locator(f"{ROWS} [data-key]").nth(place)
    field.fill("nhiều")
    field.press("Enter")
    saved_or_refused(mine)
    beside = grid(context, served)
    other = beside.locator(f"{ROWS} [data-key]").nth(place)
    assert other.input_value() != "nhiều"
    expect(beside.locator("td.is-back").filter(has=other)).to_have_count(0)
    assert field.input_value() == "nhiều"
    mine.reload()  # a window finds its own text again
    mine.wait_for_function(READY)
    assert field.input_value() == "nhiều"
    mine.close()
    beside.reload()  # nobody holds it any more
    beside.wait_for_function(READY)
    assert other.input_value() == "nhiều"
    other.fill("")
    other.press("Enter")
    saved_or_refused(beside)


def test_a_server_that_fails_is_told_and_what_was_typed_waits(context: BrowserContext, served: Served) -> None:
    tab = grid(context, served)
    tab.route("**/luu/", lambda route: route.fulfill(status=500, body="lỗi"))
    field = tab.locator(f"{ROWS} [data-key]").nth(10)
    field.fill("6")
    field.press("Enter")
    expect(tab.locator("#state")).to_contain_text("Máy chủ báo lỗi")
    tab.unroute("**/luu/")
    saved_or_refused(tab)
    assert tab.locator("#state").get_attribute("data-now") in {"saved", "refused"}


def test_evidence_without_its_figure_is_refused_and_stays(context: BrowserContext, served: Served) -> None:
    tab = grid(context, served)
    last = tab.locator(ROWS).filter(has=tab.locator("td.is-missing")).last.get_attribute("data-code")
    field = tab.locator(f"input[name='mc:{last}']")
    field.fill("BC 12")
    field.press("Enter")
    saved_or_refused(tab)
    expect(tab.locator("#state")).to_contain_text("chưa ghi được")
    field.focus()
    assert "Minh chứng chờ số liệu" in tab.locator("#bar [data-part=says]").inner_text()
    assert field.input_value() == "BC 12"
