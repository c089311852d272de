"""One entry of the ledger and the chain that entries form.

An entry says which verb ran, when, by whom, why, and for every row that it wrote the digest of the row after. Its bytes
are canonical (`core.canonical`), its digest is SHA-256 over a domain tag and those bytes, and each entry holds the
digest of the one before it: whoever holds the last digest, the head, holds the whole chain.

Names and free text never enter the bytes. They enter as commitments, SHA-256 over a random salt and the text, and lie
with their salts in a side table: a text that must be erased goes there, and the chain stays whole.

Never draws a salt, asks a clock or reads a row: values come in, values go out.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from thidua.core.canonical import Plain, canonical_bytes, digest_of_bytes

Digest = NewType("Digest", str)  # 64 lower-case hexadecimal digits
ChainKey = NewType("ChainKey", str)  # "installation", "season:<id>"

INSTALLATION = ChainKey("installation")
GENESIS = Digest("0" * 64)
_ENTRY_TAG = b"thidua.ledger.entry.1\n"
_COMMITMENT_TAG = b"thidua.ledger.commitment.1\n"

# The two verbs that verification itself understands.
TEXT_ERASED = "ledger.text.erased"  # data: height and field of the text
HEADS_SEALED = "ledger.heads.sealed"  # data: the head of every chain


@dataclass(frozen=True, slots=True)
class RowMark:
    """One row that an entry wrote: its table and key, and its digest after; no digest: the row was deleted."""

    table: str
    key: str
    digest: Digest | None


@dataclass(frozen=True, slots=True)
class Bulk:
    """Very many rows written at once: their number and the Merkle root over their marks, which lie beside."""

    count: int
    root: Digest


@dataclass(frozen=True, slots=True)
class Author:
    """Who acted: an account (or the installation itself, without one), in which role, for which unit, for whom.

    `name` is committed to, not written; `on_behalf_of` is the account that delegated the right.
    """

    account: str = ""
    name: str = ""
    role: str = ""
    unit: str = ""
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of a chain. `at` is an instant in UTC, ISO 8601; `commitments` are by the name of the text."""

    chain: ChainKey
    height: int
    previous: Digest
    at: str
    verb: str
    account: str = ""
    role: str = ""
    unit: str = ""
    on_behalf_of: str = ""
    commitments: Mapping[str, Digest] | None = None
    rows: tuple[RowMark, ...] = ()
    bulk: Bulk | None = None
    data: Mapping[str, Plain] | None = None

    @property
    def bytes(self) -> bytes:
        """The canonical bytes that are stored and digested."""
        return canonical_bytes(self)

    @property
    def about_unit(self) -> str:
        """The code of the unit whose matter it is, when the entry's data names one."""
        return str((self.data or {}).get("unit") or "")


def digest_of_entry(data: bytes) -> Digest:
    """The digest of an entry's bytes: what the next entry holds."""
    return Digest(digest_of_bytes(_ENTRY_TAG + data))


def read_entry(data: bytes) -> Entry | None:
    """The entry that these bytes spell; None when they are not the one spelling of an entry."""
    try:
        entry = _entry_of(json.loads(data))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return entry if entry.bytes == data else None


def commit(text: str, *, salt: bytes) -> Digest:
    """What the chain holds of a text: SHA-256 over its random salt (16 bytes or more) and the text in UTF-8."""
    return Digest(hashlib.sha256(_COMMITMENT_TAG + len(salt).to_bytes(2, "big") + salt + text.encode()).hexdigest())


def _entry_of(body: dict[str, object]) -> Entry:
    rows, bulk = body.pop("rows", ()), body.pop("bulk", None)
    return Entry(
        rows=tuple(RowMark(**{"digest": None, **row}) for row in rows),  # type: ignore[attr-defined]
        bulk=None if bulk is None else Bulk(**bulk),  # type: ignore[arg-type]
        **body,  # type: ignore[arg-type]
    )
