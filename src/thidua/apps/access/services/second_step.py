"""A second step after the password: an app's code, a passkey, a recovery code. Each change of them leaves an entry.

The rows are allauth's and technical: what the ledger tells is that an account gained or lost a step, never the secret.
"""

from enum import StrEnum

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.db import transaction
from django.db.models import QuerySet

from thidua.apps.access.attempts import Try, count
from thidua.apps.access.events import (
    RECOVERY_CODES_MADE,
    SECOND_STEP_ADDED,
    SECOND_STEP_REMOVED,
    SECOND_STEP_RESET,
)
from thidua.apps.access.models import Account
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import INSTALLATION_SUBJECT, Actor
from thidua.apps.access.services.accounts import texts_of
from thidua.apps.access.services.passwords import own_account, reauthenticate
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.core.errors import Place, Problem, Refused

LONGEST_NAME = 60


class Step(StrEnum):
    """A kind of second step that a person adds."""

    APP = "app"  # an authenticator app that shows codes
    PASSKEY = "passkey"  # a key that the machine or a token holds


def new_secret() -> str:
    """A secret for an app, to be confirmed by a first code of it."""
    return str(totp.generate_totp_secret())


def add_app(*, actor: Actor, password: str, secret: str, code: str) -> list[str]:
    """Codes of the app are asked for from now on. Gives the recovery codes, if these are the account's first.

    Raises Refused with every problem.
    """
    problems = [] if _is_code_of(secret, code) else [Problem("second_step.code_wrong", place=Place(path="code"))]
    try:
        reauthenticate(actor=actor, password=password)
    except Refused as refusal:
        problems = [*refusal.problems, *problems]
    account = own_account(actor)
    if _steps(account).filter(type=Authenticator.Type.TOTP).exists():
        problems.append(Problem("second_step.app_there"))
    if problems:
        raise Refused(problems)
    with recording(SECOND_STEP_ADDED, by=actor.author(), step=Step.APP):
        _accepts_from_app(totp.TOTP.activate(account, secret).instance.pk, code)  # so that it does not pass again
        return _first_codes(actor, account)


def add_passkey(*, actor: Actor, name: str, credential: dict[str, object]) -> list[str]:
    """Keep a key whose ceremony has been checked. Gives the recovery codes, if these are the account's first."""
    if len(name) > LONGEST_NAME:
        raise Refused(Problem("access.too_long", {"longest": LONGEST_NAME}, Place(path="name")))
    account = own_account(actor)
    with recording(SECOND_STEP_ADDED, by=actor.author(), step=Step.PASSKEY):
        data = {"name": name, "credential": credential}
        Authenticator.objects.create(user=account, type=Authenticator.Type.WEBAUTHN, data=data)
        return _first_codes(actor, account)


def remove_step(*, actor: Actor, password: str, key: int) -> None:
    """One app or passkey of one's own; recovery codes go with the last. Raises Refused."""
    account = own_account(actor)
    step = _steps(account).exclude(type=Authenticator.Type.RECOVERY_CODES).filter(pk=key).first()
    if step is None:
        raise Refused(Problem("second_step.gone"))
    reauthenticate(actor=actor, password=password)
    kind = Step.PASSKEY if step.type == Authenticator.Type.WEBAUTHN else Step.APP
    with recording(SECOND_STEP_REMOVED, by=actor.author(), step=kind):
        step.delete()
        if not _steps(account).exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
            _steps(account).delete()


def make_recovery_codes(*, actor: Actor, password: str) -> list[str]:
    """Fresh codes; the old ones no longer work. Raises Refused."""
    account = own_account(actor)
    if not has_second_step(account):
        raise Refused(Problem("second_step.none"))
    reauthenticate(actor=actor, password=password)
    with recording(RECOVERY_CODES_MADE, by=actor.author()):
        _steps(account).filter(type=Authenticator.Type.RECOVERY_CODES).delete()
        return list(RecoveryCodes.activate(account).get_unused_codes())


def reset_second_step(*, actor: Actor, account: Account, reason: str = "") -> None:
    """Take every step away from somebody who lost the phone or the key: a technician's act, told in the ledger."""
    author = demand(actor, Verb.MANAGE_ACCOUNTS, INSTALLATION_SUBJECT)
    if str(account.pk) == actor.account:
        raise Refused(Problem("second_step.reset_own"))
    if not has_second_step(account):
        raise Refused(Problem("second_step.none"))
    with recording(SECOND_STEP_RESET, by=author, reason=reason, texts=texts_of(account)):
        drop_steps(account)


def drop_steps(account: Account) -> None:
    """Every step of an account goes; inside the recording of whoever says why."""
    _steps(account).delete()


def check_code(*, account: Account, code: str) -> Authenticator:
    """The app or the recovery codes that a code belongs to; it does not work a second time. Raises Refused."""
    tries = count([(Try.SECOND_STEP, (str(account.pk),))])
    typed = "".join(code.split())
    for step in _steps(account).exclude(type=Authenticator.Type.WEBAUTHN):
        if _accepts(step, typed):
            tries.succeeded()
            return step
    raise Refused(Problem("second_step.code_wrong_left", {"left": tries.left}, Place(path="code")))


def has_second_step(account: Account) -> bool:
    """Whether a password alone is not enough."""
    return bool(_steps(account).exclude(type=Authenticator.Type.RECOVERY_CODES).exists())


def _steps(account: Account) -> QuerySet[Authenticator]:
    return Authenticator.objects.filter(user_id=account.pk)


def _first_codes(actor: Actor, account: Account) -> list[str]:
    if _steps(account).filter(type=Authenticator.Type.RECOVERY_CODES).exists():
        return []
    with recording(RECOVERY_CODES_MADE, by=actor.author()):
        return list(RecoveryCodes.activate(account).get_unused_codes())


def _is_code_of(secret: str, code: str) -> bool:
    return bool(totp.validate_totp_code(secret, "".join(code.split())))


def _accepts(step: Authenticator, code: str) -> bool:
    if step.type == Authenticator.Type.RECOVERY_CODES:
        return bool(step.wrap().validate_code(code))
    return _accepts_from_app(step.pk, code)


@transaction.atomic
def _accepts_from_app(key: int, code: str) -> bool:
    """A code counts once: the moment that it stands for is kept, and no code of that moment or before passes again.

    The machine's own time, whatever the installation's clock shows: the phone has no other.
    """
    step = Authenticator.objects.select_for_update().get(pk=key)
    secret, last = decrypt(step.data["secret"]), step.data.get("last_counter", 0)
    for counter in totp.yield_hotp_counters_from_time():
        expected = totp.format_hotp_value(totp.hotp_value(secret, counter))
        if counter > last and totp.compare_user_code(actual=code, expected=expected):
            step.data["last_counter"] = counter
            step.save()
            return True
    return False
