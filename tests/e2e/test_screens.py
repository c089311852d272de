"""A picture of each main screen, on the usual screen and on a phone. `make screens` writes them anew."""

import struct
from pathlib import Path

import pytest

from e2e.conftest import DESK, Opened
from e2e.pages import PAGES

SCREENS = Path(__file__).parents[2] / "docs" / "screens"
PHONE = {"width": 390, "height": 844}
SIZES = {"": DESK, "-390": PHONE}
LARGEST = 200_000  # bytes of one picture


@pytest.mark.system("chromium")
@pytest.mark.parametrize("ending", SIZES)
def test_a_main_screen_has_its_picture(opened: Opened, ending: str, request: pytest.FixtureRequest) -> None:
    opened.tab.set_viewport_size(SIZES[ending])
    opened.tab.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0) }")
    made = opened.tab.screenshot()
    opened.tab.set_viewport_size(DESK)
    assert size_of(made) == SIZES[ending]
    kept = SCREENS / f"{opened.page.name}{ending}.png"
    if opened.page.picture and request.config.getoption("write_screens", default=False):
        kept.write_bytes(made)
    assert not opened.page.picture or size_of(kept.read_bytes()) == SIZES[ending]


def size_of(picture: bytes) -> dict[str, int]:
    """Width and height, from the header of a PNG file."""
    width, height = struct.unpack(">II", picture[16:24])
    return {"width": width, "height": height}


def test_no_picture_is_left_of_a_screen_that_is_gone() -> None:
    wanted = {f"{page.name}{ending}.png" for page in PAGES if page.picture for ending in SIZES}
    assert {path.name for path in SCREENS.glob("*.png")} == wanted


def test_pictures_are_small() -> None:
    assert [path.name for path in SCREENS.glob("*.png") if path.stat().st_size > LARGEST] == []


def test_the_index_shows_every_picture() -> None:
    index = (SCREENS / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in PAGES if page.picture and f"({page.name}.png)" not in index] == []
