"""All standings of 500 clusters computed again from their rows, against the core alone over the same values.

Each cluster is the example season of 2024 (five units, 66 lines of rulebook, its agreed figures and its targets) in
rows of its own on SQLite; one figure differs from cluster to cluster. Each turn forgets whatever was kept of rows and
asks for all standings as a page asks: rows, intake, points, ranks. The peer evaluates and ranks the same 500 values,
which lie ready, and which the collector of garbage need not look through again. Totals and ranks of every cluster are
compared.
"""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from harness import alternate, report, times_cost
from recalculation import Line, lines
from rows import empty_database

if TYPE_CHECKING:
    from thidua.apps.seasons.models import Season
    from thidua.core.season import Season as CoreSeason

CLUSTERS, RUNS = 500, 5
ON = date(2024, 11, 23)


def main() -> None:
    """Writes the clusters, then measures turn by turn."""
    with empty_database():
        from season_cases import on
        from thidua.apps.results import scoring

        with on(ON):
            seasons = written_seasons()
            ready = [scoring.evaluation_of(season, on=ON).season for season in seasons]

            gc.collect()
            gc.freeze()

            def ours() -> list[list[Line]]:
                scoring.forget()
                return [lines(scoring.evaluation_of(season, on=ON).standings) for season in seasons]

            took, peer = alternate(ours, lambda: [alone(one) for one in ready], runs=RUNS)
    report(f"clusters_again_{CLUSTERS}", times_cost(took, peer), "<=3", "the core's evaluation alone, same values")


def alone(given: CoreSeason) -> list[Line]:
    """The core's part: values to ranks."""
    from thidua.core.standings import standings

    return lines(standings(given.evaluate())[0])


def written_seasons() -> list[Season]:
    """Each cluster with its season, while points are agreed on."""
    import season_cases as cases
    from score_cases import example, write_scores
    from thidua.apps.ledger.services import recording
    from thidua.apps.organisation.events import UNITS_RECORDED
    from thidua.apps.organisation.models import Cluster, Membership, Unit
    from thidua.apps.seasons.models import Season, season_chain
    from thidua.core.phases import Phase
    from thidua.core.states import Stage

    cases.write_units()
    movement = cases.write_movement()
    agreed = replace(example(), figures=tuple(one for one in example().figures if one.stage is Stage.AGREED))
    found = []
    for number in range(CLUSTERS):
        cluster = Cluster(
            number=str(number), name=f"Cụm {number}", search_key=f"cum {number}", year=2024, level="province",
            organiser=Unit(code=cases.ABOVE),
        )  # fmt: skip
        season = Season(
            slug=f"cum-{number}", cluster=cluster, movement=movement, year=2024, phase=Phase.AGREED,
            data_from=date(2024, 1, 1), data_to=date(2024, 12, 31), opened_on=cases.OPENED,
            document_number="1/QĐ", document_date=cases.OPENED,
        )  # fmt: skip
        with recording(UNITS_RECORDED, by=cases.BY, count=1) as record:
            record.save(cluster)
            for place, code in enumerate(cases.NAMES, start=1):
                record.save(Membership(cluster=cluster, unit_id=code, position=place, starts_on=cases.OPENED))
        with recording(UNITS_RECORDED, by=cases.BY, chain=season_chain(season.slug), count=1) as record:
            record.save(season)
        write_scores(season, of=changed(agreed, number))
        found.append(season)
    return found


def changed(season: CoreSeason, number: int) -> CoreSeason:
    """The season with one figure of its own: so many articles."""
    from thidua.core.numbers import Number

    figures = list(season.figures)
    place = next(at for at, one in enumerate(figures) if one.indicator == "tin-bai")
    figures[place] = replace(figures[place], value=Number(number % 40))
    return replace(season, figures=tuple(figures))


if __name__ == "__main__":
    main()
