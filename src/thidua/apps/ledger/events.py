"""The types of ledger entries. Each app defines its own in its `events.py`; a code is never reused and never renamed.

The sentence of an entry on screen is `event.<code>` in `thidua.words.sentences`; its fields are the entry's data.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua.core.errors import Fault


@dataclass(frozen=True, slots=True)
class EventType:
    """`app.noun.past_verb`, and the names of the texts that it commits to beside its reason (erasable)."""

    code: str
    texts: tuple[str, ...] = ()


_defined: dict[str, EventType] = {}


def define(code: str, *, texts: tuple[str, ...] = ()) -> EventType:
    """A new type of entry. Raises Fault when the code is taken."""
    if code in _defined:
        raise Fault(f"two event types are called {code}")
    _defined[code] = EventType(code, texts)
    return _defined[code]


def defined() -> Mapping[str, EventType]:
    """Every type that some app has defined."""
    return _defined


TEXT_ERASED = define("ledger.text.erased")
