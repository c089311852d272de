"""Saving one cell of the grid, against the bare write of one row with its ledger entry.

Ten units and 176 criteria in rows of SQLite, every figure typed. Each turn changes one cell through the service (with
rights, locks, intake, checks, versions, ledger) and writes one row of figures with its entry and nothing else. p95 of
both are divided.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from harness import report
from rows import empty_database

if TYPE_CHECKING:
    from thidua.apps.seasons.models import Season

WARM_UP, PAIRS = 20, 200


def main() -> None:
    """An empty database, one season, turn by turn."""
    with empty_database():
        from recalculation import written_season
        from season_cases import on

        season = written_season()
        with on(season.data_from + timedelta(days=9)):
            ours, peer = measured(season)
    place = PAIRS * 95 // 100
    report("figures_cell_p95", ours[place] / peer[place], "<=3", "the same row written with its ledger entry")


def measured(season: Season) -> tuple[list[float], list[float]]:
    """Seconds of both, sorted."""
    import season_cases as cases
    from thidua.apps.ledger.services import recording
    from thidua.apps.reporting import events
    from thidua.apps.reporting.models import Figure
    from thidua.apps.reporting.services import Typed, enter_figures
    from thidua.core.states import Stage

    standing = list(Figure.objects.filter(season=season, unit__in=("u2", "u3")).order_by("unit", "indicator"))
    counted = [row.indicator for row in standing if row.unit == "u2" and row.indicator.startswith("q")]
    actor = cases.person(cases.Role.REPORTER, "u2")
    seconds: list[tuple[float, float]] = []
    for turn in range(WARM_UP + PAIRS):
        code, text = counted[turn % len(counted)], str(100 + turn)

        def service(code: str = code, text: str = text) -> None:
            done = enter_figures(actor=actor, season=season, unit="u2", cells={code: Typed(text)})
            assert done.count == 1

        def bare(code: str = code, text: str = text, turn: int = turn) -> None:
            row = Figure(
                season=season, unit="u3", indicator=code, stage=Stage.SELF, version=100 + turn, typed=text,
                typed_by="bao-cao", typed_at=standing[0].typed_at,
            )  # fmt: skip
            with recording(
                events.FIGURES_ENTERED, by=cases.BY, chain=season.ledger_chain(), unit="u3", count=1
            ) as record:
                record.save(row)

        seconds.append((timed(service), timed(bare)))
    ours, peer = (sorted(column) for column in zip(*seconds[WARM_UP:], strict=True))
    return ours, peer


def timed(act: Callable[[], None]) -> float:
    """The seconds of one act."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
