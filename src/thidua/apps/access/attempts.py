"""How often somebody may try: few times for one account from one address, more for one account from anywhere, more for
one address. Counted in the database, so that several servers agree.

A try is counted before its answer is known, so that a hundred tries at one moment are a hundred tries. Keys are keyed
digests of what was typed, whether such an account exists or not: neither the table nor an answer tells.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.utils.crypto import salted_hmac

from thidua.apps import clock
from thidua.apps.access.models import Attempts
from thidua.core.errors import Problem, Refused

WAIT = timedelta(minutes=15)


class Try(StrEnum):
    """What is tried."""

    ACCOUNT_HERE = "account_here"  # one account from one address
    ACCOUNT = "account"  # one account from anywhere
    ADDRESS = "address"  # whatever account from one address
    SECOND_STEP = "second_step"
    PASSWORD_AGAIN = "password_again"  # noqa: S105 - a name
    MAIL_CODE = "mail_code"


MOST = {
    Try.ACCOUNT_HERE: 5,
    Try.ACCOUNT: 30,
    Try.ADDRESS: 60,
    Try.SECOND_STEP: 5,
    Try.PASSWORD_AGAIN: 5,
    Try.MAIL_CODE: 5,
}


class TriesRefused(Refused):
    """Too many tries; the problem says how long to wait."""


@dataclass(slots=True)
class Tries:
    """The tries that one attempt counts in."""

    keys: dict[str, Try]
    left: int  # of the kind that is nearest to its end

    def succeeded(self) -> None:
        """Forget the failures of an account whose owner has come; an address only gets this one try back."""
        whole = [key for key, kind in self.keys.items() if kind is not Try.ADDRESS]
        with transaction.atomic():
            Attempts.objects.filter(key__in=whole).delete()
            for row in Attempts.objects.select_for_update().filter(key__in=self.keys.keys() - set(whole)):
                row.failures = max(row.failures - 1, 0)
                row.save()
            Attempts.objects.filter(last_at__lt=clock.now() - 4 * WAIT).delete()


def count(tried: Sequence[tuple[Try, Sequence[str]]]) -> Tries:
    """Count a try under every kind at once. Raises TriesRefused when one of them has been tried too often."""
    keys = {_key(kind, what): kind for kind, what in tried}
    now = clock.now()
    with transaction.atomic():
        rows = {key: _locked(key, now) for key in sorted(keys)}
        waits = [row.last_at + WAIT - now for key, row in rows.items() if row.failures >= MOST[keys[key]]]
        if waits:
            raise TriesRefused(Problem("sign_in.wait", {"minutes": _minutes(max(waits))}))
        for row in rows.values():
            row.failures += 1
            row.last_at = now
            row.save()
    return Tries(keys, min(MOST[keys[key]] - row.failures for key, row in rows.items()))


def _locked(key: str, now: datetime) -> Attempts:
    """The row of a key, empty again when its last failure lies long enough behind."""
    Attempts.objects.get_or_create(pk=key, defaults={"last_at": now})
    row = Attempts.objects.select_for_update().get(pk=key)
    if now >= row.last_at + WAIT:
        row.failures = 0
    return row


def _key(kind: Try, what: Sequence[str]) -> str:
    return salted_hmac(f"thidua.attempts.{kind}", "\0".join(what), algorithm="sha256").hexdigest()


def _minutes(wait: timedelta) -> int:
    return max(1, -(-wait // timedelta(minutes=1)))
