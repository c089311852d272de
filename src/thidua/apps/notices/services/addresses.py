"""Where somebody wants their daily mail: given, proved by a code that was mailed there, and dropped."""

import re
import secrets
from collections.abc import Iterator
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.crypto import constant_time_compare, salted_hmac

from thidua.apps import clock
from thidua.apps.access import attempts
from thidua.apps.access.attempts import Try
from thidua.apps.access.roles import Actor
from thidua.apps.ledger.services import recording
from thidua.apps.notices import events
from thidua.apps.notices.mailing import has_server, line, send
from thidua.apps.notices.models import MailAddress
from thidua.core.errors import Place, Problem, Refused
from thidua.words.language import Language
from thidua.words.say import say

VALID = timedelta(minutes=30)


def give_address(*, actor: Actor, address: str, lang: Language) -> MailAddress:
    """Mail a code to an address; it counts once the code is typed. Raises Refused, or MailRefused and nothing is kept:
    a server that fails leaves what stood before.
    """
    wanted = address.strip()
    problems = [*_wrong(wanted), *([] if has_server() else [Problem("notices.no_mail_server")])]
    if problems:
        raise Refused(problems)
    attempts.count([(Try.MAIL_CODE, [actor.account])])
    code = f"{secrets.randbelow(10**6):06d}"
    with line() as backend:
        lines = [say("notices.code_mail", lang, code=code), say("notices.code_mail_why", lang)]
        send(backend, wanted, lang, say("notices.code_subject", lang), lines)
    row = MailAddress.objects.filter(account=actor.account).first() or MailAddress(account_id=actor.account)
    row.address, row.language, row.confirmed_at = wanted, lang.value, None
    row.code, row.code_until = _keyed(actor, wanted, code), clock.now() + VALID
    with recording(events.ADDRESS_GIVEN, by=actor.author()) as record:
        return record.save(row)


def confirm_address(*, actor: Actor, code: str) -> MailAddress:
    """The code from the mail. Raises Refused: another code, or too old."""
    tries = attempts.count([(Try.MAIL_CODE, [actor.account])])
    row = MailAddress.objects.filter(account=actor.account, code_until__gte=clock.now()).first()
    typed = re.sub(r"\s", "", code)
    if row is None or not constant_time_compare(row.code, _keyed(actor, row.address, typed)):
        raise Refused(Problem("notices.wrong_code", place=Place(path="code")))
    tries.succeeded()
    row.code, row.code_until, row.confirmed_at = "", None, clock.now()
    with recording(events.ADDRESS_CONFIRMED, by=actor.author()) as record:
        return record.save(row)


def drop_address(*, actor: Actor) -> None:
    """No mail any more, and the address is gone."""
    row = MailAddress.objects.filter(account=actor.account).first()
    if row is not None:
        with recording(events.ADDRESS_DROPPED, by=actor.author()) as record:
            record.delete(row)


def _wrong(address: str) -> Iterator[Problem]:
    try:
        validate_email(address)
    except ValidationError:
        yield Problem("notices.no_address", {"text": address}, Place(path="address"))


def _keyed(actor: Actor, address: str, code: str) -> str:
    return salted_hmac("thidua.mail", f"{actor.account}\n{address}\n{code}", algorithm="sha256").hexdigest()
