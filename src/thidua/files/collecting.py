"""A stretch of work that makes thousands of values which all live until its end: to look for circles of garbage among
them over and over again takes a third of its time and finds none.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Garbage in circles is left to lie inside; what nobody holds goes at once, as ever. Decorates a function too."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()
