"""A sound chain is found sound; whatever is done to it is found, and said of the right entry."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.ledger.chains import CHAIN, chains, check
from thidua.core.ledger.entry import (
    GENESIS,
    HEADS_SEALED,
    INSTALLATION,
    TEXT_ERASED,
    ChainKey,
    Digest,
    Entry,
    RowMark,
    commit,
    digest_of_entry,
    read_entry,
)
from thidua.core.ledger.heads import Head
from thidua.core.ledger.texts import Disclosed, Erasure
from thidua.core.ledger.verify import ChainCheck, Stored, sealed_heads


def codes(chain: list[Stored], *known: Head) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.data["height"])) for problem in check(chain, *known)]


@given(chains())
def test_a_sound_chain_has_no_problem(chain: list[Stored]) -> None:
    known = [Head(stored.height, stored.digest[:16]) for stored in chain]
    assert check(chain, *known) == []


Mutation = Callable[[list[Stored], int, st.DataObject], list[Stored]]


def change_byte(chain: list[Stored], at: int, data: st.DataObject) -> list[Stored]:
    body = bytearray(chain[at].data)
    place = data.draw(st.integers(0, len(body) - 1))
    body[place] ^= data.draw(st.integers(1, 255))
    return [*chain[:at], replace(chain[at], data=bytes(body)), *chain[at + 1 :]]


def change_digest(chain: list[Stored], at: int, _: st.DataObject) -> list[Stored]:
    other = Digest(chain[at].digest[::-1])
    assume(other != chain[at].digest)
    return [*chain[:at], replace(chain[at], digest=other), *chain[at + 1 :]]


def drop(chain: list[Stored], at: int, _: st.DataObject) -> list[Stored]:
    assume(at < len(chain) - 1)  # that the last one is gone, only a head from outside tells
    return [*chain[:at], *chain[at + 1 :]]


def double(chain: list[Stored], at: int, _: st.DataObject) -> list[Stored]:
    return [*chain[: at + 1], *chain[at:]]


def swap(chain: list[Stored], at: int, _: st.DataObject) -> list[Stored]:
    assume(at < len(chain) - 1)
    return [*chain[:at], chain[at + 1], chain[at], *chain[at + 2 :]]


def change_rows(chain: list[Stored], at: int, _: st.DataObject) -> list[Stored]:
    rows = (*chain[at].rows, RowMark("z", "z", None))
    return [*chain[:at], replace(chain[at], rows=rows), *chain[at + 1 :]]


def lose_rows(chain: list[Stored], at: int, _: st.DataObject) -> list[Stored]:
    assume(chain[at].rows)
    return [*chain[:at], replace(chain[at], rows=chain[at].rows[1:]), *chain[at + 1 :]]


def change_text(chain: list[Stored], at: int, _: st.DataObject) -> list[Stored]:
    assume(chain[at].texts)
    first, *rest = chain[at].texts
    return [*chain[:at], replace(chain[at], texts=(replace(first, text=first.text + "x"), *rest)), *chain[at + 1 :]]


def change_salt(chain: list[Stored], at: int, _: st.DataObject) -> list[Stored]:
    assume(chain[at].texts)
    first, *rest = chain[at].texts
    return [*chain[:at], replace(chain[at], texts=(replace(first, salt=first.salt + b"x"), *rest)), *chain[at + 1 :]]


def lose_text(chain: list[Stored], at: int, _: st.DataObject) -> list[Stored]:
    assume(chain[at].texts)
    return [*chain[:at], replace(chain[at], texts=chain[at].texts[1:]), *chain[at + 1 :]]


def add_text(chain: list[Stored], at: int, _: st.DataObject) -> list[Stored]:
    texts = (*chain[at].texts, Disclosed("another", "x", b"s" * 16))
    return [*chain[:at], replace(chain[at], texts=texts), *chain[at + 1 :]]


def change_beside(chain: list[Stored], at: int, _: st.DataObject) -> list[Stored]:
    return [*chain[:at], replace(chain[at], beside={"verb": "x"}), *chain[at + 1 :]]


MUTATIONS = [
    change_byte, change_digest, drop, double, swap, change_rows, lose_rows, change_text, change_salt, lose_text,
    add_text, change_beside,
]  # fmt: skip


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
@settings(max_examples=30)
@given(chain=chains(least=1), data=st.data())
def test_whatever_is_done_to_a_chain_is_found_where_it_was_done(
    mutate: Mutation, chain: list[Stored], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))
    found = codes(mutate(chain, at, data))
    assert found != []
    heights = {height for _, height in found}
    assert heights & {str(at + 1), str(at + 2)}, found


@given(chain=chains(least=1), data=st.data())
def test_a_chain_that_is_rewritten_consistently_is_found_by_any_later_head(
    chain: list[Stored], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(chain) - 1))
    known = data.draw(st.integers(at, len(chain) - 1))
    head = Head(known + 1, chain[known].digest[:16])
    forged = chain[:at]
    for stored in chain[at:]:
        entry = read_entry(stored.data)
        assert entry is not None
        previous = forged[-1].digest if forged else GENESIS
        account = "forger" if stored is chain[at] else entry.account
        body = replace(entry, previous=previous, account=account).bytes
        forged.append(replace(stored, data=body, digest=digest_of_entry(body)))
    assert codes(forged) == []
    assert codes(forged, head) == [("ledger.head_differs", str(known + 1))]


@given(chains(least=2))
def test_a_chain_that_is_cut_is_found_by_a_head_from_before(chain: list[Stored]) -> None:
    head = Head(len(chain), chain[-1].digest)
    assert codes(chain[:-1]) == []
    assert codes(chain[:-1], head) == [("ledger.head_not_reached", str(len(chain)))]


@pytest.mark.parametrize(
    "spelling",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"chain":"a","height":1}',
        b"\xff",
        b"[" * 100_000,
        b'{"at": "t","chain":"a","height":1,"previous":"p","verb":"v"}',  # a blank that canonical bytes lack
        b'{"at":"t","chain":"a","height":1,"height":2,"previous":"p","verb":"v"}',  # one key twice
        b'{"at":"t","chain":"a","height":1,"previous":"p","strange":1,"verb":"v"}',
        b'{"at":"t","chain":"a","height":1,"previous":"p","rows":[{"digest":"x"}],"verb":"v"}',
        b'{"account":"","at":"t","chain":"a","height":1,"previous":"p","verb":"v"}',  # a default spelled out
    ],
)
def test_an_entry_has_one_spelling(spelling: bytes) -> None:
    assert read_entry(spelling) is None
    assert ("ledger.entry_unreadable", "1") in codes([Stored(1, digest_of_entry(spelling), spelling)])


def entry(height: int, previous: Digest, **more: object) -> Entry:
    return Entry(CHAIN, height, previous, "2024-11-20T09:40:12.000000+00:00", **{"verb": "a.b.c", **more})  # type: ignore[arg-type]


def test_an_erasure_explains_a_missing_text_and_forbids_its_return() -> None:
    text = Disclosed("actor", "Nguyễn Văn An", b"0123456789abcdef")
    first = entry(1, GENESIS, commitments={"actor": commit(text.text, salt=text.salt)}).bytes
    told = entry(2, digest_of_entry(first), verb=TEXT_ERASED, data={"height": 1, "field": "actor"}).bytes
    last = Stored(2, digest_of_entry(told), told)
    gone, there = Stored(1, digest_of_entry(first), first), Stored(1, digest_of_entry(first), first, texts=(text,))
    assert codes([gone]) == [("ledger.text_missing", "1")]
    assert codes([gone, last]) == []
    assert codes([there, last]) == [("ledger.text_risen", "1")]
    one = ChainCheck(CHAIN)
    assert [*one.read(gone), *one.read(last), *one.end()] == []
    assert one.texts.erasures == [Erasure(CHAIN, 1, "actor", 2)]


def test_a_seal_names_the_heads_of_other_chains() -> None:
    heads = {"season:a": [3, "ab" * 32], "season:b": [1, "cd" * 32], "odd": "x"}
    sealing = Entry(INSTALLATION, 1, GENESIS, "t", HEADS_SEALED, data={"heads": heads})  # type: ignore[arg-type]
    assert list(sealed_heads(sealing)) == [
        Head(3, "ab" * 32, ChainKey("season:a")),
        Head(1, "cd" * 32, ChainKey("season:b")),
    ]
    assert list(sealed_heads(replace(sealing, verb="a.b.c"))) == []
