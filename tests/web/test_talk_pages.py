"""What is said at a cell, page by page: asked, answered, closed, commented, and seen on the board and in the report."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from scoring_cases import scored_season, today_in
from season_cases import REPORTER, SLUG, on
from thidua.apps.access.roles import Role
from thidua.apps.remarks.models import Remark
from thidua.apps.reporting.services import Typed, enter_figures
from thidua.core.phases import Phase
from web.test_appraisal_pages import as_

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.REPORTING)
CELL = f"/ky/{SLUG}/so-lieu/long-an/pha-an/"
As = Callable[[Role, str], Client]
__all__ = ["as_"]


def main_of(client: Client, path: str) -> str:
    html = client.get(path).content.decode()
    return re.sub(r"\s+", " ", html[html.index("<main") : html.index("</main>")])


def test_a_question_is_asked_answered_and_closed_at_the_cell(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        chair, reporter = as_(Role.SECRETARY, "tay-ninh"), as_(Role.REPORTER, "long-an")
        assert chair.post(CELL, {"act": "ask", "ask": "Gồm án tồn không?"}).status_code == 302
        assert "Gồm án tồn không?" in main_of(reporter, CELL)
        assert "Trả lời về số liệu pha-an: Gồm án tồn không?" in reporter.get("/").content.decode()
        assert '<td class="num">1</td>' in main_of(chair, f"/ky/{SLUG}/tien-do-nop/")
        thread = str(Remark.objects.get().pk)
        empty = reporter.post(CELL, {"act": "answer", "thread": thread, f"answer-{thread}": " "})
        assert (empty.status_code, f'id="answer-{thread}"' in empty.content.decode()) == (400, True)
        answer = {"act": "answer", "thread": thread, f"answer-{thread}": "Có, gồm 12 án tồn"}
        assert reporter.post(CELL, answer).status_code == 302
        assert "Kết thúc trao đổi" in main_of(chair, CELL)
        assert chair.post(CELL, {"act": "close", "thread": thread}).status_code == 302
        assert "đã kết thúc" in main_of(reporter, CELL)
        paper = main_of(reporter, f"/ky/{SLUG}/tu-cham/long-an/in/")
    assert "Gồm án tồn không?" in paper
    assert "Có, gồm 12 án tồn" in paper


def test_a_doubted_figure_is_commented_on_and_both_stand_in_the_report(as_: As) -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"pha-an": Typed("104%")})
        reporter = as_(Role.REPORTER, "long-an")
        assert "vượt 100%" in main_of(reporter, CELL)
        report = f"/ky/{SLUG}/tu-cham/long-an/"
        assert "chưa giải trình" in main_of(reporter, report)
        assert reporter.post(CELL, {"act": "explain", "explain-year": ""}).status_code == 400
        assert reporter.post(CELL, {"act": "explain", "explain-year": "Có án của năm trước"}).status_code == 302
        for path in (CELL, report, f"{report}in/"):
            assert "Có án của năm trước" in main_of(reporter, path)
        assert "chưa giải trình" not in main_of(reporter, report)


def test_who_may_not_speak_is_refused_at_every_act(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        other, own = as_(Role.REPORTER, "dong-nai"), as_(Role.OBSERVER, "long-an")
        for sent in ({"act": "ask", "ask": "a"}, {"act": "explain", "explain-year": "a"}):
            assert other.post(CELL, sent).status_code == 409  # figures of others are read once they are agreed on
            assert own.post(CELL, sent).status_code == 403
        assert own.post(CELL, {"act": "close", "thread": "x"}).status_code == 404
        assert own.post(CELL, {"act": "khac"}).status_code == 404
    assert not Remark.objects.exists()
