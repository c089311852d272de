"""What every command gets: its own mask for new files ends with it, as its process would."""

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _mask_is_as_before() -> Iterator[None]:
    before = os.umask(0)
    os.umask(before)
    yield
    os.umask(before)
