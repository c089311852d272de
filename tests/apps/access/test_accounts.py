"""Accounts are opened, reset, closed and opened again, by a technician and by nobody else."""

from datetime import date

import pytest

from access_people import PASSWORD, acting, give
from thidua.apps.access.models import Account, Assignment, Delegation
from thidua.apps.access.policy import AccessRefused
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.selectors import find_accounts
from thidua.apps.access.services import (
    change_password,
    close_account,
    delegate,
    open_account,
    reopen_account,
    reset_password,
)
from thidua.apps.ledger.models import Entry
from thidua.core.errors import Refused

pytestmark = pytest.mark.django_db


def problems(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.path) for problem in refused.value.problems]


def last_entry() -> Entry:
    return Entry.objects.order_by("-height")[0]


def test_an_opened_account_has_a_password_for_once(technician: Actor) -> None:
    account, password = open_account(actor=technician, username="mai.tt", full_name="Trần Thị Mai", rank="Thiếu tá")
    stored = Account.objects.get(pk=account.pk)
    assert (stored.username, stored.get_full_name(), stored.must_change_password) == (
        "mai.tt",
        "Thiếu tá Trần Thị Mai",
        True,
    )
    assert stored.check_password(password)
    assert (last_entry().verb, last_entry().account) == ("access.account.created", technician.account)


def test_every_mistake_in_a_new_account_is_told_at_once(technician: Actor, hanh: Account) -> None:
    with pytest.raises(Refused) as refused:
        open_account(actor=technician, username="Hạnh NT", full_name="  ", rank="x" * 61, post="y" * 121)
    assert problems(refused) == [
        ("access.username_shape", "username"),
        ("access.name_missing", "full_name"),
        ("access.too_long", "rank"),
        ("access.too_long", "post"),
    ]
    assert Account.objects.count() == 2


@pytest.mark.parametrize("username", ["a", "ab", "1an", "an..nv", "an.", "An.nv", "ân.nv", "an nv", "x" * 61, "an\n"])
def test_a_username_is_easy_to_type_on_any_keyboard(technician: Actor, username: str) -> None:
    with pytest.raises(Refused) as refused:
        open_account(actor=technician, username=username, full_name="An")
    assert problems(refused) == [("access.username_shape", "username")]


def test_no_two_people_share_a_username(technician: Actor, hanh: Account) -> None:
    with pytest.raises(Refused) as refused:
        open_account(actor=technician, username="hanh.nt", full_name="Nguyễn Thu Hạnh")
    assert problems(refused) == [("access.username_taken", "username")]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.TECHNICIAN])
def test_nobody_but_a_technician_manages_accounts(hanh: Account, binh: Account, role: Role) -> None:
    actor = give(hanh, role, unit="tay-ninh")
    for attempt in (
        lambda: open_account(actor=actor, username="mai.tt", full_name="Mai"),
        lambda: reset_password(actor=actor, account=binh),
        lambda: close_account(actor=actor, account=binh),
        lambda: reopen_account(actor=actor, account=binh),
    ):
        with pytest.raises(AccessRefused):
            attempt()


def test_a_reset_password_works_once_and_must_be_changed(technician: Actor, hanh: Account) -> None:
    change_password(actor=acting(hanh), current=PASSWORD, new="trời hôm nay xanh", again="trời hôm nay xanh")
    password = reset_password(actor=technician, account=Account.objects.get(pk=hanh.pk), reason="Quên mật khẩu")
    stored = Account.objects.get(pk=hanh.pk)
    assert (stored.check_password(password), stored.must_change_password) == (True, True)
    assert last_entry().verb == "access.password.reset"
    assert last_entry().disclosures.get(field="reason").text == "Quên mật khẩu"


def test_one_time_passwords_are_never_the_same_and_hold_no_letter_that_is_read_as_another(
    technician: Actor, hanh: Account
) -> None:
    given = {reset_password(actor=technician, account=hanh) for _ in range(50)}
    assert len(given) == 50
    assert not {letter for password in given for letter in password} & set("0O1lIio")


def test_closing_an_account_ends_what_it_holds_and_what_it_passed_on(
    technician: Actor, hanh: Account, binh: Account
) -> None:
    actor = give(hanh, Role.SECRETARY, unit="tay-ninh")
    give(hanh, Role.LEADER, unit="long-an", since=date(2025, 1, 1))
    held = Assignment.objects.get(account=hanh, role=Role.SECRETARY)
    days = {"starts_on": date(2024, 11, 18), "ends_on": date(2024, 12, 1)}
    delegate(actor=actor, assignment=held, username="binh.lv", **days)
    close_account(actor=technician, account=hanh, reason="Nghỉ hưu")
    assert not Account.objects.get(pk=hanh.pk).is_active
    assert acting(hanh).grants == acting(binh).grants == ()
    assert acting(hanh, on=date(2025, 6, 1)).grants == ()
    assert Delegation.objects.get().ends_on == date(2024, 11, 18)
    assert (last_entry().verb, last_entry().rows.count()) == ("access.account.closed", 4)


def test_a_reopened_account_is_the_same_one_without_its_roles(technician: Actor, hanh: Account) -> None:
    give(hanh, Role.SECRETARY, unit="tay-ninh")
    close_account(actor=technician, account=hanh)
    password = reopen_account(actor=technician, account=hanh)
    stored = Account.objects.get(pk=hanh.pk)
    assert (stored.is_active, stored.must_change_password, stored.check_password(password)) == (True, True, True)
    assert acting(stored).grants == ()


def test_a_technician_cannot_lock_themselves_out(technician: Actor) -> None:
    own = Account.objects.get(pk=technician.account)
    for attempt, code in ((close_account, "access.close_own"), (reset_password, "access.reset_own")):
        with pytest.raises(Refused) as refused:
            attempt(actor=technician, account=own)
        assert problems(refused) == [(code, "")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hanh", ["Nguyễn Thị Hạnh", "Nguyễn Thị Hành"]),
        ("hạnh", ["Nguyễn Thị Hạnh"]),
        ("HẠNH NGUYỄN", ["Nguyễn Thị Hạnh"]),
        ("ha\u0323nh", ["Nguyễn Thị Hạnh"]),  # the same letter, typed as two characters
        ("dung", ["Đỗ Tiến Dũng", "Phạm Thị Dung"]),
        ("đỗ", ["Đỗ Tiến Dũng"]),
        ("%", []),
        ("ky-thuat", ["Phạm Thị Dung"]),
        ("khong co ai", []),
    ],
)
def test_a_search_without_marks_finds_all_and_one_with_marks_is_exact(
    technician: Actor, hanh: Account, typed: str, found: list[str]
) -> None:
    for username, name in (("hanh.2", "Nguyễn Thị Hành"), ("dung.dt", "Đỗ Tiến Dũng")):
        open_account(actor=technician, username=username, full_name=name)
    assert sorted(account.full_name for account in find_accounts(typed)) == sorted(found)


def test_accounts_stand_in_the_order_of_the_alphabet(technician: Actor, binh: Account) -> None:
    for username, name in (
        ("dung.dt", "Đỗ Tiến Dũng"),
        ("an.a", "Ân Văn An"),
        ("an.b", "Anh Văn An"),
        ("du.d", "Dư Dũng"),
    ):
        open_account(actor=technician, username=username, full_name=name)
    names = [account.full_name for account in find_accounts()]
    assert names == ["Anh Văn An", "Ân Văn An", "Dư Dũng", "Đỗ Tiến Dũng", "Lê Văn Bình", "Phạm Thị Dung"]
