"""The styles: only what the last browsers of Windows 7 know, nothing from elsewhere, no class without its rule."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import thidua

SOURCE = Path(thidua.__file__).parent
TOKENS = SOURCE / "files" / "assets" / "tokens.css"
STYLES = [TOKENS, *sorted((SOURCE / "web").rglob("static/**/*.css"))]
TEMPLATES = sorted((SOURCE / "web").rglob("templates/**/*.html"))
# Chromium 109 and Firefox 115 know none of these.
TOO_NEW = r"color-mix\(|oklch\(|oklab\(|light-dark\(|@starting-style|@scope|@position-try|anchor\(|text-wrap: pretty|&"
# Classes that pages of coming work bring: drawn already, so that all parts have one look.
AWAITED = frozenset(
    [
        "aside-main",
        "cell-strip",
        "choice-list",
        "computed",
        "dates",
        "main-aside",
        "no-print",
        "nowrap",
        "pairs",
        "prose",
        "queue",
        "ratio-entry",
        "small-text",
        "strokes",
        "turnout",
        "versus",
        "with-unit",
        "zone",
    ]
)


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def read(path: Path) -> str:
    """The rules without their comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def depths(css: str) -> Iterator[tuple[int, str]]:
    """Every opening of a block: how deep it lies, and what it is a block of."""
    depth, start = 0, 0
    for place, sign in enumerate(css):
        if sign == "{":
            yield depth, css[start:place].strip()
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign in "{};":
            start = place + 1


@pytest.mark.parametrize("path", STYLES, ids=name_of)
def test_style_is_known_to_old_browsers(path: Path) -> None:
    css = read(path)
    assert re.findall(TOO_NEW, css) == []
    assert [what for depth, what in depths(css) if depth > 1 or (depth == 1 and what.startswith("@"))] == []


@pytest.mark.parametrize("path", STYLES, ids=name_of)
def test_a_block_lies_in_a_media_query_or_in_nothing(path: Path) -> None:
    outer = ""
    for depth, what in depths(read(path)):
        assert depth == 0 or outer.startswith("@media")
        outer = what if depth == 0 else outer


@pytest.mark.parametrize("path", STYLES, ids=name_of)
def test_a_rule_that_firefox_115_drops_stands_alone(path: Path) -> None:
    assert [what for _, what in depths(read(path)) if ":has(" in what and "," in what] == []


@pytest.mark.parametrize("path", [*STYLES, *TEMPLATES], ids=name_of)
def test_nothing_comes_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert re.findall(r"(?:https?:)?//[\w.-]+|@import", read(path) if path.suffix == ".css" else text) == []


def test_both_dark_blocks_are_equal() -> None:
    css = TOKENS.read_text(encoding="utf-8")
    by_system = re.search(r':root:not\(\[data-theme="light"\]\) \{(.*?)\n\} \}', css, re.DOTALL)
    by_choice = re.search(r':root\[data-theme="dark"\] \{(.*?)\n\}', css, re.DOTALL)
    assert by_system is not None
    assert by_choice is not None
    assert by_system[1] == by_choice[1]


def drawn() -> set[str]:
    """Every class that a style draws."""
    return {
        name
        for path in STYLES
        for _, what in depths(read(path))
        if not what.startswith("@")
        for name in re.findall(r"\.([a-z][\w-]*)", what)
    }


def worn() -> set[str]:
    """Every class that a template gives, also by a choice between two."""
    texts = [path.read_text(encoding="utf-8") for path in [*TEMPLATES, *(SOURCE / "web").rglob("*.py")]]
    given = [found for text in texts for found in re.findall(r'class="(.*?)"|block body_class %}(.*?){%', text)]
    return set(re.sub(r"{[%{].*?[%}]}", " ", " ".join(map(" ".join, given))).split())


def test_every_class_of_a_template_is_drawn() -> None:
    beginnings = ("is-", "fill-")  # the rest of these may be computed
    assert {name for name in worn() - drawn() if not name.startswith(beginnings)} == set()


def test_no_rule_is_left_of_a_class_that_nobody_wears() -> None:
    computed = {name for name in drawn() if name.startswith(("fill-", "is-"))}
    assert drawn() - worn() - computed - AWAITED == set()
