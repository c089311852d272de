"""A season in the middle of its appraisal, with the longest names that there are, and people of every role.

Run after `django.setup()`. Everything is made through services, on the days on which it would have happened.
"""

from datetime import date

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from apps.organisation.books import clusters
from e2e.pages import PASSWORD
from season_cases import ABOVE, BODY, BY, CHAIR, NAMES, on, show_all, write_cluster, write_movement, write_units
from thidua.apps.access.models import Account, Assignment
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.ledger.models import Entry
from thidua.apps.organisation.models import Cluster, RotationTurn
from thidua.apps.organisation.services.bulk import set_up_clusters
from thidua.apps.organisation.services.rotation import LineOfClusters, plan_rotation
from thidua.apps.seasons.calendar import Span
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Holder, Illustration, Movement, Season
from thidua.apps.seasons.services import move_season, open_season, plan_phases, set_duty
from thidua.core.phases import Phase, next_move
from thidua.core.units.tree import Level
from thidua.files.cluster_book import ClusterBook

LONG_NAME = "Thượng tá Hoàng Phủ Nguyễn Thị Thanh Nhàn"
LONGEST_UNIT = "Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ, Công an tỉnh Bà Rịa – Vũng Tàu"
OPENED = date(2024, 1, 2)
PLAN = {
    Phase.PREPARING: Span(date(2024, 1, 2), date(2024, 1, 31)),
    Phase.SIGNED: Span(date(2024, 2, 2), date(2024, 2, 2)),
    Phase.RUNNING: Span(date(2024, 2, 3), date(2024, 10, 31)),
    Phase.REPORTING: Span(date(2024, 11, 1), date(2024, 11, 15)),
    Phase.APPRAISING: Span(date(2024, 11, 15), date(2024, 11, 20)),
    Phase.AGREED: Span(date(2024, 11, 20), date(2024, 11, 22)),
    Phase.DELIBERATING: Span(date(2024, 11, 23), date(2024, 11, 23)),
    Phase.CONCLUDED: Span(date(2024, 11, 24), date(2024, 11, 30)),
    Phase.PROPOSING: Span(date(2024, 12, 1), date(2024, 12, 15)),
    Phase.CLOSED: Span(date(2024, 12, 31), date(2024, 12, 31)),
}
MOVES = (date(2024, 2, 2), date(2024, 2, 3), date(2024, 11, 1), date(2024, 11, 16))  # up to the appraisal
DUTIES = (
    ("Nộp báo cáo tự chấm điểm năm 2024", Holder.MEMBER, Role.REPORTER, Phase.REPORTING, date(2024, 11, 15)),
    ("Giải trình các tiêu chí bị giảm điểm", Holder.MEMBER, Role.REPORTER, Phase.APPRAISING, date(2024, 11, 19)),
    ("Thẩm định chéo theo phân công của cụm", Holder.MEMBER, Role.APPRAISER, Phase.APPRAISING, date(2024, 11, 20)),
    ("Tổng hợp kết quả thẩm định toàn cụm", Holder.CHAIR, Role.SECRETARY, Phase.APPRAISING, date(2024, 11, 18)),
    ("Gửi giấy mời hội nghị tổng kết", Holder.CHAIR, Role.SECRETARY, Phase.AGREED, date(2024, 11, 21)),
    ("Lập hồ sơ đề nghị khen thưởng", Holder.MEMBER, Role.SECRETARY, Phase.PROPOSING, date(2024, 12, 10)),
)
TURNS = ("tay-ninh", "long-an", "dong-nai", "binh-phuoc", "binh-duong")
COMMUNES = tuple(f"Công an xã {name}" for name in ("Thạnh Đức", "Phước Thạnh", "Truông Mít", "Bàu Đồn", "Lợi Thuận"))
UNITS = {
    Role.SECRETARY: "tay-ninh",
    Role.REPORTER: "long-an",
    Role.LEADER: "dong-nai",
    Role.APPRAISER: "binh-phuoc",
    Role.OBSERVER: "binh-duong",
    Role.STANDING_BODY: ABOVE,
}


def write_story() -> list[Account]:
    """All rows; the accounts are one of each role, by its name, and three who hold nothing: `newcomer`, `spare`, whose
    password is reset, and `two-step`, who has an app for the second step.
    """
    NAMES["dong-nai"] = LONGEST_UNIT
    with on(date(2023, 1, 2)):
        write_units()
        movement = write_movement()
        _open(2023, movement, Illustration.WHOLLY)
    with on(OPENED):
        season = _open(2024, movement, Illustration.PARTLY)
        plan_phases(actor=CHAIR, season=season, plan=PLAN)
        for title, holder, role, phase, due_on in DUTIES:
            set_duty(actor=CHAIR, season=season, title=title, holder=holder, role=role, phase=phase, due_on=due_on)
        line = LineOfClusters("Luân phiên cụm trưởng Cụm thi đua số 10", ABOVE, 2024, TURNS, (season.cluster,))
        plan_rotation(actor=BODY, line=line)
    for day in MOVES:
        season = _move_on(season, day)
    with on(date(2024, 11, 18)):
        set_up_clusters(actor=BODY, book=_communes())
    others = [_make_account(name) for name in ("newcomer", "spare", "two-step")]
    TOTP.activate(others[-1], generate_totp_secret())
    RecoveryCodes.activate(others[-1])
    return [*(_person(role) for role in Role), *others]


def write_places() -> dict[str, str]:
    """What stands in addresses of the story, by name."""
    cluster = Cluster.objects.get(year=2024, level=Level.PROVINCE)
    load = Entry.objects.get(verb="organisation.clusters.set_up")
    turn = RotationTurn.objects.get(unit="long-an")
    held = Assignment.objects.get(account__username="leader")
    app = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    found = {"cluster": cluster.pk, "turn": turn.pk, "load": load.height, "held": held.pk, "app": app.pk}
    return {name: str(key) for name, key in found.items()}


def _communes() -> ClusterBook:
    """A workbook with one cluster of communes, which come with it."""
    units = [(f"xa-{place}", name, "xã", "tay-ninh", date(2024, 1, 1), "") for place, name in enumerate(COMMUNES)]
    offices = ("Cụm trưởng", "Cụm phó", *[""] * len(COMMUNES))
    rows = [
        ("342", "Cụm thi đua số 342", 2024, "", "", name, "", "", offices[place]) for place, name in enumerate(COMMUNES)
    ]
    return clusters(*rows, units=units)


def _open(year: int, movement: Movement, illustration: Illustration) -> Season:
    return open_season(
        actor=CHAIR,
        cluster=write_cluster(year=year),
        movement=movement,
        data_from=date(year, 1, 1),
        data_to=date(year, 10, 31),
        document=Document("15/BB-CA10", date(year, 1, 2)),
        illustration=illustration,
    )


def _move_on(season: Season, day: date) -> Season:
    with on(day):
        show_all(season)
        move = next_move(Phase(season.phase))
        assert move is not None
        return move_season(actor=CHAIR, season=season, to=move.target)


def _person(role: Role) -> Account:
    account = _make_account(role.replace("_", "-"))
    season = "cum-10-2024" if role is Role.TELLER else ""
    assign_role(by=BY, account=account, role=role, unit=UNITS.get(role, ""), season=season, starts_on=date(2020, 1, 1))
    return account


def _make_account(username: str) -> Account:
    return create_account(by=BY, username=username, full_name=LONG_NAME, password=PASSWORD)
