"""The names and free texts of a chain against the commitments that stand for them in its entries.

A text may go for good: then a later entry of the same chain says that it was erased, when and by whom. A text that is
gone without such an entry, that differs, that nobody committed to or that came back is a problem.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from thidua.core.errors import Problem
from thidua.core.ledger.entry import TEXT_ERASED, ChainKey, Entry, commit


@dataclass(frozen=True, slots=True)
class Disclosed:
    """A text that an entry commits to, with the salt that opens the commitment."""

    field: str
    text: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class Erasure:
    """A text that was erased: where it stood, and the entry that says so."""

    chain: ChainKey
    height: int
    field: str
    told_at: int


@dataclass(slots=True)
class TextCheck:
    """The texts of one chain, entry by entry."""

    chain: ChainKey
    erasures: list[Erasure] = field(default_factory=list)
    _gone: set[tuple[int, str]] = field(default_factory=set)

    def read(self, entry: Entry, texts: tuple[Disclosed, ...]) -> Iterator[Problem]:
        """What does not hold of the texts of one entry."""
        commitments = dict(entry.commitments or {})
        for one in texts:
            promised = commitments.pop(one.field, None)
            if promised is None:
                yield self._problem("ledger.text_unknown", entry.height, one.field)
            elif commit(one.text, salt=one.salt) != promised:
                yield self._problem("ledger.text_changed", entry.height, one.field)
        self._gone |= {(entry.height, name) for name in commitments}
        if entry.verb == TEXT_ERASED:
            yield from self._read_erasure(entry)

    def end(self) -> Iterator[Problem]:
        """Texts that are gone, and no entry says why."""
        for height, name in sorted(self._gone):
            yield self._problem("ledger.text_missing", height, name)

    def _read_erasure(self, entry: Entry) -> Iterator[Problem]:
        data = entry.data or {}
        height, name = data.get("height"), data.get("field")
        if not isinstance(height, int) or not isinstance(name, str):
            return
        self.erasures.append(Erasure(self.chain, height, name, entry.height))
        if (height, name) in self._gone:
            self._gone.discard((height, name))
        else:
            yield self._problem("ledger.text_risen", height, name)

    def _problem(self, code: str, height: int, name: str) -> Problem:
        return Problem(code, {"chain": self.chain, "height": str(height), "field": name})
