"""The rulebook, targets and figures of examples/cluster10-2024 as rows of a season of the test world."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from season_cases import BY
from thidua.apps.clock import now, today
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.reporting.models import Adjustment, Figure
from thidua.apps.rulebooks.bridge import spelled
from thidua.apps.rulebooks.models import RulebookVersion, Target, VersionState
from thidua.apps.seasons.models import OfSeason, Season
from thidua.core.rulebook import rulebook_digest
from thidua.core.rulebook.document import rulebook_document
from thidua.core.scoring import figures as core
from thidua.core.season import Season as CoreSeason
from thidua.core.states import State
from thidua.files.season import load_season

Given = TypeVar("Given", core.Figure, core.Target)
FOLDER = Path(__file__).parents[1] / "examples" / "cluster10-2024"
FIRST = date(2024, 1, 15)
STATES = {State.NOT_ASSIGNED: "không giao", State.NOT_APPLICABLE: "không áp dụng"}


@cache
def example() -> CoreSeason:
    """The season of the folder; its files are read once."""
    return load_season(FOLDER)


def without(unit: str, indicator: str) -> CoreSeason:
    """The season of the folder where a unit has not reported one indicator."""
    kept = [one for one in example().figures if (one.unit, one.indicator) != (unit, indicator)]
    return replace(example(), figures=tuple(kept))


def with_a_tie(unit: str, other: str) -> CoreSeason:
    """The season of the folder where a unit was given and reported what another was."""

    def alike(given: tuple[Given, ...]) -> tuple[Given, ...]:
        copied = (replace(one, unit=unit) for one in given if one.unit == other)
        return (*(one for one in given if one.unit != unit), *copied)

    return replace(example(), figures=alike(example().figures), targets=alike(example().targets))


def write_scores(season: Season, of: CoreSeason | None = None) -> None:
    """All that a season is scored from, adopted and given on the day on which the clock stands."""
    given = of or example()
    with recording(UNITS_RECORDED, by=BY, chain=season.ledger_chain(), count=0) as record:
        record.save(_rulebook(season))
        for table in (_targets(season, given), _figures(season, given), _adjustments(season, given)):
            record.save_many(list(table))


def write_figure(season: Season, unit: str, indicator: str, typed: str, *, stage: str = "agreed") -> None:
    """A newer version of one figure."""
    same = Figure.objects.filter(season=season, unit=unit, indicator=indicator, stage=stage)
    row = Figure(unit=unit, indicator=indicator, stage=stage, version=same.count() + 1, typed=typed, **_typed(season))
    with recording(UNITS_RECORDED, by=BY, chain=season.ledger_chain(), count=1) as record:
        record.save(row)


def _typed(season: Season) -> dict[str, object]:
    return {"season": season, "typed_by": "thu-ky", "typed_at": now(), "batch": uuid4()}


def _rulebook(season: Season) -> RulebookVersion:
    book = example().rulebook
    return RulebookVersion(
        number=3,
        document=rulebook_document(book),
        digest=rulebook_digest(book),
        state=VersionState.ADOPTED,
        adopted_on=season.opened_on,
        document_number="05/GU",
        document_date=season.opened_on,
        **_typed(season),
    )


def _targets(season: Season, given: CoreSeason) -> Iterator[OfSeason]:
    for one in given.targets:
        yield Target(
            unit=one.unit,
            indicator=one.indicator,
            version=1,
            typed="không giao chỉ tiêu" if one.value is None else spelled(one.value),
            valid_from=FIRST,
            document_number=one.document,
            nature=one.origin.nature,
            source=one.origin.source,
            **_typed(season),
        )


def _figures(season: Season, given: CoreSeason) -> Iterator[OfSeason]:
    for one in given.figures:
        yield Figure(
            unit=one.unit,
            indicator=one.indicator,
            stage=one.stage,
            version=1,
            typed=STATES[one.state] if one.value is None else spelled(one.value),
            nature=one.origin.nature,
            source=one.origin.source,
            evidence=one.origin.evidence,
            **_typed(season),
        )


def _adjustments(season: Season, given: CoreSeason) -> Iterator[OfSeason]:
    for one in given.adjustments:
        yield Adjustment(
            unit=one.unit,
            points=one.points.canonical(),
            reason=one.reason,
            document_number=one.document,
            document_date=today(),
            **_typed(season),
        )
