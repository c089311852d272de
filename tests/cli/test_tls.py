"""`thidua tls`: an authority for one name, kept by its owner alone, and renewed without a new one."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from thidua.cli.main import main
from thidua.files.certificates import issue, make_authority, read_certificate

NAME = "thidua.tinh.local"


def test_keys_are_their_owners_alone_and_the_fingerprint_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tls", "init", NAME.upper(), "--data", str(tmp_path)]) == 0
    folder = tmp_path / "tls"
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {
        "authority.crt": 0o644,
        "authority.key": 0o600,
        "server.crt": 0o644,
        "server.key": 0o600,
    }
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert f"Đã lập chứng chỉ cho {NAME}" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["10.1.2.3", "thidua", "thi đua.vn", "-a.vn", "a..vn", "a_b.vn", "fe80::1", ""])
def test_what_is_no_name_is_refused_with_the_reason(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tls", "init", "--data", str(tmp_path), "--", name]) == 1
    assert "không phải là tên máy chủ" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_authority_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["tls", "init", NAME, "--data", str(tmp_path)])
    before = (tmp_path / "tls" / "authority.key").read_bytes()
    assert main(["tls", "init", "khac.tinh.local", "--data", str(tmp_path)]) == 1
    assert "mọi máy trạm phải cài lại" in capsys.readouterr().err
    assert (tmp_path / "tls" / "authority.key").read_bytes() == before


def test_renewing_keeps_the_authority(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["tls", "init", NAME, "--data", str(tmp_path)])
    old = {stem: read_certificate(tmp_path / "tls", stem) for stem in ("authority", "server")}
    assert main(["tls", "renew", "--data", str(tmp_path)]) == 0
    assert read_certificate(tmp_path / "tls", "authority") == old["authority"]
    assert read_certificate(tmp_path / "tls", "server") != old["server"]


def test_nothing_can_be_renewed_where_nothing_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "tls", "renew", "--data", str(tmp_path)]) == 1
    assert "Run: thidua tls init NAME" in capsys.readouterr().err


def verify(authority: x509.Certificate, server: x509.Certificate, name: str) -> None:
    """As a browser does (RFC 5280), by an implementation that is not ours."""
    policy = PolicyBuilder().store(Store([authority])).time(datetime.now(UTC))
    policy.build_server_verifier(x509.DNSName(name)).verify(server, [])


def test_the_authority_can_vouch_for_its_own_name_only() -> None:
    now = datetime.now(UTC)
    authority = make_authority(NAME, at=now)
    verify(authority.certificate, issue(authority, at=now).certificate, NAME)
    stolen = make_authority("ngan-hang.vn", at=now)
    forged = issue(type(authority)(stolen.certificate, authority.key), at=now)  # the key of one, the name of another
    with pytest.raises(VerificationError):
        verify(authority.certificate, forged.certificate, "ngan-hang.vn")


def test_a_certificate_ends_when_browsers_want_it_to() -> None:
    now = datetime.now(UTC)
    certificate = issue(make_authority(NAME, at=now), at=now).certificate
    assert certificate.not_valid_after_utc - certificate.not_valid_before_utc <= timedelta(days=398)
