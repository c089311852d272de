"""Recomputes a chain from its stored bytes and compares the latest digest of each row with the row that lives.

Four things are told apart: an entry that was changed, a link that does not fit, a row that differs from what the chain
says of it (changed, missing, unknown), and a head that is not the printed one: the last catches a chain that somebody
rewrote consistently from some entry on. Every problem is told, with its height or its row.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua.core.errors import Problem
from thidua.core.ledger.entry import GENESIS, ChainKey, Digest, RowMark, digest_of_entry
from thidua.core.ledger.merkle import leaf_of, merkle_root

RowKey = tuple[str, str]  # table, key


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as it lies in storage: its place, the digest noted beside it, and its bytes."""

    height: int
    digest: Digest
    data: bytes
    manifest: Sequence[RowMark] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry that a chain is known to have had, from a paper or from the chain's own row."""

    height: int
    digest: str  # whole, or the first digits as printed


def check_chain(chain: ChainKey, entries: Iterable[Stored]) -> Iterator[Problem]:
    """Each entry against its own bytes, its height and the entry before it; manifests against their roots."""
    previous, height = GENESIS, 0
    for entry in entries:
        height += 1
        data: dict[str, object] = {"chain": chain, "height": str(entry.height)}
        if entry.height != height:
            yield Problem("ledger.height_missing", {**data, "expected": str(height)})
            height = entry.height
        if digest_of_entry(entry.data) != entry.digest:
            yield Problem("ledger.entry_changed", data)
        yield from _check_body(chain, entry, previous)
        previous = entry.digest


def _check_body(chain: ChainKey, entry: Stored, previous: Digest) -> Iterator[Problem]:
    data: dict[str, object] = {"chain": chain, "height": str(entry.height)}
    body = _body(entry.data)
    if body is None:
        yield Problem("ledger.entry_unreadable", data)
        return
    if body.get("previous") != previous:
        yield Problem("ledger.link_broken", data)
    if body.get("chain") != chain or body.get("height") != entry.height:
        yield Problem("ledger.entry_misplaced", data)
    bulk = body.get("bulk")
    if isinstance(bulk, dict):
        root = merkle_root([leaf_of(mark) for mark in entry.manifest])
        if root != bulk.get("root") or len(entry.manifest) != bulk.get("count"):
            yield Problem("ledger.manifest_changed", data)


def check_head(chain: ChainKey, digests: Mapping[int, Digest], head: Head) -> Iterator[Problem]:
    """Whether the chain, given as digest by height, still holds the head that a paper carries."""
    data: dict[str, object] = {"chain": chain, "height": str(head.height), "head": head.digest}
    found = digests.get(head.height)
    if found is None:
        yield Problem("ledger.head_not_reached", {**data, "last": str(max(digests, default=0))})
    elif not head.digest or not found.startswith(head.digest):
        yield Problem("ledger.head_differs", data)


def latest_rows(entries: Iterable[Stored]) -> dict[RowKey, tuple[Digest | None, int]]:
    """What the chain says last of each row: its digest (None: deleted) and the height that says so."""
    latest: dict[RowKey, tuple[Digest | None, int]] = {}
    for entry in entries:
        for mark in (*_marks(entry.data), *entry.manifest):
            latest[mark.table, mark.key] = mark.digest, entry.height
    return latest


def compare_rows(
    said: Mapping[RowKey, tuple[Digest | None, int]], living: Mapping[RowKey, Digest]
) -> Iterator[Problem]:
    """Each living row against what the chains say: changed, missing, unknown, risen again."""
    for (table, key), (digest, height) in said.items():
        data: dict[str, object] = {"table": table, "key": key, "height": str(height)}
        found = living.get((table, key))
        if digest is None and found is not None:
            yield Problem("ledger.row_risen", data)
        elif digest is not None and found is None:
            yield Problem("ledger.row_missing", data)
        elif found != digest:
            yield Problem("ledger.row_changed", data)
    for table, key in living:
        if (table, key) not in said:
            yield Problem("ledger.row_unknown", {"table": table, "key": key})


def _body(data: bytes) -> dict[str, object] | None:
    try:
        body = json.loads(data)
    except ValueError:
        return None
    return body if isinstance(body, dict) else None


def _marks(data: bytes) -> Iterator[RowMark]:
    rows = (_body(data) or {}).get("rows", [])
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, dict):
            digest = row.get("digest")
            yield RowMark(str(row.get("table")), str(row.get("key")), None if digest is None else Digest(str(digest)))
