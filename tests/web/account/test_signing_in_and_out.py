"""In by password, past a one-time one, out by a button; and that nobody is led elsewhere."""

# ruff: noqa: S106 - passwords of people who do not exist

import pytest
from django.contrib.sessions.models import Session
from django.test import Client, override_settings

from access_people import PASSWORD, give, make
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services import close_account, reset_password
from web.account.conftest import SignIn

pytestmark = pytest.mark.django_db
NEW = "trời hôm nay xanh"


def is_in(browser: Client) -> bool:
    return browser.get("/toi/").status_code == 200


def test_the_owner_comes_in_and_goes_out(hanh: Account, client: Client, sign_in: SignIn) -> None:
    answer = sign_in()
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert is_in(client)
    assert client.post("/dang-xuat/").headers["Location"] == "/dang-nhap/"
    assert not is_in(client)
    assert not Session.objects.filter(pk=client.session.session_key).exists()


def test_a_wrong_password_says_how_many_tries_are_left_and_keeps_the_name(hanh: Account, sign_in: SignIn) -> None:
    answer = sign_in(password="đoán")
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Còn 4 lần thử" in page
    assert 'value="hanh.nt"' in page
    assert "đoán" not in page


def test_the_page_tells_of_the_wait(hanh: Account, sign_in: SignIn) -> None:
    for _ in range(5):
        sign_in(password="đoán")
    assert "Chờ 15 phút rồi thử lại" in sign_in().content.decode()


def test_signing_out_by_a_link_does_nothing(hanh: Account, client: Client, sign_in: SignIn) -> None:
    sign_in()
    assert client.get("/dang-xuat/").status_code == 405
    assert is_in(client)


def test_a_page_that_was_asked_for_opens_after_signing_in(hanh: Account, client: Client, sign_in: SignIn) -> None:
    assert client.get("/toi/").headers["Location"] == "/dang-nhap/?next=/toi/"
    assert 'name="next" value="/toi/"' in client.get("/dang-nhap/?next=/toi/").content.decode()
    assert sign_in(to="/toi/").headers["Location"] == "/toi/"


@pytest.mark.parametrize(
    "to",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "https:elsewhere.example",
        "\thttps://elsewhere.example/",
        "///elsewhere.example",
    ],
)
def test_nobody_is_led_to_another_site(hanh: Account, client: Client, sign_in: SignIn, to: str) -> None:
    assert sign_in(to=to).headers["Location"] == "/"
    assert client.get("/dang-nhap/", {"next": to}).headers["Location"] == "/"


def test_the_session_has_another_key_after_signing_in(hanh: Account, client: Client, sign_in: SignIn) -> None:
    client.post("/dang-nhap/khoa/thu-thach/")
    before = client.cookies["sessionid"].value
    sign_in()
    assert client.cookies["sessionid"].value != before


def test_a_closed_account_is_out_at_once(hanh: Account, client: Client, sign_in: SignIn) -> None:
    sign_in()
    technician = give(make("ky-thuat", "Phạm Thị Dung"), Role.TECHNICIAN)
    close_account(actor=technician, account=hanh)
    assert not is_in(client)
    assert "Tài khoản này đã đóng" in sign_in().content.decode()


def test_reading_the_page_writes_no_row_and_no_session(client: Client) -> None:
    client.get("/dang-nhap/")
    assert Session.objects.count() == 0
    assert "sessionid" not in client.cookies


# ── a one-time password ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def once(hanh: Account) -> str:
    return reset_password(actor=give(make("ky-thuat", "Phạm Thị Dung"), Role.TECHNICIAN), account=hanh)


@pytest.mark.parametrize("page", ["/", "/toi/", "/toi/bao-mat/", "/quyen/", "/tai-khoan/", "/ky/", "/khong-co/"])
def test_nothing_opens_before_the_password_is_changed(client: Client, sign_in: SignIn, once: str, page: str) -> None:
    sign_in(password=once)
    for answer in (client.get(page), client.post(page)):
        assert (answer.status_code, answer.headers["Location"]) == (302, "/toi/mat-khau/")


def test_the_owner_chooses_a_password_and_goes_on(client: Client, sign_in: SignIn, once: str) -> None:
    sign_in(password=once)
    assert "Đặt mật khẩu của đồng chí" in client.get("/toi/mat-khau/").content.decode()
    answer = client.post("/toi/mat-khau/", {"current": once, "new": NEW, "again": NEW})
    assert answer.headers["Location"] == "/"
    assert is_in(client)
    assert sign_in(browser=Client(), password=once).status_code == 400
    assert sign_in(browser=Client(), password=NEW).status_code == 302


def test_every_rule_that_a_new_password_breaks_stands_on_the_page(client: Client, sign_in: SignIn, once: str) -> None:
    sign_in(password=once)
    answer = client.post("/toi/mat-khau/", {"current": "đoán", "new": "12345", "again": "123"})
    page = answer.content.decode()
    assert answer.status_code == 400
    for sentence in ("chưa đúng", "dài từ 10", "chỉ có chữ số", "nhiều người dùng", "khác nhau"):
        assert sentence in page
    assert "12345" not in page


def test_signing_out_is_possible_before_the_password_is_changed(client: Client, sign_in: SignIn, once: str) -> None:
    sign_in(password=once)
    assert client.post("/dang-xuat/").headers["Location"] == "/dang-nhap/"


# ── sessions ────────────────────────────────────────────────────────────────────────────────────────────────────────

FIREFOX = "Mozilla/5.0 (Windows NT 6.1; rv:115.0) Gecko/20100101 Firefox/115.0"


@pytest.fixture
def elsewhere(hanh: Account, client: Client, sign_in: SignIn) -> Client:
    """A second browser of the same person, signed in as the first is."""
    sign_in()
    other = Client(headers={"user-agent": FIREFOX}, REMOTE_ADDR="10.0.0.9")
    sign_in(browser=other)
    return other


def test_sessions_are_listed_with_machine_and_time(client: Client, elsewhere: Client) -> None:
    page = client.get("/toi/bao-mat/").content.decode()
    assert "Firefox, Windows" in page
    assert "10.0.0.9" in page
    assert page.count("<td>09:00, 18/11/2024</td>") == 2
    assert page.count("máy đang dùng") == 1


def test_a_session_is_ended_from_another_machine(hanh: Account, client: Client, elsewhere: Client) -> None:
    key = hanh.usersession_set.get(ip="10.0.0.9").pk
    client.post(f"/toi/phien/{key}/ket-thuc/")
    assert (is_in(client), is_in(elsewhere)) == (True, False)


def test_all_other_sessions_are_ended_at_once(client: Client, elsewhere: Client) -> None:
    client.post("/toi/phien/ket-thuc/")
    assert (is_in(client), is_in(elsewhere)) == (True, False)


def test_nobody_ends_somebody_else_s_session(hanh: Account, client: Client, elsewhere: Client, sign_in: SignIn) -> None:
    make("binh.lv", "Lê Văn Bình")
    stranger = Client()
    sign_in("binh.lv", browser=stranger)
    key = hanh.usersession_set.get(ip="10.0.0.9").pk
    assert stranger.post(f"/toi/phien/{key}/ket-thuc/").status_code == 404
    assert is_in(elsewhere)


def test_a_changed_password_ends_every_session_but_this(client: Client, elsewhere: Client) -> None:
    client.post("/toi/mat-khau/", {"current": PASSWORD, "new": NEW, "again": NEW})
    assert (is_in(client), is_in(elsewhere)) == (True, False)
    assert client.get("/toi/bao-mat/").content.decode().count("máy đang dùng") == 1


def test_a_reset_password_ends_every_session(hanh: Account, client: Client, elsewhere: Client) -> None:
    technician = give(make("ky-thuat", "Phạm Thị Dung"), Role.TECHNICIAN)
    reset_password(actor=technician, account=Account.objects.get(pk=hanh.pk))
    assert (is_in(client), is_in(elsewhere)) == (False, False)


@override_settings(SESSION_COOKIE_SECURE=True, CSRF_COOKIE_SECURE=True)
def test_cookies_travel_with_their_flags(hanh: Account, client: Client, sign_in: SignIn) -> None:
    client.get("/dang-nhap/")
    sign_in()
    session, form = client.cookies["sessionid"], client.cookies["csrftoken"]
    assert (session["secure"], session["httponly"], session["samesite"]) == (True, True, "Lax")
    assert (form["secure"], form["samesite"]) == (True, "Lax")
    assert session["max-age"] == ""  # it ends with the browser
