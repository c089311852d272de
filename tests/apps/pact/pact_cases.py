"""A season with its pact drafted or open, and the leader of each unit with an account of their own."""

# ruff: noqa: S105 - passwords of people who do not exist

from datetime import date

from attached_files import PDF
from season_cases import BY, CHAIR, NAMES, OPENED, on
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.attachments.services import Upload
from thidua.apps.pact.models import Opening, Signature
from thidua.apps.pact.selectors import short
from thidua.apps.pact.services import draft_pact, open_pact, record_paper_signature, sign_pact
from thidua.apps.pact.text import CarriedDirective, Commitment, Draft, Registration
from thidua.apps.pact.titles import Title
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season

PASSWORD = "mùa thi đua năm ấy"
DRAFT = Draft(
    purpose="Lập thành tích toàn diện.",
    commitments=(Commitment("Tỷ lệ phá án vượt chỉ tiêu Bộ giao", ("pha-an",)), Commitment("Không có cán bộ vi phạm")),
    directives=(CarriedDirective("Nhân rộng điển hình tiên tiến", "Hội nghị tổng kết năm 2023"),),
    registrations=(Registration("long-an", Title.MINISTRY_FLAG), Registration("tay-ninh", Title.GOVERNMENT_FLAG)),
    effect="Có hiệu lực từ ngày ký.",
)
PAPER = Document("03/GU-CA10", OPENED)
SCAN = Upload("giao-uoc.pdf", PDF)


def leader_of(unit: str) -> Actor:
    """The leader of a unit, made when first asked for."""
    username = f"lanh-dao-{unit}"
    account = Account.objects.filter(username=username).first()
    if account is None:
        with on(OPENED):
            account = create_account(
                by=BY, username=username, full_name="Trần Thị Lan", password=PASSWORD, rank="Đại tá"
            )
            assign_role(by=BY, account=account, role=Role.LEADER, unit=unit, starts_on=date(2020, 1, 1))
    return actor_of(account, on=OPENED)


def opened_pact(season: Season, draft: Draft = DRAFT) -> Opening:
    """The pact drafted and opened on the first day."""
    with on(OPENED):
        pact = draft_pact(actor=CHAIR, season=season, draft=draft, seen=0)
        return open_pact(actor=CHAIR, season=season, seen=pact.version)


def signed_by(season: Season, unit: str, opening: Opening, **changed: str) -> Signature:
    """A unit's leader signs what was opened."""
    what = {"unit": unit, "digest": opening.digest, "password": PASSWORD} | changed
    with on(OPENED):
        return sign_pact(actor=leader_of(unit), season=season, **what)


def signed_on_paper(season: Season, unit: str, opening: Opening, **changed: object) -> Signature:
    """Who runs the year records the paper of a unit."""
    what = {"signer": "Đại tá Lê Văn Giấy, Giám đốc", "digest": short(opening.digest), "document": PAPER, "scan": SCAN}
    with on(OPENED):
        return record_paper_signature(actor=CHAIR, season=season, unit=unit, **{**what, **changed})


def signed_by_all(season: Season) -> Opening:
    """Four leaders sign here, the last on paper."""
    opening = opened_pact(season)
    *here, last = NAMES
    for unit in here:
        signed_by(season, unit, opening)
    signed_on_paper(season, last, opening)
    return opening
