"""Rows of the ledger as the core's values, read in chunks: no list of all entries or rows is ever held."""

from collections.abc import Iterable, Iterator
from datetime import UTC
from itertools import islice
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Prefetch, QuerySet

from thidua.apps.ledger.models import Disclosure, Entry, EntryRow, Recorded
from thidua.core.errors import Fault
from thidua.core.ledger.entry import Digest, RowMark
from thidua.core.ledger.texts import Disclosed
from thidua.core.ledger.verify import Stored

CHUNK = 500
UNREADABLE = (ValueError, TypeError, ArithmeticError, ValidationError, Fault)


def stored_entries(entries: QuerySet[Entry]) -> Iterator[Stored]:
    """Entries in the order of their heights, each with its rows and the texts that are still there."""
    return (stored(entry) for entry in with_parts(entries.order_by("height")).iterator(chunk_size=CHUNK))


def with_parts(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Entries with all that lies beside them, as the lists `marks` and `texts`. Two more queries."""
    rows, texts = EntryRow.objects.order_by("table", "key"), Disclosure.objects.order_by("field")
    return entries.prefetch_related(Prefetch("rows", rows, "marks"), Prefetch("disclosures", texts, "texts"))


def with_texts(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Entries with their texts and without their rows, of which a bulk entry has thousands. One more query."""
    rows, texts = EntryRow.objects.none(), Disclosure.objects.order_by("field")
    return entries.prefetch_related(Prefetch("rows", rows, "marks"), Prefetch("disclosures", texts, "texts"))


def stored(entry: Entry) -> Stored:
    """An entry that was read by `with_parts` or `with_texts`."""
    return Stored(
        height=entry.height,
        digest=Digest(entry.digest),
        data=entry.body.encode(),
        rows=tuple(_mark(row) for row in entry.marks),
        texts=tuple(Disclosed(one.field, one.text, bytes(one.salt)) for one in entry.texts),
        beside={
            "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "verb": entry.verb,
            "account": entry.account,
            "unit": entry.unit,
            "about_unit": entry.about_unit,
        },
    )


def living_rows(model: type[Recorded], *, keys: Iterable[str] | None = None) -> Iterator[tuple[str, Digest]]:
    """Key and digest of every row of a recorded table, or of some; what somebody made unreadable has no digest."""
    every = model._base_manager.order_by("pk").values_list("pk", flat=True)
    for chunk in _chunks(every.iterator(chunk_size=CHUNK) if keys is None else iter(keys), model.LEDGER_CHUNK):
        try:
            yield from _digests(model, chunk)
        except UNREADABLE:
            for key in chunk:
                yield _digest_of(model, key)


def _digests(model: type[Recorded], keys: list[Any]) -> list[tuple[str, Digest]]:
    return [(str(row.pk), row.ledger_digest()) for row in model._base_manager.filter(pk__in=keys)]


def _digest_of(model: type[Recorded], key: Any) -> tuple[str, Digest]:
    try:
        return str(key), model._base_manager.get(pk=key).ledger_digest()
    except UNREADABLE:
        return str(key), Digest("")


def _chunks(keys: Iterator[Any], size: int) -> Iterator[list[Any]]:
    while chunk := list(islice(keys, size)):
        yield chunk


def recorded_models() -> list[type[Recorded]]:
    """Every table whose changes the ledger tells."""
    return [model for model in apps.get_models() if issubclass(model, Recorded)]


def _mark(row: EntryRow) -> RowMark:
    return RowMark(row.table, row.key, Digest(row.digest) if row.digest else None)
