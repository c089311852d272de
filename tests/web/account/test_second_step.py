"""An app, a passkey and recovery codes: added after the password, asked for after it, gone when they are removed."""

import html
import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.db import connection
from django.test import Client

from access_people import PASSWORD, give, make
from soft_key import SoftKey
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services.second_step import reset_second_step
from thidua.apps.ledger.models import Entry
from web.account.conftest import SignIn

pytestmark = pytest.mark.django_db


def code_of(secret: str, *, later: int = 0) -> str:
    """What the phone shows now, or some half minutes later."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later)))


def text_of(page: bytes) -> str:
    return html.unescape(page.decode())


def is_in(browser: Client) -> bool:
    return browser.get("/toi/").status_code == 200


def last_verb() -> str:
    return Entry.objects.order_by("-height")[0].verb


@pytest.fixture
def secret(hanh: Account, client: Client, sign_in: SignIn) -> str:
    """The secret that the page shows to somebody who is signed in and adds an app."""
    sign_in()
    client.post("/toi/bao-mat/ung-dung/bat-dau/")
    shown = re.search(r'class="secret">([A-Z2-7 ]+)<', text_of(client.get("/toi/bao-mat/ung-dung/").content))
    assert shown is not None
    return shown[1].replace(" ", "")


@pytest.fixture
def codes(secret: str, client: Client) -> list[str]:
    """The app is added; its first recovery codes."""
    answer = client.post("/toi/bao-mat/ung-dung/", {"code": code_of(secret), "password": PASSWORD})
    return re.findall(r"<li>(\d{8})</li>", text_of(answer.content))


# ── an app ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_app_is_added_with_its_first_code_and_the_password(codes: list[str], client: Client) -> None:
    assert len(set(codes)) == 10
    verbs = list(Entry.objects.order_by("-height").values_list("verb", flat=True)[:2])
    assert set(verbs) == {"access.second_step.added", "access.recovery_codes.made"}
    assert "đang bật" in text_of(client.get("/toi/bao-mat/").content)


def test_a_wrong_code_and_a_wrong_password_are_told_together(secret: str, client: Client) -> None:
    answer = client.post("/toi/bao-mat/ung-dung/", {"code": "000000", "password": "đoán"})
    assert answer.status_code == 400
    assert "Mã chưa đúng" in text_of(answer.content)
    assert "Mật khẩu đang dùng chưa đúng" in text_of(answer.content)
    assert not Authenticator.objects.exists()


def test_the_page_is_not_there_before_the_button_was_pressed(hanh: Account, client: Client, sign_in: SignIn) -> None:
    sign_in()
    assert client.get("/toi/bao-mat/ung-dung/").headers["Location"] == "/toi/bao-mat/"


def test_the_secret_lies_sealed_in_the_database(codes: list[str], secret: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        assert secret not in str(cursor.fetchall())


def test_the_password_alone_no_longer_opens_the_account(codes: list[str], secret: str, sign_in: SignIn) -> None:
    browser = Client()
    assert sign_in(browser=browser, to="/quyen/").headers["Location"] == "/dang-nhap/buoc-hai/"
    assert not is_in(browser)
    answer = browser.post("/dang-nhap/buoc-hai/", {"code": code_of(secret, later=1)})
    assert answer.headers["Location"] == "/quyen/"
    assert is_in(browser)


def test_a_code_counts_once(codes: list[str], secret: str, sign_in: SignIn) -> None:
    browser = Client()
    sign_in(browser=browser)
    assert browser.post("/dang-nhap/buoc-hai/", {"code": code_of(secret)}).status_code == 400  # it confirmed the app
    assert browser.post("/dang-nhap/buoc-hai/", {"code": code_of(secret, later=1)}).status_code == 302
    again = Client()
    sign_in(browser=again)
    assert again.post("/dang-nhap/buoc-hai/", {"code": code_of(secret, later=1)}).status_code == 400


def test_codes_are_not_guessed_for_long(codes: list[str], secret: str, sign_in: SignIn) -> None:
    browser = Client()
    sign_in(browser=browser)
    for left in (4, 3, 2, 1, 0):
        page = text_of(browser.post("/dang-nhap/buoc-hai/", {"code": "000000"}).content)
        assert f"Còn {left} lần thử" in page
    right = browser.post("/dang-nhap/buoc-hai/", {"code": code_of(secret, later=1)})
    assert "Chờ 15 phút" in text_of(right.content)
    assert not is_in(browser)


def test_a_recovery_code_opens_once(codes: list[str], sign_in: SignIn) -> None:
    answers = []
    for _ in range(2):
        browser = Client()
        sign_in(browser=browser)
        answers.append(browser.post("/dang-nhap/buoc-hai/", {"code": f" {codes[0][:4]} {codes[0][4:]}"}).status_code)
    assert answers == [302, 400]


def test_fresh_recovery_codes_end_the_old_ones(codes: list[str], client: Client, sign_in: SignIn) -> None:
    page = text_of(client.post("/toi/bao-mat/ma-du-phong/", {"password": PASSWORD}).content)
    fresh = re.findall(r"<li>(\d{8})</li>", page)
    assert not set(fresh) & set(codes)
    browser = Client()
    sign_in(browser=browser)
    assert browser.post("/dang-nhap/buoc-hai/", {"code": codes[0]}).status_code == 400
    assert browser.post("/dang-nhap/buoc-hai/", {"code": fresh[0]}).status_code == 302


def test_an_app_goes_with_its_recovery_codes_after_the_password(
    codes: list[str], client: Client, sign_in: SignIn
) -> None:
    app = Authenticator.objects.get(type="totp").pk
    assert client.post(f"/toi/bao-mat/{app}/go/", {"password": "đoán"}).status_code == 400
    assert client.post(f"/toi/bao-mat/{app}/go/", {"password": PASSWORD}).headers["Location"] == "/toi/bao-mat/"
    assert not Authenticator.objects.exists()
    assert last_verb() == "access.second_step.removed"
    assert sign_in(browser=Client()).headers["Location"] == "/"


def test_a_technician_takes_the_step_from_whoever_lost_the_phone(
    codes: list[str], hanh: Account, sign_in: SignIn
) -> None:
    technician = give(make("ky-thuat", "Phạm Thị Dung"), Role.TECHNICIAN)
    reset_second_step(actor=technician, account=hanh, reason="Mất điện thoại")
    assert sign_in(browser=Client()).headers["Location"] == "/"
    assert last_verb() == "access.second_step.reset"


# ── passkeys ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def browser() -> Client:
    """One that opened the page by a name, over TLS."""
    return SecureClient()


class SecureClient(Client):
    """Everything over TLS, to the server's name."""

    def generic(self, *args: object, **options: object) -> object:
        return super().generic(*args, **{**options, "secure": True, "HTTP_HOST": "thidua.local"})


@pytest.fixture
def key(hanh: Account, browser: Client, sign_in: SignIn) -> SoftKey:
    """A passkey that has been added."""
    sign_in(browser=browser)
    made = SoftKey("https://thidua.local")
    challenge = browser.post("/toi/bao-mat/khoa/thu-thach/", {"name": "Máy phòng", "password": PASSWORD})
    answer = browser.post(
        "/toi/bao-mat/khoa/", {"name": "Máy phòng", "credential": made.make(challenge.json()["options"])}
    )
    assert "Mã dự phòng" in text_of(answer.content)
    return made


def test_a_passkey_is_added_after_the_password(key: SoftKey, browser: Client) -> None:
    assert "Khóa bảo mật “Máy phòng”" in text_of(browser.get("/toi/bao-mat/").content)
    assert "access.second_step.added" in Entry.objects.values_list("verb", flat=True)


def test_no_challenge_is_given_for_a_wrong_password(hanh: Account, browser: Client, sign_in: SignIn) -> None:
    sign_in(browser=browser)
    answer = browser.post("/toi/bao-mat/khoa/thu-thach/", {"name": "Máy phòng", "password": "đoán"})
    assert answer.status_code == 400
    assert answer.json() == {"problems": ["Mật khẩu đang dùng chưa đúng. Còn 4 lần thử."]}


def test_a_passkey_opens_the_account_by_itself(key: SoftKey) -> None:
    fresh = SecureClient()
    options = fresh.post("/dang-nhap/khoa/thu-thach/").json()["options"]
    answer = fresh.post("/dang-nhap/khoa/", {"credential": key.use(options), "next": "/quyen/"})
    assert answer.headers["Location"] == "/quyen/"
    assert is_in(fresh)


def test_a_passkey_is_the_second_step_after_a_password(key: SoftKey, sign_in: SignIn) -> None:
    fresh = SecureClient()
    assert sign_in(browser=fresh).headers["Location"] == "/dang-nhap/buoc-hai/"
    assert "Dùng khóa bảo mật" in text_of(fresh.get("/dang-nhap/buoc-hai/").content)
    options = fresh.post("/dang-nhap/khoa/thu-thach/").json()["options"]
    assert fresh.post("/dang-nhap/buoc-hai/", {"credential": key.use(options)}).headers["Location"] == "/"
    assert is_in(fresh)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "{}",
        "[]",
        "null",
        "không phải",
        '{"id": 1}',
        '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}',
    ],
)
def test_an_answer_that_is_none_is_refused_in_words(hanh: Account, wrong: str) -> None:
    fresh = SecureClient()
    fresh.post("/dang-nhap/khoa/thu-thach/")
    answer = fresh.post("/dang-nhap/khoa/", {"credential": wrong})
    assert answer.status_code == 400
    assert "Chưa dùng được khóa" in text_of(answer.content)


def test_an_answer_to_another_challenge_is_refused(key: SoftKey) -> None:
    fresh = SecureClient()
    old = fresh.post("/dang-nhap/khoa/thu-thach/").json()["options"]
    fresh.post("/dang-nhap/khoa/thu-thach/")
    assert fresh.post("/dang-nhap/khoa/", {"credential": key.use(old)}).status_code == 400
    assert not is_in(fresh)


def test_a_key_of_another_site_or_another_pair_is_refused(key: SoftKey) -> None:
    false_page = SoftKey("https://thidua.1ocal", key=key.key, id=key.id, owner=key.owner)
    other_pair = SoftKey("https://thidua.local", id=key.id, owner=key.owner)
    no_finger = SoftKey("https://thidua.local", verifies=False, key=key.key, id=key.id, owner=key.owner)
    for false in (false_page, other_pair, no_finger):
        fresh = SecureClient()
        options = fresh.post("/dang-nhap/khoa/thu-thach/").json()["options"]
        assert fresh.post("/dang-nhap/khoa/", {"credential": false.use(options)}).status_code == 400
        assert not is_in(fresh)


def test_a_key_that_asks_for_nothing_is_not_added(hanh: Account, browser: Client, sign_in: SignIn) -> None:
    sign_in(browser=browser)
    options = browser.post("/toi/bao-mat/khoa/thu-thach/", {"name": "K", "password": PASSWORD}).json()["options"]
    made = SoftKey("https://thidua.local", verifies=False).make(options)
    answer = browser.post("/toi/bao-mat/khoa/", {"name": "K", "credential": made})
    assert answer.status_code == 400
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    ("host", "secure", "offered"),
    [
        ("thidua.local", True, True),
        ("thidua.local", False, False),
        ("localhost:8123", False, True),
        ("127.0.0.1:8123", False, False),
        ("10.0.0.5", True, False),
        ("[::1]:8123", True, False),
    ],
)
def test_passkeys_are_offered_where_browsers_have_them_and_the_page_says_why_not(
    *, hanh: Account, client: Client, sign_in: SignIn, host: str, secure: bool, offered: bool
) -> None:
    gate = text_of(client.get("/dang-nhap/", secure=secure, headers={"host": host}).content)
    assert ("Dùng khóa bảo mật của máy này" in gate) == offered
    sign_in()
    page = text_of(client.get("/toi/bao-mat/", secure=secure, headers={"host": host}).content)
    assert ("Thêm khóa bảo mật" in page) == offered
    assert ("chỉ dùng được khi mở trang bằng https" in page) == (not offered)
