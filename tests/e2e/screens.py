"""Where the pictures of docs/screens stand, and their sizes."""

import struct
from pathlib import Path

from e2e.pages import Page

SCREENS = Path(__file__).parents[2] / "docs" / "screens"
SIZES = {"": {"width": 1366, "height": 768}, "-390": {"width": 390, "height": 844}}  # by the ending of the name


def picture_of(page: Page, ending: str) -> Path:
    """The file of a page's picture."""
    return SCREENS / f"{page.name}{ending}.png"


def size_of(picture: bytes) -> dict[str, int]:
    """Width and height, from the header of a PNG file."""
    width, height = struct.unpack(">II", picture[16:24])
    return {"width": width, "height": height}
