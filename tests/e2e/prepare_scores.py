"""Run as a program with the settings of the served application: a cluster of five whose units have just claimed, one
account for each person of the story, and one line printed for each: user name, session key, key of the row.
"""

import django

django.setup()

from datetime import date, timedelta  # noqa: E402

from e2e.prepare import sign_in  # noqa: E402
from season_cases import (  # noqa: E402
    ABOVE,
    BY,
    CHAIR,
    NAMES,
    OPENED,
    PLAN,
    first_day_of,
    move_on,
    on,
    person,
    write_cluster,
    write_season,
    write_units,
)
from thidua.apps.access.models import Account  # noqa: E402
from thidua.apps.access.roles import Role  # noqa: E402
from thidua.apps.access.services import assign_role, create_account  # noqa: E402
from thidua.apps.reporting.services import Typed, enter_figures  # noqa: E402
from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook  # noqa: E402
from thidua.apps.seasons.documents import Document  # noqa: E402
from thidua.apps.seasons.services import plan_phases  # noqa: E402
from thidua.core.phases import Phase  # noqa: E402
from thidua.core.rulebook.parse import parse_rulebook  # noqa: E402
from thidua.files.yaml_text import read_yaml  # noqa: E402

PASSWORD = "mùa thi đua năm ấy"  # noqa: S105 - of people who do not exist
RULEBOOK = """\
rulebook: bang-diem-nho
title: Bảng điểm nhỏ
version: "1"
valid: {from: 2024-01-01}
tie_breaks:
  - {key: points_of, criterion: I}
criteria:
  - {code: I, name: Công tác chuyên môn, points: 20, rule: entry}
  - {code: II, name: Phong trào ở cơ sở, points: 10, rule: entry}
"""
# What each unit claims: the first, the two whose tie the chain breaks, and the two that share their rank.
CLAIMS = {
    "tay-ninh": ("18", "9"),
    "long-an": ("17", "9"),
    "binh-phuoc": ("16", "9"),
    "binh-duong": ("15", "7"),
    "dong-nai": ("15", "7"),
}
PEOPLE = {
    "thu-ky": ("Trần Thị Thư", Role.SECRETARY, "tay-ninh"),
    "lanh-dao-long-an": ("Nguyễn Văn Long", Role.LEADER, "long-an"),
    "lanh-dao-binh-phuoc": ("Lê Thị Phước", Role.LEADER, "binh-phuoc"),
    "tham-dinh-long-an": ("Bùi Thị An", Role.APPRAISER, "long-an"),
    "tham-dinh-dong-nai": ("Võ Văn Nai", Role.APPRAISER, "dong-nai"),
    "thuong-truc": ("Đặng Thị Trực", Role.STANDING_BODY, ABOVE),
}


def write_season_with_claims() -> None:
    with on(OPENED):
        write_units()
        season = write_season(write_cluster())
        plan_phases(actor=CHAIR, season=season, plan=PLAN)
        import_rulebook(
            actor=CHAIR, season=season, rulebook=parse_rulebook(read_yaml(RULEBOOK.encode())), file_name="bang.yaml"
        )
        adopt_rulebook(actor=CHAIR, season=season, document=Document("04/QĐ-CA10", OPENED))
    season = move_on(season, to=Phase.REPORTING)
    with on(first_day_of(Phase.REPORTING) + timedelta(days=2)):
        for unit, (first, second) in CLAIMS.items():
            cells = {"I": Typed(first, f"Báo cáo {first}/BC"), "II": Typed(second, f"Báo cáo {second}/BC")}
            enter_figures(actor=person(Role.REPORTER, unit), season=season, unit=unit, cells=cells)
    move_on(season, to=Phase.APPRAISING)


def main() -> None:
    write_season_with_claims()
    for username, (name, role, unit) in PEOPLE.items():
        account = create_account(by=BY, username=username, full_name=name, password=PASSWORD)
        assign_role(by=BY, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
    for account in Account.objects.all():
        print(account.username, sign_in(account, PASSWORD), account.pk)  # noqa: T201 - it is how a program answers


assert set(CLAIMS) == set(NAMES)
if __name__ == "__main__":
    main()
