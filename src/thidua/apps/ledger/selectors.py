"""Reads of the ledger."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Max

from thidua.apps.ledger.bridge import living_rows, stored
from thidua.apps.ledger.models import Chain
from thidua.core.errors import Problem
from thidua.core.ledger.entry import ChainKey, Digest
from thidua.core.ledger.verify import RowKey, Stored, check_chain, compare_rows, latest_rows


def find_problems() -> list[Problem]:
    """Every chain recomputed, and every recorded row compared with what the chains say of it."""
    problems: list[Problem] = []
    said: dict[RowKey, tuple[Digest | None, int]] = {}
    for chain in Chain.objects.order_by("key"):
        entries = list(_entries(chain))
        problems += check_chain(ChainKey(chain.key), entries)
        problems += _check_head(chain, entries)
        said |= latest_rows(entries)
    return [*problems, *compare_rows(said, living_rows())]


def last_moment() -> datetime | None:
    """The time of the last entry of any chain; the installation's clock must not stand before it."""
    return Chain.objects.aggregate(last=Max("at"))["last"]


def _entries(chain: Chain) -> Iterator[Stored]:
    found = chain.entries.order_by("height").select_related("manifest")
    return (stored(entry) for entry in found.iterator(chunk_size=2000))


def _check_head(chain: Chain, entries: list[Stored]) -> Iterator[Problem]:
    last = entries[-1] if entries else None
    if last is not None and (last.height, last.digest) != (chain.height, chain.head):
        yield Problem("ledger.head_differs", {"chain": chain.key, "height": str(chain.height), "head": chain.head[:16]})
