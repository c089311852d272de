"""The grid's own door: each cell is answered by itself, by the same intake and checks as every other road."""

import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.reporting.test_periods import monthly_season
from apps.reporting.test_reports import fill
from scoring_cases import line, scored_season, today_in
from season_cases import CHAIR, SLUG, on, person
from thidua.apps.access.roles import Role
from thidua.apps.attachments.services import Upload
from thidua.apps.remarks.models import Remark
from thidua.apps.remarks.services import At, ask
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.services import Typed, enter_for_unit, import_figures
from thidua.apps.seasons.documents import Document
from thidua.core.errors import Refused
from thidua.core.phases import Phase
from web.test_appraisal_pages import as_

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.REPORTING)
PAGE = f"/ky/{SLUG}/nhap-so-lieu/long-an/"
As = Callable[[Role, str], Client]
__all__ = ["as_"]


def save(client: Client, *cells: dict[str, object]) -> HttpResponse:
    message = {"cells": [{"evidence": "", "version": 0, **cell} for cell in cells]}
    return client.post(f"{PAGE}luu/", json.dumps(message), content_type="application/json")


def answers(client: Client, *cells: dict[str, object]) -> dict[str, dict[str, object]]:
    answer = save(client, *cells)
    assert answer.status_code == 200, answer.content.decode()
    return {one["code"]: one for one in answer.json()["cells"]}


def test_good_cells_are_saved_and_wrong_ones_told_in_one_message(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        told = answers(
            client,
            {"code": "cai-nghien", "text": "2.662/1438", "evidence": "BC 5"},
            {"code": "tin-bai", "text": "nhiều"},
            {"code": "pha-an", "text": "93,1%"},
        )
    assert {code: one["state"] for code, one in told.items()} == {
        "cai-nghien": "saved", "tin-bai": "refused", "pha-an": "saved",
    }  # fmt: skip
    assert told["cai-nghien"]["understood"] == "2.662/1.438 → 185,12%"
    assert told["tin-bai"]["says"]
    assert {row.indicator: row.typed for row in Figure.objects.all()} == {"cai-nghien": "2.662/1438", "pha-an": "93,1%"}


@pytest.mark.parametrize(
    ("code", "text", "readings"),
    [
        ("pha-an", "0,931", ["0,931%", "93,1%"]),
        ("pha-an", "1.234", ["1234%", "1,234%"]),
        ("tin-bai", "1,234", ["1234"]),
        ("tin-bai", "(5)", ["5"]),
        ("tin-bai", "-", ["0", ""]),
        ("dieu-tra", "1,000/1,200", ["1000/1200"]),
    ],
)
def test_readings_are_offered_at_the_cell_and_nothing_is_kept_until_one_is_chosen(
    as_: As, code: str, text: str, readings: list[str]
) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        told = answers(client, {"code": code, "text": text})[code]
        assert (told["state"], [one["text"] for one in told["readings"]]) == ("refused", readings)
        assert told["says"]
        assert not Figure.objects.exists()
        for place, chosen in enumerate(reading for reading in readings if reading):
            done = answers(client, {"code": code, "text": chosen, "version": place})[code]
            assert (done["state"], done["readings"]) == ("saved", []), chosen
    assert [row.typed for row in Figure.objects.order_by("version")] == [one for one in readings if one]


def test_what_is_wrong_in_every_reading_offers_none(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        told = answers(
            as_(Role.REPORTER, "long-an"),
            {"code": "dieu-tra", "text": "1,5/2"},
            {"code": "tin-bai", "text": "11-2024"},  # November, or eleven months: to be typed anew
        )
    assert {code: (one["state"], one["readings"]) for code, one in told.items()} == {
        "dieu-tra": ("refused", []), "tin-bai": ("refused", []),
    }  # fmt: skip


def test_a_form_without_a_script_offers_the_readings_and_takes_the_chosen_one(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        sent = {"so:pha-an": "1.234", "ban:pha-an": "0"}
        answer = client.post(PAGE, sent)
        assert answer.status_code == 400
        assert 'name="doc:pha-an" value="1,234%"' in answer.content.decode()
        assert client.post(PAGE, {**sent, "doc:pha-an": "1,234%"}).status_code == 302
    assert [row.typed for row in Figure.objects.all()] == ["1,234%"]


def test_a_doubted_figure_is_kept_and_its_comment_is_saved_with_it_at_the_cell(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        told = save(client, {"code": "pha-an", "text": "104%"}).json()
        assert told["cells"][0]["state"] == "saved"
        assert "vượt 100%" in told["notes"]["pha-an"]["doubt"]
        assert told["notes"]["pha-an"]["comment"] == ""
        page = client.get(PAGE).content.decode()
        assert '<td class="is-doubted">' in page
        assert 'data-doubt="' in page
        told = save(client, {"code": "pha-an", "text": "104%", "version": 1, "comment": "Có án của năm trước"}).json()
        assert told["notes"]["pha-an"]["comment"] == "Có án của năm trước"
        page = client.get(PAGE).content.decode()
        assert '<td class="is-doubted">' not in page
        assert 'data-comment="Có án của năm trước"' in page
        # the comment was on another figure
        told = save(client, {"code": "pha-an", "text": "105%", "version": 1}).json()
        assert told["notes"]["pha-an"]["comment"] == ""
    with on(DAY, 10):  # an hour later: of two comments the later one counts
        both = {"code": "pha-an", "text": "106%", "version": 2, "comment": "Gồm án tồn"}  # in one act
        assert save(client, both).json()["notes"]["pha-an"]["comment"] == "Gồm án tồn"
    assert [(one.figure, one.text) for one in Remark.objects.order_by("at")] == [
        ("104%", "Có án của năm trước"),
        ("106%", "Gồm án tồn"),
    ]
    assert [row.typed for row in Figure.objects.order_by("version")] == ["104%", "105%", "106%"]


def test_a_comment_on_a_figure_that_is_refused_is_not_kept(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        told = answers(as_(Role.REPORTER, "long-an"), {"code": "pha-an", "text": "nhiều", "comment": "Có án tồn"})
    assert told["pha-an"]["state"] == "refused"
    assert not Remark.objects.exists()


def test_open_questions_are_marked_at_their_cells_in_the_grid_and_in_the_table_of_all_units(as_: As) -> None:
    season = scored_season(Phase.REPORTING)
    matrix = f"/ky/{SLUG}/so-lieu/"
    with on(DAY):
        client, chair = as_(Role.REPORTER, "long-an"), as_(Role.SECRETARY, "tay-ninh")
        answers(client, {"code": "pha-an", "text": "90%"})
        assert "Câu hỏi mở: 1" not in client.get(PAGE).content.decode()
        ask(actor=CHAIR, season=season, at=At("long-an", "pha-an", figure="90%"), text="Gồm án tồn không?")
        grid, table = client.get(PAGE).content.decode(), chair.get(matrix).content.decode()
        link = f'href="{matrix}long-an/pha-an/#trao-doi"'
        assert 'data-questions="1"' in grid
        for page in (grid, table):
            assert page.count(link) == 1
            assert page.count("Câu hỏi mở: 1") >= 1
        assert 'id="trao-doi"' in client.get(f"{matrix}long-an/pha-an/").content.decode()


def test_a_cell_that_somebody_else_wrote_is_a_conflict_and_keeps_theirs(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        answers(client, {"code": "tin-bai", "text": "3"})
        told = answers(client, {"code": "tin-bai", "text": "4"})  # typed over what stood before
        assert (told["tin-bai"]["state"], told["tin-bai"]["stands"], told["tin-bai"]["version"]) == ("conflict", "3", 1)
        assert answers(client, {"code": "tin-bai", "text": "4", "version": 1})["tin-bai"]["state"] == "saved"
        assert answers(client, {"code": "tin-bai", "text": "", "version": 2})["tin-bai"]["stands"] == ""
    assert [row.typed for row in Figure.objects.order_by("version")] == ["3", "4", ""]


def test_evidence_that_somebody_else_wrote_is_a_conflict_too(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        answers(client, {"code": "tin-bai", "text": "3", "evidence": "BC 5"})
        answers(client, {"code": "tin-bai", "text": "3", "evidence": "BC 6", "version": 1})
        told = answers(client, {"code": "tin-bai", "text": "3", "evidence": "BC 7", "version": 1})["tin-bai"]
        assert (told["state"], told["stands"], told["evidence"], told["version"]) == ("conflict", "3", "BC 6", 2)
        assert "BC 6" in str(told["says"])
        same = answers(client, {"code": "tin-bai", "text": "3", "evidence": "BC 6 ", "version": 1})
        assert same["tin-bai"]["state"] == "saved"
    assert [row.evidence for row in Figure.objects.order_by("version")] == ["BC 5", "BC 6"]


def test_evidence_without_its_figure_is_refused_with_the_reason(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        told = answers(client, {"code": "tin-bai", "text": "", "evidence": "BC 5"}, {"code": "pha-an", "text": "93%"})
        assert (told["tin-bai"]["state"], told["pha-an"]["state"]) == ("refused", "saved")
        assert "Minh chứng chờ số liệu" in str(told["tin-bai"]["says"])
    assert [row.indicator for row in Figure.objects.all()] == ["pha-an"]


def test_grid_is_told_what_was_written_since_it_looked(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        at = client.get(f"{PAGE}luu/", {"tu": "2024-01-01T00:00:00+07:00"}).json()["at"]
        answers(client, {"code": "tin-bai", "text": "3", "evidence": "BC 5"})
        told = client.get(f"{PAGE}luu/", {"tu": at}).json()["cells"]
        assert [(one["code"], one["version"], one["stands"], one["evidence"]) for one in told] == [
            ("tin-bai", 1, "3", "BC 5")
        ]
        assert "“3”" in told[0]["says"]
        assert client.get(f"{PAGE}luu/", {"tu": "2030-01-01T00:00:00+07:00"}).json()["cells"] == []
        assert client.get(f"{PAGE}luu/", {"tu": "hôm qua"}).status_code == 400
        assert (
            as_(Role.REPORTER, "binh-phuoc").get(f"{PAGE}luu/", {"tu": at}).status_code == 409
        )  # not yet shown to others


@pytest.mark.parametrize("body", ["", "[]", '{"cells": 1}', '{"cells": [{"code": "a"}]}', '{"cells": ["a"]}'])
def test_what_is_no_message_of_the_grid_is_refused(as_: As, body: str) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        answer = as_(Role.REPORTER, "long-an").post(f"{PAGE}luu/", body, content_type="application/json")
    assert answer.status_code == 400
    assert not Figure.objects.exists()


def test_a_block_of_ten_thousand_cells_is_refused_whole(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        assert save(client, *({"code": f"c{number}", "text": "1"} for number in range(10_000))).status_code == 400


def test_locked_grid_says_why_and_takes_nothing(as_: As) -> None:
    scored_season(Phase.APPRAISING)
    with on(today_in(Phase.APPRAISING)):
        client = as_(Role.REPORTER, "long-an")
        page = client.get(PAGE).content.decode()
        assert "<input name=" not in page
        assert 'class="why"' in page
        assert save(client, {"code": "tin-bai", "text": "3"}).status_code == 409


def test_the_table_is_a_form_without_a_script(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        sent = {"so:tin-bai": "5", "mc:tin-bai": "BC 6", "ban:tin-bai": "0", "so:pha-an": ""}
        assert client.post(PAGE, sent).status_code == 302
    assert [(row.indicator, row.typed, row.evidence) for row in Figure.objects.all()] == [("tin-bai", "5", "BC 6")]


def test_form_keeps_what_was_refused_with_the_reason_at_its_cell(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        sent = {"so:tin-bai": "nhiều", "mc:tin-bai": "BC 6", "ban:tin-bai": "0", "so:pha-an": "93%", "ban:pha-an": "0"}
        answer = client.post(PAGE, sent)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="nhiều"' in page
    assert 'value="BC 6"' in page
    assert 'id="vi-tin-bai"' in page
    assert 'id="vi-pha-an"' not in page
    assert "1 dòng chưa ghi được" in page
    assert [(row.indicator, row.typed) for row in Figure.objects.all()] == [("pha-an", "93%")]


@pytest.mark.parametrize(("choice", "stands"), [("", "3"), ("giu", "3"), ("ghi", "4")])
def test_form_writes_over_somebody_else_only_when_chosen(as_: As, choice: str, stands: str) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        answers(client, {"code": "tin-bai", "text": "3"})
        sent = {"so:tin-bai": "4", "mc:tin-bai": "", "ban:tin-bai": "0"}
        page = client.post(PAGE, sent).content.decode()
        assert "Giữ số của người kia" in page
        assert 'name="nay:tin-bai" value="1"' in page
        again = {**sent, "nay:tin-bai": "1", **({"chon:tin-bai": choice} if choice else {})}
        assert client.post(PAGE, again).status_code == (302 if choice else 400)
    assert Figure.objects.order_by("version").last().typed == stands


def test_letters_and_marks_apart_are_read_as_one(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        told = answers(as_(Role.REPORTER, "long-an"), {"code": "tin-bai", "text": "kho\u0302ng giao"})
    assert told["tin-bai"]["state"] == "saved"


def test_saving_asks_as_often_for_many_cells_as_for_few(as_: As) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        answers(client, {"code": "tin-bai", "text": "1"})

        def asked(*cells: dict[str, object]) -> int:
            with CaptureQueriesContext(connection) as queries:
                answers(client, *cells)
            return len(queries)

        one = asked({"code": "tin-bai", "text": "2", "version": 1})
        assert asked({"code": "pha-an", "text": "90%"}, {"code": "dieu-tra", "text": "3/4"}) <= one + 2


def test_report_is_submitted_approved_and_printed_page_by_page(as_: As) -> None:
    season = scored_season(Phase.REPORTING)
    page = f"/ky/{SLUG}/tu-cham/long-an/"
    with on(DAY):
        reporter, leader = as_(Role.REPORTER, "long-an"), as_(Role.LEADER, "long-an")
        chair = as_(Role.SECRETARY, "tay-ninh")
        refused = reporter.post(page, {"act": "submit"})
        assert refused.status_code == 400
        assert "số liệu chưa báo cáo" in refused.content.decode()
        fill(season, "long-an")
        assert reporter.post(page, {"act": "submit"}).status_code == 302
        assert "Rút về sửa tiếp" in reporter.get(page).content.decode()
        assert "Báo cáo tự chấm đã nộp" in reporter.get(PAGE).content.decode()
        assert "Duyệt báo cáo" in leader.get(page).content.decode()
        assert leader.post(page, {"act": "approve", "version": "1"}).status_code == 302
        board = chair.get(f"/ky/{SLUG}/tien-do-nop/").content.decode()
        assert "lãnh đạo đã duyệt" in board
        assert chair.post(page, {"act": "return", "reason": ""}).status_code == 400
        assert chair.post(page, {"act": "return", "reason": "Thiếu chữ ký"}).status_code == 302
        assert "Thiếu chữ ký" in reporter.get(page).content.decode()
        paper = reporter.get(f"{page}in/").content.decode()
        assert "Tự chấm điểm thi đua năm 2024" in paper


def test_months_are_columns_and_the_year_is_computed_from_them(as_: As) -> None:
    monthly_season()
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        page = client.get(PAGE).content.decode()
        assert 'name="so:tin-bai@2024-02"' in page
        assert 'name="so:tin-bai"' not in page
        assert "Theo tháng" in page
        told = answers(
            client,
            {"code": "dieu-tra@2024-02", "text": "10/12", "evidence": "BC 2"},
            {"code": "dieu-tra@2024-03", "text": "5/6"},
            {"code": "tin-bai@2024-03", "text": "nhiều"},
        )
        year = client.get(f"{PAGE}?ky=nam").content.decode()
    assert {code: one["state"] for code, one in told.items()} == {
        "dieu-tra@2024-02": "saved", "dieu-tra@2024-03": "saved", "tin-bai@2024-03": "refused",
    }  # fmt: skip
    last = told["dieu-tra@2024-03"]
    assert (last["understood"], last["year"]) == ("5/6 → 83,33%", "15/18 → 83,33%")
    assert 'name="so:dieu-tra"' not in year
    assert "15/18 → 83,33%" in year
    assert [(row.period, row.typed, row.evidence) for row in Figure.objects.order_by("period")] == [
        ("2024-02", "10/12", "BC 2"),
        ("2024-03", "5/6", ""),
    ]


def test_months_without_a_script_keep_what_was_refused_and_the_evidence(as_: As) -> None:
    monthly_season()
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        answers(client, {"code": "tin-bai@2024-02", "text": "7", "evidence": "BC 2"})
        sent = {
            "so:tin-bai@2024-02": "8",
            "ban:tin-bai@2024-02": "1",
            "so:tin-bai@2024-03": "x",
            "ban:tin-bai@2024-03": "0",
        }
        answer = client.post(f"{PAGE}?ky=month", sent)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'name="so:tin-bai@2024-03" value="x"' in page
    assert 'id="vi-tin-bai@2024-03"' in page
    assert [(row.typed, row.evidence) for row in Figure.objects.order_by("version")] == [("7", "BC 2"), ("8", "BC 2")]


def test_what_is_computed_cannot_be_typed_through_any_door(as_: As) -> None:
    """The points of a criterion that is computed, and the year of what is reported by month."""
    season = monthly_season()
    reporter, chair = person(Role.REPORTER, "long-an"), person(Role.SECRETARY, "tay-ninh")
    rows = [line("I.2", self="9"), line("tin-bai", 3, self="9")]
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        told = answers(client, {"code": "I.2", "text": "9"}, {"code": "tin-bai", "text": "9"})
        assert {one["state"] for one in told.values()} == {"refused"}
        form = {"so:I.2": "9", "ban:I.2": "0", "so:tin-bai": "9", "ban:tin-bai": "0"}
        assert client.post(PAGE, form).status_code == 400
        for one in rows:
            with pytest.raises(Refused):
                import_figures(actor=reporter, season=season, unit="long-an", rows=[one])
        for code in ("I.2", "tin-bai"):
            with pytest.raises(Refused):
                enter_for_unit(
                    actor=chair,
                    season=season,
                    unit="long-an",
                    cells={code: Typed("9")},
                    document=Document("15/BC", DAY),
                    paper=Upload("bc.pdf", b"%PDF-1.4\n%%EOF\n"),
                )
    assert not Figure.objects.exists()


@pytest.mark.parametrize(("text", "state"), [("đạt", "saved"), ("không đạt", "saved"), ("7", "refused")])
def test_a_verdict_is_claimed_by_word(as_: As, text: str, state: str) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        assert answers(client, {"code": "II.1", "text": text})["II.1"]["state"] == state
        page = client.get(PAGE).content.decode()
    assert '<select name="so:II.1"' in page


@pytest.mark.parametrize(("text", "state"), [("10", "saved"), ("10,01", "refused"), ("-1", "refused")])
def test_a_claim_stays_within_its_bounds_which_stand_beside_it(as_: As, text: str, state: str) -> None:
    scored_season(Phase.REPORTING)
    with on(DAY):
        client = as_(Role.REPORTER, "long-an")
        assert answers(client, {"code": "II.2", "text": text})["II.2"]["state"] == state
        assert "từ 0 đến 10 điểm" in client.get(PAGE).content.decode()
