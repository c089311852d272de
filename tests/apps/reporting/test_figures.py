"""Figures are typed or imported by their own unit, reviewed from a minute, and never overwritten."""

from datetime import date

import pytest

from scoring_cases import line, scored_season, today_in
from season_cases import BODY, CHAIR, MEMBER, REPORTER, move_on, on
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.selectors import adjustments_of, figures_of, inputs_of
from thidua.apps.reporting.services import (
    Typed,
    adjust_total,
    enter_figures,
    import_figures,
    record_reviews,
    undo_figures,
)
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.errors import Refused
from thidua.core.numbers import Counts, Number, NumberKind, Rate
from thidua.core.phases import Phase
from thidua.core.states import Stage, State

pytestmark = pytest.mark.django_db
DAY = today_in(Phase.REPORTING)
REVIEW = today_in(Phase.APPRAISING)
MINUTE = Document("22/BB-CA10", date(2024, 3, 2))


def said(season: Season, *, unit: str = "long-an", on_day: date = DAY) -> dict[tuple[str, Stage], object]:
    """By indicator and stage, what counts of a unit: its value, or the state without one."""
    return {
        (one.indicator, one.stage): one.state if one.value is None else one.value
        for one in figures_of(season, on=on_day)
        if one.unit == unit
    }


def rate(digits: int, places: int = 0) -> Rate:
    return Rate(Number(digits, places))


def test_a_unit_s_figures_are_read_as_they_were_typed() -> None:
    season = scored_season(Phase.REPORTING)
    cells = {
        "pha-an": Typed("93,1%"),
        "dieu-tra": Typed("343/359"),
        "tin-bai": Typed("0"),
        "II.1": Typed("đạt"),
        "nop-bao-cao": Typed("không giao"),
        "II.2": Typed(" "),
    }
    with on(DAY):
        done = enter_figures(actor=REPORTER, season=season, unit="long-an", cells=cells)
    assert done.count == 5
    assert said(season) == {
        ("pha-an", Stage.SELF): rate(931, 1),
        ("dieu-tra", Stage.SELF): Counts(343, 359, NumberKind.SHARE),
        ("tin-bai", Stage.SELF): Number(0),
        ("II.1", Stage.SELF): True,
        ("nop-bao-cao", Stage.SELF): State.NOT_ASSIGNED,
    }


def test_a_change_is_a_new_version_and_an_emptied_cell_is_not_zero() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        for text in ("7", "7", "12", ""):
            enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"tin-bai": Typed(text)})
    versions = Figure.objects.order_by("version").values_list("version", "typed", "typed_by")
    assert list(versions) == [(1, "7", REPORTER.account), (2, "12", REPORTER.account), (3, "", REPORTER.account)]
    assert said(season) == {}


def test_every_mistake_is_told_at_its_cell_and_nothing_is_saved() -> None:
    season = scored_season(Phase.REPORTING)
    cells = {"pha-an": Typed("chín ba"), "tin-bai": Typed("7"), "II.2": Typed("11"), "lạ": Typed("1")}
    with on(DAY), pytest.raises(Refused) as refusal:
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells=cells)
    assert [(one.code, one.place.path) for one in refusal.value.problems] == [
        ("numbers.letters", "pha-an"),
        ("figures.points_out_of_range", "II.2"),
        ("figures.unknown_indicator", "lạ"),
    ]
    assert Figure.objects.count() == 0


def test_two_readings_are_a_question_at_the_cell() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY), pytest.raises(Refused) as refusal:
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"pha-an": Typed("0,931")})
    assert [one.code for one in refusal.value.problems] == ["figures.fraction_or_percent"]


def test_nobody_writes_for_another_unit_or_after_the_reporting() -> None:
    season = scored_season(Phase.APPRAISING)
    cells = {"tin-bai": Typed("7")}
    with on(REVIEW):
        with pytest.raises(AccessRefused) as late:
            enter_figures(actor=REPORTER, season=season, unit="long-an", cells=cells)
        with pytest.raises(AccessRefused) as foreign:
            enter_figures(actor=REPORTER, season=season, unit="dong-nai", cells=cells)
    assert (late.value.denial, foreign.value.denial) == (Denial.WRONG_PHASE, Denial.NO_RIGHT)


def test_an_import_takes_the_whole_file_or_the_lines_that_nothing_hinders() -> None:
    season = scored_season(Phase.REPORTING)
    rows = [line("pha-an", self="93,1%"), line("tin-bai", 3, self="bảy"), line("II.1", 4, self="đạt", unit="Tây Ninh")]
    with on(DAY):
        with pytest.raises(Refused) as refusal:
            import_figures(actor=REPORTER, season=season, unit="long-an", rows=rows, file_name="so-lieu.xlsx")
        assert Figure.objects.count() == 0
        done = import_figures(actor=REPORTER, season=season, unit="long-an", rows=rows, good_only=True)
    wrong = [("numbers.letters", "D3"), ("reporting.other_unit", "D4")]
    assert [(one.code, one.place.cell) for one in refusal.value.problems] == wrong
    assert [(one.code, one.place.cell) for one in done.left_out] == wrong
    assert said(season) == {("pha-an", Stage.SELF): rate(931, 1)}


def test_a_reporter_s_file_holds_no_figures_of_reviews() -> None:
    season = scored_season(Phase.REPORTING)
    rows = [line("tin-bai", self="7", appraised="6")]
    with on(DAY), pytest.raises(Refused) as refusal:
        import_figures(actor=REPORTER, season=season, unit="long-an", rows=rows)
    assert [(one.code, one.place.cell) for one in refusal.value.problems] == [("reporting.stage_of_others", "E2")]


def test_an_import_is_taken_back_unless_something_came_after() -> None:
    season = scored_season(Phase.REPORTING)
    rows = [line("tin-bai", self="12"), line("pha-an", 3, self="93,1%")]
    with on(DAY):
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"tin-bai": Typed("7")})
        done = import_figures(actor=REPORTER, season=season, unit="long-an", rows=rows)
        assert done.batch is not None
        assert undo_figures(actor=REPORTER, season=season, unit="long-an", batch=done.batch) == 2
        with pytest.raises(Refused) as refusal:
            undo_figures(actor=REPORTER, season=season, unit="long-an", batch=done.batch)
    assert said(season) == {("tin-bai", Stage.SELF): Number(7)}
    assert [one.code for one in refusal.value.problems] == ["reporting.changed_since"]


def test_reviews_stand_beside_the_claim_with_the_number_of_their_minute() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"tin-bai": Typed("12")})
    season = Season.objects.get()

    season = move_on(season, to=Phase.APPRAISING)
    rows = [line("tin-bai", appraised="11", agreed="12")]
    with on(REVIEW):
        record_reviews(actor=CHAIR, season=season, unit="long-an", rows=rows, document=MINUTE)
    assert said(season, on_day=REVIEW) == {
        ("tin-bai", Stage.SELF): Number(12),
        ("tin-bai", Stage.APPRAISED): Number(11),
        ("tin-bai", Stage.AGREED): Number(12),
    }
    numbers = Figure.objects.exclude(stage=Stage.SELF).values_list("document_number", flat=True)
    assert set(numbers) == {"22/BB-CA10"}


def test_the_chair_s_own_unit_is_reviewed_by_the_deputy_s_secretary() -> None:
    season = scored_season(Phase.APPRAISING)
    rows = [line("tin-bai", unit="Tây Ninh", agreed="12")]
    with on(REVIEW):
        with pytest.raises(AccessRefused) as denied:
            record_reviews(actor=CHAIR, season=season, unit="tay-ninh", rows=rows, document=MINUTE)
        done = record_reviews(actor=MEMBER, season=season, unit="tay-ninh", rows=rows, document=MINUTE)
    assert (denied.value.denial, done.count) == (Denial.OWN_MATTER, 1)


def test_a_review_writes_no_claim_and_needs_its_minute() -> None:
    season = scored_season(Phase.APPRAISING)
    with on(REVIEW), pytest.raises(Refused) as refusal:
        record_reviews(
            actor=CHAIR,
            season=season,
            unit="long-an",
            rows=[line("tin-bai", self="7")],
            document=Document("", None),
        )
    assert [one.code for one in refusal.value.problems] == [
        "reporting.stage_of_others",
        "seasons.document_number",
        "seasons.document_date",
    ]


def test_the_standing_body_s_points_are_refused_where_the_rulebook_foresees_none() -> None:
    season = scored_season(Phase.APPRAISING)
    with on(REVIEW):
        with pytest.raises(Refused) as refusal:
            adjust_total(actor=BODY, season=season, unit="ca-mau", points="0", reason="", document=MINUTE)
        with pytest.raises(Refused) as unforeseen:
            adjust_total(actor=BODY, season=season, unit="long-an", points="-2", reason="Chậm", document=MINUTE)
    assert [one.code for one in refusal.value.problems] == [
        "reporting.no_points",
        "reporting.not_a_member",
        "forms.fill_in",
    ]
    assert [one.code for one in unforeseen.value.problems] == ["scoring.adjustment_not_foreseen"]
    assert adjustments_of(season) == ()


def test_a_figure_without_its_target_is_kept_and_told_among_the_problems() -> None:
    season = scored_season(Phase.REPORTING, with_targets=False)
    with on(DAY):
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"pha-an": Typed("93,1%")})
    found = inputs_of(season, on=DAY)
    assert [(one.code, one.place.cell) for one in found.problems] == [("figures.target_missing", "pha-an")]
    assert len(found.figures) == 1
