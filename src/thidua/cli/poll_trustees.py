"""`poll trustee`: each trustee makes its keys on its own machine; only public files and sealed letters are shared."""

import argparse
import secrets
from pathlib import Path

from thidua.cli.poll import OK, Tell
from thidua.cli.poll_setup import SUITE
from thidua.core.ballots.encoding import Digest, canonical, digest, refused
from thidua.core.ballots.letters import Seed, certify, draw_seed, read_seed
from thidua.core.ballots.threshold import make_polynomial, make_share, route_shares
from thidua.core.ballots.trustees import draw_private_key, publish_key
from thidua.files.poll_folder import PollFolder, PollState, TrusteeFile, read_limited, read_words, write_new
from thidua.files.poll_trustees import owner_of, owner_of_seed, read_certificates, read_polynomials, recognise


def run_trustee(args: argparse.Namespace, tell: Tell) -> int:
    """One step of one trustee."""
    folder = PollFolder(args.folder)
    needed = args.file if args.action == "add" else args.key
    if needed is None or (args.action == "polynomial" and args.threshold is None):
        raise refused("ballots.usage.trustee")
    with folder.locked():
        folder.require(PollState.DRAFT)
        kind, owner, raw = _make(folder, args)
        path = folder.add_trustee_file(kind, owner, raw)
    tell.line(f"poll.trustee.{kind.value}", file=path, checksum=owner)
    return OK


def _make(folder: PollFolder, args: argparse.Namespace) -> tuple[TrusteeFile, Digest, bytes]:
    if args.action == "add":
        raw = read_limited(args.file)
        return (*recognise(folder, SUITE, raw), raw)
    if args.action == "key":
        return _make_key(args.key)
    if args.action == "certificate":
        return _make_certificate(args.key)
    seed = read_seed(read_words(args.key))
    if args.action == "polynomial":
        return _make_polynomial(folder, seed, args.threshold)
    return _make_share(folder, seed)


def _make_key(key: Path) -> tuple[TrusteeFile, Digest, bytes]:
    private = draw_private_key(SUITE.group, secrets.token_bytes)
    write_new(key, canonical(str(private)))
    public = publish_key(SUITE, private, secrets.token_bytes)
    return TrusteeFile.KEY, digest(str(public.public_key).encode()), canonical(public.as_json())


def _make_certificate(key: Path) -> tuple[TrusteeFile, Digest, bytes]:
    seed = draw_seed(secrets.token_bytes)
    write_new(key, seed.encode() + b"\n")
    certificate = certify(SUITE, seed, secrets.token_bytes)
    return TrusteeFile.CERTIFICATE, owner_of(certificate), canonical(certificate.signed.as_json())


def _make_polynomial(folder: PollFolder, seed: Seed, threshold: int) -> tuple[TrusteeFile, Digest, bytes]:
    polynomial = make_polynomial(
        suite=SUITE,
        certificates=list(read_certificates(folder, SUITE).values()),
        seed=seed,
        threshold=threshold,
        random=secrets.token_bytes,
    )
    return TrusteeFile.POLYNOMIAL, owner_of_seed(SUITE, seed), polynomial.as_bytes()


def _make_share(folder: PollFolder, seed: Seed) -> tuple[TrusteeFile, Digest, bytes]:
    certificates = read_certificates(folder, SUITE)
    polynomials = read_polynomials(folder, SUITE)
    owner = owner_of_seed(SUITE, seed)
    if owner[:16] not in certificates:
        raise refused("ballots.trustee.not_certified")
    if len(polynomials) != len(certificates):
        missing = len(certificates) - len(polynomials)
        raise refused("ballots.trustee.ceremony", missing=missing, trustees=len(certificates))
    place = list(certificates).index(owner[:16])
    share = make_share(
        suite=SUITE,
        certificates=list(certificates.values()),
        seed=seed,
        received=route_shares(list(polynomials.values()))[place],
        random=secrets.token_bytes,
    )
    return TrusteeFile.SHARE, owner, share.as_bytes()
