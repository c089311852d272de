"""The vectorised engine beside the cell-by-cell oracle in Fractions, on random seasons: the differences, to be 0.

Every point, maximum, state, subtotal and total of every unit is compared, and what one refuses the other must refuse.
The columns reach beyond 2**53 and 2**63; the seasons are the same on every run. The ratio is the number of differences.
"""

import sys
from pathlib import Path
from random import Random

from harness import report
from thidua.core.errors import FiguresRefused

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from core.oracle import Oracle, fraction, values_of, values_scored
from core.scenarios import Scenario, scenario

SEASONS = 6_000


def main() -> None:
    """Counts the differences and prints the line."""
    values = differences = 0
    for number in range(SEASONS):
        compared, different = compare(scenario(Random(f"exactness {number}")))  # noqa: S311 - a sample, no secret
        values, differences = values + compared, differences + different
    assert values > SEASONS, "hardly anything was compared"
    print(f"{values} values of {SEASONS} seasons compared")
    report("exactness", differences, "<=0", "Fraction")


def compare(scene: Scenario) -> tuple[int, int]:
    """How many values were compared, and how many differ."""
    oracle = Oracle(scene.rulebook, scene.table(), {one.unit: fraction(one.points) for one in scene.adjustments})
    sheets = oracle.score()
    try:
        evaluation = scene.evaluate()
    except FiguresRefused as refused:
        found = {(one.data["unit"], one.data["criterion"], one.code) for one in refused.problems}
        return len(found), len(found ^ oracle.refused)
    compared, different = 0, len(oracle.refused)
    for row, unit in enumerate(scene.units):
        ours, theirs = values_scored(evaluation, row), values_of(sheets[unit.code])
        compared += len(theirs)
        different += sum(ours.get(code) != value for code, value in theirs.items())
    return compared, different


if __name__ == "__main__":
    main()
