"""Garbage is collected again after a stretch of work, however it ended."""

import gc
from contextlib import suppress

from thidua.files.collecting import without_collecting


def test_collecting_goes_on_afterwards() -> None:
    with without_collecting():
        assert not gc.isenabled()
        with without_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collecting_goes_on_after_a_failure() -> None:
    with suppress(ZeroDivisionError), without_collecting():
        _ = 1 / 0
    assert gc.isenabled()


def test_who_collects_nothing_goes_on_so() -> None:
    gc.disable()
    try:
        with without_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
