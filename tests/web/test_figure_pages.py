"""The pages of figures: the matrix with its five emptinesses, one cell with its history, and who sees whose."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from scoring_cases import line, scored_season, today_in
from season_cases import CHAIR, OPENED, REPORTER, SLUG, move_on, on
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.reporting.services import Typed, enter_figures, record_reviews
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
PAGE = f"/ky/{SLUG}/so-lieu/"
DAY = today_in(Phase.REPORTING)
CELLS = {
    "pha-an": Typed("93,1%", evidence="Báo cáo số 5", source="Sổ theo dõi án"),
    "tin-bai": Typed("0"),
    "II.1": Typed("không đạt"),
    "nop-bao-cao": Typed("không giao"),
    "dieu-tra": Typed("không áp dụng"),
}
SignIn = Callable[..., Account]


@pytest.fixture
def sign_in(author: Author, client: Client) -> SignIn:
    def as_somebody(role: Role, unit: str) -> Account:
        with on(OPENED):
            who = {"username": f"{role}.{unit}", "full_name": "Trần Thị Bảy", "password": "một hai ba bốn"}
            account = create_account(by=author, **who)
            assign_role(by=author, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
        client.force_login(account)
        return account

    return as_somebody


def words(html: str) -> str:
    return re.sub(r"\s+", " ", strip_tags(html.replace("<", " <"))).strip()


def rows(html: str) -> dict[str, list[tuple[str, str]]]:
    """By indicator, the class and the words of each cell."""
    found = re.findall(
        r'<tr><th scope="row" title="([^"]*)">.*?</th><td class="unit">.*?</td>(.*?)</tr>', html, re.DOTALL
    )
    return {
        name: [(look, words(cell)) for look, cell in re.findall(r'<td(?: class="([^"]*)")?>(.*?)</td>', cells)]
        for name, cells in found
    }


def opened(client: Client, path: str = PAGE, *, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer.content.decode()
    html = answer.content.decode()
    return html[html.index("<main") : html.index("</main>")]


def test_five_emptinesses_are_told_apart(client: Client, sign_in: SignIn) -> None:
    season = scored_season(Phase.REPORTING)
    sign_in(Role.REPORTER, "long-an")
    with on(DAY):
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells=CELLS)
        html = opened(client)
    assert rows(html) == {
        "Tỷ lệ phá án": [("", "93,1%")],
        "Án được điều tra làm rõ": [("is-na", "KAD không áp dụng")],
        "Hồ sơ cai nghiện": [("is-missing", "thiếu chưa báo cáo")],
        "Không để bị động": [("", "không đạt")],
        "Chỉ đạo": [("is-missing", "thiếu chưa báo cáo")],
        "Tin bài": [("", "0")],
        "Ngày nộp báo cáo": [("is-unassigned", "– không giao")],
    }
    assert "còn thiếu 2 ô" in words(html)


def test_a_claim_waits_at_the_stage_of_the_review(client: Client, sign_in: SignIn) -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells=CELLS)
    season = move_on(Season.objects.get(), to=Phase.APPRAISING)
    sign_in(Role.SECRETARY, "long-an")
    with on(today_in(Phase.APPRAISING)):
        given = {"rows": [line("tin-bai", appraised="7")], "document": Document("22/BB", date(2024, 3, 2))}
        record_reviews(actor=CHAIR, season=season, unit="long-an", **given)
        at_review, at_claim = rows(opened(client)), rows(opened(client, f"{PAGE}?buoc=self"))
        cell = words(opened(client, f"{PAGE}long-an/tin-bai/"))
    assert at_review["Tin bài"][1] == ("", "7")
    assert at_review["Tỷ lệ phá án"][1] == ("is-wait", "93,1% chưa qua bước đang xem")
    assert at_claim["Tin bài"][1] == ("", "0")
    assert "tự chấm 0 thẩm định 7 thống nhất – chưa có phúc tra – chưa có" in cell
    assert "22/BB ngày 02/03/2024" in cell


def test_a_cell_keeps_every_version_with_who_when_and_from_what(client: Client, sign_in: SignIn) -> None:
    season = scored_season(Phase.REPORTING)
    account = sign_in(Role.REPORTER, "long-an")
    actor = Actor(str(account.pk), account.full_name, (Grant(Role.REPORTER, "long-an"),))
    with on(DAY):
        for text in ("90%", "93,1%", ""):
            enter_figures(
                actor=actor,
                season=season,
                unit="long-an",
                cells={"pha-an": Typed(text, "BC 5" if text else "", "Sổ án")},
            )
        page = words(opened(client, f"{PAGE}long-an/pha-an/"))
    history = page[page.index("Các lần ghi") :]
    moment = f"09:00, {DAY:%d/%m/%Y}"
    assert f"{moment} tự chấm 3 rút lại Trần Thị Bảy" in history
    assert f"{moment} tự chấm 2 93,1% Trần Thị Bảy Sổ án BC 5" in history
    assert f"{moment} tự chấm 1 90% Trần Thị Bảy Sổ án BC 5" in history
    assert "75% từ đầu kỳ 06/PL-CA10" in page


def test_figures_of_others_are_seen_once_they_are_agreed(client: Client, sign_in: SignIn) -> None:
    season = scored_season(Phase.REPORTING)
    sign_in(Role.REPORTER, "long-an")
    with on(DAY):
        page = words(opened(client))
        opened(client, f"{PAGE}dong-nai/pha-an/", status=409)
    assert "Số liệu của đơn vị khác xem được từ bước Thống nhất điểm" in page
    move_on(season, to=Phase.AGREED)
    with on(today_in(Phase.AGREED)):
        assert "đơn vị khác" not in words(opened(client))
        opened(client, f"{PAGE}dong-nai/pha-an/")


@pytest.mark.parametrize("path", ["long-an/khong-co/", "ca-mau/pha-an/"])
def test_a_cell_that_is_not_there_is_nothing(client: Client, sign_in: SignIn, path: str) -> None:
    scored_season(Phase.REPORTING)
    sign_in(Role.REPORTER, "long-an")
    with on(DAY):
        opened(client, PAGE + path, status=404)


def test_without_a_rulebook_there_is_nothing_to_report(client: Client, sign_in: SignIn) -> None:
    scored_season(Phase.PREPARING, with_rulebook=False)
    sign_in(Role.REPORTER, "long-an")
    with on(OPENED):
        page = words(opened(client))
    assert "Kỳ này chưa ban hành bảng tiêu chí" in page


def test_figures_that_lack_a_target_are_pointed_out(client: Client, sign_in: SignIn) -> None:
    season = scored_season(Phase.REPORTING, with_targets=False)
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(DAY):
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells=CELLS)
        page = words(opened(client))
    assert "Công an tỉnh Long An › pha-an › v1" in page


@pytest.mark.parametrize("path", ["", "long-an/tin-bai/"])
def test_rows_cost_no_queries(client: Client, sign_in: SignIn, path: str) -> None:
    season = scored_season(Phase.REPORTING)
    sign_in(Role.SECRETARY, "tay-ninh")
    counts = []
    with on(DAY):
        for texts in (("7",), ("8", "9")):
            for text in texts:
                enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"tin-bai": Typed(text)})
            opened(client, PAGE + path)
            with CaptureQueriesContext(connection) as queries:
                opened(client, PAGE + path)
            counts.append(len(queries))
    assert counts[0] == counts[1] <= 35
