"""The one way in which a row changes: inside a recording, which appends its entry as the last thing before commit.

    with recording(UNIT_RECORDED, by=author, reason=reason, name=unit.name) as record:
        record.save(unit)

What a recording saves is written at once; its entry is built and appended when the outermost recording of the
transaction ends, so that the head of a chain is locked only for the moment that it takes. An inner recording that fails
undoes its own rows and leaves no entry.
"""

import secrets
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import transaction

from thidua.apps import clock
from thidua.apps.ledger.events import EventType
from thidua.apps.ledger.models import Chain, Disclosure, Entry, EntryRow, Manifest, Recorded
from thidua.core.canonical import Plain, to_plain
from thidua.core.errors import Fault, Problem, Refused
from thidua.core.ledger import entry as core
from thidua.core.ledger.entry import GENESIS, INSTALLATION, Author, Bulk, ChainKey, Digest, RowMark, commit
from thidua.core.ledger.merkle import leaf_of, merkle_root

Row = TypeVar("Row", bound=Recorded)
MOST_ROWS = 200  # an entry that wrote more lists them in a manifest
CLOCK_SLACK = timedelta(minutes=5)  # a server's clock may be set back by so much without anybody's doing
_open: ContextVar[list["Recording"] | None] = ContextVar("open recordings", default=None)


class LedgerRefused(Refused):
    """An entry that cannot be appended."""


@dataclass(slots=True)
class Recording:
    """What one verb writes, until it is appended."""

    event: EventType
    chain: ChainKey
    author: Author
    texts: Mapping[str, str]
    data: Mapping[str, Plain]
    _saved: dict[tuple[str, str], Recorded] = field(default_factory=dict)
    _gone: set[tuple[str, str]] = field(default_factory=set)

    def save(self, row: Row) -> Row:
        """Write one row, new or changed. Raises Fault for a row that another chain tells of."""
        self._demand_chain(row)
        row.save()
        self._mark(row)
        return row

    def save_many(self, rows: Sequence[Recorded]) -> None:
        """Write many new rows of one table in few statements."""
        for row in rows:
            self._demand_chain(row)
        if rows:
            type(rows[0]).objects.bulk_create(rows, batch_size=500)
        for row in rows:
            self._mark(row)

    def delete(self, row: Recorded) -> None:
        """Delete one row; the entry says so."""
        self._demand_chain(row)
        key = (row.ledger_table(), str(row.pk))
        row.delete()
        self._saved.pop(key, None)
        self._gone.add(key)

    def delete_many(self, rows: Sequence[Recorded]) -> None:
        """Delete rows of one table in few statements. Raises ProtectedError where another row stands on one of them."""
        for row in rows:
            self._demand_chain(row)
        keys = [row.pk for row in rows]
        for start in range(0, len(keys), 500):
            type(rows[0]).objects.filter(pk__in=keys[start : start + 500]).delete()
        for row in rows:
            key = (row.ledger_table(), str(row.pk))
            self._saved.pop(key, None)
            self._gone.add(key)

    def marks(self) -> tuple[RowMark, ...]:
        """The rows that were written, each with its digest after, in the order of table and key."""
        written = [RowMark(table, key, row.ledger_digest()) for (table, key), row in self._saved.items()]
        gone = [RowMark(table, key, None) for table, key in self._gone]
        return tuple(sorted([*written, *gone], key=lambda mark: (mark.table, mark.key)))

    def _mark(self, row: Recorded) -> None:
        key = (row.ledger_table(), str(row.pk))
        self._gone.discard(key)
        self._saved[key] = row

    def _demand_chain(self, row: Recorded) -> None:
        if row.ledger_chain() != self.chain:
            raise Fault(f"{row.ledger_table()} belongs to {row.ledger_chain()}, not to {self.chain}")


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
    spoken = {"actor": by.name, "reason": reason, **(texts or {})}
    one = Recording(event, chain, by, _named(event, spoken), {name: to_plain(value) for name, value in data.items()})
    outer = _open.get()
    if outer is not None:
        with transaction.atomic():
            yield one
        outer.append(one)
        return
    with transaction.atomic():
        recordings: list[Recording] = []
        token = _open.set(recordings)
        try:
            yield one
        finally:
            _open.reset(token)
        _append_all([one, *recordings])


def hold(chain: ChainKey) -> None:
    """Inside a recording: wait for the other writers of a chain, and let none pass until commit.

    For a verb whose checks read rows that another verb of the chain may be changing.
    """
    _locked(chain)


def _named(event: EventType, texts: Mapping[str, str]) -> dict[str, str]:
    strangers = texts.keys() - {"actor", "reason", *event.texts}
    if strangers:
        raise Fault(f"{event.code} does not declare the texts {sorted(strangers)}")
    return {name: text for name, text in texts.items() if text}


def _append_all(recordings: Sequence[Recording]) -> None:
    """Append entries, the heads locked in the order of their keys so that two transactions never wait in a ring."""
    heads = {key: _locked(key) for key in sorted({one.chain for one in recordings})}
    for one in recordings:
        _append(one, heads[one.chain])
    for head in heads.values():
        head.save()


def _locked(key: ChainKey) -> Chain:
    found = Chain.objects.select_for_update().filter(pk=key).first()
    if found is None:
        Chain.objects.get_or_create(pk=key, defaults={"head": GENESIS})
        found = Chain.objects.select_for_update().get(pk=key)
    return found


def _append(one: Recording, head: Chain) -> None:
    marks = one.marks()
    is_bulk = len(marks) > MOST_ROWS
    salts = {name: secrets.token_bytes(16) for name in one.texts}
    head.at = _moment(head)
    head.height += 1
    entry = core.Entry(
        chain=one.chain,
        height=head.height,
        previous=Digest(head.head),
        at=head.at.isoformat(timespec="microseconds"),
        verb=one.event.code,
        account=one.author.account,
        role=one.author.role,
        unit=one.author.unit,
        on_behalf_of=one.author.on_behalf_of,
        commitments={name: commit(text, salt=salts[name]) for name, text in one.texts.items()} or None,
        rows=() if is_bulk else marks,
        bulk=Bulk(len(marks), merkle_root([leaf_of(mark) for mark in marks])) if is_bulk else None,
        data=one.data or None,
    )
    head.head = entry.digest
    stored = Entry.objects.create(
        chain=head,
        height=entry.height,
        digest=entry.digest,
        body=entry.bytes.decode(),
        at=head.at,
        verb=entry.verb,
        account=entry.account,
        unit=entry.unit,
    )
    if is_bulk:
        lines = b"\0".join(leaf_of(mark) for mark in marks)
        Manifest.objects.create(entry=stored, content=zlib.compress(lines))
    else:
        EntryRow.objects.bulk_create(EntryRow(entry=stored, table=mark.table, key=mark.key) for mark in marks)
    Disclosure.objects.bulk_create(
        Disclosure(entry=stored, field=name, salt=salts[name], text=text) for name, text in one.texts.items()
    )


def _moment(head: Chain) -> datetime:
    moment = clock.now()
    if head.at is None or moment >= head.at:
        return moment
    if head.at - moment > CLOCK_SLACK:
        data = {"now": moment.astimezone(clock.zone()).date(), "last": head.at.astimezone(clock.zone()).date()}
        raise LedgerRefused(Problem("ledger.clock_behind", data))
    return head.at
