"""AES-256 in CCM mode (FIPS 197, NIST SP 800-38C), only for the letters between Pedersen trustees.

Owns: encrypting and decrypting a few kilobytes once in a ceremony, with a 13-byte nonce and an 8-byte tag, as
the wire format has it (specification §4.6.1). Never used for ballots. Table look-ups here are not constant
in time; a ceremony runs on the trustee's own machine, and each key is used for one message.
"""

from collections.abc import Iterator
from hmac import compare_digest

NONCE = 13
TAG = 8
_BLOCK = 16
_ROUNDS = 14


def _make_sbox() -> bytes:
    """The S-box from its definition: inverse in GF(2^8), then the affine map."""
    box = bytearray(256)
    p = q = 1
    while True:
        p ^= (p << 1) ^ (0x11B if p & 0x80 else 0)  # p·3
        p &= 0xFF
        q ^= q << 1  # q / 3
        q ^= q << 2
        q ^= q << 4
        q &= 0xFF
        if q & 0x80:
            q ^= 0x09
        rotated = [((q << shift) | (q >> (8 - shift))) & 0xFF for shift in range(5)]
        box[p] = rotated[0] ^ rotated[1] ^ rotated[2] ^ rotated[3] ^ rotated[4] ^ 0x63
        if p == 1:
            box[0] = 0x63
            return bytes(box)


_SBOX = _make_sbox()


def _double(byte: int) -> int:
    return ((byte << 1) ^ (0x1B if byte & 0x80 else 0)) & 0xFF


def _expand_key(key: bytes) -> list[bytes]:
    """Fifteen round keys of 16 bytes."""
    words = [key[start : start + 4] for start in range(0, 32, 4)]
    constant = 1
    for place in range(8, 4 * (_ROUNDS + 1)):
        word = words[-1]
        if place % 8 == 0:
            word = bytes(_SBOX[byte] for byte in word[1:] + word[:1])
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = _double(constant)
        elif place % 8 == 4:
            word = bytes(_SBOX[byte] for byte in word)
        words.append(bytes(a ^ b for a, b in zip(words[place - 8], word, strict=True)))
    return [b"".join(words[start : start + 4]) for start in range(0, len(words), 4)]


def _encrypt_block(round_keys: list[bytes], block: bytes) -> bytes:
    state = _xor(block, round_keys[0])
    for round_ in range(1, _ROUNDS + 1):
        # SubBytes and ShiftRows: byte (row, column) comes from column + row.
        state = bytes(_SBOX[state[(place + 4 * (place % 4)) % _BLOCK]] for place in range(_BLOCK))
        if round_ < _ROUNDS:
            state = b"".join(_mix(state[start : start + 4]) for start in range(0, _BLOCK, 4))
        state = _xor(state, round_keys[round_])
    return state


def _mix(column: bytes) -> bytes:
    a, b, c, d = column
    every = a ^ b ^ c ^ d
    return bytes(byte ^ every ^ _double(byte ^ following) for byte, following in ((a, b), (b, c), (c, d), (d, a)))


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


def _key_stream(round_keys: list[bytes], nonce: bytes) -> Iterator[bytes]:
    width = 15 - len(nonce)
    for counter in range(1 << (8 * width)):
        yield _encrypt_block(round_keys, bytes([width - 1]) + nonce + counter.to_bytes(width, "big"))


def _tag(round_keys: list[bytes], nonce: bytes, message: bytes) -> bytes:
    width = 15 - len(nonce)
    flags = ((TAG - 2) // 2) << 3 | (width - 1)
    blocks = bytes([flags]) + nonce + len(message).to_bytes(width, "big") + message
    blocks += bytes(-len(blocks) % _BLOCK)
    chained = bytes(_BLOCK)
    for start in range(0, len(blocks), _BLOCK):
        chained = _encrypt_block(round_keys, _xor(chained, blocks[start : start + _BLOCK]))
    return chained[:TAG]


def _apply(stream: Iterator[bytes], message: bytes) -> bytes:
    return b"".join(
        bytes(a ^ b for a, b in zip(message[start : start + _BLOCK], next(stream), strict=False))
        for start in range(0, len(message), _BLOCK)
    )


def ccm_encrypt(*, key: bytes, nonce: bytes, message: bytes) -> bytes:
    """Ciphertext followed by its tag. `key` has 32 bytes, `nonce` 13, `message` fewer than 65.536."""
    round_keys = _expand_key(key)
    stream = _key_stream(round_keys, nonce)
    mask = next(stream)[:TAG]
    return _apply(stream, message) + _xor(_tag(round_keys, nonce, message), mask)


def ccm_decrypt(*, key: bytes, nonce: bytes, data: bytes) -> bytes | None:
    """The message, or None when the tag does not hold."""
    if not TAG <= len(data) < TAG + 65_536:
        return None
    round_keys = _expand_key(key)
    stream = _key_stream(round_keys, nonce)
    mask = next(stream)[:TAG]
    message = _apply(stream, data[:-TAG])
    return message if compare_digest(_xor(_tag(round_keys, nonce, message), mask), data[-TAG:]) else None
