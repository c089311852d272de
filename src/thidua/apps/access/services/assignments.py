"""Roles are given for a place and for a time, and end on a day."""

from collections.abc import Iterator, Mapping
from datetime import date

from thidua.apps import clock
from thidua.apps.access import places
from thidua.apps.access.bridge import last_day, overlaps
from thidua.apps.access.events import ROLE_ASSIGNED, ROLE_ENDED
from thidua.apps.access.models import Account, Assignment
from thidua.apps.access.policy import demand
from thidua.apps.access.roles import INSTALLATION_SUBJECT, Actor, Place, Role, place_of
from thidua.apps.access.services.accounts import texts_of
from thidua.apps.access.verbs import Verb
from thidua.apps.ledger.services import recording
from thidua.core.errors import Place as At
from thidua.core.errors import Problem, Refused
from thidua.core.ledger.entry import Author
from thidua.core.timeline import Period


def assign_role(
    *,
    by: Author,
    account: Account,
    role: Role,
    starts_on: date,
    ends_on: date | None = None,
    unit: str = "",
    season: str = "",
    reason: str = "",
) -> Assignment:
    """Give a role from a day on, until the day before `ends_on`. Asks nobody."""
    assignment = Assignment(account=account, role=role, unit=unit, season=season, starts_on=starts_on, ends_on=ends_on)
    with recording(
        ROLE_ASSIGNED,
        by=by,
        reason=reason,
        texts=texts_of(account),
        role=role,
        unit=unit,
        season=season,
        starts_on=starts_on,
        ends_on=ends_on,
    ) as record:
        return record.save(assignment)


def assign(
    *,
    actor: Actor,
    account: Account,
    role: Role,
    starts_on: date,
    ends_on: date | None = None,
    where: str = "",
    reason: str = "",
) -> Assignment:
    """Give a role for the place that `where` names (a code or a name). Raises Refused with every problem."""
    author = demand(actor, Verb.ASSIGN_ROLES, INSTALLATION_SUBJECT)
    found = places.find(place_of(role), where, on=starts_on)
    code = next(iter(found), "")
    problems = [
        *_person_problems(actor, account),
        *_place_problems(role, where, found),
        *_time_problems(account, role, code, starts_on, ends_on),
    ]
    if problems:
        raise Refused(problems)
    at = {} if place_of(role) is Place.INSTALLATION else {place_of(role).value: code}
    return assign_role(by=author, account=account, role=role, starts_on=starts_on, ends_on=ends_on, reason=reason, **at)


def end_assignment(*, actor: Actor, assignment: Assignment, ends_on: date, reason: str = "") -> None:
    """The role no longer holds from that day on, today at the earliest; what was passed on of it ends with it."""
    author = demand(actor, Verb.ASSIGN_ROLES, INSTALLATION_SUBJECT)
    end, earliest = assignment.ends_on or date.max, max(clock.today(), assignment.starts_on)
    if end <= clock.today():
        raise Refused(Problem("access.ended_already", {"last": last_day(end)}))
    if not earliest <= ends_on < end:
        raise Refused(Problem("access.end_out_of_range", {"first": last_day(earliest)}, At(path="ends_on")))
    assignment.ends_on = ends_on
    texts = texts_of(assignment.account)
    told = {"role": assignment.role, "unit": assignment.unit, "season": assignment.season, "ends_on": ends_on}
    with recording(ROLE_ENDED, by=author, reason=reason, texts=texts, **told) as record:
        record.save(assignment)
        for delegation in assignment.delegations.filter(ends_on__gt=ends_on):
            delegation.ends_on = max(ends_on, delegation.starts_on)
            record.save(delegation)


def _person_problems(actor: Actor, account: Account) -> Iterator[Problem]:
    if not account.is_active:
        yield Problem("access.account_closed", {"username": account.username})
    if str(account.pk) == actor.account:
        yield Problem("access.assign_self")


def _place_problems(role: Role, where: str, found: Mapping[str, str]) -> Iterator[Problem]:
    place = place_of(role)
    if place is Place.INSTALLATION:
        if where:
            yield Problem("access.place_unwanted", {"role": role}, At(path="where"))
        return
    if not where:
        yield Problem(f"access.{place}_missing", {"role": role}, At(path="where"))
    elif not found:
        yield Problem(f"access.{place}_unknown", {"text": where}, At(path="where"))
    elif len(found) > 1:
        yield Problem("access.place_ambiguous", {"text": where, "names": list(found.values())}, At(path="where"))


def _time_problems(account: Account, role: Role, code: str, starts_on: date, ends_on: date | None) -> Iterator[Problem]:
    if ends_on is not None and ends_on <= starts_on:
        yield Problem("access.ends_before_start", place=At(path="ends_on"))
        return
    period = Period(starts_on, ends_on)
    for held in account.assignments.order_by("starts_on"):
        if not overlaps(held, period):
            continue
        if held.role == role and code == (held.unit or held.season):
            yield Problem("access.held_already", {"role": role, "start": held.starts_on}, At(path="starts_on"))
        if Role.TECHNICIAN in {role, held.role} and held.role != role:
            yield Problem("access.technician_apart", {"held": Role(held.role)}, At(path="role"))
    if role is Role.TECHNICIAN:
        for passed in account.delegations.select_related("assignment"):
            if overlaps(passed, period):
                yield Problem("access.technician_apart", {"held": Role(passed.assignment.role)}, At(path="role"))
