"""The first technician, and one who locked themselves out: from the machine itself, by whoever runs it.

Nobody is asked; the ledger tells.
"""

from django.contrib.auth.hashers import make_password

from thidua.apps import clock
from thidua.apps.access.bridge import holds_on
from thidua.apps.access.events import PASSWORD_RESET
from thidua.apps.access.models import Account
from thidua.apps.access.roles import Role
from thidua.apps.access.services.accounts import (
    account_problems,
    create_account,
    one_time_password,
    texts_of,
)
from thidua.apps.access.services.assignments import assign_role
from thidua.apps.access.services.second_step import drop_steps
from thidua.apps.ledger.services import recording
from thidua.core.errors import Problem, Refused
from thidua.core.ledger.entry import Author

BY = Author(name="Thi đua")


def appoint_technician(*, username: str, full_name: str) -> str:
    """A new account with the technician's role from today on; its one-time password. Raises Refused."""
    problems = account_problems(username=username, full_name=full_name)
    if problems:
        raise Refused(problems)
    password = one_time_password()
    account = create_account(
        by=BY, username=username, full_name=full_name, password=password, must_change_password=True
    )
    assign_role(by=BY, account=account, role=Role.TECHNICIAN, starts_on=clock.today())
    return password


def rescue_technician(*, username: str) -> str:
    """A one-time password for a technician, whose second step goes too. Raises Refused for anybody else."""
    account = Account.objects.filter(username=username, is_active=True).first()
    roles = account.assignments.filter(role=Role.TECHNICIAN) if account else ()
    if account is None or not any(holds_on(one, clock.today()) for one in roles):
        raise Refused(Problem("access.no_technician", {"username": username}))
    password = one_time_password()
    account.password, account.must_change_password = make_password(password), True
    with recording(PASSWORD_RESET, by=BY, texts=texts_of(account)) as record:
        record.save(account)
        drop_steps(account)
    return password
