"""The season of 2024 in the database is the season of the folder: every point, total and rank is the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from loaded_demo import AT
from thidua.apps.appraisal.models import Meeting
from thidua.apps.reporting.doubts import doubts_of
from thidua.apps.reporting.models import Figure, ReportStep, SelfReport, Step
from thidua.apps.reporting.selectors import inputs_of
from thidua.apps.reporting.services.reports import missing_of
from thidua.apps.reporting.timeliness import board_of
from thidua.apps.rulebooks.selectors import scope_of
from thidua.apps.seasons.models import Season
from thidua.core.errors import Place
from thidua.core.periods import Frequency
from thidua.core.rulebook.schema import Rulebook
from thidua.core.scoring.figures import Figure as CoreFigure
from thidua.core.scoring.figures import Nature, Origin
from thidua.core.season import Season as CoreSeason
from thidua.core.states import Stage
from thidua.files.season import load_season

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
FOLDER = Path(__file__).parents[3] / "examples"
OF_PLACES = ("inputs", "targets", "inputs_digest", "digest")  # these name the cells, which are other ones


def from_rows(folder: CoreSeason) -> CoreSeason:
    """The season of the folder with all that it is scored from taken out of the database."""
    found = inputs_of(Season.objects.get(pk="cum-10-2024"), on=AT.date())
    return replace(
        folder,
        rulebook=for_the_year(found.rulebook),
        figures=found.figures,
        targets=found.targets,
        adjustments=found.adjustments,
    )


def for_the_year(rulebook: Rulebook) -> Rulebook:
    """The rulebook without its months: the demonstration splits some figures, and the folder has the year's alone."""
    once = (replace(one, frequency=Frequency.YEAR, aggregation=None) for one in rulebook.indicators)
    return replace(rulebook, indicators=tuple(once))


def test_season_of_the_database_gives_the_result_of_the_folder_at_every_stage() -> None:
    folder = load_season(FOLDER / "cluster10-2024")
    kept = from_rows(folder)
    assert kept.rulebook == folder.rulebook
    for stage in Stage:
        ours, theirs = (one.result(engine="x", stage=stage) for one in (kept, folder))
        assert {key: value for key, value in ours.items() if key not in OF_PLACES} == {
            key: value for key, value in theirs.items() if key not in OF_PLACES
        }


def test_every_figure_says_what_the_folder_says_and_whose_it_is() -> None:
    folder = load_season(FOLDER / "cluster10-2024")
    found = inputs_of(Season.objects.get(pk="cum-10-2024"), on=AT.date())
    assert found.problems == ()
    said = {(one.unit, one.indicator, one.stage): told(one) for one in found.figures}
    assert said == {(one.unit, one.indicator, one.stage): told(one) for one in folder.figures}
    assert Meeting.objects.get().items > 200  # agreed as appraised, by one act that names its minute
    upheld = 1  # a figure that was cut first, and stands again after its objection
    of_months = 8 * 5 * (12 - 1)  # eight figures of each unit are split over the months
    from_paper = 2  # typed for a unit, before its own file said the same
    sent_back = 2  # completed a report, and was taken out again
    more = upheld + of_months + from_paper + sent_back
    assert Figure.objects.filter(season="cum-10-2024").count() == len(folder.figures) + more == 724 + more


def test_months_add_up_to_the_year_of_the_folder_and_one_came_late() -> None:
    season = Season.objects.get(pk="cum-10-2024")
    found = inputs_of(season, on=AT.date())
    made = [one for one in found.figures if one.made_of is not None]
    assert len(made) == 8 * 5
    assert {(len(one.made_of.parts), one.lacking) for one in made if one.made_of} == {(12, ())}
    assert all(one.origin.nature is Nature.ILLUSTRATIVE for one in made)
    board = board_of(season, scope_of(season, on=AT.date()), on=AT.date())
    late = {row.unit.code: [one.days_late for one in row.periods if one.days_late] for row in board if row.late}
    assert late == {"binh-duong": [9]}
    assert all((row.typed, row.owed) == (96, 96) for row in board)


def test_a_report_was_sent_back_and_the_figure_that_completed_it_counts_no_more() -> None:
    season = Season.objects.get(pk="cum-10-2024")
    report = SelfReport.objects.get(season=season)
    (step,) = ReportStep.objects.filter(season=season)
    assert (report.unit, step.step, "41/41" in step.reason, "minh họa" in step.reason) == (
        "dong-nai",
        Step.RETURNED,
        True,
        True,
    )
    assert missing_of(season, "dong-nai", on=AT.date()) == ["quan-ly-su-dung"]


def test_one_month_is_doubted_and_its_unit_has_said_why() -> None:
    season = Season.objects.get(pk="cum-10-2024")
    units = [unit.code for unit in inputs_of(season, on=AT.date()).units]
    doubts = {unit: doubts_of(season, unit, on=AT.date()) for unit in units}
    assert {
        (unit, one.indicator, one.period, one.problem.code, one.is_commented)
        for unit, found in doubts.items()
        for one in found
    } == {("binh-phuoc", "can-cuoc", "2024-05", "checks.jump", True)}
    (doubt,) = doubts["binh-phuoc"]
    assert doubt.comment is not None
    assert doubt.comment.is_illustrative
    assert doubt.comment.text.startswith("Tháng cao điểm cấp thẻ căn cước")


DECIDED = "binh-phuoc"  # item by item, by an appraiser of the demonstration instead of a minute


def told(one: CoreFigure) -> CoreFigure:
    """A figure without its cell; where it was decided item by item, without who wrote it and where from."""
    if one.unit == DECIDED and one.stage is not Stage.SELF:
        return replace(one, origin=Origin(nature=one.origin.nature))
    return replace(one, origin=replace(one.origin, place=Place()), made_of=None)
