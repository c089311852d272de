"""Heads of chains as papers carry them: the height and the first sixteen digits of the digest.

Sixteen digits are 64 bits: enough to compare by eye, and more than anybody can aim at while rewriting a chain on the
machines of an office. Files carry the whole digest.
"""

import re
from dataclasses import dataclass

from thidua.core.errors import LedgerRefused, Problem
from thidua.core.ledger.entry import ChainKey, Digest

SHORT = 16
_PRINTED = re.compile(r"(?:(?P<chain>[a-z]+(?::\S+)?)\s+)?(?P<height>\d+)\s*[·.:\s]\s*(?P<digest>[0-9a-f][0-9a-f\s]*)")
_WHOLE = 64


@dataclass(frozen=True, slots=True)
class Head:
    """The entry that a chain is known to have had at a height, from a paper, a file or a seal.

    `digest` may be its first digits only; without a `chain`, any chain may be meant.
    """

    height: int
    digest: str
    chain: ChainKey | None = None


def short_head(height: int, digest: Digest) -> str:
    """The head as papers carry it: `412·5be2 91c4 0f37 aa21`."""
    groups = [digest[start : start + 4] for start in range(0, SHORT, 4)]
    return f"{height}·{' '.join(groups)}"


def read_head(text: str) -> Head:
    """A printed head, with or without the key of its chain before it. Raises LedgerRefused."""
    found = _PRINTED.fullmatch(text.strip().lower())
    digest = "".join(found["digest"].split()) if found else ""
    if found is None or not SHORT <= len(digest) <= _WHOLE:
        raise LedgerRefused(Problem("ledger.head_unreadable", {"text": text, "digits": SHORT}))
    return Head(int(found["height"]), digest, ChainKey(found["chain"]) if found["chain"] else None)
