"""The server that takes mail, if this installation has one."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def mail_server(environment: Mapping[str, str]) -> dict[str, Any]:
    """How to reach the server that THIDUA_SMTP names; nothing without it, and then no mail is sent.

    `smtp://user:password@host:port`; `smtp+starttls://` and `smtps://` encrypt.
    """
    address = environment.get("THIDUA_SMTP", "")
    if not address:
        return {}
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(f"THIDUA_SMTP: smtp://, smtp+starttls:// or smtps:// and a host, not {parts.scheme}://")
    return {
        "host": parts.hostname,
        "port": parts.port or PORTS[parts.scheme],
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp+starttls",
        "use_ssl": parts.scheme == "smtps",
        "timeout": 20,
    }
