"""The one evaluation of a season that every page, paper and stored result reads, kept in the process as long as nothing
was written.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from thidua.apps.ledger import remembering
from thidua.apps.reporting import current
from thidua.apps.reporting.current import Moment, inputs_at, looking_at
from thidua.apps.results.bridge import core_season
from thidua.apps.seasons.models import Season
from thidua.core.canonical import Plain
from thidua.core.errors import Problem
from thidua.core.scoring.evaluate import Evaluation
from thidua.core.season import Season as CoreSeason
from thidua.core.standings import ClusterStandings, standings
from thidua.core.states import Stage
from thidua.files.standings_json import make_result

KEPT = 128  # evaluations a process


@dataclass(frozen=True)
class Scored:
    """A season with its points. `problems`: what the intake said of figures, those that do not count among them.

    Points and ranks are there at once; what only some pages ask for, explanations and the document that lasts, is made
    when it is first asked for.
    """

    season: CoreSeason
    evaluation: Evaluation
    standings: ClusterStandings
    problems: tuple[Problem, ...]
    _at: dict[tuple[Stage, bool], Evaluation] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def explained(self) -> Evaluation:
        """The same points, each with its arithmetic."""
        return self.season.evaluate(explained=True)

    @cached_property
    def document(self) -> dict[str, Plain]:
        """The result as it is stored and taken out."""
        return make_result(self.season, self.evaluation, (self.standings,))

    @property
    def digest(self) -> str:
        """By which the result is found again."""
        return str(self.document["digest"])

    def at(self, stage: Stage, *, explained: bool = False) -> Evaluation:
        """The same season as an earlier stage has it: what was claimed, what was appraised."""
        key = stage, explained
        if key not in self._at:
            self._at[key] = self.season.evaluate(stage=stage, explained=explained)
        return self._at[key]

    def has(self, unit: str) -> bool:
        """Whether a unit takes part."""
        return any(one.code == unit for one in self.season.units)


def evaluation_of(season: Season, *, on: date) -> Scored:
    """The season scored as it stands, on the nearest day of its life.

    Raises RulebookRefused where no rulebook was adopted, FiguresRefused for figures that a rule cannot judge.
    """
    with looking_at(season, on=on) as moment:
        return _scored(moment)


@lru_cache(maxsize=KEPT)
def _scored(moment: Moment) -> Scored:
    inputs = inputs_at(moment)
    season = core_season(moment.season, inputs, on=moment.on)
    evaluation = season.evaluate()
    return Scored(season, evaluation, standings(evaluation)[0], inputs.problems)


def forget() -> None:
    """Keep nothing any longer: the next evaluation is computed from the rows, as in a fresh process."""
    _scored.cache_clear()
    current.forget()
    remembering.forget()
