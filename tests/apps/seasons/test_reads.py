"""What others read of seasons: who stands how to one, who sees which, what is owed, what the guards answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from season_cases import (
    ABOVE,
    BODY,
    CHAIR,
    DOCUMENT,
    NAMES,
    OPENED,
    REPORTER,
    SLUG,
    STRANGER,
    TECHNICIAN,
    move_on,
    on,
    person,
    season_in,
    write_cluster,
    write_movement,
    write_season,
    write_units,
)
from thidua.apps.access.policy import AccessRefused, Denial, may
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.access.verbs import Verb
from thidua.apps.seasons import guards
from thidua.apps.seasons.calendar import Span, check_plan, working_days_left
from thidua.apps.seasons.duties import DutyState, list_duties, owed_by
from thidua.apps.seasons.guards import Finding, Situation, is_attested, register
from thidua.apps.seasons.models import Holder, Season
from thidua.apps.seasons.selectors import (
    access_season,
    clusters_to_open,
    season_names,
    seasons_called,
    situation_of,
    standing_in,
    standings,
    subject_of,
    visible_seasons,
)
from thidua.apps.seasons.services import finish_duty, set_duty
from thidua.core.errors import Fault, Refused
from thidua.core.phases import MOVES, Guard, Phase, next_move

pytestmark = pytest.mark.django_db
MEMBERS = tuple(NAMES)


@contextmanager
def undone() -> Iterator[None]:
    """Every example begins with empty tables."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_a_season_is_looked_at_on_a_day_of_its_life() -> None:
    season = season_in(Phase.CLOSED)
    before, later = (standing_in(season, on=day) for day in (date(2023, 1, 1), date(2030, 1, 1)))
    assert before == later == standing_in(season, on=date(2024, 6, 1))
    assert (later.chair, later.deputy, later.members) == ("tay-ninh", "long-an", MEMBERS)


def test_when_every_member_is_gone_the_last_ones_read_and_nobody_holds_an_office() -> None:
    with on(OPENED):
        write_units()
        season = write_season(write_cluster(ends_on=date(2024, 7, 1)))
    standing = standing_in(season, on=date(2024, 8, 1))
    assert (standing.members, standing.chair, standing.deputy) == (MEMBERS, "", "")
    subject = subject_of(season, on=date(2024, 8, 1))
    assert [may(CHAIR, verb, subject) for verb in (Verb.READ_SEASON, Verb.MOVE_SEASON)] == [True, False]
    assert may(BODY, Verb.MOVE_SEASON, subject)


@pytest.mark.parametrize(
    ("actor", "denial"),
    [
        (STRANGER, Denial.STRANGER),
        (TECHNICIAN, Denial.STRANGER),
        (REPORTER, None),
        (person(Role.TELLER), Denial.STRANGER),
    ],
)
def test_who_may_read_a_season(actor: Actor, denial: Denial | None) -> None:
    season_in(Phase.RUNNING)
    if denial is None:
        assert access_season(SLUG, actor=actor, verb=Verb.READ_SEASON, on=date(2024, 3, 5)).slug == SLUG
        return
    with pytest.raises(AccessRefused) as refusal:
        access_season(SLUG, actor=actor, verb=Verb.READ_SEASON, on=date(2024, 3, 5))
    assert refusal.value.denial is denial


def test_an_unknown_season_is_nothing_even_to_the_body_above() -> None:
    with pytest.raises(AccessRefused) as refusal:
        access_season("khong-co", actor=BODY, verb=Verb.READ_SEASON, on=OPENED)
    assert refusal.value.denial is Denial.STRANGER


ACTORS = st.builds(
    lambda grants: Actor("một-người", "Một Người", tuple(grants)),
    st.lists(
        st.builds(
            Grant,
            st.sampled_from(list(Role)),
            st.sampled_from(["", ABOVE, "ca-mau", *MEMBERS]),
            st.sampled_from(["", SLUG, "cum-10-2025"]),
        ),
        max_size=3,
    ),
)
MEMBERSHIPS = st.lists(st.sampled_from(MEMBERS), min_size=2, max_size=5, unique=True).map(tuple)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(actor=ACTORS, earlier=MEMBERSHIPS, later=MEMBERSHIPS, day=st.dates(date(2023, 12, 1), date(2026, 2, 1)))
def test_the_list_holds_exactly_what_somebody_may_read(
    actor: Actor, earlier: tuple[str, ...], later: tuple[str, ...], day: date
) -> None:
    with undone(), on(OPENED):
        write_units()
        movement = write_movement()
        for year, members in ((2024, earlier), (2025, later)):
            cluster = write_cluster(year=year, members=members, chair=members[0], ends_on=date(year + 1, 1, 1))
            write_season(cluster, movement=movement, actor=BODY)
        every = list(Season.objects.select_related("cluster").order_by("-year"))
        allowed = [one for one in every if may(actor, Verb.READ_SEASON, subject_of(one, on=day))]
        assert visible_seasons(actor, on=day) == allowed


def test_reading_a_hundred_seasons_costs_as_much_as_one() -> None:
    with on(OPENED):
        write_units()
        movement = write_movement()
        counted = []
        for year in range(2024, 2030):
            write_season(write_cluster(year=year), movement=movement, actor=BODY)
            with CaptureQueriesContext(connection) as queries:
                standings(visible_seasons(BODY, on=date(2030, 1, 1)), on=date(2030, 1, 1))
            counted.append(len(queries))
    assert len(set(counted)) == 1


def test_a_season_is_opened_for_a_cluster_by_its_chair_or_from_above() -> None:
    with on(OPENED):
        write_units()
        cluster = write_cluster()
        found = {actor.account: clusters_to_open(actor, on=OPENED) for actor in (CHAIR, REPORTER, BODY, STRANGER)}
        write_season(cluster)
    assert found == {
        CHAIR.account: [cluster],
        REPORTER.account: [],
        BODY.account: [cluster],
        STRANGER.account: [],
    }
    assert clusters_to_open(CHAIR, on=OPENED) == []


def test_duties_are_owed_by_the_units_that_hold_them_and_by_the_role() -> None:
    season = season_in(Phase.RUNNING)
    with on(date(2024, 3, 4)):
        for holder, role, title in (
            (Holder.CHAIR, Role.SECRETARY, "của cụm trưởng"),
            (Holder.DEPUTY, Role.SECRETARY, "của cụm phó"),
            (Holder.MEMBER, Role.REPORTER, "của mỗi đơn vị"),
            (Holder.STANDING_BODY, Role.STANDING_BODY, "của cơ quan thường trực"),
        ):
            set_duty(
                actor=CHAIR,
                season=season,
                title=title,
                holder=holder,
                role=role,
                phase=Phase.RUNNING,
                due_on=date(2024, 3, 20),
            )
    dues = list_duties([season], {SLUG: standing_in(season, on=date(2024, 3, 4))}, on=date(2024, 3, 4))
    assert {due.duty.title: due.owing for due in dues} == {
        "của cụm trưởng": ("tay-ninh",),
        "của cụm phó": ("long-an",),
        "của mỗi đơn vị": MEMBERS,
        "của cơ quan thường trực": (ABOVE,),
    }
    owed = {
        actor.account: [(one.due.duty.title, one.unit) for one in owed_by(actor, dues)]
        for actor in (CHAIR, REPORTER, BODY, TECHNICIAN)
    }
    assert owed == {
        CHAIR.account: [("của cụm trưởng", "tay-ninh")],
        REPORTER.account: [("của mỗi đơn vị", "long-an")],
        BODY.account: [("của cơ quan thường trực", ABOVE)],
        TECHNICIAN.account: [],
    }


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2024, 3, 4), DutyState.LATER),
        (date(2024, 3, 13), DutyState.SOON),
        (date(2024, 3, 20), DutyState.TODAY),
        (date(2024, 3, 21), DutyState.OVERDUE),
    ],
)
def test_a_duty_is_as_urgent_as_its_day_is_near(day: date, state: DutyState) -> None:
    season = season_in(Phase.RUNNING)
    with on(date(2024, 3, 4)):
        set_duty(
            actor=CHAIR,
            season=season,
            title="Báo cáo",
            holder=Holder.CHAIR,
            role=Role.SECRETARY,
            phase=Phase.RUNNING,
            due_on=date(2024, 3, 20),
        )
    [due] = list_duties([season], {SLUG: standing_in(season, on=day)}, on=day)
    assert due.state is state


def test_what_is_done_is_told_and_not_owed_twice() -> None:
    season = season_in(Phase.RUNNING)
    with on(date(2024, 3, 4)):
        duty = set_duty(
            actor=CHAIR,
            season=season,
            title="Báo cáo",
            holder=Holder.MEMBER,
            role=Role.REPORTER,
            phase=Phase.RUNNING,
            due_on=date(2024, 3, 20),
            unit="long-an",
        )
        finish_duty(actor=REPORTER, duty=duty, unit="long-an", document=DOCUMENT)
        with pytest.raises(Refused) as again:
            finish_duty(actor=REPORTER, duty=duty, unit="long-an")
        with pytest.raises(Refused) as stranger:
            finish_duty(actor=person(Role.REPORTER, "dong-nai"), duty=duty, unit="dong-nai")
    [due] = list_duties([season], {SLUG: standing_in(season, on=date(2024, 3, 4))}, on=date(2024, 3, 4))
    assert (due.state, due.done, due.is_of_each) == (DutyState.DONE, {"long-an": date(2024, 3, 4)}, False)
    assert [one.value.problems[0].code for one in (again, stranger)] == ["seasons.done_already", "seasons.not_owed"]


def test_what_an_office_owed_is_done_whoever_held_it_then() -> None:
    with on(OPENED):
        write_units()
        season = write_season(write_cluster(ends_on=date(2024, 7, 1)))
        common = {"season": season, "role": Role.SECRETARY, "phase": Phase.PREPARING, "due_on": date(2024, 1, 20)}
        duty = set_duty(actor=CHAIR, title="của cụm trưởng", holder=Holder.CHAIR, **common)
        set_duty(actor=CHAIR, title="của cụm phó", holder=Holder.DEPUTY, **common)
        finish_duty(actor=CHAIR, duty=duty, unit="tay-ninh")
    day = date(2024, 8, 1)  # nobody holds an office any more
    found = {due.duty.title: due for due in list_duties([season], standings([season], on=day), on=day)}
    assert {title: (due.state, due.missing) for title, due in found.items()} == {
        "của cụm trưởng": (DutyState.DONE, ()),
        "của cụm phó": (DutyState.OVERDUE, ()),
    }


def test_every_guard_of_the_table_answers_with_a_sentence_of_its_own() -> None:
    season = season_in(Phase.PREPARING)
    for phase in list(Phase)[1:]:
        move = next_move(Phase(season.phase))
        assert move is not None
        found = guards.findings(move, situation_of(season, on=date(2024, 1, 3)))
        assert [finding.guard for finding in found] == list(move.guards)
        season = move_on(season, to=phase)
    kept = {Guard.MERGERS, Guard.MEMBERS, Guard.OFFICES, Guard.CALENDAR, Guard.STARTED, Guard.DATA_CLOSED}
    situation = situation_of(season, on=date(2024, 1, 3))
    assert {guard for guard in Guard if not is_attested(guard, situation)} == kept  # nothing else is kept of this one


def others_than(guard: Guard) -> dict[Guard, guards.Checker]:
    """The checkers of the other guards, as if no app kept this one's fact."""
    return {one: checker for one, checker in guards._checkers.items() if one is not guard}


def test_an_app_above_answers_a_guard_instead_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    season = season_in(Phase.PREPARING)
    monkeypatch.setattr(guards, "_checkers", others_than(Guard.PACT_SIGNED))

    def signed(situation: Situation) -> Finding:
        return Finding(Guard.PACT_SIGNED, True, "guard.started.holds", {"day": situation.on})

    register(Guard.PACT_SIGNED, signed)
    with pytest.raises(Fault):
        register(Guard.PACT_SIGNED, signed)
    assert not is_attested(Guard.PACT_SIGNED, situation_of(season, on=OPENED))
    assert guards.hindrances(MOVES[0], situation_of(season, on=OPENED)) == []


def test_a_season_that_keeps_nothing_of_a_guard_shows_it_by_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    season = season_in(Phase.PREPARING)
    monkeypatch.setattr(guards, "_checkers", others_than(Guard.PACT_SIGNED))
    register(Guard.PACT_SIGNED, lambda _situation: None)
    assert is_attested(Guard.PACT_SIGNED, situation_of(season, on=OPENED))


def test_crossed_dates_are_all_told() -> None:
    plan = {
        Phase.SIGNED: Span(date(2024, 2, 2), date(2024, 2, 1)),
        Phase.RUNNING: Span(date(2024, 2, 1), date(2024, 3, 1)),
    }
    assert [problem.code for problem in check_plan(plan)] == ["seasons.phase_ends_first", "seasons.phases_crossed"]


@pytest.mark.parametrize(
    ("today", "due", "days"),
    [
        (date(2024, 11, 22), date(2024, 11, 25), 1),  # over a weekend
        (date(2024, 11, 25), date(2024, 11, 22), -1),
        (date(2024, 2, 7), date(2024, 2, 15), 1),  # over Tết
        (date(2023, 11, 22), date(2023, 11, 25), None),  # a year that the calendar does not know
    ],
)
def test_days_are_counted_as_working_days_where_the_calendar_knows_them(
    today: date, due: date, days: int | None
) -> None:
    assert working_days_left(today, due) == days


def test_a_season_is_found_as_the_place_of_a_role() -> None:
    season_in(Phase.RUNNING)
    name = {SLUG: "Cụm thi đua số 10, 2024"}
    assert season_names([SLUG, "khong-co"], on=date(2024, 3, 1)) == name
    assert [seasons_called(text, on=date(2024, 3, 1)) for text in (SLUG, "khong-co")] == [name, {}]
