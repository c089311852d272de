"""Accounts are opened, given a new password, closed and opened again. They are never deleted: the ledger names them."""

import re
import secrets
from collections.abc import Iterator

from django.contrib.auth.hashers import make_password

from thidua.apps import clock
from thidua.apps.access.events import ACCOUNT_CLOSED, ACCOUNT_CREATED, ACCOUNT_REOPENED, PASSWORD_RESET
from thidua.apps.access.models import Account, Assignment, Delegation
from thidua.apps.access.passwords import composed
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import INSTALLATION_SUBJECT, Actor
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.core.errors import Place, Problem, Refused
from thidua.core.ledger.entry import Author

USERNAME = re.compile(r"[a-z][a-z0-9]*([.-][a-z0-9]+)*")
SHORTEST_USERNAME = 3
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read as another on paper
_GROUPS, _GROUP = 3, 4  # 59 bits


def one_time_password() -> str:
    """A password to be handed over on paper: `k7mq-2wxd-9hfn`."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def create_account(
    *,
    by: Author,
    username: str,
    full_name: str,
    password: str,
    rank: str = "",
    post: str = "",
    email: str = "",
    must_change_password: bool = False,
) -> Account:
    """A new account. Asks nobody."""
    account = Account(username=username, full_name=full_name, rank=rank, post=post, email=email)
    account.must_change_password = must_change_password
    account.password = make_password(composed(password))
    with recording(ACCOUNT_CREATED, by=by, texts=texts_of(account)) as record:
        return record.save(account)


def open_account(
    *, actor: Actor, username: str, full_name: str, rank: str = "", post: str = "", email: str = ""
) -> tuple[Account, str]:
    """A new account and its one-time password, which is shown once. Raises Refused with every problem."""
    author = demand(actor, Verb.MANAGE_ACCOUNTS, INSTALLATION_SUBJECT)
    problems = account_problems(username=username, full_name=full_name, rank=rank, post=post, email=email)
    if problems:
        raise Refused(problems)
    password = one_time_password()
    account = create_account(
        by=author,
        username=username,
        full_name=full_name,
        password=password,
        rank=rank,
        post=post,
        email=email,
        must_change_password=True,
    )
    return account, password


def reset_password(*, actor: Actor, account: Account, reason: str = "") -> str:
    """A one-time password in place of one that was forgotten; every session of the account ends."""
    author = demand(actor, Verb.MANAGE_ACCOUNTS, INSTALLATION_SUBJECT)
    if not account.is_active:
        raise Refused(Problem("access.account_closed", {"username": account.username}))
    if str(account.pk) == actor.account:
        raise Refused(Problem("access.reset_own"))
    password = one_time_password()
    account.password = make_password(password)
    account.must_change_password = True
    with recording(PASSWORD_RESET, by=author, reason=reason, texts=texts_of(account)) as record:
        record.save(account)
    return password


def close_account(*, actor: Actor, account: Account, reason: str = "") -> None:
    """Nobody signs in with it any more; what it holds ends today, and so does what it passed on."""
    author = demand(actor, Verb.MANAGE_ACCOUNTS, INSTALLATION_SUBJECT)
    if str(account.pk) == actor.account:
        raise Refused(Problem("access.close_own"))
    today = clock.today()
    held = Assignment.objects.filter(account=account)
    passed = Delegation.objects.filter(account=account) | Delegation.objects.filter(assignment__account=account)
    account.is_active = False
    with recording(ACCOUNT_CLOSED, by=author, reason=reason, texts=texts_of(account)) as record:
        record.save(account)
        for row in [*held, *passed.distinct()]:
            if row.ends_on is None or row.ends_on > today:
                row.ends_on = max(today, row.starts_on)
                record.save(row)


def reopen_account(*, actor: Actor, account: Account, reason: str = "") -> str:
    """The same person comes back: the same account, a one-time password, no role yet."""
    author = demand(actor, Verb.MANAGE_ACCOUNTS, INSTALLATION_SUBJECT)
    if account.is_active:
        raise Refused(Problem("access.account_open", {"username": account.username}))
    password = one_time_password()
    account.is_active = account.must_change_password = True
    account.password = make_password(password)
    with recording(ACCOUNT_REOPENED, by=author, reason=reason, texts=texts_of(account)) as record:
        record.save(account)
    return password


def account_problems(*, username: str, **texts: str) -> list[Problem]:
    """All that is wrong with the texts of a new account."""
    return [*_username_problems(username), *_text_problems(**texts)]


def texts_of(account: Account) -> dict[str, str]:
    """Who an entry is about, in texts that can be erased."""
    return {"subject": account.get_full_name(), "username": account.username}


def _username_problems(username: str) -> Iterator[Problem]:
    place = Place(path="username")
    longest = _longest("username")
    if not USERNAME.fullmatch(username) or not SHORTEST_USERNAME <= len(username) <= longest:
        data = {"shortest": SHORTEST_USERNAME, "longest": longest}
        yield Problem("access.username_shape", data, place)
    elif Account.objects.filter(username=username).exists():
        yield Problem("access.username_taken", {"username": username}, place)


def _text_problems(**texts: str) -> Iterator[Problem]:
    if not texts["full_name"].strip():
        yield Problem("access.name_missing", place=Place(path="full_name"))
    for name, text in texts.items():
        if len(text) > _longest(name):
            yield Problem("access.too_long", {"longest": _longest(name)}, Place(path=name))


def _longest(column: str) -> int:
    return int(Account._meta.get_field(column).max_length)
