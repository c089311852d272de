"""From 680,000 cells to 8.16 million the time grows no faster than the cells: best of seven runs each, taken in turn.

The smaller table is the first period of the larger one, and its sheets must be the same in both.
"""

from __future__ import annotations

import numpy as np

from harness import alternate, report
from nation import PERIODS, UNITS, rulebook_of, table_of
from thidua.core.standings.arrays import SheetColumns, score_arrays


def main() -> None:
    """Measures and prints the line."""
    rulebook = rulebook_of()
    year = table_of(rulebook)
    month = year.part(slice(0, UNITS))
    large, small = alternate(
        lambda: score_arrays(rulebook, year), lambda: score_arrays(rulebook, month), runs=7, same=begins_with
    )
    report("growth", min(large) / (PERIODS * min(small)), "<=1.25", f"{PERIODS} x the time of 680,000 cells")


def begins_with(year: SheetColumns, month: SheetColumns) -> bool:
    """Whether the year's first period is the month."""
    return all(np.array_equal(year.points[code][:UNITS], points) for code, points in month.points.items()) and (
        np.array_equal(year.twice_rank[:UNITS], month.twice_rank)
    )


if __name__ == "__main__":
    main()
