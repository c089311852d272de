"""Appends entries to their chains: the last statements of a transaction. Nothing else writes the ledger's tables."""

import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from thidua.apps import clock
from thidua.apps.ledger.statements import Columns, Head, append, lock_head
from thidua.core.canonical import Plain
from thidua.core.errors import LedgerRefused, Problem
from thidua.core.ledger.entry import Author, Bulk, ChainKey, Entry, RowMark, commit, digest_of_entry
from thidua.core.ledger.merkle import leaf_of, merkle_root
from thidua.words.vietnamese import folded, marked

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
            head = _append(entry, head)


def _append(unwritten: Unwritten, head: Head) -> Head:
    at = _moment(head)
    salts = {name: secrets.token_bytes(SALT_BYTES) for name in unwritten.texts}
    entry = _linked(unwritten, head, at, salts)
    body = entry.bytes
    moved = Head(head.chain, entry.height, digest_of_entry(body), at)
    columns = Columns(body.decode(), entry.verb, entry.account, entry.unit, entry.about_unit)
    rows = [(mark.table, mark.key, mark.digest or "") for mark in unwritten.marks]
    texts = [(name, salts[name], text, search_key(text)) for name, text in unwritten.texts.items()]
    append(moved, columns, rows, texts)
    return moved


def search_key(text: str) -> str:
    """A text as a search finds it: with the marks that somebody typed, or without any."""
    return f"{marked(text)}\n{folded(text)}"


def _linked(unwritten: Unwritten, head: Head, at: datetime, salts: Mapping[str, bytes]) -> Entry:
    marks, author = unwritten.marks, unwritten.author
    is_bulk = len(marks) > MOST_ROWS
    return Entry(
        chain=unwritten.chain,
        height=head.height + 1,
        previous=head.digest,
        at=at.isoformat(timespec="microseconds"),
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


def _moment(head: Head) -> datetime:
    moment = clock.now()
    if head.at is None or moment >= head.at:
        return moment
    if head.at - moment > CLOCK_SLACK:
        data = {"now": moment.astimezone(clock.zone()).date(), "last": head.at.astimezone(clock.zone()).date()}
        raise LedgerRefused(Problem("ledger.clock_behind", data))
    return head.at
