"""A mail server on this machine's loopback, of some forty lines of SMTP: takes what it is given, or refuses it."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

PLAIN = {"username": "", "password": "", "use_tls": False, "use_ssl": False, "timeout": 5}


@dataclass(slots=True)
class Taken:
    """What arrived; `refuses` makes the server take no recipient."""

    port: int = 0
    refuses: bool = False
    mails: list[EmailMessage] = field(default_factory=list)

    @property
    def settings(self) -> dict[str, Any]:
        """As `thidua.config.mail.mail_server` gives them."""
        return {"host": "127.0.0.1", "port": self.port, **PLAIN}


def texts(mail: EmailMessage) -> tuple[str, str]:
    """The text and the HTML of a mail."""
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert html is not None
    return plain.get_content(), html.get_content()


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        taken: Taken = self.server.taken  # type: ignore[attr-defined]
        self._say("220 loopback")
        while line := self.rfile.readline().decode().strip():
            match line.split()[0].upper():
                case "EHLO" | "HELO":
                    self._say("250 loopback")
                case "RCPT":
                    self._say("550 no" if taken.refuses else "250 ok")
                case "DATA":
                    self._say("354 go on")
                    taken.mails.append(self._data())
                    self._say("250 taken")
                case "QUIT":
                    self._say("221 bye")
                    return
                case _:
                    self._say("250 ok")

    def _data(self) -> EmailMessage:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return message_from_bytes(b"".join(lines), policy=policy.default)  # type: ignore[return-value]

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def mail_server() -> Iterator[Taken]:
    """The server, as long as the block lasts."""
    taken = Taken()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as server:
        server.taken = taken  # type: ignore[attr-defined]
        server.daemon_threads = True
        taken.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield taken
        finally:
            server.shutdown()
            thread.join()
