"""Writes about accounts: create one, change a password, assign a role."""

from datetime import date

from thidua.apps.access.events import ACCOUNT_CREATED, ROLE_ASSIGNED
from thidua.apps.access.models import Account, Assignment
from thidua.apps.access.roles import Role
from thidua.apps.ledger.services import recording
from thidua.core.ledger.entry import Author


def create_account(
    *, by: Author, username: str, full_name: str, password: str, rank: str = "", post: str = "", email: str = ""
) -> Account:
    """A new account; its password must be changed at the first sign-in."""
    account = Account(username=username, full_name=full_name, rank=rank, post=post, email=email)
    account.set_password(password)
    with recording(ACCOUNT_CREATED, by=by, texts={"subject": full_name}, username=username) as record:
        return record.save(account)


def assign_role(
    *,
    by: Author,
    account: Account,
    role: Role,
    starts_on: date,
    ends_on: date | None = None,
    unit: str = "",
    season: str = "",
) -> Assignment:
    """Give a role from a day on."""
    assignment = Assignment(account=account, role=role, unit=unit, season=season, starts_on=starts_on, ends_on=ends_on)
    texts = {"subject": account.full_name}
    with recording(ROLE_ASSIGNED, by=by, texts=texts, role=role, unit=unit, season=season) as record:
        return record.save(assignment)
