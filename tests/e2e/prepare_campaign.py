"""Run as a program with the settings of the served application, once for each morning of a campaign. On the first it
writes a cluster of five whose season is running; on each what falls due is told, as the timer of the day does it.
Prints one line for each person of the story: user name, session key, key of the row.
"""

import django

django.setup()

from datetime import date  # noqa: E402

from e2e.prepare import sign_in  # noqa: E402
from scoring_cases import scored_season  # noqa: E402
from season_cases import ABOVE, BY, NAMES  # noqa: E402
from thidua.apps.access.models import Account  # noqa: E402
from thidua.apps.access.roles import Role  # noqa: E402
from thidua.apps.access.services import assign_role, create_account  # noqa: E402
from thidua.apps.notices.services.daily import run_day  # noqa: E402
from thidua.core.phases import Phase  # noqa: E402

PASSWORD = "mùa thi đua năm ấy"  # noqa: S105 - of people who do not exist
PEOPLE = {
    "thuong-truc": ("Đặng Thị Trực", Role.STANDING_BODY, ABOVE),
    "thu-ky": ("Trần Thị Thư", Role.SECRETARY, "tay-ninh"),
    **{f"lanh-dao-{unit}": ("Nguyễn Văn Lãnh", Role.LEADER, unit) for unit in NAMES},
    **{f"bao-cao-{unit}": ("Lê Thị Báo", Role.REPORTER, unit) for unit in NAMES},
}


def write_first_morning() -> None:
    scored_season(Phase.RUNNING)
    for username, (name, role, unit) in PEOPLE.items():
        account = create_account(by=BY, username=username, full_name=name, password=PASSWORD)
        assign_role(by=BY, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))


def main() -> None:
    if not Account.objects.exists():
        write_first_morning()
    run_day()
    for account in Account.objects.all():
        print(account.username, sign_in(account, PASSWORD), account.pk)  # noqa: T201 - it is how a program answers


if __name__ == "__main__":
    main()
