"""A merger in the middle of the year: each period keeps the unit that was valid then; the successor's year is all."""

from datetime import timedelta

import pytest

from apps.reporting.test_periods import monthly_season
from apps.seasons.test_mergers import AFTER, DAY, HEIR, OTHER, UNIT, answer
from season_cases import ABOVE, BODY, on, person
from thidua.apps.access.roles import Role
from thidua.apps.organisation.services.units import NewUnit, merge_units
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.periods import At, cells_of
from thidua.apps.reporting.selectors import inputs_of
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.apps.seasons.models import MergerChoice, Season
from thidua.core.errors import Refused
from thidua.core.numbers import Counts, Number, NumberKind
from thidua.core.phases import Phase
from thidua.core.timeline import LegalBasis
from thidua.core.units.tree import Level

pytestmark = pytest.mark.django_db
BEFORE = DAY - timedelta(days=5)
FEBRUARY, MARCH = "2024-02", "2024-03"


def enter(season: Season, unit: str, period: str, articles: str, cases: str) -> None:
    cells = {At("tin-bai", period): Typed(articles), At("dieu-tra", period): Typed(cases)}
    enter_figures(actor=person(Role.REPORTER, unit), season=season, unit=unit, cells=cells)


@pytest.fixture
def season() -> Season:
    """Two units report February, become one on 10 March, and the one takes their place."""
    running = monthly_season(Phase.RUNNING)
    with on(BEFORE):
        enter(running, UNIT, FEBRUARY, "7", "10/12")
        enter(running, OTHER, FEBRUARY, "5", "3/6")
        merge_units(
            actor=BODY,
            codes=(UNIT, OTHER),
            new=NewUnit(HEIR, "Công an tỉnh Đồng Nai", Level.PROVINCE, ABOVE),
            on=DAY,
            basis=LegalBasis("Nghị quyết 202/2025/QH15"),
            cutting=True,
        )
    with on(AFTER):
        for unit in (UNIT, OTHER):
            answer(running, MergerChoice.CARRY, unit)
    return running


def year_of(season: Season, code: str) -> object:
    found = [one for one in inputs_of(season, on=AFTER).figures if (one.unit, one.indicator) == (HEIR, code)]
    return [(one.value, one.lacking) for one in found]


def test_each_period_keeps_the_unit_that_was_valid_then(season: Season) -> None:
    with on(AFTER):
        enter(season, HEIR, MARCH, "4", "1/2")
        said = Figure.objects.filter(season=season, indicator="tin-bai").order_by("period", "unit")
        assert [(row.period, row.unit, row.typed) for row in said] == [
            (FEBRUARY, OTHER, "5"),
            (FEBRUARY, UNIT, "7"),
            (MARCH, HEIR, "4"),
        ]
        owed = cells_of(season, HEIR, on=AFTER)["tin-bai"]
        assert ([one.code for one in owed.periods], owed.lacking) == ([MARCH], ())
        assert year_of(season, "tin-bai") == [(Number(16), ())]
        assert year_of(season, "dieu-tra") == [(Counts(14, 20, NumberKind.SHARE), ())]


def test_until_the_successor_reports_its_year_lacks_its_own_periods_alone(season: Season) -> None:
    with on(AFTER):
        assert year_of(season, "tin-bai") == [(Number(12), (MARCH,))]
        assert year_of(season, "dieu-tra") == [(Counts(13, 18, NumberKind.SHARE), (MARCH,))]


def test_who_was_merged_writes_no_period_any_more_and_nothing_of_theirs_is_overwritten(season: Season) -> None:
    with on(AFTER):
        for period in (FEBRUARY, MARCH):
            with pytest.raises(Refused):
                enter(season, UNIT, period, "9", "1/1")
        enter(season, HEIR, MARCH, "4", "1/2")
        enter(season, HEIR, MARCH, "6", "2/2")
        assert year_of(season, "tin-bai") == [(Number(18), ())]
    rows = Figure.objects.filter(season=season, indicator="tin-bai", unit__in=[UNIT, OTHER])
    assert {(row.unit, row.period, row.version, row.typed) for row in rows} == {
        (UNIT, FEBRUARY, 1, "7"),
        (OTHER, FEBRUARY, 1, "5"),
    }
