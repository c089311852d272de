"""Rows and what the chains say of them: the digest of a row, and the comparison of the living with the told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from thidua.core.canonical import Plain, digest_of_bytes, plain_bytes
from thidua.core.errors import Problem
from thidua.core.ledger.entry import ChainKey, Digest, RowMark

_TAG = b"thidua.ledger.row.1\n"


def row_digest(table: str, key: str, columns: Mapping[str, Plain]) -> Digest:
    """The digest of a row: its table, its key and every column in its one spelling."""
    plain: Plain = [table, key, dict(columns)]
    return Digest(digest_of_bytes(_TAG + plain_bytes(plain)))


@dataclass(frozen=True, slots=True)
class Told:
    """What was said last of one row, and where. Bytes, not digits: there may be millions."""

    digest: bytes | None
    chain: ChainKey
    height: int


@dataclass(slots=True)
class RowRegister:
    """What the chains say last of every row. Its memory grows with the rows, not with the entries."""

    rows: int = 0  # living ones that were compared
    _told: dict[str, dict[str, Told]] = field(default_factory=dict)

    def note(self, chain: ChainKey, height: int, marks: Iterable[RowMark]) -> Iterator[Problem]:
        """Read the marks of the next entry. One chain tells of a row all its life; another that does is a problem."""
        for mark in marks:
            table = self._told.setdefault(mark.table, {})
            before = table.get(mark.key)
            if before is not None and before.chain != chain:
                data = {"table": mark.table, "key": mark.key, "chain": chain, "other": before.chain}
                yield Problem("ledger.row_told_twice", {**data, "height": str(height)})
            table[mark.key] = Told(None if mark.digest is None else bytes.fromhex(mark.digest), chain, height)

    def keys(self, table: str) -> tuple[str, ...]:
        """The rows of one table that were told of, deleted ones too."""
        return tuple(self._told.get(table, {}))

    def compare(self, table: str, living: Iterable[tuple[str, Digest]]) -> Iterator[Problem]:
        """The living rows of one table against what was told of them: changed, unknown, risen, missing."""
        told = self._told.pop(table, {})
        for key, digest in living:
            self.rows += 1
            said = told.pop(key, None)
            if said is None:
                yield Problem("ledger.row_unknown", {"table": table, "key": key})
            elif said.digest is None:
                yield _problem("ledger.row_risen", table, key, said)
            elif said.digest.hex() != digest:
                yield _problem("ledger.row_changed", table, key, said)
        yield from _missing(table, told)

    def compare_rest(self) -> Iterator[Problem]:
        """Rows that were told of in tables that are no more."""
        for table, told in self._told.items():
            yield from _missing(table, told)


def _missing(table: str, told: Mapping[str, Told]) -> Iterator[Problem]:
    for key, said in told.items():
        if said.digest is not None:
            yield _problem("ledger.row_missing", table, key, said)


def _problem(code: str, table: str, key: str, said: Told) -> Problem:
    return Problem(code, {"table": table, "key": key, "chain": said.chain, "height": str(said.height)})
