"""A database from its address.

`sqlite:///folder/thidua.db` (from here), `sqlite:////srv/thidua/thidua.db` (from the root), `sqlite:///:memory:`;
`postgres://user:password@host:port/name?sslmode=verify-full`, `postgres:///name?host=/var/run/postgresql`.
What stands after `?` is handed to libpq, but for `pgbouncer=yes`: a pooler stands between, so that we keep none and
need no connection for longer than a transaction.
"""

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

# Measured: with Django's defaults 47 % of concurrent read-modify-writes failed, with these none. FULL: what was
# answered with "saved" survives a power cut.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;",
}
POOL = {"min_size": 1, "max_size": 8, "timeout": 20}  # as many as a process of `thidua serve` has threads


def database_of(address: str) -> dict[str, Any]:
    """Django's settings of one database. Raises ValueError for an address of another kind."""
    parts = urlsplit(address)
    match parts.scheme:
        case "sqlite":
            return sqlite_at(unquote(parts.path.removeprefix("/")))
        case "postgres" | "postgresql":
            return _postgres(parts)
    raise ValueError("DATABASE_URL: sqlite:///… / postgres://…")  # the address itself may hold a password


def sqlite_at(path: str | Path) -> dict[str, Any]:
    """A database in one file. Its connections stay open: opening one costs more than many a page."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": dict(SQLITE_OPTIONS),
        "CONN_MAX_AGE": None,
    }


def _postgres(parts: SplitResult) -> dict[str, Any]:
    from django.db.backends.postgresql.psycopg_any import IsolationLevel  # noqa: PLC0415 - an installation on SQLite

    given = dict(parse_qsl(parts.query))
    has_pooler = given.pop("pgbouncer", "") == "yes"
    # READ COMMITTED whatever the server's default: the locks of the ledger's heads are made for it.
    options = {"isolation_level": IsolationLevel.READ_COMMITTED, **given}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": options if has_pooler else {"pool": dict(POOL), **options},
        "CONN_HEALTH_CHECKS": not has_pooler,  # a connection that the server has dropped is replaced, not handed out
        "DISABLE_SERVER_SIDE_CURSORS": has_pooler,
    }
