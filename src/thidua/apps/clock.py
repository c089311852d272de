"""The installation's one clock. Every "now" of the product asks it, so that a test, a demo or a rehearsal can stand at
any date; production runs with the machine's own (a system check refuses anything else).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from thidua.core.errors import Problem, Refused

_standing: ContextVar[datetime | None] = ContextVar("standing clock", default=None)


def now() -> datetime:
    """The instant, in UTC: the machine's time moved by `THIDUA_CLOCK_SHIFT`, or where `standing_at` holds it."""
    standing = _standing.get()
    if standing is not None:
        return standing
    shift: timedelta = settings.THIDUA_CLOCK_SHIFT
    return datetime.now(UTC) + shift


def today() -> date:
    """The day in the installation's time zone."""
    return now().astimezone(zone()).date()


def zone() -> ZoneInfo:
    """The time zone in which days begin and times are printed."""
    return ZoneInfo(settings.TIME_ZONE)


def is_set() -> bool:
    """Whether the clock differs from the machine's."""
    return bool(settings.THIDUA_CLOCK_SHIFT) or _standing.get() is not None


def read_moment(text: str) -> datetime:
    """`2024-11-23T14:00`, in the installation's time zone unless it names another. Raises Refused."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Refused(Problem("clock.unreadable", {"text": text})) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone())


def shift_to(moment: datetime, *, last: datetime | None) -> timedelta:
    """By how much the machine's clock is moved so that it shows `moment` now and runs on from there.

    Never before the ledger's last entry: a demonstration that is started again goes on where it stopped.
    """
    return max(moment, last or moment) - datetime.now(UTC)


@contextmanager
def standing_at(moment: datetime) -> Iterator[None]:
    """The clock stands still at an instant with a time zone, in this thread of work."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone())
    token = _standing.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _standing.reset(token)
