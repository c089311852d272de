"""What is to be done in a season, by whom and by when, and how far it is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.apps.access.roles import Actor, Role
from thidua.apps.organisation.selectors import Standing, unit_names
from thidua.apps.seasons.calendar import working_days_left
from thidua.apps.seasons.models import Duty, Holder, Season
from thidua.apps.seasons.selectors import owing
from thidua.core.phases import Phase


class DutyState(StrEnum):
    """How a duty stands on a day."""

    DONE = "done"
    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"  # within a week
    LATER = "later"
    AHEAD = "ahead"  # its phase has not come


@dataclass(frozen=True, slots=True)
class Due:
    """A duty with the units that owe it, and those that have done it."""

    duty: Duty
    season: Season
    on: date
    owing: tuple[str, ...]
    done: Mapping[str, date]
    names: Mapping[str, str]

    @property
    def phase(self) -> Phase:
        return Phase(self.duty.phase)

    @property
    def missing(self) -> tuple[str, ...]:
        """The units that have not done it yet; what an office owes is done, whoever held it then."""
        if self.done and self.holder is not Holder.MEMBER:
            return ()
        return tuple(code for code in self.owing if code not in self.done)

    @property
    def missing_names(self) -> list[str]:
        return [self.names.get(code, code) for code in self.missing]

    @property
    def is_of_each(self) -> bool:
        """Whether every member owes it for itself."""
        return self.holder is Holder.MEMBER and not self.duty.unit

    @property
    def holder(self) -> Holder:
        return Holder(self.duty.holder)

    @property
    def last_done_on(self) -> date | None:
        """The day on which the last of those who owe it did it."""
        return max(self.done.values(), default=None)

    @property
    def is_done(self) -> bool:
        """Whether everybody who owes it has done it."""
        return bool(self.owing or self.done) and not self.missing

    @property
    def days_left(self) -> int:
        """Days until it is due; below zero when the day has passed."""
        return (self.duty.due_on - self.on).days

    @property
    def days_late(self) -> int:
        return -self.days_left

    @property
    def working_days_left(self) -> int | None:
        """The same in working days, where the calendar knows them."""
        return working_days_left(self.on, self.duty.due_on)

    @property
    def state(self) -> DutyState:
        return DutyState.DONE if self.is_done else self._open_state()

    def state_for(self, unit: str) -> DutyState:
        """How it stands for one unit that owes it."""
        return self._open_state() if unit in self.missing else DutyState.DONE

    def _open_state(self) -> DutyState:
        if Phase(self.season.phase).number < self.phase.number:
            return DutyState.AHEAD
        if self.days_left < 0:
            return DutyState.OVERDUE
        if self.days_left == 0:
            return DutyState.TODAY
        return DutyState.SOON if self.days_left <= 7 else DutyState.LATER


@dataclass(frozen=True, slots=True)
class OwnDue:
    """A duty that somebody owes for a unit."""

    due: Due
    unit: str

    @property
    def state(self) -> DutyState:
        return self.due.state_for(self.unit)

    @property
    def unit_name(self) -> str:
        return self.due.names.get(self.unit, self.unit)


def list_duties(seasons: Collection[Season], standings: Mapping[str, Standing], *, on: date) -> list[Due]:
    """Every duty of some seasons by the day on which it is due. Three queries, however many there are."""
    by_slug = {season.slug: season for season in seasons}
    duties = Duty.objects.filter(season__in=by_slug).order_by("due_on", "title", "pk").prefetch_related("done")
    rows = [(duty, owing(duty, standings[duty.season_id])) for duty in duties]
    names = unit_names({code for _, codes in rows for code in codes}, on=on)
    return [
        Due(duty, by_slug[duty.season_id], on, codes, {one.unit: one.done_on for one in duty.done.all()}, names)
        for duty, codes in rows
    ]


def owed_by(actor: Actor, dues: Iterable[Due]) -> list[OwnDue]:
    """The duties that are somebody's own: of a role that they hold for a unit that owes it."""
    held: dict[str, set[Role]] = defaultdict(set)
    for grant in actor.grants:
        if grant.unit:
            held[grant.unit].add(grant.role)
    return [
        OwnDue(due, code) for due in dues for code in due.owing if Role(due.duty.role) in held.get(code, frozenset())
    ]
