"""Run as a program with the settings of the served application: a cluster of five with a small rulebook, in the phase
that `THIDUA_CLOCK_SHIFT` stands in — before the pact is signed in January, running with targets given in June. Prints
one line for each person of the story: user name, session key, key of the row.
"""

import django

django.setup()

from datetime import date  # noqa: E402

from e2e.prepare import sign_in  # noqa: E402
from scoring_cases import GIVEN, adopt_small_rulebook, target  # noqa: E402
from season_cases import (  # noqa: E402
    ABOVE,
    BODY,
    BY,
    CHAIR,
    OPENED,
    move_on,
    on,
    write_cluster,
    write_movement,
    write_units,
)
from thidua.apps import clock  # noqa: E402
from thidua.apps.access.models import Account  # noqa: E402
from thidua.apps.access.roles import Role  # noqa: E402
from thidua.apps.access.services import assign_role, create_account  # noqa: E402
from thidua.apps.rulebooks.services import import_targets  # noqa: E402
from thidua.apps.seasons.calendar import Span  # noqa: E402
from thidua.apps.seasons.documents import Document  # noqa: E402
from thidua.apps.seasons.services import open_season, plan_phases  # noqa: E402
from thidua.core.phases import Phase  # noqa: E402

PASSWORD = "mùa thi đua năm ấy"  # noqa: S105 - of people who do not exist
PEOPLE = {
    "lanh-dao-long-an": ("Nguyễn Văn Long", Role.LEADER, "long-an"),
    "thuong-truc": ("Đặng Thị Trực", Role.STANDING_BODY, ABOVE),
}
PLAN = {phase: Span(date(2024, phase.number, 1), date(2024, phase.number, 28)) for phase in Phase}


def write_targets_season() -> None:
    with on(OPENED):
        write_units()
        season = open_season(
            actor=CHAIR,
            cluster=write_cluster(),
            movement=write_movement(),
            data_from=date(2024, 1, 1),
            data_to=date(2024, 10, 31),
            document=Document("15/BB-CA10", OPENED),
        )
        plan_phases(actor=CHAIR, season=season, plan=PLAN)
        adopt_small_rulebook(season)
        if IN_JUNE:
            rows = [target("pha-an", "cả cụm", "75%"), target("tin-bai", "cả cụm", "20", line=3)]
            import_targets(actor=BODY, season=season, rows=rows, document=GIVEN, file_name="chi-tieu.xlsx")
    if IN_JUNE:
        move_on(season, to=Phase.RUNNING)


def write_people() -> None:
    for username, (name, role, unit) in PEOPLE.items():
        account = create_account(by=BY, username=username, full_name=name, password=PASSWORD)
        assign_role(by=BY, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))


IN_JUNE = clock.today() >= date(2024, 6, 1)


def main() -> None:
    with on(OPENED):
        write_people()
    write_targets_season()
    for account in Account.objects.all():
        print(account.username, sign_in(account, PASSWORD), account.pk)  # noqa: T201 - it is how a program answers


if __name__ == "__main__":
    main()
