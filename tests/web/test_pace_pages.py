"""The board of periods and the page of a unit's year: what is there, what is late, and a closed period opened again."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from apps.reporting.test_reports import submitted
from apps.reporting.test_windows import CLOSED, FEBRUARY, LATE, MARCH, enter, windowed
from season_cases import SLUG, on
from thidua.apps.access.roles import Role
from thidua.apps.reporting.models import PeriodOpening
from web.test_appraisal_pages import as_

pytestmark = pytest.mark.django_db
As = Callable[[Role, str], Client]
BOARD, PAGE = f"/ky/{SLUG}/tien-do-nop/", f"/ky/{SLUG}/tien-do/long-an/"
__all__ = ["as_"]


def read(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_board_says_of_each_unit_and_period_what_is_there_and_how_late(as_: As) -> None:
    season = windowed()
    enter(season, {FEBRUARY: "7"}, day=LATE)
    with on(CLOSED):
        board = read(as_(Role.SECRETARY, "tay-ninh"), BOARD)
    assert "1/2" in board  # one of the two figures of February
    assert board.count("0/2") == 4 + 5  # the others' February, and March of all
    assert "muộn 11 ngày" in board  # due on 6 March, and still not whole on the 17th
    assert "đã nhập 1/20 ô" in board


def test_a_unit_s_year_shows_its_pace_and_forecast_in_words(as_: As) -> None:
    season = windowed()
    enter(season, {FEBRUARY: "7"}, day=LATE)
    with on(CLOSED):
        page = read(as_(Role.REPORTER, "long-an"), PAGE)
    assert "dự báo" in page
    assert "đến hết năm đạt 14 bài, nếu các kỳ còn lại bằng bình quân 1 kỳ đã báo cáo" in page
    assert "Còn thiếu tháng 3/2024" in page
    assert "Mở lại kỳ đã khóa" not in page  # nobody opens a period for their own unit


def test_who_runs_the_year_opens_a_closed_period_with_a_reason(as_: As) -> None:
    season = windowed()
    with on(CLOSED):
        chair = as_(Role.SECRETARY, "tay-ninh")
        assert "Mở lại kỳ đã khóa" in read(chair, PAGE)
        empty = chair.post(PAGE, {"period": "2024-02", "until": "18/03/2024", "reason": ""})
        assert empty.status_code == 400
        assert "18/03/2024" in empty.content.decode()  # what was typed stays
        sent = {"period": "2024-02", "until": "18/03/2024", "reason": "Sửa số tháng 2"}
        assert chair.post(PAGE, sent).status_code == 302
        assert "Sửa số tháng 2" in read(chair, PAGE)
    row = PeriodOpening.objects.get()
    assert (row.unit, row.period, row.until) == ("long-an", "2024-02", date(2024, 3, 18))
    assert enter(season, {FEBRUARY: "8", MARCH: "1"}, day=date(2024, 3, 18)) == []


def test_a_report_that_the_reader_opened_offers_no_recall(as_: As) -> None:
    submitted()
    page = f"/ky/{SLUG}/tu-cham/long-an/"
    with on(date(2024, 4, 3)):
        reporter, chair = as_(Role.REPORTER, "long-an"), as_(Role.SECRETARY, "tay-ninh")
        assert "Rút về sửa tiếp" in read(reporter, page)
        assert chair.post(page, {"act": "open"}).status_code == 302
        shown = read(reporter, page)
        assert "Rút về sửa tiếp" not in shown
        assert "Báo cáo được mở xem lúc" in shown
        assert reporter.post(page, {"act": "recall"}).status_code == 400
