"""What trustees published, gathered from the folder of a poll into the structures of core, in one fixed order.

Single trustees come first, then the Pedersen group, each in the order of the digests of their keys: every trustee
computes the same order from the same files. Owns that order and the recognition of files from other makers.
"""

from thidua.core.ballots.encoding import Digest, canonical, digest, read_json, refused
from thidua.core.ballots.group import Suite
from thidua.core.ballots.letters import Seed, derive_keys
from thidua.core.ballots.threshold import (
    Polynomial,
    ShareOutput,
    combine_shares,
    read_polynomial,
    read_share_output,
)
from thidua.core.ballots.trustees import (
    Certificate,
    Pedersen,
    Single,
    Trustees,
    is_signed_by,
    read_certificate,
    read_commitment,
    read_signed,
    read_trustee_key,
    read_trustees,
    share_public_key,
)
from thidua.files.poll_folder import PollFolder, TrusteeFile


def owner_of(certificate: Certificate) -> Digest:
    """The digest under which a Pedersen trustee's files stand."""
    return digest(str(certificate.verification).encode())


def owner_of_seed(suite: Suite, seed: Seed) -> Digest:
    """The same digest, from the trustee's own seed."""
    verification = suite.group.secret_power(suite.group.g, derive_keys(suite.group, seed).signing)
    return digest(str(verification).encode())


def read_certificates(folder: PollFolder, suite: Suite) -> dict[str, Certificate]:
    files = folder.trustee_files(TrusteeFile.CERTIFICATE)
    return {owner: read_certificate(read_json(raw), suite) for owner, raw in files.items()}


def read_polynomials(folder: PollFolder, suite: Suite) -> dict[str, Polynomial]:
    """Raises: BallotRefused `ballots.trustee.not_certified` for a polynomial without a certificate."""
    certificates = read_certificates(folder, suite)
    files = folder.trustee_files(TrusteeFile.POLYNOMIAL)
    if not files.keys() <= certificates.keys():
        raise refused("ballots.trustee.not_certified")
    return {
        owner: read_polynomial(raw, suite, certificates[owner], trustees=len(certificates))
        for owner, raw in files.items()
    }


def gather_pedersen(folder: PollFolder, suite: Suite) -> Pedersen | None:
    """The Pedersen group, complete, or None when there is none.

    Raises: BallotRefused `ballots.trustee.ceremony` while somebody's step is missing.
    """
    certificates = read_certificates(folder, suite)
    if not certificates:
        return None
    polynomials = read_polynomials(folder, suite)
    shares = folder.trustee_files(TrusteeFile.SHARE)
    missing = len(certificates) * 2 - len(polynomials) - len(shares)
    if missing:
        raise refused("ballots.trustee.ceremony", missing=missing, trustees=len(certificates))
    return combine_shares(
        suite=suite,
        certificates=list(certificates.values()),
        polynomials=list(polynomials.values()),
        outputs=[read_share_output(raw, suite) for raw in shares.values()],
    )


def gather_trustees(folder: PollFolder, suite: Suite) -> Trustees:
    """All trustees of a poll, as they will be published.

    Raises: BallotRefused `ballots.trustee.none`, `ballots.trustee.ceremony`, or what the readers raise.
    """
    keys = folder.trustee_files(TrusteeFile.KEY).values()
    singles = [Single(read_trustee_key(read_json(raw), suite)) for raw in keys]
    group = gather_pedersen(folder, suite)
    kinds: tuple[Single | Pedersen, ...] = (*singles, *([group] if group is not None else []))
    if not kinds:
        raise refused("ballots.trustee.none")
    return read_trustees(Trustees(kinds).as_bytes(), suite)


def recognise(folder: PollFolder, suite: Suite, raw: bytes) -> tuple[TrusteeFile, Digest]:
    """Which kind of file a trustee brings, whichever program made it, and whose it is.

    Raises: BallotRefused `ballots.trustee.unknown_file`, or what its reader raises.
    """
    node = read_json(raw)
    names = set(node.value) if isinstance(node.value, dict) else set()
    if names == {"pok", "public_key"}:
        return TrusteeFile.KEY, digest(str(read_trustee_key(node, suite).public_key).encode())
    if names == {"message", "signature"}:
        return TrusteeFile.CERTIFICATE, owner_of(read_certificate(node, suite))
    if names == {"polynomial", "secrets", "coefexps"}:
        return TrusteeFile.POLYNOMIAL, _polynomial_owner(folder, suite, raw)
    if names == {"private_key", "public_key"}:
        return TrusteeFile.SHARE, _share_owner(folder, suite, read_share_output(raw, suite))
    raise refused("ballots.trustee.unknown_file")


def _polynomial_owner(folder: PollFolder, suite: Suite, raw: bytes) -> Digest:
    signed = read_signed(read_json(raw).fields("polynomial", "secrets", "coefexps")["coefexps"], suite.group)
    for certificate in read_certificates(folder, suite).values():
        if is_signed_by(suite, certificate.verification, signed):
            return owner_of(certificate)
    raise refused("ballots.trustee.not_certified")


def _share_owner(folder: PollFolder, suite: Suite, share: ShareOutput) -> Digest:
    certificates = list(read_certificates(folder, suite).values())
    polynomials = list(read_polynomials(folder, suite).values())
    pairs = zip(polynomials, certificates, strict=True) if len(polynomials) == len(certificates) else ()
    commitments = [
        read_commitment(read_json(canonical(polynomial.commitment.as_json())), suite, certificate)
        for polynomial, certificate in pairs
    ]
    for place, certificate in enumerate(certificates, start=1):
        if share.public_key.public_key == share_public_key(suite.group, commitments, place):
            return owner_of(certificate)
    raise refused("ballots.trustee.not_certified")
