"""The demonstration as it ships: it loads whole, says what is real, and its ledger holds."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from thidua.apps.demo.loading import load_demo
from thidua.apps.seasons.models import Illustration, Season
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parents[3] / "examples" / "demo"
AT = datetime(2024, 11, 23, 14, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def test_three_seasons_stand_where_the_files_say() -> None:
    load_demo(FOLDER, at=AT)
    found = Season.objects.order_by("year").values_list("slug", "phase", "illustration", "closed_on")
    assert list(found) == [
        ("cum-10-2023", Phase.CLOSED, Illustration.WHOLLY, date(2024, 3, 29)),
        ("cum-10-2024", Phase.AGREED, Illustration.PARTLY, None),
        ("cum-10-2025", Phase.RUNNING, Illustration.PARTLY, None),
    ]
