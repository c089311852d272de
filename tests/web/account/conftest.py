"""People who sign in, and a browser for them."""

from collections.abc import Callable, Iterator

import pytest
from django.http import HttpResponse
from django.test import Client

from access_people import NINE, PASSWORD, make
from thidua.apps import clock
from thidua.apps.access.models import Account

SignIn = Callable[..., HttpResponse]


@pytest.fixture(autouse=True)
def _standing_clock() -> Iterator[None]:
    with clock.standing_at(NINE):
        yield


@pytest.fixture
def hanh(db: None) -> Account:
    return make("hanh.nt", "Nguyễn Thị Hạnh")


@pytest.fixture
def sign_in(client: Client) -> SignIn:
    def send(
        username: str = "hanh.nt", password: str = PASSWORD, *, to: str = "", browser: Client = client
    ) -> HttpResponse:
        return browser.post("/dang-nhap/", {"username": username, "password": password, "next": to})

    return send
