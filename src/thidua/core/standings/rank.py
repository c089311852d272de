"""Ranks of totals: equal totals first meet the tie-break chain, and what it cannot part shares a rank honestly.

Takes printed totals and key values, never raw fractions: ranks compare what is printed (brief, principle 2). Knows
no rulebook; the caller says what each key is and which way is better.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cmp_to_key

from thidua.core.numbers import Number


class Method(StrEnum):
    """How those who stay level share ranks: 1 2 2 4 · 1 2 2 3 · 1 2,5 2,5 4."""

    COMPETITION = "competition"
    DENSE = "dense"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Key:
    """One step of a tie-break chain: its stable name and what it reads, for the record."""

    code: str
    criterion: str = ""
    more_is_better: bool = True


@dataclass(frozen=True, slots=True)
class Entrant:
    """A unit to be ranked: its printed total and its value for each key of the chain."""

    unit: str
    total: Number
    keys: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class TieStep:
    """How a key parted units whose totals are equal: the key, and each unit's value, best first.

    `parted` is False when all values were equal and the chain went on.
    """

    key: Key
    units: tuple[str, ...]
    values: tuple[Number, ...]
    parted: bool


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit's place. `rank` is a half only by the mean method; `shared` says that others hold the same rank."""

    unit: str
    total: Number
    rank: Number
    shared: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """Units from first to last, and every step of every tie. Units that stay level stand in the order given."""

    rows: tuple[Ranked, ...]
    steps: tuple[TieStep, ...]


def rank(entrants: Sequence[Entrant], keys: Sequence[Key] = (), method: Method = Method.COMPETITION) -> Ranking:
    """Rank by total, then by the chain. The order of the input decides nothing but the order within a shared rank."""
    steps: list[TieStep] = []
    groups: list[list[Entrant]] = []
    for level in _levels(list(entrants), lambda one: one.total, more=True):
        groups += _part(level, tuple(keys), 0, steps)
    return Ranking(tuple(_ranked(groups, method)), tuple(steps))


def _part(level: list[Entrant], keys: tuple[Key, ...], depth: int, steps: list[TieStep]) -> list[list[Entrant]]:
    """Part units of equal standing by the keys from `depth` on."""
    if len(level) == 1 or depth == len(keys):
        return [level]
    key = keys[depth]
    parts = _levels(level, lambda one: one.keys[depth], more=key.more_is_better)
    ordered = [one for part in parts for one in part]
    values = tuple(one.keys[depth] for one in ordered)
    steps.append(TieStep(key, tuple(one.unit for one in ordered), values, len(parts) > 1))
    return [group for part in parts for group in _part(part, keys, depth + 1, steps)]


def _levels(entrants: list[Entrant], value: Callable[[Entrant], Number], *, more: bool) -> list[list[Entrant]]:
    """Units grouped by equal value, best first; stable within a group."""

    def by_value(left: Entrant, right: Entrant) -> int:
        order = _compare(value(left), value(right))
        return -order if more else order

    ordered = sorted(entrants, key=cmp_to_key(by_value))
    levels: list[list[Entrant]] = []
    for entrant in ordered:
        if levels and value(levels[-1][0]) == value(entrant):
            levels[-1].append(entrant)
        else:
            levels.append([entrant])
    return levels


def _ranked(groups: list[list[Entrant]], method: Method) -> list[Ranked]:
    rows: list[Ranked] = []
    for position, group in enumerate(groups, start=1):
        first = len(rows) + 1
        match method:
            case Method.COMPETITION:
                place = Number(first)
            case Method.DENSE:
                place = Number(position)
            case Method.MEAN:  # the mean of the places that the group fills: first … first + n − 1
                place = Number((2 * first + len(group) - 1) * 5, 1).normalised()
        rows += [Ranked(one.unit, one.total, place, len(group) > 1) for one in group]
    return rows


def _compare(left: Number, right: Number) -> int:
    a, b = left.digits * 10**right.places, right.digits * 10**left.places
    return int(a > b) - int(a < b)
