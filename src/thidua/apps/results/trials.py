"""A draft tried on last season's figures before anybody signs it. Nothing is written, and nothing of it is a result."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from thidua.apps.results.scoring import Scored, evaluation_of
from thidua.apps.seasons.models import Season
from thidua.core.errors import Problem
from thidua.core.rulebook.digest import rulebook_digest
from thidua.core.rulebook.schema import Rulebook
from thidua.core.trial.fairness import find_unfairness
from thidua.core.trial.simulation import Simulation, simulate


@dataclass(frozen=True, slots=True)
class Tried:
    """What the draft would have made of last season, and what should be looked at before it is signed."""

    simulation: Simulation
    warnings: tuple[Problem, ...]


def try_on(source: Season, rulebook: Rulebook, *, on: date) -> Tried:
    """A rulebook without errors on a season's figures, as they stand.

    Raises RulebookRefused where that season never adopted one, FiguresRefused where its own cannot score its figures.
    """
    scored = evaluation_of(source, on=on)
    return _tried(_Asked(scored, rulebook_digest(rulebook), rulebook))


class _Asked:
    """What a trial hangs on; the same is computed once a process."""

    def __init__(self, scored: Scored, digest: str, rulebook: Rulebook) -> None:
        self.scored, self.digest, self.rulebook = scored, digest, rulebook

    def __hash__(self) -> int:
        return hash((id(self.scored), self.digest))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self.scored is other.scored and self.digest == other.digest


@lru_cache(maxsize=16)
def _tried(asked: _Asked) -> Tried:
    simulation = simulate(asked.scored.season, asked.rulebook)
    return Tried(simulation, tuple(find_unfairness(simulation.trial)))
