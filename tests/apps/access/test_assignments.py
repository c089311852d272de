"""Roles are given for a place that exists and a time that makes sense, and every mistake is told at once."""

from datetime import date

import pytest

from access_people import acting, give
from thidua.apps.access import places
from thidua.apps.access.models import Account, Assignment, Delegation
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Actor, Grant, Role
from thidua.apps.access.services import assign, close_account, delegate, end_assignment
from thidua.apps.ledger.models import Entry
from thidua.core.errors import Refused

pytestmark = pytest.mark.django_db
START = date(2024, 12, 1)


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.path) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("role", "where", "grant"),
    [
        (Role.SECRETARY, "tay-ninh", Grant(Role.SECRETARY, unit="tay-ninh")),
        (Role.REPORTER, "Công an Tây Ninh", Grant(Role.REPORTER, unit="tay-ninh")),
        (Role.TELLER, "cum-10-2024", Grant(Role.TELLER, season="cum-10-2024")),
        (Role.TECHNICIAN, "", Grant(Role.TECHNICIAN)),
    ],
)
def test_a_role_holds_from_its_first_day_until_the_day_before_its_end(
    technician: Actor, hanh: Account, role: Role, where: str, grant: Grant
) -> None:
    assign(actor=technician, account=hanh, role=role, where=where, starts_on=START, ends_on=date(2025, 1, 1))
    held = {
        day: acting(hanh, on=day).grants for day in (date(2024, 11, 30), START, date(2024, 12, 31), date(2025, 1, 1))
    }
    assert held == {date(2024, 11, 30): (), START: (grant,), date(2024, 12, 31): (grant,), date(2025, 1, 1): ()}
    assert Entry.objects.order_by("-height")[0].verb == "access.role.assigned"


@pytest.mark.parametrize(
    ("role", "where", "problem"),
    [
        (Role.REPORTER, "", "access.unit_missing"),
        (Role.REPORTER, "Công an Cà Mau", "access.unit_unknown"),
        (Role.REPORTER, "Công an Long An", "access.place_ambiguous"),
        (Role.TELLER, "", "access.season_missing"),
        (Role.TELLER, "tay-ninh", "access.season_unknown"),
        (Role.TECHNICIAN, "tay-ninh", "access.place_unwanted"),
    ],
)
def test_a_role_is_given_for_a_place_that_exists(
    technician: Actor, hanh: Account, role: Role, where: str, problem: str
) -> None:
    with pytest.raises(Refused) as refused:
        assign(actor=technician, account=hanh, role=role, where=where, starts_on=START)
    assert codes(refused) == [(problem, "where")]


def test_as_long_as_nobody_said_what_exists_nothing_does(
    technician: Actor, hanh: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_directories", {})
    with pytest.raises(Refused) as refused:
        assign(actor=technician, account=hanh, role=Role.REPORTER, where="tay-ninh", starts_on=START)
    assert codes(refused) == [("access.unit_unknown", "where")]


def test_every_mistake_is_told_at_once(technician: Actor, hanh: Account) -> None:
    close_account(actor=technician, account=hanh)
    with pytest.raises(Refused) as refused:
        assign(actor=technician, account=hanh, role=Role.REPORTER, where="?", starts_on=START, ends_on=START)
    assert codes(refused) == [
        ("access.account_closed", ""),
        ("access.unit_unknown", "where"),
        ("access.ends_before_start", "ends_on"),
    ]
    assert not Assignment.objects.filter(account=hanh).exists()


@pytest.mark.parametrize(
    ("since", "until", "is_refused"),
    [
        (date(2024, 1, 1), None, True),
        (date(2024, 1, 1), date(2024, 12, 2), True),
        (date(2024, 1, 1), START, False),  # the day before the new one
        (date(2025, 1, 1), None, True),
        (date(2025, 2, 1), None, False),
    ],
)
def test_the_same_role_is_not_held_twice_on_one_day(
    technician: Actor, hanh: Account, since: date, until: date | None, is_refused: bool
) -> None:
    give(hanh, Role.REPORTER, unit="tay-ninh", since=since, until=until)
    new = {"role": Role.REPORTER, "where": "tay-ninh", "starts_on": START, "ends_on": date(2025, 2, 1)}
    if not is_refused:
        assign(actor=technician, account=hanh, **new)
        return
    with pytest.raises(Refused) as refused:
        assign(actor=technician, account=hanh, **new)
    assert codes(refused) == [("access.held_already", "starts_on")]


def test_one_person_may_hold_two_roles_and_one_role_in_two_units(technician: Actor, hanh: Account) -> None:
    for role, where in ((Role.REPORTER, "tay-ninh"), (Role.SECRETARY, "tay-ninh"), (Role.REPORTER, "long-an")):
        assign(actor=technician, account=hanh, role=role, where=where, starts_on=START)
    assert len(acting(hanh, on=START).grants) == 3


def test_a_technician_holds_no_other_role_and_nobody_else_becomes_one_beside_theirs(
    technician: Actor, hanh: Account, binh: Account
) -> None:
    give(hanh, Role.OBSERVER, unit="tay-ninh")
    give(binh, Role.TECHNICIAN)
    for account, role, where in ((hanh, Role.TECHNICIAN, ""), (binh, Role.OBSERVER, "tay-ninh")):
        with pytest.raises(Refused) as refused:
            assign(actor=technician, account=account, role=role, where=where, starts_on=START)
        assert codes(refused) == [("access.technician_apart", "role")]


def test_nobody_becomes_a_technician_while_somebody_s_role_is_passed_on_to_them(
    technician: Actor, hanh: Account, binh: Account
) -> None:
    actor = give(hanh, Role.SECRETARY, unit="tay-ninh")
    held = Assignment.objects.get(account=hanh)
    delegate(actor=actor, assignment=held, username="binh.lv", starts_on=START, ends_on=date(2024, 12, 10))
    with pytest.raises(Refused) as refused:
        assign(actor=technician, account=binh, role=Role.TECHNICIAN, starts_on=date(2024, 12, 9))
    assert codes(refused) == [("access.technician_apart", "role")]
    assign(actor=technician, account=binh, role=Role.TECHNICIAN, starts_on=date(2024, 12, 10))


def test_nobody_gives_a_role_to_themselves(technician: Actor) -> None:
    own = Account.objects.get(pk=technician.account)
    with pytest.raises(Refused) as refused:
        assign(actor=technician, account=own, role=Role.TECHNICIAN, starts_on=START)
    assert ("access.assign_self", "") in codes(refused)


def test_a_role_ends_on_a_day_and_what_was_passed_on_of_it_ends_with_it(
    technician: Actor, hanh: Account, binh: Account
) -> None:
    actor = give(hanh, Role.SECRETARY, unit="tay-ninh")
    held = Assignment.objects.get(account=hanh)
    delegate(actor=actor, assignment=held, username="binh.lv", starts_on=START, ends_on=date(2025, 3, 1))
    end_assignment(actor=technician, assignment=held, ends_on=date(2025, 1, 1), reason="Chuyển công tác")
    assert Delegation.objects.get().ends_on == date(2025, 1, 1)
    for account in (hanh, binh):
        assert len(acting(account, on=date(2024, 12, 31)).grants) == 1
        assert acting(account, on=date(2025, 1, 1)).grants == ()
    assert Entry.objects.order_by("-height")[0].verb == "access.role.ended"


@pytest.mark.parametrize("ends_on", [date(2024, 11, 17), date(2025, 1, 1), date(2025, 6, 1)])
def test_a_role_ends_neither_backwards_nor_later_than_it_did(technician: Actor, hanh: Account, ends_on: date) -> None:
    give(hanh, Role.REPORTER, unit="tay-ninh", until=date(2025, 1, 1))
    with pytest.raises(Refused) as refused:
        end_assignment(actor=technician, assignment=Assignment.objects.get(account=hanh), ends_on=ends_on)
    assert codes(refused) == [("access.end_out_of_range", "ends_on")]


def test_what_has_ended_is_not_ended_again(technician: Actor, hanh: Account) -> None:
    give(hanh, Role.REPORTER, unit="tay-ninh", until=date(2024, 11, 18))
    with pytest.raises(Refused) as refused:
        end_assignment(actor=technician, assignment=Assignment.objects.get(account=hanh), ends_on=date(2024, 11, 18))
    assert codes(refused) == [("access.ended_already", "")]


def test_a_role_that_has_not_begun_is_withdrawn_whole(technician: Actor, hanh: Account) -> None:
    give(hanh, Role.REPORTER, unit="tay-ninh", since=START)
    end_assignment(actor=technician, assignment=Assignment.objects.get(account=hanh), ends_on=START)
    assert acting(hanh, on=START).grants == ()


def test_nobody_but_a_technician_assigns(hanh: Account, binh: Account) -> None:
    actor = give(hanh, Role.SECRETARY, unit="tay-ninh")
    with pytest.raises(AccessRefused):
        assign(actor=actor, account=binh, role=Role.REPORTER, where="tay-ninh", starts_on=START)
    with pytest.raises(AccessRefused):
        end_assignment(actor=actor, assignment=Assignment.objects.get(account=hanh), ends_on=START)
