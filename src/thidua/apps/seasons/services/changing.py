"""What every verb of a season has in common: it is alone with the season, and refuses all that is wrong at once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from thidua.apps import clock
from thidua.apps.access.roles import Subject
from thidua.apps.database.prepared import Asked, Prepared, columns_of, made_of
from thidua.apps.ledger.services import hold
from thidua.apps.organisation.selectors import Standing
from thidua.apps.seasons import bridge
from thidua.apps.seasons.models import Season
from thidua.apps.seasons.selectors import standing_in
from thidua.core.errors import Problem, Refused

_ROW = Prepared(lambda: Season.objects.filter(pk=Asked(Season, "slug")).values_list(*columns_of(Season)))


class SeasonRefused(Refused):
    """Something about a season that cannot be written as asked."""


@dataclass(frozen=True, slots=True)
class Held:
    """A season as it stands now; nobody else changes it. `standing` is who stands how to it today."""

    season: Season
    standing: Standing
    today: date

    def subject(self, unit: str = "") -> Subject:
        """What a right is asked about, for one unit or for the cluster as a whole."""
        return bridge.subject(self.season, self.standing, unit=unit)


@contextmanager
def changing(season: Season) -> Iterator[Held]:
    """Wait for the other writers of the season, and let none pass until the verb is done.

    Its cluster and who stands how to it are no matter of its chain and are read before: the wait is the shorter for
    everybody.
    """
    today = clock.today()
    standing = standing_in(season, on=today)
    with transaction.atomic():
        hold(season.ledger_chain())
        (now,) = made_of(Season, _ROW.ask(slug=season.pk))
        now.cluster = season.cluster
        yield Held(now, standing, today)


def refuse(problems: Iterable[Problem]) -> None:
    """Raise SeasonRefused with every problem, if there is one."""
    found = list(problems)
    if found:
        raise SeasonRefused(found)
