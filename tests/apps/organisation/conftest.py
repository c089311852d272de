"""The clock of these tests: it begins on 02/01/2024 and is moved on where a test says so."""

from collections.abc import Iterator

import pytest

from apps.organisation.scene import at


@pytest.fixture(autouse=True)
def _clock_of_2024() -> Iterator[None]:
    with at("2024-01-02T08:00"):
        yield
