"""The page on members that merged: what is asked, what each answer means, and the act with its mistakes."""

import pytest
from django.test import Client

from apps.seasons.test_mergers import AFTER, HEIR, OTHER, UNIT, season  # noqa: F401 - a fixture
from season_cases import ABOVE, on
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.seasons.models import MergerAnswer, Season
from world import SETUP, SINCE

pytestmark = pytest.mark.django_db


def signed_in(client: Client, role: Role, unit: str) -> None:
    account = create_account(by=SETUP, username=f"{role}-{unit}", full_name="Trần Thị Trực", password="x")  # noqa: S106
    account.must_change_password = False
    assign_role(by=SETUP, account=account, role=role, unit=unit, starts_on=SINCE)
    client.force_login(account)


def test_the_body_above_answers_on_a_page_that_says_what_each_answer_means(client: Client, season: Season) -> None:  # noqa: F811
    address = f"/ky/{season.slug}/hop-nhat/"
    with on(AFTER):
        signed_in(client, Role.STANDING_BODY, ABOVE)
        assert client.get("/").content.decode().count(f'href="{address}"') == 2
        page = client.get(address).content.decode()
        assert "không lấy trung bình" in page
        assert page.count("Chờ quyết định") == 2
        typed = {"choice": "carry", "heir": "", "reason": "Theo nghị quyết", "number": "15/QĐ", "date": "11/03/2024"}
        wrong = client.post(f"{address}{UNIT}/", typed)
        assert (wrong.status_code, "Theo nghị quyết" in wrong.content.decode()) == (400, True)
        assert client.post(f"{address}{UNIT}/", {**typed, "heir": HEIR}).status_code == 302
        leaves = {**typed, "choice": "leave"}
        assert client.post(f"{address}{OTHER}/", leaves).status_code == 302
        told = client.get(address).content.decode()
    assert "Đơn vị kế thừa làm tiếp, tính cả phần trước, theo 15/QĐ ngày 11/03/2024" in told
    assert {row.choice for row in MergerAnswer.objects.all()} == {"carry", "leave"}


def test_who_runs_the_year_reads_and_does_not_answer(client: Client, season: Season) -> None:  # noqa: F811
    address = f"/ky/{season.slug}/hop-nhat/"
    with on(AFTER):
        signed_in(client, Role.SECRETARY, "tay-ninh")
        desk = client.get("/").content.decode()
        assert "Người mở được: cơ quan thường trực của Bộ Công an" in desk
        assert client.get(address).status_code == 200
        assert client.get(f"{address}{UNIT}/").status_code == 403
