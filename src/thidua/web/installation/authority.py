"""The installation's own authority, as browsers are to know it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

from thidua.files.certificates import AUTHORITY, SERVER, name_of, read_certificate, sha1, sha256

LINE = 8 * 3  # pairs, each with its colon


@dataclass(frozen=True, slots=True)
class Authority:
    """What a person compares and installs."""

    name: str
    ends: datetime
    sha256: tuple[str, ...]  # in lines that a telephone shows whole
    sha1: tuple[str, ...]
    pem: bytes


def own_authority() -> Authority | None:
    """The authority, if this installation made one."""
    found = _certificate(AUTHORITY)
    if found is None:
        return None
    return Authority(
        name=name_of(found),
        ends=found.not_valid_after_utc,
        sha256=_in_lines(sha256(found)),
        sha1=_in_lines(sha1(found)),
        pem=found.public_bytes(Encoding.PEM),
    )


def server_certificate_ends() -> datetime | None:
    """When the server's own certificate ends, if there is one."""
    found = _certificate(SERVER)
    return found.not_valid_after_utc if found else None


def _in_lines(fingerprint: str) -> tuple[str, ...]:
    return tuple(fingerprint[start : start + LINE] for start in range(0, len(fingerprint), LINE))


def _certificate(stem: str) -> x509.Certificate | None:
    folder: Path = settings.DATA_DIR / "tls"
    return read_certificate(folder, stem) if (folder / f"{stem}.crt").exists() else None
