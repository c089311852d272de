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
from thidua.apps.organisation.selectors import Standing
from thidua.apps.seasons.duties import DutyState
from thidua.apps.seasons.models import Season
from thidua.core.errors import Fault, Problem


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
    None. With `locked` (a sentence: why, and who can unlock it) it cannot be done yet, and `link` leads to the page
    that explains; `opens_on` is the day on which it opens, where one is known.
    """

    season: Season
    unit: str
    code: str
    link: tuple[str, ...]
    data: Mapping[str, object] = field(default_factory=dict)
    act: str = "desk.go"
    due_on: date | None = None
    locked: Problem | None = None
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
