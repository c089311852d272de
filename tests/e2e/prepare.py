"""Run as a program with the settings of the served application: makes its rows and assets, and prints one line for each
account: user name, session key, key of the row.
"""

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402

from e2e.story import write_places, write_story  # noqa: E402
from thidua.apps.access.models import Account  # noqa: E402


def open_session(account: Account) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    for account in write_story():
        print(account.username, open_session(account), account.pk)  # noqa: T201 - it is how a program answers
    for name, key in write_places().items():
        print(name, "-", key)  # noqa: T201 - places have no session


main()
