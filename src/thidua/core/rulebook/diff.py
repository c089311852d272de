"""What changed between two versions of a rulebook, in the order in which it is read: added, removed, moved, changed.

Works on the values themselves, field by field, so that a field that a later release adds is compared without a word
here. Entries that carry a code (criteria, indicators, knock-outs) or a name (bonuses, classes) are followed by it, all
others by their place. Never says how much a change matters: that is a simulation on figures.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from thidua.core.numbers import Number, Rate
from thidua.core.rulebook.document import key_of, made_indicators
from thidua.core.rulebook.schema import Criterion, Group, Rulebook
from thidua.core.timeline import Period

ROOT = ""  # the parent of top criteria
_OF_THE_TREE = ("body", "parts", "criteria")  # followed by the walk over the tree, not field by field
_LAST = ("total", "tie_breaks", "rank", "knock_outs", "classes", "checks", "indicators")  # read after the criteria
_OWN_KEYS = {(Rulebook, "code"): "rulebook", (Period, "start"): "from", (Period, "end"): "to"}


class What(StrEnum):
    """What happened to an entry or a field."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a criterion stands: its parent's code (empty: top) and the code of its elder sibling (empty: first)."""

    parent: str
    behind: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: a key of the document, and for entries of lists the name or number (from 1) of the entry."""

    key: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, and the path from the rulebook to the entry or field.

    `before` is None for what was added, `after` for what was removed; of what was moved both are Standings.
    """

    what: What
    path: tuple[Step, ...]
    before: object = None
    after: object = None

    @property
    def criterion(self) -> str:
        """The code of the criterion that it is about; empty for the rest of the rulebook."""
        return self.path[0].entry if self.path[0].key == "criteria" else ""


Path = tuple[Step, ...]


def differences(before: Rulebook, after: Rulebook) -> tuple[Change, ...]:
    """Every difference between two rulebooks. Empty exactly when their digests are equal.

    The indicators that criteria make for themselves come and go with their criteria and are not told again.
    """
    names = [item.name for item in fields(Rulebook) if item.name not in _OF_THE_TREE]
    first = [name for name in names if name not in _LAST]
    rest = [one for one in _fields(before, after, (), _LAST) if not _is_made(one, before, after)]
    return (*_fields(before, after, (), first), *_criteria(before, after), *rest)


def _is_made(change: Change, before: Rulebook, after: Rulebook) -> bool:
    """Whether it is about an indicator that a criterion makes for itself, in every version that has it."""
    step = change.path[0]
    if step.key != "indicators":
        return False
    sides = [(rulebook, {one.code for one in rulebook.indicators}) for rulebook in (before, after)]
    having = [rulebook for rulebook, codes in sides if step.entry in codes]
    return all(step.entry in {one.code for one in made_indicators(rulebook)} for rulebook in having)


def _fields(before: object, after: object, path: Path, names: Sequence[str]) -> Iterator[Change]:
    for name in names:
        key = _OWN_KEYS.get((type(before), name)) or key_of(name)
        yield from _values(getattr(before, name), getattr(after, name), (*path, Step(key)))


def _values(before: object, after: object, path: Path) -> Iterator[Change]:
    """The differences of two values that stand at the same place."""
    if isinstance(before, tuple) and isinstance(after, tuple):
        yield from _entries(before, after, path)
    elif type(before) is type(after) and _has_fields(before):
        names = [item.name for item in fields(before)]  # type: ignore[arg-type]  # a dataclass: just looked
        yield from _fields(before, after, path, names)
    elif before != after or type(before) is not type(after):
        yield Change(What.CHANGED, path, before, after)


def _has_fields(value: object) -> bool:
    return is_dataclass(value) and not isinstance(value, (Number, Rate))


def _entries(before: tuple[object, ...], after: tuple[object, ...], path: Path) -> Iterator[Change]:
    """The differences of two lists: by code or name where every entry has one of its own, otherwise by place.

    A list of plain values is one value.
    """
    old, new = _keyed(before), _keyed(after)
    if not all(_has_fields(entry) for entry in (*before, *after)):
        if before != after:
            yield Change(What.CHANGED, path, before, after)
        return
    for key in merged(list(old), list(new)):
        at = (*path[:-1], Step(path[-1].key, key))
        if key not in new:
            yield Change(What.REMOVED, at, before=old[key])
        elif key not in old:
            yield Change(What.ADDED, at, after=new[key])
        else:
            yield from _values(old[key], new[key], at)
    common = [key for key in old if key in new]
    for key in moved(common, [key for key in new if key in old]):
        standings = (Standing(ROOT, _elder(list(keys), key)) for keys in (old, new))
        yield Change(What.MOVED, (*path[:-1], Step(path[-1].key, key)), *standings)


def _keyed(entries: tuple[object, ...]) -> dict[str, object]:
    """Entries by their code, their name, or their number from 1; by number also where a code stands twice."""
    names = [str(getattr(entry, "code", "") or getattr(entry, "name", "")) for entry in entries]
    has_own = all(names) and len(set(names)) == len(names)
    keys = names if has_own else [str(number) for number in range(1, len(entries) + 1)]
    return dict(zip(keys, entries, strict=True))


def _criteria(before: Rulebook, after: Rulebook) -> Iterator[Change]:
    """The tree: criteria are followed by code wherever they stand."""
    old, new = _by_code(before), _by_code(after)
    stood, stand = standings_of(before), standings_of(after)
    out_of_place = _out_of_place(stood, stand)
    for code in merged(list(old), list(new)):
        path = (Step("criteria", code),)
        if code not in new:
            yield Change(What.REMOVED, path, before=old[code])
            continue
        if code not in old:
            yield Change(What.ADDED, path, after=new[code])
            continue
        if code in out_of_place:
            yield Change(What.MOVED, path, stood[code], stand[code])
        yield from _node(old[code], new[code], path)


def _node(before: Criterion, after: Criterion, path: Path) -> Iterator[Change]:
    names = [item.name for item in fields(Criterion) if item.name not in (*_OF_THE_TREE, "code")]
    yield from _fields(before, after, path, names)
    if type(before.body) is not type(after.body):
        yield Change(What.CHANGED, (*path, Step("body")), before.body, after.body)
        return
    names = [item.name for item in fields(before.body) if item.name not in _OF_THE_TREE]
    yield from _fields(before.body, after.body, path, names)


def _by_code(rulebook: Rulebook) -> dict[str, Criterion]:
    return {node.code: node for _depth, node in rulebook.walk()}


def standings_of(rulebook: Rulebook) -> dict[str, Standing]:
    """Where every criterion stands."""
    found: dict[str, Standing] = {}

    def walk(parent: str, parts: Sequence[Criterion]) -> None:
        behind = ""
        for part in parts:
            found[part.code] = Standing(parent, behind)
            behind = part.code
            if isinstance(part.body, Group):
                walk(part.code, part.body.parts)

    walk(ROOT, rulebook.criteria)
    return found


def _out_of_place(stood: Mapping[str, Standing], stand: Mapping[str, Standing]) -> set[str]:
    """Criteria with another parent, and the fewest whose moving explains the new order among siblings."""
    common = [code for code in stood if code in stand]
    found = {code for code in common if stood[code].parent != stand[code].parent}
    for parent in {standing.parent for standing in stand.values()}:
        stayed = [code for code in common if code not in found and stand[code].parent == parent]
        among = set(stayed)
        found |= set(moved(stayed, [code for code in stand if code in among]))
    return found


def moved(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """The fewest entries whose moving turns one order into the other, in the new order. Both hold the same entries."""
    place = {key: index for index, key in enumerate(before)}
    kept = _longest_rise([place[key] for key in after])
    return [key for key in after if place[key] not in kept]


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The numbers of one longest rising subsequence (patience sorting)."""
    tops: list[int] = []
    below: dict[int, int | None] = {}
    for number in numbers:
        pile = bisect_left(tops, number)
        below[number] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [number]
    chosen: set[int] = set()
    last: int | None = tops[-1] if tops else None
    while last is not None:
        chosen.add(last)
        last = below[last]
    return chosen


def merged(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """One reading order of both: the new one, with what is gone behind what it followed."""
    order = list(after)
    behind = ""
    for key in before:
        if key not in order:
            order.insert(order.index(behind) + 1 if behind else 0, key)
        behind = key
    return order


def _elder(keys: Sequence[str], key: str) -> str:
    index = keys.index(key)
    return keys[index - 1] if index else ""
