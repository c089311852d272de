"""Run as a program with the settings of the served application: makes its rows and assets, and prints one line for each
account, user name and session key.
"""

import django

django.setup()

from datetime import date  # noqa: E402

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402

from thidua.apps.access.models import Account  # noqa: E402
from thidua.apps.access.roles import Role  # noqa: E402
from thidua.apps.access.services import assign_role, create_account  # noqa: E402
from thidua.core.ledger.entry import Author  # noqa: E402

SETUP = Author("", "Thi đua")
LONG_NAME = "Thượng tá Hoàng Phủ Nguyễn Thị Thanh Nhàn"


def open_session(account: Account) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    for role in Role:
        account = create_account(by=SETUP, username=role, full_name=LONG_NAME, password="một hai ba bốn")  # noqa: S106
        assign_role(by=SETUP, account=account, role=role, unit="hue", starts_on=date(2020, 1, 1))
        print(role, open_session(account))  # noqa: T201 - it is how a program answers


main()
