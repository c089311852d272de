"""Entries for tests of the ledger, written through the services that everybody uses."""

from datetime import date

from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services import assign_role, create_account
from thidua.core.ledger.entry import Author


def write_account(author: Author, username: str = "an.nv") -> Account:
    """One account: an entry with a name and a row."""
    return create_account(by=author, username=username, full_name="Nguyễn Văn An", password="một hai ba bốn")  # noqa: S106


def write_two_entries(author: Author) -> Account:
    """An account and its role: two entries, two rows."""
    account = write_account(author)
    assign_role(by=author, account=account, role=Role.REPORTER, unit="tay-ninh", starts_on=date(2024, 1, 1))
    return account
