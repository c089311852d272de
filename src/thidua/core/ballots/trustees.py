"""Trustees (người giữ khoá): who must come together to open the sum, and the joint key (specification §4.5, §4.7).

Owns: a trustee's key pair with its proof, the published structure `trustees` with its two kinds — `Single`
(this one must come) and `Pedersen` (any `threshold` of these) — and the joint key. The ceremony that makes
a Pedersen group is in `threshold`. Never holds two trustees' secrets.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gmpy2 import mpz

from thidua.core.ballots.encoding import Node, canonical, read_json, refused
from thidua.core.ballots.group import Group, Integer, RandomBytes, Suite
from thidua.core.ballots.proofs import Proof, knowledge_holds, prove_knowledge, read_proof

MAX_TRUSTEES = 100


@dataclass(frozen=True, slots=True)
class TrusteeKey:
    """A public key with the proof that its maker knows the private one (`trustee_public_key`)."""

    public_key: Integer
    pok: Proof

    def as_json(self) -> dict[str, object]:
        return {"pok": self.pok.as_json(), "public_key": str(self.public_key)}


def _statement(suite: Suite, public_key: Integer) -> str:
    return f"pok|{suite.group.name}|{public_key}"


def publish_key(suite: Suite, private_key: Integer, random: RandomBytes) -> TrusteeKey:
    """The public half of a private key, proven."""
    public_key = suite.group.secret_power(suite.group.g, private_key)
    return TrusteeKey(public_key, prove_knowledge(suite, _statement(suite, public_key), private_key, random))


def draw_private_key(group: Group, random: RandomBytes) -> Integer:
    return group.random_scalar(random)


def read_trustee_key(node: Node, suite: Suite) -> TrusteeKey:
    """A trustee's public key, whose membership and proof hold.

    Raises: BallotRefused `ballots.trustee.not_member`, `ballots.trustee.proof`, or what `Node` raises.
    """
    fields = node.fields("pok", "public_key")
    key = TrusteeKey(fields["public_key"].element(suite.group), read_proof(fields["pok"], suite.group))
    if key.public_key == 1 or not suite.group.is_member(key.public_key):
        raise refused("ballots.trustee.not_member", node.path)
    if not knowledge_holds(suite, _statement(suite, key.public_key), key.public_key, key.pok):
        raise refused("ballots.trustee.proof", node.path)
    return key


@dataclass(frozen=True, slots=True)
class SignedMessage:
    """A text signed by a trustee of a Pedersen group (specification §4.6.1)."""

    message: str
    signature: Proof

    def as_json(self) -> dict[str, object]:
        return {"message": self.message, "signature": self.signature.as_json()}


def sign_message(suite: Suite, signing_key: Integer, message: str, random: RandomBytes) -> SignedMessage:
    return SignedMessage(message, prove_knowledge(suite, f"sigmsg|{message}", signing_key, random))


def read_signed(node: Node, group: Group) -> SignedMessage:
    fields = node.fields("message", "signature")
    return SignedMessage(fields["message"].text(most=1_000_000), read_proof(fields["signature"], group))


def is_signed_by(suite: Suite, verification_key: Integer, signed: SignedMessage) -> bool:
    return knowledge_holds(suite, f"sigmsg|{signed.message}", verification_key, signed.signature)


@dataclass(frozen=True, slots=True)
class Certificate:
    """A Pedersen trustee's two public keys, for signing and for receiving (specification §4.6.2)."""

    signed: SignedMessage
    verification: Integer
    encryption: Integer


def read_certificate(node: Node, suite: Suite) -> Certificate:
    """A certificate whose keys are members and whose signature is its own.

    Raises: BallotRefused `ballots.trustee.certificate`.
    """
    signed = read_signed(node, suite.group)
    fields = read_json(signed.message.encode()).fields("verification", "encryption")
    certificate = Certificate(
        signed, fields["verification"].element(suite.group), fields["encryption"].element(suite.group)
    )
    keys = (certificate.verification, certificate.encryption)
    if any(key == 1 or not suite.group.is_member(key) for key in keys) or not is_signed_by(
        suite, certificate.verification, signed
    ):
        raise refused("ballots.trustee.certificate", node.path)
    return certificate


@dataclass(frozen=True, slots=True)
class Commitment:
    """A Pedersen trustee's published coefficients A_z0 … A_zt, signed (specification §4.6.4, `coefexps`)."""

    signed: SignedMessage
    coefficients: tuple[Integer, ...]


def read_commitment(node: Node, suite: Suite, certificate: Certificate) -> Commitment:
    """Raises: BallotRefused `ballots.trustee.coefficients`."""
    signed = read_signed(node, suite.group)
    items = read_json(signed.message.encode()).fields("coefexps")["coefexps"].items(least=1, most=MAX_TRUSTEES)
    commitment = Commitment(signed, tuple(item.element(suite.group) for item in items))
    if not is_signed_by(suite, certificate.verification, signed) or not all(
        suite.group.is_member(coefficient) for coefficient in commitment.coefficients
    ):
        raise refused("ballots.trustee.coefficients", node.path)
    return commitment


def share_public_key(group: Group, commitments: Sequence[Commitment], place: int) -> Integer:
    """∏ᵢ∏ₖ A_ik^(jᵏ): the public key that trustee j = `place` (from 1) must have (specification §4.6.6)."""
    product = mpz(1)
    for commitment in commitments:
        exponent = 1
        for coefficient in commitment.coefficients:
            product = product * group.power(coefficient, mpz(exponent)) % group.p
            exponent = exponent * place % int(group.q)
    return product


@dataclass(frozen=True, slots=True)
class Single:
    """One trustee who must come."""

    key: TrusteeKey

    @property
    def keys(self) -> tuple[TrusteeKey, ...]:
        return (self.key,)

    @property
    def needed(self) -> int:
        return 1

    def joint_key(self, _group: Group) -> Integer:
        return self.key.public_key

    def as_json(self) -> list[object]:
        return ["Single", self.key.as_json()]


@dataclass(frozen=True, slots=True)
class Pedersen:
    """A group of trustees of whom any `threshold` are enough."""

    threshold: int
    certificates: tuple[Certificate, ...]
    commitments: tuple[Commitment, ...]
    verification_keys: tuple[TrusteeKey, ...]

    @property
    def keys(self) -> tuple[TrusteeKey, ...]:
        return self.verification_keys

    @property
    def needed(self) -> int:
        return self.threshold

    def joint_key(self, group: Group) -> Integer:
        product = mpz(1)
        for commitment in self.commitments:
            product = product * commitment.coefficients[0] % group.p
        return product

    def parameters_json(self) -> dict[str, object]:
        return {
            "threshold": self.threshold,
            "certs": [certificate.signed.as_json() for certificate in self.certificates],
            "coefexps": [commitment.signed.as_json() for commitment in self.commitments],
            "verification_keys": [key.as_json() for key in self.verification_keys],
        }

    def as_json(self) -> list[object]:
        return ["Pedersen", self.parameters_json()]


@dataclass(frozen=True, slots=True)
class Trustees:
    """All trustees of an election. An owner number counts through all of them from 1, in the order published."""

    kinds: tuple[Single | Pedersen, ...]

    @property
    def keys(self) -> tuple[TrusteeKey, ...]:
        return tuple(key for kind in self.kinds for key in kind.keys)

    def joint_key(self, group: Group) -> Integer:
        """y: the product of the sub-keys (specification §3.1.1)."""
        product = mpz(1)
        for kind in self.kinds:
            product = product * kind.joint_key(group) % group.p
        return product

    def as_bytes(self) -> bytes:
        return canonical([kind.as_json() for kind in self.kinds])


def read_trustees(raw: bytes, suite: Suite) -> Trustees:
    """The published structure with every proof, signature and derived key checked.

    Raises: BallotRefused `ballots.trustee.*`.
    """
    kinds = tuple(_read_kind(node, suite) for node in read_json(raw).items(least=1, most=MAX_TRUSTEES))
    trustees = Trustees(kinds)
    publics = [key.public_key for key in trustees.keys]
    if len(set(publics)) != len(publics):
        raise refused("ballots.trustee.twice")
    return trustees


def _read_kind(node: Node, suite: Suite) -> Single | Pedersen:
    name, content = node.items(least=2, most=2)
    if name.value == "Single":
        return Single(read_trustee_key(content, suite))
    if name.value == "Pedersen":
        return read_pedersen(content, suite)
    raise refused("ballots.trustee.kind", name.path)


def read_pedersen(node: Node, suite: Suite) -> Pedersen:
    """`threshold_parameters` of specification §4.6.7, fully checked."""
    fields = node.fields("threshold", "certs", "coefexps", "verification_keys")
    certificates = tuple(read_certificate(item, suite) for item in fields["certs"].items(least=1, most=MAX_TRUSTEES))
    size = len(certificates)
    threshold = fields["threshold"].integer(least=1, most=size)
    commitments = tuple(
        read_commitment(item, suite, certificate)
        for item, certificate in zip(fields["coefexps"].items(least=size, most=size), certificates, strict=True)
    )
    if any(len(commitment.coefficients) != threshold for commitment in commitments):
        raise refused("ballots.trustee.threshold", node.path, threshold=threshold)
    key_nodes = fields["verification_keys"].items(least=size, most=size)
    keys = tuple(read_trustee_key(item, suite) for item in key_nodes)
    for place, key in enumerate(keys, start=1):
        if key.public_key != share_public_key(suite.group, commitments, place):
            raise refused("ballots.trustee.share", key_nodes[place - 1].path, trustee=place)
    return Pedersen(threshold, certificates, commitments, keys)
