"""A role is passed on by whoever holds it, for days on which they hold it, to somebody who may take it."""

from datetime import date

import pytest

from access_people import acting, give, make
from thidua.apps.access.events import DELEGATION_MADE
from thidua.apps.access.models import Account, Assignment, Delegation
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Grant, Role
from thidua.apps.access.services import assign_role, delegate, end_delegation
from thidua.apps.ledger.models import Entry
from thidua.apps.ledger.services import recording
from thidua.core.errors import Refused
from thidua.core.ledger.entry import Author

pytestmark = pytest.mark.django_db
START, END = date(2024, 11, 20), date(2024, 12, 1)


@pytest.fixture
def held(hanh: Account) -> Assignment:
    give(hanh, Role.SECRETARY, unit="tay-ninh", until=date(2025, 1, 1))
    return Assignment.objects.get(account=hanh)


def refusal(**wrong: object) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refused:
        delegate(**wrong)
    return [(problem.code, problem.place.path) for problem in refused.value.problems]


def test_both_hold_it_on_those_days_and_the_ledger_names_both(hanh: Account, binh: Account, held: Assignment) -> None:
    delegate(actor=acting(hanh), assignment=held, username=" Binh.LV ", starts_on=START, ends_on=END)
    own, passed = Grant(Role.SECRETARY, "tay-ninh"), Grant(Role.SECRETARY, "tay-ninh", delegated_by=str(hanh.pk))
    assert [acting(binh, on=day).grants for day in (date(2024, 11, 19), START, date(2024, 11, 30), END)] == [
        (),
        (passed,),
        (passed,),
        (),
    ]
    assert acting(hanh, on=START).grants == (own,)
    entry = Entry.objects.order_by("-height")[0]
    assert (entry.verb, entry.account, entry.unit) == ("access.delegation.made", str(hanh.pk), "tay-ninh")
    assert entry.disclosures.get(field="subject").text == "Lê Văn Bình"


def test_every_mistake_is_told_at_once(hanh: Account, held: Assignment) -> None:
    wrong = {"username": "khong-co", "starts_on": date(2024, 11, 17), "ends_on": date(2025, 1, 2)}
    assert refusal(actor=acting(hanh), assignment=held, **wrong) == [
        ("delegation.no_such_account", "username"),
        ("delegation.starts_in_past", "starts_on"),
        ("delegation.outlasts", "ends_on"),
    ]
    assert not Delegation.objects.exists()


def test_days_that_end_before_they_begin_are_refused(hanh: Account, binh: Account, held: Assignment) -> None:
    wrong = {"username": "binh.lv", "starts_on": START, "ends_on": START}
    assert refusal(actor=acting(hanh), assignment=held, **wrong) == [("access.ends_before_start", "ends_on")]


def test_nobody_passes_a_role_on_to_themselves(hanh: Account, held: Assignment) -> None:
    own = {"username": "hanh.nt", "starts_on": START, "ends_on": END}
    assert refusal(actor=acting(hanh), assignment=held, **own) == [("delegation.to_oneself", "username")]


@pytest.mark.parametrize("since", [date(2024, 1, 1), date(2024, 11, 30)])
def test_nobody_who_is_a_technician_on_those_days_takes_a_role(hanh: Account, held: Assignment, since: date) -> None:
    give(make("ky-thuat", "Phạm Thị Dung"), Role.TECHNICIAN, since=since)
    to = {"username": "ky-thuat", "starts_on": START, "ends_on": END}
    assert refusal(actor=acting(hanh), assignment=held, **to) == [("delegation.to_technician", "username")]


def test_a_role_is_passed_on_to_one_person_once_for_a_day(hanh: Account, binh: Account, held: Assignment) -> None:
    to = {"actor": acting(hanh), "assignment": held, "username": "binh.lv"}
    delegate(**to, starts_on=START, ends_on=END)
    assert refusal(**to, starts_on=date(2024, 11, 30), ends_on=date(2024, 12, 5)) == [
        ("delegation.made_already", "starts_on")
    ]
    delegate(**to, starts_on=END, ends_on=date(2024, 12, 5))
    assert Delegation.objects.count() == 2


@pytest.mark.parametrize("case", ["somebody else's", "over", "not yet"])
def test_nobody_passes_on_what_they_do_not_hold_today(
    hanh: Account, binh: Account, held: Assignment, case: str
) -> None:
    actor = acting(binh if case == "somebody else's" else hanh)
    if case != "somebody else's":
        days = {"over": (date(2024, 1, 1), date(2024, 11, 18)), "not yet": (date(2024, 11, 19), None)}[case]
        held = assign_role(
            by=Author(), account=hanh, role=Role.LEADER, unit="long-an", starts_on=days[0], ends_on=days[1]
        )
    to = {"username": "binh.lv", "starts_on": START, "ends_on": END}
    assert refusal(actor=actor, assignment=held, **to) == [("delegation.not_held", "")]


def test_what_was_passed_on_is_not_passed_further(hanh: Account, binh: Account, held: Assignment) -> None:
    delegate(actor=acting(hanh), assignment=held, username="binh.lv", starts_on=date(2024, 11, 18), ends_on=END)
    make("mai.tt", "Trần Thị Mai")
    further = {"username": "mai.tt", "starts_on": START, "ends_on": END}
    assert refusal(actor=acting(binh), assignment=held, **further) == [("delegation.not_held", "")]


@pytest.mark.parametrize("role", [Role.TELLER, Role.TECHNICIAN])
def test_a_role_that_no_row_lets_pass_on_stays(hanh: Account, binh: Account, role: Role) -> None:
    place = {"season": "cum-10-2024"} if role is Role.TELLER else {}
    mine = assign_role(by=Author(), account=hanh, role=role, starts_on=date(2024, 1, 1), **place)
    give(hanh, Role.LEADER, unit="tay-ninh")  # another role of the same person does not help
    with pytest.raises(AccessRefused):
        delegate(actor=acting(hanh), assignment=mine, username="binh.lv", starts_on=START, ends_on=END)


def test_it_ends_today_when_its_giver_says_so(hanh: Account, binh: Account, held: Assignment) -> None:
    today = date(2024, 11, 18)
    made = delegate(actor=acting(hanh), assignment=held, username="binh.lv", starts_on=today, ends_on=END)
    assert len(acting(binh).grants) == 1
    with pytest.raises(Refused):
        end_delegation(actor=acting(binh), delegation=made)
    end_delegation(actor=acting(hanh), delegation=made)
    assert acting(binh).grants == ()
    with pytest.raises(Refused) as refused:
        end_delegation(actor=acting(hanh), delegation=made)
    assert [problem.code for problem in refused.value.problems] == ["access.ended_already"]


def test_it_ends_with_the_role_it_came_from(hanh: Account, binh: Account, held: Assignment) -> None:
    told = {"role": held.role, "starts_on": START}
    with recording(DELEGATION_MADE, by=Author(), **told) as record:  # as if the role had been cut short behind its back
        record.save(Delegation(assignment=held, account=binh, starts_on=START, ends_on=date(2025, 6, 1)))
    assert len(acting(binh, on=date(2024, 12, 31)).grants) == 1
    assert acting(binh, on=date(2025, 1, 1)).grants == ()
