"""What `serve` and `demo` share: the settings chosen, the database brought up to date, and the server that listens.

Django is imported inside functions only, after the environment says which installation this is.
"""

from __future__ import annotations

import multiprocessing
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua.core.errors import Problem

LEAST_WORKERS, MOST_WORKERS = 2, 8  # processes: one that is stuck never stops the rest
THREADS = 4  # in each process; the pool of a database has room for them
STARTS_WITHIN = 60  # seconds
STOPS_WITHIN = 20  # seconds for requests that are under way when the server is stopped


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the server listens, under which name it is known, and under which certificate."""

    host: str
    port: int
    name: str = ""
    certificate: Path | None = None
    key: Path | None = None

    @property
    def address(self) -> str:
        """What is typed into a browser on this machine."""
        scheme, standard = ("https", 443) if self.certificate else ("http", 80)
        host = self.name or (f"[{self.host}]" if ":" in self.host else self.host)
        return f"{scheme}://{host}" + ("" if self.port == standard else f":{self.port}") + "/"

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        return self.host in {"localhost", "::1"} or self.host.startswith("127.")


def set_up(settings: str, *, data: Path | None) -> None:
    """Load Django with these settings, unless the environment names others. Raises Refused without the server's part.

    What is written from here on, the database above all, is its owner's alone.
    """
    from thidua.core.errors import Problem, Refused

    os.umask(0o077)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    if data is not None:
        os.environ["THIDUA_DATA"] = str(data.absolute())
    try:
        import django
        import granian  # noqa: F401 - asked for early: better no database than one without a server
    except ImportError:
        raise Refused(Problem("serve.not_installed")) from None
    django.setup()


def prepare() -> None:
    """Check the settings, bring tables and static files up to date, check the database. Raises Refused."""
    from django.conf import settings
    from django.core.checks import Tags, run_checks
    from django.core.management import call_command

    _refuse_faults(run_checks())
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    _refuse_faults(run_checks(tags=[Tags.database], databases=["default"]))


def _refuse_faults(messages: Sequence[object]) -> None:
    from django.core.checks import ERROR, CheckMessage

    from thidua.core.errors import Problem, Refused

    faults = [found for found in messages if isinstance(found, CheckMessage) and found.level >= ERROR]
    if faults:
        raise Refused(
            Problem("serve.fault", {"fault": ". ".join(filter(None, (fault.msg, fault.hint)))}) for fault in faults
        )


def demand_free(listening: Listening) -> None:
    """Refuse a port that is taken or forbidden, before anything is made. Raises Refused."""
    from thidua.core.errors import Problem, Refused

    try:
        family, kind, protocol, _, place = socket.getaddrinfo(
            listening.host, listening.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except OSError as problem:
        data = {"host": listening.host, "port": str(listening.port), "reason": problem.strerror or str(problem)}
        raise Refused(Problem("serve.cannot_listen", data)) from None


def listen(listening: Listening, *, on_ready: Callable[[], None]) -> None:
    """Serve until somebody stops it (Ctrl-C, SIGTERM); requests under way are answered first."""
    from django.conf import settings
    from granian import Granian
    from granian.constants import Interfaces, SSLProtocols
    from granian.log import LogLevels

    multiprocessing.set_start_method("spawn", force=True)  # a worker inherits no thread and no connection of ours
    server = Granian(
        "thidua.config.wsgi:application",
        address=listening.host,
        port=listening.port,
        interface=Interfaces.WSGI,
        workers=min(max(os.cpu_count() or 1, LEAST_WORKERS), MOST_WORKERS),
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=STOPS_WITHIN,
        log_dictconfig=_logs(settings.LOGGING),
        log_level=LogLevels.warning,
        ssl_cert=listening.certificate,
        ssl_key=listening.key,
        ssl_protocol_min=SSLProtocols.tls12,
    )
    server.on_startup(threading.Thread(target=_wait, args=(listening, on_ready), daemon=True).start)
    server.serve()


def _wait(listening: Listening, on_ready: Callable[[], None]) -> None:
    """Tell it when the first worker answers the door, not before."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(listening.host, listening.host)  # noqa: S104 - compared only
    for _ in range(STARTS_WITHIN * 20):
        try:
            socket.create_connection((host, listening.port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            on_ready()
            return


def _logs(ours: dict[str, object]) -> dict[str, object]:
    """The server's own lines go where the application's go."""
    loggers = {"_granian": {"handlers": ["lines"], "level": "WARNING", "propagate": False}}
    return {**ours, "loggers": loggers}


def problems_of(listening: Listening, *, behind_proxy: bool) -> Iterator[Problem]:
    """Plain HTTP on a network would carry passwords in the clear."""
    from thidua.core.errors import Problem

    if not (listening.is_local or listening.certificate or behind_proxy):
        yield Problem("serve.in_the_clear", {"host": listening.host})
