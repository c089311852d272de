"""Whose figures somebody may see, and the figures as scoring sees them."""

from dataclasses import dataclass

from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.verbs import Verb
from thidua.apps.reporting.current import current_inputs
from thidua.apps.reporting.selectors import Inputs
from thidua.apps.rulebooks.selectors import version_in_force
from thidua.core.errors import Problem
from thidua.core.scoring.cells import SeasonUnit
from thidua.core.scoring.figures import FigureTable, Member
from thidua.core.states import Stage
from thidua.web.secretary.frame import Looking


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody may see of a season's figures: the units, and all that the season is scored from."""

    inputs: Inputs
    units: tuple[SeasonUnit, ...]

    @property
    def is_whole(self) -> bool:
        """Whether no unit is left out."""
        return self.units == self.inputs.units

    def table(self, stage: Stage) -> FigureTable:
        """The figures at a stage. Targets of every day are among them: the day of the season decides elsewhere."""
        members = tuple(Member(unit.code, unit.name, "", unit.short) for unit in self.units)
        return FigureTable(units=members, figures=self.inputs.figures, targets=self.inputs.targets, stage=stage)


def seen_by(looking: Looking) -> Seen | None:
    """What this person may see; None while no rulebook is in force. Raises AccessRefused for who sees no unit."""
    if version_in_force(looking.season, on=looking.today) is None:
        return None
    inputs = current_inputs(looking.season, on=looking.today)
    units = tuple(unit for unit in inputs.units if looking.may(Verb.READ_FIGURES, unit=unit.code))
    if not units:
        looking.demand(Verb.READ_FIGURES)
    return Seen(inputs, units)


def unit_of(seen: Seen, looking: Looking, code: str) -> SeasonUnit:
    """A member whose figures this person may see. Raises AccessRefused."""
    found = next((unit for unit in seen.inputs.units if unit.code == code), None)
    if found is None:
        raise AccessRefused(Denial.STRANGER, Problem("access.nothing_here"))
    looking.demand(Verb.READ_FIGURES, unit=code)
    return found
