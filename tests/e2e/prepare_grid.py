"""Run as a program with the settings of the served application: a cluster of five in the middle of its reports. Thirty
indicators are reported by month, forty criteria are claimed, and a long list of further monthly ones fills the table up
to two hundred lines. One line is printed for each account: user name, session key, key of the row.
"""

import django

django.setup()

import json  # noqa: E402
from datetime import date, timedelta  # noqa: E402

from e2e.prepare import sign_in  # noqa: E402
from season_cases import (  # noqa: E402
    BY,
    CHAIR,
    OPENED,
    PLAN,
    move_on,
    on,
    person,
    write_cluster,
    write_movement,
    write_units,
)
from thidua.apps.access.models import Account  # noqa: E402
from thidua.apps.access.roles import Role  # noqa: E402
from thidua.apps.access.services import assign_role, create_account  # noqa: E402
from thidua.apps.reporting.periods import At  # noqa: E402
from thidua.apps.reporting.services import Typed, enter_figures  # noqa: E402
from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook  # noqa: E402
from thidua.apps.seasons.documents import Document  # noqa: E402
from thidua.apps.seasons.services import open_season, plan_phases  # noqa: E402
from thidua.core.periods import Frequency, periods_of  # noqa: E402
from thidua.core.phases import Phase  # noqa: E402
from thidua.core.rulebook.parse import parse_rulebook  # noqa: E402
from thidua.core.timeline import Period  # noqa: E402
from thidua.files.yaml_text import read_yaml  # noqa: E402

PASSWORD = "mùa thi đua năm ấy"  # noqa: S105 - of people who do not exist
DATA = date(2023, 11, 16), date(2024, 11, 15)  # twelve months of the police's year, the last one just over
MONTHLY, FURTHER, CLAIMED = 30, 170, 40
WHOLE = "binh-duong"  # has reported everything
PEOPLE = {
    "bao-cao": (Role.REPORTER, "long-an"),
    "bao-cao-khac": (Role.REPORTER, "long-an"),
    "bao-cao-het-han": (Role.REPORTER, "dong-nai"),
    "ky-thuat": (Role.TECHNICIAN, ""),
    "bao-cao-dien-thoai": (Role.REPORTER, WHOLE),
    "lanh-dao-dien-thoai": (Role.LEADER, WHOLE),
    "thu-ky": (Role.SECRETARY, "tay-ninh"),
}


def rulebook() -> dict[str, object]:
    """Monthly counts and shares, and criteria whose points the unit claims."""
    per_event = {"kind": "per_event", "each": "0,1"}
    counted = [("vu", "Vụ việc loại", MONTHLY), ("viec", "Việc thêm loại", FURTHER)]
    indicators = [
        {
            "code": f"{code}-{number}",
            "name": f"{name} {number}",
            "kind": "share" if number % 10 == 0 else "count",
            "measure": "vụ",
            "frequency": "month",
            "aggregation": "sum",
        }
        for code, name, most in counted
        for number in range(1, most + 1)
    ]
    groups = [
        {
            "code": top,
            "name": title,
            "points": most,
            "parts": [
                {
                    "code": f"{top}.{number}",
                    "name": f"Tiêu chí {code} {number}",
                    "points": 1,
                    "indicator": f"{code}-{number}",
                    "rule": per_event if number % 10 else {"kind": "proportional", "of": "whole"},
                }
                for number in range(1, most + 1)
            ],
        }
        for top, title, code, most in (("I", "Số liệu theo tháng", "vu", MONTHLY), ("III", "Số khác", "viec", FURTHER))
    ]
    claimed = [
        {"code": f"II.{number}", "name": f"Nội dung tự chấm {number}", "points": 5, "rule": _claimed(number)}
        for number in range(1, CLAIMED + 1)
    ]
    groups.insert(1, {"code": "II", "name": "Tự chấm", "points": 5 * CLAIMED, "parts": claimed})
    head = {"rulebook": "bang-lon", "title": "Bảng điểm lớn", "version": "1", "valid": {"from": "2024-01-01"}}
    return {**head, "indicators": indicators, "criteria": groups}


def _claimed(number: int) -> object:
    if number % 2 == 0:
        return "pass_fail"
    return {"kind": "range", "least": 3, "most": 5} if number % 5 == 0 else "entry"


def everything() -> dict[At, Typed]:
    """A figure for each cell of the season."""
    months = periods_of(Period(DATA[0], DATA[1] + timedelta(days=1)), Frequency.MONTH)
    counted = [f"vu-{number}" for number in range(1, MONTHLY + 1)]
    counted += [f"viec-{number}" for number in range(1, FURTHER + 1)]
    monthly = {
        At(code, month.code): Typed(f"{month.number}/20" if code.endswith("0") else str(month.number))
        for code in counted
        for month in months
    }
    claims = {
        At(f"II.{number}"): Typed("4" if number % 2 else "đạt", f"Báo cáo {number}/BC")
        for number in range(1, CLAIMED + 1)
    }
    return monthly | claims


def write_season() -> None:
    with on(OPENED):
        write_units()
        season = open_season(
            actor=CHAIR,
            cluster=write_cluster(),
            movement=write_movement(),
            data_from=DATA[0],
            data_to=DATA[1],
            document=Document("15/BB-CA10", OPENED),
        )
        plan_phases(actor=CHAIR, season=season, plan=PLAN)
        book = parse_rulebook(read_yaml(json.dumps(rulebook()).encode()))
        import_rulebook(actor=CHAIR, season=season, rulebook=book, file_name="bang.yaml")
        adopt_rulebook(actor=CHAIR, season=season, document=Document("04/QĐ-CA10", OPENED))
    season = move_on(season, to=Phase.RUNNING)
    with on(date(2024, 11, 20)):
        enter_figures(actor=person(Role.REPORTER, WHOLE), season=season, unit=WHOLE, cells=everything())


def main() -> None:
    write_season()
    for username, (role, unit) in PEOPLE.items():
        account = create_account(by=BY, username=username, full_name=f"Nguyễn Thị {username}", password=PASSWORD)
        assign_role(by=BY, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
    for account in Account.objects.all():
        print(account.username, sign_in(account, PASSWORD), account.pk)  # noqa: T201 - it is how a program answers


if __name__ == "__main__":
    main()
