"""Reads about accounts and what they hold."""

from datetime import date

from django.db.models import Q

from thidua.apps.access.models import Account, Assignment, Delegation
from thidua.apps.access.roles import Actor, Grant, Role


def actor_of(account: Account, *, on: date) -> Actor:
    """The account with every grant that holds on a day, delegated ones included. Two queries."""
    held = Assignment.objects.filter(_holds(on), account=account).order_by("starts_on", "pk")
    passed = (
        Delegation.objects.filter(_holds(on), account=account)
        .filter(_holds(on, "assignment__"))
        .select_related("assignment")
        .order_by("starts_on", "pk")
    )
    grants = [_grant(one) for one in held]
    grants += [_grant(one.assignment, delegated_by=str(one.assignment.account_id)) for one in passed]
    return Actor(str(account.pk), account.get_full_name(), tuple(grants))


def _holds(day: date, prefix: str = "") -> Q:
    started = Q(**{f"{prefix}starts_on__lte": day})
    not_ended = Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gt": day})
    return started & not_ended


def _grant(assignment: Assignment, *, delegated_by: str = "") -> Grant:
    return Grant(Role(assignment.role), assignment.unit, assignment.season, delegated_by)
