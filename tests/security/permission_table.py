"""The tables `permissions.csv` and `verbs.csv`: who may open, send and do what, written by hand. Nothing in them is
computed.

A line of the first says: this address, asked with this method (and `sent` in a form) by these people while the season
is in these phases, answers so. A line of the second says: asked this verb about this matter, the policy says so.
`who`: names of the world's people, `anonymous` for nobody signed in, `*` for all whom no other line of the same door
names. `phase`: `-` where the season does not matter, `*` for all phases that no other line of the same person names.
`expected`: a status, or `sign_in` for being sent to sign in; for verbs `yes`, or why not.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from thidua.core.phases import Phase

HERE = Path(__file__).parent
NO_SEASON = "-"
REST = "*"
ANONYMOUS = "anonymous"
Door = tuple[str, ...]  # the columns before `who`: what is asked


@dataclass(frozen=True, slots=True)
class Line:
    """One line as written."""

    door: Door
    who: tuple[str, ...]
    phases: tuple[str, ...]
    expected: str


@dataclass(frozen=True, slots=True)
class Case:
    """One person at one door in one phase, and what must happen."""

    door: Door
    who: str
    phase: str
    expected: str

    def __str__(self) -> str:
        return " ".join((*self.door, "by", self.who, "in", self.phase, "→", self.expected))


def read(name: str) -> list[Line]:
    """Every line of a table."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, strict=True))[1:]
    return [
        Line(tuple(door), tuple(who.split()), tuple(phases.split()), expected) for *door, who, phases, expected in rows
    ]


def cases(lines: list[Line], people: tuple[str, ...]) -> list[Case]:
    """Every person at every door in every phase of which the table speaks, the rests spelled out."""
    doors = list(dict.fromkeys(line.door for line in lines))
    return [case for door in doors for case in _at(door, [line for line in lines if line.door == door], people)]


def _at(door: Door, lines: list[Line], people: tuple[str, ...]) -> Iterator[Case]:
    named = {name for line in lines for name in line.who} - {REST}
    for who in people:
        own = [line for line in lines if who in line.who or (REST in line.who and who not in named)]
        told = {phase for line in own for phase in line.phases} - {REST}
        for line in own:
            for phase in line.phases:
                rest = [one.value for one in Phase if one.value not in told]
                yield from (Case(door, who, one, line.expected) for one in (rest if phase == REST else [phase]))


def faults(lines: list[Line], people: tuple[str, ...]) -> list[str]:
    """What a table leaves open or says twice, and names that nobody has."""
    found = cases(lines, people)
    counted = Counter((case.door, case.who, case.phase) for case in found)
    twice = [f"{key} is told {times} times" for key, times in counted.items() if times > 1]
    whole = {NO_SEASON}, {phase.value for phase in Phase}
    phases: defaultdict[tuple[Door, str], set[str]] = defaultdict(set)
    for case in found:
        phases[case.door, case.who].add(case.phase)
    doors = dict.fromkeys(case.door for case in found)
    open_ = [f"{door} leaves {who} open" for door in doors for who in people if phases[door, who] not in whole]
    unknown = {name for line in lines for name in line.who} - {REST, *people}
    return [*twice, *open_, *(f"nobody is called {name}" for name in sorted(unknown))]
