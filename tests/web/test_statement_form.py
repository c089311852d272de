"""The form that words a statement: figures in groups, places in the officer's language, every mistake told at once."""

import re

import pytest
from django.test import Client
from django.utils.html import strip_tags

from season_cases import CHAIR, SLUG, on
from thidua.apps.access.roles import Role
from thidua.apps.results.services import write_statement_row
from thidua.apps.results.stated import Wording, statement_rows
from thidua.core.statements import Comparator
from web.test_result_pages import AGREED, SignIn, scored, sign_in

__all__ = ["sign_in"]
pytestmark = pytest.mark.django_db
NEW = f"/ky/{SLUG}/nhan-dinh/moi/"
WORDED = Wording(("tin-bai",), Comparator.ABOVE, "{passed}/{units} đơn vị trên {threshold}", threshold="40")


def test_figures_stand_in_the_groups_of_the_rulebook_each_once(client: Client, sign_in: SignIn) -> None:
    season = scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(AGREED):
        write_statement_row(actor=CHAIR, season=season, given=WORDED)
        html = client.get(NEW.replace("moi", "1")).content.decode()
    titles = [" ".join(strip_tags(one).split()) for one in re.findall(r"<summary>(.*?)</summary>", html)]
    assert titles[:2] == ["I.1. Bảo vệ an ninh quốc gia 3", "I.2. Phòng, chống tội phạm 12"]
    assert [one for one in titles if "đã chọn" in one] == ["II.1. Công tác chính trị, tư tưởng đã chọn 1 trong 2"]
    assert html.count('<details class="picks" open>') == 1
    values = re.findall(r'name="indicators" value="([^"]+)"', html)
    assert len(values) == len(set(values))


def test_places_of_an_old_wording_are_shown_by_their_vietnamese_names(client: Client, sign_in: SignIn) -> None:
    season = scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(AGREED):
        write_statement_row(actor=CHAIR, season=season, given=WORDED)
        html = client.get(NEW.replace("moi", "1")).content.decode()
    assert "{số đạt}/{số đơn vị} đơn vị trên {mức}</textarea>" in html


def test_a_wrong_place_is_told_together_with_what_is_left_empty(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(AGREED):
        answer = client.post(NEW, {"wording": "Có {so}", "comparator": "above", "against": "threshold"})
    shown = " ".join(strip_tags(answer.content.decode()).split())
    assert answer.status_code == 400
    assert "Chọn ít nhất một mục." in shown
    assert "Nhận định này có chỗ điền {so} không có số liệu nào. Dùng một trong các chỗ điền: {số đạt}," in shown


@pytest.mark.parametrize(("threshold", "told"), [("", "Ô này còn trống."), ("nhiều", "“nhiều”")])
def test_a_wrong_limit_is_told_together_with_what_is_left_empty(
    client: Client, sign_in: SignIn, threshold: str, told: str
) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    typed = {"wording": "Có {số đạt}", "comparator": "above", "against": "threshold", "threshold": threshold}
    with on(AGREED):
        answer = client.post(NEW, typed)
    html = answer.content.decode()
    fault = html[html.index('id="threshold-fault"') :]
    assert answer.status_code == 400
    assert "Chọn ít nhất một mục." in html
    assert told in strip_tags(fault[: fault.index("</div>")])


def test_a_vietnamese_place_is_filled_like_an_english_one(client: Client, sign_in: SignIn) -> None:
    season = scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    typed = {"indicators": "tin-bai", "comparator": "above", "against": "threshold", "threshold": "40"}
    with on(AGREED):
        for wording in ("{passed}/{units} trên {threshold}", "{Số đạt}/{so don vi} trên {mức}"):
            assert client.post(NEW, typed | {"wording": wording}).status_code == 302
        html = client.get(f"/ky/{SLUG}/nhan-dinh/").content.decode()
    assert len(statement_rows(season)) == 2
    first, second = re.findall(r'<p class="strong">(.*?) (?:<span|</p>)', html)
    assert first == second
