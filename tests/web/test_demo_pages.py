"""The demonstration on its pages: what is real, what is illustrative, what lies beyond the clock, a desk for all."""

import re

import pytest
from django.test import Client
from django.utils.html import strip_tags

from loaded_demo import AT as BEFORE_THE_CONFERENCE
from thidua.apps.access.models import Account
from thidua.apps.access.selectors import actor_of
from thidua.apps.clock import standing_at
from thidua.apps.demo.script import Script
from thidua.apps.seasons.selectors import visible_seasons
from thidua.core.phases import Phase

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
WHOLLY = "Kỳ thi đua này dựng để minh họa"
AHEAD = "Phần diễn tập: kỳ này được ghi trước đến 08:00, 01/07/2025, trong khi đồng hồ đứng ở 14:00, 23/11/2024."


def as_somebody(client: Client, username: str) -> Client:
    client.force_login(Account.objects.get(username=username))
    return client


def read(client: Client, path: str, *, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    html = answer.content.decode()
    return re.sub(r"\s+", " ", strip_tags(html[html.index("<body") :].replace("<", " <"))).strip()


def test_everybody_finds_a_desk_and_the_seasons_that_are_theirs(client: Client, demo: Script) -> None:
    found = {}
    with standing_at(BEFORE_THE_CONFERENCE):
        for login in demo.logins:
            as_somebody(client, login.username)
            assert "Việc cần làm" in read(client, "/")
            actor = actor_of(Account.objects.get(username=login.username), on=BEFORE_THE_CONFERENCE.date())
            seasons = visible_seasons(actor, on=BEFORE_THE_CONFERENCE.date())
            found[login.username] = [season.year for season in seasons]
            for season in seasons:
                assert f"Kỳ thi đua năm {season.year}" in read(client, f"/ky/{season.slug}/")
                read(client, f"/ky/{season.slug}/lich/")
    everything = [2025, 2024, 2023]
    assert found == {login.username: everything for login in demo.logins} | {"kiem-phieu": [2024], "ky-thuat": []}


def test_each_season_says_on_every_page_what_it_is(client: Client) -> None:
    as_somebody(client, "thu-ky.tay-ninh")
    with standing_at(BEFORE_THE_CONFERENCE):
        pages = {
            year: [read(client, f"/ky/cum-10-{year}/{end}") for end in ("", "lich/")] for year in (2023, 2024, 2025)
        }
        lists = read(client, "/ky/")
    for year, shown in pages.items():
        assert ["số liệu minh họa" in page for page in shown] == [True, True]
        assert [WHOLLY in page for page in shown] == [year == 2023] * 2
        assert [AHEAD in page for page in shown] == [year == 2025] * 2
    assert lists.count("toàn bộ minh họa") == 1
    assert lists.count("ghi trước") == 1


def test_the_season_of_2024_stands_before_the_conference_with_its_facts(client: Client) -> None:
    as_somebody(client, "thu-ky.tay-ninh")
    with standing_at(BEFORE_THE_CONFERENCE):
        page = read(client, "/ky/cum-10-2024/")
    assert "1. Công an Tây Ninh cụm trưởng 2. Công an Long An cụm phó 3. Công an Bình Phước" in page
    assert "chưa đạt: Khai mạc hội nghị tổng kết" in page
    assert "05/05 Công an các tỉnh đạt trên 75%" in page
    assert "03/05 Công an các tỉnh đạt trên 90%: Tây Ninh 93,1%, Long An 95,57%, Bình Phước 90,2%." in page
    assert "2.662/1.438" in page
    assert "cụm trưởng cho Công an tỉnh Long An, cụm phó cho Công an tỉnh Đồng Nai" in page
    assert page.count("báo cáo hội nghị 23/11/2024") == 18


def test_the_chair_s_secretary_opens_the_conference_and_moves_the_season_on(client: Client) -> None:
    as_somebody(client, "thu-ky.tay-ninh")
    with standing_at(BEFORE_THE_CONFERENCE):
        document = {"number": "25/GM-MH", "date": "20/11/2024", "note": ""}
        shown = client.post("/ky/cum-10-2024/can-cu/conference_opened/", document)
        moved = client.post("/ky/cum-10-2024/chuyen-buoc/", {"to": Phase.DELIBERATING})
        page = read(client, "/ky/cum-10-2024/")
        as_somebody(client, "lanh-dao.binh-phuoc")
        desk = read(client, "/")
    assert [answer.status_code for answer in (shown, moved)] == [302, 302]
    assert "Kỳ thi đua đã sang bước Bình xét" in page
    assert (
        "Bỏ phiếu suy tôn tại hội nghị Cụm thi đua số 10, năm 2024. Làm cho Công an Bình Phước 23/11/2024 hôm nay"
        in desk
    )
