"""Credentials: the secret word that lets a voter (or a paper ballot) vote once, and the public list of keys.

Owns: specification §4.8: drawing, checksum, key derivation, the list. The secret word exists with the voter
and, until posted, with the credential authority; nothing here keeps or sends it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import pbkdf2_hmac
from typing import NewType

from gmpy2 import mpz

from thidua.core.ballots.election import BASE58, random_base58
from thidua.core.ballots.encoding import canonical, read_json, refused
from thidua.core.ballots.group import Group, Integer, RandomBytes
from thidua.core.ballots.membership import find_outsiders

Credential = NewType("Credential", str)  # the secret word, XXX-XXX-XXX-XXX-XXX

MAX_VOTERS = 100_000
MAX_WEIGHT = 10**12
_RANDOM_LETTERS = 14
_ITERATIONS = 1000
_CHECKSUM = 53


def _value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * len(BASE58) + BASE58.index(letter)
    return value


def _checksum_letter(letters: str) -> str:
    return BASE58[_CHECKSUM - _value(letters) % _CHECKSUM]


def draw_credential(random: RandomBytes) -> Credential:
    """A fresh secret word with its checksum letter."""
    letters = random_base58(_RANDOM_LETTERS, random)
    letters += _checksum_letter(letters)
    return Credential("-".join(letters[start : start + 3] for start in range(0, len(letters), 3)))


def read_credential(typed: str) -> Credential:
    """A typed word whose letters and checksum are right; a missing dash is put back.

    The key is derived from the word *with* its dashes, which is how every credential is issued.
    Raises: BallotRefused `ballots.credential.letters`, `ballots.credential.checksum`.
    """
    letters = typed.strip().replace("-", "")
    if len(letters) != _RANDOM_LETTERS + 1 or any(letter not in BASE58 for letter in letters):
        raise refused("ballots.credential.letters")
    if (_value(letters[:-1]) + BASE58.index(letters[-1])) % _CHECKSUM:  # 0 and 53 say the same
        raise refused("ballots.credential.checksum")
    return Credential("-".join(letters[start : start + 3] for start in range(0, len(letters), 3)))


def secret_of(group: Group, uuid: str, credential: Credential) -> Integer:
    """secret(c): the exponent derived from the word with the election's uuid as salt."""
    derived = pbkdf2_hmac("sha256", credential.encode(), uuid.encode(), _ITERATIONS)
    return mpz(int.from_bytes(derived, "big")) % group.q


def public_of(group: Group, uuid: str, credential: Credential) -> Integer:
    """public(c) = g^secret(c)."""
    return group.secret_power(group.g, secret_of(group, uuid, credential))


@dataclass(frozen=True, slots=True)
class CredentialList:
    """Who may vote, as published: public keys with the weight of each. `raw` are the bytes that are hashed."""

    raw: bytes
    weights: Mapping[Integer, int]

    @property
    def has_equal_weights(self) -> bool:
        return len(set(self.weights.values())) <= 1


def list_credentials(publics: Iterable[Integer]) -> bytes:
    """The list to publish, in ascending order: the order tells nothing about the roll."""
    return canonical([str(public) for public in sorted(publics)])


def read_credentials(raw: bytes, group: Group, random: RandomBytes) -> CredentialList:
    """A list of any maker: `key`, `key,weight` or `key,weight,name` (names are not kept).

    Raises: BallotRefused `ballots.credentials.twice`, `ballots.credentials.not_member`, or what the JSON
    reader raises.
    """
    weights: dict[Integer, int] = {}
    for node in read_json(raw).items(least=1, most=MAX_VOTERS):
        key, _, rest = node.text().partition(",")
        weight = rest.partition(",")[0]
        public = type(node)(key, node.path).element(group)
        if public in weights:
            raise refused("ballots.credentials.twice", node.path)
        weights[public] = type(node)(weight or "1", node.path).counter()
        if weights[public] > MAX_WEIGHT:
            raise refused("ballots.credentials.weight", node.path)
    outsiders = find_outsiders(group, list(weights), random)
    if outsiders:
        raise refused("ballots.credentials.not_member", f"[{outsiders[0]}]")
    return CredentialList(raw=raw, weights=weights)
