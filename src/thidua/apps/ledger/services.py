"""The one way in which a row changes: inside a recording, which appends its entry as the last thing before commit.

    with recording(UNIT_RECORDED, by=author, reason=reason, name=unit.name) as record:
        record.save(unit)

What a recording saves is written at once; its entry is built and appended when the outermost recording of the
transaction ends, so that the head of a chain is locked only for the moment that it takes. An inner recording that fails
undoes its own rows and leaves no entry. Several recordings of one transaction that wrote the same row all tell how it
stands at the end: what lay between was never there for anybody else.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import transaction

from thidua.apps.ledger.append import Unwritten, append_all
from thidua.apps.ledger.events import EventType
from thidua.apps.ledger.inserting import insert
from thidua.apps.ledger.listening import announce
from thidua.apps.ledger.models import Recorded
from thidua.apps.ledger.statements import lock_head
from thidua.core.canonical import Plain, to_plain
from thidua.core.errors import Fault
from thidua.core.ledger.entry import INSTALLATION, Author, ChainKey, Digest, RowMark

Row = TypeVar("Row", bound=Recorded)
BATCH = 500  # rows a statement
RowKey = tuple[str, str]  # table, key


@dataclass(slots=True)
class _Batch:
    """What one transaction records: the digest of each row as written last, and the recordings that are complete."""

    written: dict[RowKey, Digest | None] = field(default_factory=dict)
    complete: list["Recording"] = field(default_factory=list)


_open: ContextVar[_Batch | None] = ContextVar("open recordings", default=None)


@dataclass(slots=True)
class Recording:
    """What one verb writes, until it is appended."""

    event: EventType
    chain: ChainKey
    author: Author
    texts: Mapping[str, str]
    data: Mapping[str, Plain]
    _batch: _Batch
    _keys: set[RowKey] = field(default_factory=set)

    def save(self, row: Row) -> Row:
        """Write one row, new or changed. Raises Fault for a row that another chain tells of."""
        self._demand_chain(row)
        row.save(force_insert=row._state.adding, force_update=not row._state.adding)
        self._note(row, row.ledger_digest())
        return row

    def save_many(self, rows: Sequence[Recorded]) -> None:
        """Write many new rows of one table in few statements."""
        for row in rows:
            self._demand_chain(row)
        for start in range(0, len(rows), BATCH):
            chunk = rows[start : start + BATCH]
            insert(chunk)
            for row, digest in zip(chunk, type(chunk[0]).ledger_digests(chunk), strict=True):
                self._note(row, digest)

    def delete(self, row: Recorded) -> None:
        """Delete one row; the entry says so."""
        self._demand_chain(row)
        self._note(row, None)
        row.delete()

    def delete_many(self, rows: Sequence[Recorded]) -> None:
        """Delete rows of one table in few statements. Raises ProtectedError where another row stands on one of them."""
        for row in rows:
            self._demand_chain(row)
            self._note(row, None)
        for start in range(0, len(rows), BATCH):
            keys = [row.pk for row in rows[start : start + BATCH]]
            type(rows[0]).objects.filter(pk__in=keys).delete()

    def _note(self, row: Recorded, digest: Digest | None) -> None:
        key = (row.ledger_table(), str(row.pk))
        self._keys.add(key)
        self._batch.written[key] = digest

    def _demand_chain(self, row: Recorded) -> None:
        if row.ledger_chain() != self.chain:
            raise Fault(f"{row.ledger_table()} belongs to {row.ledger_chain()}, not to {self.chain}")

    def unwritten(self) -> Unwritten:
        """The entry as it will be appended: the rows that were written, in the order of table and key."""
        marks = tuple(
            RowMark(*key, self._batch.written[key]) for key in sorted(self._keys & self._batch.written.keys())
        )
        return Unwritten(self.event.code, self.chain, self.author, marks, self.texts, self.data)


@contextmanager
def recording(
    event: EventType,
    *,
    by: Author,
    chain: ChainKey = INSTALLATION,
    reason: str = "",
    texts: Mapping[str, str] | None = None,
    **data: object,
) -> Iterator[Recording]:
    """A transaction (or a part of the one that is open) that ends with its entry.

    `data` are the fields of the entry's sentence and stay for ever; names of persons and free text go into `texts`, of
    which only commitments stay. Raises LedgerRefused when the clock stands before the chain's last entry.
    """
    outer = _open.get()
    batch = outer or _Batch()
    spoken = _declared(event, {"actor": by.name, "reason": reason, **(texts or {})})
    one = Recording(event, chain, by, spoken, {name: to_plain(value) for name, value in data.items()}, batch)
    with transaction.atomic():
        if outer is None:
            with _opened(batch):
                yield one
            entries = [kept.unwritten() for kept in (one, *batch.complete)]
            append_all(entries)
            announce(entries)
        else:
            with _undone_on_failure(batch):
                yield one
            batch.complete.append(one)


def hold(chain: ChainKey) -> None:
    """Inside a recording: wait for the other writers of a chain, and let none pass until commit.

    For a verb whose checks read rows that another verb of the chain may be changing.
    """
    lock_head(chain)


def is_recording() -> bool:
    """Whether rows may have been written of which no entry tells yet."""
    return _open.get() is not None


@contextmanager
def _opened(batch: _Batch) -> Iterator[None]:
    token = _open.set(batch)
    try:
        yield
    finally:
        _open.reset(token)


@contextmanager
def _undone_on_failure(batch: _Batch) -> Iterator[None]:
    written, complete = dict(batch.written), len(batch.complete)
    try:
        yield
    except BaseException:
        batch.written = written
        del batch.complete[complete:]
        raise


def _declared(event: EventType, texts: Mapping[str, str]) -> dict[str, str]:
    strangers = texts.keys() - {"actor", "reason", *event.texts}
    if strangers:
        raise Fault(f"{event.code} does not declare the texts {sorted(strangers)}")
    return {name: text for name, text in texts.items() if text}
