"""The head of heads: once a day the installation's chain takes up the head of every other chain.

From then on the installation's own head, one short line, stands for all of them: whoever wrote it down that day finds
out when any chain is rewritten up to that day.
"""

from thidua.apps import clock
from thidua.apps.ledger.events import HEADS_SEALED
from thidua.apps.ledger.models import Entry
from thidua.apps.ledger.selectors import list_heads
from thidua.apps.ledger.services import recording
from thidua.core.ledger.entry import INSTALLATION, Author, ChainKey, Digest
from thidua.core.ledger.heads import Head


def seal_heads(*, by: Author) -> Head:
    """Seal the heads as they stand and return the installation's; once a day, and the day's seal again after that."""
    day = clock.today()
    sealed = _seal_of(day.isoformat())
    if sealed is None:
        others = [head for head in list_heads() if head.chain != INSTALLATION]
        heads = {str(head.chain): [head.height, head.digest] for head in others}
        with recording(HEADS_SEALED, by=by, day=day, count=len(heads), heads=heads):
            pass
        sealed = Entry.objects.filter(chain=INSTALLATION).latest("height")
    return Head(sealed.height, Digest(sealed.digest), ChainKey(sealed.chain_id))


def _seal_of(day: str) -> Entry | None:
    last = Entry.objects.filter(chain=INSTALLATION, verb=HEADS_SEALED.code).order_by("-height").first()
    return last if last is not None and f'"day":"{day}"' in last.body else None
