"""Is the installation well? Asked by whoever watches it, signed in or not; tells nothing about persons or figures."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from thidua.apps import clock
from thidua.apps.ledger.append import CLOCK_SLACK
from thidua.apps.ledger.guards import missing_guards
from thidua.apps.ledger.selectors import last_moment
from thidua.core.errors import Problem
from thidua.core.ledger.entry import INSTALLATION
from thidua.web.installation.authority import server_certificate_ends

LEAST_FREE = 512 * 1024 * 1024  # bytes: a year's evidence of one cluster, and room to write the database anew
RENEW_BEFORE = timedelta(days=30)


class Vital(StrEnum):
    """What is looked at."""

    DATABASE = "database"
    MIGRATIONS = "migrations"
    GUARDS = "guards"
    CLOCK = "clock"
    DISK = "disk"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Finding:
    """One vital sign; without a problem it is well."""

    vital: Vital
    problem: Problem | None = None


def examine() -> list[Finding]:
    """Every vital sign. What can only be asked of a database that does not answer is left out."""
    database = Finding(Vital.DATABASE, _database())
    asked = (Vital.DISK, Vital.CERTIFICATE) if database.problem else tuple(_EXAMINATIONS)
    return [database, *(Finding(vital, _EXAMINATIONS[vital]()) for vital in asked)]


def _database() -> Problem | None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return Problem("server.database_silent")
    return None


def _migrations() -> Problem | None:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return Problem("server.migrations_missing", {"count": len(missing)}) if missing else None


def _guards() -> Problem | None:
    missing = missing_guards(connection)
    return Problem("ledger.unguarded", {"guards": missing}) if missing else None


def _clock() -> Problem | None:
    try:
        # A rehearsal may record a season beyond a clock that is set; the installation's own acts must not lie ahead.
        last = last_moment(INSTALLATION) if clock.is_set() else last_moment()
    except DatabaseError:  # no table yet: told by the migrations
        return None
    if last is None or last - clock.now() <= CLOCK_SLACK:
        return None
    data = {"now": clock.today(), "last": last.astimezone(clock.zone()).date()}
    return Problem("server.clock_behind", data)


def _disk() -> Problem | None:
    folder = settings.DATA_DIR if settings.DATA_DIR.exists() else settings.DATA_DIR.absolute().parent
    free = shutil.disk_usage(folder).free
    return (
        Problem("server.disk_full", {"free": free // 2**20, "least": LEAST_FREE // 2**20})
        if free < LEAST_FREE
        else None
    )


def _certificate() -> Problem | None:
    ends = server_certificate_ends()
    if ends is None or ends - datetime.now(UTC) > RENEW_BEFORE:  # certificates live in the world's time, not in ours
        return None
    return Problem("server.certificate_ends", {"day": ends.astimezone(clock.zone()).date()})


_EXAMINATIONS: dict[Vital, Callable[[], Problem | None]] = {
    Vital.MIGRATIONS: _migrations,
    Vital.GUARDS: _guards,
    Vital.CLOCK: _clock,
    Vital.DISK: _disk,
    Vital.CERTIFICATE: _certificate,
}


def problems_of(findings: list[Finding]) -> Iterator[Problem]:
    """What is not well."""
    return (finding.problem for finding in findings if finding.problem is not None)
