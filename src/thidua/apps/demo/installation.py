"""The installation in which the demonstration is played: never one where people work, and never behind itself.

The entry that ends the loading marks the place: what was written after it, people did while looking around.
"""

from datetime import datetime
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Max, QuerySet

from thidua.apps import clock
from thidua.apps.access.roles import SYSTEM
from thidua.apps.demo.events import DEMO_LOADED
from thidua.apps.demo.loading import load_demo
from thidua.apps.demo.reading import ScriptRefused
from thidua.apps.demo.script import Script
from thidua.apps.ledger.models import Entry
from thidua.apps.ledger.services import recording
from thidua.core.errors import Problem


def play(folder: Path, *, at: datetime) -> Script:
    """Load the demonstration, or keep what is there. Raises ScriptRefused, above all where people work."""
    if Entry.objects.exists() and not _loaded().exists():
        raise ScriptRefused(Problem("demo.real_installation"))
    with transaction.atomic():
        script, is_new = load_demo(folder, at=at)
        if is_new:
            with clock.standing_at(at), recording(DEMO_LOADED, by=SYSTEM.author()):
                pass  # the entry alone
    return script


def last_act() -> datetime | None:
    """When somebody last did something; seasons that are recorded beyond the clock do not count."""
    mark = _loaded().values_list("pk", flat=True).first()
    return None if mark is None else Entry.objects.filter(pk__gte=mark).aggregate(last=Max("at"))["last"]


def forget() -> None:
    """Empty the database for a fresh start. Raises ScriptRefused unless it holds a demonstration, or nothing."""
    tables = set(connection.introspection.table_names())
    if tables and not ("ledger_entry" in tables and (_loaded().exists() or not Entry.objects.exists())):
        raise ScriptRefused(Problem("demo.real_installation"))
    if connection.vendor == "sqlite":
        _forget_file()
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")


def _forget_file() -> None:
    path = Path(connection.settings_dict["NAME"])
    connection.close()
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _loaded() -> QuerySet:
    return Entry.objects.filter(verb=DEMO_LOADED.code).order_by("pk")
