"""The installation's own authority, as browsers are to know it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.conf import settings

from thidua.files.certificates import AUTHORITY, SERVER, name_of, read_certificate, sha1, sha256


@dataclass(frozen=True, slots=True)
class Authority:
    """What a person compares and installs."""

    name: str
    ends: datetime
    sha256: str
    sha1: str
    pem: bytes


def own_authority() -> Authority | None:
    """The authority, if this installation made one."""
    found = _certificate(AUTHORITY)
    if found is None:
        return None
    return Authority(
        name=name_of(found),
        ends=found.not_valid_after_utc,
        sha256=sha256(found),
        sha1=sha1(found),
        pem=found.public_bytes(Encoding.PEM),
    )


def server_certificate_ends() -> datetime | None:
    """When the server's own certificate ends, if there is one."""
    found = _certificate(SERVER)
    return found.not_valid_after_utc if found else None


def _certificate(stem: str) -> x509.Certificate | None:
    folder: Path = settings.DATA_DIR / "tls"
    return read_certificate(folder, stem) if (folder / f"{stem}.crt").exists() else None
