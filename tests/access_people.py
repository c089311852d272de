"""People of the access tests: accounts with a known password, and what they hold on a day."""

# ruff: noqa: S105 - passwords of people who do not exist

from datetime import date, datetime
from zoneinfo import ZoneInfo

from thidua.apps.access.models import Account
from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.selectors import actor_of
from thidua.apps.access.services import assign_role, create_account
from thidua.core.ledger.entry import Author

TODAY = date(2024, 11, 18)
NINE = datetime(2024, 11, 18, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
PASSWORD = "mùa thi đua năm ấy"


def make(username: str, full_name: str, *, password: str = PASSWORD) -> Account:
    return create_account(by=Author(name="Thi đua"), username=username, full_name=full_name, password=password)


def give(
    account: Account, role: Role, *, unit: str = "", since: date = date(2024, 1, 1), until: date | None = None
) -> Actor:
    """Assign a role, and the person as who they are today."""
    assign_role(by=Author(), account=account, role=role, unit=unit, starts_on=since, ends_on=until)
    return acting(account)


def acting(account: Account, *, on: date = TODAY) -> Actor:
    return actor_of(account, on=on)
