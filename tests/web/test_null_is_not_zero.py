"""Null is not zero, through every door: a unit that has not reported one criterion and nothing of one group is looked
at on every page, in every chart and every file where its points, its rank or its figure could stand.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from django.test import Client
from django.utils.html import strip_tags
from openpyxl import load_workbook

from score_cases import example, write_scores
from season_cases import BY, CHAIR, OPENED, SLUG, on, season_in
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.results.changes import changes_since
from thidua.apps.results.scoring import evaluation_of
from thidua.apps.results.services import write_statement_row
from thidua.apps.results.stated import Wording
from thidua.apps.seasons.models import Season
from thidua.core.phases import Phase
from thidua.core.statements import Comparator
from world import today_in

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.AGREED)
UNIT, LEAF, GROUP = "binh-phuoc", "III.2", "I.2.4"
LEAF_NAME, GROUP_NAME = "III.2 Nhân rộng điển hình, mô hình hay", "I.2.4 Ma túy"


@pytest.fixture
def season() -> Iterator[Season]:
    """The season of the folder; Bình Phước has said nothing of III.2 and of everything under I.2.4."""
    given = example()
    nodes = [given.rulebook.find(code) for code in (LEAF, GROUP)]
    leaves = [one.leaf for node in nodes if node for _depth, one in node.walk() if one.leaf]
    silent = {code for leaf in leaves for code in leaf.indicators}
    kept = tuple(one for one in given.figures if one.unit != UNIT or one.indicator not in silent)
    found = season_in(Phase.AGREED)
    with on(DAY):
        write_scores(found, replace(given, figures=kept))
        wording = Wording(("dien-hinh",), Comparator.ABOVE, "{passed}/{units} đơn vị vượt {threshold}", threshold="0%")
        write_statement_row(actor=CHAIR, season=found, given=wording)
        yield found


@pytest.fixture
def browser(season: Season) -> Client:
    with on(OPENED):
        account = create_account(by=BY, username="thu.ky", full_name="Trần Thị Thư", password="một hai ba bốn")  # noqa: S106
        assign_role(by=BY, account=account, role=Role.SECRETARY, unit="tay-ninh", starts_on=OPENED)
    client = Client()
    client.force_login(account)
    return client


def test_null_is_not_zero_on_any_page(browser: Client) -> None:
    sheet = words(browser, f"phieu-diem/{UNIT}/")
    assert f"{LEAF_NAME} thiếu" in sheet
    assert f"{GROUP_NAME} thiếu" in sheet
    assert "Chưa xếp hạng" in sheet
    told = words(browser, f"phieu-diem/{UNIT}/{LEAF}/")
    assert "chưa báo cáo không phải là 0 điểm" in told
    assert "chính thức" not in told
    assert "Bình Phước thiếu" in words(browser, f"phieu-diem/long-an/{LEAF}/")
    matrix = words(browser, "bang-diem/")
    assert f"{LEAF_NAME} 20 16,49 * 20,00 * thiếu" in matrix
    assert f"{GROUP_NAME} 50 52,00 52,00 thiếu" in matrix
    standings = words(browser, "xep-hang/")
    assert "Bình Phước chưa xếp hạng: còn 3 tiêu chí chưa báo cáo" in standings
    assert "– Bình Phước" in standings
    assert "Công an tỉnh Bình Phước –" in words(browser, "qua-cac-nam/")
    assert "Chưa báo cáo: Bình Phước." in words(browser, "nhan-dinh/")


def test_null_is_not_zero_in_any_chart(browser: Client) -> None:
    """No rank, no middle, no warmth and no 0,00 out of what was not said: neither of the unit nor of the others."""
    profile = words(browser, f"ho-so/{UNIT}/")
    assert "III.2. Nhân rộng điển hình, mô hình hay: thiếu; trung vị 13,41" in profile  # of four units, read aloud
    assert "III.2. Nhân rộng điển hình, mô hình hay thiếu – – – –" in profile
    assert "I.2.4. Ma túy thiếu – – – –" in profile
    heat = words(browser, "ban-do-diem/")
    assert f"{LEAF_NAME} 20 16,49 hạng 2 20,00 hạng 1 thiếu 10,32 hạng 3 8,00 hạng 4" in heat
    assert re.search(r"III Tổ chức phong trào.* 92,49 hạng 2 98,00 hạng 1 73,50 83,32 hạng 3 79,00 hạng 4", heat)
    assert "0,00/20" not in profile
    assert "20,00 1/4" in words(browser, "ho-so/long-an/")


def test_null_is_not_zero_in_any_file(browser: Client, season: Season) -> None:
    with on(DAY):
        document = json.loads(browser.get(f"/ky/{SLUG}/xep-hang/ket-qua.json").content)
        workbook = browser.get(f"/ky/{SLUG}/xep-hang/xep-hang.xlsx").content
    (unit,) = [one for one in document["units"] if one["unit"] == UNIT]
    (leaf,) = [one for one in unit["criteria"] if one["criterion"] == LEAF]
    assert leaf["state"] == "missing"
    (unranked,) = document["standings"][0]["unranked"]
    assert (unranked["unit"], LEAF in unranked["missing"]) == (UNIT, True)
    rows = [row for sheet in load_workbook(BytesIO(workbook)) for row in sheet.iter_rows(values_only=True)]
    for code in (LEAF, GROUP):
        found = [row for row in rows if row and row[0] == code]
        assert found
        assert all("thiếu" in row for row in found)


def test_null_is_not_zero_before_the_first_figure(season: Season) -> None:
    """A unit that had said nothing goes from nothing to its points, not from zero."""
    scored = evaluation_of(season, on=DAY)
    with on(DAY):
        found = changes_since(season, scored, since=DAY)
    assert found is not None
    assert {one.before for one in found} == {None}


def words(browser: Client, page: str) -> str:
    with on(DAY):
        answer = browser.get(f"/ky/{SLUG}/{page}")
    assert answer.status_code == 200
    html = answer.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", strip_tags(main.replace("<", " <")))
