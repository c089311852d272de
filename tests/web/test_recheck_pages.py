"""The re-check after the agreement, and points added to a total: each a form of its own on one page."""

from collections.abc import Iterator

import pytest
from django.test import Client

from score_cases import write_scores
from scoring_cases import scored_season, today_in
from season_cases import ABOVE, CHAIR, SLUG, on
from thidua.apps.access.roles import Role
from thidua.apps.library.models import DocumentSort
from thidua.apps.library.services import Described, keep_document
from thidua.apps.reporting.models import Adjustment, Figure
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.phases import Phase
from thidua.core.states import Stage
from web.test_appraisal_pages import As, as_, words

__all__ = ["as_"]
pytestmark = pytest.mark.django_db
PAGE = f"/ky/{SLUG}/phuc-tra/"
DAY = today_in(Phase.AGREED)
DOCUMENT = {"number": "15/QĐ-V05", "date": f"{DAY:%d/%m/%Y}"}
RECHECK = {
    "act": "recheck",
    "unit": "long-an",
    "indicator": "tin-bai",
    "typed": "30",
    "reason": "Trùng bài",
    **DOCUMENT,
}
ADJUST = {"act": "adjust", "unit": "long-an", "points": "-2,5", "reason": "Chậm báo cáo", **DOCUMENT}


@pytest.fixture
def body(as_: As) -> Iterator[Client]:
    season = scored_season(Phase.AGREED)
    with on(DAY):
        write_scores(season)  # its rulebook foresees points of the standing body
        yield as_(Role.STANDING_BODY, ABOVE)


def test_what_was_re_checked_and_added_stands_on_the_page(body: Client) -> None:
    assert body.post(PAGE, RECHECK).status_code == 302
    assert body.post(PAGE, ADJUST).status_code == 302
    assert Figure.objects.get(stage=Stage.RECHECKED).typed == "30"
    assert Adjustment.objects.filter(unit="long-an", points="-2,5", reason="Chậm báo cáo").count() == 1
    shown = words(body.get(PAGE))
    assert "Trùng" in shown
    assert "Chậm báo cáo" in shown
    assert shown.count("15/QĐ-V05") == 2


@pytest.mark.parametrize(("act", "own", "others"), [("recheck", "typed", "points"), ("adjust", "points", "typed")])
def test_one_form_at_a_time_with_each_name_once(body: Client, act: str, own: str, others: str) -> None:
    html = body.get(f"{PAGE}?viec={act}").content.decode()
    assert [html.count(f'id="{name}"') for name in (own, "unit", "number", "date", "reason")] == [1] * 5
    assert f'id="{others}"' not in html


def test_the_documents_of_the_season_are_offered_once(body: Client) -> None:
    about = Described(DocumentSort.DECISION, Document("15/QĐ-V05", DAY), "V05", "Kết quả phúc tra", holder="Văn thư")
    keep_document(actor=CHAIR, season=Season.objects.get(), described=about)
    for act in ("recheck", "adjust"):
        html = body.get(f"{PAGE}?viec={act}").content.decode()
        assert html.count("<datalist") == 1
        assert 'value="15/QĐ-V05"' in html


@pytest.mark.parametrize("sent", [RECHECK, ADJUST])
def test_a_fault_leaves_the_same_form_as_it_was_typed(body: Client, sent: dict[str, str]) -> None:
    answer = body.post(PAGE, sent | {"date": "31/02/2024"})
    assert answer.status_code == 400
    assert sent["reason"] in answer.content.decode()
    assert f'name="act" value="{sent["act"]}"' in answer.content.decode()
    assert not Figure.objects.filter(stage=Stage.RECHECKED).exists()


def test_who_may_write_neither_sees_no_form(body: Client, as_: As) -> None:
    assert '<form class="flow"' in body.get(PAGE).content.decode()
    assert '<form class="flow"' not in as_(Role.SECRETARY, "tay-ninh").get(PAGE).content.decode()
