"""No English on any account page in Vietnamese: every page and every error is opened, every word of it read, and every
sentence that allauth or Django would say by itself is looked for. No template of theirs is ever shown.
"""

import html
import re
from pathlib import Path

import allauth
import django
import pytest
from django.test import Client
from django.utils.html import strip_tags

import thidua
from access_people import PASSWORD, give, make
from thidua.apps.access.models import Account, Assignment
from thidua.apps.access.roles import Role
from thidua.apps.access.services import reset_password
from web.account.test_second_step import code_of

pytestmark = pytest.mark.django_db
OURS = Path(thidua.__file__).parent
STOP_WORDS = frozenset(
    {"the", "and", "of", "is", "are", "was", "with", "from", "this", "that", "your", "you", "please", "must", "too"}
    | {"required", "invalid", "error", "field", "value", "password", "sign", "login", "logout", "submit", "save"}
    | {"cancel", "delete", "edit", "next", "previous", "page", "search", "home", "back", "not", "found", "forbidden"}
    | {"choose", "enter", "select", "user", "account", "code", "try", "again", "later", "incorrect", "session"}
    | {"already", "email", "username", "expired", "many", "key", "authenticator", "recovery", "codes", "device"}
)
PRODUCTS = frozenset({"javascript", "chrome", "firefox", "linux", "windows", "qr", "usb", "pin", "https", "http"})


def foreign_sentences() -> set[str]:
    """What allauth and Django's forms say in English, but for single words and short scraps."""
    catalogues = [
        *Path(allauth.__file__).parent.glob("locale/de/LC_MESSAGES/*.po"),
        Path(django.__file__).parent / "conf/locale/vi/LC_MESSAGES/django.po",
        Path(django.__file__).parent / "contrib/auth/locale/vi/LC_MESSAGES/django.po",
    ]
    found = {
        text for path in catalogues for text in re.findall(r'^msgid "(.+)"$', path.read_text("utf-8"), re.MULTILINE)
    }
    plain = {re.split(r"%\(|%s|%d|\{", text)[0].strip() for text in found}
    return {text for text in plain if len(text) > 11 and " " in text}


SENTENCES = foreign_sentences()


def read(client: Client, method: str, path: str, sent: dict[str, str] | None = None) -> str:
    """Everything that is read or read aloud on a page, after it was judged."""
    answer = client.get(path) if method == "GET" else client.post(path, sent or {})
    assert answer.status_code in {200, 400, 403, 404}, f"{path} answers {answer.status_code}"
    shown = [template.origin.name for template in answer.templates if template.origin is not None]
    assert [name for name in shown if not Path(name).is_relative_to(OURS)] == []
    body = answer.content.decode()
    spoken = re.findall(r'(?:aria-label|placeholder|title|alt|data-told)="([^"]*)"', body)
    without = re.sub(
        r"(?s)<(script|style|code)\b.*?</\1>|<[^>]* lang=\"en\"[^>]*>[^<]*<|<[^>]*class=\"mono\">[^<]*<", "<", body
    )
    text = html.unescape(" ".join([strip_tags(without.replace("<", " <")), *spoken]))
    words = set(re.findall(r"[a-zà-ỹđ]+", text.casefold())) - PRODUCTS
    assert words & STOP_WORDS == set(), path
    assert [sentence for sentence in SENTENCES if sentence.casefold() in text.casefold()] == [], path
    return text


def test_the_reader_knows_english_when_it_sees_it() -> None:
    assert len(SENTENCES) > 150
    assert "Incorrect code." in SENTENCES or any("incorrect" in one.casefold() for one in SENTENCES)


def test_signing_in_in_every_state(hanh: Account, client: Client) -> None:
    read(client, "GET", "/dang-nhap/")
    read(client, "POST", "/dang-nhap/")
    for _ in range(6):
        read(client, "POST", "/dang-nhap/", {"username": "hanh.nt", "password": "đoán"})
    read(client, "POST", "/dang-nhap/khoa/", {"credential": "{}"})
    read(client, "GET", "/dang-nhap/khong-co/")


def test_a_one_time_password_in_every_state(hanh: Account, client: Client) -> None:
    once = reset_password(actor=give(make("ky-thuat", "Phạm Thị Dung"), Role.TECHNICIAN), account=hanh)
    client.post("/dang-nhap/", {"username": "hanh.nt", "password": once})
    read(client, "GET", "/toi/mat-khau/")
    read(client, "POST", "/toi/mat-khau/")
    read(client, "POST", "/toi/mat-khau/", {"current": "x", "new": "12345", "again": "6"})
    read(client, "POST", "/toi/mat-khau/", {"current": once, "new": "nguyenhanh12", "again": "nguyenhanh12"})
    read(client, "POST", "/toi/mat-khau/", {"current": once, "new": once, "again": once})


def test_one_s_own_account_in_every_state(hanh: Account, client: Client) -> None:
    client.post("/dang-nhap/", {"username": "hanh.nt", "password": PASSWORD})
    read(client, "GET", "/toi/")
    give(hanh, Role.SECRETARY, unit="long-an")
    for path in ("/toi/", "/toi/bao-mat/", "/toi/mat-khau/", "/quyen/", "/tai-khoan/"):
        read(client, "GET", path)
    held = f"/toi/uy-quyen/{Assignment.objects.get().pk}/"
    read(client, "GET", held)
    read(client, "POST", held)
    read(client, "POST", held, {"username": "hanh.nt", "starts_on": "01/01/2024", "last_day": "31/02/2024"})
    read(client, "POST", held, {"username": "x", "starts_on": "01/01/2024", "last_day": "02/01/2023"})


def test_second_steps_in_every_state(hanh: Account, client: Client) -> None:
    client.post("/dang-nhap/", {"username": "hanh.nt", "password": PASSWORD})
    client.post("/toi/bao-mat/ung-dung/bat-dau/")
    read(client, "GET", "/toi/bao-mat/ung-dung/")
    read(client, "POST", "/toi/bao-mat/ung-dung/")
    read(client, "POST", "/toi/bao-mat/ung-dung/", {"code": "1", "password": "x"})
    secret = client.session["second_step_secret"]
    read(client, "POST", "/toi/bao-mat/ung-dung/", {"code": code_of(secret), "password": PASSWORD})
    read(client, "GET", "/toi/bao-mat/")
    read(client, "GET", "/toi/bao-mat/ma-du-phong/")
    read(client, "POST", "/toi/bao-mat/ma-du-phong/", {"password": "x"})
    read(client, "POST", "/toi/bao-mat/ma-du-phong/", {"password": PASSWORD})
    step = f"/toi/bao-mat/{hanh.authenticator_set.get(type='totp').pk}/go/"
    read(client, "GET", step)
    read(client, "POST", step, {"password": "x"})
    fresh = Client()
    fresh.post("/dang-nhap/", {"username": "hanh.nt", "password": PASSWORD})
    read(fresh, "GET", "/dang-nhap/buoc-hai/")
    for _ in range(6):
        read(fresh, "POST", "/dang-nhap/buoc-hai/", {"code": "000000"})


def test_the_technician_s_pages_in_every_state(hanh: Account, client: Client) -> None:
    technician = make("ky-thuat", "Phạm Thị Dung")
    give(technician, Role.TECHNICIAN)
    give(hanh, Role.REPORTER, unit="long-an")
    client.force_login(technician)
    one, held = f"/tai-khoan/{hanh.pk}/", Assignment.objects.get(account=hanh).pk
    pages = ["/tai-khoan/", "/tai-khoan/?tim=x", "/tai-khoan/moi/", f"/tai-khoan/{technician.pk}/", one]
    pages += [one + part for part in ("mat-khau/", "dong/", "buoc-hai/", "vai-tro/", f"vai-tro/{held}/")]
    for path in pages:
        read(client, "GET", path)
    for sent in ({}, {"full_name": "A" * 130, "username": "É"}, {"full_name": "A", "username": "hanh.nt"}):
        read(client, "POST", "/tai-khoan/moi/", sent)
    for sent in ({}, {"role": "x", "starts_on": "y"}, {"role": "teller", "where": "?", "starts_on": "01/01/2024"}):
        read(client, "POST", one + "vai-tro/", sent)
    read(client, "POST", one + f"vai-tro/{held}/", {"ends_on": "01/01/2020"})
    read(client, "POST", one + "buoc-hai/")
    read(client, "POST", one + "mat-khau/")
    read(client, "POST", "/tai-khoan/moi/", {"full_name": "Trần Thị Mai", "username": "mai.tt"})
