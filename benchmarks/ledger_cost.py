"""What the ledger costs a verb: one row written with its entry, against the same row written without, both engines,
each write safe on disk before it is answered, as in production.

The worst case is measured: a verb that writes one row. Ours and the peer's take turns write by write; p50 and p95 of
both are divided.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from harness import report, skip

WARM_UP, PAIRS = 50, 600
ROOT = Path(__file__).parents[1]
NOT_INSTALLED = 3  # exit code of tools/postgres.sh


def main() -> None:
    """Each engine in a fresh process, because Django has one database."""
    me = [sys.executable, __file__, "measure"]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(me, check=True, env={**os.environ, "DATABASE_URL": f"sqlite:///{folder}/ledger.db"})
    environment = {**os.environ, "FSYNC": "on"}
    done = subprocess.run(["sh", ROOT / "tools" / "postgres.sh", *me], check=False, env=environment)
    if done.returncode == NOT_INSTALLED:
        skip("ledger_cost_postgresql", "postgresql")
    elif done.returncode:
        sys.exit(done.returncode)


def measure() -> None:
    """Against the database of DATABASE_URL, which is empty."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "thidua.config.settings.test"
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0)
    told, plain = verbs()
    seconds = [(timed(told), timed(plain)) for _ in range(WARM_UP + PAIRS)][WARM_UP:]
    ours, peers = (sorted(column) for column in zip(*seconds, strict=True))
    for name, place in (("p50", PAIRS // 2), ("p95", PAIRS * 95 // 100)):
        ratio = ours[place] / peers[place]
        report(f"ledger_cost_{connection.vendor}_{name}", ratio, "<=2", "the same write without ledger")


def verbs() -> tuple[Callable[[], object], Callable[[], object]]:
    """The same row with and without its entry."""
    from django.db import transaction

    from thidua.apps.access.events import ACCOUNT_CREATED, ROLE_ASSIGNED
    from thidua.apps.access.models import Account, Assignment
    from thidua.apps.ledger.services import recording
    from thidua.core.ledger.entry import Author

    by = Author("0192", "Nguyễn Văn An", "secretary", "tay-ninh")
    account = Account(username="an.nv", full_name="Nguyễn Văn An")
    with recording(ACCOUNT_CREATED, by=by) as record:
        record.save(account)

    def row() -> Assignment:
        return Assignment(account=account, role="reporter", unit="tay-ninh", starts_on=date(2024, 1, 1))

    def told() -> None:
        texts = {"subject": account.full_name}
        data = {"role": "reporter", "unit": "tay-ninh", "starts_on": date(2024, 1, 1)}
        with recording(ROLE_ASSIGNED, by=by, reason="Theo quyết định số 12", texts=texts, **data) as record:
            record.save(row())

    def plain() -> None:
        with transaction.atomic():
            row().save(force_insert=True)

    return told, plain


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


if __name__ == "__main__":
    measure() if sys.argv[1:] == ["measure"] else main()
