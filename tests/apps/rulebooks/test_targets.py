"""Targets are given all or none, taken back as a whole, and amended one by one; every version stays."""

from datetime import date

import pytest

from scoring_cases import GIVEN, scored_season, target, today_in
from season_cases import BODY, CHAIR, NAMES, on
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.rulebooks.models import Target
from thidua.apps.rulebooks.selectors import targets_of
from thidua.apps.rulebooks.services import amend_target, import_targets, undo_targets
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.errors import Refused
from thidua.core.numbers import Number, Rate
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.PREPARING)
MINUTE = Document("31/BB-CA10", date(2024, 1, 2))


def said(season: Season, *, on_day: date = DAY) -> dict[tuple[str, date | None], object]:
    """By unit and first day, the values of the one indicator."""
    return {(one.unit, one.valid_from): one.value for one in targets_of(season, on=on_day)}


def percent(number: int) -> Rate:
    return Rate(Number(number))


def test_a_target_for_all_is_one_of_each_unit_and_an_own_line_goes_before() -> None:
    season = scored_season(Phase.PREPARING)
    with on(DAY):
        rows = [target("pha-an", "cả cụm", "80%"), target("pha-an", "Công an Long An", "85%", line=3)]
        done = import_targets(actor=BODY, season=season, rows=rows, document=GIVEN, file_name="chi-tieu.xlsx")
    assert done.count == len(NAMES)
    assert said(season) == {(unit, None): percent(85 if unit == "long-an" else 80) for unit in NAMES}
    assert Target.objects.count() == 2 * len(NAMES)


def test_what_is_as_it_was_is_no_new_version() -> None:
    season = scored_season(Phase.PREPARING)
    with on(DAY):
        done = import_targets(actor=BODY, season=season, rows=[target("pha-an", "cả cụm", "75%")], document=GIVEN)
    assert (done.count, done.batch) == (0, None)
    assert Target.objects.count() == len(NAMES)


def test_all_that_is_wrong_is_told_at_its_cell_and_nothing_is_written() -> None:
    season = scored_season(Phase.PREPARING)
    rows = [
        target("pha-an", "Cà Mau", "80%"),
        target("phan-an", "Long An", "80%", line=3),
        target("pha-an", "Long An", "tám mươi", line=4),
    ]
    with on(DAY), pytest.raises(Refused) as refusal:
        import_targets(actor=BODY, season=season, rows=rows, document=Document("", None))
    assert [(one.code, one.place.cell or one.place.path) for one in refusal.value.problems] == [
        ("figures.unknown_unit", ""),
        ("figures.unknown_indicator_near", "D3"),
        ("numbers.letters", "D4"),
        ("seasons.document_number", "number"),
        ("seasons.document_date", "date"),
    ]
    assert Target.objects.count() == len(NAMES)


def test_an_import_is_taken_back_and_what_stood_before_counts_again() -> None:
    season = scored_season(Phase.PREPARING)
    later = date(2024, 2, 15)
    rows = [
        target("pha-an", "Long An", "90%"),
        target("pha-an", "Long An", "95%", line=3, valid_from=later),
        target("dieu-tra", "Long An", "50%", line=4),
    ]
    with on(DAY):
        before = said(season)
        done = import_targets(actor=BODY, season=season, rows=rows, document=GIVEN)
        changed = said(season)
        assert done.batch is not None
        assert undo_targets(actor=BODY, season=season, batch=done.batch) == 3
        with pytest.raises(Refused) as refusal:
            undo_targets(actor=BODY, season=season, batch=done.batch)
    assert changed[("long-an", later)] == percent(95)
    assert said(season) == before
    assert [one.code for one in refusal.value.problems] == ["rulebooks.changed_since"]


def test_after_the_signing_a_target_changes_from_a_day_on_by_a_document_and_with_a_reason() -> None:
    season = scored_season(Phase.RUNNING)
    day = today_in(Phase.RUNNING)
    asked = {"unit": "long-an", "indicator": "pha-an", "typed": "80%", "valid_from": day}
    with on(day):
        with pytest.raises(AccessRefused) as denied:
            import_targets(actor=BODY, season=season, rows=[target("pha-an", "Long An", "80%")], document=GIVEN)
        with pytest.raises(Refused) as refusal:
            amend_target(actor=CHAIR, season=season, **{**asked, "typed": "8o%"}, document=MINUTE, reason="")
        row = amend_target(actor=CHAIR, season=season, **asked, document=MINUTE, reason="Bộ giao thêm")
    assert denied.value.denial is Denial.WRONG_PHASE
    assert [one.place.path for one in refusal.value.problems] == ["typed", "reason"]
    assert (row.version, row.typed, row.reason, row.document_number) == (2, "80%", "Bộ giao thêm", "31/BB-CA10")
    assert said(season, on_day=day) == {
        **{(unit, None): percent(75) for unit in NAMES},
        ("long-an", day): percent(80),
    }
