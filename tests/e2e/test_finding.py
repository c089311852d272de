"""A long list of ticks is searched as one types, with marks or without; what is ticked stays ticked."""

import pytest
from playwright.sync_api import Browser, expect

from e2e.conftest import new_context, open_page
from e2e.pages import CHAIR, SEASON, Page
from e2e.served import Served

pytestmark = pytest.mark.system("chromium")
FORM = Page("viet-nhan-dinh", SEASON + "nhan-dinh/moi/", CHAIR)


def test_a_figure_is_found_by_some_of_its_words(browser: Browser, served: Served) -> None:
    context = new_context(browser, served, FORM)
    tab = open_page(context, served, FORM).tab
    field, hits = tab.locator("#indicators-find"), tab.locator(".pick:visible")
    expect(hits).to_have_count(0)
    for typed in ("truy na", "Truy nã", "NÃ TRUY"):
        field.fill(typed)
        expect(hits).to_have_text(["Bắt, vận động đối tượng truy nã ra đầu thú / chỉ tiêu"])
    hits.locator("input").check()
    field.fill("đường thủy xyz")
    expect(hits).to_have_count(0)
    expect(tab.locator("[data-none]")).to_be_visible()
    field.fill("")
    expect(tab.locator("details.picks[open]")).to_have_count(1)
    expect(tab.locator("details.picks[open] :checked")).to_have_count(1)
    context.close()
