"""Through a server that vouches for people: in as the account of that name, once joined by the identity's own number;
nobody is made an account, and without the setting no host is asked.
"""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.test import Client, override_settings

from access_people import give, make
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services import close_account, reset_password
from thidua.apps.ledger.models import Entry
from thidua.config.identity import identity_server
from web.account.identity_server import IdentityServer, vouching

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loopback")]


@pytest.fixture
def server(loopback: None) -> Iterator[IdentityServer]:
    with vouching() as state:
        settings = {
            "THIDUA_OIDC_URL": state.address,
            "THIDUA_OIDC_NAME": "Cổng chung",
            "THIDUA_OIDC_CLIENT": "thidua",
            "THIDUA_OIDC_SECRET": "bí mật",
        }
        with override_settings(SOCIALACCOUNT_PROVIDERS=identity_server(settings)):
            yield state


def come_back(browser: Client, server: IdentityServer, *, to: str = "", **claims: str) -> HttpResponse:
    """Go to the other server by the button, be vouched for there, and come back."""
    server.claims = claims
    away = browser.post("/dang-nhap/cong/chung/", {"next": to})
    assert away.headers["Location"].startswith(f"{server.address}/authorize")
    state = parse_qs(urlsplit(away.headers["Location"]).query)["state"][0]
    return browser.get("/dang-nhap/cong/chung/ve/", {"code": "c", "state": state})


def is_in(browser: Client) -> bool:
    return browser.get("/toi/").status_code == 200


def test_somebody_comes_in_as_the_account_of_that_name(hanh: Account, client: Client, server: IdentityServer) -> None:
    answer = come_back(client, server, sub="u-17", preferred_username="hanh.nt", to="/quyen/")
    assert answer.headers["Location"] == "/quyen/"
    assert is_in(client)
    assert SocialAccount.objects.get().user == hanh
    entry = Entry.objects.order_by("-height")[0]
    assert (entry.verb, entry.account) == ("access.identity.linked", str(hanh.pk))
    assert [path.split("?")[0] for path in server.asked[-2:]] == ["/token", "/userinfo"]
    assert "code_verifier" in server.tokens[0]  # PKCE


def test_once_joined_the_number_counts_and_not_the_name(hanh: Account, client: Client, server: IdentityServer) -> None:
    come_back(client, server, sub="u-17", preferred_username="hanh.nt")
    renamed, namesake = Client(), Client()
    come_back(renamed, server, sub="u-17", preferred_username="hanh.moi")
    answer = come_back(namesake, server, sub="u-99", preferred_username="hanh.nt")
    assert is_in(renamed)
    assert answer.status_code == 400
    assert "không có tài khoản hanh.nt chưa nối" in answer.content.decode()
    assert not is_in(namesake)
    assert Entry.objects.filter(verb="access.identity.linked").count() == 1


@pytest.mark.parametrize("claims", [{"preferred_username": "nguoi.la"}, {"preferred_username": ""}, {}])
def test_nobody_is_made_an_account(
    hanh: Account, client: Client, server: IdentityServer, claims: dict[str, str]
) -> None:
    assert come_back(client, server, sub="u-1", **claims).status_code == 400
    assert not is_in(client)
    assert (Account.objects.count(), SocialAccount.objects.count()) == (1, 0)


def test_a_closed_account_stays_closed(hanh: Account, client: Client, server: IdentityServer) -> None:
    close_account(actor=give(make("ky-thuat", "Phạm Thị Dung"), Role.TECHNICIAN), account=hanh)
    answer = come_back(client, server, sub="u-17", preferred_username="hanh.nt")
    assert "Tài khoản này đã đóng" in answer.content.decode()
    assert not is_in(client)


def test_the_second_step_is_asked_all_the_same(hanh: Account, client: Client, server: IdentityServer) -> None:
    TOTP.activate(hanh, generate_totp_secret())
    answer = come_back(client, server, sub="u-17", preferred_username="hanh.nt")
    assert answer.headers["Location"] == "/dang-nhap/buoc-hai/"
    assert not is_in(client)


def test_a_one_time_password_is_not_asked_of_whom_the_server_knows(
    hanh: Account, client: Client, server: IdentityServer
) -> None:
    reset_password(actor=give(make("ky-thuat", "Phạm Thị Dung"), Role.TECHNICIAN), account=hanh)
    come_back(client, server, sub="u-17", preferred_username="hanh.nt")
    assert is_in(client)


@pytest.mark.parametrize(
    "query", [{"error": "access_denied"}, {"error": "x"}, {"code": "c"}, {"code": "c", "state": "y"}]
)
def test_a_refusal_there_is_told_here_in_words(client: Client, server: IdentityServer, query: dict[str, str]) -> None:
    away = client.post("/dang-nhap/cong/chung/")
    state = parse_qs(urlsplit(away.headers["Location"]).query)["state"][0]
    answer = client.get("/dang-nhap/cong/chung/ve/", {"state": state} | query if "error" in query else query)
    assert answer.status_code == 400
    assert "Cổng đăng nhập chung chưa xác nhận được" in answer.content.decode()


def test_nobody_is_led_elsewhere_afterwards(hanh: Account, client: Client, server: IdentityServer) -> None:
    to = "https://elsewhere.example/"
    assert come_back(client, server, sub="u-17", preferred_username="hanh.nt", to=to).headers["Location"] == "/"


def test_the_page_offers_the_server_by_name_and_lets_its_form_reach_it(client: Client, server: IdentityServer) -> None:
    answer = client.get("/dang-nhap/")
    assert "Đăng nhập qua Cổng chung" in answer.content.decode()
    assert f"form-action 'self' {server.address};" in answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


def test_without_the_setting_nothing_is_offered_and_no_host_is_allowed(client: Client) -> None:
    answer = client.get("/dang-nhap/")
    assert "Đăng nhập qua" not in answer.content.decode()
    assert "form-action 'self';" in answer.headers["Content-Security-Policy"]
    assert identity_server({}) == {}
