"""Pages of results on paper, A4 upright or on its side: nothing is cut off at the edge, charts and tables included."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser

from e2e import probes
from e2e.conftest import new_context, open_page
from e2e.pages import CHAIR, SEASON, Page
from e2e.screens import SCREENS
from e2e.served import Served, serve

pytestmark = pytest.mark.system("chromium")
MERGED = datetime(2025, 4, 1, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
WAY = SCREENS / "ban-in"
UPRIGHT, ON_ITS_SIDE = {"width": 624, "height": 924}, {"width": 1032, "height": 702}  # A4 between its margins, 96 dpi
PAPERS = {
    "xep-hang": (SEASON + "xep-hang/", ON_ITS_SIDE),
    "ban-da-chot": (SEASON + "xep-hang/ban/1/", UPRIGHT),
    "ho-so-don-vi": (SEASON + "ho-so/tay-ninh/", ON_ITS_SIDE),
    "ban-do-diem": (SEASON + "ban-do-diem/", ON_ITS_SIDE),
    "diem-theo-tieu-chi": (SEASON + "bang-diem/", ON_ITS_SIDE),
    "phieu-diem": (SEASON + "phieu-diem/tay-ninh/", UPRIGHT),
    "chenh-lech": (SEASON + "chenh-lech/", UPRIGHT),
    "nhan-dinh": (SEASON + "nhan-dinh/", UPRIGHT),
}


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_is_cut_off_on_paper(browser: Browser, served: Served, name: str, pytestconfig: pytest.Config) -> None:
    path, size = PAPERS[name]
    context = new_context(browser, served, Page(name, path, CHAIR))
    tab = open_page(context, served, Page(name, path, CHAIR)).tab
    tab.emulate_media(media="print")
    tab.set_viewport_size(size)
    if pytestconfig.getoption("--write-screens"):
        WAY.mkdir(exist_ok=True)
        tab.screenshot(path=WAY / f"{name}.png")
    assert tab.evaluate(probes.CUT_OFF) == []
    assert (WAY / f"{name}.png").exists()
    context.close()


def test_ranks_over_a_merger_are_drawn_on_screen_and_on_paper(
    browser: Browser, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    page = Page("qua-cac-nam-hop-nhat", "/ky/cum-10-2025/qua-cac-nam/", "thuong-truc")
    with serve(tmp_path, "prepare_years.py", clock=MERGED) as application:
        context = new_context(browser, application, page)
        tab = open_page(context, application, page).tab
        drawing = tab.locator("svg.chart")
        assert drawing.locator("path.is-trail").count() == 5  # two ways lead to the merged unit
        if pytestconfig.getoption("--write-screens"):
            tab.screenshot(path=WAY / "man-hinh-qua-cac-nam.png")
        tab.emulate_media(media="print")
        tab.set_viewport_size(UPRIGHT)
        if pytestconfig.getoption("--write-screens"):
            tab.screenshot(path=WAY / "qua-cac-nam.png")
        assert tab.evaluate(probes.CUT_OFF) == []
        context.close()
