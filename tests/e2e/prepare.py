"""Run as a program with the settings of the served application: makes its rows, signs everybody in, and
prints one line for each account: user name, session key, key of the row.
"""

import django

django.setup()

from django.test import Client  # noqa: E402

from e2e.story import add_second_step, write_places, write_story  # noqa: E402
from thidua.apps.access.models import Account  # noqa: E402

BROWSER = (
    "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36"
)


def sign_in(account: Account, password: str) -> str:
    browser = Client(headers={"host": "127.0.0.1", "user-agent": BROWSER})
    answer = browser.post("/dang-nhap/", {"username": account.username, "password": password})
    assert answer.status_code == 302, answer.content.decode()
    return browser.cookies["sessionid"].value


def main() -> None:
    accounts, password = write_story()
    for account in accounts:
        print(account.username, sign_in(account, password), account.pk)  # noqa: T201 - it is how a program answers
    add_second_step()
    for name, key in write_places().items():
        print(name, "-", key)  # noqa: T201 - places have no session


if __name__ == "__main__":
    main()
