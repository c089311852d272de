"""`thidua technician`: the first account, and the rescue of a technician, from the machine itself."""

import re
from datetime import date

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from access_people import give, make
from thidua.apps import clock
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Grant, Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services.second_step import has_second_step
from thidua.apps.ledger.models import Entry
from thidua.cli.main import main

pytestmark = pytest.mark.django_db


def password_in(output: str) -> str:
    shown = re.fullmatch(r"Tài khoản \S+, mật khẩu dùng một lần: (\S+)\n", output)
    assert shown is not None, output
    return shown[1]


def test_the_first_account_is_a_technician_s(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["technician", "dung.pt", "--name", "Phạm Thị Dung"]) == 0
    account = Account.objects.get()
    assert account.check_password(password_in(capsys.readouterr().out))
    assert (account.full_name, account.must_change_password) == ("Phạm Thị Dung", True)
    assert actor_of(account, on=clock.today()).grants == (Grant(Role.TECHNICIAN),)
    assert [entry.verb for entry in Entry.objects.order_by("height")] == [
        "access.account.created",
        "access.role.assigned",
    ]


def test_every_mistake_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["technician", "Dũng"]) == 1
    assert capsys.readouterr().err.count("  - ") == 2
    assert not Account.objects.exists()


def test_a_technician_who_lost_password_and_phone_is_rescued(capsys: pytest.CaptureFixture[str]) -> None:
    account = make("dung.pt", "Phạm Thị Dung")
    give(account, Role.TECHNICIAN)
    TOTP.activate(account, generate_totp_secret())
    assert main(["technician", "dung.pt", "--rescue"]) == 0
    account.refresh_from_db()
    assert account.check_password(password_in(capsys.readouterr().out))
    assert (account.must_change_password, has_second_step(account)) == (True, False)
    assert Entry.objects.order_by("-height")[0].verb == "access.password.reset"


@pytest.mark.parametrize("role", [None, Role.SECRETARY, "former"])
def test_nobody_else_is_rescued_so(capsys: pytest.CaptureFixture[str], role: Role | str | None) -> None:
    account = make("hanh.nt", "Nguyễn Thị Hạnh")
    if role is Role.SECRETARY:
        give(account, Role.SECRETARY, unit="long-an")
    elif role is not None:
        give(account, Role.TECHNICIAN, until=date(2024, 2, 1))
    before = account.password
    assert main(["technician", "hanh.nt", "--rescue"]) == 1
    assert "Không có cán bộ kỹ thuật nào" in capsys.readouterr().err
    account.refresh_from_db()
    assert account.password == before
