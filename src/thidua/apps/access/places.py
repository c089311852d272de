"""What apps above know about the places that roles are assigned for. They say it here when they start; this app asks.

Until somebody has said, every code is unknown, so that no role is given for a place that nobody has checked.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from thidua.apps.access.roles import Place

Names = Callable[[Collection[str], date], Mapping[str, str]]  # the codes that exist on a day, each with its name
Find = Callable[[str, date], Mapping[str, str]]  # the codes that a typed text may mean on a day, each with its name


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
    return directory.names(codes, on) if directory and codes else {}


def find(place: Place, text: str, *, on: date) -> Mapping[str, str]:
    """The codes, with names, that a typed text may mean: one when it is exact, none when nothing is called so."""
    directory = _directories.get(place)
    return directory.find(text, on) if directory and text else {}
