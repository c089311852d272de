"""Run as a program with the settings of the served application: a cluster's two seasons, a merger between them, and
somebody of the body above. One line for the account: user name, session key, key of the row.
"""

import django

django.setup()

from datetime import date  # noqa: E402

from django.core.management import call_command  # noqa: E402

from e2e.prepare import sign_in  # noqa: E402
from season_cases import ABOVE, BY  # noqa: E402
from thidua.apps.access.models import Account  # noqa: E402
from thidua.apps.access.roles import Role  # noqa: E402
from thidua.apps.access.services import assign_role, create_account  # noqa: E402
from year_cases import merged_seasons  # noqa: E402

PASSWORD = "mùa thi đua năm ấy"  # noqa: S105 - of people who do not exist


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    merged_seasons(binh_duong=82)
    account = create_account(by=BY, username="thuong-truc", full_name="Đặng Thị Trực", password=PASSWORD)
    assign_role(by=BY, account=account, role=Role.STANDING_BODY, unit=ABOVE, starts_on=date(2024, 1, 2))
    for one in Account.objects.all():
        print(one.username, sign_in(one, PASSWORD), one.pk)  # noqa: T201 - it is how a program answers


if __name__ == "__main__":
    main()
