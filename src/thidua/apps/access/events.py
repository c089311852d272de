"""What the ledger tells about accounts and assignments. Names of persons are texts, never data."""

from thidua.apps.ledger.events import define

ACCOUNT_CREATED = define("access.account.created", texts=("subject",))
PASSWORD_CHANGED = define("access.password.changed")
ROLE_ASSIGNED = define("access.role.assigned", texts=("subject",))
