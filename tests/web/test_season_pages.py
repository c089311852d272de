"""The pages of seasons: what they show to whom, what they refuse, and that rows cost no queries."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from season_cases import (
    ABOVE,
    CHAIR,
    OPENED,
    SLUG,
    on,
    season_in,
    write_cluster,
    write_season,
    write_units,
)
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.seasons.models import Attestation, Duty, Holder, Season
from thidua.apps.seasons.services import set_duty
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Account]
PAGE = f"/ky/{SLUG}/"


@pytest.fixture
def sign_in(author: Author, client: Client) -> SignIn:
    def as_somebody(role: Role, unit: str = "") -> Account:
        username = f"{role.replace('_', '-')}.{unit or 'x'}"
        with on(OPENED):
            account = create_account(by=author, username=username, full_name="Trần Thị Bảy", password="một hai ba bốn")  # noqa: S106
            assign_role(by=author, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
        client.force_login(account)
        return account

    return as_somebody


def text_of(client: Client, path: str, *, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer.content.decode()
    return words(answer.content.decode())


def words(html: str) -> str:
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", strip_tags(main.replace("<", " <"))).strip()


def test_the_page_shows_the_chain_with_its_dates_and_the_present_step(client: Client, sign_in: SignIn) -> None:
    season_in(Phase.RUNNING)
    sign_in(Role.REPORTER, "long-an")
    with on(date(2024, 3, 2)):
        html = client.get(PAGE).content.decode()
    steps = re.findall(
        r'<li data-n="(\d+)"(?: class="(is-\w+)")?(?: aria-current="step")?><b>(.*?)</b><small>(.*?)<', html
    )
    assert [(number, state, name) for number, state, name, _ in steps] == [
        ("1", "is-past", "Chuẩn bị"),
        ("2", "is-past", "Ký giao ước"),
        ("3", "is-now", "Thi đua"),
        ("4", "", "Nộp số liệu"),
        ("5", "", "Thẩm định"),
        ("6", "", "Thống nhất điểm"),
        ("7", "", "Bình xét"),
        ("8", "", "Tổng kết"),
        ("9", "", "Đề nghị khen thưởng"),
        ("10", "", "Kết thúc"),
    ]
    assert steps[2][3] == "01/03 – 28/03"


def test_the_locked_button_says_what_is_missing_and_who_mends_it(client: Client, sign_in: SignIn) -> None:
    season_in(Phase.RUNNING)
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(date(2024, 3, 5)):
        page = text_of(client, PAGE)
    assert "Số liệu còn tính đến hết ngày 31/03/2024. Điều kiện tự đạt từ ngày hôm sau." in page
    assert "Chuyển sang Nộp số liệu Còn 1 điều kiện chưa đạt; mỗi điều kiện ghi rõ ai làm gì." in page


def test_the_chair_records_a_document_and_moves_the_season(client: Client, sign_in: SignIn) -> None:
    season_in(Phase.PREPARING)
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(date(2024, 1, 9)):
        sent = client.post(f"{PAGE}can-cu/pact_signed/", {"number": "15/BB-CA10", "date": "2/1/2024", "note": ""})
        moved = client.post(f"{PAGE}chuyen-buoc/", {"to": "signed"})
        page = text_of(client, PAGE)
    assert [(answer.status_code, answer["Location"]) for answer in (sent, moved)] == [(302, PAGE), (302, PAGE)]
    assert Season.objects.get().phase == Phase.SIGNED
    assert "Kỳ thi đua đã sang bước Ký giao ước" in page


def test_a_document_that_is_wrong_is_told_at_its_fields_and_nothing_is_saved(client: Client, sign_in: SignIn) -> None:
    season_in(Phase.PREPARING)
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(date(2024, 1, 9)):
        answer = client.post(f"{PAGE}can-cu/pact_signed/", {"number": " ", "date": "31/02/2024", "note": "<b>x</b>"})
    assert answer.status_code == 400
    assert "&lt;b&gt;x&lt;/b&gt;" in answer.content.decode()
    assert Attestation.objects.count() == 0


def test_a_move_that_a_guard_holds_up_is_refused_with_every_reason(client: Client, sign_in: SignIn) -> None:
    season_in(Phase.APPRAISING)
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(date(2024, 6, 3)):
        answer = client.post(f"{PAGE}chuyen-buoc/", {"to": "agreed"})
    assert answer.status_code == 400
    assert "Chưa ghi văn bản kết luận thẩm định" in words(answer.content.decode())
    assert "Chưa ghi văn bản trả lời giải trình, kiến nghị" in words(answer.content.decode())


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ((Role.SECRETARY, "ca-mau"), "", 404),
        ((Role.TECHNICIAN, ""), "", 404),
        ((Role.REPORTER, "long-an"), "can-cu/pact_signed/", 403),
        ((Role.SECRETARY, "tay-ninh"), "lui-buoc/", 403),
        ((Role.STANDING_BODY, ABOVE), "lui-buoc/", 409),
        ((Role.STANDING_BODY, ABOVE), "can-cu/khong-co/", 404),
        ((Role.SECRETARY, "tay-ninh"), "lich/ngay/", 200),
        ((Role.SECRETARY, "long-an"), "lich/ngay/", 403),
        ((Role.SECRETARY, "long-an"), "lich/", 200),
    ],
)
def test_who_reaches_which_page(client: Client, sign_in: SignIn, who: tuple[Role, str], path: str, status: int) -> None:
    season_in(Phase.SIGNED)
    sign_in(*who)
    with on(date(2024, 2, 2)):
        assert client.get(f"{PAGE}{path}").status_code == status


def test_nobody_is_let_in_without_signing_in(client: Client) -> None:
    assert [client.get(path)["Location"] for path in ("/", "/ky/", PAGE)] == [
        "/dang-nhap/?next=/",
        "/dang-nhap/?next=/ky/",
        f"/dang-nhap/?next={PAGE}",
    ]


def test_the_body_above_takes_a_season_back(client: Client, sign_in: SignIn) -> None:
    season_in(Phase.AGREED)
    sign_in(Role.STANDING_BODY, ABOVE)
    with on(date(2024, 7, 2)):
        form = {"reason": "còn một kiến nghị", "number": "9/X05", "date": "1/7/2024"}
        assert client.post(f"{PAGE}lui-buoc/", form)["Location"] == PAGE
        page = text_of(client, PAGE)
    assert Season.objects.get().phase == Phase.APPRAISING
    assert "Lùi từ bước Thống nhất điểm về bước Thẩm định, theo 9/X05 ngày 01/07/2024: còn một kiến nghị" in page


def test_dates_are_set_by_the_chair_and_crossed_ones_are_told(client: Client, sign_in: SignIn) -> None:
    season_in(Phase.PREPARING)
    sign_in(Role.SECRETARY, "tay-ninh")
    sent = {f"{phase}_{end}": "" for phase in Phase for end in ("starts_on", "due_on")}
    with on(date(2024, 1, 9)):
        crossed = {"signed_starts_on": "5/1/2024", "signed_due_on": "6/1/2024", "running_starts_on": "4/1/2024"}
        answer = client.post(f"{PAGE}lich/ngay/", sent | crossed)
        assert (answer.status_code, "Bước Thi đua mới có một ngày" in answer.content.decode()) == (400, True)
        answer = client.post(f"{PAGE}lich/ngay/", sent | crossed | {"running_due_on": "5/1/2024"})
        assert "Bước Thi đua có ngày trước bước Ký giao ước" in words(answer.content.decode())
        assert (
            client.post(
                f"{PAGE}lich/ngay/", sent | {"signed_starts_on": "2/2/2024", "signed_due_on": "2/2/2024"}
            ).status_code
            == 302
        )
    row = Season.objects.get().phasedates.get(phase=Phase.SIGNED)
    assert (row.starts_on, row.due_on) == (date(2024, 2, 2), date(2024, 2, 2))


def test_a_duty_is_set_and_reported_done_by_the_unit_that_owes_it(client: Client, sign_in: SignIn) -> None:
    season_in(Phase.RUNNING)
    sign_in(Role.SECRETARY, "tay-ninh")
    duty = {
        "title": "Nộp <b>số liệu</b> quý I 📈",
        "holder": "member",
        "unit": "",
        "role": "reporter",
        "phase": "running",
        "due_on": "5/4/2024",
    }
    with on(date(2024, 3, 25)):
        assert client.post(f"{PAGE}lich/viec-moi/", duty).status_code == 302
    sign_in(Role.REPORTER, "long-an")
    row = Duty.objects.get()
    with on(date(2024, 4, 8)):
        desk = text_of(client, "/")
        assert "Có 1 việc, trong đó 1 việc đến hạn hoặc quá hạn" in desk
        assert "quá hạn 3 ngày" in desk
        done = client.post(f"{PAGE}lich/{row.pk}/xong/long-an/", {"number": "", "date": ""})
        other = client.post(f"{PAGE}lich/{row.pk}/xong/dong-nai/", {"number": "", "date": ""})
        assert "Không có việc nào đang chờ" in text_of(client, "/")
        assert "Mỗi đơn vị thành viên: 1/5 đã xong" in text_of(client, f"{PAGE}lich/")
    assert (done.status_code, other.status_code) == (302, 403)
    assert [one.unit for one in row.done.all()] == ["long-an"]


def test_a_duty_of_a_step_to_come_is_locked_and_says_when_it_opens(client: Client, sign_in: SignIn) -> None:
    season = season_in(Phase.RUNNING)
    with on(date(2024, 3, 4)):
        set_duty(
            actor=CHAIR,
            season=season,
            title="Ký biên bản thẩm định",
            holder=Holder.MEMBER,
            role=Role.LEADER,
            phase=Phase.APPRAISING,
            due_on=date(2024, 5, 20),
        )
    sign_in(Role.LEADER, "dong-nai")
    with on(date(2024, 3, 5)):
        desk = text_of(client, "/")
    assert "Mở khi kỳ thi đua sang bước Thẩm định. Người mở được: thư ký của Công an tỉnh Tây Ninh;" in desk
    assert "cơ quan thường trực của Bộ Công an Cụm thi đua số 10, năm 2024." in desk


def test_the_desk_of_the_chair_says_what_the_next_step_waits_for(client: Client, sign_in: SignIn) -> None:
    season_in(Phase.RUNNING)
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(date(2024, 3, 5)):
        desk = text_of(client, "/")
    assert "Chuyển Cụm thi đua số 10 năm 2024 sang bước Nộp số liệu Còn 1 điều kiện: Số liệu còn tính" in desk


@pytest.mark.parametrize("role", [Role.TECHNICIAN, Role.REPORTER])
def test_an_empty_desk_says_what_will_be_there(client: Client, sign_in: SignIn, role: Role) -> None:
    with on(OPENED):
        write_units()
    sign_in(role, "long-an")
    with on(date(2024, 3, 5)):
        assert "Đồng chí chưa được giao việc trong kỳ thi đua nào" in text_of(client, "/")
        assert "Chưa có kỳ thi đua nào" in text_of(client, "/ky/")


def test_a_season_is_opened_by_the_body_above_and_its_mistakes_are_all_told(client: Client, sign_in: SignIn) -> None:
    with on(date(2024, 1, 2)):
        write_units()
        cluster = write_cluster()
    sign_in(Role.STANDING_BODY, ABOVE)
    movement = {"unit": ABOVE, "name": "Vì an ninh Tổ quốc", "slogan": "", "theme": "", "parent": ""}
    empty = {"cluster": str(cluster.pk), "movement": "x", "data_from": "", "number": ""}
    crossed = {
        "cluster": str(cluster.pk),
        "movement": "vi-an-ninh-to-quoc",
        "data_from": "1/2/2024",
        "data_to": "1/1/2024",
        "number": "1/QĐ",
        "date": "2/1/2024",
        "after": "",
    }
    with on(OPENED):
        launched = client.post("/ky/phat-dong/", movement)
        wrong = client.post("/ky/mo-ky/", empty)
        backwards = client.post("/ky/mo-ky/", crossed)
        opened = client.post("/ky/mo-ky/", crossed | {"data_to": "1/3/2024"})
    assert (launched.status_code, wrong.status_code, backwards.status_code) == (302, 400, 400)
    assert wrong.content.decode().count('class="fault"') == 5
    assert "Ngày cuối 01/01/2024 đứng trước ngày đầu 01/02/2024" in backwards.content.decode()
    assert opened["Location"] == PAGE


def test_members_are_shown_as_of_any_day(client: Client, sign_in: SignIn) -> None:
    with on(OPENED):
        write_units()
        write_season(write_cluster(ends_on=date(2024, 7, 1)))
    sign_in(Role.REPORTER, "long-an")
    with on(date(2024, 3, 5)):
        assert "1. Công an tỉnh Tây Ninh cụm trưởng 2. Công an tỉnh Long An cụm phó 3." in text_of(client, PAGE)
        assert "như ngày 30/06/2024 Đơn vị" in text_of(client, f"{PAGE}?ngay=30/6/2024")
        assert "Ngày 01/07/2024 cụm không có đơn vị thành viên nào." in text_of(client, f"{PAGE}?ngay=1/7/2024")
        assert "hôm qua" in text_of(client, f"{PAGE}?ngay=hôm qua", status=400)


@pytest.mark.parametrize("path", ["/", "/ky/", PAGE, f"{PAGE}lich/"])
def test_more_rows_cost_no_more_queries(client: Client, sign_in: SignIn, path: str) -> None:
    season = season_in(Phase.RUNNING)
    sign_in(Role.SECRETARY, "tay-ninh")
    counted = []
    for year in (2025, 2026, 2027):
        with on(date(2024, 3, 4)):
            for title in ("Báo cáo tháng", "Báo cáo quý"):
                set_duty(
                    actor=CHAIR,
                    season=season,
                    title=f"{title} {year}",
                    holder=Holder.MEMBER,
                    role=Role.SECRETARY,
                    phase=Phase.RUNNING,
                    due_on=date(2024, 3, 20),
                )
            counted.append(queries(client, path))
        with on(date(year, 1, 2)):
            cluster = write_cluster(year=year)
            write_season(cluster, movement=season.movement)
    assert counted[0] == counted[2]


def queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)
