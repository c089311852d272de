"""A doubtful figure is kept and asks for a comment; without one the report is not submitted, whatever the door."""

from dataclasses import replace
from datetime import date

import pytest

from apps.reporting.test_reports import fill
from files.builders import RULEBOOK
from scoring_cases import ADOPTED, GIVEN, line, scored_season, target, today_in
from season_cases import BODY, BY, CHAIR, OPENED, REPORTER, move_on, on, write_cluster
from thidua.apps import clock
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.remarks.models import Remark
from thidua.apps.reporting.doubts import doubts_of, uncommented
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.services import (
    Typed,
    enter_figures,
    explain_figure,
    import_figures,
    review_figures,
    submit_report,
)
from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook, import_targets
from thidua.apps.seasons.models import Season
from thidua.core.errors import Refused, Severity
from thidua.core.phases import Phase
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.scoring.cells import Cell
from thidua.core.scoring.checks import asks_comment
from thidua.files.yaml_text import read_yaml

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.REPORTING)
CHECKS = """\
checks:
  - {indicator: II.2, most: 9}
  - {indicator: tin-bai, most: 100, severity: warning}
"""


def checked_season() -> Season:
    """The small season with two statements about its figures."""
    season = scored_season(Phase.PREPARING, with_rulebook=False)
    with on(OPENED):
        book = parse_rulebook(read_yaml((RULEBOOK + CHECKS).encode()))
        import_rulebook(actor=CHAIR, season=season, rulebook=book, file_name="bang.yaml")
        adopt_rulebook(actor=CHAIR, season=season, document=ADOPTED)
        import_targets(actor=BODY, season=season, rows=[target("pha-an", "cả cụm", "75%")], document=GIVEN)
    return move_on(season, to=Phase.REPORTING)


def enter(season: Season, typed: dict[str, str]) -> list[str]:
    """Type figures; the codes of warnings that ask for a comment."""
    cells = {code: Typed(text) for code, text in typed.items()}
    done = enter_figures(actor=REPORTER, season=season, unit="long-an", cells=cells)
    return [one.code for one in done.warnings if asks_comment(one)]


def test_an_error_blocks_and_a_warning_keeps_the_figure_and_asks() -> None:
    season = checked_season()
    with on(DAY):
        with pytest.raises(Refused) as refusal:
            enter(season, {"II.2": "9,5", "tin-bai": "101"})
        assert [(one.code, one.place.path) for one in refusal.value.problems] == [("checks.above_most", "II.2")]
        assert not Figure.objects.exists()
        assert enter(season, {"tin-bai": "101", "pha-an": "101%"}) == ["checks.above_usual", "checks.above_whole"]
        assert Figure.objects.count() == 2
        assert uncommented(season, "long-an", on=DAY) == ["pha-an", "tin-bai"]


def test_the_same_lines_of_a_file_are_doubted_at_their_cells() -> None:
    season = checked_season()
    rows = [line("II.2", 2, self="9,5"), line("pha-an", 3, self="101%")]
    with on(DAY):
        review = review_figures(actor=REPORTER, season=season, unit="long-an", rows=rows)
        done = import_figures(actor=REPORTER, season=season, unit="long-an", rows=rows, good_only=True)
    told = [
        (one.code, one.place.cell, one.severity)
        for found in review.lines
        for one in (*found.warnings, *(problem for told in found.problems.values() for problem in told))
        if one.code.startswith("checks.")
    ]
    assert told == [
        ("checks.above_most", "D2", Severity.ERROR),
        ("checks.above_whole", "D3", Severity.WARNING),
    ]
    assert [one.code for one in done.left_out] == ["checks.above_most"]
    assert [row.indicator for row in Figure.objects.all()] == ["pha-an"]


def test_a_report_goes_once_every_doubtful_figure_has_its_comment() -> None:
    season = checked_season()
    with on(DAY):
        fill(season, "long-an")
        enter(season, {"tin-bai": "150", "pha-an": "101%"})
        with pytest.raises(Refused) as refusal:
            submit_report(actor=REPORTER, season=season, unit="long-an")
        (problem,) = refusal.value.problems
        assert (problem.code, problem.data["indicators"]) == ("reporting.uncommented", ["pha-an", "tin-bai"])
        explain_figure(actor=REPORTER, season=season, unit="long-an", indicator="pha-an", text="Có án năm trước")
        cells = {"tin-bai": Typed("150", comment="Tăng do có chuyên mục mới")}
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells=cells)  # the figure itself is as it was
        assert uncommented(season, "long-an", on=DAY) == []
        assert submit_report(actor=REPORTER, season=season, unit="long-an").version == 1
    assert Remark.objects.count() == 2


def test_a_comment_is_about_the_figure_that_stood_then() -> None:
    season = checked_season()
    with on(DAY):
        cells = {"tin-bai": Typed("150", comment="Có chuyên mục mới")}
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells=cells)
        assert [one.is_commented for one in doubts_of(season, "long-an", on=DAY)] == [True]
        enter(season, {"tin-bai": "151"})
        assert [one.is_commented for one in doubts_of(season, "long-an", on=DAY)] == [False]
        with pytest.raises(Refused) as nothing:
            explain_figure(actor=REPORTER, season=season, unit="long-an", indicator="II.2", text="a")
    assert [one.code for one in nothing.value.problems] == ["reporting.no_figure_to_comment"]


def test_a_comment_in_a_file_s_column_of_comments_is_kept_with_its_figure() -> None:
    season = checked_season()
    one = line("tin-bai", 2, self="150")
    row = replace(one, notes={"comment": Cell("Mùa lễ")})
    with on(DAY):
        import_figures(actor=REPORTER, season=season, unit="long-an", rows=[row])
        (doubt,) = doubts_of(season, "long-an", on=DAY)
    assert (doubt.is_commented, doubt.comment and doubt.comment.text) == (True, "Mùa lễ")


def test_last_season_s_figure_is_what_a_jump_is_measured_against() -> None:
    season = checked_season()
    write_figure_of(2023, season, "tin-bai", "20")
    with on(DAY):
        assert enter(season, {"tin-bai": "50"}) == ["checks.jump"]
        assert [one.problem.data["when"] for one in doubts_of(season, "long-an", on=DAY)] == ["2023"]
        assert enter(season, {"tin-bai": "30"}) == []


def write_figure_of(year: int, like: Season, indicator: str, typed: str) -> None:
    """A figure of the same unit in the season of another year."""
    cluster = write_cluster(year=year)
    days = {"data_from": date(year, 1, 1), "data_to": date(year, 12, 31), "opened_on": date(year, 1, 2)}
    old = Season(slug=f"cum-10-{year}", cluster=cluster, movement=like.movement, year=year, **days)
    said = {"unit": "long-an", "indicator": indicator, "stage": "self", "version": 1, "typed": typed}
    with recording(UNITS_RECORDED, by=BY, chain=old.ledger_chain(), count=1) as record:
        record.save(old)
        record.save(Figure(season=old, typed_by="x", typed_at=clock.now(), **said))
