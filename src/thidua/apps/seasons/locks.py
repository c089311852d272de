"""What is locked in a season for another reason than its phase: the app above that knows of one registers it.

    locks.register(Frozen.RULEBOOK, why_locked)      # in AppConfig.ready

Whatever verb changes such a thing asks here first, so that no door is left open beside a text that is being signed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator

from thidua.apps.seasons.models import Season
from thidua.core.errors import Problem
from thidua.core.phases import Frozen

Lock = Callable[[Season], Problem | None]
_locks: dict[Frozen, list[Lock]] = defaultdict(list)


def register(what: Frozen, lock: Lock) -> None:
    """Let an app lock something; asked each time that it is about to be changed."""
    _locks[what].append(lock)


def locked(what: Frozen, season: Season) -> Iterator[Problem]:
    """Why something may not be changed now, and who can unlock it; nothing where it may."""
    for lock in _locks[what]:
        problem = lock(season)
        if problem is not None:
            yield problem
