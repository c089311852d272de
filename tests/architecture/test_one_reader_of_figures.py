"""The grid, an uploaded file and the command read figures with one reader and check them with the same checks."""

from pathlib import Path

import pytest
from django.urls import resolve, reverse

from architecture.call_graph import Graph, graph_of, graph_of_sources

SOURCE = Path("src/thidua")
READER, CHECKS = "thidua.core.scoring.intake.take_in", "thidua.core.scoring.checks.check_figures"
ROW = "thidua.apps.reporting.models.Figure"
PAGES = {
    "the grid": ("save_figures", ("a", "b")),
    "the grid without script": ("enter_figures", ("a", "b")),
    "an uploaded file": ("upload_figures", ("a",)),
    "an entry for a unit": ("enter_for_unit", ("a", "b")),
}
COMMAND = "thidua.cli.score.run"
# All that may make a row of a figure: what the reader gave, and copies of what a version says that was read already.
MAKERS = {
    "thidua.apps.appraisal.services.agreeing._as_appraised",
    "thidua.apps.reporting.periods._row_of_year",  # stands in no table
    "thidua.apps.reporting.services.taking._row",
    "thidua.apps.reporting.services.taking.taken_back",
}
# Readers of numbers in apps and pages that read no figure: points, limits, and the fields of forms.
OTHER_READERS = {
    "thidua.apps.appraisal.strict",
    "thidua.apps.reporting.bridge",
    "thidua.apps.reporting.services.adjusting",
    "thidua.apps.results.stated",
    "thidua.web.appraiser.field_checks",
    "thidua.web.common.forms",
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return graph_of(SOURCE, "thidua")


def view_of(name: str, arguments: tuple[str, ...]) -> str:
    """The function behind an address, under its decorators."""
    function = resolve(reverse(name, args=arguments)).func
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    return f"{function.__module__}.{function.__name__}"


@pytest.mark.parametrize("door", [*PAGES, "the command"])
def test_every_door_reads_with_the_one_reader_and_its_checks(graph: Graph, door: str) -> None:
    start = COMMAND if door == "the command" else view_of(*PAGES[door])
    assert start in graph.mentions, f"{start} is no function of ours"
    assert {READER, CHECKS} <= graph.reached_from(start), f"{door} ({start}) goes past the reader"


def test_checks_are_called_by_the_reader_alone(graph: Graph) -> None:
    assert graph.callers_of(CHECKS) == {READER}


def test_rows_of_figures_are_made_of_what_the_reader_gave(graph: Graph) -> None:
    assert graph.callers_of(ROW) == MAKERS


def test_no_page_and_no_app_reads_numbers_beside_the_reader(graph: Graph) -> None:
    importers = {
        name.rpartition(".")[0]
        for name, origin in graph.imported.items()
        if origin == "thidua.core.reading.read_number" and name.startswith(("thidua.apps.", "thidua.web."))
    }
    assert importers <= OTHER_READERS


def test_a_door_that_goes_past_the_reader_is_seen() -> None:
    sources = {
        "a.reader": "def take_in(): ...",
        "a.service": "from a.reader import take_in\ndef enter(): take_in()\ndef sneak(): ...",
        "a.pages": "from a.service import enter, sneak\ndef good(): enter()\ndef bad(): sneak()",
    }
    found = graph_of_sources(sources)
    assert "a.reader.take_in" in found.reached_from("a.pages.good")
    assert "a.reader.take_in" not in found.reached_from("a.pages.bad")
