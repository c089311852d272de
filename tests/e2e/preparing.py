"""Seasons in preparation, for the pages of that phase: one whose pact is open and half signed, one whose pact is
only drafted. Run inside the story, after `django.setup()`.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from season_cases import BY
from thidua.apps import clock
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.organisation.checking import ClusterPlan, MemberPlan, OfficePlan
from thidua.apps.organisation.services.clusters import form_cluster
from thidua.apps.pact.services import draft_pact, open_pact, sign_pact
from thidua.apps.pact.text import CarriedDirective, Commitment, Draft, Registration
from thidua.apps.pact.titles import Title
from thidua.apps.rulebooks.services import adopt_rulebook, import_rulebook
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Movement, Season
from thidua.apps.seasons.services import open_season
from thidua.core.timeline import Period
from thidua.core.units.clusters import OfficeKind
from thidua.core.units.tree import Level
from thidua.files.season import load_rulebook

RULEBOOK = Path(__file__).parents[2] / "examples" / "rulebooks" / "tien-giang-2022-ap-dung.yaml"
MERGED = date(2025, 7, 1)  # when provinces end
SIGNING, DRAFTING = ("an-giang", "kien-giang"), ("vinh-long", "ben-tre")
LEADER, OTHER_LEADER, CHAIR, DRAFTER = "lanh-dao-kg", "lanh-dao-ag", "thu-ky-ag", "thu-ky-vl"
NAME = "Hoàng Phủ Nguyễn Thị Thanh Nhàn"


def write_preparing(body: Actor, password: str) -> None:
    """Both seasons, of clusters that are formed today."""
    for username, role, unit in (
        (CHAIR, Role.SECRETARY, SIGNING[0]),
        (OTHER_LEADER, Role.LEADER, SIGNING[0]),
        (LEADER, Role.LEADER, SIGNING[1]),
        (DRAFTER, Role.SECRETARY, DRAFTING[0]),
    ):
        account = create_account(by=BY, username=username, full_name=NAME, password=password, rank="Thượng tá")
        assign_role(by=BY, account=account, role=role, unit=unit, starts_on=date(2019, 1, 1))
    signing = _season(body, "9", SIGNING, CHAIR)
    draft_pact(actor=_acting(CHAIR), season=signing, draft=_draft(SIGNING), seen=0)
    opened = open_pact(actor=_acting(CHAIR), season=signing, seen=1)
    sign_pact(actor=_acting(OTHER_LEADER), season=signing, unit=SIGNING[0], digest=opened.digest, password=password)
    drafting = _season(body, "12", DRAFTING, DRAFTER)
    draft_pact(actor=_acting(DRAFTER), season=drafting, draft=_draft(DRAFTING), seen=0)


def _draft(units: tuple[str, ...]) -> Draft:
    return Draft(
        purpose="Bảo đảm an ninh, trật tự trên địa bàn; xây dựng lực lượng trong sạch, vững mạnh.",
        commitments=(
            Commitment("Tỷ lệ điều tra, khám phá án vượt chỉ tiêu Bộ giao."),
            Commitment("Không có cán bộ, chiến sĩ vi phạm kỷ luật phải xử lý từ cảnh cáo trở lên."),
        ),
        directives=(CarriedDirective("Nhân rộng điển hình tiên tiến ngay từ đầu năm", "Hội nghị tổng kết năm 2023"),),
        registrations=tuple(Registration(unit, Title.MINISTRY_FLAG) for unit in units),
        effect="Giao ước có hiệu lực từ ngày ký đến hết năm thi đua.",
    )


def _season(body: Actor, number: str, units: tuple[str, str], chair: str) -> Season:
    today = clock.today()
    posts = dict(zip((OfficeKind.CHAIR, OfficeKind.DEPUTY), units, strict=True))
    plan = ClusterPlan(
        number,
        f"Cụm thi đua số {number}",
        today.year,
        Level.PROVINCE,
        "bo-cong-an",
        tuple(MemberPlan(unit, today, MERGED) for unit in units),
        tuple(OfficePlan(kind, unit, today, MERGED) for kind, unit in posts.items()),
    )
    season = open_season(
        actor=_acting(chair),
        cluster=form_cluster(actor=body, plan=plan),
        movement=Movement.objects.get(name__contains="2024"),
        data_from=date(2024, 1, 1),
        data_to=date(2024, 12, 31),
        document=Document("19/QĐ-MH", today),
    )
    rulebook = replace(load_rulebook(RULEBOOK), valid=Period(date(2024, 1, 1), None))  # as if it still held
    import_rulebook(actor=_acting(chair), season=season, rulebook=rulebook, file_name=RULEBOOK.name)
    adopt_rulebook(actor=_acting(chair), season=season, document=Document("20/QĐ-MH", today))
    return season


def _acting(username: str) -> Actor:
    return actor_of(Account.objects.get(username=username), on=clock.today())
