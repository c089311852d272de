"""From a claim to what is agreed on, page by page: decide, answer, object, rule, draw the roster, hold the meeting."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from apps.appraisal.appraisal_cases import APPRAISER, DAY, accept, claimed_season, cut
from season_cases import OPENED, SLUG, on
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.apps.appraisal.models import Conflict, Decision, Objection, Roster, Ruling
from thidua.apps.reporting.models import Figure
from thidua.core.ledger.entry import Author
from thidua.core.states import Stage

pytestmark = pytest.mark.django_db
QUEUE = f"/ky/{SLUG}/tham-dinh/"
ITEM = f"{QUEUE}long-an/pha-an/"
OBJECTION = f"/ky/{SLUG}/kien-nghi/long-an/pha-an/"
MEETING = f"/ky/{SLUG}/hop-thong-nhat/"
ROSTER = f"/ky/{SLUG}/phan-cong-kiem-tra/"
As = Callable[[Role, str], Client]


@pytest.fixture
def as_(author: Author) -> As:
    """Somebody with a role, signed in with a browser of their own."""

    def signed_in(role: Role, unit: str) -> Client:
        with on(OPENED):
            who = {"username": f"{role}.{unit}", "full_name": f"Trần Thị {role}", "password": "một hai ba bốn"}
            account = create_account(by=author, **who)
            assign_role(by=author, account=account, role=role, unit=unit, starts_on=date(2020, 1, 1))
        client = Client()
        client.force_login(account)
        return client

    return signed_in


def words(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", strip_tags(answer.content.decode().replace("<", " <"))).strip()


def test_appraiser_goes_through_the_queue_and_each_decision_opens_the_next(as_: As) -> None:
    claimed_season("long-an")
    with on(DAY):
        client = as_(Role.APPRAISER, "dong-nai")
        first = client.get(f"{QUEUE}long-an/")
        assert first.headers["Location"] == ITEM
        page = words(client.get(ITEM))
        assert "93,1%" in page
        assert "BC 5" in page
        assert "chưa thẩm định" in page
        sent = {
            "act": "adjust",
            "claim": "1",
            "decision": "0",
            "typed": "90%",
            "reason": "Thiếu vụ",
            "clause": "Điều 5",
        }
        then = client.post(ITEM, sent)
        assert (then.status_code, then.headers["Location"]) == (302, f"{QUEUE}long-an/tin-bai/")
        assert "90%" in words(client.get(ITEM))
        done = client.post(f"{QUEUE}long-an/tin-bai/", {"act": "accept", "claim": "1", "decision": "0"})
        assert done.status_code == 302
    assert {row.indicator: row.typed for row in Figure.objects.filter(stage=Stage.APPRAISED)} == {
        "pha-an": "90%",
        "tin-bai": "12",
    }


def test_refused_decision_keeps_what_was_typed_and_tells_all(as_: As) -> None:
    claimed_season("long-an")
    with on(DAY):
        client = as_(Role.APPRAISER, "dong-nai")
        answer = client.post(ITEM, {"act": "adjust", "claim": "1", "decision": "0", "typed": "90%", "clause": "Điều 5"})
        assert answer.status_code == 400
        assert 'value="90%"' in answer.content.decode()
        assert "Chưa điền" in words(answer) or "Điền" in words(answer)
        stale = client.post(ITEM, {"act": "accept", "claim": "7", "decision": "0"})
        assert stale.status_code == 400
        assert "vừa sửa số khai" in words(stale)
    assert not Decision.objects.exists()


def test_unit_objects_and_the_chairs_secretary_rules(as_: As) -> None:
    season = claimed_season("long-an")
    with on(DAY):
        cut(season, "long-an")
        unit, chair = as_(Role.LEADER, "long-an"), as_(Role.SECRETARY, "tay-ninh")
        assert "Gửi kiến nghị" in words(unit.get(OBJECTION))
        assert unit.post(OBJECTION, {"act": "object", "text": "Vụ 47 trong kỳ", "wanted": "93,1%"}).status_code == 302
        assert "Rút kiến nghị" in words(unit.get(OBJECTION))
        listed = words(chair.get(f"/ky/{SLUG}/kien-nghi/"))
        assert "đơn vị kiến nghị" in listed
        empty = chair.post(OBJECTION, {"act": "rule", "outcome": "upheld", "reason": "Đúng"})
        assert empty.status_code == 400
        ruled = {"act": "rule", "outcome": "upheld", "typed": "93,1%", "reason": "Đúng"}
        assert chair.post(OBJECTION, ruled).status_code == 302
        assert "chấp nhận kiến nghị" in words(unit.get(OBJECTION))
    assert (Objection.objects.count(), Ruling.objects.get().typed) == (1, "93,1%")


def test_returned_claim_is_answered_on_its_page(as_: As) -> None:
    claimed_season("long-an")
    with on(DAY):
        appraiser, unit = as_(Role.APPRAISER, "dong-nai"), as_(Role.REPORTER, "long-an")
        sent = {"act": "return", "claim": "1", "decision": "0", "reason": "Ghi số vụ", "due_on": "2024-05-10"}
        answer = appraiser.post(ITEM, sent | {"due_on": f"{DAY:%d/%m/%Y}"})
        assert answer.status_code == 302, words(answer)
        assert unit.post(OBJECTION, {"act": "answer", "typed": "92%", "evidence": "BC 9"}).status_code == 302
        assert "chưa thẩm định" in words(appraiser.get(ITEM))


def test_roster_is_drawn_and_a_conflict_declared(as_: As) -> None:
    claimed_season("long-an")
    with on(DAY):
        chair, other = as_(Role.SECRETARY, "tay-ninh"), as_(Role.SECRETARY, "dong-nai")
        assert chair.post(ROSTER, {"act": "draw", "word": "hoa sen", "each": "1"}).status_code == 302
        page = words(other.get(ROSTER))
        assert "hoa sen" in page
        declared = {"act": "declare", "checker": "dong-nai", "subject": "binh-phuoc", "reason": "Người thân"}
        assert other.post(ROSTER, declared).status_code == 302
        refused = chair.post(ROSTER, {"act": "draw", "word": "hoa sen", "each": "3"})
        assert refused.status_code == 400
        assert "cần ít nhất 7 đơn vị" in words(refused)
        assert chair.post(ROSTER, {"act": "draw", "word": "hoa sen", "each": "2"}).status_code in (302, 400)
    assert Conflict.objects.get().checker == "dong-nai"
    assert Roster.objects.get(version=1).word == "hoa sen"


def test_meeting_rules_points_and_makes_its_minute(as_: As) -> None:
    season = claimed_season("long-an")
    with on(DAY):
        cut(season, "long-an")
        accept(season, "long-an", "tin-bai", actor=APPRAISER)
        chair = as_(Role.SECRETARY, "tay-ninh")
        assert "90%" in words(chair.get(MEETING))
        point = {"act": "point", "unit": "long-an", "indicator": "pha-an", "typed": "91%", "reason": "Đối chiếu lại"}
        assert chair.post(MEETING, point).status_code == 302
        wrong = chair.post(MEETING, point | {"typed": "nhiều"})
        assert wrong.status_code == 400
        assert chair.post(MEETING, {"act": "close", "held_on": f"{DAY:%d/%m/%Y}"}).status_code == 400
        day = f"{DAY:%d/%m/%Y}"
        minute = {"act": "close", "held_on": day, "place": "Công an tỉnh Tây Ninh", "number": "24/BB-CA10", "date": day}
        minute["present"] = "Đại tá An\nĐại tá Bình"
        closed = chair.post(MEETING, minute)
        assert closed.status_code == 302, words(closed)
        page = words(chair.get(closed.headers["Location"]))
        for told in ("24/BB-CA10", "Đại tá Bình", "91%", "Đối chiếu lại", "1 số liệu"):
            assert told in page


def test_pages_ask_as_often_for_many_claims_as_for_few(as_: As) -> None:
    season = claimed_season("long-an")
    with on(DAY):
        chair = as_(Role.SECRETARY, "tay-ninh")
        pages = (QUEUE, ITEM, f"/ky/{SLUG}/kien-nghi/", MEETING, ROSTER)

        def asked() -> list[int]:
            counts = []
            for path in pages:
                chair.get(path)
                with CaptureQueriesContext(
                    connection,
                ) as queries:
                    assert chair.get(path).status_code == 200
                counts.append(len(queries))
            return counts

        before = asked()
        cut(season, "long-an")
        accept(season, "long-an", "tin-bai")
        assert asked() == before


def test_decision_page_shows_points_and_rank_by_claim_and_decision(as_: As) -> None:
    season = claimed_season("long-an")
    with on(DAY):
        cut(season, "long-an", "10%")
        unit, chair = as_(Role.LEADER, "long-an"), as_(Role.SECRETARY, "tay-ninh")
        unit.post(OBJECTION, {"act": "object", "text": "Vụ 47 trong kỳ", "wanted": "90%"})
        told, own = words(chair.get(OBJECTION)), words(unit.get(OBJECTION))
    for column in ("Theo số khai", "Theo kết luận thẩm định", "Nếu chấp nhận kiến nghị"):
        assert column in told
        assert column in own
    assert "Hạng" in told
    assert "Hạng" not in own.split("Ảnh hưởng")[1]  # the order is not for units yet
    assert "Tổng điểm" in own


def test_figure_that_a_unit_asks_for_must_be_a_figure(as_: As) -> None:
    season = claimed_season("long-an")
    with on(DAY):
        cut(season, "long-an")
        refused = as_(Role.LEADER, "long-an").post(OBJECTION, {"act": "object", "text": "Sai", "wanted": "rất nhiều"})
    assert refused.status_code == 400
    assert not Objection.objects.exists()


def test_form_that_does_not_fit_the_state_is_refused_with_its_reason(as_: As) -> None:
    season = claimed_season("long-an")
    with on(DAY):
        cut(season, "long-an")
        chair, unit = as_(Role.SECRETARY, "tay-ninh"), as_(Role.REPORTER, "long-an")
        late = chair.post(OBJECTION, {"act": "rule", "outcome": "rejected", "reason": "Sai"})
        early = unit.post(OBJECTION, {"act": "answer", "typed": "92%"})
        nothing = unit.post(OBJECTION, {"act": "khac"})
        not_theirs = unit.post(OBJECTION, {"act": "rule", "outcome": "upheld", "typed": "99%", "reason": "Đúng"})
    assert [late.status_code, early.status_code, nothing.status_code, not_theirs.status_code] == [400, 400, 404, 403]


def test_meeting_lists_what_its_close_covers_and_keeps_the_deputy_to_the_chair(as_: As) -> None:
    season = claimed_season("long-an", "binh-phuoc")
    with on(DAY):
        cut(season, "binh-phuoc")
        chair, deputy = as_(Role.SECRETARY, "tay-ninh"), as_(Role.SECRETARY, "long-an")
        page = words(chair.get(MEETING))
        assert "CA Bình Phước: 1 số liệu" in page or "Bình Phước: 1 số liệu" in page
        point = {"act": "point", "unit": "binh-phuoc", "indicator": "pha-an", "typed": "91%", "reason": "Đối chiếu"}
        assert deputy.post(MEETING, point).status_code == 403
        assert "Ghi" not in words(deputy.get(MEETING)).split("Bình Phước")[1][:40]


def test_gaps_are_a_table_of_units_and_years(as_: As) -> None:
    season = claimed_season("long-an", "binh-phuoc")
    with on(DAY):
        cut(season, "long-an", "10%")
        page = words(as_(Role.SECRETARY, "tay-ninh").get(f"/ky/{SLUG}/chenh-lech/"))
    assert "Tự chấm so với điểm được tính" in page
    assert "2024" in page
    assert "–" in page
