"""Zero-knowledge proofs of specification §4.5, §4.12, §4.13, §4.14 and §4.18.

Owns: the three shapes that all of them share — knowledge of one discrete logarithm, equality of two, and
"one of these ciphertexts encrypts 0". Never builds the hashed text beyond the commitments: the caller
states what is proven. Commitments are recomputed one by one for hashing, so nothing here can be batched.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gmpy2 import invert

from thidua.core.ballots.encoding import Node
from thidua.core.ballots.group import FixedBase, Group, Integer, RandomBytes, Suite, generator_table


class Proof(NamedTuple):
    """challenge and response, both modulo q (specification §4.3)."""

    challenge: Integer
    response: Integer

    def as_json(self) -> dict[str, str]:
        return {"challenge": str(self.challenge), "response": str(self.response)}


class Ciphertext(NamedTuple):
    """alpha = g^r and beta = y^r·g^m (specification §4.3, §4.11.1)."""

    alpha: Integer
    beta: Integer

    def as_json(self) -> dict[str, str]:
        return {"alpha": str(self.alpha), "beta": str(self.beta)}


def read_proof(node: Node, group: Group) -> Proof:
    fields = node.fields("challenge", "response")
    return Proof(fields["challenge"].scalar(group), fields["response"].scalar(group))


def read_ciphertext(node: Node, group: Group) -> Ciphertext:
    fields = node.fields("alpha", "beta")
    return Ciphertext(fields["alpha"].element(group), fields["beta"].element(group))


def prove_knowledge(suite: Suite, statement: str, secret: Integer, random: RandomBytes) -> Proof:
    """Schnorr proof of knowing log_g: H(statement|A) (§4.5 `pok`, §4.6.1 `sigmsg`, §4.14 `sig`)."""
    group = suite.group
    nonce = group.random_scalar(random)
    commitment = group.secret_power(group.g, nonce)
    challenge = suite.challenge(f"{statement}|{commitment}")
    return Proof(challenge, (nonce - secret * challenge) % group.q)


def knowledge_holds(suite: Suite, statement: str, public: Integer, proof: Proof) -> bool:
    """Whether `proof` shows knowledge of log_g(public) for this statement."""
    group = suite.group
    commitment = generator_table(group).power(proof.response) * group.power(public, proof.challenge) % group.p
    return bool(suite.challenge(f"{statement}|{commitment}") == proof.challenge)


def prove_equality(suite: Suite, statement: str, base: Integer, secret: Integer, random: RandomBytes) -> Proof:
    """log_g(g^secret) = log_base(base^secret): a decryption factor is right (§4.18)."""
    group = suite.group
    nonce = group.random_scalar(random)
    commitments = f"{group.secret_power(group.g, nonce)},{group.secret_power(base, nonce)}"
    challenge = suite.challenge(f"{statement}|{commitments}")
    return Proof(challenge, (nonce - secret * challenge) % group.q)


def equality_holds(
    suite: Suite, statement: str, *, public: Integer, base: Integer, factor: Integer, proof: Proof
) -> bool:
    """Whether factor = base^x for the x of public = g^x (§4.18)."""
    group = suite.group
    first = generator_table(group).power(proof.response) * group.power(public, proof.challenge) % group.p
    second = group.power(base, proof.response) * group.power(factor, proof.challenge) % group.p
    return bool(suite.challenge(f"{statement}|{first},{second}") == proof.challenge)


@dataclass(frozen=True, slots=True)
class Bases:
    """The two fixed bases of an election, g and y, with their tables."""

    suite: Suite
    g: FixedBase
    y: FixedBase
    g_inverse: Integer

    def commitments(self, branch: Ciphertext, proof: Proof) -> tuple[Integer, Integer]:
        """g^response·alpha^challenge and y^response·beta^challenge."""
        group = self.suite.group
        challenge, response = proof
        return (
            self.g.power(response) * group.power(branch.alpha, challenge) % group.p,
            self.y.power(response) * group.power(branch.beta, challenge) % group.p,
        )

    def shifted(self, ciphertext: Ciphertext, value: int) -> Ciphertext:
        """The same ciphertext with g^value divided out: it encrypts 0 exactly if the first encrypts `value`."""
        p = self.suite.group.p
        beta = ciphertext.beta
        for _ in range(value):
            beta = beta * self.g_inverse % p
        return Ciphertext(ciphertext.alpha, beta)


def bases_of(suite: Suite, public_key: Integer) -> Bases:
    group = suite.group
    return Bases(suite, generator_table(group), FixedBase(group, public_key), invert(group.g, group.p))


def prove_one_of(
    bases: Bases,
    statement: str,
    branches: Sequence[Ciphertext],
    *,
    true_branch: int,
    secret: Integer,
    random: RandomBytes,
) -> tuple[Proof, ...]:
    """One of the branches encrypts 0 under the randomness `secret`, and nobody learns which (§4.12, §4.13).

    The exponents of the simulated branches are published in the proof itself, so they need no constant time;
    those of the true branch do.
    """
    group = bases.suite.group
    nonce = group.random_scalar(random)
    proofs = [Proof(group.random_scalar(random), group.random_scalar(random)) for _ in branches]
    pairs = [
        (group.secret_power(group.g, nonce), group.secret_power(bases.y.base, nonce))
        if place == true_branch
        else bases.commitments(branch, proofs[place])
        for place, branch in enumerate(branches)
    ]
    total = bases.suite.challenge(f"{statement}|{_joined(pairs)}")
    others = sum(proof.challenge for place, proof in enumerate(proofs) if place != true_branch)
    challenge = (total - others) % group.q
    proofs[true_branch] = Proof(challenge, (nonce - secret * challenge) % group.q)
    return tuple(proofs)


def one_of_holds(bases: Bases, statement: str, branches: Sequence[Ciphertext], proofs: Sequence[Proof]) -> bool:
    """Whether the proofs show that one of the branches encrypts 0 (§4.12, §4.13.3)."""
    pairs = [bases.commitments(branch, proof) for branch, proof in zip(branches, proofs, strict=True)]
    total = sum(proof.challenge for proof in proofs) % bases.suite.group.q
    return bool(bases.suite.challenge(f"{statement}|{_joined(pairs)}") == total)


def _joined(pairs: Sequence[tuple[Integer, Integer]]) -> str:
    return ",".join(f"{first},{second}" for first, second in pairs)
