"""One tree of typed errors. Core says *what* with a code and data; `thidua.words` says it in sentences.

    ThiduaError
    ├── Refused            somebody can mend it: carries every problem found, each with its place
    │   ├── NumberRefused        a text that is not the number that was asked for
    │   ├── RulebookRefused      a rulebook that cannot be used
    │   ├── FiguresRefused       figures, targets or a season folder that cannot be used
    │   ├── UnitsRefused         a unit tree or a cluster that contradicts itself
    │   ├── ReplayRefused        a stored result that cannot be replayed
    │   ├── BallotRefused        a ballot, a key, a tally or an archive that fails a check
    │   └── LedgerRefused        an entry that cannot be appended, a head that cannot be read
    └── Fault              ours to mend: a broken promise inside the program

A code is dotted (`figures.unknown_unit`), stable, never reused, and has a sentence in every language of
`thidua.words.sentences` (a test reads the source and says which one is missing).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem lies. Empty parts are unknown; `path` is a path inside a document (`criteria[2].points`)."""

    file: str = ""
    sheet: str = ""
    cell: str = ""
    path: str = ""


class Severity(StrEnum):
    """How much a problem weighs: an error refuses, a question waits for an answer, a warning lets pass."""

    ERROR = "error"
    QUESTION = "question"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a stable code, the data of its sentence, and the place."""

    code: str
    data: Mapping[str, object] = field(default_factory=dict)
    place: Place = Place()
    severity: Severity = Severity.ERROR


class ThiduaError(Exception):
    """Root of the tree."""


class Refused(ThiduaError):
    """Input that somebody can mend. Holds *all* problems found, in the order of reading."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("; ".join(problem.code for problem in self.problems))


class NumberRefused(Refused):
    """A text that cannot be read as the kind of number asked for."""


class RulebookRefused(Refused):
    """A rulebook that cannot be used."""


class FiguresRefused(Refused):
    """Figures, targets or a season that cannot be used."""


class UnitsRefused(Refused):
    """Units, clusters or successions that contradict each other."""


class AttachmentRefused(Refused):
    """A file that may not be kept."""


class RosterRefused(Refused):
    """A roster of checks, or a sample, that cannot be made as asked."""


class ReplayRefused(Refused):
    """A stored result that cannot be read or replayed."""


class BallotRefused(Refused):
    """A ballot, credential, key, decryption, tally or archive that fails a check."""


class LedgerRefused(Refused):
    """An entry that cannot be appended, or a printed head that cannot be read."""


class Fault(ThiduaError):
    """A broken promise inside the program: never the user's doing."""
