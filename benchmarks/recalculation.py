"""A figure changes: how long until the new standings stand there, against what the core alone needs for them.

Ten units and 176 criteria in rows of SQLite, every figure typed by its unit. Each turn commits one changed figure
(through the service, not timed) and then asks for the standings as a page asks: rows, intake, points, ranks. The peer
is the core alone, `evaluate` and `standings` over the same values, which lie ready. Totals and ranks are compared.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import large_season as large
from harness import UnequalError, report, times_cost
from rows import empty_database

if TYPE_CHECKING:
    from thidua.apps.seasons.models import Season
    from thidua.core.standings import ClusterStandings

WARM_UP, RUNS = 2, 15
Line = tuple[str, str, str]


def main() -> None:
    """An empty database, one season, turn by turn."""
    with empty_database():
        from season_cases import on

        season = written_season()
        with on(season.data_from + timedelta(days=9)):
            ours, peer = measured(season)
    report("recalculation", times_cost(ours, peer), "<=5", "the core's evaluation alone, same values")


def written_season() -> Season:
    """The season in its reporting weeks, all figures typed."""
    import season_cases as cases
    from thidua.apps.clock import now
    from thidua.apps.ledger.services import recording
    from thidua.apps.organisation.events import UNITS_RECORDED
    from thidua.apps.reporting.models import Figure
    from thidua.apps.rulebooks.models import RulebookVersion, Target, VersionState
    from thidua.core.phases import Phase
    from thidua.core.rulebook import rulebook_digest
    from thidua.core.rulebook.document import rulebook_document
    from thidua.core.states import Stage

    units = large.members()
    cases.NAMES.clear()
    cases.NAMES.update({unit.code: unit.name for unit in units})
    book = large.rulebook()
    with cases.on(cases.OPENED):
        cases.write_units()
        cluster = cases.write_cluster(members=tuple(cases.NAMES), chair="u1")
        season = cases.write_season(cluster, actor=cases.person(cases.Role.SECRETARY, "u1"))
        typed = {"season": season, "typed_by": "bao-cao", "typed_at": now()}
        version = RulebookVersion(
            number=1,
            document=rulebook_document(book),
            digest=rulebook_digest(book),
            state=VersionState.ADOPTED,
            adopted_on=cases.OPENED,
            **typed,
        )
        targets = [
            Target(unit=one.unit, indicator=one.indicator, version=1, typed="75", **typed)
            for one in large.targets(units)
        ]
        figures = [
            Figure(
                unit=one.unit,
                indicator=one.indicator,
                stage=Stage.SELF,
                version=1,
                typed=large.spelled(one.value),
                **typed,
            )
            for one in large.figures(units)
        ]
        with recording(UNITS_RECORDED, by=cases.BY, chain=season.ledger_chain(), count=0) as record:
            record.save(version)
            record.save_many(targets)
            record.save_many(figures)
            season.phase = Phase.RUNNING
            record.save(season)
    return season


def measured(season: Season) -> tuple[list[float], list[float]]:
    """Seconds of each turn, ours and the peer's: a figure changes, ours asks for the standings, then the core alone."""
    from season_cases import Role, person, today
    from thidua.apps.reporting.services import Typed, enter_figures
    from thidua.apps.results.scoring import evaluation_of
    from thidua.core.scoring.evaluate import evaluate
    from thidua.core.scoring.figures import FigureTable
    from thidua.core.standings import standings

    reporter = person(Role.REPORTER, "u3")
    seconds: tuple[list[float], list[float]] = ([], [])
    for value in range(60, 61 + WARM_UP + RUNS):
        enter_figures(actor=reporter, season=season, unit="u3", cells={"q1": Typed(str(value))})
        start = time.perf_counter()
        scored = evaluation_of(season, on=today())
        seconds[0].append(time.perf_counter() - start)
        given = scored.season
        start = time.perf_counter()
        table = FigureTable(
            units=given.units,
            figures=given.figures,
            targets=given.targets,
            stage=given.stage,
            as_of=given.as_of,
            calendar=given.calendar,
        )
        alone = standings(evaluate(given.rulebook, table))[0]
        seconds[1].append(time.perf_counter() - start)
        if lines(scored.standings) != lines(alone):
            raise UnequalError(f"the standings differ at {value}")
    return seconds[0][WARM_UP:], seconds[1][WARM_UP:]


def lines(cluster: ClusterStandings) -> list[Line]:
    """Who stands where with how many points."""
    return [(one.unit, one.rank.canonical(), one.total.canonical()) for one in cluster.ranked]


if __name__ == "__main__":
    main()
