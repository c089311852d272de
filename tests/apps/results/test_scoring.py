"""A season of the database is scored to the same numbers as its folder, once for as long as nothing is written."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from thidua import __version__
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.seasons.models import Season
from thidua.files.season import load_season

ON = date(2024, 11, 23)
FOLDER = Path(__file__).parents[3] / "examples" / "cluster10-2024"
OF_THE_FOLDER = ("season", "inputs", "targets", "digest")  # its name, and the cells in which its files say things


def compared(document: dict[str, Any]) -> dict[str, Any]:
    """All that was computed; units stand and are called as they do in the organisation, not as in the files."""
    kept = {key: value for key, value in document.items() if key not in OF_THE_FOLDER}
    return kept | {"units": {unit["unit"]: {**unit, "name": ""} for unit in document["units"]}}


def test_numbers_are_those_of_the_command_on_the_folder(season: Season) -> None:
    ours = evaluation_of(season, on=ON).document
    theirs = load_season(FOLDER).result(engine=__version__)
    assert compared(ours) == compared(theirs)
    assert ours["inputs_digest"] == theirs["inputs_digest"]


@pytest.mark.parametrize("again", [ON])
def test_the_same_rows_are_scored_once(season: Season, again: date) -> None:
    assert evaluation_of(season, on=ON) is evaluation_of(season, on=again)
