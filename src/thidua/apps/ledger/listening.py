"""Who wants to know of new entries: an app above says which types it listens to, and is called after the commit.

    listen({REPORT_RETURNED.code}, tell)      # in AppConfig.ready

A listener is told the chains, not the entries: it reads on from where it stopped, so that what one call missed (a
server that stopped between commit and call) the next one finds. A listener that fails undoes nothing that is committed.
"""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from django.db import transaction

from thidua.apps.ledger.append import Unwritten
from thidua.core.ledger.entry import ChainKey

Listener = Callable[[frozenset[ChainKey]], object]
_listeners: list[tuple[frozenset[str], Listener]] = []


def listen(codes: Collection[str], listener: Listener) -> None:
    """Call a listener after each transaction that appended entries of these types."""
    _listeners.append((frozenset(codes), listener))


def announce(entries: Sequence[Unwritten]) -> None:
    """Call who listens to some of these entries, once they are committed."""
    for codes, listener in _listeners:
        chains = frozenset(entry.chain for entry in entries if entry.verb in codes)
        if chains:
            transaction.on_commit(partial(listener, chains), robust=True)
