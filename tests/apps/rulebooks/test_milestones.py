"""Milestones are read like targets, kept by version, and each is about a day on which its unit exists."""

from dataclasses import replace
from datetime import date

import pytest

from scoring_cases import GIVEN, scored_season, target, today_in
from season_cases import BODY, on
from thidua.apps.rulebooks.models import Milestone, Target
from thidua.apps.rulebooks.selectors import milestones_of
from thidua.apps.rulebooks.services import import_targets, undo_targets
from thidua.apps.seasons.models import Season
from thidua.core.errors import Place, Refused
from thidua.core.numbers import Number, Rate
from thidua.core.phases import Phase
from thidua.core.scoring.cells import Cell, TargetRow

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.PREPARING)
FIRST, SECOND = date(2024, 2, 29), date(2024, 3, 31)


def with_milestones(row: TargetRow, **texts: str) -> TargetRow:
    """A line with what should be reached by two days."""
    days = {"first": FIRST, "second": SECOND}
    cells = {
        days[name]: Cell(text, Place("chi-tieu.xlsx", "Chỉ tiêu", f"{name}{row.place.cell}"))
        for name, text in texts.items()
    }
    return replace(row, milestones=cells)


def said(season: Season) -> dict[tuple[str, date], object]:
    return {(one.unit, one.due_on): one.value for one in milestones_of(season, on=DAY) if one.indicator == "pha-an"}


def test_milestones_come_with_their_target_and_go_with_it() -> None:
    season = scored_season(Phase.PREPARING)
    rows = [
        with_milestones(target("pha-an", "cả cụm", "80%"), first="40%"),
        with_milestones(target("pha-an", "Long An", "85%", line=3), first="42,5%", second="85"),
    ]
    with on(DAY):
        done = import_targets(actor=BODY, season=season, rows=rows, document=GIVEN)
        given = said(season)
        assert done.batch is not None
        taken_back = undo_targets(actor=BODY, season=season, batch=done.batch)
    assert (done.count, taken_back) == (5 + 6, 5 + 6)
    assert given == {
        ("tay-ninh", FIRST): Rate(Number(40)),
        ("long-an", FIRST): Rate(Number(425, 1)),
        ("long-an", SECOND): Rate(Number(85)),
        ("binh-phuoc", FIRST): Rate(Number(40)),
        ("binh-duong", FIRST): Rate(Number(40)),
        ("dong-nai", FIRST): Rate(Number(40)),
    }
    assert said(season) == {}
    assert (Milestone.objects.count(), Target.objects.filter(typed="75%").count()) == (12, 10)


def test_a_milestone_outside_the_season_or_of_no_number_is_refused_at_its_cell() -> None:
    season = scored_season(Phase.PREPARING)
    row = with_milestones(target("dieu-tra", "Long An", "85%"), first="bốn mươi", second="101%")
    late = replace(row, milestones={**row.milestones, date(2025, 1, 1): Cell("85%", Place("a", "b", "late"))})
    with on(DAY), pytest.raises(Refused) as refusal:
        import_targets(actor=BODY, season=season, rows=[late], document=GIVEN)
    assert [(one.code, one.place.cell) for one in refusal.value.problems] == [
        ("numbers.letters", "firstD2"),
        ("figures.target_above_whole", "secondD2"),
        ("figures.milestone_outside_data", "late"),
    ]
    assert not Milestone.objects.exists()
