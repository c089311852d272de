"""An authority of one installation's own and the certificate that it gives to the server, for one name.

The authority may certify that name and nothing else (a critical name constraint, RFC 5280 §4.2.1.10): whoever installs
it in a browser trusts it for this server only, whatever becomes of its key. Keys are readable by their owner alone.
"""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY, SERVER = "authority", "server"  # names of files in the folder: NAME.crt and NAME.key
AUTHORITY_LIFE = timedelta(days=3650)
SERVER_LIFE = timedelta(days=397)  # what browsers accept from anybody
SLACK = timedelta(hours=1)  # clocks on an island differ


@dataclass(frozen=True, slots=True)
class Certified:
    """A certificate with its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


def make_authority(name: str, *, at: datetime) -> Certified:
    """A new authority for one name."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _subject(f"Thi đua {name}", name)
    builder = (
        _certificate(subject, subject, key, at=at, life=AUTHORITY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.NameConstraints(permitted_subtrees=[x509.DNSName(name)], excluded_subtrees=None), critical=True
        )
        .add_extension(_usage(signs_certificates=True), critical=True)
    )
    return Certified(builder.sign(key, hashes.SHA256()), key)


def issue(authority: Certified, *, at: datetime) -> Certified:
    """A new certificate for the authority's name."""
    key, name = ec.generate_private_key(ec.SECP256R1()), name_of(authority.certificate)
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.key.public_key())
    builder = (
        _certificate(_subject(name, name), authority.certificate.subject, key, at=at, life=SERVER_LIFE)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(issuer, critical=False)
        .add_extension(_usage(signs_certificates=False), critical=True)
    )
    return Certified(builder.sign(authority.key, hashes.SHA256()), key)


def write(certified: Certified, folder: Path, stem: str) -> None:
    """Both files, each whole or not at all."""
    key = certified.key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    _put(folder / f"{stem}.key", key, mode=0o600)
    _put(folder / f"{stem}.crt", certified.certificate.public_bytes(serialization.Encoding.PEM), mode=0o644)


def read(folder: Path, stem: str) -> Certified:
    """A certificate with its key. Raises FileNotFoundError."""
    key = serialization.load_pem_private_key((folder / f"{stem}.key").read_bytes(), password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise ValueError(f"{stem}.key")
    return Certified(read_certificate(folder, stem), key)


def read_certificate(folder: Path, stem: str) -> x509.Certificate:
    """A certificate without its key. Raises FileNotFoundError."""
    return x509.load_pem_x509_certificate((folder / f"{stem}.crt").read_bytes())


def name_of(certificate: x509.Certificate) -> str:
    """The host that a certificate is for, or that an authority may certify."""
    return str(certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)[0].value)


def sha256(certificate: x509.Certificate) -> str:
    """The fingerprint as browsers show it: `5B:E2:91:…`."""
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def sha1(certificate: x509.Certificate) -> str:
    """The fingerprint that Windows still asks people to compare; never relied on by a program."""
    return certificate.fingerprint(hashes.SHA1()).hex(":").upper()  # noqa: S303 - what the dialogue of Windows shows


def _subject(common_name: str, name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, common_name[:64]),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Thi đua"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, name),
        ]
    )


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, *, at: datetime, life: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder(issuer, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(at - SLACK)
        .not_valid_after(at + life)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _put(path: Path, content: bytes, *, mode: int) -> None:
    draft = path.with_name(f".{path.name}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(content)
    draft.replace(path)
