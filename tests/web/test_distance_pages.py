"""Gaps of the standings: the drawing says what the table beside it says, in every state of the order."""

import re

import pytest
from django.test import Client

from score_cases import with_a_tie, without, write_figure
from season_cases import CHAIR, on
from thidua.apps.access.roles import Role
from thidua.apps.results.services import freeze_standings
from thidua.apps.seasons.documents import Document
from thidua.core.numbers import Number
from thidua.core.phases import Phase
from thidua.web.results.distances import Stood, distance_chart, distances, why_unranked
from thidua.words.language import Language
from web.test_result_pages import AGREED, STANDINGS, SignIn, scored, sign_in, text_of
from world import today_in

__all__ = ["sign_in"]
pytestmark = pytest.mark.django_db


def told(client: Client, path: str = STANDINGS) -> str:
    """What is read aloud in place of the drawing."""
    with on(AGREED):
        html = client.get(path).content.decode()
    found = re.search(r'<desc id="khoang-cach-y">(.*?)</desc>', html)
    assert found is not None
    return found[1]


def test_the_drawing_says_what_the_table_says(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    shown = text_of(client, STANDINGS)
    assert told(client) == (
        "chính thức, chưa chốt; 1. Long An: 977,57; 2. Tây Ninh: 941,97, cách 35,60; "
        "3. Đồng Nai: 880,54, cách 61,43; 4. Bình Phước: 878,87, cách 1,67; 5. Bình Dương: 854,27, cách 24,60"
    )
    for line in (
        "977,57 977,57 0,00 –",
        "941,97 941,97 −35,60 −35,60",
        "876,14 880,54 −97,03 −61,43",
        "878,87 878,87 −98,70 −1,67",
        "850,00 854,27 −123,30 −24,60",
    ):
        assert line in shown
    assert "0 −50 −100 −150" in shown


def test_a_shared_rank_is_one_line_of_the_drawing(client: Client, sign_in: SignIn) -> None:
    scored(of=with_a_tie("tay-ninh", "long-an"))
    sign_in(Role.SECRETARY, "tay-ninh")
    assert "1=. Tây Ninh và Long An: 977,57; 3. Đồng Nai" in told(client)


def test_nothing_is_drawn_where_nobody_has_a_rank(client: Client, sign_in: SignIn) -> None:
    scored(Phase.APPRAISING, of=without("binh-phuoc", "truy-na"))
    sign_in(Role.SECRETARY, "tay-ninh")
    assert "Khoảng cách điểm" not in text_of(client, STANDINGS, day=today_in(Phase.APPRAISING))


def test_a_frozen_version_is_drawn_as_it_was_stored(client: Client, sign_in: SignIn) -> None:
    season = scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(AGREED):
        frozen = freeze_standings(actor=CHAIR, season=season, word="chốt", document=Document("05/TB", AGREED))
        write_figure(season, "long-an", "dien-hinh", "6/10")
    path = f"{STANDINGS}ban/{frozen.version}/"
    assert told(client, path).startswith("đã chốt, bản 1; 1. Công an tỉnh Long An: 977,57; 2. Công an tỉnh Tây Ninh")
    assert "2 Công an tỉnh Tây Ninh 941,97 −35,60 −35,60" in text_of(client, path)


def test_who_stands_outside_the_order_is_drawn_with_the_reason() -> None:
    lang = Language.VI
    order = [
        Stood("1", "Long An", Number(900, 1)),
        Stood("2", "Tây Ninh", Number(900, 1)),
        Stood("–", "Đồng Nai", Number(999, 1), why=why_unranked(["DL1", "DL2"], 0, lang)),
        Stood("–", "Bình Phước", Number(0, 1), why=why_unranked([], 3, lang), lacking="thiếu"),
    ]
    chart = distance_chart(order, title="", state="tạm tính", is_sure=False, lang=lang)
    assert chart is not None
    assert chart.told == (
        "tạm tính; 1. Long An: 90,0; 2. Tây Ninh: 90,0, bằng điểm, xét tiêu chí phụ; "
        "Đồng Nai: 99,9, không xếp hạng: vướng điều kiện DL1 và DL2; "
        "Bình Phước: thiếu, chưa xếp hạng: còn 3 tiêu chí chưa báo cáo"
    )
    assert [one.step for one in distances(order, lang)] == ["–", "0,0", "–", "–"]
