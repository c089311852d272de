"""AES-256 and CCM beside published vectors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.core.ballots.aes import NONCE, TAG, _encrypt_block, _expand_key, ccm_decrypt, ccm_encrypt

KEY = bytes(range(32))


def test_block_is_that_of_fips_197() -> None:
    # FIPS 197, appendix C.3
    block = bytes.fromhex("00112233445566778899aabbccddeeff")
    assert _encrypt_block(_expand_key(KEY), block).hex() == "8ea2b7ca516745bfeafc49904b496089"


@pytest.mark.parametrize(
    ("key", "nonce", "message", "expected"),
    [
        (bytes(32), bytes(13), "", "176ad0513785bdb3"),
        (
            KEY,
            bytes(range(100, 113)),
            "Bí mật của người giữ khoá số 1",
            "2ee7c8f7db3cc9e6e4e10e7977689bbe356abf5a5c57c279146db95ee498a31f1cb6746488c4ba7bc3fc4719064145636d9caf",
        ),
    ],
)
def test_ccm_is_that_of_sp_800_38c(key: bytes, nonce: bytes, message: str, expected: str) -> None:
    # The vectors were put together block by block with `openssl enc -aes-256-ecb`, another AES than ours.
    assert ccm_encrypt(key=key, nonce=nonce, message=message.encode()).hex() == expected


@given(st.binary(max_size=100), st.binary(min_size=NONCE, max_size=NONCE))
def test_message_reads_back(message: bytes, nonce: bytes) -> None:
    data = ccm_encrypt(key=KEY, nonce=nonce, message=message)
    assert len(data) == len(message) + TAG
    assert ccm_decrypt(key=KEY, nonce=nonce, data=data) == message


@given(st.data())
def test_changed_message_is_not_read(data: st.DataObject) -> None:
    sealed = bytearray(ccm_encrypt(key=KEY, nonce=bytes(NONCE), message=b"Bi mat cua nguoi giu khoa"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))
    assert ccm_decrypt(key=KEY, nonce=bytes(NONCE), data=bytes(sealed)) is None


@pytest.mark.parametrize("size", [0, 7, 65_536 + 8])
def test_data_of_another_length_are_not_read(size: int) -> None:
    assert ccm_decrypt(key=KEY, nonce=bytes(NONCE), data=bytes(size)) is None
