"""What was read of the installation's rows, kept in the process as long as nothing was written there.

No row changes without an entry, so the head of the installation's chain stands for all its rows: who is a member, who
holds an office, what a unit is called. A cell that is saved asks for one head and not for all of these.
"""

from datetime import date
from functools import lru_cache
from typing import Any

from thidua.apps import clock
from thidua.apps.database.once import kept
from thidua.apps.ledger.services import is_recording
from thidua.apps.ledger.statements import head_of
from thidua.core.ledger.entry import INSTALLATION, Digest

HEADS = 4  # as many states of the installation are known at a time
_Memory = dict[str, dict[Any, Any]]


def remembered(of: str) -> dict[Any, Any]:
    """What was read of a kind so far, to be added to; only what nobody can change is to be kept here.

    While something is being recorded nothing is known and nothing stays: rows may be ahead of their entry.
    """
    if is_recording():
        return {}
    page = kept("installation")
    if "memory" not in page:
        page["memory"] = _memory_now()
    return page["memory"].setdefault(of, {})


def _memory_now() -> _Memory:
    head = head_of(INSTALLATION)
    return _memory(head, clock.today()) if head else {}


@lru_cache(maxsize=HEADS)
def _memory(head: Digest, today: date) -> _Memory:  # noqa: ARG001 - what was read at another head, or on another day
    return {}


def forget() -> None:
    """Know nothing any longer, as a fresh process."""
    _memory.cache_clear()
