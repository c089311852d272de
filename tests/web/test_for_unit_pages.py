"""Entering for a unit, page by page: typed with the paper, seen and answered by the unit."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.reporting.test_periods import monthly_season
from attached_files import PDF
from scoring_cases import scored_season, today_in
from season_cases import SLUG, on
from thidua.apps.access.roles import Role
from thidua.apps.reporting.models import EntryFor, Figure
from thidua.apps.reporting.periods import cells_of
from thidua.core.phases import Phase
from web.test_appraisal_pages import as_

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.REPORTING)
PAGE = f"/ky/{SLUG}/nhap-ho/long-an/"
As = Callable[[Role, str], Client]
__all__ = ["as_"]


def sent(**more: object) -> dict[str, object]:
    file = SimpleUploadedFile("Báo cáo.pdf", PDF)
    return {"act": "enter", "number": "05/BC-CA", "date": "01/03/2024", "file": file, "so:tin-bai": "7", **more}


def test_typed_with_the_paper_seen_by_the_unit_and_confirmed(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        chair, leader = as_(Role.SECRETARY, "tay-ninh"), as_(Role.LEADER, "long-an")
        assert chair.post(PAGE, sent()).status_code == 302
        assert not Figure.objects.exists()
        entry = EntryFor.objects.get()
        shown = leader.get(PAGE).content.decode()
        assert "chờ đơn vị xác nhận" in shown
        assert f"/tep/{entry.paper_id}/" in shown
        assert "Nhập hộ (1)" in leader.get(f"/ky/{SLUG}/tu-cham/long-an/").content.decode()
        silent = leader.post(PAGE, {"act": "reject", "entry": str(entry.pk), "reason": ""})
        assert (silent.status_code, "Không nhận" in silent.content.decode()) == (400, True)
        assert chair.post(PAGE, {"act": "confirm", "entry": str(entry.pk)}).status_code == 403
        assert leader.post(PAGE, {"act": "confirm", "entry": "x"}).status_code == 404
        assert leader.post(PAGE, {"act": "confirm", "entry": str(entry.pk)}).status_code == 302
        assert "đơn vị đã xác nhận" in chair.get(PAGE).content.decode()
    assert [row.typed for row in Figure.objects.all()] == ["7"]


def test_what_is_wrong_is_told_and_what_was_typed_stays(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        chair = as_(Role.SECRETARY, "tay-ninh")
        answer = chair.post(PAGE, sent(**{"so:tin-bai": "nhiều"}))
        assert answer.status_code == 400
        assert 'value="nhiều"' in answer.content.decode()
        assert chair.post(PAGE, sent(file="")).status_code == 400
    assert not EntryFor.objects.exists()


def test_any_period_of_an_indicator_is_typed_for_the_unit_and_counts_once_confirmed(as_: As) -> None:
    season = monthly_season()
    months = f"{PAGE}?ky=month"
    with on(DAY):
        chair, leader = as_(Role.SECRETARY, "tay-ninh"), as_(Role.LEADER, "long-an")
        assert open_times(chair.get(months).content.decode()) == ["Ba tháng của quý 1"]
        assert open_times(chair.get(f"{PAGE}?ky=nam").content.decode()) == ["Cả năm"]
        cells = {"so:tin-bai": "", "so:tin-bai@2024-02": "7", "so:tin-bai@2024-03": "5"}
        refused = chair.post(months, sent(**cells, **{"so:dieu-tra@2024-02": "nhiều"}))
        assert refused.status_code == 400
        assert 'name="so:dieu-tra@2024-02" value="nhiều"' in refused.content.decode()
        assert chair.post(months, sent(**cells)).status_code == 302
        assert not Figure.objects.exists()
        entry = EntryFor.objects.get()
        assert "tháng 2" in leader.get(PAGE).content.decode()
        assert leader.post(PAGE, {"act": "confirm", "entry": str(entry.pk)}).status_code == 302
        assert [(row.period, row.typed) for row in Figure.objects.order_by("period")] == [
            ("2024-02", "7"),
            ("2024-03", "5"),
        ]
        assert cells_of(season, "long-an", on=DAY)["tin-bai"].lacking == ()


def test_one_entry_takes_the_months_and_the_year_of_one_paper(as_: As) -> None:
    monthly_season()
    both = {"so:tin-bai": "", "so:tin-bai@2024-02": "7", "so:pha-an": "93,1%"}
    with on(DAY):
        chair, leader = as_(Role.SECRETARY, "tay-ninh"), as_(Role.LEADER, "long-an")
        refused = chair.post(f"{PAGE}?ky=month", sent(**{**both, "so:pha-an": "nhiều"})).content.decode()
        assert open_times(refused) == ["Ba tháng của quý 1", "Cả năm"]  # what was typed is seen, wherever it stands
        assert 'name="so:tin-bai@2024-02" value="7"' in refused
        assert chair.post(PAGE, sent(**both)).status_code == 302
        entry = EntryFor.objects.get()
        assert leader.post(PAGE, {"act": "confirm", "entry": str(entry.pk)}).status_code == 302
    found = {(row.indicator, row.period, row.typed) for row in Figure.objects.all()}
    assert found == {("tin-bai", "2024-02", "7"), ("pha-an", "year", "93,1%")}


def open_times(html: str) -> list[str]:
    """The times whose cells are unfolded."""
    return re.findall(r'<details class="flow" open><summary>([^<]+)</summary>', html)
