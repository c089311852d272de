"""What a technician does on the pages: everything about accounts, and no figure."""

import re
from datetime import date

import pytest
from django.test import Client

from access_people import give, make
from query_counts import assert_same_queries
from season_cases import write_units
from thidua.apps import clock
from thidua.apps.access.models import Account, Assignment
from thidua.apps.access.roles import Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import delegate

pytestmark = pytest.mark.django_db


@pytest.fixture
def technician(client: Client) -> Account:
    account = make("ky-thuat", "Phạm Thị Dung")
    give(account, Role.TECHNICIAN)
    client.force_login(account)
    return account


def main_of(page: bytes) -> str:
    text = page.decode()
    return text[text.index("<main") : text.index("</main>")]


def test_a_new_account_gets_a_slip_that_is_not_shown_again(technician: Account, client: Client) -> None:
    answer = client.post("/tai-khoan/moi/", {"full_name": "Trần Thị Mai", "username": "mai.tt", "rank": "Thiếu tá"})
    slip = main_of(answer.content)
    account = Account.objects.get(username="mai.tt")
    shown = re.search(r'class="secret">([^<]+)<', slip)
    assert shown is not None
    assert account.check_password(shown[1])
    assert "Thiếu tá Trần Thị Mai" in slip
    assert shown[1] not in client.get(f"/tai-khoan/{account.pk}/").content.decode()
    assert "no-store" in answer.headers["Cache-Control"]


def test_every_mistake_stands_at_its_field_and_what_was_typed_stays(technician: Account, client: Client) -> None:
    answer = client.post("/tai-khoan/moi/", {"full_name": "x" * 121, "username": "Mai TT", "post": "y" * 121})
    page = main_of(answer.content)
    assert answer.status_code == 400
    assert page.count('class="fault"') == 3
    assert 'value="Mai TT"' in page


def test_a_role_is_assigned_by_the_name_of_the_unit(technician: Account, hanh: Account, client: Client) -> None:
    write_units()
    sent = {"role": "reporter", "where": "cong an tinh long an", "starts_on": "18/11/2024", "last_day": "31/12/2024"}
    answer = client.post(f"/tai-khoan/{hanh.pk}/vai-tro/", sent)
    assert answer.headers["Location"] == f"/tai-khoan/{hanh.pk}/"
    held = Assignment.objects.get(account=hanh)
    assert (held.unit, held.starts_on, held.ends_on) == ("long-an", date(2024, 11, 18), date(2025, 1, 1))
    page = main_of(client.get(f"/tai-khoan/{hanh.pk}/").content)
    assert "Công an tỉnh Long An" in page
    assert "từ 18/11/2024 đến hết 31/12/2024" in page


def test_mistakes_in_an_assignment_are_told_together(technician: Account, hanh: Account, client: Client) -> None:
    sent = {"role": "reporter", "where": "Công an Cà Mau", "starts_on": "18/11/2024", "last_day": "17/10/2024"}
    page = main_of(client.post(f"/tai-khoan/{hanh.pk}/vai-tro/", sent).content)
    assert "Không có đơn vị nào tên “Công an Cà Mau”" in page
    assert "Ngày cuối đứng trước ngày đầu" in page


def test_a_role_ends_after_the_day_that_was_written(technician: Account, hanh: Account, client: Client) -> None:
    give(hanh, Role.REPORTER, unit="long-an")
    held = Assignment.objects.get(account=hanh)
    client.post(f"/tai-khoan/{hanh.pk}/vai-tro/{held.pk}/", {"ends_on": "30/11/2024"})
    assert Assignment.objects.get(pk=held.pk).ends_on == date(2024, 12, 1)
    assert actor_of(hanh, on=date(2024, 11, 30)).grants != ()


def test_a_closed_account_is_found_only_when_asked_for(technician: Account, hanh: Account, client: Client) -> None:
    client.post(f"/tai-khoan/{hanh.pk}/dong/", {"reason": "Nghỉ hưu"})
    assert "hanh.nt" not in main_of(client.get("/tai-khoan/").content)
    assert "Nguyễn Thị Hạnh" in main_of(client.get("/tai-khoan/?tim=hanh&dong=1").content)
    answer = client.post(f"/tai-khoan/{hanh.pk}/mat-khau/")
    assert "Mật khẩu dùng một lần" in main_of(answer.content)
    assert Account.objects.get(pk=hanh.pk).is_active


def test_own_account_offers_no_act_and_says_why(technician: Account, client: Client) -> None:
    page = main_of(client.get(f"/tai-khoan/{technician.pk}/").content)
    assert "phải nhờ cán bộ kỹ thuật khác" in page
    assert "/dong/" not in page


def test_names_with_mark_up_are_shown_as_they_are(technician: Account, client: Client) -> None:
    make("xau", "<script>alert(1)</script> & “bạn”")
    page = main_of(client.get("/tai-khoan/").content)
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


def test_fifty_accounts_stand_on_a_page(technician: Account, client: Client) -> None:
    for number in range(51):
        make(f"nguoi.{number:02}", f"Người {number}")
    first, second = main_of(client.get("/tai-khoan/").content), main_of(client.get("/tai-khoan/?trang=2").content)
    assert (first.count("<tr>"), second.count("<tr>")) == (51, 3)  # with the head
    assert "52 tài khoản" in first
    assert main_of(client.get("/tai-khoan/?trang=chín").content) == first


# ── what a page asks the database does not grow with its rows ───────────────────────────────────────────────────────


def test_the_list_of_accounts_asks_as_often_for_three_as_for_one(technician: Account, client: Client) -> None:
    write_units()
    made = iter(range(100))

    def add() -> None:
        number = next(made)
        give(make(f"nguoi.{number}", f"Người {number}"), Role.REPORTER, unit="long-an")

    assert_same_queries(client, "/tai-khoan/", add)


def test_the_page_of_an_account_asks_as_often_for_three_roles(
    technician: Account, hanh: Account, client: Client
) -> None:
    write_units()
    units = iter(["tay-ninh", "long-an", "binh-phuoc", "dong-nai"])
    assert_same_queries(client, f"/tai-khoan/{hanh.pk}/", lambda: give(hanh, Role.REPORTER, unit=next(units)))


def test_one_s_own_page_asks_as_often_for_three_roles_passed_on(hanh: Account, client: Client) -> None:
    write_units()
    client.force_login(hanh)
    units, people = iter(["tay-ninh", "long-an", "binh-phuoc", "dong-nai"]), iter(range(100))

    def add() -> None:
        actor = give(hanh, Role.REPORTER, unit=next(units))
        number = next(people)
        make(f"nguoi.{number}", f"Người {number}")
        held = Assignment.objects.filter(account=hanh).order_by("-pk")[0]
        days = {"starts_on": clock.today(), "ends_on": date(2024, 12, 1)}
        delegate(actor=actor, assignment=held, username=f"nguoi.{number}", **days)

    assert_same_queries(client, "/toi/", add)


def test_the_page_of_sessions_asks_as_often_for_three(hanh: Account, client: Client) -> None:
    client.force_login(hanh)

    def add() -> None:
        Client().post("/dang-nhap/", {"username": "hanh.nt", "password": "mùa thi đua năm ấy"})

    assert_same_queries(client, "/toi/bao-mat/", add)
