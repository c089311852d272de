"""Reads about accounts and what they hold."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from thidua.apps.access import places
from thidua.apps.access.bridge import grant_of, holds_on, last_day
from thidua.apps.access.models import Account, Assignment, Delegation
from thidua.apps.access.policy import may
from thidua.apps.access.roles import Actor, Grant, Place, Role, Subject, place_of
from thidua.apps.access.verbs import Verb
from thidua.apps.database import in_vietnamese_order
from thidua.words.vietnamese import marked


def actor_of(account: Account, *, on: date) -> Actor:
    """The account with every grant that holds on a day, own ones before delegated ones. Two queries."""
    held = Assignment.objects.filter(_holds(on), account=account).order_by("starts_on", "pk")
    passed = (
        Delegation.objects.filter(_holds(on), account=account)
        .filter(_holds(on, "assignment__"))
        .select_related("assignment")
        .order_by("starts_on", "pk")
    )
    grants = [grant_of(one) for one in held]
    grants += [grant_of(one.assignment, delegated_by=str(one.assignment.account_id)) for one in passed]
    return Actor(str(account.pk), account.get_full_name(), tuple(grants))


def actors_of(accounts: Collection[str], *, on: date) -> dict[str, Actor]:
    """Open accounts with every grant that holds on a day, by key. Three queries, however many there are."""
    found = {str(one.pk): one for one in Account.objects.filter(pk__in=accounts, is_active=True)}
    grants: dict[str, list[Grant]] = {key: [] for key in found}
    for held in Assignment.objects.filter(_holds(on), account__in=found).order_by("starts_on", "pk"):
        grants[str(held.account_id)].append(grant_of(held))
    passed = Delegation.objects.filter(_holds(on), account__in=found).filter(_holds(on, "assignment__"))
    for one in passed.select_related("assignment").order_by("starts_on", "pk"):
        grants[str(one.account_id)].append(grant_of(one.assignment, delegated_by=str(one.assignment.account_id)))
    return {key: Actor(key, one.get_full_name(), tuple(grants[key])) for key, one in found.items()}


def holders_of(roles: Collection[Role], units: Collection[str], *, on: date) -> dict[str, Actor]:
    """Everybody who holds one of some roles for one of some units on a day, own or passed on. Five queries."""
    held = Assignment.objects.filter(_holds(on), role__in=roles, unit__in=units)
    passed = Delegation.objects.filter(_holds(on), assignment__role__in=roles, assignment__unit__in=units)
    keys = {*held.values_list("account", flat=True), *passed.values_list("account", flat=True)}
    return actors_of([str(key) for key in keys], on=on)


def find_accounts(text: str = "", *, open_only: bool = True) -> QuerySet[Account]:
    """Accounts in the order of their names, with what they hold. "toi duoc" finds "tôi được"; typed marks count."""
    found = Account.objects.filter(is_active=True) if open_only else Account.objects.all()
    for word in marked(text).split():
        found = found.filter(search_key__contains=word)
    held = Prefetch("assignments", Assignment.objects.order_by("starts_on", "pk"))
    return found.order_by(in_vietnamese_order("full_name"), "username").prefetch_related(held)


@dataclass(frozen=True, slots=True)
class Holding:
    """A role that somebody holds, held or will hold, as it is shown."""

    assignment: Assignment
    role: Role
    place: str  # the name of the unit or season; empty for the installation
    starts_on: date
    last_day: date | None
    holds: bool  # today
    delegated_by: Account | None = None
    delegation: Delegation | None = None


def holdings_of(accounts: list[Account], *, on: date) -> dict[str, list[Holding]]:
    """By account: roles that hold on a day or later, in order of time. One query for each sort of place."""
    rows = [row for account in accounts for row in account.assignments.all() if not _is_over(row, on)]
    names = _place_names(rows, on)
    return {
        str(account.pk): [_holding(row, names, on) for row in rows if row.account_id == account.pk]
        for account in accounts
    }


def holding_of(assignment: Assignment, *, on: date) -> Holding:
    """One role as it is shown."""
    return _holding(assignment, _place_names([assignment], on), on)


def is_delegable(holding: Holding) -> bool:
    """Whether its holder may pass it on today: an own role that holds, and that a row of the policy lets pass on."""
    grant = grant_of(holding.assignment)
    subject = Subject(unit=grant.unit, season=grant.season)
    return holding.holds and holding.delegation is None and may(Actor("", "", (grant,)), Verb.DELEGATE, subject)


def delegations_to(account: Account, *, on: date) -> list[Holding]:
    """Roles that others passed on to the account, holding on a day or later."""
    rows = account.delegations.select_related("assignment__account", "account").order_by("starts_on", "pk")
    return _all_passed(list(rows), on)


def delegations_by(account: Account, *, on: date) -> list[Holding]:
    """Roles that the account passed on to others, holding on a day or later."""
    rows = Delegation.objects.filter(assignment__account=account).order_by("starts_on", "pk")
    return _all_passed(list(rows.select_related("assignment__account", "account")), on)


def _holds(day: date, prefix: str = "") -> Q:
    started = Q(**{f"{prefix}starts_on__lte": day})
    not_ended = Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gt": day})
    return started & not_ended


def _is_over(row: Assignment | Delegation, day: date) -> bool:
    return row.ends_on is not None and (row.ends_on <= day or row.ends_on == row.starts_on)


def _place_names(rows: list[Assignment], on: date) -> dict[str, str]:
    """The names of units and seasons as of the day; a code that is none any more stays as it is."""
    units, seasons = {row.unit for row in rows if row.unit}, {row.season for row in rows if row.season}
    return {
        **{code: code for code in units | seasons},
        **places.names_of(Place.UNIT, units, on=on),
        **places.names_of(Place.SEASON, seasons, on=on),
    }


def _holding(row: Assignment, names: dict[str, str], on: date) -> Holding:
    place = "" if place_of(Role(row.role)) is Place.INSTALLATION else names[row.unit or row.season]
    return Holding(row, Role(row.role), place, row.starts_on, last_day(row.ends_on), holds_on(row, on))


def _all_passed(rows: list[Delegation], on: date) -> list[Holding]:
    living = [row for row in rows if not _is_over(row, on) and not _is_over(row.assignment, on)]
    names = _place_names([row.assignment for row in living], on)
    return [_passed(row, names, on) for row in living]


def _passed(row: Delegation, names: dict[str, str], on: date) -> Holding:
    own = _holding(row.assignment, names, on)
    end = min(row.ends_on, row.assignment.ends_on or date.max)
    holds = holds_on(row, on) and own.holds
    return Holding(
        own.assignment, own.role, own.place, row.starts_on, last_day(end), holds, row.assignment.account, row
    )


def account_names(keys: Iterable[str]) -> dict[str, str]:
    """The full names of accounts by their keys; what is no key of an account stays out. At most one query."""
    known = {key for key in keys if _is_key(key)}
    return {str(one.pk): one.full_name for one in Account.objects.filter(pk__in=known)} if known else {}


def _is_key(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
