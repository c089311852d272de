"""Through every door at once: a unit's reporter sends, to every address that takes a form, every field that any form of
ours has and some that none has. What then stands written is that unit's own, and nothing else.
"""

import pytest
from django.db import transaction
from django.test import Client

from security.permission_table import read
from security.test_permissions import keys_of
from thidua.apps.ledger.models import Entry, EntryRow
from thidua.cli.main import COMMANDS
from world import World

DOORS = sorted({line.door[2] for line in read("permissions.csv") if line.door[1] == "POST"})
EVERYTHING = {
    "to": "appraising",
    "phase": "closed",
    "role": "standing_body",
    "where": "bo-cong-an",
    "unit": "long-an",
    "holder": "chair",
    "is_active": "1",
    "must_change_password": "",
    "full_name": "Người khác",
    "username": "deputy",
    "name": "Tên khác",
    "title": "Việc khác",
    "code": "don-vi-la",
    "number": "1/QĐ",
    "document": "1/QĐ",
    "date": "01/03/2024",
    "reason": "vì thế",
    "note": "vì thế",
    "starts_on": "03/04/2024",
    "last_day": "10/04/2024",
    "ends_on": "10/04/2024",
    "due_on": "10/04/2024",
    "season": "cum-10-2024",
    "account": "1",
    "level": "ministry",
    "illustration": "none",
    "final_score": "100",
    "clusterScore": "100",
    "preparing_starts_on": "01/01/2024",
}
# Address → tables in which the reporter's own rows may appear. Everywhere else nothing is written.
OWN = {
    "/ky/{season}/lich/{duty}/xong/dong-nai/": {"seasons.dutydone"},
    "/toi/uy-quyen/{own}/": {"access.delegation"},
}
# Commands act for whoever owns the machine; a unit's person has none. Those that open the installation's database:
ON_THE_MACHINE = {"serve", "demo", "tls", "ledger", "technician", "digest"}
ON_FILES = {"score", "explain", "replay", "golden", "template", "simulate", "national", "rulebook", "poll"}


@pytest.mark.django_db
def test_a_reporter_writes_nothing_but_the_own_unit_s(world: World) -> None:
    browser = Client()
    browser.force_login(world.accounts["reporter"])
    keys = keys_of(world) | {"own": world.assignment("reporter").pk}
    session = browser.cookies["sessionid"].value  # one of the doors signs out
    wrote = {path: tables_written(session, path.format(**keys)) for path in DOORS}
    assert {path: tables for path, tables in wrote.items() if tables} == OWN


def tables_written(session: str, path: str) -> set[str]:
    """The recorded tables that a form changes, undone afterwards."""
    browser = Client()
    browser.cookies["sessionid"] = session
    last = Entry.objects.order_by("-pk").values_list("pk", flat=True)[0]
    with transaction.atomic():
        browser.post(path, EVERYTHING)
        tables = set(EntryRow.objects.filter(entry__pk__gt=last).values_list("table", flat=True))
        transaction.set_rollback(True)
    return tables


def test_every_command_is_known_for_what_it_opens() -> None:
    assert set(COMMANDS) == ON_THE_MACHINE | ON_FILES
