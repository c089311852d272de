"""Appends entries to their chains: the last statements of a transaction. Nothing else writes the ledger's tables."""

import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from thidua.apps import clock
from thidua.apps.ledger.models import Chain, Disclosure, Entry, EntryRow
from thidua.core.canonical import Plain
from thidua.core.errors import LedgerRefused, Problem
from thidua.core.ledger import entry as core
from thidua.core.ledger.entry import GENESIS, Author, Bulk, ChainKey, Digest, RowMark, commit, digest_of_entry
from thidua.core.ledger.merkle import leaf_of, merkle_root
from thidua.words.vietnamese import folded

MOST_ROWS = 200  # an entry that wrote more holds the root of its manifest
CLOCK_SLACK = timedelta(minutes=5)  # a server's clock may be set back by so much without anybody's doing
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Unwritten:
    """All that an entry will say, but for its place in the chain."""

    verb: str
    chain: ChainKey
    author: Author
    marks: tuple[RowMark, ...]
    texts: Mapping[str, str]
    data: Mapping[str, Plain]


def append_all(entries: Sequence[Unwritten]) -> None:
    """Append entries, chain by chain in the order of their keys, so that two transactions never wait in a ring.

    Raises LedgerRefused when the clock stands before the last entry of a chain.
    """
    by_chain: defaultdict[ChainKey, list[Unwritten]] = defaultdict(list)
    for entry in entries:
        by_chain[entry.chain].append(entry)
    for key in sorted(by_chain):
        head = lock_head(key)
        for entry in by_chain[key]:
            _append(entry, head)
        head.save(force_update=True)


def lock_head(key: ChainKey) -> Chain:
    """A chain's head, locked until commit; made when the chain is new."""
    found = Chain.objects.select_for_update().filter(pk=key).first()
    if found is None:
        Chain.objects.get_or_create(pk=key, defaults={"head": GENESIS})
        found = Chain.objects.select_for_update().get(pk=key)
    return found


def _append(unwritten: Unwritten, head: Chain) -> None:
    salts = {name: secrets.token_bytes(SALT_BYTES) for name in unwritten.texts}
    head.at = _moment(head)
    head.height += 1
    entry = _linked(unwritten, head, salts)
    body = entry.bytes
    head.head = digest_of_entry(body)
    stored = Entry.objects.create(
        chain=head,
        height=entry.height,
        digest=head.head,
        body=body.decode(),
        at=head.at,
        verb=entry.verb,
        account=entry.account,
        unit=entry.unit,
        about_unit=entry.about_unit,
    )
    EntryRow.objects.bulk_create(
        EntryRow(entry=stored, table=mark.table, key=mark.key, digest=mark.digest or "") for mark in unwritten.marks
    )
    Disclosure.objects.bulk_create(
        Disclosure(entry=stored, field=name, salt=salts[name], text=text, folded=folded(text))
        for name, text in unwritten.texts.items()
    )


def _linked(unwritten: Unwritten, head: Chain, salts: Mapping[str, bytes]) -> core.Entry:
    marks, author = unwritten.marks, unwritten.author
    is_bulk = len(marks) > MOST_ROWS
    return core.Entry(
        chain=unwritten.chain,
        height=head.height,
        previous=Digest(head.head),
        at=head.at.isoformat(timespec="microseconds"),
        verb=unwritten.verb,
        account=author.account,
        role=author.role,
        unit=author.unit,
        on_behalf_of=author.on_behalf_of,
        commitments={name: commit(text, salt=salts[name]) for name, text in unwritten.texts.items()} or None,
        rows=() if is_bulk else marks,
        bulk=Bulk(len(marks), merkle_root([leaf_of(mark) for mark in marks])) if is_bulk else None,
        data=unwritten.data or None,
    )


def _moment(head: Chain) -> datetime:
    moment = clock.now()
    if head.at is None or moment >= head.at:
        return moment
    if head.at - moment > CLOCK_SLACK:
        data = {"now": moment.astimezone(clock.zone()).date(), "last": head.at.astimezone(clock.zone()).date()}
        raise LedgerRefused(Problem("ledger.clock_behind", data))
    return head.at
