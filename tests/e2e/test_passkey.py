"""A passkey in the real browser: made and used by its own key store, through our script, under our content policy."""

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from e2e.conftest import DESK
from e2e.pages import PASSWORD
from e2e.served import Served

pytestmark = pytest.mark.system("chromium")

WHO = "theo-doi"  # an account of the story that no other page opens


@pytest.fixture
def tab(browser: Browser, served: Served) -> Tab:
    """A tab with a key store that asks nobody, opened by a name: keys belong to names."""
    context = browser.new_context(viewport=DESK)
    tab = context.new_page()
    protocol = context.new_cdp_session(tab)
    protocol.send("WebAuthn.enable")
    store = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    kept = {"isUserVerified": True, "automaticPresenceSimulation": True}
    protocol.send("WebAuthn.addVirtualAuthenticator", {"options": store | kept})
    tab.on("pageerror", lambda error: pytest.fail(str(error)))
    return tab


def test_a_passkey_is_made_and_opens_the_account(tab: Tab, served: Served) -> None:
    home = served.address.replace("127.0.0.1", "localhost")
    tab.goto(f"{home}/dang-nhap/")
    tab.fill("[name=username]", WHO)
    tab.fill("[name=password]", PASSWORD)
    tab.click("main button.is-primary")
    tab.goto(f"{home}/toi/bao-mat/khoa/")
    tab.fill("[name=name]", "Máy phòng tổng hợp")
    tab.fill("[name=password]", "không phải")
    tab.click("main button.is-primary")
    tab.get_by_text("Mật khẩu đang dùng chưa đúng").wait_for()
    tab.fill("[name=password]", PASSWORD)
    tab.click("main button.is-primary")
    tab.get_by_role("heading", name="Mã dự phòng").wait_for()
    tab.click("header button")
    tab.get_by_role("button", name="Dùng khóa bảo mật của máy này").click()
    tab.wait_for_url(f"{home}/")
    tab.goto(f"{home}/toi/bao-mat/")
    tab.get_by_text("Khóa bảo mật “Máy phòng tổng hợp”").wait_for()
