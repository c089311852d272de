"""Credentials: drawing, checksum, derivation, and the published list."""

import pytest
from gmpy2 import mpz
from hypothesis import given
from hypothesis import strategies as st

from ballot_cases import GROUP, element_of_order, stream
from thidua.core.ballots.credentials import (
    Credential,
    _checksum_letter,
    draw_credential,
    list_credentials,
    public_of,
    read_credential,
    read_credentials,
)
from thidua.core.ballots.election import BASE58, new_uuid, random_base58
from thidua.core.ballots.encoding import canonical
from thidua.core.errors import BallotRefused

# Made by belenios-tool 2.0: setup generate-credentials --uuid wiyRXgr36YaJdL --derive CDi-dkK-1sx-eQX-8ta
KNOWN = ("wiyRXgr36YaJdL", Credential("CDi-dkK-1sx-eQX-8ta"))
KNOWN_START = "115691414745854532594505865499648347413697493389225466110493"


def refused(raw: bytes) -> list[tuple[str, str]]:
    with pytest.raises(BallotRefused) as refusal:
        read_credentials(raw, GROUP, stream("list"))
    return [(problem.code, problem.place.path) for problem in refusal.value.problems]


def test_derivation_is_that_of_the_oracle() -> None:
    assert str(public_of(GROUP, *KNOWN))[:60] == KNOWN_START


@given(st.binary(min_size=32, max_size=32))
def test_drawn_word_reads_back_with_and_without_dashes(seed: bytes) -> None:
    word = draw_credential(stream(seed.hex()))
    assert read_credential(word) == read_credential(f" {word.replace('-', '')}\n") == word
    assert [len(part) for part in word.split("-")] == [3] * 5


def test_a_checksum_of_nothing_is_written_as_the_oracle_writes_it() -> None:
    """Its letter stands for 53; that for 0, which adds up as well, is read too."""
    theirs = "8my-vC7-pXC-oA5-2Hv"
    assert read_credential(theirs) == theirs
    assert _checksum_letter(theirs.replace("-", "")[:-1]) == theirs[-1]
    ours = theirs[:-1] + BASE58[BASE58.index(theirs[-1]) - 53]
    assert read_credential(ours) == ours


@given(st.integers(0, 13), st.integers(1, 52))
def test_one_mistyped_letter_is_found(place: int, step: int) -> None:
    letters = KNOWN[1].replace("-", "")
    # The checksum is modulo 53, so letters 53 apart in the alphabet of 58 cannot be told from each other.
    changed = (BASE58.index(letters[place]) + step) % len(BASE58)
    if (changed - BASE58.index(letters[place])) % 53 == 0:
        return
    with pytest.raises(BallotRefused) as refusal:
        read_credential(letters[:place] + BASE58[changed] + letters[place + 1 :])
    assert [problem.code for problem in refusal.value.problems] == ["ballots.credential.checksum"]


@pytest.mark.parametrize("typed", ["", "CDi", "CDi-dkK-1sx-eQX-8t0", "CDi-dkK-1sx-eQX-8taa", "ệ" * 15])
def test_other_letters_are_refused(typed: str) -> None:
    with pytest.raises(BallotRefused) as refusal:
        read_credential(typed)
    assert [problem.code for problem in refusal.value.problems] == ["ballots.credential.letters"]


def test_random_letters_are_drawn_without_favour() -> None:
    # 232 = 4 · 58: the bytes 232 to 255 would favour the first letters and are drawn again.
    assert random_base58(2, lambda _size: bytes([231, 232, 255])) == "zz"
    assert len(new_uuid(stream("uuid"))) == 14


def test_list_is_in_ascending_order_of_keys() -> None:
    raw = list_credentials([mpz(100), mpz(9), mpz(20)])
    assert raw == b'["9","20","100"]'


def test_weights_of_other_makers_are_read() -> None:
    keys = [GROUP.power(GROUP.g, mpz(number)) for number in (1, 2, 3)]
    raw = canonical([str(keys[0]), f"{keys[1]},3", f"{keys[2]},,An"])
    listed = read_credentials(raw, GROUP, stream("w"))
    assert (dict(listed.weights), listed.has_equal_weights) == ({keys[0]: 1, keys[1]: 3, keys[2]: 1}, False)


def test_a_key_twice_is_refused() -> None:
    assert refused(canonical([str(GROUP.g), f"{GROUP.g},1"])) == [("ballots.credentials.twice", "[1]")]


@pytest.mark.parametrize("order", [2, 3, 6])
@pytest.mark.parametrize("size", [3, 170])
def test_a_key_outside_the_group_is_refused(order: int, size: int) -> None:
    keys = [GROUP.power(GROUP.g, mpz(number)) for number in range(1, size)]
    raw = canonical([str(key) for key in [*keys, GROUP.g * element_of_order(order) % GROUP.p]])
    assert refused(raw) == [("ballots.credentials.not_member", f"[{size - 1}]")]


def test_a_weight_too_great_is_refused() -> None:
    assert refused(canonical([f"{GROUP.g},{10**12 + 1}"])) == [("ballots.credentials.weight", "[0]")]


@pytest.mark.parametrize("raw", [b"[]", b"{}", b'["x"]', b'["0"]', b"[1]"])
def test_no_list_is_refused(raw: bytes) -> None:
    assert refused(raw)[0][0].startswith("ballots.json.")


def test_derivation_depends_on_the_poll() -> None:
    uuid, word = KNOWN
    assert public_of(GROUP, uuid, word) != public_of(GROUP, uuid + "1", word)
