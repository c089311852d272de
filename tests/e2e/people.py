"""Everybody of a story in the browser, each signed in and with a window of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from e2e.conftest import DESK, PATIENCE
from e2e.screens import SIZES
from e2e.served import Served


@dataclass(frozen=True)
class People:
    """The people of one season; faults of any page fail the test. Pictures are taken where a folder is given."""

    browser: Browser
    served: Served
    season: str  # the address of its pages
    folder: Path | None

    @contextmanager
    def as_(self, username: str, path: str, *, season: str | None = None) -> Iterator[Tab]:
        """Somebody opens a page of the season, or one whose whole address is `season` and path."""
        context = self.browser.new_context(viewport=DESK, color_scheme="light", reduced_motion="reduce")
        context.set_default_timeout(PATIENCE)
        session = {"name": "sessionid", "value": self.served.sessions[username], "url": self.served.address}
        context.add_cookies([session])
        tab = context.new_page()
        tab.on("pageerror", lambda error: pytest.fail(str(error)))
        tab.goto(self.served.address + (self.season if season is None else season) + path)
        yield tab
        context.close()

    def picture(self, tab: Tab, name: str, *, narrow: bool = False) -> None:
        """What the tab shows, under a name; at the width of a phone too where that is wanted."""
        if self.folder is None:
            return
        self.folder.mkdir(exist_ok=True)
        for ending, size in SIZES.items() if narrow else [("", DESK)]:
            tab.set_viewport_size(size)
            tab.screenshot(path=self.folder / f"{name}{ending}.png")
        tab.set_viewport_size(DESK)
