"""The Pedersen ceremony: trustees make a joint key of which any `threshold` of them are enough (§3.1.1, §4.6).

Owns: steps 3 to 6 — each trustee's polynomial, the share that each receives from all, and the parameters that
the administrator publishes. Everything between trustees travels in sealed letters; the administrator routes
them and can read none. Step 1 is `letters.certify`, step 2 `trustees.read_certificate`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gmpy2 import mpz

from thidua.core.ballots.encoding import Node, canonical, read_json, refused
from thidua.core.ballots.group import Integer, RandomBytes, Suite
from thidua.core.ballots.letters import KeyRing, Seed, derive_keys, open_letter, send_letter
from thidua.core.ballots.trustees import (
    MAX_TRUSTEES,
    Certificate,
    Commitment,
    Pedersen,
    SignedMessage,
    TrusteeKey,
    publish_key,
    read_commitment,
    read_pedersen,
    read_signed,
    read_trustee_key,
    share_public_key,
    sign_message,
)


@dataclass(frozen=True, slots=True)
class Polynomial:
    """What one trustee sends out: its polynomial to itself, a secret to each, and the commitments (§4.6.4)."""

    polynomial: str
    secrets: tuple[str, ...]
    commitment: SignedMessage

    def as_bytes(self) -> bytes:
        return canonical(
            {
                "polynomial": self.polynomial,
                "secrets": list(self.secrets),
                "coefexps": self.commitment.as_json(),
            }
        )


@dataclass(frozen=True, slots=True)
class ShareInput:
    """What one trustee receives (`vinput`, §4.6.5): a secret from each, and everybody's commitments."""

    polynomial: str
    secrets: tuple[str, ...]
    commitments: tuple[SignedMessage, ...]

    def as_bytes(self) -> bytes:
        return canonical(
            {
                "polynomial": self.polynomial,
                "secrets": list(self.secrets),
                "coefexps": [commitment.as_json() for commitment in self.commitments],
            }
        )


@dataclass(frozen=True, slots=True)
class ShareOutput:
    """A trustee's final key (`voutput`, §4.6.6): private half in a letter to itself, public half proven."""

    private_key: str
    public_key: TrusteeKey

    def as_bytes(self) -> bytes:
        return canonical({"private_key": self.private_key, "public_key": self.public_key.as_json()})


def _place_of(certificates: Sequence[Certificate], suite: Suite, ring: KeyRing) -> int:
    group = suite.group
    verification = group.secret_power(group.g, ring.signing)
    for place, certificate in enumerate(certificates, start=1):
        if certificate.verification == verification:
            return place
    raise refused("ballots.trustee.not_certified")


def make_polynomial(
    *, suite: Suite, certificates: Sequence[Certificate], seed: Seed, threshold: int, random: RandomBytes
) -> Polynomial:
    """Step 3 for the owner of `seed`: a random polynomial of degree threshold − 1.

    Raises: BallotRefused `ballots.trustee.not_certified`, `ballots.trustee.threshold`.
    """
    if not 1 <= threshold <= len(certificates):
        raise refused("ballots.trustee.threshold", threshold=threshold)
    group, ring = suite.group, derive_keys(suite.group, seed)
    own = certificates[_place_of(certificates, suite, ring) - 1]
    coefficients = [group.random_scalar(random) for _ in range(threshold)]

    def send(certificate: Certificate, content: object) -> str:
        message = canonical(content).decode()
        return send_letter(suite, ring=ring, recipient=certificate.encryption, message=message, random=random)

    secrets = tuple(
        send(certificate, {"secret": str(_value(coefficients, place, group.q))})
        for place, certificate in enumerate(certificates, start=1)
    )
    exponents = [str(group.secret_power(group.g, coefficient)) for coefficient in coefficients]
    commitment = sign_message(suite, ring.signing, canonical({"coefexps": exponents}).decode(), random)
    return Polynomial(
        polynomial=send(own, {"polynomial": [str(coefficient) for coefficient in coefficients]}),
        secrets=secrets,
        commitment=commitment,
    )


def _value(coefficients: Sequence[Integer], place: int, q: Integer) -> Integer:
    value = mpz(0)
    for coefficient in reversed(coefficients):
        value = (value * place + coefficient) % q
    return value


def read_polynomial(raw: bytes, suite: Suite, certificate: Certificate, *, trustees: int) -> Polynomial:
    """Step 3c: a polynomial as received by the administrator from the owner of `certificate`."""
    fields = read_json(raw).fields("polynomial", "secrets", "coefexps")
    read_commitment(fields["coefexps"], suite, certificate)
    return Polynomial(
        polynomial=fields["polynomial"].text(most=1_000_000),
        secrets=tuple(node.text(most=100_000) for node in fields["secrets"].items(least=trustees, most=trustees)),
        commitment=read_signed(fields["coefexps"], suite.group),
    )


def route_shares(polynomials: Sequence[Polynomial]) -> tuple[ShareInput, ...]:
    """Step 4: what each trustee gets to see."""
    commitments = tuple(polynomial.commitment for polynomial in polynomials)
    return tuple(
        ShareInput(own.polynomial, tuple(sender.secrets[place] for sender in polynomials), commitments)
        for place, own in enumerate(polynomials)
    )


def read_share_input(raw: bytes, suite: Suite) -> ShareInput:
    fields = read_json(raw).fields("polynomial", "secrets", "coefexps")
    return ShareInput(
        polynomial=fields["polynomial"].text(most=1_000_000),
        secrets=tuple(node.text(most=100_000) for node in fields["secrets"].items(most=MAX_TRUSTEES)),
        commitments=tuple(read_signed(node, suite.group) for node in fields["coefexps"].items(most=MAX_TRUSTEES)),
    )


def _read_commitments(
    suite: Suite, certificates: Sequence[Certificate], commitments: Sequence[SignedMessage]
) -> list[Commitment]:
    if len(commitments) != len(certificates):
        raise refused("ballots.trustee.coefficients")
    return [
        read_commitment(read_json(canonical(signed.as_json())), suite, certificate)
        for signed, certificate in zip(commitments, certificates, strict=True)
    ]


def make_share(
    *,
    suite: Suite,
    certificates: Sequence[Certificate],
    seed: Seed,
    received: ShareInput,
    random: RandomBytes,
) -> ShareOutput:
    """Step 5: check what everybody sent, and publish the share's public half.

    Raises: BallotRefused `ballots.trustee.secret` naming the trustee whose secret does not fit its commitment.
    """
    group, ring = suite.group, derive_keys(suite.group, seed)
    place = _place_of(certificates, suite, ring)
    commitments = _read_commitments(suite, certificates, received.commitments)
    if len(received.secrets) != len(certificates):
        raise refused("ballots.trustee.secret", trustee=place)
    share = mpz(0)
    senders = zip(certificates, commitments, received.secrets, strict=True)
    for number, (certificate, commitment, letter) in enumerate(senders, start=1):
        message = open_letter(suite, ring=ring, sender=certificate.verification, letter=letter)
        secret = read_json(message.encode()).fields("secret")["secret"].unreduced_scalar(group)
        if group.secret_power(group.g, secret) != share_public_key(group, [commitment], place):
            raise refused("ballots.trustee.secret", trustee=number)
        share = (share + secret) % group.q
    own = certificates[place - 1]
    private = canonical({"decryption_key": str(share)}).decode()
    return ShareOutput(
        private_key=send_letter(suite, ring=ring, recipient=own.encryption, message=private, random=random),
        public_key=publish_key(suite, share, random),
    )


def read_share_output(raw: bytes, suite: Suite) -> ShareOutput:
    fields = read_json(raw).fields("private_key", "public_key")
    return ShareOutput(fields["private_key"].text(most=100_000), read_trustee_key(fields["public_key"], suite))


def combine_shares(
    *,
    suite: Suite,
    certificates: Sequence[Certificate],
    polynomials: Sequence[Polynomial],
    outputs: Sequence[ShareOutput],
) -> Pedersen:
    """Step 6: the parameters to publish, read back through every check of `trustees.read_pedersen`."""
    commitments = _read_commitments(suite, certificates, [polynomial.commitment for polynomial in polynomials])
    parameters = Pedersen(
        threshold=len(commitments[0].coefficients),
        certificates=tuple(certificates),
        commitments=tuple(commitments),
        verification_keys=tuple(output.public_key for output in outputs),
    )
    return read_pedersen(Node(parameters.parameters_json(), ""), suite)


def open_private_key(*, suite: Suite, certificates: Sequence[Certificate], seed: Seed, letter: str) -> Integer:
    """The private key of a Pedersen trustee, from the letter that it sent itself in step 5."""
    ring = derive_keys(suite.group, seed)
    own = certificates[_place_of(certificates, suite, ring) - 1]
    message = open_letter(suite, ring=ring, sender=own.verification, letter=letter)
    return read_json(message.encode()).fields("decryption_key")["decryption_key"].unreduced_scalar(suite.group)
