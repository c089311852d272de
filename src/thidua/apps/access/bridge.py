"""Rows of access as values."""

from datetime import date, timedelta

from thidua.apps.access.models import Assignment, Delegation
from thidua.apps.access.roles import Grant, Role
from thidua.core.timeline import Period


def grant_of(assignment: Assignment, *, delegated_by: str = "") -> Grant:
    """What an assignment grants while it holds."""
    return Grant(Role(assignment.role), assignment.unit, assignment.season, delegated_by)


def period_of(row: Assignment | Delegation) -> Period | None:
    """The days on which it holds; none when it was withdrawn before its first."""
    return None if row.ends_on == row.starts_on else Period(row.starts_on, row.ends_on)


def holds_on(row: Assignment | Delegation, day: date) -> bool:
    """Whether it holds on a day."""
    period = period_of(row)
    return period is not None and day in period


def overlaps(row: Assignment | Delegation, period: Period) -> bool:
    """Whether it holds on some day of a period."""
    own = period_of(row)
    return own is not None and own.overlaps(period)


def last_day(ends_on: date | None) -> date | None:
    """The last day on which something holds, as people say it: the day before the end."""
    return ends_on and ends_on - timedelta(days=1)


def end_after(last: date) -> date:
    """The first day on which something no longer holds, from its last day as people say it."""
    return last + timedelta(days=1)
