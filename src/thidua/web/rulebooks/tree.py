"""The criteria of a rulebook as the tree that a page shows; what is shown by code only keeps its name to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thidua.core.numbers import Number
from thidua.core.rulebook.document import total_points
from thidua.core.rulebook.schema import Criterion, Rulebook, Secrecy
from thidua.words.language import Language
from thidua.words.rulebook import basis_words, criterion_words, naming_of
from thidua.words.rulebook_rules import Naming


@dataclass(frozen=True, slots=True)
class Branch:
    """A criterion with its parts. An empty name is one that is not shown."""

    code: str
    name: str
    points: Number
    parts: tuple[Branch, ...]
    is_here: bool
    marks: int = 0  # what the checker says of it


@dataclass(frozen=True, slots=True)
class Opened:
    """One criterion as it is read: its rule in words, what it hangs on, and its parts."""

    branch: Branch
    path: tuple[Branch, ...]  # the groups above it
    sentences: tuple[str, ...]
    basis: str


def branches(rulebook: Rulebook, *, here: str, marks: Mapping[str, int] | None = None) -> tuple[Branch, ...]:
    """The whole tree, the opened criterion marked; `marks` counts what the checker says of each."""
    return tuple(_branch(node, here, marks or {}) for node in rulebook.criteria)


def open_criterion(rulebook: Rulebook, code: str, lang: Language) -> Opened | None:
    """The criterion with this code in words; None: there is none."""
    line = next((line for node in rulebook.criteria for line in _lines(node) if line[-1].code == code), None)
    if line is None:
        return None
    naming = naming_of(rulebook, lang)
    node = line[-1]
    return Opened(
        branch=_branch(node, code, {}),
        path=tuple(_branch(one, code, {}) for one in line[:-1]),
        sentences=criterion_words(node, naming),
        basis=_basis(line, rulebook, naming),
    )


def shape_of(rulebook: Rulebook) -> tuple[int, Number]:
    """How many criteria there are, and their points together."""
    return len(list(rulebook.walk())), total_points(rulebook)


def _branch(node: Criterion, here: str, marks: Mapping[str, int]) -> Branch:
    name = "" if node.secrecy is Secrecy.CODE_ONLY else node.name
    parts = tuple(_branch(part, here, marks) for part in node.group.parts) if node.group is not None else ()
    return Branch(node.code, name, node.points, parts, node.code == here, marks.get(node.code, 0))


def _lines(node: Criterion) -> Iterator[tuple[Criterion, ...]]:
    """Every criterion below, itself included, with all above it."""
    yield (node,)
    for part in node.group.parts if node.group is not None else ():
        yield from ((node, *line) for line in _lines(part))


def _basis(line: tuple[Criterion, ...], rulebook: Rulebook, naming: Naming) -> str:
    """The nearest legal basis, of the criterion itself, a group above it, or the whole rulebook."""
    nearest = next((node.legal_basis for node in reversed(line) if node.legal_basis), rulebook.legal_basis)
    return basis_words(nearest, naming)
