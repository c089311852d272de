"""Reads a chain from its first entry to its last and tells everything in it that does not hold.

Told apart are: an entry that was changed, a link that does not fit, the marks and texts beside an entry that are not
those it speaks of, and a head that is not the one on a paper or in a seal: the last catches a chain that somebody
rewrote consistently from some entry on. Entries come one at a time and none is kept: a chain may be longer than memory.

Whether the living rows are those that the chains speak of is asked of `core.ledger.rows`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from thidua.core.errors import Problem
from thidua.core.ledger.entry import (
    GENESIS,
    HEADS_SEALED,
    ChainKey,
    Digest,
    Entry,
    RowMark,
    digest_of_entry,
    read_entry,
)
from thidua.core.ledger.heads import Head
from thidua.core.ledger.merkle import leaf_of, merkle_root
from thidua.core.ledger.texts import Disclosed, TextCheck


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as it lies in storage: its place, the digest noted beside it, its bytes, and all that belongs to it.

    `beside` are the columns that are read off the bytes for filters.
    """

    height: int
    digest: Digest
    data: bytes
    rows: tuple[RowMark, ...] = ()
    texts: tuple[Disclosed, ...] = ()
    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class ChainCheck:
    """One chain on its way from the first entry to the last; `height` and `head` are those of the last entry read."""

    chain: ChainKey
    known: Iterable[Head] = ()
    height: int = 0
    head: Digest = GENESIS
    texts: TextCheck = field(init=False)
    _due: dict[int, list[Head]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.texts = TextCheck(self.chain)
        for head in self.known:
            self._due.setdefault(head.height, []).append(head)

    def read(self, stored: Stored) -> Iterator[Problem]:
        """What does not hold of the next entry."""
        if stored.height != self.height + 1:
            yield self._problem("ledger.height_missing", stored, expected=str(self.height + 1))
        entry = read_entry(stored.data)
        if digest_of_entry(stored.data) != stored.digest:
            yield self._problem("ledger.entry_changed", stored)
        if entry is None:
            yield self._problem("ledger.entry_unreadable", stored)
        else:
            yield from self._read_body(stored, entry)
        yield from self._read_heads(stored)
        self.height, self.head = stored.height, stored.digest

    def end(self) -> Iterator[Problem]:
        """What is still owed after the last entry: heads that were not reached, texts that are gone unexplained."""
        for head in (head for heads in self._due.values() for head in heads):
            data = {"chain": self.chain, "height": str(head.height), "head": head.digest, "last": str(self.height)}
            yield Problem("ledger.head_not_reached", data)
        yield from self.texts.end()

    def _read_body(self, stored: Stored, entry: Entry) -> Iterator[Problem]:
        if entry.previous != self.head:
            yield self._problem("ledger.link_broken", stored)
        if (entry.chain, entry.height) != (self.chain, stored.height):
            yield self._problem("ledger.entry_misplaced", stored)
        if not _fits(entry, stored.rows):
            yield self._problem("ledger.rows_differ", stored)
        strange = sorted(name for name, value in stored.beside.items() if getattr(entry, name) != value)
        if strange:
            yield self._problem("ledger.columns_differ", stored, columns=strange)
        yield from self.texts.read(entry, stored.texts)

    def _read_heads(self, stored: Stored) -> Iterator[Problem]:
        for head in self._due.pop(stored.height, ()):
            if not head.digest or not stored.digest.startswith(head.digest):
                yield self._problem("ledger.head_differs", stored, head=head.digest)

    def _problem(self, code: str, stored: Stored, **data: object) -> Problem:
        return Problem(code, {"chain": self.chain, "height": str(stored.height), **data})


def sealed_heads(entry: Entry) -> Iterator[Head]:
    """The heads of other chains that an entry seals."""
    heads = (entry.data or {}).get("heads") if entry.verb == HEADS_SEALED else None
    for key, head in heads.items() if isinstance(heads, dict) else ():
        match head:
            case [int(height), str(digest)]:
                yield Head(height, digest, ChainKey(key))


def _fits(entry: Entry, rows: tuple[RowMark, ...]) -> bool:
    if entry.bulk is None:
        return entry.rows == rows
    return entry.bulk.count == len(rows) and entry.bulk.root == merkle_root([leaf_of(mark) for mark in rows])
