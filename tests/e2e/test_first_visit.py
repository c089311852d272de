"""What a first visit costs on a slow line, with nothing cached."""

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from e2e.conftest import new_context
from e2e.pages import PAGES, Page
from e2e.served import Served

pytestmark = pytest.mark.system("chromium")

AT_MOST = 300_000  # bytes that travel


@pytest.mark.parametrize("page", [page for page in PAGES if not page.typed], ids=lambda page: page.name)
def test_a_first_visit_is_light(served: Served, browser: Browser, page: Page) -> None:
    context = new_context(browser, served, page)
    tab = context.new_page()
    travelled = bytes_of(tab)
    tab.goto(served.address + page.path, wait_until="networkidle")
    tab.evaluate("() => document.fonts.ready.then(() => true)")
    context.close()
    assert len(travelled) > 5
    assert sum(travelled) < AT_MOST


def bytes_of(tab: Tab) -> list[int]:
    """Grows by the bytes of each answer that arrives, compressed as it travelled, with its headers."""
    travelled: list[int] = []
    protocol = tab.context.new_cdp_session(tab)
    protocol.send("Network.enable")
    protocol.on("Network.loadingFinished", lambda event: travelled.append(int(event["encodedDataLength"])))
    return travelled
