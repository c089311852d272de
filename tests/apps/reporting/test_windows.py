"""A period opens, falls due and closes by the regulations; a closed one is opened again for one unit, with a reason."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest

from apps.reporting.test_periods import monthly_season
from apps.reporting.test_reports import submitted
from season_cases import BODY, CHAIR, MEMBER, REPORTER, on
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Actor
from thidua.apps.reporting.models import Figure
from thidua.apps.reporting.periods import At
from thidua.apps.reporting.reports import standing_of_report
from thidua.apps.reporting.selectors import inputs_of
from thidua.apps.reporting.services import Typed, enter_figures, open_period, open_report, recall_report
from thidua.apps.reporting.windows import WindowState, windows_of
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Passing, Season, VoteBase
from thidua.apps.seasons.services import Rules, set_regulation
from thidua.core.errors import Refused
from thidua.core.phases import Phase

pytestmark = pytest.mark.django_db
FEBRUARY, MARCH = At("tin-bai", "2024-02"), At("tin-bai", "2024-03")
IN_TIME, LATE, CLOSED = date(2024, 3, 4), date(2024, 3, 10), date(2024, 3, 17)
SHUT = [("reporting.period_closed", "tin-bai@2024-02")]


def windowed() -> Season:
    """Reports are due five days after the month, and closed ten days later. The season runs since 1 March: February,
    which ended before, is due on the 6th and closed after the 16th.
    """
    season = monthly_season(Phase.RUNNING)
    rules = Rules(
        quorum=Fraction(2, 3),
        threshold=Fraction(1, 2),
        threshold_base=VoteBase.MEMBERS,
        comparator=Passing.ABOVE,
        objection_days=3,
        reply_days=3,
        report_days=5,
        close_days=10,
    )
    with on(IN_TIME):
        set_regulation(
            actor=CHAIR,
            season=season,
            rules=rules,
            document=Document("3/QC", date(2024, 1, 2)),
            seen=0,
            reason="Quy chế",
        )
    return season


def enter(season: Season, cells: Mapping[At, str], *, day: date, actor: Actor = REPORTER) -> list[tuple[str, str]]:
    """What hinders the cells; nothing once they are written."""
    typed = {at: Typed(text) for at, text in cells.items()}
    with on(day):
        try:
            enter_figures(actor=actor, season=season, unit="long-an", cells=typed)
        except Refused as refused:
            return [(one.code, one.place.path) for one in refused.problems]
    return []


def state(season: Season, *, day: date, period: str = "2024-02", unit: str = "long-an") -> WindowState:
    with on(day):
        rulebook = inputs_of(season, on=day).rulebook
        return windows_of(season, rulebook, unit, on=day)[period].state(day)


def test_a_period_is_open_then_late_then_closed() -> None:
    season = windowed()
    days = (date(2024, 2, 10), date(2024, 3, 6), date(2024, 3, 7), date(2024, 3, 16), date(2024, 3, 17))
    assert [state(season, day=day) for day in days] == [
        WindowState.OPEN, WindowState.OPEN, WindowState.LATE, WindowState.LATE, WindowState.CLOSED,
    ]  # fmt: skip
    assert state(season, day=date(2024, 2, 29), period="2024-03") is WindowState.AHEAD


def test_without_regulations_a_period_never_closes_but_is_late() -> None:
    season = monthly_season(Phase.RUNNING)
    assert state(season, day=date(2024, 3, 5)) is WindowState.OPEN
    assert state(season, day=date(2025, 1, 1)) is WindowState.LATE


def test_what_is_late_is_taken_and_what_comes_after_the_close_is_refused_whole() -> None:
    season = windowed()
    assert enter(season, {FEBRUARY: "7"}, day=LATE) == []
    assert enter(season, {FEBRUARY: "8", MARCH: "1"}, day=CLOSED) == SHUT
    assert enter(season, {FEBRUARY: ""}, day=CLOSED) == SHUT
    assert Figure.objects.count() == 1
    assert enter(season, {FEBRUARY: "7", MARCH: "1"}, day=CLOSED) == []  # what says the same changes nothing


def test_a_closed_period_is_opened_for_the_named_unit_until_the_day() -> None:
    season = windowed()
    with on(CLOSED):
        open_period(
            actor=CHAIR, season=season, unit="long-an", period="2024-02", until=date(2024, 3, 18), reason="Sửa nhầm lẫn"
        )
    assert state(season, day=date(2024, 3, 18)) is WindowState.REOPENED
    assert state(season, day=date(2024, 3, 18), unit="dong-nai") is WindowState.CLOSED
    assert enter(season, {FEBRUARY: "8"}, day=date(2024, 3, 18)) == []
    assert enter(season, {FEBRUARY: "9"}, day=date(2024, 3, 19)) == SHUT


def test_an_opening_needs_a_closed_period_a_day_to_come_and_a_reason() -> None:
    season = windowed()

    def refused(
        *, day: date, period: str = "2024-02", until: date = date(2024, 3, 18), reason: str = "Sửa"
    ) -> list[str]:
        with on(day), pytest.raises(Refused) as refusal:
            open_period(actor=CHAIR, season=season, unit="long-an", period=period, until=until, reason=reason)
        return [one.code for one in refusal.value.problems]

    assert refused(day=LATE) == ["reporting.period_open_still"]
    assert refused(day=CLOSED, period="2024-07") == ["reporting.no_such_period"]
    assert refused(day=CLOSED, until=date(2024, 3, 1), reason="") == ["reporting.opening_in_the_past", "forms.fill_in"]


def test_nobody_opens_a_period_for_their_own_unit() -> None:
    season = windowed()
    given = {"season": season, "period": "2024-02", "until": date(2024, 3, 18), "reason": "Sửa"}
    with on(CLOSED):
        for actor, unit in ((CHAIR, "tay-ninh"), (MEMBER, "dong-nai"), (REPORTER, "long-an"), (MEMBER, "long-an")):
            with pytest.raises(AccessRefused):
                open_period(actor=actor, unit=unit, **given)
        open_period(actor=MEMBER, unit="tay-ninh", **given)  # the deputy's side, for the chair's own unit
        open_period(actor=BODY, unit="tay-ninh", **given)


def test_a_report_that_was_opened_is_returned_and_no_more_recalled() -> None:
    season = submitted()
    day = date(2024, 4, 3)
    with on(day):
        with pytest.raises(AccessRefused):
            open_report(actor=REPORTER, season=season, unit="long-an")
        open_report(actor=CHAIR, season=season, unit="long-an")
        with pytest.raises(Refused) as recalled:
            recall_report(actor=REPORTER, season=season, unit="long-an")
        with pytest.raises(Refused) as again:
            open_report(actor=CHAIR, season=season, unit="long-an")
        assert standing_of_report(season, "long-an").state.locks
    assert [one.code for one in recalled.value.problems] == ["reporting.opened_already"]
    assert [one.code for one in again.value.problems] == ["reporting.nothing_to_open"]
