"""What is done on a phone: a report read, submitted and approved, a paper photographed as evidence, the grid read."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab

from e2e.conftest import new_context
from e2e.pages import Page
from e2e.probes import WIDTHS
from e2e.served import Served

pytestmark = pytest.mark.system("chromium")
SEASON = "/ky/cum-10-2024/"
UNIT = "binh-duong"
PHONE = {"width": 390, "height": 844}
PHOTOGRAPH = """async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 2600; canvas.height = 1800;
    const pen = canvas.getContext('2d'), picture = pen.createImageData(2600, 1800);
    const noise = new Uint32Array(16384);
    for (let start = 0; start < picture.data.length; start += 65536) {
        crypto.getRandomValues(noise);
        picture.data.set(new Uint8Array(noise.buffer).subarray(0, picture.data.length - start), start);
    }
    pen.putImageData(picture, 0, 0);
    const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.9));
    const held = new DataTransfer();
    held.items.add(new File([blob], 'van-ban.jpg', { type: 'image/jpeg' }));
    const input = document.querySelector('[data-photograph] input[type=file]');
    input.files = held.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return blob.size;
}"""
SIZE = "() => document.querySelector('[data-photograph] input[type=file]').files[0].size"


@pytest.fixture
def phone(browser: Browser, grid_season: Served) -> Iterator[BrowserContext]:
    made = new_context(browser, grid_season, Page("dien-thoai", SEASON, "bao-cao-dien-thoai"))
    yield made
    made.close()


def opened(context: BrowserContext, served: Served, path: str) -> Tab:
    """A page at the width of a phone; nothing of it lies beside the screen."""
    tab = context.new_page()
    tab.set_viewport_size(PHONE)
    tab.goto(served.address_of(SEASON + path))
    whole, seen = tab.evaluate(WIDTHS)
    assert whole <= seen, path
    return tab


def test_a_paper_is_photographed_made_smaller_and_filed(phone: BrowserContext, grid_season: Served) -> None:
    tab = opened(phone, grid_season, f"minh-chung/{UNIT}/")
    taken = tab.evaluate(PHOTOGRAPH)
    tab.wait_for_function(f"size => ({SIZE})() < size", arg=taken)
    tab.locator("[name=indicator]").select_option("II.1")
    tab.locator("[name=title]").fill("Báo cáo 15/BC")
    tab.locator("[name=dated_on]").fill("15/11/2024")
    tab.locator("button[value=add]").click()
    expect(tab.get_by_role("link", name="Báo cáo 15/BC")).to_be_visible()
    assert tab.evaluate(WIDTHS)[0] <= PHONE["width"]


def test_a_report_is_submitted_and_its_leader_reads_and_approves_it(
    phone: BrowserContext, browser: Browser, grid_season: Served
) -> None:
    tab = opened(phone, grid_season, f"tu-cham/{UNIT}/")
    tab.locator("button[value=submit]").click()
    expect(tab.locator("button[value=recall]")).to_be_visible()
    leader = new_context(browser, grid_season, Page("lanh-dao", SEASON, "lanh-dao-dien-thoai"))
    read = opened(leader, grid_season, f"tu-cham/{UNIT}/")
    assert "Nội dung tự chấm 40" in read.locator("main").inner_text()
    read.locator("button[value=approve]").click()
    expect(read.get_by_text("lãnh đạo đã duyệt").first).to_be_visible()
    locked = opened(phone, grid_season, f"nhap-so-lieu/{UNIT}/?ky=month")
    assert locked.locator("[data-key]").count() == 0
    assert "lãnh đạo duyệt" in locked.locator(".why").first.inner_text()
    leader.close()


@pytest.mark.parametrize("view", ["month", "nam"])
def test_the_grid_is_read_on_a_phone_with_its_names_in_sight(
    phone: BrowserContext, grid_season: Served, view: str
) -> None:
    tab = opened(phone, grid_season, f"nhap-so-lieu/{UNIT}/?ky={view}")
    frame, name = tab.locator(".grid-frame"), tab.locator("tr[data-code] th").first
    frame.evaluate("one => one.scrollBy(400, 0)")
    box, around = name.bounding_box(), frame.bounding_box()
    assert box is not None
    assert around is not None
    assert abs(box["x"] - around["x"]) <= 2  # the name stays while the months pass
    assert box["width"] <= PHONE["width"] / 2
