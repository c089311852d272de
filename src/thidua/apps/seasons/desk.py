"""What waits on somebody's desk beside the calendar's duties: each app above registers a provider of its own items.

    def to_acknowledge(asked: Asked) -> Iterable[DeskItem]: ...

    desk.register("campaigns", to_acknowledge)      # in AppConfig.ready

A provider is asked once a page, for all seasons at once: as many queries for a hundred seasons as for one. It yields an
item only where this person is the one who has to act, and nothing for what is done. Notices and digests are made of the
same items, so that nobody who is done is reminded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from thidua.apps.access.roles import Actor, Role
from thidua.apps.access.verbs import Verb
from thidua.apps.organisation.selectors import Standing
from thidua.apps.seasons.duties import DutyState, OwnDue, list_duties, owed_by
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import ahead_of_clock, standings, visible_seasons
from thidua.core.errors import Fault, Problem
from thidua.core.phases import Phase


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks on which day, about which seasons; `standings` by slug says who stands how to each."""

    actor: Actor
    seasons: Sequence[Season]
    standings: Mapping[str, Standing]
    on: date

    def units_as(self, *roles: Role) -> frozenset[str]:
        """The units for which this person holds one of some roles."""
        return frozenset(grant.unit for grant in self.actor.grants if grant.unit and grant.role in roles)


@dataclass(frozen=True, slots=True)
class DeskItem:
    """One thing that somebody has to do.

    `code` and `data` are its sentence, without a full stop ("Xác nhận đợt thi đua “{name}”"); `act` is the code of the
    button's words; `link` the URL name of the page where it is done, then its arguments. `due_on` is the last day, or
    None. With `locked` (a sentence: why) it cannot be done now, and `link` leads to the page that explains; `lifted_by`
    is the verb that would unlock it, so that the desk names those who may; `opens_on` is the day on which it opens,
    where one is known.
    """

    season: Season
    unit: str
    code: str
    link: tuple[str, ...]
    data: Mapping[str, object] = field(default_factory=dict)
    act: str = "desk.go"
    due_on: date | None = None
    locked: Problem | None = None
    lifted_by: Verb | None = None
    opens_on: date | None = None

    def state(self, on: date) -> DutyState:
        """How urgent it is on a day."""
        if self.locked is not None:
            return DutyState.AHEAD
        if self.due_on is None:
            return DutyState.LATER
        left = (self.due_on - on).days
        if left <= 0:
            return DutyState.OVERDUE if left else DutyState.TODAY
        return DutyState.SOON if left <= 7 else DutyState.LATER


Provider = Callable[[Asked], Iterable[DeskItem]]
_providers: dict[str, Provider] = {}


def register(name: str, provider: Provider) -> None:
    """Let an app put its items on the desks. Raises Fault when the name is taken."""
    if name in _providers:
        raise Fault(f"{name} is on the desk already")
    _providers[name] = provider


def items_for(asked: Asked) -> list[DeskItem]:
    """All that waits for somebody, the nearest day first, what has none last."""
    if not asked.seasons:
        return []
    found = chain.from_iterable(_providers[name](asked) for name in sorted(_providers))
    return sorted(found, key=lambda one: (one.due_on or date.max, one.season.slug, one.code, one.unit))


@dataclass(frozen=True, slots=True)
class Work:
    """All that waits for somebody: duties of the calendar that are not done, and what other parts wait for."""

    own: tuple[OwnDue, ...]
    items: tuple[DeskItem, ...]

    def states(self, on: date) -> list[DutyState]:
        """How urgent each is on a day."""
        return [*(one.state for one in self.own), *(one.state(on) for one in self.items)]


def asked_by(actor: Actor, *, on: date) -> tuple[Asked, list[Season], set[str]]:
    """What somebody's desk is asked about: their seasons that are not closed, without those that are recorded ahead of
    the clock; then all of them, and the slugs of those ahead.
    """
    listed = [season for season in visible_seasons(actor, on=on) if Phase(season.phase) is not Phase.CLOSED]
    ahead = ahead_of_clock(listed)
    seasons = [season for season in listed if season.slug not in ahead]
    return Asked(actor, seasons, standings(seasons, on=on), on), listed, ahead


def work_of(asked: Asked) -> Work:
    """All that waits for somebody. As many queries for a hundred seasons as for one."""
    owed = owed_by(asked.actor, list_duties(asked.seasons, asked.standings, on=asked.on))
    return Work(tuple(one for one in owed if one.state is not DutyState.DONE), tuple(items_for(asked)))
