"""Writers as an installation has them: processes with threads, each calling a service of the product again and again.

python tests/writing_load.py prepare 8           tables, units, and 8 seasons, each on its own chain
python tests/writing_load.py write 2.5 0 0 0 0   for 2.5 s, four writers on season 0; an id is printed once it is saved
python tests/writing_load.py write 2.5 0 1 2 3   four writers, each on a season of its own
python tests/writing_load.py verify              what the ledger finds, and the ids of all rows, as JSON
"""

import json
import os
import sys
import threading
import time
from datetime import date
from typing import Any

import django

OPENED, WRITING, DUE = date(2020, 1, 2), date(2020, 6, 1), date(2020, 6, 20)


def prepare(seasons: int) -> None:
    """An installation with seasons of as many years."""
    from django.core.management import call_command

    from season_cases import BODY, on, write_cluster, write_movement, write_season, write_units

    call_command("migrate", interactive=False, verbosity=0)
    with on(OPENED):
        write_units()
        movement = write_movement()
        for number in range(seasons):
            year = 2020 - number
            write_season(write_cluster(year=year), movement=movement, actor=BODY)


def write(seasons: list[int], seconds: float) -> None:
    """One writer a season of the list, until the time is over; a failure is printed like an id."""
    stop = time.monotonic() + seconds
    writers = [threading.Thread(target=write_until, args=(stop, season)) for season in seasons]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()


def write_until(stop: float, number: int) -> None:
    from django.db import connection

    from season_cases import on

    with on(WRITING):
        season = season_of(number)
        while time.monotonic() < stop:
            try:
                tell(write_one(season))
            except Exception as failure:  # noqa: BLE001 - whatever it is, the test tells it
                tell(f"FAILED {failure!r}")
    connection.close()


def stay(number: int) -> None:
    """Write when asked, and say so when it is done; what fails ends the process."""
    from season_cases import on

    with on(WRITING):
        season = season_of(number)
        tell("ready")
        for line in sys.stdin:
            for _ in range(int(line)):
                write_one(season)
            tell(line.strip())


def season_of(number: int) -> Any:
    from thidua.apps.seasons.models import Season

    return Season.objects.get(year=2020 - number)


def write_one(season: Any) -> str:
    """The secretary of the chair's unit puts a duty into the calendar: checks, a row, its entry."""
    from season_cases import CHAIR
    from thidua.apps.access.roles import Role
    from thidua.apps.seasons.models import Holder
    from thidua.apps.seasons.services import set_duty
    from thidua.core.phases import Phase

    duty = set_duty(
        actor=CHAIR,
        season=season,
        title="Gửi báo cáo tháng",
        holder=Holder.MEMBER,
        role=Role.REPORTER,
        phase=Phase.RUNNING,
        due_on=DUE,
    )
    return str(duty.pk)


def tell(line: str) -> None:
    """One write to the pipe, so that lines of threads never mix and none is kept back."""
    os.write(1, f"{line}\n".encode())


def verify() -> None:
    """The ledger's findings, every row, and how long each chain is."""
    from thidua.apps.ledger.models import Chain
    from thidua.apps.ledger.verification import find_problems
    from thidua.apps.seasons.models import Duty

    found = {
        "problems": [str(problem) for problem in find_problems()],
        "rows": sorted(str(key) for key in Duty.objects.values_list("pk", flat=True)),
        "heights": {chain.key: chain.height for chain in Chain.objects.order_by("key")},
    }
    tell(json.dumps(found))


def main(words: list[str]) -> None:
    django.setup()
    match words:
        case ["prepare", seasons]:
            prepare(int(seasons))
        case ["write", seconds, *seasons]:
            write([int(season) for season in seasons], float(seconds))
        case ["stay", season]:
            stay(int(season))
        case ["verify"]:
            verify()


if __name__ == "__main__":
    main(sys.argv[1:])
