"""Patterns in all that the units of a season reported themselves: worth a question, said of no single unit."""

from dataclasses import dataclass
from datetime import date

from thidua.apps.reporting.current import current_inputs
from thidua.apps.seasons.models import Season
from thidua.core.checking.patterns import Bunching, Digits, bunching, last_digits
from thidua.core.numbers import Counts, Number, Rate
from thidua.core.rulebook.schema import FigureKind
from thidua.core.scoring.figures import Figure, targets_in_force
from thidua.core.states import Stage


@dataclass(frozen=True, slots=True)
class Patterns:
    """What both tests say of a season's figures."""

    bunching: Bunching
    digits: Digits


def patterns_of(season: Season, *, on: date) -> Patterns:
    """Both tests over every figure that units reported, periods one by one for digits, the year against targets.

    Raises RulebookRefused where no rulebook was adopted.
    """
    inputs = current_inputs(season, on=on)
    own = [one for one in inputs.figures if one.stage is Stage.SELF]
    targets = targets_in_force(inputs.targets, on)
    pairs = []
    for one in own:
        target = targets.get((one.unit, one.indicator))
        if isinstance(one.value, (Number, Counts, Rate)) and target is not None and target.value is not None:
            pairs.append((one.value.ratio, target.value.ratio))
    counted = {one.code for one in inputs.rulebook.indicators if one.kind is FigureKind.COUNT}
    return Patterns(bunching(pairs), last_digits([count for one in own for count in _counts(one, counted)]))


def _counts(figure: Figure, counted: set[str]) -> list[int]:
    """The whole numbers that were typed: of the year, or of each of its periods; both parts of a share."""
    parts = figure.made_of.parts if figure.made_of is not None else (figure,)
    found = []
    for part in parts:
        if isinstance(part.value, Counts):
            found += [part.value.numerator, part.value.denominator]
        elif isinstance(part.value, Number) and figure.indicator in counted:
            numerator, denominator = part.value.ratio
            found.append(numerator // denominator)
    return found
