"""Entering for a unit: with its paper, counted once the unit confirms, and showing who typed."""

import uuid
from datetime import date

import pytest

from apps.reporting.test_reports import fill
from attached_files import PDF
from scoring_cases import scored_season, today_in
from season_cases import CHAIR, MEMBER, REPORTER, on, person
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Role
from thidua.apps.attachments.services import Upload
from thidua.apps.reporting.models import EntryFor, Figure
from thidua.apps.reporting.selectors import entries_for, inputs_of
from thidua.apps.reporting.services import (
    Typed,
    confirm_entry,
    enter_figures,
    enter_for_unit,
    reject_entry,
    submit_report,
)
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Season
from thidua.core.errors import Refused
from thidua.core.phases import Phase

pytestmark = [pytest.mark.django_db, pytest.mark.rows]
DAY = today_in(Phase.REPORTING)
PAPER = Upload("Báo cáo.pdf", PDF)
DOCUMENT = Document("05/BC-CA", date(2024, 3, 1))
LEADER = person(Role.LEADER, "long-an")


def typed_for(season: Season, **cells: str) -> EntryFor:
    given = {code.replace("_", "-"): Typed(text) for code, text in (cells or {"tin_bai": "7"}).items()}
    about = {"season": season, "unit": "long-an", "document": DOCUMENT, "paper": PAPER}
    return enter_for_unit(actor=CHAIR, cells=given, **about)  # type: ignore[arg-type]


def scored(season: Season) -> list[str]:
    return [one.indicator for one in inputs_of(season, on=DAY).figures if one.unit == "long-an"]


@pytest.mark.parametrize("actor", [REPORTER, LEADER])
def test_nothing_counts_before_the_unit_confirms_and_the_cell_shows_who_typed(actor: object) -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        entry = typed_for(season, tin_bai="7", pha_an="93,1%")
        assert (scored(season), Figure.objects.count()) == ([], 0)
        confirm_entry(actor=actor, season=season, unit="long-an", entry=entry.pk)  # type: ignore[arg-type]
        assert sorted(scored(season)) == ["pha-an", "tin-bai"]
    assert {row.typed_by for row in Figure.objects.all()} == {CHAIR.account}
    assert {row.document_number for row in Figure.objects.all()} == {"05/BC-CA"}
    (kept,) = entries_for(season, "long-an")
    assert (kept.is_confirmed, kept.answered_by, kept.paper.name) == (True, actor.account, "Báo cáo.pdf")  # type: ignore[attr-defined]


def test_what_the_unit_rejects_with_a_reason_never_counts() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        entry = typed_for(season)
        about = {"season": season, "unit": "long-an", "entry": entry.pk}
        with pytest.raises(Refused) as silent:
            reject_entry(actor=LEADER, reason=" ", **about)  # type: ignore[arg-type]
        assert [one.code for one in silent.value.problems] == ["forms.fill_in"]
        reject_entry(actor=LEADER, reason="Đọc nhầm trang 2", **about)  # type: ignore[arg-type]
        with pytest.raises(Refused) as again:
            confirm_entry(actor=LEADER, **about)  # type: ignore[arg-type]
        assert scored(season) == []
    assert [one.code for one in again.value.problems] == ["reporting.entry_not_waiting"]


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_kept() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        with pytest.raises(Refused) as refused:
            enter_for_unit(
                actor=CHAIR, season=season, unit="long-an", cells={"tin-bai": Typed("nhiều")},
                document=Document("", None), paper=None,
            )  # fmt: skip
        places = {one.place.path for one in refused.value.problems}
        assert {"file", "tin-bai"} <= places
        with pytest.raises(Refused) as empty:
            enter_for_unit(
                actor=CHAIR, season=season, unit="long-an", cells={"tin-bai": Typed(" ")},
                document=DOCUMENT, paper=PAPER,
            )  # fmt: skip
    assert [one.code for one in empty.value.problems] == ["reporting.nothing_for_unit"]
    assert not EntryFor.objects.exists()


def test_confirming_writes_over_nothing_that_the_unit_typed_meanwhile() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        entry = typed_for(season)
        enter_figures(actor=REPORTER, season=season, unit="long-an", cells={"tin-bai": Typed("9")})
        with pytest.raises(Refused) as refused:
            confirm_entry(actor=REPORTER, season=season, unit="long-an", entry=entry.pk)
    assert [one.code for one in refused.value.problems] == ["reporting.cell_changed"]
    assert [row.typed for row in Figure.objects.all()] == ["9"]


def test_a_submitted_report_takes_in_nothing_typed_for_the_unit() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        entry = typed_for(season)
        fill(season, "long-an")
        submit_report(actor=REPORTER, season=season, unit="long-an")
        for act in (
            lambda: typed_for(season),
            lambda: confirm_entry(actor=REPORTER, season=season, unit="long-an", entry=entry.pk),
        ):
            with pytest.raises(Refused) as refused:
                act()
            assert [one.code for one in refused.value.problems] == ["reporting.locked_submitted"]


def test_only_who_runs_the_year_types_and_only_the_unit_answers() -> None:
    season = scored_season(Phase.REPORTING)
    with on(DAY):
        for actor, unit in ((MEMBER, "dong-nai"), (REPORTER, "long-an"), (CHAIR, "tay-ninh")):
            with pytest.raises(AccessRefused):
                enter_for_unit(
                    actor=actor, season=season, unit=unit, cells={"tin-bai": Typed("1")},
                    document=DOCUMENT, paper=PAPER,
                )  # fmt: skip
        entry = typed_for(season)
        for actor in (CHAIR, person(Role.LEADER, "dong-nai")):
            with pytest.raises(AccessRefused):
                confirm_entry(actor=actor, season=season, unit="long-an", entry=entry.pk)
        with pytest.raises(Refused):  # another unit's entry is not there for one's own
            confirm_entry(actor=person(Role.LEADER, "dong-nai"), season=season, unit="dong-nai", entry=entry.pk)
        with pytest.raises(Refused):
            confirm_entry(actor=LEADER, season=season, unit="long-an", entry=uuid.uuid4())
