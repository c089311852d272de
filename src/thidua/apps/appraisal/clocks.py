"""How long a unit has to answer, and how long a ruling may take, in working days."""

from dataclasses import dataclass
from datetime import date, timedelta

from thidua.apps.seasons.calendar import working_days_left
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.procedure import regulation_of

FURTHEST = 90  # days


@dataclass(frozen=True, slots=True)
class Clocks:
    """Working days for each step. The cluster's regulation says how many; `basis` names it, empty: not known."""

    answer: int = 3
    ruling: int = 3
    basis: str = ""


DEFAULT = Clocks()


def clocks_of(season: Season, *, on: date) -> Clocks:
    """The days of the season's regulation in force, with its basis; the default where none was set."""
    found = regulation_of(season, on=on)
    if found is None:
        return DEFAULT
    return Clocks(answer=found.objection_days, ruling=found.reply_days, basis=found.basis.document)


def last_day(start: date, working_days: int) -> date:
    """The day on which so many working days have passed; days of the week where the calendar does not reach."""
    for ahead in range(1, FURTHEST):
        day = start + timedelta(days=ahead)
        passed, after = working_days_left(start, day), working_days_left(start, day + timedelta(days=1))
        if passed is None or after is None:
            return start + timedelta(days=working_days)
        if passed >= working_days and after > passed:  # the last day is one on which people work
            return day
    return start + timedelta(days=FURTHEST)
