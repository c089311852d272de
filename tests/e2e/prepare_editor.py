"""Run as a program with the settings of the served application: last year's season with its figures, and this year's in
preparation, for the story of the editor. One line for each account: user name, session key, key of the row.
"""

import os
import sys

import django

django.setup()

from datetime import date, timedelta  # noqa: E402
from pathlib import Path  # noqa: E402

from e2e.prepare import sign_in  # noqa: E402
from score_cases import write_scores  # noqa: E402
from season_cases import ABOVE, BY, CHAIR, first_day_of, on, season_in, write_cluster  # noqa: E402
from thidua.apps.access.models import Account  # noqa: E402
from thidua.apps.access.roles import Role  # noqa: E402
from thidua.apps.access.services import assign_role, create_account  # noqa: E402
from thidua.apps.rulebooks.services import import_rulebook  # noqa: E402
from thidua.apps.seasons.documents import Document  # noqa: E402
from thidua.apps.seasons.models import Season  # noqa: E402
from thidua.apps.seasons.services import open_season  # noqa: E402
from thidua.core.phases import Phase  # noqa: E402

PASSWORD = "mùa thi đua năm ấy"  # noqa: S105 - of people who do not exist
BEGUN = date(2025, 1, 3)
PEOPLE = {
    "thu-ky": ("Trần Thị Thư", Role.SECRETARY, "tay-ninh"),
    "thuong-truc": ("Đặng Thị Trực", Role.STANDING_BODY, ABOVE),
}


def write_seasons() -> Season:
    """Last year's season with all its figures, and the one that follows it."""
    last = season_in(Phase.AGREED)
    with on(first_day_of(Phase.AGREED) + timedelta(days=2)):
        write_scores(last)
    with on(BEGUN):
        return open_season(
            actor=CHAIR,
            cluster=write_cluster(year=2025),
            movement=last.movement,
            data_from=date(2025, 1, 1),
            data_to=date(2025, 10, 31),
            document=Document("15/BB-CA10", date(2025, 1, 2)),
            after=last,
        )


def draft_large(season: Season) -> None:
    """A draft of 176 leaves, for the measurements."""
    sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
    from large_season import rulebook

    with on(BEGUN):
        import_rulebook(actor=CHAIR, season=season, rulebook=rulebook(), file_name="bang-lon.yaml")


def main() -> None:
    season = write_seasons()
    if os.environ.get("THIDUA_LARGE_DRAFT"):
        draft_large(season)
    for username, (name, role, unit) in PEOPLE.items():
        account = create_account(by=BY, username=username, full_name=name, password=PASSWORD)
        assign_role(by=BY, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
    for account in Account.objects.all():
        print(account.username, sign_in(account, PASSWORD), account.pk)  # noqa: T201 - it is how a program answers


if __name__ == "__main__":
    main()
