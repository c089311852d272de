"""Sealed letters between Pedersen trustees, and the key ring that opens them (specification §4.6.1 … §4.6.3).

Owns: deriving a trustee's four keys from one seed, encrypting a text to one trustee, and `send`: a letter
that names its recipient, is signed by its sender and encrypted to its recipient. Never sees a ballot.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import NewType

from gmpy2 import invert, mpz

from thidua.core.ballots.aes import NONCE, ccm_decrypt, ccm_encrypt
from thidua.core.ballots.election import BASE58, random_base58
from thidua.core.ballots.encoding import canonical, read_json, refused
from thidua.core.ballots.group import Group, Integer, RandomBytes, Suite
from thidua.core.ballots.trustees import (
    Certificate,
    is_signed_by,
    read_certificate,
    read_signed,
    sign_message,
)

Seed = NewType("Seed", str)  # 22 letters that a Pedersen trustee keeps

SEED_LENGTH = 22


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The secret half of a trustee's infrastructure: signing and decryption keys."""

    signing: Integer
    decryption: Integer


def draw_seed(random: RandomBytes) -> Seed:
    return Seed(random_base58(SEED_LENGTH, random))


def read_seed(typed: str) -> Seed:
    """Raises: BallotRefused `ballots.seed.letters`."""
    seed = typed.strip()
    if len(seed) != SEED_LENGTH or any(letter not in BASE58 for letter in seed):
        raise refused("ballots.seed.letters")
    return Seed(seed)


def derive_keys(group: Group, seed: Seed) -> KeyRing:
    """sk = SHA-256(sk|s) and dk = SHA-256(dk|s)."""
    return KeyRing(*(_hash_number(f"{kind}|{seed}") % group.q for kind in ("sk", "dk")))


def _hash_number(text: str) -> Integer:
    return mpz(int.from_bytes(sha256(text.encode()).digest(), "big"))


def certify(suite: Suite, seed: Seed, random: RandomBytes) -> Certificate:
    """The certificate of a seed: both public keys, signed (specification §4.6.2)."""
    group, ring = suite.group, derive_keys(suite.group, seed)
    keys = {
        "verification": str(group.secret_power(group.g, ring.signing)),
        "encryption": str(group.secret_power(group.g, ring.decryption)),
    }
    signed = sign_message(suite, ring.signing, canonical(keys).decode(), random)
    return read_certificate(read_json(canonical(signed.as_json())), suite)


def _encrypt(group: Group, encryption_key: Integer, message: str, random: RandomBytes) -> str:
    r, s = group.random_scalar(random), group.random_scalar(random)
    shared = group.secret_power(group.g, s)
    alpha = group.secret_power(group.g, r)
    data = ccm_encrypt(
        key=_hash_bytes(f"key|{shared}"),
        nonce=_hash_bytes(f"iv|{alpha}")[:NONCE],
        message=message.encode(),
    )
    beta = group.secret_power(encryption_key, r) * shared % group.p
    return canonical({"alpha": str(alpha), "beta": str(beta), "data": data.hex()}).decode()


def _decrypt(group: Group, decryption_key: Integer, encrypted: str) -> str:
    fields = read_json(encrypted.encode()).fields("alpha", "beta", "data")
    alpha, beta = fields["alpha"].element(group), fields["beta"].element(group)
    if not (group.is_member(alpha) and group.is_member(beta)):
        raise refused("ballots.letter.not_member")
    shared = beta * invert(group.secret_power(alpha, decryption_key), group.p) % group.p
    try:
        data = bytes.fromhex(fields["data"].text(most=200_000))
    except ValueError as problem:
        raise refused("ballots.letter.unreadable") from problem
    message = ccm_decrypt(key=_hash_bytes(f"key|{shared}"), nonce=_hash_bytes(f"iv|{alpha}")[:NONCE], data=data)
    if message is None:
        raise refused("ballots.letter.unreadable")
    return message.decode(errors="replace")


def _hash_bytes(text: str) -> bytes:
    return sha256(text.encode()).digest()


def send_letter(suite: Suite, *, ring: KeyRing, recipient: Integer, message: str, random: RandomBytes) -> str:
    """send(sk, recipient, message) of specification §4.6.3."""
    letter = canonical({"recipient": str(recipient), "message": message}).decode()
    signed = canonical(sign_message(suite, ring.signing, letter, random).as_json()).decode()
    return _encrypt(suite.group, recipient, signed, random)


def open_letter(suite: Suite, *, ring: KeyRing, sender: Integer, letter: str) -> str:
    """The message of a letter to the owner of `ring`, signed by the key `sender`.

    Raises: BallotRefused `ballots.letter.*`.
    """
    group = suite.group
    signed = read_signed(read_json(_decrypt(group, ring.decryption, letter).encode()), group)
    if not is_signed_by(suite, sender, signed):
        raise refused("ballots.letter.signature")
    fields = read_json(signed.message.encode()).fields("recipient", "message")
    if fields["recipient"].element(group) != group.secret_power(group.g, ring.decryption):
        raise refused("ballots.letter.recipient")
    return fields["message"].text(most=100_000)
