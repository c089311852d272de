"""What is said at a cell, page by page: asked, answered, closed, commented, and seen on the board and in the report."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from apps.reporting.test_periods import monthly_season
from scoring_cases import scored_season, today_in
from season_cases import REPORTER, SLUG, on
from thidua.apps.access.roles import Role
from thidua.apps.remarks.models import Remark
from thidua.apps.reporting.periods import At
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


def test_any_period_of_a_cell_is_opened_asked_about_and_commented_on(as_: As) -> None:
    season = monthly_season()
    page = f"/ky/{SLUG}/so-lieu/long-an/tin-bai/"
    with on(DAY):
        typed = {At("tin-bai", "2024-02"): Typed("7"), At("tin-bai", "2024-03"): Typed("50")}
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells=typed)
        chair, reporter = as_(Role.SECRETARY, "tay-ninh"), as_(Role.REPORTER, "long-an")
        february = f"{page}?ky=2024-02"
        asked = chair.post(february, {"act": "ask", "ask": "Sao chỉ có 7?"})
        assert (asked.status_code, asked.url) == (302, february)
        explained = {"act": "explain", "period": "2024-02", "explain-2024-02": "Tháng Tết"}
        assert reporter.post(february, explained).status_code == 302
        year, shown, march = (main_of(reporter, path) for path in (page, february, f"{page}?ky=2024-03"))
        unknown = main_of(reporter, f"{page}?ky=2031-01")
    row = Remark.objects.get(act="asked")
    assert (row.period, row.figure) == ("2024-02", "7")
    assert [("Tin bài, tháng 2/2024</h1>" in html, "Sao chỉ có 7?" in html) for html in (year, shown, march)] == [
        (False, True), (True, True), (False, False),
    ]  # fmt: skip
    assert ["<b>7</b>" in html for html in (shown, march)] == [True, False]
    assert [html.count("Tháng Tết") for html in (year, shown, march)] == [1, 1, 0]
    assert '<a href="?ky=2024-03">tháng 3/2024</a>' in year
    assert "Tin bài</h1>" in unknown
