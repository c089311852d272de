"""The bytes of an entry, its digest, and what stands for a text."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ledger.chains import chains, entries
from thidua.core.errors import LedgerRefused
from thidua.core.ledger.entry import ChainKey, Digest, Entry, commit, read_entry
from thidua.core.ledger.heads import Head, read_head, short_head
from thidua.core.ledger.verify import Stored

salts = st.binary(min_size=16, max_size=32)


@given(entries())
def test_an_entry_is_read_back_from_its_bytes(made: tuple[Entry, object, object]) -> None:
    entry = made[0]
    assert read_entry(entry.bytes) == entry


def test_defaults_are_left_out_of_the_bytes() -> None:
    assert Entry(ChainKey("a"), 1, Digest("0"), "t", "v").bytes == (
        b'{"at":"t","chain":"a","height":1,"previous":"0","verb":"v"}'
    )


@given(st.text(), salts, st.text(), salts)
def test_a_commitment_opens_to_one_text_and_one_salt(text: str, salt: bytes, other: str, its: bytes) -> None:
    assert (commit(text, salt=salt) == commit(other, salt=its)) == ((text, salt) == (other, its))


def test_a_commitment_is_a_digest_over_tag_length_salt_and_text() -> None:
    salt, text = bytes(range(16)), "Nguyễn Văn An"
    data = b"thidua.ledger.commitment.1\n" + b"\x00\x10" + salt + text.encode()
    assert commit(text, salt=salt) == hashlib.sha256(data).hexdigest()


@given(chains(least=1))
def test_a_printed_head_is_read_back(chain: list[Stored]) -> None:
    last = chain[-1]
    printed = short_head(last.height, last.digest)
    assert read_head(printed) == Head(last.height, last.digest[:16])
    assert read_head(f" season:cum-10-2024  {printed.upper()} ") == Head(
        last.height, last.digest[:16], ChainKey("season:cum-10-2024")
    )


@pytest.mark.parametrize(
    "text", ["412·5be2 91c4 0f37 aa21", "412 5be291c40f37aa21", "412:5be2 91c4 0f37 aa21", "412.5BE291C4 0F37AA21"]
)
def test_a_head_may_be_typed_in_any_of_these_ways(text: str) -> None:
    assert read_head(text) == Head(412, "5be291c40f37aa21")


@pytest.mark.parametrize(
    "text", ["", "412", "412·5be2", "5be2 91c4 0f37 aa21", "412·xyz2 91c4 0f37 aa21", f"1·{'a' * 65}"]
)
def test_what_is_no_head_is_refused_in_its_own_words(text: str) -> None:
    with pytest.raises(LedgerRefused) as refusal:
        read_head(text)
    (problem,) = refusal.value.problems
    assert (problem.code, problem.data["text"]) == ("ledger.head_unreadable", text)
