"""What the demonstration's people do with standings: freeze, agree, publish, each at its time and by its document."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import partial

from thidua.apps.access.roles import Actor
from thidua.apps.demo.script import StandingsScript
from thidua.apps.results.services import agree_standings, freeze_standings, publish_standings
from thidua.apps.seasons.models import Season
from thidua.core.states import Release
from thidua.words.language import Language
from thidua.words.say import say

_ACTS: Mapping[Release, Callable[..., object]] = {
    Release.FROZEN: freeze_standings,
    Release.AGREED: partial(agree_standings, version=1),
    Release.PUBLISHED: partial(publish_standings, version=1),
}


def acts_on_standings(
    script: tuple[StandingsScript, ...], season: Season, person: Callable[[str], Actor]
) -> Iterator[tuple[datetime, Callable[[], object]]]:
    """Everything that happens to the first version, each with its time."""
    for one in script:
        yield one.at, partial(_do, one, season, person)


def _do(one: StandingsScript, season: Season, person: Callable[[str], Actor]) -> None:
    word = say(f"results.word_for.{one.release}", Language.VI)
    _ACTS[one.release](actor=person(one.by), season=season, word=word, document=one.document)
