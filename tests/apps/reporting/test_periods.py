"""What is reported within the year: typed period by period, put together for the year, never overwritten."""

import pytest

from scoring_cases import ADOPTED, line, small_rulebook, today_in
from season_cases import CHAIR, OPENED, PLAN, REPORTER, move_on, on, write_cluster, write_season, write_units
from thidua.apps.appraisal.items import items_of
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.periods import At, cells_of
from thidua.apps.reporting.selectors import inputs_of, latest_figures
from thidua.apps.reporting.services import Typed, enter_figures, import_figures, undo_figures
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.services import plan_phases
from thidua.core.errors import Refused
from thidua.core.numbers import Counts, Number, NumberKind
from thidua.core.phases import Phase
from thidua.core.scoring.cells import Cell
from thidua.core.states import Stage

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.REPORTING)
MONTHLY = {
    "kind:_count,": "kind: count, frequency: month, aggregation: sum,",
    "kind:_share}": "kind: share, frequency: month, aggregation: sum}",
}


def monthly_season(phase: Phase = Phase.REPORTING) -> Season:
    """The small season, its articles and its cases reported every month: February and March are all it has."""
    with on(OPENED):
        write_units()
        season = write_season(write_cluster())
        plan_phases(actor=CHAIR, season=season, plan=PLAN)
        import_rulebook(actor=CHAIR, season=season, rulebook=small_rulebook(**MONTHLY), file_name="bang.yaml")
        adopt_rulebook(actor=CHAIR, season=season, document=ADOPTED)
    return move_on(season, to=phase)


def enter(season: Season, **cells: str) -> None:
    """`enter(season, tin_bai_02="7")` types the articles of February."""
    typed = {At(key[:-3].replace("_", "-"), f"2024-{key[-2:]}"): Typed(text) for key, text in cells.items()}
    with on(DAY):
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells=typed)


def year_of(season: Season, code: str) -> object:
    found = [one for one in inputs_of(season, on=DAY).figures if (one.unit, one.indicator) == ("long-an", code)]
    return [(one.value, one.lacking) for one in found]


def test_months_make_the_year_and_what_lacks_is_named() -> None:
    season = monthly_season()
    enter(season, tin_bai_02="7", dieu_tra_02="10/12", dieu_tra_03="5/6")
    assert year_of(season, "tin-bai") == [(Number(7), ("2024-03",))]
    assert year_of(season, "dieu-tra") == [(Counts(15, 18, NumberKind.SHARE), ())]
    enter(season, tin_bai_03="0")
    assert year_of(season, "tin-bai") == [(Number(7), ())]


def test_a_year_made_of_some_months_is_provisional_and_incomplete() -> None:
    season = monthly_season()
    enter(season, tin_bai_02="7")
    evaluation = evaluation_of(season, on=DAY).evaluation
    row = evaluation.table.row("long-an")
    assert evaluation.is_provisional("II.3", row)
    assert "II.3" in evaluation.missing(row)
    enter(season, tin_bai_03="1")
    evaluation = evaluation_of(season, on=DAY).evaluation
    assert not evaluation.is_provisional("II.3", row)
    assert evaluation.points("II.3", row) == Number(4)
    assert "II.3" not in evaluation.missing(row)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (At("tin-bai"), ("figures.period_missing", "tin-bai")),
        (At("pha-an", "2024-02"), ("figures.period_unwanted", "pha-an@2024-02")),
        (At("tin-bai", "2024-04"), ("figures.unknown_period", "tin-bai@2024-04")),
    ],
)
def test_a_figure_of_another_period_than_the_rulebook_s_is_refused(cell: At, problem: tuple[str, str]) -> None:
    season = monthly_season()
    with on(DAY), pytest.raises(Refused) as refusal:
        enter_figures(
            actor=REPORTER, season=season, unit="long-an", cells={cell: Typed("7%" if "pha" in cell.path else "7")}
        )
    assert [(one.code, one.place.path) for one in refusal.value.problems] == [problem]
    assert Figure.objects.count() == 0


def test_each_cell_has_its_own_versions_and_nobody_writes_over_what_they_have_not_seen() -> None:
    season = monthly_season()
    enter(season, tin_bai_02="7", tin_bai_03="1")
    enter(season, tin_bai_02="8")
    with on(DAY), pytest.raises(Refused) as refusal:
        enter_figures(
            actor=REPORTER,
            season=season,
            unit="long-an",
            cells={"tin-bai": Typed("9")},
            seen={"tin-bai": 1},
            period="2024-02",
        )
    assert [(one.code, one.place.path) for one in refusal.value.problems] == [
        ("reporting.cell_changed", "tin-bai@2024-02")
    ]
    cells = cells_of(season, "long-an", on=DAY)["tin-bai"]
    assert {period: (row.version, row.typed) for period, row in cells.latest.items()} == {
        "2024-02": (2, "8"),
        "2024-03": (1, "1"),
    }
    assert [one.code for one in cells.periods] == ["2024-02", "2024-03"]
    assert cells.year is not None
    assert cells.year.value == Number(9)


def test_an_import_of_months_is_undone_month_by_month() -> None:
    season = monthly_season()
    enter(season, tin_bai_02="7")
    rows = [line("tin-bai", 2, self="5"), line("tin-bai", 3, self="6")]
    for row, period in zip(rows, ("Tháng 2", "03/2024"), strict=True):
        row.notes["period"] = Cell(period)  # type: ignore[index]
    with on(DAY):
        done = import_figures(actor=REPORTER, season=season, unit="long-an", rows=rows, file_name="thang.xlsx")
        assert year_of(season, "tin-bai") == [(Number(11), ())]
        assert done.batch is not None
        undo_figures(actor=REPORTER, season=season, unit="long-an", batch=done.batch)
    assert year_of(season, "tin-bai") == [(Number(7), ("2024-03",))]


def test_an_appraiser_sees_the_year_that_the_months_make() -> None:
    season = monthly_season()
    enter(season, tin_bai_02="7", tin_bai_03="5")
    with on(DAY):
        row = latest_figures(season)["long-an", "tin-bai", Stage.SELF]
        assert (row.typed, row.version) == ("12", 2)
        rulebook = inputs_of(season, on=DAY).rulebook
        claim = items_of(season, rulebook, ["long-an"])["long-an", "tin-bai"].claim
    assert claim is not None
    assert claim.typed == "12"
