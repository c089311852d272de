"""Checks on the spot: the sample is drawn by a word and can be drawn again, what was found stands beside it."""

from datetime import timedelta

import pytest

from apps.appraisal.appraisal_cases import DAY, claimed_season
from query_counts import queries_of
from season_cases import SLUG, on
from thidua.apps.access.roles import Role
from thidua.apps.appraisal.models import FieldCheck, Sample
from thidua.apps.appraisal.sampled import claims_of
from thidua.apps.rulebooks.selectors import rulebook_of
from web.test_appraisal_pages import As, as_, words

__all__ = ["as_"]
pytestmark = pytest.mark.django_db
PAGE = f"/ky/{SLUG}/kiem-tra-thuc-te/"
DRAW = {"act": "draw", "word": "mùa thi đua", "of_each": "1", "always_from": ""}
CHECK = {
    "act": "check",
    "unit": "long-an",
    "criterion": "I.1",
    "checked_on": f"{DAY:%d/%m/%Y}",
    "place": "Công an huyện Bến Lức",
    "result": "differs",
    "text": "Hồ sơ ghi 340 vụ, báo cáo ghi 343",
    "number": "12/BB-KT",
    "date": f"{DAY:%d/%m/%Y}",
}


def test_the_sample_is_drawn_and_what_was_found_stands_beside_it(as_: As) -> None:
    season = claimed_season("long-an", "binh-phuoc")
    with on(DAY):
        chair = as_(Role.SECRETARY, "tay-ninh")
        assert "Chưa bốc mẫu" in words(chair.get(PAGE))
        assert chair.post(PAGE, DRAW).status_code == 302
        drawn = Sample.objects.get()
        assert {unit for unit, _criterion, _cause in drawn.claims} == {"long-an", "binh-phuoc"}
        assert len(drawn.claims) == 2
        assert chair.post(PAGE, CHECK).status_code == 302
        shown = words(chair.get(PAGE))
    assert "bốc theo chữ “mùa thi đua”: mỗi đơn vị 1 tiêu chí" in shown
    assert "khác với báo cáo" in shown
    assert "Hồ sơ ghi 340 vụ, báo cáo ghi 343" in shown
    assert "theo 12/BB-KT ngày" in shown
    assert season.slug == SLUG


def test_many_points_are_always_looked_at_and_the_word_gives_the_same_again(as_: As) -> None:
    season = claimed_season("long-an", "binh-phuoc")
    with on(DAY):
        chair = as_(Role.SECRETARY, "tay-ninh")
        claims = claims_of(season, rulebook_of(season, on=DAY), ["long-an", "binh-phuoc"])
        assert len(claims) > 2
        for _time in range(2):
            chair.post(PAGE, DRAW | {"always_from": "0,5"})
        first, second = Sample.objects.order_by("version")
    assert first.claims == second.claims
    assert [(unit, code) for unit, code, _cause in first.claims] == [(one.unit, one.criterion) for one in claims]
    assert {cause for _unit, _code, cause in first.claims} == {"large"}


def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_is_kept(as_: As) -> None:
    claimed_season("long-an")
    with on(DAY):
        chair = as_(Role.SECRETARY, "tay-ninh")
        answer = chair.post(PAGE, DRAW | {"always_from": "nhiều"})
        assert answer.status_code == 400
        assert 'value="nhiều"' in answer.content.decode()
        late = f"{DAY + timedelta(days=1):%d/%m/%Y}"
        assert chair.post(PAGE, CHECK | {"checked_on": late}).status_code == 400
    assert not FieldCheck.objects.exists()


def test_nobody_records_a_check_of_their_own_unit(as_: As) -> None:
    claimed_season("long-an")
    with on(DAY):
        assert as_(Role.APPRAISER, "long-an").post(PAGE, CHECK).status_code == 403
    assert not FieldCheck.objects.exists()


def test_rows_cost_no_queries(as_: As) -> None:
    claimed_season("long-an")
    with on(DAY):
        chair = as_(Role.SECRETARY, "tay-ninh")
        chair.post(PAGE, CHECK)
        chair.get(PAGE)
        one = queries_of(chair, PAGE)
        chair.post(PAGE, CHECK)
        chair.post(PAGE, CHECK)
        assert len(queries_of(chair, PAGE)) == len(one)
