"""The types of ledger entries. Each app defines its own in its `events.py`; a code is never reused and never renamed.

The sentence of an entry on screen is `event.<code>` in `thidua.words.sentences`. Its fields are the entry's data and
texts; `reads` turns a datum back into the value that the sentence writes (a role, a day), for entries hold plain data.
An entry that replaced one value by another says `before` and `after`, in its data or, if they are free text, in its
texts. `unit` in the data is the code of the unit whose matter it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua.core.errors import Fault


@dataclass(frozen=True, slots=True)
class EventType:
    """`app.noun.past_verb`, and the names of the texts that it commits to beside its reason (erasable)."""

    code: str
    texts: tuple[str, ...] = ()
    reads: Mapping[str, Callable[[str], object]] = field(default_factory=dict)


_defined: dict[str, EventType] = {}


def define(code: str, *, texts: tuple[str, ...] = (), **reads: Callable[[str], object]) -> EventType:
    """A new type of entry: `define("access.role.assigned", texts=("subject",), role=Role)`.

    Raises Fault when the code is taken.
    """
    if code in _defined:
        raise Fault(f"two event types are called {code}")
    _defined[code] = EventType(code, texts, reads)
    return _defined[code]


def defined() -> Mapping[str, EventType]:
    """Every type that some app has defined."""
    return _defined


TEXT_ERASED = define("ledger.text.erased")
HEADS_SEALED = define("ledger.heads.sealed", day=date.fromisoformat)
