"""The one thing that people do to the ledger itself: erase a text that must be forgotten."""

from thidua.apps import clock
from thidua.apps.access.roles import Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.custody.books import open_book
from thidua.apps.ledger.erasure import erase
from thidua.apps.ledger.models import Entry
from thidua.core.errors import LedgerRefused, Place, Problem


def erase_text(*, actor: Actor, slug: str, height: int, field: str, reason: str, document: str) -> None:
    """Erase a name or a free text of one entry for good, of a season's chain or of the installation's.

    Raises AccessRefused, or LedgerRefused with all that is missing.
    """
    book = open_book(slug, actor=actor, verb=Verb.ERASE_TEXT, on=clock.today())
    entry = Entry.objects.filter(chain=book.chain, height=height).first()
    if entry is None:
        raise LedgerRefused(Problem("ledger.no_such_text", {"height": height, "field": field}, Place(path="field")))
    erase(by=book.author, entry=entry, field=field, reason=reason, document=document)
