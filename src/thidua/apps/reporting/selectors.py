"""Reads of figures: what counts for scoring, through the one intake, and what stands in each cell."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from thidua.apps import clock
from thidua.apps.database.prepared import Asked, Prepared, asked_each, columns_of, made_of, numbered
from thidua.apps.reporting import bridge
from thidua.apps.reporting.models import Adjustment, EntryFor, Figure
from thidua.apps.reporting.periods import CellKey, of_the_year, with_years
from thidua.apps.rulebooks.selectors import rulebook_of, scope_of, target_rows_of
from thidua.apps.seasons.models import Season
from thidua.core.errors import Problem
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.cells import SeasonUnit
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.core.scoring.figures import Target
from thidua.core.scoring.intake import take_in
from thidua.core.scoring.total import AuthorityAdjustment
from thidua.core.states import Stage
from thidua.files.collecting import without_collecting

FEW = 100  # indicators that are asked for by name
Key = tuple[str, str, Stage]  # unit, indicator, stage


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a season is scored from, read once: `problems` are what the intake asks or refuses, warnings included.

    With an error among them some figure or target is not among the others, and no total may be called final.
    """

    rulebook: Rulebook
    units: tuple[SeasonUnit, ...]
    figures: tuple[CoreFigure, ...]
    targets: tuple[Target, ...]
    adjustments: tuple[AuthorityAdjustment, ...]
    problems: tuple[Problem, ...]


@without_collecting()
def inputs_of(season: Season, *, on: date, before: datetime | None = None) -> Inputs:
    """All that a season is scored from, on a day. `before`: as it stood before a moment, of which the versions tell.

    Raises RulebookRefused where no rulebook was adopted.
    """
    rulebook = rulebook_of(season, on=on)
    scope = scope_of(season, on=on, rulebook=rulebook)
    names = {unit.code: unit.name for unit in scope.units}
    latest = _lines(season, before)
    rows = [bridge.figure_row(row, names[row.unit]) for row in latest.values() if row.unit in names]
    taken = take_in(rows, target_rows_of(season, scope.units, before=before), scope)
    years = of_the_year(taken.figures, latest.values(), scope, on=on)
    problems = (*taken.problems, *years.problems)
    adjustments = adjustments_of(season, before=before)
    return Inputs(rulebook, scope.units, years.figures, taken.targets, adjustments, problems)


def figures_of(season: Season, *, on: date | None = None) -> tuple[CoreFigure, ...]:
    """The figures that count at each stage. Raises RulebookRefused where no rulebook was adopted."""
    return inputs_of(season, on=on or clock.today()).figures


def figures_as(
    season: Season, *, on: date, unit: str, indicator: str, stage: Stage, texts: Sequence[str]
) -> list[tuple[CoreFigure, ...]]:
    """For each text what it would mean in one cell, written nowhere; nothing for a text that no rule can read.

    Raises RulebookRefused where no rulebook was adopted.
    """
    scope = scope_of(season, on=on)
    names = {one.code: one.name for one in scope.units}
    lines = [bridge.Line(unit=unit, indicator=indicator, stage=stage.value, typed=text) for text in texts]
    return [take_in([bridge.figure_row(line, names[unit])], (), scope).figures for line in lines]


def adjustments_of(season: Season, *, before: datetime | None = None) -> tuple[AuthorityAdjustment, ...]:
    """What the standing body adds to totals and takes from them, up to a moment."""
    rows = Adjustment.objects.filter(season=season).order_by("typed_at", "unit")
    rows = rows if before is None else rows.filter(typed_at__lt=before)
    return tuple(bridge.adjustment(row) for row in rows)


def latest_figures(season: Season, *, with_taken_back: bool = False) -> dict[Key, Figure]:
    """For each unit, indicator and stage the version that counts for the year.

    What a unit reports within the year gives a row that stands in no table, see `periods.with_years`.
    """
    every = last_of_cells(_by_version(Figure.objects.filter(season=season)))
    latest = with_years(season, every, on=clock.today())
    return {key: row for key, row in latest.items() if row.typed or with_taken_back}


def every_cell(
    season: Season, unit: str, indicators: Collection[str] | None = None
) -> dict[tuple[str, str, Stage], Figure]:
    """The last version of each cell of a unit by indicator, period and stage, taken back or not; of some indicators
    where these are given and few. One query, none where nothing is asked about.
    """
    if indicators is None or len(indicators) > FEW:
        last = last_of_cells(_by_version(Figure.objects.filter(season=season, unit=unit)))
    else:
        question = _of_indicators(len(indicators))
        last = last_of_cells(question.ask(season=season.pk, unit=unit, **numbered(indicators)))
    return {key[1:]: row for key, row in last.items()}


def last_of_cells(versions: Iterable[Sequence[Any]]) -> dict[CellKey, Figure]:
    """The last of the versions of each cell, all columns each, in their order; only the last become objects."""
    cell = itemgetter(*map(columns_of(Figure).index, ("unit", "indicator", "period", "stage")))
    last = {cell(columns): columns for columns in versions}
    return {(*key[:3], Stage(key[3])): row for key, row in zip(last, made_of(Figure, last.values()), strict=True)}


def _by_version(rows: QuerySet[Figure]) -> QuerySet[Figure, tuple[Any, ...]]:
    return rows.order_by("unit", "indicator", "stage", "version").values_list(*columns_of(Figure))


@lru_cache(maxsize=FEW)
def _of_indicators(count: int) -> Prepared:
    """All versions of so many indicators of a unit."""
    season, unit = Asked(Figure, "season"), Asked(Figure, "unit")
    codes = asked_each(Figure, "indicator", count)
    return Prepared(lambda: _by_version(Figure.objects.filter(season=season, unit=unit, indicator__in=codes)))


def _lines(season: Season, before: datetime | None = None) -> dict[CellKey, bridge.Line]:
    """The version of each figure that counts, period by period, in the light form that scoring reads."""
    rows = Figure.objects.filter(season=season).order_by("unit", "indicator", "stage", "version")
    rows = rows if before is None else rows.filter(typed_at__lt=before)
    latest: dict[CellKey, bridge.Line] = {}
    for values in rows.values_list(*bridge.Line._fields):
        line = bridge.Line(*values)
        latest[line.unit, line.indicator, line.period, Stage(line.stage)] = line
    return {key: line for key, line in latest.items() if line.typed}


def versions_of_cell(season: Season, *, unit: str, indicator: str, period: str = "") -> list[Figure]:
    """Everything that was ever written into one cell, the latest first; without a period, of all of them."""
    rows = Figure.objects.filter(season=season, unit=unit, indicator=indicator)
    rows = rows.filter(period=period) if period else rows
    return list(rows.order_by("-typed_at", "-version"))


@dataclass(frozen=True, slots=True)
class Import:
    """A file of figures that a unit took in. `may_undo`: nothing was written over it since."""

    batch: UUID
    file_name: str
    at: datetime
    by: str  # the account
    count: int
    may_undo: bool


def imports_of(season: Season, unit: str) -> list[Import]:
    """The files that a unit took in, the latest first; those that were taken back are still there. One query."""
    rows = list(Figure.objects.filter(season=season, unit=unit, stage=Stage.SELF).order_by("version"))
    last = {(row.indicator, row.period): row.pk for row in rows}
    by_batch: dict[UUID, list[Figure]] = defaultdict(list)
    for row in rows:
        if row.batch is not None:
            by_batch[row.batch].append(row)
    found = [
        Import(
            batch,
            ones[0].file_name,
            ones[0].typed_at,
            ones[0].typed_by,
            len(ones),
            all(last[one.indicator, one.period] == one.pk for one in ones),
        )
        for batch, ones in by_batch.items()
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def entries_for(season: Season, unit: str) -> list[EntryFor]:
    """What was typed for a unit from its paper, the latest first, with its lines and paper."""
    rows = EntryFor.objects.filter(season=season, unit=unit).order_by("-typed_at")
    return list(rows.select_related("paper").prefetch_related("lines"))
