"""The season of 2024 as the demonstration loads it, on the afternoon of its conference."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from thidua.apps.clock import standing_at
from thidua.apps.demo.loading import load_demo
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import find_season

EXAMPLES = Path(__file__).parents[3] / "examples"
AT = datetime(2024, 11, 23, 14, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def season(db: None) -> Iterator[Season]:
    load_demo(EXAMPLES / "demo", at=AT)
    found = find_season("cum-10-2024")
    assert found is not None
    with standing_at(AT):
        yield found
