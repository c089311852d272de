"""A person's own password: changed, and asked for again before what matters."""

from django.contrib.auth.hashers import make_password, verify_password

from thidua.apps.access.attempts import Try, count
from thidua.apps.access.events import PASSWORD_CHANGED, PASSWORD_REHASHED
from thidua.apps.access.models import Account
from thidua.apps.access.passwords import composed, password_problems
from thidua.apps.access.roles import Actor
from thidua.apps.ledger.services import recording
from thidua.core.errors import Place, Problem, Refused


def own_account(actor: Actor) -> Account:
    """The account of whoever acts."""
    return Account.objects.get(pk=actor.account)


def change_password(*, actor: Actor, current: str, new: str, again: str) -> Account:
    """A new password, chosen by its owner; every other session of the account ends. Raises Refused with every problem.

    What is wrong with the new one is told together with a wrong current one.
    """
    account = own_account(actor)
    problems = password_problems(new, username=account.username, full_name=account.full_name, field="new")
    if composed(new) == composed(current):
        problems.append(Problem("password.same", place=Place(path="new")))
    if composed(new) != composed(again):
        problems.append(Problem("password.differs", place=Place(path="again")))
    try:
        reauthenticate(actor=actor, password=current, field="current")
    except Refused as refusal:
        raise Refused([*refusal.problems, *problems]) from None
    if problems:
        raise Refused(problems)
    account.password = make_password(composed(new))
    account.must_change_password = False
    with recording(PASSWORD_CHANGED, by=actor.author()) as record:
        return record.save(account)


def reauthenticate(*, actor: Actor, password: str, field: str = "password") -> None:
    """Whoever sits at the screen is still the owner of the account. Wrong tries count. Raises Refused."""
    account = own_account(actor)
    tries = count([(Try.PASSWORD_AGAIN, (actor.account,))])
    is_right, _ = verify_password(composed(password), account.password)
    if not is_right:
        raise Refused(Problem("password.wrong", {"left": tries.left}, Place(path=field)))
    tries.succeeded()


def renew_hash(account: Account, password: str) -> None:
    """Store the password under today's way of hashing, once it is known to be right."""
    account.password = make_password(composed(password))
    author = Actor(str(account.pk), account.get_full_name()).author()
    with recording(PASSWORD_REHASHED, by=author) as record:
        record.save(account)
