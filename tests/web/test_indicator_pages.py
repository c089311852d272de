"""The library in the browser: listed, added, changed, retired, and a season beside it."""

import re
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client

from scoring_cases import scored_season, today_in
from season_cases import ABOVE, OPENED, SLUG, on
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.indicators.models import LibraryIndicator
from thidua.core.ledger.entry import Author
from thidua.core.phases import Phase

pytestmark = [pytest.mark.django_db]
DAY = today_in(Phase.PREPARING)
CASES = {"name": "Án được điều tra làm rõ", "kind": "count", "measure": "vụ", "direction": "more", "owner": "PC02"}


@pytest.fixture
def body(author: Author, client: Client) -> Client:
    with on(OPENED):
        account = create_account(by=author, username="than", full_name="Trần Thị Bảy", password="một hai ba")  # noqa: S106
        assign_role(by=author, account=account, role=Role.STANDING_BODY, unit=ABOVE, starts_on=date(2020, 1, 1))
    client.force_login(account)
    return client


def text(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


def test_an_indicator_is_added_changed_and_retired_with_each_version_shown(body: Client) -> None:
    with on(DAY):
        wrong = body.post("/chi-so/moi/", {**CASES, "code": "dieu-tra", "name": ""})
        added = body.post("/chi-so/moi/", {**CASES, "code": "dieu-tra"})
        share = {**CASES, "kind": "share", "numerator": "vụ làm rõ", "denominator": "vụ xảy ra"}
        sent = {"valid_from": "01/06/2024", "reason": "Theo mẫu mới", "seen": "1"}
        changed = body.post("/chi-so/dieu-tra/sua/", {**share, **sent})
        behind = body.post("/chi-so/dieu-tra/sua/", {**CASES, **sent, "valid_from": "02/06/2024"})
        retired = body.post("/chi-so/dieu-tra/ngung/", {**sent, "valid_from": "01/12/2024", "seen": "2"})
        shown = text(body.get("/chi-so/dieu-tra/"))
        listed = text(body.get("/chi-so/?tim=lam+ro"))
    assert [one.status_code for one in (wrong, added, changed, behind, retired)] == [400, 302, 302, 400, 302]
    assert 'value="vụ"' in wrong.content.decode()
    assert "vừa được người khác sửa" in text(behind)
    assert "Theo mẫu mới" in shown
    assert LibraryIndicator.objects.count() == 3
    assert "Án được điều tra làm rõ" in listed


def test_a_season_is_told_where_it_differs_and_fills_the_library(body: Client) -> None:
    scored_season(Phase.PREPARING)
    with on(DAY):
        body.post("/chi-so/moi/", {**CASES, "code": "dieu-tra"})
        before = text(body.get(f"/ky/{SLUG}/chi-so/"))
        filled = body.post(f"/ky/{SLUG}/chi-so/dua-vao-thu-vien/")
        twice = body.post(f"/ky/{SLUG}/chi-so/dua-vao-thu-vien/")
    assert "kỳ này: tỷ lệ trên tổng số; thư viện: số đếm" in before
    assert (filled.status_code, twice.status_code) == (302, 400)
