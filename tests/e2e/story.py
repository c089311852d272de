"""The demonstration, and beside it a cluster of the units with the longest names, in the middle of its appraisal.

Run after `django.setup()`. Everything is made through services, on the days on which it would have happened.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from apps.organisation.books import clusters
from e2e.monthly import CHAIR as MONTHLY_CHAIR
from e2e.monthly import open_monthly, write_months
from e2e.preparing import write_preparing
from season_cases import BY, on
from thidua.apps import clock
from thidua.apps.access.models import Account, Assignment
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.campaigns.models import Campaign, Sort
from thidua.apps.demo.loading import load_demo
from thidua.apps.ledger.models import Entry
from thidua.apps.notices.services.telling import tell_all_news
from thidua.apps.organisation.checking import ClusterPlan, MemberPlan, OfficePlan
from thidua.apps.organisation.models import Cluster, RotationTurn
from thidua.apps.organisation.services.bulk import set_up_clusters
from thidua.apps.organisation.services.clusters import form_cluster
from thidua.apps.organisation.services.rotation import LineOfClusters, plan_rotation
from thidua.apps.organisation.services.units import NewUnit, record_unit
from thidua.apps.rulebooks import bridge
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.apps.rulebooks.services import adopt_rulebook, edit_criterion, import_rulebook, start_draft
from thidua.apps.seasons.calendar import Span
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.guards import is_attested
from thidua.apps.seasons.models import Holder, Movement, Season
from thidua.apps.seasons.selectors import situation_of
from thidua.apps.seasons.services import attest_guard, move_season, open_season, plan_phases, set_duty
from thidua.core.kinds.bands import Bands
from thidua.core.kinds.piecewise import Knot, Piecewise
from thidua.core.numbers import Number, Rate
from thidua.core.phases import Phase, next_move
from thidua.core.rulebook.editing import mark_of, own
from thidua.core.timeline import Period
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level
from thidua.files.cluster_book import ClusterBook
from thidua.files.season import load_rulebook

DEMO = Path(__file__).parents[2] / "examples" / "demo"
LONG_NAME = "Hoàng Phủ Nguyễn Thị Thanh Nhàn"
LONGEST_UNIT = "Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ, Công an tỉnh Bà Rịa – Vũng Tàu"
CHAIR, DEPUTY, LONGEST = "ba-ria-vung-tau", "hue", "pccc-ba-ria-vung-tau"
TWO_STEPS = "hai-buoc"
ENTERING, ENTERING_CHAIR = "bao-cao-xa", "thu-ky-xa"
RULEBOOK = Path(__file__).parents[2] / "examples" / "rulebooks" / "tien-giang-2022-ap-dung.yaml"
OPENED = date(2024, 1, 8)
MERGED = date(2025, 7, 1)  # when provinces end
PLAN = {
    Phase.PREPARING: Span(date(2024, 1, 8), date(2024, 1, 31)),
    Phase.SIGNED: Span(date(2024, 2, 2), date(2024, 2, 2)),
    Phase.RUNNING: Span(date(2024, 2, 3), date(2024, 10, 31)),
    Phase.REPORTING: Span(date(2024, 11, 1), date(2024, 11, 15)),
    Phase.APPRAISING: Span(date(2024, 11, 15), date(2024, 11, 25)),
    Phase.AGREED: Span(date(2024, 11, 25), date(2024, 11, 26)),
    Phase.DELIBERATING: Span(date(2024, 11, 28), date(2024, 11, 28)),
    Phase.CONCLUDED: Span(date(2024, 11, 29), date(2024, 11, 30)),
    Phase.PROPOSING: Span(date(2024, 12, 1), date(2024, 12, 15)),
    Phase.CLOSED: Span(date(2024, 12, 31), date(2024, 12, 31)),
}
TURNS = ("tay-ninh", "long-an", "dong-nai", "binh-phuoc", "binh-duong")
COMMUNES = tuple(
    f"Công an xã {name}" for name in ("Bình Điền", "Chân Mây – Lăng Cô", "Đan Điền", "Khe Tre", "Quảng Điền")
)
KNOTS = ((70, 1), (80, 2), (90, 4), (100, 5))  # collected in percent, and the points for it
MOVES = (date(2024, 2, 2), date(2024, 2, 3), date(2024, 11, 1), date(2024, 11, 16))  # up to the appraisal
DUTIES = (
    ("Nộp báo cáo tự chấm điểm năm 2024 kèm minh chứng từng tiêu chí", Holder.MEMBER, Phase.REPORTING, 15),
    ("Giải trình các tiêu chí bị giảm điểm", Holder.MEMBER, Phase.APPRAISING, 24),
    ("Tổng hợp kết quả thẩm định toàn cụm", Holder.CHAIR, Phase.APPRAISING, 23),
    ("Gửi giấy mời hội nghị tổng kết", Holder.CHAIR, Phase.AGREED, 26),
)


def write_story() -> tuple[list[Account], str]:
    """All rows; every account, and the password that all of them have."""
    script, _ = load_demo(DEMO, at=clock.now())
    body = _acting("thuong-truc")
    _make_account("ten-dai", script.password, Role.SECRETARY, CHAIR)
    _make_account(ENTERING_CHAIR, script.password, Role.SECRETARY, "xa-0")
    _make_account(ENTERING, script.password, Role.REPORTER, "xa-2")
    _make_account("bao-cao-ten-dai", script.password, Role.REPORTER, LONGEST)
    for username in ("chua-giao-viec", "du-phong", TWO_STEPS):  # nothing assigned; a password to reset; two steps
        _make_account(username, script.password)
    cluster = _form(body)
    _plan_turns(body)
    set_up_clusters(actor=body, book=_communes())
    with on(OPENED):
        season = _open(cluster)
    for day in MOVES:
        season = _move_on(season, day)
    _enter()
    write_preparing(_acting("thuong-truc"), script.password)
    _report_monthly(script.password)
    tell_all_news()
    return list(Account.objects.order_by("username")), script.password


def add_second_step() -> None:
    """An app for the second step, once the account has signed in without it."""
    account = Account.objects.get(username=TWO_STEPS)
    TOTP.activate(account, generate_totp_secret())
    RecoveryCodes.activate(account)


def write_places() -> dict[str, str]:
    """What stands in addresses of the story, by name."""
    turn = RotationTurn.objects.get(unit="long-an")
    load = Entry.objects.get(verb="organisation.clusters.set_up")
    held = Assignment.objects.get(account__username="lanh-dao.binh-phuoc")
    app = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    peak = Campaign.objects.get(season__slug="cum-10-2024", sort=Sort.PEAK)
    keys = {"cluster": _tenth().pk, "turn": turn.pk, "held": held.pk, "app": app.pk, "campaign": peak.pk}
    return {name: str(key) for name, key in (keys | {"load": load.height}).items()}


def _tenth() -> Cluster:
    return Cluster.objects.get(number="10", year=2024)


def _plan_turns(body: Actor) -> None:
    line = LineOfClusters("Luân phiên cụm trưởng Cụm thi đua số 10", "bo-cong-an", 2024, TURNS, (_tenth(),))
    plan_rotation(actor=body, line=line)


def _communes() -> ClusterBook:
    """A workbook with one cluster of communes, which come with it."""
    units = [(f"xa-{place}", name, "xã", "hue", date(2024, 1, 1), "") for place, name in enumerate(COMMUNES)]
    offices = ("Cụm trưởng", "Cụm phó", *[""] * len(COMMUNES))
    rows = [
        ("342", "Cụm thi đua số 342", 2024, "", "", name, "", "", offices[place]) for place, name in enumerate(COMMUNES)
    ]
    return clusters(*rows, units=units)


def _form(body: Actor) -> Cluster:
    """Of the installation, whose chain ends by the clock: formed now, for the year that is passing."""
    unit = NewUnit(LONGEST, LONGEST_UNIT, Level.PROVINCE, "bo-cong-an")
    record_unit(actor=body, new=unit, starts_on=date(2020, 1, 1))
    members = tuple(
        MemberPlan(code, OPENED, MERGED) for code in (CHAIR, DEPUTY, "thanh-pho-ho-chi-minh", "ca-mau", LONGEST)
    )
    offices = tuple(
        OfficePlan(kind, code, OPENED, MERGED)
        for kind, code in ((OfficeKind.CHAIR, CHAIR), (OfficeKind.DEPUTY, DEPUTY))
    )
    plan = ClusterPlan("7", "Cụm thi đua số 7", 2024, Level.PROVINCE, "bo-cong-an", members, offices)
    return form_cluster(actor=body, plan=plan)


def _open(cluster: Cluster) -> Season:
    chair = _acting("ten-dai")
    season = open_season(
        actor=chair,
        cluster=cluster,
        movement=Movement.objects.get(name__contains="2024"),
        data_from=date(2024, 1, 1),
        data_to=date(2024, 10, 31),
        document=Document("15/QĐ-MH", OPENED),
    )
    plan_phases(actor=chair, season=season, plan=PLAN)
    for title, holder, phase, day in DUTIES:
        set_duty(
            actor=chair,
            season=season,
            title=title,
            holder=holder,
            role=Role.REPORTER if holder is Holder.MEMBER else Role.SECRETARY,
            phase=phase,
            due_on=date(2024, 11, day),
        )
    return season


def _enter() -> None:
    """A season of communes in which figures are typed just now: nothing is reported yet."""
    cluster = Cluster.objects.get(number="342", year=2024)
    with on(clock.today()):
        season = open_season(
            actor=_acting(ENTERING_CHAIR),
            cluster=cluster,
            movement=Movement.objects.get(name__contains="2024"),
            data_from=date(2024, 1, 1),
            data_to=date(2024, 12, 31),
            document=Document("17/QĐ-MH", clock.today()),
        )
        plan = {phase: Span(date(2024, 11, 20), date(2024, 12, 31)) for phase in Phase}
        plan_phases(actor=_acting(ENTERING_CHAIR), season=season, plan=plan)
        rulebook = replace(load_rulebook(RULEBOOK), valid=Period(date(2024, 1, 1), None))  # as if it still held
        import_rulebook(actor=_acting(ENTERING_CHAIR), season=season, rulebook=rulebook, file_name=RULEBOOK.name)
        adopt_rulebook(actor=_acting(ENTERING_CHAIR), season=season, document=Document("18/QĐ-MH", clock.today()))
    for _move in ("signed", "running"):
        season = _move_on(season, clock.today(), by=ENTERING_CHAIR)
    _draft(season)


def _report_monthly(password: str) -> None:
    season = open_monthly(_acting("thuong-truc"), password)
    for _move in ("signed", "running"):
        season = _move_on(season, clock.today(), by=MONTHLY_CHAIR)
    write_months(season)


def _draft(season: Season) -> None:
    """A draft in work: a hole between two bands, exactly 98% lies in neither; and points along a line."""
    chair = _acting(ENTERING_CHAIR)
    draft = start_draft(actor=chair, season=season, rulebook=rulebook_of(season, on=clock.today()), origin=season.slug)
    line = Piecewise(knots=tuple(Knot(at=Rate(Number(at)), points=Number(points)) for at, points in KNOTS))
    for code, shape in (("C1", _torn), ("C2", lambda _bands: line)):
        node = bridge.rulebook(draft).find(code)
        assert node is not None
        assert node.leaf is not None
        assert isinstance(node.leaf.shape, Bands)
        body = replace(node.leaf, shape=shape(node.leaf.shape))
        edit_criterion(actor=chair, season=season, code=code, seen=mark_of(own(node)), node=replace(node, body=body))


def _torn(whole: Bands) -> Bands:
    first, second, *rest = whole.bands
    return Bands(bands=(first, replace(second, up_to=None, below=Rate(Number(98))), *rest))


def _move_on(season: Season, day: date, *, by: str = "ten-dai") -> Season:
    with on(day):
        move = next_move(Phase(season.phase))
        assert move is not None
        situation = situation_of(season, on=day)
        for guard in move.guards:
            if is_attested(guard, situation):
                attest_guard(actor=_acting(by), season=season, guard=guard, document=Document("16/BB-MH", day))
        return move_season(actor=_acting(by), season=season, to=move.target)


def _acting(username: str) -> Actor:
    return actor_of(Account.objects.get(username=username), on=clock.today())


def _make_account(username: str, password: str, role: Role | None = None, unit: str = "") -> Account:
    account = create_account(by=BY, username=username, full_name=LONG_NAME, password=password, rank="Thượng tá")
    if role is not None:
        assign_role(by=BY, account=account, role=role, unit=unit, starts_on=date(2019, 1, 1))
    return account
