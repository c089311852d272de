"""The ceremonies of passkeys, as allauth keeps them in the session: a challenge out, a signed answer back."""

from typing import Any
from urllib.parse import urlsplit

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from thidua.apps.access.models import Account
from thidua.core.errors import Problem, Refused


def are_possible(request: HttpRequest) -> bool:
    """Browsers hold keys for a *name* over TLS, or for `localhost`; never for plain HTTP or a bare number."""
    name = urlsplit(f"//{request.get_host()}").hostname or ""
    if name == "localhost":
        return True
    return request.is_secure() and not _is_number(name)


def begin_adding(account: Account) -> dict[str, Any]:
    """What the browser needs to make a key that asks its owner for a finger or a PIN."""
    return _public(auth.begin_registration(account, passwordless=True))


def finish_adding(credential: object) -> dict[str, object]:
    """The key that the browser made, once its answer holds. Raises Refused."""
    try:
        answer = _mapping(credential)
        auth.parse_registration_response(answer)
        if not auth.complete_registration(answer).is_user_verified():
            raise Refused(Problem("passkey.unverified"))
    except (ValidationError, ValueError, TypeError, KeyError):
        raise Refused(Problem("passkey.failed")) from None
    return answer


def begin_using(account: Account | None) -> dict[str, Any]:
    """What the browser needs to sign with a key: of this account, or of whoever it knows."""
    return _public(auth.begin_authentication(account))


def finish_using(account: Account | None, credential: object) -> Authenticator:
    """The key that signed, of the account it belongs to. Raises Refused."""
    try:
        answer = _mapping(credential)
        auth.parse_authentication_response(answer)
        owner = account or auth.extract_user_from_response(answer)
        return auth.complete_authentication(owner, answer)
    except (ValidationError, ValueError, TypeError, KeyError):
        raise Refused(Problem("passkey.failed")) from None


def _mapping(credential: object) -> dict[str, object]:
    if not isinstance(credential, dict):
        raise TypeError("a credential is an object")
    return credential


def _public(options: dict[str, Any]) -> dict[str, Any]:
    inner: dict[str, Any] = dict(options.get("publicKey", options))
    return inner


def _is_number(name: str) -> bool:
    return ":" in name or name.replace(".", "").isdecimal()
