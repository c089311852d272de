"""Run as a program with the settings of the served application: cluster 10 of 2026 with five units, nothing else, one
account for each person of the story, and one line printed for each: user name, session key, key of the row.
"""

import django

django.setup()

from datetime import date  # noqa: E402

from e2e.prepare import sign_in  # noqa: E402
from season_cases import ABOVE, BY, on, write_cluster, write_units  # noqa: E402
from thidua.apps.access.models import Account  # noqa: E402
from thidua.apps.access.roles import Role  # noqa: E402
from thidua.apps.access.services import assign_role, create_account  # noqa: E402

PASSWORD = "mùa thi đua năm ấy"  # noqa: S105 - of people who do not exist
FORMED = date(2026, 1, 2)
PEOPLE = {
    "thu-ky": ("Trần Thị Thư", Role.SECRETARY, "tay-ninh"),
    "thuong-truc": ("Đặng Thị Trực", Role.STANDING_BODY, ABOVE),
    "lanh-dao-tay-ninh": ("Nguyễn Văn Tây", Role.LEADER, "tay-ninh"),
    "lanh-dao-long-an": ("Phan Thị Long", Role.LEADER, "long-an"),
    "lanh-dao-binh-phuoc": ("Lê Thị Phước", Role.LEADER, "binh-phuoc"),
    "lanh-dao-binh-duong": ("Hồ Văn Dương", Role.LEADER, "binh-duong"),
    "lanh-dao-dong-nai": ("Võ Văn Nai", Role.LEADER, "dong-nai"),
}


def main() -> None:
    with on(FORMED):
        write_units()
        write_cluster(year=2026)
        for username, (name, role, unit) in PEOPLE.items():
            account = create_account(by=BY, username=username, full_name=name, password=PASSWORD, rank="Đại tá")
            assign_role(by=BY, account=account, role=role, unit=unit, starts_on=FORMED)
    for account in Account.objects.all():
        print(account.username, sign_in(account, PASSWORD), account.pk)  # noqa: T201 - it is how a program answers


if __name__ == "__main__":
    main()
