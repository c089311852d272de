"""Reads of the ledger that others use: its heads."""

from datetime import datetime

from django.db.models import Max

from thidua.apps.ledger.models import Chain
from thidua.core.ledger.entry import INSTALLATION, ChainKey, Digest
from thidua.core.ledger.heads import Head, short_head


def last_moment(*chains: ChainKey) -> datetime | None:
    """The time of the last entry of these chains, or of any; the installation's clock must not stand before it."""
    asked = Chain.objects.filter(pk__in=chains) if chains else Chain.objects.all()
    return asked.aggregate(last=Max("at"))["last"]


def list_chains() -> list[Chain]:
    """Every chain, the installation's first. One query."""
    return sorted(Chain.objects.all(), key=lambda chain: (chain.key != INSTALLATION, chain.key))


def list_heads() -> list[Head]:
    """The head of every chain, the installation's first. One query."""
    return [Head(chain.height, chain.head, ChainKey(chain.key)) for chain in list_chains()]


def head_line(chain: ChainKey) -> str:
    """The head that papers, exports and exchange files of a chain carry; empty before its first entry. One query."""
    found = Chain.objects.filter(pk=chain, height__gt=0).first()
    return "" if found is None else short_head(found.height, Digest(found.head))


def heads_of(*chains: ChainKey) -> tuple[Digest, ...]:
    """The digest at the head of each chain, in the order asked; an empty chain has none. One query."""
    found = dict(Chain.objects.filter(pk__in=chains).values_list("key", "head"))
    return tuple(Digest(found.get(chain, "")) for chain in chains)
