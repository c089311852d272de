"""The season of 2024 as the demonstration loads it, on the afternoon of its conference."""

from collections.abc import Iterator

import pytest

from loaded_demo import AT
from thidua.apps.clock import standing_at
from thidua.apps.demo.script import Script
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import find_season


@pytest.fixture
def season(demo: Script, db: None) -> Iterator[Season]:
    found = find_season("cum-10-2024")
    assert found is not None
    with standing_at(AT):
        yield found
