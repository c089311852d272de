"""A unit beside its cluster, the heat table, the years: what they print, and who reads them when."""

import pytest
from django.test import Client

from query_counts import queries_of
from score_cases import write_figure
from season_cases import ABOVE, BY, SLUG, on
from thidua.apps.access.roles import Role
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.core.phases import Phase
from web.test_result_pages import AGREED, SignIn, scored, sign_in, text_of
from world import today_in
from year_cases import LATER, merged_seasons

__all__ = ["sign_in"]
pytestmark = pytest.mark.django_db
PROFILE = f"/ky/{SLUG}/ho-so/tay-ninh/"
HEAT = f"/ky/{SLUG}/ban-do-diem/"
YEARS = f"/ky/{SLUG}/qua-cac-nam/"
GAPS = f"/ky/{SLUG}/chenh-lech/"


def test_profile_sets_groups_beside_the_middle_and_the_best(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    shown = text_of(client, PROFILE)
    assert "Hạng 2 trong 5 đơn vị" in shown
    assert "660,82/700; trung vị 616,74; cao nhất 685,60" in shown
    assert "III.2. Nhân rộng điển hình, mô hình hay 16,49 20 2/5 10,32 20,00 Long An" in shown
    strong = shown[shown.index("Mặt mạnh") : shown.index("Mặt còn thiếu")]
    assert "III.2. Nhân rộng điển hình, mô hình hay 16,49 2/5 +6,17" in strong
    assert "III.2. Nhân rộng điển hình, mô hình hay 16,49 2/5 −3,51" in shown[shown.index("Mặt còn thiếu") :]


def test_profile_shows_no_rank_where_nothing_was_assigned(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "dong-nai")
    shown = text_of(client, PROFILE.replace("tay-ninh", "dong-nai"))
    assert "vận chuyển trái phép hàng hóa, tiền tệ qua biên giới – – – – –" in shown
    text_of(client, PROFILE.replace("tay-ninh", "ca-mau"), status=404)


def test_heat_table_has_points_and_rank_of_every_unit(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    assert (
        "III.2 Nhân rộng điển hình, mô hình hay 20 16,49 hạng 2 20,00 hạng 1 10,00 hạng 4 10,32 hạng 3 8,00 hạng 5"
        in text_of(client, HEAT)
    )


def test_a_cell_is_warmer_the_larger_its_share(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    with on(AGREED):
        html = client.get(HEAT).content.decode()
    row = html[html.index("III.2 Nhân rộng") :]
    row = row[: row.index("</tr>")]
    steps = [part[0] for part in row.split("fill-seq-")[1:]]
    assert steps == ["3", "5", "2", "2", "1"]  # 16,49 20 10 10,32 8 of 20


def test_claims_and_what_counts_are_drawn_beside_the_table(client: Client, sign_in: SignIn) -> None:
    scored()
    sign_in(Role.SECRETARY, "tay-ninh")
    shown = text_of(client, GAPS)
    assert "Thanh: điểm được tính. Vòng tròn: điểm tự chấm." in shown
    assert "; tự chấm " in shown


@pytest.mark.parametrize("path", [PROFILE, HEAT, YEARS])
def test_before_agreement_only_who_runs_or_oversees_the_year_sets_units_side_by_side(
    client: Client, sign_in: SignIn, path: str
) -> None:
    scored(Phase.APPRAISING)
    day = today_in(Phase.APPRAISING)
    sign_in(Role.REPORTER, "tay-ninh")
    text_of(client, path, day=day, status=409)
    sign_in(Role.STANDING_BODY, ABOVE)
    assert "tạm tính" in text_of(client, path, day=day)


@pytest.mark.parametrize(("phase", "is_shown"), [(Phase.RUNNING, False), (Phase.AGREED, True)])
def test_a_merged_unit_reads_the_agreed_past_of_those_it_grew_out_of(
    client: Client, sign_in: SignIn, phase: Phase, is_shown: bool
) -> None:
    sign_in(Role.SECRETARY, "tay-ninh-2025")
    now = merged_seasons()
    assert now.opened_after is not None
    for season, step in ((now, Phase.AGREED), (now.opened_after, phase)):
        season.phase = step
        with recording(UNITS_RECORDED, by=BY, chain=season.ledger_chain(), count=0) as record:
            record.save(season)
    shown = text_of(client, f"/ky/{now.slug}/qua-cac-nam/", day=LATER)
    assert ("Long An" in shown) is is_shown  # it is no more, and stands in 2024 alone


@pytest.mark.parametrize("path", [PROFILE, HEAT, YEARS])
def test_figures_cost_these_pages_no_queries(client: Client, sign_in: SignIn, path: str) -> None:
    season = scored()
    sign_in(Role.STANDING_BODY, ABOVE)
    with on(AGREED):
        client.get(path)
        write_figure(season, "long-an", "dien-hinh", "6/10")
        one = queries_of(client, path)
        write_figure(season, "long-an", "dien-hinh", "7/10")
        three = queries_of(client, path)
    assert len(one) == len(three)
