"""Moving a season on and back: only along the table, only when the guards hold, and on the record."""

from datetime import date
from itertools import pairwise

import pytest

from season_cases import (
    BODY,
    BY,
    CHAIR,
    DOCUMENT,
    MEMBER,
    NAMES,
    OPENED,
    PLAN,
    REPORTER,
    SLUG,
    STRANGER,
    TECHNICIAN,
    on,
    season_in,
    show_all,
    write_cluster,
    write_season,
    write_units,
)
from thidua.apps.access.policy import AccessRefused, Denial
from thidua.apps.access.roles import Actor
from thidua.apps.ledger.models import Entry
from thidua.apps.ledger.services import recording
from thidua.apps.organisation.events import UNITS_RECORDED
from thidua.apps.organisation.models import UnitRow
from thidua.apps.seasons.documents import Document
from thidua.apps.seasons.models import Attestation, PhaseMove, Season
from thidua.apps.seasons.selectors import situation_of
from thidua.apps.seasons.services import attest_guard, move_season, plan_phases, reopen_season
from thidua.core.errors import Refused
from thidua.core.phases import Frozen, Guard, Phase, is_frozen

pytestmark = pytest.mark.django_db


def codes(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refusal.value.problems]


def test_a_season_goes_through_its_year() -> None:
    season = season_in(Phase.CLOSED)
    made = list(PhaseMove.objects.order_by("position").values_list("position", "source", "target"))
    assert made == [(step, source, target) for step, (source, target) in enumerate(pairwise(Phase), start=1)]
    assert (season.phase, season.closed_on) == (Phase.CLOSED, date(2024, 10, 2))
    verbs = Entry.objects.filter(chain=f"season:{SLUG}", verb="seasons.season.moved")
    assert verbs.count() == 9


def test_a_refused_move_names_every_guard_that_does_not_hold() -> None:
    with on(OPENED):
        write_units()
        season = write_season(write_cluster(members=("tay-ninh",)), actor=BODY)
        with pytest.raises(Refused) as refusal:
            move_season(actor=BODY, season=season, to=Phase.SIGNED)
    assert codes(refusal) == [
        "guard.members.open",
        "guard.offices.vacant",
        "guard.calendar.open",
        "guard.pact_signed.open",
    ]
    assert refusal.value.problems[0].data == {"count": 1, "units": [NAMES["tay-ninh"]], "day": OPENED}
    assert refusal.value.problems[2].data == {"phases": list(Phase)}
    assert (PhaseMove.objects.count(), Season.objects.get().phase) == (0, Phase.PREPARING)


def test_a_guard_holds_by_the_document_that_shows_it() -> None:
    season = season_in(Phase.PREPARING)
    with on(OPENED):
        attest_guard(actor=CHAIR, season=season, guard=Guard.PACT_SIGNED, document=DOCUMENT, note="năm  chữ ký")
        shown = situation_of(season, on=OPENED).shown[Guard.PACT_SIGNED]
        moved = move_season(actor=CHAIR, season=season, to=Phase.SIGNED)
    assert (shown.number, shown.date, shown.note) == ("15/BB-CA10", date(2024, 1, 2), "năm chữ ký")
    assert moved.phase == Phase.SIGNED


def test_guards_of_dates_hold_when_their_day_has_come() -> None:
    season = season_in(Phase.SIGNED)
    with on(date(2024, 1, 31)), pytest.raises(Refused) as early:
        move_season(actor=BODY, season=season, to=Phase.RUNNING)
    with on(date(2024, 2, 1)):
        season = move_season(actor=CHAIR, season=season, to=Phase.RUNNING)
    with on(date(2024, 3, 31)), pytest.raises(Refused) as last_day:
        move_season(actor=CHAIR, season=season, to=Phase.REPORTING)
    with on(date(2024, 4, 1)):
        season = move_season(actor=CHAIR, season=season, to=Phase.REPORTING)
    assert (codes(early), codes(last_day)) == (["guard.started.open"], ["guard.data_closed.open"])
    assert season.phase == Phase.REPORTING


def test_a_chair_that_no_longer_exists_holds_no_office() -> None:
    season = season_in(Phase.RUNNING)
    with on(date(2024, 4, 1)):
        end_of("tay-ninh", date(2024, 4, 1))
        with pytest.raises(Refused) as refusal:
            move_season(actor=BODY, season=season, to=Phase.REPORTING)
    assert codes(refusal) == ["guard.offices.ceased"]
    assert refusal.value.problems[0].data["units"] == [NAMES["tay-ninh"]]


def end_of(unit: str, day: date) -> None:
    row = UnitRow.objects.get(unit=unit)
    row.ends_on = day
    with recording(UNITS_RECORDED, by=BY, count=1) as record:
        record.save(row)


@pytest.mark.parametrize("to", [phase for phase in Phase if phase is not Phase.RUNNING])
def test_no_move_leaves_the_table(to: Phase) -> None:
    season = season_in(Phase.SIGNED)
    with on(date(2024, 3, 1)):
        for verb in (
            lambda: move_season(actor=BODY, season=season, to=to),
            lambda: reopen_season(actor=BODY, season=season, to=to, reason="thử", document=DOCUMENT),
        ):
            with pytest.raises(Refused):
                verb()
    assert Season.objects.get().phase == Phase.SIGNED


def test_the_second_of_two_who_press_the_button_is_told_that_it_is_done() -> None:
    stale = season_in(Phase.PREPARING)
    with on(OPENED):
        show_all(stale)
        move_season(actor=CHAIR, season=Season.objects.get(), to=Phase.SIGNED)
        with pytest.raises(Refused) as refusal:
            move_season(actor=CHAIR, season=stale, to=Phase.SIGNED)
    assert codes(refusal) == ["seasons.no_such_move"]


@pytest.mark.parametrize(
    ("actor", "denial"),
    [
        (MEMBER, Denial.NO_RIGHT),
        (REPORTER, Denial.NO_RIGHT),
        (STRANGER, Denial.STRANGER),
        (TECHNICIAN, Denial.STRANGER),
    ],
)
def test_only_the_chair_and_the_body_above_move_a_season(actor: Actor, denial: Denial) -> None:
    season = season_in(Phase.PREPARING)
    with on(OPENED), pytest.raises(AccessRefused) as refusal:
        move_season(actor=actor, season=season, to=Phase.SIGNED)
    assert refusal.value.denial is denial


def test_a_closed_season_is_moved_and_planned_by_nobody() -> None:
    season = season_in(Phase.CLOSED)
    with on(date(2024, 12, 1)):
        for actor in (CHAIR, BODY):
            with pytest.raises(AccessRefused) as refusal:
                plan_phases(actor=actor, season=season, plan=PLAN)
            assert refusal.value.denial is Denial.WRONG_PHASE
        with pytest.raises(AccessRefused) as back:
            reopen_season(actor=BODY, season=season, to=Phase.PROPOSING, reason="thử", document=DOCUMENT)
    assert back.value.denial is Denial.WRONG_PHASE
    assert is_frozen(Frozen.RECORD, phase=Phase(season.phase))


def test_going_back_withdraws_what_was_shown_for_the_moves_ahead() -> None:
    season = season_in(Phase.AGREED)
    with on(date(2024, 7, 1)):
        show_all(season)
        back = reopen_season(
            actor=BODY, season=season, to=Phase.APPRAISING, reason="còn  một giải trình", document=DOCUMENT
        )
    withdrawn = set(Attestation.objects.filter(withdrawn_by__isnull=False).values_list("guard", flat=True))
    standing = set(Attestation.objects.filter(withdrawn_by__isnull=True).values_list("guard", flat=True))
    made = PhaseMove.objects.get(position=6)
    assert back.phase == Phase.APPRAISING
    assert withdrawn == {
        Guard.APPRAISED,
        Guard.OBJECTIONS_RULED,
        Guard.STANDINGS_AGREED,
        Guard.CONFERENCE_OPENED,
    }
    assert standing == {Guard.PACT_SIGNED, Guard.SELF_SCORES}
    assert (made.source, made.target, made.reason, made.document_number) == (
        Phase.AGREED,
        Phase.APPRAISING,
        "còn một giải trình",
        "15/BB-CA10",
    )
    with on(date(2024, 7, 2)), pytest.raises(Refused) as refusal:
        move_season(actor=CHAIR, season=back, to=Phase.AGREED)
    assert codes(refusal) == ["guard.appraised.open", "guard.objections_ruled.open"]


def test_going_back_is_for_the_body_above_with_a_reason_and_a_document() -> None:
    season = season_in(Phase.AGREED)
    with on(date(2024, 7, 1)):
        with pytest.raises(AccessRefused) as chair:
            reopen_season(actor=CHAIR, season=season, to=Phase.APPRAISING, reason="thử", document=DOCUMENT)
        with pytest.raises(Refused) as empty:
            reopen_season(actor=BODY, season=season, to=Phase.APPRAISING, reason=" ", document=Document("", None))
    assert chair.value.denial is Denial.NO_RIGHT
    assert [(one.code, one.place.path) for one in empty.value.problems] == [
        ("forms.fill_in", "reason"),
        ("seasons.document_number", "number"),
        ("seasons.document_date", "date"),
    ]


def test_a_document_is_not_dated_after_today() -> None:
    season = season_in(Phase.PREPARING)
    with on(OPENED), pytest.raises(Refused) as refusal:
        attest_guard(actor=CHAIR, season=season, guard=Guard.PACT_SIGNED, document=Document("1/GU", date(2024, 1, 3)))
    assert codes(refusal) == ["seasons.document_ahead"]


@pytest.mark.parametrize(
    ("guard", "code"),
    [
        (Guard.CALENDAR, "seasons.guard_computed"),
        (Guard.APPRAISED, "seasons.guard_elsewhere"),
        (Guard.PACT_SIGNED, "seasons.guard_shown"),
    ],
)
def test_a_document_is_recorded_for_a_guard_of_the_next_move_that_asks_for_one(guard: Guard, code: str) -> None:
    season = season_in(Phase.PREPARING)
    with on(OPENED):
        show_all(season)
        with pytest.raises(Refused) as refusal:
            attest_guard(actor=CHAIR, season=season, guard=guard, document=DOCUMENT)
    assert codes(refusal) == [code]
