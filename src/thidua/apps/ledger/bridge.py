"""Rows of the ledger as the core's values."""

import zlib

from django.apps import apps

from thidua.apps.ledger.models import Entry, Recorded
from thidua.core.ledger.entry import Digest, RowMark
from thidua.core.ledger.verify import RowKey, Stored


def stored(entry: Entry) -> Stored:
    """An entry with its manifest, if it has one (select it with `select_related("manifest")`)."""
    manifest = getattr(entry, "manifest", None)
    marks = () if manifest is None else _marks(bytes(manifest.content))
    return Stored(entry.height, Digest(entry.digest), entry.body.encode(), marks)


def living_rows() -> dict[RowKey, Digest]:
    """The digest of every row of every recorded table. One query a table."""
    return {
        (row.ledger_table(), str(row.pk)): row.ledger_digest()
        for model in recorded_models()
        for row in model.objects.iterator(chunk_size=2000)
    }


def recorded_models() -> list[type[Recorded]]:
    """Every table whose changes the ledger tells."""
    return [model for model in apps.get_models() if issubclass(model, Recorded)]


def _marks(content: bytes) -> tuple[RowMark, ...]:
    lines = [line.decode().split("\n") for line in zlib.decompress(content).split(b"\0")]
    return tuple(RowMark(table, key, Digest(digest) if digest else None) for table, key, digest in lines)
