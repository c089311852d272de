"""All writes of accounts and rights. A verb of a person takes its `actor` and asks the policy first.

`create_account` and `assign_role` take an `Author` instead: they set up where no person acts (the demonstration, the
first technician, tests), and ask nobody.
"""

from thidua.apps.access.services.accounts import (
    close_account,
    create_account,
    open_account,
    reopen_account,
    reset_password,
)
from thidua.apps.access.services.assignments import assign, assign_role, end_assignment
from thidua.apps.access.services.delegations import delegate, demand_delegable, end_delegation
from thidua.apps.access.services.passwords import change_password, own_account, reauthenticate
from thidua.apps.access.services.second_step import check_code, has_second_step

__all__ = [
    "assign",
    "assign_role",
    "change_password",
    "check_code",
    "close_account",
    "create_account",
    "delegate",
    "demand_delegable",
    "end_assignment",
    "end_delegation",
    "has_second_step",
    "open_account",
    "own_account",
    "reauthenticate",
    "reopen_account",
    "reset_password",
]
