"""Which points moved since a day, and through whose data: own figures, others' figures, points of the authority."""

from datetime import timedelta

import pytest
from django.test import Client

from query_counts import queries_of
from score_cases import write_figure
from season_cases import ABOVE, SLUG, on
from thidua.apps.access.roles import Role
from thidua.core.phases import Phase
from web.test_result_pages import AGREED, SignIn, scored, sign_in, text_of
from world import today_in

__all__ = ["sign_in"]
pytestmark = pytest.mark.django_db
CHANGES = f"/ky/{SLUG}/thay-doi/"
NEXT = AGREED + timedelta(days=2)


def test_a_changed_figure_is_told_for_its_unit_and_for_all_that_hang_on_it(client: Client, sign_in: SignIn) -> None:
    season = scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(NEXT):
        write_figure(season, "long-an", "dien-hinh", "6/10")
    shown = text_of(client, CHANGES, day=NEXT)
    why = "Số liệu thống nhất của Long An, Điển hình, mô hình hay được nhân rộng: "
    assert why in shown
    assert "thành 6/10; thu-ky ghi lúc 09:00" in shown
    moved = shown[shown.index("Công an tỉnh Tây Ninh") :]
    assert "941,97 → 945,48 (+3,51)" in moved
    assert f"III.2. Nhân rộng điển hình, mô hình hay 16,49 20,00 +3,51 {why}" in moved


def test_nothing_changed_is_said(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    assert "không điểm nào thay đổi" in text_of(client, CHANGES, day=NEXT)


def test_before_there_were_points_there_is_nothing_to_compare(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    assert "kỳ này chưa chấm được điểm" in text_of(client, f"{CHANGES}?tu=01/01/2024", day=NEXT)


@pytest.mark.parametrize(("typed", "said"), [("31/02/2024", "31/02/2024"), ("01/01/2030", "01/01/2030 chưa đến")])
def test_a_day_that_is_none_is_kept_and_told(client: Client, sign_in: SignIn, typed: str, said: str) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    assert said in text_of(client, f"{CHANGES}?tu={typed}", day=NEXT, status=400)


def test_a_unit_reads_its_own_changes_and_not_the_figures_of_others(client: Client, sign_in: SignIn) -> None:
    season = scored(Phase.APPRAISING)
    day = today_in(Phase.APPRAISING) + timedelta(days=2)
    with on(day):
        write_figure(season, "long-an", "dien-hinh", "6/10", stage="appraised")
    sign_in(Role.REPORTER, "tay-ninh")
    shown = text_of(client, CHANGES, day=day)
    assert "Số liệu thẩm định của Long An, Điển hình, mô hình hay được nhân rộng đã đổi." in shown
    assert "6/10" not in shown
    assert "Công an tỉnh Long An" not in shown
    assert "hạng" not in shown


def test_the_last_visit_is_where_the_next_one_begins(client: Client, sign_in: SignIn) -> None:
    season = scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    text_of(client, CHANGES, day=AGREED)
    with on(AGREED + timedelta(days=1)):
        write_figure(season, "long-an", "dien-hinh", "6/10")
    later = AGREED + timedelta(days=9)
    shown = text_of(client, CHANGES, day=later)
    assert "từ lần xem trước của đồng chí" in shown
    assert "thành 6/10" in shown
    assert "thành 6/10" in text_of(client, CHANGES, day=later)  # on the same day nothing is used up


def test_rows_cost_no_queries(client: Client, sign_in: SignIn) -> None:
    season = scored()
    sign_in(Role.STANDING_BODY, ABOVE)
    with on(NEXT):
        client.get(CHANGES)
        write_figure(season, "long-an", "dien-hinh", "6/10")
        one = queries_of(client, CHANGES)
        write_figure(season, "tay-ninh", "dien-hinh", "7/10")
        write_figure(season, "dong-nai", "dien-hinh", "8/10")
        three = queries_of(client, CHANGES)
    assert len(one) == len(three)
