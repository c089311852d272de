"""The pictures of docs/screens are those of the list: none missing, none left over, small, shown in the index."""

from e2e.pages import PAGES
from e2e.screens import SCREENS, SIZES, picture_of

LARGEST = 250_000  # bytes of one picture
MAIN = [page for page in PAGES if page.picture]


def test_there_is_a_picture_of_each_main_screen_and_no_other() -> None:
    assert set(SCREENS.glob("*.png")) == {picture_of(page, ending) for page in MAIN for ending in SIZES}


def test_pictures_are_small() -> None:
    assert [path.name for path in SCREENS.glob("*.png") if path.stat().st_size > LARGEST] == []


def test_the_index_shows_every_picture() -> None:
    index = (SCREENS / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in MAIN if f"({page.name}.png)" not in index] == []


def test_no_two_pages_have_one_name() -> None:
    names = [page.name for page in PAGES]
    assert len(names) == len(set(names))
