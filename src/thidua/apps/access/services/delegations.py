"""A role is passed on for some days by the person who holds it; both keep it, and the ledger names both."""

from collections.abc import Iterator
from datetime import date

from thidua.apps import clock
from thidua.apps.access.bridge import grant_of, holds_on, last_day, overlaps
from thidua.apps.access.events import DELEGATION_ENDED, DELEGATION_MADE
from thidua.apps.access.models import Account, Assignment, Delegation
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import Actor, Role, Subject
from thidua.apps.access.services.accounts import texts_of
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.core.errors import Place, Problem, Refused
from thidua.core.ledger.entry import Author
from thidua.core.timeline import Period


def delegate(
    *, actor: Actor, assignment: Assignment, username: str, starts_on: date, ends_on: date, reason: str = ""
) -> Delegation:
    """Pass an own role on from a day until the day before another. Raises Refused with every problem."""
    author = demand_delegable(actor, assignment)
    receiver = Account.objects.filter(username=username.strip().lower()).first()
    problems = [
        *_receiver_problems(actor, username, receiver, starts_on, ends_on),
        *_time_problems(assignment, receiver, starts_on, ends_on),
    ]
    if problems or receiver is None:
        raise Refused(problems)
    delegation = Delegation(assignment=assignment, account=receiver, starts_on=starts_on, ends_on=ends_on)
    told = {"role": assignment.role, "unit": assignment.unit, "starts_on": starts_on, "ends_on": ends_on}
    with recording(DELEGATION_MADE, by=author, reason=reason, texts=texts_of(receiver), **told) as record:
        return record.save(delegation)


def end_delegation(*, actor: Actor, delegation: Delegation, reason: str = "") -> None:
    """From today on it holds no more."""
    author = demand_delegable(actor, delegation.assignment)
    today = clock.today()
    if delegation.ends_on <= today:
        raise Refused(Problem("access.ended_already", {"last": last_day(delegation.ends_on)}))
    delegation.ends_on = max(today, delegation.starts_on)
    told = {"role": delegation.assignment.role, "unit": delegation.assignment.unit, "ends_on": delegation.ends_on}
    texts = texts_of(delegation.account)
    with recording(DELEGATION_ENDED, by=author, reason=reason, texts=texts, **told) as record:
        record.save(delegation)


def demand_delegable(actor: Actor, assignment: Assignment) -> Author:
    """Whoever holds the role acts under it and under nothing else; what was itself passed on is not passed further.

    Raises Refused for a role that is not held today, AccessRefused for one that no row of the policy lets pass on.
    """
    if str(assignment.account_id) != actor.account or not holds_on(assignment, clock.today()):
        raise Refused(Problem("delegation.not_held"))
    grant = grant_of(assignment)
    holder = Actor(actor.account, actor.name, (grant,))
    return demand(holder, Verb.DELEGATE, Subject(unit=grant.unit, season=grant.season))


def _receiver_problems(
    actor: Actor, username: str, receiver: Account | None, starts_on: date, ends_on: date
) -> Iterator[Problem]:
    place = Place(path="username")
    if receiver is None or not receiver.is_active:
        yield Problem("delegation.no_such_account", {"username": username}, place)
    elif str(receiver.pk) == actor.account:
        yield Problem("delegation.to_oneself", place=place)
    elif starts_on < ends_on and _is_technician(receiver, Period(starts_on, ends_on)):
        yield Problem("delegation.to_technician", place=place)


def _is_technician(account: Account, period: Period) -> bool:
    return any(overlaps(held, period) for held in account.assignments.filter(role=Role.TECHNICIAN))


def _time_problems(
    assignment: Assignment, receiver: Account | None, starts_on: date, ends_on: date
) -> Iterator[Problem]:
    if starts_on < clock.today():
        yield Problem("delegation.starts_in_past", place=Place(path="starts_on"))
    if ends_on <= starts_on:
        yield Problem("access.ends_before_start", place=Place(path="ends_on"))
        return
    if assignment.ends_on is not None and ends_on > assignment.ends_on:
        yield Problem("delegation.outlasts", {"last": last_day(assignment.ends_on)}, Place(path="ends_on"))
    earlier = assignment.delegations.filter(account=receiver) if receiver else ()
    if any(overlaps(one, Period(starts_on, ends_on)) for one in earlier):
        yield Problem("delegation.made_already", place=Place(path="starts_on"))
