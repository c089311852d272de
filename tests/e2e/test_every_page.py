"""What holds for every page in every state: readable, reachable by keyboard, within its width, in one language."""

import json
import re
from collections import defaultdict
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import resolve

from e2e import probes
from e2e.conftest import DESK, Opened
from e2e.screens import SIZES, picture_of, size_of

pytestmark = pytest.mark.system("chromium")

FIRST_VISIT = 300_000  # bytes that travel when nothing is cached
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
WIDTHS = (390, 683, 1024, 1366)  # a phone; 1366 at 200 %; an old screen; the usual one
ENGLISH = frozenset(
    [
        "the",
        "and",
        "of",
        "is",
        "are",
        "was",
        "with",
        "from",
        "this",
        "that",
        "your",
        "you",
        "please",
        "must",
        "required",
        "invalid",
        "error",
        "field",
        "value",
        "password",
        "sign",
        "login",
        "logout",
        "submit",
        "save",
        "cancel",
        "delete",
        "edit",
        "view",
        "next",
        "previous",
        "page",
        "search",
        "home",
        "back",
        "not",
        "found",
        "forbidden",
        "choose",
        "enter",
        "select",
        "currently",
        "browse",
        "file",
        "user",
        "settings",
    ]
)


@pytest.mark.parametrize("ending", SIZES)
def test_a_main_screen_has_its_picture(opened: Opened, ending: str, request: pytest.FixtureRequest) -> None:
    opened.tab.set_viewport_size(SIZES[ending])
    opened.tab.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0) }")
    if opened.page.at:
        opened.tab.locator(opened.page.at).focus()
    made = opened.tab.screenshot(caret="initial")
    opened.tab.set_viewport_size(DESK)
    assert size_of(made) == SIZES[ending]
    if opened.page.picture and request.config.getoption("write_screens", default=False):
        picture_of(opened.page, ending).write_bytes(made)
    assert not opened.page.picture or size_of(picture_of(opened.page, ending).read_bytes()) == SIZES[ending]


def test_page_has_no_fault_of_accessibility(opened: Opened) -> None:
    opened.tab.set_viewport_size(DESK)
    assert faults_of(opened, {"type": "tag", "values": RULES}) == []


def test_page_is_readable_on_a_dark_ground(opened: Opened) -> None:
    opened.tab.emulate_media(color_scheme="dark")
    found = faults_of(opened, {"type": "rule", "values": ["color-contrast"]})
    opened.tab.emulate_media(color_scheme="light")
    assert found == []


def faults_of(opened: Opened, rules: dict[str, Any]) -> list[str]:
    """What axe finds, each with its place and its reason. It comes into a page once, and is silent of what is well."""
    if not opened.tab.evaluate("() => 'axe' in window"):
        opened.tab.evaluate(Axe().axe_script)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = opened.tab.evaluate("options => axe.run(options).then(result => result.violations)", options)
    return [told(violation) for violation in found]


def told(violation: dict[str, Any]) -> str:
    nodes = [node["html"][:120] + " " + node.get("failureSummary", "") for node in violation["nodes"][:4]]
    return json.dumps([violation["id"], *nodes], ensure_ascii=False)


@pytest.mark.parametrize("width", WIDTHS)
def test_page_never_scrolls_sideways(opened: Opened, width: int) -> None:
    opened.tab.set_viewport_size({"width": width, "height": 768})
    wide, room = opened.tab.evaluate(probes.WIDTHS)
    opened.tab.set_viewport_size(DESK)
    assert wide <= room


def test_every_control_is_reached_by_keyboard_in_reading_order_and_is_seen(opened: Opened) -> None:
    opened.tab.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0) }")
    opened.tab.evaluate("() => { document.body.tabIndex = -1; document.body.focus() }")
    opened.tab.keyboard.press("Tab")  # what stands beside a cell goes with the focus
    wanted = opened.tab.evaluate(probes.TABBABLE)
    met = [opened.tab.evaluate(probes.FOCUSED)]
    for _ in wanted[1:]:
        opened.tab.keyboard.press("Tab")
        met.append(opened.tab.evaluate(probes.FOCUSED))
    assert [one["place"] for one in met] == [str(place) for place in range(len(wanted))], met
    assert [one["html"] for one in met if not one["isMarked"]] == []
    assert [one["html"] for one in met if not one["isSeen"]] == []


def test_a_page_is_in_one_language(opened: Opened) -> None:
    assert opened.tab.evaluate("() => document.documentElement.lang") == opened.page.language
    words = set(re.findall(r"[a-zà-ỹđ]+", opened.tab.evaluate(probes.TEXTS).casefold()))
    assert opened.page.language == "en" or words & ENGLISH == set()


def test_page_carries_nothing_that_the_policy_would_forbid(opened: Opened) -> None:
    assert opened.tab.evaluate(probes.INLINE) == []
    policy = opened.tab.request.get(opened.tab.url, fail_on_status_code=False).headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_every_link_leads_somewhere(opened: Opened, followed: dict[tuple[str, str], int]) -> None:
    """Two of each sort are followed, since a list of units has hundreds of links alike."""
    sorts: dict[str, list[str]] = defaultdict(list)
    for address in sorted(set(opened.tab.evaluate(probes.LINKS))):
        sorts[resolve(unquote(urlsplit(address).path)).view_name].append(address)
    wanted = [address for addresses in sorts.values() for address in addresses[:2]]
    for address in wanted:
        if (opened.page.username, address) not in followed:
            status = opened.tab.request.get(address, fail_on_status_code=False).status
            followed[opened.page.username, address] = status
    answers = {address: followed[opened.page.username, address] for address in wanted}
    assert {address: status for address, status in answers.items() if status >= 400} == {}


def test_every_anchor_of_a_page_is_there(opened: Opened) -> None:
    assert opened.tab.evaluate(probes.LOST_ANCHORS) == []


def test_print_shows_the_page_without_its_frame(opened: Opened) -> None:
    opened.tab.emulate_media(media="print")
    frame, content = opened.tab.evaluate(probes.PRINTED)
    opened.tab.emulate_media(media="screen")
    assert frame == 0
    assert content > 20


def test_a_first_visit_is_light(opened: Opened) -> None:
    """The last of a page's tests: by then it asks for nothing any more, so that nobody waits to see whether it does."""
    opened.tab.wait_for_load_state("networkidle")
    opened.tab.evaluate("() => document.fonts.ready.then(() => true)")
    assert len(opened.travelled) > 5
    assert sum(opened.travelled) < FIRST_VISIT
