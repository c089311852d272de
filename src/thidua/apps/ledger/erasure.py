"""Erasing a name or a free text for good. The chain keeps the commitment and gains an entry: who, when, why."""

from collections.abc import Iterator

from thidua.apps.ledger.events import TEXT_ERASED
from thidua.apps.ledger.models import Disclosure, Entry
from thidua.apps.ledger.services import recording
from thidua.core.errors import LedgerRefused, Place, Problem
from thidua.core.ledger.entry import Author, ChainKey


def erase(*, by: Author, entry: Entry, field: str, reason: str, document: str) -> None:
    """Delete one text of an entry with its salt; what remains is a digest that nobody can open.

    Raises LedgerRefused with all that is missing. Copies in backups and in files that left the server are not reached.
    """
    text = Disclosure.objects.filter(entry=entry, field=field).first()
    problems = list(_hindrances(text, entry, field, reason, document))
    if text is None or problems:
        raise LedgerRefused(problems)
    told = {"height": entry.height, "field": field, "document": document.strip()}
    with recording(TEXT_ERASED, by=by, chain=ChainKey(entry.chain_id), reason=reason.strip(), **told):
        text.delete()


def _hindrances(text: Disclosure | None, entry: Entry, field: str, reason: str, document: str) -> Iterator[Problem]:
    if text is None:
        yield Problem("ledger.no_such_text", {"height": entry.height, "field": field}, Place(path="field"))
    if not reason.strip():
        yield Problem("ledger.erasure_needs_reason", place=Place(path="reason"))
    if not document.strip():
        yield Problem("ledger.erasure_needs_document", place=Place(path="document"))
