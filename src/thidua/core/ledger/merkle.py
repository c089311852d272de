"""The Merkle tree hash of a manifest: one root for very many rows, and no second list with the same root.

The tree is that of RFC 6962 §2.1: leaves and nodes carry different tags, and n leaves split at the largest power of two
below n, so that neither a reordered, a doubled nor a shortened list can pass for another.
"""

import hashlib
from collections.abc import Sequence

from thidua.core.ledger.entry import Digest, RowMark


def merkle_root(leaves: Sequence[bytes]) -> Digest:
    """The root over the leaves in their order; that of no leaves is the hash of nothing (RFC 6962)."""
    if not leaves:
        return Digest(hashlib.sha256(b"").hexdigest())
    layers: list[tuple[int, bytes]] = []  # complete subtrees from left to right, each twice the next or more
    for leaf in leaves:
        size, node = 1, hashlib.sha256(b"\x00" + leaf).digest()
        while layers and layers[-1][0] == size:
            node = _join(layers.pop()[1], node)
            size *= 2
        layers.append((size, node))
    root = layers.pop()[1]
    while layers:
        root = _join(layers.pop()[1], root)
    return Digest(root.hex())


def leaf_of(mark: RowMark) -> bytes:
    """The bytes that stand for one row of a manifest. Tables hold no line break, keys none either."""
    return f"{mark.table}\n{mark.key}\n{mark.digest or ''}".encode()


def _join(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()
