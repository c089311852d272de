"""What the ledger tells about accounts and assignments. Names of persons, user names among them, are texts, never data:
the entry's rows say by their keys which account was meant.
"""

from datetime import date

from thidua.apps.access.roles import Role
from thidua.apps.ledger.events import define

_WHO = ("subject", "username")

ACCOUNT_CREATED = define("access.account.created", texts=_WHO)
ACCOUNT_CLOSED = define("access.account.closed", texts=_WHO)
ACCOUNT_REOPENED = define("access.account.reopened", texts=_WHO)
PASSWORD_CHANGED = define("access.password.changed")
PASSWORD_RESET = define("access.password.reset", texts=_WHO)
PASSWORD_REHASHED = define("access.password.rehashed")
SECOND_STEP_ADDED = define("access.second_step.added")
SECOND_STEP_REMOVED = define("access.second_step.removed")
SECOND_STEP_RESET = define("access.second_step.reset", texts=_WHO)
RECOVERY_CODES_MADE = define("access.recovery_codes.made")
IDENTITY_LINKED = define("access.identity.linked")
ROLE_ASSIGNED = define("access.role.assigned", texts=_WHO, role=Role, starts_on=date.fromisoformat)
ROLE_ENDED = define("access.role.ended", texts=_WHO, role=Role, ends_on=date.fromisoformat)
DELEGATION_MADE = define("access.delegation.made", texts=_WHO, role=Role, starts_on=date.fromisoformat)
DELEGATION_ENDED = define("access.delegation.ended", texts=_WHO, role=Role)
