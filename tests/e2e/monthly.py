"""A season whose indicators are reported by month and by quarter, in the middle of its reports: one figure is doubted,
two questions are open. Run inside the story, after `django.setup()`.
"""

import json
from datetime import date

from season_cases import BY, on
from thidua.apps import clock
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.organisation.checking import ClusterPlan, MemberPlan, OfficePlan
from thidua.apps.organisation.models import Cluster
from thidua.apps.organisation.services.clusters import form_cluster
from thidua.apps.remarks.services import At as Cell
from thidua.apps.remarks.services import ask
from thidua.apps.reporting.periods import At
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook
from thidua.apps.seasons.calendar import Span
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Movement, Season
from thidua.apps.seasons.services import open_season, plan_phases
from thidua.core.phases import Phase
from thidua.core.rulebook.parse import parse_rulebook
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level
from thidua.files.yaml_text import read_yaml

UNITS = ("dong-thap", "tien-giang", "tra-vinh")
CHAIR, REPORTER = "thu-ky-dt", "bao-cao-tg"
MERGED = date(2025, 7, 1)  # when provinces end
EVENTS: dict[str, object] = {"kind": "per_event", "each": "0,1"}
WHOLE: dict[str, object] = {"kind": "proportional", "of": "whole"}
ASKED = (
    ("an-ninh", "Vụ việc phức tạp về an ninh, trật tự được giải quyết", "count", "vụ", "month", EVENTS),
    ("kham-pha", "Tỷ lệ điều tra, khám phá các loại án", "share", "án", "month", WHOLE),
    ("tuan-tra", "Lượt tuần tra bảo đảm trật tự, an toàn giao thông", "count", "lượt", "month", EVENTS),
    ("tin-bai", "Tin, bài, phóng sự tuyên truyền phong trào", "count", "tin, bài", "month", EVENTS),
    ("hoa-giai", "Tỷ lệ mâu thuẫn được hòa giải ở cơ sở", "share", "vụ", "month", WHOLE),
    ("mo-hinh", "Mô hình tự quản được xây dựng, củng cố", "count", "mô hình", "quarter", EVENTS),
)
MONTHS = {
    "an-ninh": ("31", "28", "33", "35", "30", "29", "34", "32", "36", "31"),
    "kham-pha": ("18/20", "15/17", "21/24", "19/21", "20/22", "17/19", "16/18", "22/25", "18/20"),
    "tuan-tra": ("410", "395", "402", "388", "420", "415", "407", "399", "412", "1.020"),  # the last one is doubted
    "tin-bai": ("24", "22", "26", "25", "21", "23", "27", "24", "26", "25"),
    "hoa-giai": ("9/10", "11/12", "8/9", "12/13", "10/11", "9/9", "11/13", "10/10"),
}


def open_monthly(body: Actor, password: str) -> Season:
    """The season with its rulebook, still in preparation."""
    for username, role, unit in ((CHAIR, Role.SECRETARY, UNITS[0]), (REPORTER, Role.REPORTER, UNITS[1])):
        account = create_account(by=BY, username=username, full_name="Lê Thị Thu", password=password, rank="Đại úy")
        assign_role(by=BY, account=account, role=role, unit=unit, starts_on=date(2019, 1, 1))
    today = clock.today()
    plan = ClusterPlan(
        "13",
        "Cụm thi đua số 13",
        today.year,
        Level.PROVINCE,
        "bo-cong-an",
        tuple(MemberPlan(unit, today, MERGED) for unit in UNITS),
        tuple(
            OfficePlan(kind, unit, today, MERGED)
            for kind, unit in zip((OfficeKind.CHAIR, OfficeKind.DEPUTY), UNITS, strict=False)
        ),
    )
    cluster = form_cluster(actor=body, plan=plan)
    with on(today):
        return _open(cluster)


def _open(cluster: Cluster) -> Season:
    today = clock.today()
    season = open_season(
        actor=_acting(CHAIR),
        cluster=cluster,
        movement=Movement.objects.get(name__contains="2024"),
        data_from=date(2024, 1, 1),
        data_to=date(2024, 12, 31),
        document=Document("21/QĐ-MH", today),
    )
    phases = {phase: Span(date(2024, 11, 20), date(2024, 12, 31)) for phase in Phase}
    plan_phases(actor=_acting(CHAIR), season=season, plan=phases)
    rulebook = parse_rulebook(read_yaml(json.dumps(_rulebook()).encode()))
    import_rulebook(actor=_acting(CHAIR), season=season, rulebook=rulebook, file_name="theo-thang.yaml")
    adopt_rulebook(actor=_acting(CHAIR), season=season, document=Document("22/QĐ-MH", today))
    return season


def write_months(season: Season) -> None:
    """Ten months of figures of one unit, and two questions about them that wait for an answer."""
    cells = {
        At(code, f"2024-{month:02}"): Typed(text)
        for code, texts in MONTHS.items()
        for month, text in enumerate(texts, start=1)
    }
    enter_figures(actor=_acting(REPORTER), season=season, unit=UNITS[1], cells=cells)
    for cell, text in (
        (Cell(UNITS[1], "an-ninh", "2024-05", "30"), "Tháng 5 đã gồm các vụ của công an xã chưa?"),
        (Cell(UNITS[1], "kham-pha"), "Tổng số án có tính án tạm đình chỉ không?"),
    ):
        ask(actor=_acting(CHAIR), season=season, at=cell, text=text)


def _rulebook() -> dict[str, object]:
    indicators = [
        {"code": code, "name": name, "kind": kind, "measure": measure, "frequency": frequency, "aggregation": "sum"}
        for code, name, kind, measure, frequency, _rule in ASKED
    ]
    counted = [
        {"code": f"I.{place}", "name": name, "points": 10, "indicator": code, "rule": rule}
        for place, (code, name, _kind, _measure, _frequency, rule) in enumerate(ASKED, start=1)
    ]
    claimed = [
        {"code": "II.1", "name": "Xây dựng lực lượng trong sạch, vững mạnh", "points": 20, "rule": "entry"},
        {"code": "II.2", "name": "Không có cán bộ vi phạm kỷ luật", "points": 20, "rule": "pass_fail"},
    ]
    groups = [
        {"code": "I", "name": "Số liệu báo cáo trong năm", "points": 60, "parts": counted},
        {"code": "II", "name": "Nội dung tự chấm", "points": 40, "parts": claimed},
    ]
    head = {"rulebook": "theo-thang", "title": "Bảng điểm báo cáo theo tháng", "version": "1"}
    return {**head, "valid": {"from": "2024-01-01"}, "indicators": indicators, "criteria": groups}


def _acting(username: str) -> Actor:
    return actor_of(Account.objects.get(username=username), on=clock.today())
