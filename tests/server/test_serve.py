"""`thidua serve` and `thidua tls` as processes: started, asked, stopped."""

import re
import socket
import ssl
import stat
import subprocess
from http.client import HTTPSConnection
from pathlib import Path

import pytest

from server_process import THIDUA, are_gone, environment, free_port, serving
from thidua.cli.main import main
from thidua.files.certificates import read_certificate, sha1, sha256

pytestmark = pytest.mark.usefixtures("loopback")
NAME = "thidua.tinh.local"


def refused(*words: str, **changes: str) -> str:
    """What a command that must not start says."""
    done = subprocess.run(
        [THIDUA, *words], env=environment(**changes), check=False, capture_output=True, encoding="utf-8", timeout=60
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_new_folder_becomes_an_installation_that_is_well(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with serving("serve", "--data", str(data), log=tmp_path / "log") as server:
        assert server.said == [f"Thi đua: http://127.0.0.1:{server.port}/"]
        assert server.get("/suc-khoe/")[0] == 200
        status, page = server.get("/dang-nhap/")
        assert status == 200
        sheets = re.findall(r'href="(/static/[^"]+[.]css)"', page)
        assert sheets
        assert [sheet for sheet in sheets if not re.search(r"[.][0-9a-f]{12}[.]css", sheet)] == []  # kept for ever
        assert {server.get(sheet)[0] for sheet in sheets} == {200}
        assert server.stop() == 0
        assert are_gone(server.process.pid)
    assert {stat.S_IMODE((data / name).stat().st_mode) for name in ("secret.key", "thidua.db")} == {0o600}
    assert stat.S_IMODE(data.stat().st_mode) == 0o700


def test_a_request_that_is_under_way_is_answered_before_the_end(tmp_path: Path) -> None:
    with serving("serve", "--data", str(tmp_path / "data"), log=tmp_path / "log") as server:
        assert server.get("/dang-nhap/")[0] == 200  # a worker is there
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as slow:
            body = b"username=an&password=mot+hai+ba"
            head = f"POST /dang-nhap/ HTTP/1.1\r\nHost: localhost:{server.port}\r\nContent-Length: {len(body)}\r\n"
            head += f"Content-Type: application/x-www-form-urlencoded\r\nCookie: csrftoken={'a' * 32}\r\n"
            head += "Expect: 100-continue\r\n\r\n"
            slow.sendall(head.encode())
            assert slow.recv(100).startswith(b"HTTP/1.1 100")  # the request is under way
            slow.sendall(body[:9])
            server.process.terminate()
            slow.sendall(body[9:])
            assert slow.recv(20).startswith(b"HTTP/1.1 403")  # without a form's token
        assert server.process.wait(timeout=40) == 0


def test_a_taken_port_is_told_before_anything_is_made(tmp_path: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = str(holder.getsockname()[1])
        said = refused("serve", "--port", port, "--data", str(tmp_path / "data"))
    assert f"Không mở được cổng {port} ở 127.0.0.1" in said
    assert not (tmp_path / "data").exists()


def test_passwords_never_travel_in_the_clear(tmp_path: Path) -> None:
    everywhere = "0.0.0.0"  # noqa: S104 - refused
    assert "mật khẩu đi trần trên mạng" in refused("serve", "--host", everywhere, "--data", str(tmp_path / "data"))


def test_a_real_installation_refuses_a_set_clock_and_a_plain_key(tmp_path: Path) -> None:
    changes = {"THIDUA_CLOCK_SHIFT": "-3600", "THIDUA_SECRET_KEY": "1234"}
    said = refused("serve", "--port", str(free_port()), "--data", str(tmp_path / "data"), **changes)
    assert "Đồng hồ đang bị đặt lệch" in said
    assert "Khóa bí mật quá dễ đoán" in said


def test_behind_a_proxy_the_name_must_be_given(tmp_path: Path) -> None:
    said = refused("serve", "--behind-proxy", "--port", str(free_port()), "--data", str(tmp_path / "data"))
    assert "Chưa ghi tên máy chủ" in said


def test_a_browser_that_trusts_the_authority_trusts_the_server_and_no_other_name(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert main(["tls", "init", NAME, "--data", str(data)]) == 0
    with serving("serve", "--tls", "--data", str(data), log=tmp_path / "log") as server:
        assert server.said == [f"Thi đua: https://{NAME}:{server.port}/"]
        trusting = ssl.create_default_context(cafile=str(data / "tls" / "authority.crt"))
        status, headers, page = get_as(NAME, server.port, trusting, "/chung-chi/")
        assert status == 200
        assert "max-age=31536000" in headers["strict-transport-security"]
        authority = read_certificate(data / "tls", "authority")
        shown = "".join(re.findall(r'class="digest">([^<]+)<', page))
        assert shown == sha256(authority) + sha1(authority)
        _, headers, file = get_as(NAME, server.port, trusting, "/chung-chi/thi-dua.crt")
        assert headers["content-type"] == "application/x-x509-ca-cert"
        assert file == (data / "tls" / "authority.crt").read_text(encoding="ascii")
        with pytest.raises(ssl.SSLCertVerificationError):
            get_as("khac.tinh.local", server.port, trusting, "/")
        with pytest.raises(ssl.SSLCertVerificationError):
            get_as(NAME, server.port, ssl.create_default_context(), "/")
        assert server.stop() == 0


def get_as(name: str, port: int, context: ssl.SSLContext, path: str) -> tuple[int, dict[str, str], str]:
    """A page of the server on this machine, asked for under its name."""
    connection = HTTPSConnection(name, port, timeout=10, context=context)
    connection.sock = context.wrap_socket(socket.create_connection(("127.0.0.1", port), 10), server_hostname=name)
    connection.request("GET", path)
    answer = connection.getresponse()
    found = answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read().decode()
    connection.close()
    return found
