"""A season of the database is scored to the same numbers as its folder, once for as long as nothing is written."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from score_cases import write_figure
from thidua import __version__
from thidua.apps.reporting.selectors import inputs_of
from thidua.apps.results.bridge import core_season
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.seasons.models import Season
from thidua.core.standings import standings
from thidua.files.season import load_season
from thidua.files.standings_json import make_result

ON = date(2024, 11, 23)
FOLDER = Path(__file__).parents[3] / "examples" / "cluster10-2024"
UNITS = ("tay-ninh", "long-an", "binh-phuoc", "binh-duong", "dong-nai")
CELLS = (("I.1.1", "70"), ("II.5.1", "9,5"), ("tin-bai", "12"), ("dien-hinh", "3/9"), ("vi-pham-cbcs", "2"))
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


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(UNITS), st.sampled_from(CELLS)), min_size=1, max_size=5))
def test_what_is_recalculated_after_each_change_is_what_a_fresh_process_computes(
    season: Season, changes: list[tuple[str, tuple[str, str]]]
) -> None:
    for unit, (indicator, typed) in changes:
        write_figure(season, unit, indicator, typed)
        ours = evaluation_of(season, on=ON).document
        assert ours == fresh(season)


def fresh(season: Season) -> dict[str, Any]:
    """The result computed from the rows, nothing that was kept used."""
    inputs = inputs_of(season, on=ON)
    made = core_season(season, inputs, on=ON)
    evaluation = made.evaluate()
    return make_result(made, evaluation, standings(evaluation))
