"""What apps above know about the places that roles are assigned for. They say it here when they start; this app asks.

Until somebody has said, every code is unknown, so that no role is given for a place that nobody has checked.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from thidua.apps.access.roles import Place


class Names(Protocol):
    """The names of those codes that are known on a day."""

    def __call__(self, codes: Collection[str], /, *, on: date) -> Mapping[str, str]: ...


class Find(Protocol):
    """The codes, each with its name, that a typed text may mean on a day; the one that it means most comes first."""

    def __call__(self, text: str, /, *, on: date) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Directory:
    """How to name and how to find the places of one sort."""

    names: Names
    find: Find


_directories: dict[Place, Directory] = {}


def register(place: Place, *, names: Names, find: Find) -> None:
    """Say how places of a sort are named and found; the last word counts."""
    _directories[place] = Directory(names, find)


def names_of(place: Place, codes: Collection[str], *, on: date) -> Mapping[str, str]:
    """The names of those codes that exist on a day."""
    directory = _directories.get(place)
    return directory.names(codes, on=on) if directory and codes else {}


def find(place: Place, text: str, *, on: date) -> Mapping[str, str]:
    """The codes, with names, that a typed text may mean: one when it is exact, none when nothing is called so."""
    directory = _directories.get(place)
    return directory.find(text, on=on) if directory and text else {}
