"""Patterns in the figures: for who runs the year alone, nothing about few figures, a question about many."""

from collections.abc import Callable

import pytest
from django.test import Client

from scoring_cases import scored_season, today_in
from season_cases import NAMES, SLUG, on, person
from thidua.apps.access.roles import Role
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.core.phases import Phase
from web.test_appraisal_pages import as_

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.REPORTING)
PAGE = f"/ky/{SLUG}/dau-hieu/"
As = Callable[[Role, str], Client]
__all__ = ["as_"]


def test_few_figures_say_nothing_and_only_who_runs_the_year_looks(as_: As) -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        for unit in NAMES:
            cells = {"pha-an": Typed("75,1%"), "tin-bai": Typed("500"), "dieu-tra": Typed("100/200")}
            enter_figures(actor=person(Role.REPORTER, unit), season=season, unit=unit, cells=cells)
        chair = as_(Role.SECRETARY, "tay-ninh")
        html = chair.get(PAGE).content.decode()
        assert tuple(one for one in ("Mới có 5 số", "Mới có 15 số") if one in html) == ("Mới có 5 số", "Mới có 15 số")
        assert "nên hỏi" not in html
        assert PAGE in chair.get(f"/ky/{SLUG}/tien-do-nop/").content.decode()
        for role, unit in ((Role.REPORTER, "long-an"), (Role.SECRETARY, "long-an")):
            assert as_(role, unit).get(PAGE).status_code == 403
