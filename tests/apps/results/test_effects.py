"""What a decision and a ruling do to points and rank, and what was claimed against what counts."""

import pytest

from apps.appraisal.appraisal_cases import DAY, accept, claimed_season, cut
from season_cases import on
from thidua.apps.ledger.models import Entry
from thidua.apps.results.effects import suppositions
from thidua.apps.results.gaps import gaps_by_year, gaps_of
from thidua.apps.results.scoring import evaluation_of
from thidua.core.numbers import Number, difference
from thidua.core.states import Stage

pytestmark = pytest.mark.django_db


def test_each_figure_shows_its_points_and_writes_nothing() -> None:
    season = claimed_season("long-an", "binh-phuoc")
    with on(DAY):
        cut(season, "long-an")
        before = Entry.objects.count()
        claim, decided, gone = suppositions(
            season, on=DAY, unit="long-an", indicator="pha-an", texts=("93,1%", "90%", "10%")
        )
        now = evaluation_of(season, on=DAY).at(Stage.APPRAISED)
        assert Entry.objects.count() == before
    row = now.table.row("long-an")
    assert decided.total == now.total_points(row)
    assert list(decided.points) == ["I.1"]
    totals = [one.total.ratio[0] / one.total.ratio[1] for one in (claim, decided, gone)]
    assert totals == sorted(totals, reverse=True)
    assert claim.total != gone.total


def test_gap_is_what_was_claimed_less_what_counts() -> None:
    season = claimed_season("long-an", "binh-phuoc")
    with on(DAY):
        cut(season, "long-an", "10%")
        accept(season, "binh-phuoc")
        scored = evaluation_of(season, on=DAY)
        gaps = gaps_of(scored)
        (year,) = gaps_by_year(season, on=DAY)
    lost, kept = gaps["long-an"], gaps["binh-phuoc"]
    assert kept.points == Number(0)
    assert lost.claimed is not None
    assert lost.counted is not None
    assert lost.points == difference(lost.claimed, lost.counted)
    assert lost.points.digits > 0
    assert gaps["dong-nai"].points is None  # it claimed nothing, which is not a claim of nothing
    assert (year.season, year.gaps) == (season, gaps)


@pytest.mark.parametrize(
    ("more", "less", "left"),
    [("8.50", "8.5", "0.00"), ("1", "2.25", "-1.25"), ("10", "3", "7"), ("-1.5", "-2", "0.5")],
)
def test_difference_is_exact(more: str, less: str, left: str) -> None:
    found = difference(Number.parse(more), Number.parse(less))
    assert found == Number.parse(left)
    assert found.places == max(Number.parse(more).places, Number.parse(less).places)
