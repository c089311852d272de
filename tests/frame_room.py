"""Room for the frames of a test. CPython keeps frames in chunks of 16 KB, takes each new one from the kernel and gives
it back once it is empty: a loop whose calls step over the edge of a chunk asks the kernel for memory every time. Of
the time of our deepest tests, a quarter went there. One frame that says that it needs much gets a large chunk, and
whatever it calls stays within.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import pytest

Result = TypeVar("Result")
WORDS = 2**17  # a chunk of 2 MB, of which half is left


def with_room(call: Callable[[], Result]) -> Result:
    """What a call returns."""
    return call()


with_room.__code__ = with_room.__code__.replace(co_stacksize=WORDS)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> object:
    """As pytest runs a test by itself, with its fixtures."""
    runner = item.config.pluginmanager.getplugin("runner")
    return with_room(partial(runner.pytest_runtest_protocol, item, nextitem))
