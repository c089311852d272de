"""Replays a stored result: which input changed, and the first number that comes out differently.

Trusts nothing that is stored: digests are recomputed, and every point, subtotal, total, rank and tie step is computed
again from the season's own files, so that a point edited together with its digest is still found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from thidua.core.canonical import Plain, digest
from thidua.core.errors import Fault, Place, Problem, ReplayRefused
from thidua.core.results.result import FORMAT
from thidua.core.states import Stage

Document = dict[str, Plain]
INPUTS = ("inputs", "targets", "adjustments")
KEYS = {"inputs": ("unit", "indicator", "stage"), "targets": ("unit", "indicator", "valid_from"),
        "adjustments": ("unit", "document")}  # fmt: skip
NOT_COMPARED = ("engine", "digest", "inputs_digest", *INPUTS)


@dataclass(frozen=True, slots=True)
class ChangedInput:
    """An input that differs between the stored result and the season: what it was, what it is, and where it stands."""

    what: str
    key: tuple[str, ...]
    cell: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A number or word of the result that comes out differently. path: where in the result, in words of its keys."""

    path: tuple[str, ...]
    stored: str
    computed: str


@dataclass(frozen=True, slots=True)
class Replay:
    """What a replay found. `numbers`: how many values were recomputed and compared."""

    changed_inputs: tuple[ChangedInput, ...]
    rulebook_changed: bool
    seals_broken: tuple[str, ...]
    first_difference: Difference | None
    differences: int
    numbers: int

    @property
    def is_same(self) -> bool:
        """Whether the stored result stands."""
        return not (self.changed_inputs or self.rulebook_changed or self.seals_broken or self.first_difference)


def replay(stored: object, computed: Document) -> Replay:
    """Compare a stored result with the one computed now. Raises ReplayRefused when it is no result of ours."""
    document = _document(stored)
    rulebook = cast(Document, document["rulebook"])
    found = list(_differences((), _comparable(document), _comparable(computed)))
    differences = [one for one in found if one is not None]
    return Replay(
        changed_inputs=tuple(_changed_inputs(document, computed)),
        rulebook_changed=rulebook.get("digest") != cast(Document, computed["rulebook"])["digest"],
        seals_broken=tuple(_broken_seals(document, computed)),
        first_difference=differences[0] if differences else None,
        differences=len(differences),
        numbers=len(found),
    )


def stored_stage(stored: object) -> Stage:
    """The stage at which a stored result was scored. Raises ReplayRefused when it is no result of ours."""
    found = str(_document(stored).get("stage"))
    if found not in {stage.value for stage in Stage}:
        raise ReplayRefused(Problem("replay.incomplete", {"keys": "stage"}, Place(path="stage")))
    return Stage(found)


def _document(stored: object) -> Document:
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        found = stored.get("format") if isinstance(stored, dict) else type(stored).__name__
        raise ReplayRefused(Problem("replay.not_a_result", {"found": str(found), "wanted": FORMAT}))
    document = cast(Document, stored)
    missing = [key for key in ("rulebook", "units", "standings", *INPUTS) if key not in document]
    if missing or not isinstance(document["rulebook"], dict):
        names = ", ".join(missing) or "rulebook"
        raise ReplayRefused(Problem("replay.incomplete", {"keys": names}, Place(path=names)))
    return document


def _broken_seals(document: Document, computed: Document) -> Iterator[str]:
    sealed = _digest_of({key: value for key, value in document.items() if key != "digest"})
    if sealed is None or document.get("digest") != sealed:
        yield "digest"
    same_inputs = not list(_changed_inputs(document, computed))
    if same_inputs and document.get("inputs_digest") != computed["inputs_digest"]:
        yield "inputs_digest"


def _digest_of(body: Document) -> str | None:
    """The digest of a stored body; None when something stands in it that has no canonical bytes (a float)."""
    try:
        return digest(body)
    except (Fault, UnicodeError, RecursionError):
        return None


def _changed_inputs(document: Document, computed: Document) -> Iterator[ChangedInput]:
    for what in INPUTS:
        before, after = _by_key(document[what], what), _by_key(computed[what], what)
        for key in dict.fromkeys([*after, *before]):
            old, new = before.get(key, {}), after.get(key, {})
            if _without_cell(old) != _without_cell(new):
                yield ChangedInput(what, key, str((new or old).get("cell", "")), _said(old, new), _said(new, old))


def _by_key(items: Plain, what: str) -> dict[tuple[str, ...], Document]:
    """Every entry under its own key: a second one of the same key, or one that is no row, must not hide the first."""
    rows: dict[tuple[str, ...], Document] = {}
    for item in items if isinstance(items, list) else [items]:
        row: Document = item if isinstance(item, dict) else {"value": str(item)}
        key = tuple(str(row.get(part, "")) for part in KEYS[what])
        while key in rows:
            key = (*key, "+")
        rows[key] = row
    return rows


def _without_cell(row: Document) -> Document:
    """A row of a workbook may move: where an input stands is no part of what it says."""
    return {key: value for key, value in row.items() if key != "cell"}


def _said(row: Document, other: Document) -> str | None:
    """What an input says, with whatever else differs from the other one; None for an input that is not there."""
    if not row:
        return None
    if _value(row) != _value(other):
        return _value(row)
    return ", ".join([_value(row), *(f"{key}: {row.get(key)}" for key in row if row[key] != other.get(key))])


def _value(row: Document) -> str:
    """What an input says in one word."""
    if "points" in row:
        return str(row["points"])
    state = str(row.get("state", "reported"))
    return str(row.get("value", "")) if state == "reported" else state


def _comparable(document: Document) -> Document:
    kept = {key: value for key, value in document.items() if key not in NOT_COMPARED}
    rulebook = cast(Document, kept["rulebook"])
    return {**kept, "rulebook": {key: value for key, value in rulebook.items() if key != "digest"}}


def _differences(path: tuple[str, ...], stored: Plain, computed: Plain) -> Iterator[Difference | None]:
    """One entry per compared value: None where it is the same. Walks in the order of the computed result."""
    if isinstance(computed, dict) and isinstance(stored, dict):
        for key in dict.fromkeys([*computed, *stored]):
            yield from _differences((*path, key), stored.get(key), computed.get(key))
    elif isinstance(computed, list) and isinstance(stored, list):
        for index in range(max(len(computed), len(stored))):
            old = stored[index] if index < len(stored) else None
            new = computed[index] if index < len(computed) else None
            yield from _differences((*path, _name(new or old, index)), old, new)
    else:
        same = stored == computed and type(stored) is type(computed)
        yield None if same else Difference(path, str(stored), str(computed))


def _name(item: Plain, index: int) -> str:
    """An entry is called by what it is about."""
    if isinstance(item, dict):
        for key in ("unit", "criterion", "cluster", "key"):
            if isinstance(item.get(key), str) and item[key]:
                return str(item[key])
    return str(index)
