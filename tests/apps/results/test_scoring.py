"""A season of the database is scored to the same numbers as its folder, once for as long as nothing is written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from score_cases import write_figure
from season_cases import BY
from thidua import __version__
from thidua.apps import clock
from thidua.apps.ledger.models import Recorded
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.organisation.models import UnitRow
from thidua.apps.reporting.models import Adjustment
from thidua.apps.reporting.selectors import inputs_of
from thidua.apps.results.bridge import core_season
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.rulebooks.models import Target
from thidua.apps.seasons.models import Season
from thidua.core.standings import standings
from thidua.core.states import Stage
from thidua.files.season import load_season
from thidua.files.standings_json import make_result

ON = date(2024, 11, 23)
FOLDER = Path(__file__).parents[3] / "examples" / "cluster10-2024"
UNITS = ("tay-ninh", "long-an", "binh-phuoc", "binh-duong", "dong-nai")
# Of a rule of the target, of entered points, of shared counts, of a deduction: a text, another, nothing.
TEXTS = {
    "I.1.1": ("70", "12", ""),
    "II.5.1": ("9,5", "0", ""),
    "tin-bai": ("12", "99", ""),
    "dien-hinh": ("3/9", "8/9", ""),
    "vi-pham-cbcs": ("2", "0", ""),
    "kham-pha-rnt": ("98%", "61%", ""),
}
# Its name, and the cells in which its files say things. The demonstration reports some figures month by month, so that
# its rulebook and its inputs have digests of their own.
OF_THE_FOLDER = ("season", "inputs", "targets", "digest", "inputs_digest", "rulebook")


def compared(document: dict[str, Any]) -> dict[str, Any]:
    """All that was computed; units stand and are called as they do in the organisation, not as in the files."""
    kept = {key: value for key, value in document.items() if key not in OF_THE_FOLDER}
    return kept | {"units": {unit["unit"]: {**unit, "name": ""} for unit in document["units"]}}


def test_numbers_are_those_of_the_command_on_the_folder(season: Season) -> None:
    ours = evaluation_of(season, on=ON).document
    theirs = load_season(FOLDER).result(engine=__version__)
    assert compared(ours) == compared(theirs)


@pytest.mark.parametrize("again", [ON])
def test_the_same_rows_are_scored_once(season: Season, again: date) -> None:
    assert evaluation_of(season, on=ON) is evaluation_of(season, on=again)


def write(row: Recorded, *, chain: str | None = None) -> None:
    """One row with its entry, as every service writes: on the chain of the season, or on the installation's."""
    with recording(UNITS_RECORDED, by=BY, count=1, **({} if chain is None else {"chain": chain})) as record:
        record.save(row)


def a_figure(season: Season, unit: str, place: int) -> None:
    """A newer version of a figure, perhaps empty: taken back."""
    indicator = list(TEXTS)[place % len(TEXTS)]
    write_figure(season, unit, indicator, TEXTS[indicator][place % 3])


def an_earlier_figure(season: Season, unit: str, place: int) -> None:
    """A figure of a stage that does not count any more, or does where nothing later stands."""
    indicator = list(TEXTS)[place % len(TEXTS)]
    stage = (Stage.SELF, Stage.APPRAISED)[place % 2]
    write_figure(season, unit, indicator, TEXTS[indicator][place % 2], stage=stage)


def a_target(season: Season, unit: str, place: int) -> None:
    """A newer version of a target, or its taking back."""
    row = Target.objects.filter(season=season, unit=unit, indicator="kham-pha-ttxh").order_by("-version").first()
    assert row is not None
    row.pk, row._state.adding = None, True
    row.version, row.typed = row.version + 1, ("75%", "96%", "")[place % 3]
    write(row, chain=season.ledger_chain())


def an_adjustment(season: Season, unit: str, place: int) -> None:
    """The standing body adds to a total or takes from it."""
    typed = {"typed_by": "thuong-truc", "typed_at": clock.now(), "document_number": "9/QĐ", "document_date": ON}
    row = Adjustment(season=season, unit=unit, points=("-3", "1.5", "2")[place % 3], reason="Vi phạm", **typed)
    write(row, chain=season.ledger_chain())


def a_name(season: Season, unit: str, place: int) -> None:
    """A unit goes by another name: no row of the season changes."""
    row = UnitRow.objects.filter(unit_id=unit, starts_on__lte=ON).order_by("-starts_on").first()
    assert row is not None
    row.name = f"{row.name.split(' (')[0]} ({place})"
    write(row)


CHANGES: dict[str, Callable[[Season, str, int], None]] = {
    "figure": a_figure,
    "earlier figure": an_earlier_figure,
    "target": a_target,
    "adjustment": an_adjustment,
    "name": a_name,
}
steps = st.lists(
    st.tuples(st.sampled_from(list(CHANGES)), st.sampled_from(UNITS), st.integers(0, 17), st.booleans()),
    min_size=1,
    max_size=8,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_what_is_recalculated_after_each_change_is_what_a_fresh_process_computes(
    season: Season, changes: list[tuple[str, str, int, bool]]
) -> None:
    """Any change in any order, looked at in between or not: points, ranks, steps of ties, digests, explanations."""
    with transaction.atomic():
        evaluation_of(season, on=ON)
        for kind, unit, place, is_looked_at in changes:
            CHANGES[kind](season, unit, place)
            event(kind)
            if is_looked_at:
                assert evaluation_of(season, on=ON).document == fresh(season)
        assert evaluation_of(season, on=ON).document == fresh(season)
        transaction.set_rollback(True)


def test_each_kind_of_change_is_seen_at_once(season: Season) -> None:
    """What the property draws from does change a result: without that it would compare the same with the same."""
    for kind, change in CHANGES.items():
        before, changed = evaluation_of(season, on=ON).document, []
        for place, unit in enumerate(UNITS):
            change(season, unit, place)
            document = evaluation_of(season, on=ON).document
            assert document == fresh(season)
            changed.append(document != before)
            before = document
        assert any(changed), kind


def fresh(season: Season) -> dict[str, Any]:
    """The result computed from the rows, nothing that was kept used."""
    inputs = inputs_of(season, on=ON)
    made = core_season(season, inputs, on=ON)
    evaluation = made.evaluate()
    return make_result(made, evaluation, standings(evaluation))
