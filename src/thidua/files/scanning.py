"""Asks a virus scanner about a file, in the protocol of clamd (INSTREAM): pieces with their length, then its verdict.

Source: clamd(8), "INSTREAM": the stream is sent in chunks of <length as four bytes, network order><data> and ends with
a length of zero; the answer is one line, `stream: OK` or `stream: <name> FOUND`.
"""

import socket
import struct
from dataclasses import dataclass
from enum import StrEnum

PIECE = 64 * 1024
LONGEST_ANSWER = 4096


class Verdict(StrEnum):
    """What the scanner says."""

    CLEAN = "clean"
    INFECTED = "infected"
    UNREACHED = "unreached"  # no scanner answered, or not in words that we know


@dataclass(frozen=True, slots=True)
class Scanner:
    """Where clamd listens: `host:port`, or the path of its socket. `seconds` to wait for each step."""

    address: str
    seconds: float = 30.0

    def scan(self, data: bytes) -> tuple[Verdict, str]:
        """The verdict, and the name of what was found. Never raises: no answer is a verdict too."""
        try:
            with self._connected() as line:
                line.sendall(b"zINSTREAM\0")
                for start in range(0, len(data), PIECE):
                    piece = data[start : start + PIECE]
                    line.sendall(struct.pack(">I", len(piece)) + piece)
                line.sendall(struct.pack(">I", 0))
                return _read(_answer(line))
        except OSError:
            return Verdict.UNREACHED, ""

    def _connected(self) -> socket.socket:
        if "/" in self.address:
            line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            line.settimeout(self.seconds)
            try:
                line.connect(self.address)
            except OSError:
                line.close()
                raise
            return line
        host, _colon, port = self.address.rpartition(":")
        if not port.isdigit():
            raise OSError(f"no port in {self.address}")
        return socket.create_connection((host, int(port)), timeout=self.seconds)


def _answer(line: socket.socket) -> str:
    said = b""
    while len(said) < LONGEST_ANSWER and not said.endswith((b"\0", b"\n")):
        piece = line.recv(LONGEST_ANSWER)
        if not piece:
            break
        said += piece
    return said.rstrip(b"\0\n").decode("utf-8", "replace")


def _read(said: str) -> tuple[Verdict, str]:
    _stream, _colon, verdict = said.partition(": ")
    if verdict == "OK":
        return Verdict.CLEAN, ""
    if verdict.endswith(" FOUND"):
        return Verdict.INFECTED, verdict.removesuffix(" FOUND")
    return Verdict.UNREACHED, ""
