"""Who it is, how often one may try, and that no answer tells whether an account exists."""

from datetime import timedelta

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import override_settings

from access_people import NINE, PASSWORD, make
from thidua.apps import clock
from thidua.apps.access.models import Account, Attempts
from thidua.apps.access.roles import Actor
from thidua.apps.access.services import close_account
from thidua.apps.access.services.signing_in import check_credentials
from thidua.apps.ledger.models import Entry
from thidua.config.settings import base
from thidua.core.errors import Problem, Refused

pytestmark = pytest.mark.django_db
HERE, THERE = "10.0.0.5", "10.0.0.6"


def attempt(username: str = "hanh.nt", password: str = PASSWORD, address: str = HERE) -> Account | Problem:
    """The account, or the one problem."""
    try:
        return check_credentials(username=username, password=password, address=address)
    except Refused as refused:
        (problem,) = refused.problems
        return problem


def fail(times: int, username: str = "hanh.nt", address: str = HERE) -> list[tuple[str, object]]:
    told = []
    for _ in range(times):
        problem = attempt(username, "đoán", address)
        assert isinstance(problem, Problem)
        told.append((problem.code, problem.data.get("left", problem.data.get("minutes"))))
    return told


@pytest.mark.parametrize("username", ["hanh.nt", " Hanh.NT "])
def test_the_owner_comes_in(hanh: Account, username: str) -> None:
    assert attempt(username) == hanh
    assert not Attempts.objects.exclude(failures=0).exists()


def test_five_wrong_tries_from_one_place_and_then_a_wait(hanh: Account) -> None:
    expected = [("sign_in.wrong", left) for left in (4, 3, 2, 1)]
    assert fail(6) == [*expected, ("sign_in.wrong_last", 0), ("sign_in.wait", 15)]
    assert attempt() == Problem("sign_in.wait", {"minutes": 15})


def test_the_sentence_says_how_long_and_the_wait_does_not_grow_by_waiting(hanh: Account) -> None:
    fail(5)
    for minutes, told in ((0, 15), (1, 14), (14, 1)):
        with clock.standing_at(NINE + timedelta(minutes=minutes)):
            assert attempt() == Problem("sign_in.wait", {"minutes": told})
    with clock.standing_at(NINE + timedelta(minutes=15)):
        assert attempt() == hanh


def test_who_guesses_elsewhere_does_not_lock_the_owner_out_at_once(hanh: Account) -> None:
    fail(6, address=THERE)
    assert attempt(address=HERE) == hanh


def test_thirty_wrong_tries_from_everywhere_close_the_account_for_a_while(hanh: Account) -> None:
    for machine in range(6):
        fail(5, address=f"10.0.1.{machine}")
    assert attempt(address=HERE) == Problem("sign_in.wait", {"minutes": 15})


def test_sixty_wrong_tries_close_an_address_whatever_accounts_were_tried(hanh: Account) -> None:
    for number in range(15):
        fail(4, username=f"nguoi.{number}")
    assert attempt() == Problem("sign_in.wait", {"minutes": 15})
    assert attempt(address=THERE) == hanh


def test_one_good_account_does_not_wash_an_address_clean(hanh: Account) -> None:
    for number in range(14):
        fail(4, username=f"nguoi.{number}")
    assert attempt() == hanh
    assert fail(4, username="nguoi.14") == [("sign_in.wrong", left) for left in (3, 2, 1)] + [("sign_in.wrong_last", 0)]


def test_an_account_that_does_not_exist_answers_in_the_same_words(hanh: Account) -> None:
    assert fail(6, "hanh.nt") == fail(6, "khong.co", THERE)


def test_an_account_that_does_not_exist_costs_as_many_hashes(hanh: Account) -> None:
    with override_settings(PASSWORD_HASHERS=[f"{__name__}.Counting"]):
        make("mai.tt", "Trần Thị Mai")
        counts = []
        for username in ("mai.tt", "khong.co"):
            Counting.hashed = 0
            attempt(username, "đoán")
            counts.append(Counting.hashed)
    assert counts == [1, 1]


class Counting(MD5PasswordHasher):
    """Counts its hashes."""

    algorithm = "counting"
    hashed = 0

    def encode(self, password: str, salt: str) -> str:
        Counting.hashed += 1
        return str(super().encode(password, salt))


def test_an_installation_hashes_with_argon2(hanh: Account) -> None:
    """The tests have quicker hashes, those in the browser too."""
    with override_settings(PASSWORD_HASHERS=base.PASSWORD_HASHERS):
        mai = make("mai.tt", "Trần Thị Mai")
        assert mai.password.startswith("argon2$argon2id$")
        assert attempt("mai.tt") == mai
        assert fail(1, "mai.tt") == [("sign_in.wrong", 4)]


def test_neither_names_nor_addresses_stand_in_the_table_of_tries(hanh: Account) -> None:
    fail(1)
    assert {len(key) for key in Attempts.objects.values_list("key", flat=True)} == {64}


def test_old_tries_are_forgotten(hanh: Account) -> None:
    fail(3, username="khong.co", address=THERE)
    with clock.standing_at(NINE + timedelta(hours=2)):
        attempt()
        assert Attempts.objects.filter(last_at__lt=clock.now()).count() == 0


def test_a_closed_account_says_so_to_its_owner_only(technician: Actor, hanh: Account) -> None:
    close_account(actor=technician, account=hanh)
    assert attempt() == Problem("sign_in.closed")
    assert fail(1) == [("sign_in.wrong", 4)]


def test_a_stale_hash_is_renewed_at_sign_in_with_its_entry(hanh: Account) -> None:
    hashers = ["django.contrib.auth.hashers.PBKDF2PasswordHasher", "django.contrib.auth.hashers.MD5PasswordHasher"]
    with override_settings(PASSWORD_HASHERS=hashers):
        attempt()
        stored = Account.objects.get(pk=hanh.pk)
        assert stored.password.startswith("pbkdf2")
        assert Entry.objects.order_by("-height")[0].verb == "access.password.rehashed"
        assert attempt() == hanh
    assert Entry.objects.filter(verb="access.password.rehashed").count() == 1
