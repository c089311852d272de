"""What is read once while a page or a standing is made: several parts of it ask who stands how to the same season.

Only around what never writes: then what was read stays true until the end.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_kept: ContextVar[dict[str, dict[Any, Any]] | None] = ContextVar("what was read once", default=None)


@contextmanager
def reading_once() -> Iterator[None]:
    """What is read inside is kept until the end. Inside another, all is read anew: what lasts longer than a page is
    made from one look at the rows.
    """
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def kept(of: str) -> dict[Any, Any]:
    """What was read of a kind so far, to be added to; outside `reading_once` nothing, and nothing stays."""
    found = _kept.get()
    return {} if found is None else found.setdefault(of, {})
