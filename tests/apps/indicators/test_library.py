"""The library keeps every version, links a season by code, and tells where the two differ."""

from datetime import date

import pytest

from scoring_cases import scored_season, today_in
from season_cases import BODY, CHAIR, on
from thidua.apps.access.policy import AccessRefused
from thidua.apps.indicators.models import LibraryIndicator
from thidua.apps.indicators.selectors import compared, library_on, versions_of
from thidua.apps.indicators.services import Meaning, add_indicator, change_indicator, fill_library, retire_indicator
from thidua.apps.rulebooks.selectors import rulebook_of
from thidua.core.errors import Refused
from thidua.core.periods import Aggregation
from thidua.core.phases import Phase
from thidua.core.rulebook.schema import FigureKind

pytestmark = pytest.mark.django_db
DAY, LATER = today_in(Phase.PREPARING), date(2024, 6, 1)
CASES = Meaning(name="Án được điều tra làm rõ", kind=FigureKind.COUNT, measure="vụ", owner="PC02")


def test_a_change_is_a_new_version_from_its_day_on_and_the_old_one_stays() -> None:
    with on(DAY):
        add_indicator(actor=BODY, code="dieu-tra", meaning=CASES)
        share = Meaning(
            name=CASES.name, kind=FigureKind.SHARE, numerator="số vụ làm rõ", denominator="số vụ xảy ra", owner="PC02"
        )
        change_indicator(actor=BODY, code="dieu-tra", meaning=share, valid_from=LATER, reason="Theo mẫu mới", seen=1)
        with pytest.raises(Refused) as behind:
            change_indicator(actor=BODY, code="dieu-tra", meaning=CASES, valid_from=LATER, reason="x", seen=1)
    assert [(row.version, row.kind, row.valid_from) for row in versions_of("dieu-tra")] == [
        (2, "share", LATER),
        (1, "count", DAY),
    ]
    assert [row.kind for row in library_on(DAY)] == ["count"]
    assert [row.kind for row in library_on(LATER)] == ["share"]
    assert [one.code for one in behind.value.problems] == ["indicators.not_later", "indicators.changed"]


def test_the_library_is_found_without_marks_in_vietnamese_order_and_without_what_was_retired() -> None:
    with on(DAY):
        for code, name in (("a", "Đơn thư giải quyết"), ("b", "Ấn phẩm"), ("c", "Dân vận"), ("d", "Điều tra")):
            add_indicator(actor=BODY, code=code, meaning=Meaning(name=name, kind=FigureKind.COUNT))
        retire_indicator(actor=BODY, code="c", valid_from=LATER, reason="Không còn dùng", seen=1)
    assert [row.name for row in library_on(DAY)] == ["Ấn phẩm", "Dân vận", "Điều tra", "Đơn thư giải quyết"]
    assert [row.name for row in library_on(LATER)] == ["Ấn phẩm", "Điều tra", "Đơn thư giải quyết"]
    assert [row.code for row in library_on(DAY, text="dieu TRA")] == ["d"]
    assert [row.code for row in library_on(DAY, text="điều tra")] == ["d"]


def test_a_season_fills_the_library_in_one_act_and_is_then_told_where_it_differs() -> None:
    season = scored_season(Phase.PREPARING)
    with on(DAY):
        add_indicator(actor=BODY, code="dieu-tra", meaning=CASES)
        count = fill_library(actor=BODY, season=season)
        with pytest.raises(Refused) as again:
            fill_library(actor=BODY, season=season)
        rulebook = rulebook_of(season, on=DAY)
        found = {one.indicator.code: one for one in compared(rulebook.indicators, on=DAY)}
    named = [one.code for one in rulebook.indicators if one.name]
    assert count == len(named) - 1
    assert [one.code for one in again.value.problems] == ["indicators.nothing_to_fill"]
    assert [(one.field, one.season, one.library) for one in found["dieu-tra"].differences] == [
        ("kind", FigureKind.SHARE, FigureKind.COUNT)
    ]
    assert found["pha-an"].differences == ()


def test_what_is_wrong_is_told_at_its_field_and_only_the_body_above_writes() -> None:
    wrong = Meaning(name=" ", kind=FigureKind.SHARE, aggregation=Aggregation.AVERAGE)
    with on(DAY):
        with pytest.raises(Refused) as refusal:
            add_indicator(actor=BODY, code=" ", meaning=wrong)
        with pytest.raises(AccessRefused):
            add_indicator(actor=CHAIR, code="x", meaning=CASES)
    assert [(one.code, one.place.path) for one in refusal.value.problems] == [
        ("forms.fill_in", "code"),
        ("forms.fill_in", "name"),
        ("indicators.aggregation_unfit", "aggregation"),
        ("indicators.share_of_what", "numerator"),
        ("indicators.share_of_what", "denominator"),
    ]
    assert not LibraryIndicator.objects.exists()
