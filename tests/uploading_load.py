"""Two people of a unit hand in a file each at the same moment: both look first, then both take theirs in.

python tests/uploading_load.py 3     three times; each time what both were answered, and what stands afterwards, as JSON
"""

import json
import os
import sys
import threading
from typing import Any

import django

LINES = 40


def prepare() -> list[Any]:
    """An installation whose season asks for many counts, and two reporters of one unit, signed in."""
    from datetime import date

    from django.core.management import call_command
    from django.test import Client

    from scoring_cases import ADOPTED, long_rulebook, scored_season
    from season_cases import BY, CHAIR, OPENED, move_on, on
    from thidua.apps.access.roles import Role
    from thidua.apps.access.services import assign_role, create_account
    from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook
    from thidua.core.phases import Phase

    call_command("migrate", interactive=False, verbosity=0)
    season = scored_season(Phase.PREPARING, with_rulebook=False)
    clients = []
    with on(OPENED):
        import_rulebook(actor=CHAIR, season=season, rulebook=long_rulebook(LINES), file_name="bang.yaml")
        adopt_rulebook(actor=CHAIR, season=season, document=ADOPTED)
        for name in ("bao-cao-1", "bao-cao-2"):
            account = create_account(by=BY, username=name, full_name="Trần Thị Bảy", password="một hai ba bốn")  # noqa: S106
            assign_role(by=BY, account=account, role=Role.REPORTER, unit="long-an", starts_on=date(2020, 1, 1))
            clients.append(Client())
            clients[-1].force_login(account)
    move_on(season, to=Phase.REPORTING)
    return clients


def hand_in(client: Any, value: int, both: threading.Barrier, told: dict[int, Any]) -> None:
    """Look at a file whose lines all say one value, wait for the other one, take it in."""
    from django.db import connection

    from season_cases import on
    from web.test_upload_pages import DAY, PAGE, book, hidden, line, send

    try:
        looked = send(client, book([line(f"so-{one}", value) for one in range(LINES)]))
        fields = hidden(looked)
        both.wait(60)
        with on(DAY):
            answer = client.post(PAGE, {**fields, "act": "all"})
        told[value] = [answer.status_code, answer.content.decode()]
    except Exception as failure:  # noqa: BLE001 - whatever it is, the test tells it
        both.abort()
        told[value] = [0, repr(failure)]
    connection.close()


def standing() -> dict[str, Any]:
    """The figure of each indicator as it stands, how many were ever written, and what the ledger finds."""
    from thidua.apps.ledger.verification import find_problems
    from thidua.apps.reporting.models import Figure

    rows = Figure.objects.filter(unit="long-an").order_by("version")
    return {
        "figures": sorted({row.indicator: row.typed for row in rows}.values()),
        "written": rows.count(),
        "problems": [str(problem) for problem in find_problems()],
    }


def main(times: int) -> None:
    django.setup()
    clients = prepare()
    for one in range(times):
        both, told = threading.Barrier(2), {}
        pairs = zip(clients, (2 * one + 1, 2 * one + 2), strict=True)
        people = [threading.Thread(target=hand_in, args=(client, value, both, told)) for client, value in pairs]
        for person in people:
            person.start()
        for person in people:
            person.join()
        os.write(1, (json.dumps({"told": told, **standing()}) + "\n").encode())


if __name__ == "__main__":
    main(int(sys.argv[1]))
