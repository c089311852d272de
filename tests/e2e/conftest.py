"""A browser on the served application. A page that asks another host, breaks the content policy or writes an error to
the console fails the test that opened it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, Response, expect, sync_playwright
from playwright.sync_api import Page as Tab

from e2e.pages import PAGES, Page
from e2e.served import Served, serve

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DESK = {"width": 1366, "height": 768}
PATIENCE = 30_000  # milliseconds: a busy machine is slow, and the grid tries again seconds after a failure
expect.set_options(timeout=PATIENCE)


@dataclass(slots=True)
class Opened:
    """A page in a tab, everything that went wrong while it was there, and the bytes of each answer that came."""

    page: Page
    tab: Tab
    faults: list[str] = field(default_factory=list)
    travelled: list[int] = field(default_factory=list)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-screens", action="store_true", help="write docs/screens anew")


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serve(tmp_path_factory.mktemp("served")) as application:
        yield application


@pytest.fixture(scope="session")
def grid_season(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A season of its own, large enough for a year of work in the grid."""
    with serve(tmp_path_factory.mktemp("grid"), "prepare_grid.py") as application:
        yield application


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module", params=PAGES, ids=lambda page: page.name)
def opened(request: pytest.FixtureRequest, served: Served, browser: Browser) -> Iterator[Opened]:
    """Each page of the list in turn, open at 1366×768; the tests of a module share it."""
    context = new_context(browser, served, request.param)
    opened = open_page(context, served, request.param)
    yield opened
    context.close()


@pytest.fixture(scope="session")
def followed() -> dict[tuple[str, str], int]:
    """The status of each address that was followed for a person, so that none is asked twice."""
    return {}


@pytest.fixture(autouse=True)
def _stays_at_home(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "opened" in request.fixturenames:
        assert request.getfixturevalue("opened").faults == []


def new_context(browser: Browser, served: Served, page: Page) -> BrowserContext:
    """A browser of its own for a page: nothing cached, the session and the language as the page wants them."""
    context = browser.new_context(viewport=DESK, color_scheme="light", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    cookies = {"django_language": page.language}
    if page.username:
        cookies["sessionid"] = served.sessions[page.username]
    context.add_cookies([{"name": name, "value": value, "url": served.address} for name, value in cookies.items()])
    return context


def open_page(context: BrowserContext, served: Served, page: Page) -> Opened:
    """The page in its state; faults and bytes are gathered from now on."""
    opened = Opened(page, context.new_page())
    _watch(opened, served)
    _weigh(opened)
    answer = opened.tab.goto(served.address_of(page.path))
    if page.typed:
        answer = send(opened.tab, page)
    assert answer is not None
    assert answer.status == page.status, f"{page.path} answers {answer.status}"
    return opened


def send(tab: Tab, page: Page) -> Response | None:
    """Type into the fields, and press the first button of their form."""
    for name, text in page.typed.items():
        tab.locator(f'main [name="{name}"]').fill(text)
    with tab.expect_navigation() as navigation:
        tab.locator(f'main form:has([name="{next(iter(page.typed))}"]) button').first.click()
    return navigation.value


def _watch(opened: Opened, served: Served) -> None:
    home = urlsplit(served.address).netloc

    def asks(request: Request) -> None:
        if request.url.startswith("http") and urlsplit(request.url).netloc != home:
            opened.faults.append(f"asks another host: {request.url}")

    def says(message: ConsoleMessage) -> None:
        is_own_answer = "Failed to load resource" in message.text and opened.page.status != 200
        if message.type in {"error", "warning"} and not is_own_answer:
            opened.faults.append(message.text)

    opened.tab.on("request", asks)
    opened.tab.on("console", says)
    opened.tab.on("pageerror", lambda error: opened.faults.append(str(error)))


def _weigh(opened: Opened) -> None:
    """Bytes are counted as they travelled: compressed, with their headers."""
    protocol = opened.tab.context.new_cdp_session(opened.tab)
    protocol.send("Network.enable")
    protocol.on("Network.loadingFinished", lambda event: opened.travelled.append(int(event["encodedDataLength"])))
