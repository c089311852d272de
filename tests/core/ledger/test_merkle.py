"""The root of a manifest is that of RFC 6962, and no second list has it."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from thidua.core.ledger.merkle import merkle_root

leaves = st.lists(st.binary(max_size=5), max_size=70)


def of_the_standard(entries: list[bytes]) -> bytes:
    """RFC 6962 §2.1 word for word."""
    if not entries:
        return hashlib.sha256(b"").digest()
    if len(entries) == 1:
        return hashlib.sha256(b"\x00" + entries[0]).digest()
    k = 1
    while k * 2 < len(entries):
        k *= 2
    return hashlib.sha256(b"\x01" + of_the_standard(entries[:k]) + of_the_standard(entries[k:])).digest()


@given(leaves)
def test_the_root_is_that_of_the_standard(entries: list[bytes]) -> None:
    assert merkle_root(entries) == of_the_standard(entries).hex()


def test_every_size_up_to_two_powers_is_met() -> None:
    for size in range(1, 131):
        entries = [bytes([number]) for number in range(size)]
        assert merkle_root(entries) == of_the_standard(entries).hex(), size


@given(leaves, leaves)
def test_two_lists_have_two_roots(one: list[bytes], other: list[bytes]) -> None:
    assert (merkle_root(one) == merkle_root(other)) == (one == other)


@given(st.lists(st.binary(max_size=5), min_size=2, max_size=40), st.randoms(use_true_random=False))
def test_order_doubling_and_loss_change_the_root(entries: list[bytes], lot: object) -> None:
    root = merkle_root(entries)
    assert merkle_root([*entries, entries[-1]]) != root
    assert merkle_root(entries[:-1]) != root
    if entries != entries[::-1]:
        assert merkle_root(entries[::-1]) != root


def test_a_node_never_passes_for_a_leaf() -> None:
    left, right = hashlib.sha256(b"\x00a").digest(), hashlib.sha256(b"\x00b").digest()
    assert merkle_root([left + right]) != merkle_root([b"a", b"b"])
