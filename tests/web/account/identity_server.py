"""A server that vouches for people, on this machine: the addresses of OpenID Connect that signing in asks."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs


@dataclass(slots=True)
class IdentityServer:
    """Where it is, for whom it vouches, and what it was asked."""

    address: str = ""
    claims: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    tokens: list[dict[str, list[str]]] = field(default_factory=list)


@contextmanager
def vouching() -> Iterator[IdentityServer]:
    """The server until the block ends."""
    state = IdentityServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.asked.append(self.path)
            if self.path.startswith("/.well-known/"):
                self._send(
                    {
                        "issuer": state.address,
                        "authorization_endpoint": f"{state.address}/authorize",
                        "token_endpoint": f"{state.address}/token",
                        "userinfo_endpoint": f"{state.address}/userinfo",
                        "jwks_uri": f"{state.address}/keys",
                    }
                )
            else:
                self._send(state.claims)

        def do_POST(self) -> None:
            state.asked.append(self.path)
            state.tokens.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
            self._send({"access_token": "t", "token_type": "Bearer"})

        def _send(self, body: object) -> None:
            data = json.dumps(body).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
