"""What a password must be, how it is changed, and that whoever acts is asked for it again."""

# ruff: noqa: S106 - passwords of people who do not exist

from datetime import timedelta

import pytest
from django.test import override_settings

from access_people import NINE, PASSWORD, acting
from thidua.apps import clock
from thidua.apps.access.models import Account
from thidua.apps.access.passwords import password_problems
from thidua.apps.access.services import change_password, reauthenticate
from thidua.apps.ledger.models import Entry
from thidua.core.errors import Refused

GOOD = "trời hôm nay xanh"


def broken(password: str) -> list[str]:
    found = password_problems(password, username="hanh.nt", full_name="Nguyễn Thị Hạnh", field="new")
    assert {problem.place.path for problem in found} <= {"new"}
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    ("password", "rules"),
    [
        (GOOD, []),
        ("k7mq-2wxd-9hfn", []),
        ("ngắn", ["password.length"]),
        ("a" * 201, ["password.length"]),
        ("0912345678", ["password.digits_only"]),
        ("123456789", ["password.length", "password.digits_only", "password.common"]),
        ("qwertyuiop", ["password.common"]),
        ("Mật khẩu 123", ["password.common"]),
        ("ThiĐua2024", ["password.common"]),
        ("công an nhân dân", ["password.common"]),
        ("nguyenthihanh88", ["password.like_name"]),
        ("Hạnh đi làm sớm", ["password.like_name"]),
        ("HANH.NT-2024", ["password.like_name"]),
    ],
)
def test_every_rule_that_a_password_breaks_is_told(password: str, rules: list[str]) -> None:
    assert broken(password) == rules


def test_short_parts_of_a_name_may_stand_in_a_password() -> None:
    assert password_problems("an khang thịnh vượng", username="an", full_name="Lê An", field="new") == []


# ── changing ────────────────────────────────────────────────────────────────────────────────────────────────────────


def refusals(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.path) for problem in refused.value.problems]


@pytest.mark.django_db
def test_a_changed_password_is_the_owners_own(hanh: Account) -> None:
    change_password(actor=acting(hanh), current=PASSWORD, new=GOOD, again=GOOD)
    stored = Account.objects.get(pk=hanh.pk)
    assert (stored.check_password(GOOD), stored.check_password(PASSWORD), stored.must_change_password) == (
        True,
        False,
        False,
    )
    entry = Entry.objects.order_by("-height")[0]
    assert (entry.verb, entry.account) == ("access.password.changed", str(hanh.pk))
    assert GOOD not in entry.body


@pytest.mark.django_db
def test_what_is_wrong_is_told_together_and_nothing_changes(hanh: Account) -> None:
    with pytest.raises(Refused) as refused:
        change_password(actor=acting(hanh), current="không phải", new="ngắn", again="khác")
    assert refusals(refused) == [
        ("password.wrong", "current"),
        ("password.length", "new"),
        ("password.differs", "again"),
    ]
    assert Account.objects.get(pk=hanh.pk).check_password(PASSWORD)


@pytest.mark.django_db
def test_the_new_password_is_another(hanh: Account) -> None:
    with pytest.raises(Refused) as refused:
        change_password(actor=acting(hanh), current=PASSWORD, new=PASSWORD, again=PASSWORD)
    assert refusals(refused) == [("password.same", "new")]


@pytest.mark.django_db
def test_one_password_typed_on_two_keyboards_is_one(hanh: Account) -> None:
    change_password(actor=acting(hanh), current=PASSWORD, new="u\u0309ng hộ phong trào", again="ủng hộ phong trào")
    reauthenticate(actor=acting(hanh), password="u\u0309ng hộ phong trào")
    reauthenticate(actor=acting(hanh), password="ủng hộ phong trào")


# ── asking again ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.django_db
def test_whoever_sits_at_an_open_screen_cannot_guess_for_long(hanh: Account) -> None:
    left = []
    for _ in range(5):
        with pytest.raises(Refused) as refused:
            reauthenticate(actor=acting(hanh), password="đoán")
        left.append(refused.value.problems[0].data["left"])
    assert left == [4, 3, 2, 1, 0]
    with pytest.raises(Refused) as refused:
        reauthenticate(actor=acting(hanh), password=PASSWORD)
    assert refusals(refused) == [("sign_in.wait", "")]
    with clock.standing_at(NINE + timedelta(minutes=15)):
        reauthenticate(actor=acting(hanh), password=PASSWORD)


@pytest.mark.django_db
def test_checking_a_password_never_writes_the_account(hanh: Account) -> None:
    before, entries = hanh.password, Entry.objects.count()
    with override_settings(
        PASSWORD_HASHERS=[
            "django.contrib.auth.hashers.PBKDF2PasswordHasher",
            "django.contrib.auth.hashers.MD5PasswordHasher",
        ]
    ):
        assert Account.objects.get(pk=hanh.pk).check_password(PASSWORD)
    assert (Account.objects.get(pk=hanh.pk).password, Entry.objects.count()) == (before, entries)
