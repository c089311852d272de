"""Run as a program with the settings of the served application: a cluster of five in its reports, by a rulebook that
asks for five hundred figures more. One line is printed for each account: user name, session key, key of the row.
"""

import django

django.setup()

from datetime import date  # noqa: E402

from e2e.prepare import sign_in  # noqa: E402
from scoring_cases import ADOPTED, long_rulebook, scored_season  # noqa: E402
from season_cases import BY, CHAIR, OPENED, move_on, on  # noqa: E402
from thidua.apps.access.models import Account  # noqa: E402
from thidua.apps.access.roles import Role  # noqa: E402
from thidua.apps.access.services import assign_role, create_account  # noqa: E402
from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook  # noqa: E402
from thidua.core.phases import Phase  # noqa: E402

PASSWORD = "mùa thi đua năm ấy"  # noqa: S105 - of people who do not exist
LINES = 500


def main() -> None:
    season = scored_season(Phase.PREPARING, with_rulebook=False)
    with on(OPENED):
        import_rulebook(actor=CHAIR, season=season, rulebook=long_rulebook(LINES), file_name="bang.yaml")
        adopt_rulebook(actor=CHAIR, season=season, document=ADOPTED)
        account = create_account(by=BY, username="bao-cao", full_name="Trần Thị Bảy", password=PASSWORD)
        assign_role(by=BY, account=account, role=Role.REPORTER, unit="long-an", starts_on=date(2020, 1, 1))
    move_on(season, to=Phase.REPORTING)
    for one in Account.objects.all():
        print(one.username, sign_in(one, PASSWORD), one.pk)  # noqa: T201 - it is how a program answers


if __name__ == "__main__":
    main()
