"""What docs/operations/accounts.md says in numbers and names is what the program does."""

from pathlib import Path

from django.conf import settings

from thidua.apps.access.attempts import MOST, WAIT, Try
from thidua.apps.access.passwords import SHORTEST
from thidua.config.identity import identity_server
from thidua.words.language import Language
from thidua.words.say import all_sentences

DOCUMENT = (Path(__file__).parents[3] / "docs/operations/accounts.md").read_text(encoding="utf-8")
TEXT = " ".join(DOCUMENT.split())


def test_the_numbers_of_tries_waits_and_sessions_are_the_program_s() -> None:
    limits = f"{MOST[Try.ACCOUNT_HERE]} for one account from one address, {MOST[Try.ACCOUNT]} for one account from "
    assert f"{limits}anywhere, {MOST[Try.ADDRESS]} for one address" in TEXT
    assert f"a wait of {WAIT.seconds // 60} minutes" in TEXT
    assert f"after {settings.SESSION_COOKIE_AGE // 3600} hours" in TEXT
    assert SHORTEST == 10
    assert "Ten characters or more" in TEXT


def test_the_settings_of_the_shared_sign_in_are_read() -> None:
    names = ("THIDUA_OIDC_URL", "THIDUA_OIDC_CLIENT", "THIDUA_OIDC_SECRET", "THIDUA_OIDC_NAME")
    (app,) = identity_server({name: f"value of {name}" for name in names})["openid_connect"]["APPS"]
    assert all(f"`{name}`" in TEXT for name in names)
    assert (app["settings"]["server_url"], app["client_id"], app["secret"], app["name"]) == tuple(
        f"value of {name}" for name in names
    )
    assert f"/dang-nhap/cong/{app['provider_id']}/ve/" in TEXT


def test_the_pages_are_called_as_on_screen() -> None:
    titles = ("menu.accounts", "account.security", "account.mine", "account.policy")
    assert [code for code in titles if f"**{all_sentences()[code][Language.EN is Language.VI]}**" not in DOCUMENT] == []
