"""The tree itself: links, leftovers, decision pages, the list of changes, commands that the pages promise."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IGNORED = {
    line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines() if line.endswith("/")
} | {".git", ".ruff_cache"}
ZIPPED = {".xlsx", ".ods", ".odt", ".docx"}
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def list_files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file of the tree that is not made by a tool."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in IGNORED:
            yield from list_files(path)
        elif path.is_file() and path.name not in IGNORED:  # .git is a file in a second work tree
            yield path


def read_texts(path: Path) -> Iterator[str]:
    """The text of a file, or of each part of an office document; nothing for other binary files."""
    if path.suffix in ZIPPED:
        with zipfile.ZipFile(path) as document:
            yield from (document.read(name).decode("utf-8", "ignore") for name in document.namelist())
        return
    data = path.read_bytes()
    if b"\0" not in data:
        yield data.decode("utf-8")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def find(pattern: str) -> list[str]:
    """Where a pattern stands in the tree: file and matched text."""
    wanted = re.compile(pattern)
    return [
        f"{name_of(path)}: {found[0]}"
        for path in list_files()
        for text in read_texts(path)
        for found in wanted.finditer(text)
    ]


def links_of(page: Path) -> list[str]:
    """The links of a page to other files of the tree, without their anchors."""
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    inside = [target.split("#")[0] for target in targets if not re.match(r"[a-z]+:", target)]
    return [target for target in inside if target]


PAGES = [path for path in list_files() if path.suffix == ".md"]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert [target for target in links_of(page) if not (page.parent / target).exists()] == []


def test_every_page_of_docs_is_reached_from_its_index() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / "docs" / "README.md"]
    while waiting:
        page = waiting.pop()
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            waiting += [(page.parent / target).resolve() for target in links_of(page)]
    pages = {page.resolve() for page in PAGES if page.is_relative_to(ROOT / "docs")}
    assert sorted(map(name_of, pages - {page.resolve() for page in reached})) == []


def test_no_file_names_a_place_on_one_machine() -> None:
    assert find(r"(?<![\w.)}>])/(?:work|root|home|Users)/\w+") == []


def test_nothing_is_left_for_later() -> None:
    words = "|".join("".join(pair) for pair in (("TO", "DO"), ("FIX", "ME")))
    assert find(rf"\b(?:{words})\b") == []


def test_the_list_of_changes_has_the_version() -> None:
    version = re.search(r'__version__ = "(.+)"', (ROOT / "src/thidua/__init__.py").read_text(encoding="utf-8"))
    assert version is not None
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == version[1]


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=name_of)
def test_a_decision_has_its_three_parts(page: Path) -> None:
    headings = re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == ["Context", "Choice", "Cost"]


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [page.name[:4] for page in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def code_of(name: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_both_readmes_show_the_same_commands() -> None:
    english, vietnamese = code_of("README.md"), code_of("README.vi.md")
    assert len(english) >= 3
    assert english == vietnamese


@pytest.mark.parametrize("page", ["README.md", "README.vi.md", "CONTRIBUTING.md"])
def test_every_make_target_that_a_page_names_exists(page: str) -> None:
    makefile, text = ((ROOT / name).read_text(encoding="utf-8") for name in ("Makefile", page))
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^ *)(?:sudo )?make ([a-z]+)", text, re.MULTILINE))
    assert named >= {"demo", "test"}
    assert named - targets == set()
