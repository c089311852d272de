"""The office goes on working while the ledger is verified: the look sees one state, and no writer waits for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from own_database import own_database

SCRIPT = """
import django; django.setup()
from threading import Thread
from django.core.management import call_command
from django.db import connection
from ledger_cases import write_account
from thidua.apps.database.snapshot import snapshot
from thidua.apps.ledger.models import Entry
from thidua.apps.ledger.verification import find_problems, verify_ledger
from thidua.core.ledger.entry import Author

def write():
    write_account(Author("a", "An"), "trong.luc.kiem")
    connection.close()

call_command("migrate", verbosity=0)
write_account(Author("a", "An"))
with snapshot():
    before = verify_ledger()
    writer = Thread(target=write)
    writer.start()
    writer.join(timeout=15)
    print("written:", not writer.is_alive())
    print("seen:", Entry.objects.count(), verify_ledger() == before)
print("after:", Entry.objects.count(), find_problems())
connection.close()
"""


@pytest.mark.rows
def test_a_verification_sees_one_state_and_hinders_no_writer(tmp_path: Path) -> None:
    with own_database(tmp_path) as address:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "thidua.config.settings.test",
            "DATABASE_URL": address,
            "PYTHONPATH": "tests",
        }
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, check=False, capture_output=True, encoding="utf-8"
        )
    assert done.stdout.splitlines() == ["written: True", "seen: 1 True", "after: 2 []"], done.stderr
