"""The pages of results: every number with its reason, to whom they are shown and when; rows cost no queries."""

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils.html import strip_tags

from query_counts import queries_of
from score_cases import example, with_a_tie, without, write_figure, write_scores
from season_cases import ABOVE, OPENED, SLUG, on, season_in
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.seasons.models import Season
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase
from thidua.core.season import Season as CoreSeason
from thidua.words.language import Language
from thidua.words.say import say
from world import today_in

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Account]
STANDINGS = f"/ky/{SLUG}/xep-hang/"
SHEETS = f"/ky/{SLUG}/phieu-diem/"
MATRIX = f"/ky/{SLUG}/bang-diem/"
AGREED = today_in(Phase.AGREED)


@pytest.fixture
def sign_in(author: Author, client: Client) -> SignIn:
    def as_somebody(role: Role, unit: str = "", season: str = "") -> Account:
        with on(OPENED):
            account = create_account(
                by=author,
                username=f"{role.replace('_', '-')}.{unit or 'x'}",
                full_name="Trần Thị Bảy",
                password="một hai ba",  # noqa: S106
            )
            assign_role(by=author, account=account, role=role, unit=unit, season=season, starts_on=date(2020, 1, 1))
        client.force_login(account)
        return account

    return as_somebody


def scored(phase: Phase = Phase.AGREED, *, of: CoreSeason | None = None) -> Season:
    season = season_in(phase)
    with on(today_in(phase)):
        write_scores(season, of)
    return season


def text_of(client: Client, path: str, *, day: date = AGREED, status: int = 200) -> str:
    with on(day):
        answer = client.get(path)
    assert answer.status_code == status, answer.content.decode()
    html = answer.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", strip_tags(main.replace("<", " <"))).strip()


def test_standings_show_ranks_points_and_gaps_as_the_command_prints_them(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    shown = text_of(client, STANDINGS)
    for line in (
        "1 Long An 685,60 193,97 98,00 977,57 977,57 0,00",
        "2 Tây Ninh 660,82 188,66 92,49 941,97 941,97 −35,60",
        "3 Đồng Nai 616,74 180,40 79,00 876,14 880,54 −97,03",
        "4 Bình Phước 616,43 178,94 83,50 878,87 878,87 −98,70",
        "5 Bình Dương 591,47 177,21 83,32 850,00 854,27 −123,30",
    ):
        assert line in shown
    assert "Xếp hạng chính thức: cụm đã chốt số liệu." in shown
    assert "số liệu minh họa" in shown
    assert "Bình Dương bị cấp có thẩm quyền trừ 2 điểm: chậm gửi báo cáo chuyên đề (minh họa)" in shown


def test_standings_before_agreement_are_provisional_and_name_who_has_not_reported(
    client: Client, sign_in: SignIn
) -> None:
    scored(Phase.APPRAISING, of=without("binh-phuoc", "truy-na"))
    sign_in(Role.SECRETARY, "tay-ninh")
    shown = text_of(client, STANDINGS, day=today_in(Phase.APPRAISING))
    assert "Xếp hạng tạm tính" in shown
    assert "– Bình Phước" in shown
    assert "Bình Phước chưa xếp hạng: còn 4 tiêu chí chưa báo cáo (I.2.1.b, I.2.1.c, I.2.4.a và DL1)." in shown


def test_units_that_stay_level_share_a_rank_and_every_step_is_told(client: Client, sign_in: SignIn) -> None:
    scored(of=with_a_tie("tay-ninh", "long-an"))
    sign_in(Role.SECRETARY, "tay-ninh")
    shown = text_of(client, STANDINGS)
    assert "1= Tây Ninh 685,60" in shown
    assert "1= Long An 685,60" in shown
    assert "hết tiêu chí phụ vẫn bằng nhau nên đồng hạng 1=. Không rút thăm." in shown


def test_a_tie_of_equal_totals_is_told_step_by_step(client: Client, sign_in: SignIn) -> None:
    scored(of=with_a_tie("tay-ninh", "long-an"))
    sign_in(Role.SECRETARY, "tay-ninh")
    notes = text_of(client, STANDINGS)
    for step in example().rulebook.tie_breaks:
        what = say(f"tie.{step.key.value}{'_in' if step.criterion else ''}", Language.VI, criterion=step.criterion)
        assert f"bằng tổng điểm, xét {what} vẫn bằng nhau" in notes


def test_a_sheet_has_every_criterion_with_points_maximum_and_a_way_to_its_reason(
    client: Client, sign_in: SignIn
) -> None:
    scored()
    sign_in(Role.REPORTER, "tay-ninh")
    shown = text_of(client, f"{SHEETS}tay-ninh/")
    assert "941,97 trên 1.000 điểm" in shown
    assert "III.2 Nhân rộng điển hình, mô hình hay 16,49 * 20" in shown
    assert "I.2.4 Ma túy 52,00 50" in shown
    with on(AGREED):
        html = client.get(f"{SHEETS}tay-ninh/").content.decode()
    linked = set(re.findall(rf'href="{SHEETS}tay-ninh/([^"/]+)/"', html))
    assert linked == {node.code for _, node in example().rulebook.walk()}


def test_what_was_not_assigned_is_no_zero(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "dong-nai")
    assert "I.2.3.c Phát hiện vận chuyển trái phép hàng hóa, tiền tệ qua biên giới – * –" in text_of(
        client, f"{SHEETS}dong-nai/"
    )


def test_a_point_is_explained_with_rule_inputs_target_arithmetic_and_whose_figures_it_hangs_on(
    client: Client, sign_in: SignIn
) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    shown = text_of(client, f"{SHEETS}tay-ninh/III.2/")
    for said in (
        "16,49 trên 20 điểm",
        "10 + 10 × 12,334/19 ≈ 16,4916 → 16,49",
        "Điểm này phụ thuộc số liệu của Long An.",
        "8/12 mô hình ≈ 66,67%",
        "minh chứng: Quyết định công nhận mô hình (minh họa)",
        "Chỉ tiêu 5%; theo Phụ lục giao ước (minh họa); áp dụng từ 15/01/2024",
        "(66,67% − 5%) / 5% = 12,334",
        "Căn cứ: Điều 6, quy định chấm điểm (minh họa).",
        "Long An 20,00",
    ):
        assert said in shown


def test_a_group_shows_its_parts_and_what_its_limits_did(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    shown = text_of(client, f"{SHEETS}tay-ninh/III.1/")
    assert "Điểm của nhóm là tổng các mục dưới đây, đã làm tròn từng mục." in shown
    assert "III.1.2 Đợt cao điểm tấn công, trấn áp tội phạm Tết Giáp Thìn 2024 14,00 15" in shown


def test_the_table_of_all_points_has_every_unit_beside_every_criterion(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    shown = text_of(client, MATRIX)
    assert "hàng hóa, tiền tệ qua biên giới 5 5,00 * 5,00 * 5,00 * – * – *" in shown
    assert "III.2 Nhân rộng điển hình, mô hình hay 20 16,49 * 20,00 * 10,00 * 10,32 * 8,00 *" in shown


@pytest.mark.parametrize("path", [STANDINGS, SHEETS, MATRIX, f"{SHEETS}tay-ninh/", f"{SHEETS}tay-ninh/III.2/"])
def test_without_a_rulebook_every_page_says_what_is_missing(client: Client, sign_in: SignIn, path: str) -> None:
    season_in(Phase.AGREED)
    sign_in(Role.SECRETARY, "tay-ninh")
    assert "Chưa chấm được điểm" in text_of(client, path)


def test_before_agreement_a_unit_reads_its_own_sheet_without_a_rank(client: Client, sign_in: SignIn) -> None:
    scored(Phase.APPRAISING)
    sign_in(Role.REPORTER, "dong-nai")
    day = today_in(Phase.APPRAISING)
    shown = text_of(client, f"{SHEETS}dong-nai/", day=day)
    assert "Thứ hạng được xem từ bước Thống nhất điểm" in shown
    assert "Hạng" not in shown
    assert "Tiêu chí này ở các đơn vị" not in text_of(client, f"{SHEETS}dong-nai/III.2/", day=day)
    text_of(client, f"{SHEETS}long-an/", day=day, status=409)


def test_who_may_open_one_sheet_only_is_led_to_it(client: Client, sign_in: SignIn) -> None:
    scored(Phase.APPRAISING)
    sign_in(Role.REPORTER, "dong-nai")
    with on(today_in(Phase.APPRAISING)):
        assert client.get(SHEETS).headers["Location"] == f"{SHEETS}dong-nai/"


def test_a_new_figure_is_in_the_standings_at_once(client: Client, sign_in: SignIn) -> None:
    season = scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    before = text_of(client, f"{SHEETS}tay-ninh/III.2/")
    with on(AGREED):
        write_figure(season, "long-an", "dien-hinh", "6/10")
    after = text_of(client, f"{SHEETS}tay-ninh/III.2/")
    assert "16,49 trên 20 điểm" in before
    assert "20,00 trên 20 điểm" in after


@pytest.mark.parametrize("path", [STANDINGS, SHEETS, MATRIX, f"{SHEETS}tay-ninh/", f"{SHEETS}tay-ninh/III.2/"])
def test_figures_cost_no_queries(client: Client, sign_in: SignIn, path: str) -> None:
    season = scored()
    sign_in(Role.STANDING_BODY, ABOVE)
    with on(AGREED):
        client.get(path)
        write_figure(season, "long-an", "dien-hinh", "6/10")
        one = queries_of(client, path)
        write_figure(season, "long-an", "dien-hinh", "7/10")
        write_figure(season, "long-an", "dien-hinh", "8/10")
        three = queries_of(client, path)
        kept = queries_of(client, path)
    assert len(one) == len(three)
    assert len(kept) < len(three)


def freeze(client: Client, **typed: str) -> int:
    given = {"number": "24/BB-CA10", "date": "03/06/2024", "word": "chốt"} | typed
    with on(AGREED):
        return client.post(f"{STANDINGS}chot/", given).status_code


def test_standings_say_whether_they_are_frozen_and_a_frozen_version_replays_by_a_button(
    client: Client, sign_in: SignIn
) -> None:
    season = scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    assert "chưa chốt" in text_of(client, STANDINGS)
    assert (freeze(client, word="ừ"), freeze(client)) == (400, 302)
    assert "đã chốt, bản 1" in text_of(client, STANDINGS)
    frozen = f"{STANDINGS}ban/1/"
    assert "1 Công an tỉnh Long An 977,57" in text_of(client, frozen)
    assert "khớp đến từng số" in text_of(client, f"{frozen}tinh-lai/")
    with on(AGREED):
        write_figure(season, "tay-ninh", "dien-hinh", "9/12")
    assert "Số đang hiện khác bản 1 đã chốt." in text_of(client, STANDINGS)
    again = text_of(client, f"{frozen}tinh-lai/")
    assert "khi lưu là 8/12, nay là 9/12." in again
    assert "đơn vị › tay-ninh › tiêu chí › III › điểm: trong tệp là 92.49, tính lại ra 93.37." in again


def test_papers_are_those_of_the_command(client: Client, sign_in: SignIn) -> None:
    season = scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(AGREED):
        document = client.get(f"{STANDINGS}ket-qua.json")
        workbook = client.get(f"{STANDINGS}xep-hang.xlsx")
        paper = client.get(f"{STANDINGS}xep-hang.pdf")
        again = client.get(f"{STANDINGS}xep-hang.pdf")
        sheet = client.get(f"{SHEETS}tay-ninh/phieu-diem.pdf")
        digest = evaluation_of(season, on=AGREED).digest
    assert json.loads(document.content)["digest"] == digest
    assert workbook.content.startswith(b"PK")
    assert workbook.headers["Content-Disposition"] == 'attachment; filename="xep-hang-cum-10-2024.xlsx"'
    assert paper.content.startswith(b"%PDF-")
    assert paper.content == again.content
    assert sheet.content.startswith(b"%PDF-")
    assert sheet.headers["Content-Disposition"] == 'attachment; filename="phieu-diem-tay-ninh.pdf"'
