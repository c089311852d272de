"""The virus scanner is asked in clamd's own words; no answer is told apart from a clean file."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from thidua.files.scanning import PIECE, Scanner, Verdict

pytestmark = pytest.mark.usefixtures("loopback")


@contextmanager
def clamd(answer: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """A scanner on loopback that says one thing, and the files that it was sent."""
    server = socket.create_server(("127.0.0.1", 0))
    heard: list[bytes] = []

    def serve() -> None:
        line, _ = server.accept()
        with line, line.makefile("rb") as stream:
            assert stream.read(10) == b"zINSTREAM\0"
            file = b""
            while size := struct.unpack(">I", stream.read(4))[0]:
                file += stream.read(size)
            heard.append(file)
            line.sendall(answer)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.getsockname()[1]}", heard
    finally:
        thread.join(timeout=5)
        server.close()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"stream: OK\0", (Verdict.CLEAN, "")),
        (b"stream: Eicar-Test-Signature FOUND\0", (Verdict.INFECTED, "Eicar-Test-Signature")),
        (b"INSTREAM size limit exceeded. ERROR\0", (Verdict.UNREACHED, "")),
        (b"", (Verdict.UNREACHED, "")),
    ],
)
def test_the_scanner_hears_the_whole_file_and_its_word_is_understood(
    answer: bytes, expected: tuple[Verdict, str]
) -> None:
    data = bytes(range(256)) * (PIECE // 100)
    with clamd(answer) as (address, heard):
        assert Scanner(address, seconds=5).scan(data) == expected
    assert heard == [data]


@pytest.mark.parametrize("address", ["127.0.0.1:1", "nowhere", "/no/such/socket"])
def test_a_scanner_that_is_not_there_is_never_a_clean_file(address: str) -> None:
    assert Scanner(address, seconds=1).scan(b"x") == (Verdict.UNREACHED, "")
